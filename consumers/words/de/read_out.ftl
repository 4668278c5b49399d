# Die Vorlesekarte: was ein Disponent einer anderen Leitstelle am Telefon vorliest. Kurze Sätze, Genaues buchstabiert.

# ---- wer anruft, und ob es ernst ist

read-dial = Anrufen: { $room }, { $telephone }
read-dial_unknown = Anrufen: { $room }, die Nummer ist hier nicht bekannt
read-mode-live = Dies ist ein Echteinsatz, keine Übung
read-mode-exercise = Übung, Übung, Übung
read-mode-test = Dies ist ein Test, ein Test, ein Test
read-not_known = nicht bekannt
read-caller = Hier { $room }, { $state }
read-lead-ours = Wir führen die Verfolgung
read-lead-yours = Sie führen die Verfolgung
read-lead-other = { $room } führt die Verfolgung
read-over-closed = Die Verfolgung ist beendet
read-over-merged = Die Verfolgung geht weiter als { $case }
read-over-error = Die Verfolgung wurde irrtümlich eröffnet. Es gab keine Verfolgung

# ---- was geschah, wo, wann, und wohin

read-pursuit = Verfolgung { $case }: { $happened }
read-withdrawn = ist für Sie zurückgenommen
read-telephoned = kommt vielleicht zu Ihnen: wir warnen Sie hiermit
read-telephoned_over = ist beendet: wir informieren Sie hiermit
read-when = Wann: { $when }
read-expected = erwartet um { $eta }, zwischen { $from } und { $to }
read-expected_at = erwartet um { $eta }
read-where = Wo: { $where }
read-near = { $place }, { $distance } nach { $direction }
read-last = Letzte Position: { $unit } um { $at }, { $in }, { $place }
read-last_unknown = Letzte Position: nicht bekannt
read-car_seen = Das verfolgte Fahrzeug wurde gesehen um { $at }, { $place }, auf { $uncertainty } genau, { $source }
read-going = Richtung: { $direction }. Geschwindigkeit: { $speed }
read-speed = { $speed } ({ $digits }) Kilometer pro Stunde

read-towards-n = Norden
read-towards-ne = Nordosten
read-towards-e = Osten
read-towards-se = Südosten
read-towards-s = Süden
read-towards-sw = Südwesten
read-towards-w = Westen
read-towards-nw = Nordwesten

# ---- was von den Verfolgten bekannt ist

read-plate = Kennzeichen { $plate }: { $spelled }. Staat: { $state }
read-no_plate = Kennzeichen: nicht bekannt
read-amount = { $number } ({ $digits })
read-written = wie geschrieben: „{ $text }“
read-written_in = wie geschrieben, auf { $language }: „{ $text }“
read-purpose = Zweck: { $purpose }

# ---- Kräfte, Ersuchen, Abbruchbefehle

read-units = Einsatzmittel in der Verfolgung: { $number }. Rufnamen: { $units }
read-no_units = Einsatzmittel in der Verfolgung: keine
read-asked-ours = Wir ersuchen Sie: { $what }
read-asked-other = { $room } ersucht Sie: { $what }
read-asked-nothing = Sie sind noch um nichts ersucht
read-stop = Ein ABBRUCHBEFEHL gilt, gegeben von { $room } um { $at }. Grund: { $reason }
read-stop_missing = Noch keine Quittung von: { $units }

# ---- das Recht, zurückrufen, der Schluss

read-law_on_card = Rechtsgrundlage, { $state } { $in }: von der Karte { $card } ablesen
read-law_unknown = Rechtsgrundlage: nicht bekannt, { $check }
read-call_back = Rückruf an { $room }: { $telephone } ({ $digits })
read-call_back_unknown = Nummer für den Rückruf an { $room }: nicht bekannt
read-ask = Fragen: mit wem spreche ich? Name und Uhrzeit notieren

# ---- buchstabiert

read-dash = Strich
read-space = Leerzeichen
read-umlaut = { $letter } Umlaut
read-digit-0 = null
read-digit-1 = eins
read-digit-2 = zwo
read-digit-3 = drei
read-digit-4 = vier
read-digit-5 = fünf
read-digit-6 = sechs
read-digit-7 = sieben
read-digit-8 = acht
read-digit-9 = neun

# ---- Sprachen, als die, in der etwas geschrieben ist

read-tongue-nl = Niederländisch
read-tongue-fr = Französisch
read-tongue-de = Deutsch
read-tongue-lb = Luxemburgisch
read-tongue-en = Englisch
