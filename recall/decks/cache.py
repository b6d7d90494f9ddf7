"""A deck as bytes and back: what a file meant when it was last read, far faster than reading it.

The ASCII separators, which no clean text holds, divide records, fields, members and their parts. A
checksum tells damage; nothing in the bytes is ever run.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from recall.decks.model import Card, Deck, Module, Option, Row

READER_VERSION = 1
"""Raise it when a file would be read otherwise than before, or when the bytes are laid out anew."""

_RECORD, _FIELD, _MEMBER, _PART = "\x1e", "\x1f", "\x1d", "\x1c"
_CARD_FIELDS = len(Card._fields)
_TRUE = "1"


def dump(deck: Deck) -> bytes:
    """The bytes of a deck that was read from a file."""
    head = (
        *(deck.id, deck.title, deck.version, deck.description, deck.language, deck.level),
        *(deck.licence, deck.workshop),
        *(_MEMBER.join(texts) for texts in (deck.authors, deck.tags, deck.needs, deck.was)),
        _MEMBER.join(_PART.join(pair) for pair in deck.sources),
        _MEMBER.join(_PART.join((each.id, each.title, *each.after)) for each in deck.modules),
    )
    records = [_FIELD.join(head), *(_FIELD.join(_card_fields(card)) for card in deck.cards)]
    body = _RECORD.join(records).encode()
    return f"recall-deck {READER_VERSION} {crc32(body)}\n".encode() + body


def load(data: bytes) -> Deck:
    """The deck of the bytes.

    Raises:
        ValueError: the bytes are damaged, foreign, or of another version of the reader.
    """
    head, end, body = data.partition(b"\n")
    expected = f"recall-deck {READER_VERSION} {crc32(body)}".encode()
    if not end or head != expected:
        raise ValueError("the stored deck is damaged, or of another version")
    records = body.decode().split(_RECORD)
    return _deck(records[0].split(_FIELD), tuple(_cards(records[1:])))


def _deck(fields: Sequence[str], cards: tuple[Card, ...]) -> Deck:
    if len(fields) != 14:
        raise ValueError("the stored deck has another layout")
    texts, lists, sources, modules = fields[:8], fields[8:12], fields[12], fields[13]
    name, title, version, description, language, level, licence, workshop = texts
    authors, tags, needs, was = (_members(text) for text in lists)
    return Deck(
        name,
        title,
        cards,
        tuple(_module(member.split(_PART)) for member in _members(modules)),
        version,
        description,
        language,
        level,
        authors,
        licence,
        workshop,
        tags,
        needs,
        tuple(_pair(member.split(_PART)) for member in _members(sources)),
        was,
    )


def _card_fields(card: Card) -> tuple[str, ...]:
    return (
        card.id,
        card.kind,
        _MEMBER.join(card.parts),
        card.module,
        str(card.line),
        card.text,
        card.answer,
        card.case,
        _MEMBER.join(card.accept),
        _MEMBER.join(_PART.join((each.text, _flag(each.right), each.why)) for each in card.options),
        _flag(card.shuffle),
        _MEMBER.join(card.items),
        _flag(card.cycle),
        _MEMBER.join(card.sides),
        _MEMBER.join(_PART.join(row) for row in card.rows),
        _MEMBER.join(card.ask),
        str(card.rev),
        _MEMBER.join(card.was),
        _MEMBER.join(card.tags),
        card.hint,
        card.why,
        card.source,
        _MEMBER.join(card.after),
        card.group,
        card.lang,
        _flag(card.draft),
        _MEMBER.join(card.lint_ok),
        card.note,
    )


class _Tuples(dict[str, tuple[str, ...]]):
    """The members of a field; equal fields share one tuple."""

    def __missing__(self, text: str) -> tuple[str, ...]:
        members = self[text] = _members(text)
        return members


def _cards(records: Sequence[str]) -> list[Card]:
    members = _Tuples()
    cards = []
    for record in records:
        fields = record.split(_FIELD)
        if len(fields) != _CARD_FIELDS:
            raise ValueError("a stored card has another layout")
        name, kind, parts, module, line, text, answer, case, accept, options, *rest = fields
        shuffle, items, cycle, sides, rows, ask, rev, was, tags, hint, why, source, *last = rest
        after, group, lang, draft, lint_ok, note = last
        values = (
            *(name, kind, members[parts], module, int(line), text, answer, case, members[accept]),
            _options(options) if options else (),
            *(shuffle == _TRUE, members[items], cycle == _TRUE, members[sides]),
            _rows(rows) if rows else (),
            *(members[ask], int(rev), members[was], members[tags], hint, why, source),
            *(members[after], group, lang, draft == _TRUE, members[lint_ok], note),
        )
        cards.append(Card._make(values))
    return cards


def _options(text: str) -> tuple[Option, ...]:
    parts = [member.split(_PART) for member in text.split(_MEMBER)]
    return tuple(Option(words, right == _TRUE, why) for words, right, why in parts)


def _rows(text: str) -> tuple[Row, ...]:
    parts = [member.split(_PART) for member in text.split(_MEMBER)]
    return tuple(Row(*fields) for fields in parts if _of_length(fields, len(Row._fields)))


def _members(text: str) -> tuple[str, ...]:
    return tuple(text.split(_MEMBER)) if text else ()


def _module(fields: Sequence[str]) -> Module:
    name, title, *after = fields
    return Module(name, title, tuple(after))


def _pair(fields: Sequence[str]) -> tuple[str, str]:
    key, reference = fields
    return key, reference


def _of_length(fields: Sequence[str], length: int) -> bool:
    if len(fields) != length:
        raise ValueError("a stored row has another layout")
    return True


def _flag(value: bool) -> str:
    return _TRUE if value else ""
