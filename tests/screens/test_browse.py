"""Browsing: searching as one types, choosing, and doing something with what is chosen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual._compositor import CompositorUpdate
from textual.events import Paste
from textual.screen import Screen

from recall.collection.browsing import Browser
from recall.memory.events import FLAG, PRACTICE, RESTART, SUSPEND
from tests.collection.conftest import World, world
from tests.support.browsing import app_over, studied
from tests.support.editor_script import EditorScript, give_the_terminal_away

__all__ = ["studied", "world"]
Matches = Callable[[str, str], None]
SIZES = [(80, 24), (40, 15), (160, 50)]


def kinds(world: World) -> list[str]:
    with world.open() as collection:
        return [each.kind for each in collection.store.events()]


@pytest.mark.parametrize("size", SIZES)
async def test_all_cards_stand_in_rows_with_their_recall(
    size: tuple[int, int], studied: World, matches: Matches
) -> None:
    async with app_over(studied, size=size, start="browse") as shown:
        await shown.press("escape", "j", "space")
        matches(f"browse-{size[0]}x{size[1]}", shown.text)


async def test_signs_have_their_twins_in_ascii(studied: World, matches: Matches) -> None:
    async with app_over(studied, start="browse", ascii_only=True) as shown:
        await shown.press("enter", "space")
        matches("browse-ascii-80x24", shown.text)


async def test_each_key_narrows_the_list_and_home_is_one_key_back(studied: World) -> None:
    async with app_over(studied) as shown:
        await shown.press("/")
        assert shown.has("5 cards")
        assert shown.has("words deck: tag:"), "what may be searched for is said"
        await shown.press(*"andon")
        assert shown.has("1 card")
        assert shown.has("/ andon")
        await shown.press("escape")
        assert not shown.app.stage.field.display
        await shown.press("q")
        assert shown.has("If asked today")


async def test_a_letter_and_the_cards_that_it_finds_come_in_one_frame(
    studied: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app_over(studied, start="browse") as shown:
        display, frames = shown.app._display, list[str]()

        def displayed(screen: Screen[object], update: CompositorUpdate | None) -> None:
            if update is not None:
                frames.append(update.render_segments(shown.app.console))
            display(screen, update)

        monkeypatch.setattr(shown.app, "_display", displayed)
        for key, found in (("改", "1 card"), ("backspace", "5 cards")):
            # At rest, so that a frame need not wait for the one before.
            await asyncio.sleep(0.05)
            frames.clear()
            await shown.press(key)
            assert len(frames) == 1
            assert found in frames[0]


async def test_a_paste_and_wide_signs_are_searched_for_where_the_cursor_stands(
    studied: World,
) -> None:
    async with app_over(studied, start="browse") as shown:
        await shown.press("改", "善")
        assert shown.has("1 card")
        shown.app.post_message(Paste("module:floor "))
        await shown.settle()
        assert shown.has("/ 改善module:floor")
        await shown.press("home", *["delete"] * 2)
        assert shown.has("/ module:floor")
        assert shown.has("3 cards")
        await shown.press("shift+end", "x", "home", "z")
        assert shown.has("/ zx")
        await shown.press("ctrl+u", "delete")
        assert shown.has("5 cards")


async def test_keys_pressed_before_the_list_is_there_are_kept(studied: World) -> None:
    async with app_over(studied) as shown:
        await shown.pilot.press("/", *"andon", "enter")
        await shown.settle()
        assert shown.has("/ andon")
        assert shown.has("1 card")
        assert shown.app.view.place == "browse"


async def test_what_cannot_be_searched_for_is_told_and_the_list_stays(studied: World) -> None:
    async with app_over(studied, start="browse", size=(40, 15)) as shown:
        await shown.press(*"is:dxe")
        assert shown.has("Column 1: is:dxe is unknown; did you mean is:due?")
        await shown.press(*["backspace"] * 6, *"zzz")
        assert shown.has("0 cards")
        assert shown.has("No card is found by that.")
        await shown.press("enter", "enter", "space", "s", "v", "p", "j", "G")
        assert shown.has("No card is found by that.")


async def test_a_search_that_came_from_the_command_line_can_be_gone_on_with(
    studied: World,
) -> None:
    async with app_over(studied, start="browse", search="module:office") as shown:
        assert shown.has("2 cards")
        await shown.press("/", *" flow")
        assert shown.has("/ module:office flow")
        assert shown.has("1 card")


async def test_chosen_cards_stay_chosen_while_one_searches_for_others(studied: World) -> None:
    async with app_over(studied, start="browse") as shown:
        await shown.press(*"andon", "enter", "space")
        await shown.press("/", *["backspace"] * 5, *"flow", "enter", "space")
        assert shown.has("1 card, 2 chosen")
        await shown.press("f")
        assert shown.has("2 cards marked. u undoes it.")
    with studied.open() as collection:
        flagged = [name for name, state in collection.cards.items() if state.flagged]
        assert sorted(flagged) == ["team/andon", "team/pick"]


async def test_a_range_and_all_are_one_key_each(studied: World) -> None:
    async with app_over(studied, start="browse") as shown:
        await shown.press("escape", "space", "j", "j", "v")
        assert shown.has("5 cards, 4 chosen")
        await shown.press("a")
        assert shown.has("5 cards, 5 chosen")
        await shown.press("a")
        assert not shown.has("chosen")


async def test_cards_are_put_away_together_and_brought_back_by_one_undo(studied: World) -> None:
    async with app_over(studied, start="browse") as shown:
        await shown.press("escape", "space", "space", "s")
        assert shown.has("2 cards put away. u undoes it.")
        await shown.press("u")
        assert shown.has("Undone.")
        await shown.press("u")
        assert shown.has("Nothing to undo.")
    with studied.open() as collection:
        assert not any(state.suspended for state in collection.cards.values())
    assert kinds(studied).count(SUSPEND) == 2


async def test_cards_start_again_from_the_list(studied: World) -> None:
    async with app_over(studied, start="browse", search="andon") as shown:
        await shown.press("r")
        assert shown.has("1 card starts again.")
        assert shown.has("new")
    assert kinds(studied)[-1] == RESTART


async def test_the_order_is_changed_by_a_key(studied: World) -> None:
    async with app_over(studied, start="browse") as shown:
        await shown.press("escape", "o")
        assert shown.has("Weakest first.")
        assert shown.has("question, weakest first")


async def test_a_click_moves_to_a_row(studied: World) -> None:
    async with app_over(studied, start="browse") as shown:
        await shown.press("escape")
        await shown.pilot.click(offset=(20, 5))
        await shown.settle()
        assert shown.text.splitlines()[5].lstrip().startswith("▸")


async def test_the_chosen_cards_are_practised_without_rescheduling(studied: World) -> None:
    with studied.open() as collection:
        before = collection.store.figures()
    async with app_over(studied, start="browse", search="andon") as shown:
        await shown.press("p")
        assert shown.has("Practice: nothing is rescheduled.")
        await shown.press("space", "4")
        assert shown.has("1 question practised, 1 recalled. Nothing was rescheduled.")
        assert not shown.has("In two weeks")
    with studied.open() as collection:
        assert collection.store.figures() == before
    assert kinds(studied)[-1] == PRACTICE


async def test_a_store_that_cannot_write_says_so_and_nothing_is_set(
    studied: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from recall.errors import StoreError

    def full(*_: object) -> None:
        raise StoreError("the disk is full", mend="Free some space")

    async with app_over(studied, start="browse", search="andon") as shown:
        monkeypatch.setattr("recall.store.store.folding.fold_in", full)
        await shown.press("f")
        assert shown.has("the disk is full. Free some space.")
        assert shown.app.view.place == "browse"
    assert FLAG not in kinds(studied)


@pytest.mark.parametrize("size", SIZES)
async def test_without_any_deck_it_says_what_to_do(size: tuple[int, int], world: World) -> None:
    async with app_over(world, start="browse", size=size) as shown:
        assert shown.has("No cards here yet. Run: recall add FILE")
        await shown.press("escape", "escape")
        assert shown.has("No decks here yet")


async def test_hundreds_of_decks_are_searched_and_scrolled(world: World) -> None:
    for number in range(200):
        world.write(
            f"recall: 1\ndeck: d{number}\ntitle: Deck {number}\ncards:\n"
            f"  - {{id: c, q: Question {number}, a: Answer}}\n",
            f"d{number}.yaml",
        )
    async with app_over(world, start="browse") as shown:
        assert shown.has("200 cards")
        await shown.press("escape", "G")
        assert shown.has("Question 99")
        await shown.press("/", *"deck:d7", "enter")
        assert shown.has("11 cards")


async def test_only_the_rows_in_the_window_are_drawn(
    studied: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from recall.tui.draw import browse

    with studied.open() as collection:
        row = Browser(collection).finder.rows[0]
    drawn: list[int] = []
    monkeypatch.setattr(browse, "_row", lambda room, row, *_: drawn.append(1) or ())
    view = browse.Browse(False, "", [row] * 3, 0, 0, 100_000, frozenset(), "deck", 0)
    from recall.tui.draw.room import Room
    from recall.tui.keymap import Keymap

    browse.browse_page(Room(80, 24), view, Keymap({}))
    assert len(drawn) == 3


@pytest.mark.parametrize("keys", [["e"], ["enter", "e", "q"]])
async def test_a_card_edited_from_the_list_or_its_page_is_searched_as_it_is_now(
    keys: list[str], studied: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "editor"
    folder.mkdir()
    editor = EditorScript(folder)
    monkeypatch.setenv("EDITOR", editor.command)
    monkeypatch.delenv("VISUAL", raising=False)
    give_the_terminal_away(monkeypatch)
    editor.does("pull the andon cord", "pull the yellow rope")
    async with app_over(studied, start="browse", search="andon") as shown:
        for key in keys:
            await shown.press(key)
        assert shown.has("yellow rope")
        await shown.press("/", *["backspace"] * 5, *"yellow", "enter")
        assert shown.has("1 card")
    assert editor.called == ["+9", str(studied.decks / "team.yaml")]
