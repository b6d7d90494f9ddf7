"""Events of a test as the facts that a store would give."""

from __future__ import annotations

from collections.abc import Iterable

from recall.insight.history import History, read_history
from recall.memory.adoption import place
from recall.memory.curve import DEFAULT_WEIGHTS
from recall.memory.events import REVIEW, VOID, Event
from recall.memory.facts import KINDS, Fact


def facts_of(events: Iterable[Event]) -> list[Fact]:
    """What stands of some events, in any order."""
    ordered = sorted(events, key=place)
    undone = {each.target for each in ordered if each.kind == VOID}
    stands = [each for each in ordered if each.kind in KINDS and each.id not in undone]
    newest = next((each.session for each in reversed(stands) if each.kind == REVIEW), None)
    return [
        Fact(
            order,
            each.kind,
            each.prompt or "",
            each.rev or 1,
            each.grade or 0,
            each.study_day,
            each.session == newest,
            each.details,
        )
        for order, each in enumerate(stands)
    ]


def history_of(*events: Event) -> History:
    """Their history, with the default weights."""
    return read_history(facts_of(events), DEFAULT_WEIGHTS)
