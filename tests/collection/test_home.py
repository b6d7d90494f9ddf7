"""What Home says on each kind of day."""

from __future__ import annotations

from datetime import date

import pytest

from recall.clock import day_of
from recall.collection.home import week_of
from recall.collection.scope import Scope
from recall.memory.events import Grade
from tests.collection.conftest import MINI


def test_the_first_start_counts_new_questions_only(world):
    world.write()
    with world.open() as collection:
        home = collection.home()
        assert (home.status, home.review) == ("first", 0)
        assert home.new == 4
        assert home.today == date(2026, 11, 28)
        assert home.sentence.startswith("4 new questions, about")


@pytest.mark.parametrize("title", ["Kaizen foundations", "Kaizen, PDCA and breakthrough"])
def test_the_first_start_names_kaizen_without_the_comma_of_a_title(world, title):
    world.write(MINI.replace("title: Mini", f"title: {title}"))
    with world.open() as collection:
        assert collection.home().sentence.startswith("4 new questions on kaizen, about")


def test_a_usual_day_counts_what_is_to_review_and_what_is_new(world):
    world.write()
    world.study(Grade.HARD)
    world.pass_days(2)
    with world.open() as collection:
        home = collection.home()
        assert home.status in ("usual", "short")
        assert home.review > 0
        (line,) = home.decks
        assert (line.title, line.total) == ("Mini", 6)
        assert 0 < line.recalled < line.met == 4


def test_after_a_full_session_today_is_done(world):
    world.write()
    world.study()
    world.study()
    with world.open() as collection:
        home = collection.home()
        assert home.status == "done"
        assert home.week == ("later",) * 5 + ("done", "later")
        assert home.days == 1
        assert "Enter gives five more" in home.sentence


def test_after_a_week_away_it_welcomes_back_without_a_debt(world):
    world.write()
    world.study()
    world.pass_days(8)
    with world.open() as collection:
        home = collection.home()
        assert home.status == "back"
        assert home.sentence.startswith("Welcome back. Of the 4 questions you have met, about")


def test_without_decks_it_says_how_to_get_one(world):
    with world.open() as collection:
        assert collection.home().sentence == "No decks here yet. Run: recall add FILE"


def test_one_deck_chosen_is_named(world):
    world.write()
    with world.open() as collection:
        assert collection.home(Scope(decks=("mini",))).sentence.startswith("Mini only: ")


def test_a_deck_switched_off_is_in_no_plan(world):
    world.write()
    with world.open(decks_off=("mini",)) as collection:
        home = collection.home()
        assert (home.new, home.decks) == (0, ())


def test_the_week_shows_days_done_and_today_open():
    saturday = day_of(date(2026, 11, 28))
    shown = week_of(saturday, frozenset({saturday - 5, saturday - 4}))
    assert shown == ("done", "done", "later", "later", "later", "open", "later")
