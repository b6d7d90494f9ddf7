"""The log is the truth: what is remembered is its fold, in whatever order its events arrive."""

from __future__ import annotations

import random
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from recall.ids import PromptKey
from recall.memory.events import (
    ADOPT,
    BURY,
    FLAG,
    RESTART,
    RESUME,
    REVIEW,
    SUSPEND,
    VOID,
    CardState,
)
from recall.memory.fold import applicable, fold_card, fold_log, fold_prompt
from recall.memory.scheduler import Scheduler
from tests.support.logs import MONDAY, adopt, event, review, void

SCHEDULER = Scheduler()
PROMPTS = ("d/one/main", "d/two/main", "d/two/other", "e/three/main")
ONE, TWO, THREE = (PromptKey(f"d/{name}/main", 1) for name in ("one", "two", "three"))


def memories(*events):
    return fold_log(events, SCHEDULER).memories


@st.composite
def logs(draw):
    """Reviews on several days, some at the very same millisecond, and all that acts on them."""
    log = []
    for number in range(1, draw(st.integers(1, 16))):
        kind = draw(
            st.sampled_from(
                (REVIEW, REVIEW, REVIEW, VOID, ADOPT, RESTART, SUSPEND, FLAG, "new kind")
            )
        )
        prompt, day = draw(st.sampled_from(PROMPTS)), MONDAY + draw(st.integers(0, 5))
        if kind == REVIEW:
            rev, took = draw(st.sampled_from((1, 1, 2))), draw(st.integers(300, 70_000))
            made = review(number, draw(st.integers(1, 4)), day, prompt, rev=rev, took_ms=took)
        elif kind == VOID:
            made = void(number, draw(st.integers(1, 17)), day)
        elif kind == ADOPT:
            made = adopt(number, prompt, draw(st.sampled_from(PROMPTS)), day)
        else:
            made = event(number, kind, prompt.rpartition("/")[0], day)
        if draw(st.booleans()):
            made = made._replace(at_ms=day * 86_400_000)
        log.append(made)
    return log


@given(logs(), st.randoms(use_true_random=False))
@settings(deadline=None, derandomize=True)
def test_any_order_of_arrival_gives_the_same_progress_to_the_bit(log, dice):
    shuffled = list(log)
    dice.shuffle(shuffled)
    assert fold_log(shuffled, SCHEDULER) == fold_log(log, SCHEDULER)


@given(logs())
@settings(deadline=None, derandomize=True)
def test_one_prompt_is_folded_alone_as_it_is_within_the_log(log):
    for key, memory in memories(*log).items():
        assert SCHEDULER.fold(None, applicable(log, key)) == memory


@given(st.lists(st.tuples(st.sampled_from(PROMPTS), st.integers(1, 4), st.integers(-1, 9))))
@settings(deadline=None, derandomize=True)
def test_living_through_reviews_equals_folding_them_from_empty_to_the_bit(lived):
    log, living, day = [], {}, MONDAY
    for number, (prompt, grade, days) in enumerate(lived):
        day += days
        took = 1_000 + 777 * number
        made = review(number, grade, day, prompt, took_ms=took, at_ms=MONDAY * 86_400_000 + number)
        living[made.key] = SCHEDULER.review(living.get(made.key), made)
        log.append(made)
    assert memories(*log) == living


def test_reviews_of_the_same_millisecond_fold_by_their_ids():
    again, easy = review(1, 1, at_ms=5), review(2, 4, at_ms=5)
    assert fold_prompt([easy, again], SCHEDULER).first_grade == 1


def test_an_empty_log_comes_to_nothing():
    assert fold_log([], SCHEDULER) == ({}, {})
    assert fold_prompt([], SCHEDULER) is None


def test_revisions_of_a_card_have_memories_of_their_own():
    found = memories(review(1, 3), review(2, 1, rev=2))
    assert found[ONE].first_grade == 3
    assert found[PromptKey(ONE.prompt, 2)].first_grade == 1


def test_practice_and_kinds_of_a_later_version_fold_into_nothing():
    alien = [event(2, "practice", ONE.prompt, rev=1, grade=1), event(3, "???", ONE.prompt, grade=1)]
    assert memories(review(1), *alien) == memories(review(1))


def test_a_review_that_no_scheduler_can_take_is_left_alone():
    broken = [review(2, 9), review(3, None), review(4, 0), review(5)._replace(prompt=None)]
    assert memories(review(1), *broken) == memories(review(1))


def test_a_voided_review_never_was():
    assert memories(review(1), review(2, 1, MONDAY + 2), void(3, 2)) == memories(review(1))
    assert memories(review(1), void(2, 1)) == {}


def test_a_void_may_arrive_before_what_it_takes_back():
    assert memories(void(1, 2), review(2)) == {}


def test_a_void_is_never_voided():
    assert memories(review(1), void(2, 1), void(3, 2)) == {}


def test_an_adopted_history_folds_into_the_new_prompt_and_stays_with_the_old_one():
    old, new = review(1, 2), review(3, 3, MONDAY + 3, TWO.prompt)
    found = memories(old, adopt(2, TWO.prompt, ONE.prompt), new)
    assert found[TWO] == fold_prompt([old, new], SCHEDULER)
    assert found[ONE] == fold_prompt([old], SCHEDULER)


