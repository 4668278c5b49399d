# Commands: that one is done, or refused and why; and notices.

answer-done = { $case } command { $command } done
answer-refused = { $case } command { $command } refused: { $refusal }

# ---- of the pursuit and its units

refusal-unknown_pursuit = there is no pursuit { $case }
refusal-closed = { $case } is over ({ $phase })
refusal-already_open = { $case } was opened already, at { $at } by { $by }
refusal-known_case = the number { $case } is taken: choose another
refusal-already_joined = { $unit } is in { $case } already
refusal-not_joined = { $unit } is not in { $case }
refusal-not_abroad = { $unit } of { $case } is not known to be abroad
refusal-too_many_units = { $case }: at most { $expected } units, got { $got }
refusal-all_units = some units must stay in { $case }
refusal-same_case = { $case } is the same pursuit
refusal-wrong_case = expected a pursuit of { $expected }, got { $got }
refusal-pending = { $case } waits for the answer of { $other }
refusal-no_answer = the other pursuit did not answer
refusal-just_taken_in = { $case } has just taken another pursuit in: it may end from { $until } on
refusal-lead_passed = the lead has passed since this was asked: whoever leads now asks again
refusal-wrong_mode = the pursuit is { $expected }, got { $got }
refusal-nothing_new = it is so already: { $name }

# ---- who may

refusal-known_command = the command { $name } was another one before
refusal-not_allowed = only for { $expected }, not for { $got }
refusal-wrong_state = in the name of { $expected } only, not of { $got }
refusal-wrong_room = only { $expected } may, not { $got }
refusal-own_room = { $room } is your own room
refusal-unknown_room = there is no room { $room }
refusal-wrong_unit = in the name of { $expected } only, not of { $got }
refusal-not_leading = { $expected } leads { $case }, not { $got }
refusal-copy_room = { $room } only reads along: it cannot take the lead
refusal-not_here = no unit of { $case } is in { $state } yet, so { $room } may not take the lead; it may be asked to take over

# ---- alerts

refusal-unknown_alert = { $room } has no such alert in { $case }
refusal-already_acknowledged = somebody else was first: { $by } at { $at }
refusal-not_acknowledged = nobody has acknowledged the alert of { $room }
refusal-other_revision = the alert has changed since, look again: expected { $expected }, got { $got }
refusal-priority_1 = an alert of priority 1 is never put aside ({ $room })
refusal-not_owner = the alert is with { $expected }, not with { $got }
refusal-not_offered = the alert of { $room } is offered to nobody
refusal-offered_to_other = the alert is offered to { $expected }, not to { $got }
refusal-bad_place = the place needs { $expected }, got { $got }

# ---- facts, requests, stop orders, the checklist

refusal-bad_fact = { $kind }: expected { $expected }, got { $got }
refusal-known_fact = the fact { $name } is known already
refusal-unknown_fact = { $case } has no fact { $name }
refusal-withdrawn_fact = the fact { $name } was withdrawn by { $by }
refusal-too_many_facts = { $case }: at most { $expected } facts
refusal-known_request = the request { $name } is known already
refusal-unknown_request = { $case } has no request { $name }
refusal-answered = the request { $name } has its answer already: { $answer }
answered-accepted = accepted
answered-refused = refused
answered-withdrawn = withdrawn
answered-expired = expired
refusal-too_many_requests = { $case }: at most { $expected } requests
refusal-known_stop = the stop order { $name } is known already
refusal-unknown_stop = { $case } has no stop order { $name }
refusal-lifted = the stop order { $name } was lifted at { $at }
refusal-too_many_stops = { $case }: at most { $expected } stop orders
refusal-stop_stands = the stop order { $name } stands in { $case }
refusal-unknown_item = not on the checklist: { $got }; now on it: { $expected }
refusal-missing = { $name }: { $expected } is missing

# ---- instants and calls

refusal-bad_instant = { $name }: expected a time between { $earliest } and { $latest }, not { $got }
refusal-early_call = too early for { $case }: a call counts from { $earliest } on, an hour before it was opened; this one was at { $got }
refusal-unknown_call = { $room }: no call of { $got } is written down
refusal-no_warning = { $room }: its alert does not stand for a warning by hand alone

# ---- the gateway

refusal-kafka_away = the server cannot reach its data
refusal-fault = the system failed on it, act by telephone

# ---- what is wrong with a value that could not be read

misfit-text = must be a text without control signs
misfit-said = must be a text that says something, without control signs
misfit-line = must be one line of text without control signs
misfit-called = must be one line of text that says something, without control signs
misfit-long = is too long: at most { $limit } signs
misfit-at_most = must be at most { $limit }
misfit-at_least = must be at least { $limit }
misfit-above = must be more than { $limit }
misfit-kind = is of another kind than is expected here
misfit-choice = is none of the known values: { $got }
misfit-unknown = is not asked for here

# ---- what a command may need

field-at = the time
field-called_at = the time of the call
field-code = a known word
field-lat = the latitude
field-lon = the longitude
field-number = a number
field-observed_at = the time of the sighting
field-plate = the plate
field-plate_state = the state of the plate
field-seen_at = the time of the sighting
field-text = a text

# ---- notices

notice = NOTICE { $about } { $text }
notice-fixes_refused = positions of a unit are being refused
notice-request_accepted = { $room } ACCEPTS: { $kind }
notice-request_refused = { $room } REFUSES: { $kind }
notice-request_withdrawn = no longer asked of { $room }: { $kind }
notice-request_expired = { $room }: not answered in time, asked no longer: { $kind }
notice-merge_accepted = { $case } takes this pursuit in
notice-merge_refused = { $case } does not take this pursuit in
notice-split_accepted = { $case } goes on with its units
notice-split_refused = { $case } was not opened
