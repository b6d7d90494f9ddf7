"""The end of a sitting line by line: the Summary, the quiet question, five more minutes, undo."""

from __future__ import annotations

from recall.collection.collection import Collection
from recall.collection.sitting import Sitting
from recall.collection.small_things import SmallThings
from recall.kaizen.asking import Ask
from recall.kaizen.words import OFF_IN_FILE
from recall.plain import small_thing
from recall.plain.ending import summary_lines
from recall.plain.lines import Reader, Writer
from recall.plain.replies import command_in
from recall.plain.talk import Talk
from recall.session import machine as m
from recall.session.time_words import day_word

MORE_MINUTES = 5
KEYS = "An empty line closes. m five more minutes, u undo"


class Closing:
    """Says what a sitting came to, and what can be done then."""

    def __init__(
        self, collection: Collection, sitting: Sitting, talk: Talk, reader: Reader, writer: Writer
    ) -> None:
        self._collection = collection
        self._sitting = sitting
        self._talk = talk
        self._reader = reader
        self._say = writer.say
        self._small_things = SmallThings(collection)

    def over(self) -> bool:
        """Tell what the sitting came to, and take what is wanted then; whether it goes on."""
        sitting = self._sitting
        if not sitting.state.done and sitting.state.ending == m.ALL_DONE:
            self._say("Nothing is fading yet.")
        else:
            self.summarise()
        ask = self._small_things.question() if sitting.state.done else None
        if ask is not None:
            self._say(small_thing.offer(ask))
        self._say(KEYS)
        while (line := self._reader.line()) is not None:
            command = command_in(line)
            if ask is not None and self._about_small_thing(ask, line):
                ask = None
            elif line.lower() in ("m", ":m"):
                self._talk.send(sitting.more(MORE_MINUTES))
                return True
            if command == "undo":
                self._talk.send(m.Undo(sitting.now()))
                if sitting.state.phase != m.OVER:
                    return True
            elif line == "" or command == "quit":
                break
            else:
                self._say(KEYS)
        return False

    def _about_small_thing(self, ask: Ask, line: str) -> bool:
        """Whether a line answers the quiet question, or turns it off."""
        key, _, given = line.partition(" ")
        if key.lower() == small_thing.KEY:
            small_thing.answer(ask, self._small_things, self._reader.line, self._say, given.strip())
        elif line.lower() == small_thing.OFF_KEY:
            self._small_things.ask(False)
            self._say(OFF_IN_FILE)
        else:
            return False
        return True

    def summarise(self) -> None:
        """Read the Summary out."""
        sitting, collection = self._sitting, self._collection
        day, minutes = sitting.next_session()
        self._say(*summary_lines(sitting, day_word(day, collection.today), minutes))
        if advice := collection.advice(sitting.state):
            self._say(advice)
