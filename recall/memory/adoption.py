"""Whose events a prompt's memory is folded from, after adoptions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from uuid import UUID

from recall.memory.events import Event

Place = tuple[int, UUID]
"""A place in the total order of events: ``(at_ms, id)``."""

END: Place = (1 << 63, UUID(int=0))
"""A place behind all events."""

Sources = Mapping[str, list[tuple[str, Place]]]
"""Prompt -> the prompts that it adopted, each with the place of the adoption."""


place: Callable[[Event], Place] = itemgetter(
    Event._fields.index("at_ms"), Event._fields.index("id")
)
"""Where an event stands in the total order."""


def sources_of(adoptions: Iterable[Event]) -> Sources:
    """Who adopted whom, from ``adopt`` events that stand; those without a prompt say nothing."""
    sources: defaultdict[str, list[tuple[str, Place]]] = defaultdict(list)
    for each in adoptions:
        origin = each.details.get("from")
        if each.prompt and isinstance(origin, str):
            sources[each.prompt].append((origin, place(each)))
    return sources


def reaching(prompt: str, sources: Sources) -> dict[str, Place]:
    """The prompts whose events fold into one prompt, each with the place before which they do.

    The prompt itself is among them, with ``END``. An event that came through several adoptions
    sorts before all of them; where several ways lead here, the one that takes most counts.
    """
    limits = {prompt: END}
    ahead = [prompt]
    while ahead:
        target = ahead.pop()
        for origin, adopted in sources.get(target, ()):
            limit = min(limits[target], adopted)
            if origin not in limits or limits[origin] < limit:
                limits[origin] = limit
                ahead.append(origin)
    return limits
