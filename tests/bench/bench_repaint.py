"""A key until its repaint is on the terminal: reveal, and grade to the next card.

usage: python tests/bench/bench_repaint.py [KEYS] [CARDS ...]

The app runs over a large collection on a pty; times are from writing the key until the new words
have been read back. The reference, interleaved with it, is a bare Textual app that answers a key
with ``Static.update`` of a page of text. Grade to next card includes the durable write.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

sys.path.append(str(Path(__file__).resolve().parents[2]))

from tests.support.large import make
from tests.support.ptys import Pty
from tests.support.verdict import judge

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    count = 0
    def compose(self):
        yield Static("ready")
    def on_key(self):
        self.count += 1
        words = f"A line of text, number {self.count}, as long as a question is."
        self.query_one(Static).update("\\n".join([words] * 18))
Bare().run()
"""
AT_MOST = 2.5
AT_MOST_MS = 16.0


def main(keys: int, cards: int, folder: Path) -> None:
    """Print medians, the slowest twentieth, and ratios."""
    environment = make(folder, cards)
    review = [sys.executable, "-m", "recall", "review", "deck:large-0"]
    review += ["--cards", str(keys + 5)]
    times: dict[str, list[float]] = {"bare": [], "reveal": [], "next card": []}
    with Pty([sys.executable, "-c", BARE], environment) as bare, Pty(review, environment) as app:
        bare.wait_for(b"ready")
        app.wait_for(b"Show the answer")
        for number in range(1, keys + 1):
            times["bare"].append(bare.answer(b"x", b"%d" % number))
            times["reveal"].append(app.answer(b" ", b"everybody knows"))
            times["next card"].append(app.answer(b"3", b"Show the answer"))
    print(f"{cards} cards, {keys} keys each")
    reference = median(times["bare"])
    print(f"bare Static.update: median {reference * 1000:.1f} ms")
    for name in ("reveal", "next card"):
        taken = times[name]
        print(f"{name}: median {median(taken) * 1000:.1f} ms")
        judge(f"{name} / Static.update, {cards:,} cards", median(taken) / reference, AT_MOST)
        slow = quantiles(taken, n=20)[-1] * 1000
        judge(f"{name}, 95 % of them under, {cards:,} cards", slow, AT_MOST_MS, "ms")


if __name__ == "__main__":
    keys, *sizes = [int(word) for word in sys.argv[1:]] or [100]
    for size in sizes or (10_000, 100_000):
        with tempfile.TemporaryDirectory() as temporary:
            main(keys, size, Path(temporary))
