"""Where units are, and what that means: aircraft, silence, a target out of sight, back again at once."""

from tests.scenarios.openings import ENTERED
from tests.scenarios.script import play

AN_AIRCRAFT_CROSSES = """
        12:00:00 | BE/CIC-LIMBURG Peeters | opens for BE/CAR-1 BE/HELI-1: robbery
                 | BE/CAR-1               | is in
                 | BE/HELI-1              | is in
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | BE/CIC-LIMBURG leads
        12:00:01 | BE/CAR-1               | is in BE at Lanaken
                 | all rooms              | BE/CAR-1 in BE
        12:00:02 | BE/HELI-1              | is in BE at Lanaken, by air
                 | all rooms              | BE/HELI-1 in BE, by air
        12:01:00 | BE/HELI-1              | nears NL at Veldwezelt, there at 12:01:30
                 | NL/EPICC-KERKRADE      | RINGS P3 approaching, (copy), 0.7 km W of Malberg, there at 12:01:30
                 | NL/LE-DRIEBERGEN       | RINGS P3 approaching, 0.7 km W of Malberg, there at 12:01:30
                 | NL/MK-MAASTRICHT       | RINGS P3 approaching, 0.7 km W of Malberg, there at 12:01:30
                 | NL/EPICC-KERKRADE      | sees the pursuit
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-MAASTRICHT       | sees the pursuit
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-LIMBURG, BE/HELI-1, NL/EPICC-KERKRADE,
                 |                        | NL/LE-DRIEBERGEN, NL/MK-MAASTRICHT
        12:01:30 | BE/HELI-1              | crosses from BE to NL at Veldwezelt
                 | NL/MK-MAASTRICHT       | RINGS P3 overflown, 0.7 km W of Malberg
                 | NL/LE-DRIEBERGEN       | RINGS P3 overflown, 0.7 km W of Malberg
                 | NL/EPICC-KERKRADE      | RINGS P3 overflown, (copy), 0.7 km W of Malberg
                 | BE/CIC-LIMBURG         | RINGS P3 departed, (home), 0.7 km W of Malberg
                 | all rooms              | BE/HELI-1 in NL, by air
        12:04:00 | BE/CAR-1               | crosses from BE to NL at Veldwezelt
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/EPICC-KERKRADE      | RINGS P3 entered, (copy), 0.7 km W of Malberg, confirmed
                 | BE/CIC-LIMBURG         | reads P3 departed
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-MAASTRICHT: cannot_be_told (not_delivered)
        12:04:05 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by Jansen
                 | all rooms              | notice of NL/MK-MAASTRICHT: late by 5 s (acknowledged)
        12:04:06 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 6 s (acknowledged)
        12:05:00 | BE/CAR-1               | crosses from NL to BE at Veldwezelt
                 | NL/EPICC-KERKRADE      | reads P3 left, (copy), 0.7 km W of Malberg
                 | NL/LE-DRIEBERGEN       | reads P3 left, 0.7 km W of Malberg, owned by desk
                 | NL/MK-MAASTRICHT       | reads P3 left, 0.7 km W of Malberg, owned by Jansen
                 | BE/CIC-LIMBURG         | reads P3 departed
                 | all rooms              | BE/CAR-1 in BE
        12:06:00 | BE/HELI-1              | crosses from NL to BE at Veldwezelt
                 | BE/CIC-LIMBURG         | reads P3 cleared, (home)
                 | all rooms              | BE/HELI-1 in BE, by air
    """


def test_an_aircrafts_crossing_is_shown_but_the_pursuit_has_not_entered() -> None:
    play(AN_AIRCRAFT_CROSSES)


