# The words of the page that are no record: buttons, headings, the state of the line.

decimal-sign = { "." }
zone-cet = CET
zone-cest = CEST
ago = { $age } ago

# ---- signing in and out

sign-in-intro = Cross-border pursuit coordination. Sign in with the token of your account.
token = Token
sign-in = Sign in
sign-out = Sign out
choose-language = Language
session-ended = Your session has ended. Sign in again.
signed-in-elsewhere = { $other } has signed in with this browser, so the board of { $mine } has ended. A browser holds one account: use another browser, or a private window, for a second desk.
who-unknown = The server could not say who is signed in ({ $reason }).
server-away = The server cannot be reached. { $so }
server-unable = The server could not do it (status { $status }). { $so }
nothing-opened = Nothing was opened.
still-signed-in = This browser is still signed in.
too-many-tokens = Too many wrong tokens. Try again in { $seconds } s.
nobodys-token = Nobody has this token. { $so }

# ---- the line to the server

line-connecting = CONNECTING
line-ok = LINK OK
line-late = LINK LATE
line-stopped = NO LINK
line-server = SERVER FAULT
last-data = last data { $age } ago
data-stopped = LIVE DATA STOPPED { $at }. What you see is old. Use the telephone.
no-connection = NO CONNECTION TO THE SERVER. Nothing has been received. Use the telephone.
server-fault = SERVER FAULT: the server cannot reach its data. What you see may be old. Use the telephone.
server-said = The server said: { $reason }.
not-recovered = { $at } { $room }: missed records could not be recovered ({ $reason }). A fresh picture is shown.
clock-slow = this computer's clock is { $age } slow
clock-fast = this computer's clock is { $age } fast

# ---- sound

sound-armed = SOUND ARMED
sound-silent = SILENT: click to arm
sound-test = Test
silence-alarm = Silence this alarm
silent = SILENT: alerts cannot be heard. Click here to arm the sound.
silent-p1 = SILENT: an alert of priority 1 waits and cannot be heard. Click here to arm the sound.

# ---- alerts

skip-to-alerts = Skip to alerts
alerts = Alerts
owned-part = Acknowledged
log = Log
title-alert = ALERT
no-alert-all = No alert waits for you.
no-alert-waiting = Not known yet: the server has not told which alerts there are.
no-alert-no_room = This account serves no room: no alert comes here.
show-on-map = Show on map
acknowledge = Acknowledge revision { $revision }
sending = Sending, revision { $revision } ...
no-answer = No answer for { $age }: not acknowledged yet. Use the telephone.
not-acknowledged-because = Not acknowledged: { $reason }
refused = refused
row-from_to = From - to
row-units = Units
row-pursuit = Pursuit
row-opened = Opened
row-lead = Lead
row-car = Pursued car
row-danger = Danger
row-room = Your room

# ---- the log of this page

own-log = { $what }: { $text }
own-log-error = The gateway could not read a message of this page
own-log-goodbye = The gateway closed the connection
own-log-not_recovered = Missed records could not be recovered; a fresh picture was taken
own-log-not_held = The server's fresh picture no longer holds this alert
own-log-unknown_message = A message of a kind this page does not know
not-in-words = { $phase } (the server sent no words)

# ---- the map

map = Map
map-back = Back to my view
zoom-in = Zoom in
zoom-out = Zoom out
map-computing = The base map is being computed ...
map-failed = No base map: { $reason }
map-view = Map view: Leaflet

# ---- units and pursuits

units = Units
column-unit = Unit
column-mode = Mode
column-country = Country
column-age = Position age
column-near = Near
column-course = Course
column-speed = km/h
column-pursuit = Pursuit
no-units = No unit is known.
near-town = { $distance } { $wind } of { $town }
position-late = { $age }, late
position-stale = { $age }, stale
position-lost = LOST { $age }
open-pursuits = Open pursuits
units-line = Units: { $units }
no-pursuit-all = NO OPEN PURSUIT
no-pursuit-waiting = NOT KNOWN YET
no-pursuit-no_room = NO ROOM
none-open-all = None that concerns you.
none-open-waiting = Not known yet.
none-open-no_room = This account serves no room.
