"""The app on a real terminal: a hang-up, a terminal that goes away, signs on the screen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals", allow_module_level=True)

from tests.support.terminal import Terminal

REVIEW = [sys.executable, "-m", "recall", "review", "deck:kaizen-foundations"]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    return {"HOME": str(tmp_path), **{name: str(tmp_path / name) for name in names}}


def _graded(home: dict[str, str]) -> int:
    command = [sys.executable, "-m", "recall", "log", "--json"]
    environment = {**os.environ, **home}
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return len(said.stdout.splitlines())


def _grade_one(terminal: Terminal) -> None:
    terminal.wait_for("Show the answer")
    terminal.press(" ")
    terminal.wait_for("3 Got it")
    terminal.press("3")
    terminal.wait_for("Show the answer")


def test_a_hang_up_ends_the_app_and_keeps_every_grade(home: dict[str, str]) -> None:
    with Terminal(REVIEW, home) as terminal:
        _grade_one(terminal)
        os.kill(terminal.pid, signal.SIGHUP)
        assert terminal.end() == 0
    assert _graded(home) == 1


def test_a_terminal_that_goes_away_takes_no_grade_with_it(home: dict[str, str]) -> None:
    with Terminal(REVIEW, home) as terminal:
        _grade_one(terminal)
    assert _graded(home) == 1


def test_drawn_inline_the_whole_card_stands_below_the_prompt(home: dict[str, str]) -> None:
    with Terminal([*REVIEW, "--inline"], home, rows=30) as terminal:
        terminal.wait_for("Show the answer")
        terminal.wait_for("q end")
        terminal.press("q")
        assert terminal.end() == 0
