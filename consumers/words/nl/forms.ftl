# Opdrachten als formulieren: hun namen, wat in te vullen is, en hoe ver een opdracht is.

# ---- de opdrachten

order-acknowledge = Bevestigen
order-open = Achtervolging openen
order-join = Eenheid sluit aan
order-leave = Eenheid gaat eruit
order-close = Achtervolging sluiten
order-add_fact = Feit toevoegen
order-withdraw_fact = Feit intrekken
order-see_target = De auto is gezien
order-sight = Zicht kwijt of weer terug
order-returning = Eenheid rijdt naar huis
order-request = Meldkamer om bijstand vragen
order-answer_request = Verzoek beantwoorden
order-withdraw_request = Verzoek intrekken
order-hand_over = Leiding overdragen
order-take_lead = Leiding nemen
order-give_stop = STOP de achtervolging: bevel aan alle eenheden
order-receive_stop = Ontvangst van stopbevel bevestigen
order-lift_stop = Stopbevel opheffen
order-shelve = Melding opzijzetten
order-unshelve = Melding weer opnemen
order-hand_over_alert = Melding overdragen
order-take_alert = Aangeboden melding overnemen
order-warn_room = Meldkamer met de hand waarschuwen
order-telephoned = Per telefoon gemeld
order-withdraw_call = Telefoongesprek terugnemen
order-withdraw_warning = Waarschuwing met de hand terugnemen
order-withdraw_unit = Eenheid was per vergissing toegevoegd
order-opened_in_error = Achtervolging was per vergissing geopend
order-merge = Samenvoegen: het is dezelfde auto
order-split = Splitsen: er zijn twee doelen
order-still_running = Ze loopt nog
order-check_item = Afsluitlijst invullen

# ---- de gewone, als knoppen

offer-danger = Gevaar toevoegen
offer-assistance = Bijstand vragen
offer-warn_a_room = Meldkamer waarschuwen
offer-take_over = Om overname vragen
offer-accept = Aanvaarden
offer-refuse = Weigeren
offer-stop = STOP
offer-withdraw = Intrekken
offer-withdraw_warning = Per vergissing gewaarschuwd
offer-withdraw_call = Gesprek terugnemen
offer-lift = Opheffen
offer-ask = Vragen
offer-warn = Waarschuwen
offer-fill_in = Invullen
offer-put_right = Verbeteren
offer-other = Andere opdracht ...

# ---- wat in te vullen is

form-as_room = Namens
form-case = Achtervolging
form-mode = Modus
form-fact = Feit
form-kind = Soort
form-code = Welk
form-text = Tekst
form-plate = Kenteken
form-plate_state = Land van het kenteken (twee letters)
form-number = Hoeveel
form-source = Bron
form-assessment = Een inschatting, geen feit
form-language = Taal van de tekst
form-reason = Reden
form-lat = Breedtegraad (noord)
form-lon = Lengtegraad (oost)
form-uncertainty_m = Nauwkeurig tot (m)
form-observed_at = Gezien om
form-course_deg = Koers (graden)
form-speed_mps = Snelheid (km/u)
form-unit = Eenheid
form-units = Eenheden, met komma's
form-lost = Het doel is uit het zicht
form-pursues = Zij achtervolgt weer
form-request = Verzoek
form-to = Aan wie
form-answer = Antwoord
form-at = Tijdstip
form-conditions = Op voorwaarde
form-stop = Stopbevel
form-revision = Revisie van de melding
form-minutes = Minuten, hoogstens 30
form-note = Opmerking
form-place = Plaats, in woorden
form-direction = Richting
form-seen_at = Gezien om
form-room = Meldkamer
form-called_at = Gebeld om
form-answered_by = Wie nam op
form-caller = Wie belde
form-into = De achtervolging die doorgaat
form-new_case = De nieuwe achtervolging
form-item = Punt
form-nobody = Niemand is vastgehouden
form-purpose = Doel
choice-accept = ja, aanvaard
choice-refuse = nee, geweigerd
choice-none = -

# ---- wat er mis is met wat is ingevuld

problem-missing = moet worden ingevuld
problem-number = moet een getal zijn
problem-range = valt buiten het bereik
problem-instant = moet een tijdstip zijn, het jaar in vier cijfers
problem-id = moet met het land beginnen, zoals BE/LIE-21
problem-plate = moet een kenteken in hoofdletters zijn, zoals 1-ABC-234
problem-state = moet twee hoofdletters zijn, zoals BE
problem-pair = allebei, of geen van beide

# ---- versturen, en hoe ver het is

send = Versturen
send-again = Opnieuw versturen
press-again = DRUK NOG EENS OM TE BEVESTIGEN
cancel = Annuleren
now = nu
more-fields = Meer
forms-away = De server heeft de formulieren nog niet gegeven ...
progress-sending = Versturen ...
progress-no_answer = NIET VERSTUURD: al { $age } geen antwoord. Het gaat zodra de verbinding terug is. Gebruik de telefoon.
progress-sent = VERSTUURD, nog niet beslist
progress-undecided = VERSTUURD, maar al { $age } niet beslist. Gebruik de telefoon.
progress-done = UITGEVOERD
progress-refused = GEWEIGERD: { $reason }
progress-unsure = NIET BEKEND of het is aangenomen: { $reason }. Verstuur het opnieuw.
refusal-not_understood = de server kon het niet lezen
