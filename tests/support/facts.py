"""Events of a test as the log that a store would give to figures."""

from __future__ import annotations

import json
from collections.abc import Iterable

from recall.insight.history import History, read_history
from recall.memory.adoption import place
from recall.memory.curve import DEFAULT_WEIGHTS
from recall.memory.events import REVIEW, VOID, Event
from recall.memory.facts import TURNS, Fact, Turn, read_facts
from recall.memory.logbook import Logbook


def logbook_of(events: Iterable[Event]) -> Logbook[Fact]:
    """What stands of some events, in any order."""
    ordered = sorted(events, key=place)
    undone = {each.target for each in ordered if each.kind == VOID}
    stands = [each for each in ordered if each.id not in undone]
    reviews = [each for each in stands if each.kind == REVIEW]
    turns: list[Turn] = [
        (each.at_ms, each.id, each.kind, each.prompt or "", each.details)
        for each in stands
        if each.kind in TURNS
    ]
    newest = reviews[-1].session if reviews else None
    facts = [_fact(each, each.session == newest) for each in sorted(reviews, key=_by_prompt)]
    return read_facts(facts, turns)


def history_of(*events: Event) -> History:
    """Their history, with the default weights."""
    return read_history(logbook_of(events), DEFAULT_WEIGHTS)


def _by_prompt(event: Event) -> tuple[str, int]:
    return event.key


def _fact(event: Event, newest: bool) -> Fact:
    details = json.dumps(event.details) if event.details else None
    day, grade = event.study_day, event.grade or 0
    return event.at_ms, *event.key, grade, day, newest, details, event.id
