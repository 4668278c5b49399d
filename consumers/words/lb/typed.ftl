# Äntwerten op dat, wat an engem Terminal getippt gëtt.

typed-no_quotes = Guillemeten a Pueren erwaart, kritt { $got }
typed-no_case = e Wuert, eng Verfollegung an Numm=Wäert erwaart, wéi an: acknowledge BE/2026-1; kritt { $got }
typed-no_value = Numm=Wäert no der Verfollegung erwaart (en Text mat Espacen a Guillemeten), kritt { $got }
typed-no_alert = eng Verfollegung mat engem Alarm vu { $room } erwaart: { $known }; kritt { $got }
typed-unknown_word = eent vu { $known } erwaart; kritt { $got }
typed-unknown_name = { $word }: nëmmen { $known } erwaart, kritt { $got }
typed-yes_no = { $name }: jo oder nee erwaart, kritt { $got }
typed-number = { $name }: eng Zuel erwaart, kritt { $got }
typed-mode = { $word }: sot mode=exercise (Übung) oder mode=live (echten Asaz); kritt { $got }
typed-instant = { $name }: eng Zäit no der Auer un der Mauer erwaart, wéi 20:15, 20:15:30 oder 2026-11-27T20:15, oder mat der Zäitzon, wéi 19:15Z; kritt { $got }
typed-missing = { $word }: et feelt: { $names }
typed-bad_value = { $word }: e Wäert, deen net geet: { $detail }
typed-form = erwaart { $form }; kritt { $got }
typed-bad_language = { $word }: eng Sprooch vu { $known } erwaart, kritt { $got }
typed-not_visible = { $word }: eng Verfollegung erwaart, déi dës Zentral gesinn däerf: { $known }; kritt { $got }
typed-sent = { $command } geschéckt
typed-refused = { $command } net weidergeleet: { $reason }
