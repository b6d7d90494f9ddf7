"""Start to first frame, and to Home with today's counts, on a real terminal.

usage: python tests/bench/bench_start.py [ROUNDS] [CARDS] [FOLDER]

All times are from the start of the process until the words stand in what it wrote to its pty. The
references run interleaved with the app: a bare Textual app that paints one frame, and a process that
imports Textual, SQLAlchemy and fsrs and then paints one.
"""

from __future__ import annotations

import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.support.large import make

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
PATIENCE_SECONDS = 60.0


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
    import fcntl
    import termios

    main_end, its_end = pty.openpty()
    fcntl.ioctl(its_end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=its_end, stdout=its_end, stderr=its_end, env=environment, cwd=ROOT
    )
    os.close(its_end)
    seen = b""
    try:
        while words.encode() not in seen:
            ready, _, _ = select.select([main_end], [], [], PATIENCE_SECONDS)
            if not ready:
                raise TimeoutError(f"{command[-1]} did not write {words!r}:\n{seen[-2000:]!r}")
            seen += os.read(main_end, 65_536)
        taken = time.perf_counter() - begin
        return taken, _resident(process.pid)
    finally:
        process.kill()
        process.wait()
        os.close(main_end)


def _resident(pid: int) -> int:
    """The memory that a process holds, in KiB; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


if __name__ == "__main__":
    words = sys.argv[1:]
    with tempfile.TemporaryDirectory() as temporary:
        main(
            int(words[0]) if words else 15,
            int(words[1]) if len(words) > 1 else 10_000,
            Path(words[2]) if len(words) > 2 else Path(temporary),
        )
