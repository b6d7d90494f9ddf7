"""The whole app on a terminal of its own: what a newcomer does, and what may happen to them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("these need a pty", allow_module_level=True)

import fcntl
import pty
import struct
import termios
import time

from tests.e2e.first_session import first_session
from tests.support.terminal import Terminal

RECALL = [sys.executable, "-m", "recall"]


def grades() -> list[int]:
    log = subprocess.run(
        [*RECALL, "log", "--json"], capture_output=True, text=True, check=True, timeout=60
    )
    events = [json.loads(line) for line in log.stdout.splitlines()]
    return [event["grade"] for event in events if event["kind"] == "review"]


def answer(terminal: Terminal, key: str = "3") -> None:
    terminal.wait_for("Show the answer")
    terminal.press(" ")
    terminal.wait_for("3 Got it")
    terminal.press(key)


def test_a_newcomer_answers_two_questions_and_leaves(home: Path) -> None:
    first_session("recall")
    assert grades() == [3, 3]
    database = next(home.rglob("recall.sqlite3"))
    assert database.stat().st_mode & 0o777 == 0o600
    assert database.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_whatever_ends_the_app_no_grade_that_was_taken_is_lost(home: Path, end: int) -> None:
    with Terminal([*RECALL, "review"]) as terminal:
        answer(terminal)
        terminal.wait_for("Show the answer")
        os.kill(terminal.pid, end)
        terminal.end()
    assert grades() == [3]


def test_back_from_the_shell_the_question_is_there_again(home: Path) -> None:
    with Terminal([*RECALL, "review"]) as terminal:
        terminal.wait_for("Show the answer")
        terminal.press("\x1a")
        assert os.WIFSTOPPED(os.waitpid(terminal.pid, os.WUNTRACED)[1])
        terminal.wipe()
        os.kill(terminal.pid, signal.SIGCONT)
        answer(terminal)
        terminal.wait_for("u undo")
    assert grades() == [3]


@pytest.mark.parametrize("how", [(), ("--inline",)])
def test_the_app_ends_when_its_terminal_goes_away(home: Path, how: tuple[str, ...]) -> None:
    pid, master = pty.fork()
    if pid == 0:
        os.execv(RECALL[0], [*RECALL, "review", *how])
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    seen = b""
    while b"Show the answer" not in seen:
        seen += os.read(master, 65_536)
    os.close(master)
    left = time.monotonic() + 20
    while not (ended := os.waitpid(pid, os.WNOHANG)[0]) and time.monotonic() < left:
        time.sleep(0.05)
    if not ended:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    assert ended == pid


def test_a_tiny_window_asks_for_a_larger_one_and_loses_nothing(home: Path) -> None:
    with Terminal([*RECALL, "review"], rows=5, columns=20) as terminal:
        terminal.wait_for("larger")
        terminal.resize(24, 80)
        answer(terminal, "2")
        terminal.wait_for("Show the answer")
        terminal.resize(15, 40)
        terminal.press(" ")
        terminal.wait_for("3 Got it")
        terminal.resize(24, 80)
        terminal.wait_for("3 Got it")
        terminal.press("q")
        terminal.wait_for("all saved")
        terminal.press("\r")
        assert terminal.end() == 0
    assert grades() == [2]


def test_an_unknown_deck_is_said_in_a_sentence(home: Path) -> None:
    with Terminal([*RECALL, "review", "pdac"]) as terminal:
        terminal.wait_for("no deck or tag is called pdac")
        terminal.press("q")
        assert terminal.end() == 2


def test_a_card_is_edited_in_the_middle_of_a_session(home: Path) -> None:
    deck = home / "mine.yaml"
    deck.write_text(
        "recall: 1\ndeck: mine\ntitle: Mine\ncards:\n"
        "  - {id: one, q: What is one?, a: The first.}\n",
        encoding="utf-8",
    )
    pen = home / "bin" / "pen"
    pen.write_text(
        "#!/bin/sh\n"
        'printf "Enter closes it: "; read enter\n'
        f"sed 's/The first/Number one/' {deck} > {deck}.new && mv {deck}.new {deck}\n",
        encoding="utf-8",
    )
    pen.chmod(0o755)
    with Terminal([*RECALL, "review", str(deck)], {"EDITOR": str(pen)}) as terminal:
        terminal.wait_for("Show the answer")
        terminal.press(" ")
        terminal.wait_for("The first.")
        terminal.press("e")
        terminal.wait_for("Enter closes it:")
        # Ctrl-C there is the editor's own affair.
        terminal.press("\x03")
        terminal.wait_for("The editor ended with an error")
        terminal.press("e")
        terminal.wait_for("Enter closes it:")
        terminal.press("\r")
        terminal.wait_for("Number one.")
        terminal.press("3")
        terminal.wait_for("all saved")
        terminal.press("\r")
        assert terminal.end() == 0
    assert grades() == [3]
