"""From the log to what is remembered: a pure fold, the same to the bit in any order of input."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from recall.ids import PromptKey
from recall.memory.adoption import place
from recall.memory.events import BURY, FLAG, RESTART, RESUME, SUSPEND, CardState, Event, Memory
from recall.memory.logbook import read_log
from recall.memory.scheduler import Scheduler


class Progress(NamedTuple):
    """All that a learner's log comes to."""

    memories: dict[PromptKey, Memory]
    cards: dict[str, CardState]


def fold_log(events: Iterable[Event], scheduler: Scheduler) -> Progress:
    """Folds a learner's events, in any order, into memories and card states.

    Voided events count for nothing, a void is never voided, unknown kinds are ignored. A prompt
    adopts the reviews and restarts of its source that sort before the adoption, those that the
    source adopted among them; the source keeps its own. Reviews before a restart count no more.
    """
    log = read_log(events)
    memories = {}
    for key in log.prompts():
        memory = fold_prompt(log.counted(key), scheduler)
        if memory is not None:
            memories[key] = memory
    return Progress(memories, {card: fold_card(found) for card, found in log.cards.items()})


def fold_prompt(reviews: Iterable[Event], scheduler: Scheduler) -> Memory | None:
    """The memory after the reviews of one prompt, in any order; None where there are none."""
    return scheduler.fold(None, sorted(reviews, key=place))


def fold_card(events: Iterable[Event]) -> CardState:
    """What a learner has set for one card, from its events in any order; others are ignored."""
    state = CardState()
    for each in sorted(events, key=place):
        if each.kind in (SUSPEND, RESUME):
            state = state._replace(suspended=each.kind == SUSPEND)
        elif each.kind == BURY:
            state = state._replace(buried_day=each.study_day)
        elif each.kind == FLAG:
            state = state._replace(flagged=bool(each.details.get("on", True)))
        elif each.kind == RESTART:
            state = state._replace(restarted=place(each))
    return state


def applicable(events: Iterable[Event], key: PromptKey) -> list[Event]:
    """The reviews that count for one prompt, in their total order.

    Args:
        events: those of the prompt, of its card, of all it adopted, and the voids of any of these;
            others do no harm.
    """
    return sorted(read_log(events).counted(key), key=place)
