"""One sitting over a collection: the pure machine, driven by a front end, written to the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from recall.collection.asked import ALL_TOPICS, Questions
from recall.collection.editing import as_it_is_now
from recall.collection.outcome import Outcome
from recall.decks.question import Question
from recall.errors import StoreError
from recall.ids import PromptKey
from recall.memory.events import RESTART, REVIEW, Draft, Grade, Memory
from recall.session import machine as m
from recall.session.pacing import begin
from recall.session.rechecking import recheck
from recall.session.repeats import previews
from recall.session.rereading import reread
from recall.session.step import step
from recall.session.summary import Summary
from recall.session.values import Plan

if TYPE_CHECKING:
    from recall.collection.planning import Planning
    from recall.memory.scheduler import Preview


class Sitting:
    """What a front end holds while questions are asked.

    ``send`` is pure and instant; the effects it returns are carried out by ``perform``, which
    writes and may block, and whose result is sent in turn.
    """

    def __init__(
        self, collection: Planning, plan: Plan, *, minutes: int | None, cards: int | None
    ) -> None:
        self._collection = collection
        self._ticker: Callable[[], int] = collection.ticker
        self._absent_ms = 0
        self.minutes = minutes
        seed = collection.store.session.int & 0x7FFF_FFFF
        self._questions = Questions(collection.last_seen, seed)
        self.explained = collection.explained()
        self._outcome = Outcome(collection)
        practice = any(each.practice for each in plan.chosen)
        self._question: tuple[tuple[PromptKey, int], Question] | None = None
        self.state = begin(
            plan.chosen,
            plan.reserve,
            budget_ms=None if minutes is None else minutes * 60_000,
            limit=cards,
            at=self.now(),
            unfinished=() if practice else collection.unfinished(),
        )

    def now(self) -> int:
        """The monotonic clock without absences, in milliseconds: the ``at`` of inputs."""
        return self._ticker() - self._absent_ms

    def absent(self, ms: int) -> None:
        """So much time was spent elsewhere: no answer took it."""
        self._absent_ms += ms

    def reread(self) -> bool:
        """Go on with the decks as they are now; whether the question shown is still in one."""
        before, collection = self.question, self._collection
        self._questions.forget()
        self.state = reread(self.state, partial(as_it_is_now, collection))
        self._question = None
        after, showing = self.question, self.state.showing
        if before is None or after is None or showing is None:
            return True
        self.state = recheck(self.state, before, after)
        return as_it_is_now(collection, showing.planned) is not None

    def send(self, event: m.Input) -> tuple[m.Effect, ...]:
        """Take an input; returns what is to be carried out."""
        self.state, effects = step(self.state, event)
        return effects

    def perform(self, effect: m.Effect) -> m.Input:
        """Carry out a write and say how it went. Blocks until it is on disk."""
        try:
            match effect:
                case m.Save(draft):
                    return self._save(draft)
                case m.TakeBack():
                    return self._take_back()
        except StoreError as fault:
            return m.Failed(f"{fault.what}. {fault.mend}." if fault.mend else f"{fault.what}.")

    def more(self, minutes: int = 5) -> m.More:
        """Plan some minutes more, questions that are hardly fading included. Blocks."""
        plan = self._collection.plan_more(minutes)
        return m.More(self.now(), minutes * 60_000, plan.chosen, plan.reserve)

    @property
    def question(self) -> Question | None:
        """The question on the screen; None when the sitting is over."""
        showing = self.state.showing
        if showing is None:
            return None
        turn = (showing.key, showing.asked_at)
        if self._question is None or self._question[0] != turn:
            self._question = (turn, self._questions.build(showing.key, showing.asked_at))
        return self._question[1]

    @property
    def previews(self) -> Mapping[Grade, Preview]:
        """What each grade would mean for the question on the screen; nothing in practice."""
        showing = self.state.showing
        if showing is None or showing.planned.practice:
            return {}
        memory = self._collection.memories.get(showing.key)
        collection = self._collection
        return previews(collection.scheduler, memory, collection.today, showing.shown)

    @property
    def first_time(self) -> frozenset[str]:
        """Topics not explained yet: kinds of card, ``hard``, ``intervals``; and ``updated`` for a
        question whose text has changed a lot since the learner's last sitting."""
        done = [each for each in self.state.done if each.grade is not None]
        seen = {self._questions.topic(each.showing.key) for each in done}
        if done:
            seen.add("intervals")
        if len(done) > 1 or any(each.grade == Grade.HARD for each in done):
            seen.add("hard")
        topics = ALL_TOPICS - self.explained - seen
        showing = self.state.showing
        if showing is not None and showing.planned.practice:
            topics -= {"intervals"}
        if showing is None or showing.planned.candidate.card not in self._collection.updated:
            return topics
        answered = any(each.showing.key == showing.key for each in done)
        return topics if answered else topics | {"updated"}

    def fraction_used(self) -> float:
        """How much of the sitting is used, 0 to 1, the question on the screen included."""
        state = self.state
        if state.budget_ms is None:
            return min(1.0, state.asked / state.to_ask) if state.to_ask else 1.0
        return min(1.0, (state.spent_ms + self._running()) / state.budget_ms)

    def ms_left(self) -> int | None:
        """Time left, the question on the screen taken off; None where cards are counted."""
        left = self.state.left_ms
        return None if left is None else max(0, left - self._running())

    def text_of(self, prompt: str) -> str:
        """What tells a prompt or card that was just undone or hidden from the others."""
        return self._questions.text_of(prompt)

    def look_again(self, key: PromptKey) -> tuple[str, str]:
        """A question, of a scenario the case, and its answer, for a last look."""
        return self.text_of(key.prompt), self._questions.build(key).answer

    def summary(self) -> Summary:
        """What the sitting came to so far."""
        return self._outcome.summary(self.state)

    def next_session(self) -> tuple[int, int]:
        """The study day of the next session and the minutes it should take. Blocks a little."""
        return self._collection.next_session()

    def _running(self) -> int:
        showing = self.state.showing
        return 0 if showing is None else min(60_000, max(0, self.now() - showing.asked_at))

    def _save(self, draft: Draft) -> m.Stored:
        collection = self._collection
        if draft.kind != REVIEW:  # Practice is an event like those that set a card: never folded.
            (event,) = collection.store.append([draft])
            collection.refresh_cards()
            return m.Stored(self.now(), event.id)
        event, memory = collection.store.record_review(draft)
        self._remember(event.key, memory)
        return m.Stored(self.now(), event.id, memory)

    def _take_back(self) -> m.Undone:
        collection = self._collection
        undone = collection.store.undo(collection.store.session)
        if not undone:
            return m.Undone(self.now(), None)
        last = undone[0]
        if last.kind == REVIEW:
            self._remember(last.key, collection.store.memory(last.key))
        elif last.kind == RESTART:
            collection.refresh()
        else:
            collection.refresh_cards()
        if len(undone) > 1:
            return m.Undone(self.now(), last, cards=len(undone))
        return m.Undone(self.now(), last, collection.planned(last))

    def _remember(self, key: PromptKey, memory: Memory | None) -> None:
        memories = self._collection.memories
        self._outcome.changes(key, memories.get(key))
        if memory is None:
            memories.pop(key, None)
        else:
            memories[key] = memory
