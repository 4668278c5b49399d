# Answers to what is typed at a terminal.

typed-no_quotes = expected quotes in pairs, got { $got }
typed-no_case = expected a word, a pursuit, and name=value, as in: acknowledge BE/2026-1; got { $got }
typed-no_value = expected name=value after the pursuit (a text with spaces in quotes), got { $got }
typed-no_alert = expected a pursuit with an alert of { $room }: { $known }; got { $got }
typed-unknown_word = expected one of { $known }; got { $got }
typed-unknown_name = { $word }: expected only { $known }, got { $got }
typed-yes_no = { $name }: expected yes or no, got { $got }
typed-number = { $name }: expected a number, got { $got }
typed-mode = { $word }: say mode=exercise for an exercise or mode=live for a real pursuit; got { $got }
typed-instant = { $name }: expected a time by the clock on the wall, as in 20:15, 20:15:30 or 2026-11-27T20:15, or with its zone, as in 19:15Z; got { $got }
typed-missing = { $word }: missing: { $names }
typed-bad_value = { $word }: a value that cannot be taken: { $detail }
typed-form = expected { $form }; got { $got }
typed-bad_language = { $word }: expected a language of { $known }, got { $got }
typed-not_visible = { $word }: expected a pursuit that this room may see: { $known }; got { $got }
typed-sent = { $command } sent
typed-refused = { $command } not sent on: { $reason }
