"""One small thing in the app: the quiet line, its field, and the list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from recall.decks.question import Question
from recall.errors import StoreError
from recall.kaizen.fold import fold_things
from recall.kaizen.values import DONE, begun, ended
from tests.support.screens import DAY, Window, window

Matches = Callable[[str, str], None]
SIZES = [(80, 24), (40, 15)]
OVER = ("space", "3")


def _log(shown: Window):
    return shown.app.journey.collection.store


def _things(shown: Window):
    return fold_things(_log(shown).events).all


def _practised(shown: Window, *earlier: str) -> None:
    """Three sessions lie behind the learner; small things were written down on days before."""
    log = _log(shown)
    log.answered_in, log.day = 4, DAY - 1
    mine, log.session = log.session, log.session.__class__(int=5)
    for text in earlier:
        log.append([begun(text)])
    log.session, log.day = mine, DAY


async def test_the_first_three_sessions_end_without_it(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]]) as shown:
        _log(shown).answered_in = 3
        await shown.press(*OVER, "k", "x")
        assert shown.has("[ Enter ] Close")
        assert not shown.has("smallest improvement")
        assert _log(shown).events == []


@pytest.mark.parametrize("size", SIZES)
async def test_the_fourth_asks_in_one_quiet_line_and_keeps_a_line(
    size: tuple[int, int], cards: dict[str, Question], matches: Matches
) -> None:
    name = f"{size[0]}x{size[1]}"
    async with window([cards["basic"], cards["cloze"]], size=size) as shown:
        _practised(shown)
        await shown.press(*OVER, *OVER)
        matches(f"summary-asks-{name}", shown.text)
        await shown.press("k", *"Tidy")
        assert shown.app.typed == "Tidy"
        matches(f"small-thing-new-{name}", shown.text)
        await shown.press("enter")
        assert [each.text for each in _things(shown)] == ["Tidy"]
        assert shown.has("Kept. Next time")
        assert not shown.has("smallest improvement")
        await shown.press("k")
        assert shown.has("[ Enter ] Close")


@pytest.mark.parametrize("size", SIZES)
async def test_an_earlier_one_goes_through_plan_do_check_and_act(
    size: tuple[int, int], cards: dict[str, Question], matches: Matches
) -> None:
    name = f"{size[0]}x{size[1]}"
    async with window([cards["basic"]], size=size) as shown:
        _practised(shown, "Lay out the tools the evening before")
        await shown.press(*OVER)
        matches(f"summary-happened-{name}", shown.text)
        await shown.press("k", *"Plan", "enter", "enter", *"Ch")
        matches(f"small-thing-check-{name}", shown.text)
        (thing,) = _things(shown)
        assert thing.notes == ("Plan", "", "", "")
        await shown.press("enter", *"Keep", "enter")
        (thing,) = _things(shown)
        assert thing.notes == ("Plan", "", "Ch", "Keep")
        assert thing.end == DONE
        assert shown.has("[ Enter ] Close")
        assert not shown.has("What happened?")


async def test_escape_loses_nothing_and_comes_back_to_where_one_was(
    cards: dict[str, Question], matches: Matches
) -> None:
    async with window([cards["basic"]]) as shown:
        _practised(shown, "Lay out the tools")
        await shown.press(*OVER, "k", "enter", *"Half", "escape")
        matches("small-thing-left-80x24", shown.text)
        await shown.press("escape")
        assert shown.has("What happened?")
        await shown.press("k")
        assert shown.has("Do: What did you do?")
        assert shown.app.typed == "Half"
        await shown.press(*"way", "enter")
        assert _things(shown)[0].note("do") == "Halfway"
        assert _things(shown)[0].open


async def test_one_that_is_let_go_is_not_asked_about_again(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]]) as shown:
        _practised(shown, "Lay out the tools")
        await shown.press(*OVER, "k", "escape", "x")
        assert shown.has("Let go.")
        assert not _things(shown)[0].open
        assert not shown.has("What happened?")


async def test_enter_pressed_twice_writes_once(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]]) as shown:
        _practised(shown)
        await shown.press(*OVER, "k", *"Tidy")
        await shown.pilot.press("enter", "enter")
        await shown.pilot.pause(0.1)
        assert [each.text for each in _things(shown)] == ["Tidy"]


async def test_what_could_not_be_saved_stays_in_the_field(cards: dict[str, Question]) -> None:
    def full(drafts: object) -> None:
        raise StoreError("the disk is full", mend="free some space")

    async with window([cards["basic"]]) as shown:
        _practised(shown)
        log = _log(shown)
        await shown.press(*OVER, "k", *"Tidy")
        append, log.append = log.append, full
        await shown.press("enter")
        assert shown.has("the disk is full. free some space.")
        assert shown.app.typed == "Tidy"
        log.append = append
        await shown.press("enter")
        assert [each.text for each in _things(shown)] == ["Tidy"]


async def test_undo_on_the_summary_still_takes_the_grade_back(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]]) as shown:
        _practised(shown)
        await shown.press(*OVER, "k", *"Tidy", "enter", "u")
        assert shown.has("In Check, the actual results are compared with what?")
        assert shown.sitting.grades == []
        assert [each.text for each in _things(shown)] == ["Tidy"]


async def test_one_key_turns_it_off_and_the_same_brings_it_back(
    cards: dict[str, Question], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "settings.toml"
    monkeypatch.setattr("recall.collection.small_things.settings_file", lambda: file)
    async with window([cards["basic"]]) as shown:
        _practised(shown)
        await shown.press(*OVER, "x")
        assert "small_thing = false" in file.read_text(encoding="utf-8")
        assert not shown.has("smallest improvement")
        await shown.press("x")
        assert "small_thing = true" in file.read_text(encoding="utf-8")
        assert shown.has("smallest improvement")


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_has_the_newest_first_and_what_came_of_the_one_picked(
    size: tuple[int, int], cards: dict[str, Question], matches: Matches
) -> None:
    async with window([cards["basic"]], start="home", size=size) as shown:
        _practised(shown, "Answer the first mail of the day standing up, and then sit", "Tidy")
        log = _log(shown)
        log.append([ended(_things(shown)[1], DONE)])
        await shown.press("t", "j")
        matches(f"things-{size[0]}x{size[1]}", shown.text)
        await shown.press("enter", *"Less", "enter", "escape", "escape")
        assert shown.has("Plan Less")
        await shown.press("u")
        assert not shown.has("Plan Less")
        await shown.press("x")
        assert [each.end for each in _things(shown)] == ["let go", DONE]
        await shown.press("a", *"New", "enter")
        assert [each.text for each in _things(shown)][-1] == "New"
        await shown.press("q")
        assert shown.has("8 to review" if size[0] < 76 else "8 questions to review")


async def test_an_empty_list_says_what_it_is_for(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]], start="home") as shown:
        await shown.press("t", "enter", "x", "j")
        assert shown.has("No small thing yet.")
        await shown.press("u")
        assert shown.has("Nothing to undo.")


async def test_many_of_them_scroll_with_the_one_picked_in_sight(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]], start="home", size=(40, 15)) as shown:
        _practised(shown, *(f"Thing {number}" for number in range(30)))
        await shown.press("t")
        for number in range(29, -1, -1):
            assert shown.has(f"Thing {number} Open."), number
            await shown.press("j")
