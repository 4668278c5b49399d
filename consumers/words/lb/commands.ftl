# Uerderen: ausgefouert, oder refuséiert a firwat; an Avisen.

answer-done = { $case } Uerder { $command } ausgefouert
answer-refused = { $case } Uerder { $command } refuséiert: { $refusal }

# ---- d'Verfollegung an hir Eenheeten

refusal-unknown_pursuit = et gëtt keng Verfollegung { $case }
refusal-closed = { $case } ass eriwwer ({ $phase })
refusal-already_open = { $case } ass schonn opgemaach, um { $at } vun { $by }
refusal-known_case = d'Nummer { $case } ass besat: eng aner huelen
refusal-already_joined = { $unit } hëlt schonn un { $case } deel
refusal-not_joined = { $unit } hëlt net un { $case } deel
refusal-not_abroad = dass { $unit } vu { $case } am Ausland ass, ass net bekannt
refusal-too_many_units = { $case }: héchstens { $expected } Eenheeten, kritt { $got }
refusal-all_units = e puer Eenheete mussen a { $case } bleiwen
refusal-same_case = { $case } ass déi nämmlecht Verfollegung
refusal-wrong_case = erwaart eng Verfollegung vun { $expected }, kritt { $got }
refusal-pending = { $case } waart op d'Äntwert vun { $other }
refusal-no_answer = déi aner Verfollegung huet net geäntwert
refusal-just_taken_in = { $case } huet grad eng aner Verfollegung opgeholl: si kann eréischt vun { $until } un ophalen
refusal-lead_passed = d'Leedung huet zanterhier gewiesselt: wien elo leet, freet nach eng Kéier
refusal-wrong_mode = d'Verfollegung ass { $expected }, kritt { $got }
refusal-nothing_new = dat ass scho sou: { $name }

# ---- wien däerf

refusal-known_command = d'Uerder { $name } war virdrun eng aner
refusal-not_allowed = nëmme fir { $expected }, net fir { $got }
refusal-wrong_state = nëmmen am Numm vun { $expected }, net vun { $got }
refusal-wrong_room = nëmmen { $expected } däerf dat, net { $got }
refusal-own_room = { $room } ass Är eegen Asazzentral
refusal-unknown_room = et gëtt keng Asazzentral { $room }
refusal-wrong_unit = nëmmen am Numm vun { $expected }, net vun { $got }
refusal-not_leading = { $expected } leet { $case }, net { $got }
refusal-copy_room = { $room } liest nëmme mat: si kann d'Leedung net iwwerhuelen
refusal-not_here = nach ass keng Eenheet vu { $case } zu { $state }, dowéinst däerf { $room } d'Leedung net huelen; et kann een se froen ze iwwerhuelen

# ---- Meldungen

refusal-unknown_alert = { $room } huet keng esou Meldung a { $case }
refusal-already_acknowledged = een aneren war méi séier: { $by } um { $at }
refusal-not_acknowledged = keen huet d'Meldung vun { $room } quittéiert
refusal-other_revision = d'Meldung huet sech zanterhier geännert, kuckt nach eng Kéier: erwaart { $expected }, kritt { $got }
refusal-priority_1 = eng Meldung vu Prioritéit 1 gëtt ni op d'Säit geluecht ({ $room })
refusal-not_owner = d'Meldung ass bei { $expected }, net bei { $got }
refusal-not_offered = d'Meldung vun { $room } ass kengem ugebueden
refusal-offered_to_other = d'Meldung ass dem { $expected } ugebueden, net dem { $got }
refusal-bad_place = d'Plaz brauch { $expected }, kritt { $got }

# ---- Fakten, Ufroen, Stoppuerderen, d'Lëscht

