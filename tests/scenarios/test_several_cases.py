"""Two pursuits of one car become one, one of two cars becomes two; no crew is ever in neither."""

from tests.scenarios.openings import AT_HOME
from tests.scenarios.script import play

TWO_BECOME_ONE = """
        12:00:10 | BE/CAR-2               | in BE/2026-2: starts for BE/CIC-LIEGE: fled from a check
                 | BE/CAR-2               | BE/2026-2: is in
                 | BE/CIC-LIEGE           | BE/2026-2: sees the pursuit
                 | all rooms              | BE/2026-2: BE/CIC-LIEGE leads
        12:00:11 | BE/CAR-2               | in BE/2026-2: is in BE at Tongeren
                 | all rooms              | BE/2026-2: BE/CAR-2 in BE
        12:00:12 | BE/CAR-2               | in BE/2026-2: says f1: danger armed by crew
                 | BE/CIC-LIEGE           | BE/2026-2: RINGS P1 alarm, (home), ALARM danger (code armed)
                 | all rooms              | BE/2026-2: f1: danger armed (crew)
        12:00:32 | clock                  | escalate BE/CIC-LIEGE
                 | BE/CIC-LIEGE           | BE/2026-2: reads P1 alarm, escalated: louder
        12:01:00 | BE/CAR-2               | in BE/2026-2: crosses from BE to NL at Veldwezelt
                 | NL/MK-MAASTRICHT       | BE/2026-2: RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/LE-DRIEBERGEN       | BE/2026-2: RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/EPICC-KERKRADE      | BE/2026-2: RINGS P3 entered, (copy), 0.7 km W of Malberg, confirmed
                 | BE/CIC-LIEGE           | BE/2026-2: RINGS P1 departed, (home), 0.7 km W of Malberg
                 | NL/EPICC-KERKRADE      | BE/2026-2: sees the pursuit
                 | NL/LE-DRIEBERGEN       | BE/2026-2: sees the pursuit
                 | NL/MK-MAASTRICHT       | BE/2026-2: sees the pursuit
                 | all rooms              | BE/2026-2: BE/CAR-2 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told
                 |                        | (not_delivered); notice of NL/MK-MAASTRICHT: cannot_be_told (not_delivered)
                 | law                    | BE/2026-2: card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit;
                 |                        | six hours unknown; to BE/CAR-2, BE/CIC-LIEGE, NL/EPICC-KERKRADE,
                 |                        | NL/LE-DRIEBERGEN, NL/MK-MAASTRICHT
        12:01:05 | NL/MK-MAASTRICHT       | in BE/2026-2: acknowledges
                 | NL/MK-MAASTRICHT       | BE/2026-2: reads P1 entered, owned by desk
                 | all rooms              | BE/2026-2: notice of NL/MK-MAASTRICHT: late by 5 s (acknowledged)
        12:01:06 | NL/LE-DRIEBERGEN       | in BE/2026-2: acknowledges
                 | NL/LE-DRIEBERGEN       | BE/2026-2: reads P1 entered, owned by desk
                 | all rooms              | BE/2026-2: notice of NL/LE-DRIEBERGEN: late by 6 s (acknowledged)
        12:01:10 | BE/CIC-LIMBURG         | in BE/2026-2: merges it into BE/2026-1
                 | BE/CIC-LIMBURG         | BE/2026-2: is refused: unknown_pursuit
        12:01:12 | clock                  | escalate BE/CIC-LIEGE
                 | BE/CIC-LIEGE           | BE/2026-2: reads P1 departed, escalated: supervisor
        12:01:20 | BE/CIC-LIEGE           | in BE/2026-2: merges it into BE/2026-1
        12:01:21 | BE/2026-2              | merge asked: BE/2026-1
                 | BE/CIC-LIEGE           | RINGS P3 alarm, (by_hand), ALARM taken_in (case BE/2026-2)
                 | BE/CIC-LIMBURG         | RINGS P3 alarm, (home), ALARM taken_in (case BE/2026-2)
                 | BE/CIC-LIMBURG         | RINGS P1 alarm, (home), ALARM danger (code armed)
                 | BE/CAR-2               | is in
                 | BE/CIC-LIEGE           | sees the pursuit
                 | all rooms              | f1: danger armed (crew); notice of NL/LE-DRIEBERGEN: late by 6 s
                 |                        | (acknowledged, other_case); notice of NL/MK-MAASTRICHT: late by 5 s
                 |                        | (acknowledged, other_case)
        12:01:22 | BE/2026-1              | case answered: BE/2026-2
                 | BE/CIC-LIEGE           | BE/2026-2: reads P1 cleared, (home)
                 | NL/EPICC-KERKRADE      | BE/2026-2: reads P3 cleared, (copy)
                 | NL/LE-DRIEBERGEN       | BE/2026-2: reads P1 cleared, owned by desk
                 | NL/MK-MAASTRICHT       | BE/2026-2: reads P1 cleared, owned by desk
                 | BE/CAR-2               | BE/2026-2: is out
                 | all rooms              | BE/2026-2: goes on as BE/2026-1
                 | BE/CIC-LIEGE           | BE/2026-2: reads merge_accepted (case BE/2026-1)
        12:01:30 | BE/CAR-2               | is in NL at Maastricht, over from BE at Veldwezelt at 12:01:00
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/EPICC-KERKRADE      | RINGS P3 entered, (copy), 0.7 km W of Malberg, confirmed
                 | BE/CIC-LIMBURG         | RINGS P1 departed, (home), 0.7 km W of Malberg
                 | NL/EPICC-KERKRADE      | sees the pursuit
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-MAASTRICHT       | sees the pursuit
                 | all rooms              | BE/CAR-2 in NL
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CAR-2, BE/CIC-LIEGE, BE/CIC-LIMBURG,
                 |                        | NL/EPICC-KERKRADE, NL/LE-DRIEBERGEN, NL/MK-MAASTRICHT
        12:01:40 | NL/MK-MAASTRICHT       | acknowledges
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by desk
        12:01:41 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
        12:01:41 | clock                  | escalate BE/CIC-LIMBURG
                 | BE/CIC-LIMBURG         | reads P1 departed, escalated: louder
        12:02:00 | kafka                  | brings what pursuits asked of each other once more
        12:02:01 | BE/2026-1              | case answered: BE/2026-2
        12:02:01 | BE/2026-2              | merge asked: BE/2026-1
        12:02:02 | BE/2026-1              | case answered: BE/2026-2
    """


