# Les mots de la page qui ne sont pas un message : boutons, titres, état de la liaison.

decimal-sign = ,
zone-cet = CET
zone-cest = CEST
ago = il y a { $age }

# ---- connexion et déconnexion

sign-in-intro = Coordination des poursuites transfrontalières. Connectez-vous avec le jeton de votre compte.
token = Jeton
sign-in = Se connecter
sign-out = Se déconnecter
choose-language = Langue
session-ended = Votre session est terminée. Reconnectez-vous.
signed-in-elsewhere = { $other } s'est connecté avec ce navigateur, le tableau de { $mine } est donc fermé. Un navigateur tient un seul compte : utilisez un autre navigateur ou une fenêtre privée pour un deuxième poste.
who-unknown = Le serveur n'a pu dire qui est connecté ({ $reason }).
server-away = Le serveur est injoignable. { $so }
server-unable = Le serveur n'a pu le faire (statut { $status }). { $so }
nothing-opened = Rien n'a été ouvert.
still-signed-in = Ce navigateur est toujours connecté.
too-many-tokens = Trop de jetons erronés. Réessayez dans { $seconds } s.
nobodys-token = Personne n'a ce jeton. { $so }

# ---- la liaison avec le serveur

line-connecting = CONNEXION
line-ok = LIAISON OK
line-late = LIAISON LENTE
line-stopped = SANS LIAISON
line-server = PANNE DU SERVEUR
last-data = dernières données il y a { $age }
data-stopped = DONNÉES EN DIRECT ARRÊTÉES { $at }. Ce que vous voyez est ancien. Utilisez le téléphone.
no-connection = AUCUNE LIAISON AVEC LE SERVEUR. Rien n'a été reçu. Utilisez le téléphone.
server-fault = PANNE DU SERVEUR : le serveur n'atteint pas ses données. Ce que vous voyez peut être ancien. Utilisez le téléphone.
server-said = Le serveur a dit : { $reason }.
not-recovered = { $at } { $room } : des messages manqués n'ont pu être récupérés ({ $reason }). Un nouvel état complet est affiché.
clock-slow = l'horloge de cet ordinateur retarde de { $age }
clock-fast = l'horloge de cet ordinateur avance de { $age }

# ---- son

sound-armed = SON ARMÉ
sound-silent = MUET : cliquer pour armer
sound-test = Test
silence-alarm = Couper cette alarme
silent = MUET : les alertes ne peuvent être entendues. Cliquez ici pour armer le son.
silent-p1 = MUET : une alerte de priorité 1 attend et ne peut être entendue. Cliquez ici pour armer le son.

# ---- alertes

skip-to-alerts = Aller aux alertes
alerts = Alertes
owned-part = Acquittées
log = Journal
title-alert = ALERTE
no-alert-all = Aucune alerte ne vous attend.
no-alert-waiting = Pas encore connu : le serveur n'a pas dit quelles alertes existent.
no-alert-no_room = Ce compte ne dessert aucune salle : aucune alerte n'arrive ici.
show-on-map = Montrer sur la carte
acknowledge = Acquitter la révision { $revision }
sending = Envoi, révision { $revision } ...
no-answer = Sans réponse depuis { $age } : pas encore acquittée. Utilisez le téléphone.
not-acknowledged-because = Non acquittée : { $reason }
refused = refusé
row-from_to = De - vers
row-units = Unités
row-pursuit = Poursuite
row-opened = Ouverte
row-lead = Direction
row-car = Véhicule poursuivi
row-danger = Danger
row-room = Votre salle

# ---- le journal de cette page

own-log = { $what } : { $text }
own-log-error = La passerelle n'a pu lire un message de cette page
own-log-goodbye = La passerelle a fermé la liaison
own-log-not_recovered = Des messages manqués n'ont pu être récupérés ; un nouvel état complet a été pris
own-log-not_held = Le nouvel état complet du serveur n'a plus cette alerte
own-log-unknown_message = Un message d'un genre que cette page ne connaît pas
not-in-words = { $phase } (le serveur n'a pas envoyé de texte)

# ---- la carte

map = Carte
map-back = Revenir à ma vue
zoom-in = Zoomer
zoom-out = Dézoomer
map-computing = Le fond de carte est en cours de calcul ...
map-failed = Pas de fond de carte : { $reason }
map-view = Affichage de la carte : Leaflet

# ---- unités et poursuites

units = Unités
column-unit = Unité
column-mode = Mode
column-country = Pays
column-age = Âge de la position
column-near = Près de
column-course = Cap
column-speed = km/h
column-pursuit = Poursuite
no-units = Aucune unité n'est connue.
near-town = { $town }, { $distance } { $wind }
position-late = { $age }, tardive
position-stale = { $age }, périmée
position-lost = PERDUE { $age }
open-pursuits = Poursuites en cours
units-line = Unités : { $units }
no-pursuit-all = AUCUNE POURSUITE EN COURS
no-pursuit-waiting = PAS ENCORE CONNU
no-pursuit-no_room = AUCUNE SALLE
none-open-all = Aucune qui vous concerne.
none-open-waiting = Pas encore connu.
none-open-no_room = Ce compte ne dessert aucune salle.
