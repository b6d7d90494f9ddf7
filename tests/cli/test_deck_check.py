"""``recall deck check``: every problem, with its place, and an exit code for scripts."""

from tests.support.modules import modules_after

BROKEN = """\
recall: 1
deck: team
title: Team
cards:
  - id: one
    q: Who?
    a: 改善 people
    hnit: 改善, third
  - id: one
    q: Where?
    a: At the gemba.
"""


def test_a_sound_deck_passes(machine):
    said = machine.recall("deck", "check", machine.write())
    assert said == (0, "1 deck checked, no problems.\n", "")


def test_all_problems_of_a_file_are_shown_with_their_places(machine):
    said = machine.recall("deck", "check", machine.write(BROKEN, "team.yaml"))
    assert said.code == 1
    assert "team.yaml:8:5: error[unknown-key]: unknown key 'hnit'" in said.err
    assert "did you mean 'hint'?" in said.err
    assert "team.yaml:9:" in said.err
    assert "1 deck checked: 2 errors." in said.err


def test_json_gives_one_problem_a_line(machine):
    said = machine.recall("deck", "check", "--json", machine.write(BROKEN, "team.yaml"))
    assert said.code == 1
    first = said.lines[0]
    assert (first["line"], first["column"], first["rule"]) == (8, 5, "unknown-key")
    assert first["severity"] == "error"
    assert first["file"].endswith("team.yaml")
    assert said.err == ""


def test_a_folder_means_the_decks_in_it(machine):
    machine.write(name="decks/mini.yaml")
    machine.write(BROKEN, "decks/team.yaml")
    machine.write("not a deck", "decks/readme.txt")
    said = machine.recall("deck", "check", "decks")
    assert said.code == 1
    assert "2 decks checked: 2 errors." in said.err


def test_a_path_that_is_not_there_is_named(machine):
    said = machine.recall("deck", "check", "nowhere.yaml")
    assert said.code == 1
    assert said.err.startswith("recall: nowhere.yaml: there is no such file")


def test_an_empty_folder_is_said(machine):
    (machine.folder / "empty").mkdir()
    assert machine.recall("deck", "check", "empty").code == 1


def test_no_path_at_all_is_a_usage_error(machine):
    assert machine.recall("deck", "check").code == 2


def test_checking_a_deck_opens_no_store(machine):
    path = machine.write()
    loaded = modules_after(
        f"from recall.cli.main import run; run(['deck', 'check', {str(path)!r}])"
    )
    assert "recall.decks.read" in loaded
    assert not loaded & {"sqlalchemy", "textual", "fsrs", "recall.store", "recall.collection"}
    assert not (machine.folder / "home" / "data" / "recall").exists()
