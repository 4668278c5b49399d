"""Which treaty holds for each unit: by its own state and the day, never by where the chase began."""

from tests.scenarios.script import play

DUTCH_CAR_INTO_FRANCE = """
        12:00:00 | NL/CAR-1               | starts for NL/MK-BERGEN-OP-ZOOM: robbery in Breda
                 | NL/CAR-1               | is in
                 | NL/MK-BERGEN-OP-ZOOM   | sees the pursuit
                 | all rooms              | NL/MK-BERGEN-OP-ZOOM leads
        12:00:01 | NL/CAR-1               | is in NL at Breda
                 | all rooms              | NL/CAR-1 in NL
        12:02:00 | NL/CAR-1               | crosses from NL to BE at Hazeldonk
                 | BE/CIC-ANTWERPEN       | RINGS P1 entered, 4.4 km N of Meer, confirmed
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P3 departed, (home), 4.4 km N of Meer
                 | BE/CIC-ANTWERPEN       | sees the pursuit
                 | all rooms              | NL/CAR-1 in BE; notice of BE/CIC-ANTWERPEN: cannot_be_told (not_delivered)
                 | law                    | card NL>BE police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CIC-ANTWERPEN, NL/CAR-1, NL/MK-BERGEN-OP-ZOOM
        12:02:10 | BE/CIC-ANTWERPEN Maes  | acknowledges
                 | BE/CIC-ANTWERPEN       | reads P1 entered, owned by Maes
                 | all rooms              | notice of BE/CIC-ANTWERPEN: late by 10 s (acknowledged)
        12:17:00 | clock                  | running
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P3 departed, (home), 4.4 km N of Meer, ALARM still_running (since
                 |                        | 2026-06-01T12:02:00+00:00)
                 | all rooms              | asked at 12:17:00: still running?
        12:30:00 | NL/CAR-1               | drives on to Gent in BE
                 | BE/CIC-OOST-VLAANDEREN | RINGS P2 entered, (area), 0.0 km S of Gent
                 | BE/CIC-OOST-VLAANDEREN | sees the pursuit
                 | all rooms              | no longer: asked at 12:17:00: still running?
                 | law                    | card NL>BE police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CIC-OOST-VLAANDEREN
        12:30:10 | BE/CIC-OOST-VLAANDEREN | acknowledges
                 | BE/CIC-OOST-VLAANDEREN | reads P2 entered, owned by desk
        12:44:00 | NL/CAR-1               | drives on to Kortrijk in BE
                 | BE/CIC-WEST-VLAANDEREN | RINGS P2 entered, (area), 0.0 km S of Kortrijk
                 | BE/CIC-OOST-VLAANDEREN | reads P3 left, owned by desk
                 | BE/CIC-WEST-VLAANDEREN | sees the pursuit
                 | law                    | card NL>BE police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CIC-WEST-VLAANDEREN
        12:44:10 | BE/CIC-WEST-VLAANDEREN | acknowledges
                 | BE/CIC-WEST-VLAANDEREN | reads P2 entered, owned by desk
        12:45:00 | NL/CAR-1               | nears FR at Rekkem, there at 12:48:00
                 | BE/CCPD-TOURNAI        | RINGS P3 approaching, (copy), 1.9 km E of Halluin, there at 12:48:00
                 | FR/CIC-59              | RINGS P2 approaching, 1.9 km E of Halluin, there at 12:48:00
                 | FR/CORG-59             | RINGS P2 approaching, 1.9 km E of Halluin, there at 12:48:00
                 | BE/CCPD-TOURNAI        | sees the pursuit
                 | FR/CIC-59              | sees the pursuit
                 | FR/CORG-59             | sees the pursuit
                 | law                    | card NL>BE police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CCPD-TOURNAI, FR/CIC-59, FR/CORG-59
                 | law                    | card NL>FR police 2026-06-01: no known basis; to BE/CCPD-TOURNAI,
                 |                        | BE/CIC-ANTWERPEN, BE/CIC-OOST-VLAANDEREN, BE/CIC-WEST-VLAANDEREN, FR/CIC-59,
                 |                        | FR/CORG-59, NL/CAR-1, NL/MK-BERGEN-OP-ZOOM
        12:45:10 | FR/CORG-59             | acknowledges
                 | FR/CORG-59             | reads P2 approaching, owned by desk
        12:45:20 | NL/MK-BERGEN-OP-ZOOM   | asks BE/CIC-WEST-VLAANDEREN to take_over (t1): no basis for our car in
                 |                        | France
                 | BE/CIC-WEST-VLAANDEREN | RINGS P2 entered, (area), 0.0 km S of Kortrijk, ALARM asked (kind take_over,
                 |                        | request t1, room NL/MK-BERGEN-OP-ZOOM)
                 | all rooms              | t1: NL/MK-BERGEN-OP-ZOOM asks BE/CIC-WEST-VLAANDEREN to take_over: open
        12:45:40 | BE/CAR-5               | joins for BE/CIC-WEST-VLAANDEREN
                 | BE/CAR-5               | is in
                 | law                    | card NL>BE police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-5
                 | law                    | card NL>FR police 2026-06-01: no known basis; to BE/CAR-5
        12:45:41 | BE/CAR-5               | is in BE at Kortrijk
                 | NL/MK-BERGEN-OP-ZOOM   | reads P3 departed
                 | all rooms              | BE/CAR-5 in BE
        12:46:00 | BE/CIC-WEST-VLAANDEREN | accepts t1 with BE/CAR-5
                 | BE/CIC-WEST-VLAANDEREN | reads P2 entered, owned by desk
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P3 departed, (home), 4.4 km N of Meer, ALARM lead_passed (room
                 |                        | BE/CIC-WEST-VLAANDEREN)
                 | all rooms              | BE/CIC-WEST-VLAANDEREN leads; NL/MK-BERGEN-OP-ZOOM answers at home; t1:
                 |                        | NL/MK-BERGEN-OP-ZOOM asks BE/CIC-WEST-VLAANDEREN to take_over: accepted with
                 |                        | BE/CAR-5
                 | NL/MK-BERGEN-OP-ZOOM   | reads request_accepted (kind take_over, room BE/CIC-WEST-VLAANDEREN, unit
                 |                        | BE/CAR-5)
        12:47:50 | NL/CAR-1               | turns for home
                 | all rooms              | NL/CAR-1 in BE, on its way home
        12:48:00 | BE/CAR-5               | crosses from BE to FR at Rekkem
                 | FR/CORG-59             | RINGS P1 entered, 1.9 km E of Halluin, confirmed
                 | FR/CIC-59              | RINGS P1 entered, 1.9 km E of Halluin, confirmed
                 | BE/CCPD-TOURNAI        | RINGS P3 entered, (copy), 1.9 km E of Halluin, confirmed
                 | BE/CIC-WEST-VLAANDEREN | reads P3 left, owned by desk
                 | NL/MK-BERGEN-OP-ZOOM   | reads P3 departed
                 | all rooms              | BE/CAR-5 in FR; notice of FR/CIC-59: cannot_be_told (not_delivered); notice
                 |                        | of FR/CORG-59: in_time by 170 s (acknowledged)
                 | law                    | card BE>FR police 2026-06-01: cisa-41; hold citizen_seizure_only; no limit;
                 |                        | six hours yes; to BE/CAR-5, BE/CCPD-TOURNAI, BE/CIC-ANTWERPEN,
                 |                        | BE/CIC-OOST-VLAANDEREN, BE/CIC-WEST-VLAANDEREN, FR/CIC-59, FR/CORG-59,
                 |                        | NL/CAR-1, NL/MK-BERGEN-OP-ZOOM
        12:48:10 | FR/CORG-59             | acknowledges
                 | FR/CORG-59             | reads P1 entered, owned by desk
        12:48:11 | FR/CIC-59              | acknowledges
                 | FR/CIC-59              | reads P1 entered, owned by desk
                 | all rooms              | notice of FR/CIC-59: late by 11 s (acknowledged)
        12:50:00 | BE/CIC-WEST-VLAANDEREN | closes: caught at Halluin
                 | BE/CCPD-TOURNAI        | reads P3 cleared, (copy)
                 | BE/CIC-ANTWERPEN       | reads P1 cleared, owned by Maes
                 | BE/CIC-OOST-VLAANDEREN | reads P3 cleared, (area), owned by desk
                 | BE/CIC-WEST-VLAANDEREN | reads P3 cleared, (area), owned by desk
                 | FR/CIC-59              | reads P1 cleared, owned by desk
                 | FR/CORG-59             | reads P1 cleared, owned by desk
                 | NL/MK-BERGEN-OP-ZOOM   | reads P3 cleared, (home)
                 | BE/CAR-5               | is out
                 | NL/CAR-1               | is out
                 | all rooms              | closed; to do: outcome, person_handed_over, objects, force, shots, damage,
                 |                        | injuries, host_authority, officers_report, person_held
    """


