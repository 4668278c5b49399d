# The read-out card: what an operator reads aloud to another room by telephone. Short sentences, exact things spelled.

# ---- who calls, and whether it is real

read-dial = Call { $room }: { $telephone }
read-dial_unknown = Call { $room }: its number is not known here
read-mode-live = This is real, no exercise
read-mode-exercise = Exercise, exercise, exercise
read-mode-test = Test, test, test
read-not_known = not known
read-caller = This is { $room }, { $state }
read-lead-ours = We lead the pursuit
read-lead-yours = You lead the pursuit
read-lead-other = { $room } leads the pursuit
read-over-closed = The pursuit is over
read-over-merged = The pursuit goes on as { $case }
read-over-error = The pursuit was opened in error. There was no pursuit

# ---- what happened, where, when, and where it goes

read-pursuit = Pursuit { $case } { $happened }
read-withdrawn = is withdrawn for you
read-telephoned = may come to you: we warn you herewith
read-telephoned_over = is over: we inform you herewith
read-when = When: { $when }
read-expected = expected at { $eta }, between { $from } and { $to }
read-expected_at = expected at { $eta }
read-where = Where: { $where }
read-near = { $place }, { $distance } to the { $direction }
read-last = Last position: { $unit } at { $at }, in { $in }, { $place }
read-last_unknown = Last position: not known
read-car_seen = The pursued car was seen at { $at }, { $place }, within { $uncertainty }, { $source }
read-going = Direction: { $direction }. Speed: { $speed }
read-speed = { $speed } ({ $digits }) kilometres per hour

read-towards-n = north
read-towards-ne = north-east
read-towards-e = east
read-towards-se = south-east
read-towards-s = south
read-towards-sw = south-west
read-towards-w = west
read-towards-nw = north-west

# ---- what is known of the pursued

read-plate = number plate { $plate }: { $spelled }. State: { $state }
read-no_plate = Number plate: not known
read-amount = { $number } ({ $digits })
read-written = as written: "{ $text }"
read-written_in = as written, in { $language }: "{ $text }"
read-purpose = Purpose: { $purpose }

# ---- units, requests, stop orders

read-units = Units in the pursuit: { $number }. Call signs: { $units }
read-no_units = Units in the pursuit: none
read-asked-ours = We ask you: { $what }
read-asked-other = { $room } asks you: { $what }
read-asked-nothing = Nothing is asked of you yet
read-stop = A STOP ORDER stands, given by { $room } at { $at }. Reason: { $reason }
read-stop_missing = No receipt yet from: { $units }

# ---- the law, calling back, the end

read-law_on_card = Legal basis, { $state } in { $in }: read it from the card { $card }
read-law_unknown = Legal basis: not known, { $check }
read-call_back = Call { $room } back: { $telephone } ({ $digits })
read-call_back_unknown = Number to call { $room } back: not known
read-ask = Ask: who has answered? Note the name and the time

# ---- spelled

read-dash = dash
read-space = space
read-umlaut = { $letter } with two dots
read-digit-0 = zero
read-digit-1 = one
read-digit-2 = two
read-digit-3 = three
read-digit-4 = four
read-digit-5 = five
read-digit-6 = six
read-digit-7 = seven
read-digit-8 = eight
read-digit-9 = nine

# ---- languages, as that in which something is written

read-tongue-nl = Dutch
read-tongue-fr = French
read-tongue-de = German
read-tongue-lb = Luxembourgish
read-tongue-en = English
