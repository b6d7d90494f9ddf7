"""Importing an Anki package of 10,000 notes with five reviews each, old and new.

Prints seconds and the peak of memory that Python asked for. To reach: under 10 s each.
"""

from __future__ import annotations

import sys
import time
import tracemalloc
from pathlib import Path
from tempfile import TemporaryDirectory

import zstandard

sys.path.append(str(Path(__file__).resolve().parents[2]))

from recall.transfer.anki_in import read_package
from recall.transfer.deck_file import deck_bytes
from recall.transfer.making import Wanted
from tests.support import packages
from tests.support.verdict import judge

AT_MOST = 10.0


def notes(number: int) -> list[packages.Note]:
    """Notes of four types in turn, with HTML in their fields."""
    made: list[packages.Note] = []
    for n in range(number):
        text = f"<div>Who is expected to make <b>improvement</b> number {n}?</div><br>&nbsp;"
        answer = f"<ul><li>Everyone, every day</li><li>starting at {n}</li></ul> &amp; so on."
        kind = (packages.BASIC, packages.REVERSED, packages.CLOZE, packages.TYPED)[n % 4]
        if kind == packages.CLOZE:
            text, answer = f"A {{{{c1::gap {n}::hint}}}} and {{{{c2::more}}}} of {n}", "Extra"
        made.append((kind, f"guid{n}", [text, answer]))
    return made


def main(number: int = 10_000) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        reviews = [
            (10 * card, 1_700_000_000_000 + card * 100 + day * 86_400_000, 3, 1)
            for card in range(1, number + 1)
            for day in range(5)
        ]
        file = packages.collection(folder / "c.sqlite", notes(number), reviews)
        old = packages.package(folder / "old.apkg", file)
        data = zstandard.ZstdCompressor().compress(file.read_bytes())
        new = packages.package(folder / "new.apkg", data, "collection.anki21b")
        for path in (old, new):
            for traced in (False, True):
                if traced:
                    tracemalloc.start()
                start = time.perf_counter()
                found = read_package(path, Wanted(path.name), history=True)
                size = len(deck_bytes(found.imported.deck, path.name))
                seconds = time.perf_counter() - start
                if traced:
                    peak = tracemalloc.get_traced_memory()[1] / 2**20
                    tracemalloc.stop()
                    print(f"{path.name}: peak {peak:.0f} MiB")
                else:
                    cards = len(found.imported.deck.cards)
                    print(
                        f"{path.name}: {number:,} notes, {len(found.past):,} reviews, {cards:,} "
                        f"cards, {size:,} bytes of YAML"
                    )
                    judge(f"importing {path.name}, {number:,} notes", seconds, AT_MOST, "s")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