def test_a_dutch_car_through_belgium_into_france_has_no_known_basis_there_and_hands_over_to_belgium() -> None:
    play(
        DUTCH_CAR_INTO_FRANCE,
        case="NL/2026-1",
    )


def test_a_dutch_car_that_drives_on_into_france_all_the_same_rings_there_under_no_known_basis() -> None:
    play(
        """
        12:00:00 | NL/CAR-1               | starts for NL/MK-BERGEN-OP-ZOOM: robbery in Breda
                 | NL/CAR-1               | is in
                 | NL/MK-BERGEN-OP-ZOOM   | sees the pursuit
                 | all rooms              | NL/MK-BERGEN-OP-ZOOM leads
        12:00:01 | NL/CAR-1               | is in BE at Kortrijk, over from NL at Hazeldonk at 11:10:00
                 | BE/CIC-WEST-VLAANDEREN | RINGS P1 entered_before_opening, 0.0 km S of Kortrijk, confirmed
                 | BE/CCPD-TOURNAI        | RINGS P3 entered_before_opening, (copy), 0.0 km S of Kortrijk, confirmed
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P3 departed_before_opening, (home), 0.0 km S of Kortrijk
                 | BE/CCPD-TOURNAI        | sees the pursuit
                 | BE/CIC-WEST-VLAANDEREN | sees the pursuit
                 | all rooms              | NL/CAR-1 in BE; notice of BE/CIC-WEST-VLAANDEREN: cannot_be_told
                 |                        | (not_delivered)
                 | law                    | card NL>BE police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CCPD-TOURNAI, BE/CIC-WEST-VLAANDEREN, NL/CAR-1,
                 |                        | NL/MK-BERGEN-OP-ZOOM
        12:00:21 | clock                  | escalate BE/CIC-WEST-VLAANDEREN
                 | BE/CIC-WEST-VLAANDEREN | reads P1 entered_before_opening, escalated: louder
        12:01:01 | clock                  | escalate BE/CIC-WEST-VLAANDEREN
                 | BE/CIC-WEST-VLAANDEREN | reads P1 entered_before_opening, escalated: supervisor
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P2 departed_before_opening, (home), 0.0 km S of Kortrijk, ALARM
                 |                        | not_acknowledged_supervisor (room BE/CIC-WEST-VLAANDEREN)
        12:02:00 | NL/CAR-1               | crosses from BE to FR at Rekkem
                 | BE/CCPD-TOURNAI        | reads P3 entered, (copy), 1.9 km E of Halluin, confirmed
                 | FR/CORG-59             | RINGS P1 entered, 1.9 km E of Halluin, confirmed
                 | FR/CIC-59              | RINGS P1 entered, 1.9 km E of Halluin, confirmed
                 | BE/CIC-WEST-VLAANDEREN | reads P3 left, 0.0 km S of Kortrijk
                 | NL/MK-BERGEN-OP-ZOOM   | reads P2 departed_before_opening
                 | FR/CIC-59              | sees the pursuit
                 | FR/CORG-59             | sees the pursuit
                 | all rooms              | NL/CAR-1 in FR; notice of FR/CIC-59: cannot_be_told (not_delivered); notice
                 |                        | of FR/CORG-59: cannot_be_told (not_delivered)
                 | law                    | card NL>BE police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to FR/CIC-59, FR/CORG-59
                 | law                    | card NL>FR police 2026-06-01: no known basis; to BE/CCPD-TOURNAI,
                 |                        | BE/CIC-WEST-VLAANDEREN, FR/CIC-59, FR/CORG-59, NL/CAR-1,
                 |                        | NL/MK-BERGEN-OP-ZOOM
    """,
        case="NL/2026-1",
    )


