# De verbinding van een console in een terminal.

link = VERBINDING { $text }
link-connected = verbonden als { $account }, { $role }, voor { $rooms }
link-no_room = geen meldkamer
link-lost = VERBROKEN: { $reason }; opnieuw tot zij er weer is, voor het eerst over { $in } s
link-resumed = terug: hervat, { $count } berichten waren gemist in { $room }
link-fresh = { $room }: momentopname van { $count } berichten
link-not_recovered = NIET TERUGGEHAALD in { $room }: { $reason }; nieuwe momentopname van { $count } berichten
link-refused = de gateway weigerde een bericht: { $field }: verwacht { $expected }, gekregen { $got }
link-goodbye = de gateway neemt afscheid: { $reason } ({ $code })
link-kafka_back = de gateway bereikt Kafka weer
link-kafka_away = DE GATEWAY BEREIKT KAFKA NIET: wat u ziet kan oud zijn
link-after_fix = { $age } na de positie
link-written = geschreven { $age } geleden
link-not_held = NIET LANGER OP DE SERVER
