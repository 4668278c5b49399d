# De woorden van de pagina die geen bericht zijn: knoppen, koppen, de toestand van de verbinding.

decimal-sign = ,
zone-cet = CET
zone-cest = CEST
ago = { $age } geleden

# ---- aan- en afmelden

sign-in-intro = Coördinatie van grensoverschrijdende achtervolgingen. Meld u aan met het token van uw account.
token = Token
sign-in = Aanmelden
sign-out = Afmelden
choose-language = Taal
session-ended = Uw sessie is beëindigd. Meld u opnieuw aan.
signed-in-elsewhere = { $other } heeft zich met deze browser aangemeld, dus het bord van { $mine } is beëindigd. Een browser houdt één account vast: gebruik een andere browser of een privévenster voor een tweede werkplek.
who-unknown = De server kon niet zeggen wie is aangemeld ({ $reason }).
server-away = De server is niet bereikbaar. { $so }
server-unable = De server kon het niet doen (status { $status }). { $so }
nothing-opened = Er is niets geopend.
still-signed-in = Deze browser is nog aangemeld.
too-many-tokens = Te veel verkeerde tokens. Probeer het over { $seconds } s opnieuw.
nobodys-token = Niemand heeft dit token. { $so }

# ---- de verbinding met de server

line-connecting = VERBINDEN
line-ok = VERBINDING OK
line-late = VERBINDING TRAAG
line-stopped = GEEN VERBINDING
line-server = SERVERSTORING
last-data = laatste gegevens { $age } geleden
data-stopped = ACTUELE GEGEVENS GESTOPT { $at }. Wat u ziet is oud. Gebruik de telefoon.
no-connection = GEEN VERBINDING MET DE SERVER. Er is niets ontvangen. Gebruik de telefoon.
server-fault = SERVERSTORING: de server kan niet bij zijn gegevens. Wat u ziet kan oud zijn. Gebruik de telefoon.
server-said = De server zei: { $reason }.
not-recovered = { $at } { $room }: gemiste berichten konden niet worden teruggehaald ({ $reason }). U ziet een nieuw beeld.
clock-slow = de klok van deze computer loopt { $age } achter
clock-fast = de klok van deze computer loopt { $age } voor

# ---- geluid

sound-armed = GELUID STAAT AAN
sound-silent = STIL: klik om aan te zetten
sound-test = Test
silence-alarm = Dit alarm stilzetten
silent = STIL: meldingen zijn niet te horen. Klik hier om het geluid aan te zetten.
silent-p1 = STIL: een melding van prioriteit 1 wacht en is niet te horen. Klik hier om het geluid aan te zetten.

# ---- meldingen

skip-to-alerts = Naar de meldingen
alerts = Meldingen
owned-part = Bevestigd
log = Log
title-alert = MELDING
no-alert-all = Er wacht geen melding op u.
no-alert-waiting = Nog niet bekend: de server heeft niet gezegd welke meldingen er zijn.
no-alert-no_room = Dit account dient geen meldkamer: hier komt geen melding.
show-on-map = Op de kaart tonen
acknowledge = Revisie { $revision } bevestigen
sending = Versturen, revisie { $revision } ...
no-answer = Al { $age } geen antwoord: nog niet bevestigd. Gebruik de telefoon.
not-acknowledged-because = Niet bevestigd: { $reason }
refused = geweigerd
row-from_to = Van - naar
row-units = Eenheden
row-pursuit = Achtervolging
row-opened = Geopend
row-lead = Leiding
row-car = Achtervolgde auto
row-danger = Gevaar
row-room = Uw meldkamer

# ---- het log van deze pagina

own-log = { $what }: { $text }
own-log-error = De gateway kon een bericht van deze pagina niet lezen
own-log-goodbye = De gateway sloot de verbinding
own-log-not_recovered = Gemiste berichten konden niet worden teruggehaald; er is een nieuw beeld genomen
own-log-not_held = Deze melding staat niet meer in het nieuwe beeld van de server
own-log-unknown_message = Een bericht van een soort die deze pagina niet kent
not-in-words = { $phase } (de server stuurde geen woorden)

# ---- de kaart

map = Kaart
map-back = Terug naar mijn beeld
zoom-in = Inzoomen
zoom-out = Uitzoomen
map-computing = De basiskaart wordt berekend ...
map-failed = Geen basiskaart: { $reason }
map-view = Kaartweergave: Leaflet

# ---- eenheden en achtervolgingen

units = Eenheden
column-unit = Eenheid
column-mode = Modus
column-country = Land
column-age = Ouderdom positie
column-near = Bij
column-course = Koers
column-speed = km/u
column-pursuit = Achtervolging
no-units = Er is geen eenheid bekend.
near-town = { $distance } { $wind } van { $town }
position-late = { $age }, laat
position-stale = { $age }, verouderd
position-lost = KWIJT { $age }
open-pursuits = Lopende achtervolgingen
units-line = Eenheden: { $units }
no-pursuit-all = GEEN LOPENDE ACHTERVOLGING
no-pursuit-waiting = NOG NIET BEKEND
no-pursuit-no_room = GEEN MELDKAMER
none-open-all = Geen die u aangaat.
none-open-waiting = Nog niet bekend.
none-open-no_room = Dit account dient geen meldkamer.
