"""Speaks to a reader in their language: texts by code and parameters; numbers, places and states in the reader's form.

A text that is missing never silences a console: it is looked up in another language, and where there is none, the code
and its parameters are shown as they are.
"""

import logging
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from borders.places import LANGUAGES
from consumers.catalogue import bundle_of, languages_of, template_of
from streams.records import Place, States

__all__ = [
    "LANGUAGES", "LANGUAGE_NAMES", "Parameter", "age_text", "date_text", "distance_text", "has_words", "number_text",
    "percent_text", "place_name", "say", "span_text", "spoken_language", "state_name", "state_phrase", "states_text",
    "wind_text",
]  # fmt: skip

logger = logging.getLogger(__name__)

Parameter = str | int | float

LANGUAGE_NAMES = {
    "nl": "Nederlands",
    "fr": "Fran\u00e7ais",
    "de": "Deutsch",
    "lb": "L\u00ebtzebuergesch",
    "en": "English",
}
"""Each by its own name."""

_WINDS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")
_BRITISH = Locale.parse("en_GB")
_AGES = ((120, 1, "s"), (7_200, 60, "min"), (172_800, 3_600, "h"))


def spoken_language(language: str | None) -> str:
    """The language itself where there are words for it, else English."""
    return language if language in LANGUAGES else "en"


def has_words(language: str, code: str) -> bool:
    """Whether there is a text for this code in this very language."""
    return bundle_of(spoken_language(language)).has_message(code)


def say(language: str, code: str, /, **parameters: Parameter) -> str:
    """The text of a code, with its parameters filled in.

    A parameter that is a number is written in the reader's form and chooses singular or plural; what is no amount (a
    revision, an id) is given as text.
    """
    spoken = spoken_language(language)
    quick = _quickly(spoken, code, parameters)
    if quick is not None:
        return quick
    for one in languages_of(spoken):
        bundle = bundle_of(one)
        pattern = bundle.get_message(code).value if bundle.has_message(code) else None
        if pattern is not None:
            text, errors = bundle.format_pattern(pattern, parameters)
            if errors:
                logger.error("text %s in %s: %s", code, one, "; ".join(dict.fromkeys(map(str, errors))))
            return str(text)
    logger.error("text %s: there is none in any language", code)
    return " ".join((code, *(f"{name}={value}" for name, value in parameters.items())))


def _quickly(language: str, code: str, parameters: Mapping[str, Parameter]) -> str | None:
    """The text, where it only has places for texts and each is given; None where it takes more than that."""
    template = template_of(language, code)
    if template is None:
        return None
    for value in parameters.values():
        if not isinstance(value, str):
            return None
    try:
        return template.format_map(parameters)
    except KeyError:
        return None


# ---------------------------------------------------------------- numbers


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(spoken_language(language))


def number_text(language: str, number: float, decimals: int = 0) -> str:
    """12.5, or 12,5: with so many decimals, and nothing between thousands."""
    return format_decimal(number, format="0." + "0" * decimals if decimals else "0", locale=_locale(language))


def percent_text(language: str, share: float) -> str:
    """87%, or 87 %."""
    return format_percent(share, locale=_locale(language))


def distance_text(language: str, distance_m: float) -> str:
    """350 m, 2.1 km, 14 km."""
    if distance_m < 950:
        return f"{round(distance_m / 10) * 10} m"
    return f"{number_text(language, distance_m / 1000, 1 if distance_m < 9_950 else 0)} km"


def age_text(language: str, age_s: float) -> str:
    """An age as people say it: 0.1 s, 45 s, 12 min, 3 h, 2 d."""
    if age_s < 10:
        return say(language, "age-s", n=number_text(language, max(age_s, 0), 1))
    for limit, divisor, unit in _AGES:
        if age_s < limit:
            return say(language, f"age-{unit}", n=f"{age_s / divisor:.0f}")
    return say(language, "age-d", n=f"{age_s / 86_400:.0f}")


def span_text(language: str, span_s: float) -> str:
    """A span to be proved, to the second where it is short: 2.0 s, 2 min 10 s, 3 h 05 min, 400 d 1 h."""
    if span_s < 60:
        return say(language, "age-s", n=number_text(language, span_s, 1))
    minutes, seconds = divmod(round(span_s), 60)
    hours, days = minutes // 60, minutes // 1440
    if hours == 0:
        parts = (("min", f"{minutes}"), ("s", f"{seconds}"))
    elif days == 0:
        parts = (("h", f"{hours}"), ("min", f"{minutes % 60:02}"))
    else:
        parts = (("d", f"{days}"), ("h", f"{hours % 24}"))
    return " ".join(say(language, f"age-{unit}", n=n) for unit, n in parts)


def date_text(language: str, day: date) -> str:
    """27 November 2026, as it is written in full; in English the day first, as all of Europe has it."""
    return format_date(day, "long", locale=_BRITISH if language == "en" else _locale(language))


# ---------------------------------------------------------------- places


def place_name(language: str, place: Place) -> str:
    """The town's name in the reader's language and, where it has another, its local one: Luik / Li\u00e8ge."""
    name = place.names.get(language, place.name)
    return name if name == place.name else f"{name} / {place.name}"


def wind_text(language: str, bearing_deg: float) -> str:
    """One of eight directions, degrees clockwise from north."""
    return say(language, f"wind-{_WINDS[round(bearing_deg / 45) % 8]}")


def states_text(language: str, states: States) -> str:
    """The codes of a territory, NL, or LU/DE where two states share it; or that it is outside the map."""
    return "/".join(states) if states else say(language, "outside-map")


@lru_cache(maxsize=2048)
def state_name(language: str, state: str) -> str:
    """The state's name: Netherlands; its code where nobody knows it."""
    name = str(_locale(language).territories.get(state, state))
    return say(language, "state-name", state=state, name=name)


def state_phrase(language: str, form: str, states: Iterable[str]) -> str:
    """States by name as they stand in a sentence: `into` them, `in` them, or `the` states themselves."""
    names = [say(language, f"state-{form}", state=state, name=state_name(language, state)) for state in states]
    return " / ".join(names) or say(language, "outside-map")
