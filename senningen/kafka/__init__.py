"""The local Kafka: a real Apache Kafka in a JVM from the package index, without Docker or an installed Java."""
