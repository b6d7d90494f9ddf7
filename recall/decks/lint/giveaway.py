"""Rules on answers that the card itself gives away."""

from __future__ import annotations

from collections.abc import Iterator

from recall.decks.gaps import gaps_of
from recall.decks.lint.asking import either_or
from recall.decks.lint.english import content
from recall.decks.lint.facts import BLANK, Facts, Finding, words_of
from recall.decks.model import BASIC, CHOICE, CLOZE, REVERSED, TYPED


def answer_in_question(facts: Facts) -> Iterator[Finding]:
    """All words of the answer stand in the question."""
    card = facts.card
    if card.kind in (BASIC, TYPED):
        if _told(facts, facts.answer, facts.question) and not any(either_or(facts)):
            yield Finding("the question gives the answer away", "q", mark=facts.answer.strip(" ."))
    elif card.kind == REVERSED:
        if _told(facts, card.text, card.answer):
            yield Finding("the meaning gives the term away", "means", mark=card.text)
        elif _told(facts, card.answer, card.text):
            yield Finding("the term gives its meaning away", "term")
    elif card.kind == CLOZE:
        yield from _gaps_told(facts)
    elif card.kind == CHOICE:
        yield from _option_told(facts, card.text, "q", "the question")


def answer_in_hint(facts: Facts) -> Iterator[Finding]:
    """All words of the answer stand in the hint."""
    card = facts.card
    if card.kind == CLOZE:
        for gap in gaps_of(card.text):
            if gap.hint and _told(facts, gap.text, gap.hint):
                yield Finding(f"the hint of '{gap.text}' is its answer", "cloze", mark=gap.hint)
            elif card.hint and _told(facts, gap.text, card.hint):
                yield Finding(f"the hint gives '{gap.text}' away", "hint", mark=gap.text)
    elif not card.hint:
        return
    elif card.kind == CHOICE:
        yield from _option_told(facts, card.hint, "hint", "the hint")
    elif facts.answer and _told(facts, facts.answer, card.hint):
        yield Finding("the hint gives the answer away", "hint", mark=facts.answer.strip(" ."))
    elif card.kind == REVERSED and _told(facts, card.text, card.hint):
        message = "the hint gives the term away where the meaning is asked"
        yield Finding(message, "hint", mark=card.text)


def _gaps_told(facts: Facts) -> Iterator[Finding]:
    text = facts.card.text
    gaps = gaps_of(text)
    for asked in gaps:
        shown, end = "", 0
        for gap in gaps:
            shown += text[end : gap.start] + (BLANK if gap is asked else gap.text)
            end = gap.end
        if _told(facts, asked.text, shown + text[end:]):
            message = f"'{asked.text}' can be read elsewhere in the text"
            yield Finding(message, "cloze", mark="{{" + asked.text)


def _option_told(facts: Facts, text: str, field: str, where: str) -> Iterator[Finding]:
    options = facts.card.options
    right = [option.text for option in options if option.right]
    wrong = [option.text for option in options if not option.right]
    if len(right) != 1 or any(_told(facts, option, text) for option in wrong):
        return
    if _told(facts, right[0], text):
        yield Finding(f"{where} gives the right option away", field, mark=right[0].strip(" ."))


def _told(facts: Facts, answer: str, text: str) -> bool:
    """Whether every word of the answer that carries meaning stands in the text."""
    if facts.english:
        wanted = content(answer)
        return bool(wanted) and set(wanted) <= set(content(text))
    bare = "".join(words_of(answer))
    if not answer.isascii() and len(bare) >= 2 and bare in "".join(words_of(text)):
        return True
    words = words_of(answer)
    return bool(words) and len(bare) >= 3 and set(words) <= set(words_of(text))
