"""One record for many readers: each gets it under its own name, and nothing else of it changes."""

import orjson

from streams.addressed import ANYBODY, addressed
from streams.records import Output, VisibilityRecord, encode

RECORD = VisibilityRecord(recipient=ANYBODY, case="BE/1", granted=True, event=3, mode="test")
MANY = Output(
    topic="inbox", key=f"{ANYBODY}|visibility|BE/1", partition_by=ANYBODY, value=encode(RECORD).decode(),
    to=("NL/A", "NL/B"),
)  # fmt: skip
PLAIN = Output(topic="positions", key="BE/CAR", partition_by="BE/CAR", value="{}")


def test_each_reader_gets_its_own() -> None:
    one, other, plain = addressed((MANY, PLAIN))
    assert (one.key, one.partition_by, one.to) == ("NL/A|visibility|BE/1", "NL/A", ())
    assert orjson.loads(one.value) == orjson.loads(MANY.value) | {"recipient": "NL/A"}
    assert other.key == "NL/B|visibility|BE/1"
    assert plain == PLAIN


def test_a_text_that_looks_like_it_stays_as_it_was_written() -> None:
    tricky = VisibilityRecord(recipient=ANYBODY, case='BE/"recipient":"XX/anybody"', granted=True, event=3, mode="test")
    output = Output(topic="inbox", key=ANYBODY, partition_by=ANYBODY, value=encode(tricky).decode(), to=("NL/A",))
    (sent,) = addressed((output,))
    assert orjson.loads(sent.value) == {
        "type": "visibility", "recipient": "NL/A", "case": 'BE/"recipient":"XX/anybody"', "granted": True,
        "event": 3, "mode": "test",
    }  # fmt: skip
