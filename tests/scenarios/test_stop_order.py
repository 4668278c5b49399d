"""The order to stop: it reaches every pursuing crew, each receipts it, and only who holds it may undo it."""

from tests.scenarios.openings import AT_HOME, ENTERED
from tests.scenarios.script import play

NOT_RECEIPTED = """
        12:00:00 | BE/CIC-ANTWERPEN Maes  | opens for BE/CAR-1 BE/CAR-2: robbery
                 | BE/CAR-1               | is in
                 | BE/CAR-2               | is in
                 | BE/CIC-ANTWERPEN       | sees the pursuit
                 | all rooms              | BE/CIC-ANTWERPEN leads
        12:00:01 | BE/CAR-1               | is in BE at Hoogstraten
                 | all rooms              | BE/CAR-1 in BE
        12:00:02 | BE/CAR-2               | is in BE at Hoogstraten
                 | all rooms              | BE/CAR-2 in BE
        12:02:00 | BE/CAR-1               | crosses from BE to NL at Hazeldonk
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed
                 | BE/CIC-ANTWERPEN       | RINGS P3 departed, (home), 4.4 km SE of Rijsbergen
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-BERGEN-OP-ZOOM   | sees the pursuit
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-BERGEN-OP-ZOOM: cannot_be_told (not_delivered)
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CAR-2, BE/CIC-ANTWERPEN, NL/LE-DRIEBERGEN,
                 |                        | NL/MK-BERGEN-OP-ZOOM
        12:02:05 | NL/MK-BERGEN-OP-ZOOM Smit | acknowledges
                 | NL/MK-BERGEN-OP-ZOOM   | reads P1 entered, owned by Smit
                 | all rooms              | notice of NL/MK-BERGEN-OP-ZOOM: late by 5 s (acknowledged)
        12:02:06 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 6 s (acknowledged)
        12:03:00 | NL/MK-BERGEN-OP-ZOOM Smit | stops everybody (s1): school is out
                 | BE/CIC-ANTWERPEN       | RINGS P1 departed, (home), 4.4 km SE of Rijsbergen, ALARM stop_given (room
                 |                        | NL/MK-BERGEN-OP-ZOOM, stop s1)
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed, ALARM stop_given (room
                 |                        | NL/MK-BERGEN-OP-ZOOM, stop s1)
                 | BE/CAR-1               | reads STOP s1: school is out
                 | BE/CAR-2               | reads STOP s1: school is out
                 | all rooms              | stop s1 (held by NL/MK-BERGEN-OP-ZOOM): BE/CAR-1 NOT YET, BE/CAR-2 NOT YET
        12:03:05 | BE/CAR-1               | has received s1
                 | all rooms              | stop s1 (held by NL/MK-BERGEN-OP-ZOOM): BE/CAR-1 12:03:05, BE/CAR-2 NOT YET
        12:03:06 | BE/CIC-ANTWERPEN Maes  | acknowledges
                 | BE/CIC-ANTWERPEN       | reads P1 departed, owned by Maes
        12:03:07 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
        12:03:30 | clock                  | stop s1
                 | BE/CIC-ANTWERPEN       | RINGS P1 departed, (home), 4.4 km SE of Rijsbergen, ALARM stop_unanswered
                 |                        | (stop s1, units BE/CAR-2)
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed, ALARM stop_unanswered
                 |                        | (stop s1, units BE/CAR-2)
                 | all rooms              | stop s1 (held by NL/MK-BERGEN-OP-ZOOM): BE/CAR-1 12:03:05, BE/CAR-2 NOT YET,
                 |                        | receipt overdue
        12:03:35 | BE/CIC-ANTWERPEN Maes  | acknowledges
                 | BE/CIC-ANTWERPEN       | reads P1 departed, owned by Maes
        12:03:36 | NL/MK-BERGEN-OP-ZOOM Smit | acknowledges
                 | NL/MK-BERGEN-OP-ZOOM   | reads P1 entered, owned by Smit
        12:03:40 | BE/CIC-ANTWERPEN Maes  | lifts s1: we go on
                 | BE/CIC-ANTWERPEN       | is refused: wrong_room
        12:03:41 | NL/LE-DRIEBERGEN       | lifts s1: we go on
                 | NL/LE-DRIEBERGEN       | is refused: wrong_room
        12:03:42 | BE/CAR-1               | lifts s1: we go on
                 | BE/CAR-1               | is refused: not_allowed
        12:03:50 | BE/CAR-2               | has received s1
                 | all rooms              | stop s1 (held by NL/MK-BERGEN-OP-ZOOM): BE/CAR-1 12:03:05, BE/CAR-2 12:03:50
        12:04:00 | NL/MK-BERGEN-OP-ZOOM Smit | lifts s1: the street is clear
                 | BE/CIC-ANTWERPEN       | RINGS P2 departed, (home), 4.4 km SE of Rijsbergen, ALARM stop_lifted (room
                 |                        | NL/MK-BERGEN-OP-ZOOM, stop s1)
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed, ALARM stop_lifted
                 |                        | (room NL/MK-BERGEN-OP-ZOOM, stop s1)
                 | BE/CAR-1               | reads STOP s1: lifted: the street is clear
                 | BE/CAR-2               | reads STOP s1: lifted: the street is clear
                 | all rooms              | stop s1 (held by NL/MK-BERGEN-OP-ZOOM): BE/CAR-1 12:03:05, BE/CAR-2
                 |                        | 12:03:50, LIFTED by NL/MK-BERGEN-OP-ZOOM
        12:04:10 | NL/MK-BERGEN-OP-ZOOM Smit | lifts s1: the street is clear
                 | NL/MK-BERGEN-OP-ZOOM   | is refused: lifted
    """


