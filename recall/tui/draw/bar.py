"""The grade bar: the grades with the interval that each one gives; the marked one in brackets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from recall.decks.question import Question
from recall.memory.events import Grade
from recall.session.answers import FOUR, marked
from recall.session.time_words import preview, preview_short
from recall.session.values import Showing
from recall.session.words import grade_words
from recall.tui.draw.room import Room
from recall.tui.draw.text import Line, Run, place, width_of
from recall.tui.keymap import Keymap

if TYPE_CHECKING:
    from recall.memory.scheduler import Preview

NAMES = {Grade.AGAIN: "again", Grade.HARD: "hard", Grade.GOOD: "good", Grade.EASY: "easy"}
COLUMNS = (2, 21, 39, 57)
"""Columns of the four grades within the frame, where one row holds them all."""


def bar(
    room: Room,
    question: Question,
    showing: Showing,
    previews: Mapping[Grade, Preview],
    keymap: Keymap,
    among: Sequence[Grade] = FOUR,
) -> list[Line]:
    """The two rows of the bar. A grade stands where it always stands, whatever others there are."""
    words = grade_words(question, showing, among)
    chosen = marked(showing, among)
    labels = {
        grade: _label(grade, f"{keymap.first(NAMES[grade])} {word}", grade == chosen)
        for grade, word in words.items()
    }
    figures = {grade: figure for grade, figure in previews.items() if grade in labels}
    if room.wide:
        return _one_row(room, labels, figures)
    return [
        _pair(room, labels, figures, Grade.AGAIN, Grade.HARD),
        _pair(room, labels, figures, Grade.GOOD, Grade.EASY),
    ]


def _label(grade: Grade, text: str, chosen: bool) -> Line:
    act = NAMES[grade]
    if chosen:
        return (Run(f"[{text}]", "grade", act),)
    return (Run(f" {text} ", "", act),)


def _one_row(
    room: Room, labels: Mapping[Grade, Line], previews: Mapping[Grade, Preview]
) -> list[Line]:
    spots = dict(zip(Grade, COLUMNS, strict=True))
    top = place(*((spots[grade], label) for grade, label in labels.items()))
    below = place(
        *(
            (spots[grade] + 3, (Run(preview(previews[grade]), "", NAMES[grade]),))
            for grade in Grade
            if grade in previews
        )
    )
    return [room.at_frame(top), room.at_frame(below)]


def _pair(
    room: Room,
    labels: Mapping[Grade, Line],
    previews: Mapping[Grade, Preview],
    one: Grade,
    other: Grade,
) -> Line:
    """Two grades side by side: the figure in line on the left, at the end on the right."""
    if other not in labels:
        figure = preview(previews[one]) if one in previews else ""
        return place((0, labels[one]), (11, (Run(figure, "", NAMES[one]),)))
    half = (room.frame + 2) // 2
    end = room.frame - 1
    at = max(11, width_of(labels[one]))
    beside = labels[other][0].style != "grade"
    first = _figure(previews.get(one), half - at - 1, half - at if beside else 0)
    second = _figure(previews.get(other), end - half - width_of(labels[other]))
    return place(
        (0, labels[one]),
        (at, (Run(first, "", NAMES[one]),)),
        (half, labels[other]),
        (end - len(second), (Run(second, "", NAMES[other]),)),
    )


def _figure(figure: Preview | None, room: int, at_most: int = 0) -> str:
    """The interval in the most words that fit; ``today+1d`` may take ``at_most`` cells."""
    if figure is None:
        return ""
    short = preview_short(figure)
    number, _, unit = short.partition(" ")
    if not unit:
        return short if len(short) <= max(room, at_most) else _if_fits(short[5:], room)
    tiny = f"{number} {unit[:2] if unit[:2] == 'mo' else unit[0]}"
    return short if len(short) <= room else _if_fits(tiny, room)


def _if_fits(text: str, room: int) -> str:
    return text if len(text) <= room else ""
