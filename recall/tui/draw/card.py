"""The text of a card: question, answer, why and source, for every way of answering."""

from __future__ import annotations

from collections.abc import Sequence

from recall.decks.question import CONTRAST, GAP, ORDER, PICK, TYPE, Question
from recall.session.values import REPEAT, Showing
from recall.session.words import WORDS, explain, explain_grades, topic_of, wrong_pick
from recall.tui.draw import choice, comparison, sequence, typed
from recall.tui.draw.blocks import LEVELS, NOTE, SOURCE, WHY, Block, Fitted, Level, fit
from recall.tui.draw.entry import Entry
from recall.tui.draw.room import Room
from recall.tui.draw.text import Line, Run, cut, indent
from recall.tui.draw.wrap import paragraphs, wrap


def card(room: Room, question: Question, showing: Showing, entry: Entry, note: str) -> Fitted:
    """The card's lines, at their columns, fitted into the rows of the body."""

    def build(level: Level) -> Sequence[Block]:
        return _blocks(room, question, showing, entry, level, note)

    levels: tuple[Level, ...] = LEVELS
    if entry.case is True:
        levels = tuple(level for level in LEVELS if not level.folded)
    elif entry.case is False:
        levels = tuple(level for level in LEVELS if level.folded)
    return fit(build, room.body_rows, levels)


def note_for(question: Question, showing: Showing, topics: frozenset[str]) -> str:
    """The line that explains something the first time; a repeat says that it is one."""
    if showing.revealed_at is None:
        if showing.shown == REPEAT:
            return WORDS["once more"]
        about = ("updated", topic_of(question))
        return next((explain(topic) for topic in about if topic in topics), "")
    if wrong_pick(question, showing.answer):
        return ""  # No grades stand there, and no figures.
    new = (topic for topic in ("intervals", "hard") if topic in topics)
    return next((explain_grades(topic, question, showing) for topic in new), "")


def _blocks(
    room: Room, question: Question, showing: Showing, entry: Entry, level: Level, note: str
) -> list[Block]:
    revealed = showing.revealed_at is not None
    blocks = [Block(_case(room, question, level)), Block(_asked(room, question, revealed))]
    if showing.hint and not revealed:
        blocks.append(Block(room.at_text(paragraphs(f"Hint: {question.hint}", room.text))))
    blocks += _middle(room, question, showing, entry, level)
    if note:
        blocks.append(Block(room.at_text(paragraphs(note, room.text)), NOTE))
    if revealed:
        why = "" if question.why == question.answer else question.why
        gap = not (question.case and question.way == PICK)
        blocks.append(Block(room.at_text(_paragraphs(why, room)), WHY, gap))
        if question.case and showing.answer is not None and showing.answer.right:
            said = "Got it: you had the deciding fact too."
            blocks.append(Block(room.at_text(paragraphs(said, room.text)), gap=not room.wide))
        blocks.append(Block(room.at_text(_paragraphs(question.source, room, "dim")), SOURCE))
    return blocks


def _paragraphs(text: str, room: Room, style: str = "") -> list[Line]:
    return paragraphs(text, room.text, style) if text.strip() else []


def _case(room: Room, question: Question, level: Level) -> list[Line]:
    if not question.case:
        return []
    lines = paragraphs(question.case, room.text)
    if not level.folded or len(lines) == 1:
        return room.at_text(lines)
    folded = (Run("▸ ", "", "case"), Run(" ".join(question.case.split()), "", "case"))
    return room.at_text([cut(folded, room.text)])


def _asked(room: Room, question: Question, revealed: bool) -> list[Line]:
    style = "" if revealed else "bold"
    if question.way == GAP and question.segments:
        return room.at_text(wrap(_gap_runs(question, revealed), room.text))
    return room.at_text(paragraphs(comparison.heading(question), room.text, style))


def _gap_runs(question: Question, revealed: bool) -> list[Run]:
    style = "" if revealed else "bold"
    runs: list[Run] = []
    for part in question.segments:
        text = part.text
        if part.asked:
            text = f"[{part.text}]" if revealed else f"[ {part.hint or '…'} ]"
        runs.append(Run(text, "bold" if part.asked else style))
    return runs


def _middle(
    room: Room, question: Question, showing: Showing, entry: Entry, level: Level
) -> list[Block]:
    answer, revealed = showing.answer, showing.revealed_at is not None
    contrast = question.contrast
    if question.way == PICK:
        return choice.blocks(room, question, answer if revealed else None, entry, level)
    if question.way == ORDER:
        return sequence.blocks(room, question, answer if revealed else None, entry, revealed)
    if question.way == TYPE:
        return typed.blocks(room, question, answer, revealed, entry)
    if question.way == CONTRAST and contrast is not None:
        return comparison.blocks(room, question, answer if revealed else None, revealed)
    if question.way == GAP or not revealed:
        return []
    return [Block(indent(paragraphs(question.answer, room.text, "bold"), room.left))]
