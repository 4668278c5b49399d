"""What a person typed at a terminal is no command: what was expected and what came, in that person's language."""

from consumers.language import Parameter, say

__all__ = ["TypedOrderError"]


class TypedOrderError(ValueError):
    """What was typed is no command.

    Args:
        code: which text says it, of the topic `typed`.
        parameters: what fills its places.
    """

    def __init__(self, *, code: str, **parameters: Parameter) -> None:
        super().__init__(say("en", f"typed-{code}", **parameters))
        self._code = code
        self._parameters = parameters

    def said(self, language: str) -> str:
        """What was expected and what came, in this language."""
        return say(language, f"typed-{self._code}", **self._parameters)
