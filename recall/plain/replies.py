"""What a line means: a command, or an answer to the question that was asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recall.decks.question import ORDER, TYPE, Question
from recall.session.answers import check_order, check_pick, check_typed, check_which, no_idea
from recall.session.values import Answer
from recall.session.words import picks

COMMANDS = {
    "u": "undo",
    "h": "hint",
    "q": "quit",
    "b": "bury",
    "s": "suspend",
    "f": "flag",
    "?": "help",
}

_HELP = (
    "h hint      u undo      q end",
    "b not today     s put away     f mark",
    "While an answer is being typed, a colon comes first: :h :u :q and so on.",
)


def help_lines(two_buttons: bool, confidence: bool) -> list[str]:
    """What may be typed, with the grades that there are, and ``0`` where it means "not sure"."""
    sure = ["0           not sure, but show the answer"] if confidence else []
    four = "1 2 3 4     forgot, hard, got it, easy"
    grades = "1 3         forgot, got it" if two_buttons else four
    return ["empty line  show the answer, then take the grade in brackets", *sure, grades, *_HELP]


@dataclass(frozen=True, slots=True)
class Unclear:
    """A line that means nothing here; ``why`` says what would."""

    why: str


def command_in(line: str, typing: bool = False) -> str | None:
    """The command that a line is, None where it is none; while typing a colon comes first."""
    if line.startswith(":"):
        return COMMANDS.get(line[1:].lower())
    return None if typing else COMMANDS.get(line.lower())


def answer_in(line: str, question: Question, confidence: bool = False) -> Answer | Unclear | None:
    """What a line that is no command answers; None asks for the answer to be shown.

    ``confidence``: whether ``0`` asks for it too, by a learner who is not sure.
    """
    if question.way == TYPE:
        return check_typed(question, line)
    if not line:
        return None
    if question.way == ORDER:
        return _order(line, question)
    if picks(question):
        return _pick(line, question)
    if confidence and line == "0":
        return None
    return Unclear("An empty line shows the answer; ? lists what else there is.")


def _pick(line: str, question: Question) -> Answer | Unclear:
    contrast = question.contrast
    size = len(question.options) if contrast is None else 2
    numbers = _numbers(line, size, apart=not question.several)
    if numbers == [0]:
        return no_idea()
    if not numbers or not all(1 <= number <= size for number in numbers):
        return Unclear(f"Give a number from 1 to {size}, or 0 for no idea.")
    if not question.several and len(numbers) > 1:
        return Unclear("One is right: give one number.")
    if contrast is not None:
        return check_which(question, numbers[0] - 1)
    return check_pick(question, [number - 1 for number in dict.fromkeys(numbers)])


def _order(line: str, question: Question) -> Answer | Unclear:
    size = len(question.items)
    numbers = _numbers(line, size)
    if numbers == [0]:
        return no_idea()
    if sorted(numbers) != list(range(1, size + 1)):
        return Unclear(f"Give each number from 1 to {size} once, in the right order.")
    return check_order(question, [question.shown[number - 1] for number in numbers])


def _numbers(line: str, size: int, apart: bool = False) -> list[int]:
    """The numbers of a line; up to nine items ``2 3 1`` may be written ``231`` too."""
    if not re.fullmatch(r"[0-9 ,;]+", line) or len(line) > 200:
        return []
    words = re.findall(r"[0-9]+", line)
    if not apart and size <= 9 and len(words) == 1:
        words = list(words[0])
    return [int(word) for word in words if len(word) < 4]
