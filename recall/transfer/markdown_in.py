"""Markdown becomes a deck: ``Q:`` / ``A:`` pairs, or headings with what stands below them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from recall.decks.gaps import fault_of
from recall.decks.model import BASIC, CLOZE
from recall.session.words import counted
from recall.transfer.encoding import decode
from recall.transfer.making import Imported, Maker, Wanted

_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t#]*\Z")
_FENCE = re.compile(r"[ \t]{0,3}(```+|~~~+)")
_KEY = re.compile(
    r"[ \t]{0,3}(?:[-*][ \t]+)?(?:\*\*|__)?"
    r"(Q|A|C|Question|Answer|Cloze|Hint|Why|Source|Tags|Id)(?:\*\*|__)?:(?:\*\*|__)?(?:[ \t]+|\Z)",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r"(?m)^\\(?=\\*(?:#|[A-Za-z]+:|-{3,}\Z|```|~~~))")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_NAMES = {"q": "q", "question": "q", "a": "a", "answer": "a", "c": "cloze", "cloze": "cloze"}


class _Line(NamedTuple):
    """One line: ``heading`` is its level (0: none), ``key`` the word before a colon."""

    number: int
    text: str
    heading: int = 0
    key: str = ""
    rule: bool = False


def markdown_deck(data: bytes, wanted: Wanted, encoding: str = "") -> Imported:
    """The deck of a Markdown text, and how it was understood.

    Raises:
        RecallError: no text, or no cards in it.
    """
    decoded = decode(data, wanted.name, encoding)
    lines = list(_lines(_without_front_matter(decoded.text)))
    maker = Maker(wanted)
    pairs = any(line.key in ("q", "cloze") for line in lines)
    title = _pairs(maker, lines) if pairs else _headings(maker, lines)
    deck = maker.deck(title)
    how = "Q: and A: lines" if pairs else "headings and the text below them"
    cards = counted(len(deck.cards), "card")
    seen = (f"{wanted.name}: {decoded.encoding}, read by its {how}: {cards}",)
    notices = (*((decoded.notice,) if decoded.notice else ()), *maker.notices())
    return Imported(deck, seen, notices)


def _without_front_matter(text: str) -> str:
    if text.startswith("---\n") and (end := text.find("\n---\n", 4)) > 0:
        return "\n" * text.count("\n", 0, end + 5) + text[end + 5 :]
    return text


def _lines(text: str) -> Iterator[_Line]:
    fence = ""
    for number, line in enumerate(text.splitlines(), 1):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
            yield _Line(number, line)
        elif mark:
            fence = mark[1]
            yield _Line(number, line)
        elif heading := _HEADING.match(line):
            yield _Line(number, heading[2], heading=len(heading[1]))
        elif key := _KEY.match(line):
            name = key[1].lower()
            yield _Line(number, line[key.end() :], key=_NAMES.get(name, name))
        else:
            yield _Line(number, line, rule=bool(_RULE.match(line)))


class _Open:
    """The card that is being read."""

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        self.module = ""
        self.clear(0)

    def clear(self, line: int) -> None:
        self.texts: dict[str, list[str]] = {}
        self.key = ""
        self.line = line

    def begin(self, line: _Line) -> None:
        self.key = line.key
        self.texts.setdefault(line.key, []).append(line.text)

    def more(self, text: str) -> None:
        if self.key:
            self.texts[self.key].append(text)

    def close(self, line: int) -> None:
        """Make a card of what was read, and begin the next one."""
        texts = {key: _plain("\n".join(found)) for key, found in self.texts.items()}
        if texts:
            _add(self.maker, texts, self.module, self.line)
        self.clear(line)


def _pairs(maker: Maker, lines: list[_Line]) -> str:
    """Cards of ``Q:`` and ``A:``; the first heading is the title, the others are modules."""
    title = ""
    card = _Open(maker)
    for line in lines:
        if line.heading:
            card.close(line.number)
            if line.heading == 1 and not title and not maker.cards:
                title = line.text
            else:
                card.module = line.text
        elif line.rule:
            card.close(line.number)
        elif line.key:
            if line.key in ("q", "cloze") or line.key in card.texts:
                card.close(line.number)
            card.begin(line)
        else:
            card.more(line.text)
    card.close(0)
    return title


def _headings(maker: Maker, lines: list[_Line]) -> str:
    """Cards of headings with text below; one without text is a module, the first level 1 a title.

    Below a level-1 heading that is alone in its level nothing but an introduction is expected.
    """
    tops = [line for line in lines if line.heading == 1]
    title = tops[0].text if len(tops) == 1 else ""
    module, heading = "", _Line(0, "")
    texts: dict[str, list[str]] = {"a": []}
    key = "a"

    def close() -> None:
        nonlocal module
        body = {name: _plain("\n".join(found)) for name, found in texts.items()}
        if not heading.heading or (title and heading.heading == 1):
            return
        if not any(body.values()):
            module = heading.text
        else:
            _add(maker, {"q": _plain(heading.text), **body}, module, heading.number)

    for line in lines:
        if line.heading:
            close()
            heading, texts, key = line, {"a": []}, "a"
        else:
            if line.key:
                key = line.key
            texts.setdefault(key, []).append(line.text)
    close()
    return title


def _add(maker: Maker, texts: dict[str, str], module: str, line: int) -> None:
    fields: dict[str, Any] = {
        "id": texts.get("id", ""),
        "hint": texts.get("hint", ""),
        "why": texts.get("why", ""),
        "source": texts.get("source", ""),
        "tags": tuple(texts.get("tags", "").split(",")),
        "module": module,
    }
    cloze = texts.get("cloze", "")
    if cloze:
        made = maker.add(CLOZE, text=cloze, **fields)
    else:
        made = maker.add(BASIC, text=texts.get("q", ""), answer=texts.get("a", ""), **fields)
    if made is None:
        why = "without a question" if not texts.get("q") else "without an answer"
        maker.leave_out(fault_of(cloze) if cloze else why, f"line {line}")


def _plain(text: str) -> str:
    """A text without the backslashes that keep its lines from being headings or keys."""
    return _ESCAPED.sub("", text.strip("\n"))
