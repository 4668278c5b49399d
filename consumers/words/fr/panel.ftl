# Les mots du panneau d'une poursuite, de la liste, et des alertes mises de côté ou qui affluent.

# ---- le panneau

panel-open = Poursuite
panel-close = Fermer
panel-gone = Cette poursuite ne vous est pas montrée, ou plus.
new-pursuit = Nouvelle poursuite

# ---- ses parties, et ce qu'on y lit s'il n'y a rien

section-dangers = Dangers
section-stops = Ordres d'arrêt
section-requests = Demandes
section-rooms = Salles
section-notices = Preuve d'avis
section-checklist = Liste de clôture
section-target = Véhicule poursuivi
section-units = Unités
section-facts = Faits
section-assessments = Appréciations, pas des faits
section-law = Droit
section-log = Journal
section-sent = Ordres de ce poste
none-dangers = Aucun danger connu.
none-stops = Aucun ordre d'arrêt.
none-requests = Rien n'a été demandé.
none-rooms = Aucune salle n'a été alertée.
none-notices = Aucune salle n'avait à être avisée d'une entrée.
none-checklist = Elle s'ouvre à la clôture de la poursuite.
none-target = Personne n'a dit où il a été vu.
none-units = Aucune unité n'y participe.
none-facts = Aucun fait connu.
none-assessments = Aucune.
none-law = Aucune unité n'est dans un État qui n'est pas le sien.
none-log = Rien n'est encore écrit.
none-sent = Aucun n'a encore été donné.

# ---- l'en-tête : où cela en est, qui dirige

row-phase = État
row-home = Salle d'origine
row-purpose = Motif
row-asked = Question
row-goes_on = Ensuite
since = { $text }, depuis { $at }

# ---- unités, leurs limites, qui a reçu un ordre d'arrêt

seen-ago = vu il y a { $age }
unit-left = n'y participe plus
unit-in_error = jointe par erreur
service-police = police
service-customs = douane
service-unknown = service non connu
card-name = fiche { $card }
limit-clock = { $used } sur { $limit }
limit-clock_near = PROCHE : { $used } sur { $limit }
limit-clock_over = DÉPASSÉ : { $used } sur { $limit }
receipted-by = { $unit } reçu
not-receipted-by = { $unit } PAS reçu

# ---- y a-t-il quelqu'un

leads-here = dirige
telephone = Téléphone { $number }
telephone-unknown = numéro de téléphone non connu ici
there-unknown = On ne sait si quelqu'un est là
there-some = Connectés { $n }, le voient { $visible }, l'entendent { $armed }
there-unseen = Connectés { $n }, mais personne ne voit ni n'entend la page
there-nobody = PERSONNE SUR PLACE : { $call }
there-telephone_only = PAR TÉLÉPHONE SEULEMENT : { $call }
there-no_answer = SANS RÉPONSE : { $call }
there-call = appeler { $number }
there-call_no_number = appeler ; le numéro n'est pas connu ici
there-called = Appelée à { $at }
call-banner = { $mode } { $room } ({ $case }) { $why }

# ---- la fiche à lire au téléphone

read_out-open = Fiche à lire
read_out-title = Fiche à lire à { $room }
read_out-print = Imprimer
read_out-called = Appel fait : noter qui a répondu

# ---- ce qui est dû, et ce qui attend

due-in = à faire dans { $age }
due-over = EN RETARD de { $age }
checklist-open = Liste de clôture : { $n } à faire
stop-stands = ORDRE D'ARRÊT EN VIGUEUR
asked-of-you = Attend votre réponse : { $n }

# ---- mises de côté, et en afflux

shelf = Mises de côté
shelved-left = de retour dans { $age }
flood = AFFLUX : { $n } nouvelles alarmes en 10 minutes (P1 { $p1 }, P2 { $p2 }, P3 { $p3 }). Les priorités 2 et 3 sont groupées par poursuite ; rien n'est omis.
flood-group = { $mode } { $case } : alertes { $cards }, nouvelles alarmes { $rings }, au plus P{ $priority }