def test_two_pursuits_of_one_car_become_one() -> None:
    play(
        TWO_BECOME_ONE,
        given=AT_HOME,
    )


def test_a_closed_pursuit_takes_nobody_in() -> None:
    play(
        """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-LIMBURG: robbery
                 | BE/CAR-1               | is in
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | BE/CIC-LIMBURG leads
        12:00:10 | BE/CAR-2               | in BE/2026-2: starts for BE/CIC-LIEGE: fled from a check
                 | BE/CAR-2               | BE/2026-2: is in
                 | BE/CIC-LIEGE           | BE/2026-2: sees the pursuit
                 | all rooms              | BE/2026-2: BE/CIC-LIEGE leads
        12:00:30 | BE/CIC-LIMBURG         | closes: caught
                 | BE/CAR-1               | is out
                 | all rooms              | closed; to do: outcome, force, shots, damage, injuries
        12:00:40 | BE/CIC-LIEGE           | in BE/2026-2: merges it into BE/2026-1
        12:00:41 | BE/2026-2              | merge asked: BE/2026-1
        12:00:42 | BE/2026-1              | case answered: BE/2026-2
                 | BE/CIC-LIEGE           | BE/2026-2: reads merge_refused (case BE/2026-1, code closed)
        12:00:45 | BE/CIC-LIEGE           | in BE/2026-2: merges it into BE/2026-3
        12:00:46 | BE/2026-2              | merge asked: BE/2026-3
        12:00:47 | BE/2026-3              | case answered: BE/2026-2
                 | BE/CIC-LIEGE           | BE/2026-2: reads merge_refused (case BE/2026-3, code unknown_pursuit)
        12:00:50 | BE/CIC-LIEGE           | in BE/2026-2: closes: caught
                 | BE/CAR-2               | BE/2026-2: is out
                 | all rooms              | BE/2026-2: closed; to do: outcome, force, shots, damage, injuries
    """
    )


