# Les mots dont chaque texte est fait : modes, lieux, directions, durées, rôles.

mode-live = RÉEL
mode-exercise = EXERCICE
mode-test = TEST

phase-approaching = en approche
phase-entered = entrée
phase-left = sortie
phase-departed = nos unités à l'étranger
phase-withdrawn = retirée
phase-fault = panne du système
phase-cleared = fin d'alerte
phase-overflown = survol
phase-warned = avertie à la main
phase-alarm = alarme

either = { $first } ou { $last }
not-known = non connu
nothing = rien
outside-map = hors de la carte
in-words = { $code } : { $text }

state-name = { $name }
state-into =
    { $state ->
        [NL] aux { $name }
        [LU] au { $name }
        [DK] au { $name }
        [PT] au { $name }
        [LI] au { $name }
       *[other] en { $name }
    }
state-in =
    { $state ->
        [NL] aux { $name }
        [LU] au { $name }
        [DK] au { $name }
        [PT] au { $name }
        [LI] au { $name }
       *[other] en { $name }
    }
state-the =
    { $state ->
        [NL] les { $name }
        [LU] le { $name }
        [DK] le { $name }
        [PT] le { $name }
        [LI] le { $name }
        [DE] l'{ $name }
        [AT] l'{ $name }
        [ES] l'{ $name }
        [IT] l'{ $name }
       *[other] la { $name }
    }

wind-n = N
wind-ne = NE
wind-e = E
wind-se = SE
wind-s = S
wind-sw = SO
wind-w = O
wind-nw = NO

age-s = { $n } s
age-min = { $n } min
age-h = { $n } h
age-d = { $n } j

role-unit = unité
role-operator = opérateur
role-commander = officier de permanence
role-administrator = administrateur

# Said with a legal card where the law has no words in the reader's language.
stands-in-french = texte en français

check-with = À VÉRIFIER auprès de { $whom }
whom-own_legal_service = votre service juridique
whom-host_room = la salle de l'État d'accueil
whom-joint_centre = le centre commun
