"""What a checker makes of an answer: pure comparisons, and the grade each one proposes."""

from __future__ import annotations

from collections.abc import Sequence

from recall.decks.question import Question
from recall.decks.questions import normalise_typed
from recall.memory.events import Grade
from recall.session.values import Answer, Showing

SLIP_FROM_LETTERS = 6
"""A one-letter slip is offered as right in words of at least so many letters."""
SWAP_FROM_ITEMS = 5
"""One neighbouring swap proposes Hard in sequences of at least so many items, else Forgot."""


FOUR: tuple[Grade, ...] = tuple(Grade)
TWO: tuple[Grade, ...] = (Grade.AGAIN, Grade.GOOD)
"""The grades that a learner may choose from, by their settings."""


def grades_of(two_buttons: bool) -> tuple[Grade, ...]:
    """The grades to choose from: Forgot and Got it alone, or all four."""
    return TWO if two_buttons else FOUR


def marked(showing: Showing, among: Sequence[Grade] = FOUR) -> Grade:
    """The grade that ``Space`` takes: the proposed one; after a hint Hard in place of Got it.

    Without Hard a hint changes nothing, and what was not quite right is Forgot.
    """
    grade = showing.answer.proposed if showing.answer else Grade.GOOD
    if Grade.HARD not in among:
        return Grade.AGAIN if grade == Grade.HARD else grade
    return Grade.HARD if showing.hint and grade > Grade.HARD else grade


def no_idea() -> Answer:
    """The learner says that nothing comes to mind."""
    return Answer(score=0.0, proposed=Grade.AGAIN, right=False, no_idea=True)


def check_typed(question: Question, given: str) -> Answer:
    """Compare a typed answer: NFKC, case-folded, without punctuation.

    A slip of one letter is offered as right from six letters up, but never where what was typed
    answers another card. Nothing typed shows the answer and leaves the judgement to the learner.
    """
    typed = normalise_typed(given)
    if not typed:
        return Answer(proposed=Grade.AGAIN)
    wanted = [normalise_typed(each) for each in (question.answer, *question.accept)]
    if typed in wanted:
        return Answer(given, score=1.0, proposed=Grade.GOOD, right=True)
    near = any(len(each) >= SLIP_FROM_LETTERS and one_slip(typed, each) for each in wanted)
    if near and typed not in question.rivals:
        return Answer(given, score=1.0, proposed=Grade.GOOD, right=True, slip=True)
    return Answer(given, score=0.0, proposed=Grade.AGAIN, right=False)


def one_slip(one: str, other: str) -> bool:
    """Whether words differ by one letter: changed, missing, added, or two neighbours swapped."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = _common(one, other)
    end = _common(one[start:][::-1], other[start:][::-1])
    mine, theirs = one[start : len(one) - end], other[start : len(other) - end]
    if len(mine) <= 1 and len(theirs) <= 1:
        return True
    return len(mine) == len(theirs) == 2 and mine == theirs[::-1]


def typed_difference(given: str, answer: str) -> int | None:
    """The index of the first letter that differs, as typed; None where nothing does."""
    one, other = given.casefold(), answer.casefold()
    if one == other:
        return None
    # Case folding may lengthen a letter (ß); then the exact texts are compared instead.
    if len(one) != len(given) or len(other) != len(answer):
        one, other = given, answer
    return _common(one, other)


def check_pick(question: Question, picked: Sequence[int]) -> Answer:
    """Compare picked options (indexes into the options as shown).

    Where several are right, all of them and no other must be picked; the score is then the share of
    options that were treated rightly.
    """
    right = {number for number, option in enumerate(question.options) if option.right}
    chosen = set(picked)
    hit = chosen == right if question.several else len(chosen) == 1 and chosen <= right
    wrongly = len(chosen ^ right)
    score = 1 - wrongly / len(question.options) if question.several else float(hit)
    proposed = Grade.GOOD if hit else Grade.AGAIN
    # In words too: the numbers are those of this one showing, whose order nobody will know.
    given = "; ".join(question.options[number].text for number in picked)
    return Answer(given, tuple(picked), score=score, proposed=proposed, right=hit)


def check_which(question: Question, side: int) -> Answer:
    """Compare the side (0 or 1) picked for a trait of a comparison."""
    hit = question.contrast is not None and question.contrast.belongs == side
    proposed = Grade.GOOD if hit else Grade.AGAIN
    given = question.contrast.sides[side] if question.contrast else ""
    return Answer(given, (side,), score=float(hit), proposed=proposed, right=hit)


def check_order(question: Question, placed: Sequence[int]) -> Answer:
    """Compare an order (indexes into the items); a cycle is right from any starting point.

    All in place proposes Got it, one neighbouring swap in five or more items Hard, else Forgot.
    """
    target = best_order(question, placed)
    score = sum(mine == wanted for mine, wanted in zip(placed, target, strict=False)) / len(target)
    swapped = len(placed) >= SWAP_FROM_ITEMS and _one_swap(placed, target)
    proposed = Grade.GOOD if score == 1 else Grade.HARD if swapped else Grade.AGAIN
    return Answer(picked=tuple(placed), score=score, proposed=proposed, right=score == 1)


def best_order(question: Question, placed: Sequence[int]) -> tuple[int, ...]:
    """The right order to compare with: of a cycle the turn that fits ``placed`` best."""
    size = len(question.items)
    turns = range(size if question.cycle else 1)
    orders = [tuple((start + step) % size for step in range(size)) for start in turns]
    return max(orders, key=lambda order: sum(a == b for a, b in zip(placed, order, strict=False)))


def first_inversion(placed: Sequence[int], target: Sequence[int]) -> tuple[int, int] | None:
    """The first item that should come earlier, and the one it should come before (indexes)."""
    for mine, wanted in zip(placed, target, strict=False):
        if mine != wanted:
            return wanted, mine
    return None


def _common(one: str, other: str) -> int:
    for index, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return index
    return min(len(one), len(other))


def _one_swap(placed: Sequence[int], target: Sequence[int]) -> bool:
    wrong = [at for at, (a, b) in enumerate(zip(placed, target, strict=False)) if a != b]
    if len(wrong) != 2 or wrong[1] - wrong[0] != 1:
        return False
    left, right = wrong
    return placed[left] == target[right] and placed[right] == target[left]
