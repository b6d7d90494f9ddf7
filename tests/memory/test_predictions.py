"""Predictions on the reviews of a real learner: as good as the model is known to be on them."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pytest

from recall.clock import Moment, study_day
from recall.memory.curve import recall
from recall.memory.events import Memory
from recall.memory.scheduler import Scheduler
from tests.support.logs import review

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "review_log.csv"
ROLLOVER_HOUR = 8


class Prediction(NamedTuple):
    chance: float
    recalled: bool
    days: int
    before: Memory


@pytest.fixture(scope="module")
def predictions() -> list[Prediction]:
    if not DATA.exists():
        pytest.skip("the real review history is not beside this checkout")
    with DATA.open() as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: int(row["review_time_ms"]))
    scheduler = Scheduler()
    memories: dict[str, Memory] = {}
    found = []
    for number, row in enumerate(rows):
        at_ms, grade = int(row["review_time_ms"]), int(row["rating"])
        day = study_day(Moment(at_ms, 0), ROLLOVER_HOUR)
        before = memories.get(row["card_id"])
        if before is not None and day > before.last_day:
            days = day - before.last_day
            chance = recall(days, before.stability, scheduler.weights)
            found.append(Prediction(chance, grade > 1, days, before))
        done = review(number, grade, day)._replace(at_ms=at_ms)
        memories[row["card_id"]] = scheduler.review(before, done)
    return found


def test_reviews_of_the_same_day_are_not_scored(predictions):
    assert len(predictions) == 6_372


def test_log_loss_is_what_study_days_bring(predictions):
    losses = [-math.log(each.chance if each.recalled else 1 - each.chance) for each in predictions]
    assert mean(losses) == pytest.approx(0.4652, abs=5e-5)


def test_as_many_are_recalled_as_was_expected(predictions):
    assert mean(each.chance for each in predictions) == pytest.approx(0.782, abs=5e-4)
    assert mean(each.recalled for each in predictions) == pytest.approx(0.780, abs=5e-4)


def test_what_is_recalled_was_more_expected_than_what_is_not(predictions):
    ranked = sorted(predictions, key=lambda each: each.chance)
    right = sum(each.recalled for each in predictions)
    wrong = len(predictions) - right
    rank, total = 1, 0.0
    for _, tied in groupby(ranked, key=lambda each: each.chance):
        alike = list(tied)
        total += (rank + (len(alike) - 1) / 2) * sum(each.recalled for each in alike)
        rank += len(alike)
    area = (total - right * (right + 1) / 2) / (right * wrong)
    assert area == pytest.approx(0.7244, abs=5e-5)


def test_the_error_in_bins_of_like_reviews_is_as_small_as_expected(predictions):
    """RMSE(bins) of the FSRS benchmark: bins by days, earlier reviews and lapses."""
    bins = defaultdict(list)
    for each in predictions:
        lapses = each.before.lapses
        name = (
            binned(each.days, 2.48, 3.62),
            binned(each.before.reviews, 1.99, 1.89),
            binned(lapses, 1.65, 1.73) if lapses else 0,
        )
        bins[name].append(each.chance - each.recalled)
    squares = sum(len(errors) * mean(errors) ** 2 for errors in bins.values())
    assert math.sqrt(squares / len(predictions)) == pytest.approx(0.0871, abs=5e-5)


def binned(value: int, scale: float, base: float) -> float:
    return scale * base ** math.floor(math.log(value) / math.log(base))


def mean(values) -> float:
    listed = [float(each) for each in values]
    return sum(listed) / len(listed)