def test_from_belgium_into_france_nobody_may_be_held_but_as_any_citizen_may() -> None:
    play(
        """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-WEST-VLAANDEREN: robbery in Kortrijk
                 | BE/CAR-1               | is in
                 | BE/CIC-WEST-VLAANDEREN | sees the pursuit
                 | all rooms              | BE/CIC-WEST-VLAANDEREN leads
        12:00:01 | BE/CAR-1               | is in BE at Kortrijk
                 | all rooms              | BE/CAR-1 in BE
        12:03:00 | BE/CAR-1               | nears FR at Rekkem, there at 12:04:00
                 | BE/CCPD-TOURNAI        | RINGS P3 approaching, (copy), 1.9 km E of Halluin, there at 12:04:00
                 | FR/CIC-59              | RINGS P2 approaching, 1.9 km E of Halluin, there at 12:04:00
                 | FR/CORG-59             | RINGS P2 approaching, 1.9 km E of Halluin, there at 12:04:00
                 | BE/CCPD-TOURNAI        | sees the pursuit
                 | FR/CIC-59              | sees the pursuit
                 | FR/CORG-59             | sees the pursuit
                 | law                    | card BE>FR police 2026-06-01: cisa-41; hold citizen_seizure_only; no limit;
                 |                        | six hours yes; to BE/CAR-1, BE/CCPD-TOURNAI, BE/CIC-WEST-VLAANDEREN,
                 |                        | FR/CIC-59, FR/CORG-59
        12:03:10 | FR/CORG-59             | its console sounds it
        12:04:00 | BE/CAR-1               | crosses from BE to FR at Rekkem
                 | FR/CORG-59             | RINGS P1 entered, 1.9 km E of Halluin, confirmed
                 | FR/CIC-59              | RINGS P1 entered, 1.9 km E of Halluin, confirmed
                 | BE/CCPD-TOURNAI        | RINGS P3 entered, (copy), 1.9 km E of Halluin, confirmed
                 | BE/CIC-WEST-VLAANDEREN | RINGS P3 departed, (home), 1.9 km E of Halluin
                 | all rooms              | BE/CAR-1 in FR; notice of FR/CIC-59: cannot_be_told (not_delivered); notice
                 |                        | of FR/CORG-59: in_time by 50 s (sounded)
        12:04:08 | FR/CORG-59             | acknowledges
                 | FR/CORG-59             | reads P1 entered, owned by desk
        12:04:09 | FR/CIC-59              | acknowledges
                 | FR/CIC-59              | reads P1 entered, owned by desk
                 | all rooms              | notice of FR/CIC-59: late by 9 s (acknowledged)
        12:19:00 | clock                  | running
                 | BE/CIC-WEST-VLAANDEREN | RINGS P3 departed, (home), 1.9 km E of Halluin, ALARM still_running (since
                 |                        | 2026-06-01T12:04:00+00:00)
                 | all rooms              | asked at 12:19:00: still running?
        12:30:00 | BE/CAR-1               | drives on to Lille in FR, odometer 40 km
                 | all rooms              | no longer: asked at 12:19:00: still running?
    """
    )


