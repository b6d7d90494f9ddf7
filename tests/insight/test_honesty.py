"""What was expected against what became of it, and when it is too early to say."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from recall.clock import Moment, study_day
from recall.insight.honesty import ENOUGH, Honesty, Tally, honesty
from recall.insight.sentences import said_and_did
from tests.support.facts import history_of
from tests.support.logs import MONDAY, review

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "review_log.csv"
ROLLOVER_HOUR = 8


def test_on_a_real_history_it_is_as_honest_as_the_model_is_known_to_be():
    if not DATA.exists():
        pytest.skip("the real review history is not beside this checkout")
    with DATA.open() as lines:
        rows = list(csv.DictReader(lines))
    reviews = []
    for number, row in enumerate(rows):
        at_ms = int(row["review_time_ms"])
        day = study_day(Moment(at_ms, 0), ROLLOVER_HOUR)
        made = review(number, int(row["rating"]), day, f"d/{row['card_id']}/main")
        reviews.append(made._replace(at_ms=at_ms))
    found = honesty(history_of(*reviews))
    assert found.tally.answers == 6_372
    assert found.log_loss == pytest.approx(0.4652, abs=5e-5)
    assert found.tally.expected == pytest.approx(0.782, abs=5e-4)
    assert found.tally.recalled == pytest.approx(0.780, abs=5e-4)
    assert said_and_did(found) == "When it says 78 %, you recall 78 %. That is honest."
    assert [each.month for each in found.months] == [3, 5, 7, 8, 9, 10]


def test_below_a_hundred_answers_it_is_too_early():
    log = [review(number, day=MONDAY + number) for number in range(ENOUGH)]
    assert honesty(history_of(*log)).early
    assert "99 answers so far" in said_and_did(honesty(history_of(*log)))
    later = review(ENOUGH, day=MONDAY + ENOUGH)
    assert not honesty(history_of(*log, later)).early


def test_without_answers_there_is_nothing_to_divide():
    found = honesty(history_of())
    assert found == Honesty(Tally(0, 0.0, 0.0), (), (), 0.0)
    assert said_and_did(found).startswith("Too early to say: no answer so far")


@pytest.mark.parametrize(
    ("expected", "recalled", "verdict"),
    [
        (0.80, 0.81, "That is honest."),
        (0.80, 0.90, "You know more than it says: it asks a little early."),
        (0.80, 0.70, "You know less than it says: it asks a little late."),
    ],
)
def test_the_verdict_is_in_words(expected, recalled, verdict):
    found = Honesty(Tally(1_000, expected, recalled), (), (), 0.5)
    assert said_and_did(found).endswith(verdict)


def test_chance_alone_is_no_fault():
    few = Honesty(Tally(100, 0.80, 0.74), (), (), 0.5)
    assert said_and_did(few) == "When it says 80 %, you recall 74 %. That is honest."


@pytest.mark.parametrize("day", [-800_000, 4_000_000])
def test_days_that_no_calendar_has_stand_at_its_edge(day):
    found = honesty(history_of(review(1, day=day), review(2, day=day + 1)))
    assert [each.year for each in found.months] == [1 if day < 0 else 9999]
