# Die Verbindung einer Konsole im Terminal.

link = VERBINDUNG { $text }
link-connected = verbunden als { $account }, { $role }, für { $rooms }
link-no_room = keine Leitstelle
link-lost = VERLOREN: { $reason }; neue Versuche, bis sie wieder da ist, der erste in { $in } s
link-resumed = wieder da: fortgesetzt, { $count } Nachrichten waren verpasst in { $room }
link-fresh = { $room }: Gesamtbild von { $count } Nachrichten
link-not_recovered = NICHT WIEDERHERGESTELLT in { $room }: { $reason }; neues Gesamtbild von { $count } Nachrichten
link-refused = das Gateway wies eine Nachricht ab: { $field }: erwartet { $expected }, erhalten { $got }
link-goodbye = das Gateway verabschiedet sich: { $reason } ({ $code })
link-kafka_back = das Gateway erreicht Kafka wieder
link-kafka_away = DAS GATEWAY ERREICHT KAFKA NICHT: was angezeigt wird, kann alt sein
link-after_fix = { $age } nach der Position
link-written = geschrieben vor { $age }
link-not_held = DER SERVER HAT ES NICHT MEHR
