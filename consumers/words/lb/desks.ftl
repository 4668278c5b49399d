# Ob een op den Aarbechtsplaze vun enger Zentral ass, déi an där selwechter Verfollegung ass.

desks-none = AARBECHTSPLAZEN { $room }: KEEN ASS UGEMELLT, per Telefon handelen
desks-some =
    AARBECHTSPLAZEN { $room }: { $n ->
        [one] 1 Konsol ugemellt
       *[other] { $n } Konsolen ugemellt
    }, { $visible } ze gesinn, { $armed } mat Toun
