"""What a person typed at a terminal is no command: what was expected and what came, in that person's language."""

from consumers.language import Parameter, say
from consumers.wording_misfit import misfit_text

__all__ = ["TypedOrderError", "typed_name"]

_TYPED_NAMES = {"speed_mps": "speed_kmh"}
"""What is typed under another name than the order has, for it is typed in another unit."""


class TypedOrderError(ValueError):
    """What was typed is no command.

    Args:
        code: which text says it, of the topic `typed`.
        parameters: what fills its places; of a bad value, `detail` is what the reader of records complained of.
    """

    def __init__(self, *, code: str, **parameters: Parameter) -> None:
        self._code = code
        self._parameters = parameters
        super().__init__(self.said("en"))

    def said(self, language: str) -> str:
        """What was expected and what came, in this language."""
        given = dict(self._parameters)
        if self._code == "bad_value":
            detail = str(given["detail"])
            given["detail"] = misfit_text(detail, language, lambda field, _: typed_name(field)) or detail
        return say(language, f"typed-{self._code}", **given)


def typed_name(field: str) -> str:
    """Under which name a person types a field of an order: that of the order, unless they type it in another unit."""
    return _TYPED_NAMES.get(field, field)
