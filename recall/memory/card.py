"""The card handed to py-fsrs. Importing this imports py-fsrs."""

from __future__ import annotations

from typing import Self

from fsrs import Card


class OwnCard(Card):
    """A card that belongs to one fold alone, and is changed in place.

    py-fsrs copies a card before each review, which is a quarter of the time that a review takes.
    """

    def __copy__(self) -> Self:
        return self
