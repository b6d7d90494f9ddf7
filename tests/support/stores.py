"""Stores for tests: on SQLite and on a real PostgreSQL, with a clock that the test sets."""

from __future__ import annotations

import itertools
import os
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from recall.clock import DAY_MS, Moment
from recall.errors import StoreError
from recall.memory.events import REVIEW, Draft
from recall.memory.fold import Progress, fold_log
from recall.memory.scheduler import Scheduler
from recall.store.open import open_store
from recall.store.store import Store
from tests.support.postgres import NoServer, postgres_server

MONDAY = 20_780
NINE = 9 * 3_600_000


class SetClock:
    """A wall clock in UTC that stands still until it is set."""

    def __init__(self, day: int = MONDAY, ms: int = NINE) -> None:
        self.now = Moment(day * DAY_MS + ms, 0)

    def __call__(self) -> Moment:
        """What it shows."""
        return self.now

    def set(self, day: int, ms: int = NINE) -> None:
        """Sets it to a time of a study day."""
        self.now = Moment(day * DAY_MS + ms, 0)

    def forward(self, ms: int) -> None:
        """Moves it on."""
        self.now = Moment(self.now.wall_ms + ms, self.now.offset_min)


class Bench:
    """One empty database: opens as many stores on it as a test asks for, and closes them."""

    def __init__(self, url: str | None, file: Path | None) -> None:
        self.url, self.file = url, file
        self.clock = SetClock()
        self.scheduler = Scheduler()
        self._chance = random.Random(5)
        self._open: list[Store] = []

    def open(self, **changes: Any) -> Store:
        """Another store on the database."""
        known: dict[str, Any] = {
            "file": self.file,
            "clock": self.clock,
            "randomness": self._chance.randbytes,
            "scheduler": self.scheduler,
        }
        store = open_store(changes.pop("url", self.url), **known | changes)
        self._open.append(store)
        return store

    @property
    def name(self) -> str:
        """The database as a command line would name it."""
        return self.url or str(self.file)

    def folded(self, store: Store) -> Progress:
        """What the whole log of a store folds to."""
        return fold_log(store.events(), self.scheduler)

    def close(self) -> None:
        """Closes every store that was opened."""
        for store in self._open:
            with suppress(StoreError):
                store.close()


def review(prompt: str, grade: int = 3, rev: int = 1, **details: Any) -> Draft:
    """A review that took four seconds."""
    return Draft(REVIEW, prompt, rev, grade, 4000, details=details)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server, to which a database's name is appended."""
    try:
        with postgres_server() as url:
            yield url
    except NoServer as reason:
        if os.environ.get("RECALL_REQUIRE_POSTGRES") == "1":
            pytest.fail(str(reason))
        pytest.skip(str(reason))


_numbers = itertools.count()


@pytest.fixture
def make_bench(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Callable[[str], Bench]]:
    """Makes an empty place of the kind ``sqlite``, ``postgresql``, or ``own database`` (there)."""
    made: list[Bench] = []

    def make(kind: str) -> Bench:
        if kind == "sqlite":
            bench = Bench(None, tmp_path / f"data{next(_numbers)}" / "recall.sqlite3")
        else:
            server = request.getfixturevalue("postgres")
            new = new_database if kind == "own database" else new_schema
            bench = Bench(new(server), None)
        made.append(bench)
        return bench

    yield make
    for bench in made:
        bench.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def bench(request: pytest.FixtureRequest, make_bench: Callable[[str], Bench]) -> Bench:
    """An empty database, of either kind in turn."""
    return make_bench(request.param)


@pytest.fixture
def lite(make_bench: Callable[[str], Bench]) -> Bench:
    """An empty SQLite database, for what PostgreSQL has no counterpart of."""
    return make_bench("sqlite")


def new_schema(server: str) -> str:
    """The URL of an empty schema on the server: a database of its own would take 8 MB each."""
    name = f"recall_{next(_numbers)}"
    _on_server(server, f"CREATE SCHEMA {name}")
    return f"{server}postgres?options=-csearch_path%3D{name}"


def new_database(server: str) -> str:
    """The URL of an empty database on the server."""
    name = f"recall_{next(_numbers)}"
    _on_server(server, f"CREATE DATABASE {name}")
    return server + name


def _on_server(server: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(server + "postgres", autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[call-overload]
