"""Who owns a room's alert: acknowledged, put aside, handed from person to person; and what rings it anew."""

from tests.scenarios.openings import AT_HOME
from tests.scenarios.script import play


def test_an_alert_is_put_aside_with_a_reason_and_an_end_but_never_one_of_priority_1() -> None:
    play(
        """
        12:01:00 | BE/CAR-1               | nears NL at Veldwezelt, there at 12:08:00
                 | NL/EPICC-KERKRADE      | RINGS P3 approaching, (copy), 0.7 km W of Malberg, there at 12:08:00
                 | NL/LE-DRIEBERGEN       | RINGS P2 approaching, 0.7 km W of Malberg, there at 12:08:00
                 | NL/MK-MAASTRICHT       | RINGS P2 approaching, 0.7 km W of Malberg, there at 12:08:00
                 | NL/EPICC-KERKRADE      | sees the pursuit
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-MAASTRICHT       | sees the pursuit
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-LIMBURG, NL/EPICC-KERKRADE, NL/LE-DRIEBERGEN,
                 |                        | NL/MK-MAASTRICHT
        12:01:10 | NL/MK-MAASTRICHT Jansen | puts it aside for 2 min: testing
                 | NL/MK-MAASTRICHT       | reads P2 approaching, put aside until 12:03:10: testing
        12:01:20 | NL/LE-DRIEBERGEN       | puts it aside for 30 min: Maastricht has it
                 | NL/LE-DRIEBERGEN       | reads P2 approaching, put aside until 12:31:20: Maastricht has it
        12:02:00 | NL/LE-DRIEBERGEN       | takes it up again
                 | NL/LE-DRIEBERGEN       | reads P2 approaching, taken up again
        12:02:10 | NL/LE-DRIEBERGEN       | takes it up again
                 | NL/LE-DRIEBERGEN       | is refused: nothing_new
        12:02:20 | NL/LE-DRIEBERGEN       | puts it aside for 30 min: Maastricht has it
                 | NL/LE-DRIEBERGEN       | reads P2 approaching, put aside until 12:32:20: Maastricht has it
        12:03:10 | clock                  | shelf NL/MK-MAASTRICHT
                 | NL/MK-MAASTRICHT       | reads P2 approaching, taken up again
        12:08:00 | BE/CAR-1               | crosses from BE to NL at Veldwezelt
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.7 km W of Malberg, confirmed, taken up again
                 | NL/EPICC-KERKRADE      | RINGS P3 entered, (copy), 0.7 km W of Malberg, confirmed
                 | BE/CIC-LIMBURG         | RINGS P3 departed, (home), 0.7 km W of Malberg
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-MAASTRICHT: cannot_be_told (not_delivered)
        12:08:05 | NL/LE-DRIEBERGEN       | puts it aside for 30 min: Maastricht has it
                 | NL/LE-DRIEBERGEN       | is refused: priority_1
        12:08:06 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 6 s (acknowledged)
        12:08:07 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by Jansen
                 | all rooms              | notice of NL/MK-MAASTRICHT: late by 7 s (acknowledged)
    """,
        given=AT_HOME,
    )


def test_an_alert_goes_from_person_to_person_and_is_never_nobodys() -> None:
    play(
        """
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
        12:01:05 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 5 s (acknowledged)
        12:01:05 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by Jansen
                 | all rooms              | notice of NL/MK-MAASTRICHT: late by 5 s (acknowledged)
        12:01:07 | NL/MK-MAASTRICHT Bakker | acknowledges revision 1
                 | NL/MK-MAASTRICHT       | is refused: already_acknowledged
        12:01:10 | NL/MK-MAASTRICHT Bakker | offers its alert to Jansen
                 | NL/MK-MAASTRICHT       | is refused: not_owner
        12:01:20 | NL/MK-MAASTRICHT Jansen | offers its alert to Bakker
                 | NL/MK-MAASTRICHT       | reads P1 entered, offered to Bakker, owned by Jansen
        12:01:25 | NL/MK-MAASTRICHT Visser | takes the alert over
                 | NL/MK-MAASTRICHT       | is refused: offered_to_other
        12:01:30 | NL/MK-MAASTRICHT Bakker | takes the alert over
                 | NL/MK-MAASTRICHT       | reads P1 entered, no longer offered, owned by Bakker
        12:01:40 | NL/MK-MAASTRICHT Bakker | offers its alert to Visser
                 | NL/MK-MAASTRICHT       | reads P1 entered, offered to Visser, owned by Bakker
        12:11:40 | clock                  | offer NL/MK-MAASTRICHT
                 | NL/MK-MAASTRICHT       | reads P1 entered, no longer offered, owned by Bakker
        12:11:50 | NL/MK-MAASTRICHT Visser | takes the alert over
                 | NL/MK-MAASTRICHT       | is refused: not_offered
    """,
        given=AT_HOME,
    )


