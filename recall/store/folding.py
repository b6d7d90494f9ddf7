"""Keeping memories and card states equal to the fold of the log, by as little work as will do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, update

from recall.ids import card_of
from recall.memory.events import REVIEW, Event
from recall.memory.fold import Progress, fold_log
from recall.memory.scheduler import Scheduler
from recall.store import memories
from recall.store.lineage import Touched, closure, events_about, lineage, touched_by
from recall.store.log import all_events
from recall.store.schema import learner

REFOLD_ALL = 2000
"""From so many prompts on, folding the whole log costs less than asking for their events."""

_STAMP = select(learner.c.folded_with).where(learner.c.id == bindparam("learner"))
_FOLDED_WITH = (
    update(learner)
    .where(learner.c.id == bindparam("learner"))
    .values(folded_with=bindparam("stamp"))
)


def fold_in(
    connection: Connection, learner_id: UUID, events: Sequence[Event], scheduler: Scheduler
) -> None:
    """Brings memories and card states up to date with events just written."""
    if all(each.kind == REVIEW for each in events):
        _apply(connection, learner_id, events, scheduler)
    else:
        refold(connection, learner_id, touched_by(connection, learner_id, events), scheduler)


def _apply(
    connection: Connection, learner_id: UUID, events: Iterable[Event], scheduler: Scheduler
) -> None:
    # New reviews sort after all the learner has: what is remembered goes on from where it stands.
    for each in events:
        before = memories.read_memory(connection, learner_id, each.key)
        after = scheduler.review(before, each)
        memories.write_memory(connection, learner_id, each.key, after, known=before is not None)


def refold(
    connection: Connection, learner_id: UUID, touched: Touched, scheduler: Scheduler
) -> None:
    """Folds touched prompts and cards again from their own events."""
    family = lineage(connection, learner_id) if touched.prompts else None
    prompts = closure(touched.prompts, family.became) if family else set()
    origins = closure(prompts, family.sources) if family else set()
    if len(origins) > REFOLD_ALL:
        rebuild(connection, learner_id, scheduler)
        return
    cards = touched.cards | {card_of(prompt) for prompt in origins}
    progress = fold_log(events_about(connection, learner_id, origins, cards), scheduler)
    changed = Progress(
        {key: each for key, each in progress.memories.items() if key.prompt in prompts},
        {card: each for card, each in progress.cards.items() if card in touched.cards},
    )
    memories.drop(connection, learner_id, Touched(prompts, touched.cards))
    memories.insert_progress(connection, learner_id, changed)


def rebuild(connection: Connection, learner_id: UUID, scheduler: Scheduler) -> None:
    """Throws the learner's memories and card states away and folds the whole log again."""
    progress = fold_log(all_events(connection, learner_id), scheduler)
    memories.drop_all(connection, learner_id)
    memories.insert_progress(connection, learner_id, progress)


def read_stamp(connection: Connection, learner_id: UUID) -> str:
    """What the learner's memories were folded with."""
    return str(connection.execute(_STAMP, {"learner": learner_id}).scalar_one())


def stamp_folded(connection: Connection, learner_id: UUID, stamp: str) -> None:
    """Notes what the memories were folded with; "" where it is not all the same."""
    connection.execute(_FOLDED_WITH, {"learner": learner_id, "stamp": stamp})
