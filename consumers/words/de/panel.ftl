# Die Wörter der Tafel einer Verfolgung, der Liste, und von Meldungen, die zurückgestellt sind oder in Fluten kommen.

# ---- die Tafel

panel-open = Verfolgung
panel-close = Schließen
panel-gone = Diese Verfolgung wird Ihnen nicht oder nicht mehr gezeigt.
new-pursuit = Neue Verfolgung

# ---- ihre Teile, und was da steht, wo nichts ist

section-dangers = Gefahren
section-stops = Abbruchbefehle
section-requests = Ersuchen
section-rooms = Leitstellen
section-notices = Nachweis der Unterrichtung
section-checklist = Abschlussliste
section-target = Verfolgtes Fahrzeug
section-units = Kräfte
section-facts = Tatsachen
section-assessments = Einschätzungen, keine Tatsachen
section-law = Recht
section-log = Protokoll
section-sent = Aufträge dieses Platzes
none-dangers = Keine Gefahr bekannt.
none-stops = Kein Abbruchbefehl.
none-requests = Es wurde um nichts ersucht.
none-rooms = Keine Leitstelle wurde verständigt.
none-notices = Keine Leitstelle war von einem Übertritt zu unterrichten.
none-checklist = Sie öffnet sich mit dem Ende der Verfolgung.
none-target = Niemand hat gesagt, wo es gesehen wurde.
none-units = Keine Kräfte beteiligt.
none-facts = Keine Tatsache bekannt.
none-assessments = Keine.
none-law = Keine Kraft ist in einem fremden Staat.
none-log = Noch nichts eingetragen.
none-sent = Noch keiner wurde erteilt.

# ---- der Kopf: wie es steht, wer führt

row-phase = Stand
row-home = Heimatleitstelle
row-purpose = Zweck
row-asked = Frage
row-goes_on = Danach
since = { $text }, seit { $at }

# ---- Kräfte, wie weit ihre Grenzen sind, wer einen Abbruchbefehl quittiert hat

seen-ago = vor { $age } gesehen
unit-left = nicht mehr dabei
unit-in_error = irrtümlich beigetreten
service-police = Polizei
service-customs = Zoll
service-unknown = Dienst nicht bekannt
card-name = Karte { $card }
limit-clock = { $used } von { $limit }
limit-clock_near = FAST: { $used } von { $limit }
limit-clock_over = ÜBERSCHRITTEN: { $used } von { $limit }
receipted-by = { $unit } quittiert
not-receipted-by = { $unit } NICHT quittiert

# ---- ob jemand da ist

leads-here = führt
telephone = Telefon { $number }
telephone-unknown = Telefonnummer hier nicht bekannt
there-unknown = Nicht bekannt, ob jemand da ist
there-some = Angemeldet { $n }, sehen es { $visible }, hören es { $armed }
there-unseen = Angemeldet { $n }, aber niemand sieht oder hört die Seite
there-nobody = NIEMAND DA: { $call }
there-telephone_only = NUR TELEFONISCH: { $call }
there-no_answer = KEINE ANTWORT: { $call }
there-call = { $number } anrufen
there-call_no_number = anrufen; die Nummer ist hier nicht bekannt
there-called = Angerufen um { $at }
call-banner = { $mode } { $room } ({ $case }) { $why }

# ---- die Karte zum Vorlesen am Telefon

read_out-open = Vorlesekarte
read_out-title = Vorlesekarte für { $room }
read_out-print = Drucken
read_out-called = Angerufen: eintragen, wer geantwortet hat

# ---- was fällig ist, und was wartet

due-in = fällig in { $age }
due-over = { $age } ÜBERFÄLLIG
checklist-open = Abschlussliste: { $n } offen
stop-stands = ABBRUCHBEFEHL GILT
asked-of-you = Wartet auf Ihre Antwort: { $n }

# ---- zurückgestellt, und in einer Flut

shelf = Zurückgestellt
shelved-left = zurück in { $age }
flood = FLUT: { $n } neue Alarme in 10 Minuten (P1 { $p1 }, P2 { $p2 }, P3 { $p3 }). Priorität 2 und 3 sind nach Verfolgung gruppiert; nichts ist weggelassen.
flood-group = { $mode } { $case }: Meldungen { $cards }, neue Alarme { $rings }, höchste P{ $priority }
