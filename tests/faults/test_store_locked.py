"""Another program that holds the database is waited for, then named; reading goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recall.errors import BusyStore, StoreError
from recall.store import engine, line
from recall.store.store import Store
from tests.support.programs import finished, go_on, heard, start
from tests.support.stores import Bench, review

HOLD = "store = opened()\nwith store._line.open(write=True):\n    say('held')\n    wait()\n"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits a fifth of a second instead of a quarter of a minute."""
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.2)


@pytest.mark.usefixtures("impatient")
def test_a_held_database_refuses_a_grade_in_a_sentence_and_takes_it_later(bench: Bench) -> None:
    mine = open_patiently(bench)
    mine.record_review(review("d/a/main"))
    holder = start(HOLD, bench.name)
    assert heard(holder) == "held"
    with pytest.raises(BusyStore, match="another program holds") as refusal:
        mine.record_review(review("d/c/main"))
    assert refusal.value.mend == "wait for that program, or close it"
    assert len(mine.memories()) == 1
    go_on(holder)
    finished(holder)
    mine.record_review(review("d/c/main"))
    assert mine.memories() == bench.folded(mine).memories
    assert len(mine.memories()) == 2


def open_patiently(bench: Bench) -> Store:
    """A server takes a moment to answer a first connection, however impatient the writes."""
    opened = bench.open()
    if bench.url:
        with opened._line.open() as connection:
            connection.exec_driver_sql("SELECT set_config('lock_timeout', '200', false)")
    return opened


def test_a_write_waits_for_another_that_is_soon_done(bench: Bench) -> None:
    mine = bench.open()
    holder = start(HOLD.replace("wait()", "import time; time.sleep(0.5)"), bench.name)
    assert heard(holder) == "held"
    mine.record_review(review("d/c/main"))
    finished(holder)
    assert len(mine.memories()) == 1


def cut_off(bench: Bench) -> None:
    """What a restart of the server does to every connection."""
    import psycopg

    assert bench.url is not None
    with psycopg.connect(bench.url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_a_lost_connection_is_a_sentence_once_and_made_again(
    make_bench: Callable[[str], Bench],
) -> None:
    bench = make_bench("postgresql")
    mine = bench.open()
    mine.record_review(review("d/a/main"))
    cut_off(bench)
    with pytest.raises(StoreError):
        mine.record_review(review("d/b/main"))
    mine.record_review(review("d/b/main"))
    assert mine.memories() == bench.folded(mine).memories
    assert len(mine.memories()) == 2


def test_a_connection_lost_while_nobody_worked_is_made_again_unnoticed(
    make_bench: Callable[[str], Bench], monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = make_bench("postgresql")
    mine = bench.open()
    mine.record_review(review("d/a/main"))
    cut_off(bench)
    monkeypatch.setattr(line, "IDLE_SECONDS", 0.0)
    mine.record_review(review("d/b/main"))
    assert len(mine.memories()) == 2
