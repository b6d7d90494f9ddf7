"""Who may import what, asked of fresh processes: start-up stays fast, the layers stay layers."""

import pytest

from tests.support.modules import modules_after

HEAVY = {"textual", "rich", "sqlalchemy", "alembic", "psycopg", "fsrs", "yaml"}
HEAVY |= {"tomlkit", "hypothesis"}


def roots(loaded):
    return {name.partition(".")[0] for name in loaded}


def test_importing_recall_imports_nothing_else():
    loaded = modules_after("import recall")
    assert {name for name in loaded if name.startswith("recall")} == {"recall"}
    assert "click" not in loaded


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["review", "--help"]])
def test_help_loads_click_and_no_more(words):
    loaded = modules_after(f"from recall.cli.main import run; run({words!r})")
    assert not roots(loaded) & (HEAVY | {"sqlite3", "asyncio", "json", "difflib"})
    assert not {name for name in loaded if name.startswith(("recall.store", "recall.decks"))}


@pytest.mark.parametrize(
    "module",
    [
        "recall.ids",
        "recall.errors",
        "recall.clock",
        "recall.paths",
        "recall.settings",
        "recall.decks.model",
        "recall.decks.question",
        "recall.memory.events",
        "recall.memory.curve",
        "recall.session.values",
        "recall.session.machine",
        "recall.session.step",
        "recall.session.words",
        "recall.session.sentences",
        "recall.session.planner",
    ],
)
def test_the_values_and_the_pure_core_are_cheap_to_import(module):
    assert not roots(modules_after(f"import {module}")) & HEAVY


def test_the_domain_loads_no_interface_and_no_database():
    core = "import recall.decks.library, recall.decks.identity, recall.memory.fold"
    loaded = roots(modules_after(f"{core}, recall.session.step, recall.session.planner"))
    assert not loaded & {"textual", "rich", "sqlalchemy", "sqlite3", "psycopg", "click"}


def test_the_collection_and_plain_mode_load_no_textual():
    loaded = roots(modules_after("import recall.collection.open, recall.plain.session"))
    assert not loaded & {"textual", "rich", "click", "alembic", "psycopg"}


def test_the_app_loads_no_database_before_its_first_frame():
    loaded = roots(modules_after("import recall.tui.app"))
    assert "textual" in loaded
    assert not loaded & {"sqlalchemy", "alembic", "psycopg", "fsrs", "yaml", "tomlkit"}