refusal-bad_fact = { $kind }: erwaart { $expected }, kritt { $got }
refusal-known_fact = de Fakt { $name } ass scho bekannt
refusal-unknown_fact = { $case } huet kee Fakt { $name }
refusal-withdrawn_fact = de Fakt { $name } gouf vun { $by } zeréckgezunn
refusal-too_many_facts = { $case }: héchstens { $expected } Fakten
refusal-known_request = d'Ufro { $name } ass scho bekannt
refusal-unknown_request = { $case } huet keng Ufro { $name }
refusal-answered = d'Ufro { $name } huet schonn hir Äntwert: { $answer }
answered-accepted = ugeholl
answered-refused = refuséiert
answered-withdrawn = zeréckgezunn
answered-expired = ofgelaf
refusal-too_many_requests = { $case }: héchstens { $expected } Ufroen
refusal-known_stop = d'Stoppuerder { $name } ass scho bekannt
refusal-unknown_stop = { $case } huet keng Stoppuerder { $name }
refusal-lifted = d'Stoppuerder { $name } gouf um { $at } opgehuewen
refusal-too_many_stops = { $case }: héchstens { $expected } Stoppuerderen
refusal-stop_stands = d'Stoppuerder { $name } gëllt nach a { $case }
refusal-unknown_item = steet net op der Lëscht: { $got }; drop steet elo: { $expected }
refusal-missing = { $name }: { $expected } feelt

# ---- Zäitpunkten an Uriff

refusal-bad_instant = { $name }: erwaart gëtt en Zäitpunkt tëscht { $earliest } an { $latest }, net { $got }
refusal-early_call = ze fréi fir { $case }: en Uruff zielt vun { $earliest } un, eng Stonn virum Opmaachen; dëse war um { $got }
refusal-unknown_call = { $room }: keen Uruff um { $got } ass agedroen
refusal-no_warning = { $room }: den Alarm do berout net just op enger Warnung mat der Hand

# ---- de Gateway

refusal-kafka_away = de Server kënnt net un seng Daten
refusal-fault = de System ass drun gescheitert, per Telefon handelen

# ---- wat un engem Wäert net stëmmt, deen net ze liese war

misfit-text = muss en Text ouni Steierzeeche sinn
misfit-said = muss en Text sinn, deen eppes seet, ouni Steierzeechen
misfit-line = muss eng eenzeg Zeil Text ouni Steierzeeche sinn
misfit-called = muss eng eenzeg Zeil Text sinn, déi eppes seet, ouni Steierzeechen
misfit-long = ass ze laang: héchstens { $limit } Zeechen
misfit-at_most = däerf héchstens { $limit } sinn
misfit-at_least = muss mindestens { $limit } sinn
misfit-above = muss méi wéi { $limit } sinn
misfit-kind = ass vun enger anerer Aart, wéi hei erwaart gëtt
misfit-choice = ass kee vun de bekannte Wäerter: { $got }
misfit-unknown = gëtt hei net gefrot

# ---- wat eng Uerder brauch

field-at = d'Zäit
field-called_at = d'Zäit vum Uruff
field-code = e bekannt Wuert
field-lat = d'Breet
field-lon = d'Längt
field-number = eng Zuel
field-observed_at = d'Zäit vun der Observatioun
field-plate = d'Plack
field-plate_state = de Staat vun der Plack
field-seen_at = d'Zäit vun der Observatioun
field-text = en Text

# ---- Avisen

notice = AVIS { $about } { $text }
notice-fixes_refused = Positioune vun enger Eenheet gi refuséiert
notice-request_accepted = { $room } HËLT UN: { $kind }
notice-request_refused = { $room } REFUSÉIERT: { $kind }
notice-request_withdrawn = net méi gefrot vun { $room }: { $kind }
notice-request_expired = { $room }: net mat Zäit beäntwert, net méi gefrot: { $kind }
notice-merge_accepted = { $case } hëlt dës Verfollegung op
notice-merge_refused = { $case } hëlt dës Verfollegung net op
notice-split_accepted = { $case } geet mat hiren Eenheete weider
notice-split_refused = { $case } gouf net opgemaach
