"""Leafing through a deck, and staying at a card while its author works on it."""

from __future__ import annotations

import pytest

from recall.decks.model import Deck
from recall.decks.read import read_bytes
from recall.session.leafing import Leaf, haystack, leaf_after, leaf_of, matching, turn

HEAD = "recall: 1\ndeck: d\ntitle: D\nmodules:\n  - id: m\n    title: The module\n    cards:\n"
ONE = "      - id: one\n        q: What is one?\n        a: First.\n        tags: [easy]\n"
TWO = "      - id: two\n        cloze: Two has {{this}} and {{that}}.\n"
THREE = "      - id: three\n        q: What is three?\n        a: Third.\n        draft: true\n"
ROWS = "      - id: rows\n        compare: [A, B]\n        rows:\n          size: [big, small]\n"


def deck(*cards: str) -> Deck:
    found = read_bytes((HEAD + "".join(cards)).encode(), "d.yaml").deck
    assert found is not None
    return found


ALL = deck(ONE, TWO, THREE)


def test_every_question_is_met_in_order_drafts_included() -> None:
    leaf, met = Leaf(0), []
    for _ in range(6):
        met.append(leaf)
        leaf = turn(ALL, leaf, 1)
    assert met == [Leaf(0), Leaf(1), Leaf(1, 1), Leaf(2), Leaf(2), Leaf(2)]
    back = [leaf := turn(ALL, leaf, -1) for _ in range(4)]
    assert back == [Leaf(1, 1), Leaf(1), Leaf(0), Leaf(0)]


def test_a_card_is_found_by_its_id() -> None:
    assert leaf_of(ALL, "three") == Leaf(2)
    assert leaf_of(ALL, "thre") is None


@pytest.mark.parametrize(
    ("cards", "leaf", "expected"),
    [
        ((TWO, ONE, THREE), Leaf(1, 1), (Leaf(0, 1), True)),
        ((ONE, TWO.replace("that", "those"), THREE), Leaf(1, 1), (Leaf(1, 1), True)),
        ((ONE, TWO.replace(" and {{that}}", ""), THREE), Leaf(1, 1), (Leaf(1, 0), True)),
        ((ONE, TWO.replace("id: two", "id: zwei"), THREE), Leaf(1, 1), (Leaf(1, 1), True)),
        ((ROWS, ONE, TWO, THREE), Leaf(2), (Leaf(3), True)),
        ((ONE, THREE), Leaf(1), (Leaf(1), False)),
        ((ONE, TWO), Leaf(2), (Leaf(1), False)),
        ((TWO, THREE), Leaf(0), (Leaf(0), False)),
        ((ROWS,), Leaf(2), (Leaf(0), False)),
    ],
)
def test_one_stays_where_one_was_as_far_as_there_is_such_a_place(
    cards: tuple[str, ...], leaf: Leaf, expected: tuple[Leaf, bool]
) -> None:
    assert leaf_after(ALL, deck(*cards), leaf) == expected


def test_a_card_without_an_id_is_known_by_its_place_when_its_words_change() -> None:
    nameless = ONE.replace("- id: one\n        q", "- q")
    old = deck(nameless, TWO)
    new = deck(nameless.replace("What is one?", "Which is one?"), TWO)
    assert old.cards[0].id != new.cards[0].id
    assert leaf_after(old, new, Leaf(0)) == (Leaf(0), True)


def test_cards_are_found_by_all_the_words_in_any_order() -> None:
    texts = haystack(deck(ONE, TWO, THREE, ROWS))
    assert matching(texts, "") == [0, 1, 2, 3]
    assert matching(texts, "WHAT first") == [0]
    assert matching(texts, "easy") == [0]
    assert matching(texts, "draft") == [2]
    assert matching(texts, "small b") == [3]
    assert matching(texts, "module two") == [1]
    assert matching(texts, "nowhere") == []
