"""``recall deck import`` and ``export``: shown first, written at once, and nothing is lost."""

import os
import sys

import pytest

from recall.decks.read import read_deck
from tests.support.modules import modules_after


def test_a_table_becomes_a_deck(machine):
    said = machine.recall(
        "deck", "import", machine.write("Front;Back\nWho?;You\n", "our words.csv")
    )
    assert said.code == 0
    assert said.out.startswith("our-words.yaml: 1 card, 1 question.")
    assert "semicolon between cells" in said.err
    assert "column 2  a" in said.err
    reading = read_deck(machine.folder / "our-words.yaml")
    assert (reading.deck.id, reading.deck.title, reading.problems) == ("our-words", "Our words", ())


def test_a_deck_that_is_there_is_not_replaced_unless_it_is_said(machine):
    table = machine.write("q,a\nWho?,You\n", "mini.csv")
    deck = machine.write()
    before = deck.read_bytes()
    said = machine.recall("deck", "import", table)
    assert said.code == 1
    assert "there is such a file already" in said.err
    assert deck.read_bytes() == before
    assert machine.recall("deck", "import", table, "--force").code == 0
    assert deck.read_bytes() != before


def test_a_dry_run_writes_nothing(machine):
    table = machine.write("q,a\nWho?,You\n", "words.csv")
    said = machine.recall("deck", "import", table, "--dry-run", "--json")
    assert said.json["written"] is False
    assert said.json["cards"] == 1
    assert not (machine.folder / "words.yaml").exists()


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "the file is empty"),
        (b"\n\n", "the file is empty"),
        (b"q,a\nx,\x81\n", "neither UTF-8 nor Windows-1252"),
        (b"q,a\n\0,x\n", "no text file"),
        (b'q,a\n"x,y\n', "a quote is not closed"),
        (b"q,a\n,\n", "no cards were found"),
    ],
)
def test_bad_tables_are_refused_with_a_sentence(machine, data, complaint):
    path = machine.folder / "bad.csv"
    path.write_bytes(data)
    said = machine.recall("deck", "import", path)
    assert said.code == 1
    assert complaint in said.err
    assert not (machine.folder / "bad.yaml").exists()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_told(machine):
    table = machine.write("q,a\nWho?,You\n", "words.csv")
    locked = machine.folder / "locked"
    locked.mkdir(mode=0o500)
    said = machine.recall("deck", "import", table, "-o", locked / "x.yaml")
    assert (said.code, "cannot be written" in said.err) == (1, True)


def test_a_write_that_fails_leaves_the_old_file_whole(machine, monkeypatch):
    table = machine.write("q,a\nWho?,You\n", "mini.csv")
    deck = machine.write()
    before = deck.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    said = machine.recall("deck", "import", table, "--force")
    assert (said.code, "no space left" in said.err) == (1, True)
    assert deck.read_bytes() == before
    assert sorted(path.name for path in machine.folder.glob(".*")) == []


def test_what_is_no_file_is_told(machine):
    assert "no regular file" in machine.recall("deck", "import", machine.folder).err
    assert "no such file" in machine.recall("deck", "import", "nothing.csv").err
    said = machine.recall("deck", "export", machine.write(), "-o", machine.folder / "no" / "x.csv")
    assert "no such folder" in said.err


def test_words_that_make_no_sense_are_a_usage_error(machine):
    table = machine.write("q,a\nWho?,You\n", "words.csv")
    assert machine.recall("deck", "import", table, "--columns", "x").code == 2
    assert machine.recall("deck", "import", table, "--deck", "No Id").code == 1
    assert machine.recall("deck", "import", table, "--language", "?").code == 2
    assert machine.recall("deck", "import", machine.write("x", "words.bin")).code == 2
    assert machine.recall("deck", "export", machine.write()).code == 2


@pytest.mark.parametrize("target", ["csv", "tsv", "quizlet", "markdown", "anki-text", "gift"])
def test_a_deck_is_exported_in_every_format(machine, target):
    said = machine.recall("deck", "export", machine.write(), "--to", target, "--json")
    assert said.json["questions"] == 2
    assert (machine.folder / said.json["path"]).stat().st_size > 0


@pytest.mark.parametrize(
    "name", ["out.csv", "out.tsv", "out.md", "out.anki.txt", "out.quizlet.txt"]
)
def test_what_was_exported_can_be_imported(machine, name):
    assert machine.recall("deck", "export", machine.write(), "-o", name).code == 0
    said = machine.recall("deck", "import", machine.folder / name, "-o", "back.yaml", "--yes")
    assert said.code == 0
    cards = read_deck(machine.folder / "back.yaml").deck.cards
    assert [card.answer for card in cards] == ["Alpha.", "Beta."]


def test_a_broken_deck_is_not_exported(machine):
    said = machine.recall("deck", "export", machine.write("recall: 1\n"), "--to", "csv")
    assert said.code == 1
    assert "missing-key" in said.err


def test_neither_opens_a_store(machine):
    words = ["deck", "import", str(machine.write("q,a\nWho?,You\n", "w.csv")), "--dry-run"]
    loaded = modules_after(f"from recall.cli.main import run; run({words!r})")
    assert not {name for name in loaded if name.startswith(("recall.store", "recall.collection"))}
    assert "sqlite3" not in loaded