def test_a_stop_order_that_a_crew_does_not_receipt_is_alarmed_and_undone_by_its_giver_alone() -> None:
    play(NOT_RECEIPTED)


HANDED_OVER_WITH_THE_LEAD = """
        12:01:10 | NL/MK-MAASTRICHT Jansen | takes the lead
                 | BE/CIC-LIMBURG         | RINGS P3 departed, (home), 0.7 km W of Malberg, ALARM lead_passed (room
                 |                        | NL/MK-MAASTRICHT)
                 | all rooms              | NL/MK-MAASTRICHT leads; BE/CIC-LIMBURG answers at home
        12:01:20 | NL/MK-MAASTRICHT Jansen | stops everybody (s1): too dangerous
                 | BE/CIC-LIMBURG         | RINGS P1 departed, (home), 0.7 km W of Malberg, ALARM stop_given (room
                 |                        | NL/MK-MAASTRICHT, stop s1)
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.7 km W of Malberg, confirmed, ALARM stop_given (room
                 |                        | NL/MK-MAASTRICHT, stop s1)
                 | BE/CAR-1               | reads STOP s1: too dangerous
                 | all rooms              | stop s1 (held by NL/MK-MAASTRICHT): BE/CAR-1 NOT YET
        12:01:25 | BE/CAR-1               | has received s1
                 | all rooms              | stop s1 (held by NL/MK-MAASTRICHT): BE/CAR-1 12:01:25
        12:01:26 | BE/CIC-LIMBURG         | acknowledges
                 | BE/CIC-LIMBURG         | reads P1 departed, owned by desk
        12:01:27 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
        12:01:30 | NL/MK-DEN-BOSCH de Vries | lifts s1: it is ours now
                 | NL/MK-DEN-BOSCH        | is refused: unknown_pursuit
        12:01:40 | NL/MK-MAASTRICHT Jansen | offers the lead to NL/MK-DEN-BOSCH (h1)
                 | NL/MK-DEN-BOSCH        | RINGS P2 alarm, (by_hand), ALARM asked (kind hand_over, request h1, room
                 |                        | NL/MK-MAASTRICHT)
                 | NL/MK-DEN-BOSCH        | sees the pursuit
                 | all rooms              | h1: NL/MK-MAASTRICHT asks NL/MK-DEN-BOSCH to hand_over: open
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to NL/MK-DEN-BOSCH
        12:01:45 | NL/MK-DEN-BOSCH de Vries | lifts s1: it is ours now
                 | NL/MK-DEN-BOSCH        | is refused: wrong_room
        12:01:50 | NL/MK-DEN-BOSCH de Vries | accepts h1
                 | NL/MK-DEN-BOSCH        | reads P2 alarm, owned by de Vries
                 | BE/CIC-LIMBURG         | RINGS P3 departed, (home), 0.7 km W of Malberg, ALARM lead_passed (room
                 |                        | NL/MK-DEN-BOSCH)
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed, ALARM lead_passed (room
                 |                        | NL/MK-DEN-BOSCH)
                 | all rooms              | NL/MK-DEN-BOSCH leads; h1: NL/MK-MAASTRICHT asks NL/MK-DEN-BOSCH to
                 |                        | hand_over: accepted; stop s1 (held by NL/MK-MAASTRICHT, NL/MK-DEN-BOSCH):
                 |                        | BE/CAR-1 12:01:25
                 | NL/MK-MAASTRICHT       | reads request_accepted (kind hand_over, room NL/MK-DEN-BOSCH)
        12:02:00 | NL/MK-DEN-BOSCH de Vries | lifts s1: it is ours now
                 | BE/CIC-LIMBURG         | RINGS P2 departed, (home), 0.7 km W of Malberg, ALARM stop_lifted (room
                 |                        | NL/MK-DEN-BOSCH, stop s1)
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.7 km W of Malberg, confirmed, ALARM stop_lifted (room
                 |                        | NL/MK-DEN-BOSCH, stop s1)
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed, ALARM stop_lifted (room
                 |                        | NL/MK-DEN-BOSCH, stop s1)
                 | BE/CAR-1               | reads STOP s1: lifted: it is ours now
                 | all rooms              | stop s1 (held by NL/MK-MAASTRICHT, NL/MK-DEN-BOSCH): BE/CAR-1 12:01:25,
                 |                        | LIFTED by NL/MK-DEN-BOSCH
    """


