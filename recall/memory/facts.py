"""What figures need to know of the log: a lean line for each review that stands.

A hundred thousand whole events take two seconds to read; these take a sixth of that.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from recall.ids import card_of
from recall.memory.adoption import Place
from recall.memory.events import ADOPT, NOTHING, RESTART
from recall.memory.logbook import Logbook
from recall.memory.told import STATE

Fact = tuple[Any, ...]
"""A review that was not undone: its time in epoch milliseconds, prompt, rev, grade, study day as
written down, whether it belongs to the sitting of the newest review, its details as JSON (None
where they say nothing that ``details_of`` gives), and in a log with ``TURNS`` its id.

It is the row that was read, nothing more: there are a hundred thousand of them."""

PROMPT, REV, GRADE, DAY, NEWEST, DETAILS, ID = range(1, 8)
"""Places in a fact."""

Turn = tuple[int, Any, str, str, Mapping[str, Any]]
"""A restart or an adoption that was not undone: time, id as the database has it, kind, the card
that was restarted or the prompt that adopted, and details."""

TURNS = (ADOPT, RESTART)
"""The kinds of events that say which reviews count for a prompt."""

_STATE, _GIVEN, _CONFIDENCE = f'"{STATE}"', '"given"', '"confidence"'
_NAME = itemgetter(PROMPT, REV)


def place(fact: Fact) -> Place:
    """Where a fact of a log with ``TURNS`` stands in the total order."""
    at_ms, *_, id = fact
    return at_ms, id


def details_of(text: str | None) -> Mapping[str, Any]:
    """What a fact's details say of a state told by another program, of what was given and of how
    sure the learner was; empty where they say nothing of it."""
    if text is None or not (_GIVEN in text or _CONFIDENCE in text or _STATE in text):
        return NOTHING
    details: Mapping[str, Any] = json.loads(text)
    return details


def read_facts(facts: Iterable[Fact], turns: Iterable[Turn]) -> Logbook[Fact]:
    """Takes a log apart, as ``read_log`` does with events.

    The facts come by prompt and rev, those of each in their order.
    """
    groups = sorted(((name, list(found)) for name, found in groupby(facts, _NAME)), key=_begin)
    sources: defaultdict[str, list[tuple[str, Place]]] = defaultdict(list)
    restarts: defaultdict[str, list[Place]] = defaultdict(list)
    for at_ms, id, kind, prompt, details in turns:
        if kind == RESTART:
            restarts[card_of(prompt)].append((at_ms, id))
        elif isinstance(origin := details.get("from"), str):
            sources[prompt].append((origin, (at_ms, id)))
    return Logbook(dict(groups), {}, sources, restarts, place)


def _begin(group: tuple[tuple[str, int], list[Fact]]) -> int:
    at_ms: int = group[1][0][0]
    return at_ms
