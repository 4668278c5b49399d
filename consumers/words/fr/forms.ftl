# Les ordres en formulaires : leurs noms, ce qui est à remplir, et où en est un ordre.

# ---- les ordres

order-acknowledge = Acquitter
order-open = Ouvrir une poursuite
order-join = Une unité se joint
order-leave = Une unité s'en retire
order-close = Clore la poursuite
order-add_fact = Ajouter un fait
order-withdraw_fact = Retirer un fait
order-see_target = Le véhicule a été vu
order-sight = Contact visuel perdu ou repris
order-returning = Une unité rentre
order-request = Demander assistance à une salle
order-answer_request = Répondre à une demande
order-withdraw_request = Retirer une demande
order-hand_over = Passer la direction
order-take_lead = Prendre la direction
order-give_stop = ARRÊTER la poursuite : ordre à toutes les unités
order-receive_stop = Accuser réception d'un ordre d'arrêt
order-lift_stop = Lever l'ordre d'arrêt
order-shelve = Mettre l'alerte de côté
order-unshelve = Reprendre l'alerte
order-hand_over_alert = Passer l'alerte
order-take_alert = Prendre l'alerte proposée
order-warn_room = Avertir une salle à la main
order-telephoned = Avisé par téléphone
order-withdraw_call = Retirer un appel
order-withdraw_warning = Retirer un avertissement à la main
order-withdraw_unit = Une unité était jointe par erreur
order-opened_in_error = La poursuite était ouverte par erreur
order-merge = Réunir : c'est le même véhicule
order-split = Séparer : il y a deux cibles
order-still_running = Elle est toujours en cours
order-check_item = Remplir la liste de clôture

# ---- les fréquents, en boutons

offer-danger = Ajouter un danger
offer-assistance = Demander assistance
offer-warn_a_room = Avertir une salle
offer-take_over = Demander la reprise
offer-accept = Accepter
offer-refuse = Refuser
offer-stop = ARRÊTER
offer-withdraw = Retirer
offer-withdraw_warning = Avertie par erreur
offer-withdraw_call = Retirer l'appel
offer-lift = Lever
offer-ask = Demander
offer-warn = Avertir
offer-fill_in = Remplir
offer-put_right = Corriger
offer-other = Autre ordre ...

# ---- ce qui est à remplir

form-as_room = Au nom de
form-case = Poursuite
form-mode = Mode
form-fact = Fait
form-kind = Genre
form-code = Lequel
form-text = Texte
form-plate = Plaque
form-plate_state = État de la plaque (deux lettres)
form-number = Combien
form-source = Source
form-assessment = Une appréciation, pas un fait
form-language = Langue du texte
form-reason = Raison
form-lat = Latitude (degrés nord)
form-lon = Longitude (degrés est)
form-uncertainty_m = Précis à (m)
form-observed_at = Vu à
form-course_deg = Cap (degrés)
form-speed_mps = Vitesse (km/h)
form-unit = Unité
form-units = Unités, avec des virgules
form-lost = La cible est perdue de vue
form-pursues = Elle poursuit de nouveau
form-request = Demande
form-to = À qui
form-answer = Réponse
form-at = Heure
form-conditions = À condition
form-stop = Ordre d'arrêt
form-revision = Révision de l'alerte
form-minutes = Minutes, 30 au plus
form-note = Note
form-place = Lieu, en mots
form-direction = Direction
form-seen_at = Vu à
form-room = Salle
form-called_at = Appelé à
form-answered_by = Qui a répondu
form-caller = Qui a appelé
form-into = La poursuite qui continue
form-new_case = La nouvelle poursuite
form-item = Point
form-nobody = Personne n'a été retenu
form-purpose = Motif
choice-accept = oui, accepté
choice-refuse = non, refusé
choice-none = -

# ---- ce qui ne va pas dans ce qui est rempli

problem-missing = est à remplir
problem-number = doit être un nombre
problem-range = est hors limites
problem-instant = doit être une heure, l'année en quatre chiffres
problem-id = doit commencer par l'État, comme BE/LIE-21
problem-plate = doit être une plaque en majuscules, comme 1-ABC-234
problem-state = doit être deux majuscules, comme BE
problem-pair = les deux, ou aucune

# ---- envoyer, et où cela en est

send = Envoyer
send-again = Renvoyer
press-again = APPUYER ENCORE POUR CONFIRMER
cancel = Annuler
now = maintenant
more-fields = Plus
forms-away = Le serveur n'a pas encore donné les formulaires ...
progress-sending = Envoi ...
progress-no_answer = NON ENVOYÉ : sans réponse depuis { $age }. Il part dès que la liaison revient. Utilisez le téléphone.
progress-sent = ENVOYÉ, pas encore décidé
progress-undecided = ENVOYÉ, mais non décidé depuis { $age }. Utilisez le téléphone.
progress-done = FAIT
progress-refused = REFUSÉ : { $reason }
progress-unsure = ON NE SAIT s'il a été pris : { $reason }. Renvoyez-le.
refusal-not_understood = le serveur n'a pu le lire
