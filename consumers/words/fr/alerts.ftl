# Ce que dit une alerte : à l'œil sur une ligne ou une fiche, et à l'oreille.

# ---- le titre

headline-approaching = APPROCHE DU TERRITOIRE { $here }
headline-entered = ENTRÉE SUR LE TERRITOIRE { $here }
headline-entered_possible = À LA FRONTIÈRE, PEUT-ÊTRE ENTRÉE SUR LE TERRITOIRE { $here }
headline-entered_elsewhere = ENTRÉE SUR LE TERRITOIRE { $here } AILLEURS
headline-left = A QUITTÉ LE TERRITOIRE { $here }
headline-departed = NOS UNITÉS À L'ÉTRANGER : { $states }
headline-fault = PANNE DU SYSTÈME, AGIR PAR TÉLÉPHONE
headline-cleared = FIN D'ALERTE { $here }
headline-home_again = NOS UNITÉS DE RETOUR SUR LEUR TERRITOIRE
headline-no_longer_expected = N'EST PLUS ATTENDUE SUR LE TERRITOIRE { $here }
headline-not_coming_here = NE VIENT PAS ICI : ENTRÉE AILLEURS, { $states }
headline-never_entered = RETIRÉE : CELA N'A PAS EU LIEU, AUCUNE ENTRÉE SUR LE TERRITOIRE { $here }
headline-never_departed = RETIRÉE : CELA N'A PAS EU LIEU, NOS UNITÉS NE SONT PAS PARTIES À L'ÉTRANGER
headline-no_position = SANS POSITION

# ---- qui

units-from = { $units } venant de { $states }
units-also = { $units } (aussi dans la poursuite : { $others })
no-position-unit = { $unit } SANS POSITION depuis { $since }
no-position-since = SANS POSITION depuis { $since }
no-position-of = SANS POSITION : { $units }
unit-since = { $unit } depuis { $since }
unit-in = { $unit } en { $states } à { $at }
unit-not_seen = { $unit } : lieu non connu

# ---- quand : attendue

expected = attendue à { $eta } (entre { $from } et { $to }), { $percent }
expected-in = attendue dans { $in }, à { $eta } (entre { $from } et { $to }), { $percent }
expected-now = attendue maintenant, à { $eta } (entre { $from } et { $to }), { $percent }
expected-overdue = était attendue à { $eta } (entre { $from } et { $to }), { $percent }
overdue = EN RETARD
had-been-expected = avait été attendue à { $eta }
been-before = déjà venue ici : { $crossed }
warned = { $warned } : { $text }

# ---- quand : la frontière franchie

since-unknown = déjà sur place, depuis quand n'est pas connu
crossed-at = à { $at }
crossed-between = entre { $from } et { $to }, sans position entre-temps
crossed-possible = { $crossed } (possible, non confirmé)
crossed-withdrawn = franchissement retiré : il n'a pas eu lieu
crossed-into = vers { $states }
start-unsure = vue d'abord à la frontière : peut-être présente depuis le début
told-late = signalé tardivement : personne ne l'a vu sur le moment
out-again = ressortie { $crossed }
home-again = de retour chez soi { $crossed }
still-there = TOUJOURS LÀ : la sortie est retirée, elle n'a pas eu lieu

card-crossed = frontière franchie { $crossed }
card-crossed_possibly = frontière peut-être franchie { $crossed }
card-not_crossed = frontière non franchie : cela n'a pas eu lieu
card-time_unknown = heure du franchissement non connue
card-out_possibly = peut-être { $out }

# ---- où

near = secteur { $place }
place-distance = { $place } ({ $distance } { $wind })
where = { $place } ({ $state }), { $distance } { $wind }
place-unknown = lieu non connu

# ---- circonstances et avertissements

before-opening = frontière franchie avant l'ouverture de la poursuite
elsewhere = confirmé à un autre endroit qu'annoncé d'abord, desservi par d'autres salles
coordinating = alertée comme salle coordinatrice : la zone n'est pas connue
warning-fault = panne du système, agir par téléphone
warning-possible = franchissement possible, pas encore confirmé
warning-withdrawn = le franchissement est retiré
warning-instead = l'unité est passée en { $states } à la place
warning-out_possible = sortie possible, pas encore confirmée
off-road-no = { $unit } { $way } : NON PERMIS selon la fiche de droit
off-road-unknown = { $unit } { $way } : VÉRIFIER sur la fiche de droit si c'est permis
off-road-yes = { $unit } { $way } : permis selon la fiche de droit
way-foot = À PIED
way-rail = PAR LE RAIL
way-water = PAR VOIE D'EAU
way-air = PAR LES AIRS

# ---- qui l'a prise en charge

acknowledged = acquittée par { $who } à { $at }
acknowledged-older = { $acknowledged }, à la révision { $revision }
not-acknowledged = NON ACQUITTÉE
person-desk = { $name } ({ $desk })

# ---- pourquoi cette salle, d'où et vers où, qui a ouvert

room-home = { $room } : ses propres unités
room-area = { $room } : dessert { $area }
room-coordinating = { $room } : salle coordinatrice
opened = { $at } par { $by }
pursuit-of = { $case } ({ $state })

