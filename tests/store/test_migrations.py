"""The schema comes up to date by itself, or the old one stays whole."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from recall.errors import NewerDatabase, StoreError
from recall.store import migrate, revisions
from recall.store.address import Address, address
from recall.store.backup import backup_file
from recall.store.engine import make_engine
from recall.store.schema import whole_schema
from tests.support.programs import ROOT, finished, start
from tests.support.stores import Bench, review

MADE_WITH = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"

SECOND = """
from alembic import op
import sqlalchemy as sa
revision, down_revision = "0002", "0001"
def upgrade():
    op.create_table("later", sa.Column("id", sa.Integer, primary_key=True))
    op.add_column("event", sa.Column("mood", sa.Integer))
    {ending}
"""


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Path]:
    """Makes this process a version of the app that knows one revision more."""

    def make(ending: str = "pass") -> Path:
        scripts = tmp_path / "migrations"
        shutil.copytree(migrate.SCRIPTS, scripts)
        (scripts / "versions" / "r0002_later.py").write_text(SECOND.format(ending=ending))
        monkeypatch.setattr(migrate, "SCRIPTS", scripts)
        monkeypatch.setattr(migrate, "REVISIONS", ("0001", "0002"))
        monkeypatch.setattr(migrate, "HEAD", "0002")
        return scripts

    return make


def place(bench: Bench) -> Address:
    return address(bench.url, bench.file)


def tables(bench: Bench) -> set[str]:
    engine = make_engine(place(bench))
    with engine.connect() as connection:
        return set(inspect(connection).get_table_names())


def test_the_migrations_make_the_schema_that_the_code_knows(bench: Bench) -> None:
    bench.open()
    with make_engine(place(bench)).connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": revisions.VERSION_TABLE}
        )
        assert compare_metadata(context, whole_schema()) == []


def test_the_checks_are_in_the_database_too(lite: Bench) -> None:
    lite.open()
    assert lite.file is not None
    with closing(sqlite3.connect(lite.file)) as raw:
        migrated = statements(raw)
    with closing(sqlite3.connect(":memory:")) as fresh:
        whole_schema().create_all(create_engine("sqlite://", creator=lambda: fresh))
        known = statements(fresh)
    assert {each for each in migrated if revisions.VERSION_TABLE not in each} == known


def statements(raw: sqlite3.Connection) -> set[str]:
    """What a database was made with, but for the layout of the words."""
    return {" ".join(row[0].split()) for row in raw.execute(MADE_WITH)}


def test_the_known_revisions_are_those_of_the_scripts() -> None:
    scripts = ScriptDirectory(str(migrate.SCRIPTS))
    found = [each.revision for each in scripts.walk_revisions()]
    assert tuple(reversed(found)) == revisions.REVISIONS


def test_a_database_of_this_version_needs_no_alembic(lite: Bench) -> None:
    lite.open().close()
    script = (
        "import os, sys; from pathlib import Path; from recall.clock import system_clock;"
        "from recall.memory.scheduler import Scheduler; from recall.store.open import open_store;"
        "assert 'sqlalchemy' not in sys.modules;"
        "open_store(file=Path(sys.argv[1]), clock=system_clock, randomness=os.urandom,"
        " scheduler=Scheduler()).close();"
        "assert 'sqlalchemy' in sys.modules; assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script, str(lite.file)], cwd=ROOT, check=True)


def test_an_older_database_is_brought_up_to_date_with_all_it_holds(
    bench: Bench, next_version: Callable[[str], Path]
) -> None:
    store = bench.open()
    event, _ = store.record_review(review("d/c/main"))
    store.close()
    next_version("pass")
    assert list(bench.open().events()) == [event]
    assert "later" in tables(bench)


def test_a_copy_is_kept_before_an_older_file_is_changed(
    lite: Bench, next_version: Callable[[str], Path]
) -> None:
    store = lite.open()
    store.record_review(review("d/c/main"))
    next_version("pass")
    lite.open()
    assert lite.file is not None
    kept = backup_file(lite.file, "0001")
    assert kept.stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(kept)) as copy:
        assert copy.execute("SELECT count(*) FROM event").fetchone() == (1,)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'later'").fetchall()
    assert sorted(path.name for path in kept.parent.glob("*backup*")) == [kept.name]


def test_no_copy_no_change(
    lite: Bench, next_version: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    lite.open().close()
    next_version("pass")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(migrate, "back_up", full)
    with pytest.raises(StoreError, match="no copy of it can be made"):
        lite.open()
    assert "later" not in tables(lite)


def test_a_migration_that_fails_leaves_the_old_schema_whole(
    bench: Bench, next_version: Callable[[str], Path]
) -> None:
    bench.open().record_review(review("d/c/main"))
    scripts = next_version('op.execute("SELECT * FROM nowhere")')
    with pytest.raises(StoreError):
        bench.open()
    assert "later" not in tables(bench)
    (scripts / "versions" / "r0002_later.py").write_text(SECOND.format(ending="pass"))
    assert len(list(bench.open().events())) == 1
    assert "later" in tables(bench)


DYING = """
import sys
from pathlib import Path
from recall.store import migrate
migrate.SCRIPTS = Path(sys.argv[2])
migrate.REVISIONS, migrate.HEAD = ("0001", "0002"), "0002"
opened()
"""


def test_a_migration_killed_in_the_middle_leaves_the_old_schema_whole(
    bench: Bench, next_version: Callable[[str], Path]
) -> None:
    store = bench.open()
    event, _ = store.record_review(review("d/c/main"))
    store.close()
    scripts = next_version("import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    program = start(DYING, bench.name, scripts)
    program.communicate(timeout=60)
    assert program.returncode == -9
    assert "later" not in tables(bench)
    (scripts / "versions" / "r0002_later.py").write_text(SECOND.format(ending="pass"))
    assert list(bench.open().events()) == [event]
    assert "later" in tables(bench)


def test_a_first_start_killed_in_the_middle_starts_afresh(bench: Bench, tmp_path: Path) -> None:
    scripts = tmp_path / "migrations"
    shutil.copytree(migrate.SCRIPTS, scripts)
    first = scripts / "versions" / "r0001_first.py"
    dying = "    import os, signal\n    os.kill(os.getpid(), signal.SIGKILL)\n    _folded()\n"
    first.write_text(first.read_text().replace("    _folded()\n", dying, 1))
    program = start(DYING.replace(', "0002"), "0002"', ',), "0001"'), bench.name, scripts)
    program.communicate(timeout=60)
    assert program.returncode == -9
    bench.open().record_review(review("d/c/main"))


def test_eight_programs_that_meet_an_old_database_migrate_it_once(
    bench: Bench, next_version: Callable[[str], Path]
) -> None:
    bench.open().record_review(review("d/c/main"))
    scripts = next_version("pass")
    programs = [start(DYING, bench.name, scripts) for _ in range(8)]
    for each in programs:
        finished(each)
    assert len(list(bench.open().events())) == 1


@pytest.fixture
def newer(bench: Bench) -> Iterator[Bench]:
    """A database that a later version of the app has written."""
    bench.open().record_review(review("d/c/main"))
    with make_engine(place(bench)).begin() as connection:
        connection.exec_driver_sql(f"UPDATE {revisions.VERSION_TABLE} SET version_num = '0099'")
    yield bench
    with make_engine(place(bench)).connect() as connection:
        found = connection.exec_driver_sql(f"SELECT version_num FROM {revisions.VERSION_TABLE}")
        assert found.scalar() == "0099"


def test_a_newer_database_is_refused_and_left_alone(newer: Bench) -> None:
    with pytest.raises(NewerDatabase, match="newer version of recall") as refusal:
        newer.open()
    assert "install the newest version" in refusal.value.mend


def test_the_database_of_another_program_is_refused_and_left_alone(lite: Bench) -> None:
    assert lite.file is not None
    lite.file.parent.mkdir()
    with closing(sqlite3.connect(lite.file)) as raw:
        raw.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(StoreError, match="another program"):
        lite.open()
    with closing(sqlite3.connect(lite.file)) as raw:
        assert raw.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)
