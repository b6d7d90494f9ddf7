"""The decks at hand and one learner's progress over them, as they were last read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Self

from recall.clock import DAY_MS, Clock, Moment, Ticker, begin_of, study_day
from recall.collection.asked import ALL_TOPICS, topic
from recall.collection.decks_held import DecksHeld
from recall.collection.home import DeckLine
from recall.collection.lines import deck_lines, questions_in
from recall.collection.origin import NOWHERE, Origin
from recall.collection.progress import Progress
from recall.collection.reworded import unseen
from recall.collection.updating import Update
from recall.decks.library import Place
from recall.ids import PromptKey
from recall.memory.curve import recall
from recall.memory.events import Memory
from recall.memory.scheduler import Scheduler
from recall.settings import Settings

if TYPE_CHECKING:
    from recall.store.store import Store


class Held(DecksHeld):
    """Decks and progress, opened. Every method may block on the store."""

    def __init__(
        self,
        store: Store,
        update: Update,
        settings: Settings,
        *,
        clock: Clock,
        ticker: Ticker,
        scheduler: Scheduler,
        places: Sequence[Place] = (),
        origin: Origin = NOWHERE,
    ) -> None:
        super().__init__(store, update, places, origin, clock)
        self.settings = settings
        self.left: tuple[int, int] | None = None
        self.ticker = ticker
        self.scheduler = scheduler
        # Before what it marks is read: a mark that is too old only makes the next start slower.
        self.mark = store.mark()
        self.found_at = self._read_at = store.newest()
        self.memories: dict[PromptKey, Memory] = store.figures()
        self.cards = store.cards()
        self.updated = unseen(store, self.find)

    @property
    def today(self) -> int:
        """The study day now."""
        return study_day(self._clock(), self.settings.rollover_hour)

    @property
    def notices(self) -> tuple[str, ...]:
        """What to say about settings and decks, most important first."""
        return (*self.lasting_notices, *self.deck_news)

    @property
    def lasting_notices(self) -> tuple[str, ...]:
        """Those that the next start says as well."""
        problem = self.settings.problem
        return (problem, *self.deck_notices) if problem else self.deck_notices

    def take_settings(self, settings: Settings) -> None:
        """Let these settings hold from now on; a day begins at the old hour until the app ends,
        as the store writes days by it."""
        self.settings = replace(settings, rollover_hour=self.settings.rollover_hour)
        self.left = None
        # What was counted with the old ones is counted anew when it is next asked for.
        self.__dict__.pop("_totals", None)

    def days_later(self, days: int) -> Self:
        """The same as it will be some days from now, if nothing happens until then; only to look
        at."""
        if not days:
            return self
        later, clock = copy(self), self._clock

        def ahead() -> Moment:
            now = clock()
            return now._replace(wall_ms=now.wall_ms + days * DAY_MS)

        later._clock = ahead
        return later

    def begin_of(self, day: int) -> int:
        """When a study day begins here, in seconds since 1970."""
        return begin_of(day, self._clock().offset_min, self.settings.rollover_hour)

    def read_decks_again(self) -> None:
        """Take the decks as their files are now; histories follow their cards."""
        super().read_decks_again()
        self.left = None
        for made in ("_totals", "_on", "_planned"):
            self.__dict__.pop(made, None)
        self.refresh()

    def refresh(self) -> None:
        """Read progress again, where this or another process has written since it was read."""
        newest = self.store.newest()
        if newest == self._read_at:
            return
        self.mark = self.store.mark()
        self._read_at = newest
        # The old ones go first: there may be a hundred thousand.
        self.memories = {}
        self.memories = self.store.figures()
        self.refresh_cards()
        self.updated = unseen(self.store, self.find)

    def refresh_cards(self) -> None:
        """Read again what the learner has set for cards."""
        self.cards = self.store.cards()

    def deck_lines(self) -> tuple[DeckLine, ...]:
        """The decks in study order, those switched off left out."""
        return deck_lines(
            self.library,
            self._index,
            self.progress,
            self._totals,
            optional=self.settings.optional,
            decks_off=self.settings.decks_off,
            today=self.today,
            weights=self.scheduler.weights,
        )

    def total_questions(self) -> int:
        """Questions that may be planned, those met among them."""
        return sum(line.total for line in self.deck_lines())

    def outlook(self, ahead: int, counts: Callable[[PromptKey], bool]) -> float:
        """Of the questions at hand that count, those that would be recalled some days ahead."""
        day, weights = self.today + ahead, self.scheduler.weights
        return sum(
            recall(max(0, day - memory.last_day), memory.stability, weights)
            for key, memory in self.memories.items()
            if counts(key) and self._index.find(key.prompt)
        )

    def explained(self) -> frozenset[str]:
        """Topics that the learner has met: kinds of card, Hard, the figures under the grades."""
        met: set[str] = {"intervals"} if self.memories else set()
        if len(self.memories) > 1 or self.store.has_grade(2):
            met.add("hard")
        for key in self.memories:
            found = self.find(key.prompt)
            if found:
                met.add(topic(found[1], key.prompt.split("/", 2)[2]))
                if len(met) == len(ALL_TOPICS):
                    break
        return frozenset(met)

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    @cached_property
    def _totals(self) -> dict[str, int]:
        optional = self.settings.optional
        return {each.deck.id: questions_in(each.deck, optional) for each in self.library.loaded}

    @property
    def progress(self) -> Progress:
        """What the learner brings to the decks, as it was last read."""
        return Progress(self.memories, self.cards)
