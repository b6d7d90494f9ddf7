"""Terminals without colour or UTF-8, mouse, palette, changed keys, and faults at opening."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recall.decks.question import Question
from recall.errors import StoreError
from recall.settings import Settings
from recall.tui.app import RecallApp
from recall.tui.journey import LearnerJourney
from recall.tui.run import complaint
from recall.tui.theme import THEMES
from tests.support.screens import screen_text, window


async def test_without_colour_nothing_is_missing(
    cards: dict[str, Question], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    settings = Settings(theme="nord")
    async with window([cards["basic"], cards["cloze"]], settings=settings) as shown:
        await shown.press("space")
        assert shown.has("[3 Got it]")
        app = shown.app
        strips = app.screen._compositor.render_strips(app.size)
        colours = {
            name
            for strip in strips
            for segment in strip.apply_filter(app._filters[-1], app.screen.background_colors[0])
            if segment.style
            for name in (segment.style.color, segment.style.bgcolor)
            if name is not None and not name.is_default
        }
        assert colours == set()
        assert not any(segment.style and segment.style.dim for strip in strips for segment in strip)


async def test_a_terminal_that_is_not_utf8_gets_ascii_signs(
    cards: dict[str, Question], matches: Callable[[str, str], None]
) -> None:
    async with window([cards["choice"], cards["basic"]], ascii_only=True) as shown:
        await shown.press("1")
        assert shown.text.isascii()
        matches("choice-answer-ascii-80x24", shown.text)


async def test_the_mouse_begins_reveals_picks_and_grades(cards: dict[str, Question]) -> None:
    async with window([cards["basic"], cards["choice"]], start="home") as shown:
        await _click(shown, "[ Enter ]")
        await _click(shown, "[ Space ]")
        shown.sitting.ticks += 1_000
        await _click(shown, "4 Easy")
        assert shown.sitting.grades == [4]
        await _click(shown, "PDCA must last")
        assert shown.has("your pick")


async def _click(shown: object, words: str) -> None:
    rows = shown.text.splitlines()
    row = next(at for at, each in enumerate(rows) if words in each)
    await shown.pilot.click(offset=(rows[row].index(words) + 1, row))
    await shown.settle()


async def test_the_palette_offers_what_can_be_done_here(cards: dict[str, Question]) -> None:
    async with window([cards["basic"], cards["cloze"]]) as shown:
        titles = {command.title for command in shown.app.get_system_commands(shown.app.screen)}
        assert "Put away: do not ask it" in titles
        assert "Five more minutes" not in titles
        await shown.pilot.press("ctrl+p")
        await shown.pilot.pause(0.3)
        await shown.pilot.press(*"show the an")
        await shown.pilot.pause(0.5)
        await shown.pilot.press("enter")
        await shown.settle(lambda: shown.sitting.state.phase == "answered")


async def test_the_palette_draws_no_picture_frame_or_underline(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"]], ascii_only=True) as shown:
        await shown.pilot.press("ctrl+p")
        await shown.pilot.pause(0.3)
        assert shown.has("Search for an action")
        assert shown.text.isascii()
        await shown.pilot.press(*"show the an")
        await shown.pilot.pause(0.5)
        app = shown.app
        strips = app.screen._compositor.render_strips(app.size)
        segments = [each for strip in strips for each in strip]
        assert "".join(each.text for each in segments).isascii()
        assert not any(each.style and each.style.underline for each in segments)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_without_colours_the_palette_marks_the_chosen_row(
    size: tuple[int, int], cards: dict[str, Question], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with window([cards["basic"]], size=size) as shown:
        await shown.pilot.press("ctrl+p")
        await shown.pilot.pause(0.3)
        await shown.pilot.press("down")
        await shown.pilot.pause()
        app = shown.app
        rows = [list(strip) for strip in app.screen._compositor.render_strips(app.size)]
        texts = ["".join(each.text for each in row).rstrip() for row in rows]
        chosen = [at for at, text in enumerate(texts) if text.startswith("▸ ")]
        assert [texts[at] for at in chosen] == ["▸ Keys and help"]
        reversed_rows = {
            at
            for at, row in enumerate(rows)
            if any(each.style and each.style.reverse and len(each.text) > 1 for each in row)
        }
        assert reversed_rows == {chosen[0], chosen[0] + 1}


async def test_changed_keys_work_and_are_shown(cards: dict[str, Question]) -> None:
    settings = Settings(keys={"good": ("g",), "undo": ("z",)})
    async with window([cards["basic"], cards["cloze"]], settings=settings) as shown:
        await shown.press("space")
        assert shown.has("[g Got it]")
        assert shown.has("Space takes [g] z undo")
        await shown.press("3", "u")
        assert shown.sitting.grades == []
        await shown.press("g")
        assert shown.sitting.grades == [3]


@pytest.mark.parametrize("name", sorted(THEMES))
async def test_every_theme_of_the_app_paints(name: str, cards: dict[str, Question]) -> None:
    async with window([cards["basic"]], settings=Settings(theme=name)) as shown:
        assert shown.app.theme == name


async def test_an_unknown_theme_is_reported_and_the_own_one_used(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"]], start="home", settings=Settings(theme="nrod")) as shown:
        assert shown.has('theme: there is no theme called "nrod"')


async def test_a_collection_that_cannot_be_opened_ends_the_app_with_a_sentence() -> None:
    def fails() -> None:
        raise StoreError("the database is locked", where="/x/recall.sqlite3", mend="close it")

    app = RecallApp(LearnerJourney(fails), Settings())
    async with app.run_test() as pilot:
        for _ in range(100):
            await pilot.pause(0.01)
            if app.said:
                break
    app.close()
    assert app.said == "/x/recall.sqlite3: the database is locked\nclose it"
    assert app.return_code == 3


def test_what_ended_the_app_is_said_as_a_command_says_it_and_breaks_between_words() -> None:
    said = "/x/recall.sqlite3: the database file cannot be made\nchoose another place for it"
    assert complaint(said, 0) == f"recall: {said}".replace("\n", "\n        ")
    assert complaint(said, 40).split("\n") == [
        "recall: /x/recall.sqlite3: the database",
        "        file cannot be made",
        "        choose another place for it",
    ]


async def test_keys_pressed_before_the_decks_are_read_are_kept(cards: dict[str, Question]) -> None:
    import threading

    from tests.support.screens import FakeCollection, FakeSitting, Window

    gate = threading.Event()
    sitting = FakeSitting([cards["basic"], cards["cloze"]])

    def slow() -> FakeCollection:
        gate.wait(5)
        return FakeCollection(sitting)

    app = RecallApp(LearnerJourney(slow), Settings())
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "recall" in screen_text(app)
        await pilot.press("enter")
        gate.set()
        shown = Window(app, pilot, sitting)
        await shown.settle()
        assert shown.has("In Check, the actual results")
    app.close()
