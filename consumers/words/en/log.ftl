# A pursuit's log: one line for each thing that people will ask about.

log-line = { $at } { $text }
log-because = { $text }: { $reason }
log-written_later = { $text } (entered at { $at })

# ---- units and borders

log-opened = pursuit opened by { $by }
log-unit_joined = { $unit } joined the pursuit
log-unit_left = { $unit } left the pursuit
log-crossed = { $unit } crossed from { $left } to { $entered }
log-crossed_late = { $unit } crossed from { $left } to { $entered }, told late: nobody saw it at the time
log-crossing_possible = { $unit } possibly crossed from { $left } to { $entered }
log-crossing_confirmed = { $unit } crossed from { $left } to { $entered }, now confirmed
log-crossing_withdrawn = { $unit } did not cross from { $left } to { $entered }: withdrawn
log-approaching = { $unit } is expected in { $entered } at { $eta }
log-approach_withdrawn = { $unit } is no longer expected in { $entered } (was { $eta })
log-contact_lost = no position of { $unit } since { $since }
log-contact_regained = position of { $unit } again, after silence since { $since }
log-limit_warned = { $unit } in { $state }: limit near ({ $by })
log-limit_exceeded = { $unit } in { $state }: LIMIT EXCEEDED ({ $by })
log-sight_lost = { $unit } lost sight of the target ({ $by })
log-sight_regained = { $unit } sees the target again ({ $by })
log-return_began = { $unit } no longer pursues and drives home ({ $by })
log-return_ended = { $unit } pursues again ({ $by })
log-target_seen = the pursued car was seen ({ $source }, { $by })
log-fixes_refused = positions are being refused
log-fault = system fault

# ---- facts

log-fact_added = { $fact } ({ $by })
log-assessment_added = assessment: { $fact } ({ $by })
log-fact_withdrawn = fact withdrawn by { $by }

# ---- rooms

log-alerted = { $room } alerted: { $phase }
log-unserved = { $state } entered, where no room is known: to be told by telephone
log-acknowledged = { $room }: acknowledged by { $by }
log-escalated_louder = { $room } has not acknowledged: rung louder
log-escalated_supervisor = { $room } has not acknowledged: the supervisor is told
log-escalated_telephone = { $room } has not acknowledged: call by telephone
log-shelved = { $room }: put aside by { $by } until { $until }
log-unshelved = { $room }: taken up again
log-alert_offered = { $room }: { $by } offers the alert to { $to }
log-offer_over = { $room }: the offer is over, the alert stays with its owner
log-alert_taken = { $room }: taken over by { $by }
log-notified_by_telephone = { $room } told by telephone: { $by } spoke to { $answered_by }
log-call_withdrawn = { $room }: call of { $at } taken back by { $by }
log-warning_withdrawn = { $room }: warning by hand taken back by { $by }

# ---- assistance and who leads

log-requested = { $by } asks { $room }: { $kind }
log-lead_offered = { $by } offers the lead to { $room }
log-request_accepted = { $room } accepts: { $kind } ({ $by })
log-request_refused = { $room } refuses: { $kind } ({ $by })
log-request_withdrawn = no longer asked of { $room }: { $kind } ({ $by })
log-request_expired = { $room } has not answered in time, asked no longer: { $kind }
log-lead_passed = { $room } leads from now on ({ $by })
log-stop_given = STOP ORDER by { $by }
log-stop_received = { $unit } has receipted the stop order ({ $by })
log-stop_unanswered = receipt of the stop order missing: { $units }
log-stop_lifted = stop order lifted by { $by }

# ---- mistakes, several pursuits, the end

log-unit_taken_out = { $unit } was joined in error, taken out by { $by }
log-opened_in_error = opened in error ({ $by })
log-merge_asked = { $by } asks to merge it into { $case }
log-merge_accepted = { $case } takes it in
log-merge_refused = { $case } does not take it in
log-merge_taken_in = { $case } is taken in here
log-merged = goes on as { $case }
log-split_asked = { $by } splits off { $case } for a second target
log-split_accepted = { $case } goes on with its units
log-split_refused = { $case } was not opened
log-question_given_up = { $by } waits no longer for { $case }
log-split_taken_in = split off from { $case }
log-still_asked = still running? asked, for no unit has moved for long
log-still_confirmed = it goes on ({ $by })
log-closed = pursuit closed by { $by }
log-item_done = { $item }: done ({ $by })
log-item_corrected = { $item }: put right ({ $by })
log-item_due = { $item }: due at { $due }
