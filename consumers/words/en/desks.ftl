# Whether anyone is at the desks of a room that is in the same pursuit.

desks-none = DESKS { $room }: NOBODY IS SIGNED IN, act by telephone
desks-some =
    DESKS { $room }: { $n ->
        [one] 1 console signed in
       *[other] { $n } consoles signed in
    }, { $visible } visible, { $armed } with sound
