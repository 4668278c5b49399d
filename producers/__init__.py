"""The doors patrol units knock on: each turns one protocol into positions on Kafka or a clear refusal."""