def test_customs_officers_have_a_card_of_their_own() -> None:
    play(
        """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-LIMBURG: cigarettes
                 | BE/CAR-1               | is in
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | BE/CIC-LIMBURG leads
        12:00:01 | BE/CAR-1               | is in BE at Lanaken, of customs
                 | all rooms              | BE/CAR-1 in BE
        12:02:00 | BE/CAR-1               | crosses from BE to NL at Veldwezelt
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/EPICC-KERKRADE      | RINGS P3 entered, (copy), 0.7 km W of Malberg, confirmed
                 | BE/CIC-LIMBURG         | RINGS P3 departed, (home), 0.7 km W of Malberg
                 | NL/EPICC-KERKRADE      | sees the pursuit
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-MAASTRICHT       | sees the pursuit
                 | all rooms              | BE/CAR-1 in NL; BE/CAR-1 has come 0.0 km, 0.0 as the crow flies into NL;
                 |                        | notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered); notice of
                 |                        | NL/MK-MAASTRICHT: cannot_be_told (not_delivered)
                 | law                    | card BE>NL customs 2026-06-01: naples-2; hold unknown; limit not known; six
                 |                        | hours yes; to BE/CAR-1, BE/CIC-LIMBURG, NL/EPICC-KERKRADE, NL/LE-DRIEBERGEN,
                 |                        | NL/MK-MAASTRICHT
    """
    )


