"""A learner's small things: read from the log, and written to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recall.decks.clean import one_line
from recall.errors import UsageError
from recall.kaizen.asking import FROM_SITTING, Ask, question_for
from recall.kaizen.fold import fold_things
from recall.kaizen.values import KINDS, LONGEST, SmallThing, Things, begun, ended, noted
from recall.memory.events import VOID, Draft
from recall.paths import settings_file
from recall.settings import Settings
from recall.settings.write import save_setting

if TYPE_CHECKING:
    from recall.collection.collection import Collection


class SmallThings:
    """What a collection's learner improves. Every method may block on the store."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    def read(self) -> Things:
        """All of them, oldest first."""
        return fold_things(self._collection.store.of_kinds(KINDS))

    def question(self) -> Ask | None:
        """What the end of the present sitting asks; None where it asks nothing."""
        collection = self._collection
        if not collection.settings.small_thing:
            return None
        store = collection.store
        return question_for(
            self.read(),
            sitting=store.session,
            day=collection.today,
            sittings=store.sittings(FROM_SITTING),
        )

    def begin(self, text: str) -> SmallThing:
        """Write a small thing down.

        Raises:
            UsageError: the text is empty.
        """
        text = one_line(text, LONGEST)
        if not text:
            raise UsageError("a small thing needs a few words")
        (event,) = self._collection.store.append([begun(text)])
        return SmallThing(event.id, event.study_day, text)

    def note(self, thing: SmallThing, phase: str, text: str) -> SmallThing:
        """Say something of one; an empty line says nothing, and what stood there stays."""
        text = one_line(text, LONGEST)
        if text and text != thing.note(phase):
            self._collection.store.append([noted(thing, phase, text)])
        return self._again(thing)

    def end(self, thing: SmallThing, because: str) -> SmallThing:
        """End one; ending it again changes nothing."""
        if self._again(thing).open:
            self._collection.store.append([ended(thing, because)])
        return self._again(thing)

    def undo(self) -> Things | None:
        """Take back the newest event about small things; None where there is none."""
        events = self._collection.store.of_kinds(KINDS)
        if not events:
            return None
        self._collection.store.append([Draft(VOID, target=events[-1].id)])
        return self.read()

    def ask(self, wanted: bool) -> Settings:
        """Keep in the settings file whether the end of a session asks; gives all settings.

        Raises:
            RecallError: the file is broken or cannot be written.
        """
        settings = save_setting(settings_file(), "small_thing", wanted)
        self._collection.take_settings(settings)
        return settings

    def _again(self, thing: SmallThing) -> SmallThing:
        return next((each for each in self.read().all if each.id == thing.id), thing)
