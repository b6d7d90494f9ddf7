"""A card's page: its text, its history, its curve, and what can be set there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from recall.collection.card_page import card_page
from recall.memory.curve import DEFAULT_WEIGHTS
from recall.tui.draw.curve import curve
from recall.tui.draw.text import plain, width_of
from tests.collection.conftest import World, world
from tests.support.browsing import app_over, studied
from tests.support.editor_script import EditorScript, give_the_terminal_away

__all__ = ["studied", "world"]
Matches = Callable[[str, str], None]
SIZES = [(80, 24), (40, 15), (160, 50)]


@pytest.mark.parametrize("size", SIZES)
async def test_it_shows_text_history_and_curve(
    size: tuple[int, int], studied: World, matches: Matches
) -> None:
    async with app_over(studied, size=size, start="browse", search="andon") as shown:
        await shown.press("enter")
        matches(f"card-page-{size[0]}x{size[1]}", shown.text)
        assert not shown.has("never to be shown")


async def test_scrolled_it_shows_the_answers_one_by_one(studied: World, matches: Matches) -> None:
    async with app_over(studied, size=(40, 15), start="browse", search="andon") as shown:
        await shown.press("enter", *["down"] * 9)
        matches("card-page-scrolled-40x15", shown.text)


async def test_each_question_of_a_card_has_its_own_part(studied: World) -> None:
    async with app_over(studied, size=(80, 50), start="browse", search="gaps") as shown:
        await shown.press("enter")
        assert shown.has("A [ … ] keeps a gain.")
        await shown.press(*["down"] * 9)
        assert shown.has("A standard keeps a [ what was won ].")


async def test_what_is_set_there_shows_and_is_undone_there(studied: World) -> None:
    async with app_over(studied, start="browse", search="andon") as shown:
        await shown.press("enter", "s", "f")
        assert shown.has("put away, marked")
        await shown.press("u")
        assert not shown.has("put away, marked")
        await shown.press("r")
        assert shown.has("Not asked yet.")
        await shown.press("u", "q")
        assert shown.has("put away"), "the list shows what was set on the page"


async def test_the_card_is_practised_from_its_page(studied: World) -> None:
    async with app_over(studied, start="browse", search="andon") as shown:
        await shown.press("enter", "p")
        assert shown.has("Practice: nothing is rescheduled.")


async def test_a_card_that_is_gone_shows_its_history(studied: World) -> None:
    path = studied.decks / "team.yaml"
    path.write_text(path.read_text().replace("andon", "xyz").replace("Who may", "Why should"))
    async with app_over(studied, start="browse", search="is:retired") as shown:
        assert shown.has("team/andon")
        await shown.press("enter")
        assert shown.has("Its text is no longer in any deck.")
        assert shown.has("retired")
        await shown.press("p")
        assert shown.has("No deck has these cards any more.")


@pytest.mark.parametrize(("width", "rows"), [(64, 6), (39, 4), (12, 3)])
def test_the_curve_keeps_its_width_and_marks_each_answer(
    width: int, rows: int, studied: World
) -> None:
    with studied.open() as collection:
        page = card_page(collection, "team/andon/main")
    (asked,) = page.asked
    drawn = curve(asked.steps, page.today, DEFAULT_WEIGHTS, width, rows)
    assert len(drawn) == rows + 1
    assert all(width_of(line) <= width + 6 for line in drawn)
    text = "".join(map(plain, drawn))
    assert text.count("●") + text.count("○") >= 1
    assert "today" in text


def test_without_an_answer_there_is_no_curve() -> None:
    assert curve((), 20_000, DEFAULT_WEIGHTS, 64, 6) == []


@pytest.mark.skipif(sys.platform == "win32", reason="the editor of this test is a script")
async def test_the_card_is_edited_from_its_page_and_read_again(
    studied: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = EditorScript(tmp_path)
    editor.does("andon cord", "andon rope")
    monkeypatch.setenv("EDITOR", editor.command)
    monkeypatch.delenv("VISUAL", raising=False)
    give_the_terminal_away(monkeypatch)
    async with app_over(studied, start="browse", search="andon") as shown:
        await shown.press("enter", "e")
        assert editor.called is not None
        assert editor.called[0].startswith("+")
        assert shown.has("andon rope")
