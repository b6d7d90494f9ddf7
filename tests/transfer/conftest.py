"""Decks to export: one with every kind of card, and one with whatever text there is."""

from __future__ import annotations

import pytest

from recall.decks.model import Deck
from recall.decks.read import read_bytes

EVERY_KIND = """\
recall: 1
deck: team
title: "Team: the basics"
tags: [team]
sources:
  imai: Masaaki Imai, Kaizen (1986)
modules:
  - id: one
    title: One / two
    cards:
      - id: who
        q: Who may pull the cord?
        a: Everyone who sees a problem.
        why: "A problem = news; {braces} #1 ~ and -> too."
        hint: Not only the boss.
        source: imai, p. 12
        tags: [cord, two words]
      - id: gemba
        term: gemba
        means: the place where the work is done
      - id: gaps
        cloze: "{{Without}} a {{standard|what makes drift visible}} nothing can be improved."
      - id: mu
        q: Which Mu means waste?
        typed: muda
        accept: [無駄]
      - id: steps
        order: Put the steps in order.
        items: [Plan, Do, Check, Act]
        cycle: true
        ask: [all, next]
  - id: three
    title: Three
    cards:
      - id: pick
        q: Which one is muda?
        options:
          - right: waiting
            why: Nobody gains by it.
          - wrong: talking
            why: "It may: or not."
          - wrong: =SUM(A1)
      - id: several
        q: Which are wastes?
        options: [right: waiting, right: moving, wrong: thinking]
      - id: differ
        compare: [kaizen, breakthrough]
        rows:
          steps: [small, large]
        ask: [left, which]
      - id: case
        case: The line stops twice a day.
        q: What comes first?
        a: |-
          Grasp the situation:

            # go and see
          Q: ask why
        why: Facts first.
      - id: unfinished
        q: Draft?
        a: Yes.
        draft: true
"""


@pytest.fixture(scope="session")
def every_kind() -> Deck:
    reading = read_bytes(EVERY_KIND.encode(), "team.yaml")
    assert [problem.render() for problem in reading.problems] == []
    assert reading.deck
    return reading.deck


@pytest.fixture
def deck_with():
    """A deck with one question and one answer."""

    def make(text: str, answer: str) -> Deck:
        from recall.decks.model import BASIC, Card

        return Deck("team", "Team", (Card("one", BASIC, ("main",), text=text, answer=answer),))

    return make