def test_an_acknowledgement_never_covers_what_rang_after_it() -> None:
    play(
        """
        12:00:30 | BE/CAR-1               | nears NL at Veldwezelt, there at 12:01:00
                 | NL/EPICC-KERKRADE      | RINGS P3 approaching, (copy), 0.7 km W of Malberg, there at 12:01:00
                 | NL/LE-DRIEBERGEN       | RINGS P2 approaching, 0.7 km W of Malberg, there at 12:01:00
                 | NL/MK-MAASTRICHT       | RINGS P2 approaching, 0.7 km W of Malberg, there at 12:01:00
                 | NL/EPICC-KERKRADE      | sees the pursuit
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-MAASTRICHT       | sees the pursuit
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-LIMBURG, NL/EPICC-KERKRADE, NL/LE-DRIEBERGEN,
                 |                        | NL/MK-MAASTRICHT
        12:01:00 | BE/CAR-1               | crosses from BE to NL at Veldwezelt
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/EPICC-KERKRADE      | RINGS P3 entered, (copy), 0.7 km W of Malberg, confirmed
                 | BE/CIC-LIMBURG         | RINGS P3 departed, (home), 0.7 km W of Malberg
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-MAASTRICHT: cannot_be_told (not_delivered)
        12:01:01 | NL/MK-MAASTRICHT Jansen | acknowledges revision 1
                 | NL/MK-MAASTRICHT       | is refused: other_revision
        12:01:02 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by Jansen
                 | all rooms              | notice of NL/MK-MAASTRICHT: late by 2 s (acknowledged)
        12:01:03 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 3 s (acknowledged)
        12:01:04 | FR/CORG-59             | acknowledges
                 | FR/CORG-59             | is refused: unknown_pursuit
        12:01:05 | BE/CAR-1               | acknowledges
                 | BE/CAR-1               | is refused: not_allowed
    """,
        given=AT_HOME,
    )


def test_a_danger_rings_in_every_room_that_has_a_part_in_the_pursuit() -> None:
    play(
        """
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
        12:01:05 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 5 s (acknowledged)
        12:01:05 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by Jansen
                 | all rooms              | notice of NL/MK-MAASTRICHT: late by 5 s (acknowledged)
        12:02:00 | BE/CAR-1               | says f1: danger armed by crew
                 | BE/CIC-LIMBURG         | RINGS P1 departed, (home), 0.7 km W of Malberg, ALARM danger (code armed)
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.7 km W of Malberg, confirmed, ALARM danger (code armed)
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed, ALARM danger (code armed)
                 | all rooms              | f1: danger armed (crew)
        12:02:05 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by Jansen
        12:02:06 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
        12:02:07 | BE/CIC-LIMBURG Peeters | acknowledges
                 | BE/CIC-LIMBURG         | reads P1 departed, owned by Peeters
        12:02:10 | NL/MK-MAASTRICHT Jansen | says f2: danger laser by desk
                 | NL/MK-MAASTRICHT       | is refused: bad_fact
        12:02:20 | NL/EPICC-KERKRADE      | says f3: remark seen before by register
                 | all rooms              | f3: remark seen before (register)
        12:02:30 | FR/CORG-59             | says f4: remark seen before by register
                 | FR/CORG-59             | is refused: unknown_pursuit
    """,
        given=AT_HOME,
    )


