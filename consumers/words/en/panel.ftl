# The words of the pursuit panel, of the list of pursuits, and of alerts that are put aside or come in a flood.

# ---- the panel

panel-open = Pursuit
panel-close = Close
panel-gone = This pursuit is not shown to you, or no longer.
new-pursuit = New pursuit

# ---- its parts, and what stands there where there is nothing

section-dangers = Dangers
section-stops = Stop orders
section-requests = Requests
section-rooms = Rooms
section-notices = Proof of notice
section-checklist = Closing checklist
section-target = Pursued car
section-units = Units
section-facts = Facts
section-assessments = Assessments, not facts
section-law = Law
section-log = Log
section-sent = Orders of this desk
none-dangers = No danger is known.
none-stops = There is no stop order.
none-requests = Nothing was asked.
none-rooms = No room was alerted.
none-notices = No room had to be told of an entry.
none-checklist = It opens when the pursuit is closed.
none-target = Nobody has said where it was seen.
none-units = There is no unit in it.
none-facts = No fact is known.
none-assessments = There is none.
none-law = No unit is in a state that is not its own.
none-log = Nothing is written yet.
none-sent = None was given yet.

# ---- its head: how it stands, who leads

row-phase = State
row-home = Home room
row-purpose = Purpose
row-asked = Question
row-goes_on = Then
since = { $text }, since { $at }

# ---- units, how far their limits have run, who receipted a stop order

seen-ago = seen { $age } ago
unit-left = no longer in it
unit-in_error = joined in error
service-police = police
service-customs = customs
service-unknown = service not known
card-name = card { $card }
limit-clock = { $used } of { $limit }
limit-clock_near = NEAR: { $used } of { $limit }
limit-clock_over = OVER: { $used } of { $limit }
receipted-by = { $unit } receipted
not-receipted-by = { $unit } NOT receipted

# ---- whether anyone is there

leads-here = leads
telephone = Telephone { $number }
telephone-unknown = telephone number not known here
there-unknown = Not known whether anyone is there
there-some = Signed in { $n }, see it { $visible }, hear it { $armed }
there-unseen = Signed in { $n }, but nobody sees or hears the page
there-nobody = NOBODY THERE: { $call }
there-telephone_only = BY TELEPHONE ONLY: { $call }
there-no_answer = NO ANSWER: { $call }
there-call = call { $number }
there-call_no_number = call; its number is not known here
there-called = Called at { $at }
call-banner = { $mode } { $room } ({ $case }) { $why }

# ---- the card to read out by telephone

read_out-open = Read-out card
read_out-title = Read-out card for { $room }
read_out-print = Print
read_out-called = Called: enter who answered

# ---- what is due, and what waits

due-in = due in { $age }
due-over = OVERDUE by { $age }
checklist-open = Checklist: { $n } open
stop-stands = STOP ORDER STANDS
asked-of-you = Waits for your answer: { $n }

# ---- put aside, and in a flood

shelf = Put aside
shelved-left = back in { $age }
flood = FLOOD: { $n } new alarms in 10 minutes (P1 { $p1 }, P2 { $p2 }, P3 { $p3 }). Priorities 2 and 3 are grouped by pursuit; nothing is left out.
flood-group = { $mode } { $case }: alerts { $cards }, new alarms { $rings }, highest P{ $priority }
