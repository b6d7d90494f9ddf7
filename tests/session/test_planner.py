"""A plan fills the time there is with what gains most for each second."""

from __future__ import annotations

from collections import Counter
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.memory.curve import DEFAULT_WEIGHTS, recall
from recall.session.costs import LearnerPace
from recall.session.planner import DUE_SHARE, outlook, plan
from recall.session.values import Plan
from tests.support.planning import TODAY, candidate, decks, fresh, memory, names


def planned(candidates, seconds=300.0, **changes) -> Plan:
    known = {"day": TODAY, "budget_seconds": seconds, "limit": None}
    return plan(candidates, **known | changes)


def due(count, stability=3.0, days=4):
    return [
        candidate(f"due-{number}", memory(stability, days, difficulty=1 + number % 9))
        for number in range(count)
    ]


def test_the_first_day_asks_the_first_cards_in_deck_order():
    found = planned(fresh(50), first_session=True)
    assert names(found.chosen) == [f"new-{number}" for number in range(13)], "13 of 22 s fill 300 s"
    assert (found.new, found.review) == (13, 0)
    assert found.seconds == 13 * 22


def test_one_minute_holds_two_new_questions():
    assert len(planned(fresh(9), 60).chosen) == 2


def test_a_slow_learner_is_asked_one_question_in_one_minute():
    slow = LearnerPace(10_000, 10_000 * log(9))
    assert len(planned(fresh(9), 60, pace=slow).chosen) == 1


def test_so_many_cards_are_asked_where_cards_are_counted():
    assert len(planned(fresh(50), None, limit=7).chosen) == 7
    assert len(planned(fresh(5), None, limit=7).chosen) == 5
    assert planned(fresh(5), None, limit=0).chosen == ()


def test_nothing_to_ask_is_an_empty_plan():
    assert planned([]) == Plan((), (), 0.0)


def test_due_questions_have_the_first_fifth_and_no_more():
    found = planned(fresh(50) + due(50))
    spent = sum(each.seconds for each in found.chosen if each.due)
    assert found.review > 0
    assert DUE_SHARE * 300 <= spent < DUE_SHARE * 300 + 60
    assert found.new > found.review


def test_the_best_due_questions_come_first():
    found = planned(fresh(50) + due(50))
    everything = planned(due(50), 10_000)
    best = sorted(everything.chosen, key=lambda each: -each.score)[: found.review]
    asked = {each.candidate.card for each in found.chosen if each.due}
    assert asked == {each.candidate.card for each in best}


def test_a_fifth_of_counted_cards_is_for_due_questions():
    assert planned(fresh(50) + due(50), None, limit=20).review == 4


def test_what_is_not_due_may_be_asked_if_it_is_worth_more():
    fading = candidate("fading", memory(200.0, 150, due_day=TODAY + 50))
    sinking = candidate("sinking", memory(0.1, 60, difficulty=10.0, due_day=TODAY + 50))
    found = planned([sinking, fading], 20)
    assert names(found.chosen) == ["fading"]


def test_what_is_hardly_fading_is_a_waste_of_a_minute_unless_asked_for():
    fresh_in_mind = candidate("solid", memory(50.0, 5))
    assert planned([fresh_in_mind]).chosen == ()
    assert names(planned([fresh_in_mind], easy_rule=False).chosen) == ["solid"]
    assert names(planned([fresh_in_mind._replace(asked_for=True)]).chosen) == ["solid"]


def test_what_was_answered_today_waits_until_tomorrow():
    today = candidate("today", memory(0.3, 0))
    assert planned([today], easy_rule=False).chosen == ()
    assert names(planned([today], day=TODAY + 1).chosen) == ["today"]


def test_a_clock_set_back_asks_nothing_of_days_to_come():
    assert planned([candidate("ahead", memory(3.0, -5))], easy_rule=False).chosen == ()


def test_of_siblings_the_best_is_asked():
    pair = [
        candidate("a/back", memory(3.0, 1, difficulty=9)),
        candidate("a/forward", memory(3.0, 3, difficulty=1)),
    ]
    (only,) = planned(pair, easy_rule=False).chosen
    assert only.candidate.key.prompt == "d/a/forward"


