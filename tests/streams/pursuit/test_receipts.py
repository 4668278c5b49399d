"""Which consoles had a room's alert since it last rang: the first receipt of each kind, and the newest."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from streams.pursuit.receipts import delivered_at, is_news, with_receipt, without_receipts
from streams.pursuit.state import Pursuit
from tests.streams.pursuit.scene import ROAD, SOUTH, Chase, alert_of, approach, at, in_nl, opened_at_home

_KINDS = st.sampled_from(["delivered", "shown", "sounded"])
_RECEIPTS = st.lists(st.tuples(st.sampled_from([SOUTH, ROAD]), st.integers(1, 20), _KINDS), max_size=60)


def _opened() -> Pursuit:
    chase = Chase()
    chase.open()
    return chase.pursuit


def _received(receipts: list[tuple[str, int, str]]) -> Pursuit:
    state = _opened()
    for second, (room, revision, kind) in enumerate(receipts):
        if is_news(state, room, revision, kind):
            state = with_receipt(state, room, revision, kind, at(second))
    return state


def test_a_receipt_that_comes_again_or_of_an_older_revision_is_no_news() -> None:
    state = with_receipt(_opened(), SOUTH, 3, "delivered", at(1))
    assert not is_news(state, SOUTH, 3, "delivered")
    assert not is_news(state, SOUTH, 2, "delivered")
    assert is_news(state, SOUTH, 4, "delivered")
    assert is_news(state, SOUTH, 3, "shown")
    assert is_news(state, ROAD, 3, "delivered")


def test_of_many_revisions_the_first_and_the_newest_receipt_stay() -> None:
    state = _received([(SOUTH, revision, "delivered") for revision in range(1, 100)])
    assert state.receipts == {f"{SOUTH}|1|delivered": at(0), f"{SOUTH}|99|delivered": at(98)}
    state = replace(state, alerts={SOUTH: alert_of(in_nl())})
    assert delivered_at(state) == {SOUTH: at(0)}


def test_what_a_console_had_before_the_room_rang_anew_says_nothing_of_the_ring() -> None:
    chase = opened_at_home()
    chase.approaching(10, approach("NL", 60))
    chase.crossed(60, "BE", "NL")
    chase.receipt(61, SOUTH, 1)
    assert delivered_at(chase.pursuit) == {}
    chase.receipt(62, SOUTH, 2)
    assert delivered_at(chase.pursuit) == {SOUTH: at(62.1)}


def test_a_room_that_rings_anew_has_received_nothing_and_the_others_what_they_had() -> None:
    state = _received([(SOUTH, 1, "delivered"), (ROAD, 1, "shown")])
    rung = without_receipts(state, SOUTH)
    assert rung.receipts == {f"{ROAD}|1|shown": at(1)}
    assert without_receipts(rung, SOUTH) is rung


@given(_RECEIPTS)
def test_however_many_come_two_of_a_kind_and_room_are_kept_and_the_first_is_one_of_them(
    receipts: list[tuple[str, int, str]],
) -> None:
    state = _received(receipts)
    for room in (SOUTH, ROAD):
        for kind in ("delivered", "shown", "sounded"):
            kept = [when for what, when in state.receipts.items() if what[: len(room)] == room and what.endswith(kind)]
            came = [at(second) for second, one in enumerate(receipts) if (one[0], one[2]) == (room, kind)]
            assert len(kept) <= 2
            assert min(kept, default=None) == min(came, default=None)
