# De Protokoll vun enger Verfollegung: eng Zeil fir alles wourop gefrot gëtt.

log-line = { $at } { $text }
log-because = { $text }: { $reason }
log-written_later = { $text } (agedroen um { $at })

# ---- Eenheeten a Grenzen

log-opened = Verfollegung opgemaach vun { $by }
log-unit_joined = { $unit } hëlt un der Verfollegung deel
log-unit_left = { $unit } hëlt net méi un der Verfollegung deel
log-crossed = { $unit } ass vun { $left } op { $entered } gefuer
log-crossed_late = { $unit } ass vun { $left } op { $entered } gefuer, spéit gemellt: keen huet et deemools gesinn
log-crossing_possible = { $unit } ass méiglecherweis vun { $left } op { $entered } gefuer
log-crossing_confirmed = { $unit } ass vun { $left } op { $entered } gefuer, elo bestätegt
log-crossing_withdrawn = { $unit } ass net vun { $left } op { $entered } gefuer: zeréckgezunn
log-approaching = { $unit } gëtt zu { $entered } erwaart um { $eta }
log-approach_withdrawn = { $unit } gëtt net méi zu { $entered } erwaart (war { $eta })
log-contact_lost = keng Positioun vun { $unit } zanter { $since }
log-contact_regained = erëm eng Positioun vun { $unit }, no Rou zanter { $since }
log-limit_warned = { $unit } zu { $state }: Limitt no ({ $by })
log-limit_exceeded = { $unit } zu { $state }: LIMITT IWWERSCHRATT ({ $by })
log-sight_lost = { $unit } huet d'Zil aus den Ae verluer ({ $by })
log-sight_regained = { $unit } gesäit d'Zil erëm ({ $by })
log-return_began = { $unit } verfollegt net méi a fiert heem ({ $by })
log-return_ended = { $unit } verfollegt nees ({ $by })
log-target_seen = de verfollegten Auto gouf gesinn ({ $source }, { $by })
log-fixes_refused = Positioune gi refuséiert
log-fault = Systempann

# ---- Fakten

log-fact_added = { $fact } ({ $by })
log-assessment_added = Aschätzung: { $fact } ({ $by })
log-fact_withdrawn = Fakt zeréckgezunn vun { $by }

# ---- Asazzentralen

log-alerted = { $room } alarméiert: { $phase }
log-unserved = { $state } betrueden, wou keng Asazzentral bekannt ass: per Telefon ze mellen
log-acknowledged = { $room }: quittéiert vun { $by }
log-escalated_louder = { $room } huet net quittéiert: méi haart alarméiert
log-escalated_supervisor = { $room } huet net quittéiert: de Responsabelen ass informéiert
log-escalated_telephone = { $room } huet net quittéiert: per Telefon uruffen
log-shelved = { $room }: op d'Säit geluecht vun { $by } bis { $until }
log-unshelved = { $room }: erëm opgeholl
log-alert_offered = { $room }: { $by } bitt d'Meldung dem { $to } un
log-offer_over = { $room }: d'Offer ass eriwwer, d'Meldung bleift wou se war
log-alert_taken = { $room }: iwwerholl vun { $by }
log-notified_by_telephone = { $room } per Telefon informéiert: { $by } huet mat { $answered_by } geschwat
log-call_withdrawn = { $room }: Uruff vun { $at } zeréckgeholl vun { $by }
log-warning_withdrawn = { $room }: Warnung mat der Hand zeréckgeholl vun { $by }

# ---- Ënnerstëtzung a Leedung

log-requested = { $by } freet { $room }: { $kind }
log-lead_offered = { $by } bitt { $room } d'Leedung un
log-request_accepted = { $room } hëlt un: { $kind } ({ $by })
log-request_refused = { $room } refuséiert: { $kind } ({ $by })
log-request_withdrawn = net méi gefrot vun { $room }: { $kind } ({ $by })
log-request_expired = { $room } huet net mat Zäit geäntwert, net méi gefrot: { $kind }
log-lead_passed = { $room } huet vun elo un d'Leedung ({ $by })
log-stop_given = STOPPUERDER vun { $by }
log-stop_received = { $unit } huet d'Stoppuerder quittéiert ({ $by })
log-stop_unanswered = Quittung vun der Stoppuerder feelt: { $units }
log-stop_lifted = Stoppuerder opgehuewe vun { $by }

# ---- Feeler, méi Verfollegungen, d'Enn

log-unit_taken_out = { $unit } war aus Versinn dobäi, erausgeholl vun { $by }
log-opened_in_error = aus Versinn opgemaach ({ $by })
log-merge_asked = { $by } freet, se mat { $case } zesummenzeleeën
log-merge_accepted = { $case } hëlt se op
log-merge_refused = { $case } hëlt se net op
log-merge_taken_in = { $case } ass hei opgeholl
log-merged = geet weider als { $case }
log-split_asked = { $by } trennt { $case } fir eng zweet Zil of
log-split_accepted = { $case } geet mat hiren Eenheete weider
log-split_refused = { $case } gouf net opgemaach
log-question_given_up = { $by } waart net méi op { $case }
log-split_taken_in = vun { $case } ofgetrennt
log-still_asked = leeft et nach? gefrot, well scho laang huet sech keng Eenheet beweegt
log-still_confirmed = si leeft nach ({ $by })
log-closed = Verfollegung ofgeschloss vun { $by }
log-item_done = { $item }: gemaach ({ $by })
log-item_corrected = { $item }: verbessert ({ $by })
log-item_due = { $item }: spéitstens { $due }