def test_a_question_that_is_lost_is_said_not_to_be_answered_and_asked_again_when_it_is_after_all() -> None:
    play(
        """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-LIMBURG: robbery
                 | BE/CAR-1               | is in
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | BE/CIC-LIMBURG leads
        12:00:10 | BE/CAR-2               | in BE/2026-2: starts for BE/CIC-LIEGE: fled from a check
                 | BE/CAR-2               | BE/2026-2: is in
                 | BE/CIC-LIEGE           | BE/2026-2: sees the pursuit
                 | all rooms              | BE/2026-2: BE/CIC-LIEGE leads
        12:00:40 | BE/CIC-LIEGE           | in BE/2026-2: merges it into BE/2026-1
        12:00:40 | kafka                  | loses what pursuits asked of each other
        12:01:10 | BE/CIC-LIEGE           | in BE/2026-2: merges it into BE/2026-1
                 | BE/CIC-LIEGE           | BE/2026-2: is refused: pending
        12:01:40 | clock                  | pending
                 | BE/CIC-LIEGE           | BE/2026-2: reads merge_refused (case BE/2026-1, code no_answer)
        12:02:00 | kafka                  | brings what pursuits asked of each other once more
        12:02:01 | BE/2026-2              | merge asked: BE/2026-1
                 | BE/CIC-LIEGE           | RINGS P3 alarm, (by_hand), ALARM taken_in (case BE/2026-2)
                 | BE/CIC-LIMBURG         | RINGS P3 alarm, (home), ALARM taken_in (case BE/2026-2)
                 | BE/CAR-2               | is in
                 | BE/CIC-LIEGE           | sees the pursuit
        12:02:02 | BE/2026-1              | case answered: BE/2026-2
                 | BE/CIC-LIEGE           | BE/2026-2: reads merge_accepted (case BE/2026-1)
        12:02:03 | BE/2026-2              | merge asked: BE/2026-1
        12:02:04 | BE/2026-1              | case answered: BE/2026-2
                 | BE/CAR-2               | BE/2026-2: is out
                 | all rooms              | BE/2026-2: goes on as BE/2026-1
                 | BE/CIC-LIEGE           | BE/2026-2: reads merge_accepted (case BE/2026-1)
        12:03:00 | BE/CIC-LIEGE           | in BE/2026-2: merges it into BE/2026-1
                 | BE/CIC-LIEGE           | BE/2026-2: is refused: closed
    """
    )


def test_where_each_asks_the_other_neither_ends() -> None:
    play(
        """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-LIMBURG: robbery
                 | BE/CAR-1               | is in
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | BE/CIC-LIMBURG leads
        12:00:10 | BE/CAR-2               | in BE/2026-2: starts for BE/CIC-LIEGE: fled from a check
                 | BE/CAR-2               | BE/2026-2: is in
                 | BE/CIC-LIEGE           | BE/2026-2: sees the pursuit
                 | all rooms              | BE/2026-2: BE/CIC-LIEGE leads
        12:00:40 | BE/CIC-LIEGE           | in BE/2026-2: merges it into BE/2026-1
        12:00:40 | BE/CIC-LIMBURG         | merges it into BE/2026-2
        12:00:41 | BE/2026-1              | merge asked: BE/2026-2
        12:00:41 | BE/2026-2              | merge asked: BE/2026-1
        12:00:42 | BE/2026-1              | case answered: BE/2026-2
                 | BE/CIC-LIEGE           | BE/2026-2: reads merge_refused (case BE/2026-1, code pending)
        12:00:42 | BE/2026-2              | case answered: BE/2026-1
                 | BE/CIC-LIMBURG         | reads merge_refused (case BE/2026-2, code pending)
        12:01:00 | BE/CIC-LIMBURG         | merges it into BE/2026-2
        12:01:01 | BE/2026-1              | merge asked: BE/2026-2
                 | BE/CIC-LIEGE           | BE/2026-2: RINGS P3 alarm, (home), ALARM taken_in (case BE/2026-1)
                 | BE/CIC-LIMBURG         | BE/2026-2: RINGS P3 alarm, (by_hand), ALARM taken_in (case BE/2026-1)
                 | BE/CAR-1               | BE/2026-2: is in
                 | BE/CIC-LIMBURG         | BE/2026-2: sees the pursuit
        12:01:02 | BE/2026-2              | case answered: BE/2026-1
                 | BE/CAR-1               | is out
                 | all rooms              | goes on as BE/2026-2
                 | BE/CIC-LIMBURG         | reads merge_accepted (case BE/2026-2)
    """
    )


