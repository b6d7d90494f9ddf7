"""Ranking without sorting everything chooses what sorting everything would."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from recall.session.planner import plan
from recall.session.values import Plan
from tests.support.planning import TODAY, candidate, decks, memory
from tests.support.planning_slowly import chosen_and_reserve


def prompts(questions) -> list[str]:
    return [each.candidate.key.prompt for each in questions]


def agrees(found: Plan, slowly: tuple[list[str], list[str]]) -> None:
    chosen, reserve = slowly
    assert sorted(prompts(found.chosen)) == sorted(chosen)
    assert prompts(found.reserve) == reserve


@given(
    decks(), st.floats(20, 400), st.none() | st.integers(1, 9), st.sampled_from((None, None, 0, 3))
)
@settings(deadline=None, derandomize=True, max_examples=80)
def test_a_plan_is_what_the_slow_obvious_way_gives(deck, seconds, limit, new_limit):
    found = plan(deck, day=TODAY, budget_seconds=seconds, limit=limit, new_limit=new_limit)
    agrees(found, chosen_and_reserve(deck, seconds, limit, new_limit))


def test_among_thousands_the_same_are_chosen_as_by_sorting_all():
    dice = random.Random(4)
    deck = [
        candidate(f"c{number // 2}/p{number % 2}", drawn_memory(dice), group="d/g" * (number % 2))
        for number in range(3_000)
    ]
    found = plan(deck, day=TODAY, budget_seconds=600.0)
    agrees(found, chosen_and_reserve(deck, 600.0, None, None))
    assert found.new > 0
    assert found.review > 0


def drawn_memory(dice: random.Random):
    if dice.random() < 0.3:
        return None
    return memory(
        dice.lognormvariate(2, 1.2), dice.randrange(1, 60), dice.uniform(1, 10), answers=2
    )
