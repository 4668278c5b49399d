# Een achtervolging: de regel, eenheden en meldkamers, feiten, verzoeken, stopbevelen, bewijs van melding, afsluiting, log.

# ---- de regel

pursuit-line = ACHTERVOLGING { $title }: { $units }; { $opened }
pursuit-title = { $case } { $phase }
pursuit-purpose = { $title } ({ $purpose })
pursuit-opened = geopend door { $by } om { $at }, onder leiding van { $lead }
pursuit-open = loopt
pursuit-closed = afgesloten
pursuit-merged = samengevoegd
pursuit-error = bij vergissing geopend, er was geen achtervolging
lead-since = { $opened } sinds { $since }
goes-on-as = gaat verder als { $case }
still-running = LOOPT HET NOG? gevraagd om { $at }: al lang reed geen eenheid meer
case-line = { $case } { $text }
visibility-granted = { $case } mag worden gevolgd
visibility-ended = { $case } mag niet langer worden gevolgd
text-in = { $text } [{ $language }]

# ---- eenheden

no-unit = geen eenheid
unit-not_seen_yet = { $unit } nog niet gezien
sight-lost = HEEFT HET DOEL UIT HET ZICHT VERLOREN sinds { $since }
driving-home = rijdt naar huis
by-air = door de lucht
stay = { $unit } in { $state } sinds { $since }
stay-at_least = { $unit } in { $state } uiterlijk sinds { $since }, toen daar voor het eerst gezien
stay-since_unknown = { $unit } in { $state }, sinds wanneer is niet bekend
no-known-basis = GEEN RECHTSGROND BEKEND voor deze eenheid hier: draag over aan het gastland
limit-distance = hoogstens { $distance } { $measured }
limit-time = hoogstens { $minutes } min
limit-and = { $one } en { $other }
limit-or = { $one } of { $other }, wat het eerst komt
limit-point = { $measured } ({ $point })
limit-unknown = grenswaarde niet bekend
limit-run = { $travelled } gereden, { $crow } hemelsbreed
limit-run_at_least = minstens { $travelled } gereden, { $crow } hemelsbreed
limit-warned = GRENSWAARDE NABIJ ({ $by })
limit-exceeded = GRENSWAARDE OVERSCHREDEN ({ $by })
limit-by-distance = afstand
limit-by-time = tijd
measured-along_track = gereden
measured-crow_flies_from_crossing = hemelsbreed vanaf de grensovergang
measured-crow_flies_from_border = hemelsbreed vanaf de grens
measured-crow_flies_from_named_point = hemelsbreed vanaf het genoemde punt
measured-zone = binnen de zone
speed = { $speed } km/u

# ---- meldkamers

room-acknowledged = bevestigd door { $who }
room-delivered = afgeleverd, niet bevestigd
room-not_delivered = nog niet afgeleverd
telephone-only = alleen per telefoon
call-now = BEL NU: { $telephone }
call-now_no_number = BEL NU: het nummer is hier niet bekend

# ---- feiten

fact-trigger = aanleiding: { $fact }
fact-offence = strafbaar feit: { $fact }
fact-suspect = verdachte: { $fact }
fact-vehicle = voertuig: { $fact }
fact-occupants = inzittenden: { $fact }
fact-danger = GEVAAR: { $fact }
fact-remark = opmerking: { $fact }
fact-told = { $fact } ({ $source }, { $by }, { $at })
fact-assessment = INSCHATTING, geen feit: { $fact }
fact-withdrawn = INGETROKKEN door { $by }, omdat { $reason }: { $fact }
plate-of = { $plate } ({ $state })
danger-armed = gewapend
danger-explosives = explosieven
danger-hostage = gijzelaar
danger-ramming = ramt voertuigen
danger-unlit = rijdt zonder verlichting
danger-wrong_way = spookrijder
trigger-caught_in_act = op heterdaad betrapt
trigger-suspected = verdacht van een strafbaar feit
trigger-escaped_custody = ontsnapt uit hechtenis
trigger-evaded_border_check = grenscontrole ontweken
trigger-evaded_police_check = politiecontrole ontweken
trigger-other_lawful = andere wettige aanleiding
source-crew = bemanning
source-desk = meldkamer
source-witness = getuige
source-anpr = kentekencamera
source-aircraft = luchtvaartuig
source-register = register
target-seen = ACHTERVOLGDE AUTO gezien om { $at } op { $place } (binnen { $uncertainty }, { $source })

# ---- verzoeken

