"""Sends inputs to a sitting, carries out what it asks for, and says what happened."""

from __future__ import annotations

from recall.collection.sitting import Sitting
from recall.decks.clean import one_line
from recall.decks.question import Question
from recall.ids import card_of
from recall.memory.events import BURY, FLAG, SUSPEND
from recall.plain.lines import Writer
from recall.plain.replies import help_lines
from recall.session import machine as m
from recall.session.values import Showing
from recall.session.words import notice
from recall.settings import Settings


class Talk:
    """One sitting and the output on which it is told."""

    def __init__(self, sitting: Sitting, writer: Writer, settings: Settings) -> None:
        self._sitting = sitting
        self._settings = settings
        self._say = writer.say
        self._explained: set[str] = set()

    def on_screen(self) -> tuple[Question, Showing]:
        """The question that is asked or answered now; only while the sitting is not over."""
        question, showing = self._sitting.question, self._sitting.state.showing
        assert question is not None
        assert showing is not None
        return question, showing

    def carry_out(self, command: str) -> bool:
        """Do what a command says; False where it ends the sitting."""
        sitting = self._sitting
        if command == "quit":
            return False
        if command == "help":
            settings = self._settings
            self._say(*help_lines(settings.two_buttons, settings.confidence))
        elif command == "undo":
            self.send(m.Undo(sitting.now()))
        elif command == "hint":
            self._hint()
        else:
            kind = {"bury": BURY, "suspend": SUSPEND, "flag": FLAG}[command]
            self.send(m.SetCard(sitting.now(), kind))
        return True

    def _hint(self) -> None:
        question = self._sitting.question
        if self._sitting.state.phase != m.ASKING or question is None:
            return
        if not question.hint:
            self._say("There is no hint for this one.")
            return
        self.send(m.Hint())
        self._say(f"Hint: {question.hint}")

    def send(self, event: m.Input) -> None:
        """Send an input, carry out what it asks for, and say what happened."""
        sitting = self._sitting
        effects = wrote = sitting.send(event)
        while effects:
            effects = sitting.send(sitting.perform(effects[0]))
        happened = sitting.state.notice
        if happened and wrote:
            self._say(notice(happened, self._text(happened[-1]), self._shown))

    @property
    def _shown(self) -> str:
        showing = self._sitting.state.showing
        return showing.shown if showing is not None else ""

    def _text(self, prompt: str) -> str:
        question, showing = self._sitting.question, self._sitting.state.showing
        # Read as it is asked: the raw text of a cloze would give its gaps away.
        if (
            question is not None
            and showing is not None
            and card_of(showing.key.prompt) == card_of(prompt)
        ):
            return one_line(question.text)
        return one_line(self._sitting.text_of(prompt))

    def tell(self, topic: str, line: str) -> None:
        """Say a topic's one line where the learner has not met it, once a sitting."""
        if topic in self._sitting.first_time - self._explained:
            self._explained.add(topic)
            self._say(line)
