"""The first answers to what was ordered and asked, so that a repeat gets the same and nothing is done twice.

What was done is remembered as long as the pursuit: in short, for it is told in one word. Refusals are kept in full, the
oldest go first; one that comes again after that is judged anew.
"""

from base64 import urlsafe_b64encode
from hashlib import blake2b

from msgspec.structs import replace

from streams.pursuit.state import Answer, Pursuit

__all__ = ["DONE_KEPT", "first_answer", "is_of_another", "with_answer"]

DONE_KEPT = 5_000
"""Of so many things that were done none is done twice: a pursuit of hours sees some hundreds."""
_REFUSALS_KEPT = 100
_NAME, _SENDER = 8, 4
_LENGTH = _NAME + _SENDER
_HIDDEN = "unknown_pursuit"
"""Who may not see a pursuit leaves no trace in it."""


def first_answer(state: Pursuit, name: str, sender: str) -> Answer | None:
    """What this sender was answered under this id; None where they were answered nothing."""
    refused = state.answered.get(name)
    if refused is not None:
        return refused if refused.sender in {"", sender} else None
    was_done = _done_by(state.done, name) == _mark(sender, _SENDER)
    return Answer(accepted=True, code="done", sender=sender) if was_done else None


def is_of_another(state: Pursuit, name: str, sender: str) -> bool:
    """Whether somebody else was answered under this id."""
    return _is_known(state, name) and first_answer(state, name, sender) is None


def with_answer(state: Pursuit, name: str, answer: Answer) -> Pursuit:
    """The pursuit with the answer to what has this id; where there is one already, that one stays."""
    if answer.code == _HIDDEN or _is_known(state, name):
        return state
    if answer.accepted:
        mark = _mark(name, _NAME) + _mark(answer.sender, _SENDER)
        return replace(state, done=(state.done + mark)[-DONE_KEPT * _LENGTH :])
    answered = {**state.answered, name: answer}
    if len(answered) > _REFUSALS_KEPT:
        newest_first = sorted(answered, key=lambda one: (-answered[one].number, one))
        answered = {one: answered[one] for one in newest_first[:_REFUSALS_KEPT]}
    return replace(state, answered=answered)


def _is_known(state: Pursuit, name: str) -> bool:
    return name in state.answered or _done_by(state.done, name) is not None


def _done_by(done: str, name: str) -> str | None:
    """Who had that done, as a mark; None where it was not."""
    mark = _mark(name, _NAME)
    at = done.find(mark)
    while at >= 0 and at % _LENGTH:
        at = done.find(mark, at + 1)
    return done[at + _NAME : at + _LENGTH] if at >= 0 else None


def _mark(text: str, length: int) -> str:
    """Stands for a text: short, and hardly ever the same as another's."""
    return urlsafe_b64encode(blake2b(text.encode(), digest_size=length * 6 // 8).digest()).decode()