def test_with_the_lead_goes_the_stop_order_to_the_room_that_it_is_handed_over_to() -> None:
    play(
        HANDED_OVER_WITH_THE_LEAD,
        given=ENTERED,
    )


def test_a_crew_that_joins_while_an_order_stands_must_receipt_it_too() -> None:
    play(
        """
        12:01:00 | BE/CIC-LIMBURG Peeters | stops everybody (s1): wrong car
                 | BE/CAR-1               | reads STOP s1: wrong car
                 | all rooms              | stop s1 (held by BE/CIC-LIMBURG): BE/CAR-1 NOT YET
        12:01:05 | BE/CAR-1               | has received s1
                 | all rooms              | stop s1 (held by BE/CIC-LIMBURG): BE/CAR-1 12:01:05
        12:02:00 | BE/CAR-2               | joins for BE/CIC-LIMBURG
                 | BE/CAR-2               | reads STOP s1: wrong car
                 | BE/CAR-2               | is in
                 | all rooms              | stop s1 (held by BE/CIC-LIMBURG): BE/CAR-1 12:01:05, BE/CAR-2 NOT YET
        12:02:30 | clock                  | stop s1
                 | BE/CIC-LIMBURG         | RINGS P1 alarm, (home), ALARM stop_unanswered (stop s1, units BE/CAR-2)
                 | all rooms              | stop s1 (held by BE/CIC-LIMBURG): BE/CAR-1 12:01:05, BE/CAR-2 NOT YET,
                 |                        | receipt overdue
        12:02:40 | BE/CAR-2               | leaves
                 | BE/CAR-2               | is out
                 | all rooms              | BE/CAR-2 out of the pursuit
        12:02:50 | BE/CAR-2               | joins for BE/CIC-LIMBURG
                 | BE/CAR-2               | reads STOP s1: wrong car
                 | BE/CAR-2               | is in
                 | all rooms              | stop s1 (held by BE/CIC-LIMBURG): BE/CAR-1 12:01:05, BE/CAR-2 NOT YET; no
                 |                        | longer: BE/CAR-2 out of the pursuit
        12:02:50 | clock                  | escalate BE/CIC-LIMBURG
                 | BE/CIC-LIMBURG         | reads P1 alarm, escalated: louder
        12:02:55 | BE/CAR-2               | has received s1
                 | all rooms              | stop s1 (held by BE/CIC-LIMBURG): BE/CAR-1 12:01:05, BE/CAR-2 12:02:55
    """,
        given=AT_HOME,
    )
