"""First start, Home, Summary, Help, and a window that is too small."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recall.decks.question import Question
from recall.settings import Settings
from tests.support.screens import USUAL, window

Matches = Callable[[str, str], None]
SIZES = [(80, 24), (40, 15)]
FIRST = replace(
    USUAL,
    status="first",
    sentence="14 new questions on kaizen, about 5 minutes.",
    narrow_sentence="14 new questions, about 5 minutes.",
)


def _name(what: str, size: tuple[int, int]) -> str:
    return f"{what}-{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_start_welcomes_and_begins(
    size: tuple[int, int], cards: dict[str, Question], matches: Matches
) -> None:
    async with window([cards["basic"]], start="home", home=FIRST, size=size) as shown:
        matches(_name("first", size), shown.text)
        await shown.press("space")
        assert shown.has("In Check, the actual results")


@pytest.mark.parametrize("size", [*SIZES, (160, 50)])
async def test_home_says_today_in_one_sentence(
    size: tuple[int, int], cards: dict[str, Question], matches: Matches
) -> None:
    async with window([cards["basic"]], start="home", size=size) as shown:
        matches(_name("home", size), shown.text)
        await shown.press("enter")
        assert shown.has("In Check, the actual results")


async def test_a_deck_is_picked_and_escape_goes_back_to_all(
    cards: dict[str, Question], matches: Matches
) -> None:
    async with window([cards["basic"]], start="home") as shown:
        await shown.press("j", "j")
        matches("home-picked-80x24", shown.text)
        await shown.press("escape")
        assert shown.has("8 questions to review")
        await shown.press("k", "enter")
        scope, *_ = shown.app.journey.collection.asked[-1]
        assert scope.decks == ("breakthrough-vs-kaizen",)


async def test_home_tells_about_broken_decks_and_keys(
    cards: dict[str, Question], matches: Matches
) -> None:
    broken = 'team.yaml, line 10: unknown key "hnit". Its last good version is in use.'
    settings = Settings(keys={"hnit": ("h",)})
    home = replace(USUAL, notices=(broken,))
    async with window([cards["basic"]], start="home", home=home, settings=settings) as shown:
        matches("home-notices-80x24", shown.text)


async def test_home_without_decks_says_how_to_add_one(cards: dict[str, Question]) -> None:
    words = "No decks here yet. Run: recall add FILE"
    home = replace(USUAL, status="none", decks=(), sentence=words, narrow_sentence=words)
    async with window([cards["basic"]], start="home", home=home) as shown:
        assert shown.has(words)
        await shown.press("enter", "j")
        assert not shown.has("Begin")


async def test_more_decks_than_rows_scroll(cards: dict[str, Question]) -> None:
    many = tuple(replace(USUAL.decks[0], id=f"d{n}", title=f"Deck {n}") for n in range(20))
    home = replace(USUAL, decks=many)
    async with window([cards["basic"]], start="home", home=home, size=(40, 15)) as shown:
        assert shown.has("↓ more")
        await shown.press(*["j"] * 20)
        assert shown.has("Deck 19")
        assert shown.has("This week")


@pytest.mark.parametrize("size", SIZES)
async def test_the_summary_says_what_was_gained_and_what_comes_next(
    size: tuple[int, int], cards: dict[str, Question], matches: Matches
) -> None:
    asked = [cards["basic"], cards["cloze"], cards["comparison"]]
    async with window(asked, size=size) as shown:
        await shown.press("space", "3", "space", "1", "space", "3", "q")
        matches(_name("summary", size), shown.text)
        await shown.press("enter")
        assert shown.app.return_code == 0


async def test_undo_from_the_summary_returns_to_the_question(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]]) as shown:
        await shown.press("space", "3")
        assert shown.has("[ Enter ] Close")
        await shown.press("u")
        assert shown.has("In Check, the actual results are compared with what?")
        await shown.press("space", "4")
        assert shown.sitting.grades == [4]
        assert shown.has("[ Enter ] Close")


@pytest.mark.parametrize("size", [(40, 15), (80, 24)])
async def test_a_long_message_is_read_to_its_end(
    size: tuple[int, int], cards: dict[str, Question]
) -> None:
    long = "Put away: it will not be asked, neither today nor later on. u brings it back."
    async with window([cards["basic"]], start="home", size=size) as shown:
        shown.app.say(long)
        shown.app.redraw()
        await shown.settle()
        assert shown.has("u brings it back.")
        await shown.press("enter", "space", "3")
        shown.app.say(f"{long} And that is so on each of your machines.")
        shown.app.redraw()
        await shown.settle()
        assert shown.has("[ Enter ] Close")
        assert shown.has("each of your machines.")


async def test_the_header_says_when_a_question_is_the_last(cards: dict[str, Question]) -> None:
    asked = [cards["basic"], cards["cloze"], cards["comparison"]]
    async with window(asked, budget_ms=None, limit=2) as shown:
        assert not shown.has("last question")
        await shown.press("space", "3")
        assert shown.has("last question")


async def test_ctrl_c_leaves(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]], start="home") as shown:
        await shown.press("ctrl+c")
        assert shown.app.return_code == 0


async def test_five_more_minutes_go_on(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]]) as shown:
        await shown.press("space", "3", "m")
        assert shown.has("In Check, the actual results")
        await shown.press("space", "2")
        assert shown.sitting.grades == [3, 2]


async def test_leaving_before_the_first_answer_goes_back_home(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]], start="home") as shown:
        await shown.press("enter", "q")
        assert shown.has("If asked today")


@pytest.mark.parametrize("size", SIZES)
async def test_help_lists_the_keys_and_goes_back(
    size: tuple[int, int], cards: dict[str, Question], matches: Matches
) -> None:
    async with window([cards["basic"]], size=size) as shown:
        await shown.press("?")
        matches(_name("help", size), shown.text)
        await shown.press("down", "down", "escape")
        assert shown.has("In Check, the actual results")
        assert shown.sitting.state.phase == "asking"


async def test_a_window_too_small_asks_for_more_and_loses_nothing(
    cards: dict[str, Question], matches: Matches
) -> None:
    async with window([cards["basic"], cards["cloze"]]) as shown:
        await shown.press("space")
        await shown.pilot.resize_terminal(20, 5)
        await shown.settle()
        matches("too-small-20x5", shown.text)
        await shown.press("3", "space")
        assert shown.sitting.grades == []
        await shown.pilot.resize_terminal(80, 24)
        await shown.settle()
        assert shown.has("With the prediction or target set in Plan.")


async def test_a_resize_in_mid_card_lays_it_out_again(
    cards: dict[str, Question], matches: Matches
) -> None:
    async with window([cards["sequence"], cards["basic"]]) as shown:
        await shown.press("5", "3")
        await shown.pilot.resize_terminal(40, 15)
        await shown.settle()
        matches("sequence-resized-40x15", shown.text)
