"""What to ask: the planner, given what this learner brings."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from recall.collection.candidates import ENOUGH_NEW, candidates
from recall.collection.lookalikes import names_of
from recall.collection.progress import Choice
from recall.collection.scope import EVERYTHING, Scope
from recall.collection.walking import Walking
from recall.ids import PromptKey, card_of
from recall.memory.events import PRACTICE, Event
from recall.session.costs import LearnerPace
from recall.session.planner import plan
from recall.session.values import Candidate, Plan, Planned


class Planning(Walking):
    """Plans sessions over the decks at hand."""

    _scope: Scope = EVERYTHING
    _planned: tuple[object, Plan] = None, Plan((), (), 0.0)

    def plan(
        self,
        scope: Scope = EVERYTHING,
        *,
        seconds: float | None = None,
        limit: int | None = None,
        day: int | None = None,
    ) -> Plan:
        """What to ask within some seconds, or so many questions, on a study day (today).

        What Home was told is what the session asks: the newest plan is kept until something is
        answered, or read again.
        """
        day = self.today if day is None else day
        question = scope, seconds, limit, day, self.settings, self._read_at, self.store.newest()
        if self._planned[0] != question:
            self._planned = question, self._plan(scope, seconds, limit, day)
        return self._planned[1]

    def _plan(self, scope: Scope, seconds: float | None, limit: int | None, day: int) -> Plan:
        chosen = self._candidates(scope, day, limit)
        return plan(
            chosen,
            day=day,
            budget_seconds=seconds,
            limit=limit,
            weights=self.scheduler.weights,
            exponent=self.settings.exponent,
            horizon=self.horizon(day),
            pace=self.pace,
            first_grades=self.store.first_grades(),
            alike_today=self._alike(day),
            easy_rule=not (scope.named or scope.extra),
            first_session=not self.memories,
            new_limit=self.new_left(day),
        )

    def new_left(self, day: int) -> int | None:
        """How many questions may still be new on a study day; None where the planner decides."""
        most = self.settings.new_a_day
        return None if most is None else max(0, most - len(self.store.new_cards_on(day)))

    def ahead(self, day: int, new: int) -> list[Candidate]:
        """Every prompt met that may be asked on a study day or later, and the first new ones.

        Args:
            new: how many of those that wait for no other are enough.
        """
        return self._candidates(EVERYTHING, day, -(-new // 2))

    @property
    def pace(self) -> LearnerPace:
        """How fast the learner answers."""
        answers, log_seconds = self.store.answer_sums()
        return LearnerPace(answers, log_seconds)

    def plan_more(self, minutes: int) -> Plan:
        """What to ask in some minutes more: questions that are hardly fading included."""
        return self.plan(replace(self._scope, extra=True), seconds=minutes * 60.0)

    def minutes_of(self, planned: Plan) -> int:
        """What a plan takes, in whole minutes."""
        return max(1, min(self.settings.minutes, math.ceil(planned.seconds / 60)))

    def next_session(self) -> tuple[int, int]:
        """The study day of the next session and the minutes that it should take."""
        tomorrow = self.today + 1
        seconds = self.settings.minutes * 60.0
        planned = self.plan(EVERYTHING, seconds=seconds, day=tomorrow)
        if planned.chosen:
            return tomorrow, self.minutes_of(planned)
        due = [memory.due_day for memory in self.memories.values()]
        return max(tomorrow, min(due, default=tomorrow)), 1

    def measure(self) -> tuple[Callable[[PromptKey], bool], int]:
        """What a sitting is measured by: which questions count, and how many there are. While a
        path is on they are the path's, unless the learner named something else."""
        ahead = () if self._scope.named else self._path_ahead()
        if not ahead:
            return lambda key: True, self.total_questions()
        choice = Choice(self._scope, self.settings.optional, self.settings.decks_off)
        found = [each for name in ahead if (each := self.find(name)) and choice.takes(*each)]
        cards = {f"{deck.id}/{card.id}" for deck, card in found}
        total = sum(len(card.parts) for _, card in found)
        return lambda key: card_of(key.prompt) in cards, total

    def unfinished(self) -> tuple[Planned, ...]:
        """What an earlier sitting of today left to come once more, within the scope asked for."""
        choice = Choice(self._scope, self.settings.optional, self.settings.decks_off)
        found = []
        for key in self.store.open_repeats(self.today):
            card, ready = self.find(key.prompt), self._ready(key.prompt)
            if card is None or ready is None or not choice.takes_deck(card[0]):
                continue
            away = self.progress.away(card_of(key.prompt), self.today)
            if not away and choice.takes(*card, met=True):
                found.append(ready)
        return tuple(found)

    def planned(self, event: Event) -> Planned | None:
        """The prompt that an undone event was about, ready to be asked again."""
        name = event.prompt or ""
        found = self.find(name)
        if found is None:
            return None
        part = name.split("/", 2)[2] if name.count("/") == 2 else found[1].parts[0]
        ready = self._ready(f"{card_of(name)}/{part}")
        return ready and ready._replace(practice=event.kind == PRACTICE)

    def rehearsal(self, prompts: Iterable[str]) -> Plan:
        """A plan of just these prompts (``deck/card/part``) in this order, to be practised: their
        answers reschedule nothing. Those that no deck at hand has are left out."""
        ready = [each._replace(practice=True) for name in prompts if (each := self._ready(name))]
        return Plan(tuple(ready), (), sum(each.seconds for each in ready))

    def _ready(self, prompt: str) -> Planned | None:
        found = self.find(prompt)
        if found is None or prompt.split("/", 2)[2] not in found[1].parts:
            return None
        deck, card = found
        key = PromptKey(prompt, card.rev)
        module = f"{deck.id}/{card.module}"
        candidate = Candidate(key, card_of(prompt), module, memory=self.memories.get(key))
        return Planned(candidate, 10.0, 0.0, False)

    def _candidates(self, scope: Scope, day: int, limit: int | None) -> list[Candidate]:
        choice = Choice(scope, self.settings.optional, self.settings.decks_off)
        enough = max(ENOUGH_NEW, 2 * (limit or 0))
        order = self._path_ahead() if not scope.named else ()
        if order:
            choice = replace(choice, only=frozenset(order))
        return candidates(
            self.library, self._index, self.progress, choice, day, new=enough, order=order
        )

    def _alike(self, day: int) -> Counter[str]:
        """New cards of each group and pair of look-alikes that were met on a study day."""
        found = (self.find(prompt) for prompt in self.store.new_cards_on(day))
        return Counter(name for each in found if each for name in names_of(*each))
