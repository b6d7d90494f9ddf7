"""Completion with ``Tab``."""

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_printed_for_each_shell(machine, shell):
    said = machine.recall("completion", shell)
    assert said.code == 0
    assert "_RECALL_COMPLETE" in said.out


def test_an_unknown_shell_is_refused(machine):
    assert machine.recall("completion", "cmd").code == 2


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("recall rev", "review"), ("recall review pd", "pdca"), ("recall review --mi", "--minutes")],
)
def test_commands_decks_and_options_are_completed(typed, offered):
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    done = subprocess.run(
        [sys.executable, "-m", "recall"],
        env={**os.environ, **words, "_RECALL_COMPLETE": "bash_complete"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert f"plain,{offered}" in done.stdout.splitlines()