def test_a_new_sibling_waits_for_none_of_the_gates_and_groups_of_its_card():
    gates = {"after": frozenset({"d/elsewhere"}), "group": "d/alike"}
    pair = [
        candidate("a/back", memory(0.05, 500, difficulty=10), **gates),
        candidate("a/forward", **gates),
    ]
    (only,) = planned(pair, alike_today={"d/alike": 4}).chosen
    assert only.candidate.key.prompt == "d/a/forward"
    assert not only.candidate.after, "nor does the sitting make it wait"


def test_new_siblings_come_one_a_session_in_the_order_of_their_card():
    cloze = [candidate("a/gap-1"), candidate("a/gap-2"), candidate("b/gap-1")]
    found = planned(cloze)
    assert [each.candidate.key.prompt for each in found.chosen] == ["d/a/gap-1", "d/b/gap-1"]
    assert found.reserve == ()


def test_a_card_comes_after_those_it_builds_on_even_where_the_deck_has_them_later():
    late = candidate("late", after=frozenset({"d/base", "d/more"}))
    found = planned([late, candidate("base"), candidate("more")])
    assert names(found.chosen) == ["base", "more", "late"]


def test_a_card_stays_shut_where_what_it_builds_on_does_not_fit():
    late = candidate("late", after=frozenset({"d/new-5"}))
    assert "late" not in names(planned([late, *fresh(9)], 100).chosen)


def test_a_card_that_builds_on_what_is_out_of_reach_is_not_asked():
    assert planned([candidate("late", after=frozenset({"d/elsewhere"}))]).chosen == ()


def test_a_deck_written_backwards_opens_gate_by_gate():
    chain = [
        candidate(f"c-{number}", after=frozenset({f"d/c-{number - 1}"}) if number else frozenset())
        for number in range(3_000)
    ]
    found = planned(list(reversed(chain)), None, limit=3_000)
    assert names(found.chosen) == [f"c-{number}" for number in range(3_000)]


def test_at_most_four_new_cards_of_a_group_come_on_a_day():
    alike = fresh(10, group="d/alike")
    assert len(planned(alike).chosen) == 4
    assert len(planned(alike, alike_today={"d/alike": 3}).chosen) == 1
    seen = [each._replace(memory=memory(3, 3)) for each in alike]
    assert len(planned(seen).chosen) == 10, "seen ones are not counted"


def test_the_group_limit_holds_with_the_reserve_too():
    found = planned(fresh(10, group="d/alike"), 50)
    assert (len(found.chosen), len(found.reserve)) == (2, 2)


def test_of_a_contrast_pair_only_one_card_is_new_on_a_day():
    pair = [candidate("a", pairs=("d/pair:x",)), candidate("b", pairs=("d/pair:x", "d/pair:y"))]
    found = planned([*pair, candidate("c", pairs=("d/pair:y",))])
    assert names(found.chosen) == ["a", "c"]
    assert found.reserve == ()
    assert names(planned(pair, alike_today={"d/pair:y": 1}).chosen) == ["a"]
    met = [pair[0]._replace(memory=memory(3, 3), pairs=()), pair[1]]
    assert set(names(planned(met).chosen)) == {"a", "b"}, "the first was met on an earlier day"


def test_the_reserve_holds_the_next_best_and_nothing_twice():
    found = planned(fresh(100) + due(100))
    assert len(found.reserve) >= len(found.chosen)
    everything = [each.candidate.card for each in (*found.chosen, *found.reserve)]
    assert len(set(everything)) == len(everything)


def test_a_very_first_session_begins_with_two_basic_cards():
    cards = [*fresh(20), candidate("plain-1", basic=True), candidate("plain-2", basic=True)]
    found = planned(cards, first_session=True)
    assert names(found.chosen)[:3] == ["plain-1", "plain-2", "new-0"]


def test_with_exponent_one_an_endless_deck_and_nothing_due_all_is_new():
    seen = [candidate(f"seen-{n}", memory(1 + n, 2, due_day=TODAY + 9)) for n in range(40)]
    found = planned(seen + fresh(500), exponent=1.0, easy_rule=False)
    assert (found.review, found.new) == (0, 13)