def test_a_room_is_asked_for_help_and_answers_with_conditions_or_a_reason() -> None:
    play(
        """
        12:01:00 | BE/CIC-LIMBURG Peeters | asks NL/MK-MAASTRICHT to block_road (r1): N2 at Vroenhoven
                 | NL/MK-MAASTRICHT       | RINGS P2 alarm, (by_hand), ALARM asked (kind block_road, request r1, room
                 |                        | BE/CIC-LIMBURG)
                 | NL/MK-MAASTRICHT       | sees the pursuit
                 | all rooms              | r1: BE/CIC-LIMBURG asks NL/MK-MAASTRICHT to block_road: open
        12:01:10 | BE/CIC-LIMBURG Peeters | accepts r1
                 | BE/CIC-LIMBURG         | is refused: wrong_room
        12:01:20 | NL/MK-MAASTRICHT Jansen | accepts r1 with NL/CAR-7 at 12:05:00 if no spikes
                 | NL/MK-MAASTRICHT       | reads P2 alarm, owned by Jansen
                 | all rooms              | r1: BE/CIC-LIMBURG asks NL/MK-MAASTRICHT to block_road: accepted with
                 |                        | NL/CAR-7 if no spikes
                 | BE/CIC-LIMBURG         | reads request_accepted (conditions no spikes, kind block_road, room
                 |                        | NL/MK-MAASTRICHT, unit NL/CAR-7)
        12:01:30 | NL/MK-MAASTRICHT Jansen | refuses r1: too late
                 | NL/MK-MAASTRICHT       | is refused: answered
        12:02:00 | BE/CIC-LIMBURG Peeters | asks DE/NW-AACHEN to helicopter (r2): we have none
                 | DE/NW-AACHEN           | RINGS P2 alarm, (by_hand), ALARM asked (kind helicopter, request r2, room
                 |                        | BE/CIC-LIMBURG)
                 | DE/NW-AACHEN           | sees the pursuit
                 | all rooms              | r2: BE/CIC-LIMBURG asks DE/NW-AACHEN to helicopter: open
        12:02:20 | DE/NW-AACHEN Weber     | refuses r2: fog
                 | DE/NW-AACHEN           | reads P2 alarm, owned by Weber
                 | all rooms              | r2: BE/CIC-LIMBURG asks DE/NW-AACHEN to helicopter: refused because: fog
                 | BE/CIC-LIMBURG         | reads request_refused (kind helicopter, reason fog, room DE/NW-AACHEN)
        12:02:40 | BE/CIC-LIMBURG Peeters | asks NL/LE-DRIEBERGEN to observe (r3)
                 | NL/LE-DRIEBERGEN       | RINGS P2 alarm, (by_hand), ALARM asked (kind observe, request r3, room
                 |                        | BE/CIC-LIMBURG)
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | all rooms              | r3: BE/CIC-LIMBURG asks NL/LE-DRIEBERGEN to observe: open
        12:02:50 | BE/CIC-LIMBURG Peeters | needs r3 no more
                 | all rooms              | r3: BE/CIC-LIMBURG asks NL/LE-DRIEBERGEN to observe: withdrawn
                 | NL/LE-DRIEBERGEN       | reads request_withdrawn (kind observe, room NL/LE-DRIEBERGEN)
        12:03:00 | NL/LE-DRIEBERGEN       | accepts r3
                 | NL/LE-DRIEBERGEN       | is refused: answered
        12:03:10 | NL/LE-DRIEBERGEN       | asks NL/LE-DRIEBERGEN to observe (r4)
                 | NL/LE-DRIEBERGEN       | is refused: own_room
        12:03:20 | FR/CORG-59             | asks NL/LE-DRIEBERGEN to observe (r4)
                 | FR/CORG-59             | is refused: unknown_pursuit
    """,
        given=AT_HOME,
    )
