"""A database that cannot be read or written gives a sentence, and is not made worse."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from recall.errors import StoreError
from recall.store.faults import explain
from tests.support.stores import Bench, review

NOBODY = 65_534


@pytest.mark.parametrize(
    "content",
    [
        b"recall: 1\ndeck: kaizen\n",
        b"\0" * 8192,
        random.Random(7).randbytes(5000),
        b"SQLite format 3\0",
    ],
)
def test_a_file_that_is_no_database_is_left_alone(lite: Bench, content: bytes) -> None:
    assert lite.file is not None
    lite.file.parent.mkdir()
    lite.file.write_bytes(content)
    with pytest.raises(StoreError) as refusal:
        lite.open()
    assert refusal.value.where == str(lite.file)
    assert lite.file.read_bytes() == content


@pytest.mark.parametrize("state", ["57P01", "57P02", "57P03"])
def test_a_server_that_is_stopped_is_told_in_words_of_ours(
    state: str,
) -> None:
    class Stopped(Exception):
        sqlstate = state

    fault = Stopped("terminating connection due to administrator command")
    said = explain(fault, "postgresql://host/db")
    assert said.what == "the server does not answer"
    assert said.mend


def test_a_damaged_database_gives_a_sentence(lite: Bench) -> None:
    store = lite.open()
    store.append([review(f"d/c{n}/main", given="x" * 300) for n in range(300)])
    store.close()
    assert lite.file is not None
    whole = lite.file.read_bytes()
    for start in range(4096, len(whole), 9 * 4096):
        lite.file.write_bytes(whole[:start] + b"\xa5" * 4096 + whole[start + 4096 :])
        with pytest.raises(StoreError) as refusal:
            use_everything(lite)
        assert refusal.value.mend


def use_everything(bench: Bench) -> None:
    store = bench.open()
    try:
        list(store.events())
        store.rebuild()
        store.undo()
        store.append([review(f"d/c{n}/main") for n in range(300)])
        store.days(0, 99_999)
        store.catalogue()
        with store._line.open() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok"
        raise StoreError("damaged where nothing is read", mend="none")
    finally:
        store.close()


def test_a_truncated_database_gives_a_sentence(lite: Bench) -> None:
    store = lite.open()
    store.append([review(f"d/c{n}/main") for n in range(300)])
    store.close()
    assert lite.file is not None
    whole = lite.file.read_bytes()
    for size in (100, 4096, 5000, len(whole) // 2):
        lite.file.write_bytes(whole[:size])
        with pytest.raises(StoreError):
            use_everything(lite)


def test_a_database_that_turns_read_only_refuses_writes_and_is_read(bench: Bench) -> None:
    store = bench.open()
    store.record_review(review("d/c/main"))
    with store._line.open() as connection:
        connection.exec_driver_sql(
            "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"
            if bench.url
            else "PRAGMA query_only=ON"
        )
    with pytest.raises(StoreError, match="cannot be written") as refusal:
        store.record_review(review("d/d/main"))
    assert "permissions" in refusal.value.mend
    assert len(store.memories()) == 1


@pytest.fixture
def common_folder() -> Iterator[Path]:
    """A folder that another user reaches."""
    folder = Path(tempfile.mkdtemp(prefix="recall-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def as_another_user() -> Iterator[None]:
    """Root may write anything: it becomes nobody for the block."""
    if not hasattr(os, "seteuid"):
        pytest.skip("permissions are those of POSIX")
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_file_without_permission_gives_a_sentence(lite: Bench, common_folder: Path) -> None:
    file = common_folder / "recall.sqlite3"
    lite.open(file=file).close()
    file.chmod(0o444)
    common_folder.chmod(0o555)
    with as_another_user(), pytest.raises(StoreError) as refusal:
        lite.open(file=file)
    assert refusal.value.mend


def test_a_folder_without_permission_gives_a_sentence(lite: Bench, common_folder: Path) -> None:
    common_folder.chmod(0o555)
    with as_another_user(), pytest.raises(StoreError, match="cannot be made") as refusal:
        lite.open(file=common_folder / "deeper" / "recall.sqlite3")
    assert "--database" in refusal.value.mend
