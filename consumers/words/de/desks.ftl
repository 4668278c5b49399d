# Ob jemand an den Arbeitsplätzen einer Leitstelle sitzt, die an derselben Nacheile beteiligt ist.

desks-none = ARBEITSPLÄTZE { $room }: NIEMAND ANGEMELDET, telefonisch handeln
desks-some =
    ARBEITSPLÄTZE { $room }: { $n ->
        [one] 1 Konsole angemeldet
       *[other] { $n } Konsolen angemeldet
    }, { $visible } sichtbar, { $armed } mit Ton
