# Die Wörter der Seite, die keine Nachricht sind: Knöpfe, Überschriften, Zustand der Verbindung.

decimal-sign = ,
zone-cet = MEZ
zone-cest = MESZ
ago = vor { $age }

# ---- An- und Abmelden

sign-in-intro = Koordinierung grenzüberschreitender Verfolgungen. Melden Sie sich mit dem Token Ihres Kontos an.
token = Token
sign-in = Anmelden
sign-out = Abmelden
choose-language = Sprache
session-ended = Ihre Sitzung ist beendet. Melden Sie sich neu an.
signed-in-elsewhere = { $other } hat sich mit diesem Browser angemeldet, darum ist die Tafel von { $mine } beendet. Ein Browser hält ein Konto: nehmen Sie für einen zweiten Platz einen anderen Browser oder ein privates Fenster.
who-unknown = Der Server konnte nicht sagen, wer angemeldet ist ({ $reason }).
server-away = Der Server ist nicht erreichbar. { $so }
server-unable = Der Server konnte es nicht tun (Status { $status }). { $so }
nothing-opened = Es wurde nichts geöffnet.
still-signed-in = Dieser Browser ist noch angemeldet.
too-many-tokens = Zu viele falsche Token. Versuchen Sie es in { $seconds } s wieder.
nobodys-token = Niemand hat dieses Token. { $so }

# ---- die Verbindung zum Server

line-connecting = VERBINDE
line-ok = VERBINDUNG OK
line-late = VERBINDUNG ZÖGERT
line-stopped = KEINE VERBINDUNG
line-server = SERVERSTÖRUNG
last-data = letzte Daten vor { $age }
data-stopped = AKTUELLE DATEN STEHEN SEIT { $at }. Was Sie sehen, ist alt. Nehmen Sie das Telefon.
no-connection = KEINE VERBINDUNG ZUM SERVER. Es ist nichts angekommen. Nehmen Sie das Telefon.
server-fault = SERVERSTÖRUNG: der Server erreicht seine Daten nicht. Was Sie sehen, kann alt sein. Nehmen Sie das Telefon.
server-said = Der Server sagte: { $reason }.
not-recovered = { $at } { $room }: verpasste Nachrichten waren nicht wiederherzustellen ({ $reason }). Sie sehen ein neues Gesamtbild.
clock-slow = die Uhr dieses Computers geht { $age } nach
clock-fast = die Uhr dieses Computers geht { $age } vor

# ---- Ton

sound-armed = TON BEREIT
sound-silent = STUMM: klicken zum Einschalten
sound-test = Test
silence-alarm = Diesen Alarm abstellen
silent = STUMM: Meldungen sind nicht zu hören. Klicken Sie hier, um den Ton einzuschalten.
silent-p1 = STUMM: eine Meldung der Priorität 1 wartet und ist nicht zu hören. Klicken Sie hier, um den Ton einzuschalten.

# ---- Meldungen

skip-to-alerts = Zu den Meldungen
alerts = Meldungen
owned-part = Quittiert
log = Protokoll
title-alert = MELDUNG
no-alert-all = Keine Meldung wartet auf Sie.
no-alert-waiting = Noch nicht bekannt: der Server hat nicht gesagt, welche Meldungen es gibt.
no-alert-no_room = Dieses Konto gehört zu keiner Leitstelle: hierher kommt keine Meldung.
show-on-map = Auf der Karte zeigen
acknowledge = Revision { $revision } quittieren
sending = Wird gesendet, Revision { $revision } ...
no-answer = Seit { $age } keine Antwort: noch nicht quittiert. Nehmen Sie das Telefon.
not-acknowledged-because = Nicht quittiert: { $reason }
refused = abgelehnt
row-from_to = Von - nach
row-units = Kräfte
row-pursuit = Verfolgung
row-opened = Eröffnet
row-lead = Führung
row-car = Verfolgtes Fahrzeug
row-danger = Gefahr
row-room = Ihre Leitstelle

# ---- das Protokoll dieser Seite

own-log = { $what }: { $text }
own-log-error = Das Gateway konnte eine Nachricht dieser Seite nicht lesen
own-log-goodbye = Das Gateway hat die Verbindung geschlossen
own-log-not_recovered = Verpasste Nachrichten waren nicht wiederherzustellen; ein neues Gesamtbild wurde genommen
own-log-not_held = Das neue Gesamtbild des Servers hat diese Meldung nicht mehr
own-log-unknown_message = Eine Nachricht, deren Art diese Seite nicht kennt
not-in-words = { $phase } (der Server hat keine Worte geschickt)

# ---- die Karte

map = Karte
map-back = Zurück zu meiner Ansicht
zoom-in = Vergrößern
zoom-out = Verkleinern
map-computing = Die Grundkarte wird berechnet ...
map-failed = Keine Grundkarte: { $reason }
map-view = Kartendarstellung: Leaflet

# ---- Kräfte und Verfolgungen

units = Kräfte
column-unit = Einsatzmittel
column-mode = Modus
column-country = Land
column-age = Alter der Position
column-near = Nahe
column-course = Kurs
column-speed = km/h
column-pursuit = Verfolgung
no-units = Es ist kein Einsatzmittel bekannt.
near-town = { $distance } { $wind } von { $town }
position-late = { $age }, verspätet
position-stale = { $age }, veraltet
position-lost = VERLOREN { $age }
open-pursuits = Laufende Verfolgungen
units-line = Kräfte: { $units }
no-pursuit-all = KEINE LAUFENDE VERFOLGUNG
no-pursuit-waiting = NOCH NICHT BEKANNT
no-pursuit-no_room = KEINE LEITSTELLE
none-open-all = Keine, die Sie betrifft.
none-open-waiting = Noch nicht bekannt.
none-open-no_room = Dieses Konto gehört zu keiner Leitstelle.
