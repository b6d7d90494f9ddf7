"""The answers to one question, in their order, as its memory took them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any, NamedTuple


class Life(NamedTuple):
    """The answers to one question since it was started (again), as columns: an object for each of a
    hundred thousand answers would take longer to make than all figures about them.

    Attributes:
        days: study days; none before that of the answer before it, whatever a clock showed.
        grades: 1 to 4.
        chances: of recall, as they were expected; None at first sight and again on the same day,
            for neither says anything about remembering.
        stabilities: days, after each answer.
        adopted: places of answers that were given to a question whose history this one adopted.
        newest: places of the answers of the newest session.
        details: by place, of some that were forgotten: what was given, and how sure the learner
            was.
    """

    days: Sequence[int]
    grades: Sequence[int]
    chances: Sequence[float | None]
    stabilities: Sequence[float]
    adopted: Set[int] = frozenset()
    newest: Sequence[int] = ()
    details: Mapping[int, Mapping[str, Any]] = {}

    def own(self, at: int) -> bool:
        """Whether an answer was given to this question, not to one whose history it adopted."""
        return at not in self.adopted

    def scored(self) -> list[tuple[int, int, float]]:
        """Day, grade and chance of the answers that count in a recall rate, each once: given to
        this question, which was met on an earlier day."""
        answers = zip(self.days, self.grades, self.chances, strict=True)
        if not self.adopted:
            return [(day, grade, chance) for day, grade, chance in answers if chance is not None]
        return [
            (day, grade, chance)
            for at, (day, grade, chance) in enumerate(answers)
            if chance is not None and at not in self.adopted
        ]
