"""How a question explains itself the first time: by what its card says, and by how it is asked."""

from __future__ import annotations

from pathlib import Path

from recall.collection.asked import ALL_TOPICS, topic
from recall.decks.questions import question
from recall.decks.read import read_deck
from recall.session.words import explain, topic_of

DECK = b"""\
recall: 1
deck: kinds
title: Kinds
cards:
  - {id: basic, q: Why?, a: So.}
  - {id: typed, q: Which word?, typed: this}
  - {id: choice, q: Which one?, options: [{right: a}, {wrong: b}]}
  - {id: several, q: Which ones?, options: [{right: a}, {right: b}, {wrong: c}]}
  - {id: case, case: It rains., q: What now?, options: [{right: a}, {wrong: b}], why: So.}
  - {id: term, term: Gemba, means: The place.}
  - {id: cloze, cloze: "A {{word}} here."}
  - {id: order, order: In order?, items: [a, b, c], ask: [all, next]}
  - {id: row, compare: [A, B], rows: {pace: [slow, fast, so]}, ask: [left, right, which, why]}
"""
TOPICS = {
    "basic/main": "basic",
    "typed/main": "typed",
    "choice/main": "choice",
    "several/main": "several",
    "case/main": "scenario",
    "term/forward": "reversed",
    "term/back": "reversed",
    "cloze/word": "cloze",
    "order/all": "sequence",
    "order/next.a": "basic",
    "order/next.b": "basic",
    "row/pace.left": "comparison",
    "row/pace.right": "comparison",
    "row/pace.which": "choice",
    "row/pace.why": "basic",
}


def test_each_question_explains_itself_by_the_way_it_is_answered(tmp_path: Path) -> None:
    (tmp_path / "kinds.yaml").write_bytes(DECK)
    deck = read_deck(tmp_path / "kinds.yaml").deck
    assert deck is not None
    asked = {f"{card.id}/{part}": (card, part) for card in deck.cards for part in card.parts}
    assert {name: topic(card, part) for name, (card, part) in asked.items()} == TOPICS
    for card, part in asked.values():
        assert topic_of(question(deck, card, part, seed=1)) == topic(card, part)
    assert set(TOPICS.values()) <= ALL_TOPICS
    assert all(explain(each) for each in ALL_TOPICS)
