# Une poursuite : sa ligne, ses unités et salles, faits, demandes, ordres d'arrêt, preuve d'avis, clôture, journal.

# ---- la ligne

pursuit-line = POURSUITE { $title } : { $units } ; { $opened }
pursuit-title = { $case } { $phase }
pursuit-purpose = { $title } ({ $purpose })
pursuit-opened = ouverte par { $by } à { $at }, dirigée par { $lead }
pursuit-open = en cours
pursuit-closed = close
pursuit-merged = réunie à une autre
pursuit-error = ouverte par erreur, il n'y avait pas de poursuite
lead-since = { $opened } depuis { $since }
goes-on-as = continue sous { $case }
still-running = TOUJOURS EN COURS ? demandé à { $at } : aucune unité n'a bougé depuis longtemps
case-line = { $case } { $text }
visibility-granted = { $case } peut être suivie
visibility-ended = { $case } ne peut plus être suivie
text-in = { $text } [{ $language }]

# ---- unités

no-unit = aucune unité
unit-not_seen_yet = { $unit } pas encore vue
sight-lost = A PERDU DE VUE la cible depuis { $since }
driving-home = rentre
by-air = par les airs
stay = { $unit } en { $state } depuis { $since }
stay-at_least = { $unit } en { $state } depuis { $since } au plus tard, première observation là à cette heure
stay-since_unknown = { $unit } en { $state }, depuis quand n'est pas connu
no-known-basis = AUCUNE BASE LÉGALE CONNUE pour cette unité ici : remettre à l'État d'accueil
limit-distance = au plus { $distance } { $measured }
limit-time = au plus { $minutes } min
limit-and = { $one } et { $other }
limit-or = { $one } ou { $other }, selon ce qui vient d'abord
limit-point = { $measured } ({ $point })
limit-unknown = limite non connue
limit-run = { $travelled } parcourus, { $crow } en ligne droite
limit-run_at_least = au moins { $travelled } parcourus, { $crow } en ligne droite
limit-warned = LIMITE PROCHE ({ $by })
limit-exceeded = LIMITE DÉPASSÉE ({ $by })
limit-by-distance = distance
limit-by-time = durée
measured-along_track = parcourus
measured-crow_flies_from_crossing = en ligne droite depuis le point de franchissement
measured-crow_flies_from_border = en ligne droite depuis la frontière
measured-crow_flies_from_named_point = en ligne droite depuis le point désigné
measured-zone = dans la zone
speed = { $speed } km/h

# ---- salles

room-acknowledged = acquittée par { $who }
room-delivered = remise, non acquittée
room-not_delivered = pas encore remise
telephone-only = par téléphone seulement
call-now = APPELER MAINTENANT : { $telephone }
call-now_no_number = APPELER MAINTENANT : son numéro n'est pas connu ici

# ---- faits

fact-trigger = motif : { $fact }
fact-offence = infraction : { $fact }
fact-suspect = suspect : { $fact }
fact-vehicle = véhicule : { $fact }
fact-occupants = occupants : { $fact }
fact-danger = DANGER : { $fact }
fact-remark = remarque : { $fact }
fact-told = { $fact } ({ $source }, { $by }, { $at })
fact-assessment = APPRÉCIATION, pas un fait : { $fact }
fact-withdrawn = RETIRÉ par { $by }, parce que { $reason } : { $fact }
plate-of = { $plate } ({ $state })
danger-armed = armé
danger-explosives = explosifs
danger-hostage = otage
danger-ramming = percute des véhicules
danger-unlit = roule sans feux
danger-wrong_way = à contresens
trigger-caught_in_act = pris en flagrant délit
trigger-suspected = soupçonné d'une infraction
trigger-escaped_custody = évadé
trigger-evaded_border_check = s'est soustrait à un contrôle à la frontière
trigger-evaded_police_check = s'est soustrait à un contrôle de police
trigger-other_lawful = autre motif légitime
source-crew = équipage
source-desk = salle de commandement
source-witness = témoin
source-anpr = lecteur de plaques
source-aircraft = aéronef
source-register = fichier
target-seen = VÉHICULE POURSUIVI vu à { $at } à { $place } (à { $uncertainty } près, { $source })

# ---- demandes

