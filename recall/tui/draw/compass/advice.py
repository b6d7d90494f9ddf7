"""The recommendation: what to do, why, the profile, and the cards to study about it."""

from __future__ import annotations

from collections.abc import Sequence

from recall.compass.questions import DECIDING
from recall.compass.recommend import SCALE
from recall.compass.report import Outcome, StudyCard
from recall.compass.words import TITLE, counts
from recall.tui.draw.blocks import window
from recall.tui.draw.compass.profile import profile_lines
from recall.tui.draw.frame import button, entries, foot, header, key_line
from recall.tui.draw.room import Page, Room, fill
from recall.tui.draw.text import BLANK, Line, Run, cut, indent, line
from recall.tui.draw.wrap import paragraphs
from recall.tui.keymap import Keymap
from recall.tui.places import ADVISED

_YES_NO = {True: "yes", False: "no", None: "not answered"}


def advice_page(
    room: Room,
    outcome: Outcome,
    cards: Sequence[StudyCard],
    keymap: Keymap,
    scroll: int,
    message: str,
) -> tuple[Page, int]:
    """All rows of the recommendation, and the rows that it is scrolled by."""
    head = [header(room, outcome.walk.problem or TITLE, "")]
    body, scroll = window(
        room.at_text(_lines(room, outcome, cards)), room.body_rows, scroll, room.left
    )
    study: Line = BLANK
    if cards:
        words = f"Study these {len(cards)} cards" if len(cards) > 1 else "Study this card"
        study = button(keymap.first("study"), words, "study")
    hidden = frozenset({"quit"} if not room.wide else ())
    keys = key_line(room, entries(keymap, ADVISED, hidden))
    bottom = foot(room, room.at_text([study, BLANK]), keys, message)
    return Page(fill(head, room.head_rows), body, bottom), scroll


def _lines(room: Room, outcome: Outcome, cards: Sequence[StudyCard]) -> list[Line]:
    words, deciding = outcome.said, outcome.walk.answers.deciding
    lines = paragraphs(words.headline, room.text, "bold")
    for each in words.advice:
        lines += [BLANK, *paragraphs(each, room.text)]
    for title, sentences in (("Because", words.because), ("Mind", words.mind)):
        if sentences:
            lines += [BLANK, line(title)]
            lines += [row for each in sentences for row in _point(room, each)]
    lines += [BLANK, line("Profile")]
    if SCALE not in outcome.recommendation.because:
        lines += paragraphs(counts(outcome.profile), room.text)
    lines += profile_lines(room, outcome.profile)
    lines.append(BLANK)
    lines += [line(f"{asked.title}: {_YES_NO[deciding.get(asked.id)]}") for asked in DECIDING]
    if cards:
        lines += [BLANK, line("Cards to study")]
        lines += [row for card in cards for row in _card(room, card)]
    return lines


def _point(room: Room, text: str) -> list[Line]:
    return indent(paragraphs(text, room.text - 2), 2)


def _card(room: Room, card: StudyCard) -> list[Line]:
    if room.wide:
        deck = cut(line(f"{card.deck}: "), room.text // 2)
        return [(Run("  "), *cut((*deck, Run(card.text)), room.text - 2))]
    return [(Run("  "), *cut(line(card.text), room.text - 2))]
