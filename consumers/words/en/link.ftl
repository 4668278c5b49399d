# The connection of a terminal's console.

link = LINK { $text }
link-connected = connected as { $account }, { $role }, for { $rooms }
link-no_room = no room
link-lost = LOST: { $reason }; trying again until it is back, first in { $in } s
link-resumed = back: resumed, { $count } records were missed in { $room }
link-fresh = { $room }: snapshot of { $count } records
link-not_recovered = NOT RECOVERED in { $room }: { $reason }; fresh snapshot of { $count } records
link-refused = the gateway refused a message: { $field }: expected { $expected }, got { $got }
link-goodbye = the gateway says goodbye: { $reason } ({ $code })
link-kafka_back = the gateway reaches Kafka again
link-kafka_away = THE GATEWAY CANNOT REACH KAFKA: what is shown may be old
link-after_fix = { $age } after the fix
link-written = written { $age } ago
link-not_held = NO LONGER HELD BY THE SERVER
