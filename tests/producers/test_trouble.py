import pytest

from producers.trouble import Trouble


def test_the_same_trouble_is_told_once_and_its_end_once(caplog: pytest.LogCaptureFixture) -> None:
    trouble = Trouble("ws://door")
    trouble.over()
    for waiting in (1, 2, 3):
        trouble.tell("later (Kafka is away)", waiting=waiting)
    trouble.tell("lost (no close frame)", waiting=4)
    trouble.over()
    trouble.over()
    assert caplog.messages == [
        "door at ws://door: later (Kafka is away); 1 to send",
        "door at ws://door: lost (no close frame); 4 to send",
        "door at ws://door takes again",
    ]


def test_trouble_that_comes_back_is_told_again(caplog: pytest.LogCaptureFixture) -> None:
    trouble = Trouble("ws://door")
    trouble.tell("lost", waiting=1)
    trouble.over()
    trouble.tell("lost", waiting=1)
    assert len(caplog.messages) == 3
