"""A key until its repaint is on the terminal: reveal, and grade to the next card.

usage: python tests/bench/bench_repaint.py [KEYS] [CARDS] [FOLDER]

The app runs over a large collection on a pty; times are from writing the key until the new words
have been read back. The reference, interleaved with it, is a bare Textual app that answers a key
with ``Static.update`` of a page of text. Grade to next card includes the durable write.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.support.large import make
from tests.support.ptys import Pty

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
    for name, taken in times.items():
        typical, slow = median(taken), quantiles(taken, n=20)[-1]
        ratio = typical / reference
        good = name == "bare" or (ratio <= AT_MOST and slow * 1000 < AT_MOST_MS)
        print(
            f"{name:10} median {typical * 1000:5.1f} ms  {ratio:4.2f} x   "
            f"95 % under {slow * 1000:5.1f} ms   {'' if good else 'MISSED'}"
        )


if __name__ == "__main__":
    words = sys.argv[1:]
    with tempfile.TemporaryDirectory() as temporary:
        main(
            int(words[0]) if words else 100,
            int(words[1]) if len(words) > 1 else 10_000,
            Path(words[2]) if len(words) > 2 else Path(temporary),
        )
