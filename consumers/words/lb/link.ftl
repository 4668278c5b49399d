# D'Verbindung vun enger Konsol am Terminal.

link = VERBINDUNG { $text }
link-connected = verbonnen als { $account }, { $role }, fir { $rooms }
link-no_room = keng Asazzentral
link-lost = VERLUER: { $reason }; nei Versich bis se erëm do ass, den éischten an { $in } s
link-resumed = erëm do: weidergefouert, { $count } Noriichte waren verpasst zu { $room }
link-fresh = { $room }: Gesamtbild vu { $count } Noriichten
link-not_recovered = NET ERËM HIERGESTALLT zu { $room }: { $reason }; neit Gesamtbild vu { $count } Noriichten
link-refused = de Gateway huet eng Noriicht refuséiert: { $field }: erwaart { $expected }, kritt { $got }
link-goodbye = de Gateway verofschit sech: { $reason } ({ $code })
link-kafka_back = de Gateway erreecht Kafka erëm
link-kafka_away = DE GATEWAY ERREECHT KAFKA NET: wat gewise gëtt, ka al sinn
link-after_fix = { $age } no der Positioun
link-written = geschriwwe virun { $age }
link-not_held = DE SERVER HUET ET NET MÉI
