"""`senningen law FROM TO`: what officers of one state may do in another on a day, how sure that is, and who says so."""

import json
from datetime import UTC, date, datetime
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from borders.card import card_for
from borders.card_text import card_text
from borders.law_answer import law_answer
from borders.law_page import law_page
from borders.load import load_regimes
from borders.regimes import EUROPE, RegimeError, RegimeTable, Service
from senningen.settings import load_settings

__all__ = ["app"]

app = typer.Typer(add_completion=False)


@app.command(help=__doc__)
def law(
    from_state: Annotated[str, typer.Argument(metavar="FROM", help="Whose officers: ISO code, as BE.")] = "",
    to_state: Annotated[str, typer.Argument(metavar="TO", help="Whose territory: ISO code, as NL.")] = "",
    *,
    on: Annotated[str, typer.Option(metavar="DATE", help="The day, as 2024-05-31; without it today.")] = "",
    service: Annotated[Service, typer.Option(help="Whose service the officers are of.")] = "police",
    as_json: Annotated[bool, typer.Option("--json", help="The card and its rows as one JSON object.")] = False,
    list_rows: Annotated[bool, typer.Option("--list", help="Name every row of the table instead.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print the whole table as docs/law.md instead.")] = False,
) -> None:
    """Print the legal card of a directed pair, the stricter rule first."""
    day = _day(on)
    table = _table()
    if markdown:
        typer.echo(law_page(table), nl=False)
    elif list_rows:
        typer.echo("\n".join(_rows(table, day)))
    else:
        pair = _pair(from_state, to_state)
        card = card_for(table, *pair, on=day, service=service)
        answer = json.dumps(law_answer(table, card), ensure_ascii=False) if as_json else card_text(card)
        typer.echo(answer)


def _rows(table: RegimeTable, day: date) -> list[str]:
    """One line a row: its pair, service, whether it holds on the day, and its id."""
    return [f"{row.pair} {row.service:8}{row.standing(day):8}{row.id}" for row in table.regimes]


def _pair(from_state: str, to_state: str) -> tuple[str, str]:
    pair = _state(from_state, "FROM"), _state(to_state, "TO")
    if pair[0] == pair[1]:
        message = f"expected two different states, got {pair[0]} twice: at home no treaty is needed"
        raise typer.BadParameter(message)
    return pair


def _state(text: str, which: str) -> str:
    code = text.strip().upper()
    if code not in EUROPE:
        message = f"{which}: expected the ISO code of a European state, such as BE, NL, LU, DE or FR, got {text!r}"
        raise typer.BadParameter(message)
    return code


def _day(text: str) -> date:
    if not text:
        return datetime.now(UTC).astimezone().date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"--on: expected a day as 2024-05-31, got {text!r}"
        raise typer.BadParameter(message) from error


def _table() -> RegimeTable:
    try:
        return load_regimes(load_settings().regimes_file)
    except RegimeError as error:
        _stop(error)


def _stop(error: Exception) -> NoReturn:
    Console(stderr=True, soft_wrap=True, markup=False, highlight=False).print(f"senningen law: {error}")
    raise typer.Exit(1)
