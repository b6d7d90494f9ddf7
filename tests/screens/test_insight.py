"""Insight: five questions, one to a page, each with a sentence first; at the end the cards."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from recall.clock import DAY_MS, Moment
from recall.collection import insight as gathering
from recall.collection.collection import Collection
from recall.collection.open import open_collection
from recall.collection.setting_cards import HIDE
from recall.decks.library import Place
from recall.insight.sentences import QUESTIONS
from recall.memory.events import REVIEW, SUSPEND, Draft
from recall.settings import Settings
from recall.tui.app import RecallApp
from recall.tui.journey import LearnerJourney
from recall.tui.screens import card_page
from tests.support.insights import SAMPLE
from tests.support.screens import Window, window

Matches = Callable[[str, str], None]
SATURDAY, NOON = 20_785, 12 * 3_600_000
NAMES = ("growth", "forecast", "keeping", "honesty", "struggle")


class Gathering:
    """Stands in for what looks back: gives the sample, slowly where a test holds the gate."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.parts: list[float] = []
        self.times = 0

    def __call__(self, collection: Any, told: Callable[[float], None]) -> Any:
        self.times += 1
        for part in self.parts:
            told(part)
        self.gate.wait(5)
        return SAMPLE


@pytest.fixture
def gather(monkeypatch: pytest.MonkeyPatch) -> Gathering:
    found = Gathering()
    monkeypatch.setattr(gathering, "gather", found)
    return found


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (160, 50)])
@pytest.mark.parametrize("number", range(5))
async def test_each_question_has_a_page_with_one_sentence_first(
    number: int, size: tuple[int, int], gather: Gathering, matches: Matches
) -> None:
    async with window(start="home", size=size) as shown:
        await shown.press("i", *["right"] * number)
        matches(f"insight-{NAMES[number]}-{size[0]}x{size[1]}", shown.text)
        assert QUESTIONS[number] in shown.text


async def test_one_key_leads_to_the_next_question_and_another_back(gather: Gathering) -> None:
    async with window(start="home") as shown:
        await shown.press("i", "space", "right", "tab", "right")
        assert shown.has("What do I not get? 5 of 5")
        await shown.press("right", "left", "left")
        assert shown.has("Is the app honest? 4 of 5")
        await shown.press("escape")
        assert shown.has("8 questions to review")
        assert gather.times == 1


async def test_a_small_window_scrolls(gather: Gathering) -> None:
    async with window(start="home", size=(40, 15)) as shown:
        await shown.press("i")
        assert "↓ more" in shown.text
        await shown.press(*["pagedown"] * 4)
        assert shown.has("1 deck not started")
        await shown.press("k")
        assert shown.has("Kaizen foundati")


async def test_in_ascii_every_sign_has_its_twin(gather: Gathering, matches: Matches) -> None:
    async with window(start="home", size=(40, 15), ascii_only=True) as shown:
        await shown.press("i")
        matches("insight-growth-ascii-40x15", shown.text)
        for _ in range(4):
            assert shown.text.isascii()
            await shown.press("right")


