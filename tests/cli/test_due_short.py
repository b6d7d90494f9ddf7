"""``recall due --short``: what the last session left behind, for a shell's prompt."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from recall.status import status_file

FIGURES = re.compile(r"(\d+\+\d+|\d+ new|\d+) · \d+ min\n")


def short(machine):
    return machine.recall("due", "--short").out


def test_a_newcomer_sees_nothing(machine):
    assert machine.recall("due", "--short") == (0, "", "")


def test_it_says_what_due_says(machine):
    figures = machine.recall("due", "--json").json
    assert short(machine) == f"{figures['new']} new · {figures['minutes']} min\n"


@pytest.mark.parametrize("command", ["review", "undo", "path"])
def test_whatever_writes_progress_leaves_new_words_behind(machine, command):
    machine.recall("review", "--plain", "-n", "1", given="\n3\n\n")
    assert FIGURES.fullmatch(short(machine))
    with open(status_file(), "w") as file:
        file.write("recall 1 me\n")
    words = {
        "review": ("review", "--plain", "-n", "1"),
        "undo": ("undo",),
        "path": ("path", "start", "workshop"),
    }
    assert machine.recall(*words[command], given="\n3\n\n").code == 0
    assert FIGURES.fullmatch(short(machine))


def test_looking_at_the_log_leaves_nothing_behind(machine):
    machine.recall("log")
    assert short(machine) == ""


def test_another_database_does_not_change_what_the_prompt_says(machine):
    machine.recall("due")
    before = short(machine)
    other = machine.folder / "other.sqlite3"
    machine.recall("--database", other, "review", "--plain", "-n", "2", given="\n3\n\n3\n\n")
    machine.recall("due", "--database", other)
    assert short(machine) == before


def test_a_database_of_the_environment_has_words_of_its_own(machine, monkeypatch):
    machine.recall("due")
    monkeypatch.setenv("RECALL_DATABASE_URL", str(machine.folder / "other.sqlite3"))
    assert short(machine) == ""
    machine.recall("due")
    assert FIGURES.fullmatch(short(machine))


@pytest.mark.parametrize("words", [["--json"], ["pdca"], ["--database", "x.sqlite3"]])
def test_it_stands_alone(machine, words):
    said = machine.recall("due", "--short", *words)
    assert said.code == 2
    assert "--short stands alone" in said.err


def test_the_command_answers_before_click_is_imported(machine):
    machine.recall("due")
    code = (
        "import sys, recall.__main__ as app\n"
        "sys.argv = ['recall', 'due', '--short']\n"
        "try:\n    app.main()\n"
        "finally:\n    print(sorted({'click', 'recall.cli'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    words, imported = ran.stdout.decode().splitlines()
    assert f"{words}\n" == short(machine)
    assert imported == "[]"
