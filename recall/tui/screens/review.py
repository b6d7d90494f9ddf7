"""A sitting on the screen: keys become inputs of the machine; its effects are written elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Generic, TypeVar

from recall.decks.question import Question
from recall.ids import PromptKey
from recall.memory.events import Grade
from recall.session import machine as m
from recall.session.answers import grades_of
from recall.session.pacing import advance
from recall.session.step import HELD_KEY_MS
from recall.session.values import REPEAT, Showing
from recall.session.words import notice, wrong_pick
from recall.tui.answering import GRADES, Attempt, meaning
from recall.tui.draw.entry import EMPTY, Entry
from recall.tui.draw.review import Review, place_of, review_page
from recall.tui.draw.room import Page, Room
from recall.tui.places import FAILED, PREVIEWED, TEXT_PLACES, WAITING
from recall.tui.screens.asked import Asked
from recall.tui.screens.view import Host

REPEATED_MS = 120
"""A key that comes again so soon is being held down; it does not grade."""
CHARGE_CAP_MS = 60_000

Sat = TypeVar("Sat", bound=Asked)


class ReviewView(Generic[Sat]):
    """One sitting, from its first question until it is over.

    Args:
        finished: hears when it is over.
        edit: opens the card on the screen in the learner's editor.
        previewed: whether an author only previews it; then other keys are in force.
    """

    def __init__(
        self,
        host: Host,
        sitting: Sat,
        finished: Callable[[ReviewView[Sat]], None],
        *,
        edit: Callable[[ReviewView[Sat]], None] | None = None,
        previewed: bool = False,
    ) -> None:
        self.sitting = sitting
        self._finished = finished
        self._edit = edit
        self._previewed = previewed
        self._host = host
        self._entry = EMPTY
        self._turn = _turn_of(sitting.state)
        self._pressed = ("", 0)

    @property
    def place(self) -> str:
        """Keys wait while something is written."""
        state = self.sitting.state
        if state.phase == m.FAILED:
            return FAILED
        question = self.sitting.question
        if state.phase in (m.SAVING, m.OVER) or state.showing is None or question is None:
            return WAITING
        return self._keys_of(self._place_of(question, state.showing))

    def _place_of(self, question: Question, showing: Showing) -> str:
        wrong = wrong_pick(question, showing.answer)
        return place_of(question, showing, wrong, self._entry)

    def _keys_of(self, place: str) -> str:
        return PREVIEWED[place] if self._previewed else place

    @property
    def typing(self) -> bool:
        """Whether letters go to the text field."""
        return self.place in TEXT_PLACES

    def draw(self, room: Room) -> Page:
        """All rows of the card."""
        sitting, state = self.sitting, self.sitting.state
        question, showing = sitting.question, state.showing
        if question is None or showing is None:
            return Page([], [], [])
        place = self._place_of(question, showing)
        settings = self._host.settings
        view = Review(
            question,
            showing,
            FAILED if state.phase == m.FAILED else place,
            sitting.previews if showing.revealed_at is not None else {},
            sitting.first_time if not settings.two_buttons else sitting.first_time - {"hard"},
            sitting.ms_left() if settings.clock else None,
            sitting.fraction_used(),
            self._is_last(),
            self._entry,
            state.failure,
            self._host.message,
            self._among,
            settings.confidence,
            # Not those of the place: while a grade is written the page stays as it is, since a
            # repaint would make the next question wait for another frame.
            self._keys_of(place) if state.phase != m.FAILED else "",
        )
        page, self._entry = review_page(room, view, self._host.keymap)
        return page

    def act(self, name: str) -> None:
        """Turn an action into what the machine understands, or change how the card is shown."""
        if name == "typed" or self._held(name):
            return
        question = self.sitting.question
        if name == "retry":
            self.send(m.Retry())
        elif name == "undo":
            self.send(m.Undo(self.sitting.now()))
        elif name in ("quit", "back"):
            self._leave()
        elif name == "edit":
            if self._edit is not None:
                self._edit(self)
        elif question is not None:
            self._answer(name, question)

    def _answer(self, name: str, question: Question) -> None:
        host = self._host
        attempt = Attempt(question, self._entry, host.typed, self._among, host.settings.confidence)
        made = meaning(name, attempt, self.sitting.now())
        if isinstance(made, Entry):
            self._entry = made
            host.redraw()
        elif made is not None:
            self.send(made)

    @property
    def _among(self) -> tuple[Grade, ...]:
        """The grades to choose from."""
        return grades_of(self._host.settings.two_buttons)

    def _leave(self) -> None:
        if self.typing:
            self._entry = replace(self._entry, paused=True, text=self._host.typed)
            self._host.redraw()
        else:
            self.send(m.Leave(self.sitting.now()))

    def refit(self) -> None:
        """The text of the question has changed: keep of the entry what still fits."""
        question, entry = self.sitting.question, self._entry
        self._turn = _turn_of(self.sitting.state)
        if question is not None:
            picked = tuple(each for each in entry.picked if each < len(question.options))
            placed = tuple(each for each in entry.placed if each < len(question.items))
            self._entry = replace(entry, picked=picked, placed=placed)

    def send(self, event: m.Input) -> None:
        """Give the machine an input, paint what came of it, and write what it asks for."""
        before = self.sitting.state
        effects = self.sitting.send(event)
        self._settle(before)
        for effect in effects:
            self._host.work(partial(self.sitting.perform, effect), self.send)

    def _settle(self, before: m.State) -> None:
        state = self.sitting.state
        turn = _turn_of(state)
        if turn != self._turn:
            self._turn = turn
            self._entry = EMPTY
            self._host.fill_field()
        elif before.phase == m.ASKING and state.phase == m.ANSWERED:
            # The answer is what is looked for now, not the rest of a case that was unfolded.
            self._entry = replace(self._entry, scroll=0, case=None)
        if state.notice and state.notice != before.notice:
            self._host.say(self._said(state))
        if state.phase == m.OVER and before.phase != m.OVER:
            self._finished(self)
        elif before.phase in (m.OVER, m.SAVING) and state.showing is not None:
            self._host.show(self)
        else:
            self._host.redraw()

    def _said(self, state: m.State) -> str:
        prompt = state.notice[-1] if len(state.notice) > 1 else ""
        shown = state.showing.shown if state.showing else ""
        text = " ".join(self.sitting.text_of(prompt).split()) if prompt else ""
        return notice(state.notice, text, shown)

    def _held(self, name: str) -> bool:
        """Whether a key that would grade is only being held down since it did something else."""
        now = self.sitting.now()
        finger = "number" if name in GRADES or name.startswith("number:") else "next"
        last_finger, last = self._pressed
        self._pressed = finger, now
        if name not in ("take", "go_on", *GRADES) or finger != last_finger:
            return False
        showing = self.sitting.state.showing
        # The press that revealed the answer counts for longer: the key's first repeat is late.
        revealing = showing is not None and showing.revealed_at == last
        return now - last < (HELD_KEY_MS if revealing else REPEATED_MS)

    def _is_last(self) -> bool:
        """Whether no other question would follow this one."""
        state, now = self.sitting.state, self.sitting.now()
        if state.showing is None:
            return False
        running = min(CHARGE_CAP_MS, max(0, now - state.showing.asked_at))
        after = replace(
            state,
            spent_ms=state.spent_ms + running,
            asked=state.asked + (state.showing.shown != REPEAT),
        )
        return advance(after, now).phase == m.OVER


def _turn_of(state: m.State) -> tuple[PromptKey, int] | None:
    """Which showing of a question is on the screen."""
    return (state.showing.key, state.showing.asked_at) if state.showing else None
