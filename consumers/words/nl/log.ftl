# Het log van een achtervolging: een regel voor alles waar men naar zal vragen.

log-line = { $at } { $text }
log-because = { $text }: { $reason }
log-written_later = { $text } (vastgelegd om { $at })

# ---- eenheden en grenzen

log-opened = achtervolging geopend door { $by }
log-unit_joined = { $unit } neemt deel aan de achtervolging
log-unit_left = { $unit } neemt niet langer deel aan de achtervolging
log-crossed = { $unit } ging van { $left } naar { $entered }
log-crossed_late = { $unit } ging van { $left } naar { $entered }, te laat gemeld: niemand zag het op dat moment
log-crossing_possible = { $unit } ging mogelijk van { $left } naar { $entered }
log-crossing_confirmed = { $unit } ging van { $left } naar { $entered }, nu bevestigd
log-crossing_withdrawn = { $unit } ging niet van { $left } naar { $entered }: ingetrokken
log-approaching = { $unit } wordt verwacht in { $entered } om { $eta }
log-approach_withdrawn = { $unit } wordt niet langer verwacht in { $entered } (was { $eta })
log-contact_lost = geen positie van { $unit } sinds { $since }
log-contact_regained = weer een positie van { $unit }, na stilte sinds { $since }
log-limit_warned = { $unit } in { $state }: grenswaarde nabij ({ $by })
log-limit_exceeded = { $unit } in { $state }: GRENSWAARDE OVERSCHREDEN ({ $by })
log-sight_lost = { $unit } heeft het doel uit het zicht verloren ({ $by })
log-sight_regained = { $unit } ziet het doel weer ({ $by })
log-return_began = { $unit } achtervolgt niet meer en rijdt naar huis ({ $by })
log-return_ended = { $unit } achtervolgt weer ({ $by })
log-target_seen = de achtervolgde auto is gezien ({ $source }, { $by })
log-fixes_refused = posities worden geweigerd
log-fault = systeemstoring

# ---- feiten

log-fact_added = { $fact } ({ $by })
log-assessment_added = inschatting: { $fact } ({ $by })
log-fact_withdrawn = feit ingetrokken door { $by }

# ---- meldkamers

log-alerted = { $room } gewaarschuwd: { $phase }
log-unserved = { $state } binnengereden, waar geen meldkamer bekend is: per telefoon te melden
log-acknowledged = { $room }: bevestigd door { $by }
log-escalated_louder = { $room } heeft niet bevestigd: luider alarm gegeven
log-escalated_supervisor = { $room } heeft niet bevestigd: de leidinggevende is ingelicht
log-escalated_telephone = { $room } heeft niet bevestigd: bel op
log-shelved = { $room }: opzijgezet door { $by } tot { $until }
log-unshelved = { $room }: weer opgenomen
log-alert_offered = { $room }: { $by } biedt de melding aan { $to } aan
log-offer_over = { $room }: het aanbod is voorbij, de melding blijft waar zij was
log-alert_taken = { $room }: overgenomen door { $by }
log-notified_by_telephone = { $room } per telefoon ingelicht: { $by } sprak met { $answered_by }
log-call_withdrawn = { $room }: telefoongesprek van { $at } teruggenomen door { $by }
log-warning_withdrawn = { $room }: waarschuwing met de hand teruggenomen door { $by }

# ---- bijstand en wie leidt

log-requested = { $by } vraagt { $room }: { $kind }
log-lead_offered = { $by } biedt { $room } de leiding aan
log-request_accepted = { $room } aanvaardt: { $kind } ({ $by })
log-request_refused = { $room } weigert: { $kind } ({ $by })
log-request_withdrawn = niet meer gevraagd aan { $room }: { $kind } ({ $by })
log-request_expired = { $room } heeft niet op tijd geantwoord, niet meer gevraagd: { $kind }
log-lead_passed = { $room } heeft voortaan de leiding ({ $by })
log-stop_given = STOPBEVEL van { $by }
log-stop_received = { $unit } heeft het stopbevel bevestigd ({ $by })
log-stop_unanswered = ontvangstbevestiging van het stopbevel ontbreekt: { $units }
log-stop_lifted = stopbevel opgeheven door { $by }

# ---- vergissingen, meerdere achtervolgingen, het einde

log-unit_taken_out = { $unit } nam bij vergissing deel, eruit gehaald door { $by }
log-opened_in_error = bij vergissing geopend ({ $by })
log-merge_asked = { $by } vraagt haar samen te voegen met { $case }
log-merge_accepted = { $case } neemt haar op
log-merge_refused = { $case } neemt haar niet op
log-merge_taken_in = { $case } is hier opgenomen
log-merged = gaat verder als { $case }
log-split_asked = { $by } splitst { $case } af voor een tweede doel
log-split_accepted = { $case } gaat verder met haar eenheden
log-split_refused = { $case } is niet geopend
log-question_given_up = { $by } wacht niet langer op { $case }
log-split_taken_in = afgesplitst van { $case }
log-still_asked = loopt het nog? gevraagd, want al lang reed geen eenheid
log-still_confirmed = het loopt nog ({ $by })
log-closed = achtervolging afgesloten door { $by }
log-item_done = { $item }: gedaan ({ $by })
log-item_corrected = { $item }: verbeterd ({ $by })
log-item_due = { $item }: uiterlijk { $due }
