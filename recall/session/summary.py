"""What a sitting came to, in numbers; the words for them are in ``session.words``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from recall.ids import PromptKey
from recall.memory.curve import recall
from recall.memory.events import Grade, Memory
from recall.session.machine import State
from recall.session.values import NEW, REVIEW

LOOK_AGAIN = 3


@dataclass(frozen=True, slots=True)
class Summary:
    """The numbers of a sitting.

    Attributes:
        ending: ``time up``, ``all done`` or ``left``.
        minutes: whole minutes charged, at least 1 where anything was answered.
        reviewed: questions met on an earlier day that were answered; ``recalled`` and ``forgotten``
            add up to it. Repeats within the session count in neither.
        practised: questions answered without rescheduling them, ``practice_recalled`` of them
            recalled; they count in nothing else.
        new: questions met for the first time: ``new_known`` (Hard, Got it, Easy) and
            ``new_learning`` (New to me, Guessed).
        outlook_before, outlook_after: questions that would be recalled on the day that matters,
            without this sitting and with it.
        total: questions that could be recalled at all.
        when: the day that the outlook is for; None means two weeks ahead.
        look_again: keys of at most three questions forgotten, newest last.
    """

    ending: str
    minutes: int
    reviewed: int = 0
    recalled: int = 0
    forgotten: int = 0
    practised: int = 0
    practice_recalled: int = 0
    new: int = 0
    new_known: int = 0
    new_learning: int = 0
    outlook_before: float = 0.0
    outlook_after: float = 0.0
    total: int = 0
    look_again: tuple[PromptKey, ...] = ()
    when: date | None = None

    @property
    def answered(self) -> int:
        """Different questions answered, those practised left out."""
        return self.reviewed + self.new


def summarise(
    state: State, *, before: float, after: float, total: int, when: date | None = None
) -> Summary:
    """The numbers of a sitting from its state.

    Args:
        before: the outlook without this sitting, questions; ``after``: with it.
        total: questions in the decks at hand; when: the day of the outlook.
    """
    answered = [done for done in state.done if done.grade is not None]
    practice = [
        done
        for done in answered
        if done.showing.planned.practice and done.showing.shown in (NEW, REVIEW)
    ]
    graded = [done for done in answered if not done.showing.planned.practice]
    reviews = [done for done in graded if done.showing.shown == REVIEW]
    firsts = [done for done in graded if done.showing.shown == NEW]
    recalled = sum(done.grade != Grade.AGAIN for done in reviews)
    known = sum(done.grade != Grade.AGAIN for done in firsts)
    forgotten = [done.showing.key for done in (*reviews, *practice) if done.grade == Grade.AGAIN]
    return Summary(
        ending=state.ending,
        minutes=max(round(state.spent_ms / 60_000), 1) if state.done else 0,
        reviewed=len(reviews),
        recalled=recalled,
        forgotten=len(reviews) - recalled,
        practised=len(practice),
        practice_recalled=sum(done.grade != Grade.AGAIN for done in practice),
        new=len(firsts),
        new_known=known,
        new_learning=len(firsts) - known,
        outlook_before=before,
        outlook_after=after,
        total=total,
        when=when,
        look_again=tuple(dict.fromkeys(forgotten))[-LOOK_AGAIN:],
    )


def outlook(
    memories: Mapping[PromptKey, Memory],
    counts: Callable[[PromptKey], bool],
    day: int,
    weights: tuple[float, ...],
) -> float:
    """How many of the questions that count would be recalled on a study day: the sum of ``r``."""
    return sum(
        recall(max(0, day - memory.last_day), memory.stability, weights)
        for key, memory in memories.items()
        if counts(key)
    )
