"""What would be recalled: which days of the past are looked at, and what a session changed."""

from __future__ import annotations

from uuid import UUID

import pytest

from recall.ids import PromptKey
from recall.insight.growth import growth
from recall.insight.past import days_looked_at
from recall.insight.sentences import last_session, past_day, recalled_now
from recall.insight.shelf import DeckAt, ModuleAt, Shelf, Spot
from recall.memory.curve import DEFAULT_WEIGHTS
from tests.support.facts import history_of
from tests.support.logs import MONDAY, review

SHELF = Shelf(
    (DeckAt("d", "Deck", 4, (ModuleAt("m", "Module", 4),)), DeckAt("e", "Empty", 2)),
    {PromptKey(f"d/{name}/main", 1): Spot("d", "m") for name in ("one", "two")},
)


def of(*events, today=MONDAY + 10):
    return growth(history_of(*events), SHELF, today, DEFAULT_WEIGHTS)


@pytest.mark.parametrize(
    ("ago", "days"),
    [
        (0, [0]),
        (3, [-3, -2, -1, 0]),
        (11, list(range(-11, 1))),
        (12, [-7, 0]),
        (83, list(range(-77, 1, 7))),
        (84, [-84, -56, -28, 0]),
        (5_000, list(range(-308, 1, 28))),
    ],
)
def test_days_weeks_or_months_reach_back_to_the_start(ago, days):
    assert days_looked_at(MONDAY - ago, MONDAY) == [MONDAY + each for each in days]


def test_nothing_was_ever_answered():
    found = of()
    assert (found.today.now, found.met, found.total, found.past) == (0.0, 0, 6, ())
    assert found.session is None
    assert recalled_now(found) == "There is nothing to tell yet. After the first session there is."


def test_a_question_that_no_deck_has_any_more_counts_nowhere():
    found = of(review(1), review(2, prompt="gone/x/main"))
    assert found.met == 1
    assert found.decks[0].whole.met == found.decks[0].modules[0].met == 1


def test_answers_from_a_clock_that_ran_ahead_count_as_just_given():
    found = of(review(1, day=MONDAY + 400))
    assert found.today.now == 1.0
    assert found.past[-1].now == 1.0


def test_what_the_last_session_changed_is_told_for_one_date():
    session = UUID(int=9)
    found = of(
        review(1),
        review(2, day=MONDAY + 9)._replace(session=session),
        review(3, day=MONDAY + 9, prompt="d/two/main")._replace(session=session),
        review(4, grade=1, day=MONDAY + 9, prompt="d/two/main")._replace(session=session),
    )
    told = found.session
    assert (told.day, told.reviewed, told.recalled, told.new) == (MONDAY + 9, 1, 1, 1)
    assert told.before < 1 < told.after
    assert told.after == found.today.later
    before, after = round(told.before), round(told.after)
    assert before < after
    assert last_session(told, MONDAY + 10) == (
        "The last session, yesterday: 1 of 1 recalled, 1 new. "
        f"In two weeks: about {after} instead of {before}."
    )


@pytest.mark.parametrize(
    ("ago", "word"),
    [(-2, "today"), (0, "today"), (1, "yesterday"), (3, "Friday"), (9, "14 November")],
)
def test_days_that_were_have_words(ago, word):
    assert past_day(MONDAY - ago, MONDAY) == word
