"""What is said to a learner once, and never again, because of what their log looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recall.insight.grading import hard_for_forgotten, typical_hard
from recall.insight.history import read_history
from recall.memory.events import TOLD, Draft, Grade
from recall.session.sentences import hard_or_forgotten

if TYPE_CHECKING:
    from recall.collection.planning import Planning

HARD = "hard"


def hard_advice(collection: Planning) -> str:
    """A sentence for a learner whose log looks as though Hard stood for "forgotten"; "" for all
    others. That it was said is written to the log. Blocks.

    Raises:
        StoreError: the log cannot be read or written.
    """
    if collection.settings.two_buttons or collection.store.newest_of(TOLD) is not None:
        return ""
    history = read_history(collection.store.facts(), collection.scheduler.weights)
    if not hard_for_forgotten(history.all_lives()):
        return ""
    key = typical_hard(history)
    memory = None if key is None else collection.memories.get(key)
    if memory is None:
        return ""
    figures = collection.scheduler.preview(memory, collection.today)
    collection.store.append([Draft(TOLD, details={"what": HARD})])
    return hard_or_forgotten(figures[Grade.HARD].days, figures[Grade.AGAIN].days)
