"""What every front end holds: the decks at hand plus one learner's progress over them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from recall.clock import Clock, Ticker, date_of, day_of, study_day
from recall.collection.candidates import ENOUGH_NEW, candidates
from recall.collection.home import (
    DeckLine,
    Home,
    monday_of,
    status_of,
    week_of,
)
from recall.collection.index import Index
from recall.collection.lines import deck_lines, questions_in
from recall.collection.on_path import (
    PathLine,
    ended,
    known_paths,
    line_of,
    on_path,
    path_named,
    started,
)
from recall.collection.progress import Choice, Progress
from recall.collection.scope import EVERYTHING, Scope
from recall.collection.sitting import ALL_TOPICS, Sitting, topic
from recall.collection.updating import Update
from recall.decks.library import Place
from recall.decks.model import Card, Deck
from recall.errors import UsageError
from recall.ids import PromptKey, card_of
from recall.memory.curve import recall
from recall.memory.events import PATH, Event, Memory
from recall.memory.scheduler import Scheduler
from recall.session.costs import LearnerPace
from recall.session.planner import plan
from recall.session.sentences import home_sentence
from recall.session.values import Candidate, Plan, Planned
from recall.session.words import day_word
from recall.settings import Settings
from recall.store.store import Store

if TYPE_CHECKING:
    from recall.decks.paths import LearningPath


HORIZON_DAYS = 14
UNLIMITED = 10_000


class Collection:
    """Decks and progress, opened; close it when done. Every method may block on the store."""

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
    ) -> None:
        self.store = store
        self.settings = settings
        self.library = update.library
        self.updated = update.updated
        self.notices = (*((settings.problem,) if settings.problem else ()), *update.notices)
        self.ticker = ticker
        self.scheduler = scheduler
        self._clock = clock
        self._read_at = store.newest()
        self.memories: dict[PromptKey, Memory] = store.figures()
        self.cards = store.cards()
        self._places = tuple(places)
        self._on = on_path(store.newest_of(PATH), self._places, self.library)

    @property
    def today(self) -> int:
        """The study day now."""
        return study_day(self._clock(), self.settings.rollover_hour)

    def refresh(self) -> None:
        """Read progress again, where this or another process has written since it was read."""
        newest = self.store.newest()
        if newest == self._read_at:
            return
        self._read_at = newest
        # The old ones go first: there may be a hundred thousand.
        self.memories = {}
        self.memories = self.store.figures()
        self.refresh_cards()

    def refresh_cards(self) -> None:
        """Read again what the learner has set for cards."""
        self.cards = self.store.cards()

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
        length = max(1, min(minutes, math.ceil(planned.seconds / 60)))
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
        first = self.library.loaded[0].deck.title.split()[0] if self.library.loaded else ""

        def sentence(narrow: bool) -> str:
            return home_sentence(
                status,
                review=planned.review,
                new=planned.new,
                minutes=minutes,
                met=sum(line.met for line in lines),
                recalled=round(sum(line.recalled for line in lines)),
                next_day=next_day,
                topic=first.lower(),
                only=title,
                narrow=narrow,
            )

        return sentence(False), sentence(True)

    def paths(self) -> tuple[LearningPath, ...]:
        """The learning paths at hand."""
        return known_paths(self._places)

    def path_line(self) -> PathLine | None:
        """Where the learner is on the path that is on; None where none is."""
        if self._on is None:
            return None
        return line_of(self._on, frozenset(card_of(key.prompt) for key in self.memories))

    def start_path(self, name: str, until: date | None = None) -> PathLine:
        """Start a learning path; another one that is on ends.

        Raises:
            UsageError: there is no such path, or the day has passed.
        """
        path = path_named(name, self.paths())
        if until is not None and day_of(until) < self.today:
            raise UsageError(f"{until} has passed", mend="name a day to come, or none")
        (event,) = self.store.append([started(path, until)])
        self._on = on_path(event, self._places, self.library)
        assert self._on is not None
        return line_of(self._on, frozenset(card_of(key.prompt) for key in self.memories))

    def stop_path(self) -> str:
        """End the path that is on; gives its title, "" where none was."""
        if self._on is None:
            return ""
        title, self._on = self._on.path.title, None
        self.store.append([ended()])
        return title

    def horizon(self, day: int) -> int:
        """Days from a study day to the date that matters: the path's, else two weeks ahead."""
        if self._on is None or self._on.until is None or self._on.until < day:
            return HORIZON_DAYS
        return max(1, self._on.until - day)

    def day_that_matters(self) -> tuple[int, date | None]:
        """Days to the date that counts, and the date itself where the learner named one."""
        today = self.today
        on = self._on
        dated = on is not None and on.until is not None and on.until > today
        ahead = self.horizon(today)
        return ahead, date_of(today + ahead) if dated else None

    def deck_lines(self) -> tuple[DeckLine, ...]:
        """The decks in study order, those switched off left out."""
        return deck_lines(
            self.library,
            self._index,
            self._progress,
            self._totals,
            optional=self.settings.optional,
            decks_off=self.settings.decks_off,
            today=self.today,
            weights=self.scheduler.weights,
        )

    def total_questions(self) -> int:
        """Questions that may be planned, those met among them."""
        return sum(line.total for line in self.deck_lines())

    def plan(
        self,
        scope: Scope = EVERYTHING,
        *,
        seconds: float | None = None,
        limit: int | None = None,
        day: int | None = None,
    ) -> Plan:
        """What to ask within some seconds, or so many questions, on a study day (today)."""
        day = self.today if day is None else day
        chosen = self._candidates(scope, day, limit)
        return plan(
            chosen,
            day=day,
            budget_seconds=seconds,
            limit=limit,
            weights=self.scheduler.weights,
            exponent=self.settings.exponent,
            horizon=self.horizon(day),
            pace=self._pace,
            first_grades=self.store.first_grades(),
            groups_today=self._groups(day),
            easy_rule=not (scope.named or scope.extra),
            first_session=not self.memories,
        )

    def plan_more(self, minutes: int) -> Plan:
        """What to ask in some minutes more: questions that are hardly fading included."""
        return self.plan(replace(self._scope, extra=True), seconds=minutes * 60.0)

    def sit(
        self, scope: Scope = EVERYTHING, minutes: int | None = None, cards: int | None = None
    ) -> Sitting:
        """Begin a sitting of some minutes (the setting's), or of so many questions."""
        self.refresh()
        self.store.new_session()
        self._scope = scope
        if cards is not None:
            planned = self.plan(scope, limit=cards)
            return Sitting(self, planned, minutes=None, cards=cards)
        minutes = minutes or self.settings.minutes
        planned = self.plan(scope, seconds=minutes * 60.0)
        return Sitting(self, planned, minutes=minutes, cards=None)

    def next_session(self) -> tuple[int, int]:
        """The study day of the next session and the minutes that it should take."""
        tomorrow = self.today + 1
        seconds = self.settings.minutes * 60.0
        planned = self.plan(EVERYTHING, seconds=seconds, day=tomorrow)
        if planned.chosen:
            return tomorrow, max(1, min(self.settings.minutes, math.ceil(planned.seconds / 60)))
        due = [memory.due_day for memory in self.memories.values()]
        return max(tomorrow, min(due, default=tomorrow)), 1

    def undo(self) -> Event | None:
        """Take back the newest thing the learner did; None where there is nothing."""
        undone = self.store.undo(None)
        self.refresh()
        return undone

    def find(self, name: str) -> tuple[Deck, Card] | None:
        """The card of a prompt or card name, where a deck at hand still has it."""
        return self._index.find(name)

    def planned(self, event: Event) -> Planned | None:
        """The prompt that an undone event was about, ready to be asked again."""
        name = event.prompt or ""
        found = self.find(name)
        if found is None:
            return None
        part = name.split("/", 2)[2] if name.count("/") == 2 else found[1].parts[0]
        return self._ready(f"{card_of(name)}/{part}")

    def unfinished(self) -> tuple[Planned, ...]:
        """What an earlier sitting of today left to come once more, within the scope asked for."""
        choice = Choice(self._scope, self.settings.optional, self.settings.decks_off)
        found = []
        for key in self.store.open_repeats(self.today):
            card, ready = self.find(key.prompt), self._ready(key.prompt)
            if card is None or ready is None or not choice.takes_deck(card[0]):
                continue
            away = self._progress.away(card_of(key.prompt), self.today)
            if not away and choice.takes(*card, met=True):
                found.append(ready)
        return tuple(found)

    def _ready(self, prompt: str) -> Planned | None:
        found = self.find(prompt)
        if found is None or prompt.split("/", 2)[2] not in found[1].parts:
            return None
        deck, card = found
        key = PromptKey(prompt, card.rev)
        module = f"{deck.id}/{card.module}"
        candidate = Candidate(key, card_of(prompt), module, memory=self.memories.get(key))
        return Planned(candidate, 10.0, 0.0, False)

    def outlook(self, ahead: int) -> float:
        """Questions at hand that would be recalled some days ahead."""
        day, weights = self.today + ahead, self.scheduler.weights
        return sum(
            recall(max(0, day - memory.last_day), memory.stability, weights)
            for key, memory in self.memories.items()
            if self._index.find(key.prompt)
        )

    def explained(self) -> frozenset[str]:
        """Topics that the learner has met: kinds of card, Hard, the figures under the grades."""
        met: set[str] = {"hard"} if self.store.has_grade(2) else set()
        if self.memories:
            met.add("intervals")
        for key in self.memories:
            found = self.find(key.prompt)
            if found:
                met.add(topic(found[1]))
                if len(met) == len(ALL_TOPICS):
                    break
        return frozenset(met)

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    _scope: Scope = EVERYTHING

    @cached_property
    def _index(self) -> Index:
        return Index(self.library)

    @property
    def _pace(self) -> LearnerPace:
        answers, log_seconds = self.store.answer_sums()
        return LearnerPace(answers, log_seconds)

    @cached_property
    def _totals(self) -> dict[str, int]:
        optional = self.settings.optional
        return {each.deck.id: questions_in(each.deck, optional) for each in self.library.loaded}

    @property
    def _progress(self) -> Progress:
        return Progress(self.memories, self.cards)

    def _candidates(self, scope: Scope, day: int, limit: int | None) -> list[Candidate]:
        choice = Choice(scope, self.settings.optional, self.settings.decks_off)
        enough = max(ENOUGH_NEW, 2 * (limit or 0))
        order = self._path_ahead() if not scope.named else ()
        if order:
            choice = replace(choice, only=frozenset(order))
        return candidates(
            self.library, self._index, self._progress, choice, day, new=enough, order=order
        )

    def _path_ahead(self) -> tuple[str, ...]:
        """The cards of the path that is on, () once all of them are met: then the decks go on."""
        if self._on is None:
            return ()
        met = {card_of(key.prompt) for key in self.memories}
        choice = Choice(EVERYTHING, self.settings.optional, self.settings.decks_off)
        cards = self._on.cards
        ahead = (found for name in cards if name not in met and (found := self.find(name)))
        return cards if any(choice.takes(*found) for found in ahead) else ()

    def _groups(self, day: int) -> dict[str, int]:
        counts: dict[str, int] = {}
        for prompt in self.store.new_cards_on(day):
            found = self.find(prompt)
            if found and found[1].group:
                name = f"{found[0].id}/{found[1].group}"
                counts[name] = counts.get(name, 0) + 1
        return counts


Opener = Callable[[], Collection]
