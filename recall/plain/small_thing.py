"""One small thing, line by line: offered in one line, never in the way of a script."""

from __future__ import annotations

from collections.abc import Callable

from recall.collection.small_things import SmallThings
from recall.kaizen import words
from recall.kaizen.asking import Ask
from recall.kaizen.values import DONE, LET_GO, PHASES, SmallThing

Say = Callable[..., None]
Line = Callable[[], "str | None"]
KEY, OFF_KEY = "k", "x"


def offer(ask: Ask) -> str:
    """The one line at the end of a session."""
    return f"{words.line_for(ask)} ({KEY} answers, {OFF_KEY} never asks again)"


def answer(ask: Ask, things: SmallThings, line: Line, say: Say, given: str = "") -> None:
    """Take the answer; ``given`` is what came with the key. An empty line skips."""
    if ask.thing is not None:
        walk(ask.thing, things, line, say)
        return
    if not given:
        say(words.QUESTION)
        given = line() or ""
    if given:
        things.begin(given)
    say(words.KEPT if given else words.NOT_KEPT)


def walk(thing: SmallThing, things: SmallThings, line: Line, say: Say) -> None:
    """Plan, Do, Check, Act, a line each; the end of the input leaves it open."""
    say(
        f'"{thing.text}"', "One line each; an empty one skips, :q goes on another time, :x lets go."
    )
    for phase in PHASES:
        before = f" So far: {thing.note(phase)}" if thing.note(phase) else ""
        say(f"{words.PHASE_TITLES[phase]}: {words.PHASE_QUESTIONS[phase]}{before}")
        given = line()
        if given is None or given.lower() == ":q":
            return
        if given.lower() == ":x":
            things.end(thing, LET_GO)
            say(words.GONE)
            return
        thing = things.note(thing, phase, given)
    things.end(thing, DONE)
    say(words.CLOSED)
