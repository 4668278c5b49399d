"""How far and how long a unit may pursue abroad: told ahead, and when it is exceeded, to both sides."""

from borders.rooms import Room
from tests.scenarios.script import play

FLENSBURG = Room(
    id="DE/TEST-FLENSBURG", state="DE", name="Flensburg", languages=("de",), areas=("DE-01001",), kind="leitstelle",
    role="primary", confidence="memory",
)  # fmt: skip
DENMARK = Room(
    id="DK/TEST-SYDJYLLAND", state="DK", name="Syd- og Sønderjylland", languages=("da",), areas=("DK",),
    kind="vagtcentral", role="coordination", confidence="memory",
)  # fmt: skip


INTO_DENMARK = """
        12:00:00 | DE/CAR-1               | starts for DE/TEST-FLENSBURG: robbery in Flensburg
                 | DE/CAR-1               | is in
                 | DE/TEST-FLENSBURG      | sees the pursuit
                 | all rooms              | DE/TEST-FLENSBURG leads
        12:00:01 | DE/CAR-1               | is in DE at 54.78,9.43
                 | all rooms              | DE/CAR-1 in DE
        12:01:00 | DE/CAR-1               | nears DK at Ellund, there at 12:02:00
                 | DK/TEST-SYDJYLLAND     | RINGS P2 approaching, there at 12:02:00
                 | DK/TEST-SYDJYLLAND     | sees the pursuit
                 | law                    | card DE>DK police 2026-06-01: cisa-41; hold none; 25 km along_track; six
                 |                        | hours yes; to DE/CAR-1, DE/TEST-FLENSBURG, DK/TEST-SYDJYLLAND
        12:01:10 | DK/TEST-SYDJYLLAND     | its console shows it
        12:02:00 | DE/CAR-1               | crosses from DE to DK at Ellund, odometer 16 km
                 | DK/TEST-SYDJYLLAND     | RINGS P1 entered, confirmed
                 | DE/TEST-FLENSBURG      | RINGS P3 departed, (home)
                 | all rooms              | DE/CAR-1 in DK; DE/CAR-1 has come 0.0 km, 0.0 as the crow flies into DK;
                 |                        | notice of DK/TEST-SYDJYLLAND: in_time by 50 s (shown)
        12:02:10 | DK/TEST-SYDJYLLAND Hansen | acknowledges
                 | DK/TEST-SYDJYLLAND     | reads P1 entered, owned by Hansen
        12:10:00 | DE/CAR-1               | drives on to 54.92,9.36 in DK, odometer 35.9 km
                 | all rooms              | DE/CAR-1 has come 19.9 km, 13.2 as the crow flies into DK
        12:10:10 | DE/CAR-1               | drives on to 54.925,9.36 in DK, odometer 36.1 km
                 | DE/TEST-FLENSBURG      | RINGS P2 departed, (home), ALARM limit_warned (by distance, state DK, unit
                 |                        | DE/CAR-1)
                 | all rooms              | DE/CAR-1 has come 20.1 km, 13.8 as the crow flies into DK, limit warned by
                 |                        | distance
        12:10:20 | DE/TEST-FLENSBURG      | acknowledges
                 | DE/TEST-FLENSBURG      | reads P2 departed, owned by desk
        12:12:30 | DE/CAR-1               | drives on to 54.96,9.37 in DK, odometer 41.2 km
                 | DE/TEST-FLENSBURG      | RINGS P1 departed, (home), ALARM limit_exceeded (by distance, state DK, unit
                 |                        | DE/CAR-1)
                 | DK/TEST-SYDJYLLAND     | RINGS P1 entered, confirmed, ALARM limit_exceeded (by distance, state DK,
                 |                        | unit DE/CAR-1)
                 | all rooms              | DE/CAR-1 has come 25.2 km, 17.7 as the crow flies into DK, limit exceeded by
                 |                        | distance
        12:12:35 | DE/TEST-FLENSBURG      | acknowledges
                 | DE/TEST-FLENSBURG      | reads P1 departed, owned by desk
        12:12:36 | DK/TEST-SYDJYLLAND Hansen | acknowledges
                 | DK/TEST-SYDJYLLAND     | reads P1 entered, owned by Hansen
        12:13:00 | DE/CAR-1               | drives on to 54.97,9.37 in DK, odometer 42.2 km
                 | all rooms              | DE/CAR-1 has come 26.2 km, 18.8 as the crow flies into DK, limit exceeded by
                 |                        | distance
        12:20:00 | DE/CAR-1               | crosses from DK to DE at Ellund, odometer 60 km
                 | DK/TEST-SYDJYLLAND     | reads P3 left, owned by Hansen
                 | DE/TEST-FLENSBURG      | reads P3 cleared, owned by desk
                 | all rooms              | DE/CAR-1 in DE; no longer: DE/CAR-1 has come 26.2 km, 18.8 as the crow flies
                 |                        | into DK, limit exceeded by distance
    """


