"""Notice no later than the crossing: by console, by telephone, by hand; what is done if nobody answers; the proof."""

from dataclasses import replace

from borders.load import load_directory
from tests.scenarios.openings import AT_HOME
from tests.scenarios.script import play

_LUXEMBOURG = load_directory().room("LU/CIN")
WITH_NUMBER = replace(_LUXEMBOURG, telephone="+352 4997 0000")
TELEPHONE_ONLY = replace(WITH_NUMBER, telephone_only=True)
AT_ARLON = """
    12:00:00 | BE/CAR-1                | starts for BE/CIC-LUXEMBOURG: robbery
    12:00:01 | BE/CAR-1                | is in BE at Arlon
"""


def test_nobody_answers_louder_after_20_s_the_supervisor_after_60_the_telephone_after_120() -> None:
    play(
        """
        12:01:00 | BE/CAR-1               | crosses from BE to LU at Sterpenich
                 | LU/CIN                 | RINGS P1 entered, 1.0 km SW of Kleinbettingen, confirmed
                 | LU/CCPD-LUXEMBOURG     | RINGS P3 entered, (copy), 1.0 km SW of Kleinbettingen, confirmed
                 | BE/CIC-LUXEMBOURG      | RINGS P3 departed, (home), 1.0 km SW of Kleinbettingen
                 | LU/CCPD-LUXEMBOURG     | sees the pursuit
                 | LU/CIN                 | sees the pursuit
                 | all rooms              | BE/CAR-1 in LU; notice of LU/CIN: cannot_be_told (not_delivered)
                 | law                    | card BE>LU police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-LUXEMBOURG, LU/CCPD-LUXEMBOURG, LU/CIN
        12:01:20 | clock                  | escalate LU/CIN
                 | LU/CIN                 | reads P1 entered, escalated: louder
        12:02:00 | clock                  | escalate LU/CIN
                 | LU/CIN                 | reads P1 entered, escalated: supervisor
                 | BE/CIC-LUXEMBOURG      | RINGS P2 departed, (home), 1.0 km SW of Kleinbettingen, ALARM
                 |                        | not_acknowledged_supervisor (room LU/CIN)
        12:02:10 | BE/CIC-LUXEMBOURG Peeters | acknowledges
                 | BE/CIC-LUXEMBOURG      | reads P2 departed, owned by Peeters
        12:03:00 | clock                  | escalate LU/CIN
                 | LU/CIN                 | reads P1 entered, escalated: telephone
                 | BE/CIC-LUXEMBOURG      | RINGS P1 departed, (home), 1.0 km SW of Kleinbettingen, ALARM
                 |                        | not_acknowledged_telephone (room LU/CIN)
                 | all rooms              | CALL LU/CIN on +352 4997 0000
        12:03:10 | BE/CIC-LUXEMBOURG Peeters | acknowledges
                 | BE/CIC-LUXEMBOURG      | reads P1 departed, owned by Peeters
        12:03:20 | LU/CIN Weber           | acknowledges
                 | LU/CIN                 | reads P1 entered, owned by Weber
                 | all rooms              | notice of LU/CIN: late by 140 s (acknowledged); no longer: CALL LU/CIN on
                 |                        | +352 4997 0000
    """,
        given=AT_ARLON,
        rooms=(WITH_NUMBER,),
    )


