"""A deck file being previewed, for tests: save it as an editor does, and read the screen."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from recall.settings import Settings
from recall.tui.app import RecallApp
from recall.tui.preview import PreviewJourney
from tests.support.screens import screen_text

PATIENCE_SECONDS = 10.0

DECK = """\
recall: 1
deck: ours
title: Our standards
sources:
  liker04: Liker, The Toyota Way (2004)
modules:
  - id: andon
    title: The andon cord
    cards:
      - id: who
        q: Who may pull the andon cord?
        a: Everyone who sees a problem.
        hint: Not only leaders.
        why: A problem that is seen at once is small.
        source: liker04
      - id: word
        q: Which word names unevenness?
        typed: mura
      - id: next
        q: What happens first after the cord is pulled?
        options:
          - right: The team leader comes
          - wrong: The line stops
            why: It stops only if the cycle ends without a mend.
      - id: steps
        order: Put the three steps in order.
        items: [See it, Pull the cord, Mend it]
      - id: gaps
        cloze: A {{standard}} that is not {{held}} slides back.
      - id: rows
        compare: [Kaizen, Breakthrough]
        rows:
          pace: [small steps, one leap]
      - id: later
        q: Which question is not ready yet?
        a: This one.
        draft: true
"""


class Preview:
    """The app over a deck file."""

    def __init__(self, app: RecallApp, pilot: Pilot[int], file: Path) -> None:
        self.app = app
        self.pilot = pilot
        self.file = file

    @property
    def text(self) -> str:
        """The screen as plain text, blanks at line ends left out."""
        return screen_text(self.app)

    def has(self, words: str) -> bool:
        """Whether the screen says so, line ends and runs of blanks aside."""
        return " ".join(words.split()) in " ".join(self.text.split())

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            await self.pilot.press(key)
            await self.until(lambda: self.app.idle)
            await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type letters."""
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def until(self, holds: Callable[[], bool]) -> float:
        """Wait until something holds; the seconds that it took.

        Raises:
            AssertionError: it does not, with what the screen shows.
        """
        start = time.monotonic()
        while not holds():
            assert time.monotonic() - start < PATIENCE_SECONDS, self.text
            await asyncio.sleep(0.005)
        return time.monotonic() - start

    async def shows(self, words: str) -> float:
        """Wait until the screen says so; the seconds that it took."""
        return await self.until(lambda: self.has(words))

    def save(self, text: str) -> None:
        """Write the file in place, as many editors do."""
        self.file.write_text(text, encoding="utf-8")

    def replace(self, old: str, new: str) -> None:
        """Change one place, and put the new file in the old one's place, as others do."""
        text = self.file.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        half = self.file.with_suffix(".tmp")
        half.write_text(text.replace(old, new), encoding="utf-8")
        os.replace(half, self.file)


@asynccontextmanager
async def previewing(
    file: Path,
    *,
    card: str = "",
    size: tuple[int, int] = (80, 24),
    keys: Mapping[str, tuple[str, ...]] | None = None,
) -> AsyncIterator[Preview]:
    """A preview of a file, its first place on the screen. Each look at the clock is a second on,
    so that no key counts as held down."""
    ticks = iter(range(0, 10**9, 1_000))
    journey = PreviewJourney(file, card, ticker=lambda: next(ticks))
    app = RecallApp(journey, Settings(keys=keys or {}), ascii_only=False)
    async with seen(app, file, size) as shown:
        yield shown


@asynccontextmanager
async def seen(app: RecallApp, file: Path, size: tuple[int, int]) -> AsyncIterator[Preview]:
    """An app about a deck file, once its first place is on the screen."""
    try:
        async with app.run_test(size=size) as pilot:
            shown = Preview(app, pilot, file)
            await shown.until(lambda: app.idle)
            await pilot.pause()
            yield shown
    finally:
        app.close()
