# D'Wierder vun der Säit, déi keng Noriicht sinn: Knäpp, Iwwerschrëften, den Zoustand vun der Verbindung.

decimal-sign = ,
zone-cet = MEZ
zone-cest = MESZ
ago = virun { $age }

# ---- Un- an Ofmellen

sign-in-intro = Koordinatioun vu grenziwwerschreidende Verfollegungen. Mellt Iech mam Token vun Ärem Kont un.
token = Token
sign-in = Umellen
sign-out = Ofmellen
choose-language = Sprooch
session-ended = Är Sessioun ass eriwwer. Mellt Iech nei un.
signed-in-elsewhere = { $other } huet sech mat dësem Browser ugemellt, dowéinst ass den Tableau vu { $mine } eriwwer. E Browser hält ee Kont: huelt fir eng zweet Plaz en anere Browser oder eng privat Fënster.
who-unknown = De Server konnt net soen, wien ugemellt ass ({ $reason }).
server-away = De Server ass net z'erreechen. { $so }
server-unable = De Server konnt et net maachen (Status { $status }). { $so }
nothing-opened = Et gouf näischt opgemaach.
still-signed-in = Dëse Browser ass nach ugemellt.
too-many-tokens = Ze vill falsch Tokens. Probéiert et an { $seconds } s nach eng Kéier.
nobodys-token = Keen huet dësen Token. { $so }

# ---- d'Verbindung mam Server

line-connecting = VERBANNEN
line-ok = VERBINDUNG OK
line-late = VERBINDUNG LUES
line-stopped = KENG VERBINDUNG
line-server = SERVERPANN
last-data = lescht Daten virun { $age }
data-stopped = AKTUELL DATE STINN ZANTER { $at }. Wat Dir gesitt ass al. Huelt den Telefon.
no-connection = KENG VERBINDUNG MAM SERVER. Et ass näischt ukomm. Huelt den Telefon.
server-fault = SERVERPANN: de Server kënnt net un seng Daten. Wat Dir gesitt ka al sinn. Huelt den Telefon.
server-said = De Server sot: { $reason }.
not-recovered = { $at } { $room }: verpasst Noriichte konnten net erëm hiergestallt ginn ({ $reason }). Dir gesitt en neit Gesamtbild.
clock-slow = d'Auer vun dësem Computer geet { $age } no
clock-fast = d'Auer vun dësem Computer geet { $age } vir

# ---- Toun

sound-armed = TOUN UN
sound-silent = STOMM: klickt fir unzeschalten
sound-test = Test
silence-alarm = Dësen Alarm ofstellen
silent = STOMM: Meldunge sinn net ze héieren. Klickt hei fir den Toun unzeschalten.
silent-p1 = STOMM: eng Meldung vu Prioritéit 1 waart an ass net ze héieren. Klickt hei fir den Toun unzeschalten.

# ---- Meldungen

skip-to-alerts = Bei d'Meldungen
alerts = Meldungen
owned-part = Quittéiert
log = Protokoll
title-alert = MELDUNG
no-alert-all = Keng Meldung waart op Iech.
no-alert-waiting = Nach net bekannt: de Server huet net gesot, wéi eng Meldungen et gëtt.
no-alert-no_room = Dëse Kont gehéiert zu kenger Asazzentral: hei kënnt keng Meldung un.
show-on-map = Op der Kaart weisen
acknowledge = Revisioun { $revision } quittéieren
sending = Gëtt geschéckt, Revisioun { $revision } ...
no-answer = Zanter { $age } keng Äntwert: nach net quittéiert. Huelt den Telefon.
not-acknowledged-because = Net quittéiert: { $reason }
refused = refuséiert
row-from_to = Vun - op
row-units = Eenheeten
row-pursuit = Verfollegung
row-opened = Opgemaach
row-lead = Leedung
row-car = Verfollegten Auto
row-danger = Gefor
row-room = Är Asazzentral

# ---- de Protokoll vun dëser Säit

own-log = { $what }: { $text }
own-log-error = De Gateway konnt eng Noriicht vun dëser Säit net liesen
own-log-goodbye = De Gateway huet d'Verbindung zougemaach
own-log-not_recovered = Verpasst Noriichte konnten net erëm hiergestallt ginn; en neit Gesamtbild gouf geholl
own-log-not_held = Dat neit Gesamtbild vum Server huet dës Meldung net méi
own-log-unknown_message = Eng Noriicht vun enger Zort, déi dës Säit net kennt
not-in-words = { $phase } (de Server huet keng Wierder geschéckt)

# ---- d'Kaart

map = Kaart
map-back = Zeréck bei meng Vue
zoom-in = Méi grouss
zoom-out = Méi kleng
map-computing = D'Grondkaart gëtt gerechent ...
map-failed = Keng Grondkaart: { $reason }
map-view = Kaartenduerstellung: Leaflet

# ---- Eenheeten a Verfollegungen

units = Eenheeten
column-unit = Eenheet
column-mode = Modus
column-country = Land
column-age = Alter vun der Positioun
column-near = No bei
column-course = Cours
column-speed = km/h
column-pursuit = Verfollegung
no-units = Et ass keng Eenheet bekannt.
near-town = { $town }, { $distance } { $wind }
position-late = { $age }, spéit
position-stale = { $age }, veroolt
position-lost = VERLUER { $age }
open-pursuits = Lafend Verfollegungen
units-line = Eenheeten: { $units }
no-pursuit-all = KENG LAFEND VERFOLLEGUNG
no-pursuit-waiting = NACH NET BEKANNT
no-pursuit-no_room = KENG ASAZZENTRAL
none-open-all = Keng déi Iech ugeet.
none-open-waiting = Nach net bekannt.
none-open-no_room = Dëse Kont gehéiert zu kenger Asazzentral.
