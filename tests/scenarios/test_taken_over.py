"""Who leads: taken over at the border, by the host of its own accord, and never without a clear moment."""

from tests.scenarios.script import play

TAKEN_OVER_AT_THE_BORDER = """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-ANTWERPEN: fled from a check
                 | BE/CAR-1               | is in
                 | BE/CIC-ANTWERPEN       | sees the pursuit
                 | all rooms              | BE/CIC-ANTWERPEN leads
        12:00:01 | BE/CAR-1               | is in BE at Hoogstraten
                 | all rooms              | BE/CAR-1 in BE
        12:01:00 | BE/CAR-1               | nears NL at Hazeldonk, there at 12:02:00
                 | NL/LE-DRIEBERGEN       | RINGS P2 approaching, 4.4 km SE of Rijsbergen, there at 12:02:00
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P2 approaching, 4.4 km SE of Rijsbergen, there at 12:02:00
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-BERGEN-OP-ZOOM   | sees the pursuit
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-ANTWERPEN, NL/LE-DRIEBERGEN,
                 |                        | NL/MK-BERGEN-OP-ZOOM
        12:01:05 | NL/MK-BERGEN-OP-ZOOM   | its console has it
        12:01:06 | NL/MK-BERGEN-OP-ZOOM   | its console shows it
        12:01:10 | NL/MK-BERGEN-OP-ZOOM Smit | acknowledges
                 | NL/MK-BERGEN-OP-ZOOM   | reads P2 approaching, owned by Smit
        12:01:20 | BE/CIC-ANTWERPEN Maes  | asks NL/MK-BERGEN-OP-ZOOM to take_over (t1)
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P2 approaching, 4.4 km SE of Rijsbergen, there at 12:02:00, ALARM
                 |                        | asked (kind take_over, request t1, room BE/CIC-ANTWERPEN)
                 | all rooms              | t1: BE/CIC-ANTWERPEN asks NL/MK-BERGEN-OP-ZOOM to take_over: open
        12:01:40 | NL/CAR-7               | joins for NL/MK-BERGEN-OP-ZOOM
                 | NL/CAR-7               | is in
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to NL/CAR-7
        12:01:41 | NL/CAR-7               | is in NL at Breda
                 | all rooms              | NL/CAR-7 in NL
        12:02:00 | BE/CAR-1               | crosses from BE to NL at Hazeldonk
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed
                 | BE/CIC-ANTWERPEN       | RINGS P3 departed, (home), 4.4 km SE of Rijsbergen
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-BERGEN-OP-ZOOM: in_time by 54 s (shown)
        12:02:05 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 5 s (acknowledged)
        12:02:08 | NL/MK-BERGEN-OP-ZOOM Smit | acknowledges
                 | NL/MK-BERGEN-OP-ZOOM   | reads P1 entered, owned by Smit
        12:02:10 | NL/MK-BERGEN-OP-ZOOM Smit | accepts t1 with NL/CAR-7 at 12:04:00 if the Belgian car stays behind
                 | BE/CIC-ANTWERPEN       | RINGS P3 departed, (home), 4.4 km SE of Rijsbergen, ALARM lead_passed (room
                 |                        | NL/MK-BERGEN-OP-ZOOM)
                 | all rooms              | NL/MK-BERGEN-OP-ZOOM leads; BE/CIC-ANTWERPEN answers at home; t1:
                 |                        | BE/CIC-ANTWERPEN asks NL/MK-BERGEN-OP-ZOOM to take_over: accepted with
                 |                        | NL/CAR-7 if the Belgian car stays behind
                 | BE/CIC-ANTWERPEN       | reads request_accepted (conditions the Belgian car stays behind, kind
                 |                        | take_over, room NL/MK-BERGEN-OP-ZOOM, unit NL/CAR-7)
        12:02:30 | BE/CIC-ANTWERPEN Maes  | acknowledges
                 | BE/CIC-ANTWERPEN       | reads P3 departed, owned by Maes
        12:05:00 | BE/CAR-1               | turns for home
                 | all rooms              | BE/CAR-1 in NL, on its way home
        12:08:00 | BE/CAR-1               | crosses from NL to BE at Hazeldonk
                 | NL/LE-DRIEBERGEN       | reads P3 left, 4.4 km SE of Rijsbergen, owned by desk
                 | NL/MK-BERGEN-OP-ZOOM   | reads P3 left, 4.4 km SE of Rijsbergen, owned by Smit
                 | BE/CIC-ANTWERPEN       | reads P3 cleared, (home), owned by Maes
                 | all rooms              | BE/CAR-1 in BE, on its way home
        12:10:00 | BE/CIC-ANTWERPEN Maes  | takes the lead
                 | BE/CIC-ANTWERPEN       | is refused: not_here
        12:10:30 | clock                  | home BE/CAR-1
                 | BE/CAR-1               | is out
                 | all rooms              | BE/CAR-1 out of the pursuit
        12:20:00 | NL/MK-BERGEN-OP-ZOOM Smit | closes: caught at Breda
                 | NL/LE-DRIEBERGEN       | reads P3 cleared, owned by desk
                 | NL/MK-BERGEN-OP-ZOOM   | reads P3 cleared, owned by Smit
                 | NL/CAR-7               | is out
                 | all rooms              | closed; to do: outcome, person_handed_over, objects, force, shots, damage,
                 |                        | injuries, host_authority, officers_report, person_held
        12:35:00 | clock                  | visibility_end
                 | NL/LE-DRIEBERGEN       | sees it no longer
    """


