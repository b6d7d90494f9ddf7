"""One sitting line by line: the same machine as in the app, without colour or cursor movement."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import BinaryIO, TextIO

from recall.collection.collection import Collection
from recall.collection.practice_words import prompts_for
from recall.collection.practising import practise
from recall.collection.scope import parse_scope
from recall.collection.sitting import Sitting
from recall.decks.question import TYPE, Question
from recall.errors import StoreError
from recall.memory.events import Grade
from recall.plain.closing import Closing
from recall.plain.lines import Reader, Writer
from recall.plain.replies import Unclear, answer_in, command_in
from recall.plain.showing import (
    answer_lines,
    grade_line,
    heading,
    how_to_answer,
    question_lines,
)
from recall.plain.talk import Talk
from recall.session import machine as m
from recall.session import sentences
from recall.session.answers import grades_of
from recall.session.time_words import time_left
from recall.session.values import Showing
from recall.session.words import (
    WORDS,
    counted,
    explain,
    explain_grades,
    in_the_head,
    not_saved,
    topic_of,
    wrong_pick,
)

SAFE, NOT_SAVED = 0, StoreError.exit_code


def run_plain(
    collection: Collection,
    words: Sequence[str] = (),
    *,
    minutes: int | None = None,
    cards: int | None = None,
    practice: bool = False,
    source: BinaryIO | None = None,
    sink: TextIO | None = None,
) -> int:
    """Work one sitting through; returns the exit code (3: the last answer could not be saved).

    ``practice``: the words say what to practise without rescheduling it, none what was hard today.
    ``source`` and ``sink`` are standard input (bytes) and output unless given.

    Raises:
        UsageError: words that name no deck, tag or file, or nothing to practise.
    """
    if practice:
        sitting = practise(collection, prompts_for(collection, words)[:cards])
    else:
        sitting = collection.sit(parse_scope(words, collection.library), minutes, cards)
    reader, writer = Reader(source or sys.stdin.buffer), Writer(sink or sys.stdout)
    writer.say(*collection.notices)
    return PlainSession(collection, sitting, reader, writer).run()


class PlainSession:
    """Reads a line, sends what it means to the sitting, says what the sitting shows then."""

    def __init__(
        self, collection: Collection, sitting: Sitting, reader: Reader, writer: Writer
    ) -> None:
        self._collection = collection
        self._settings = collection.settings
        self._among = grades_of(self._settings.two_buttons)
        self._sitting = sitting
        self._reader = reader
        self._say = writer.say
        self._talk = Talk(sitting, writer, self._settings)
        self._closing = Closing(collection, sitting, self._talk, reader, writer)
        self._told: object = None

    def run(self) -> int:
        """Ask until the sitting is over and closed, or the input ends."""
        self._welcome()
        turns = {m.ASKING: self._ask, m.ANSWERED: self._judge, m.FAILED: self._retry}
        while True:
            turn = turns.get(self._sitting.state.phase, self._closing.over)
            if not turn():
                return self._end()

    def _welcome(self) -> None:
        state = self._sitting.state
        if state.showing is None:
            return
        planned = (state.showing.planned, *state.queue)
        new = sum(each.is_new for each in planned)
        review, minutes = len(planned) - new, self._sitting.minutes
        if state.showing.planned.practice:
            self._say(f"{counted(len(planned), 'question')}. {WORDS['practice']}")
            self._say_how()
            return
        status = "usual" if self._collection.memories else "first"
        if minutes is None:
            self._say(f"{sentences.planned(review, new)}.")
        else:
            text = sentences.home_sentence(status, review=review, new=new, minutes=minutes)
            self._say(text)
        self._say_how()

    def _say_how(self) -> None:
        grade = "1 and 3 grade it" if self._settings.two_buttons else "1 to 4 grade it"
        self._say(f"An empty line shows an answer, {grade}, q ends; ? lists all keys.")

    def _ask(self) -> bool:
        sitting = self._sitting
        question, showing = self._talk.on_screen()
        if self._told != (showing.key, showing.asked_at):
            self._told = (showing.key, showing.asked_at)
            last = sitting.state.limit is not None and not sitting.state.queue
            left = sitting.ms_left() if self._settings.clock else None
            time = time_left(left, last and not sitting.state.repeats)
            self._say("", *heading(question, showing, time), *question_lines(question))
            if "updated" in sitting.first_time:
                self._say(explain("updated"))
            topic = topic_of(question)
            self._talk.tell(topic, explain(topic))
            self._say(how_to_answer(question, showing, self._settings.confidence))
            self._collection.wake()  # While the question is read.
        line = self._reader.line()
        if line is None:
            return False
        command = command_in(line, typing=question.way == TYPE)
        if command is not None:
            return self._talk.carry_out(command)
        answer = answer_in(line, question, self._settings.confidence)
        if isinstance(answer, Unclear):
            self._say(answer.why)
            return True
        now = sitting.now()
        sure = line != "0" if self._settings.confidence and in_the_head(question) else None
        self._talk.send(m.Reveal(now, sure) if answer is None else m.Give(now, answer))
        self._say_answer()
        return True

    def _say_answer(self) -> None:
        question, showing = self._talk.on_screen()
        if question.module_title:
            self._say(f"{question.deck_title}, {question.module_title}")
        self._say(*answer_lines(question, showing))
        self._say(self._grades(question, showing))
        if not wrong_pick(question, showing.answer):
            self._talk.tell("intervals", explain("intervals"))

    def _judge(self) -> bool:
        sitting = self._sitting
        question, showing = self._talk.on_screen()
        line = self._reader.line()
        if line is None:
            return False
        command = command_in(line)
        if command is not None:
            # A wrong number taken back asks the same question again: it is read out once more.
            self._told = None
            return self._talk.carry_out(command)
        wrong = wrong_pick(question, showing.answer)
        among = (Grade.AGAIN,) if wrong else self._among
        if line and line not in [str(int(grade)) for grade in among]:
            self._say(self._grades(question, showing))
            return True
        grade = Grade(int(line)) if line else Grade.AGAIN if wrong else None
        if grade == Grade.HARD:
            self._talk.tell("hard", explain_grades("hard", question, showing))
        self._talk.send(m.GradeIt(sitting.now(), grade, self._among))
        if sitting.state.phase == m.ANSWERED:
            # An empty line so soon after the reveal was not meant as a grade.
            self._say(self._grades(question, showing))
        return True

    def _grades(self, question: Question, showing: Showing) -> str:
        return grade_line(question, showing, self._sitting.previews, self._among)

    def _retry(self) -> bool:
        self._say(not_saved(self._sitting.state.failure))
        line = self._reader.line()
        command = None if line is None else command_in(line)
        if line is None or command == "quit":
            return False
        self._talk.send(m.Undo(self._sitting.now()) if command == "undo" else m.Retry())
        return True

    def _end(self) -> int:
        sitting = self._sitting
        unsaved = sitting.state.phase == m.FAILED
        if sitting.state.phase != m.OVER:
            self._talk.send(m.Leave(sitting.now()))
            self._closing.summarise()
        return NOT_SAVED if unsaved else SAFE
