"""Practice that reschedules nothing, in the app: the choice of it, its marks, its summary."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recall.memory.events import Grade
from recall.settings import Settings
from recall.tui.app import RecallApp
from recall.tui.journey import LearnerJourney
from tests.collection.conftest import World, world
from tests.support.browsing import app_over, studied

__all__ = ["studied", "world"]
Matches = Callable[[str, str], None]
SIZES = [(80, 24), (40, 15), (160, 50)]


@pytest.mark.parametrize("size", SIZES)
async def test_home_offers_what_was_hard_decks_tags_and_search(
    size: tuple[int, int], studied: World, matches: Matches
) -> None:
    async with app_over(studied, size=size) as shown:
        await shown.press("p")
        matches(f"practice-choice-{size[0]}x{size[1]}", shown.text)
        await shown.press("q")
        assert shown.has("If asked today") or shown.has("Done for today")


@pytest.mark.parametrize("size", SIZES)
async def test_a_practised_question_is_marked_and_has_no_intervals(
    size: tuple[int, int], studied: World, matches: Matches
) -> None:
    async with app_over(studied, size=size) as shown:
        await shown.press("p", "enter")
        matches(f"practice-question-{size[0]}x{size[1]}", shown.text)
        await shown.press("space")
        matches(f"practice-answer-{size[0]}x{size[1]}", shown.text)


@pytest.mark.parametrize("size", SIZES)
async def test_its_summary_says_what_was_practised_and_claims_nothing(
    size: tuple[int, int], studied: World, matches: Matches
) -> None:
    async with app_over(studied, size=size, start="practice", scope_words=("andon",)) as shown:
        await shown.press("space", "1", "space", "3")
        matches(f"practice-summary-{size[0]}x{size[1]}", shown.text)


async def test_undo_on_its_summary_asks_the_question_again_as_practice(studied: World) -> None:
    async with app_over(studied, start="practice", scope_words=("andon",)) as shown:
        await shown.press("space", "3", "u")
        assert shown.has("Practice: nothing is rescheduled.")
        await shown.press("space", "1", "space", "3")
        assert shown.has("1 question practised, 0 recalled.")


async def test_after_a_session_p_offers_practice_and_the_way_back(studied: World) -> None:
    studied.pass_days(9)
    async with app_over(studied, start="review", cards=1) as shown:
        await shown.press("space", "2")
        assert shown.has("[ Enter ] Close")
        await shown.press("p")
        assert shown.has("What was hard today 1 question")
        await shown.press("q")
        assert shown.has("[ Enter ] Close")
        await shown.press("p", "enter")
        assert shown.has("Practice: nothing is rescheduled.")


async def test_practice_may_be_chosen_from_a_search(studied: World) -> None:
    async with app_over(studied) as shown:
        await shown.press("p", "j", "enter", *"andon", "enter", "p")
        assert shown.has("andon cord")
        assert shown.has("practice, last question")


async def test_nothing_to_practise_ends_with_a_sentence(world: World) -> None:
    world.write()
    world.study(Grade.GOOD)
    world.pass_days(1)
    with world.open() as collection:
        app = RecallApp(LearnerJourney(lambda: collection, start="practice"), Settings())
        async with app.run_test() as pilot:
            for _ in range(300):
                await pilot.pause(0.01)
                if app.said:
                    break
        app.close()
    assert app.return_code == 2
    assert "nothing was hard today" in app.said