def test_from_belgium_taken_over_at_the_dutch_border_and_the_belgian_car_drives_home() -> None:
    play(TAKEN_OVER_AT_THE_BORDER)


HOME_THROUGH_A_THIRD_STATE = """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-LIMBURG: robbery
                 | BE/CAR-1               | is in
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | BE/CIC-LIMBURG leads
        12:00:01 | BE/CAR-1               | is in NL at Vaals, over from BE at Lixhe at 11:40:00
                 | NL/MK-MAASTRICHT       | RINGS P1 entered_before_opening, 0.0 km S of Vaals, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered_before_opening, 0.0 km S of Vaals, confirmed
                 | NL/EPICC-KERKRADE      | RINGS P3 entered_before_opening, (copy), 0.0 km S of Vaals, confirmed
                 | BE/CIC-LIMBURG         | RINGS P3 departed_before_opening, (home), 0.0 km S of Vaals
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
                 | all rooms              | notice of NL/MK-MAASTRICHT: late by 1210 s (acknowledged)
        12:00:11 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered_before_opening, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 1211 s (acknowledged)
        12:01:00 | BE/CAR-1               | turns for home
                 | all rooms              | BE/CAR-1 in NL, on its way home
        12:03:00 | BE/CAR-1               | crosses from NL to DE at Vetschau
                 | NL/EPICC-KERKRADE      | reads P3 entered, (copy), 6.8 km SW of Herzogenrath, confirmed
                 | DE/NW-AACHEN           | RINGS P1 entered, 6.8 km SW of Herzogenrath, confirmed
                 | DE/NW-AUTOBAHN-KOELN   | RINGS P1 entered, 6.8 km SW of Herzogenrath, confirmed
                 | DE/NW-LANDESLEITSTELLE | RINGS P3 entered, (copy), 6.8 km SW of Herzogenrath, confirmed
                 | NL/LE-DRIEBERGEN       | reads P3 left, 0.0 km S of Vaals, owned by desk
                 | NL/MK-MAASTRICHT       | reads P3 left, 0.0 km S of Vaals, owned by Jansen
                 | BE/CIC-LIMBURG         | reads P3 departed_before_opening
                 | DE/NW-AACHEN           | sees the pursuit
                 | DE/NW-AUTOBAHN-KOELN   | sees the pursuit
                 | DE/NW-LANDESLEITSTELLE | sees the pursuit
                 | all rooms              | BE/CAR-1 in DE, on its way home; notice of DE/NW-AACHEN: cannot_be_told
                 |                        | (not_delivered); notice of DE/NW-AUTOBAHN-KOELN: cannot_be_told
                 |                        | (not_delivered)
                 | law                    | card BE>DE police 2026-06-01: cisa-41; hold until_host_arrives; no limit;
                 |                        | six hours yes; to BE/CAR-1, BE/CIC-LIMBURG, DE/NW-AACHEN,
                 |                        | DE/NW-AUTOBAHN-KOELN, DE/NW-LANDESLEITSTELLE, NL/EPICC-KERKRADE,
                 |                        | NL/LE-DRIEBERGEN, NL/MK-MAASTRICHT
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to DE/NW-AACHEN, DE/NW-AUTOBAHN-KOELN, DE/NW-LANDESLEITSTELLE
        12:03:10 | DE/NW-AACHEN           | acknowledges
                 | DE/NW-AACHEN           | reads P1 entered, owned by desk
                 | all rooms              | notice of DE/NW-AACHEN: late by 10 s (acknowledged)
        12:03:11 | DE/NW-AUTOBAHN-KOELN   | acknowledges
                 | DE/NW-AUTOBAHN-KOELN   | reads P1 entered, owned by desk
                 | all rooms              | notice of DE/NW-AUTOBAHN-KOELN: late by 11 s (acknowledged)
        12:09:00 | BE/CAR-1               | crosses from DE to BE at 50.7200,6.1000
                 | DE/NW-AACHEN           | reads P3 left, 6.8 km SW of Herzogenrath, owned by desk
                 | DE/NW-AUTOBAHN-KOELN   | reads P3 left, 6.8 km SW of Herzogenrath, owned by desk
                 | DE/NW-LANDESLEITSTELLE | reads P3 left, (copy), 6.8 km SW of Herzogenrath
                 | NL/EPICC-KERKRADE      | reads P3 left, (copy), 6.8 km SW of Herzogenrath
                 | BE/CIC-LIMBURG         | reads P3 cleared, (home)
                 | all rooms              | BE/CAR-1 in BE, on its way home
    """


