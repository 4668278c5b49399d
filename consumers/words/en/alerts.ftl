# What an alert says: to the eye in a line or on a card, and to the ear.

# ---- the headline

headline-approaching = APPROACHING { $here }
headline-entered = ENTERED { $here }
headline-entered_possible = AT THE BORDER, MAY HAVE ENTERED { $here }
headline-entered_elsewhere = ENTERED { $here } ELSEWHERE
headline-left = LEFT { $here }
headline-departed = OWN UNITS ABROAD in { $states }
headline-fault = SYSTEM FAULT, ACT BY TELEPHONE
headline-cleared = CLEARED { $here }
headline-home_again = OWN UNITS HOME AGAIN
headline-no_longer_expected = NO LONGER EXPECTED IN { $here }
headline-not_coming_here = NOT COMING HERE: { $states } ENTERED ELSEWHERE
headline-never_entered = WITHDRAWN: IT DID NOT HAPPEN, { $here } WAS NOT ENTERED
headline-never_departed = WITHDRAWN: IT DID NOT HAPPEN, OWN UNITS DID NOT GO ABROAD
headline-no_position = NO POSITION

# ---- who

units-from = { $units } from { $states }
units-also = { $units } (also in pursuit: { $others })
no-position-unit = { $unit } NO POSITION since { $since }
no-position-since = NO POSITION since { $since }
no-position-of = NO POSITION of { $units }
unit-since = { $unit } since { $since }
unit-in = { $unit } in { $states } at { $at }
unit-not_seen = { $unit }: place not known

# ---- when: expected

expected = expected at { $eta } (between { $from } and { $to }), { $percent }
expected-in = expected in { $in }, at { $eta } (between { $from } and { $to }), { $percent }
expected-now = expected now, at { $eta } (between { $from } and { $to }), { $percent }
expected-overdue = was expected at { $eta } (between { $from } and { $to }), { $percent }
overdue = OVERDUE
had-been-expected = had been expected at { $eta }
been-before = been here before: { $crossed }
warned = { $warned }: { $text }

# ---- when: crossed

since-unknown = there since unknown
crossed-at = at { $at }
crossed-between = between { $from } and { $to }, no fixes meanwhile
crossed-possible = { $crossed } (possible, not confirmed)
crossed-withdrawn = crossing withdrawn: it did not happen
crossed-into = into { $states }
start-unsure = first seen at the border: perhaps there all along
told-late = told late: nobody saw it at the time
out-again = out again { $crossed }
home-again = home again { $crossed }
still-there = STILL THERE: the way out was withdrawn, it did not happen

# On a card the possible stands before the time, and again among the warnings.
card-crossed = crossed { $crossed }
card-crossed_possibly = possibly crossed { $crossed }
card-not_crossed = not crossed: it did not happen
card-time_unknown = time of crossing not known
card-out_possibly = possibly { $out }

# ---- where

near = near { $place }
place-distance = { $place } ({ $distance } { $wind })
where = { $distance } { $wind } of { $place } ({ $state })
place-unknown = place not known

# ---- circumstances and warnings

before-opening = crossed before the pursuit was opened
elsewhere = confirmed at another place than first told, which other rooms serve
coordinating = rung as coordinating room: the area is not known
warning-fault = system fault, act by telephone
warning-possible = possible crossing, not confirmed yet
warning-withdrawn = the crossing was withdrawn
warning-instead = the unit crossed into { $states } instead
warning-out_possible = possible way out, not confirmed yet
off-road-no = { $unit } { $way }: NOT ALLOWED by the law card
off-road-unknown = { $unit } { $way }: CHECK on the law card whether that is allowed
off-road-yes = { $unit } { $way }: the law card allows that
way-foot = ON FOOT
way-rail = BY RAIL
way-water = BY WATER
way-air = BY AIR

# ---- who owns it

acknowledged = acknowledged by { $who } at { $at }
acknowledged-older = { $acknowledged }, then at revision { $revision }
not-acknowledged = NOT ACKNOWLEDGED
person-desk = { $name } ({ $desk })

# ---- why this room, from where to where, who opened it

room-home = { $room }: its own units
room-area = { $room }: serves { $area }
room-coordinating = { $room }: coordinating room
opened = { $at } by { $by }
pursuit-of = { $case } ({ $state })

# ---- for the ear