def test_a_crew_that_lost_sight_is_another_thing_than_a_receiver_that_is_silent() -> None:
    play(
        """
        12:02:00 | BE/CAR-1               | has lost sight
                 | all rooms              | BE/CAR-1 in NL, its crew lost sight
        12:02:01 | BE/CAR-1               | has lost sight
                 | BE/CAR-1               | is refused: nothing_new
        12:02:30 | NL/MK-MAASTRICHT Jansen | sees the target at Maastricht within 300 m by anpr
                 | all rooms              | target seen at 50.8483,5.68889 within 300 m (anpr)
        12:03:00 | BE/CAR-1               | is silent since 12:02:00
                 | BE/CIC-LIMBURG         | reads P3 departed
                 | NL/EPICC-KERKRADE      | reads P3 entered
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by Jansen
                 | all rooms              | BE/CAR-1 in NL, silent since 12:02:00, its crew lost sight
        12:04:00 | BE/CAR-1               | is heard again, after silence since 12:02:00
                 | BE/CIC-LIMBURG         | reads P3 departed
                 | NL/EPICC-KERKRADE      | reads P3 entered
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by Jansen
                 | all rooms              | BE/CAR-1 in NL, its crew lost sight
        12:04:30 | BE/CAR-1               | sees it again
                 | all rooms              | BE/CAR-1 in NL
    """,
        given=ENTERED,
    )


def test_back_within_five_minutes_and_three_kilometres_is_quiet_and_keeps_its_owner() -> None:
    play(
        """
        12:02:00 | BE/CAR-1               | crosses from NL to BE at Veldwezelt
                 | NL/EPICC-KERKRADE      | reads P3 left, (copy), 0.7 km W of Malberg
                 | NL/LE-DRIEBERGEN       | reads P3 left, 0.7 km W of Malberg, owned by desk
                 | NL/MK-MAASTRICHT       | reads P3 left, 0.7 km W of Malberg, owned by Jansen
                 | BE/CIC-LIMBURG         | reads P3 cleared, (home)
                 | all rooms              | BE/CAR-1 in BE
        12:06:00 | BE/CAR-1               | crosses from BE to NL at 50.8800,5.6450
                 | NL/EPICC-KERKRADE      | reads P3 entered, (copy), 2.1 km N of Malberg, confirmed
                 | NL/MK-MAASTRICHT       | reads P1 entered, 2.1 km N of Malberg, confirmed, owned by Jansen
                 | NL/LE-DRIEBERGEN       | reads P1 entered, 2.1 km N of Malberg, confirmed, owned by desk
                 | BE/CIC-LIMBURG         | reads P3 departed, (home), 2.1 km N of Malberg
                 | all rooms              | BE/CAR-1 in NL
        12:07:00 | BE/CAR-1               | crosses from NL to BE at Veldwezelt
                 | NL/EPICC-KERKRADE      | reads P3 left, (copy), 2.1 km N of Malberg
                 | NL/LE-DRIEBERGEN       | reads P3 left, 2.1 km N of Malberg, owned by desk
                 | NL/MK-MAASTRICHT       | reads P3 left, 2.1 km N of Malberg, owned by Jansen
                 | BE/CIC-LIMBURG         | reads P3 cleared, (home)
                 | all rooms              | BE/CAR-1 in BE
        12:12:30 | BE/CAR-1               | crosses from BE to NL at Veldwezelt
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/EPICC-KERKRADE      | RINGS P3 entered, (copy), 0.7 km W of Malberg, confirmed
                 | BE/CIC-LIMBURG         | RINGS P3 departed, (home), 0.7 km W of Malberg
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-MAASTRICHT: cannot_be_told (not_delivered)
        12:12:35 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by Jansen
                 | all rooms              | notice of NL/MK-MAASTRICHT: late by 5 s (acknowledged)
        12:12:36 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 6 s (acknowledged)
        12:13:00 | BE/CAR-1               | crosses from NL to BE at Veldwezelt
                 | NL/EPICC-KERKRADE      | reads P3 left, (copy), 0.7 km W of Malberg
                 | NL/LE-DRIEBERGEN       | reads P3 left, 0.7 km W of Malberg, owned by desk
                 | NL/MK-MAASTRICHT       | reads P3 left, 0.7 km W of Malberg, owned by Jansen
                 | BE/CIC-LIMBURG         | reads P3 cleared, (home)
                 | all rooms              | BE/CAR-1 in BE
        12:14:00 | BE/CAR-1               | crosses from BE to NL at 50.9200,5.7200
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 2.7 km N of Bunde, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 2.7 km N of Bunde, confirmed
                 | NL/EPICC-KERKRADE      | RINGS P3 entered, (copy), 2.7 km N of Bunde, confirmed
                 | BE/CIC-LIMBURG         | RINGS P3 departed, (home), 2.7 km N of Bunde
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-MAASTRICHT: cannot_be_told (not_delivered)
    """,
        given=ENTERED,
    )
