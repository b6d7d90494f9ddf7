"""Every kind of card, before and after the answer, as the sketches of the screens have it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recall.decks.question import Question
from tests.support.screens import window

SIZES = [(80, 24), (40, 15)]
STEPS: dict[str, tuple[str, ...]] = {
    "basic": ("space",),
    "cloze": ("space",),
    "typed": ("m", "u", "r", "i", "enter"),
    "choice": ("1",),
    "several": ("1", "2", "enter"),
    "sequence": ("5", "3", "4", "1", "2", "enter"),
    "comparison": ("space",),
    "which": ("1",),
    "scenario": ("1",),
}


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "40x15"])
@pytest.mark.parametrize("kind", STEPS)
async def test_a_card_looks_as_drawn_before_and_after_the_answer(
    kind: str,
    size: tuple[int, int],
    cards: dict[str, Question],
    matches: Callable[[str, str], None],
) -> None:
    others = [cards["basic"], cards["choice"], cards["sequence"]]
    asked = [cards[kind], *(each for each in others if each.card != kind)]
    async with window(asked, size=size) as shown:
        matches(f"{kind}-question-{size[0]}x{size[1]}", shown.text)
        await shown.press(*STEPS[kind])
        matches(f"{kind}-answer-{size[0]}x{size[1]}", shown.text)


async def test_a_large_window_centres_the_card(
    cards: dict[str, Question], matches: Callable[[str, str], None]
) -> None:
    async with window([cards["basic"], cards["choice"]], size=(160, 50)) as shown:
        await shown.press("space")
        matches("basic-answer-160x50", shown.text)


@pytest.mark.parametrize("kind", STEPS)
@pytest.mark.parametrize("size", SIZES, ids=["80x24", "40x15"])
async def test_the_question_never_moves_when_the_answer_appears(
    kind: str, size: tuple[int, int], cards: dict[str, Question]
) -> None:
    async with window([cards[kind], cards["basic"]], size=size) as shown:
        row = 3 if size[1] == 24 else 2
        before = shown.text.splitlines()[row]
        await shown.press(*STEPS[kind])
        assert shown.text.splitlines()[row].split()[:2] == before.split()[:2]


async def test_items_are_placed_by_number_and_taken_back(
    cards: dict[str, Question], matches: Callable[[str, str], None]
) -> None:
    async with window([cards["sequence"], cards["basic"]], size=(40, 15)) as shown:
        await shown.press("5", "3", "2", "backspace")
        matches("sequence-placing-40x15", shown.text)
        await shown.press("enter")
        assert shown.has("Press the number that comes next")


async def test_a_right_order_proposes_got_it(cards: dict[str, Question]) -> None:
    async with window([cards["sequence"], cards["basic"]]) as shown:
        await shown.press("5", "3", "1", "4", "2", "enter")
        assert shown.has("5 of 5 in place.")
        assert shown.has("[3 Got it]")


async def test_all_right_options_must_be_picked(cards: dict[str, Question]) -> None:
    async with window([cards["several"], cards["basic"]]) as shown:
        await shown.press("2", "2", "1", "3", "enter")
        assert shown.has("1 Guessed")
        await shown.press("space")
        assert shown.sitting.grades == [3]


async def test_a_wrong_pick_leaves_only_going_on_or_taking_it_back(
    cards: dict[str, Question],
) -> None:
    async with window([cards["choice"], cards["basic"]]) as shown:
        await shown.press("1", "4")
        assert shown.sitting.grades == []
        await shown.press("u")
        assert shown.has("Press the number of your answer")
        await shown.press("3", "3")
        assert shown.sitting.grades == [3]


async def test_no_idea_shows_the_right_order(cards: dict[str, Question]) -> None:
    async with window([cards["sequence"], cards["basic"]]) as shown:
        await shown.press("0")
        assert shown.has("Right order 1 Sort 2 Set in order")
        assert shown.has("[1 Forgot]")


async def test_a_folded_case_unfolds(cards: dict[str, Question]) -> None:
    async with window([cards["scenario"], cards["basic"]], size=(40, 15)) as shown:
        assert shown.has("▸ An automated warehouse")
        await shown.press("c")
        assert shown.has("Pick rates doubled at first")
        assert shown.has("↓ more")
        await shown.press("down", "down", "down")
        assert shown.has("3 Neither yet")
        await shown.press("c")
        assert shown.has("▸ An automated warehouse")


async def test_nothing_of_a_card_is_taken_for_markup(cards: dict[str, Question]) -> None:
    from dataclasses import replace

    text = "[red]Is[/red] [@click=app.bell]this[/] markup, or [b]text[/]?"
    odd = replace(cards["basic"], text=text, answer="[/] [nope", source="[link=x]y[/link]")
    async with window([odd, cards["choice"]]) as shown:
        assert shown.has(text)
        await shown.press("space")
        assert shown.has("[/] [nope")
        assert shown.has("[link=x]y[/link]")


@pytest.mark.parametrize(("size", "said"), [((80, 24), "●  1  Waiting"), ((40, 15), "1● Waiting")])
async def test_an_option_that_is_picked_has_a_sign_before_the_check(
    size: tuple[int, int], said: str, cards: dict[str, Question]
) -> None:
    async with window([cards["several"]], size=size) as shown:
        await shown.press("1", "2")
        assert shown.has(said)
        await shown.press("1")
        assert not shown.has(said)


async def test_a_case_that_was_unfolded_does_not_hide_the_answer(
    cards: dict[str, Question],
) -> None:
    async with window([cards["scenario"]], size=(40, 15)) as shown:
        await shown.press("c")
        assert not shown.has("▸")
        await shown.press("1")
        assert shown.has("▸")
        assert shown.has("✓ Kaizen")
        await shown.press("c")
        assert not shown.has("▸")


async def test_on_a_phone_all_options_stand_above_what_explains_them(
    cards: dict[str, Question],
) -> None:
    async with window([cards["choice"]], size=(40, 15), topics=frozenset({"choice"})) as shown:
        assert shown.has("managers"), "the last row of the last option"
        assert shown.has("↓ more")
        for _ in range(3):
            await shown.press("down")
        assert shown.has("0 means no idea.")
