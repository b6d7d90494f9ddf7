"""Folding 100,000 reviews, against a bare loop of py-fsrs ``review_card`` over them.

Prints the median of the ratios of interleaved rounds; to reach: at most 1.4.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import fsrs

sys.path.append(str(Path(__file__).resolve().parents[2]))

from recall.clock import DAY_MS
from recall.memory.events import REVIEW, Event
from recall.memory.fold import fold_log
from recall.memory.scheduler import Scheduler
from tests.support.verdict import judge

REVIEWS, PROMPTS, ROUNDS = 100_000, 10_000, 7
AT_MOST = 1.4
FIRST_DAY = 20_000
SESSION = UUID(int=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ZONE = timezone.utc  # noqa: UP017 - py-fsrs takes only this zone


def log(count: int) -> list[Event]:
    """Reviews of prompts met on different days, in the order in which they happened."""
    dice = random.Random(3)
    events = []
    for number in range(count):
        day = FIRST_DAY + number // 150
        events.append(
            Event(
                UUID(int=number),
                SESSION,
                SESSION,
                REVIEW,
                day * DAY_MS + number % 150 * 8_000,
                60,
                day,
                f"deck/card-{dice.randrange(PROMPTS)}/main",
                1,
                dice.choices((1, 2, 3, 4), (15, 10, 60, 15))[0],
                dice.randrange(2_000, 40_000),
                None,
                {"shown": "review", "reveal_ms": 3_000},
            )
        )
    return events


def bare_loop(events: list[Event]) -> Callable[[], None]:
    """The same reviews in the hands of py-fsrs alone, with all arguments made beforehand."""
    by_prompt: dict[str, list[tuple[fsrs.Rating, datetime]]] = defaultdict(list)
    for each in events:
        when = (EPOCH + timedelta(days=each.study_day)).astimezone(ZONE)
        by_prompt[each.prompt or ""].append((fsrs.Rating(each.grade or 1), when))
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)

    def run() -> None:
        for reviews in by_prompt.values():
            card = fsrs.Card(card_id=1, due=EPOCH)
            for rating, when in reviews:
                card, _ = scheduler.review_card(card, rating, when)

    return run


def timed(run: Callable[[], object]) -> float:
    """Seconds of processor time; another process cannot lengthen it much."""
    gc.collect()
    begin = time.process_time()
    run()
    return time.process_time() - begin


def main() -> None:
    """Run both in turn and print what came out."""
    events = log(int(sys.argv[1]) if len(sys.argv) > 1 else REVIEWS)
    reference = bare_loop(events)
    scheduler = Scheduler()
    ratios, folds, bares = [], [], []
    for _ in range(ROUNDS):
        bares.append(timed(reference))
        folds.append(timed(lambda: fold_log(events, scheduler)))
        ratios.append(folds[-1] / bares[-1])
    ratio = statistics.median(ratios)
    print(f"{len(events)} reviews: bare {statistics.median(bares):.3f} s, ", end="")
    print(f"fold {statistics.median(folds):.3f} s")
    judge(f"folding {len(events):,} reviews / a bare loop of py-fsrs", ratio, AT_MOST)


if __name__ == "__main__":
    main()
