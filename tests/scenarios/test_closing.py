"""The end of a pursuit: a crew ends its own part, the leading room closes, and what then remains to be done."""

from tests.scenarios.script import play

CLOSED_WITH_A_CHECKLIST = """
        19:30:00 | BE/CIC-LIMBURG Peeters | opens for BE/CAR-1 BE/CAR-2: robbery
                 | BE/CAR-1               | is in
                 | BE/CAR-2               | is in
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | BE/CIC-LIMBURG leads
        19:30:01 | BE/CAR-1               | is in BE at Lanaken
                 | all rooms              | BE/CAR-1 in BE
        19:30:02 | BE/CAR-2               | is in BE at Lanaken
                 | all rooms              | BE/CAR-2 in BE
        19:31:00 | BE/CAR-1               | crosses from BE to NL at Veldwezelt
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
        19:31:05 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 5 s (acknowledged)
        19:31:06 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by Jansen
                 | all rooms              | notice of NL/MK-MAASTRICHT: late by 6 s (acknowledged)
        19:40:00 | BE/CAR-1               | leaves
                 | BE/CIC-LIMBURG         | reads P3 cleared, (home)
                 | NL/EPICC-KERKRADE      | reads P3 cleared, (copy)
                 | NL/LE-DRIEBERGEN       | reads P1 cleared, owned by desk
                 | NL/MK-MAASTRICHT       | reads P1 cleared, owned by Jansen
                 | BE/CAR-1               | is out
                 | all rooms              | BE/CAR-1 out of the pursuit
        19:41:00 | BE/CAR-1               | closes: caught
                 | BE/CAR-1               | is refused: not_allowed
        19:41:10 | NL/MK-MAASTRICHT Jansen | closes: caught
                 | NL/MK-MAASTRICHT       | is refused: wrong_room
        19:42:00 | BE/CIC-LIMBURG Peeters | closes: caught at Maastricht
                 | BE/CAR-2               | is out
                 | all rooms              | closed; to do: outcome, person_handed_over, objects, force, shots, damage,
                 |                        | injuries, host_authority, officers_report, person_held
        19:43:00 | NL/MK-MAASTRICHT Jansen | notes outcome: caught
                 | NL/MK-MAASTRICHT       | is refused: wrong_room
        19:43:10 | BE/CIC-LIMBURG Peeters | notes outcome: caught at Maastricht
                 | all rooms              | to do: person_handed_over, objects, force, shots, damage, injuries,
                 |                        | host_authority, officers_report, person_held; done: outcome: caught at
                 |                        | Maastricht
        19:43:20 | BE/CIC-LIMBURG Peeters | notes outcome: escaped
                 | all rooms              | done: outcome: escaped
        19:43:21 | BE/CIC-LIMBURG Peeters | notes outcome: escaped
                 | BE/CIC-LIMBURG         | is refused: nothing_new
        19:43:30 | BE/CIC-LIMBURG Peeters | notes weather: fine
                 | BE/CIC-LIMBURG         | is refused: unknown_item
        19:44:00 | BE/CIC-LIMBURG Peeters | notes person_held: one person
                 | BE/CIC-LIMBURG         | is refused: missing
        19:44:10 | BE/CIC-LIMBURG Peeters | notes person_held (19:38:00): one person
                 | all rooms              | to do: person_handed_over, objects, force, shots, damage, injuries,
                 |                        | host_authority, officers_report, six_hours by 10:38:00; done: person_held:
                 |                        | one person
        19:45:00 | BE/CIC-LIMBURG Peeters | notes force: none
                 | all rooms              | to do: person_handed_over, objects, shots, damage, injuries, host_authority,
                 |                        | officers_report, six_hours by 10:38:00; done: force: none
        19:45:01 | BE/CIC-LIMBURG Peeters | notes shots: none
                 | all rooms              | to do: person_handed_over, objects, damage, injuries, host_authority,
                 |                        | officers_report, six_hours by 10:38:00; done: shots: none
        19:45:02 | BE/CIC-LIMBURG Peeters | notes damage: a mirror of BE/CAR-1
                 | all rooms              | to do: person_handed_over, objects, injuries, host_authority,
                 |                        | officers_report, six_hours by 10:38:00; done: damage: a mirror of BE/CAR-1
        19:45:03 | BE/CIC-LIMBURG Peeters | notes injuries: none
                 | all rooms              | to do: person_handed_over, objects, host_authority, officers_report,
                 |                        | six_hours by 10:38:00; done: injuries: none
        19:45:04 | BE/CIC-LIMBURG Peeters | notes objects: a bag, to the Maastricht police
                 | all rooms              | to do: person_handed_over, host_authority, officers_report, six_hours by
                 |                        | 10:38:00; done: objects: a bag, to the Maastricht police
        19:45:05 | BE/CIC-LIMBURG Peeters | notes host_authority: Politie Limburg
                 | all rooms              | to do: person_handed_over, officers_report, six_hours by 10:38:00; done:
                 |                        | host_authority: Politie Limburg
        19:57:00 | clock                  | visibility_end
                 | NL/EPICC-KERKRADE      | sees it no longer
                 | NL/LE-DRIEBERGEN       | sees it no longer
                 | NL/MK-MAASTRICHT       | sees it no longer
        20:10:00 | BE/CIC-LIMBURG Peeters | notes officers_report: reported at Prins Bisschopsingel
                 | all rooms              | to do: person_handed_over, six_hours by 10:38:00; done: officers_report:
                 |                        | reported at Prins Bisschopsingel
        10:38:00+1 | clock                  | item six_hours
                 | BE/CIC-LIMBURG         | RINGS P1 cleared, (home), ALARM six_hours_over (item six_hours)
        10:38:20+1 | clock                  | escalate BE/CIC-LIMBURG
                 | BE/CIC-LIMBURG         | reads P1 cleared, escalated: louder
        10:39:00+1 | clock                  | escalate BE/CIC-LIMBURG
                 | BE/CIC-LIMBURG         | reads P1 cleared, escalated: supervisor
        10:40:00+1 | clock                  | escalate BE/CIC-LIMBURG
                 | BE/CIC-LIMBURG         | reads P1 cleared, escalated: telephone
                 | all rooms              | CALL BE/CIC-LIMBURG
        11:05:00+1 | BE/CIC-LIMBURG Peeters | acknowledges
                 | BE/CIC-LIMBURG         | reads P1 cleared, owned by Peeters
                 | all rooms              | no longer: CALL BE/CIC-LIMBURG
        11:06:00+1 | BE/CIC-LIMBURG Peeters | notes six_hours: handed to the Dutch prosecutor
                 | all rooms              | to do: person_handed_over; done: six_hours: handed to the Dutch prosecutor
        11:07:00+1 | BE/CIC-LIMBURG Peeters | notes person_handed_over (11:06:00+1): to the Maastricht police
                 | BE/CIC-LIMBURG         | sees it no longer
    """


