"""The commands that look at progress: due, decks, log, undo. Reviews are made in plain mode."""

import re

import pytest

from tests.cli.conftest import MINI

TWO_ANSWERS = "\n3\n\n1\n:q\n"
FIELDS = [
    *("id", "kind", "at", "study_day", "session", "deck", "card", "part", "rev", "grade"),
    *("took_ms", "target", "voided", "stability", "difficulty", "due"),
]


@pytest.fixture
def studied(machine):
    """Two questions of Mini were answered: Got it, then New to me."""
    machine.recall("add", machine.write())
    assert machine.recall("review", "mini", "--plain", given=TWO_ANSWERS).code == 0
    return machine


def test_due_says_today_in_a_sentence(machine):
    said = machine.recall("due")
    assert said.code == 0
    assert re.match(r"\d+ new questions on kaizen, about \d minutes\.\n", said.out)


def test_due_as_json_has_the_figures(machine):
    figures = machine.recall("due", "--json").json
    assert set(figures) == {"date", "status", "review", "new", "minutes", "sentence"}
    assert figures["status"] == "first"
    assert figures["review"] == 0
    assert figures["new"] > 5


def test_due_of_one_deck_only(studied):
    assert studied.recall("due", "--json", "deck:pdca").json["new"] > 5


def test_an_unknown_deck_gets_the_nearest_name(machine):
    said = machine.recall("due", "pdac")
    assert said.code == 2
    assert "pdca" in said.err


def test_decks_are_listed_with_what_would_be_recalled(studied):
    lines = studied.recall("decks").out.splitlines()
    assert any(re.match(r"mini +Mini +[12] of 2$", line) for line in lines)
    assert any(re.match(r"pdca +PDCA +not started$", line) for line in lines)


def test_decks_as_json(studied):
    decks = {deck["deck"]: deck for deck in studied.recall("decks", "--json").json}
    assert decks["mini"]["met"] == 2
    assert decks["mini"]["questions"] == 2
    assert decks["mini"]["path"].endswith("mini.yaml")
    assert decks["pdca"]["met"] == 0


def test_a_broken_deck_is_told_and_the_rest_still_listed(studied):
    copy = next((studied.folder / "home").rglob("mini.yaml"))
    copy.write_text(MINI.replace("    a: Alpha.", "    a: Alpha.\n    hnit: A."))
    said = studied.recall("decks")
    assert said.code == 0
    assert "mini" in said.out
    assert 'mini.yaml, line 9: unknown key "hnit"' in said.err
    assert "last good version" in said.err


def test_the_log_has_every_field_of_every_event_oldest_first(studied):
    events = studied.recall("log", "--json").lines
    assert [list(event) for event in events] == [FIELDS, FIELDS]
    first, second = events
    assert (first["deck"], first["card"], first["part"]) == ("mini", "alpha", "main")
    assert (first["kind"], first["grade"], second["grade"]) == ("review", 3, 1)
    assert first["at"] < second["at"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", first["at"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", first["study_day"])
    assert first["stability"] == pytest.approx(2.3065)
    assert second["stability"] == pytest.approx(0.212)
    assert first["due"] > first["study_day"]
    assert first["voided"] is False
    assert first["session"] == second["session"]


def test_undo_takes_back_the_newest_answer_and_the_log_keeps_both(studied):
    said = studied.recall("undo")
    assert said == (0, 'Undone: New to me on "What comes second?"\n', "")
    review, undone, void = studied.recall("log", "--json").lines
    assert review["voided"] is False
    assert undone["voided"] is True
    assert (void["kind"], void["target"]) == ("void", undone["id"])
    assert void["stability"] is None


def test_undo_goes_back_to_the_first_answer_and_then_says_so(studied):
    assert studied.recall("undo").code == 0
    assert "What comes first?" in studied.recall("undo").out
    assert studied.recall("undo") == (1, "Nothing to undo.\n", "")


def test_the_log_reads_well_without_json(studied):
    studied.recall("undo")
    lines = studied.recall("log").out.splitlines()
    assert re.search(r"Got it +mini/alpha/main +\d{4}-\d\d-\d\d$", lines[0])
    assert lines[1].endswith("(undone)")
    assert "undo" in lines[2]


def test_an_empty_log_is_empty(machine):
    assert machine.recall("log", "--json") == (0, "", "")


def test_another_database_is_another_progress(studied):
    other = studied.folder / "other.sqlite3"
    assert studied.recall("log", "--json", "--database", other).out == ""
    assert studied.recall("--database", other, "log", "--json").out == ""
    studied.set("RECALL_DATABASE_URL", other)
    assert studied.recall("log", "--json").out == ""


def test_a_file_that_is_no_database_is_refused_in_a_sentence(studied):
    said = studied.recall("due", "--database", studied.write("not a database at all " * 99, "x.db"))
    assert said.code == 3
    assert "x.db" in said.err
    assert "Traceback" not in said.err


def test_a_path_on_the_command_line_is_in_scope_for_that_run_only(machine):
    machine.write(name="decks/mini.yaml")
    said = machine.recall("review", "decks/mini.yaml", "--plain", given=TWO_ANSWERS)
    assert "What comes first?" in said.out
    assert "mini" not in machine.recall("decks").out


def test_folders_in_recall_decks_are_read(machine):
    machine.set("RECALL_DECKS", machine.write(name="shared/mini.yaml").parent)
    assert "mini" in machine.recall("decks").out


def test_a_path_without_a_deck_is_said(machine):
    said = machine.recall("review", "--plain", "nowhere/mini.yaml")
    assert said.code == 2
    assert "no such file" in said.err
