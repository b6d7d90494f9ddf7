"""What is folded from the log and kept: memories and card states, always equal to the fold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, select, update

from recall.ids import PromptKey, card_of
from recall.memory.events import REVIEW, CardState, Event, Memory
from recall.memory.fold import fold_log
from recall.memory.scheduler import MODEL, Scheduler
from recall.store.lineage import Touched, closure, events_about, lineage, touched_by
from recall.store.log import all_events
from recall.store.prepared import Prepared
from recall.store.rows import CARD_COLUMNS, MEMORY_COLUMNS, card_row, card_value, memory_row
from recall.store.schema import card_state, event, learner, memory

NOWHERE = UUID(int=0)
PAGE = 2000
REFOLD_ALL = 2000
"""From so many prompts on, folding the whole log costs less than asking for their events."""

_key = and_(
    memory.c.learner_id == bindparam("learner"),
    memory.c.prompt == bindparam("of_prompt"),
    memory.c.rev == bindparam("of_rev"),
)
_MEMORY = select(*MEMORY_COLUMNS).where(_key)
_MEMORIES = Prepared(
    select(memory.c.prompt, memory.c.rev, *MEMORY_COLUMNS).where(
        memory.c.learner_id == bindparam("learner")
    )
)
_FIGURES = select(memory.c.prompt, memory.c.rev, *MEMORY_COLUMNS[:-2]).where(
    memory.c.learner_id == bindparam("learner")
)
_CARDS = select(card_state.c.card, *CARD_COLUMNS).where(
    card_state.c.learner_id == bindparam("learner")
)
_INSERT_MEMORY = insert(memory)
_INSERT_ONE = Prepared(_INSERT_MEMORY)
_INSERT_CARD = insert(card_state)
_UPDATE_ONE = Prepared(
    update(memory).where(_key).values({name: bindparam(name) for name in Memory._fields})
)
_DROP_MEMORY = delete(memory).where(
    memory.c.learner_id == bindparam("learner"), memory.c.prompt == bindparam("of_prompt")
)
_DROP_CARD = delete(card_state).where(
    card_state.c.learner_id == bindparam("learner"), card_state.c.card == bindparam("of_card")
)
_BEFORE_REVIEW = Prepared(
    select(
        learner.c.folded_with,
        select(func.max(event.c.at_ms)).where(event.c.learner_id == learner.c.id).scalar_subquery(),
        *MEMORY_COLUMNS,
    )
    .select_from(
        learner.outerjoin(
            memory,
            and_(
                memory.c.learner_id == learner.c.id,
                memory.c.prompt == bindparam("of_prompt"),
                memory.c.rev == bindparam("of_rev"),
            ),
        )
    )
    .where(learner.c.id == bindparam("learner"))
)
_STAMP = select(learner.c.folded_with).where(learner.c.id == bindparam("learner"))
_FOLDED_WITH = (
    update(learner)
    .where(learner.c.id == bindparam("learner"))
    .values(folded_with=bindparam("stamp"))
)


def read_before_review(
    connection: Connection, learner_id: UUID, key: PromptKey
) -> tuple[str, int, Memory | None]:
    """All that a review needs to know, in one statement: what the memories were folded with, when
    the newest event happened (0: there is none), and the prompt's memory."""
    names = {"learner": learner_id, "of_prompt": key.prompt, "of_rev": key.rev}
    ((stamp, newest, *found),) = _BEFORE_REVIEW.run(connection, names)
    return stamp, newest or 0, Memory._make(found) if found[0] is not None else None


def read_memory(connection: Connection, learner_id: UUID, key: PromptKey) -> Memory | None:
    """The memory of one prompt; None where it was never met."""
    names = {"learner": learner_id, "of_prompt": key.prompt, "of_rev": key.rev}
    row = connection.execute(_MEMORY, names).first()
    return None if row is None else Memory._make(row)


