"""Below the prompt: little room is taken, nothing above is touched, the last state stays."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from recall.tui.draw.room import Page
from recall.tui.draw.text import BLANK, line
from recall.tui.inline import left_readable, rows_in

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals", allow_module_level=True)

from tests.support.terminal import Terminal

ABOVE = [f"a line above, number {number}" for number in range(1, 6)]
REVIEW = f"{sys.executable} -m recall review deck:systems-flywheel --inline -n 1"
COMMAND = [
    "sh",
    "-c",
    f"printf '%s\\n' {' '.join(repr(each) for each in ABOVE)}; {REVIEW}; echo end",
]


@pytest.mark.parametrize(
    ("window", "rows"),
    [(60, 24), (36, 24), (30, 20), (24, 16), (15, 14), (11, 10), (10, 10), (5, 5)],
)
def test_it_takes_two_thirds_of_the_window_and_what_a_card_needs(window: int, rows: int) -> None:
    assert rows_in(window) == rows


def test_what_stays_has_no_keys_and_no_gaps() -> None:
    page = Page(
        [line("recall"), BLANK, BLANK],
        [
            line("3 new"),
            line("[ Enter ]  Close", "accent", "close"),
            BLANK,
            line("Next: tomorrow."),
        ],
        [BLANK, line("─────────", "dim"), line("q end", "dim", "quit")],
    )
    assert left_readable(page) == "recall\n\n3 new\n\nNext: tomorrow."


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    return {"HOME": str(tmp_path), **{name: str(tmp_path / name) for name in names}}


def test_a_question_is_asked_and_the_summary_stays_below_what_was_there(
    home: dict[str, str],
) -> None:
    with Terminal(COMMAND, home) as terminal:
        terminal.wait_for("Show the answer")
        assert all(each in terminal.text for each in ABOVE)
        terminal.press(" ")
        terminal.wait_for("3 Got it")
        terminal.press("3")
        terminal.wait_for("[ Enter ]  Close")
        terminal.press("\r")
        assert terminal.end() == 0
        rows = terminal.text.split("\n")
    assert rows[:5] == ABOVE
    kept = "\n".join(rows)
    assert "1 new " in kept
    assert "Next: tomorrow" in kept
    assert "Close" not in kept
    assert rows[next(at for at, row in enumerate(rows) if "Next: " in row) + 1] == "end"


def test_ctrl_c_leaves_the_question_and_what_was_there(home: dict[str, str]) -> None:
    with Terminal(COMMAND, home) as terminal:
        terminal.wait_for("Show the answer")
        terminal.press("\x03")
        assert terminal.end() == 0
        rows = terminal.text.split("\n")
    assert rows[:5] == ABOVE
    assert "Systems flywheel" in rows[5]
    assert "Show the answer" not in "\n".join(rows)


def test_a_resize_touches_nothing_above(home: dict[str, str]) -> None:
    margins = {100: 18, 70: 0, 80: 8}
    with Terminal(COMMAND, home) as terminal:
        terminal.wait_for("Show the answer")
        for columns in (100, 70, 80):
            terminal.resize(24, columns)
            button = f"\n{' ' * margins[columns]}[ Space ]  Show the answer"
            terminal.wait_until(
                lambda shown, button=button: (
                    button in shown
                    and shown.count("Show the answer") == 1
                    and shown.split("\n")[:5] == ABOVE
                ),
                seconds=15,
            )
        terminal.press("q")
        assert terminal.end() == 0
