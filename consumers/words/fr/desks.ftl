# S'il y a quelqu'un aux postes d'une salle concernée par la même poursuite.

desks-none = POSTES { $room } : PERSONNE N'EST CONNECTÉ, agir par téléphone
desks-some =
    POSTES { $room } : { $n ->
        [one] 1 console connectée
       *[other] { $n } consoles connectées
    }, { $visible } visibles, { $armed } avec le son
