"""Making a deck out of what another format holds: clean texts, ids, modules, sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from recall.decks.gaps import fault_of
from recall.decks.model import CLOZE, Card, Deck, Module
from recall.decks.parts import parts_of
from recall.errors import RecallError
from recall.ids import ID_PATTERN, slug
from recall.transfer.past import Past
from recall.transfer.texts import line_of, stem, tidy

_SHOWN = 3


class Imported(NamedTuple):
    """A deck made of a file.

    Attributes:
        deck: the deck; ``line`` of its cards is 0.
        seen: how the file was understood, a sentence or a table row each: shown before writing.
        notices: what was left out or should be looked at.
    """

    deck: Deck
    seen: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


class Package(NamedTuple):
    """What a file held: its deck, and its reviews if they were asked for."""

    imported: Imported
    past: tuple[Past, ...] = ()


class Wanted(NamedTuple):
    """What whoever imports has said about the deck: "" where the file is to tell."""

    name: str
    deck: str = ""
    title: str = ""
    language: str = ""


class Maker:
    """Collects cards; ids are unique, sources and modules are made as they are named."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.cards: list[Card] = []
        self.left_out: dict[str, list[str]] = {}
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._modules: dict[str, Module] = {}
        self._sources: dict[str, str] = {}

    def add(self, kind: str, *, id: str = "", module: str = "", **fields: Any) -> Card | None:
        """Add a card; None where it has no question or no answer.

        Args:
            id: the wanted id; "" makes one of the question.
            module: title of its module, or "".
            fields: those of ``Card``: texts are tidied here; ``source`` is a full reference.
        """
        texts = {
            name: tidy(value) for name, value in fields.items() if isinstance(value, str) and value
        }
        fields |= texts
        if not fields.get("text") or (kind != CLOZE and not _answered(fields)):
            return None
        if kind == CLOZE and fault_of(fields["text"]):
            return None
        names = ("text", "items", "cycle", "rows", "ask")
        told = {name: fields[name] for name in names if name in fields}
        if fields.get("source"):
            fields["source"] = self._source(line_of(fields["source"]))
        fields["tags"] = tuple(
            dict.fromkeys(tag for each in fields.get("tags", ()) if (tag := line_of(each)))
        )
        home = self._module(line_of(module)) if line_of(module) else ""
        name = self._free(id if ID_PATTERN.match(id) else slug(id or fields["text"]))
        card = Card(name, kind, parts_of(kind, **told), module=home, **fields)
        self.cards.append(card)
        return card

    def leave_out(self, why: str, where: str) -> None:
        """Note something that no card was made of."""
        self.left_out.setdefault(why, []).append(where)

    def deck(self, title: str = "", *, id: str = "", tags: Iterable[str] = ()) -> Deck:
        """The deck of all cards; ``title`` and ``id`` are what the file tells.

        Raises:
            RecallError: there are no cards, or a wanted id is none.
        """
        wanted = self.wanted
        if not self.cards:
            told = self.notices()
            raise RecallError("no cards were found in it", where=wanted.name, mend=" ".join(told))
        if wanted.deck and not ID_PATTERN.match(wanted.deck):
            mend = "an id has lower-case letters, digits and '-', at most 64"
            raise RecallError(f"{wanted.deck!r} is no deck id", where="--deck", mend=mend)
        title = line_of(wanted.title or title) or stem(wanted.name)
        name = wanted.deck or (id if ID_PATTERN.match(id) else slug(title))
        return Deck(
            name,
            title,
            self._in_order(title),
            tuple(self._modules.values()),
            language=wanted.language or "en",
            sources=tuple((key, text) for text, key in self._sources.items()),
            tags=tuple(tags),
        )

    def notices(self) -> tuple[str, ...]:
        """What was left out, a sentence for each reason."""
        return tuple(
            f"{len(places):,} left out, {why}: {', '.join(places[:_SHOWN])}"
            + (", …" if len(places) > _SHOWN else ".")
            for why, places in self.left_out.items()
        )

    def _in_order(self, title: str) -> tuple[Card, ...]:
        """The cards module by module; those without one come first, in a module of their own."""
        if not self._modules:
            return tuple(self.cards)
        if any(not card.module for card in self.cards):
            home = Module(self._free(slug(title)), title)
            self._modules = {"": home, **self._modules}
            self.cards = [
                card if card.module else card._replace(module=home.id) for card in self.cards
            ]
        places = {module.id: place for place, module in enumerate(self._modules.values())}
        return tuple(sorted(self.cards, key=lambda card: places[card.module]))

    def _module(self, title: str) -> str:
        if title not in self._modules:
            self._modules[title] = Module(self._free(slug(title)), title)
        return self._modules[title].id

    def _source(self, text: str) -> str:
        if text not in self._sources:
            taken = set(self._sources.values())
            key, number = slug(text), 2
            while key in taken:
                key, number = f"{slug(text)}-{number}", number + 1
            self._sources[text] = key
        return self._sources[text]

    def _free(self, base: str) -> str:
        base = base[:56].rstrip("-")
        name, number = base, self._numbers.get(base, 2)
        while name in self._taken:
            name, number = f"{base}-{number}", number + 1
        self._numbers[base] = number
        self._taken.add(name)
        return name


def _answered(fields: dict[str, Any]) -> bool:
    return bool(fields.get("answer") or fields.get("options") or fields.get("items"))
