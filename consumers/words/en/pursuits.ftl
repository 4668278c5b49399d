# A pursuit: its line, its units and rooms, facts, requests, stop orders, the proof of notice, the checklist, the log.

# ---- the line

pursuit-line = PURSUIT { $title }: { $units }; { $opened }
pursuit-title = { $case } { $phase }
pursuit-purpose = { $title } ({ $purpose })
pursuit-opened = opened by { $by } at { $at }, led by { $lead }
pursuit-open = open
pursuit-closed = closed
pursuit-merged = merged
pursuit-error = opened in error, there was no pursuit
lead-since = { $opened } since { $since }
goes-on-as = goes on as { $case }
still-running = STILL RUNNING? asked at { $at }: no unit has moved for long
case-line = { $case } { $text }
visibility-granted = { $case } may be watched
visibility-ended = { $case } may no longer be watched
text-in = { $text } [{ $language }]

# ---- units

no-unit = no unit
unit-not_seen_yet = { $unit } not seen yet
sight-lost = HAS LOST SIGHT of the target since { $since }
driving-home = drives home
by-air = by air
stay = { $unit } in { $state } since { $since }
stay-at_least = { $unit } in { $state } since { $since } at the latest, first seen there then
stay-since_unknown = { $unit } in { $state }, since when is not known
no-known-basis = NO KNOWN LEGAL BASIS for this unit here: hand over to the host
limit-distance = at most { $distance } { $measured }
limit-time = at most { $minutes } min
limit-and = { $one } and { $other }
limit-or = { $one } or { $other }, whichever comes first
limit-point = { $measured } ({ $point })
limit-unknown = limit not known
limit-run = { $travelled } driven, { $crow } in a straight line
limit-run_at_least = at least { $travelled } driven, { $crow } in a straight line
limit-warned = LIMIT NEAR ({ $by })
limit-exceeded = LIMIT EXCEEDED ({ $by })
limit-by-distance = distance
limit-by-time = time
measured-along_track = as driven
measured-crow_flies_from_crossing = in a straight line from the crossing
measured-crow_flies_from_border = in a straight line from the border
measured-crow_flies_from_named_point = in a straight line from the named point
measured-zone = within the zone
speed = { $speed } km/h

# ---- rooms

room-acknowledged = acknowledged by { $who }
room-delivered = delivered, not acknowledged
room-not_delivered = not delivered yet
telephone-only = by telephone only
call-now = CALL NOW: { $telephone }
call-now_no_number = CALL NOW: its number is not known here

# ---- facts

fact-trigger = reason: { $fact }
fact-offence = offence: { $fact }
fact-suspect = suspect: { $fact }
fact-vehicle = vehicle: { $fact }
fact-occupants = occupants: { $fact }
fact-danger = DANGER: { $fact }
fact-remark = remark: { $fact }
fact-told = { $fact } ({ $source }, { $by }, { $at })
fact-assessment = ASSESSMENT, not a fact: { $fact }
fact-withdrawn = WITHDRAWN by { $by }, because { $reason }: { $fact }
plate-of = { $plate } ({ $state })
danger-armed = armed
danger-explosives = explosives
danger-hostage = hostage
danger-ramming = rams vehicles
danger-unlit = drives without lights
danger-wrong_way = wrong-way driver
trigger-caught_in_act = caught in the act
trigger-suspected = suspected of an offence
trigger-escaped_custody = escaped from custody
trigger-evaded_border_check = evaded a border check
trigger-evaded_police_check = evaded a police check
trigger-other_lawful = another lawful reason
source-crew = crew
source-desk = control room
source-witness = witness
source-anpr = number plate camera
source-aircraft = aircraft
source-register = register
target-seen = PURSUED CAR seen at { $at } at { $place } (within { $uncertainty }, { $source })

# ---- requests

