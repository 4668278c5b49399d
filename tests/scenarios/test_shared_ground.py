"""The real border layer under real wheels: a town of exclaves, and a river that belongs to both states."""

from tests.scenarios.script import play


def test_through_five_territories_of_baarle_in_two_minutes_each_dutch_room_rings_once() -> None:
    play(
        """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-ANTWERPEN: fled from a check
                 | BE/CAR-1               | is in
                 | BE/CIC-ANTWERPEN       | sees the pursuit
                 | all rooms              | BE/CIC-ANTWERPEN leads
        12:00:00 | BE/CAR-1               | truly drives from 51.44913,4.93769 to 51.43594,4.92028 at 60 km/h
        12:00:00 | TRACK                  | BE/CAR-1: present
                 | all rooms              | BE/CAR-1 in BE
        12:00:15 | TRACK                  | BE/CAR-1: BE > NL, confirmed
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P1 entered, 0.4 km E of Baarle-Nassau, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.4 km E of Baarle-Nassau, confirmed
                 | BE/CIC-ANTWERPEN       | RINGS P3 departed, (home), 0.4 km E of Baarle-Nassau
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-BERGEN-OP-ZOOM   | sees the pursuit
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-BERGEN-OP-ZOOM: cannot_be_told (not_delivered)
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-ANTWERPEN, NL/LE-DRIEBERGEN,
                 |                        | NL/MK-BERGEN-OP-ZOOM
        12:00:35 | clock                  | escalate NL/LE-DRIEBERGEN
                 | NL/LE-DRIEBERGEN       | reads P1 entered, escalated: louder
        12:00:35 | clock                  | escalate NL/MK-BERGEN-OP-ZOOM
                 | NL/MK-BERGEN-OP-ZOOM   | reads P1 entered, escalated: louder
        12:01:12 | TRACK                  | BE/CAR-1: NL > BE, confirmed
                 | NL/LE-DRIEBERGEN       | reads P3 left, 0.4 km E of Baarle-Nassau
                 | NL/MK-BERGEN-OP-ZOOM   | reads P3 left, 0.4 km E of Baarle-Nassau
                 | BE/CIC-ANTWERPEN       | reads P3 cleared, (home)
                 | all rooms              | BE/CAR-1 in BE
        12:01:14 | TRACK                  | BE/CAR-1: nears NL, open
                 | NL/LE-DRIEBERGEN       | reads P2 approaching, 1.0 km S of Baarle-Nassau, there at 12:01:26
                 | NL/MK-BERGEN-OP-ZOOM   | reads P2 approaching, 1.0 km S of Baarle-Nassau, there at 12:01:26
        12:01:26 | TRACK                  | BE/CAR-1: BE > NL, confirmed
                 | NL/MK-BERGEN-OP-ZOOM   | reads P1 entered, 1.0 km S of Baarle-Nassau, confirmed
                 | NL/LE-DRIEBERGEN       | reads P1 entered, 1.0 km S of Baarle-Nassau, confirmed
                 | BE/CIC-ANTWERPEN       | reads P3 departed, (home), 1.0 km S of Baarle-Nassau
                 | all rooms              | BE/CAR-1 in NL
        12:01:40 | TRACK                  | BE/CAR-1: NL > BE, confirmed
                 | NL/LE-DRIEBERGEN       | reads P3 left, 1.0 km S of Baarle-Nassau
                 | NL/MK-BERGEN-OP-ZOOM   | reads P3 left, 1.0 km S of Baarle-Nassau
                 | BE/CIC-ANTWERPEN       | reads P3 cleared, (home)
                 | all rooms              | BE/CAR-1 in BE
        12:01:42 | TRACK                  | BE/CAR-1: nears NL, open
                 | NL/LE-DRIEBERGEN       | reads P2 approaching, 1.6 km SW of Baarle-Nassau, there at 12:02:01
                 | NL/MK-BERGEN-OP-ZOOM   | reads P2 approaching, 1.6 km SW of Baarle-Nassau, there at 12:02:01
    """
    )


def test_over_the_bridge_of_remich_from_luxembourg_into_the_shared_river_and_germany() -> None:
    play(
        """
        12:00:00 | LU/CAR-1               | starts for LU/CIN: robbery in Remich
                 | LU/CAR-1               | is in
                 | LU/CIN                 | sees the pursuit
                 | all rooms              | LU/CIN leads
        12:00:00 | LU/CAR-1               | truly drives from 49.5450,6.3650 to 49.5473,6.3850 at 60 km/h
        12:00:00 | TRACK                  | LU/CAR-1: present
                 | all rooms              | LU/CAR-1 in LU
        12:00:02 | TRACK                  | LU/CAR-1: nears DE, open
                 | DE/RP-TRIER            | RINGS P2 approaching, 2.4 km S of Palzem, there at 12:00:33
                 | LU/CCPD-LUXEMBOURG     | RINGS P3 approaching, (copy), 2.4 km S of Palzem, there at 12:00:33
                 | DE/RP-TRIER            | sees the pursuit
                 | LU/CCPD-LUXEMBOURG     | sees the pursuit
                 | law                    | card LU>DE police 2026-06-01: cisa-41; hold until_host_arrives; no limit;
                 |                        | six hours yes; to DE/RP-TRIER, LU/CAR-1, LU/CCPD-LUXEMBOURG, LU/CIN
        12:00:29 | TRACK                  | LU/CAR-1: nears DE, open
                 | DE/RP-TRIER            | reads P2 approaching
                 | LU/CCPD-LUXEMBOURG     | reads P3 approaching
        12:00:34 | TRACK                  | LU/CAR-1: nowhere > DE, possible
                 | DE/RP-TRIER            | RINGS P1 entered, 2.4 km S of Palzem, possible
                 | LU/CCPD-LUXEMBOURG     | RINGS P3 entered, (copy), 2.4 km S of Palzem, possible
                 | all rooms              | LU/CAR-1 in DE and LU; notice of DE/RP-TRIER: cannot_be_told (not_delivered)
        12:00:35 | TRACK                  | LU/CAR-1: nowhere > DE, confirmed
                 | DE/RP-TRIER            | reads P1 entered, 2.4 km S of Palzem, confirmed
                 | LU/CCPD-LUXEMBOURG     | reads P3 entered, (copy), 2.4 km S of Palzem, confirmed
        12:00:48 | TRACK                  | LU/CAR-1: LU > nowhere, confirmed
                 | LU/CIN                 | RINGS P3 departed, (home), 2.4 km S of Palzem
                 | all rooms              | LU/CAR-1 in DE
        12:00:54 | clock                  | escalate DE/RP-TRIER
                 | DE/RP-TRIER            | reads P1 entered, escalated: louder
        12:01:34 | clock                  | escalate DE/RP-TRIER
                 | DE/RP-TRIER            | reads P1 entered, escalated: supervisor
                 | LU/CIN                 | RINGS P2 departed, (home), 2.4 km S of Palzem, ALARM
                 |                        | not_acknowledged_supervisor (room DE/RP-TRIER)
    """,
        case="LU/2026-1",
    )
