# De woorden van het paneel van een achtervolging, van de lijst, en van meldingen die opzijgezet zijn of met velen komen.

# ---- het paneel

panel-open = Achtervolging
panel-close = Sluiten
panel-gone = Deze achtervolging wordt u niet of niet meer getoond.
new-pursuit = Nieuwe achtervolging

# ---- de delen, en wat er staat waar niets is

section-dangers = Gevaren
section-stops = Stopbevelen
section-requests = Verzoeken
section-rooms = Meldkamers
section-notices = Bewijs van melding
section-checklist = Afsluitlijst
section-target = Achtervolgde auto
section-units = Eenheden
section-facts = Feiten
section-assessments = Inschattingen, geen feiten
section-law = Recht
section-log = Log
section-sent = Opdrachten van deze werkplek
none-dangers = Er is geen gevaar bekend.
none-stops = Er is geen stopbevel.
none-requests = Er is niets gevraagd.
none-rooms = Er is geen meldkamer gewaarschuwd.
none-notices = Geen meldkamer hoefde een grensoverschrijding te horen.
none-checklist = Ze opent als de achtervolging wordt gesloten.
none-target = Niemand heeft gezegd waar hij gezien is.
none-units = Er is geen eenheid bij.
none-facts = Er is geen feit bekend.
none-assessments = Er is er geen.
none-law = Geen eenheid is in een ander land dan het eigen.
none-log = Er staat nog niets in.
none-sent = Er is nog geen gegeven.

# ---- de kop: hoe het staat, wie leidt

row-phase = Stand
row-home = Eigen meldkamer
row-purpose = Doel
row-asked = Vraag
row-goes_on = Daarna
since = { $text }, sinds { $at }

# ---- eenheden, hoever hun grenzen op zijn, wie een stopbevel bevestigde

seen-ago = { $age } geleden gezien
unit-left = doet niet meer mee
unit-in_error = per vergissing toegevoegd
service-police = politie
service-customs = douane
service-unknown = dienst niet bekend
card-name = kaart { $card }
limit-clock = { $used } van { $limit }
limit-clock_near = BIJNA: { $used } van { $limit }
limit-clock_over = OVERSCHREDEN: { $used } van { $limit }
receipted-by = { $unit } bevestigd
not-receipted-by = { $unit } NIET bevestigd

# ---- of er iemand is

leads-here = leidt
telephone = Telefoon { $number }
telephone-unknown = telefoonnummer hier niet bekend
there-unknown = Niet bekend of er iemand is
there-some = Aangemeld { $n }, zien het { $visible }, horen het { $armed }
there-unseen = Aangemeld { $n }, maar niemand ziet of hoort de pagina
there-nobody = NIEMAND AANWEZIG: { $call }
there-telephone_only = ALLEEN PER TELEFOON: { $call }
there-no_answer = GEEN ANTWOORD: { $call }
there-call = bel { $number }
there-call_no_number = bellen; het nummer is hier niet bekend
there-called = Gebeld om { $at }
call-banner = { $mode } { $room } ({ $case }) { $why }

# ---- de kaart om per telefoon voor te lezen

read_out-open = Voorleeskaart
read_out-title = Voorleeskaart voor { $room }
read_out-print = Afdrukken
read_out-called = Gebeld: invullen wie opnam

# ---- wat moet, en wat wacht

due-in = uiterlijk over { $age }
due-over = { $age } TE LAAT
checklist-open = Afsluitlijst: { $n } open
stop-stands = STOPBEVEL VAN KRACHT
asked-of-you = Wacht op uw antwoord: { $n }

# ---- opzijgezet, en met velen

shelf = Opzijgezet
shelved-left = terug over { $age }
flood = VLOED: { $n } nieuwe alarmen in 10 minuten (P1 { $p1 }, P2 { $p2 }, P3 { $p3 }). Prioriteit 2 en 3 zijn per achtervolging gegroepeerd; er is niets weggelaten.
flood-group = { $mode } { $case }: meldingen { $cards }, nieuwe alarmen { $rings }, hoogste P{ $priority }
