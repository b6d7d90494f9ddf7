"""A glance tells whether a log is the one that was seen last, without opening the store."""

from __future__ import annotations

import sqlite3

import pytest

from recall.memory.events import FLAG, SUSPEND, Draft
from recall.store.glance import glance
from tests.support.modules import modules_after
from tests.support.stores import Bench, review


def test_it_sees_what_the_open_store_sees(lite: Bench) -> None:
    store = lite.open()
    store.record_review(review("d/c/main"))
    assert glance(lite.file) == store.mark() != ""
    store.close()
    assert glance(lite.file) == lite.open().mark()


@pytest.mark.parametrize("write", ["review", "suspend", "undo", "merge of older reviews"])
def test_whatever_is_written_changes_it(lite: Bench, write: str) -> None:
    store = lite.open()
    store.record_review(review("d/c/main"))
    events = list(store.events())
    before = glance(lite.file)
    match write:
        case "review":
            store.record_review(review("d/c/main"))
        case "suspend":
            store.append([Draft(SUSPEND, "d/c"), Draft(FLAG, "d/c", details={"on": True})])
        case "undo":
            store.undo()
        case _:
            old = events[0]._replace(id=type(events[0].id)(int=7), at_ms=events[0].at_ms - 9_000)
            assert store.merge([old]) == 1
    assert glance(lite.file) != before


def test_memories_to_be_folded_anew_change_it(lite: Bench) -> None:
    lite.open().record_review(review("d/c/main"))
    before = glance(lite.file)
    with sqlite3.connect(lite.file) as raw:
        raw.execute("UPDATE learner SET folded_with = ''")
    raw.close()
    assert glance(lite.file) != before


def test_it_leaves_no_file_behind(lite: Bench) -> None:
    store = lite.open()
    store.record_review(review("d/c/main"))
    store.close()
    glance(lite.file)
    assert [each.name for each in lite.file.parent.iterdir()] == [lite.file.name]


@pytest.mark.parametrize("content", [None, b"", b"no database", b"SQLite format 3\0" + b"x" * 900])
def test_what_is_no_database_of_ours_gives_nothing(tmp_path, content: bytes | None) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "odd ?%20#name.sqlite3"
    if content is not None:
        file.write_bytes(content)
    assert glance(file) == ""
    assert file.exists() == (content is not None)


def test_a_file_that_is_held_is_not_waited_for(lite: Bench) -> None:
    lite.open().close()
    holder = sqlite3.connect(lite.file, isolation_level=None)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    try:
        assert glance(lite.file) == ""
    finally:
        holder.close()


def test_a_glance_imports_no_database_layer() -> None:
    loaded = modules_after("from recall.collection.last_home import last_home")
    assert not {"sqlalchemy", "fsrs", "yaml", "textual"} & {
        name.partition(".")[0] for name in loaded
    }


def test_postgresql_has_no_mark(make_bench) -> None:  # type: ignore[no-untyped-def]
    assert make_bench("postgresql").open().mark() == ""