async def test_without_colours_nothing_is_missing(
    gather: Gathering, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with window(start="home") as shown:
        await shown.press("i", "left")
        coloured = shown.text
    monkeypatch.setenv("NO_COLOR", "1")
    async with window(start="home") as shown:
        await shown.press("i", "left")
        assert shown.text == coloured


async def test_while_it_looks_back_a_bar_shows_after_a_moment(
    gather: Gathering, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recall.tui.screens.insight.BAR_AFTER", 0.0)
    gather.parts = [0.1, 0.5]
    gather.gate.clear()
    async with window(start="home") as shown:
        await shown.pilot.press("i")
        await shown.settle(lambda: "█" in shown.text)
        assert shown.has("Looking back.")
        assert shown.text.count("█") == shown.text.count("░") == 12
        gather.gate.set()
        await shown.settle()
        assert shown.has("You would recall about 143")


async def test_with_reduced_motion_no_bar_moves(
    gather: Gathering, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recall.tui.screens.insight.BAR_AFTER", 0.0)
    gather.parts = [0.5]
    gather.gate.clear()
    async with window(start="home") as shown:
        shown.app.journey.collection.settings = Settings(reduced_motion=True)
        await shown.pilot.press("i")
        await shown.settle(lambda: shown.has("Looking back."))
        assert "█" not in shown.text
        gather.gate.set()
        await shown.settle()


async def test_leaving_while_it_looks_back_is_possible(gather: Gathering) -> None:
    gather.gate.clear()
    async with window(start="home") as shown:
        await shown.pilot.press("i", "q")
        gather.gate.set()
        await shown.settle()
        assert shown.has("8 questions to review")


class Setter:
    """Stands in for what sets something for cards and takes it back."""

    def __init__(self, collection: Any) -> None:
        self.done: list[tuple[str, ...]] = []

    def set_cards(self, names: list[str], what: str) -> str:
        self.done.append((what, *names))
        return SUSPEND

    def undo(self) -> tuple[str, ...]:
        return self.done.pop()[1:] if self.done else ()


async def test_a_question_that_gives_trouble_is_put_away_and_brought_back(
    gather: Gathering, monkeypatch: pytest.MonkeyPatch
) -> None:
    setter = Setter(None)
    monkeypatch.setattr("recall.tui.screens.insight.CardSetter", lambda collection: setter)
    async with window(start="home") as shown:
        await shown.press("i", "left", "u")
        assert shown.has("Nothing to undo.")
        assert shown.has("▸ Orders pile up")
        await shown.press("j", "j", "s")
        assert shown.has("Put away: it will not be asked. u brings it back.")
        assert setter.done == [(HIDE, "pdca/first-phase")]
        assert gather.times == 2
        await shown.press("u")
        assert setter.done == []
        assert shown.has("Undone: put away.")


async def test_an_entry_leads_to_its_card_and_back(
    gather: Gathering, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    monkeypatch.setattr(card_page, "open_card", lambda *given: opened.append(given))
    async with window(start="home") as shown:
        await shown.press("i", "enter")
        assert opened == []
        await shown.press("left", "j", "enter")
        ((_, card, back, _),) = opened
        assert card == "lean-toolkit/pull"
        back()
        await shown.settle()
        assert shown.has("▸ What starts work in a pull system?")


async def test_the_entry_picked_stays_in_a_small_window(gather: Gathering) -> None:
    async with window(start="home", size=(40, 15)) as shown:
        await shown.press("i", "left")
        for words in ("Orders pile", "What starts", "Which phase", "What starts", "Orders pile"):
            assert shown.has(f"▸ {words}"), words
            await shown.press("j")
        await shown.press("j", "j")
        assert shown.has("▸ What would you start with?")
        for _ in range(9):
            await shown.press("k")
        assert shown.has("▸ Orders pile")
        assert shown.has("2 questions do not stick")


async def test_a_click_picks_an_entry(gather: Gathering) -> None:
    async with window(start="home") as shown:
        await shown.press("i", "left")
        row = next(at for at, line in enumerate(shown.text.splitlines()) if "Which phase" in line)
        await shown.pilot.click(offset=(14, row))
        await shown.settle()
        assert shown.has("▸ Which phase of PDCA comes first?")


async def test_over_a_real_collection_every_page_and_the_way_to_a_card_work(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    cards = "cards:\n  - id: hard\n    q: Which is hard?\n    a: This.\n"
    deck = f"recall: 1\ndeck: one\ntitle: One\n{cards}"
    (tmp_path / "decks" / "one.yaml").write_text(deck, encoding="utf-8")
    now = [SATURDAY]

    def opened() -> Collection:
        return open_collection(
            settings=Settings(),
            file=tmp_path / "recall.sqlite3",
            clock=lambda: Moment(now[0] * DAY_MS + NOON, 0),
            places=[Place(tmp_path / "decks", "user")],
        )

    for day in range(SATURDAY - 5, SATURDAY):
        now[0] = day
        collection = opened()
        collection.store.append([Draft(REVIEW, "one/hard/main", 1, 1, 4_000)])
        collection.close()
    now[0] = SATURDAY
    app = RecallApp(LearnerJourney(opened), Settings())
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            shown = Window(app, pilot, None)
            await shown.settle(lambda: shown.has("Begin"))
            await shown.press("i")
            assert shown.has("You would recall about 1 of 1 question now")
            await shown.press("left")
            assert shown.has("1 question does not stick yet.")
            await shown.press("enter")
            assert shown.has("This.")
            await shown.press("q", "s")
            assert shown.has("Too early")
            await shown.press("u")
            assert shown.has("▸ Which is hard?")
            await shown.press("q")
            assert shown.has("Begin")
    finally:
        app.close()