def test_a_car_on_its_way_home_that_comes_into_a_third_state_rings_there() -> None:
    play(HOME_THROUGH_A_THIRD_STATE)


def test_taken_over_at_the_pre_alert_the_host_leads_before_the_car_is_there() -> None:
    play(
        """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-ANTWERPEN: fled from a check
                 | BE/CAR-1               | is in
                 | BE/CIC-ANTWERPEN       | sees the pursuit
                 | all rooms              | BE/CIC-ANTWERPEN leads
        12:00:01 | BE/CAR-1               | is in BE at Hoogstraten
                 | all rooms              | BE/CAR-1 in BE
        12:01:00 | BE/CAR-1               | nears NL at Hazeldonk, there at 12:02:00
                 | NL/LE-DRIEBERGEN       | RINGS P2 approaching, 4.4 km SE of Rijsbergen, there at 12:02:00
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P2 approaching, 4.4 km SE of Rijsbergen, there at 12:02:00
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-BERGEN-OP-ZOOM   | sees the pursuit
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-ANTWERPEN, NL/LE-DRIEBERGEN,
                 |                        | NL/MK-BERGEN-OP-ZOOM
        12:01:06 | NL/MK-BERGEN-OP-ZOOM   | its console shows it
        12:01:20 | BE/CIC-ANTWERPEN Maes  | asks NL/MK-BERGEN-OP-ZOOM to take_over (t1)
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P2 approaching, 4.4 km SE of Rijsbergen, there at 12:02:00, ALARM
                 |                        | asked (kind take_over, request t1, room BE/CIC-ANTWERPEN)
                 | all rooms              | t1: BE/CIC-ANTWERPEN asks NL/MK-BERGEN-OP-ZOOM to take_over: open
        12:01:30 | NL/MK-BERGEN-OP-ZOOM Smit | accepts t1
                 | NL/MK-BERGEN-OP-ZOOM   | reads P2 approaching, owned by Smit
                 | BE/CIC-ANTWERPEN       | RINGS P3 alarm, (home), ALARM lead_passed (room NL/MK-BERGEN-OP-ZOOM)
                 | all rooms              | NL/MK-BERGEN-OP-ZOOM leads; BE/CIC-ANTWERPEN answers at home; t1:
                 |                        | BE/CIC-ANTWERPEN asks NL/MK-BERGEN-OP-ZOOM to take_over: accepted
                 | BE/CIC-ANTWERPEN       | reads request_accepted (kind take_over, room NL/MK-BERGEN-OP-ZOOM)
        12:02:00 | BE/CAR-1               | crosses from BE to NL at Hazeldonk
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed
                 | BE/CIC-ANTWERPEN       | RINGS P3 departed, (home), 4.4 km SE of Rijsbergen
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-BERGEN-OP-ZOOM: in_time by 54 s (shown)
        12:02:10 | NL/MK-BERGEN-OP-ZOOM Smit | acknowledges
                 | NL/MK-BERGEN-OP-ZOOM   | reads P1 entered, owned by Smit
        12:02:11 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 11 s (acknowledged)
        12:03:00 | BE/CAR-1               | crosses from NL to BE at Hazeldonk
                 | NL/LE-DRIEBERGEN       | reads P3 left, 4.4 km SE of Rijsbergen, owned by desk
                 | NL/MK-BERGEN-OP-ZOOM   | reads P3 left, 4.4 km SE of Rijsbergen, owned by Smit
                 | BE/CIC-ANTWERPEN       | reads P3 cleared, (home)
                 | all rooms              | BE/CAR-1 in BE
    """
    )


