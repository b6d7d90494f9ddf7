"""From a save to the changed card on the screen, in a preview of 10,000 cards and of a usual deck.

Prints milliseconds and ratios of one interleaved run: the median over the rounds. The reference is
a whole reading of the same bytes, which is what showing a save would take without the glance at
what changed.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.append(str(Path(__file__).resolve().parents[2]))

from recall.decks.read import read_bytes
from recall.settings import Settings
from recall.tui.app import RecallApp
from recall.tui.preview import PreviewJourney
from tests.bench.bench_reading import deck_bytes
from tests.support.screens import screen_text
from tests.support.verdict import judge

USUAL, LARGE = 60, 10_000
SIZE = (80, 24)
AT_MOST_MS = 250.0
AT_MOST = {USUAL: 25.0, LARGE: 0.25}
"""Ratios; of a usual deck most of the time goes into waiting until the file is still."""
CARD = "basic-{n}"
OLD = "Who is expected to make improvement number {n} under kaizen?"
NEW = "Who makes improvement {n}, the {turn}th time?"


class Bench:
    """A preview of a deck of so many cards, at a card in its middle."""

    def __init__(self, folder: Path, cards: int) -> None:
        self.number = cards // 10 * 5
        self.data = deck_bytes(cards)
        self.file = folder / f"deck-{cards}.yaml"
        self.file.write_bytes(self.data)
        journey = PreviewJourney(self.file, CARD.format(n=self.number))
        self.app = RecallApp(journey, Settings(), ascii_only=False)

    def changed(self, turn: int) -> tuple[bytes, str]:
        """The deck with one card reworded, and the words that the screen then shows."""
        old = OLD.format(n=self.number).encode()
        new = NEW.format(n=self.number, turn=turn)
        assert self.data.count(old) == 1
        return self.data.replace(old, new.encode()), new

    async def saved(self, turn: int) -> float:
        """Save, and wait for the card: milliseconds."""
        data, words = self.changed(turn)
        start = time.perf_counter()
        self.file.write_bytes(data)
        while words not in screen_text(self.app):
            await asyncio.sleep(0.002)
        return (time.perf_counter() - start) * 1000

    def read(self) -> float:
        """A whole reading: milliseconds."""
        start = time.perf_counter()
        assert read_bytes(self.data, "bench.yaml").deck
        return (time.perf_counter() - start) * 1000


async def measure(bench: Bench, rounds: int) -> tuple[list[float], list[float]]:
    """Saves and whole readings in turn, each begun when the one before is over."""
    saves, readings = [], []
    async with bench.app.run_test(size=SIZE) as pilot:
        while not bench.app.idle:
            await pilot.pause(0.05)
        for turn in range(rounds):
            saves.append(await bench.saved(turn))
            # The whole reading that follows is not the reference: that one must have the machine.
            await asyncio.sleep(0.5 + 3 * (readings[-1] if readings else 1000) / 1000)
            readings.append(bench.read())
    bench.app.close()
    return saves, readings


def main(rounds: int = 7) -> None:
    with TemporaryDirectory() as folder:
        for cards in (USUAL, LARGE):
            bench = Bench(Path(folder), cards)
            saves, readings = asyncio.run(measure(bench, rounds))
            save, reading = median(saves), median(readings)
            print(f"{cards:,} cards: a whole reading takes {reading:.1f} ms")
            print(f"save to screen: median {save:.1f} ms, worst {max(saves):.1f} ms")
            judge(f"save to screen, {cards:,} cards", save, AT_MOST_MS, "ms")
            judge(
                f"save to screen / whole reading, {cards:,} cards", save / reading, AT_MOST[cards]
            )


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
