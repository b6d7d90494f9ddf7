"""What was answered, and how far a learner has come in answering."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from recall.compass.questions import BY_ID, QUESTIONS, STEPS, Deciding, Question


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers by the id of their question; what was skipped is in neither.

    ``deciding`` holds yes (True) and no, ``scale`` steps from -2 (kaizen) to 2 (breakthrough).
    """

    deciding: Mapping[str, bool] = field(default_factory=dict)
    scale: Mapping[str, int] = field(default_factory=dict)

    def given(self, name: str) -> int | None:
        """The answer to a question, yes as 1 and no as 0; None where it was skipped."""
        return self.deciding.get(name, self.scale.get(name))

    def having(self, name: str, value: int | None) -> Answers:
        """The same with one question answered, or left open again (None).

        Raises:
            KeyError: there is no such question.
            ValueError: the question has no such answer.
        """
        deciding, scale = dict(self.deciding), dict(self.scale)
        if isinstance(BY_ID[name], Deciding):
            deciding.pop(name, None)
            if value is not None:
                deciding[name] = bool(value)
        else:
            scale.pop(name, None)
            if value is not None:
                if value not in STEPS:
                    raise ValueError(f"{value} is no step of the scale")
                scale[name] = value
        return Answers(deciding, scale)


def answers_of(given: Iterable[tuple[str, int | None]]) -> Answers:
    """Answers from pairs of question and value; of two for one question the later counts."""
    answers = Answers()
    for name, value in given:
        answers = answers.having(name, value)
    return answers


@dataclass(frozen=True, slots=True)
class Walk:
    """A problem on its way through the questions; ``at`` counts them from 0."""

    problem: str = ""
    answers: Answers = field(default_factory=Answers)
    at: int = 0

    @property
    def question(self) -> Question | None:
        """The question asked now; None when all were asked."""
        return QUESTIONS[self.at] if self.at < len(QUESTIONS) else None

    def answer(self, value: int | None) -> Walk:
        """Answer the question (None skips it, and forgets an earlier answer) and go on."""
        if self.question is None:
            return self
        answers = self.answers.having(self.question.id, value)
        return replace(self, answers=answers, at=self.at + 1)

    def back(self) -> Walk:
        """Return to the question before; what was answered stays until it is answered anew."""
        return replace(self, at=max(0, self.at - 1))

    def finish(self) -> Walk:
        """Ask no more; what was not reached counts as skipped."""
        return replace(self, at=len(QUESTIONS))
