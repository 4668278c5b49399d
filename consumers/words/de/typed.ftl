# Antworten auf das, was in einem Terminal getippt wird.

typed-no_quotes = Anführungszeichen paarweise erwartet, erhalten { $got }
typed-no_case = ein Wort, eine Verfolgung und Name=Wert erwartet, wie in: acknowledge BE/2026-1; erhalten { $got }
typed-no_value = Name=Wert nach der Verfolgung erwartet (Text mit Leerzeichen in Anführungszeichen), erhalten { $got }
typed-no_alert = eine Verfolgung mit einer Meldung von { $room } erwartet: { $known }; erhalten { $got }
typed-unknown_word = eines von { $known } erwartet; erhalten { $got }
typed-unknown_name = { $word }: nur { $known } erwartet, erhalten { $got }
typed-yes_no = { $name }: ja oder nein erwartet, erhalten { $got }
typed-number = { $name }: eine Zahl erwartet, erhalten { $got }
typed-mode = { $word }: mode=exercise (Übung) oder mode=live (Echteinsatz) angeben; erhalten { $got }
typed-instant = { $name }: eine Uhrzeit nach der Wanduhr erwartet, wie 20:15, 20:15:30 oder 2026-11-27T20:15, oder mit Zeitzone, wie 19:15Z; erhalten { $got }
typed-missing = { $word }: es fehlt: { $names }
typed-bad_value = { $word }: ein unzulässiger Wert: { $detail }
typed-form = erwartet { $form }; erhalten { $got }
typed-bad_language = { $word }: eine Sprache von { $known } erwartet, erhalten { $got }
typed-not_visible = { $word }: eine Verfolgung erwartet, die diese Leitstelle sehen darf: { $known }; erhalten { $got }
typed-sent = { $command } gesendet
typed-refused = { $command } nicht weitergeleitet: { $reason }
