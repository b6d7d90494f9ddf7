"""The tree of a file becomes a deck."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from recall.decks.cards import Cards, Cited
from recall.decks.clean import one_line
from recall.decks.fields import Fields
from recall.decks.keys import DECK, DECK_NEEDS, MODULE, MODULE_NEEDS, Key, Sort
from recall.decks.model import Card, Deck, Module
from recall.decks.nodes import Harvested, Mapping, Node, Scalar, Void
from recall.decks.source import Source
from recall.decks.wording import card_text, nameless_id

FORMAT = "1"
LEVELS = ("foundation", "practitioner", "expert")
VERSION = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9}){2}\Z")

_ASIDE = (Sort.FORMAT, Sort.CARDS, Sort.MODULES)
"""Sorts of values that are no values of the deck."""


class Decks:
    """Makes a deck out of a tree; what is wrong is noted in the source."""

    def __init__(self, source: Source, cards: Cards) -> None:
        self.source = source
        self.cards = cards
        self.fields = Fields(source)

    def deck(self, root: Node | None) -> Deck | None:
        """The deck of a file; None where it has none."""
        if not isinstance(root, Mapping):
            self._no_map(root)
            return None
        values = self._values(root)
        modules, cards = self._contents(root)
        self._look_up(values.get("sources", ()))
        if root.whole:
            self._missing(root)
        if not values.get("id"):
            return None
        cards = _named(_tagged(cards, values.get("tags", ())))
        return Deck(cards=cards, modules=modules, **{"title": ""} | values)

    def _no_map(self, root: Node | None) -> None:
        if self.source.problems or isinstance(root, Void):
            return
        if root is None or (isinstance(root, Scalar) and not root.text):
            self.source.error("empty", 1, 1, "there is no deck in this file")
        else:
            self.fields.error(root, "wrong-type", "a deck file is a map: 'recall: 1', 'deck: …', …")

    def _values(self, root: Mapping) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for word, (name, node) in root.pairs.items():
            key = DECK.get(word)
            if key is None:
                self.fields.unknown(name, DECK)
            elif key.sort not in _ASIDE:
                values[key.field] = self._value(word, key, node)
        if "recall" in root.pairs:
            self._format(root.pairs["recall"][1])
        return values

    def _value(self, word: str, key: Key, node: Node) -> Any:
        fields = self.fields
        if key.sort is Sort.TEXT:
            return fields.text(node, word)
        if key.sort is Sort.NAME:
            return fields.name(node, word)
        if key.sort is Sort.NAMES:
            return fields.list_of(node, word, fields.name)
        if key.sort is Sort.TEXTS:
            return fields.list_of(node, word, fields.text)
        if key.sort is Sort.LEVEL:
            return fields.one_of(node, word, LEVELS)
        if key.sort is Sort.LANGUAGE:
            return fields.language(node, word)
        if key.sort is Sort.VERSION:
            return self._version(node)
        pairs = fields.pairs(node, word)
        return tuple((name.text, fields.text(value, name.text)) for name, value in pairs)

    def _version(self, node: Node) -> str:
        text = self.fields.text(node, "version")
        if text and not VERSION.match(text):
            message = f"'{one_line(text)}' is no version of three parts like 1.2.0"
            self.fields.error(node, "bad-version", message)
        return text

    def _format(self, node: Node) -> None:
        text = self.fields.text(node, "recall")
        if text and text != FORMAT:
            message = f"format version '{one_line(text)}' is not known; this app reads {FORMAT}"
            help = "write 'recall: 1', or use a newer version of the app"
            self.fields.error(node, "format-version", message, help)

    def _missing(self, root: Mapping) -> None:
        missing = [key for key in DECK_NEEDS if key not in root.pairs]
        for key in missing:
            self._missing_key(f"the deck needs '{key}'", root, f"add '{key}: …' at the top")
        if "cards" in root.pairs and "modules" in root.pairs:
            name = root.pairs["modules"][0]
            message = "a deck has 'cards' or 'modules', not both"
            self.fields.error(name, "mixed-kinds", message, "move the cards into a module")
        elif "cards" not in root.pairs and "modules" not in root.pairs:
            self._missing_key("the deck needs 'cards' or 'modules'", root, "")

    def _missing_key(self, message: str, place: Mapping, help: str) -> None:
        self.source.error("missing-key", place.line, place.column, message, help=help)

    def _contents(self, root: Mapping) -> tuple[tuple[Module, ...], tuple[Card, ...]]:
        cards: list[Card] = []
        modules: list[Module] = []
        if "cards" in root.pairs:
            cards += self._cards(root.pairs["cards"][1], "")
        if "modules" in root.pairs:
            for node in self.fields.items(root.pairs["modules"][1], "modules"):
                module = self._module(node)
                if module and isinstance(node, Mapping):
                    modules.append(module)
                    if "cards" in node.pairs:
                        cards += self._cards(node.pairs["cards"][1], module.id)
        return tuple(modules), tuple(cards)

    def _module(self, node: Node) -> Module | None:
        if not isinstance(node, Mapping):
            self.fields.pairs(node, "each module")
            return None
        name = title = ""
        after: tuple[str, ...] = ()
        for key, (word, value) in node.pairs.items():
            if key == "id":
                name = self.fields.name(value, key)
                if name:
                    self.cards.claim(name, value)
            elif key == "title":
                title = self.fields.text(value, key)
            elif key == "after":
                after = self.cards.targets(value, key)
            elif key != "cards":
                self.fields.unknown(word, MODULE)
        for key in MODULE_NEEDS:
            if node.whole and key not in node.pairs:
                self._missing_key(f"a module needs '{key}'", node, "")
        return Module(name, title, after)

    def _cards(self, node: Node, module: str) -> list[Card]:
        cards: list[Card] = []
        for item in self.fields.items(node, "cards"):
            card: Card | None = None
            if isinstance(item, Harvested):
                card = item.value
            elif isinstance(item, Mapping):
                card = self.cards.card(item)
            else:
                self.fields.pairs(item, "each card")
            if card:
                cards.append(card._replace(module=module) if module else card)
        return cards

    def _look_up(self, sources: tuple[tuple[str, str], ...]) -> None:
        keys = {key for key, _ in sources}
        for cited in self.cards.cited:
            if cited.text not in keys and cited.text.partition(",")[0].strip() not in keys:
                self._unknown_source(cited, keys)
        for needed in self.cards.needed:
            if needed.text not in self.cards.named:
                self.source.warn(
                    "unknown-after",
                    needed.node.line,
                    needed.node.column,
                    f"'after' names '{needed.text}', which is not in this deck",
                    length=len(needed.text),
                    help=self.fields.nearest(needed.text, self.cards.named),
                )

    def _unknown_source(self, cited: Cited, keys: set[str]) -> None:
        key = cited.text.partition(",")[0].strip()
        message = f"'{one_line(key)}' is no key of the deck's 'sources'"
        help = self.fields.nearest(key, keys) or "add it to 'sources'"
        self.fields.error(cited.node, "unknown-source", message, help)


def _tagged(cards: tuple[Card, ...], tags: tuple[str, ...]) -> tuple[Card, ...]:
    """The cards with the deck's tags too."""
    if not tags:
        return cards
    return tuple(card._replace(tags=tuple(dict.fromkeys((*card.tags, *tags)))) for card in cards)


def _named(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """The cards, with a provisional id where the author gave none."""
    if all(card.id for card in cards):
        return cards
    met: Counter[str] = Counter()
    named = []
    for card in cards:
        text = card_text(card)
        met[text] += 1
        named.append(card if card.id else card._replace(id=nameless_id(text, met[text])))
    return tuple(named)
