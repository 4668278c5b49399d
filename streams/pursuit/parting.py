"""What it means for every room that a unit's part in the pursuit is over: who stands down, who waits for nobody now."""

from datetime import datetime

from streams.pursuit import events as ev
from streams.pursuit.alerting import alerts_on_leave
from streams.pursuit.approaching import alerts_on_approaches
from streams.pursuit.contact import alerts_on_contact
from streams.pursuit.evolve import evolve_all
from streams.pursuit.faults import keeping_faults
from streams.pursuit.rules import Rules
from streams.pursuit.state import Pursuit
from streams.pursuit.terms import with_terms

__all__ = ["alerts_without"]

_Alerting = ev.AlertRaised | ev.AlertChanged | ev.AlertRevised


def alerts_without(after: Pursuit, at: datetime, rules: Rules) -> tuple[_Alerting, ...]:
    """What every room must be told; `after` is the pursuit without the unit.

    Alerts that no unit stands for any more are cleared. Who waited for the unit waits for the next one that is
    foreseen, or for none; and nobody reads any more that it is silent.
    """
    over = alerts_on_leave(after, at)
    without = evolve_all(after, over) or after
    foretold = with_terms(without, keeping_faults(without, alerts_on_approaches(without, at, rules)), rules)
    heard = alerts_on_contact(evolve_all(without, foretold) or without, at)
    return (*over, *foretold, *heard)