spoken = { $mode }. Priority { $priority }. Pursuit { $case } { $happened }.
spoken-near = { $happened } near { $place }
spoken-approaching = approaches { $the }
spoken-entered = { $possible ->
    [yes] possibly entered { $the }
   *[no] entered { $the }
}
spoken-entered_elsewhere = { $possible ->
    [yes] possibly entered elsewhere in { $in }
   *[no] entered elsewhere in { $in }
}
spoken-left = { $possible ->
    [yes] possibly left { $the }
   *[no] left { $the }
}
spoken-departed = { $possible ->
    [yes] possibly went abroad to { $into }
   *[no] went abroad to { $into }
}
spoken-fault = has a system fault, act by telephone
spoken-cleared = is cleared in { $in }
spoken-home_again = { $possible ->
    [yes] possibly has its own units home again in { $in }
   *[no] has its own units home again in { $in }
}
spoken-no_longer_expected = is no longer expected in { $in }
spoken-not_coming_here = is not coming here, elsewhere it entered { $the }
spoken-never_entered = is withdrawn, it did not happen: { $the } was never entered
spoken-never_departed = is withdrawn, it did not happen: its own units never went abroad
spoken-no_position = No position of { $unit }.
spoken-also_fault = System fault, act by telephone.

# ---- what is no border: the room's own area, from the air, by hand, an alarm

headline-approaching_area = APPROACHING YOUR AREA
headline-entered_area = ENTERED YOUR AREA
headline-left_area = LEFT YOUR AREA
headline-overflown = AIRCRAFT OVER { $here }
headline-warned = WARNED BY HAND
headline-alarm = ALARM: { $alarm }
headline-withdrawn_because = WITHDRAWN, BECAUSE: { $because }
spoken-approaching_area = approaches your area
spoken-entered_area = { $possible ->
    [yes] possibly entered your area
   *[no] entered your area
}
spoken-left_area = { $possible ->
    [yes] possibly left your area
   *[no] left your area
}
spoken-overflown = is over { $the }, aircraft only
spoken-warned = may come to you: you are warned by hand
spoken-alarm = needs you
spoken-withdrawn_because = is withdrawn, because: { $because }
where-point = { $point }, { $where }
for-information = for information only
room-copy = { $room }: for information
room-by_hand = { $room }: warned by hand

# ---- by people and clocks

by-hand = warned by hand by { $by } at { $at }: { $text }
by-hand-direction = towards { $direction }
by-hand-seen = seen at { $at }
shelved = put aside until { $until } by { $by }: { $reason }
offered = offered to { $to } by { $by } until { $until }
escalation-louder = NOT ACKNOWLEDGED: rung louder, also at the second desk
escalation-supervisor = NOT ACKNOWLEDGED: the supervisor is told
escalation-telephone = NOT ACKNOWLEDGED: call by telephone
alarm-at = { $alarm } (since { $at })
alarm-asked = { $room } ASKS: { $kind }
alarm-danger = { $assessment ->
    [yes] DANGER (assessment): { $code }
   *[no] DANGER: { $code }
}
alarm-danger_withdrawn = DANGER WITHDRAWN: { $code } ("{ $because }")
alarm-lead_passed = { $room } LEADS NOW
alarm-limit_warned = { $unit } in { $state }: LIMIT NEAR ({ $by })
alarm-limit_exceeded = { $unit } in { $state }: LIMIT EXCEEDED ({ $by })
alarm-no_room = { $state } ENTERED, and no room of it is known here: TELL IT BY TELEPHONE
alarm-not_acknowledged_supervisor = { $room } HAS NOT ACKNOWLEDGED: its supervisor is told
alarm-not_acknowledged_telephone = { $room } HAS NOT ACKNOWLEDGED: CALL { $room }
alarm-request_unanswered = { $room } HAS NOT ANSWERED ({ $kind }): CALL { $room }
alarm-six_hours_over = SIX HOURS ARE OVER: { $item }
alarm-still_running = STILL RUNNING? No unit has moved since { $since }
alarm-stop_given = STOP ORDER by { $room }
alarm-stop_lifted = stop order lifted by { $room }
alarm-taken_in = { $case } GOES ON HERE: its units are yours now
alarm-stop_unanswered = RECEIPT OF THE STOP ORDER MISSING: { $units }
