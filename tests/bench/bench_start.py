"""Start to first frame, and to Home with today's counts, on a real terminal.

usage: python tests/bench/bench_start.py [ROUNDS] [CARDS] [FOLDER]

All times are from the start of the process until the words stand in what it wrote to its pty. The
references run interleaved with the app: a bare Textual app that paints one frame, and a process
that imports Textual, SQLAlchemy and fsrs and then paints one.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.support.large import make
from tests.support.ptys import Pty

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("painted")
Bare().run()
"""
HEAVY = "import textual.app, textual.widgets, sqlalchemy, fsrs\n" + BARE
AT_MOST = 1.3


def main(rounds: int, cards: int, folder: Path) -> None:
    """Print medians and ratios."""
    environment = make(folder, cards)
    python = sys.executable
    runs = {
        "bare Textual, first frame": ([python, "-c", BARE], "painted"),
        "recall, first frame": ([python, "-m", "recall"], "recall"),
        "imports all, first frame": ([python, "-c", HEAVY], "painted"),
        f"recall, Home of {cards} cards": ([python, "-m", "recall"], "If asked today"),
    }
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    memory: list[int] = []
    for _ in range(rounds + 1):
        for name, (command, words) in runs.items():
            taken, resident = time_until(command, words, environment)
            seconds[name].append(taken)
            if "Home" in name:
                memory.append(resident)
    medians = {name: median(times[1:]) for name, times in seconds.items()}
    bare, first, heavy, home = medians.values()
    for name, value in medians.items():
        print(f"{name:32} {value * 1000:7.0f} ms")
    _say("first frame / bare Textual", first / bare, AT_MOST)
    _say("Home / a process that imports all", home / heavy, AT_MOST)
    if memory[0]:
        print(f"memory at Home: {median(memory) / 1024:.0f} MiB")


def _say(what: str, ratio: float, at_most: float) -> None:
    verdict = "reached" if ratio <= at_most else "MISSED"
    print(f"{what:36} {ratio:5.2f} x, at most {at_most:.1f} x: {verdict}")


def time_until(command: list[str], words: str, environment: dict[str, str]) -> tuple[float, int]:
    """Seconds from the start of a process until it has written words, and its memory in KiB."""
    with Pty(command, environment) as program:
        return program.wait_for(words.encode()), program.resident_kib


if __name__ == "__main__":
    words = sys.argv[1:]
    with tempfile.TemporaryDirectory() as temporary:
        main(
            int(words[0]) if words else 15,
            int(words[1]) if len(words) > 1 else 10_000,
            Path(words[2]) if len(words) > 2 else Path(temporary),
        )
