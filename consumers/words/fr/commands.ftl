# Commandes : exécutées, ou refusées et pourquoi ; et avis.

answer-done = { $case } commande { $command } exécutée
answer-refused = { $case } commande { $command } refusée : { $refusal }

# ---- la poursuite et ses unités

refusal-unknown_pursuit = il n'y a pas de poursuite { $case }
refusal-closed = { $case } est terminée ({ $phase })
refusal-already_open = { $case } est déjà ouverte, à { $at } par { $by }
refusal-known_case = le numéro { $case } est pris : choisissez-en un autre
refusal-already_joined = { $unit } prend déjà part à { $case }
refusal-not_joined = { $unit } ne prend pas part à { $case }
refusal-not_abroad = on ne sait pas { $unit } de { $case } à l'étranger
refusal-too_many_units = { $case } : au plus { $expected } unités, reçu { $got }
refusal-all_units = des unités doivent rester dans { $case }
refusal-same_case = { $case } est la même poursuite
refusal-wrong_case = attendu une poursuite de { $expected }, reçu { $got }
refusal-pending = { $case } attend la réponse de { $other }
refusal-no_answer = l'autre poursuite n'a pas répondu
refusal-just_taken_in = { $case } vient de reprendre une autre poursuite : elle peut se terminer à partir de { $until }
refusal-lead_passed = la direction a changé depuis : qui dirige maintenant le demande de nouveau
refusal-wrong_mode = la poursuite est { $expected }, reçu { $got }
refusal-nothing_new = c'est déjà le cas : { $name }

# ---- qui peut

refusal-known_command = la commande { $name } en était une autre auparavant
refusal-not_allowed = seulement pour { $expected }, pas pour { $got }
refusal-wrong_state = seulement au nom de { $expected }, pas de { $got }
refusal-wrong_room = seulement { $expected }, pas { $got }
refusal-own_room = { $room } est votre propre salle
refusal-unknown_room = il n'y a pas de salle { $room }
refusal-wrong_unit = seulement au nom de { $expected }, pas de { $got }
refusal-not_leading = { $expected } dirige { $case }, pas { $got }
refusal-copy_room = { $room } ne reçoit que copie : elle ne peut pas prendre la direction
refusal-not_here = aucune unité de { $case } n'est encore en { $state }, { $room } ne peut donc prendre la direction ; on peut lui demander de reprendre

# ---- les alertes

refusal-unknown_alert = { $room } n'a pas cette alerte dans { $case }
refusal-already_acknowledged = quelqu'un d'autre a été plus rapide : { $by } à { $at }
refusal-not_acknowledged = personne n'a acquitté l'alerte de { $room }
refusal-other_revision = l'alerte a changé depuis, regardez à nouveau : attendu { $expected }, reçu { $got }
refusal-priority_1 = une alerte de priorité 1 n'est jamais mise de côté ({ $room })
refusal-not_owner = l'alerte est à { $expected }, pas à { $got }
refusal-not_offered = l'alerte de { $room } n'est proposée à personne
refusal-offered_to_other = l'alerte est proposée à { $expected }, pas à { $got }
refusal-bad_place = le lieu demande { $expected }, reçu { $got }

# ---- faits, demandes, ordres d'arrêt, la liste

refusal-bad_fact = { $kind } : attendu { $expected }, reçu { $got }
refusal-known_fact = le fait { $name } est déjà connu
refusal-unknown_fact = { $case } n'a pas de fait { $name }
refusal-withdrawn_fact = le fait { $name } a été retiré par { $by }
refusal-too_many_facts = { $case } : au plus { $expected } faits
refusal-known_request = la demande { $name } est déjà connue
refusal-unknown_request = { $case } n'a pas de demande { $name }
refusal-answered = la demande { $name } a déjà sa réponse : { $answer }
answered-accepted = acceptée
answered-refused = refusée
answered-withdrawn = retirée
answered-expired = expirée
refusal-too_many_requests = { $case } : au plus { $expected } demandes
refusal-known_stop = l'ordre d'arrêt { $name } est déjà connu
refusal-unknown_stop = { $case } n'a pas d'ordre d'arrêt { $name }
refusal-lifted = l'ordre d'arrêt { $name } a été levé à { $at }
refusal-too_many_stops = { $case } : au plus { $expected } ordres d'arrêt
refusal-stop_stands = l'ordre d'arrêt { $name } vaut toujours dans { $case }
refusal-unknown_item = n'est pas sur la liste : { $got } ; y est maintenant : { $expected }
refusal-missing = { $name } : il manque { $expected }

# ---- instants et appels

refusal-bad_instant = { $name } : attendu un instant entre { $earliest } et { $latest }, reçu { $got }
refusal-early_call = trop tôt pour { $case } : un appel compte à partir de { $earliest }, une heure avant l'ouverture ; celui-ci était à { $got }
refusal-unknown_call = { $room } : aucun appel de { $got } n'est noté
refusal-no_warning = { $room } : l'alerte de cette salle ne repose pas sur le seul avertissement à la main

# ---- la passerelle

refusal-kafka_away = le serveur n'atteint pas ses données
refusal-fault = le système a échoué sur cet ordre, agir par téléphone

# ---- ce qui ne va pas dans une valeur qui n'a pu être lue

misfit-text = doit être un texte sans caractères de contrôle
misfit-said = doit être un texte qui dit quelque chose, sans caractères de contrôle
misfit-line = doit être une seule ligne de texte, sans caractères de contrôle
misfit-called = doit être une seule ligne de texte qui dit quelque chose, sans caractères de contrôle
misfit-long = est trop long : { $limit } caractères au plus
misfit-at_most = doit être de { $limit } au plus
misfit-at_least = doit être de { $limit } au moins
misfit-above = doit être supérieur à { $limit }
misfit-kind = n'est pas du genre attendu ici
misfit-choice = n'est aucune des valeurs connues : { $got }
misfit-unknown = n'est pas demandé ici

# ---- ce que demande une commande

field-at = l'heure
field-called_at = l'heure de l'appel
field-code = un mot connu
field-lat = la latitude
field-lon = la longitude
field-number = un nombre
field-observed_at = l'heure de l'observation
field-plate = la plaque
field-plate_state = l'État de la plaque
field-seen_at = l'heure de l'observation
field-text = un texte

# ---- avis

notice = AVIS { $about } { $text }
notice-fixes_refused = des positions d'une unité sont refusées
notice-request_accepted = { $room } ACCEPTE : { $kind }
notice-request_refused = { $room } REFUSE : { $kind }
notice-request_withdrawn = n'est plus demandé à { $room } : { $kind }
notice-request_expired = { $room }: pas de réponse à temps, n'est plus demandé : { $kind }
notice-merge_accepted = { $case } reprend cette poursuite
notice-merge_refused = { $case } ne reprend pas cette poursuite
notice-split_accepted = { $case } continue avec ses unités
notice-split_refused = { $case } n'a pas été ouverte
