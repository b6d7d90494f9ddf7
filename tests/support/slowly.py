"""Every figure of Insight worked out again the slow, obvious way, straight from the log.

Nothing of ``recall.insight`` is used: each answer's memory is folded anew by py-fsrs from all that
came before it.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from recall.clock import date_of
from recall.collection.collection import Collection
from recall.ids import PromptKey
from recall.memory.curve import recall
from recall.memory.events import REVIEW, VOID, Event, Memory
from recall.memory.fold import fold_log, fold_prompt
from recall.memory.scheduler import Scheduler


def standing(events: Iterable[Event]) -> list[Event]:
    """The reviews that were not undone, oldest first."""
    events = list(events)
    undone = {each.target for each in events if each.kind == VOID}
    return [each for each in events if each.kind == REVIEW and each.id not in undone]


def scored(events: Iterable[Event], scheduler: Scheduler) -> list[tuple[Event, float]]:
    """Each review of a question met on an earlier day, with the chance of recall before it."""
    found = []
    reviews = standing(events)
    for number, each in enumerate(reviews):
        before = fold_prompt([old for old in reviews[:number] if old.key == each.key], scheduler)
        if before is not None and each.study_day > before.last_day:
            days = each.study_day - before.last_day
            found.append((each, recall(days, before.stability, scheduler.weights)))
    return found


def at_hand(collection: Collection) -> dict[PromptKey, tuple[str, str]]:
    """Deck and module of each question that may be asked, met or not."""
    settings = collection.settings
    found = {}
    for loaded in collection.library.loaded:
        deck = loaded.deck
        for card in deck.cards:
            name = f"{deck.id}/{card.id}"
            away = name in collection.cards and collection.cards[name].suspended
            if deck.id in settings.decks_off or away:
                continue
            for part in card.parts:
                key = PromptKey(f"{name}/{part}", card.rev)
                optional = "optional" in card.tags and not settings.optional
                if key in collection.memories or not (card.draft or optional):
                    found[key] = (deck.id, card.module)
    return found


def recalled_on(
    collection: Collection, day: int, *, ahead: int = 0, without: object = None
) -> dict[PromptKey, float]:
    """Chances of recall ``ahead`` days after a day, of what was answered until then.

    ``without``: a session that is to count for nothing.
    """
    scheduler, hand = collection.scheduler, at_hand(collection)
    events = [
        each
        for each in collection.store.events()
        if each.session != without and (each.study_day <= day or day == collection.today)
    ]
    folded = fold_log(events, scheduler).memories
    return {
        key: chance(memory, day + ahead, scheduler) for key, memory in folded.items() if key in hand
    }


def chance(memory: Memory, day: int, scheduler: Scheduler) -> float:
    """Of recall on a day."""
    return recall(max(0, day - memory.last_day), memory.stability, scheduler.weights)


def by_part(collection: Collection) -> dict[tuple[str, str], dict[str, float]]:
    """What each module of each deck comes to, and under ``*`` the deck itself."""
    today = collection.today
    now, later = recalled_on(collection, today), recalled_on(collection, today, ahead=14)
    sums: dict[tuple[str, str], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for key, (deck, module) in at_hand(collection).items():
        for name in ((deck, module), (deck, "*")):
            sums[name]["total"] += 1
            sums[name]["met"] += key in now
            sums[name]["now"] += now.get(key, 0)
            sums[name]["later"] += later.get(key, 0)
    return sums


def calendar_of(days: Iterable[int], today: int) -> dict[str, list[int]]:
    """The days of the month with an answer, for twelve months until today's."""
    when = date_of(today)
    months: dict[str, list[int]] = {}
    for back in range(11, -1, -1):
        year, month = divmod(when.year * 12 + when.month - 1 - back, 12)
        months[f"{year:04}-{month + 1:02}"] = []
        assert calendar.monthrange(year, month + 1)
    for day in sorted(set(days)):
        name = f"{date_of(day):%Y-%m}"
        if day <= today and name in months:
            months[name].append(date_of(day).day)
    return months


def mean(values: Iterable[float]) -> float:
    """0 where there are none."""
    listed = [float(each) for each in values]
    return sum(listed) / len(listed) if listed else 0.0


def forgotten_and_asked(events: Iterable[Event], scheduler: Scheduler) -> dict[PromptKey, Any]:
    """How often each question was forgotten and asked on a later day than the first."""
    counts: dict[PromptKey, Any] = defaultdict(lambda: [0, 0])
    for each, _ in scored(events, scheduler):
        counts[each.key][0] += each.grade == 1
        counts[each.key][1] += 1
    return counts
