"""docs/law.md is what the table gives, and says how far it may be trusted."""

from pathlib import Path

from borders.law_page import law_page
from borders.load import load_regimes
from tests.borders.made_regimes import regime, table

_PAGE = Path(__file__).parents[2] / "docs" / "law.md"


def test_the_page_in_docs_is_what_the_table_gives() -> None:
    again = "write it again: senningen law --markdown > docs/law.md"
    assert _PAGE.read_text(encoding="utf-8") == law_page(load_regimes()), again


def test_the_page_begins_with_what_it_is_not() -> None:
    assert law_page(load_regimes()).splitlines()[2].startswith("**Not legal advice: each force's legal service signs")


def test_every_row_and_every_source_is_on_the_page() -> None:
    shipped = load_regimes()
    page = law_page(shipped)
    assert all(f"| `{row.id}` | {row.service} |" in page for row in shipped.regimes)
    assert all(f"* `{key}`: {text}" in page for key, text in shipped.sources.items())


def test_what_most_rows_of_a_basis_say_stands_once_and_the_rest_with_its_pair() -> None:
    page = law_page(table(regime("t/BE-NL"), regime("t/NL-BE"), regime("t/LU-BE", hold="none")))
    assert page.count("| May hold the person | yes |") == 1
    assert "### BE to NL, NL to BE (`t`)\n\nAs above.\n" in page
    assert "### LU to BE (`t`)" in page
    assert page.index("### LU to BE (`t`)") < page.index("| May hold the person | no |")


def test_leave_that_is_not_sure_is_to_be_checked_before_it_is_believed() -> None:
    page = law_page(table(regime(unsure=("hold", "homes_excluded"), homes_excluded="yes")))
    assert "| May hold the person | check with the host's control room (believed: yes) | unsure |" in page
    assert "| Homes are closed to the pursuers | yes, but check with the host's control room | unsure |" in page
    assert "| not known (unsure) |" in page.split("## Offence lists", maxsplit=1)[0]


def test_what_nobody_has_read_is_named_with_whom_to_check_with() -> None:
    page = law_page(table(regime(mode_air="unknown", article="unknown")))
    assert "Not known, check with your own legal service: Article.\n" in page
    assert "Not known, check with the host's control room: By air.\n" in page
