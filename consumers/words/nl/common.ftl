# Woorden waaruit elke tekst bestaat: modi, plaatsen, windrichtingen, tijdsduren, rollen.

mode-live = ECHT
mode-exercise = OEFENING
mode-test = TEST

phase-approaching = nadert
phase-entered = binnengekomen
phase-left = verlaten
phase-departed = eigen eenheden in het buitenland
phase-withdrawn = ingetrokken
phase-fault = systeemstoring
phase-cleared = afgemeld
phase-overflown = luchtvaartuig erboven
phase-warned = met de hand gewaarschuwd
phase-alarm = alarm

either = { $first } of { $last }
not-known = niet bekend
nothing = niets
outside-map = buiten de kaart
in-words = { $code }: { $text }

state-name = { $name }
state-into = { $name }
state-in = { $name }
state-the = { $name }

wind-n = N
wind-ne = NO
wind-e = O
wind-se = ZO
wind-s = Z
wind-sw = ZW
wind-w = W
wind-nw = NW

age-s = { $n } s
age-min = { $n } min
age-h = { $n } u
age-d = { $n } d

role-unit = eenheid
role-operator = operator
role-commander = officier van dienst
role-administrator = beheerder

# Said with a legal card where the law has no words in the reader's language.
stands-in-french = tekst in het Frans

check-with = NAVRAGEN bij { $whom }
whom-own_legal_service = uw eigen juridische dienst
whom-host_room = de meldkamer van het gastland
whom-joint_centre = het gemeenschappelijk centrum