def test_a_crew_that_joins_while_the_other_pursuit_is_asked_is_taken_along() -> None:
    play(
        """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-LIMBURG: robbery
                 | BE/CAR-1               | is in
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | BE/CIC-LIMBURG leads
        12:00:10 | BE/CAR-2               | in BE/2026-2: starts for BE/CIC-LIEGE: fled from a check
                 | BE/CAR-2               | BE/2026-2: is in
                 | BE/CIC-LIEGE           | BE/2026-2: sees the pursuit
                 | all rooms              | BE/2026-2: BE/CIC-LIEGE leads
        12:00:40 | BE/CIC-LIEGE           | in BE/2026-2: merges it into BE/2026-1
        12:00:41 | BE/CAR-3               | in BE/2026-2: joins for BE/CIC-LIEGE
                 | BE/CAR-3               | BE/2026-2: is in
        12:00:41 | BE/2026-2              | merge asked: BE/2026-1
                 | BE/CIC-LIEGE           | RINGS P3 alarm, (by_hand), ALARM taken_in (case BE/2026-2)
                 | BE/CIC-LIMBURG         | RINGS P3 alarm, (home), ALARM taken_in (case BE/2026-2)
                 | BE/CAR-2               | is in
                 | BE/CIC-LIEGE           | sees the pursuit
        12:00:42 | BE/2026-1              | case answered: BE/2026-2
                 | BE/CIC-LIEGE           | BE/2026-2: reads merge_accepted (case BE/2026-1)
        12:00:43 | BE/2026-2              | merge asked: BE/2026-1
                 | BE/CAR-3               | is in
        12:00:44 | BE/2026-1              | case answered: BE/2026-2
                 | BE/CAR-2               | BE/2026-2: is out
                 | BE/CAR-3               | BE/2026-2: is out
                 | all rooms              | BE/2026-2: goes on as BE/2026-1
                 | BE/CIC-LIEGE           | BE/2026-2: reads merge_accepted (case BE/2026-1)
    """
    )


