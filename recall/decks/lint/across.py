"""Rules on several cards of a deck: what stands twice, what is mixed up, what waits in a circle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from recall.decks.gaps import filled
from recall.decks.lint.circles import circles, waits_of
from recall.decks.lint.facts import Facts, Finding, bare, shortened, size, words_of
from recall.decks.lint.near import near_pairs
from recall.decks.model import BASIC, CHOICE, CLOZE, REVERSED, SEQUENCE, TYPED, Card, Deck
from recall.decks.wording import card_text

Told = Callable[[int], None]
Across = Iterator[tuple[int, Finding]]
"""Findings with the places of their cards."""

_SHORT = 3
_ARTICLES = ("a ", "an ", "the ")


def duplicate_question(deck: Deck, facts: Sequence[Facts], told: Told) -> Across:
    """The same question again. Of choices and sequences also what they offer must be the same."""
    seen: dict[tuple[object, ...], Card] = {}
    for place, card in enumerate(deck.cards):
        key = _asked(card)
        first = seen.setdefault(key, card)
        if first is not card:
            message = f"the same question stands on line {first.line} ({_name(first)})"
            yield place, Finding(message, facts[place].asks_in, other=first.line)


def same_answer(deck: Deck, facts: Sequence[Facts], told: Told) -> Across:
    """The same short answer again."""
    seen: dict[str, Card] = {}
    for place, each in enumerate(facts):
        card = each.card
        meaning = card.kind == REVERSED
        if card.case or not (meaning or card.kind in (BASIC, TYPED)) or not each.answer:
            continue
        if not meaning and size(each.answer) > _SHORT + 1:
            continue
        answer = bare(each.answer)
        for article in _ARTICLES if each.english else ():
            answer = answer.removeprefix(article)
        if (not meaning and size(answer) > _SHORT) or answer.replace(" ", "").isdigit():
            continue
        first = seen.setdefault(answer, card)
        if first is not card and _asked(first) != _asked(card):
            message = f"'{shortened(each.answer)}' also answers line {first.line} ({_name(first)})"
            yield place, Finding(message, each.answers_in, other=first.line)


def near_pair(deck: Deck, facts: Sequence[Facts], told: Told) -> Across:
    """Two questions that differ in a word or two; those of one ``group`` or pair may."""
    words = [_comparable(each) for each in facts]
    for earlier, later in near_pairs(words, partial(_may_be_mixed_up, facts, words), told):
        one, other = facts[earlier].card, facts[later]
        mine, theirs = _difference(facts[later], facts[earlier])
        difference = f" except for '{mine}' and '{theirs}'" if mine and theirs else ""
        message = f"this asks the same as line {one.line} ({_name(one)}){difference}"
        yield later, Finding(message, other.asks_in, mark=mine, other=one.line)


def circular_after(deck: Deck, facts: Sequence[Facts], told: Told) -> Across:
    """Cards that wait for each other."""
    places = {card.id: place for place, card in enumerate(deck.cards)}
    for circle in circles(waits_of(deck)):
        members = [places[name] for name in circle if name in places]
        saying = [place for place in members if deck.cards[place].after] or members
        if saying:
            way = " -> ".join(shortened(name, 64) for name in (*circle, circle[0])[:12])
            place = min(saying)
            field = "after" if deck.cards[place].after else ""
            yield place, Finding(f"'after' goes in a circle: {way}", field)


def lone_pair(deck: Deck, facts: Sequence[Facts], told: Told) -> Across:
    """The tag of a contrast pair on one card alone."""
    shared = Counter(pair for card in deck.cards for pair in card.pairs)
    for place, card in enumerate(deck.cards):
        for pair in card.pairs:
            if shared[pair] == 1:
                message = f"no other card has the tag '{shortened(pair)}'"
                yield place, Finding(message, "tags", mark=pair)


def _asked(card: Card) -> tuple[object, ...]:
    offered: tuple[str, ...] = ()
    if card.kind == CHOICE:
        offered = tuple(sorted(option.text for option in card.options))
    elif card.kind == SEQUENCE:
        offered = tuple(sorted(card.items))
    text = bare(card_text(card))
    return (card.kind == REVERSED, card.kind in (CHOICE, SEQUENCE), text, offered)


def _comparable(facts: Facts) -> frozenset[str] | None:
    card = facts.card
    if card.case or card.kind not in (BASIC, TYPED, CHOICE, CLOZE):
        return None
    return frozenset(words_of(filled(card.text) if card.kind == CLOZE else card.text))


def _may_be_mixed_up(
    facts: Sequence[Facts], words: Sequence[frozenset[str] | None], earlier: int, later: int
) -> bool:
    one, other = facts[earlier].card, facts[later].card
    if (one.group and one.group == other.group) or set(one.pairs) & set(other.pairs):
        return False
    mine, theirs = words[later] or frozenset(), words[earlier] or frozenset()
    differing = mine ^ theirs
    # The same words in the same cards are the other rules' business; figures make a drill.
    return bool(differing) and not all(word[:1].isdigit() for word in differing)


def _difference(facts: Facts, other: Facts) -> tuple[str, str]:
    """The words of each that the other does not have, as written; "" where they are many."""
    mine, theirs = Counter(words_of(facts.question)), Counter(words_of(other.question))
    only_mine = [word for word in words_of(facts.question) if word not in theirs]
    only_theirs = [word for word in words_of(other.question) if word not in mine]
    return " ".join(only_mine[:4]), " ".join(only_theirs[:4])


def _name(card: Card) -> str:
    return shortened(card.text) if card.provisional else card.id
