# Wierder, aus deenen all Text besteet: Modus, Plazen, Himmelsrichtungen, Zäitspannen, Rollen.

mode-live = ECHTEN ASAZ
mode-exercise = ÜBUNG
mode-test = TEST

phase-approaching = kënnt méi no
phase-entered = erakomm
phase-left = verlooss
phase-departed = eegen Eenheeten am Ausland
phase-withdrawn = zeréckgezunn
phase-fault = Systempann
phase-cleared = Entwarnung
phase-overflown = aus der Loft
phase-warned = mat der Hand gewarnt
phase-alarm = Alarm

either = { $first } oder { $last }
not-known = net bekannt
nothing = näischt
outside-map = baussent der Kaart
in-words = { $code }: { $text }

state-name =
    { $state ->
        [NL] Nidderlanden
       *[other] { $name }
    }
state-into =
    { $state ->
        [NL] an d'Nidderlanden
        [BE] an d'Belsch
        [LU] op Lëtzebuerg
        [FR] a Frankräich
        [CH] an d'Schwäiz
       *[other] an { $name }
    }
state-in =
    { $state ->
        [NL] an den Nidderlanden
        [BE] an der Belsch
        [LU] zu Lëtzebuerg
        [FR] a Frankräich
        [CH] an der Schwäiz
       *[other] an { $name }
    }
state-the =
    { $state ->
        [NL] d'Nidderlanden
        [BE] d'Belsch
        [CH] d'Schwäiz
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
age-h = { $n } St
age-d = { $n } D

role-unit = Eenheet
role-operator = Operateur
role-commander = Offizéier vum Déngscht
role-administrator = Administrateur

# Said with a legal card where the law has no words in the reader's language.
stands-in-french = Text op Franséisch, well en et op Lëtzebuergesch net gëtt

check-with = NOFROE bei { $whom }
whom-own_legal_service = Ärem juristesche Service
whom-host_room = der Asazzentral vum Gaaschtstaat
whom-joint_centre = dem gemeinsamen Zentrum
