"""One durable grade, against raw sqlite3 that writes and syncs the same rows.

Run: python tests/bench/bench_grade.py [grades]
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))

from recall.clock import system_clock
from recall.memory.events import REVIEW, Draft, Event, Memory
from recall.memory.scheduler import Scheduler
from recall.store.open import open_store
from recall.store.rows import event_row, memory_row
from recall.store.store import Store
from tests.support.verdict import judge

TARGET = 2.0
PROMPTS = 1000


def opened(file: Path) -> Store:
    """A store with some history."""
    store = open_store(file=file, clock=system_clock, randomness=os.urandom, scheduler=Scheduler())
    store.append([draft(n) for n in range(PROMPTS)])
    return store


def draft(n: int) -> Draft:
    """A review as the app writes it."""
    details = {"shown": "review", "reveal_ms": 2100 + n}
    return Draft(
        REVIEW, f"kaizen-foundations/card-{n % PROMPTS}/main", 1, 1 + n % 4, 4000, None, details
    )


class Raw:
    """The same rows through sqlite3 alone."""

    def __init__(self, file: Path) -> None:
        store = opened(file)
        self.learner = store.learner_id
        store.close()
        self.connection = sqlite3.connect(file, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode=WAL")
        self.connection.execute("PRAGMA synchronous=FULL")

    def write(self, event: Event, memory: Memory) -> None:
        """One transaction: the event inserted, the memory replaced."""
        execute = self.connection.execute
        new = plain(event_row(self.learner, event))
        kept = plain(memory_row(self.learner, event.key, memory))
        execute("BEGIN IMMEDIATE")
        execute(insert("event", new), new)
        execute(insert("memory", kept).replace("INSERT", "REPLACE"), kept)
        execute("COMMIT")


def plain(row: dict[str, object]) -> dict[str, object]:
    """A row as sqlite3 takes it."""
    values = {name: getattr(value, "bytes", value) for name, value in row.items()}
    if "details" in values:
        values["details"] = '{"shown":"review","reveal_ms":2100}'
    return values


def insert(table: str, row: dict[str, object]) -> str:
    """An INSERT of all columns of a row."""
    return f"INSERT INTO {table} ({','.join(row)}) VALUES ({','.join(':' + n for n in row)})"


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main(grades: int) -> None:
    """Grades through the store and raw, in turn, and prints the medians and their ratio."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("RECALL_BENCH_DIR")) as folder:
        store, raw = opened(Path(folder) / "store.sqlite3"), Raw(Path(folder) / "raw.sqlite3")
        ours, theirs, folding = [], [], []
        for n in range(grades):
            written: list[tuple[Event, Memory]] = []
            ours.append(timed(lambda n=n, to=written: to.append(store.record_review(draft(n)))))
            theirs.append(timed(lambda pair=written[0]: raw.write(*pair)))
            event, memory = written[0]
            folding.append(timed(lambda e=event, m=memory: store._scheduler.review(m, e)))
        store.close()
    grade, least = statistics.median(ours), statistics.median(theirs)
    print(f"one durable grade: {grade:.3f} ms (95 %: {statistics.quantiles(ours, n=20)[-1]:.3f})")
    print(
        f"raw sqlite3, same rows: {least:.3f} ms; folding alone: {statistics.median(folding):.3f}"
    )
    judge("one durable grade / raw sqlite3, same rows", grade / least, TARGET)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
