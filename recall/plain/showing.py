"""What is read out of a question: before the answer and after it. Pure texts, one line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from recall.decks.question import CONTRAST, GAP, ORDER, PICK, TYPE, Question
from recall.memory.events import Grade
from recall.session.answers import FOUR, best_order, first_inversion, marked, typed_difference
from recall.session.time_words import preview
from recall.session.values import REPEAT, Answer, Showing
from recall.session.words import WORDS, grade_words, order_feedback, picks, wrong_pick

if TYPE_CHECKING:
    from recall.memory.scheduler import Preview


def heading(question: Question, showing: Showing, time: str) -> list[str]:
    """The deck and the time left; for practice and for a repeat, that it is one."""
    title = f"{question.deck_title}, {time}" if time else question.deck_title
    marked = [WORDS["practice"]] if showing.planned.practice else []
    return [title, *marked, *([WORDS["once more"]] if showing.shown == REPEAT else [])]


def question_lines(question: Question) -> list[str]:
    """The question, with its case before it and what there is to choose from below."""
    lines = [*question.case.splitlines(), *_asked(question)]
    if question.way == PICK:
        lines += [f"  {n}  {option.text}" for n, option in enumerate(question.options, 1)]
    elif question.way == ORDER:
        lines += [f"  {n}  {question.items[at]}" for n, at in enumerate(question.shown, 1)]
    return lines


def how_to_answer(question: Question, showing: Showing, confidence: bool = False) -> str:
    """One line that says what may be typed before the answer is shown.

    ``confidence``: whether the learner says with it how sure they are.
    """
    hint = question.hint and not showing.hint
    if question.way == TYPE:
        return "Type the answer; an empty line shows it." + (" :h hint" if hint else "")
    if question.way == ORDER:
        what = "Give the numbers in the right order, 0 for no idea; an empty line shows the answer."
    elif question.several:
        what = "Give all the right numbers, 0 for no idea; an empty line shows the answer."
    elif picks(question):
        what = "Give a number, 0 for no idea; an empty line shows the answer."
    elif confidence:
        what = "Sure: an empty line shows the answer. Not sure: 0 shows it."
    else:
        what = "An empty line shows the answer."
    return what + (" h hint" if hint else "")


def answer_lines(question: Question, showing: Showing) -> list[str]:
    """The answer, what the checker says of the learner's own, why, and the source."""
    answer = showing.answer
    if question.way == TYPE:
        lines = _typed(question, answer)
    elif question.way == PICK:
        lines = _picked(question, answer)
    elif question.way == ORDER:
        lines = _ordered(question, answer)
    elif question.way == CONTRAST:
        lines = _contrasted(question, answer)
    elif question.way == GAP:
        lines = [f"Answer: {_filled(question)}"]
    else:
        lines = _labelled("Answer", question.answer)
    if question.why and question.why != question.answer:
        lines += question.why.splitlines()
    if question.source:
        lines.append(f"Source: {question.source}")
    return lines


def grade_line(
    question: Question,
    showing: Showing,
    previews: Mapping[Grade, Preview],
    among: Sequence[Grade] = FOUR,
) -> str:
    """The grades with what each one means for this question; the marked one in brackets."""
    if wrong_pick(question, showing.answer):
        again = previews.get(Grade.AGAIN)
        repeat = f" {WORDS['wrong pick']}" if again is not None and again.again_today else ""
        return f"An empty line goes on.{repeat} u takes a wrong number back."
    proposed = marked(showing, among)
    words = grade_words(question, showing, among)
    parts = []
    for grade, word in words.items():
        name = f"[{int(grade)} {word}]" if grade == proposed else f"{int(grade)} {word}"
        figure = previews.get(grade)
        parts.append(f"{name} {preview(figure)}" if figure is not None else name)
    return "   ".join(parts)


def _asked(question: Question) -> list[str]:
    contrast = question.contrast
    if contrast is None:
        return question.text.splitlines()
    if contrast.asked == "which":
        sides = [f"  {number}  {side}" for number, side in enumerate(contrast.sides, 1)]
        return [*question.text.splitlines(), *sides]
    if contrast.asked == "why":
        return question.text.splitlines()
    hidden = 0 if contrast.asked == "left" else 1
    cells = ["[ ? ]" if at == hidden else cell for at, cell in enumerate(contrast.cells)]
    rows = zip(contrast.sides, cells, strict=True)
    return [contrast.aspect, *(f"  {side}: {cell}" for side, cell in rows)]


def _labelled(label: str, text: str) -> list[str]:
    first, *rest = text.splitlines() or [""]
    return [f"{label}: {first}", *rest]


def _filled(question: Question) -> str:
    filled = "".join(f"[{part.text}]" if part.asked else part.text for part in question.segments)
    return " ".join((filled or question.answer).split())


def _typed(question: Question, answer: Answer | None) -> list[str]:
    if answer is None or not answer.given:
        return [f"Answer: {question.answer}"]
    lines = [f"You: {answer.given}", f"Answer: {question.answer}"]
    if answer.slip:
        return [*lines, "Right, but for one letter."]
    if answer.right:
        return [*lines, "Right."]
    place = typed_difference(answer.given, question.answer)
    return lines if place is None else [*lines, f"The two differ from letter {place + 1} on."]


def _picked(question: Question, answer: Answer | None) -> list[str]:
    chosen = answer.picked if answer is not None else ()
    lines = []
    for at, option in enumerate(question.options):
        if not option.right and at not in chosen:
            continue
        mine = f" ({WORDS['your pick']})" if at in chosen else ""
        lines.append(f"{'Right' if option.right else 'Wrong'}: {at + 1} {option.text}{mine}")
        if option.why:
            lines += [f"  {line}" for line in option.why.splitlines()]
    return lines


def _ordered(question: Question, answer: Answer | None) -> list[str]:
    if answer is None or not answer.picked:
        return ["Right order: " + ", ".join(question.items)]
    placed, target = answer.picked, best_order(question, answer.picked)
    lines = [
        "Your order: " + ", ".join(question.items[at] for at in placed),
        "Right order: " + ", ".join(question.items[at] for at in target),
    ]
    swap = first_inversion(placed, target)
    texts = (question.items[swap[0]], question.items[swap[1]]) if swap else ("", "")
    return [*lines, order_feedback(answer.score, len(question.items), *texts)]


def _contrasted(question: Question, answer: Answer | None) -> list[str]:
    contrast = question.contrast
    assert contrast is not None
    verdict: list[str] = []
    if answer is not None and answer.picked:
        mine = contrast.sides[answer.picked[0]]
        verdict = [f"{'Right' if answer.right else 'Wrong'}: {mine} ({WORDS['your pick']})"]
    if contrast.asked == "why":
        return _labelled("Answer", question.answer)
    asked = {"left": 0, "right": 1, "which": contrast.belongs}[contrast.asked]
    cells = [f"[{cell}]" if at == asked else cell for at, cell in enumerate(contrast.cells)]
    rows = zip(contrast.sides, cells, strict=True)
    return [*verdict, contrast.aspect, *(f"  {side}: {cell}" for side, cell in rows)]
