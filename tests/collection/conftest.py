"""A learner with decks of their own, a clock that stands still until told, and a database."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from recall.clock import DAY_MS, Moment
from recall.collection.collection import Collection
from recall.collection.open import open_collection
from recall.collection.sitting import Sitting
from recall.decks.library import Place
from recall.memory.events import Grade
from recall.session import machine as m
from recall.settings import Settings

NOON = 1_795_867_200_000  # Saturday 2026-11-28, 12:00 UTC
MINI = """\
recall: 1
deck: mini
title: Mini
modules:
  - id: one
    title: First things
    cards:
      - id: alpha
        q: What comes first?
        a: Alpha.
      - id: beta
        q: What comes second?
        a: Beta.
      - id: extra
        q: What is extra?
        a: A bonus.
        tags: [optional]
  - id: two
    title: Second things
    after: [one]
    cards:
      - id: gaps
        cloze: A {{standard}} keeps a {{gain}}.
      - id: word
        term: gemba
        means: the actual place
"""


class World:
    """Everything around one learner; time passes only when told to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.decks = folder / "decks"
        self.decks.mkdir()
        self.wall_ms = NOON
        self.ticks = 0
        self._dice = random.Random(7)

    def write(self, text: str = MINI, name: str = "mini.yaml") -> Path:
        path = self.decks / name
        path.write_text(text, encoding="utf-8")
        return path

    def pass_days(self, days: int) -> None:
        self.wall_ms += days * DAY_MS

    def wait(self, ms: int) -> None:
        self.wall_ms += ms
        self.ticks += ms

    @contextmanager
    def open(self, **settings: object) -> Iterator[Collection]:
        collection = open_collection(
            settings=Settings(**settings),
            clock=lambda: Moment(self.wall_ms, 0),
            ticker=lambda: self.ticks,
            randomness=self._dice.randbytes,
            file=self.folder / "recall.sqlite3",
            places=[Place(self.decks, "user")],
        )
        try:
            yield collection
        finally:
            collection.close()

    def press(self, sitting: Sitting, event: m.Input) -> None:
        for effect in sitting.send(event):
            sitting.send(sitting.perform(effect))

    def answer(self, sitting: Sitting, grade: Grade = Grade.GOOD, ms: int = 6_000) -> str:
        """Answer the question on the screen; gives its prompt."""
        prompt = sitting.question.key.prompt
        self.wait(ms)
        self.press(sitting, m.Reveal(sitting.now()))
        self.wait(1_000)
        self.press(sitting, m.GradeIt(sitting.now(), grade))
        return prompt

    def study(self, grade: Grade = Grade.GOOD, **settings: object) -> list[str]:
        """One whole sitting; gives the prompts asked."""
        with self.open(**settings) as collection:
            sitting = collection.sit()
            asked = []
            while sitting.question is not None:
                asked.append(self.answer(sitting, grade))
            return asked


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)
