"""Mistakes are events: every room that was told reads that it was one, and why."""

from tests.scenarios.openings import ENTERED
from tests.scenarios.script import play

OPENED_IN_ERROR = """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-LIMBURG: robbery
                 | BE/CAR-1               | is in
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | BE/CIC-LIMBURG leads
        12:00:01 | BE/CAR-1               | is in BE at Lanaken
                 | all rooms              | BE/CAR-1 in BE
        12:01:00 | BE/CAR-1               | crosses from BE to NL at Veldwezelt
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/EPICC-KERKRADE      | RINGS P3 entered, (copy), 0.7 km W of Malberg, confirmed
                 | BE/CIC-LIMBURG         | RINGS P3 departed, (home), 0.7 km W of Malberg
                 | NL/EPICC-KERKRADE      | sees the pursuit
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-MAASTRICHT       | sees the pursuit
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-MAASTRICHT: cannot_be_told (not_delivered)
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-LIMBURG, NL/EPICC-KERKRADE, NL/LE-DRIEBERGEN,
                 |                        | NL/MK-MAASTRICHT
        12:01:05 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by Jansen
                 | all rooms              | notice of NL/MK-MAASTRICHT: late by 5 s (acknowledged)
        12:01:20 | clock                  | escalate NL/LE-DRIEBERGEN
                 | NL/LE-DRIEBERGEN       | reads P1 entered, escalated: louder
        12:02:00 | NL/MK-MAASTRICHT Jansen | opened it in error: not ours
                 | NL/MK-MAASTRICHT       | is refused: wrong_room
        12:02:00 | clock                  | escalate NL/LE-DRIEBERGEN
                 | NL/LE-DRIEBERGEN       | reads P1 entered, escalated: supervisor
        12:02:10 | BE/CIC-LIMBURG Peeters | opened it in error: START pressed in the garage
                 | BE/CIC-LIMBURG         | RINGS P3 withdrawn_because, (home), 0.7 km W of Malberg, because: START
                 |                        | pressed in the garage
                 | NL/EPICC-KERKRADE      | RINGS P3 withdrawn_because, (copy), 0.7 km W of Malberg, because: START
                 |                        | pressed in the garage
                 | NL/LE-DRIEBERGEN       | RINGS P3 withdrawn_because, 0.7 km W of Malberg, because: START pressed in
                 |                        | the garage
                 | NL/MK-MAASTRICHT       | RINGS P3 withdrawn_because, 0.7 km W of Malberg, because: START pressed in
                 |                        | the garage
                 | BE/CAR-1               | is out
                 | all rooms              | OPENED IN ERROR; no longer: notice of NL/LE-DRIEBERGEN: cannot_be_told
                 |                        | (not_delivered); no longer: notice of NL/MK-MAASTRICHT: late by 5 s
                 |                        | (acknowledged)
        12:02:20 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P3 withdrawn_because, owned by Jansen
        12:02:30 | BE/CAR-1               | has lost sight
                 | BE/CAR-1               | is refused: closed
        12:02:40 | BE/CIC-LIMBURG Peeters | closes: nothing
                 | BE/CIC-LIMBURG         | is refused: closed
        12:17:10 | clock                  | visibility_end
                 | BE/CIC-LIMBURG         | sees it no longer
                 | NL/EPICC-KERKRADE      | sees it no longer
                 | NL/LE-DRIEBERGEN       | sees it no longer
                 | NL/MK-MAASTRICHT       | sees it no longer
    """


def test_opened_in_error_every_room_that_was_told_reads_withdrawn_because() -> None:
    play(OPENED_IN_ERROR)


