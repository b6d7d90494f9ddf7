"""The Summary: close, five more minutes, or take the last grade back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recall.session import machine as m
from recall.session.words import day_word
from recall.tui.actions import SUMMARY, WAITING
from recall.tui.draw.room import Page, Room
from recall.tui.draw.summary import Report, summary_page
from recall.tui.screens.view import Learner

if TYPE_CHECKING:
    from recall.collection.collection import Collection
    from recall.collection.sitting import Sitting
    from recall.tui.screens.review import ReviewView


NOTHING_MORE = "That was everything for now."


class SummaryView:
    """What the sitting came to."""

    def __init__(self, journey: Learner, review: ReviewView, report: Report) -> None:
        self._journey, self._host = journey, journey.host
        self._review = review
        self._report = report
        self._offset = 0

    @property
    def place(self) -> str:
        """Keys wait while an undo is being written."""
        saving = self._review.sitting.state.phase == m.SAVING
        return WAITING if saving else SUMMARY

    def draw(self, room: Room) -> Page:
        """All rows of the Summary."""
        host = self._host
        failure = self._review.sitting.state.failure
        message = failure or host.message
        page, self._offset = summary_page(room, self._report, host.keymap, self._offset, message)
        return page

    def act(self, name: str) -> None:
        """Close, go on, practise, or undo."""
        if name in ("close", "quit", "back"):
            self._host.leave()
        elif name == "more":
            self._journey.more(self._review.sitting)
        elif name == "undo":
            self._review.send(m.Undo(self._review.sitting.now()))
        elif name == "practise":
            from recall.tui.screens.practice import choose_practice

            choose_practice(self._journey, self)
        elif name in ("scroll_down", "scroll_up"):
            self._offset += 1 if name == "scroll_down" else -1
            self._host.redraw()

    def go_on(self, more: m.More) -> None:
        """Five more minutes were planned: ask them, or say that there is nothing to ask."""
        self._review.send(more)
        if self._review.sitting.state.phase == m.OVER:
            self._host.say(NOTHING_MORE)
            self._host.show(self)


def report_of(sitting: Sitting, collection: Collection) -> Report:
    """The figures of a sitting that is over. Blocks on the store."""
    summary = sitting.summary()
    day, minutes = sitting.next_session()
    return Report(
        summary,
        sitting.minutes or 0,
        tuple(sitting.look_again(key) for key in summary.look_again),
        day_word(day, collection.today),
        minutes,
        collection.advice(sitting.state),
    )
