# Antwoorden op wat in een terminal wordt getypt.

typed-no_quotes = verwacht aanhalingstekens in paren, gekregen { $got }
typed-no_case = verwacht een woord, een achtervolging en naam=waarde, zoals: acknowledge BE/2026-1; gekregen { $got }
typed-no_value = verwacht naam=waarde na de achtervolging (een tekst met spaties tussen aanhalingstekens), gekregen { $got }
typed-no_alert = verwacht een achtervolging met een melding van { $room }: { $known }; gekregen { $got }
typed-unknown_word = verwacht een van { $known }; gekregen { $got }
typed-unknown_name = { $word }: verwacht alleen { $known }, gekregen { $got }
typed-yes_no = { $name }: verwacht ja of nee, gekregen { $got }
typed-number = { $name }: verwacht een getal, gekregen { $got }
typed-mode = { $word }: zeg mode=exercise (oefening) of mode=live (echt); gekregen { $got }
typed-instant = { $name }: verwacht een tijd volgens de klok aan de muur, zoals 20:15, 20:15:30 of 2026-11-27T20:15, of met de tijdzone, zoals 19:15Z; gekregen { $got }
typed-missing = { $word }: er ontbreekt: { $names }
typed-bad_value = { $word }: een waarde die niet kan: { $detail }
typed-form = verwacht { $form }; gekregen { $got }
typed-bad_language = { $word }: verwacht een taal uit { $known }, gekregen { $got }
typed-not_visible = { $word }: verwacht een achtervolging die deze meldkamer mag zien: { $known }; gekregen { $got }
typed-sent = { $command } verzonden
typed-refused = { $command } niet doorgestuurd: { $reason }
