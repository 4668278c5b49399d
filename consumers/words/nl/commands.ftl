# Opdrachten: uitgevoerd, of geweigerd en waarom; en berichten.

answer-done = { $case } opdracht { $command } uitgevoerd
answer-refused = { $case } opdracht { $command } geweigerd: { $refusal }

# ---- de achtervolging en haar eenheden

refusal-unknown_pursuit = er is geen achtervolging { $case }
refusal-closed = { $case } is voorbij ({ $phase })
refusal-already_open = { $case } is al geopend, om { $at } door { $by }
refusal-known_case = het nummer { $case } is bezet: kies een ander
refusal-already_joined = { $unit } neemt al deel aan { $case }
refusal-not_joined = { $unit } neemt niet deel aan { $case }
refusal-not_abroad = van { $unit } in { $case } is niet bekend dat zij in het buitenland is
refusal-too_many_units = { $case }: hoogstens { $expected } eenheden, gekregen { $got }
refusal-all_units = er moeten eenheden in { $case } blijven
refusal-same_case = { $case } is dezelfde achtervolging
refusal-wrong_case = verwacht een achtervolging van { $expected }, gekregen { $got }
refusal-pending = { $case } wacht op het antwoord van { $other }
refusal-no_answer = de andere achtervolging heeft niet geantwoord
refusal-just_taken_in = { $case } heeft zojuist een andere achtervolging overgenomen: zij kan worden beëindigd vanaf { $until }
refusal-lead_passed = de leiding is sindsdien overgegaan: wie nu leidt, vraagt het opnieuw
refusal-wrong_mode = de achtervolging is { $expected }, gekregen { $got }
refusal-nothing_new = dat is al zo: { $name }

# ---- wie mag

refusal-known_command = de opdracht { $name } was eerder een andere
refusal-not_allowed = alleen voor { $expected }, niet voor { $got }
refusal-wrong_state = alleen namens { $expected }, niet namens { $got }
refusal-wrong_room = alleen { $expected } mag dat, niet { $got }
refusal-own_room = { $room } is uw eigen meldkamer
refusal-unknown_room = er is geen meldkamer { $room }
refusal-wrong_unit = alleen namens { $expected }, niet namens { $got }
refusal-not_leading = { $expected } leidt { $case }, niet { $got }
refusal-copy_room = { $room } leest alleen mee: zij kan de leiding niet nemen
refusal-not_here = er is nog geen eenheid van { $case } in { $state }, dus { $room } mag de leiding niet nemen; men kan haar vragen over te nemen

# ---- meldingen

refusal-unknown_alert = { $room } heeft zo'n melding niet in { $case }
refusal-already_acknowledged = iemand anders was eerst: { $by } om { $at }
refusal-not_acknowledged = niemand heeft de melding van { $room } bevestigd
refusal-other_revision = de melding is sindsdien veranderd, kijk opnieuw: verwacht { $expected }, gekregen { $got }
refusal-priority_1 = een melding van prioriteit 1 gaat nooit opzij ({ $room })
refusal-not_owner = de melding is bij { $expected }, niet bij { $got }
refusal-not_offered = de melding van { $room } is niemand aangeboden
refusal-offered_to_other = de melding is { $expected } aangeboden, niet { $got }
refusal-bad_place = de plaats vraagt { $expected }, gekregen { $got }

# ---- feiten, verzoeken, stopbevelen, de lijst

refusal-bad_fact = { $kind }: verwacht { $expected }, gekregen { $got }
refusal-known_fact = het feit { $name } is al bekend
refusal-unknown_fact = { $case } heeft geen feit { $name }
refusal-withdrawn_fact = het feit { $name } is ingetrokken door { $by }
refusal-too_many_facts = { $case }: hoogstens { $expected } feiten
refusal-known_request = het verzoek { $name } is al bekend
refusal-unknown_request = { $case } heeft geen verzoek { $name }
refusal-answered = het verzoek { $name } heeft al een antwoord: { $answer }
answered-accepted = aanvaard
answered-refused = geweigerd
answered-withdrawn = ingetrokken
answered-expired = verlopen
refusal-too_many_requests = { $case }: hoogstens { $expected } verzoeken
refusal-known_stop = het stopbevel { $name } is al bekend
refusal-unknown_stop = { $case } heeft geen stopbevel { $name }
refusal-lifted = het stopbevel { $name } is opgeheven om { $at }
refusal-too_many_stops = { $case }: hoogstens { $expected } stopbevelen
refusal-stop_stands = het stopbevel { $name } staat nog in { $case }
refusal-unknown_item = staat niet op de lijst: { $got }; er staat nu op: { $expected }
refusal-missing = { $name }: { $expected } ontbreekt

# ---- tijdstippen en telefoongesprekken

refusal-bad_instant = { $name }: verwacht wordt een tijdstip tussen { $earliest } en { $latest }, niet { $got }
refusal-early_call = te vroeg voor { $case }: een gesprek telt vanaf { $earliest }, een uur voor de opening; dit was om { $got }
refusal-unknown_call = { $room }: er staat geen gesprek van { $got }
refusal-no_warning = { $room }: de melding daar berust niet alleen op een waarschuwing met de hand

# ---- de gateway

refusal-kafka_away = de server kan niet bij zijn gegevens
refusal-fault = het systeem is erop vastgelopen, handel per telefoon

# ---- wat er mis is met een waarde die niet te lezen was

misfit-text = moet een tekst zonder stuurtekens zijn
misfit-said = moet een tekst zijn die iets zegt, zonder stuurtekens
misfit-line = moet één regel tekst zonder stuurtekens zijn
misfit-called = moet één regel tekst zijn die iets zegt, zonder stuurtekens
misfit-long = is te lang: hoogstens { $limit } tekens
misfit-at_most = mag hoogstens { $limit } zijn
misfit-at_least = moet minstens { $limit } zijn
misfit-above = moet meer dan { $limit } zijn
misfit-kind = is van een andere soort dan hier verwacht wordt
misfit-choice = is geen van de bekende waarden: { $got }
misfit-unknown = wordt hier niet gevraagd

# ---- wat een opdracht kan vragen

field-at = het tijdstip
field-called_at = het tijdstip van het gesprek
field-code = een bekend woord
field-lat = de breedtegraad
field-lon = de lengtegraad
field-number = een getal
field-observed_at = het tijdstip van de waarneming
field-plate = het kenteken
field-plate_state = de staat van het kenteken
field-seen_at = het tijdstip van de waarneming
field-text = een tekst

# ---- berichten

notice = BERICHT { $about } { $text }
notice-fixes_refused = posities van een eenheid worden geweigerd
notice-request_accepted = { $room } AANVAARDT: { $kind }
notice-request_refused = { $room } WEIGERT: { $kind }
notice-request_withdrawn = niet meer gevraagd aan { $room }: { $kind }
notice-request_expired = { $room }: niet op tijd beantwoord, niet meer gevraagd: { $kind }
notice-merge_accepted = { $case } neemt deze achtervolging op
notice-merge_refused = { $case } neemt deze achtervolging niet op
notice-split_accepted = { $case } gaat verder met haar eenheden
notice-split_refused = { $case } is niet geopend
