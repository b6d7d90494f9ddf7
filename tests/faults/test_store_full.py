"""A full disk keeps what was there, takes nothing half, and is survived."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from recall.errors import StoreError
from recall.session.words import not_saved
from recall.store.store import Store
from tests.support.stores import Bench, review


def grade_until_refused(store: Store) -> int:
    """Grades until the disk is full, and gives how many grades it took."""
    kept = itertools.count()

    def grade_on_and_on() -> None:
        while True:
            store.record_review(review(f"d/c{next(kept)}/main", given="x" * 500))

    with pytest.raises(StoreError, match="the disk is full") as refusal:
        grade_on_and_on()
    fault = refusal.value
    assert not_saved(fault.what, fault.mend) == (
        "This answer could not be saved: the disk is full. "
        "Free some space, then press Enter to try again."
    )
    return next(kept) - 1


def test_a_grade_that_finds_no_room_is_refused_whole(lite: Bench) -> None:
    store = lite.open()
    store.record_review(review("d/first/main"))
    limit(store, 12)
    kept = 1 + grade_until_refused(store)
    assert len(list(store.events())) == kept
    assert store.memories() == lite.folded(store).memories
    limit(store, 100_000)
    store.record_review(review("d/last/main"))
    assert len(list(store.events())) == kept + 1
    assert store.memories() == lite.folded(store).memories


def limit(store: Store, more_pages: int) -> None:
    with store._line.open() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + more_pages}")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MiB."""
    if sys.platform != "linux" or not shutil.which("mount"):
        pytest.skip("only Linux makes a small disk in memory")
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("making a small disk takes root")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_disk_that_fills_up_loses_no_grade(lite: Bench, small_disk: Path) -> None:
    store = lite.open(file=small_disk / "recall.sqlite3")
    kept = grade_until_refused(store)
    assert len(list(store.events())) == kept
    store.close()
    again = lite.open(file=small_disk / "recall.sqlite3")
    assert len(list(again.events())) == kept
    assert again.memories() == lite.folded(again).memories


def test_a_disk_that_is_full_at_the_first_start_gives_a_sentence(
    lite: Bench, small_disk: Path
) -> None:
    filler = small_disk / "filler"
    with filler.open("wb") as file:
        file.write(b"\0" * (1024 * 1024 - 16 * 1024))
    with pytest.raises(StoreError):
        lite.open(file=small_disk / "recall.sqlite3")
    filler.unlink()
    lite.open(file=small_disk / "recall.sqlite3").record_review(review("d/c/main"))