def test_the_host_decides_to_lead_once_a_unit_is_in_its_state() -> None:
    play(
        """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-ANTWERPEN: robbery
                 | BE/CAR-1               | is in
                 | BE/CIC-ANTWERPEN       | sees the pursuit
                 | all rooms              | BE/CIC-ANTWERPEN leads
        12:00:01 | BE/CAR-1               | is in BE at Hoogstraten
                 | all rooms              | BE/CAR-1 in BE
        12:01:00 | BE/CAR-1               | nears NL at Hazeldonk, there at 12:02:00
                 | NL/LE-DRIEBERGEN       | RINGS P2 approaching, 4.4 km SE of Rijsbergen, there at 12:02:00
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P2 approaching, 4.4 km SE of Rijsbergen, there at 12:02:00
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-BERGEN-OP-ZOOM   | sees the pursuit
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-ANTWERPEN, NL/LE-DRIEBERGEN,
                 |                        | NL/MK-BERGEN-OP-ZOOM
        12:01:10 | NL/MK-BERGEN-OP-ZOOM Smit | acknowledges
                 | NL/MK-BERGEN-OP-ZOOM   | reads P2 approaching, owned by Smit
        12:01:20 | NL/MK-BERGEN-OP-ZOOM Smit | takes the lead
                 | NL/MK-BERGEN-OP-ZOOM   | is refused: not_here
        12:02:00 | BE/CAR-1               | crosses from BE to NL at Hazeldonk
                 | NL/MK-BERGEN-OP-ZOOM   | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 4.4 km SE of Rijsbergen, confirmed
                 | BE/CIC-ANTWERPEN       | RINGS P3 departed, (home), 4.4 km SE of Rijsbergen
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-BERGEN-OP-ZOOM: in_time by 50 s (acknowledged)
        12:02:05 | NL/MK-BERGEN-OP-ZOOM Smit | acknowledges
                 | NL/MK-BERGEN-OP-ZOOM   | reads P1 entered, owned by Smit
        12:02:06 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 6 s (acknowledged)
        12:02:10 | NL/MK-BERGEN-OP-ZOOM Smit | takes the lead
                 | BE/CIC-ANTWERPEN       | RINGS P3 departed, (home), 4.4 km SE of Rijsbergen, ALARM lead_passed (room
                 |                        | NL/MK-BERGEN-OP-ZOOM)
                 | all rooms              | NL/MK-BERGEN-OP-ZOOM leads; BE/CIC-ANTWERPEN answers at home
        12:02:20 | BE/CIC-ANTWERPEN Maes  | takes the lead
                 | BE/CIC-ANTWERPEN       | is refused: not_here
    """
    )