# ---- pour l'oreille

spoken = { $mode }. Priorité { $priority }. La poursuite { $case } { $happened }.
spoken-near = { $happened }, secteur { $place }
spoken-approaching = va entrer { $into }
spoken-entered = { $possible ->
    [yes] est peut-être entrée { $into }
   *[no] est entrée { $into }
}
spoken-entered_elsewhere = { $possible ->
    [yes] est peut-être entrée ailleurs { $in }
   *[no] est entrée ailleurs { $in }
}
spoken-left = { $possible ->
    [yes] a peut-être quitté { $the }
   *[no] a quitté { $the }
}
spoken-departed = { $possible ->
    [yes] est peut-être partie { $into }
   *[no] est partie { $into }
}
spoken-fault = connaît une panne du système, agir par téléphone
spoken-cleared = est terminée pour la salle { $in }
spoken-home_again = { $possible ->
    [yes] a peut-être ses propres unités de retour { $in }
   *[no] a ses propres unités de retour { $in }
}
spoken-no_longer_expected = n'est plus attendue { $in }
spoken-not_coming_here = ne vient pas ici, elle est entrée ailleurs { $into }
spoken-never_entered = est retirée, cela n'a pas eu lieu : elle n'est jamais entrée { $in }
spoken-never_departed = est retirée, cela n'a pas eu lieu : ses propres unités ne sont jamais parties à l'étranger
spoken-no_position = Sans position : { $unit }.
spoken-also_fault = Panne du système, agir par téléphone.

# ---- ce qui n'est pas une frontière : la zone de la salle, par les airs, à la main, une alarme

headline-approaching_area = APPROCHE DE VOTRE ZONE
headline-entered_area = ENTRÉE DANS VOTRE ZONE
headline-left_area = A QUITTÉ VOTRE ZONE
headline-overflown = AÉRONEF AU-DESSUS DU TERRITOIRE { $here }
headline-warned = AVERTISSEMENT MANUEL
headline-alarm = ALARME : { $alarm }
headline-withdrawn_because = RETIRÉE, PARCE QUE : { $because }
spoken-approaching_area = approche de votre zone
spoken-entered_area = { $possible ->
    [yes] est peut-être entrée dans votre zone
   *[no] est entrée dans votre zone
}
spoken-left_area = { $possible ->
    [yes] a peut-être quitté votre zone
   *[no] a quitté votre zone
}
spoken-overflown = survole { $the }, aéronef seulement
spoken-warned = vient peut-être vers vous : vous êtes avertis à la main
spoken-alarm = a besoin de vous
spoken-withdrawn_because = est retirée, parce que : { $because }
where-point = { $point }, { $where }
for-information = pour information seulement
room-copy = { $room } : pour information
room-by_hand = { $room } : avertie à la main

# ---- par des personnes et des horloges

by-hand = avertissement manuel de { $by } à { $at } : { $text }
by-hand-direction = en direction de { $direction }
by-hand-seen = vue à { $at }
shelved = mise de côté jusqu'à { $until } par { $by } : { $reason }
offered = proposée à { $to } par { $by } jusqu'à { $until }
escalation-louder = NON ACQUITTÉE : alarme plus forte, aussi au deuxième poste
escalation-supervisor = NON ACQUITTÉE : le superviseur est averti
escalation-telephone = NON ACQUITTÉE : appeler par téléphone
alarm-at = { $alarm } (depuis { $at })
alarm-asked = { $room } DEMANDE : { $kind }
alarm-danger = { $assessment ->
    [yes] DANGER (appréciation) : { $code }
   *[no] DANGER : { $code }
}
alarm-danger_withdrawn = DANGER RETIRÉ : { $code } (« { $because } »)
alarm-lead_passed = { $room } DIRIGE DÉSORMAIS
alarm-limit_warned = { $unit } en { $state } : LIMITE PROCHE ({ $by })
alarm-limit_exceeded = { $unit } en { $state } : LIMITE DÉPASSÉE ({ $by })
alarm-no_room = ENTRÉE EN { $state }, dont aucune salle n'est connue ici : PRÉVENIR PAR TÉLÉPHONE
alarm-not_acknowledged_supervisor = { $room } N'A PAS ACQUITTÉ : son superviseur est averti
alarm-not_acknowledged_telephone = { $room } N'A PAS ACQUITTÉ : APPELER { $room }
alarm-request_unanswered = { $room } N'A PAS RÉPONDU ({ $kind }) : APPELER { $room }
alarm-six_hours_over = LES SIX HEURES SONT ÉCOULÉES : { $item }
alarm-still_running = TOUJOURS EN COURS ? Aucune unité n'a bougé depuis { $since }
alarm-stop_given = ORDRE D'ARRÊT de { $room }
alarm-stop_lifted = ordre d'arrêt levé par { $room }
alarm-taken_in = { $case } CONTINUE ICI : ses unités en font partie maintenant
alarm-stop_unanswered = ACCUSÉ DE RÉCEPTION DE L'ORDRE D'ARRÊT MANQUANT : { $units }
