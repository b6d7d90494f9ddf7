"""A deck as a text file for Anki's own import: importing it again updates, and never duplicates."""

from __future__ import annotations

from recall.decks.model import Deck
from recall.transfer.asked import Asked, prompts_of
from recall.transfer.html_text import html_of


def anki_text_bytes(deck: Deck) -> bytes:
    """The text: HTML, tabs, a GUID for each prompt, note type ``Basic``."""
    head = (
        "#separator:tab",
        "#html:true",
        "#notetype:Basic",
        f"#deck:{deck_name(deck.title)}",
        "#guid column:1",
        "#tags column:4",
        "#columns:guid\tFront\tBack\tTags",
    )
    rows = ("\t".join(map(_cell, _row(each))) for each in prompts_of(deck))
    return "".join(f"{line}\n" for line in (*head, *rows)).encode()


def deck_name(title: str) -> str:
    """A title as the name of an Anki deck, where ``::`` would make a deck within a deck."""
    return " ".join(title.replace("::", ": ").split())


def back_html(each: Asked) -> str:
    """The answer with reason and source below it."""
    asked = each.question
    pieces = [html_of(each.back)]
    if asked.why:
        pieces.append(f"<i>{html_of(asked.why)}</i>")
    if asked.source:
        pieces.append(f"<small>{html_of(asked.source)}</small>")
    return "<br><br>".join(pieces)


def front_html(each: Asked) -> str:
    """The question, with the hint folded below it."""
    hint = each.question.hint
    folded = f"<details><summary>Hint</summary>{html_of(hint)}</details>" if hint else ""
    return html_of(each.front) + folded


def _row(each: Asked) -> tuple[str, ...]:
    return each.guid, front_html(each), back_html(each), " ".join(each.tags)


def _cell(text: str) -> str:
    text = " ".join(text.split("\t"))
    return '"' + text.replace('"', '""') + '"' if '"' in text or "\n" in text else text
