"""Memory that the app holds at Home, over 10,000 and 100,000 cards with a history.

usage: python tests/bench/bench_memory.py [CARDS ...]

Read once the collection is open: help, which waits for it, is on the screen.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))

from tests.support.large import make
from tests.support.ptys import Pty
from tests.support.verdict import judge

AT_MOST_MIB = {10_000: 80, 100_000: 200}


def main(sizes: list[int]) -> None:
    """Print what a process holds for each size."""
    for cards in sizes:
        with tempfile.TemporaryDirectory() as folder:
            environment = make(Path(folder), cards)
            with Pty([sys.executable, "-m", "recall"], environment) as program:
                program.wait_for(b"recall")
                program.press(b"?")
                program.wait_for(b"Backspace")
                mebibytes = program.resident_kib / 1024
        limit = AT_MOST_MIB.get(cards, 0)
        judge(f"memory at Home, {cards:,} cards", mebibytes, limit, "MiB")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or list(AT_MOST_MIB))