def test_two_rooms_in_which_nobody_is_do_not_alarm_each_other_for_ever() -> None:
    play(
        """
        12:01:00 | BE/CAR-1               | crosses from BE to LU at Sterpenich
                 | LU/CIN                 | RINGS P1 entered, 1.0 km SW of Kleinbettingen, confirmed
                 | LU/CCPD-LUXEMBOURG     | RINGS P3 entered, (copy), 1.0 km SW of Kleinbettingen, confirmed
                 | BE/CIC-LUXEMBOURG      | RINGS P3 departed, (home), 1.0 km SW of Kleinbettingen
                 | LU/CCPD-LUXEMBOURG     | sees the pursuit
                 | LU/CIN                 | sees the pursuit
                 | all rooms              | BE/CAR-1 in LU; notice of LU/CIN: cannot_be_told (not_delivered)
                 | law                    | card BE>LU police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-LUXEMBOURG, LU/CCPD-LUXEMBOURG, LU/CIN
        12:01:20 | clock                  | escalate LU/CIN
                 | LU/CIN                 | reads P1 entered, escalated: louder
        12:02:00 | clock                  | escalate LU/CIN
                 | LU/CIN                 | reads P1 entered, escalated: supervisor
                 | BE/CIC-LUXEMBOURG      | RINGS P2 departed, (home), 1.0 km SW of Kleinbettingen, ALARM
                 |                        | not_acknowledged_supervisor (room LU/CIN)
        12:03:00 | clock                  | escalate LU/CIN
                 | LU/CIN                 | reads P1 entered, escalated: telephone
                 | BE/CIC-LUXEMBOURG      | RINGS P1 departed, (home), 1.0 km SW of Kleinbettingen, ALARM
                 |                        | not_acknowledged_telephone (room LU/CIN)
                 | all rooms              | CALL LU/CIN
        12:03:20 | clock                  | escalate BE/CIC-LUXEMBOURG
                 | BE/CIC-LUXEMBOURG      | reads P1 departed, escalated: louder
        12:04:00 | clock                  | escalate BE/CIC-LUXEMBOURG
                 | BE/CIC-LUXEMBOURG      | reads P1 departed, escalated: supervisor
        12:05:00 | clock                  | escalate BE/CIC-LUXEMBOURG
                 | BE/CIC-LUXEMBOURG      | reads P1 departed, escalated: telephone
                 | all rooms              | CALL BE/CIC-LUXEMBOURG
    """,
        given=AT_ARLON,
    )


def test_where_the_host_leads_two_silent_rooms_end_at_the_telephone_too() -> None:
    play(
        """
        12:01:00 | BE/CAR-1               | crosses from BE to LU at Sterpenich
                 | LU/CIN                 | RINGS P1 entered, 1.0 km SW of Kleinbettingen, confirmed
                 | LU/CCPD-LUXEMBOURG     | RINGS P3 entered, (copy), 1.0 km SW of Kleinbettingen, confirmed
                 | BE/CIC-LUXEMBOURG      | RINGS P3 departed, (home), 1.0 km SW of Kleinbettingen
                 | LU/CCPD-LUXEMBOURG     | sees the pursuit
                 | LU/CIN                 | sees the pursuit
                 | all rooms              | BE/CAR-1 in LU; notice of LU/CIN: cannot_be_told (not_delivered)
                 | law                    | card BE>LU police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-LUXEMBOURG, LU/CCPD-LUXEMBOURG, LU/CIN
        12:01:05 | LU/CIN Weber           | acknowledges
                 | LU/CIN                 | reads P1 entered, owned by Weber
                 | all rooms              | notice of LU/CIN: late by 5 s (acknowledged)
        12:01:10 | LU/CIN Weber           | takes the lead
                 | BE/CIC-LUXEMBOURG      | RINGS P3 departed, (home), 1.0 km SW of Kleinbettingen, ALARM lead_passed
                 |                        | (room LU/CIN)
                 | all rooms              | LU/CIN leads; BE/CIC-LUXEMBOURG answers at home
        12:02:00 | BE/CAR-1               | says f1: danger armed by crew
                 | BE/CIC-LUXEMBOURG      | RINGS P1 departed, (home), 1.0 km SW of Kleinbettingen, ALARM danger (code
                 |                        | armed)
                 | LU/CIN                 | RINGS P1 entered, 1.0 km SW of Kleinbettingen, confirmed, ALARM danger (code
                 |                        | armed)
                 | all rooms              | f1: danger armed (crew)
        12:02:20 | clock                  | escalate BE/CIC-LUXEMBOURG
                 | BE/CIC-LUXEMBOURG      | reads P1 departed, escalated: louder
        12:02:20 | clock                  | escalate LU/CIN
                 | LU/CIN                 | reads P1 entered, escalated: louder
        12:03:00 | clock                  | escalate BE/CIC-LUXEMBOURG
                 | BE/CIC-LUXEMBOURG      | reads P1 departed, escalated: supervisor
                 | LU/CIN                 | RINGS P1 entered, 1.0 km SW of Kleinbettingen, confirmed, ALARM
                 |                        | not_acknowledged_supervisor (room BE/CIC-LUXEMBOURG)
        12:03:00 | clock                  | escalate LU/CIN
                 | LU/CIN                 | reads P1 entered, escalated: supervisor
        12:04:00 | clock                  | escalate BE/CIC-LUXEMBOURG
                 | BE/CIC-LUXEMBOURG      | reads P1 departed, escalated: telephone
                 | LU/CIN                 | RINGS P1 entered, 1.0 km SW of Kleinbettingen, confirmed, ALARM
                 |                        | not_acknowledged_telephone (room BE/CIC-LUXEMBOURG)
                 | all rooms              | CALL BE/CIC-LUXEMBOURG
        12:04:00 | clock                  | escalate LU/CIN
                 | LU/CIN                 | reads P1 entered, escalated: telephone
                 | all rooms              | CALL LU/CIN
        12:16:00 | clock                  | running
                 | LU/CIN                 | RINGS P1 entered, 1.0 km SW of Kleinbettingen, confirmed, ALARM
                 |                        | still_running (since 2026-06-01T12:01:00+00:00)
                 | all rooms              | asked at 12:16:00: still running?
    """,
        given=AT_ARLON,
    )


