"""Plain mode over a deck with every kind of card, a real store, and a clock that the test owns."""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import NamedTuple

import pytest

from recall.clock import DAY_MS, Moment
from recall.collection.open import open_collection
from recall.decks.library import Place
from recall.memory.events import Event
from recall.plain.session import run_plain
from recall.settings import Settings

NOON = 20_780 * DAY_MS + 12 * 3_600_000
HEAD = "recall: 1\ndeck: kinds\ntitle: Kinds\nsources: {book: A good book}\ncards:\n"
CARDS = {
    "basic": """
  - id: basic
    q: In Check, results are compared with what?
    a: With the prediction.
    why: Without one there is nothing to learn.
    hint: Think of Plan.
    source: book
    tags: [basic]
""",
    "typed": """
  - id: typed
    q: Which word names unevenness?
    typed: mura
    hint: Not muri.
    tags: [typed]
""",
    "choice": """
  - id: choice
    q: What is wrong with "we did PDCA last year"?
    options:
      - wrong: It must last longer
        why: It may last a day.
      - right: It is a cycle
      - wrong: Only Toyota may say so
    shuffle: false
    tags: [choice]
""",
    "several": """
  - id: several
    q: Which are wastes?
    options: [right: Waiting, wrong: Thinking, right: Stock]
    shuffle: false
    tags: [several]
""",
    "cloze": """
  - id: cloze
    cloze: Without a {{standard|what makes drift visible}} a gain slides back.
    tags: [cloze]
""",
    "sequence": """
  - id: sequence
    order: Put the five S's in order.
    items: [Sort, Set in order, Shine, Standardize, Sustain]
    tags: [sequence]
""",
    "comparison": """
  - id: comparison
    compare: [Kaizen, Breakthrough]
    rows:
      Pace: [small steps, big leaps]
    ask: [left]
    tags: [comparison]
""",
    "which": """
  - id: which
    compare: [Kaizen, Breakthrough]
    rows:
      Pace: [small steps, big leaps]
    ask: [which]
    tags: [which]
""",
    "scenario": """
  - id: scenario
    case: Pick rates slide back a little each week.
    q: What would you start with?
    options: [right: Kaizen, wrong: Breakthrough]
    shuffle: false
    why: Nobody maintains it.
    tags: [scenario]
""",
}


class Told(NamedTuple):
    """What one sitting in plain mode came to."""

    code: int
    text: str
    log: list[Event]

    @property
    def reviews(self) -> list[tuple[str, int]]:
        """Card and grade of every review in the log."""
        return [
            (event.prompt.split("/")[1], event.grade)
            for event in self.log
            if event.kind == "review"
        ]


class Desk:
    """Where the learner sits; every line read takes a second."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._dice = random.Random(3)
        self.wall_ms = NOON
        self.line_ms = 1_000
        self._settings = Settings()
        self._decks = folder / "decks"
        self._decks.mkdir()
        self.write(HEAD + "".join(CARDS.values()))

    def write(self, text: str) -> None:
        (self._decks / "kinds.yaml").write_text(text, encoding="utf-8")

    def choose(self, **settings: object) -> None:
        self._settings = Settings(**settings)

    def open(self):
        return open_collection(
            settings=self._settings,
            clock=lambda: Moment(self.wall_ms, 0),
            ticker=lambda: self.wall_ms,
            randomness=self._dice.randbytes,
            file=self._folder / "recall.sqlite3",
            places=[Place(self._decks, "user")],
        )

    def sit(self, given: str | bytes, *words: str, **choices: int) -> Told:
        """One sitting about ``words`` with ``given`` as its input."""
        data = given.encode() if isinstance(given, str) else given
        collection, sink = self.open(), io.StringIO()
        try:
            code = run_plain(collection, words, source=Slow(data, self), sink=sink, **choices)
            return Told(code, sink.getvalue(), list(collection.store.events()))
        finally:
            collection.close()


class Slow(io.BytesIO):
    """Input that takes its time, as a person does."""

    def __init__(self, data: bytes, desk: Desk) -> None:
        super().__init__(data)
        self._desk = desk

    def readline(self, size: int = -1, /) -> bytes:
        self._desk.wall_ms += self._desk.line_ms
        return super().readline(size)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
