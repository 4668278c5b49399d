"""A pursuit that drives through the areas of several rooms of one state: each is told ahead, and asked to take over."""

from tests.scenarios.script import play

LIEGE_TO_DEN_BOSCH = """
        12:00:00 | BE/CAR-1               | starts for BE/CIC-LIEGE: robbery in Liège
                 | BE/CAR-1               | is in
                 | BE/CIC-LIEGE           | sees the pursuit
                 | all rooms              | BE/CIC-LIEGE leads
        12:00:01 | BE/CAR-1               | is in BE at Liège
                 | all rooms              | BE/CAR-1 in BE
        12:04:00 | BE/CAR-1               | drives on to 50.735,5.50 in BE, 130 km/h towards 330
                 | BE/CIC-LIMBURG         | RINGS P2 approaching, (area), 0.8 km W of Vreren
                 | BE/CIC-LIMBURG         | sees the pursuit
        12:05:00 | BE/CAR-1               | drives on to Tongeren in BE, 130 km/h towards 330
                 | BE/CIC-LIMBURG         | reads P2 entered
        12:05:10 | BE/CIC-LIMBURG Peeters | acknowledges
                 | BE/CIC-LIMBURG         | reads P2 entered, owned by Peeters
        12:05:20 | BE/CIC-LIEGE           | offers the lead to BE/CIC-LIMBURG (h1)
                 | BE/CIC-LIMBURG         | RINGS P2 entered, (area), 0.8 km W of Vreren, ALARM asked (kind hand_over,
                 |                        | request h1, room BE/CIC-LIEGE)
                 | all rooms              | h1: BE/CIC-LIEGE asks BE/CIC-LIMBURG to hand_over: open
        12:05:30 | BE/CIC-LIMBURG Peeters | takes the lead
                 | BE/CIC-LIMBURG         | is refused: not_leading
        12:05:40 | BE/CIC-LIMBURG Peeters | accepts h1
                 | BE/CIC-LIMBURG         | reads P2 entered, owned by Peeters
                 | BE/CIC-LIEGE           | RINGS P3 alarm, (by_hand), ALARM lead_passed (room BE/CIC-LIMBURG)
                 | all rooms              | BE/CIC-LIMBURG leads; h1: BE/CIC-LIEGE asks BE/CIC-LIMBURG to hand_over:
                 |                        | accepted
                 | BE/CIC-LIEGE           | reads request_accepted (kind hand_over, room BE/CIC-LIMBURG)
        12:09:00 | BE/CAR-1               | drives on to Lanaken in BE, 90 km/h towards 180
        12:09:10 | BE/CAR-1               | nears NL at Veldwezelt, there at 12:09:50
                 | NL/EPICC-KERKRADE      | RINGS P3 approaching, (copy), 0.7 km W of Malberg, there at 12:09:50
                 | NL/LE-DRIEBERGEN       | RINGS P2 approaching, 0.7 km W of Malberg, there at 12:09:50
                 | NL/MK-MAASTRICHT       | RINGS P2 approaching, 0.7 km W of Malberg, there at 12:09:50
                 | NL/EPICC-KERKRADE      | sees the pursuit
                 | NL/LE-DRIEBERGEN       | sees the pursuit
                 | NL/MK-MAASTRICHT       | sees the pursuit
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to BE/CAR-1, BE/CIC-LIEGE, BE/CIC-LIMBURG, NL/EPICC-KERKRADE,
                 |                        | NL/LE-DRIEBERGEN, NL/MK-MAASTRICHT
        12:09:20 | NL/MK-MAASTRICHT       | its console shows it
        12:09:30 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P2 approaching, owned by Jansen
        12:09:52 | BE/CAR-1               | crosses from BE to NL at Veldwezelt
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/LE-DRIEBERGEN       | RINGS P1 entered, 0.7 km W of Malberg, confirmed
                 | NL/EPICC-KERKRADE      | RINGS P3 entered, (copy), 0.7 km W of Malberg, confirmed
                 | BE/CIC-LIMBURG         | reads P3 left, owned by Peeters
                 | all rooms              | BE/CAR-1 in NL; notice of NL/LE-DRIEBERGEN: cannot_be_told (not_delivered);
                 |                        | notice of NL/MK-MAASTRICHT: in_time by 32 s (shown)
        12:10:00 | NL/MK-MAASTRICHT Jansen | acknowledges
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by Jansen
        12:10:05 | NL/LE-DRIEBERGEN       | acknowledges
                 | NL/LE-DRIEBERGEN       | reads P1 entered, owned by desk
                 | all rooms              | notice of NL/LE-DRIEBERGEN: late by 13 s (acknowledged)
        12:10:15 | BE/CIC-LIMBURG         | asks NL/MK-MAASTRICHT to take_over (t1)
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed, ALARM asked (kind
                 |                        | take_over, request t1, room BE/CIC-LIMBURG)
                 | all rooms              | t1: BE/CIC-LIMBURG asks NL/MK-MAASTRICHT to take_over: open
        12:10:20 | NL/MK-MAASTRICHT Jansen | accepts t1
                 | NL/MK-MAASTRICHT       | reads P1 entered, owned by Jansen
                 | BE/CIC-LIMBURG         | RINGS P3 left, (area), 0.8 km W of Vreren, ALARM lead_passed (room
                 |                        | NL/MK-MAASTRICHT)
                 | all rooms              | NL/MK-MAASTRICHT leads; BE/CIC-LIMBURG answers at home; t1: BE/CIC-LIMBURG
                 |                        | asks NL/MK-MAASTRICHT to take_over: accepted
                 | BE/CIC-LIMBURG         | reads request_accepted (kind take_over, room NL/MK-MAASTRICHT)
        12:22:00 | BE/CAR-1               | drives on to Weert in NL, 130 km/h towards 330
        12:23:30 | BE/CAR-1               | drives on to 51.265,5.665 in NL, 130 km/h towards 330
                 | NL/MK-DEN-BOSCH        | RINGS P2 approaching, (area), 4.0 km SE of Maarheeze
                 | NL/MK-DEN-BOSCH        | sees the pursuit
                 | law                    | card BE>NL police 2026-06-01: benelux-2018; hold yes; no limit; six hours
                 |                        | unknown; to NL/MK-DEN-BOSCH
        12:25:00 | BE/CAR-1               | drives on to 51.29,5.62 in NL, 130 km/h towards 330
                 | NL/MK-DEN-BOSCH        | reads P2 entered
        12:25:10 | NL/MK-DEN-BOSCH de Vries | acknowledges
                 | NL/MK-DEN-BOSCH        | reads P2 entered, owned by de Vries
        12:26:00 | NL/MK-MAASTRICHT Jansen | offers the lead to NL/MK-DEN-BOSCH (h2)
                 | NL/MK-DEN-BOSCH        | RINGS P2 entered, (area), 4.0 km SE of Maarheeze, ALARM asked (kind
                 |                        | hand_over, request h2, room NL/MK-MAASTRICHT)
                 | all rooms              | h2: NL/MK-MAASTRICHT asks NL/MK-DEN-BOSCH to hand_over: open
        12:26:20 | NL/MK-DEN-BOSCH de Vries | accepts h2
                 | NL/MK-DEN-BOSCH        | reads P2 entered, owned by de Vries
                 | BE/CIC-LIMBURG         | RINGS P3 left, (area), 0.8 km W of Vreren, ALARM lead_passed (room
                 |                        | NL/MK-DEN-BOSCH)
                 | NL/MK-MAASTRICHT       | RINGS P1 entered, 0.7 km W of Malberg, confirmed, ALARM lead_passed (room
                 |                        | NL/MK-DEN-BOSCH)
                 | all rooms              | NL/MK-DEN-BOSCH leads; h2: NL/MK-MAASTRICHT asks NL/MK-DEN-BOSCH to
                 |                        | hand_over: accepted
                 | NL/MK-MAASTRICHT       | reads request_accepted (kind hand_over, room NL/MK-DEN-BOSCH)
        12:38:00 | BE/CAR-1               | drives on to 51.69,5.31 in NL
        12:40:00 | NL/MK-DEN-BOSCH de Vries | closes: caught at Den Bosch
                 | BE/CIC-LIEGE           | reads P3 cleared
                 | BE/CIC-LIMBURG         | reads P3 cleared, (area)
                 | NL/EPICC-KERKRADE      | reads P3 cleared, (copy)
                 | NL/LE-DRIEBERGEN       | reads P1 cleared, owned by desk
                 | NL/MK-DEN-BOSCH        | reads P2 cleared, (area), owned by de Vries
                 | NL/MK-MAASTRICHT       | reads P1 cleared
                 | BE/CAR-1               | is out
                 | all rooms              | closed; to do: outcome, person_handed_over, objects, force, shots, damage,
                 |                        | injuries, host_authority, officers_report, person_held
    """


