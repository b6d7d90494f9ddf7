"""Running the rules over a deck: findings become located problems, silenced ones do not."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial

from recall.decks.clean import one_line
from recall.decks.fields import nearest
from recall.decks.lint.facts import Finding, facts_of
from recall.decks.lint.places import Place, Places
from recall.decks.lint.rules import BY_NAME, RULES, Rule
from recall.decks.model import Card, Deck
from recall.decks.problems import ERROR, Problem
from recall.decks.read import Reading
from recall.decks.source import MOST_PROBLEMS, Source, source_of

_STEP = 128
"""After so many cards it is told how far the work is."""

Told = Callable[[float], None]


def lint(
    reading: Reading, data: bytes, *, release: bool = False, told: Told | None = None
) -> tuple[Problem, ...]:
    """All problems of a deck file: those of its reading, and what the rules find in its cards.

    Args:
        reading: what the bytes gave. Where it has errors, nothing is added to them.
        data: the bytes of the file.
        release: ask for an id and a source on every card.
        told: called now and then with the part that is done, 0 to 1.
    """
    deck = reading.deck
    if deck is None:
        return reading.problems
    source = source_of(data, reading.name)
    silenced = _Silenced(deck)
    source.problems = [each for each in reading.problems if not silenced.at_line(each)]
    found = sorted(_findings(deck, release, told), key=lambda each: deck.cards[each[1]].line)
    places = Places(source)
    for rule, place, finding in found:
        if not silenced.by(rule.name, place, finding):
            _note(source, places, rule, deck.cards[place], finding, release)
    for place, rule, finding in silenced.complaints():
        _note(source, places, rule, deck.cards[place], finding, release)
    return source.sorted_problems()


def _findings(deck: Deck, release: bool, told: Told | None) -> Iterator[tuple[Rule, int, Finding]]:
    """What each rule finds, with the place of the card in the deck."""
    facts = tuple(facts_of(deck, release))
    of_deck = [rule for rule in RULES if rule.deck]
    rounds = 1 + len(of_deck)
    tell = partial(_tell, told, 0, len(facts), rounds)
    for place, each in enumerate(facts):
        for rule in RULES:
            if rule.card and rule.knows(each):
                for finding in rule.card(each):
                    yield rule, place, finding
        tell(place)
    for number, rule in enumerate(of_deck, 1):
        assert rule.deck
        tell = partial(_tell, told, number, len(facts), rounds)
        for place, finding in rule.deck(deck, facts, tell):
            if rule.knows(facts[place]):
                yield rule, place, finding
        if told:
            told((number + 1) / rounds)


def _tell(told: Told | None, before: int, cards: int, rounds: int, place: int) -> None:
    """Say how much is done when the card at a place has been looked at in one of the rounds."""
    if told and place % _STEP == 0:
        told((before + place / cards) / rounds)


def _note(
    source: Source, places: Places, rule: Rule, card: Card, finding: Finding, release: bool
) -> None:
    # Of more problems than are listed only the number counts.
    listed = len(source.problems) < MOST_PROBLEMS
    place = places.of(card.line, finding) if listed else Place(card.line, 1, 1)
    strict = release and rule.name in ("missing-id", "missing-source")
    note = source.error if strict or rule.severity == ERROR else source.warn
    note(
        rule.name,
        place.line,
        place.column,
        finding.message,
        length=place.length,
        help=finding.help or rule.mend,
    )


class _Silenced:
    """What the cards of a deck silence, and whether it was there to be silenced."""

    def __init__(self, deck: Deck) -> None:
        self.deck = deck
        self.lines = [card.line for card in deck.cards]
        self.places = {line: place for place, line in enumerate(self.lines)}
        self.used: dict[int, set[str]] = defaultdict(set)

    def by(self, rule: str, place: int, finding: Finding) -> bool:
        """Whether the card at a place, or the other one of its pair, silences a rule."""
        pair = [place]
        if finding.other:
            pair.append(self.places[finding.other])
        silencing = [each for each in pair if rule in self.deck.cards[each].lint_ok]
        for each in silencing:
            self.used[each].add(rule)
        return bool(silencing)

    def at_line(self, problem: Problem) -> bool:
        """Whether the card in which the reader met a problem silences it."""
        place = bisect_right(self.lines, problem.line) - 1
        if problem.is_error or place < 0 or problem.rule not in BY_NAME:
            return False
        return self.by(problem.rule, place, Finding(""))

    def complaints(self) -> Iterator[tuple[int, Rule, Finding]]:
        """What is wrong with the silencing itself."""
        for place, card in enumerate(self.deck.cards):
            for member, name in enumerate(card.lint_ok):
                shown = one_line(name)
                if name not in BY_NAME:
                    message = f"'{shown}' is no rule"
                    help = nearest(name, BY_NAME)
                    finding = Finding(message, "lint-ok", member, help=help)
                    yield place, BY_NAME["unknown-lint-ok"], finding
                elif name not in self.used[place] and not BY_NAME[name].release:
                    message = f"'{shown}' finds nothing here"
                    finding = Finding(message, "lint-ok", member)
                    yield place, BY_NAME["idle-lint-ok"], finding
            if card.lint_ok and not card.note:
                message = "'lint-ok' without a 'note' that says why"
                yield place, BY_NAME["unexplained-lint-ok"], Finding(message, "lint-ok")
