"""``recall deck schema``: the format for editors."""

from __future__ import annotations

import json

from tests.support.modules import modules_after


def test_the_schema_is_printed(machine):
    assert machine.recall("deck", "schema").json["title"] == "A deck of recall, format 1"


def test_the_schema_is_written_to_a_file(machine):
    said = machine.recall("deck", "schema", "--output", "deck.json")
    assert said == (0, "deck.json was written.\n", "")
    written = json.loads((machine.folder / "deck.json").read_text(encoding="utf-8"))
    assert written == machine.recall("deck", "schema").json


def test_a_folder_that_is_not_there_is_said(machine):
    said = machine.recall("deck", "schema", "--output", "nowhere/deck.json")
    assert said.code == 1
    assert "cannot be written" in said.err


def test_making_the_schema_opens_no_store_and_needs_no_yaml():
    loaded = modules_after("from recall.cli.main import run; run(['deck', 'schema'])")
    assert not loaded & {"yaml", "sqlalchemy", "textual", "recall.store", "recall.collection"}
