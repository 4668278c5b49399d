# Befehle: ausgeführt, oder abgelehnt und warum; und Hinweise.

answer-done = { $case } Befehl { $command } ausgeführt
answer-refused = { $case } Befehl { $command } abgelehnt: { $refusal }

# ---- die Verfolgung und ihre Kräfte

refusal-unknown_pursuit = es gibt keine Verfolgung { $case }
refusal-closed = { $case } ist beendet ({ $phase })
refusal-already_open = { $case } ist schon eröffnet, um { $at } von { $by }
refusal-known_case = die Nummer { $case } ist vergeben: eine andere wählen
refusal-already_joined = { $unit } nimmt schon an { $case } teil
refusal-not_joined = { $unit } nimmt nicht an { $case } teil
refusal-not_abroad = dass { $unit } von { $case } im Ausland ist, ist nicht bekannt
refusal-too_many_units = { $case }: höchstens { $expected } Einsatzmittel, erhalten { $got }
refusal-all_units = einige Kräfte müssen in { $case } bleiben
refusal-same_case = { $case } ist dieselbe Verfolgung
refusal-wrong_case = erwartet eine Verfolgung von { $expected }, erhalten { $got }
refusal-pending = { $case } wartet auf die Antwort von { $other }
refusal-no_answer = die andere Verfolgung hat nicht geantwortet
refusal-just_taken_in = { $case } hat gerade eine andere Verfolgung aufgenommen: sie kann ab { $until } enden
refusal-lead_passed = die Leitung hat seitdem gewechselt: wer jetzt führt, fragt erneut
refusal-wrong_mode = die Verfolgung ist { $expected }, erhalten { $got }
refusal-nothing_new = das ist bereits so: { $name }

# ---- wer darf

refusal-known_command = der Befehl { $name } war vorher ein anderer
refusal-not_allowed = nur für { $expected }, nicht für { $got }
refusal-wrong_state = nur im Namen von { $expected }, nicht von { $got }
refusal-wrong_room = nur { $expected } darf das, nicht { $got }
refusal-own_room = { $room } ist Ihre eigene Leitstelle
refusal-unknown_room = es gibt keine Leitstelle { $room }
refusal-wrong_unit = nur im Namen von { $expected }, nicht von { $got }
refusal-not_leading = { $expected } führt { $case }, nicht { $got }
refusal-copy_room = { $room } liest nur mit: sie kann die Leitung nicht übernehmen
refusal-not_here = noch ist kein Einsatzmittel von { $case } in { $state }, darum darf { $room } die Führung nicht nehmen; man kann sie um Übernahme ersuchen

# ---- Meldungen

refusal-unknown_alert = { $room } hat keine solche Meldung in { $case }
refusal-already_acknowledged = jemand anders war schneller: { $by } um { $at }
refusal-not_acknowledged = niemand hat die Meldung von { $room } quittiert
refusal-other_revision = die Meldung hat sich seitdem geändert, sehen Sie noch einmal hin: erwartet { $expected }, erhalten { $got }
refusal-priority_1 = eine Meldung der Priorität 1 wird nie zurückgestellt ({ $room })
refusal-not_owner = die Meldung liegt bei { $expected }, nicht bei { $got }
refusal-not_offered = die Meldung von { $room } ist niemandem angeboten
refusal-offered_to_other = die Meldung ist { $expected } angeboten, nicht { $got }
refusal-bad_place = der Ort braucht { $expected }, erhalten { $got }

# ---- Fakten, Ersuchen, Abbruchbefehle, die Liste

refusal-bad_fact = { $kind }: erwartet wird { $expected }, erhalten { $got }
refusal-known_fact = die Angabe { $name } ist schon bekannt
refusal-unknown_fact = { $case } hat keine Angabe { $name }
refusal-withdrawn_fact = die Angabe { $name } wurde von { $by } zurückgenommen
refusal-too_many_facts = { $case }: höchstens { $expected } Angaben
refusal-known_request = das Ersuchen { $name } ist schon bekannt
refusal-unknown_request = { $case } hat kein Ersuchen { $name }
refusal-answered = das Ersuchen { $name } hat schon seine Antwort: { $answer }
answered-accepted = angenommen
answered-refused = abgelehnt
answered-withdrawn = zurückgezogen
answered-expired = abgelaufen
refusal-too_many_requests = { $case }: höchstens { $expected } Ersuchen
refusal-known_stop = der Abbruchbefehl { $name } ist schon bekannt
refusal-unknown_stop = { $case } hat keinen Abbruchbefehl { $name }
refusal-lifted = der Abbruchbefehl { $name } wurde um { $at } aufgehoben
refusal-too_many_stops = { $case }: höchstens { $expected } Abbruchbefehle
refusal-stop_stands = der Abbruchbefehl { $name } gilt noch in { $case }
refusal-unknown_item = steht nicht auf der Liste: { $got }; darauf steht jetzt: { $expected }
refusal-missing = { $name }: { $expected } fehlt

# ---- Zeitpunkte und Anrufe

refusal-bad_instant = { $name }: erwartet wird ein Zeitpunkt zwischen { $earliest } und { $latest }, nicht { $got }
refusal-early_call = zu früh für { $case }: ein Anruf zählt ab { $earliest }, eine Stunde vor der Eröffnung; dieser war um { $got }
refusal-unknown_call = { $room }: kein Anruf um { $got } ist eingetragen
refusal-no_warning = { $room }: die Meldung dort beruht nicht allein auf einer Warnung von Hand

# ---- das Gateway

refusal-kafka_away = der Server erreicht seine Daten nicht
refusal-fault = das System ist daran gescheitert, telefonisch handeln

# ---- was an einem Wert nicht stimmt, der nicht zu lesen war

misfit-text = muss ein Text ohne Steuerzeichen sein
misfit-said = muss ein Text sein, der etwas sagt, ohne Steuerzeichen
misfit-line = muss eine einzige Zeile Text ohne Steuerzeichen sein
misfit-called = muss eine einzige Zeile Text sein, die etwas sagt, ohne Steuerzeichen
misfit-long = ist zu lang: höchstens { $limit } Zeichen
misfit-at_most = darf höchstens { $limit } sein
misfit-at_least = muss mindestens { $limit } sein
misfit-above = muss mehr als { $limit } sein
misfit-kind = ist von anderer Art, als hier erwartet wird
misfit-choice = ist keiner der bekannten Werte: { $got }
misfit-unknown = wird hier nicht verlangt

# ---- was ein Befehl braucht

field-at = die Zeit
field-called_at = die Zeit des Anrufs
field-code = ein bekanntes Wort
field-lat = die geografische Breite
field-lon = die geografische Länge
field-number = eine Zahl
field-observed_at = die Zeit der Beobachtung
field-plate = das Kennzeichen
field-plate_state = der Staat des Kennzeichens
field-seen_at = die Zeit der Beobachtung
field-text = ein Text

# ---- Hinweise

notice = HINWEIS { $about } { $text }
notice-fixes_refused = Positionen eines Einsatzmittels werden abgewiesen
notice-request_accepted = { $room } NIMMT AN: { $kind }
notice-request_refused = { $room } LEHNT AB: { $kind }
notice-request_withdrawn = nicht mehr erbeten von { $room }: { $kind }
notice-request_expired = { $room }: nicht rechtzeitig beantwortet, nicht mehr erbeten: { $kind }
notice-merge_accepted = { $case } nimmt diese Verfolgung auf
notice-merge_refused = { $case } nimmt diese Verfolgung nicht auf
notice-split_accepted = { $case } geht mit ihren Kräften weiter
notice-split_refused = { $case } wurde nicht eröffnet