def test_a_room_that_is_offline_at_the_crossing_is_told_by_telephone_in_time() -> None:
    play(
        """
        12:00:10 | BE/CAR-1               | nears LU at Sterpenich, there at 12:02:00
                 | LU/CCPD-LUXEMBOURG     | RINGS P3 approaching, (copy), 1.0 km SW of Kleinbettingen, there at 12:02:00
                 | LU/CIN                 | RINGS P2 approaching, 1.0 km SW of Kleinbettingen, there at 12:02:00
                 | LU/CCPD-LUXEMBOURG     | sees the pursuit
                 | LU/CIN                 | sees the pursuit
                 | law                    | card BE>LU police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-LUXEMBOURG, LU/CCPD-LUXEMBOURG, LU/CIN
        12:00:50 | BE/CIC-LUXEMBOURG Peeters | telephoned LU/CIN at 12:00:30, Weber answered
                 | all rooms              | LU/CIN was called at 12:00:30, Weber answered
        12:02:00 | BE/CAR-1               | crosses from BE to LU at Sterpenich
                 | LU/CIN                 | RINGS P1 entered, 1.0 km SW of Kleinbettingen, confirmed
                 | LU/CCPD-LUXEMBOURG     | RINGS P3 entered, (copy), 1.0 km SW of Kleinbettingen, confirmed
                 | BE/CIC-LUXEMBOURG      | RINGS P3 departed, (home), 1.0 km SW of Kleinbettingen
                 | all rooms              | BE/CAR-1 in LU; notice of LU/CIN: in_time by 90 s (telephone)
        12:02:20 | clock                  | escalate LU/CIN
                 | LU/CIN                 | reads P1 entered, escalated: louder
        12:03:00 | clock                  | escalate LU/CIN
                 | LU/CIN                 | reads P1 entered, escalated: supervisor
                 | BE/CIC-LUXEMBOURG      | RINGS P2 departed, (home), 1.0 km SW of Kleinbettingen, ALARM
                 |                        | not_acknowledged_supervisor (room LU/CIN)
        12:03:10 | BE/CIC-LUXEMBOURG Peeters | acknowledges
                 | BE/CIC-LUXEMBOURG      | reads P2 departed, owned by Peeters
        12:04:00 | clock                  | escalate LU/CIN
                 | LU/CIN                 | reads P1 entered, escalated: telephone
                 | BE/CIC-LUXEMBOURG      | RINGS P1 departed, (home), 1.0 km SW of Kleinbettingen, ALARM
                 |                        | not_acknowledged_telephone (room LU/CIN)
                 | all rooms              | CALL LU/CIN on +352 4997 0000
        12:04:05 | BE/CIC-LUXEMBOURG Peeters | acknowledges
                 | BE/CIC-LUXEMBOURG      | reads P1 departed, owned by Peeters
        12:04:30 | BE/CIC-LUXEMBOURG Peeters | telephoned LU/CIN at 12:04:10, Weber answered
                 | all rooms              | no longer: CALL LU/CIN on +352 4997 0000
        12:06:00 | LU/CIN                 | its console has it
        12:06:01 | LU/CIN                 | its console shows it
        12:06:10 | LU/CIN Weber           | acknowledges
                 | LU/CIN                 | reads P1 entered, owned by Weber
    """,
        given=AT_ARLON,
        rooms=(WITH_NUMBER,),
    )


