# Wörter, aus denen jeder Text besteht: Modus, Orte, Himmelsrichtungen, Zeitspannen, Rollen.

mode-live = ECHTEINSATZ
mode-exercise = ÜBUNG
mode-test = TEST

phase-approaching = nähert sich
phase-entered = Grenzübertritt
phase-left = verlassen
phase-departed = eigene Kräfte im Ausland
phase-withdrawn = zurückgenommen
phase-fault = Systemstörung
phase-cleared = Entwarnung
phase-overflown = überflogen
phase-warned = von Hand gewarnt
phase-alarm = Alarm

either = { $first } oder { $last }
not-known = nicht bekannt
nothing = nichts
outside-map = außerhalb der Karte
in-words = { $code }: { $text }

state-name = { $name }
state-into =
    { $state ->
        [NL] in die { $name }
        [CH] in die { $name }
        [SK] in die { $name }
       *[other] nach { $name }
    }
state-in =
    { $state ->
        [NL] in den Niederlanden
        [CH] in der { $name }
        [SK] in der { $name }
       *[other] in { $name }
    }
state-the =
    { $state ->
        [NL] die { $name }
        [CH] die { $name }
        [SK] die { $name }
       *[other] { $name }
    }

wind-n = N
wind-ne = NO
wind-e = O
wind-se = SO
wind-s = S
wind-sw = SW
wind-w = W
wind-nw = NW

age-s = { $n } s
age-min = { $n } min
age-h = { $n } h
age-d = { $n } d

role-unit = Einsatzmittel
role-operator = Disponent
role-commander = Polizeiführer
role-administrator = Administrator

# Said with a legal card where the law has no words in the reader's language.
stands-in-french = Text auf Französisch

check-with = NACHFRAGEN bei { $whom }
whom-own_legal_service = Ihrem Rechtsdienst
whom-host_room = der Leitstelle des Gaststaats
whom-joint_centre = dem gemeinsamen Zentrum
