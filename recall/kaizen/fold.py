"""From the log to the list of small things: a pure fold, the same in any order of input."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from recall.decks.clean import one_line
from recall.kaizen.values import (
    DONE,
    END,
    KINDS,
    LET_GO,
    LONGEST,
    NOTE,
    PHASES,
    THING,
    SmallThing,
    Things,
)
from recall.memory.events import VOID, Event


def fold_things(events: Iterable[Event]) -> Things:
    """Folds a learner's events, in any order; other kinds are ignored, voided events count not.

    Of two lines for one phase the later counts. What is said of a thing that is not there, or
    was taken back, says nothing.
    """
    known = sorted(
        (each for each in events if each.kind in (*KINDS, VOID)),
        key=lambda each: (each.at_ms, each.id),
    )
    undone = {each.target for each in known if each.kind == VOID}
    standing = [each for each in known if each.kind != VOID and each.id not in undone]
    things = {
        each.id: SmallThing(each.id, each.study_day, text)
        for each in standing
        if each.kind == THING and (text := _text(each))
    }
    # A note may have come from a machine whose clock was behind that of the thing itself.
    for each in standing:
        thing = things.get(_of(each))
        if thing is not None and each.kind == NOTE:
            things[thing.id] = _with_note(thing, each)
        elif thing is not None and each.kind == END:
            because = DONE if each.details.get("because") == DONE else LET_GO
            things[thing.id] = thing._replace(end=because, end_day=each.study_day)
    return Things(tuple(things.values()), frozenset(each.session for each in standing))


def _with_note(thing: SmallThing, event: Event) -> SmallThing:
    phase = event.details.get("phase")
    if phase not in PHASES:
        return thing
    notes = list(thing.notes)
    notes[PHASES.index(phase)] = _text(event)
    return thing._replace(notes=(notes[0], notes[1], notes[2], notes[3]))


def _text(event: Event) -> str:
    text = event.details.get("text")
    return one_line(text, LONGEST) if isinstance(text, str) else ""


def _of(event: Event) -> UUID:
    try:
        return UUID(str(event.details.get("of")))
    except ValueError:
        return UUID(int=0)