def test_only_what_sorts_before_an_adoption_is_adopted():
    before, after = review(1), review(3, 1, MONDAY + 2)
    found = memories(before, adopt(2, TWO.prompt, ONE.prompt), after)
    assert found[TWO] == fold_prompt([before], SCHEDULER)


def test_adoption_keeps_the_revision():
    found = memories(review(1, rev=2), adopt(2, TWO.prompt, ONE.prompt))
    assert PromptKey(TWO.prompt, 2) in found
    assert TWO not in found


def test_adoptions_chain():
    log = review(1), adopt(2, TWO.prompt, ONE.prompt), adopt(3, THREE.prompt, TWO.prompt)
    assert memories(*log)[THREE] == memories(review(1))[ONE]


def test_a_name_given_up_and_taken_back_loses_no_review_and_counts_none_twice():
    log = [
        review(1),
        adopt(2, TWO.prompt, ONE.prompt),
        review(3, 3, MONDAY + 1, TWO.prompt),
        adopt(4, ONE.prompt, TWO.prompt, MONDAY + 1),
        review(5, 3, MONDAY + 2),
    ]
    assert memories(*log)[ONE].reviews == 3


def test_two_histories_may_be_adopted_into_one():
    log = [review(1), review(2, 1, prompt=TWO.prompt), adopt(3, THREE.prompt, ONE.prompt)]
    log.append(adopt(4, THREE.prompt, TWO.prompt))
    assert memories(*log)[THREE].reviews == 2


def test_a_voided_adoption_does_nothing():
    assert TWO not in memories(review(1), adopt(2, TWO.prompt, ONE.prompt), void(3, 2))


def test_an_adoption_of_nothing_known_does_nothing():
    odd = event(3, ADOPT, TWO.prompt, details={"because": "was"})
    found = memories(review(1), adopt(2, TWO.prompt, "gone/card/main"), odd)
    assert list(found) == [ONE]


def test_a_restart_forgets_all_prompts_of_a_card_and_no_other():
    log = [
        review(1, 3, prompt="d/two/main"),
        review(2, 3, prompt="d/two/other"),
        review(3, 3, prompt="d/one/main"),
        event(4, RESTART, "d/two"),
        review(5, 1, MONDAY + 1, "d/two/other"),
    ]
    found = memories(*log)
    assert set(found) == {ONE, PromptKey("d/two/other", 1)}
    assert found[PromptKey("d/two/other", 1)].first_grade == 1, "it begins anew"


def test_a_voided_restart_forgets_nothing():
    log = review(1), event(2, RESTART, "d/one"), void(3, 2)
    assert memories(*log) == memories(review(1))


def test_what_a_restart_forgot_does_not_come_back_under_another_name():
    log = review(1), event(2, RESTART, "d/one"), adopt(3, TWO.prompt, ONE.prompt)
    assert memories(*log) == {}


def test_a_restart_of_a_card_that_was_renamed_leaves_the_new_one_alone():
    log = review(1), adopt(2, TWO.prompt, ONE.prompt), event(3, RESTART, "d/one")
    assert set(memories(*log)) == {TWO}


def test_a_restart_forgets_what_was_adopted_before_it():
    log = review(1), adopt(2, TWO.prompt, ONE.prompt), event(3, RESTART, "d/two")
    assert set(memories(*log)) == {ONE}


def test_a_card_is_put_away_brought_back_and_put_away_again():
    away = event(1, SUSPEND, "d/one"), event(2, RESUME, "d/one"), event(3, SUSPEND, "d/one")
    assert fold_card(reversed(away)).suspended
    assert not fold_card(away[:2]).suspended


def test_a_card_that_is_not_wanted_today_is_wanted_tomorrow():
    assert fold_card([event(1, BURY, "d/one", MONDAY)]).buried_day == MONDAY


def test_a_mark_goes_on_and_off():
    on = event(1, FLAG, "d/one", details={"on": True})
    off = event(2, FLAG, "d/one", details={"on": False})
    assert fold_card([on]).flagged
    assert not fold_card([off, on]).flagged


def test_a_restart_is_noted_with_its_place():
    made = event(4, RESTART, "d/one")
    assert fold_card([made]) == CardState(restarted=(made.at_ms, UUID(int=4)))


def test_what_was_set_for_a_card_can_be_undone():
    found = fold_log([event(1, SUSPEND, "d/one"), void(2, 1)], SCHEDULER)
    assert found.cards == {}


def test_a_long_log_with_many_renames_folds_in_any_order():
    dice = random.Random(1)
    names = [f"d/card-{number}/main" for number in range(60)]
    log = [review(n, dice.randint(1, 4), MONDAY + n, dice.choice(names)) for n in range(300)]
    for n in range(300, 900):
        log.append(adopt(n, dice.choice(names), dice.choice(names), MONDAY + n))
    folded = fold_log(log, SCHEDULER)
    dice.shuffle(log)
    assert fold_log(log, SCHEDULER) == folded
    assert max(memory.reviews for memory in folded.memories.values()) == 300
