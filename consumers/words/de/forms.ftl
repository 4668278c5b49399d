# Aufträge als Formulare: ihre Namen, was auszufüllen ist, und wie weit ein Auftrag ist.

# ---- die Aufträge

order-acknowledge = Quittieren
order-open = Verfolgung eröffnen
order-join = Kraft tritt bei
order-leave = Kraft scheidet aus
order-close = Verfolgung beenden
order-add_fact = Tatsache hinzufügen
order-withdraw_fact = Tatsache zurücknehmen
order-see_target = Fahrzeug gesehen
order-sight = Sicht verloren oder wieder da
order-returning = Kraft fährt heim
order-request = Leitstelle um Hilfe ersuchen
order-answer_request = Ersuchen beantworten
order-withdraw_request = Ersuchen zurücknehmen
order-hand_over = Führung übergeben
order-take_lead = Führung übernehmen
order-give_stop = Verfolgung ABBRECHEN: Befehl an alle Kräfte
order-receive_stop = Abbruchbefehl quittieren
order-lift_stop = Abbruchbefehl aufheben
order-shelve = Meldung zurückstellen
order-unshelve = Meldung wieder aufnehmen
order-hand_over_alert = Meldung übergeben
order-take_alert = Angebotene Meldung übernehmen
order-warn_room = Leitstelle von Hand warnen
order-telephoned = Telefonisch unterrichtet
order-withdraw_call = Anruf zurücknehmen
order-withdraw_warning = Warnung von Hand zurücknehmen
order-withdraw_unit = Kraft war irrtümlich beigetreten
order-opened_in_error = Verfolgung war irrtümlich eröffnet
order-merge = Zusammenführen: dasselbe Fahrzeug
order-split = Teilen: es sind zwei Ziele
order-still_running = Sie läuft noch
order-check_item = Abschlussliste ausfüllen

# ---- die häufigen, als Knöpfe

offer-danger = Gefahr melden
offer-assistance = Um Hilfe ersuchen
offer-warn_a_room = Leitstelle warnen
offer-take_over = Um Übernahme ersuchen
offer-accept = Annehmen
offer-refuse = Ablehnen
offer-stop = ABBRECHEN
offer-withdraw = Zurücknehmen
offer-withdraw_warning = Irrtümlich gewarnt
offer-withdraw_call = Anruf zurücknehmen
offer-lift = Aufheben
offer-ask = Ersuchen
offer-warn = Warnen
offer-fill_in = Ausfüllen
offer-put_right = Berichtigen
offer-other = Anderer Auftrag ...

# ---- was auszufüllen ist

form-as_room = Im Namen von
form-case = Verfolgung
form-mode = Modus
form-fact = Tatsache
form-kind = Art
form-code = Welche
form-text = Text
form-plate = Kennzeichen
form-plate_state = Staat des Kennzeichens (zwei Buchstaben)
form-number = Wie viele
form-source = Quelle
form-assessment = Eine Einschätzung, keine Tatsache
form-language = Sprache des Textes
form-reason = Grund
form-lat = Breite (Grad Nord)
form-lon = Länge (Grad Ost)
form-uncertainty_m = Genau auf (m)
form-observed_at = Gesehen um
form-course_deg = Kurs (Grad)
form-speed_mps = Geschwindigkeit (km/h)
form-unit = Einsatzmittel
form-units = Kräfte, mit Kommas
form-lost = Das Ziel ist außer Sicht
form-pursues = Sie verfolgt wieder
form-request = Ersuchen
form-to = An wen
form-answer = Antwort
form-at = Zeit
form-conditions = Unter der Bedingung
form-stop = Abbruchbefehl
form-revision = Revision der Meldung
form-minutes = Minuten, höchstens 30
form-note = Vermerk
form-place = Ort, in Worten
form-direction = Richtung
form-seen_at = Gesehen um
form-room = Leitstelle
form-called_at = Angerufen um
form-answered_by = Wer hat abgenommen
form-caller = Wer hat angerufen
form-into = Die Verfolgung, die weitergeht
form-new_case = Die neue Verfolgung
form-item = Punkt
form-nobody = Niemand wurde festgehalten
form-purpose = Zweck
choice-accept = ja, angenommen
choice-refuse = nein, abgelehnt
choice-none = -

# ---- was an dem Ausgefüllten nicht stimmt

problem-missing = ist auszufüllen
problem-number = muss eine Zahl sein
problem-range = liegt außerhalb des Bereichs
problem-instant = muss eine Zeit sein, das Jahr vierstellig
problem-id = muss mit dem Staat beginnen, wie BE/LIE-21
problem-plate = muss ein Kennzeichen in Großbuchstaben sein, wie 1-ABC-234
problem-state = müssen zwei Großbuchstaben sein, wie BE
problem-pair = beide oder keine

# ---- senden, und wie weit es ist

send = Senden
send-again = Noch einmal senden
press-again = ZUM BESTÄTIGEN NOCH EINMAL DRÜCKEN
cancel = Abbrechen
now = jetzt
more-fields = Mehr
forms-away = Der Server hat die Formulare noch nicht gegeben ...
progress-sending = Wird gesendet ...
progress-no_answer = NICHT GESENDET: seit { $age } keine Antwort. Er geht, sobald die Verbindung zurück ist. Nehmen Sie das Telefon.
progress-sent = GESENDET, noch nicht entschieden
progress-undecided = GESENDET, aber seit { $age } nicht entschieden. Nehmen Sie das Telefon.
progress-done = AUSGEFÜHRT
progress-refused = ABGELEHNT: { $reason }
progress-unsure = NICHT BEKANNT, ob er angenommen ist: { $reason }. Senden Sie ihn noch einmal.
refusal-not_understood = der Server konnte es nicht lesen
