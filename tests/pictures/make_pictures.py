"""Make the pictures of the README with the app itself: the same every time.

usage: python tests/pictures/make_pictures.py
"""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from recall.clock import DAY_MS, Moment
from recall.collection.collection import Collection
from recall.collection.open import open_collection
from recall.decks.library import Place
from recall.memory.events import REVIEW, Draft
from recall.paths import shipped_decks_folder
from recall.settings import Settings
from recall.tui.app import RecallApp
from recall.tui.journey import LearnerJourney

FOLDER = Path(__file__).parent
SATURDAY = 20_785 * DAY_MS + 18 * 3_600_000
DAYS_STUDIED = 5
SIZE = (80, 24)


class Stage:
    """A learner who has studied for some days, and a clock that moves when it is told to."""

    def __init__(self, folder: Path, days: int = DAYS_STUDIED) -> None:
        self._folder = folder
        self._dice = random.Random(28)
        self.wall_ms = SATURDAY - days * DAY_MS
        for _ in range(days):
            self._study()
            self.wall_ms += DAY_MS
        self.wall_ms = SATURDAY

    def open(self) -> Collection:
        """Their collection over the shipped decks."""
        return open_collection(
            settings=Settings(),
            file=self._folder / "recall.sqlite3",
            clock=lambda: Moment(self.wall_ms, 0),
            ticker=lambda: self.wall_ms,
            randomness=self._dice.randbytes,
            places=[Place(shipped_decks_folder(), "shipped")],
        )

    def _study(self) -> None:
        collection = self.open()
        for planned in collection.plan(seconds=300.0).chosen:
            key = planned.candidate.key
            self.wall_ms += 15_000
            grade = self._dice.choice((1, 2, 3, 3, 3, 3, 4))
            details = {"shown": "new" if planned.is_new else "review"}
            draft = Draft(REVIEW, key.prompt, key.rev, grade, 9_000, details=details)
            collection.store.append([draft])
        collection.close()


async def take_pictures() -> None:
    """All of them, one after the other."""
    await take_pictures_of_a_session()
    await take_picture_of_browsing()
    await take_picture_of_insight()
    await take_picture_of_the_settings()
    await take_picture_of_the_compass()


async def take_pictures_of_a_session() -> None:
    """Home, and the first plain question of the PDCA deck with its answer."""
    with staged() as stage:
        async with shown(stage, scope_words=("pdca",)) as (pilot, app):
            await _wait_for(pilot, app, "Begin")
            _save(app, "home")
        async with shown(stage, start="review", scope_words=("pdca",)) as (pilot, app):
            await _wait_for(pilot, app, "Show&#160;the&#160;answer")
            stage.wall_ms += 9_000
            await pilot.press("space")
            await _wait_for(pilot, app, "Got&#160;it")
            _save(app, "review")


async def take_picture_of_browsing() -> None:
    """The PDCA deck's cards, the weakest first, two of them chosen."""
    with staged() as stage:
        browsing = shown(stage, start="browse", search="deck:pdca", sort="recall")
        async with browsing as (pilot, app):
            await _wait_for(pilot, app, "weakest&#160;first")
            await pilot.press("space", "j", "space")
            await _wait_for(pilot, app, "2&#160;chosen")
            _save(app, "browse")


async def take_picture_of_insight() -> None:
    """What a learner of seven weeks would recall, over time and by deck."""
    with staged(days=49) as stage:
        async with shown(stage) as (pilot, app):
            await _wait_for(pilot, app, "Begin")
            await pilot.press("i")
            await _wait_for(pilot, app, "By&#160;deck")
            _save(app, "insight")


async def take_picture_of_the_settings() -> None:
    """The list of settings, in the theme of high contrast."""
    with staged() as stage:
        async with shown(stage, Settings(theme="high-contrast")) as (pilot, app):
            await _wait_for(pilot, app, "Begin")
            await pilot.press(",", "j", "j")
            await _wait_for(pilot, app, "Grade&#160;with")
            _save(app, "settings")


async def take_picture_of_the_compass() -> None:
    """The profile of a problem between kaizen and breakthrough."""
    with staged() as stage:
        async with shown(stage) as (pilot, app):
            await _wait_for(pilot, app, "Begin")
            await pilot.press("w")
            await _wait_for(pilot, app, "What&#160;is&#160;it")
            words = ("space" if sign == " " else sign for sign in "Orders leave late")
            await pilot.press(*words, "enter", "2", "1", "0", *"112332115145")
            await _wait_for(pilot, app, "Study")
            await pilot.press(*["pagedown"] * 6)
            await _wait_for(pilot, app, "Requirements")
            _save(app, "compass")


@contextmanager
def staged(days: int = DAYS_STUDIED) -> Iterator[Stage]:
    """A stage in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        yield Stage(Path(folder), days)


@asynccontextmanager
async def shown(
    stage: Stage, settings: Settings | None = None, **journey: Any
) -> AsyncIterator[tuple[Pilot[int], RecallApp]]:
    """The app over a stage's collection; ``journey`` says where it starts."""
    app = RecallApp(LearnerJourney(stage.open, **journey), settings or Settings())
    async with app.run_test(size=SIZE) as pilot:
        yield pilot, app


async def _wait_for(pilot: Pilot[int], app: RecallApp, text: str) -> None:
    for _ in range(200):
        await pilot.pause(0.05)
        if text in app.export_screenshot():
            return
    raise RuntimeError(f"{text} was never shown")


def _save(app: RecallApp, name: str) -> None:
    picture = app.export_screenshot(title="recall")
    (FOLDER / f"{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(take_pictures())
