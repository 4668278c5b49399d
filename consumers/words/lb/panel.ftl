# D'Wierder vun der Tafel vun enger Verfollegung, vun der Lëscht, a vu Meldungen op der Säit oder an enger Well.

# ---- d'Tafel

panel-open = Verfollegung
panel-close = Zoumaachen
panel-gone = Dës Verfollegung gëtt Iech net oder net méi gewisen.
new-pursuit = Nei Verfollegung

# ---- hir Deeler, a wat do steet, wou näischt ass

section-dangers = Gefoeren
section-stops = Stoppuerderen
section-requests = Ufroen
section-rooms = Asazzentralen
section-notices = Beweis vun der Matdeelung
section-checklist = Ofschlosslëscht
section-target = Verfollegten Auto
section-units = Eenheeten
section-facts = Fakten
section-assessments = Aschätzungen, keng Fakten
section-law = Recht
section-log = Protokoll
section-sent = Uerdere vun dëser Plaz
none-dangers = Keng Gefor bekannt.
none-stops = Keng Stoppuerder.
none-requests = Et gouf näischt gefrot.
none-rooms = Keng Asazzentral gouf gewarnt.
none-notices = Keng Asazzentral huet missen informéiert ginn.
none-checklist = Si geet op, wann d'Verfollegung zougemaach gëtt.
none-target = Keen huet gesot, wou e gesi gouf.
none-units = Keng Eenheet ass dran.
none-facts = Kee Fakt bekannt.
none-assessments = Keng.
none-law = Keng Eenheet ass an engem frieme Staat.
none-log = Nach näischt agedroen.
none-sent = Nach keng gouf ginn.

# ---- de Kapp: wéi et steet, wien leet

row-phase = Stand
row-home = Heemechtszentral
row-purpose = Zweck
row-asked = Fro
row-goes_on = Duerno
since = { $text }, zanter { $at }

# ---- Eenheeten, hir Grenzen, wien eng Stoppuerder quittéiert huet

seen-ago = virun { $age } gesinn
unit-left = net méi derbäi
unit-in_error = duerch Feeler derbäi
service-police = Police
service-customs = Douane
service-unknown = Déngscht net bekannt
card-name = Kaart { $card }
limit-clock = { $used } vun { $limit }
limit-clock_near = BAL: { $used } vun { $limit }
limit-clock_over = DRIWWER: { $used } vun { $limit }
receipted-by = { $unit } quittéiert
not-receipted-by = { $unit } NET quittéiert

# ---- ob een do ass

leads-here = leet
telephone = Telefon { $number }
telephone-unknown = Telefonsnummer hei net bekannt
there-unknown = Net bekannt, ob een do ass
there-some = Ugemellt { $n }, gesinn et { $visible }, héieren et { $armed }
there-unseen = Ugemellt { $n }, mee keen gesäit oder héiert d'Säit
there-nobody = KEEN DO: { $call }
there-telephone_only = NËMME PER TELEFON: { $call }
there-no_answer = KENG ÄNTWERT: { $call }
there-call = { $number } uruffen
there-call_no_number = uruffen; d'Nummer ass hei net bekannt
there-called = Ugeruff um { $at }
call-banner = { $mode } { $room } ({ $case }) { $why }

# ---- d'Kaart fir um Telefon virzeliesen

read_out-open = Virlieskaart
read_out-title = Virlieskaart fir { $room }
read_out-print = Drécken
read_out-called = Ugeruff: androen, wien geäntwert huet

# ---- wat fälleg ass, a wat waart

due-in = fälleg an { $age }
due-over = { $age } IWWERFÄLLEG
checklist-open = Ofschlosslëscht: { $n } op
stop-stands = STOPPUERDER GËLLT
asked-of-you = Waart op Är Äntwert: { $n }

# ---- op d'Säit geluecht, an an enger Well

shelf = Op d'Säit geluecht
shelved-left = zeréck an { $age }
flood = WELL: { $n } nei Alarmer an 10 Minutten (P1 { $p1 }, P2 { $p2 }, P3 { $p3 }). Prioritéit 2 an 3 si no Verfollegung gruppéiert; näischt ass ewechgelooss.
flood-group = { $mode } { $case }: Meldungen { $cards }, nei Alarmer { $rings }, héchst P{ $priority }
