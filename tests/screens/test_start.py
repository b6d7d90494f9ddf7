"""What the app imports and when; the app over a real collection; leaving in every way."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from recall.clock import Moment
from recall.collection.collection import Collection, Opener
from recall.collection.open import open_collection
from recall.settings import Settings
from recall.tui.app import RecallApp
from recall.tui.commands import Commands, Rows
from recall.tui.journey import LearnerJourney
from recall.tui.themed import ThemedApp
from recall.tui.widgets import Part, Stage
from tests.support.screens import Window
from tests.support.small import SMALL, small_deck

NOON = 1_795_953_600_000  # Saturday 2026-11-28, 12:00 UTC


def test_the_app_imports_neither_database_nor_model_nor_yaml() -> None:
    code = (
        "import sys, recall.tui.app\n"
        "late = ['sqlalchemy', 'alembic', 'fsrs', 'yaml', 'sqlite3', 'click',\n"
        "        'recall.collection', 'recall.store']\n"
        "print([name for name in late if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("kind", [RecallApp, ThemedApp, Rows, Commands, Stage, Part])
def test_no_name_of_textual_is_taken_by_accident(kind: type) -> None:
    meant = {"__init__", "compose", "get_default_screen", "get_system_commands", "_watch_theme"}
    meant |= {"action_help_quit", "action_command_palette", "render_line"}
    own = {name for name, value in vars(kind).items() if callable(value)} - meant
    textual = next(each for each in kind.__mro__ if each.__module__.startswith("textual."))
    assert {name for name in own if hasattr(textual, name) and not name.startswith("__")} == set()


@pytest.fixture
def opener(tmp_path: Path) -> Opener:
    places = small_deck(tmp_path)
    ticks = [0]

    def ticker() -> int:
        ticks[0] += 500
        return ticks[0]

    def open_now() -> Collection:
        return open_collection(
            settings=Settings(),
            clock=lambda: Moment(NOON, 0),
            ticker=ticker,
            file=tmp_path / "recall.sqlite3",
            places=places,
        )

    return open_now


@asynccontextmanager
async def started(opener: Opener, start: str = "home") -> AsyncIterator[Window]:
    """The app over the small deck, once its first place is on the screen."""
    app = RecallApp(LearnerJourney(opener, start=start), Settings(), ascii_only=False)
    try:
        async with app.run_test() as pilot:
            shown = Window(app, pilot, None)
            await shown.settle()
            yield shown
    finally:
        app.close()


async def test_a_whole_session_over_a_real_collection(opener: Opener) -> None:
    async with started(opener) as shown:
        assert shown.has("3 new questions")
        await shown.press("enter", "space")
        assert shown.has("1 New to me")
        await shown.press("3", "space", "u", "space", "4", "space", "3", "space", "3")
        assert shown.has("3 new questions met. Tomorrow shows what stayed.")
    collection = opener()
    try:
        kinds = [event.kind for event in collection.store.events()]
        assert kinds == ["review", "void", "review", "review", "review"]
    finally:
        collection.close()


async def test_leaving_in_mid_card_keeps_what_was_graded(opener: Opener) -> None:
    async with started(opener, start="review") as shown:
        await shown.press("space", "3", "space", "q")
        assert shown.has("1 question, all saved. The rest will keep.")
        await shown.press("u")
        assert shown.has("What comes first?")


async def test_home_takes_back_what_an_earlier_session_did_and_says_what(opener: Opener) -> None:
    async with started(opener, start="review") as shown:
        await shown.press("space", "3", "f", "q")
    async with started(opener) as shown:
        await shown.press("u")
        assert shown.has('Undone: mark on "What comes second?"')
        await shown.press("u")
        assert shown.has('Undone: Got it on "What comes first?"')
        assert shown.has("3 new questions")
        await shown.press("u")
        assert shown.has("Nothing to undo.")


async def test_a_mark_said_on_a_card_is_taken_away_by_u_where_one_goes_then(opener: Opener) -> None:
    async with started(opener) as shown:
        await shown.press("enter", "f", "q")
        assert shown.has("Welcome.")
        assert shown.has("u takes the mark away.")
        await shown.press("u")
        assert shown.has("Undone: mark on")


async def test_a_deck_saved_meanwhile_is_told_on_coming_back_home(
    opener: Opener, tmp_path: Path
) -> None:
    deck = tmp_path / "decks" / "small.yaml"
    async with started(opener) as shown:
        await shown.press("enter")
        deck.write_text(SMALL.replace("q: What comes first?", "qq: What comes first?"))
        await shown.press("q")
        assert shown.has("small.yaml, line 5: ")
        assert shown.has("Its last good version is in use.")
        await shown.press("enter")
        assert shown.has("What comes first?")
        deck.write_text(SMALL.replace("What comes first?", "Which one comes first?"))
        await shown.press("q")
        assert not shown.has("last good version")
        await shown.press("enter")
        assert shown.has("Which one comes first?")


async def test_an_unknown_deck_ends_the_app_with_the_nearest_name(opener: Opener) -> None:
    app = RecallApp(
        LearnerJourney(opener, start="review", scope_words=["smal"]), Settings(), ascii_only=False
    )
    async with app.run_test() as pilot:
        for _ in range(300):
            await pilot.pause(0.01)
            if app.said:
                break
    app.close()
    assert "small" in app.said
    assert app.return_code == 2
