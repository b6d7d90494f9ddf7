"""The compass in the app: from Home through its questions to the cards to study."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pytest

from recall.decks.question import Question
from tests.support.screens import USUAL, Window, window

Matches = Callable[[str, str], None]
SIZES = [(80, 24), (40, 15)]
ALL = ["2", "1", "0", *"1122314115", "5", "0"]


def _with_cards(shown: Window) -> None:
    deck = SimpleNamespace(title="PDCA")
    card = SimpleNamespace(case="", text="What must a plan add so that it can be proved wrong?")
    for name in ("pdca/pdca-02a", "pdca/pdca-04a"):
        shown.app.journey.collection.cards[name] = (deck, card)


@pytest.mark.parametrize("size", SIZES)
async def test_a_problem_goes_through_the_questions_to_a_recommendation(
    size: tuple[int, int], cards: dict[str, Question], matches: Matches
) -> None:
    name = f"{size[0]}x{size[1]}"
    async with window([cards["basic"]], start="home", size=size) as shown:
        _with_cards(shown)
        await shown.press("w")
        matches(f"compass-naming-{name}", shown.text)
        await shown.press(*"late", "enter")
        matches(f"compass-deciding-{name}", shown.text)
        await shown.press(*ALL[:4], "backspace")
        matches(f"compass-scale-{name}", shown.text)
        await shown.press(*ALL[3:])
        matches(f"compass-advice-{name}", shown.text)
        await shown.press(*["pagedown"] * (6 if size[0] > 40 else 10))
        matches(f"compass-profile-{name}", shown.text)
        await shown.press(*["pagedown"] * 20)
        assert shown.has("Cards to study")
        await shown.press("enter")
        scope, *_ = shown.app.journey.collection.asked[-1]
        assert scope.cards == {"pdca/pdca-02a", "pdca/pdca-04a"}
        assert shown.has("In Check, the actual results")


async def test_going_back_keeps_the_answers_and_the_words(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]], start="home") as shown:
        await shown.press("w", *"late", "enter", "2", "backspace")
        assert shown.has("▸ 2 No")
        await shown.press("backspace")
        assert shown.has("What is it about?")
        assert shown.app.typed == "late"
        await shown.press("r", "enter")
        assert shown.has("later")
        assert shown.has("▸ 2 No")
        await shown.press("1", "r")
        assert shown.has("Contain first.")
        await shown.press("backspace")
        assert shown.has("15 of 15")


async def test_leaving_it_goes_home_and_escape_leaves_the_field_first_of_all(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"]], start="home") as shown:
        for keys in (["escape"], ["enter", "q"], ["enter", "r", "escape"]):
            await shown.press("w", *keys)
            assert shown.has("8 questions to review"), keys


async def test_without_cards_at_hand_there_is_nothing_to_study(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]], start="home") as shown:
        await shown.press("w", "enter", "2", "1", "2", "r", "enter")
        assert shown.has("Breakthrough, then kaizen.")
        assert not shown.has("Study")
        assert shown.app.journey.collection.asked == [shown.app.journey.scope]


async def test_a_click_on_an_end_answers_and_digits_beyond_the_scale_do_nothing(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"]], start="home") as shown:
        await shown.press("w", "enter", "3", "9")
        assert shown.has("1 of 15")
        shown.app.do("number:2")
        await shown.settle()
        assert shown.has("2 of 15")


async def test_the_pictures_have_their_twins_in_ascii(
    cards: dict[str, Question], matches: Matches
) -> None:
    async with window([cards["basic"]], start="home", ascii_only=True) as shown:
        await shown.press("w", "enter", *ALL, *["pagedown"] * 6)
        matches("compass-profile-ascii-80x24", shown.text)
        assert shown.text.isascii()


@pytest.mark.parametrize("size", [(30, 10), (160, 50)])
async def test_every_page_of_it_draws_in_the_smallest_and_the_largest_window(
    size: tuple[int, int], cards: dict[str, Question]
) -> None:
    async with window([cards["basic"]], start="home", size=size) as shown:
        _with_cards(shown)
        await shown.press("w", "enter", *ALL, *["pagedown"] * 40, "up")
        assert shown.has("Study these 2 cards")


async def test_a_walk_left_in_the_middle_goes_on_where_it_was(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]], start="home") as shown:
        await shown.press("w", *"late", "enter", "2", "1", "escape")
        assert shown.has("w goes on where you were.")
        await shown.press("w")
        assert shown.has("late 3 of 15")
        await shown.press("r", "escape", "w")
        assert shown.has("What is it about?")


async def test_it_is_there_before_the_first_question_was_ever_asked(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"]], start="home", home=replace(USUAL, status="first")) as shown:
        await shown.press("w", "enter", "1", "r")
        assert shown.has("Contain first.")
        await shown.press("escape")
        assert shown.has("Welcome.")
