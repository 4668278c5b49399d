# Eng Verfollegung: hir Zeil, Eenheeten an Asazzentralen, Fakten, Ufroen, Stoppuerderen, Beweis, Ofschloss, Protokoll.

# ---- d'Zeil

pursuit-line = VERFOLLEGUNG { $title }: { $units }; { $opened }
pursuit-title = { $case } { $phase }
pursuit-purpose = { $title } ({ $purpose })
pursuit-opened = opgemaach vun { $by } um { $at }, geleet vun { $lead }
pursuit-open = leeft
pursuit-closed = ofgeschloss
pursuit-merged = zesummegeluecht
pursuit-error = aus Versinn opgemaach, et war keng Verfollegung
lead-since = { $opened } zanter { $since }
goes-on-as = geet weider als { $case }
still-running = LEEFT ET NACH? gefrot um { $at }: scho laang huet sech keng Eenheet beweegt
case-line = { $case } { $text }
visibility-granted = { $case } däerf suivéiert ginn
visibility-ended = { $case } däerf net méi suivéiert ginn
text-in = { $text } [{ $language }]

# ---- Eenheeten

no-unit = keng Eenheet
unit-not_seen_yet = { $unit } nach net gesinn
sight-lost = HUET D'ZIL AUS DEN AE VERLUER zanter { $since }
driving-home = fiert heem
by-air = duerch d'Loft
stay = { $unit } zu { $state } zanter { $since }
stay-at_least = { $unit } zu { $state } spéitstens zanter { $since }, du fir d'éischt do gesinn
stay-since_unknown = { $unit } zu { $state }, zanter wéini ass net bekannt
no-known-basis = KENG RECHTSGRONDLAG BEKANNT fir dës Eenheet hei: un de Gaaschtstaat iwwerginn
limit-distance = héchstens { $distance } { $measured }
limit-time = héchstens { $minutes } min
limit-and = { $one } an { $other }
limit-or = { $one } oder { $other }, wat éischter kënnt
limit-point = { $measured } ({ $point })
limit-unknown = Limitt net bekannt
limit-run = { $travelled } gefuer, { $crow } Loftlinn
limit-run_at_least = mindestens { $travelled } gefuer, { $crow } Loftlinn
limit-warned = LIMITT NO ({ $by })
limit-exceeded = LIMITT IWWERSCHRATT ({ $by })
limit-by-distance = Distanz
limit-by-time = Zäit
measured-along_track = gefuer
measured-crow_flies_from_crossing = Loftlinn vum Grenziwwergang un
measured-crow_flies_from_border = Loftlinn vun der Grenz un
measured-crow_flies_from_named_point = Loftlinn vum genannte Punkt un
measured-zone = bannent der Zon
speed = { $speed } km/h

# ---- Asazzentralen

room-acknowledged = quittéiert vun { $who }
room-delivered = zougestallt, net quittéiert
room-not_delivered = nach net zougestallt
telephone-only = nëmme per Telefon
call-now = ELO URUFFEN: { $telephone }
call-now_no_number = ELO URUFFEN: d'Nummer ass hei net bekannt

# ---- Fakten

fact-trigger = Ursaach: { $fact }
fact-offence = Stroftat: { $fact }
fact-suspect = Verdächtegen: { $fact }
fact-vehicle = Gefier: { $fact }
fact-occupants = Insassen: { $fact }
fact-danger = GEFOR: { $fact }
fact-remark = Bemierkung: { $fact }
fact-told = { $fact } ({ $source }, { $by }, { $at })
fact-assessment = ASCHÄTZUNG, kee Fakt: { $fact }
fact-withdrawn = ZERÉCKGEZUNN vun { $by }, well { $reason }: { $fact }
plate-of = { $plate } ({ $state })
danger-armed = bewaffent
danger-explosives = Sprengstoff
danger-hostage = Geisel
danger-ramming = rammt Gefierer
danger-unlit = fiert ouni Luuchten
danger-wrong_way = Geeschterfuerer
trigger-caught_in_act = op frëscher Dot erwëscht
trigger-suspected = vun enger Stroftat verdächtegt
trigger-escaped_custody = aus der Haft ausgebrach
trigger-evaded_border_check = enger Grenzkontroll entgaangen
trigger-evaded_police_check = enger Policekontroll entgaangen
trigger-other_lawful = aner rechtméisseg Ursaach
source-crew = Equipage
source-desk = Asazzentral
source-witness = Zeien
source-anpr = Placken-Kamera
source-aircraft = Loftfuerzeuch
source-register = Register
target-seen = VERFOLLEGTEN AUTO gesinn um { $at } bei { $place } (op { $uncertainty } genee, { $source })

# ---- Ufroen

