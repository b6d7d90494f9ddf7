"""``recall deck fmt``: ids into files, on the command line."""

from __future__ import annotations

import os
import sys

import pytest

from tests.support.modules import modules_after

NAMELESS = """\
recall: 1
deck: team
title: Team
cards:
  - q: Who?   # the first
    a: We.
  - id: two
    q: Where?
    a: Here.
  - {q: Why?, a: So.}
"""
NAMED = NAMELESS.replace("- q: Who?", "- id: who\n    q: Who?").replace("{q", "{id: why, q")
NAMELESS = NAMELESS.replace("Who?   # the first", "'Who?'   # the first")
NAMED = NAMED.replace("Who?   # the first", "'Who?'   # the first")


def test_missing_ids_are_written_and_named_with_their_lines(machine):
    path = machine.write(NAMELESS)
    said = machine.recall("deck", "fmt", path.name)
    assert said == (0, "mini.yaml:5: who\nmini.yaml:11: why\nmini.yaml: 2 ids written.\n", "")
    assert path.read_text() == NAMED


def test_a_second_time_there_is_nothing_to_do(machine):
    path = machine.write(NAMED)
    before = path.stat().st_mtime_ns
    said = machine.recall("deck", "fmt", path.name)
    assert said == (0, "mini.yaml: every card has an id.\n", "")
    assert path.stat().st_mtime_ns == before


def test_check_only_says_what_is_missing(machine):
    path = machine.write(NAMELESS)
    said = machine.recall("deck", "fmt", "--check", path.name)
    assert said == (1, "mini.yaml:5: who\nmini.yaml:10: why\nmini.yaml: 2 ids missing.\n", "")
    assert path.read_text() == NAMELESS
    assert machine.recall("deck", "fmt", "--check", machine.write(NAMED)).code == 0


def test_json_gives_one_file_a_line(machine):
    machine.write(NAMELESS, "decks/a.yaml")
    machine.write("recall: 1\n", "decks/b.yaml")
    said = machine.recall("deck", "fmt", "--json", "decks")
    assert said.code == 1
    first, second = said.lines
    assert first["changed"] is True
    assert first["ids"] == [{"line": 5, "id": "who"}, {"line": 11, "id": "why"}]
    assert (second["changed"], second["ids"]) == (False, [])
    assert second["problems"][0]["rule"] == "missing-key"


def test_a_broken_deck_is_left_alone_and_the_others_are_not(machine):
    broken = machine.write(NAMELESS.replace("a: We.", "aa: We."), "decks/a.yaml")
    sound = machine.write(NAMELESS, "decks/b.yaml")
    said = machine.recall("deck", "fmt", "decks")
    assert said.code == 1
    assert "unknown-key" in said.err
    assert "mend it first" in said.err
    assert "aa: We." in broken.read_text()
    assert sound.read_text() == NAMED


def test_a_path_that_is_not_there_is_named(machine):
    said = machine.recall("deck", "fmt", "nowhere.yaml")
    assert said.code == 1
    assert "nowhere.yaml" in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such permissions")
def test_a_deck_that_may_not_be_written_stays_whole(machine, monkeypatch):
    path = machine.write(NAMELESS)
    monkeypatch.setattr(os, "access", lambda _, mode: mode == os.R_OK)
    said = machine.recall("deck", "fmt", path)
    assert said.code == 1
    assert "read-only" in said.err
    assert path.read_text() == NAMELESS


def test_writing_ids_opens_no_store(machine):
    path = machine.write(NAMELESS)
    loaded = modules_after(f"from recall.cli.main import run; run(['deck', 'fmt', {str(path)!r}])")
    assert "recall.decks.formatting" in loaded
    assert not loaded & {"sqlalchemy", "textual", "fsrs", "recall.store", "recall.collection"}


def test_whoever_met_a_card_before_it_had_an_id_has_met_it_after(machine):
    path = machine.write(NAMELESS)
    machine.recall("add", path)
    machine.recall("review", "--plain", "deck:team", given="\n3\n" * 3)

    def met():
        (deck,) = [
            each for each in machine.recall("decks", "--json").json if each["deck"] == "team"
        ]
        return deck["met"]

    before = met()
    assert before
    machine.recall("deck", "fmt", path)
    machine.recall("add", path)
    assert met() == before
    adopted = [each for each in machine.recall("log", "--json").lines if each["kind"] == "adopt"]
    assert {each["card"] for each in adopted} <= {"who", "why"}
    assert adopted
