"""``--help``, ``--version`` and what is said to words that are off."""

import re

import pytest

from recall import __version__
from recall.cli import deck
from recall.cli.main import ENTRIES


def test_the_help_page_lists_every_command_and_the_exit_codes(machine):
    said = machine.recall("--help")
    assert said.code == 0
    for name in ENTRIES:
        assert f"\n  {name} " in said.out
    assert "Exit codes" in said.out


@pytest.mark.parametrize("words", [[name] for name in ENTRIES] + [["deck", "check"]])
def test_every_command_explains_itself(machine, words):
    said = machine.recall(*words, "--help")
    assert said.code == 0
    assert said.out.startswith(f"Usage: recall {' '.join(words)}")


GROUPS = {"deck": deck.ENTRIES, "path": ["start", "stop"], "kaizen": ["add", "tell", "undo"]}
PAGES = [
    [],
    *([name] for name in ENTRIES),
    *([group, name] for group, names in GROUPS.items() for name in names),
]


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_every_page_of_help_fits_the_terminal_and_cuts_no_sentence(machine, words, columns):
    machine.set("COLUMNS", columns)
    lines = machine.recall(*words, "--help").out.splitlines()
    assert max(map(len, lines)) <= columns
    assert not [line for line in lines if re.search(r"[a-z]\.\.\.$", line)]


def test_the_one_line_of_help_is_the_start_of_the_long_one_or_says_the_same(machine):
    for name, entry in ENTRIES.items():
        assert entry.help.endswith("."), name
        assert len(entry.help) < 60, name


def test_the_version_is_said(machine):
    assert machine.recall("--version").out == f"recall {__version__}\n"


def test_the_nearest_command_is_suggested(machine):
    said = machine.recall("reveiw")
    assert said.code == 2
    assert "Did you mean review" in said.err


def test_a_deck_in_place_of_a_command_is_sent_to_review(machine):
    said = machine.recall("team.yaml")
    assert said.code == 2
    assert "recall review team.yaml" in said.err


def test_the_nearest_option_is_suggested(machine):
    said = machine.recall("review", "--minuts", "3")
    assert said.code == 2
    assert "--minutes" in said.err


@pytest.mark.parametrize("minutes", ["0", "121", "five"])
def test_a_session_lasts_one_to_120_minutes(machine, minutes):
    assert machine.recall("review", "--minutes", minutes).code == 2


def test_minutes_and_cards_do_not_go_together(machine):
    said = machine.recall("review", "--plain", "--minutes", "3", "--cards", "4")
    assert said.code == 2
    assert "not in both" in said.err


@pytest.mark.parametrize("words", [[], ["review"]])
def test_without_a_terminal_the_app_points_to_plain_mode(machine, words):
    said = machine.recall(*words)
    assert said.code == 2
    assert "recall review --plain" in said.err


def test_nothing_raw_from_the_command_line_reaches_the_terminal(machine):
    said = machine.recall("deck", "check", "\x1b[2J.yaml")
    assert said.code == 1
    assert "\x1b" not in said.err


def test_a_data_folder_that_cannot_be_made_is_said_with_the_mend(machine):
    file = machine.write("", "a-file")
    machine.set("XDG_DATA_HOME", file / "below")
    said = machine.recall("due")
    assert said.code == 3
    assert said.err.startswith(f"recall: {file / 'below' / 'recall' / 'recall.sqlite3'}: ")
    assert "choose another place with --database" in said.err


def test_with_progress_in_another_place_no_data_folder_is_needed(machine):
    machine.set("XDG_DATA_HOME", machine.write("", "a-file") / "below")
    other = machine.write("", "b-file").parent / "other.db"
    said = machine.recall("--database", other, "due")
    assert (said.code, said.err) == (0, "")
    assert other.is_file()
