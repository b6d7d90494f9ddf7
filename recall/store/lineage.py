"""Which events a prompt's memory is folded from, and which memories an event reaches.

Adoptions lead from prompt to prompt: what happens to a prompt reaches all that adopted it, and
their memories are folded from the events of all that they adopted, at any distance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from recall.ids import card_of
from recall.memory.events import ADOPT, BURY, FLAG, RESTART, RESUME, REVIEW, SUSPEND, VOID, Event
from recall.store.rows import EVENT_COLUMNS, voids
from recall.store.schema import event

CHUNK = 500
"""How many names one statement asks for."""

_ADOPTIONS = select(event.c.prompt, event.c.details).where(
    event.c.learner_id == bindparam("learner"), event.c.kind == ADOPT
)
_PROMPTS_OF_CARD = (
    select(event.c.prompt)
    .distinct()
    .where(
        event.c.learner_id == bindparam("learner"),
        event.c.prompt > bindparam("first"),
        event.c.prompt < bindparam("last"),
    )
)
_NAMED = select(*EVENT_COLUMNS).where(
    event.c.learner_id == bindparam("learner"),
    event.c.prompt.in_(bindparam("names", expanding=True)),
)
_WITH_ID = select(*EVENT_COLUMNS).where(
    event.c.learner_id == bindparam("learner"),
    event.c.id.in_(bindparam("names", expanding=True)),
)
_VOIDING = select(*EVENT_COLUMNS).where(
    event.c.target.in_(bindparam("names", expanding=True)), voids(bindparam("learner"))
)


class Touched(NamedTuple):
    """The prompts whose memory an event may change, and the cards whose state it may."""

    prompts: set[str]
    cards: set[str]


class Lineage(NamedTuple):
    """Who adopted whom: the sources of each prompt, and the prompts that each became."""

    sources: Mapping[str, set[str]]
    became: Mapping[str, set[str]]


def lineage(connection: Connection, learner_id: UUID) -> Lineage:
    """All adoptions of a learner, the undone ones too."""
    sources: dict[str, set[str]] = defaultdict(set)
    became: dict[str, set[str]] = defaultdict(set)
    for prompt, details in connection.execute(_ADOPTIONS, {"learner": learner_id}):
        source = details.get("from")
        if prompt and isinstance(source, str):
            sources[prompt].add(source)
            became[source].add(prompt)
    return Lineage(sources, became)


def closure(prompts: Iterable[str], steps: Mapping[str, set[str]]) -> set[str]:
    """The prompts and all that the steps lead to from them."""
    reached = set(prompts)
    ahead = list(reached)
    while ahead:
        for each in steps.get(ahead.pop(), ()):
            if each not in reached:
                reached.add(each)
                ahead.append(each)
    return reached


def touched_by(connection: Connection, learner_id: UUID, events: Iterable[Event]) -> Touched:
    """What events act on directly; a void acts on what the event it undoes acts on."""
    touched = Touched(set(), set())
    undone = []
    for each in events:
        if each.kind == VOID and each.target:
            undone.append(each.target)
        elif each.prompt and each.kind in (REVIEW, ADOPT):
            touched.prompts.add(each.prompt)
        elif each.prompt and each.kind in (SUSPEND, RESUME, BURY, FLAG, RESTART):
            touched.cards.add(card_of(each.prompt))
            if each.kind == RESTART:
                touched.prompts.update(_prompts_of(connection, learner_id, card_of(each.prompt)))
    if undone:
        targets = [
            each for each in _asked(connection, learner_id, _WITH_ID, undone) if each.kind != VOID
        ]
        more = touched_by(connection, learner_id, targets)
        touched.prompts.update(more.prompts)
        touched.cards.update(more.cards)
    return touched


def events_about(
    connection: Connection, learner_id: UUID, prompts: Collection[str], cards: Collection[str]
) -> list[Event]:
    """The events of prompts and cards, and the voids that undo any of them; in no order."""
    found = list(_asked(connection, learner_id, _NAMED, {*prompts, *cards}))
    ids = [each.id for each in found]
    return found + list(_asked(connection, learner_id, _VOIDING, ids))


def _prompts_of(connection: Connection, learner_id: UUID, card: str) -> Iterable[str]:
    # "0" is the character behind "/": the range holds what begins with "card/".
    names = {"learner": learner_id, "first": f"{card}/", "last": f"{card}0"}
    return connection.execute(_PROMPTS_OF_CARD, names).scalars()


def _asked(
    connection: Connection, learner_id: UUID, query: object, names: Iterable[object]
) -> Iterator[Event]:
    listed = list(names)
    for start in range(0, len(listed), CHUNK):
        values = {"learner": learner_id, "names": listed[start : start + CHUNK]}
        for row in connection.execute(query, values):  # type: ignore[call-overload]
            yield Event._make(row)
