"""A typed answer: every letter is text, Enter checks, Esc first leaves the field."""

from __future__ import annotations

from recall.decks.question import Question
from tests.support.screens import window


async def test_letters_signs_and_space_are_text(cards: dict[str, Question]) -> None:
    async with window([cards["typed"], cards["basic"]]) as shown:
        await shown.press("q", "?", "space", "u", "1")
        assert shown.has("you q? u1")
        assert shown.sitting.state.phase == "asking"


async def test_enter_alone_shows_the_answer(cards: dict[str, Question]) -> None:
    async with window([cards["typed"], cards["basic"]]) as shown:
        await shown.press("enter")
        assert shown.has("answer mura")
        assert not shown.has("you mura")


async def test_a_right_word_is_marked_got_it(cards: dict[str, Question]) -> None:
    async with window([cards["typed"], cards["basic"]]) as shown:
        await shown.press("M", "u", "r", "a", "enter", "space")
        assert shown.sitting.grades == [3]
        assert shown.sitting.saved[0].details["given"] == "Mura"


async def test_enter_held_down_does_not_grade(cards: dict[str, Question]) -> None:
    async with window([cards["typed"], cards["basic"]]) as shown:
        await shown.press("m", "enter")
        for _ in range(20):
            await shown.press("enter", wait_ms=33)
        assert shown.sitting.grades == []


async def test_i_was_right_is_one_key_away(cards: dict[str, Question]) -> None:
    async with window([cards["typed"], cards["basic"]]) as shown:
        await shown.press("u", "n", "e", "v", "e", "n", "enter")
        assert shown.has("3 I was right")
        await shown.press("3")
        assert shown.sitting.grades == [3]


async def test_escape_first_leaves_the_field_then_the_sitting(cards: dict[str, Question]) -> None:
    async with window([cards["typed"], cards["basic"]]) as shown:
        await shown.press("m", "escape")
        assert shown.has("[ Enter ] Type the answer")
        await shown.press("h")
        assert shown.has("Hint: Think of")
        await shown.press("enter", "u")
        assert shown.has("you mu")
        await shown.press("escape")
        assert shown.sitting.state.phase == "asking"
        await shown.pilot.press("escape")
        await shown.settle(lambda: shown.sitting.state.phase == "over")
        assert shown.sitting.state.ending == "left"


async def test_what_was_typed_stays_visible_beside_the_field(cards: dict[str, Question]) -> None:
    async with window([cards["typed"], cards["basic"]]) as shown:
        await shown.press("m", "u", "escape")
        assert shown.has("you mu")
        await shown.press("space")
        assert shown.has("answer mura")
        assert not shown.has("you mu")


async def test_the_field_is_empty_for_the_next_card(cards: dict[str, Question]) -> None:
    from dataclasses import replace

    other = replace(cards["typed"], card="other", text="Which word means waste?", answer="muda")
    async with window([cards["typed"], other, cards["basic"]]) as shown:
        await shown.press("m", "u", "enter", "3")
        assert shown.has("Which word means waste?")
        assert not shown.has("you mu")
        await shown.press("m", "u", "d", "a", "enter")
        assert shown.has("you muda answer muda")
