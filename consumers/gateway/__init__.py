"""The gateway: control-room consoles over websockets, each resuming at its own place in Kafka."""
