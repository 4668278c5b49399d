"""What is known of the pursued, in words: facts apart from assessments, each with its source and time; the car seen."""

from consumers.language import distance_text, number_text, wind_text
from consumers.reader import Reader
from consumers.wording_alert import degrees, person_text
from consumers.wording_parameters import fact_code_text, free_text
from streams.records import Fact, TargetSighting

__all__ = ["fact_text", "target_text"]


def fact_text(fact: Fact, reader: Reader) -> str:
    """What is known, who said it on what basis, and when; that it is an assessment, or withdrawn, comes first."""
    said = reader.say(f"fact-{fact.kind}", fact=_content(fact, reader))
    told = reader.say(
        "fact-told",
        fact=said,
        source=reader.say(f"source-{fact.source}"),
        by=person_text(fact.by, reader),
        at=reader.at(fact.at),
    )
    if fact.assessment:
        told = reader.say("fact-assessment", fact=told)
    if fact.withdrawn is None:
        return told
    withdrawn = fact.withdrawn
    return reader.say("fact-withdrawn", fact=told, by=person_text(withdrawn.by, reader), reason=withdrawn.reason)


def _content(fact: Fact, reader: Reader) -> str:
    """The code in words, the plate with its state, the number, and what was written besides."""
    parts = (
        fact_code_text(fact.kind, fact.code, reader),
        _plate(fact, reader),
        "" if fact.number is None else str(fact.number),
        free_text(fact.text, fact.language, reader),
    )
    return ", ".join(part for part in parts if part)


def _plate(fact: Fact, reader: Reader) -> str:
    if fact.plate is None:
        return ""
    return reader.say("plate-of", plate=fact.plate, state=fact.plate_state) if fact.plate_state else fact.plate


def target_text(target: TargetSighting, reader: Reader) -> str:
    """Where the pursued car itself was seen, when, by what, how surely, and where it was going."""
    speed = "" if target.speed_mps is None else number_text(reader.language, target.speed_mps * 3.6)
    going = (
        "" if target.course_deg is None else wind_text(reader.language, target.course_deg),
        reader.say("speed", speed=speed) if speed else "",
        target.text,
    )
    said = reader.say(
        "target-seen",
        at=reader.at(target.observed_at),
        place=degrees(target.lat, target.lon),
        uncertainty=distance_text(reader.language, target.uncertainty_m),
        source=reader.say(f"source-{target.source}"),
    )
    return ", ".join(part for part in (said, *going) if part)