JOINED_IN_ERROR = """
        12:00:00 | BE/CIC-LIMBURG Peeters | opens for BE/CAR-1 BE/CAR-2: robbery
                 | BE/CAR-1               | is in
                 | BE/CAR-2               | is in
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | BE/CIC-LIMBURG leads
        12:00:01 | BE/CAR-1               | is in BE at Lanaken
                 | all rooms              | BE/CAR-1 in BE
        12:00:02 | BE/CAR-2               | is in BE at Menen
                 | all rooms              | BE/CAR-2 in BE
        12:01:00 | BE/CAR-1               | crosses from BE to NL at Veldwezelt
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/EPICC-KERKRADE      | RINGS P3 entered, (copy), 0.7 km W of Malberg, confirmed
                 | BE/CIC-LIMBURG         | RINGS P3 departed, (home), 0.7 km W of Malberg
                 | NL/EPICC-KERKRADE      | sees the pursuit
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-MAASTRICHT       | sees the pursuit
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-MAASTRICHT: cannot_be_told (not_delivered)
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CAR-2, BE/CIC-LIMBURG, NL/EPICC-KERKRADE,
                 |                        | NL/LE-DRIEBERGEN, NL/MK-MAASTRICHT
        12:01:05 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by Jansen
                 | all rooms              | notice of NL/MK-MAASTRICHT: late by 5 s (acknowledged)
        12:01:06 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 6 s (acknowledged)
        12:01:30 | BE/CAR-2               | crosses from BE to FR at Rekkem
                 | FR/CORG-59             | RINGS P1 entered, 1.9 km E of Halluin, confirmed
                 | FR/CIC-59              | RINGS P1 entered, 1.9 km E of Halluin, confirmed
                 | BE/CCPD-TOURNAI        | RINGS P3 entered, (copy), 1.9 km E of Halluin, confirmed
                 | BE/CIC-LIMBURG         | reads P3 departed
                 | BE/CCPD-TOURNAI        | sees the pursuit
                 | FR/CIC-59              | sees the pursuit
                 | FR/CORG-59             | sees the pursuit
                 | all rooms              | BE/CAR-2 in FR; notice of FR/CIC-59: cannot_be_told (not_delivered); notice
                 |                        | of FR/CORG-59: cannot_be_told (not_delivered)
                 | law                    | card BE>FR police 2026-06-01: cisa-41; hold citizen_seizure_only; no limit;
                 |                        | six hours yes; to BE/CAR-1, BE/CAR-2, BE/CCPD-TOURNAI, BE/CIC-LIMBURG,
                 |                        | FR/CIC-59, FR/CORG-59, NL/EPICC-KERKRADE, NL/LE-DRIEBERGEN, NL/MK-MAASTRICHT
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CCPD-TOURNAI, FR/CIC-59, FR/CORG-59
        12:01:40 | FR/CORG-59             | acknowledges
                 | FR/CORG-59             | reads P1 entered, owned by desk
                 | all rooms              | notice of FR/CORG-59: late by 10 s (acknowledged)
        12:01:50 | clock                  | escalate FR/CIC-59
                 | FR/CIC-59              | reads P1 entered, escalated: louder
        12:02:00 | NL/MK-MAASTRICHT Jansen | takes BE/CAR-2 out: not ours
                 | NL/MK-MAASTRICHT       | is refused: wrong_room
        12:02:10 | BE/CIC-LIMBURG Peeters | takes BE/CAR-2 out: mistyped, it is another patrol
                 | BE/CCPD-TOURNAI        | RINGS P3 withdrawn_because, (copy), 1.9 km E of Halluin, because: mistyped,
                 |                        | it is another patrol
                 | FR/CIC-59              | RINGS P3 withdrawn_because, 1.9 km E of Halluin, because: mistyped, it is
                 |                        | another patrol
                 | FR/CORG-59             | RINGS P3 withdrawn_because, 1.9 km E of Halluin, because: mistyped, it is
                 |                        | another patrol
                 | BE/CAR-2               | is out
                 | all rooms              | BE/CAR-2 JOINED IN ERROR; no longer: notice of FR/CIC-59: cannot_be_told
                 |                        | (not_delivered); no longer: notice of FR/CORG-59: late by 10 s
                 |                        | (acknowledged)
        12:02:15 | FR/CIC-59              | acknowledges
                 | FR/CIC-59              | reads P3 withdrawn_because, owned by desk
        12:02:20 | BE/CIC-LIMBURG Peeters | takes BE/CAR-2 out: mistyped, it is another patrol
                 | BE/CIC-LIMBURG         | is refused: not_joined
        12:02:30 | BE/CAR-2               | drives on to Lille in FR
    """


def test_a_unit_that_was_joined_in_error_never_was_in_the_pursuit() -> None:
    play(JOINED_IN_ERROR)


def test_a_fact_that_was_wrong_is_withdrawn_by_who_said_it_or_the_leading_room() -> None:
    play(
        """
        12:02:10 | BE/CAR-1               | says f1: vehicle 1-ABC-123 of BE by crew
                 | all rooms              | f1: vehicle 1-ABC-123 BE (crew)
        12:02:20 | BE/CIC-LIMBURG Peeters | supposes f2: suspect man of about forty by witness
                 | all rooms              | f2: assessment of suspect man of about forty (witness)
        12:02:40 | NL/MK-MAASTRICHT Jansen | says f3: occupants 2 by anpr
                 | all rooms              | f3: occupants 2 (anpr)
        12:02:50 | NL/LE-DRIEBERGEN       | takes f3 back: three
                 | NL/LE-DRIEBERGEN       | is refused: wrong_room
        12:02:55 | NL/MK-MAASTRICHT Jansen | takes f3 back: three
                 | all rooms              | f3: occupants 2 (anpr), WITHDRAWN because: three
        12:03:00 | BE/CIC-LIMBURG Peeters | takes f1 back: other plate
                 | all rooms              | f1: vehicle 1-ABC-123 BE (crew), WITHDRAWN because: other plate
        12:03:10 | BE/CAR-1               | takes f1 back: other plate
                 | BE/CAR-1               | is refused: withdrawn_fact
        12:03:20 | BE/CAR-1               | says f1: vehicle 1-ABC-132 of BE by crew
                 | BE/CAR-1               | is refused: known_fact
    """,
        given=ENTERED,
    )
