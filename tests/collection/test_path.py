"""A learning path: new questions come from it, in its order, until it is walked."""

from __future__ import annotations

from datetime import date

import pytest

from recall.collection.scope import Scope
from recall.errors import UsageError
from recall.memory.events import SUSPEND, Draft

PATHS = """\
recall: 1
paths:
  - id: short
    title: Short path
    steps:
      - title: Day one
        cards:
          - mini/word
          - mini/beta
          - mini/gone
      - title: Day two
        tags:
          - optional
  - id: all
    title: Everything
    steps:
      - decks:
          - mini
"""


@pytest.fixture
def walker(world):
    world.write()
    world.write(PATHS, "paths.yaml")
    return world


def test_paths_are_found_beside_the_decks_and_are_no_decks(walker):
    with walker.open() as collection:
        assert [path.id for path in collection.paths()] == ["short", "all"]
        assert [loaded.deck.id for loaded in collection.library.loaded] == ["mini"]
        assert collection.home().notices == ()
        assert collection.path_line() is None


def test_new_questions_come_from_the_path_in_its_order_and_wait_for_nothing_beside_it(walker):
    with walker.open() as collection:
        line = collection.start_path("short")
        assert (line.met, line.total, line.step) == (0, 2, "Day one")
    asked = walker.study()
    assert set(asked) == {"mini/word/forward", "mini/beta/main"}, "optional ones stay out"
    with walker.open() as collection:
        line = collection.home().path
        assert (line.title, line.met, line.total, line.step) == ("Short path", 2, 2, "")
    with walker.open(optional=True) as collection:
        line = collection.path_line()
        assert (line.met, line.total, line.step) == (2, 3, "Day two")


def test_when_the_path_is_walked_the_decks_go_on(walker):
    with walker.open() as collection:
        collection.start_path("short")
    walker.study()
    assert "mini/alpha/main" in walker.study()


def test_a_card_of_the_path_that_was_put_away_holds_nothing_up(walker):
    with walker.open() as collection:
        collection.start_path("short")
        collection.store.append([Draft(SUSPEND, "mini/beta")])
    walker.study()
    with walker.open() as collection:
        line = collection.path_line()
        assert (line.met, line.total, line.step) == (1, 1, "")
    assert "mini/alpha/main" in walker.study(), "the decks go on"


def test_a_deck_named_on_the_command_line_is_asked_whatever_path_is_on(walker):

    with walker.open() as collection:
        collection.start_path("short")
        assert collection.sit(Scope(decks=("mini",))).question.card == "alpha"


def test_the_date_of_a_path_is_the_day_that_matters(walker):
    with walker.open() as collection:
        today = collection.today
        assert collection.horizon(today) == 14
        line = collection.start_path("short", date(2026, 12, 18))
        assert line.until == date(2026, 12, 18)
        assert collection.horizon(today) == 20
        assert collection.horizon(today + 20) == 1, "on the day itself"
        assert collection.horizon(today + 21) == 14, "after it"
        sitting = collection.sit()
        walker.answer(sitting)
        assert sitting.summary().when == date(2026, 12, 18)


def test_a_sitting_on_a_path_is_measured_by_the_questions_of_the_path(walker):
    with walker.open() as collection:
        assert walker.answer(collection.sit(cards=1)) == "mini/alpha/main", "not on the path"
        collection.start_path("short")
        sitting = collection.sit()
        summary = sitting.summary()
        assert (summary.total, summary.outlook_before) == (3, 0.0)
        walker.answer(sitting)
        assert 0 < sitting.summary().outlook_after < 1
    with walker.open() as collection:
        assert collection.sit(Scope(decks=("mini",))).summary().total == 6


def test_a_path_survives_a_restart_and_is_ended_by_word(walker):
    with walker.open() as collection:
        collection.start_path("short", date(2026, 12, 18))
    with walker.open() as collection:
        assert collection.path_line().until == date(2026, 12, 18)
        assert collection.stop_path() == "Short path"
        assert collection.stop_path() == ""
    with walker.open() as collection:
        assert collection.path_line() is None


def test_an_unknown_path_names_the_nearest_and_a_past_day_is_refused(walker):
    with walker.open() as collection:
        with pytest.raises(UsageError) as fault:
            collection.start_path("shrot")
        assert "short" in fault.value.mend
        with pytest.raises(UsageError, match="has passed"):
            collection.start_path("short", date(2026, 11, 1))


def test_a_path_whose_file_is_gone_is_off_until_it_comes_back(walker):
    with walker.open() as collection:
        collection.start_path("short")
    (walker.decks / "paths.yaml").unlink()
    with walker.open() as collection:
        assert collection.path_line() is None
        assert collection.home().new == 4
    walker.write(PATHS, "paths.yaml")
    with walker.open() as collection:
        assert collection.path_line() is not None
