"""Taking back the newest thing a learner did, whenever it was, and saying what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recall.decks.clean import one_line
from recall.decks.questions import question
from recall.memory.events import Event, Grade
from recall.session.words import grade_word, kind_word, undone, undone_at_once

if TYPE_CHECKING:
    from recall.collection.collection import Collection


def take_back(collection: Collection) -> str:
    """Take back the newest thing done; gives a sentence about it, "" where there is nothing.

    Raises:
        StoreError: nothing was taken back.
    """
    events = collection.undo()
    if not events:
        return ""
    event = events[0]
    if len(events) > 1:
        return undone_at_once(event.kind, len(events))
    return undone(_word(event), _text(collection, event.prompt or ""))


def _word(event: Event) -> str:
    if event.grade is None:
        return kind_word(event.kind)
    return grade_word(Grade(event.grade), str(event.details.get("shown", "")))


def _text(collection: Collection, prompt: str) -> str:
    """The question of a prompt as it is read, of a card its first one; its name if it is gone."""
    found = collection.find(prompt)
    if found is None:
        return one_line(prompt)
    deck, card = found
    part = prompt.split("/", 2)[2] if prompt.count("/") == 2 else card.parts[0]
    if part not in card.parts:
        return one_line(prompt)
    return one_line(question(deck, card, part, seed=0).text)
