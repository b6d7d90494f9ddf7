"""All cards with what a learner knows of them, one row each: what browsing shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from recall.collection.progress import Progress
from recall.decks.clean import one_line
from recall.decks.listed import line_of
from recall.decks.model import BASIC, REVERSED, Card, Deck
from recall.decks.questions import full_source
from recall.ids import PromptKey
from recall.memory.curve import Weights, factor
from recall.memory.events import CardState, Memory
from recall.memory.sticking import never_sticks
from recall.session import query as q

LONGEST = 200
"""Characters of a card that its line shows."""


class CardRow(NamedTuple):
    """One card.

    Attributes:
        name: ``deck/card``.
        deck: id of its deck; title: the deck's title, its id where the deck is gone.
        module: the title of its module; source: its full reference.
        card: None where no version of it is known any more.
        state: what the learner has set for it.
        standing: which of ``query.STATES`` hold.
        questions, met: how many it has, and how many of them were met.
        recall: the chance of recall today of its weakest question; None before the first.
        next_day, last_day: study days of the next review and of the last; None before the first.
        forgotten: how often its questions were forgotten on a later day.
    """

    name: str
    deck: str
    title: str
    module: str
    source: str
    card: Card | None
    state: CardState
    standing: frozenset[str]
    questions: int
    met: int
    recall: float | None
    next_day: int | None
    last_day: int | None
    forgotten: int

    @property
    def text(self) -> str:
        """Its question on one line; its name where the card is gone."""
        return one_line(line_of(self.card), LONGEST) if self.card else self.name


class Shelf:
    """Makes rows, as progress stands on a study day.

    Args:
        updated: names of the cards whose text changed a lot since the last sitting.
    """

    def __init__(
        self, progress: Progress, today: int, weights: Weights, updated: frozenset[str]
    ) -> None:
        self._progress = progress
        self._today = today
        self._updated = updated
        # The formula of memory.curve.recall, with what is the same for all worked out once.
        self._decay, self._shape = weights[20], factor(weights[20])
        self._standings: dict[frozenset[str], frozenset[str]] = {}
        self._shared: dict[tuple[str, str, str], str] = {}

    def row(self, deck: Deck, card: Card, retired: bool = False) -> CardRow:
        """The row of a card that a deck has, or had."""
        name = f"{deck.id}/{card.id}"
        known = self._progress.memories
        found = (known.get(PromptKey(f"{name}/{part}", card.rev)) for part in card.parts)
        module = self._once("module", deck, card.module, Deck.module_title)
        source = self._once("source", deck, card.source, full_source)
        met = [each for each in found if each]
        return self._row(name, deck.title, module, source, card, met, retired)

    def _once(self, what: str, deck: Deck, key: str, look: Callable[[Deck, str], str]) -> str:
        """A text that many cards of a deck share."""
        if not key:
            return ""
        place = (what, deck.id, key)
        if place not in self._shared:
            self._shared[place] = look(deck, key)
        return self._shared[place]

    def lost(self, name: str, memories: Sequence[Memory]) -> CardRow:
        """The row of a card of which nothing but its history is left."""
        deck = name.partition("/")[0]
        return self._row(name, deck, "", "", None, list(memories), True)

    def _row(
        self,
        name: str,
        title: str,
        module: str,
        source: str,
        card: Card | None,
        met: list[Memory],
        retired: bool,
    ) -> CardRow:
        state = self._progress.state(name)
        questions = len(card.parts) if card else len(met)
        standing = frozenset(self._standing(name, card, state, met, retired))
        return CardRow(
            name,
            name.partition("/")[0],
            title,
            module,
            source,
            card,
            state,
            self._standings.setdefault(standing, standing),
            questions,
            len(met),
            min(map(self._chance, met), default=None),
            min((each.due_day for each in met), default=None),
            max((each.last_day for each in met), default=None),
            sum(each.lapses for each in met),
        )

    def _standing(
        self, name: str, card: Card | None, state: CardState, met: list[Memory], retired: bool
    ) -> Iterator[str]:
        draft = card is not None and card.draft
        if retired:
            yield q.RETIRED
        if draft:
            yield q.DRAFT
        if state.suspended:
            yield q.SUSPENDED
        if state.flagged:
            yield q.FLAGGED
        if name in self._updated:
            yield q.UPDATED
        if any(map(never_sticks, met)):
            yield q.LEECH
        asked = not (retired or draft or self._progress.away(name, self._today))
        if not met and not (retired or draft):
            yield q.NEW
        elif asked and any(each.due_day <= self._today for each in met):
            yield q.DUE

    def _chance(self, memory: Memory) -> float:
        days = max(0, self._today - memory.last_day)
        return float((1 + self._shape * days / memory.stability) ** -self._decay)


def kinds_of(card: Card) -> tuple[str, ...]:
    """What ``kind:`` may call a card."""
    also = {BASIC: ("question",), REVERSED: ("term",)}.get(card.kind, ())
    return (card.kind, *also, *(("scenario",) if card.case else ()))


Order = Callable[[CardRow], float]

SORTS: dict[str, Order] = {
    "deck": lambda row: 0,
    "recall": lambda row: 2.0 if row.recall is None else row.recall,
    "next": lambda row: float("inf") if row.next_day is None else row.next_day,
    "seen": lambda row: float("inf") if row.last_day is None else -row.last_day,
    "forgotten": lambda row: -row.forgotten,
}
"""What rows may be ordered by: as in the decks, weakest first, next ones first, last seen first,
most often forgotten first. Ties stay as in the decks."""
