"""What does not stick, what was sure and wrong, and what is taken for something else."""

from __future__ import annotations

from recall.ids import PromptKey
from recall.insight.sentences import cases_and_facts, not_got
from recall.insight.shelf import Shelf, Spot
from recall.insight.struggle import struggle
from tests.support.facts import history_of
from tests.support.logs import MONDAY, review

ONE, TWO = PromptKey("d/one/main", 1), PromptKey("d/two/main", 1)
SHELF = Shelf((), {ONE: Spot("d", "m"), TWO: Spot("d", "m", case=True)})
ANSWERS = {"mura": "d/one", "muri": "d/two"}


def of(*events, shelf=SHELF):
    return struggle(history_of(*events), shelf, lambda key, given: ANSWERS.get(given, ""))


def forgotten(number: int, prompt: str = ONE.prompt, **details):
    return review(number, 1, MONDAY + number, prompt, details=details)


def test_a_question_forgotten_on_four_days_does_not_stick_until_it_is_held():
    log = [review(0), *(forgotten(number) for number in (2, 4, 6, 8))]
    assert [each[:3] for each in of(*log).loose] == [(ONE, 0, 4)]
    assert of(*log[:-1]).loose == ()
    held = [review(number, 4, MONDAY + number) for number in (9, 20, 60, 120)]
    assert of(*log, *held).loose == ()


def test_repeats_of_the_same_day_are_not_counted_against_a_question():
    log = [review(0), *(forgotten(number)._replace(study_day=MONDAY) for number in range(1, 9))]
    assert of(*log).loose == ()


def test_what_was_put_away_gives_no_trouble():
    log = [review(0), *(forgotten(number, confidence="sure") for number in (2, 4, 6, 8))]
    found = of(*log, shelf=Shelf((), {}))
    assert (found.loose, found.mistakes, found.mix_ups, found.facts.answers) == ((), (), (), 0)


def test_a_mistake_that_was_sure_is_mended_once_it_is_recalled_on_a_later_day():
    wrong = [review(0), forgotten(3, confidence="sure"), forgotten(4, confidence="unsure")]
    (mistake,) = of(*wrong).mistakes
    assert (mistake.times, mistake.day, mistake.mended) == (1, MONDAY + 3, False)
    (mistake,) = of(*wrong, review(9, 3, MONDAY + 9)).mistakes
    assert mistake.mended


def test_a_sure_mistake_at_first_sight_is_one_too_and_a_right_answer_is_none():
    (mistake,) = of(forgotten(1, confidence="sure")).mistakes
    assert mistake.key == ONE
    assert of(review(1, 3, details={"confidence": "sure"})).mistakes == ()


def test_two_cards_taken_for_each_other_are_one_pair():
    found = of(
        forgotten(1, ONE.prompt, given="muri"),
        forgotten(2, TWO.prompt, given="mura"),
        forgotten(3, ONE.prompt, given="nothing known"),
    )
    (pair,) = found.mix_ups
    assert (pair.key, pair.taken, pair.other, pair.times) == (TWO, "mura", "d/one", 2)


def test_a_wrong_option_counts_from_the_second_time_on():
    assert of(forgotten(1, given="Buy")).mix_ups == ()
    (pair,) = of(forgotten(1, given="Buy"), forgotten(3, given=" buy ")).mix_ups
    assert (pair.key, pair.other, pair.times, pair.day) == (ONE, "", 2, MONDAY + 3)


def test_its_own_answer_typed_and_still_graded_forgot_is_no_mix_up():
    assert of(forgotten(1, given="mura"), forgotten(3, given="mura")).mix_ups == ()


def test_cases_stand_apart_from_facts():
    found = of(
        review(0),
        review(1, prompt=TWO.prompt),
        review(2, 3, MONDAY + 5),
        review(3, 1, MONDAY + 5, TWO.prompt),
        review(4, 3, MONDAY + 9, TWO.prompt),
    )
    assert (found.facts, found.cases) == ((1, 1), (2, 1))
    assert cases_and_facts(found) == "Cases: 1 of 2 (50 %) recalled. Facts: 1 of 1 (100 %)."
    assert cases_and_facts(of(review(0), review(2, 3, MONDAY + 5))) == ""


def test_the_sentence_names_what_there_is():
    assert not_got(of(), 0) == "Too early: that shows from the second day on."
    assert not_got(of(review(0)), 1) == "Nothing stands out."
    log = [
        review(0),
        *(forgotten(number, given="muri", confidence="sure") for number in (2, 4, 6, 8)),
    ]
    assert not_got(of(*log), 4) == "1 question does not stick yet, 1 sure mistake, 1 mix-up."
