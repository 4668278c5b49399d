# Words that every text is made of: modes, places, directions, spans of time, roles.

mode-live = LIVE
mode-exercise = EXERCISE
mode-test = TEST

phase-approaching = approaching
phase-entered = entered
phase-left = left
phase-departed = own units abroad
phase-withdrawn = withdrawn
phase-fault = system fault
phase-cleared = cleared
phase-overflown = aircraft over it
phase-warned = warned by hand
phase-alarm = alarm

either = { $first } or { $last }
not-known = not known
nothing = nothing
outside-map = outside the map
in-words = { $code }: { $text }

# Into a state, in it, out of it; $state is its code, $name its name.
state-name = { $name }
state-into =
    { $state ->
        [NL] the { $name }
       *[other] { $name }
    }
state-in =
    { $state ->
        [NL] the { $name }
       *[other] { $name }
    }
state-the =
    { $state ->
        [NL] the { $name }
       *[other] { $name }
    }

wind-n = N
wind-ne = NE
wind-e = E
wind-se = SE
wind-s = S
wind-sw = SW
wind-w = W
wind-nw = NW

age-s = { $n } s
age-min = { $n } min
age-h = { $n } h
age-d = { $n } d

role-unit = unit
role-operator = operator
role-commander = commander
role-administrator = administrator

# Said with a legal card where the law has no words in the reader's language.
stands-in-french = text in French

check-with = CHECK with { $whom }
whom-own_legal_service = your own legal service
whom-host_room = the host's control room
whom-joint_centre = the joint centre