def test_a_call_written_down_later_counts_by_its_own_time_and_near_the_crossing_it_cannot_be_told() -> None:
    play(
        """
        12:02:00 | BE/CAR-1               | crosses from BE to LU at Sterpenich
                 | LU/CIN                 | RINGS P1 entered, 1.0 km SW of Kleinbettingen, confirmed
                 | LU/CCPD-LUXEMBOURG     | RINGS P3 entered, (copy), 1.0 km SW of Kleinbettingen, confirmed
                 | BE/CIC-LUXEMBOURG      | RINGS P3 departed, (home), 1.0 km SW of Kleinbettingen
                 | LU/CCPD-LUXEMBOURG     | sees the pursuit
                 | LU/CIN                 | sees the pursuit
                 | all rooms              | BE/CAR-1 in LU; notice of LU/CIN: cannot_be_told (not_delivered)
                 | law                    | card BE>LU police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-LUXEMBOURG, LU/CCPD-LUXEMBOURG, LU/CIN
        12:02:02 | LU/CIN                 | its console has it
                 | all rooms              | notice of LU/CIN: cannot_be_told (delivered_only)
        12:02:10 | BE/CIC-LUXEMBOURG Peeters | telephoned LU/CIN at 12:02:05, Weber answered
                 | all rooms              | LU/CIN was called at 12:02:05, Weber answered; notice of LU/CIN:
                 |                        | cannot_be_told (telephone, clocks_overlap)
        12:02:15 | LU/CIN Weber           | acknowledges
                 | LU/CIN                 | reads P1 entered, owned by Weber
        12:05:00 | BE/CIC-LUXEMBOURG Peeters | telephoned LU/CIN at 12:00:50, Weber answered
                 | all rooms              | LU/CIN was called at 12:00:50, Weber answered; notice of LU/CIN: in_time by
                 |                        | 70 s (telephone)
    """,
        given=AT_ARLON,
    )


def test_a_call_after_the_crossing_is_late() -> None:
    play(
        """
        12:02:00 | BE/CAR-1               | crosses from BE to LU at Sterpenich
                 | LU/CIN                 | RINGS P1 entered, 1.0 km SW of Kleinbettingen, confirmed
                 | LU/CCPD-LUXEMBOURG     | RINGS P3 entered, (copy), 1.0 km SW of Kleinbettingen, confirmed
                 | BE/CIC-LUXEMBOURG      | RINGS P3 departed, (home), 1.0 km SW of Kleinbettingen
                 | LU/CCPD-LUXEMBOURG     | sees the pursuit
                 | LU/CIN                 | sees the pursuit
                 | all rooms              | BE/CAR-1 in LU; notice of LU/CIN: cannot_be_told (not_delivered)
                 | law                    | card BE>LU police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-LUXEMBOURG, LU/CCPD-LUXEMBOURG, LU/CIN
        12:02:20 | clock                  | escalate LU/CIN
                 | LU/CIN                 | reads P1 entered, escalated: louder
        12:03:00 | clock                  | escalate LU/CIN
                 | LU/CIN                 | reads P1 entered, escalated: supervisor
                 | BE/CIC-LUXEMBOURG      | RINGS P2 departed, (home), 1.0 km SW of Kleinbettingen, ALARM
                 |                        | not_acknowledged_supervisor (room LU/CIN)
        12:03:30 | BE/CIC-LUXEMBOURG Peeters | telephoned LU/CIN at 12:03:20, Weber answered
                 | all rooms              | LU/CIN was called at 12:03:20, Weber answered; notice of LU/CIN: late by 80
                 |                        | s (telephone)
        12:03:31 | BE/CIC-LUXEMBOURG Peeters | acknowledges
                 | BE/CIC-LUXEMBOURG      | reads P2 departed, owned by Peeters
        12:04:00 | clock                  | escalate LU/CIN
                 | LU/CIN                 | reads P1 entered, escalated: telephone
    """,
        given=AT_ARLON,
    )


