"""The first answers to what was ordered and asked: kept, so that a repeat gets the same; the oldest go first."""

from msgspec.structs import replace

from streams.pursuit.state import Answer, Pursuit

__all__ = ["with_answer"]

_KEPT = 100


def with_answer(state: Pursuit, name: str, answer: Answer) -> Pursuit:
    """The pursuit with the answer to what has this id; where there is one already, that one stays."""
    if name in state.answered:
        return state
    answered = {**state.answered, name: answer}
    if len(answered) > _KEPT:
        newest_first = sorted(answered, key=lambda one: (-answered[one].number, one))
        answered = {one: answered[one] for one in newest_first[:_KEPT]}
    return replace(state, answered=answered)
