"""The answers to one question, in their order, as its memory took them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import compress
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

    def scored(self) -> tuple[Iterable[int], Iterable[int], Iterable[float]]:
        """Days, grades and chances of the answers that count in a recall rate, each once: given to
        this question, which was met on an earlier day."""
        # A chance is never 0, so that it says itself whether there is one.
        counts: Sequence[float | None] = self.chances
        if self.adopted:
            counts = [chance if self.own(at) else None for at, chance in enumerate(counts)]
        return compress(self.days, counts), compress(self.grades, counts), filter(None, counts)