def test_an_offer_that_is_refused_or_needed_no_more_leaves_the_lead_where_it_is() -> None:
    play(
        """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-ANTWERPEN: robbery
                 | BE/CAR-1               | is in
                 | BE/CIC-ANTWERPEN       | sees the pursuit
                 | all rooms              | BE/CIC-ANTWERPEN leads
        12:00:01 | BE/CAR-1               | is in BE at Hoogstraten
                 | all rooms              | BE/CAR-1 in BE
        12:00:10 | BE/CIC-ANTWERPEN Maes  | offers the lead to BE/CIC-LIMBURG (h1)
                 | BE/CIC-LIMBURG         | RINGS P2 alarm, (by_hand), ALARM asked (kind hand_over, request h1, room
                 |                        | BE/CIC-ANTWERPEN)
                 | BE/CIC-LIMBURG         | sees the pursuit
                 | all rooms              | h1: BE/CIC-ANTWERPEN asks BE/CIC-LIMBURG to hand_over: open
        12:00:20 | BE/CIC-LIMBURG Peeters | refuses h1: not our area
                 | BE/CIC-LIMBURG         | reads P2 alarm, owned by Peeters
                 | all rooms              | h1: BE/CIC-ANTWERPEN asks BE/CIC-LIMBURG to hand_over: refused because: not
                 |                        | our area
                 | BE/CIC-ANTWERPEN       | reads request_refused (kind hand_over, reason not our area, room
                 |                        | BE/CIC-LIMBURG)
        12:00:30 | BE/CIC-ANTWERPEN Maes  | offers the lead to BE/CIC-VLAAMS-BRABANT (h2)
                 | BE/CIC-VLAAMS-BRABANT  | RINGS P2 alarm, (by_hand), ALARM asked (kind hand_over, request h2, room
                 |                        | BE/CIC-ANTWERPEN)
                 | BE/CIC-VLAAMS-BRABANT  | sees the pursuit
                 | all rooms              | h2: BE/CIC-ANTWERPEN asks BE/CIC-VLAAMS-BRABANT to hand_over: open
        12:00:40 | BE/CIC-ANTWERPEN Maes  | needs h2 no more
                 | all rooms              | h2: BE/CIC-ANTWERPEN asks BE/CIC-VLAAMS-BRABANT to hand_over: withdrawn
                 | BE/CIC-VLAAMS-BRABANT  | reads request_withdrawn (kind hand_over, room BE/CIC-VLAAMS-BRABANT)
        12:00:50 | BE/CIC-VLAAMS-BRABANT  | accepts h2
                 | BE/CIC-VLAAMS-BRABANT  | is refused: answered
        12:01:00 | BE/CIC-ANTWERPEN Maes  | offers the lead to BE/CIC-LIMBURG (h3)
                 | BE/CIC-LIMBURG         | RINGS P2 alarm, (by_hand), ALARM asked (kind hand_over, request h3, room
                 |                        | BE/CIC-ANTWERPEN)
                 | all rooms              | h3: BE/CIC-ANTWERPEN asks BE/CIC-LIMBURG to hand_over: open
        12:01:10 | BE/CIC-ANTWERPEN Maes  | offers the lead to BE/CIC-VLAAMS-BRABANT (h4)
                 | BE/CIC-VLAAMS-BRABANT  | RINGS P2 alarm, (by_hand), ALARM asked (kind hand_over, request h4, room
                 |                        | BE/CIC-ANTWERPEN)
                 | all rooms              | h3: BE/CIC-ANTWERPEN asks BE/CIC-LIMBURG to hand_over: withdrawn; h4:
                 |                        | BE/CIC-ANTWERPEN asks BE/CIC-VLAAMS-BRABANT to hand_over: open
                 | BE/CIC-LIMBURG         | reads request_withdrawn (kind hand_over, room BE/CIC-LIMBURG)
        12:01:20 | BE/CIC-LIMBURG Peeters | accepts h3
                 | BE/CIC-LIMBURG         | is refused: answered
        12:01:30 | BE/CIC-VLAAMS-BRABANT  | accepts h4
                 | BE/CIC-VLAAMS-BRABANT  | reads P2 alarm, owned by desk
                 | BE/CIC-ANTWERPEN       | RINGS P3 alarm, (by_hand), ALARM lead_passed (room BE/CIC-VLAAMS-BRABANT)
                 | all rooms              | BE/CIC-VLAAMS-BRABANT leads; h4: BE/CIC-ANTWERPEN asks BE/CIC-VLAAMS-BRABANT
                 |                        | to hand_over: accepted
                 | BE/CIC-ANTWERPEN       | reads request_accepted (kind hand_over, room BE/CIC-VLAAMS-BRABANT)
    """
    )
