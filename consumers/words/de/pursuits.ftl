# Eine Verfolgung: ihre Zeile, Kräfte und Leitstellen, Fakten, Ersuchen, Abbruchbefehle, Nachweis, Abschluss, Protokoll.

# ---- die Zeile

pursuit-line = VERFOLGUNG { $title }: { $units }; { $opened }
pursuit-title = { $case } { $phase }
pursuit-purpose = { $title } ({ $purpose })
pursuit-opened = eröffnet von { $by } um { $at }, geführt von { $lead }
pursuit-open = läuft
pursuit-closed = abgeschlossen
pursuit-merged = zusammengelegt
pursuit-error = irrtümlich eröffnet, es gab keine Verfolgung
lead-since = { $opened } seit { $since }
goes-on-as = geht weiter als { $case }
still-running = LÄUFT ES NOCH? gefragt um { $at }: seit langem hat sich kein Einsatzmittel bewegt
case-line = { $case } { $text }
visibility-granted = { $case } darf mitverfolgt werden
visibility-ended = { $case } darf nicht mehr mitverfolgt werden
text-in = { $text } [{ $language }]

# ---- Kräfte

no-unit = kein Einsatzmittel
unit-not_seen_yet = { $unit } noch nicht gesehen
sight-lost = HAT DAS ZIEL AUS DEN AUGEN VERLOREN seit { $since }
driving-home = fährt zurück
by-air = aus der Luft
stay = { $unit } in { $state } seit { $since }
stay-at_least = { $unit } in { $state } spätestens seit { $since }, da dort zuerst gesehen
stay-since_unknown = { $unit } in { $state }, seit wann ist nicht bekannt
no-known-basis = KEINE RECHTSGRUNDLAGE BEKANNT für dieses Einsatzmittel hier: an den Gaststaat übergeben
limit-distance = höchstens { $distance } { $measured }
limit-time = höchstens { $minutes } min
limit-and = { $one } und { $other }
limit-or = { $one } oder { $other }, je nachdem, was zuerst eintritt
limit-point = { $measured } ({ $point })
limit-unknown = Begrenzung nicht bekannt
limit-run = { $travelled } gefahren, { $crow } Luftlinie
limit-run_at_least = mindestens { $travelled } gefahren, { $crow } Luftlinie
limit-warned = BEGRENZUNG NAH ({ $by })
limit-exceeded = BEGRENZUNG ÜBERSCHRITTEN ({ $by })
limit-by-distance = Entfernung
limit-by-time = Zeit
measured-along_track = Fahrstrecke
measured-crow_flies_from_crossing = Luftlinie ab dem Grenzübertritt
measured-crow_flies_from_border = Luftlinie ab der Grenze
measured-crow_flies_from_named_point = Luftlinie ab dem genannten Punkt
measured-zone = innerhalb der Zone
speed = { $speed } km/h

# ---- Leitstellen

room-acknowledged = quittiert von { $who }
room-delivered = zugestellt, nicht quittiert
room-not_delivered = noch nicht zugestellt
telephone-only = nur telefonisch
call-now = JETZT ANRUFEN: { $telephone }
call-now_no_number = JETZT ANRUFEN: die Nummer ist hier nicht bekannt

# ---- Fakten

fact-trigger = Anlass: { $fact }
fact-offence = Straftat: { $fact }
fact-suspect = Verdächtiger: { $fact }
fact-vehicle = Fahrzeug: { $fact }
fact-occupants = Insassen: { $fact }
fact-danger = GEFAHR: { $fact }
fact-remark = Bemerkung: { $fact }
fact-told = { $fact } ({ $source }, { $by }, { $at })
fact-assessment = EINSCHÄTZUNG, keine Tatsache: { $fact }
fact-withdrawn = ZURÜCKGENOMMEN von { $by }, weil { $reason }: { $fact }
plate-of = { $plate } ({ $state })
danger-armed = bewaffnet
danger-explosives = Sprengstoff
danger-hostage = Geisel
danger-ramming = rammt Fahrzeuge
danger-unlit = fährt ohne Licht
danger-wrong_way = Falschfahrer
trigger-caught_in_act = auf frischer Tat betroffen
trigger-suspected = einer Straftat verdächtig
trigger-escaped_custody = aus der Haft entflohen
trigger-evaded_border_check = einer Grenzkontrolle entzogen
trigger-evaded_police_check = einer Polizeikontrolle entzogen
trigger-other_lawful = anderer rechtmäßiger Anlass
source-crew = Besatzung
source-desk = Leitstelle
source-witness = Zeuge
source-anpr = Kennzeichenlesegerät
source-aircraft = Luftfahrzeug
source-register = Register
target-seen = VERFOLGTES FAHRZEUG gesehen um { $at } bei { $place } (auf { $uncertainty } genau, { $source })

# ---- Ersuchen

