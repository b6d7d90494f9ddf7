"""Fingers on a card: revealing, grading, hints, undo, and keys held down."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from recall.decks.question import Question
from recall.memory.events import BURY, FLAG, SUSPEND
from recall.session.sentences import hard_or_forgotten
from recall.tui.places import SUMMARY
from tests.support.screens import window


@pytest.fixture
def three(cards: dict[str, Question]) -> list[Question]:
    return [cards["basic"], cards["cloze"], cards["comparison"]]


@pytest.mark.parametrize(("key", "grade"), [("1", 1), ("2", 2), ("3", 3), ("4", 4), ("space", 3)])
async def test_a_key_grades_and_the_next_card_comes(
    key: str, grade: int, three: list[Question]
) -> None:
    async with window(three) as shown:
        await shown.press("space", key)
        assert shown.sitting.grades == [grade]
        assert shown.has("Without a [ what makes drift visible ]")


async def test_enter_does_what_space_does(three: list[Question]) -> None:
    async with window(three) as shown:
        await shown.press("enter", "enter")
        assert shown.sitting.grades == [3]


async def test_a_key_right_after_the_reveal_does_not_grade(three: list[Question]) -> None:
    async with window(three) as shown:
        await shown.press("space")
        await shown.press("space", wait_ms=299)
        assert shown.sitting.grades == []
        await shown.press("space", wait_ms=300)
        assert shown.sitting.grades == [3]


async def test_a_key_held_down_grades_nothing(three: list[Question]) -> None:
    async with window(three) as shown:
        for _ in range(60):
            await shown.press("space", wait_ms=33)
        assert shown.sitting.grades == []
        assert shown.has("[3 Got it]")


async def test_a_number_held_down_picks_but_does_not_grade(cards: dict[str, Question]) -> None:
    async with window([cards["choice"], cards["basic"]]) as shown:
        for _ in range(20):
            await shown.press("3", wait_ms=33)
        assert shown.sitting.grades == []
        assert shown.has("your pick")


async def test_a_hint_makes_hard_the_marked_grade(three: list[Question]) -> None:
    async with window(three) as shown:
        await shown.press("h")
        assert shown.has("Hint: Think of the boss's favourite word.")
        await shown.press("space")
        assert shown.has("[2 Hard]")
        assert shown.has("Space takes [2]")
        await shown.press("space")
        assert shown.sitting.grades == [2]


async def test_a_card_without_a_hint_offers_none(three: list[Question]) -> None:
    from dataclasses import replace

    async with window([replace(three[0], hint=""), three[1]]) as shown:
        assert not shown.has("h hint")
        await shown.press("h", "space")
        assert shown.has("[3 Got it]")


async def test_undo_brings_the_card_back_and_says_so(three: list[Question]) -> None:
    async with window(three) as shown:
        await shown.press("space", "3", "u")
        assert shown.has('Undone: Got it on "In Check, the actual results')
        assert shown.has("In Check, the actual results are compared with what?")
        assert shown.sitting.grades == []
        await shown.press("space", "1")
        assert shown.sitting.grades == [1]


@pytest.mark.parametrize(
    ("key", "kind", "said"),
    [("s", SUSPEND, "Put away"), ("b", BURY, "Not today"), ("f", FLAG, "Marked")],
)
async def test_hiding_or_marking_a_card_says_so(
    key: str, kind: str, said: str, three: list[Question]
) -> None:
    async with window(three) as shown:
        await shown.press(key)
        assert [draft.kind for draft in shown.sitting.saved] == [kind]
        assert shown.has(said)
        assert shown.has("u brings it back" if kind != FLAG else "u takes the mark away")
        await shown.press("u")
        assert shown.sitting.saved == []
        assert shown.has("In Check, the actual results")


async def test_a_new_question_names_its_grades_otherwise(three: list[Question]) -> None:
    async with window(three, met=False) as shown:
        await shown.press("space")
        assert shown.has("1 New to me")


async def test_a_repeat_says_that_it_is_one(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]]) as shown:
        await shown.press("space", "1")
        assert shown.has("Once more: you saw this a moment ago.")


async def test_each_thing_explains_itself_the_first_time(three: list[Question]) -> None:
    topics = frozenset({"basic", "intervals", "hard"})
    async with window(three, topics=topics) as shown:
        assert shown.has("Answer in your head first.")
        await shown.press("space")
        assert shown.has("When it will be asked again. It may come a little sooner")


async def test_hard_is_told_from_the_grade_beside_it(three: list[Question]) -> None:
    topics = frozenset({"hard"})
    async with window(three, topics=topics, met=False) as shown:
        await shown.press("space")
        assert shown.has("Hard means you got it, with effort. If you did not, choose New to me.")
    async with window(three, topics=topics) as shown:
        await shown.press("space")
        assert shown.has("Hard means you got it, with effort. If it was gone, choose Forgot.")


async def test_a_wrong_pick_has_no_figures_to_explain(cards: dict[str, Question]) -> None:
    async with window([cards["choice"]], topics=frozenset({"intervals", "hard"})) as shown:
        await shown.press("1")
        assert shown.has("[ Space ]  Go on")
        assert not shown.has("When it will be asked again.")
        assert not shown.has("Hard means")


async def test_a_term_and_several_options_explain_themselves(cards: dict[str, Question]) -> None:
    term = replace(cards["basic"], kind="reversed", text="Gemba", answer="The real place.")
    for question, topic, said in (
        (term, "reversed", "A term or its meaning: recall the other one."),
        (cards["several"], "several", "More than one is right: pick all of them, then Enter."),
    ):
        async with window([question], topics=frozenset({topic})) as shown:
            assert shown.has(said)
        async with window([question], topics=frozenset({"basic", "choice"})) as shown:
            assert not shown.has(said)


@pytest.mark.parametrize("size", [(40, 15), (80, 24)])
async def test_what_hard_and_forgot_mean_is_told_on_the_summary(
    size: tuple[int, int], cards: dict[str, Question]
) -> None:
    said = hard_or_forgotten(6, 1)
    async with window([cards["basic"]], size=size) as shown:
        shown.app.journey.collection.advised = said
        await shown.press("space", "2")
        for _ in range(9):
            if shown.has(said):
                break
            await shown.press("down")
        assert shown.has("Forgot asks it again in 1 day, Hard in 6 days.")


async def test_the_summary_does_not_wait_for_it(cards: dict[str, Question]) -> None:
    looked, said = threading.Event(), hard_or_forgotten(6, 1)
    async with window([cards["basic"]]) as shown:
        shown.app.journey.collection.advice = lambda state: looked.wait(10) and said
        await shown.press("space")
        await shown.pilot.press("2")
        await shown.settle(lambda: shown.app.view.place == SUMMARY)
        assert not shown.has("Forgot asks it again")
        looked.set()
        await shown.settle(lambda: shown.has("Forgot asks it again in 1 day, Hard in 6 days."))
