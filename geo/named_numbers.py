"""A line of settings as people write them: names and numbers, with commas between."""

from collections.abc import Collection

__all__ = ["named_numbers"]


def named_numbers(text: str, names: Collection[str]) -> dict[str, float]:
    """The numbers of a line of `name=value`, by name.

    Raises:
        ValueError: a name that is not one of `names`, or a value that is no number: name, expected, got.

    >>> named_numbers("gap_after_s=20, dwell_s=300", ["gap_after_s", "dwell_s"])
    {'gap_after_s': 20.0, 'dwell_s': 300.0}
    """
    given: dict[str, float] = {}
    for part in filter(None, map(str.strip, text.split(","))):
        name, _, value = part.partition("=")
        given[name.strip()] = _number(name.strip(), value.strip(), names)
    return given


def _number(name: str, value: str, names: Collection[str]) -> float:
    if name not in names:
        message = f"expected one of {', '.join(names)}, got {name!r}"
        raise ValueError(message)
    try:
        return float(value)
    except ValueError as error:
        message = f"{name}: expected a number, got {value!r}"
        raise ValueError(message) from error