request = { $room } ersucht { $to }: { $what } ({ $by }, { $at })
request-text = { $request }, „{ $text }“
request-take_over = Verfolgung ÜBERNEHMEN
request-block_road = Straße SPERREN
request-observe = nur BEOBACHTEN
request-stop_person = Person ANHALTEN
request-helicopter = HUBSCHRAUBER
request-deconflict = WARNUNG: dort läuft ein anderer Einsatz, fernbleiben
request-other = anderes Ersuchen
request-hand_over = FÜHRUNG ÜBERNEHMEN
request-open = NICHT BEANTWORTET
request-accepted = ANGENOMMEN von { $by } um { $at }
request-refused = ABGELEHNT von { $by } um { $at }
request-withdrawn = nicht mehr erbeten, { $by } um { $at }
request-expired = nicht rechtzeitig beantwortet, vorbei seit { $at }
request-unit_at = um { $at }
request-conditions = unter der Bedingung: { $conditions }
request-reason = weil: { $reason }

# ---- Abbruchbefehle

stop = ABBRUCHBEFEHL von { $by }, { $room }, um { $at }: { $reason }
stop-receipted = quittiert von { $units }
stop-unit_at = { $unit } um { $at }
stop-waiting = NOCH NICHT QUITTIERT von { $units }
stop-unanswered = QUITTUNG FEHLT von { $units }
stop-lifted = AUFGEHOBEN von { $by } um { $at }, weil { $reason }: { $stop }

# ---- die Abschlussliste

check-open = OFFEN
check-due = spätestens { $at }
check-done = { $text } ({ $by }, { $at })
check-nobody = niemand wurde festgehalten
check-at = { $done }, um { $at }
item-outcome = Ausgang
item-person_held = Person festgehalten seit
item-person_handed_over = Person übergeben an wen und wann
item-six_hours = Person spätestens nach sechs Stunden frei
item-objects = sichergestellte Gegenstände
item-force = Gewaltanwendung
item-shots = Schussabgabe
item-damage = Schäden
item-injuries = Verletzungen
item-host_authority = Behörde und Ort, wo sich die Beamten melden
item-officers_report = Bericht der Beamten an die Behörde des Gaststaats

# ---- der Nachweis der Unterrichtung

notice-proof = UNTERRICHTUNG VON { $room }: { $proof }
verdict-not_yet = noch nichts zu beurteilen
verdict-in_time = RECHTZEITIG, { $margin } vor dem Grenzübertritt
verdict-late = VERSPÄTET, { $margin } nach dem Grenzübertritt
verdict-cannot_be_told = NICHT FESTSTELLBAR
verdict-because = { $verdict } ({ $reasons })
verdict-reason-no_crossing_known = kein Grenzübertritt bekannt
verdict-reason-delivered_only = einer Konsole zugestellt, aber ob jemand es sah oder hörte, ist nicht bekannt
verdict-reason-not_delivered = keiner Konsole zugestellt
verdict-reason-shown = auf einer sichtbaren Seite angezeigt
verdict-reason-sounded = Ton gegeben
verdict-reason-acknowledged = quittiert
verdict-reason-telephone = telefonisch
verdict-reason-crossing_guessed = der Zeitpunkt des Grenzübertritts ist geschätzt
verdict-reason-clocks_overlap = die beiden Uhren sind nicht sicher genug
verdict-reason-other_case = durch die hier aufgenommene Verfolgung
notice-crossed = Grenzübertritt um { $at }
notice-between = { $crossed } (zwischen { $from } und { $to })
notice-delivered = zugestellt um { $at } ({ $console })
notice-shown = angezeigt um { $at } ({ $console })
notice-sounded = Ton um { $at } ({ $console })
notice-telephone = telefonisch unterrichtet um { $at }: { $caller } an { $answered }
notice-called_again = zuletzt angerufen um { $at }
notice-entered_later = { $call }, eingetragen um { $at }

# ---- Arten von Fakten

fact_kind-trigger = Anlass
fact_kind-offence = Straftat
fact_kind-suspect = Verdächtiger
fact_kind-vehicle = Fahrzeug
fact_kind-occupants = Insassen
fact_kind-danger = Gefahr
fact_kind-remark = Bemerkung

# ---- Straftaten, von der Liste des Schengener Durchführungsübereinkommens

offence-murder = Mord
offence-manslaughter = Totschlag
offence-rape = Vergewaltigung
offence-arson = Brandstiftung
offence-counterfeiting_money = Geldfälschung
offence-aggravated_burglary_robbery_receiving = schwerer Diebstahl, Raub oder Hehlerei
offence-extortion = Erpressung
offence-kidnapping_hostage_taking = Entführung oder Geiselnahme
offence-trafficking_in_persons = Menschenhandel
offence-illicit_drugs = Betäubungsmittel
offence-arms_and_explosives_law = Waffen und Sprengstoff
offence-wilful_damage_by_explosives = Zerstörung durch Sprengstoff
offence-illicit_toxic_waste = unerlaubte Giftabfälle
offence-failing_to_stop_after_grave_accident = Flucht nach schwerem Unfall
