"""``recall deck new``: a deck to begin with."""

from __future__ import annotations

import json

import pytest

from tests.support.modules import modules_after

SCHEMA = "recall-deck.schema.json"


def test_a_deck_and_the_schema_are_written(machine):
    said = machine.recall("deck", "new", "our-standards.yaml")
    assert (said.code, said.err) == (0, "")
    assert "our-standards.yaml was written" in said.out
    text = (machine.folder / "our-standards.yaml").read_text(encoding="utf-8")
    assert "\ndeck: our-standards\n" in text
    assert "\ntitle: Our standards\n" in text
    written = json.loads((machine.folder / SCHEMA).read_text(encoding="utf-8"))
    assert written == machine.recall("deck", "schema").json


def test_what_it_writes_passes_the_check_and_after_fmt_that_for_a_release(machine):
    machine.recall("deck", "new", "team")
    said = machine.recall("deck", "check", "team.yaml")
    assert (said.code, said.err) == (0, "")
    assert machine.recall("deck", "fmt", "team.yaml").code == 0
    said = machine.recall("deck", "check", "--release", "team.yaml")
    assert (said.code, said.err) == (0, "")


def test_title_and_id_can_be_given(machine):
    said = machine.recall(
        "deck", "new", "--json", "--id", "five-s", "--title", "5S: a start", "decks/team"
    )
    assert said.json["id"] == "five-s"
    text = (machine.folder / "decks" / "team.yaml").read_text(encoding="utf-8")
    assert "\ndeck: five-s\n" in text
    assert '\ntitle: "5S: a start"\n' in text
    assert (machine.folder / "decks" / SCHEMA).exists()


def test_a_file_that_is_there_is_never_touched(machine):
    path = machine.write("mine")
    said = machine.recall("deck", "new", path)
    assert said.code == 1
    assert "already" in said.err
    assert path.read_text() == "mine"
    assert not (machine.folder / SCHEMA).exists()


def test_an_old_schema_is_renewed_and_a_strange_file_is_left_alone(machine):
    schema = machine.write('{"title": "A deck of recall, format 1"}', SCHEMA)
    machine.recall("deck", "new", "a.yaml")
    assert "draft-07" in schema.read_text(encoding="utf-8")
    assert SCHEMA not in machine.recall("deck", "new", "b.yaml").out
    schema.write_text("mine")
    said = machine.recall("deck", "new", "c.yaml")
    assert said.code == 1
    assert "left alone" in said.err
    assert schema.read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (["deck.yml"], 1, ".yaml"),
        (["."], 1, "folder"),
        ([".hidden.yaml"], 1, "hidden"),
        (["a.yaml", "--id", "Our Deck"], 2, "no id"),
        (["a.yaml", "--title", "a\x1bb"], 2, "title"),
        ([], 2, "FILE"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(machine, words, code, why):
    said = machine.recall("deck", "new", *words)
    assert said.code == code
    assert why in said.err
    assert [path.name for path in machine.folder.iterdir()] == ["home"]


def test_a_new_deck_opens_no_store(machine):
    path = machine.folder / "a.yaml"
    loaded = modules_after(f"from recall.cli.main import run; run(['deck', 'new', {str(path)!r}])")
    assert "recall.decks.scaffold" in loaded
    assert not loaded & {"sqlalchemy", "textual", "fsrs", "recall.store", "recall.collection"}
