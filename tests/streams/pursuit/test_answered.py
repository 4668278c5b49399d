"""What was done is never done twice, however much came between; refusals are kept too, the oldest go first."""

from streams.pursuit.answered import DONE_KEPT, first_answer, is_of_another, with_answer
from streams.pursuit.state import Answer, Pursuit
from tests.streams.pursuit.scene import Chase


def _opened() -> Pursuit:
    chase = Chase()
    chase.open(identity="open")
    return chase.pursuit


def _done(number: int, sender: str = "Anna|NL/SOUTH") -> Answer:
    return Answer(accepted=True, code="done", number=number, sender=sender)


def _refused(number: int) -> Answer:
    return Answer(accepted=False, code="closed", number=number, sender="Anna|NL/SOUTH")


def test_the_first_answer_under_an_id_stays() -> None:
    state = with_answer(_opened(), "c", _done(2))
    assert with_answer(state, "c", _refused(3)) is state
    first = first_answer(state, "c", "Anna|NL/SOUTH")
    assert first is not None
    assert (first.accepted, first.code) == (True, "done")
    refused = with_answer(state, "d", _refused(4))
    assert with_answer(refused, "d", _done(5)) is refused
    assert first_answer(refused, "d", "Anna|NL/SOUTH") == _refused(4)
    assert first_answer(refused, "e", "Anna|NL/SOUTH") is None


def test_an_answer_is_its_senders_alone() -> None:
    state = with_answer(with_answer(_opened(), "c", _done(2)), "d", _refused(3))
    for name in ("c", "d"):
        assert first_answer(state, name, "Bert|NL/SOUTH") is None
        assert is_of_another(state, name, "Bert|NL/SOUTH")
        assert not is_of_another(state, name, "Anna|NL/SOUTH")
    assert not is_of_another(state, "e", "Bert|NL/SOUTH")


def test_a_hundred_refusals_are_kept_the_oldest_forgotten_first_whatever_their_names() -> None:
    state = _opened()
    for number in range(2, 700):
        name = f"command-{(number * 7919) % 1000:03}"  # in no order of the alphabet
        state = with_answer(state, name, _refused(number))
    assert sorted(one.number for one in state.answered.values()) == list(range(600, 700))


def test_what_was_done_is_known_after_thousands_of_others_and_after_any_number_of_refusals() -> None:
    state = with_answer(_opened(), "first", _done(2))
    before = len(state.done)
    for number in range(3, DONE_KEPT // 2):
        state = with_answer(with_answer(state, f"c{number}", _done(number)), f"no{number}", _refused(number))
    assert first_answer(state, "first", "Anna|NL/SOUTH") is not None
    assert len(state.done) - before == 12 * (DONE_KEPT // 2 - 3)
    for number in range(DONE_KEPT):
        state = with_answer(state, f"d{number}", _done(number))
    assert len(state.done) == 12 * DONE_KEPT
    assert first_answer(state, "first", "Anna|NL/SOUTH") is None


def test_a_mark_is_found_only_where_one_begins() -> None:
    """Marks stand one after the other: what two of them make together is no mark of anything."""
    state = with_answer(_opened(), "c", _done(2))
    (mark,) = (state.done[-12:],)
    shifted = Pursuit(
        **{name: getattr(state, name) for name in state.__struct_fields__ if name != "done"}, done="x" + mark
    )
    assert first_answer(shifted, "c", "Anna|NL/SOUTH") is None


def test_who_may_not_see_it_leaves_no_trace() -> None:
    state = _opened()
    assert with_answer(state, "c", Answer(accepted=False, code="unknown_pursuit", number=3)) is state
