"""The page docs/law.md: every treaty row in words, made from the table so that the two never differ."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from borders.regime_fields import FIELDS, NOT_APPLICABLE, UNKNOWN, Field
from borders.regime_words import CONFIDENCES, NOT_ADVICE, WHOM, field_label, value_words
from borders.regimes import Confidence, Provision, Regime, RegimeTable

__all__ = ["law_page"]

_HEAD = f"""\
# The law at the borders, as the table has it

**{NOT_ADVICE}**

This page is made from `borders/data/regimes.toml` by `senningen law --markdown`; a test holds the two together. An
agency's own table (`SENNINGEN_REGIMES_FILE`) takes its place in the program, not on this page.

## How to read it

* A **row** is one directed pair (whose officers, into whose territory), one legal basis, one service and one span of
  time. Several rows may hold at once: the card shows all of them, in each field the stricter first. Below, what most
  rows of a legal basis say stands once; what a row says otherwise stands with its pair.
* Each **field** has its own confidence and sources:
"""
_MEANT: Mapping[Confidence, str] = {
    "verified": "the text itself was read",
    "verified_secondary": "a secondary text was read: a ministry's press line, news, a page of a parliament",
    "from_memory": "confident, but no text was found",
    "unsure": "must be checked before anybody relies on it",
}
_HOW = """\
* **Unknown is never leave.** What is unknown, and what a row allows without being sure, is shown as *check with* the
  pursuers' own legal service, the host's control room or the joint centre. A restriction stands, sure or not.
* In `senningen law FROM TO --json` each field's `value` is what is shown; where that is `unknown` because leave is not
  sure, what is believed stands beside it as `believed`, for a legal service to check and never to act on.
* A row that is signed but not known to be in force is **pending**: it is named and grants nothing. A row whose first
  day is unknown holds from the day it was reviewed; a repealed row whose last day is unknown, until the day its source
  speaks of.
* Where both a distance and a time are limits, *whichever is reached first* ends the pursuit unless the text says both
  must be; where that is not sure, the stricter counts. A distance of which it is unknown how it is measured counts
  along the road driven. A limit by class of road is the shorter one where the road is not known.
* Where there is no row there is **no known basis**: hand over. That is so for a chase that goes on into a state with
  which the pursuers' own state has no common border (from the Netherlands through Belgium into France).
"""
_AT_A_GLANCE = ("status", "valid_from", "valid_to", "limit_distance_km", "limit_time_min", "hold")
_Told = Mapping[str, Provision]


def law_page(table: RegimeTable) -> str:
    """The page, as Markdown."""
    return "\n".join(_lines(table)).rstrip() + "\n"


def _lines(table: RegimeTable) -> Iterator[str]:
    yield _HEAD.rstrip("\n")
    for confidence, meaning in _MEANT.items():
        yield f"  * *{CONFIDENCES[confidence]}* (`{confidence}`): {meaning}"
    yield _HOW
    yield from _overview(table.regimes)
    yield from _offence_lists(table)
    for rows in _grouped(table.regimes, _basis):
        yield from _of_one_basis(rows)
    yield "## Sources\n"
    yield from (f"* `{key}`: {text}" for key, text in table.sources.items())


def _overview(rows: Iterable[Regime]) -> Iterator[str]:
    yield "## All rows at a glance\n"
    yield "| row | service | status | from | to | distance | time | hold |"
    yield "|---|---|---|---|---|---|---|---|"
    for row in rows:
        cells = (_glance(field, row.provisions[field.name]) for field in FIELDS if field.name in _AT_A_GLANCE)
        yield f"| `{row.id}` | {row.service} | {' | '.join(cells)} |"
    yield ""


def _glance(field: Field, provision: Provision) -> str:
    words = value_words(field, provision.shown(field))
    return f"{words} (unsure)" if provision.confidence == "unsure" and not _is(provision, UNKNOWN) else words


def _offence_lists(table: RegimeTable) -> Iterator[str]:
    yield "## Offence lists\n"
    for told in table.offence_lists.values():
        offences = ", ".join(offence.replace("_", " ") for offence in told.offences)
        yield f"`{told.id}` ({told.note}; {CONFIDENCES[told.confidence]}: {', '.join(told.sources)}): {offences}.\n"


# ---------------------------------------------------------------- one legal basis


def _basis(row: Regime) -> tuple[object, ...]:
    return row.service, row.value("instrument"), row.value("article")


def _what_it_says(row: Regime) -> tuple[object, ...]:
    return row.id.partition("/")[0], *row.provisions.values()


def _of_one_basis(rows: Sequence[Regime]) -> Iterator[str]:
    """What most rows of a basis say once, then what each row says otherwise."""
    first = rows[0]
    article = first.text("article")
    yield f"## {first.text('instrument')}{f', {article}' if article else ''} ({first.service})\n"
    common = dict(_mostly(rows))
    yield from _provisions(common)
    for alike in _grouped(rows, _what_it_says):
        pairs = ", ".join(row.pair.replace("-", " to ") for row in alike)
        yield f"### {pairs} (`{alike[0].id.partition('/')[0]}`)\n"
        own = {name: said for name, said in alike[0].provisions.items() if said != common.get(name)}
        yield from _provisions(own) if own else ("As above.\n",)


def _mostly(rows: Sequence[Regime]) -> Iterator[tuple[str, Provision]]:
    """What more than half of the rows say, by field."""
    for field in FIELDS:
        said = [row.provisions[field.name] for row in rows]
        often = max(said, key=said.count)
        if said.count(often) * 2 > len(said):
            yield field.name, often


def _grouped(rows: Iterable[Regime], key: Callable[[Regime], tuple[object, ...]]) -> Iterator[Sequence[Regime]]:
    """Rows of the same key together, in the order in which the keys first come."""
    groups: dict[tuple[object, ...], list[Regime]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    yield from groups.values()


def _provisions(told: _Told) -> Iterator[str]:
    """A table of what is said, then by name alone what nobody has read and what does not arise."""
    fields = [field for field in FIELDS if field.name in told]
    bare = {field.name for field in fields if not told[field.name].note}
    unknown = [field for field in fields if field.name in bare and _is(told[field.name], UNKNOWN)]
    away = [field for field in fields if field.name in bare and _is(told[field.name], NOT_APPLICABLE)]
    said = [field for field in fields if field not in unknown and field not in away]
    if said:
        yield "| field | value | how sure | sources | note |"
        yield "|---|---|---|---|---|"
        yield from (_row(field, told[field.name]) for field in said)
        yield ""
    for code, whom in WHOM.items():
        labels = [field_label(field) for field in unknown if told[field.name].check_with == code]
        if labels:
            yield f"Not known, check with {whom}: {'; '.join(labels)}.\n"
    if away:
        yield f"Does not arise: {'; '.join(map(field_label, away))}.\n"


def _is(provision: Provision, word: str) -> bool:
    return provision.value in (word, (word,))


def _row(field: Field, provision: Provision) -> str:
    sources = " ".join(f"`{source}`" for source in provision.sources)
    return (
        f"| {field_label(field)} | {_value(field, provision)} | {CONFIDENCES[provision.confidence]} | {sources} | "
        f"{provision.note} |"
    )


def _value(field: Field, provision: Provision) -> str:
    """The value; where it must be checked, with whom, and what is believed only after that."""
    words = value_words(field, provision.value)
    if provision.confidence != "unsure":
        return words
    check = f"check with {WHOM[provision.check_with]}"
    if _is(provision, UNKNOWN):
        return check
    return f"{words}, but {check}" if provision.shown(field) == provision.value else f"{check} (believed: {words})"