def test_from_liege_through_belgian_limburg_and_maastricht_to_den_bosch() -> None:
    play(LIEGE_TO_DEN_BOSCH)


def test_inside_france_both_rooms_of_the_next_departement_are_told_and_farther_in_who_coordinates() -> None:
    play(
        """
        12:00:00 | BE/CIC-HAINAUT Peeters | opens for BE/CAR-1: robbery
                 | BE/CAR-1               | is in
                 | BE/CIC-HAINAUT         | sees the pursuit
                 | all rooms              | BE/CIC-HAINAUT leads
        12:01:00 | BE/CAR-1               | is in BE at 50.33,3.85
                 | all rooms              | BE/CAR-1 in BE
        12:05:00 | BE/CAR-1               | crosses from BE to FR at 50.31,3.88
                 | FR/CORG-59             | RINGS P1 entered, 2.8 km NE of La Longueville, confirmed
                 | FR/CIC-59              | RINGS P1 entered, 2.8 km NE of La Longueville, confirmed
                 | BE/CCPD-TOURNAI        | RINGS P3 entered, (copy), 2.8 km NE of La Longueville, confirmed
                 | BE/CIC-HAINAUT         | RINGS P3 departed, (home), 2.8 km NE of La Longueville
                 | BE/CCPD-TOURNAI        | sees the pursuit
                 | FR/CIC-59              | sees the pursuit
                 | FR/CORG-59             | sees the pursuit
                 | all rooms              | BE/CAR-1 in FR; notice of FR/CIC-59: cannot_be_told (not_delivered); notice
                 |                        | of FR/CORG-59: cannot_be_told (not_delivered)
                 | law                    | card BE>FR police 2026-06-01: cisa-41; hold citizen_seizure_only; no limit;
                 |                        | six hours yes; to BE/CAR-1, BE/CCPD-TOURNAI, BE/CIC-HAINAUT, FR/CIC-59,
                 |                        | FR/CORG-59
        12:05:10 | FR/CORG-59 Petit       | acknowledges
                 | FR/CORG-59             | reads P1 entered, owned by Petit
                 | all rooms              | notice of FR/CORG-59: late by 10 s (acknowledged)
        12:05:12 | FR/CIC-59 Roux         | acknowledges
                 | FR/CIC-59              | reads P1 entered, owned by Roux
                 | all rooms              | notice of FR/CIC-59: late by 12 s (acknowledged)
        12:12:00 | BE/CAR-1               | drives on to 49.85,3.29 in FR
                 | FR/CIC-02              | RINGS P2 entered, (area), 0.2 km NE of Saint-Quentin
                 | FR/CORG-02             | RINGS P2 entered, (area), 0.2 km NE of Saint-Quentin
                 | FR/CIC-02              | sees the pursuit
                 | FR/CORG-02             | sees the pursuit
                 | law                    | card BE>FR police 2026-06-01: cisa-41; hold citizen_seizure_only; no limit;
                 |                        | six hours yes; to FR/CIC-02, FR/CORG-02
        12:25:00 | BE/CAR-1               | drives on to 48.86,2.35 in FR
                 | BE/CCPD-TOURNAI        | RINGS P2 entered, (area), 15.7 km S of Saint-Brice-sous-Forêt
                 | LU/CCPD-LUXEMBOURG     | RINGS P2 entered, (area), 15.7 km S of Saint-Brice-sous-Forêt
                 | FR/CIC-02              | reads P3 left
                 | FR/CORG-02             | reads P3 left
                 | LU/CCPD-LUXEMBOURG     | sees the pursuit
                 | law                    | card BE>FR police 2026-06-01: cisa-41; hold citizen_seizure_only; no limit;
                 |                        | six hours yes; to LU/CCPD-LUXEMBOURG
    """
    )
