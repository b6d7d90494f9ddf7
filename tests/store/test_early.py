"""A start's questions are answered before the database layer is imported, and alike."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from recall.errors import StoreError
from recall.ids import PromptKey
from recall.memory.events import BURY, FLAG, PATH, RESTART, REWORDED, SUSPEND, Draft
from recall.memory.scheduler import Scheduler
from recall.store.early import Beyond, EarlyReading, read_early
from recall.store.late import LateStore, store_for_start
from recall.store.revisions import VERSION_TABLE
from recall.store.store import Store
from recall.store.values import stamp_of
from tests.support.stores import MONDAY, Bench, review

QUESTIONS = {
    "newest": [()],
    "mark": [()],
    "figures": [()],
    "cards": [()],
    "catalogue": [()],
    "catalogue_data": [("aa",), ("none",)],
    "newest_of": [(PATH,), ("none",)],
    "of_kinds": [((REWORDED,),), ((),)],
    "newest_day": [()],
    "days": [(MONDAY, MONDAY + 6), (MONDAY + 1, MONDAY + 2)],
    "day_seconds": [(MONDAY,), (MONDAY + 1,), (MONDAY + 9,)],
    "new_cards_on": [(MONDAY,), (MONDAY + 1,)],
    "open_repeats": [(MONDAY,), (MONDAY + 1,)],
    "has_grade": [(2,), (3,)],
    "first_grades": [()],
    "answer_sums": [()],
}


def early(bench: Bench) -> EarlyReading:
    assert bench.file
    found = read_early(bench.file, stamp_of(bench.scheduler))
    assert found is not None
    return found


def fill(bench: Bench) -> Store:
    """Two days of answers, things undone, and everything that can be set for a card."""
    store = bench.open()
    for number in range(8):
        store.record_review(review(f"mini/c{number}/main", 1 + number % 4, shown="new"))
        bench.clock.forward(5_000)
    store.record_review(Draft("review", "mini/slow/main", 1, 3, 95_000, details={"shown": "new"}))
    store.undo()
    for kind in (SUSPEND, BURY, FLAG, RESTART):
        details = {"on": True} if kind == FLAG else {}
        store.append([Draft(kind, f"mini/{kind}", details=details)])
    store.append([Draft(PATH, details={"path": "workshop", "on": True})])
    store.append([Draft(PATH, details={"path": "other", "on": True})])
    store.undo()
    store.remember_deck("mini", "/decks/mini.yaml", "aa", 3, b"cards")
    bench.clock.set(MONDAY + 1)
    store.record_review(review("mini/c1/main", 3, shown="review"))
    store.record_review(review("mini/late/main", 2, shown="new"))
    return store


def test_every_question_of_a_start_has_the_stores_own_answer(lite: Bench) -> None:
    store = fill(lite)
    quick = early(lite)
    for name, asked in QUESTIONS.items():
        for values in asked:
            assert getattr(quick, name)(*values) == getattr(store, name)(*values), (name, values)
    assert quick.learner_id == store.learner_id
    quick.close()


def test_a_store_with_nothing_in_it_has_the_same_answers_too(lite: Bench) -> None:
    store, quick = lite.open(), early(lite)
    for name, asked in QUESTIONS.items():
        for values in asked:
            assert getattr(quick, name)(*values) == getattr(store, name)(*values), (name, values)
    quick.close()


def test_the_questions_are_all_that_it_answers() -> None:
    answers = {name for name in vars(EarlyReading) if not name.startswith("_")}
    assert answers == {*QUESTIONS, "close"}


def test_what_it_cannot_tell_the_store_tells(lite: Bench) -> None:
    store = fill(lite)
    store.append([Draft(REWORDED, "mini/c1")])
    store.record_review(review("mini/from-elsewhere/main"))
    quick = early(lite)
    with pytest.raises(Beyond):
        quick.of_kinds((REWORDED,))
    with pytest.raises(Beyond):
        quick.new_cards_on(MONDAY + 1)
    late = LateStore(quick, uuid4, lambda: store)
    assert [each.prompt for each in late.of_kinds((REWORDED,))] == ["mini/c1"]
    assert late.new_cards_on(MONDAY + 1) == store.new_cards_on(MONDAY + 1)


def test_what_is_written_is_seen_by_what_is_asked_next(lite: Bench) -> None:
    fill(lite)
    late = store_for_start(lite.file, lite.scheduler, uuid4, lite.open)
    assert isinstance(late, LateStore)
    before = late.figures()
    sitting = late.new_session()
    event, _ = late.record_review(review("mini/brand-new/main", shown="new"))
    assert event.session == sitting == late.session
    assert (
        late.new_session() == late.append([Draft(FLAG, "mini/c1", details={"on": True})])[0].session
    )
    assert late.figures().keys() - before.keys() == {PromptKey("mini/brand-new/main", 1)}
    late.close()
    late.close()


COUNTED = """
import sqlite3, sys
found = sqlite3.connect(sys.argv[1])
print(*found.execute("SELECT count(*) FROM event WHERE kind = 'review'").fetchone())
found.close()
"""


def counted_elsewhere(file: Path) -> int:
    """The reviews that another program finds, which lets go of the file again."""
    told = subprocess.run(
        [sys.executable, "-c", COUNTED, file], capture_output=True, text=True, check=True
    )
    return int(told.stdout)


def test_another_program_that_looks_in_takes_no_grade_away(lite: Bench) -> None:
    lite.open().close()
    late = store_for_start(lite.file, lite.scheduler, uuid4, lite.open)
    assert lite.file
    assert late.newest() == 0
    late.record_review(review("mini/c1/main", shown="new"))
    assert counted_elsewhere(lite.file) == 1
    late.record_review(review("mini/c2/main", shown="new"))
    assert counted_elsewhere(lite.file) == 2
    late.close()


def broken(file: Path) -> None:
    file.write_bytes(b"no database at all" * 100)


def missing(file: Path) -> None:
    file.unlink()


def newer(file: Path) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")


def folded_otherwise(file: Path) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE learner SET folded_with = 'another model'")


def test_a_store_that_is_woken_is_open_before_anything_is_written(lite: Bench) -> None:
    lite.open().close()
    opened: list[Store] = []

    def open_now() -> Store:
        opened.append(lite.open())
        return opened[-1]

    late = store_for_start(lite.file, lite.scheduler, uuid4, open_now)
    assert late.newest() == 0
    assert not opened
    late.wake()
    assert len(opened) == 1
    late.wake()
    assert len(opened) == 1


@pytest.mark.parametrize("harm", [broken, missing, newer, folded_otherwise])
def test_a_file_that_needs_more_than_reading_is_opened_the_long_way(lite: Bench, harm) -> None:
    fill(lite).close()
    assert lite.file
    harm(lite.file)
    assert read_early(lite.file, stamp_of(Scheduler())) is None
    opened: list[Store] = []

    def open_now() -> Store:
        opened.append(lite.open())
        return opened[-1]

    if harm in (broken, newer):
        with pytest.raises(StoreError):
            store_for_start(lite.file, lite.scheduler, uuid4, open_now)
    else:
        assert store_for_start(lite.file, lite.scheduler, uuid4, open_now) is opened[0]


DECK = """\
recall: 1
deck: mini
title: Mini
cards: [{id: c1, q: What is it?, a: A deck.}, {id: c2, q: And this?, a: A card.}]
"""
FIRST_QUESTION = """
import sys
from pathlib import Path
from recall.collection.open import open_collection
from recall.decks.library import Place
from recall.settings import Settings
file, decks = map(Path, sys.argv[1:])
collection = open_collection(settings=Settings(), file=file, places=[Place(decks, "user")])
print(collection.home().status, collection.sit().question.key.prompt, "sqlalchemy" in sys.modules)
collection.close()
"""


def test_a_first_question_is_there_without_the_database_layer(lite: Bench, tmp_path: Path) -> None:
    (tmp_path / "mini.yaml").write_text(DECK, encoding="utf-8")
    lite.open().close()
    assert lite.file
    words = [sys.executable, "-c", FIRST_QUESTION, str(lite.file), str(tmp_path)]
    told = [subprocess.check_output(words, text=True).split() for _ in range(2)]
    # A deck that was never seen is remembered, for which the store has to be open.
    assert told == [["first", "mini/c1/main", "True"], ["first", "mini/c1/main", "False"]]


def test_what_was_undone_is_asked_of_the_index_of_targets(lite: Bench) -> None:
    fill(lite).close()
    quick, asked = early(lite), []
    quick._connection.set_trace_callback(asked.append)
    quick.newest_day()
    quick.close()
    (words,) = [text for text in asked if "void" in text]
    with sqlite3.connect(str(lite.file)) as database:
        plan = [row[-1] for row in database.execute(f"EXPLAIN QUERY PLAN {words}")]
    assert any("event_target (target=?)" in step for step in plan), plan
