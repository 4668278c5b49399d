# La liaison d'une console dans un terminal.

link = LIAISON { $text }
link-connected = connecté en tant que { $account }, { $role }, pour { $rooms }
link-no_room = aucune salle
link-lost = PERDUE : { $reason } ; nouveaux essais jusqu'à son retour, le premier dans { $in } s
link-resumed = de retour : reprise, { $count } messages avaient été manqués dans { $room }
link-fresh = { $room } : état complet de { $count } messages
link-not_recovered = NON RÉCUPÉRÉ dans { $room } : { $reason } ; nouvel état complet de { $count } messages
link-refused = la passerelle a refusé un message : { $field } : attendu { $expected }, reçu { $got }
link-goodbye = la passerelle prend congé : { $reason } ({ $code })
link-kafka_back = la passerelle atteint à nouveau Kafka
link-kafka_away = LA PASSERELLE N'ATTEINT PAS KAFKA : ce qui est affiché peut être ancien
link-after_fix = { $age } après la position
link-written = écrit il y a { $age }
link-not_held = LE SERVEUR NE L'A PLUS
