"""What every front end holds: the decks at hand plus one learner's progress over them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from recall.clock import date_of
from recall.collection.home import (
    DeckLine,
    Home,
    monday_of,
    status_of,
    week_of,
)
from recall.collection.planning import Planning
from recall.collection.scope import EVERYTHING, Scope
from recall.memory.events import Event, Grade
from recall.session.sentences import home_sentence
from recall.session.time_words import day_word
from recall.session.values import Plan

if TYPE_CHECKING:
    from recall.collection.sitting import Sitting
    from recall.session.machine import State

TOPIC = "kaizen"
"""What a first session is said to be on, where it begins with such a deck: of any other title no
word is sure to name what the deck is about."""


class Collection(Planning):
    """Decks and progress, opened; close it when done. Every method may block on the store."""

    def home(self, scope: Scope = EVERYTHING) -> Home:
        """All that Home shows, for everything or for the decks picked there."""
        today, minutes = self.today, self.settings.minutes
        planned = self.plan(scope, seconds=minutes * 60.0)
        newest = self.store.newest_day()
        monday = monday_of(today)
        week = week_of(today, self.store.days(monday, monday + 6))
        status = status_of(
            decks=bool(self.library.loaded),
            newest_day=newest,
            today=today,
            planned=len(planned.chosen),
            plan_seconds=planned.seconds,
            budget_seconds=minutes * 60.0,
            seconds_today=self.store.day_seconds(today) if newest == today else 0.0,
        )
        if scope.named and status in ("done", "back"):
            status = "usual" if planned.chosen else "fresh"
        lines = self.deck_lines()
        length = self.minutes_of(planned)
        wide, narrow = self._sentences(status, planned, length, lines, scope)
        return Home(
            date_of(today),
            status,
            planned.review,
            planned.new,
            length,
            wide,
            narrow,
            lines,
            week,
            week.count("done"),
            self.notices,
            self.path_line(),
        )

    def _sentences(
        self, status: str, planned: Plan, minutes: int, lines: tuple[DeckLine, ...], scope: Scope
    ) -> tuple[str, str]:
        next_day = ""
        if status in ("done", "fresh"):
            day, minutes = self.next_session()
            next_day = day_word(day, self.today)
        title = ""
        if len(scope.decks) == 1 and not scope.tags:
            title = next((line.title for line in lines if line.id in scope.decks), "")
        first = self.library.loaded[0].deck.title if self.library.loaded else ""

        def sentence(narrow: bool) -> str:
            return home_sentence(
                status,
                review=planned.review,
                new=planned.new,
                minutes=minutes,
                met=sum(line.met for line in lines),
                recalled=round(sum(line.recalled for line in lines)),
                next_day=next_day,
                topic=TOPIC if first.lower().startswith(TOPIC) else "",
                only=title,
                narrow=narrow,
                held=self.new_left(self.today) == 0,
            )

        return sentence(False), sentence(True)

    def sit(
        self, scope: Scope = EVERYTHING, minutes: int | None = None, cards: int | None = None
    ) -> Sitting:
        """Begin a sitting of some minutes (the setting's), or of so many questions."""
        # Home needs none of what a sitting is made of, and should not wait for it.
        from recall.collection.sitting import Sitting

        self.refresh()
        self.store.new_session()
        self._scope = scope
        if cards is not None:
            planned = self.plan(scope, limit=cards)
            return Sitting(self, planned, minutes=None, cards=cards)
        minutes = minutes or self.settings.minutes
        planned = self.plan(scope, seconds=minutes * 60.0)
        return Sitting(self, planned, minutes=minutes, cards=None)

    def wake(self) -> None:
        """Have at hand what a first question and its grade need: to be called while there is time,
        as a start leaves it out. Blocks."""
        import recall.collection.sitting  # noqa: F401

        self.store.wake()

    def advice(self, state: State) -> str:
        """What to say once, after a sitting, about how the learner grades; mostly ""."""
        if not any(each.grade == Grade.HARD for each in state.done):
            return ""
        from recall.collection.advice import hard_advice

        return hard_advice(self)

    def undo(self) -> tuple[Event, ...]:
        """Take back the newest thing the learner did: an event, or all that were set at once; none
        where there is nothing."""
        undone = self.store.undo(None)
        self.refresh()
        return undone


Opener = Callable[[], Collection]
