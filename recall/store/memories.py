"""The rows of what is folded from the log: memories and card states."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, select, update

from recall.ids import PromptKey
from recall.memory.events import CardState, Memory
from recall.memory.fold import Progress
from recall.store.lineage import Touched
from recall.store.prepared import Prepared
from recall.store.rows import CARD_COLUMNS, MEMORY_COLUMNS, card_row, card_value, memory_row
from recall.store.schema import card_state, event, learner, memory
from recall.store.values import figures_of

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
_FIGURES = Prepared(
    select(memory.c.prompt, memory.c.rev, *MEMORY_COLUMNS[:-2]).where(
        memory.c.learner_id == bindparam("learner")
    )
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
    """Every memory, without its place in the log."""
    return figures_of(_FIGURES.run(connection, {"learner": learner_id}))


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


def drop(connection: Connection, learner_id: UUID, touched: Touched) -> None:
    """Drops the memories of prompts, of every revision, and the states of cards."""
    prompts = [{"learner": learner_id, "of_prompt": each} for each in touched.prompts]
    cards = [{"learner": learner_id, "of_card": each} for each in touched.cards]
    if prompts:
        connection.execute(_DROP_MEMORY, prompts)
    if cards:
        connection.execute(_DROP_CARD, cards)


def drop_all(connection: Connection, learner_id: UUID) -> None:
    """Drops every memory and card state of the learner."""
    connection.execute(delete(memory).where(memory.c.learner_id == learner_id))
    connection.execute(delete(card_state).where(card_state.c.learner_id == learner_id))


def insert_progress(connection: Connection, learner_id: UUID, progress: Progress) -> None:
    """Writes memories and card states that have no rows yet."""
    memories = [memory_row(learner_id, key, each) for key, each in progress.memories.items()]
    cards = [card_row(learner_id, card, each) for card, each in progress.cards.items()]
    if memories:
        connection.execute(_INSERT_MEMORY, memories)
    if cards:
        connection.execute(_INSERT_CARD, cards)
