# Le journal d'une poursuite : une ligne pour chaque chose que l'on demandera.

log-line = { $at } { $text }
log-because = { $text } : { $reason }
log-written_later = { $text } (noté à { $at })

# ---- unités et frontières

log-opened = poursuite ouverte par { $by }
log-unit_joined = { $unit } prend part à la poursuite
log-unit_left = { $unit } a quitté la poursuite
log-crossed = { $unit } est passée de { $left } en { $entered }
log-crossed_late = { $unit } est passée de { $left } en { $entered }, signalé tardivement : personne ne l'a vu sur le moment
log-crossing_possible = { $unit } est peut-être passée de { $left } en { $entered }
log-crossing_confirmed = { $unit } est passée de { $left } en { $entered }, désormais confirmé
log-crossing_withdrawn = { $unit } n'est pas passée de { $left } en { $entered } : retiré
log-approaching = { $unit } est attendue en { $entered } à { $eta }
log-approach_withdrawn = { $unit } n'est plus attendue en { $entered } (c'était { $eta })
log-contact_lost = sans position de { $unit } depuis { $since }
log-contact_regained = à nouveau une position de { $unit }, après un silence depuis { $since }
log-limit_warned = { $unit } en { $state } : limite proche ({ $by })
log-limit_exceeded = { $unit } en { $state } : LIMITE DÉPASSÉE ({ $by })
log-sight_lost = { $unit } a perdu la cible de vue ({ $by })
log-sight_regained = { $unit } revoit la cible ({ $by })
log-return_began = { $unit } ne poursuit plus et rentre ({ $by })
log-return_ended = { $unit } poursuit de nouveau ({ $by })
log-target_seen = le véhicule poursuivi a été vu ({ $source }, { $by })
log-fixes_refused = des positions sont refusées
log-fault = panne du système

# ---- faits

log-fact_added = { $fact } ({ $by })
log-assessment_added = appréciation : { $fact } ({ $by })
log-fact_withdrawn = fait retiré par { $by }

# ---- salles

log-alerted = { $room } alertée : { $phase }
log-unserved = entrée en { $state }, où aucune salle n'est connue : à prévenir par téléphone
log-acknowledged = { $room } : acquittée par { $by }
log-escalated_louder = { $room } n'a pas acquitté : alarme plus forte
log-escalated_supervisor = { $room } n'a pas acquitté : le superviseur est averti
log-escalated_telephone = { $room } n'a pas acquitté : appeler par téléphone
log-shelved = { $room } : mise de côté par { $by } jusqu'à { $until }
log-unshelved = { $room } : reprise
log-alert_offered = { $room } : { $by } propose l'alerte à { $to }
log-offer_over = { $room } : l'offre est close, l'alerte reste à qui l'a
log-alert_taken = { $room } : reprise par { $by }
log-notified_by_telephone = { $room } avertie par téléphone : { $by } a parlé à { $answered_by }
log-call_withdrawn = { $room } : appel de { $at } retiré par { $by }
log-warning_withdrawn = { $room } : avertissement à la main retiré par { $by }

# ---- assistance et direction

log-requested = { $by } demande à { $room } : { $kind }
log-lead_offered = { $by } propose la direction à { $room }
log-request_accepted = { $room } accepte : { $kind } ({ $by })
log-request_refused = { $room } refuse : { $kind } ({ $by })
log-request_withdrawn = n'est plus demandé à { $room } : { $kind } ({ $by })
log-request_expired = { $room } n'a pas répondu à temps, n'est plus demandé : { $kind }
log-lead_passed = { $room } dirige désormais ({ $by })
log-stop_given = ORDRE D'ARRÊT de { $by }
log-stop_received = { $unit } a accusé réception de l'ordre d'arrêt ({ $by })
log-stop_unanswered = accusé de réception de l'ordre d'arrêt manquant : { $units }
log-stop_lifted = ordre d'arrêt levé par { $by }

# ---- erreurs, plusieurs poursuites, la fin

log-unit_taken_out = { $unit } y était par erreur, retirée par { $by }
log-opened_in_error = ouverte par erreur ({ $by })
log-merge_asked = { $by } demande de la réunir à { $case }
log-merge_accepted = { $case } la reprend
log-merge_refused = { $case } ne la reprend pas
log-merge_taken_in = { $case } est reprise ici
log-merged = continue sous { $case }
log-split_asked = { $by } détache { $case } pour une deuxième cible
log-split_accepted = { $case } continue avec ses unités
log-split_refused = { $case } n'a pas été ouverte
log-question_given_up = { $by } n'attend plus { $case }
log-split_taken_in = détachée de { $case }
log-still_asked = toujours en cours ? demandé, car aucune unité n'a bougé depuis longtemps
log-still_confirmed = elle continue ({ $by })
log-closed = poursuite close par { $by }
log-item_done = { $item } : fait ({ $by })
log-item_corrected = { $item } : corrigé ({ $by })
log-item_due = { $item } : au plus tard { $due }
