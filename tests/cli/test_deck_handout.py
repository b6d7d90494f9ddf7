"""``recall deck handout``: one HTML file, written whole or not at all."""

import json

import pytest

from tests.cli.conftest import MINI
from tests.support.modules import modules_after


def test_the_page_is_written_beside_the_deck(machine):
    said = machine.recall("deck", "handout", machine.write())
    assert said.code == 0
    assert said.out.endswith("mini.html: 2 questions, the key, and cards to cut out.\n")
    page = (machine.folder / "mini.html").read_text(encoding="utf-8")
    assert "What comes first?" in page
    assert sorted(path.name for path in machine.folder.iterdir()) == [
        *("home", "mini.html", "mini.yaml"),
    ]


def test_a_script_is_told_what_was_made(machine):
    said = machine.recall("deck", "handout", machine.write(), "-o", "there.html", "--json")
    assert json.loads(said.out) == {"handout": "there.html", "deck": "mini", "questions": 2}


def test_it_can_go_elsewhere_or_to_standard_output(machine):
    path = machine.write()
    assert machine.recall("deck", "handout", path, "-o", "there.html").code == 0
    said = machine.recall("deck", "handout", path, "--output", "-")
    assert said.out == (machine.folder / "there.html").read_text(encoding="utf-8")
    assert not (machine.folder / "mini.html").exists()


def test_an_older_handout_is_replaced_and_a_page_of_somebody_else_is_not(machine):
    path = machine.write()
    machine.recall("deck", "handout", path)
    machine.write(MINI.replace("Beta.", "Better."))
    assert machine.recall("deck", "handout", path).code == 0
    assert "Better." in (machine.folder / "mini.html").read_text(encoding="utf-8")
    other = machine.write("<p>My own page</p>", "mini.html")
    said = machine.recall("deck", "handout", path)
    assert said.code == 1
    assert "--force" in said.err
    assert other.read_text() == "<p>My own page</p>"
    assert machine.recall("deck", "handout", path, "--force").code == 0


def test_a_deck_never_becomes_its_own_handout(machine):
    path = machine.write()
    assert machine.recall("deck", "handout", path, "-o", path, "--force").code == 2
    assert path.read_text() == MINI


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (MINI.replace("q: What", "qq: What"), "this deck has errors"),
        ("recall: 1\ndeck: mini\ntitle: M\ncards: []\n", "asks nothing yet"),
        ("", "this deck has errors"),
    ],
)
def test_without_a_sound_deck_nothing_is_written(machine, text, why):
    said = machine.recall("deck", "handout", machine.write(text))
    assert said.code == 1
    assert why in said.err
    assert not (machine.folder / "mini.html").exists()


def test_a_folder_that_is_not_there_is_said(machine):
    said = machine.recall("deck", "handout", machine.write(), "-o", "nowhere/x.html")
    assert said.code == 1
    assert "nowhere" in said.err


def test_making_a_handout_opens_no_store(machine):
    words = ["deck", "handout", str(machine.write()), "-o", str(machine.folder / "x.html")]
    loaded = modules_after(f"from recall.cli.main import run; run({words!r})")
    assert not loaded & {"sqlalchemy", "fsrs", "recall.store", "recall.collection"}
