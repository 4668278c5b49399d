"""The first answers are kept, so that a repeat gets the same; the oldest go first."""

from streams.pursuit.answered import with_answer
from streams.pursuit.state import Answer, Pursuit
from tests.streams.pursuit.scene import Chase


def _opened() -> Pursuit:
    chase = Chase()
    chase.open(identity="open")
    return chase.pursuit


def _done(number: int) -> Answer:
    return Answer(accepted=True, code="done", number=number)


def test_the_first_answer_under_an_id_stays() -> None:
    state = with_answer(_opened(), "c", _done(2))
    assert with_answer(state, "c", Answer(accepted=False, code="closed", number=3)) is state
    assert state.answered["c"] == _done(2)


def test_a_hundred_are_kept_the_oldest_forgotten_first_whatever_their_names() -> None:
    state = _opened()
    for number in range(2, 700):
        state = with_answer(state, f"command-{(number * 7919) % 1000:03}", _done(number))  # in no order of the alphabet
    assert sorted(one.number for one in state.answered.values()) == list(range(600, 700))