ONE_SPLITS = """
        12:00:00 | BE/CIC-LIMBURG Peeters | opens for BE/CAR-1 BE/CAR-2: robbery
                 | BE/CAR-1               | is in
                 | BE/CAR-2               | is in
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | BE/CIC-LIMBURG leads
        12:00:01 | BE/CAR-1               | is in BE at Lanaken
                 | all rooms              | BE/CAR-1 in BE
        12:00:02 | BE/CAR-2               | is in BE at Lanaken
                 | all rooms              | BE/CAR-2 in BE
        12:00:03 | BE/CAR-1               | says f1: danger armed by crew
                 | BE/CIC-LIMBURG         | RINGS P1 alarm, (home), ALARM danger (code armed)
                 | all rooms              | f1: danger armed (crew)
        12:00:23 | clock                  | escalate BE/CIC-LIMBURG
                 | BE/CIC-LIMBURG         | reads P1 alarm, escalated: louder
        12:01:00 | BE/CAR-1               | crosses from BE to NL at Veldwezelt
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/EPICC-KERKRADE      | RINGS P3 entered, (copy), 0.7 km W of Malberg, confirmed
                 | BE/CIC-LIMBURG         | RINGS P1 departed, (home), 0.7 km W of Malberg
                 | NL/EPICC-KERKRADE      | sees the pursuit
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-MAASTRICHT       | sees the pursuit
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-MAASTRICHT: cannot_be_told (not_delivered)
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CAR-2, BE/CIC-LIMBURG, NL/EPICC-KERKRADE,
                 |                        | NL/LE-DRIEBERGEN, NL/MK-MAASTRICHT
        12:01:01 | NL/MK-MAASTRICHT       | acknowledges
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/MK-MAASTRICHT: late by 1 s (acknowledged)
        12:01:02 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 2 s (acknowledged)
        12:01:03 | clock                  | escalate BE/CIC-LIMBURG
                 | BE/CIC-LIMBURG         | reads P1 departed, escalated: supervisor
        12:01:30 | BE/CIC-LIMBURG Peeters | splits off BE/CAR-1 BE/CAR-2 as BE/2026-2
                 | BE/CIC-LIMBURG         | is refused: all_units
        12:01:31 | BE/CIC-LIMBURG Peeters | splits off BE/CAR-9 as BE/2026-2
                 | BE/CIC-LIMBURG         | is refused: not_joined
        12:01:32 | BE/CIC-LIMBURG Peeters | splits off BE/CAR-1 as BE/2026-2
        12:01:33 | BE/2026-1              | split asked: BE/2026-2
                 | BE/CAR-1               | BE/2026-2: is in
                 | BE/CIC-LIMBURG         | BE/2026-2: sees the pursuit
                 | all rooms              | BE/2026-2: BE/CIC-LIMBURG leads; f1: danger armed (crew); notice of
                 |                        | NL/LE-DRIEBERGEN: late by 2 s (acknowledged, other_case); notice of
                 |                        | NL/MK-MAASTRICHT: late by 1 s (acknowledged, other_case)
        12:01:34 | BE/2026-2              | case answered: BE/2026-1
                 | BE/CIC-LIMBURG         | reads P1 cleared, (home)
                 | NL/EPICC-KERKRADE      | reads P3 cleared, (copy)
                 | NL/LE-DRIEBERGEN       | reads P1 cleared, owned by desk
                 | NL/MK-MAASTRICHT       | reads P1 cleared, owned by desk
                 | BE/CAR-1               | is out
                 | all rooms              | BE/CAR-1 out of the pursuit
                 | BE/CIC-LIMBURG         | reads split_accepted (case BE/2026-2)
        12:01:40 | BE/CAR-1               | in BE/2026-2: is in NL at Maastricht, over from BE at Veldwezelt at 12:01:00
                 | NL/MK-MAASTRICHT       | BE/2026-2: RINGS P1 entered_before_opening, 0.0 km S of Maastricht,
                 |                        | confirmed
                 | NL/LE-DRIEBERGEN       | BE/2026-2: RINGS P1 entered_before_opening, 0.0 km S of Maastricht,
                 |                        | confirmed
                 | NL/EPICC-KERKRADE      | BE/2026-2: RINGS P3 entered_before_opening, (copy), 0.0 km S of Maastricht,
                 |                        | confirmed
                 | BE/CIC-LIMBURG         | BE/2026-2: RINGS P3 departed_before_opening, (home), 0.0 km S of Maastricht
                 | NL/EPICC-KERKRADE      | BE/2026-2: sees the pursuit
                 | NL/LE-DRIEBERGEN       | BE/2026-2: sees the pursuit
                 | NL/MK-MAASTRICHT       | BE/2026-2: sees the pursuit
                 | all rooms              | BE/2026-2: BE/CAR-1 in NL
                 | law                    | BE/2026-2: card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit;
                 |                        | six hours unknown; to BE/CAR-1, BE/CIC-LIMBURG, NL/EPICC-KERKRADE,
                 |                        | NL/LE-DRIEBERGEN, NL/MK-MAASTRICHT
        12:01:41 | NL/MK-MAASTRICHT       | in BE/2026-2: acknowledges
                 | NL/MK-MAASTRICHT       | BE/2026-2: reads P1 entered_before_opening, owned by desk
        12:01:42 | NL/LE-DRIEBERGEN       | in BE/2026-2: acknowledges
                 | NL/LE-DRIEBERGEN       | BE/2026-2: reads P1 entered_before_opening, owned by desk
    """


def test_one_pursuit_splits_where_there_are_two_targets() -> None:
    play(ONE_SPLITS)
