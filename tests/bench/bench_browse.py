"""A key until its repaint is on the terminal while browsing: a search typed, and a card opened.

usage: python tests/bench/bench_browse.py [ROUNDS] [CARDS] [FOLDER]

The app runs over a large collection on a pty; times are from writing the key until the new words
have been read back: of a key of the search the number of cards that it finds, of an opened card the
place where it stands. The reference, interleaved with it, is a bare Textual app that answers a key
with ``Static.update`` of a page of text.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.bench_repaint import BARE
from tests.support.large import make
from tests.support.ptys import Pty
from tests.support.verdict import judge

AT_MOST_MS = {"search": ("a key of the search, 95 %", 50.0), "open": ("opening a card, 95 %", 30.0)}


def main(rounds: int, cards: int, folder: Path) -> None:
    """Print medians, the slowest twentieth, and ratios."""
    environment = make(folder, cards)
    texts = [_text(number) for number in range(cards)]
    times: dict[str, list[float]] = {"bare": [], "search": [], "open": []}
    browse = [sys.executable, "-m", "recall", "browse", "deck:large "]
    everything = b"%d cards" % cards
    with Pty([sys.executable, "-c", BARE], environment) as bare, Pty(browse, environment) as app:
        bare.wait_for(b"ready")
        app.wait_for(everything)
        for number in range(1, rounds + 1):
            times["bare"].append(bare.answer(b"x", b"%d" % number))
            digits = str(100 + 7 * number)
            app.answer(b"/", b"leaves the field")
            for end in range(1, len(digits) + 1):
                found = b"%d card" % sum(digits[:end] in text for text in texts)
                times["search"].append(app.answer(digits[end - 1].encode(), found))
            app.answer(b"\r", b"q back")
            times["open"].append(app.answer(b"\r", b".yaml:"))
            app.answer(b"q", b"open")
            app.answer(b"/", b"leaves the field")
            for end in range(len(digits) - 1, -1, -1):
                fewer = sum(digits[:end] in text for text in texts)
                times["search"].append(app.answer(b"\x7f", b"%d card" % fewer))
            app.answer(b"\r", b"q back")
    reference = median(times["bare"])
    print(f"{cards} cards, {rounds} rounds")
    for name, taken in times.items():
        typical, slow = median(taken), quantiles(taken, n=20)[-1]
        print(
            f"{name:10} median {typical * 1000:5.1f} ms  {typical / reference:4.2f} x   "
            f"95 % under {slow * 1000:5.1f} ms"
        )
        if name in AT_MOST_MS:
            what, at_most = AT_MOST_MS[name]
            judge(f"{what}, {cards} cards", slow * 1000, at_most, "ms")


def _text(number: int) -> str:
    """The words of a card of the large collection, as ``tests.support.large`` writes it."""
    return (
        f"card-{number} what is the answer to question number {number} of this large deck? "
        f"the answer is {number}, as everybody knows. numbers follow each other, and so do answers."
    )


if __name__ == "__main__":
    words = sys.argv[1:]
    with tempfile.TemporaryDirectory() as temporary:
        main(
            int(words[0]) if words else 40,
            int(words[1]) if len(words) > 1 else 100_000,
            Path(words[2]) if len(words) > 2 else Path(temporary),
        )
