"""What the settings change about plans and Home, at once and from one session to the next."""

from __future__ import annotations

import pytest

from recall.decks.read import read_bytes
from recall.memory.events import Grade
from recall.settings import Settings

MANY = "recall: 1\ndeck: many\ntitle: Many\ncards:\n" + "".join(
    f"  - {{id: c{number}, q: What is number {number}?, a: It is {number}.}}\n"
    for number in range(40)
)


@pytest.fixture
def many(world):
    assert read_bytes(MANY.encode(), "many.yaml").problems == ()
    world.write(MANY, "many.yaml")
    return world


def test_no_more_new_questions_than_wished_are_planned(many):
    with many.open(new_a_day=3) as collection:
        home = collection.home()
        assert (home.new, home.review) == (3, 0)
        assert home.sentence.startswith("3 new questions")
        plan = collection.plan(seconds=300.0)
        assert sum(each.is_new for each in (*plan.chosen, *plan.reserve)) == 3


def test_new_questions_are_counted_over_all_sessions_of_a_day(many):
    asked = many.study(new_a_day=3)
    assert len(set(asked)) == 3
    with many.open(new_a_day=5) as collection:
        assert collection.new_left(collection.today) == 2
        assert collection.plan_more(5).new == 2
    many.study(new_a_day=5)
    with many.open(new_a_day=5) as collection:
        assert collection.new_left(collection.today) == 0
        assert collection.plan_more(5).new == 0
        assert collection.new_left(collection.today + 1) == 5
    many.pass_days(1)
    with many.open(new_a_day=5) as collection:
        assert collection.plan(seconds=300.0).new == 5


def test_an_undone_first_sight_may_be_met_again(many):
    with many.open(new_a_day=1) as collection:
        many.answer(collection.sit(), Grade.EASY)
        assert collection.new_left(collection.today) == 0
        collection.undo()
        assert collection.new_left(collection.today) == 1


def test_without_new_questions_today_reviews_go_on(many):
    many.study(Grade.AGAIN)
    many.pass_days(1)
    with many.open(new_a_day=0) as collection:
        home = collection.home()
        assert home.new == 0
        assert home.review > 5
        assert "new" not in home.sentence


def test_home_says_why_there_is_nothing_to_begin_with(many):
    with many.open(new_a_day=0) as collection:
        home = collection.home()
        assert home.status == "fresh"
        assert home.sentence == (
            "You have met no question yet, and the settings ask for no new one today."
        )


def test_changed_settings_hold_at_once(world):
    world.write()
    with world.open(rollover_hour=5) as collection:
        before = collection.home()
        assert before.decks[0].total == 6
        collection.take_settings(Settings(optional=True, minutes=1, rollover_hour=9))
        after = collection.home()
        assert after.decks[0].total == 7
        assert after.minutes == 1
        assert collection.settings.rollover_hour == 5
        collection.take_settings(Settings(decks_off=("mini",)))
        assert collection.home().decks == ()


def test_a_problem_of_the_file_is_the_first_notice(world):
    world.write()
    with world.open(problem="settings.toml:1:1: what is this?") as collection:
        assert collection.notices[0] == "settings.toml:1:1: what is this?"
        collection.take_settings(Settings())
        assert collection.notices == ()
