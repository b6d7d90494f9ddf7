"""Look-alikes come on different days, in whatever sessions a learner meets them."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from recall.collection.scope import Scope
from recall.ids import card_of
from recall.memory.events import Grade

SHIPPED = Path(__file__).parents[2] / "decks"
PAIRS = """\
recall: 1
deck: pairs
title: Pairs
cards:
  - id: one
    q: What are the pillars of the house?
    a: Two.
    tags: [pair:pillars]
  - id: two
    q: What are the pillars of the way?
    a: Two others.
    tags: [pair:pillars]
    after: [one]
  - id: three
    q: What stands on the pillars?
    a: A roof.
"""


def test_the_other_card_of_a_pair_waits_for_another_day(world):
    world.write(PAIRS, "pairs.yaml")
    assert world.study() == ["pairs/one/main", "pairs/three/main"]
    assert world.study() == [], "not in a second session of the day either"
    with world.open() as collection:
        assert collection.plan(Scope(decks=("pairs",)), limit=9).chosen == ()
    world.pass_days(1)
    assert "pairs/two/main" in world.study()


def test_what_was_undone_no_longer_keeps_its_pair_waiting(world):
    world.write(PAIRS, "pairs.yaml")
    with world.open() as collection:
        sitting = collection.sit()
        world.answer(sitting)
        collection.store.undo(collection.store.session)
    with world.open() as collection:
        assert collection.sit().question.card == "one"


@pytest.mark.parametrize("seed", range(3))
def test_no_study_day_brings_both_cards_of_a_pair_or_five_of_a_group(world, seed):
    for name in ("01-kaizen-foundations", "03-breakthrough-vs-kaizen", "05-lean-toolkit"):
        world.write((SHIPPED / f"{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml")
    dice = random.Random(seed)
    for _ in range(4):
        with world.open() as collection:
            met = {card_of(key.prompt) for key in collection.memories}
        for _ in range(dice.randint(1, 3)):
            world.study(Grade.GOOD, minutes=dice.randint(1, 9))
        with world.open() as collection:
            cards = [
                collection.find(name)[1]
                for name in {card_of(key.prompt) for key in collection.memories} - met
            ]
        assert max(Counter(pair for card in cards for pair in card.pairs).values(), default=0) <= 1
        assert max(Counter(card.group for card in cards if card.group).values(), default=0) <= 4
        world.pass_days(dice.randint(1, 2))
    assert len(cards) > 0
