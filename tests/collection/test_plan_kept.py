"""The plan behind Home's sentence is the one that is asked, until anything changes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recall.collection.collection import Collection
from recall.collection.scope import Scope
from recall.memory.events import SUSPEND, Draft, Grade
from tests.collection.conftest import MINI, World

MINUTES = 300.0


@pytest.fixture
def met(world: World) -> World:
    """A learner who met every card two days ago."""
    world.write()
    world.study(Grade.HARD)
    world.pass_days(2)
    return world


def test_a_session_asks_what_home_has_planned(met, monkeypatch):
    with met.open() as collection:
        home = collection.home()
        monkeypatch.setattr(Collection, "_plan", None, raising=True)
        sitting = collection.sit()
        assert len(sitting.state.queue) + 1 >= home.review + home.new > 0


def answer(world: World, collection: Collection) -> None:
    world.answer(collection.sit())


def answer_elsewhere(world: World, _: Collection) -> None:
    with world.open() as other:
        world.answer(other.sit())


def put_away(_: World, collection: Collection) -> None:
    collection.store.append([Draft(SUSPEND, "mini/alpha")])


def undo(_: World, collection: Collection) -> None:
    collection.undo()


def edit_a_deck(world: World, collection: Collection) -> None:
    world.write(MINI.replace("id: beta", "id: another"))
    collection.read_decks_again()


def change_settings(_: World, collection: Collection) -> None:
    collection.take_settings(replace(collection.settings, optional=True))


def let_a_day_pass(world: World, _: Collection) -> None:
    world.pass_days(1)


@pytest.mark.parametrize(
    "change",
    [answer, answer_elsewhere, put_away, undo, edit_a_deck, change_settings, let_a_day_pass],
)
def test_after_any_change_it_is_planned_anew(met, change):
    with met.open() as collection:
        before = collection.plan(seconds=MINUTES)
        change(met, collection)
        collection.refresh()
        after = collection.plan(seconds=MINUTES)
        settings = collection.settings
    with met.open(optional=settings.optional) as fresh:
        assert after == fresh.plan(seconds=MINUTES) != before


def test_every_question_has_its_own_plan(met):
    with met.open() as collection:
        everything = collection.plan(seconds=MINUTES)
        assert len(collection.plan(seconds=20.0).chosen) < len(everything.chosen)
        assert len(collection.plan(limit=1).chosen) == 1
        assert collection.plan(Scope(tags=("optional",)), seconds=MINUTES) != everything
        assert collection.plan(seconds=MINUTES) == everything