request = { $room } freet { $to }: { $what } ({ $by }, { $at })
request-text = { $request }, „{ $text }“
request-take_over = Verfollegung IWWERHUELEN
request-block_road = Strooss SPÄREN
request-observe = nëmmen OBSERVÉIEREN
request-stop_person = Persoun UHALEN
request-helicopter = HELIKOPTER
request-deconflict = WARNUNG: do leeft en aneren Asaz, ewechbleiwen
request-other = aner Ufro
request-hand_over = LEEDUNG IWWERHUELEN
request-open = NET BEÄNTWERT
request-accepted = UGEHOLL vun { $by } um { $at }
request-refused = REFUSÉIERT vun { $by } um { $at }
request-withdrawn = net méi gefrot, { $by } um { $at }
request-expired = net mat Zäit beäntwert, eriwwer zanter { $at }
request-unit_at = um { $at }
request-conditions = ënner der Bedingung: { $conditions }
request-reason = well: { $reason }

# ---- Stoppuerderen

stop = STOPPUERDER vun { $by }, { $room }, um { $at }: { $reason }
stop-receipted = quittéiert vun { $units }
stop-unit_at = { $unit } um { $at }
stop-waiting = NACH NET QUITTÉIERT vun { $units }
stop-unanswered = QUITTUNG FEELT vun { $units }
stop-lifted = OPGEHUEWE vun { $by } um { $at }, well { $reason }: { $stop }

# ---- d'Lëscht beim Ofschloss

check-open = OPPEN
check-due = spéitstens { $at }
check-done = { $text } ({ $by }, { $at })
check-nobody = et gouf kee festgehalen
check-at = { $done }, um { $at }
item-outcome = Resultat
item-person_held = Persoun festgehale zanter
item-person_handed_over = Persoun iwwerginn u wien a wéini
item-six_hours = Persoun spéitstens no sechs Stonne fräi
item-objects = sécherstallt Objeten
item-force = Gewalt ugewannt
item-shots = geschoss ginn
item-damage = Schued
item-injuries = Verletzungen
item-host_authority = Autoritéit a Plaz, wou d'Beamten sech mellen
item-officers_report = Rapport vun de Beamten un d'Autoritéit vum Gaaschtstaat

# ---- de Beweis vun der Matdeelung

notice-proof = MATDEELUNG UN { $room }: { $proof }
verdict-not_yet = nach näischt ze beuerteelen
verdict-in_time = AN DER ZÄIT, { $margin } virum Grenziwwergang
verdict-late = ZE SPÉIT, { $margin } nom Grenziwwergang
verdict-cannot_be_told = NET ZE SOEN
verdict-because = { $verdict } ({ $reasons })
verdict-reason-no_crossing_known = et ass kee Grenziwwergang bekannt
verdict-reason-delivered_only = op eng Konsol zougestallt, mee ob et ee gesinn oder héieren huet, ass net bekannt
verdict-reason-not_delivered = op keng Konsol zougestallt
verdict-reason-shown = op enger siichtbarer Säit gewisen
verdict-reason-sounded = Toun ginn
verdict-reason-acknowledged = quittéiert
verdict-reason-telephone = per Telefon
verdict-reason-crossing_guessed = den Zäitpunkt vum Grenziwwergang ass geschat
verdict-reason-clocks_overlap = déi zwou Aueren si net sécher genuch
verdict-reason-other_case = duerch d'Verfollegung, déi hei opgeholl gouf
notice-crossed = Grenziwwergang um { $at }
notice-between = { $crossed } (tëscht { $from } an { $to })
notice-delivered = zougestallt um { $at } ({ $console })
notice-shown = gewisen um { $at } ({ $console })
notice-sounded = Toun um { $at } ({ $console })
notice-telephone = per Telefon gemellt um { $at }: { $caller } un { $answered }
notice-called_again = fir d'lescht ugeruff um { $at }
notice-entered_later = { $call }, agedroen um { $at }

# ---- Zorte vu Fakten

fact_kind-trigger = Ursaach
fact_kind-offence = Stroftat
fact_kind-suspect = Verdächtegen
fact_kind-vehicle = Gefier
fact_kind-occupants = Insassen
fact_kind-danger = Gefor
fact_kind-remark = Bemierkung

# ---- Stroftaten, vun der Lëscht vun der Schengener Konventioun

offence-murder = Mord
offence-manslaughter = Doudschlag
offence-rape = Vergewaltegung
offence-arson = Brandstëftung
offence-counterfeiting_money = Falschmënzerei
offence-aggravated_burglary_robbery_receiving = schwéiere Vol, Iwwerfall oder Hielerei
offence-extortion = Erpressung
offence-kidnapping_hostage_taking = Entféierung oder Geiselnam
offence-trafficking_in_persons = Mënschenhandel
offence-illicit_drugs = Drogen
offence-arms_and_explosives_law = Waffen a Sprengstoff
offence-wilful_damage_by_explosives = Zerstéierung duerch Sprengstoff
offence-illicit_toxic_waste = illegal gëfteg Offäll
offence-failing_to_stop_after_grave_accident = Fluucht no engem schwéieren Accident
