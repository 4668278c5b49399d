# Of er iemand zit aan de werkplekken van een meldkamer die in dezelfde achtervolging betrokken is.

desks-none = WERKPLEKKEN { $room }: NIEMAND AANGEMELD, handel per telefoon
desks-some =
    WERKPLEKKEN { $room }: { $n ->
        [one] 1 console aangemeld
       *[other] { $n } consoles aangemeld
    }, { $visible } zichtbaar, { $armed } met geluid