def test_from_germany_into_denmark_25_kilometres_by_the_cars_odometer_are_warned_and_exceeded_on_both_sides() -> None:
    play(
        INTO_DENMARK,
        case="DE/2026-1",
        rooms=(FLENSBURG, DENMARK),
    )


def test_a_limit_runs_anew_after_a_new_entry() -> None:
    play(
        """
        12:00:00 | DE/CAR-1               | starts for DE/TEST-FLENSBURG: robbery in Flensburg
                 | DE/CAR-1               | is in
                 | DE/TEST-FLENSBURG      | sees the pursuit
                 | all rooms              | DE/TEST-FLENSBURG leads
        12:00:01 | DE/CAR-1               | is in DE at 54.78,9.43
                 | all rooms              | DE/CAR-1 in DE
        12:02:00 | DE/CAR-1               | crosses from DE to DK at Ellund, odometer 16 km
                 | DK/TEST-SYDJYLLAND     | RINGS P1 entered, confirmed
                 | DE/TEST-FLENSBURG      | RINGS P3 departed, (home)
                 | DK/TEST-SYDJYLLAND     | sees the pursuit
                 | all rooms              | DE/CAR-1 in DK; DE/CAR-1 has come 0.0 km, 0.0 as the crow flies into DK;
                 |                        | notice of DK/TEST-SYDJYLLAND: cannot_be_told (not_delivered)
                 | law                    | card DE>DK police 2026-06-01: cisa-41; hold none; 25 km along_track; six
                 |                        | hours yes; to DE/CAR-1, DE/TEST-FLENSBURG, DK/TEST-SYDJYLLAND
        12:02:10 | DK/TEST-SYDJYLLAND Hansen | acknowledges
                 | DK/TEST-SYDJYLLAND     | reads P1 entered, owned by Hansen
                 | all rooms              | notice of DK/TEST-SYDJYLLAND: late by 10 s (acknowledged)
        12:06:00 | DE/CAR-1               | drives on to 54.89,9.36 in DK, odometer 30 km
                 | all rooms              | DE/CAR-1 has come 14.0 km, 9.9 as the crow flies into DK
        12:10:00 | DE/CAR-1               | crosses from DK to DE at Ellund, odometer 40 km
                 | DK/TEST-SYDJYLLAND     | reads P3 left, owned by Hansen
                 | DE/TEST-FLENSBURG      | reads P3 cleared
                 | all rooms              | DE/CAR-1 in DE; no longer: DE/CAR-1 has come 14.0 km, 9.9 as the crow flies
                 |                        | into DK
        12:12:00 | DE/CAR-1               | crosses from DE to DK at Ellund, odometer 42 km
                 | DK/TEST-SYDJYLLAND     | reads P1 entered, confirmed, owned by Hansen
                 | DE/TEST-FLENSBURG      | reads P3 departed
                 | all rooms              | DE/CAR-1 in DK; DE/CAR-1 has come 0.0 km, 0.0 as the crow flies into DK
        12:16:00 | DE/CAR-1               | drives on to 54.89,9.36 in DK, odometer 56 km
                 | all rooms              | DE/CAR-1 has come 14.0 km, 9.9 as the crow flies into DK
    """,
        case="DE/2026-1",
        rooms=(FLENSBURG, DENMARK),
    )
