"""A deck in Moodle's GIFT format (docs.moodle.org/en/GIFT_format), one line a question.

What can be marked by Moodle becomes a choice, a short answer, a missing word or a matching; all
else an essay, whose model answer is its general feedback.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from recall.decks.model import REVERSED, Deck
from recall.decks.parts import BACK, WHICH
from recall.decks.question import GAP, ORDER, PICK, TYPE, Question
from recall.transfer.asked import Asked, prompts_of

_SPECIAL = re.compile(r"([\\~=#:])")
# A short answer is compared as it stands: no entity can stand for these in it.
_UNMARKABLE = re.compile(r"[{}*<>&\n]|->|^%|\\")
_MOST_RIGHT = 10
"""Moodle knows the shares of up to ten right options."""
_FEWEST_PAIRS = 3


def gift_bytes(deck: Deck) -> bytes:
    """The questions of a deck, in a category for the deck and one for each module."""
    return "\n".join(_lines(deck)).encode()


def _lines(deck: Deck) -> Iterator[str]:
    home = ""
    for each in prompts_of(deck):
        asked = each.question
        names = [name for name in (deck.title, asked.module_title) if name]
        category = "/".join(_flat(name).replace("/", "//") for name in names)
        if category != home:
            home = category
            yield f"$CATEGORY: {category}"
            yield ""
        tags = "".join(f" [tag:{_bracketed(tag)}]" for tag in each.card.tags)
        yield f"// [id:{each.name}]{tags}"
        yield f"::{_bare(each.name)}::[html]{_body(each)}"
        yield ""


def _body(each: Asked) -> str:
    """The question with its answers in braces."""
    asked = each.question
    case = f"{_html(asked.case)}<br><br>" if asked.case else ""
    answers = _answers(each)
    if asked.way == GAP and _is_markable(asked.answer):
        return case + _missing_word(each)
    if not answers:
        return f"{case}{_html(_text(each))}{{{_feedback(each, model=True)}}}"
    return f"{case}{_html(asked.text)}{{{answers}{_feedback(each)}}}"


def _answers(each: Asked) -> str:
    """What Moodle marks by; "" where it cannot."""
    asked = each.question
    if asked.way == PICK:
        return _options(each)
    if asked.way == TYPE or (asked.kind == REVERSED and asked.part == BACK):
        words = (asked.answer, *asked.accept)
        return _short(words) if all(map(_is_markable, words)) else ""
    if asked.way == ORDER:
        return _matching(asked)
    if asked.contrast and asked.contrast.asked == WHICH:
        sides, right = asked.contrast.sides, asked.contrast.belongs
        return f"={_html(sides[right])} ~{_html(sides[1 - right])}"
    return ""


def _options(each: Asked) -> str:
    options = each.question.options
    right = sum(option.right for option in options)
    if right > _MOST_RIGHT:
        return ""
    share = f"{100 / right:.5f}".rstrip("0").rstrip(".")
    signs = ("~%-" + share + "%", "~%" + share + "%") if right > 1 else ("~", "=")
    return " ".join(
        f"{signs[option.right]}{_html(option.text)}"
        + (f"#{_html(option.why)}" if option.why else "")
        for option in options
    )


def _matching(asked: Question) -> str:
    """Each place with its item; of a cycle, which is right from any start, each with the next."""
    items = asked.items
    if len(items) < _FEWEST_PAIRS or not all(map(_is_markable, items)):
        return ""
    if asked.cycle:
        return " ".join(
            f"={_html(item)} -> {_bare(items[(place + 1) % len(items)])}"
            for place, item in enumerate(items)
        )
    return " ".join(f"={place} -> {_bare(item)}" for place, item in enumerate(items, 1))


def _missing_word(each: Asked) -> str:
    pieces = []
    for segment in each.question.segments:
        if not segment.asked:
            pieces.append(_html(segment.text))
            continue
        hint = f" ({_html(segment.hint)})" if segment.hint else ""
        pieces.append(f"{{{_short((segment.text,))}{_feedback(each)}}}{hint}")
    # Moodle trims the text on both sides of the braces.
    text = "".join(pieces)
    return f"&nbsp;{text}" if text.startswith("{") else text


def _short(words: tuple[str, ...]) -> str:
    return " ".join(f"={_bare(word)}" for word in words)


def _text(each: Asked) -> str:
    """The question of an essay: with its options or items, but its case stands before it."""
    case = each.question.case
    return each.front.removeprefix(f"{case}\n\n") if case else each.front


def _feedback(each: Asked, *, model: bool = False) -> str:
    asked = each.question
    texts = [each.back if model else "", asked.why, asked.source]
    said = "<br><br>".join(_html(text) for text in texts if text)
    return f"####{said}" if said else ""


def _is_markable(text: str) -> bool:
    return not _UNMARKABLE.search(text)


def _html(text: str) -> str:
    """A text as HTML within GIFT. Braces become entities: not every reader knows them escaped."""
    text = html.escape(text, quote=False).replace("\n", "<br>")
    text = text.replace("{", "&lcub;").replace("}", "&rcub;").replace("\\", "&bsol;")
    return _SPECIAL.sub(r"\\\1", text)


def _bare(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", _flat(text))


def _bracketed(tag: str) -> str:
    return _flat(tag).replace("\\", "").replace("]", "\\]")


def _flat(text: str) -> str:
    return " ".join(text.split())
