"""Rows to values and back. The columns are selected in the order of the values' fields."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, case, exists, select

from recall.ids import PromptKey
from recall.memory.events import VOID, CardState, Event, Memory
from recall.store.schema import card_state, event, memory

EVENT_COLUMNS: list[ColumnElement[Any]] = [event.c[name] for name in Event._fields]
MEMORY_COLUMNS: list[ColumnElement[Any]] = [memory.c[name] for name in Memory._fields]
CARD_COLUMNS: list[ColumnElement[Any]] = [
    card_state.c[name]
    for name in ("suspended", "buried_day", "flagged", "restarted_at_ms", "restarted_id")
]

_void = event.alias("void")


def stands(of: FromClause = event) -> ColumnElement[bool]:
    """That an event was never undone."""
    undone = select(_void.c.id).where(_void.c.target == of.c.id, voids(of.c.learner_id, _void))
    return ~exists(undone)


def voids(learner: ColumnElement[Any], of: FromClause = event) -> ColumnElement[bool]:
    """That an event is a void of a learner, for statements that ask for the target as well.

    In one condition that no index answers: SQLite would go through all voids of the learner, by
    the index of their kind, instead of asking the one of their targets.
    """
    return case((of.c.learner_id == learner, of.c.kind)) == VOID


def event_row(learner_id: UUID, value: Event) -> dict[str, Any]:
    """The columns of an event."""
    return {"learner_id": learner_id, **value._asdict()}


def memory_row(learner_id: UUID, key: PromptKey, value: Memory) -> dict[str, Any]:
    """The columns of a memory."""
    return {"learner_id": learner_id, "prompt": key.prompt, "rev": key.rev, **value._asdict()}


def card_row(learner_id: UUID, card: str, value: CardState) -> dict[str, Any]:
    """The columns of a card's state."""
    at_ms, place = value.restarted or (None, None)
    return {
        "learner_id": learner_id,
        "card": card,
        "suspended": value.suspended,
        "buried_day": value.buried_day,
        "flagged": value.flagged,
        "restarted_at_ms": at_ms,
        "restarted_id": place,
    }


def card_value(row: Any) -> CardState:
    """The state in a row of ``CARD_COLUMNS``."""
    suspended, buried_day, flagged, at_ms, place = row
    return CardState(suspended, buried_day, flagged, None if place is None else (at_ms, place))
