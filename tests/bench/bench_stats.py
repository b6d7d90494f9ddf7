"""All figures of Insight over a long history: 100,000 reviews of 10,000 cards.

usage: python tests/bench/bench_stats.py [reviews] [cards]

Prints the median of some rounds, as Insight has it done off the interface's thread; to reach: 1 s.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

sys.path.append(str(Path(__file__).resolve().parents[2]))

from recall.clock import DAY_MS, Moment
from recall.collection.collection import Collection
from recall.collection.insight import gather
from recall.collection.open import open_collection
from recall.decks.library import Place
from recall.memory.events import REVIEW, Event
from recall.settings import Settings
from tests.support.large import CARDS_A_DECK, write_decks
from tests.support.verdict import judge

REVIEWS, CARDS, ROUNDS = 100_000, 10_000, 7
AT_MOST = 1.0
A_DAY, UNMET = 150, 1_000
FIRST_DAY = 20_000
SESSION = UUID(int=1)


def log(reviews: int, cards: int) -> list[Event]:
    """Reviews of cards met on different days, some of them with a wrong word given."""
    dice = random.Random(3)
    events = []
    for number in range(reviews):
        day, turn = FIRST_DAY + number // A_DAY, dice.randrange(cards)
        grade = dice.choices((1, 2, 3, 4), (15, 10, 60, 15))[0]
        details: dict[str, object] = {"shown": "review", "reveal_ms": 3_000}
        if number % 4 == 0:
            details |= {"given": f"wrong answer {dice.randrange(3)}", "confidence": "sure"}
        events.append(
            Event(
                UUID(int=number + 1),
                UUID(int=day),
                SESSION,
                REVIEW,
                day * DAY_MS + number % A_DAY * 8_000,
                60,
                day,
                f"large-{turn // CARDS_A_DECK}/card-{turn}/main",
                1,
                grade,
                dice.randrange(2_000, 40_000),
                None,
                details,
            )
        )
    return events


def opened(home: Path, reviews: int, cards: int) -> Collection:
    """A collection with this history, on the day after it."""
    write_decks(home / "decks", cards + UNMET)
    now = Moment((FIRST_DAY + reviews // A_DAY + 1) * DAY_MS, 0)
    collection = open_collection(
        settings=Settings(),
        clock=lambda: now,
        file=home / "recall.sqlite3",
        places=[Place(home / "decks", "user")],
    )
    collection.store.merge(log(reviews, cards))
    collection.refresh()
    return collection


def timed(run: Callable[[], object]) -> float:
    """Seconds by the clock."""
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def main() -> None:
    """Gather some times and print what came out."""
    reviews = int(sys.argv[1]) if len(sys.argv) > 1 else REVIEWS
    cards = int(sys.argv[2]) if len(sys.argv) > 2 else CARDS
    with tempfile.TemporaryDirectory() as folder:
        collection = opened(Path(folder), reviews, cards)
        reads, wholes = [], []
        for _ in range(ROUNDS):
            reads.append(timed(collection.store.facts))
            wholes.append(timed(lambda: gather(collection)))
        collection.close()
    print(f"reading the log alone {statistics.median(reads):.3f} s")
    judge(
        f"all figures of {reviews:,} reviews, {cards:,} cards",
        statistics.median(wholes),
        AT_MOST,
        "s",
    )


if __name__ == "__main__":
    main()
