"""The app over a real collection of small decks, from a place of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from recall.memory.events import Grade
from recall.settings import Settings
from recall.tui.app import RecallApp
from recall.tui.journey import LearnerJourney
from tests.collection.conftest import World
from tests.support.screens import Window

TEAM = """\
recall: 1
deck: team
title: Team standards
sources: {imai: "Imai, Kaizen"}
modules:
  - id: floor
    title: On the floor
    cards:
      - id: andon
        q: Who may pull the andon cord when something looks wrong on the line?
        a: Everyone who sees a problem.
        why: A problem that nobody may show is a problem that stays.
        source: imai, p. 12
        tags: [essential]
        note: never to be shown
      - id: takt
        q: "改善: was heißt Takt?"
        a: Der Rhythmus des Kunden.
      - id: arabic
        q: ما معنى كايزن؟
        a: التحسين
  - id: office
    title: In the office
    cards:
      - id: gaps
        cloze: A {{standard}} keeps a {{gain|what was won}}.
      - id: pick
        q: What is one-piece flow?
        options:
          - right: Each piece moves on at once
          - wrong: One piece a day
            why: That would be slow.
"""


@pytest.fixture
def studied(world: World) -> World:
    """A learner who has met the cards over some days, one of them forgotten."""
    world.write(TEAM, "team.yaml")
    world.study(Grade.GOOD)
    world.pass_days(2)
    world.study(Grade.AGAIN)
    world.pass_days(3)
    world.study(Grade.HARD)
    return world


@asynccontextmanager
async def app_over(
    world: World, *, size: tuple[int, int] = (80, 24), ascii_only: bool = False, **journey: object
) -> AsyncIterator[Window]:
    """The app over the world's collection, its first place on the screen."""
    with world.open() as collection:
        app = RecallApp(
            LearnerJourney(lambda: collection, **journey), Settings(), ascii_only=ascii_only
        )
        try:
            async with app.run_test(size=size) as pilot:
                shown = Window(app, pilot, None)
                await shown.settle()
                yield shown
        finally:
            app.close()
