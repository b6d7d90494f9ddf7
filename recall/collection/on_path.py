"""The learning path that a learner is on: started by an event, resolved against the decks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from recall.clock import date_of, day_of
from recall.collection.home import PathLine
from recall.decks.deck_bytes import Refused, holds_paths, read_file
from recall.decks.library import Library, Place, deck_files
from recall.errors import UsageError
from recall.memory.events import PATH, Draft, Event

if TYPE_CHECKING:
    from recall.decks.paths import LearningPath, Step
    from recall.decks.problems import Problem


@dataclass(frozen=True, slots=True)
class OnPath:
    """A path with the cards that are at hand.

    Attributes:
        steps: the steps with the names of their cards, each card once.
        until: the study day that matters, None where there is none.
    """

    path: LearningPath
    steps: tuple[tuple[Step, tuple[str, ...]], ...]
    until: int | None = None

    def only(self, wanted: Callable[[str], bool]) -> OnPath:
        """The same path with the cards that are wanted, by name."""
        steps = ((step, tuple(filter(wanted, names))) for step, names in self.steps)
        return replace(self, steps=tuple(steps))

    @property
    def cards(self) -> tuple[str, ...]:
        """All cards in order."""
        return tuple(name for _, names in self.steps for name in names)

    def step_after(self, met: Iterable[str]) -> Step | None:
        """The first step with a card that was not met; None at the end of the path."""
        known = set(met)
        return next((step for step, names in self.steps if set(names) - known), None)


def known_paths(places: Sequence[Place]) -> tuple[LearningPath, ...]:
    """The learning paths of all places; of two with one id the first counts. Broken files are
    left out."""
    from recall.decks.path_file import read_paths

    found: dict[str, LearningPath] = {}
    for file in path_files(places):
        for path in read_paths(file).paths:
            found.setdefault(path.id, path)
    return tuple(found.values())


def path_problems(places: Sequence[Place], library: Library) -> tuple[Problem, ...]:
    """What is wrong with the files of learning paths, names that no deck at hand has included."""
    from recall.decks.path_names import checked_paths

    checked = (checked_paths(file, library) for file in path_files(places))
    return tuple(problem for reading in checked for problem in reading.problems)


def path_files(places: Sequence[Place]) -> Iterator[Path]:
    """The files of learning paths in all places."""
    for place in places:
        yield from (file for file in _files(place.path) if _holds_paths(file))


def path_named(name: str, paths: Sequence[LearningPath]) -> LearningPath:
    """The path with an id.

    Raises:
        UsageError: there is none, with the nearest names.
    """
    found = next((path for path in paths if path.id == name), None)
    if found is None:
        near = get_close_matches(name, [path.id for path in paths], 3, 0.4)
        mend = f"did you mean {' or '.join(near)}?" if near else "recall path lists them"
        raise UsageError(f"no path is called {name}", mend=mend)
    return found


def started(path: LearningPath, until: date | None) -> Draft:
    """The event that starts a path."""
    day = None if until is None else day_of(until)
    return Draft(PATH, details={"path": path.id, "until": day})


def ended() -> Draft:
    """The event that ends whatever path is on."""
    return Draft(PATH, details={"path": None})


def on_path(event: Event | None, places: Sequence[Place], library: Library) -> OnPath | None:
    """The path that the newest event of its kind started; None where none is on or it is gone."""
    name = event.details.get("path") if event else None
    if event is None or not isinstance(name, str):
        return None
    path = next((each for each in known_paths(places) if each.id == name), None)
    if path is None:
        return None
    from recall.decks.paths import cards_on

    until = event.details.get("until")
    decks = [loaded.deck for loaded in library.loaded]
    return OnPath(path, cards_on(path, decks), until if isinstance(until, int) else None)


def line_of(on: OnPath, met: frozenset[str]) -> PathLine:
    """Where a learner is on a path; ``met``: names of the cards met."""
    step = on.step_after(met)
    return PathLine(
        on.path.id,
        on.path.title,
        len(met & set(on.cards)),
        len(on.cards),
        step.title if step else "",
        None if on.until is None else date_of(on.until),
    )


def _files(place: Path) -> list[Path]:
    try:
        return deck_files(place) if place.is_dir() else [place]
    except OSError:
        return []


def _holds_paths(file: Path) -> bool:
    try:
        return holds_paths(read_file(file, str(file)))
    except Refused:
        return False
