"""The adapter around py-fsrs: study days, no learning steps, no fuzz.

py-fsrs counts elapsed days in blocks of 24 hours and shows a card again within minutes; both are
wrong for one short session a day. It is therefore given midnight UTC of the study day as the time
of a review, and no steps. It is imported on first use, because that takes time at start-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, timezone
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from recall.memory.curve import DEFAULT_WEIGHTS
from recall.memory.events import Event, Grade, Memory
from recall.memory.pace import NEW, REPEAT, REVIEW, log_residual
from recall.memory.told import STATE, told

if TYPE_CHECKING:
    import fsrs

MODEL = "fsrs-6 study days 1"
"""Names how reviews are folded; another name means that memories must be folded anew."""

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)  # noqa: UP017 - py-fsrs takes only this zone
_FIRST_DAY = (datetime.min - datetime(1970, 1, 1)).days
_LAST_DAY = (datetime.max - datetime(1970, 1, 1)).days - 40_000
_AGAIN = int(Grade.AGAIN)


class Preview(NamedTuple):
    """What a grade would mean: asked again in so many days, and once more today or not."""

    days: int
    again_today: bool = False


class Scheduler:
    """FSRS-6 with one set of weights.

    Args:
        weights: the 21 weights of FSRS-6.

    Raises:
        ValueError: on first use, where weights are out of py-fsrs's bounds.
    """

    def __init__(self, weights: Sequence[float] = DEFAULT_WEIGHTS) -> None:
        self.weights = tuple(weights)
        self._anchors = _Anchors()

    def review(self, memory: Memory | None, event: Event) -> Memory:
        """The memory after a review; ``memory`` is None for a prompt never met."""
        after = self.fold(memory, (event,))
        assert after is not None
        return after

    def fold(self, memory: Memory | None, reviews: Iterable[Event]) -> Memory | None:
        """The memory after reviews that are given in their total order.

        One by one or all at once gives the same bits. A review that another program gave may tell
        what that program's FSRS held after it: then that is the memory.
        """
        card = self._card(memory)
        day = reviewed = lapses = first_grade = answers = 0
        log_seconds = 0.0
        if memory is not None:
            _, _, day, _, reviewed, lapses, first_grade, answers, log_seconds, *_ = memory
        review_card, anchors, ratings = self._fsrs.review_card, self._anchors, self._ratings
        event = None
        for event in reviews:
            grade, today = event.grade or _AGAIN, event.study_day
            if not reviewed:
                usual, first_grade, day = NEW, grade, today
            elif today > day:
                usual, day = REVIEW, today
                lapses += grade == _AGAIN
            else:
                # Also where a clock was set back: no memory gets negative days.
                usual = REPEAT
            card, _ = review_card(card, ratings[grade], anchors[day])
            if STATE in event.details and (state := told(event)):
                card.stability, card.difficulty = state
                card.due = anchors[day] + timedelta(days=state.days)
            reviewed += 1
            residual = log_residual(event.took_ms, event.details.get("shown", usual), grade)
            if residual is not None:
                answers += 1
                log_seconds += residual
        if event is None:
            return memory
        assert card.stability is not None
        assert card.difficulty is not None
        return Memory(
            card.stability,
            card.difficulty,
            day,
            day + (card.due - anchors[day]).days,
            reviewed,
            lapses,
            first_grade,
            answers,
            log_seconds,
            event.at_ms,
            event.id,
        )

    def preview(
        self, memory: Memory | None, day: int, once_more: bool = False
    ) -> dict[Grade, Preview]:
        """The interval in days that each grade would give on a study day.

        Args:
            memory: None for a prompt never met.
            day: the study day of the review.
            once_more: whether a Good on the same day follows, as after a repeat that is passed.
        """
        if memory is not None:
            day = max(day, memory.last_day)
        anchor = self._anchors[day]
        previews = {}
        for grade in Grade:
            card, _ = self._fsrs.review_card(self._card(memory), self._ratings[grade], anchor)
            if once_more:
                card, _ = self._fsrs.review_card(card, self._ratings[Grade.GOOD], anchor)
            previews[grade] = Preview((card.due - anchor).days)
        return previews

    def _card(self, memory: Memory | None) -> fsrs.Card:
        from fsrs import State

        from recall.memory.card import OwnCard

        # Without an id, a card sleeps; without a due date, it reads the clock.
        if memory is None:
            return OwnCard(card_id=0, due=_EPOCH)
        return OwnCard(
            card_id=0,
            state=State.Review,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=_EPOCH,
            last_review=self._anchors[memory.last_day],
        )

    @cached_property
    def _fsrs(self) -> fsrs.Scheduler:
        from fsrs import Scheduler as Fsrs

        return Fsrs(
            parameters=self.weights,
            learning_steps=(),
            relearning_steps=(),
            enable_fuzzing=False,
        )

    @cached_property
    def _ratings(self) -> tuple[fsrs.Rating, ...]:
        from fsrs import Rating

        # By grade, so from 1 on.
        return (Rating.Again, Rating.Again, Rating.Hard, Rating.Good, Rating.Easy)


class _Anchors(dict[int, datetime]):
    """Midnight UTC of study days. Days beyond the calendar stand at its edge: a clock that is so
    far off says nothing about elapsed days."""

    def __missing__(self, day: int) -> datetime:
        anchor = _EPOCH + timedelta(days=min(max(day, _FIRST_DAY), _LAST_DAY))
        self[day] = anchor
        return anchor
