"""A card of the learner's decks in their editor; what they changed is read when they come back."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from recall.tui.editing import edit_card, editor_missing
from recall.tui.screens.view import Learner, View

if TYPE_CHECKING:
    from recall.collection.editing import Whereabouts

GONE = "This question is in no deck any more."


class DeckEditing:
    """One trip to the editor and back.

    Args:
        card: its name, ``deck/card``.
        then: hears what to say once the place is shown again and the decks are read; "" where all
            went well. It is not called where nothing was opened.
    """

    def __init__(self, learner: Learner, card: str, then: Callable[[str], None]) -> None:
        self._learner = learner
        self._host = learner.host
        self._card = card
        self._then = then
        self._back: View = learner.host.view

    def begin(self) -> None:
        """Find the card in its file, and open it there."""
        from recall.collection.editing import whereabouts

        missing = editor_missing(os.environ)
        if missing:
            self._say(missing)
            return
        collection = self._learner.collection
        self._host.wait()
        self._host.work(lambda: whereabouts(collection, self._card), self._found)

    def _found(self, place: Whereabouts | None) -> None:
        self._host.show(self._back)
        if place is None:
            self._say(GONE)
        elif place.packed:
            from recall.tui.screens.copy_deck import CopyDeckView

            copy = partial(self._copy, place)
            self._host.show(CopyDeckView(self._host, place.title, self._back, copy))
        else:
            self._open(place.path, place.line)

    def _copy(self, place: Whereabouts) -> None:
        from recall.collection.editing import own_copy

        collection = self._learner.collection
        self._host.show(self._back)
        self._host.wait()
        self._host.work(
            lambda: own_copy(collection, place.path),
            lambda copy: self._open(copy, place.line, place.path),
        )

    def _open(self, path: Path, line: int, original: Path | None = None) -> None:
        said = edit_card(self._host, path, line)
        self._host.show(self._back)
        self._host.wait()
        self._host.work(partial(self._read, path, original), partial(self._return, said))

    def _read(self, path: Path, original: Path | None) -> str:
        from recall.collection.editing import drop_if_same, read_again

        if original is not None:
            drop_if_same(path, original)
        return read_again(self._learner.collection, path)

    def _return(self, said: str, broken: str) -> None:
        self._host.show(self._back)
        self._then(" ".join(part for part in (said, broken) if part))

    def _say(self, text: str) -> None:
        self._host.say(text)
        self._host.redraw()


def edit_in_deck(learner: Learner, card: str, then: Callable[[str], None]) -> None:
    """Open a card (``deck/card``) of the learner's decks in their editor, and read the decks again.

    Whatever cannot be done is said; nothing is lost. ``then`` runs once the place from which this
    was asked for is shown again, with what is to be said ("" where all went well).
    """
    DeckEditing(learner, card, then).begin()
