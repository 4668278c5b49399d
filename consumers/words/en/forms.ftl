# Orders as forms: their names, what is to be filled in, and how far an order has come.

# ---- the orders

order-acknowledge = Acknowledge
order-open = Open a pursuit
order-join = A unit joins
order-leave = A unit leaves
order-close = Close the pursuit
order-add_fact = Add a fact
order-withdraw_fact = Withdraw a fact
order-see_target = The car was seen
order-sight = Sight lost or regained
order-returning = A unit drives home
order-request = Ask a room for assistance
order-answer_request = Answer a request
order-withdraw_request = Withdraw a request
order-hand_over = Hand the lead over
order-take_lead = Take the lead
order-give_stop = STOP the pursuit: order to all units
order-receive_stop = Receipt a stop order
order-lift_stop = Lift the stop order
order-shelve = Put the alert aside
order-unshelve = Take the alert up again
order-hand_over_alert = Hand the alert over
order-take_alert = Take the alert offered to you
order-warn_room = Warn a room by hand
order-telephoned = Told by telephone
order-withdraw_call = Take back a call
order-withdraw_warning = Take back a warning by hand
order-withdraw_unit = A unit was joined in error
order-opened_in_error = The pursuit was opened in error
order-merge = Merge: it is the same car
order-split = Split: there are two targets
order-still_running = It still runs
order-check_item = Fill in the checklist

# ---- the frequent ones, as buttons

offer-danger = Add a danger
offer-assistance = Ask for assistance
offer-warn_a_room = Warn a room
offer-take_over = Ask to take over
offer-accept = Accept
offer-refuse = Refuse
offer-stop = STOP
offer-withdraw = Withdraw
offer-withdraw_warning = Warned in error
offer-withdraw_call = Take back the call
offer-lift = Lift
offer-ask = Ask
offer-warn = Warn
offer-fill_in = Fill in
offer-put_right = Put right
offer-other = Another order ...

# ---- what is to be filled in

form-as_room = In the name of
form-case = Pursuit
form-mode = Mode
form-fact = Fact
form-kind = Kind
form-code = Which
form-text = Text
form-plate = Number plate
form-plate_state = State of the plate (two letters)
form-number = How many
form-source = Source
form-assessment = An assessment, not a fact
form-language = Language of the text
form-reason = Reason
form-lat = Latitude (degrees north)
form-lon = Longitude (degrees east)
form-uncertainty_m = Accurate to (m)
form-observed_at = Seen at
form-course_deg = Course (degrees)
form-speed_mps = Speed (km/h)
form-unit = Unit
form-units = Units, with commas
form-lost = The target is out of sight
form-pursues = It pursues again
form-request = Request
form-to = To whom
form-answer = Answer
form-at = Time
form-conditions = On condition
form-stop = Stop order
form-revision = Revision of the alert
form-minutes = Minutes, at most 30
form-note = Note
form-place = Place, in words
form-direction = Direction
form-seen_at = Seen at
form-room = Room
form-called_at = Called at
form-answered_by = Who answered
form-caller = Who called
form-into = The pursuit that goes on
form-new_case = The new pursuit
form-item = Item
form-nobody = Nobody was held
form-purpose = Purpose
choice-accept = yes, accepted
choice-refuse = no, refused
choice-none = -

# ---- what is wrong with what was filled in

problem-missing = must be filled in
problem-number = must be a number
problem-range = is out of range
problem-instant = must be a time, the year in four digits
problem-id = must begin with the state, as in BE/LIE-21
problem-plate = must be a plate in capitals, as in 1-ABC-234
problem-state = must be two capital letters, as in BE
problem-pair = both, or neither

# ---- sending, and how far it has come

send = Send
send-again = Send again
press-again = PRESS AGAIN TO CONFIRM
cancel = Cancel
now = now
more-fields = More
forms-away = The server has not given the forms yet ...
progress-sending = Sending ...
progress-no_answer = NOT SENT: no answer for { $age }. It goes when the line is back. Use the telephone.
progress-sent = SENT, not decided yet
progress-undecided = SENT, but not decided for { $age }. Use the telephone.
progress-done = DONE
progress-refused = REFUSED: { $reason }
progress-unsure = NOT KNOWN whether it was taken: { $reason }. Send it again.
refusal-not_understood = the server could not read it
