"""What the app imports and when; the app over a real collection; leaving in every way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from recall.clock import Moment
from recall.collection.collection import Collection
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
def opener(tmp_path: Path):  # type: ignore[no-untyped-def]
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


async def test_a_whole_session_over_a_real_collection(opener) -> None:  # type: ignore[no-untyped-def]
    app = RecallApp(LearnerJourney(opener), Settings(), ascii_only=False)
    async with app.run_test() as pilot:
        shown = Window(app, pilot, None)
        await shown.settle()
        assert shown.has("3 new questions")
        await shown.press("enter", "space")
        assert shown.has("1 New to me")
        await shown.press("3", "space", "u", "space", "4", "space", "3", "space", "3")
        assert shown.has("3 new questions met. Tomorrow shows what stayed.")
    app.close()
    collection = opener()
    try:
        kinds = [event.kind for event in collection.store.events()]
        assert kinds == ["review", "void", "review", "review", "review"]
    finally:
        collection.close()


async def test_leaving_in_mid_card_keeps_what_was_graded(opener) -> None:  # type: ignore[no-untyped-def]
    app = RecallApp(LearnerJourney(opener, start="review"), Settings(), ascii_only=False)
    async with app.run_test() as pilot:
        shown = Window(app, pilot, None)
        await shown.settle()
        await shown.press("space", "3", "space", "q")
        assert shown.has("1 question, all saved. The rest will keep.")
        await shown.press("u")
        assert shown.has("What comes first?")
    app.close()


async def test_home_takes_back_what_an_earlier_session_did_and_says_what(opener) -> None:  # type: ignore[no-untyped-def]
    app = RecallApp(LearnerJourney(opener, start="review"), Settings(), ascii_only=False)
    async with app.run_test() as pilot:
        shown = Window(app, pilot, None)
        await shown.settle()
        await shown.press("space", "3", "f", "q")
    app.close()
    app = RecallApp(LearnerJourney(opener), Settings(), ascii_only=False)
    async with app.run_test() as pilot:
        shown = Window(app, pilot, None)
        await shown.settle()
        await shown.press("u")
        assert shown.has('Undone: mark on "What comes second?"')
        await shown.press("u")
        assert shown.has('Undone: Got it on "What comes first?"')
        assert shown.has("3 new questions")
        await shown.press("u")
        assert shown.has("Nothing to undo.")
    app.close()


async def test_a_mark_said_on_a_card_is_taken_away_by_u_where_one_goes_then(opener) -> None:  # type: ignore[no-untyped-def]
    app = RecallApp(LearnerJourney(opener), Settings(), ascii_only=False)
    async with app.run_test() as pilot:
        shown = Window(app, pilot, None)
        await shown.settle()
        await shown.press("enter", "f", "q")
        assert shown.has("Welcome.")
        assert shown.has("u takes the mark away.")
        await shown.press("u")
        assert shown.has("Undone: mark on")
    app.close()


async def test_a_deck_saved_meanwhile_is_told_on_coming_back_home(opener, tmp_path) -> None:  # type: ignore[no-untyped-def]
    deck = tmp_path / "decks" / "small.yaml"
    app = RecallApp(LearnerJourney(opener), Settings(), ascii_only=False)
    async with app.run_test() as pilot:
        shown = Window(app, pilot, None)
        await shown.settle()
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
    app.close()


async def test_an_unknown_deck_ends_the_app_with_the_nearest_name(opener) -> None:  # type: ignore[no-untyped-def]
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
