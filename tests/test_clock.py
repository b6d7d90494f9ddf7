"""Study days begin at four in the morning, by the wall clock of the moment."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from recall.clock import Moment, date_of, day_of, study_day


def moment(text: str, offset_min: int) -> Moment:
    wall = datetime.fromisoformat(text).replace(tzinfo=UTC)
    return Moment(int(wall.timestamp() * 1000) - offset_min * 60_000, offset_min)


@pytest.mark.parametrize(
    ("local", "day"),
    [
        ("2026-11-28T03:59:59", "2026-11-27"),
        ("2026-11-28T04:00:00", "2026-11-28"),
        ("2026-11-29T03:00:00", "2026-11-28"),
    ],
)
@pytest.mark.parametrize("offset_min", [-720, -300, 0, 60, 330, 840])
def test_a_study_day_begins_at_four_local_time(local, day, offset_min):
    assert date_of(study_day(moment(local, offset_min))) == date.fromisoformat(day)


def test_another_hour_may_begin_the_day():
    assert date_of(study_day(moment("2026-11-28T00:30:00", 60), 0)) == date(2026, 11, 28)


def test_days_and_dates_are_one_to_one():
    assert day_of(date(1970, 1, 2)) == 1
    assert date_of(day_of(date(2026, 2, 28))) == date(2026, 2, 28)