request = { $room } demande à { $to } : { $what } ({ $by }, { $at })
request-text = { $request }, « { $text } »
request-take_over = REPRENDRE la poursuite
request-block_road = BARRER la route
request-observe = OBSERVER seulement
request-stop_person = INTERPELLER la personne
request-helicopter = HÉLICOPTÈRE
request-deconflict = AVERTISSEMENT : une autre opération y est en cours, restez à l'écart
request-other = autre demande
request-hand_over = PRENDRE LA DIRECTION
request-open = SANS RÉPONSE
request-accepted = ACCEPTÉE par { $by } à { $at }
request-refused = REFUSÉE par { $by } à { $at }
request-withdrawn = n'est plus demandée, { $by } à { $at }
request-expired = pas de réponse à temps, terminé depuis { $at }
request-unit_at = à { $at }
request-conditions = à condition : { $conditions }
request-reason = parce que : { $reason }

# ---- ordres d'arrêt

stop = ORDRE D'ARRÊT de { $by }, { $room }, à { $at } : { $reason }
stop-receipted = reçu par { $units }
stop-unit_at = { $unit } à { $at }
stop-waiting = PAS ENCORE REÇU par { $units }
stop-unanswered = ACCUSÉ DE RÉCEPTION MANQUANT de { $units }
stop-lifted = LEVÉ par { $by } à { $at }, parce que { $reason } : { $stop }

# ---- la liste de clôture

check-open = À FAIRE
check-due = au plus tard { $at }
check-done = { $text } ({ $by }, { $at })
check-nobody = personne n'a été retenu
check-at = { $done }, à { $at }
item-outcome = issue
item-person_held = personne retenue depuis
item-person_handed_over = personne remise à qui et quand
item-six_hours = personne libérée au plus tard après six heures
item-objects = objets saisis
item-force = usage de la force
item-shots = coups de feu
item-damage = dégâts
item-injuries = blessures
item-host_authority = autorité et lieu où les agents se présentent
item-officers_report = compte rendu des agents à l'autorité de l'État d'accueil

# ---- la preuve d'avis

notice-proof = AVIS À { $room } : { $proof }
verdict-not_yet = rien à juger encore
verdict-in_time = À TEMPS, { $margin } avant le franchissement
verdict-late = TARDIF, { $margin } après le franchissement
verdict-cannot_be_told = NE PEUT ÊTRE DIT
verdict-because = { $verdict } ({ $reasons })
verdict-reason-no_crossing_known = aucun franchissement n'est connu
verdict-reason-delivered_only = remis à une console, mais on ne sait si quelqu'un l'a vu ou entendu
verdict-reason-not_delivered = remis à aucune console
verdict-reason-shown = affiché sur une page visible
verdict-reason-sounded = sonné
verdict-reason-acknowledged = acquitté
verdict-reason-telephone = par téléphone
verdict-reason-crossing_guessed = l'instant du franchissement est une estimation
verdict-reason-clocks_overlap = les deux horloges ne sont pas assez sûres
verdict-reason-other_case = par la poursuite reprise ici
notice-crossed = franchissement à { $at }
notice-between = { $crossed } (entre { $from } et { $to })
notice-delivered = remis à { $at } ({ $console })
notice-shown = affiché à { $at } ({ $console })
notice-sounded = sonné à { $at } ({ $console })
notice-telephone = averti par téléphone à { $at } : { $caller } à { $answered }
notice-called_again = dernier appel à { $at }
notice-entered_later = { $call }, noté à { $at }

# ---- genres de faits

fact_kind-trigger = motif
fact_kind-offence = infraction
fact_kind-suspect = suspect
fact_kind-vehicle = véhicule
fact_kind-occupants = occupants
fact_kind-danger = danger
fact_kind-remark = remarque

# ---- infractions, de la liste de la Convention de Schengen

offence-murder = assassinat
offence-manslaughter = meurtre
offence-rape = viol
offence-arson = incendie volontaire
offence-counterfeiting_money = fausse monnaie
offence-aggravated_burglary_robbery_receiving = vol ou recel aggravés
offence-extortion = extorsion
offence-kidnapping_hostage_taking = enlèvement ou prise d'otage
offence-trafficking_in_persons = traite des êtres humains
offence-illicit_drugs = stupéfiants
offence-arms_and_explosives_law = armes et explosifs
offence-wilful_damage_by_explosives = destruction par explosifs
offence-illicit_toxic_waste = déchets toxiques illicites
offence-failing_to_stop_after_grave_accident = délit de fuite après un accident grave
