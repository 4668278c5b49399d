# Réponses à ce qui est tapé dans un terminal.

typed-no_quotes = guillemets attendus par paires, reçu { $got }
typed-no_case = attendu : un mot, une poursuite et nom=valeur, par exemple acknowledge BE/2026-1 ; reçu { $got }
typed-no_value = attendu : nom=valeur après la poursuite (un texte avec espaces entre guillemets), reçu { $got }
typed-no_alert = attendu : une poursuite avec une alerte de { $room } : { $known } ; reçu { $got }
typed-unknown_word = attendu : un mot parmi { $known } ; reçu { $got }
typed-unknown_name = { $word } : attendu seulement { $known }, reçu { $got }
typed-yes_no = { $name } : attendu oui ou non, reçu { $got }
typed-number = { $name } : attendu un nombre, reçu { $got }
typed-mode = { $word } : préciser mode=exercise (exercice) ou mode=live (réel) ; reçu { $got }
typed-instant = { $name } : attendu une heure selon l'horloge murale, par exemple 20:15, 20:15:30 ou 2026-11-27T20:15, ou avec son fuseau, par exemple 19:15Z ; reçu { $got }
typed-missing = { $word } : il manque { $names }
typed-bad_value = { $word } : une valeur irrecevable : { $detail }
typed-form = attendu : { $form } ; reçu { $got }
typed-bad_language = { $word } : attendu une langue parmi { $known }, reçu { $got }
typed-not_visible = { $word } : attendu une poursuite que cette salle peut voir : { $known } ; reçu { $got }
typed-sent = { $command } envoyé
typed-refused = { $command } non transmis : { $reason }