def test_a_crews_end_ends_its_own_part_and_the_leading_room_closes_with_a_checklist() -> None:
    play(
        CLOSED_WITH_A_CHECKLIST,
        start="2026-06-01T19:30:00+00:00",
    )


def test_a_pursuit_that_stayed_at_home_has_a_short_checklist() -> None:
    play(
        """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-LIMBURG: robbery
                 | BE/CAR-1               | is in
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | BE/CIC-LIMBURG leads
        12:00:01 | BE/CAR-1               | is in BE at Hasselt
                 | all rooms              | BE/CAR-1 in BE
        12:05:00 | BE/CIC-LIMBURG Peeters | closes: escaped
                 | BE/CAR-1               | is out
                 | all rooms              | closed; to do: outcome, force, shots, damage, injuries
        12:05:10 | BE/CIC-LIMBURG Peeters | notes outcome: escaped
                 | all rooms              | to do: force, shots, damage, injuries; done: outcome: escaped
        12:05:11 | BE/CIC-LIMBURG Peeters | notes force: none
                 | all rooms              | to do: shots, damage, injuries; done: force: none
        12:05:12 | BE/CIC-LIMBURG Peeters | notes shots: none
                 | all rooms              | to do: damage, injuries; done: shots: none
        12:05:13 | BE/CIC-LIMBURG Peeters | notes damage: none
                 | all rooms              | to do: injuries; done: damage: none
        12:05:14 | BE/CIC-LIMBURG Peeters | notes injuries: none
                 | all rooms              | to do: nothing; done: injuries: none
        12:20:00 | clock                  | visibility_end
                 | BE/CIC-LIMBURG         | sees it no longer
    """
    )


def test_without_a_moving_unit_the_leading_room_is_asked_again_and_again_and_nothing_closes_itself() -> None:
    play(
        """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-LIMBURG: robbery
                 | BE/CAR-1               | is in
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | BE/CIC-LIMBURG leads
        12:00:01 | BE/CAR-1               | is in BE at Hasselt
                 | all rooms              | BE/CAR-1 in BE
        12:10:00 | BE/CAR-1               | drives on to Lanaken in BE
        12:25:00 | clock                  | running
                 | BE/CIC-LIMBURG         | RINGS P3 alarm, (home), ALARM still_running (since
                 |                        | 2026-06-01T12:10:00+00:00)
                 | all rooms              | asked at 12:25:00: still running?
        12:40:00 | clock                  | running
                 | BE/CIC-LIMBURG         | RINGS P3 alarm, (home), ALARM still_running (since
                 |                        | 2026-06-01T12:10:00+00:00)
                 | all rooms              | asked at 12:40:00: still running?
        12:41:00 | NL/MK-MAASTRICHT       | says it goes on
                 | NL/MK-MAASTRICHT       | is refused: unknown_pursuit
        12:41:10 | BE/CIC-LIMBURG Peeters | says it goes on
                 | BE/CIC-LIMBURG         | reads P3 alarm, owned by Peeters
                 | all rooms              | no longer: asked at 12:40:00: still running?
        12:56:10 | clock                  | running
                 | BE/CIC-LIMBURG         | RINGS P3 alarm, (home), ALARM still_running (since
                 |                        | 2026-06-01T12:10:00+00:00)
                 | all rooms              | asked at 12:56:10: still running?
        12:57:00 | BE/CAR-1               | drives on to Hasselt in BE
                 | all rooms              | no longer: asked at 12:56:10: still running?
        13:12:00 | clock                  | running
                 | BE/CIC-LIMBURG         | RINGS P3 alarm, (home), ALARM still_running (since
                 |                        | 2026-06-01T12:57:00+00:00)
                 | all rooms              | asked at 13:12:00: still running?
    """
    )
