"""Rules on answers: short, one thing, complete, and from somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recall.decks.lint.facts import Facts, Finding, size
from recall.decks.model import BASIC, CHOICE, TYPED

LONGEST_ANSWER, LONGEST_TYPED = 25, 5
_FEWEST_LISTED = 4

_BULLET = re.compile(r"^\s*(?:[-*•–]|\(?[0-9a-z]{1,2}[.)])\s+", re.M)
_NUMBERED = re.compile(r"(?:^|\s)\(?([1-9])[.)]\s")
_ARROW = re.compile(r"\s*(?:->|→|⟶|=>)\s*")
_PAUSE = re.compile(r"[.:!?。](?:\s|\Z)")
_SEPARATORS = (re.compile(r"[,，、]\s*"), re.compile(r"[;；]\s*"))
_LAST_AND = re.compile(r"\b(?:and|or|und|oder|et|ou|y|o|e)\b")
_EXAMPLES = re.compile(
    r"\b(?:such as|for example|for instance|e\.g\.|like|since|because)\b.*", re.S
)
_LONGEST_MEMBER = 6
_ORDERED = re.compile(r"\b(?:steps?|stages?|phases?|sequence|order|cycle|process)\b", re.I)
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+)\b|\?\?\?+|\b[Ll]orem ipsum\b"
    r"|\A\s*(?:[.…_?-]+|[xX]{2,}|(?:n/a|foo|bar|asdf|tba)\.?)\s*\Z"
    r"|[<\[](?:[Yy]our|[Ii]nsert|[Ee]nter|[Ff]ill|[Ww]rite|[Aa]nswer|[Qq]uestion|[Tt]ext)\b[^>\]]*[>\]]"
    r"|\b(?:[Yy]our|[Tt]he) (?:question|answer|text|term|meaning) (?:goes )?here\b"
)


def placeholder(facts: Facts) -> Iterator[Finding]:
    """Words that stand for words still to be written."""
    card = facts.card
    fields = {
        facts.asks_in: card.text,
        facts.answers_in: card.answer,
        "case": card.case,
        "hint": card.hint,
        "why": card.why,
    }
    for field, text in fields.items():
        if text and (found := _PLACEHOLDER.search(text)):
            yield Finding(f"'{found[0].strip()}' is still to be written", field, mark=found[0])
    lists = {
        "options": [option.text for option in card.options],
        "items": card.items,
        "rows": [" ".join((row.left, row.right)) for row in card.rows],
    }
    for field, members in lists.items():
        for number, text in enumerate(members):
            if found := _PLACEHOLDER.search(text):
                yield Finding(f"'{found[0].strip()}' is still to be written", field, number)


def long_answer(facts: Facts) -> Iterator[Finding]:
    """An answer that is more than one can hold at a glance."""
    if facts.answers_in:
        words = size(facts.answer)
        if words > LONGEST_ANSWER:
            yield Finding(f"the answer has {words} words", facts.answers_in)
    for number, option in enumerate(facts.card.options):
        words = size(option.text)
        if words > LONGEST_ANSWER:
            yield Finding(f"this option has {words} words", "options", number)


def long_typed(facts: Facts) -> Iterator[Finding]:
    """A sentence that nobody types letter by letter."""
    if facts.card.kind == TYPED and (words := size(facts.answer)) > LONGEST_TYPED:
        yield Finding(f"{words} words are too many to type exactly", "typed")


def list_answer(facts: Facts) -> Iterator[Finding]:
    """A list in one answer. Two or three words beside each other are none yet."""
    if facts.card.kind != BASIC:
        return
    answer = facts.answer
    if len(_BULLET.findall(answer)) >= 3 or {"1", "2", "3"} <= set(_NUMBERED.findall(answer)):
        yield Finding("the answer is a list with marks of its own", "a")
    elif len(_ARROW.findall(answer)) >= 2:
        yield Finding("the answer is a sequence", "a")
    else:
        listed = _longest_list(answer)
        ordered = facts.english and _ORDERED.search(facts.question) and size(answer) <= 3 * listed
        if listed >= _FEWEST_LISTED or (listed == 3 and ordered):
            yield Finding(f"the answer lists {listed} things", "a")


def _longest_list(answer: str) -> int:
    """How many short members the longest enumeration of an answer has. Neither examples nor
    reasons are one."""
    longest = 0
    for sentence in _PAUSE.split(_EXAMPLES.sub("", answer)):
        for separator in _SEPARATORS:
            members = separator.split(sentence)
            if len(members) > 2 and all(size(member) <= _LONGEST_MEMBER for member in members):
                last = _LAST_AND.search(members[-1])
                longest = max(longest, len(members) + bool(last and last.start() > 0))
    return longest


def missing_source(facts: Facts) -> Iterator[Finding]:
    """No source, where the deck cites others or is to be released."""
    if not facts.card.source and (facts.cites or facts.release):
        yield Finding("the card names no source")


def missing_id(facts: Facts) -> Iterator[Finding]:
    """No id: a reworded question would lose its history."""
    if facts.release and facts.card.provisional:
        yield Finding("the card has no id")


def no_wrong_option(facts: Facts) -> Iterator[Finding]:
    """A choice in which every option is right."""
    if facts.card.kind == CHOICE and all(option.right for option in facts.card.options):
        yield Finding("every option is right", "options")
