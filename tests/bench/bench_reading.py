"""Reading a deck of 10,000 cards against ``yaml.load(CSafeLoader)`` of the same bytes.

Prints seconds and ratios of one interleaved run: the median of each over the rounds, and the ratio
of the medians. Cold: bytes to deck. Unchanged: hash of the bytes and the deck from the cache.
To reach: cold at most 0.45, unchanged at most 0.06.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median

import yaml

sys.path.append(str(Path(__file__).resolve().parents[2]))

from recall.decks.cache import dump, load
from recall.decks.deck_bytes import digest_of
from recall.decks.read import read_bytes
from tests.support.timing import seconds
from tests.support.verdict import judge

AT_MOST = {"cold": 0.45, "unchanged": 0.06}

HEAD = (
    "recall: 1\ndeck: bench\ntitle: Bench\nsources:\n  imai: Masaaki Imai, Kaizen (1986)\ncards:\n"
)
CARDS = (
    """\
  - id: basic-{n}
    q: Who is expected to make improvement number {n} under kaizen?
    a: Everyone, every day, starting with the people who do the work.
    why: |
      Small changes need local knowledge, and the person at the
      process has the most of it.
    source: imai
    tags: [kaizen, people]
""",
    """\
  - id: term-{n}
    term: gemba {n}
    means: the actual place where the work creates value
    hint: Leaders are told to go there and see.
    source: imai
    tags: [vocabulary]
""",
    """\
  - id: cloze-{n}
    cloze: >-
      Without a {{{{standard|what makes drift visible}}}} there is nothing to
      improve: gain {n} that is not held {{{{slides back}}}}.
    why: This is why SDCA (standardise) and PDCA (improve) take turns.
    tags: [sdca]
""",
    """\
  - id: choice-{n}
    q: Which finding {n} speaks most clearly for a breakthrough project?
    options:
      - right: The process runs at its known limit and the target lies far above it.
      - wrong: Operators keep reporting small annoyances.
        why: Many small, known causes are kaizen material.
      - wrong: The manager is new and wants to be noticed.
    source: imai, p. 12
    after: [basic-{first}]
""",
    """\
  - id: typed-{n}
    q: Which of the three Mu means waste, take {n}?
    typed: muda
    accept: [無駄, "muda (無駄)"]
    hint: The other two are mura and muri.
    tags: [vocabulary, waste]
""",
)


def deck_bytes(cards: int) -> bytes:
    """A deck of so many cards of five kinds in turn."""
    bodies = (CARDS[n % len(CARDS)].format(n=n, first=n - n % len(CARDS)) for n in range(cards))
    return (HEAD + "".join(bodies)).encode()


def main(cards: int = 10_000, rounds: int = 7) -> None:
    data = deck_bytes(cards)
    reading = read_bytes(data, "bench.yaml")
    assert reading.deck
    assert not reading.problems
    stored = dump(reading.deck)
    assert load(stored) == reading.deck
    ways: dict[str, Callable[[], object]] = {
        "yaml.load(CSafeLoader)": lambda: yaml.load(data, yaml.CSafeLoader),
        "cold": lambda: read_bytes(data, "bench.yaml"),
        "unchanged": lambda: (digest_of(data), load(stored)),
        "dump": lambda: dump(reading.deck),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, work in ways.items():
            taken[name].append(seconds(work))
    base = median(taken["yaml.load(CSafeLoader)"])
    print(f"{cards:,} cards, {len(data):,} bytes, {len(stored):,} bytes stored, {rounds} rounds")
    for name, times in taken.items():
        print(f"{name:24} {median(times) * 1000:8.1f} ms   ratio {median(times) / base:.3f}")
    for name, limit in AT_MOST.items():
        ratio = median(taken[name]) / base
        judge(f"reading {cards:,} cards, {name} / yaml.load(CSafeLoader)", ratio, limit)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
