"""What is said once about how a learner grades: to whom, with which figures, and never again."""

from __future__ import annotations

import pytest

from recall.clock import DAY_MS
from recall.memory.events import REVIEW, Draft, Grade

MANY = "recall: 1\ndeck: many\ntitle: Many\ncards:\n" + "".join(
    f"  - {{id: c{at}, q: What is number {at}?, a: It is {at}.}}\n" for at in range(60)
)


@pytest.fixture
def many(world):
    world.write(MANY, "many.yaml")
    return world


def live(world, days, grades):
    """On each of these days every question gets the grade that its turn has."""
    for day, grade_of in enumerate(grades):
        with world.open() as collection:
            collection.store.append(
                [
                    Draft(REVIEW, f"many/c{at}/main", 1, grade=int(grade_of(at)), took_ms=5_000,
                          details={"shown": "review" if day else "new"})
                    for at in range(60)
                ]
            )  # fmt: skip
        world.wall_ms += days[day] * DAY_MS


def good(at):
    return Grade.GOOD


def hard_for_gone(at):
    return Grade.HARD if at % 3 == 0 else Grade.GOOD


def honest(at):
    return (Grade.AGAIN, Grade.HARD, Grade.GOOD)[at % 9] if at % 9 < 3 else Grade.GOOD


DAYS = (3, 12, 40, 90)


def one_hard(world, **settings):
    with world.open(**settings) as collection:
        sitting = collection.sit()
        world.answer(sitting, Grade.HARD)
        return collection.advice(sitting.state)


def test_a_learner_who_never_forgets_but_finds_much_hard_is_told_once(many):
    live(many, DAYS, [good, hard_for_gone, hard_for_gone, hard_for_gone])
    said = one_hard(many)
    assert said.startswith("Is Hard sometimes a forgotten one? Forgot asks it again in ")
    assert ", Hard in " in said
    assert one_hard(many) == ""
    many.pass_days(30)
    assert one_hard(many) == ""
    with many.open() as collection:
        told = [event for event in collection.store.events() if event.kind == "told"]
        assert [event.details["what"] for event in told] == ["hard"]
        assert [each.kind for each in collection.undo()] == ["review"]


def test_an_honest_learner_is_told_nothing(many):
    live(many, DAYS, [good, honest, honest, honest])
    assert one_hard(many) == ""


def test_nothing_is_said_where_hard_was_not_used_or_is_not_offered(many):
    live(many, DAYS, [good, hard_for_gone, hard_for_gone, hard_for_gone])
    assert one_hard(many, two_buttons=True) == ""
    with many.open() as collection:
        sitting = collection.sit()
        many.answer(sitting, Grade.GOOD)
        assert collection.advice(sitting.state) == ""
