# D'Virlieskaart: wat en Operateur enger anerer Asazzentral um Telefon virliest. Kuerz Sätz, Geneeës buchstabéiert.

# ---- wien urifft, an ob et eescht ass

read-dial = Uruffen: { $room }, { $telephone }
read-dial_unknown = Uruffen: { $room }, d'Nummer ass hei net bekannt
read-mode-live = Dëst ass en echten Asaz, keng Übung
read-mode-exercise = Übung, Übung, Übung
read-mode-test = Dëst ass en Test, en Test, en Test
read-not_known = net bekannt
read-caller = Hei ass { $room }, { $state }
read-lead-ours = Mir leeden d'Verfollegung
read-lead-yours = Dir leet d'Verfollegung
read-lead-other = { $room } leet d'Verfollegung
read-over-closed = D'Verfollegung ass eriwwer
read-over-merged = D'Verfollegung geet weider als { $case }
read-over-error = D'Verfollegung gouf aus Versinn opgemaach. Et war keng Verfollegung

# ---- wat geschitt ass, wou, wéini, a wouhin

read-pursuit = D'Verfollegung { $case } { $happened }
read-withdrawn = ass fir Iech zeréckgezunn
read-telephoned = kënnt vläicht bei Iech: mir warnen Iech heimat
read-telephoned_over = ass eriwwer: mir informéieren Iech heimat
read-when = Wéini: { $when }
read-expected = erwaart um { $eta }, tëscht { $from } an { $to }
read-expected_at = erwaart um { $eta }
read-where = Wou: { $where }
read-near = { $place }, { $distance } no { $direction }
read-last = Lescht Positioun: { $unit } um { $at }, { $in }, { $place }
read-last_unknown = Lescht Positioun: net bekannt
read-car_seen = De verfollegten Auto gouf gesinn um { $at }, { $place }, op { $uncertainty } genee, { $source }
read-going = Richtung: { $direction }. Vitess: { $speed }
read-speed = { $speed } ({ $digits }) Kilometer an der Stonn

read-towards-n = Norden
read-towards-ne = Nordosten
read-towards-e = Osten
read-towards-se = Südosten
read-towards-s = Süden
read-towards-sw = Südwesten
read-towards-w = Westen
read-towards-nw = Nordwesten

# ---- wat vun de Verfollegte bekannt ass

read-plate = Placken { $plate }: { $spelled }. Land: { $state }
read-no_plate = Placken: net bekannt
read-amount = { $number } ({ $digits })
read-written = wéi geschriwwen: „{ $text }“
read-written_in = wéi geschriwwen, op { $language }: „{ $text }“
read-purpose = Zweck: { $purpose }

# ---- Eenheeten, Ufroen, Stoppuerderen

read-units = Eenheeten an der Verfollegung: { $number }. Ruffnimm: { $units }
read-no_units = Eenheeten an der Verfollegung: keng
read-asked-ours = Mir froen Iech: { $what }
read-asked-other = { $room } freet Iech: { $what }
read-asked-nothing = Vun Iech gëtt nach näischt gefrot
read-stop = Eng STOPPUERDER gëllt, ginn vun { $room } um { $at }. Grond: { $reason }
read-stop_missing = Nach keng Quittung vun: { $units }

# ---- d'Recht, zeréckruffen, de Schluss

read-law_on_card = Rechtsgrondlag, { $state } { $in }: vun der Kaart { $card } ofliesen
read-law_unknown = Rechtsgrondlag: net bekannt, { $check }
read-call_back = { $room } zeréckruffen: { $telephone } ({ $digits })
read-call_back_unknown = Nummer fir { $room } zeréckzeruffen: net bekannt
read-ask = Froen: mat wiem schwätzen ech? Numm an Auerzäit opschreiwen

# ---- buchstabéiert

read-dash = Strëch
read-space = Espace
read-umlaut = { $letter } mat Umlaut
read-digit-0 = null
read-digit-1 = eent
read-digit-2 = zwee
read-digit-3 = dräi
read-digit-4 = véier
read-digit-5 = fënnef
read-digit-6 = sechs
read-digit-7 = siwen
read-digit-8 = aacht
read-digit-9 = néng

# ---- Sproochen, als déi, an där eppes geschriwwen ass

read-tongue-nl = Hollännesch
read-tongue-fr = Franséisch
read-tongue-de = Däitsch
read-tongue-lb = Lëtzebuergesch
read-tongue-en = Englesch