request = { $room } asks { $to }: { $what } ({ $by }, { $at })
request-text = { $request }, "{ $text }"
request-take_over = TAKE OVER the pursuit
request-block_road = BLOCK the road
request-observe = OBSERVE only
request-stop_person = STOP the person
request-helicopter = HELICOPTER
request-deconflict = WARNING: other operation there, keep clear
request-other = other request
request-hand_over = TAKE THE LEAD
request-open = NOT ANSWERED
request-accepted = ACCEPTED by { $by } at { $at }
request-refused = REFUSED by { $by } at { $at }
request-withdrawn = no longer asked, { $by } at { $at }
request-expired = not answered in time, over since { $at }
request-unit_at = at { $at }
request-conditions = on condition: { $conditions }
request-reason = because: { $reason }

# ---- stop orders

stop = STOP ORDER by { $by }, { $room }, at { $at }: { $reason }
stop-receipted = receipted by { $units }
stop-unit_at = { $unit } at { $at }
stop-waiting = NOT RECEIPTED yet by { $units }
stop-unanswered = RECEIPT MISSING of { $units }
stop-lifted = LIFTED by { $by } at { $at }, because { $reason }: { $stop }

# ---- the closing checklist

check-open = OPEN
check-due = due at { $at }
check-done = { $text } ({ $by }, { $at })
check-nobody = nobody was held
check-at = { $done }, at { $at }
item-outcome = outcome
item-person_held = person held since
item-person_handed_over = person handed over to whom and when
item-six_hours = person free after six hours at the latest
item-objects = objects secured
item-force = force used
item-shots = shots fired
item-damage = damage
item-injuries = injuries
item-host_authority = authority and place where the officers report
item-officers_report = report of the officers to the host authority

# ---- the proof of notice

notice-proof = NOTICE TO { $room }: { $proof }
verdict-not_yet = nothing to judge yet
verdict-in_time = IN TIME, { $margin } before the crossing
verdict-late = LATE, { $margin } after the crossing
verdict-cannot_be_told = CANNOT BE TOLD
verdict-because = { $verdict } ({ $reasons })
verdict-reason-no_crossing_known = no crossing is known
verdict-reason-delivered_only = delivered to a console, but not known to have been seen or heard
verdict-reason-not_delivered = delivered to no console
verdict-reason-shown = shown on a visible page
verdict-reason-sounded = sounded
verdict-reason-acknowledged = acknowledged
verdict-reason-telephone = by telephone
verdict-reason-crossing_guessed = the instant of the crossing is a guess
verdict-reason-clocks_overlap = the two clocks are not sure enough
verdict-reason-other_case = by the pursuit that was taken in here
notice-crossed = crossing at { $at }
notice-between = { $crossed } (between { $from } and { $to })
notice-delivered = delivered at { $at } ({ $console })
notice-shown = shown at { $at } ({ $console })
notice-sounded = sounded at { $at } ({ $console })
notice-telephone = told by telephone at { $at }: { $caller } to { $answered }
notice-called_again = last called at { $at }
notice-entered_later = { $call }, entered at { $at }

# ---- kinds of facts

fact_kind-trigger = reason
fact_kind-offence = offence
fact_kind-suspect = suspect
fact_kind-vehicle = vehicle
fact_kind-occupants = occupants
fact_kind-danger = danger
fact_kind-remark = remark

# ---- offences, of the list of the Schengen Convention

offence-murder = murder
offence-manslaughter = manslaughter
offence-rape = rape
offence-arson = arson
offence-counterfeiting_money = counterfeiting money
offence-aggravated_burglary_robbery_receiving = aggravated burglary, robbery or receiving
offence-extortion = extortion
offence-kidnapping_hostage_taking = kidnapping or hostage taking
offence-trafficking_in_persons = trafficking in persons
offence-illicit_drugs = illicit drugs
offence-arms_and_explosives_law = arms and explosives
offence-wilful_damage_by_explosives = wilful damage by explosives
offence-illicit_toxic_waste = illicit toxic waste
offence-failing_to_stop_after_grave_accident = failing to stop after a grave accident
