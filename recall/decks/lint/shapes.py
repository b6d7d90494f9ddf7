"""Rules on what single kinds of cards are made of: options, gaps, items, rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recall.decks.gaps import gaps_of
from recall.decks.lint.english import SMALL
from recall.decks.lint.facts import Facts, Finding, shortened, size, words_of
from recall.decks.model import CHOICE, CLOZE, COMPARISON, SEQUENCE, TYPED
from recall.decks.problems import cells
from recall.decks.typed import normalise_typed
from recall.decks.wording import normalised

MOST_OPTIONS, MOST_ITEMS, MOST_GAPS, LONGEST_GAP = 6, 9, 4, 5
_SMALL = SMALL - {"not", "no", "why"}
_LONGER, _LONGER_BY = 1.3, 12
_ABOVE = re.compile(
    r"(?:all|none|any|both|neither)(?: of)? (?:the )?(?:above|these|them|others?)\b"
    r"|both [a-d1-4] and [a-d1-4]\b|all of the options",
    re.I,
)


def longest_option(facts: Facts) -> Iterator[Finding]:
    """The right option is clearly the longest, so that it need not be known."""
    options = facts.card.options
    right = [cells(option.text) for option in options if option.right]
    wrong = [cells(option.text) for option in options if not option.right]
    if len(right) == 1 and wrong:
        longest = max(wrong)
        if right[0] > max(_LONGER * longest, longest + _LONGER_BY):
            number = next(i for i, option in enumerate(options) if option.right)
            yield Finding("the right option is by far the longest", "options", number)


def no_feedback(facts: Facts) -> Iterator[Finding]:
    """Wrong options that do not say why they are wrong."""
    options = facts.card.options
    bare = [i for i, option in enumerate(options) if not option.right and not option.why]
    if bare:
        many = f" ({len(bare)} of them here)" if len(bare) > 1 else ""
        yield Finding(f"a wrong option without 'why'{many}", "options", bare[0])


def above_option(facts: Facts) -> Iterator[Finding]:
    """``All of the above``: options are shuffled."""
    for number, option in enumerate(facts.card.options):
        if _ABOVE.match(option.text):
            yield Finding(f"'{shortened(option.text)}' speaks of the others", "options", number)


def many_options(facts: Facts) -> Iterator[Finding]:
    """A choice that is a test of reading."""
    if facts.card.kind == CHOICE and len(facts.card.options) > MOST_OPTIONS:
        yield Finding(f"{len(facts.card.options)} options are more than can be weighed", "options")


def long_order(facts: Facts) -> Iterator[Finding]:
    """A sequence with more items than number keys."""
    if facts.card.kind == SEQUENCE and len(facts.card.items) > MOST_ITEMS:
        yield Finding(f"{len(facts.card.items)} items are too many to put in order", "items")


def same_item(facts: Facts) -> Iterator[Finding]:
    """An item that stands twice, so that its place cannot be told."""
    seen: set[str] = set()
    for number, item in enumerate(facts.card.items):
        text = normalised(item)
        if text in seen:
            yield Finding(f"the item '{shortened(item)}' stands twice", "items", number)
        seen.add(text)


def many_gaps(facts: Facts) -> Iterator[Finding]:
    """A cloze with more gaps than text."""
    if facts.card.kind != CLOZE:
        return
    gaps = gaps_of(facts.card.text)
    if len(gaps) > MOST_GAPS:
        yield Finding(f"{len(gaps)} gaps are {len(gaps)} questions on one text", "cloze")
    left = words_of(facts.question)
    if not left:
        yield Finding("outside the gaps there is no text to go by", "cloze")


def poor_gap(facts: Facts) -> Iterator[Finding]:
    """A gap for a phrase, or for a word without meaning."""
    if facts.card.kind != CLOZE:
        return
    for gap in gaps_of(facts.card.text):
        words = words_of(gap.text)
        message = ""
        if size(gap.text) > LONGEST_GAP:
            message = f"a gap of {size(gap.text)} words is recalled in words of one's own"
        elif facts.english and words and _SMALL.issuperset(words):
            message = f"the gap '{gap.text}' asks for a small word, not for the idea"
        if message:
            yield Finding(message, "cloze", mark="{{" + gap.text)


def same_cells(facts: Facts) -> Iterator[Finding]:
    """A row that says the same of both sides."""
    if facts.card.kind != COMPARISON:
        return
    for number, row in enumerate(facts.card.rows):
        if normalised(row.left) == normalised(row.right):
            yield Finding(f"'{shortened(row.aspect)}' is the same on both sides", "rows", number)


def idle_accept(facts: Facts) -> Iterator[Finding]:
    """A spelling that is accepted anyway."""
    if facts.card.kind != TYPED:
        return
    seen = {normalise_typed(facts.card.answer)}
    for number, spelling in enumerate(facts.card.accept):
        text = normalise_typed(spelling)
        if text in seen:
            yield Finding(f"'{shortened(spelling)}' is accepted without this", "accept", number)
        seen.add(text)