THE_SAME_BORDER_IN_2005 = """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-ANTWERPEN: robbery
                 | BE/CAR-1               | is in
                 | BE/CIC-ANTWERPEN       | sees the pursuit
                 | all rooms              | BE/CIC-ANTWERPEN leads
        12:00:01 | BE/CAR-1               | is in BE at Hoogstraten
                 | all rooms              | BE/CAR-1 in BE
        12:02:00 | BE/CAR-1               | crosses from BE to NL at Hazeldonk
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed
                 | BE/CIC-ANTWERPEN       | RINGS P3 departed, (home), 4.4 km SE of Rijsbergen
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-BERGEN-OP-ZOOM   | sees the pursuit
                 | all rooms              | BE/CAR-1 in NL; BE/CAR-1 has come 0.0 km, 0.0 as the crow flies into NL;
                 |                        | notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered); notice of
                 |                        | NL/MK-BERGEN-OP-ZOOM: cannot_be_told (not_delivered)
                 | law                    | card BE>NL police 2005-06-01: benelux-1962 + cisa-41-before-benelux-2004;
                 |                        | hold unknown; 10 km crow_flies_from_border and limit not known; six hours
                 |                        | yes; to BE/CAR-1, BE/CIC-ANTWERPEN, NL/LE-DRIEBERGEN, NL/MK-BERGEN-OP-ZOOM
        12:02:05 | NL/MK-BERGEN-OP-ZOOM   | acknowledges
                 | NL/MK-BERGEN-OP-ZOOM   | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/MK-BERGEN-OP-ZOOM: late by 5 s (acknowledged)
        12:02:06 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 6 s (acknowledged)
        12:06:00 | BE/CAR-1               | drives on to 51.5600,4.7361 in NL
                 | BE/CIC-ANTWERPEN       | RINGS P2 departed, (home), 4.4 km SE of Rijsbergen, ALARM limit_warned (by
                 |                        | distance, state NL, unit BE/CAR-1)
                 | all rooms              | BE/CAR-1 has come 0.0 km, 8.2 as the crow flies into NL, limit warned by
                 |                        | distance
        12:06:10 | BE/CIC-ANTWERPEN       | acknowledges
                 | BE/CIC-ANTWERPEN       | reads P2 departed, owned by desk
        12:07:00 | BE/CAR-1               | drives on to 51.5770,4.7361 in NL
                 | BE/CIC-ANTWERPEN       | RINGS P1 departed, (home), 4.4 km SE of Rijsbergen, ALARM limit_exceeded (by
                 |                        | distance, state NL, unit BE/CAR-1)
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed, ALARM limit_exceeded
                 |                        | (by distance, state NL, unit BE/CAR-1)
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed, ALARM limit_exceeded
                 |                        | (by distance, state NL, unit BE/CAR-1)
                 | all rooms              | BE/CAR-1 has come 0.0 km, 10.1 as the crow flies into NL, limit exceeded by
                 |                        | distance
        12:07:05 | NL/MK-BERGEN-OP-ZOOM   | acknowledges
                 | NL/MK-BERGEN-OP-ZOOM   | reads P1 entered, owned by desk
        12:07:06 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
        12:07:07 | BE/CIC-ANTWERPEN       | acknowledges
                 | BE/CIC-ANTWERPEN       | reads P1 departed, owned by desk
    """


def test_over_the_same_border_in_2005_ten_kilometres_and_six_hours() -> None:
    play(
        THE_SAME_BORDER_IN_2005,
        start="2005-06-01T12:00:00+00:00",
        case="BE/2005-1",
    )


def test_over_the_same_border_in_2024_no_limit() -> None:
    play(
        """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-ANTWERPEN: robbery
                 | BE/CAR-1               | is in
                 | BE/CIC-ANTWERPEN       | sees the pursuit
                 | all rooms              | BE/CIC-ANTWERPEN leads
        12:00:01 | BE/CAR-1               | is in BE at Hoogstraten
                 | all rooms              | BE/CAR-1 in BE
        12:02:00 | BE/CAR-1               | crosses from BE to NL at Hazeldonk
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed
                 | BE/CIC-ANTWERPEN       | RINGS P3 departed, (home), 4.4 km SE of Rijsbergen
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-BERGEN-OP-ZOOM   | sees the pursuit
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-BERGEN-OP-ZOOM: cannot_be_told (not_delivered)
                 | law                    | card BE>NL police 2024-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-ANTWERPEN, NL/LE-DRIEBERGEN,
                 |                        | NL/MK-BERGEN-OP-ZOOM
        12:02:05 | NL/MK-BERGEN-OP-ZOOM   | acknowledges
                 | NL/MK-BERGEN-OP-ZOOM   | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/MK-BERGEN-OP-ZOOM: late by 5 s (acknowledged)
        12:02:06 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 6 s (acknowledged)
        12:06:00 | BE/CAR-1               | drives on to 51.5600,4.7361 in NL
        12:07:00 | BE/CAR-1               | drives on to 51.5770,4.7361 in NL
    """,
        start="2024-06-01T12:00:00+00:00",
        case="BE/2024-1",
    )
