"""A learner's log taken apart by what its events act on, without those that were undone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar
from uuid import UUID

from recall.ids import PromptKey, card_of
from recall.memory.adoption import Place, Sources, place, reaching, sources_of
from recall.memory.events import (
    ADOPT,
    BURY,
    FLAG,
    RESTART,
    RESUME,
    REVIEW,
    SUSPEND,
    VOID,
    Event,
)

_CARD_KINDS = frozenset((SUSPEND, RESUME, BURY, FLAG, RESTART))
_GRADES = frozenset((1, 2, 3, 4))

_Name = TypeVar("_Name")
Review = TypeVar("Review")


class Logbook(NamedTuple, Generic[Review]):
    """What stands of a log, by the events themselves or by what is left of them (``facts``).

    Attributes:
        reviews: by ``(prompt, rev)``, in the order in which they came in.
        cards: suspend, resume, bury, flag and restart events by ``deck/card``.
        sources: who adopted whom.
        restarts: places of the restarts of each card that has any.
        place: where a review stands in the total order.
    """

    reviews: Mapping[tuple[str, int], list[Review]]
    cards: Mapping[str, list[Event]]
    sources: Sources
    restarts: Mapping[str, list[Place]]
    place: Callable[[Review], Place]

    def prompts(self) -> Iterable[PromptKey]:
        """All prompts that have reviews, by adoption too."""
        if not self.sources:
            return [PromptKey(*key) for key in self.reviews]
        revs: defaultdict[str, set[int]] = defaultdict(set)
        for prompt, rev in self.reviews:
            revs[prompt].add(rev)
        found = dict.fromkeys(PromptKey(*key) for key in self.reviews)
        for prompt in self.sources:
            for origin in reaching(prompt, self.sources):
                found.update((PromptKey(prompt, rev), None) for rev in revs.get(origin, ()))
        return found

    def in_order(self, key: PromptKey) -> list[Review]:
        """The reviews that count for a prompt, in their order, as those of each prompt came in."""
        found = self.counted(key)
        return found if found is self.reviews.get(key) else sorted(found, key=self.place)

    def counted(self, key: PromptKey) -> list[Review]:
        """The reviews that count for a prompt, in no order.

        A restart is an event like a review: it reaches the prompts that adopt its card's, and no
        review that sorts before it counts there.
        """
        prompt, rev = key
        if prompt not in self.sources and not (self.restarts and card_of(prompt) in self.restarts):
            return self.reviews.get(key, [])
        limits = reaching(prompt, self.sources)
        begins = [
            restart
            for origin, limit in limits.items()
            for restart in self.restarts.get(card_of(origin), ())
            if restart < limit
        ]
        begin = max(begins, default=(-1, UUID(int=0)))
        return [
            each
            for origin, limit in limits.items()
            for each in self.reviews.get((origin, rev), ())
            if begin < self.place(each) < limit
        ]


def read_log(events: Iterable[Event]) -> Logbook[Event]:
    """Takes a log apart; its events may come in any order.

    Voided events are left out, a void is never voided, and unknown kinds are ignored.
    """
    reviews: defaultdict[tuple[str, int], list[Event]] = defaultdict(list)
    cards: defaultdict[str, list[Event]] = defaultdict(list)
    adoptions: list[Event] = []
    undone: set[UUID] = set()
    for each in events:
        kind, prompt = each.kind, each.prompt
        if kind == REVIEW:
            # Logs of other programs may come in by import: what FSRS cannot take is left alone.
            if prompt and each.grade in _GRADES:
                reviews[prompt, each.rev or 1].append(each)
        elif kind == VOID:
            if each.target is not None:
                undone.add(each.target)
        elif kind == ADOPT:
            adoptions.append(each)
        elif kind in _CARD_KINDS and prompt:
            cards[card_of(prompt)].append(each)
    standing = _standing(cards, undone)
    restarts = {
        card: places
        for card, found in standing.items()
        if (places := [place(each) for each in found if each.kind == RESTART])
    }
    sources = sources_of(each for each in adoptions if each.id not in undone)
    return Logbook(_standing(reviews, undone), standing, sources, restarts, place)


def _standing(
    groups: Mapping[_Name, list[Event]], undone: set[UUID]
) -> Mapping[_Name, list[Event]]:
    if not undone:
        return groups
    left = {
        name: [each for each in found if each.id not in undone] for name, found in groups.items()
    }
    return {name: found for name, found in left.items() if found}
