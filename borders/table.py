"""Reads an installation's small table row by row, and says which line and column does not fit."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

__all__ = ["rows_of"]


def rows_of(
    text: str, where: str, columns: Sequence[str], optional: Sequence[str], refuse: type[ValueError]
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each row's place, as in `rooms.csv line 3`, and its cells without blanks around them.

    A row that ends early has empty cells; a column that is left out is not among the cells.

    Args:
        text: comma-separated, the names of the columns in its first line.
        where: the file, for messages.
        columns: those that must be there, in any order.
        optional: those that may be there.
        refuse: what is raised.

    Raises:
        ValueError: of the kind `refuse`: a column missing, unknown or there twice, a row with too many cells, a quote
            that never ends: what was expected, what came, and the line.
    """
    reader = csv.DictReader(StringIO(text, newline=""), strict=True)
    try:
        _check_columns(tuple(reader.fieldnames or ()), where, columns, optional, refuse)
        for row in reader:
            place = f"{where} line {reader.line_num}"
            if None in row:
                message = (
                    f"{place}: expected {len(reader.fieldnames or ())} cells, got {','.join(row[None])!r} beyond them"
                )
                raise refuse(message)
            yield place, {name: (cell or "").strip() for name, cell in row.items()}
    except csv.Error as error:
        message = f"{where} line {reader.reader.line_num}: expected comma-separated cells, got {error}"
        raise refuse(message) from error


def _check_columns(
    found: Sequence[str], where: str, columns: Sequence[str], optional: Sequence[str], refuse: type[ValueError]
) -> None:
    missing = sorted(set(columns) - set(found))
    beyond = sorted(set(found) - {*columns, *optional})
    twice = sorted(name for name, count in Counter(found).items() if count > 1)
    wrong = [
        f"{what} {', '.join(map(repr, names))}" for what, names in (("unknown", beyond), ("twice", twice)) if names
    ]
    if missing:
        wrong.insert(0, f"missing {', '.join(missing)}")
    if wrong:
        also = f" (and, if wanted, {', '.join(optional)})" if optional else ""
        message = f"{where}: expected the columns {', '.join(columns)}{also}; {'; '.join(wrong)}"
        raise refuse(message)
