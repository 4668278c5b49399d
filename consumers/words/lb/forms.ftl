# Uerderen als Formulairen: hir Nimm, wat auszefëllen ass, a wéi wäit eng Uerder ass.

# ---- d'Uerderen

order-acknowledge = Quittéieren
order-open = Verfollegung opmaachen
order-join = Eenheet kënnt derbäi
order-leave = Eenheet geet eraus
order-close = Verfollegung zoumaachen
order-add_fact = Fakt derbäisetzen
order-withdraw_fact = Fakt zeréckhuelen
order-see_target = Den Auto gouf gesinn
order-sight = Siicht verluer oder erëm do
order-returning = Eenheet fiert heem
order-request = Asazzentral ëm Hëllef froen
order-answer_request = Ufro beäntweren
order-withdraw_request = Ufro zeréckhuelen
order-hand_over = Leedung iwwerginn
order-take_lead = Leedung iwwerhuelen
order-give_stop = Verfollegung STOPPEN: Uerder un all Eenheeten
order-receive_stop = Stoppuerder quittéieren
order-lift_stop = Stoppuerder ophiewen
order-shelve = Meldung op d'Säit leeën
order-unshelve = Meldung erëm ophuelen
order-hand_over_alert = Meldung iwwerginn
order-take_alert = Ugebuede Meldung iwwerhuelen
order-warn_room = Asazzentral mat der Hand warnen
order-telephoned = Per Telefon gemellt
order-withdraw_call = Uruff zeréckhuelen
order-withdraw_warning = Warnung mat der Hand zeréckhuelen
order-withdraw_unit = Eenheet war duerch Feeler derbäi
order-opened_in_error = Verfollegung war duerch Feeler opgemaach
order-merge = Zesummeleeën: et ass deeselwechten Auto
order-split = Opdeelen: et sinn zwee Ziler
order-still_running = Si leeft nach
order-check_item = Ofschlosslëscht ausfëllen

# ---- déi heefeg, als Knäpp

offer-danger = Gefor derbäisetzen
offer-assistance = Ëm Hëllef froen
offer-warn_a_room = Zentral warnen
offer-take_over = Ëm Iwwernam froen
offer-accept = Unhuelen
offer-refuse = Refuséieren
offer-stop = STOPPEN
offer-withdraw = Zeréckhuelen
offer-withdraw_warning = Duerch Feeler gewarnt
offer-withdraw_call = Uruff zeréckhuelen
offer-lift = Ophiewen
offer-ask = Froen
offer-warn = Warnen
offer-fill_in = Ausfëllen
offer-put_right = Verbesseren
offer-other = Aner Uerder ...

# ---- wat auszefëllen ass

form-as_room = Am Numm vun
form-case = Verfollegung
form-mode = Modus
form-fact = Fakt
form-kind = Zort
form-code = Wéi eng
form-text = Text
form-plate = Plack
form-plate_state = Staat vun der Plack (zwee Buschtawen)
form-number = Wéi vill
form-source = Quell
form-assessment = Eng Aschätzung, kee Fakt
form-language = Sprooch vum Text
form-reason = Grond
form-lat = Breet (Grad Nord)
form-lon = Längt (Grad Ost)
form-uncertainty_m = Genee op (m)
form-observed_at = Gesinn um
form-course_deg = Cours (Grad)
form-speed_mps = Vitess (km/h)
form-unit = Eenheet
form-units = Eenheeten, mat Kommaen
form-lost = D'Zil ass ausser Siicht
form-pursues = Si verfollegt nees
form-request = Ufro
form-to = U wien
form-answer = Äntwert
form-at = Zäit
form-conditions = Ënner der Bedingung
form-stop = Stoppuerder
form-revision = Revisioun vun der Meldung
form-minutes = Minutten, héchstens 30
form-note = Notiz
form-place = Plaz, a Wierder
form-direction = Richtung
form-seen_at = Gesinn um
form-room = Asazzentral
form-called_at = Ugeruff um
form-answered_by = Wien huet ofgehuewen
form-caller = Wien huet ugeruff
form-into = D'Verfollegung, déi weidergeet
form-new_case = Déi nei Verfollegung
form-item = Punkt
form-nobody = Keen gouf festgehal
form-purpose = Zweck
choice-accept = jo, ugeholl
choice-refuse = neen, refuséiert
choice-none = -

# ---- wat un deem Ausgefëllten net stëmmt

problem-missing = muss ausgefëllt ginn
problem-number = muss eng Zuel sinn
problem-range = ass ausserhalb vum Beräich
problem-instant = muss eng Zäit sinn, d'Joer mat véier Zifferen
problem-id = muss mam Staat ufänken, wéi BE/LIE-21
problem-plate = muss eng Plack a grousse Buschtawe sinn, wéi 1-ABC-234
problem-state = mussen zwee grouss Buschtawe sinn, wéi BE
problem-pair = béid oder keng

# ---- schécken, a wéi wäit et ass

send = Schécken
send-again = Nach eng Kéier schécken
press-again = FIR ZE CONFIRMÉIEREN NACH EENG KÉIER DRÉCKEN
cancel = Annuléieren
now = elo
more-fields = Méi
forms-away = De Server huet d'Formulairen nach net ginn ...
progress-sending = Gëtt geschéckt ...
progress-no_answer = NET GESCHÉCKT: zanter { $age } keng Äntwert. Et geet, soubal d'Verbindung zeréck ass. Huelt den Telefon.
progress-sent = GESCHÉCKT, nach net decidéiert
progress-undecided = GESCHÉCKT, mee zanter { $age } net decidéiert. Huelt den Telefon.
progress-done = GEMAACH
progress-refused = REFUSÉIERT: { $reason }
progress-unsure = NET BEKANNT, ob se ugeholl ass: { $reason }. Schéckt se nach eng Kéier.
refusal-not_understood = de Server konnt et net liesen
