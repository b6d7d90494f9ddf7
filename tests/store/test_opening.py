"""Opening makes what is missing, for its owner's eyes only, and says what is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from recall.errors import StoreError
from recall.ids import PromptKey
from recall.memory.scheduler import Scheduler
from recall.store.address import address
from tests.support.programs import ROOT
from tests.support.stores import Bench, review

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")


def test_importing_it_brings_in_no_database() -> None:
    script = (
        "import sys, recall.store.open;"
        "assert not {'sqlalchemy', 'sqlite3', 'alembic', 'psycopg'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)


@POSIX
def test_the_file_and_its_new_folder_are_private(lite: Bench) -> None:
    store = lite.open()
    store.record_review(review("d/c/main"))
    assert lite.file is not None
    assert lite.file.parent.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in lite.file.parent.iterdir()} == {0o600}


@POSIX
def test_a_folder_that_was_there_keeps_its_mode(lite: Bench) -> None:
    assert lite.file is not None
    lite.file.parent.mkdir(mode=0o755)
    lite.open()
    assert lite.file.parent.stat().st_mode & 0o777 == 0o755


def test_a_file_is_written_durably(lite: Bench) -> None:
    store = lite.open()
    with store._line.open() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_server_syncs_even_where_it_is_set_not_to(
    postgres: str, make_bench: Callable[[str], Bench]
) -> None:
    import psycopg

    bench = make_bench("own database")
    name = bench.url.rpartition("/")[2]
    with psycopg.connect(postgres + "postgres", autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")
    with bench.open()._line.open() as connection:
        assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"


@pytest.mark.parametrize("name", ["a b?c=1.sqlite3", "100%.sqlite3", "改善.sqlite3", "#x.sqlite3"])
def test_any_file_name_will_do(lite: Bench, name: str) -> None:
    assert lite.file is not None
    file = lite.file.with_name(name)
    lite.open(file=file).record_review(review("d/c/main"))
    assert file.is_file()


def test_a_path_or_a_url_names_a_file_too(tmp_path: Path) -> None:
    file = tmp_path / "r.sqlite3"
    assert address(str(file), None).file == file
    assert address(f"sqlite:///{file}", None).file == file
    assert address(None, file).file == file
    assert address("~/r.sqlite3", None).file == Path.home() / "r.sqlite3"


@pytest.mark.parametrize(
    "url", ["mysql://me@host/db", "sqlite://", "http://x", "ftp://a:secret@h/"]
)
def test_another_kind_of_database_is_refused(url: str) -> None:
    with pytest.raises(StoreError, match="not supported") as refusal:
        address(url, None)
    assert "secret" not in str(refusal.value)


def test_without_a_database_there_is_a_sentence() -> None:
    with pytest.raises(StoreError, match="no database was named"):
        address("", None)


def test_a_password_is_never_shown() -> None:
    place = address("postgresql://me:se%40cret@db.example/recall?sslmode=require", None)
    assert place.where == "postgresql://me@db.example/recall"


def test_a_folder_is_no_database(lite: Bench, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="folder"):
        lite.open(file=tmp_path)


def test_a_server_that_is_not_there_gives_a_sentence(lite: Bench) -> None:
    with pytest.raises(StoreError, match="does not answer") as refusal:
        lite.open(url="postgresql://me:secret@127.0.0.1:9/recall")
    assert "secret" not in str(refusal.value)


def test_a_database_that_is_not_there_gives_a_sentence(lite: Bench, postgres: str) -> None:
    with pytest.raises(StoreError, match="no such database"):
        lite.open(url=postgres + "nowhere")


def test_a_role_that_is_not_there_gives_a_sentence(lite: Bench, postgres: str) -> None:
    with pytest.raises(StoreError, match="does not let this role in"):
        lite.open(url=postgres.replace("postgres@", "nobody@") + "postgres")


def test_a_file_has_one_learner(lite: Bench) -> None:
    assert lite.open().learner_id == lite.open(learner="someone").learner_id


def test_learners_of_one_server_do_not_see_each_other(make_bench: Callable[[str], Bench]) -> None:
    bench = make_bench("postgresql")
    anna, ben = bench.open(learner="anna"), bench.open(learner="ben")
    anna.record_review(review("d/c/main"))
    anna.remember_deck("d", "d.yaml", "aa", 1, b"x")
    ben.record_review(review("d/c/main", 1))
    assert anna.memories() != ben.memories()
    assert ben.catalogue() == {}
    assert ben.undo()
    assert not ben.undo()
    assert len(anna.memories()) == 1
    assert bench.open(learner="anna").learner_id == anna.learner_id


def test_the_role_names_the_learner_of_a_server(make_bench: Callable[[str], Bench]) -> None:
    bench = make_bench("postgresql")
    assert bench.open().learner_id == bench.open(learner="postgres").learner_id


def test_other_weights_fold_the_log_anew(bench: Bench) -> None:
    store = bench.open()
    store.append([review(f"d/c{n % 5}/main", 1 + n % 4) for n in range(20)])
    weights = list(Scheduler().weights)
    weights[2] *= 1.5
    bench.scheduler = Scheduler(tuple(weights))
    again = bench.open()
    assert again.memories() == bench.folded(again).memories != store.memories


def test_two_versions_that_write_at_once_are_folded_anew_by_the_next(bench: Bench) -> None:
    usual = bench.scheduler
    old = bench.open()
    weights = list(usual.weights)
    weights[2] *= 1.5
    bench.open(scheduler=Scheduler(tuple(weights)))
    old.append([review("d/c/main", 3)])
    new = bench.open(scheduler=Scheduler(tuple(weights)))
    assert new.memory(PromptKey("d/c/main", 1)) != old.record_review(review("d/e/main"))[1]
    bench.scheduler = Scheduler(tuple(weights))
    again = bench.open()
    assert again.memories() == bench.folded(again).memories


def test_closing_twice_is_fine(bench: Bench) -> None:
    store = bench.open()
    store.close()
    store.close()
