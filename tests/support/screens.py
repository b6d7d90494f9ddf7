"""The app without decks or database: a sitting over given questions, and what the screen shows."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from textual import _wait
from textual.pilot import Pilot

from recall.collection.asked import ALL_TOPICS
from recall.collection.home import Home
from recall.collection.origin import NOWHERE
from recall.decks.question import Question
from recall.ids import PromptKey, card_of
from recall.memory.events import REVIEW, Event, Grade, Memory
from recall.memory.scheduler import Preview
from recall.session import machine as m
from recall.session.pacing import begin
from recall.session.repeats import comes_again
from recall.session.step import step
from recall.session.summary import Summary, summarise
from recall.session.values import Candidate, Planned
from recall.settings import Settings
from recall.tui.app import RecallApp
from recall.tui.journey import LearnerJourney
from tests.support.homes import USUAL
from tests.support.log_at_hand import LogAtHand

# The pilot looks only every fiftieth of a second whether the app has come to rest: several times
# for each of the thousands of keys that are pressed here.
_wait.SLEEP_GRANULARITY, _wait.SLEEP_IDLE = 0.004, 0.0006

DAY = 20_785  # Saturday 28 November 2026
DAYS = {Grade.AGAIN: 1, Grade.HARD: 4, Grade.GOOD: 9, Grade.EASY: 21}


class FakeSitting:
    """The sitting that front ends see, over questions at hand; what it writes is only listed."""

    minutes: int | None = 5

    def __init__(
        self,
        questions: Sequence[Question],
        *,
        met: bool = True,
        topics: frozenset[str] = frozenset(),
        days: Mapping[Grade, int] = DAYS,
        budget_ms: int | None = 300_000,
        spent_ms: int = 120_000,
        limit: int | None = None,
    ) -> None:
        self.questions = {each.key: each for each in questions}
        self.topics = topics
        self.days = days
        self.ticks = 1_000
        self.saved: list[Any] = []
        self.fails = ""
        self.gate = threading.Event()
        self.gate.set()
        plan = tuple(_planned(each.key, met) for each in questions)
        self.state = begin(plan, (), budget_ms=budget_ms, limit=limit, at=self.ticks)
        self.state = replace(self.state, spent_ms=spent_ms)

    def now(self) -> int:
        return self.ticks

    def send(self, event: m.Input) -> tuple[m.Effect, ...]:
        self.state, effects = step(self.state, event)
        return effects

    def perform(self, effect: m.Effect) -> m.Input:
        self.gate.wait(5)
        if self.fails:
            return m.Failed(self.fails)
        if isinstance(effect, m.Save):
            self.saved.append(effect.draft)
            number = UUID(int=len(self.saved))
            memory = _memory(number) if effect.draft.kind == REVIEW else None
            return m.Stored(self.now(), number, memory)
        if not self.saved:
            return m.Undone(self.now(), None)
        number, draft = UUID(int=len(self.saved)), self.saved.pop()
        event = Event(number, number, number, draft.kind, 0, 0, DAY, draft.prompt, draft.rev,
                      draft.grade, details=draft.details)  # fmt: skip
        found = [key for key in self.questions if card_of(key.prompt) == card_of(draft.prompt)]
        return m.Undone(self.now(), event, _planned(found[0], True))

    def more(self, minutes: int = 5) -> m.More:
        plan = tuple(_planned(key, True) for key in self.questions)
        return m.More(self.now(), minutes * 60_000, plan, ())

    @property
    def question(self) -> Question | None:
        showing = self.state.showing
        return self.questions[showing.key] if showing else None

    @property
    def previews(self) -> Mapping[Grade, Preview]:
        showing = self.state.showing
        if showing is None:
            return {}
        return {
            grade: Preview(days, comes_again(showing.shown, grade))
            for grade, days in self.days.items()
        }

    @property
    def first_time(self) -> frozenset[str]:
        return self.topics & ALL_TOPICS

    def fraction_used(self) -> float:
        return min(1.0, self.state.spent_ms / (self.state.budget_ms or 1))

    def ms_left(self) -> int | None:
        return self.state.left_ms

    def text_of(self, prompt: str) -> str:
        cards = {card_of(key.prompt): each.text for key, each in self.questions.items()}
        return cards.get(card_of(prompt), "")

    def look_again(self, key: PromptKey) -> tuple[str, str]:
        return self.questions[key].text, self.questions[key].answer

    def summary(self) -> Summary:
        return summarise(self.state, before=43.0, after=50.0, total=140)

    def next_session(self) -> tuple[int, int]:
        return DAY + 1, 5

    @property
    def grades(self) -> list[int]:
        """The grades that were written, oldest first."""
        return [draft.grade for draft in self.saved if draft.kind == REVIEW]


def _planned(key: PromptKey, met: bool) -> Planned:
    memory = _memory(UUID(int=0)) if met else None
    return Planned(Candidate(key, card_of(key.prompt), memory=memory), 5.0, 0.1, True)


def _memory(last: UUID) -> Memory:
    return Memory(5.0, 5.0, DAY, DAY + 5, 1, 0, 3, 1, 0.0, 0, last)


class FakeCollection:
    """What the app opens: Home as given, and always the same sitting."""

    def __init__(self, sitting: FakeSitting, home: Home = USUAL) -> None:
        self.sitting = sitting
        self._home = home
        self.library = SimpleNamespace(loaded=(), broken=())
        self.today = DAY
        self.origin = NOWHERE
        self.asked: list[Any] = []
        self.closed = False
        self.advised = ""
        self.settings = Settings()
        self.store = LogAtHand(DAY)
        self.cards: dict[str, Any] = {}

    def home(self, scope: Any = None) -> Home:
        self.asked.append(scope)
        if scope is not None and scope.decks:
            title = next(each.title for each in self._home.decks if each.id == scope.decks[0])
            words = f"{title} only: 3 new questions. About 1 minute."
            return replace(self._home, sentence=words, narrow_sentence=words)
        return self._home

    def sit(self, scope: Any, minutes: int | None, cards: int | None) -> FakeSitting:
        self.asked.append((scope, minutes, cards))
        return self.sitting

    def follow_decks(self) -> None:
        pass

    def advice(self, state: Any) -> str:
        return self.advised

    def take_settings(self, settings: Settings) -> None:
        self.settings = settings

    def find(self, name: str) -> Any:
        return self.cards.get(name)

    def wake(self) -> None:
        self.awake = True

    def close(self) -> None:
        self.closed = True


class Window:
    """A running app in a test: press keys, let time pass, read the screen."""

    def __init__(self, app: RecallApp, pilot: Pilot[int], sitting: FakeSitting | None) -> None:
        self.app = app
        self.pilot = pilot
        self.sitting = sitting

    async def press(self, *keys: str, wait_ms: int = 1_000) -> None:
        """Press keys, each ``wait_ms`` of the sitting's clock after the last."""
        for key in keys:
            if self.sitting is not None:
                self.sitting.ticks += wait_ms
            await self.pilot.press(key)
            await self.settle()

    async def settle(self, until: Callable[[], bool] | None = None) -> None:
        """Wait until nothing is being written or planned."""
        for _ in range(400):
            await self.pilot.pause()
            done = until() if until else self.app.idle
            if done:
                await self.pilot.pause()
                return
            await asyncio.sleep(0.005)
        raise AssertionError("the app did not come to rest")

    @property
    def text(self) -> str:
        """The screen as plain text, blanks at line ends left out."""
        return screen_text(self.app)

    def has(self, words: str) -> bool:
        """Whether the screen says so, line ends and runs of blanks aside."""
        return " ".join(words.split()) in " ".join(self.text.split())


def screen_text(app: RecallApp) -> str:
    """What stands on the screen, row by row."""
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join(strip.text.rstrip() for strip in strips).rstrip("\n") + "\n"


@asynccontextmanager
async def window(
    questions: Sequence[Question] = (),
    *,
    size: tuple[int, int] = (80, 24),
    start: str = "review",
    home: Home = USUAL,
    settings: Settings | None = None,
    ascii_only: bool = False,
    **sitting: Any,
) -> AsyncIterator[Window]:
    """The app over given questions, its first place on the screen."""
    fake = FakeSitting(questions, **sitting)
    collection = FakeCollection(fake, home)
    journey = LearnerJourney(lambda: collection, start=start)  # type: ignore[arg-type, return-value]
    app = RecallApp(journey, settings or Settings(), ascii_only=ascii_only)
    try:
        async with app.run_test(size=size) as pilot:
            shown = Window(app, pilot, fake)
            await shown.settle()
            yield shown
    finally:
        fake.gate.set()
        app.close()