def test_a_room_that_has_only_a_telephone_is_to_be_called_at_the_pre_alert() -> None:
    play(
        """
        12:01:00 | BE/CAR-1               | nears LU at Sterpenich, there at 12:03:00
                 | LU/CCPD-LUXEMBOURG     | RINGS P3 approaching, (copy), 1.0 km SW of Kleinbettingen, there at 12:03:00
                 | LU/CIN                 | RINGS P2 approaching, 1.0 km SW of Kleinbettingen, there at 12:03:00
                 | LU/CIN                 | reads P2 approaching, escalated: telephone
                 | LU/CCPD-LUXEMBOURG     | sees the pursuit
                 | LU/CIN                 | sees the pursuit
                 | all rooms              | CALL LU/CIN on +352 4997 0000
                 | law                    | card BE>LU police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-LUXEMBOURG, LU/CCPD-LUXEMBOURG, LU/CIN
        12:01:40 | BE/CIC-LUXEMBOURG Peeters | telephoned LU/CIN at 12:01:20, Weber answered
                 | all rooms              | LU/CIN was called at 12:01:20, Weber answered; no longer: CALL LU/CIN on
                 |                        | +352 4997 0000
        12:03:00 | BE/CAR-1               | crosses from BE to LU at Sterpenich
                 | LU/CIN                 | RINGS P1 entered, 1.0 km SW of Kleinbettingen, confirmed
                 | LU/CCPD-LUXEMBOURG     | RINGS P3 entered, (copy), 1.0 km SW of Kleinbettingen, confirmed
                 | BE/CIC-LUXEMBOURG      | RINGS P3 departed, (home), 1.0 km SW of Kleinbettingen
                 | LU/CIN                 | reads P1 entered, escalated: telephone
                 | all rooms              | BE/CAR-1 in LU; CALL LU/CIN on +352 4997 0000; notice of LU/CIN: in_time by
                 |                        | 100 s (telephone)
        12:03:30 | BE/CIC-LUXEMBOURG Peeters | telephoned LU/CIN at 12:03:15, Weber answered
                 | all rooms              | no longer: CALL LU/CIN on +352 4997 0000
    """,
        given=AT_ARLON,
        rooms=(TELEPHONE_ONLY,),
    )


def test_a_room_is_warned_by_hand_without_any_position_and_that_counts_as_notice() -> None:
    play(
        """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-LIMBURG: robbery
                 | BE/CAR-1               | is in
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | BE/CIC-LIMBURG leads
        12:00:10 | BE/CIC-LIMBURG Peeters | warns NL/MK-MAASTRICHT of Lanaken station towards Maastricht: grey Golf,
                 |                        | fast
                 | NL/MK-MAASTRICHT       | RINGS P2 warned, (by_hand), "grey Golf, fast" at Lanaken station towards
                 |                        | Maastricht
                 | NL/MK-MAASTRICHT       | sees the pursuit
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-LIMBURG, NL/MK-MAASTRICHT
        12:00:20 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P2 warned, owned by Jansen
        12:02:00 | BE/CAR-1               | is in BE at Lanaken
                 | all rooms              | BE/CAR-1 in BE
        12:03:00 | BE/CAR-1               | crosses from BE to NL at Veldwezelt
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/EPICC-KERKRADE      | RINGS P3 entered, (copy), 0.7 km W of Malberg, confirmed
                 | BE/CIC-LIMBURG         | RINGS P3 departed, (home), 0.7 km W of Malberg
                 | NL/EPICC-KERKRADE      | sees the pursuit
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-MAASTRICHT: in_time by 160 s (acknowledged)
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to NL/EPICC-KERKRADE, NL/LE-DRIEBERGEN
        12:03:05 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by Jansen
        12:03:06 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 6 s (acknowledged)
        12:03:10 | BE/CAR-1               | warns DE/NW-AACHEN: towards Aachen
                 | BE/CAR-1               | is refused: not_allowed
        12:03:20 | NL/MK-MAASTRICHT Jansen | warns DE/NW-AACHEN of A76 towards Aachen: same car
                 | DE/NW-AACHEN           | RINGS P2 warned, (by_hand), "same car" at A76 towards Aachen
                 | DE/NW-AACHEN           | sees the pursuit
                 | law                    | card BE>DE police 2026-06-01: cisa-41; hold until_host_arrives; no limit;
                 |                        | six hours yes; to BE/CAR-1, BE/CIC-LIMBURG, DE/NW-AACHEN, NL/EPICC-KERKRADE,
                 |                        | NL/LE-DRIEBERGEN, NL/MK-MAASTRICHT
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to DE/NW-AACHEN
        12:03:30 | DE/NW-AACHEN Weber     | acknowledges
                 | DE/NW-AACHEN           | reads P2 warned, owned by Weber
    """
    )