def test_depth_asks_more_of_what_was_met_than_breadth():
    fading = memory(9, 20, difficulty=3, due_day=TODAY + 9)
    cards = [candidate(f"seen-{n}", fading) for n in range(40)] + fresh(500)
    breadth, depth = planned(cards, exponent=1.5), planned(cards, exponent=2.5)
    assert depth.review > breadth.review


@pytest.mark.parametrize("horizon", [-3, 0, 1, 3, 60, 500])
def test_any_date_gives_a_plan(horizon):
    assert planned(fresh(9) + due(9), horizon=horizon).chosen


def test_a_backlog_of_months_needs_nothing_special():
    lost = [candidate(f"lost-{n}", memory(0.2, 300, difficulty=9.5)) for n in range(200)]
    saved = [candidate(f"saved-{n}", memory(20.0, 60)) for n in range(200)]
    found = planned(lost + saved + fresh(100))
    assert not [name for name in names(found.chosen) if name.startswith("lost")]
    assert found.new > 0


@given(decks(), st.integers(30, 400), st.none() | st.integers(1, 9), st.booleans())
@settings(deadline=None, derandomize=True, max_examples=150)
def test_every_plan_keeps_to_its_time_gates_groups_and_one_of_a_card(deck, seconds, limit, first):
    found = planned(deck, seconds, limit=limit, first_session=first)
    assert found.seconds == pytest.approx(sum(each.seconds for each in found.chosen))
    assert found.seconds <= seconds + 1e-9
    assert limit is None or len(found.chosen) <= limit
    cards = [each.candidate.card for each in (*found.chosen, *found.reserve)]
    assert len(set(cards)) == len(cards)
    for position, each in enumerate(found.chosen):
        if each.is_new:
            assert each.candidate.after <= set(cards[:position])
    _holds_look_alikes_apart(found)
    assert planned(deck, seconds, limit=limit, first_session=first) == found, "always the same"


@given(decks(), st.lists(st.integers(1, 9), max_size=6))
@settings(deadline=None, derandomize=True, max_examples=50)
def test_however_many_sessions_a_day_has_look_alikes_stay_apart(deck, sessions):
    met: dict[str, object] = {}
    alike: Counter[str] = Counter()
    for limit in sessions:
        left = [each for each in deck if each.card not in met]
        found = planned(left, None, limit=limit, alike_today=alike)
        for each in found.chosen:
            met[each.candidate.card] = each
            if each.is_new:
                alike.update((each.candidate.group, *each.candidate.pairs))
    assert alike["d/g"] <= 4
    assert max(alike["d/pair:x"], alike["d/pair:y"]) <= 1


def _holds_look_alikes_apart(found: Plan) -> None:
    new = [each.candidate for each in (*found.chosen, *found.reserve) if each.is_new]
    assert sum(each.group != "" for each in new) <= 4
    pairs = [pair for each in new for pair in each.pairs]
    assert len(set(pairs)) == len(pairs)


def test_the_outlook_is_the_sum_of_chances_on_one_date():
    known = [memory(3, 1), memory(10, 4)]
    expected = recall(15, 3, DEFAULT_WEIGHTS) + recall(18, 10, DEFAULT_WEIGHTS)
    assert outlook(known, TODAY, 14, DEFAULT_WEIGHTS) == pytest.approx(expected)
    assert outlook([], TODAY, 14, DEFAULT_WEIGHTS) == 0


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.integers(0, 30), st.integers(0, 8), st.sampled_from([60.0, 300.0, 900.0]))
def test_a_wish_for_fewer_new_questions_filters_and_keeps_the_scores(wish, seen, seconds):
    candidates = fresh(40) + due(seen)
    free, held = planned(candidates, seconds), planned(candidates, seconds, new_limit=wish)
    assert sum(each.is_new for each in (*held.chosen, *held.reserve)) <= wish
    if free.new <= wish:
        assert set(held.chosen) == set(free.chosen)
    scores = {each.candidate.card: each.score for each in (*free.chosen, *free.reserve)}
    for each in held.chosen:
        assert scores.get(each.candidate.card, each.score) == each.score


def test_without_new_questions_a_card_met_before_is_asked_for_its_seen_side():
    both = [candidate("a/one"), candidate("a/two", memory(50.0, 3))]
    assert names(planned(both).chosen) == ["a"]
    held = planned(both, new_limit=0)
    assert [each.is_new for each in held.chosen] in ([False], [])