request = { $room } vraagt { $to }: { $what } ({ $by }, { $at })
request-text = { $request }, "{ $text }"
request-take_over = NEEM de achtervolging OVER
request-block_road = SLUIT de weg AF
request-observe = alleen OBSERVEREN
request-stop_person = HOUD de persoon STAANDE
request-helicopter = HELIKOPTER
request-deconflict = WAARSCHUWING: daar loopt een andere operatie, blijf weg
request-other = ander verzoek
request-hand_over = NEEM DE LEIDING
request-open = NIET BEANTWOORD
request-accepted = AANVAARD door { $by } om { $at }
request-refused = GEWEIGERD door { $by } om { $at }
request-withdrawn = niet meer gevraagd, { $by } om { $at }
request-expired = niet op tijd beantwoord, voorbij sinds { $at }
request-unit_at = om { $at }
request-conditions = op voorwaarde: { $conditions }
request-reason = omdat: { $reason }

# ---- stopbevelen

stop = STOPBEVEL van { $by }, { $room }, om { $at }: { $reason }
stop-receipted = ontvangst bevestigd door { $units }
stop-unit_at = { $unit } om { $at }
stop-waiting = NOG NIET BEVESTIGD door { $units }
stop-unanswered = ONTVANGSTBEVESTIGING ONTBREEKT van { $units }
stop-lifted = OPGEHEVEN door { $by } om { $at }, omdat { $reason }: { $stop }

# ---- de lijst bij afsluiting

check-open = OPEN
check-due = uiterlijk { $at }
check-done = { $text } ({ $by }, { $at })
check-nobody = niemand is vastgehouden
check-at = { $done }, om { $at }
item-outcome = afloop
item-person_held = persoon vastgehouden sinds
item-person_handed_over = persoon overgedragen aan wie en wanneer
item-six_hours = persoon uiterlijk vrij na zes uur
item-objects = voorwerpen veiliggesteld
item-force = geweld gebruikt
item-shots = schoten gelost
item-damage = schade
item-injuries = letsel
item-host_authority = autoriteit en plaats waar de ambtenaren zich melden
item-officers_report = verslag van de ambtenaren aan de autoriteit van het gastland

# ---- het bewijs van melding

notice-proof = MELDING AAN { $room }: { $proof }
verdict-not_yet = nog niets te beoordelen
verdict-in_time = OP TIJD, { $margin } voor de grensoverschrijding
verdict-late = TE LAAT, { $margin } na de grensoverschrijding
verdict-cannot_be_told = NIET TE ZEGGEN
verdict-because = { $verdict } ({ $reasons })
verdict-reason-no_crossing_known = er is geen grensoverschrijding bekend
verdict-reason-delivered_only = afgeleverd op een console, maar niet bekend of iemand het zag of hoorde
verdict-reason-not_delivered = op geen console afgeleverd
verdict-reason-shown = getoond op een zichtbare pagina
verdict-reason-sounded = hoorbaar gemaakt
verdict-reason-acknowledged = bevestigd
verdict-reason-telephone = per telefoon
verdict-reason-crossing_guessed = het tijdstip van de grensoverschrijding is een schatting
verdict-reason-clocks_overlap = de twee klokken zijn niet zeker genoeg
verdict-reason-other_case = door de achtervolging die hier is opgenomen
notice-crossed = grens overschreden om { $at }
notice-between = { $crossed } (tussen { $from } en { $to })
notice-delivered = afgeleverd om { $at } ({ $console })
notice-shown = getoond om { $at } ({ $console })
notice-sounded = hoorbaar om { $at } ({ $console })
notice-telephone = per telefoon gemeld om { $at }: { $caller } aan { $answered }
notice-called_again = laatst gebeld om { $at }
notice-entered_later = { $call }, vastgelegd om { $at }

# ---- soorten feiten

fact_kind-trigger = aanleiding
fact_kind-offence = strafbaar feit
fact_kind-suspect = verdachte
fact_kind-vehicle = voertuig
fact_kind-occupants = inzittenden
fact_kind-danger = gevaar
fact_kind-remark = opmerking

# ---- strafbare feiten, van de lijst van de Schengenovereenkomst

offence-murder = moord
offence-manslaughter = doodslag
offence-rape = verkrachting
offence-arson = brandstichting
offence-counterfeiting_money = valsemunterij
offence-aggravated_burglary_robbery_receiving = gekwalificeerde diefstal, beroving of heling
offence-extortion = afpersing
offence-kidnapping_hostage_taking = ontvoering of gijzeling
offence-trafficking_in_persons = mensenhandel
offence-illicit_drugs = verdovende middelen
offence-arms_and_explosives_law = wapens en explosieven
offence-wilful_damage_by_explosives = vernieling door explosieven
offence-illicit_toxic_waste = illegaal giftig afval
offence-failing_to_stop_after_grave_accident = doorrijden na een ernstig ongeval
