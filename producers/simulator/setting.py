"""Refuses a setting that makes no sense, and says which."""

__all__ = ["require"]


def require(field: str, got: object, expected: str, *, fits: bool) -> None:
    """Nothing, where the value fits.

    Raises:
        ValueError: it does not: which field, what was expected, what came.
    """
    if not fits:
        message = f"{field}: expected {expected}, got {got!r}"
        raise ValueError(message)
