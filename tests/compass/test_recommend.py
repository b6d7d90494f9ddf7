"""What the compass recommends: deciding questions outweigh the scale, skipping favours nobody."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.compass import recommend as r
from recall.compass.answers import Answers, Walk, answers_of
from recall.compass.profile import BALANCED, OPEN, TO_BREAKTHROUGH, TO_KAIZEN, profile_of
from recall.compass.questions import DECIDING, FEATURES, QUESTIONS, STEPS
from recall.compass.recommend import recommend
from recall.compass.report import outcome_of

quick = settings(deadline=None, derandomize=True, max_examples=80)
scales = st.fixed_dictionaries(
    {row.id: st.sampled_from((*STEPS, None)) for row in FEATURES},
).map(lambda found: {name: step for name, step in found.items() if step is not None})
decisions = st.fixed_dictionaries(
    {each.id: st.sampled_from((True, False, None)) for each in DECIDING}
)
deciding = decisions.map(
    lambda found: {name: yes for name, yes in found.items() if yes is not None}
)
answers = st.builds(Answers, deciding, scales)
MIRROR = {TO_KAIZEN: TO_BREAKTHROUGH, TO_BREAKTHROUGH: TO_KAIZEN, BALANCED: BALANCED, OPEN: OPEN}


def mirrored(scale: dict[str, int]) -> dict[str, int]:
    return {name: -step for name, step in scale.items()}


@quick
@given(answers, st.randoms())
def test_the_order_of_the_answers_does_not_matter(found, random):
    pairs = [*((name, int(yes)) for name, yes in found.deciding.items()), *found.scale.items()]
    random.shuffle(pairs)
    again = answers_of(pairs)
    assert again == found
    assert recommend(again) == recommend(found)


@quick
@given(scales)
def test_mirrored_answers_give_a_mirrored_profile_and_the_opposite_advice(scale):
    one, other = profile_of(Answers({}, scale)), profile_of(Answers({}, mirrored(scale)))
    assert (one.kaizen, one.breakthrough) == (other.breakthrough, other.kaizen)
    assert (one.between, one.skipped) == (other.between, other.skipped)
    assert other.lean == MIRROR[one.lean]
    opposite = {r.KAIZEN: r.BREAKTHROUGH, r.BREAKTHROUGH: r.KAIZEN}
    verdict = recommend(Answers({}, scale)).verdict
    assert recommend(Answers({}, mirrored(scale))).verdict == opposite.get(verdict, verdict)


@quick
@given(deciding, scales, scales)
def test_a_deciding_question_always_outweighs_the_scale(decided, one, other):
    first, second = recommend(Answers(decided, one)), recommend(Answers(decided, other))
    if decided.get("danger"):
        assert first.verdict == second.verdict == r.CONTAIN
    elif decided.get("standard") is False:
        assert first.verdict == second.verdict == r.ONE_STANDARD
    elif "reach" in decided:
        assert first.verdict == second.verdict
        assert first.verdict == (r.KAIZEN if decided["reach"] else r.BREAKTHROUGH)
    else:
        assert r.SCALE in first.because or first.verdict == r.OPEN


@quick
@given(scales, st.sampled_from(FEATURES))
def test_a_skipped_feature_counts_for_neither_side(scale, row):
    without = {name: step for name, step in scale.items() if name != row.id}
    profile = profile_of(Answers({}, without))
    assert profile.kaizen + profile.breakthrough + profile.between == len(without)
    assert profile.skipped == len(FEATURES) - len(without)
    assert row not in profile.nearest(TO_KAIZEN, 12) + profile.nearest(TO_BREAKTHROUGH, 12)


@quick
@given(answers)
def test_danger_changes_only_what_comes_first(found):
    calm, danger = found.having("danger", 0), found.having("danger", 1)
    rest = recommend(calm)
    course = recommend(danger).course
    assert course == ((r.CONTAIN,) if rest.verdict == r.OPEN else (r.CONTAIN, rest.verdict))


@quick
@given(answers)
def test_every_outcome_has_advice_a_reason_for_what_was_decided_and_cards(found):
    outcome = outcome_of(Walk("", found))
    assert outcome.said.headline
    assert len(outcome.said.advice) == len(outcome.recommendation.course)
    assert bool(outcome.said.because) == (outcome.recommendation.verdict != r.OPEN)
    assert all(outcome.said.mind)
    assert 5 <= len(outcome.cards) <= 10
    assert len(set(outcome.cards)) == len(outcome.cards)


@quick
@given(st.lists(st.sampled_from(["back", "skip", "answer"]), max_size=60))
def test_a_walk_may_go_back_and_forth_and_keeps_what_was_answered(moves):
    walk = Walk()
    expected: dict[str, int] = {}
    for move in moves:
        if move == "back":
            walk = walk.back()
        elif walk.question is not None:
            name = walk.question.id
            value = 1 if move == "answer" else None
            expected.pop(name, None)
            if value is not None:
                expected[name] = value
            walk = walk.answer(value)
    given = {each.id: walk.answers.given(each.id) for each in QUESTIONS}
    assert {name: value for name, value in given.items() if value is not None} == expected


@pytest.mark.parametrize(
    ("decided", "scale", "verdict", "mind"),
    [
        ({}, 0, r.OPEN, {r.DANGER_OPEN}),
        ({"danger": False, "standard": True, "reach": True}, 2, r.KAIZEN, {r.AGAINST_SCALE}),
        (
            {"danger": False, "standard": True, "reach": False},
            -2,
            r.BREAKTHROUGH,
            {r.AGAINST_SCALE},
        ),
        ({"danger": False, "standard": False, "reach": False}, -2, r.ONE_STANDARD, {r.EARLY_REACH}),
        ({"danger": False, "standard": True}, -1, r.KAIZEN, {r.REACH_OPEN}),
        ({"danger": False}, 1, r.BREAKTHROUGH, {r.STANDARD_OPEN, r.REACH_OPEN}),
    ],
)
def test_the_recommendation_says_what_to_mind(decided, scale, verdict, mind):
    steps = {row.id: scale for row in FEATURES} if scale else {}
    found = recommend(Answers(decided, steps))
    assert found.verdict == verdict
    assert set(found.mind) == mind


def test_a_balanced_scale_takes_one_after_the_other():
    scale = {row.id: 1 if at % 2 else -1 for at, row in enumerate(FEATURES)}
    decided = {"danger": False, "standard": True}
    assert recommend(Answers(decided, scale)).verdict == r.IN_TURN


def test_a_step_off_the_scale_is_refused():
    with pytest.raises(ValueError, match="no step"):
        Answers().having("pace", 3)
