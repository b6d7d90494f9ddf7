"""A deck as Markdown, every prompt as ``Q:`` and ``A:``; ``recall deck import`` reads it again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recall.decks.model import Deck
from recall.transfer.asked import prompts_of
from recall.transfer.texts import id_of

# What would begin something else at the start of a line, and what was escaped already.
_SPECIAL = re.compile(r"(?m)^(?=\\*(?:#|[A-Za-z]+:|-{3,}|```|~~~))")


def markdown_bytes(deck: Deck) -> bytes:
    """The Markdown of a deck."""
    return ("\n".join(_lines(deck)).rstrip() + "\n").encode()


def _lines(deck: Deck) -> Iterator[str]:
    yield f"# {_flat(deck.title)}"
    yield ""
    if deck.description:
        yield _escaped(deck.description)
        yield ""
    module = ""
    for each in prompts_of(deck):
        asked = each.question
        if asked.module_title != module:
            module = asked.module_title
            yield f"## {_flat(module)}"
            yield ""
        yield f"Q: {_rest(each.front)}"
        yield ""
        yield f"A: {_rest(each.back)}"
        for key, text in (("Hint", asked.hint), ("Why", asked.why), ("Source", asked.source)):
            if text:
                yield ""
                yield f"{key}: {_rest(text)}"
        if each.card.tags:
            yield ""
            yield f"Tags: {', '.join(each.card.tags)}"
        yield ""
        yield f"Id: {id_of(each.guid)}"
        yield ""


def _rest(text: str) -> str:
    """A text after its key, where its first line begins nothing else."""
    first, newline, more = text.partition("\n")
    return (_escaped(first) if first.startswith("\\") else first) + newline + _escaped(more)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\", text)


def _flat(text: str) -> str:
    return " ".join(text.split())
