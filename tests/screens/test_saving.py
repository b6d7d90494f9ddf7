"""Saving: graded, saving, stored, next; or failed, the same card, and another try."""

from __future__ import annotations

from collections.abc import Callable

from recall.decks.question import Question
from recall.errors import BusyStore
from tests.support.screens import window


async def test_keys_wait_while_a_grade_is_being_written(cards: dict[str, Question]) -> None:
    async with window([cards["basic"], cards["cloze"], cards["comparison"]]) as shown:
        await shown.press("space")
        shown.sitting.gate.clear()
        shown.sitting.ticks += 1_000
        await shown.pilot.press("3", "space")
        assert shown.has("In Check, the actual results")
        assert not shown.app.idle
        shown.sitting.gate.set()
        await shown.settle()
        assert shown.has("Without a [standard]")
        assert shown.sitting.grades == [3]


async def test_the_page_stays_as_it_is_while_a_grade_is_being_written(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"], cards["cloze"]]) as shown:
        await shown.press("space")
        before = shown.text
        shown.sitting.gate.clear()
        shown.sitting.ticks += 1_000
        await shown.pilot.press("3")
        assert shown.text == before
        shown.sitting.gate.set()
        await shown.settle()


async def test_a_grade_that_takes_long_to_write_says_so_until_it_is_written(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"], cards["cloze"]], size=(40, 15)) as shown:
        await shown.press("space")
        shown.sitting.gate.clear()
        shown.sitting.ticks += 1_000
        await shown.pilot.press("3")
        for second in range(1, 4):
            assert not shown.has("Still at work"), second
            shown.app._tick()
        await shown.pilot.pause()
        assert shown.has("Still at work. Your keys are kept.")
        shown.sitting.gate.set()
        await shown.settle()
        assert shown.sitting.grades == [3]
        assert not shown.has("Still at work"), "it is no longer"


async def test_a_grade_that_cannot_be_saved_keeps_the_card_and_can_be_tried_again(
    cards: dict[str, Question], matches: Callable[[str, str], None]
) -> None:
    async with window([cards["basic"], cards["cloze"]]) as shown:
        shown.sitting.fails = "the disk is full. Free some space."
        await shown.press("space", "3")
        matches("not-saved-80x24", shown.text)
        await shown.press("enter")
        assert shown.has("This answer could not be saved")
        shown.sitting.fails = ""
        await shown.press("enter")
        assert shown.sitting.grades == [3]
        assert shown.has("Without a [")


async def test_the_sentence_about_a_full_disk_fits_a_small_window(
    cards: dict[str, Question], matches: Callable[[str, str], None]
) -> None:
    async with window([cards["basic"], cards["cloze"]], size=(40, 15)) as shown:
        shown.sitting.fails = "the disk is full. Free some space."
        await shown.press("space", "3")
        matches("not-saved-40x15", shown.text)


async def test_a_grade_that_failed_can_be_taken_back(cards: dict[str, Question]) -> None:
    async with window([cards["basic"], cards["cloze"]]) as shown:
        shown.sitting.fails = "the disk is full."
        await shown.press("space", "3", "u")
        assert shown.has("[3 Got it]")
        shown.sitting.fails = ""
        await shown.press("1")
        assert shown.sitting.grades == [1]


async def test_a_sitting_that_cannot_begin_leaves_home_as_it_is_and_says_why(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"]], start="home") as shown:

        def busy(*_: object) -> None:
            raise BusyStore("another program holds the database", mend="try again")

        shown.app.journey.collection.sit = busy
        await shown.press("enter")
        assert shown.has("another program holds the database. try again.")
        assert shown.has("If asked today")
        del shown.app.journey.collection.sit
        await shown.press("enter")
        assert shown.has("In Check, the actual results")


async def test_an_undo_that_fails_on_the_summary_can_be_given_up(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"]]) as shown:
        await shown.press("space", "3")
        shown.sitting.fails = "the disk is full."
        await shown.press("u")
        assert shown.has("the disk is full.")
        shown.sitting.fails = ""
        await shown.press("u")
        assert shown.has("[ Enter ] Close")
        await shown.press("u")
        assert shown.has("In Check, the actual results")


async def test_leaving_after_a_failure_saves_nothing_and_asks_nothing(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"], cards["cloze"]]) as shown:
        shown.sitting.fails = "the disk is full."
        await shown.press("space", "3")
        await shown.pilot.press("q")
        await shown.settle(lambda: shown.sitting.state.phase == "over")
        assert shown.sitting.grades == []
        assert shown.sitting.state.ending == "left"
