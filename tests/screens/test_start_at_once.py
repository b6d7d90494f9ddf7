"""Home as the last session left it is there at once, while the collection is being opened."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from recall.clock import Moment
from recall.collection.home import Home
from recall.collection.last_home import last_home
from recall.collection.open import open_collection
from recall.errors import StoreError
from recall.settings import Settings
from recall.tui.app import RecallApp
from recall.tui.journey import LearnerJourney
from tests.support.screens import USUAL, FakeCollection, FakeSitting, Window
from tests.support.small import small_deck

LEFT = replace(USUAL, sentence="6 questions to review, 2 new. About 4 minutes.")


class Slow:
    """A collection that opens when it is told to."""

    def __init__(self, cards: dict[str, Any]) -> None:
        self.sitting = FakeSitting([cards["basic"]])
        self.collection = FakeCollection(self.sitting, USUAL)
        self.gate = threading.Event()
        self.fault: StoreError | None = None

    def open(self) -> Any:
        self.gate.wait(10)
        if self.fault:
            raise self.fault
        return self.collection


@pytest.fixture
def slow(cards) -> Slow:  # type: ignore[no-untyped-def]
    return Slow(cards)


@asynccontextmanager
async def started(slow: Slow, left: Home | None, start: str = "home") -> AsyncIterator[Window]:
    journey = LearnerJourney(slow.open, start=start, last_home=lambda: left)
    app = RecallApp(journey, Settings(), ascii_only=False)
    try:
        async with app.run_test() as pilot:
            yield Window(app, pilot, slow.sitting)
    finally:
        slow.gate.set()
        app.close()


async def test_it_is_shown_before_anything_is_opened(slow: Slow) -> None:
    async with started(slow, LEFT) as shown:
        await shown.settle(lambda: shown.has(LEFT.sentence))
        assert shown.has("If asked today, you would recall about")
        assert not shown.app.idle


async def test_other_figures_take_their_place_quietly(slow: Slow) -> None:
    async with started(slow, LEFT) as shown:
        await shown.settle(lambda: shown.has(LEFT.sentence))
        slow.gate.set()
        await shown.settle()
        assert shown.has(USUAL.sentence)
        assert not shown.has(LEFT.sentence)


async def test_enter_waits_for_the_collection_and_then_begins(slow: Slow) -> None:
    async with started(slow, LEFT) as shown:
        await shown.settle(lambda: shown.has(LEFT.sentence))
        await shown.pilot.press("enter")
        assert shown.has(LEFT.sentence)
        slow.gate.set()
        await shown.settle(lambda: shown.has("Show the answer"))
        assert not slow.sitting.saved


async def test_leaving_does_not_wait(slow: Slow) -> None:
    async with started(slow, LEFT) as shown:
        await shown.settle(lambda: shown.has(LEFT.sentence))
        await shown.pilot.press("q")
        assert shown.app._exit


async def test_a_database_that_cannot_be_opened_still_ends_the_app(slow: Slow) -> None:
    slow.fault = StoreError("the database is held", where="x.sqlite3", mend="try again")
    async with started(slow, LEFT) as shown:
        await shown.settle(lambda: shown.has(LEFT.sentence))
        slow.gate.set()
        await shown.settle(lambda: bool(shown.app.said))
        assert "x.sqlite3: the database is held" in shown.app.said


async def test_where_nothing_was_left_the_first_frame_waits(slow: Slow) -> None:
    async with started(slow, None) as shown:
        await shown.pilot.pause()
        assert not shown.has("If asked today")
        slow.gate.set()
        await shown.settle()
        assert shown.has(USUAL.sentence)


async def test_a_session_begun_at_once_does_not_show_home_first(slow: Slow) -> None:
    async with started(slow, LEFT, start="review") as shown:
        await shown.pilot.pause(0.1)
        assert not shown.has(LEFT.sentence)
        slow.gate.set()
        await shown.settle(lambda: shown.has("Show the answer"))


LATER = 1_995_953_600_000


@pytest.fixture
def world(tmp_path: Path) -> dict[str, Any]:
    return {
        "settings": Settings(),
        "clock": lambda: Moment(LATER, 0),
        "file": tmp_path / "recall.sqlite3",
        "places": small_deck(tmp_path),
    }


def _app(world: dict[str, Any], open_now: Callable[[], Any] | None = None) -> RecallApp:
    def left() -> Home | None:
        return last_home(**world)

    journey = LearnerJourney(open_now or (lambda: open_collection(**world)), last_home=left)
    return RecallApp(journey, Settings(), ascii_only=False)


@pytest.mark.parametrize("end", ["home", "card", "summary"])
async def test_whatever_a_session_ends_with_the_next_start_shows_it(
    world: dict[str, Any], end: str
) -> None:
    keys = {"home": (), "card": ("enter", "space", "3"), "summary": ("enter", "space", "3", "q")}
    app = _app(world)
    async with app.run_test() as pilot:
        shown = Window(app, pilot, None)
        await shown.settle()
        for key in keys[end]:
            # The two keys that grade wait until a reveal is seen.
            await pilot.pause(0.35)
            await shown.press(key)
    app.close()
    left = last_home(**world)
    assert left is not None
    assert (left.status == "first") == (end == "home")
    collection = open_collection(**world)
    try:
        assert collection.home() == left
    finally:
        collection.close()


async def test_an_app_that_is_killed_at_home_has_left_it_behind(world: dict[str, Any]) -> None:
    app = _app(world)
    async with app.run_test() as pilot:
        shown = Window(app, pilot, None)
        await shown.settle(lambda: shown.app.idle and last_home(**world) is not None)
    app.desk.close(app.journey.collection.close)
