# La fiche de lecture : ce qu'un opérateur lit au téléphone à une autre salle. Phrases courtes, l'exact est épelé.

# ---- qui appelle, et si c'est réel

read-dial = Appeler { $room } : { $telephone }
read-dial_unknown = Appeler { $room } : le numéro n'est pas connu ici
read-mode-live = Ceci est réel, pas un exercice
read-mode-exercise = Exercice, exercice, exercice
read-mode-test = Ceci est un test, un test, un test
read-not_known = on ne sait pas
read-caller = Ici { $room }, { $state }
read-lead-ours = Nous dirigeons la poursuite
read-lead-yours = Vous dirigez la poursuite
read-lead-other = { $room } dirige la poursuite
read-over-closed = La poursuite est terminée
read-over-merged = La poursuite continue sous { $case }
read-over-error = La poursuite a été ouverte par erreur. Il n'y a pas eu de poursuite

# ---- ce qui s'est passé, où, quand, et vers où

read-pursuit = La poursuite { $case } { $happened }
read-withdrawn = est retirée pour vous
read-telephoned = vient peut-être vers vous : nous vous en avertissons par cet appel
read-telephoned_over = est terminée : nous vous en informons par cet appel
read-when = Quand : { $when }
read-expected = attendue à { $eta }, entre { $from } et { $to }
read-expected_at = attendue à { $eta }
read-where = Où : { $where }
read-near = { $place }, à { $distance }, direction { $direction }
read-last = Dernière position : { $unit } à { $at }, { $in }, { $place }
read-last_unknown = Dernière position : on ne sait pas
read-car_seen = La voiture poursuivie a été vue à { $at }, { $place }, à { $uncertainty } près, { $source }
read-going = Direction : { $direction }. Vitesse : { $speed }
read-speed = { $speed } ({ $digits }) kilomètres par heure

read-towards-n = nord
read-towards-ne = nord-est
read-towards-e = est
read-towards-se = sud-est
read-towards-s = sud
read-towards-sw = sud-ouest
read-towards-w = ouest
read-towards-nw = nord-ouest

# ---- ce qui est connu des poursuivis

read-plate = plaque { $plate } : { $spelled }. Pays : { $state }
read-no_plate = Plaque : on ne sait pas
read-amount = { $number } ({ $digits })
read-written = tel qu'écrit : « { $text } »
read-written_in = tel qu'écrit, en { $language } : « { $text } »
read-purpose = But : { $purpose }

# ---- unités, demandes, ordres d'arrêt

read-units = Unités dans la poursuite : { $number }. Indicatifs : { $units }
read-no_units = Unités dans la poursuite : aucune
read-asked-ours = Nous vous demandons : { $what }
read-asked-other = { $room } vous demande : { $what }
read-asked-nothing = Rien ne vous est encore demandé
read-stop = Un ORDRE D'ARRÊT est en vigueur, donné par { $room } à { $at }. Motif : { $reason }
read-stop_missing = Pas encore d'accusé de réception de : { $units }

# ---- le droit, rappeler, la fin

read-law_on_card = Base légale, { $state } { $in } : à lire sur la fiche { $card }
read-law_unknown = Base légale : on ne sait pas, { $check }
read-call_back = Rappeler { $room } : { $telephone } ({ $digits })
read-call_back_unknown = Numéro pour rappeler { $room } : on ne sait pas
read-ask = Demander : qui est à l'appareil ? Noter le nom et l'heure

# ---- épelé

read-dash = tiret
read-space = espace
read-umlaut = { $letter } tréma
read-digit-0 = zéro
read-digit-1 = un
read-digit-2 = deux
read-digit-3 = trois
read-digit-4 = quatre
read-digit-5 = cinq
read-digit-6 = six
read-digit-7 = sept
read-digit-8 = huit
read-digit-9 = neuf

# ---- langues, comme celle dans laquelle c'est écrit

read-tongue-nl = néerlandais
read-tongue-fr = français
read-tongue-de = allemand
read-tongue-lb = luxembourgeois
read-tongue-en = anglais