def test_opened_late_with_the_car_abroad_already_says_since_when() -> None:
    play(
        """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-LIMBURG: robbery
                 | BE/CAR-1               | is in
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | BE/CIC-LIMBURG leads
        12:00:01 | BE/CAR-1               | is in NL at Maastricht, over from BE at Veldwezelt at 11:57:00
                 | NL/MK-MAASTRICHT       | RINGS P1 entered_before_opening, 0.0 km S of Maastricht, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered_before_opening, 0.0 km S of Maastricht, confirmed
                 | NL/EPICC-KERKRADE      | RINGS P3 entered_before_opening, (copy), 0.0 km S of Maastricht, confirmed
                 | BE/CIC-LIMBURG         | RINGS P3 departed_before_opening, (home), 0.0 km S of Maastricht
                 | NL/EPICC-KERKRADE      | sees the pursuit
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-MAASTRICHT       | sees the pursuit
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-MAASTRICHT: cannot_be_told (not_delivered)
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-LIMBURG, NL/EPICC-KERKRADE, NL/LE-DRIEBERGEN,
                 |                        | NL/MK-MAASTRICHT
        12:00:10 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P1 entered_before_opening, owned by Jansen
                 | all rooms              | notice of NL/MK-MAASTRICHT: late by 190 s (acknowledged)
        12:00:11 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered_before_opening, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 191 s (acknowledged)
    """
    )


def test_at_the_border_may_have_entered_and_it_had_not() -> None:
    play(
        """
        12:01:00 | BE/CAR-1               | may cross from BE to NL at Veldwezelt
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, possible
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.7 km W of Malberg, possible
                 | NL/EPICC-KERKRADE      | RINGS P3 entered, (copy), 0.7 km W of Malberg, possible
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
        12:01:12 | BE/CAR-1               | never crossed, and is in BE
                 | BE/CIC-LIMBURG         | reads P3 withdrawn
                 | NL/EPICC-KERKRADE      | reads P3 withdrawn, (copy), 0.7 km W of Malberg
                 | NL/LE-DRIEBERGEN       | reads P3 withdrawn, 0.7 km W of Malberg
                 | NL/MK-MAASTRICHT       | reads P3 withdrawn, 0.7 km W of Malberg, owned by Jansen
                 | all rooms              | BE/CAR-1 in BE; no longer: notice of NL/LE-DRIEBERGEN: cannot_be_told
                 |                        | (not_delivered); no longer: notice of NL/MK-MAASTRICHT: late by 5 s
                 |                        | (acknowledged)
        12:01:15 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P3 withdrawn, owned by desk
        12:02:00 | BE/CAR-1               | nears NL at Veldwezelt, there at 12:03:00
                 | NL/EPICC-KERKRADE      | RINGS P3 approaching, (copy), 0.7 km W of Malberg, there at 12:03:00
                 | NL/LE-DRIEBERGEN       | RINGS P2 approaching, 0.7 km W of Malberg, there at 12:03:00
                 | NL/MK-MAASTRICHT       | RINGS P2 approaching, 0.7 km W of Malberg, there at 12:03:00
        12:02:20 | BE/CAR-1               | turned away from the border
                 | NL/EPICC-KERKRADE      | reads P3 withdrawn_approach_withdrawn, (copy), 0.7 km W of Malberg
                 | NL/LE-DRIEBERGEN       | reads P3 withdrawn_approach_withdrawn, 0.7 km W of Malberg
                 | NL/MK-MAASTRICHT       | reads P3 withdrawn_approach_withdrawn, 0.7 km W of Malberg
    """,
        given=AT_HOME,
    )