def read_memories(connection: Connection, learner_id: UUID) -> dict[PromptKey, Memory]:
    """Every memory of the learner."""
    found = _MEMORIES.run(connection, {"learner": learner_id})
    return {PromptKey(row[0], row[1]): Memory(*row[2:]) for row in found}


def read_figures(connection: Connection, learner_id: UUID) -> dict[PromptKey, Memory]:
    """Every memory, without its place in the log: half the room where there are a hundred thousand.

    Days come as the same few objects for the same reason.
    """
    days: dict[int, int] = {}
    result: dict[PromptKey, Memory] = {}
    found = connection.execute(_FIGURES, {"learner": learner_id}).yield_per(PAGE)
    for prompt, rev, stability, difficulty, last, due, *rest in found:
        last, due = days.setdefault(last, last), days.setdefault(due, due)
        values = (stability, difficulty, last, due, *rest, 0, NOWHERE)
        result[PromptKey(prompt, rev)] = Memory._make(values)
    return result


def read_cards(connection: Connection, learner_id: UUID) -> dict[str, CardState]:
    """What the learner has set for cards."""
    found = connection.execute(_CARDS, {"learner": learner_id})
    return {row[0]: card_value(row[1:]) for row in found}


def write_memory(
    connection: Connection, learner_id: UUID, key: PromptKey, value: Memory, *, known: bool
) -> None:
    """Writes one memory; ``known`` says that the prompt has a row already."""
    if known:
        names = {"learner": learner_id, "of_prompt": key.prompt, "of_rev": key.rev}
        _UPDATE_ONE.run(connection, names | value._asdict())
    else:
        _INSERT_ONE.run(connection, memory_row(learner_id, key, value))


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
        before = read_memory(connection, learner_id, each.key)
        after = scheduler.review(before, each)
        write_memory(connection, learner_id, each.key, after, known=before is not None)


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
    memories = {key: each for key, each in progress.memories.items() if key.prompt in prompts}
    states = {card: each for card, each in progress.cards.items() if card in touched.cards}
    _drop(connection, learner_id, _DROP_MEMORY, "of_prompt", prompts)
    _drop(connection, learner_id, _DROP_CARD, "of_card", touched.cards)
    _insert(connection, learner_id, memories, states)


def rebuild(connection: Connection, learner_id: UUID, scheduler: Scheduler) -> None:
    """Throws the learner's memories and card states away and folds the whole log again."""
    progress = fold_log(all_events(connection, learner_id), scheduler)
    connection.execute(delete(memory).where(memory.c.learner_id == learner_id))
    connection.execute(delete(card_state).where(card_state.c.learner_id == learner_id))
    _insert(connection, learner_id, progress.memories, progress.cards)


def stamp_of(scheduler: Scheduler) -> str:
    """What names a way of folding: the model, and a digest of its weights."""
    weights = ",".join(map(repr, scheduler.weights))
    return f"{MODEL} {hashlib.sha256(weights.encode()).hexdigest()[:16]}"


def read_stamp(connection: Connection, learner_id: UUID) -> str:
    """What the learner's memories were folded with."""
    return str(connection.execute(_STAMP, {"learner": learner_id}).scalar_one())


def stamp_folded(connection: Connection, learner_id: UUID, stamp: str) -> None:
    """Notes what the memories were folded with; "" where it is not all the same."""
    connection.execute(_FOLDED_WITH, {"learner": learner_id, "stamp": stamp})


def _drop(
    connection: Connection, learner_id: UUID, statement: Any, name: str, values: Iterable[str]
) -> None:
    rows = [{"learner": learner_id, name: value} for value in values]
    if rows:
        connection.execute(statement, rows)


def _insert(
    connection: Connection,
    learner_id: UUID,
    memories: dict[PromptKey, Memory],
    states: dict[str, CardState],
) -> None:
    if memories:
        rows = [memory_row(learner_id, key, each) for key, each in memories.items()]
        connection.execute(_INSERT_MEMORY, rows)
    if states:
        rows = [card_row(learner_id, card, each) for card, each in states.items()]
        connection.execute(_INSERT_CARD, rows)
