"""Start to first frame, and to Home with today's counts, on a real terminal.

usage: python tests/bench/bench_start.py [ROUNDS] [CARDS] [FOLDER]

All times are from the start of the process until the words stand in what it wrote to its pty. The
references run interleaved with the app: a bare Textual app that paints one frame, and a process
that imports Textual, SQLAlchemy and fsrs and then paints one.

Home is measured twice: *remembered*, as the last session left it behind with nothing changed since
(what a learner's every start is but those after an edited deck or another process), and *worked
out* anew, with what was left behind taken away. So is the first question with Enter pressed at
once, which has to wait for the collection either way.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.append(str(Path(__file__).resolve().parents[2]))

from tests.support.large import make
from tests.support.ptys import Pty
from tests.support.verdict import judge

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
HOME, QUESTION = "If asked today", "Show the answer"


def main(rounds: int, cards: int, folder: Path) -> None:
    """Print medians and ratios."""
    environment = make(folder, cards)
    python, app = sys.executable, [sys.executable, "-m", "recall"]
    left = leave_behind(folder, environment)
    runs = {
        "bare Textual, first frame": ([python, "-c", BARE], "painted", None, b""),
        "imports all, first frame": ([python, "-c", HEAVY], "painted", None, b""),
        "recall, first frame": (app, "recall", True, b""),
        "recall, Home remembered": (app, HOME, True, b""),
        "recall, Home worked out": (app, HOME, False, b""),
        "recall, Enter at once, remembered": (app, QUESTION, True, b"\r"),
        "recall, Enter at once, worked out": (app, QUESTION, False, b"\r"),
    }
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds + 1):
        for name, (command, words, remembered, key) in runs.items():
            if remembered is not None:
                put(left, remembered)
            seconds[name].append(time_until(command, words, environment, key))
    # The first round writes byte code and fills the disk cache.
    medians = {name: median(times[1:]) for name, times in seconds.items()}
    for name, value in medians.items():
        print(f"{name:34} {value * 1000:7.0f} ms")
    bare, heavy, first, remembered_home, worked_out, *_ = medians.values()
    judge("first frame / bare Textual", first / bare, AT_MOST)
    what = f"Home of {cards:,} cards, %s / imports all, first frame"
    judge(what % "remembered", remembered_home / heavy, AT_MOST)
    print(f"  worked out anew: {worked_out / heavy:.2f} x")


def leave_behind(folder: Path, environment: dict[str, str]) -> Path:
    """Let a session leave Home behind, once the deck files are old enough; gives the file."""
    time.sleep(2.5)
    recall = [sys.executable, "-m", "recall", "due"]
    subprocess.run(recall, env=environment, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    file = folder / "data" / "recall" / "recall.home.json"
    file.with_suffix(".kept").write_bytes(file.read_bytes())
    return file


def put(left: Path, remembered: bool) -> None:
    """What the last session left behind is there, or is not."""
    if remembered:
        left.write_bytes(left.with_suffix(".kept").read_bytes())
    else:
        left.unlink(missing_ok=True)


def time_until(command: list[str], words: str, environment: dict[str, str], key: bytes) -> float:
    """Seconds from the start of a process until it has written words; a key may be waiting."""
    with Pty(command, environment) as program:
        if key:
            program.wait_for(b"recall")
            program.press(key)
        return program.wait_for(words.encode())


if __name__ == "__main__":
    words = sys.argv[1:]
    with tempfile.TemporaryDirectory() as temporary:
        main(
            int(words[0]) if words else 15,
            int(words[1]) if len(words) > 1 else 10_000,
            Path(words[2]) if len(words) > 2 else Path(temporary),
        )
