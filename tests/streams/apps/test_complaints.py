"""A library that repeats itself is heard once a minute; everybody else always."""

import logging

from streams.apps.complaints import OnceAMinute


def _record(name: str, message: str, *args: object) -> logging.LogRecord:
    return logging.LogRecord(name, logging.ERROR, "file", 1, message, args, None)


def test_each_wording_of_the_library_is_let_through_once() -> None:
    heard = OnceAMinute("aiokafka")
    assert heard.filter(_record("aiokafka", "Unable connect to node with id %s", 1))
    assert not heard.filter(_record("aiokafka", "Unable connect to node with id %s", 2))
    assert heard.filter(_record("aiokafka.consumer.fetcher", "Unable connect to node with id %s", 1))
    assert heard.filter(_record("aiokafka", "something else"))


def test_after_a_minute_it_is_heard_again() -> None:
    heard = OnceAMinute("aiokafka")
    heard.filter(_record("aiokafka", "away"))
    heard._said_at = {wording: at - 61 for wording, at in heard._said_at.items()}
    assert heard.filter(_record("aiokafka", "away"))


def test_others_are_always_heard() -> None:
    heard = OnceAMinute("aiokafka")
    for name in ("streams.apps.track", "aiokafkaesque", "root"):
        assert heard.filter(_record(name, "away"))
        assert heard.filter(_record(name, "away"))
