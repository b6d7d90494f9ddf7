"""``recall deck check`` with its rules on 10,000 cards against ``yaml.load(CSafeLoader)``.

Prints seconds and ratios of one interleaved run: medians over the rounds. Three decks: questions of
words drawn like those of a language (near-pair search has real work), questions of five templates
(every card finds its like), and questions that share a rare word with hundreds of others and are
alike to none (the search's worst). To reach: at most 4.
"""

from __future__ import annotations

import random
import sys
import tempfile
from functools import partial
from itertools import accumulate
from pathlib import Path
from statistics import median

import yaml

sys.path.append(str(Path(__file__).resolve().parents[2]))

from recall.cli.deck_check import problems_of
from tests.support.timing import seconds
from tests.support.verdict import judge

AT_MOST = 4.0

HEAD = (
    "recall: 1\ndeck: bench\ntitle: Bench\nsources:\n  imai: Masaaki Imai, Kaizen (1986)\ncards:\n"
)
CARD = """\
  - id: card-{n}
    q: >-
      {question}?
    a: {answer}.
    why: {why}.
    source: imai
"""
ENDINGS = ("ing", "ed", "er", "s", "tion", "al", "ness", "ment", "")


def word(rank: int) -> str:
    """A word like no other, short where it is frequent."""
    letters = ""
    number = rank + 5
    while number:
        number, digit = divmod(number, 20)
        letters += "bcdfghjklmnprstvwzxq"[digit] + "aeiou"[digit % 5]
    return letters + ENDINGS[rank % len(ENDINGS)]


WORDS = [word(rank) for rank in range(20_000)]
WEIGHTS = list(accumulate(1 / (rank + 2.7) for rank in range(len(WORDS))))


def drawn(chance: random.Random, count: int) -> str:
    """So many words, drawn as languages use them: the n-th in frequency once in n."""
    return " ".join(chance.choices(WORDS, cum_weights=WEIGHTS, k=count))


def natural(cards: int) -> bytes:
    chance = random.Random(7)
    return deck(
        CARD.format(
            n=n,
            question="What " + drawn(chance, chance.randint(6, 22)),
            answer="The " + drawn(chance, chance.randint(2, 10)),
            why="So " + drawn(chance, 14),
        )
        for n in range(cards)
    )


def templates(cards: int) -> bytes:
    chance = random.Random(8)
    made = [drawn(chance, 12) for _ in range(5)]
    return deck(
        CARD.format(n=n, question=f"{made[n % 5]} {word(n)}", answer=word(n + 9), why=made[0])
        for n in range(cards)
    )


def crowded(cards: int) -> bytes:
    chance = random.Random(9)
    return deck(
        CARD.format(
            n=n,
            question=" ".join(word(number) for number in chance.sample(range(300), 12)),
            answer=word(n),
            why="So it is",
        )
        for n in range(cards)
    )


def deck(bodies) -> bytes:  # type: ignore[no-untyped-def]
    return (HEAD + "".join(bodies)).encode()


def main(cards: int = 10_000, rounds: int = 5) -> None:
    for make in (natural, templates, crowded):
        data = make(cards)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "bench.yaml"
            path.write_bytes(data)
            found = problems_of(path)
            base, check = [], []
            for _ in range(rounds):
                base.append(seconds(partial(yaml.load, data, yaml.CSafeLoader)))
                check.append(seconds(partial(problems_of, path)))
        print(
            f"{make.__name__}: {len(data):,} bytes, {len(found):,} problems: "
            f"yaml {median(base):.2f} s, check {median(check):.2f} s"
        )
        what = f"checking {cards:,} cards, {make.__name__} / yaml.load"
        judge(what, median(check) / median(base), AT_MOST)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
