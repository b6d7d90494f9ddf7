"""The learning path that is on, and the day that matters."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from recall.clock import date_of, day_of
from recall.collection.held import Held
from recall.collection.home import PathLine
from recall.collection.on_path import (
    OnPath,
    ended,
    known_paths,
    line_of,
    on_path,
    path_named,
    path_problems,
    started,
)
from recall.collection.progress import Choice
from recall.collection.scope import EVERYTHING
from recall.errors import UsageError
from recall.ids import card_of
from recall.memory.events import PATH

if TYPE_CHECKING:
    from recall.decks.paths import LearningPath
    from recall.decks.problems import Problem


HORIZON_DAYS = 14
"""Without a date of their own, learners want to know things in two weeks."""


class Walking(Held):
    """Starts and ends learning paths."""

    def paths(self) -> tuple[LearningPath, ...]:
        """The learning paths at hand."""
        return known_paths(self.places)

    def path_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files of learning paths, names that no deck here has included."""
        return path_problems(self.places, self.library)

    def path_line(self) -> PathLine | None:
        """Where the learner is on the path that is on; None where none is."""
        walk = self._walk()
        return line_of(walk, self._met()) if walk else None

    def start_path(self, name: str, until: date | None = None) -> PathLine:
        """Start a learning path; another one that is on ends.

        Raises:
            UsageError: there is no such path, or the day has passed.
        """
        path = path_named(name, self.paths())
        if until is not None and day_of(until) < self.today:
            raise UsageError(f"{until} has passed", mend="name a day to come, or none")
        (event,) = self.store.append([started(path, until)])
        self._on = on_path(event, self.places, self.library)
        walk = self._walk()
        assert walk is not None
        return line_of(walk, self._met())

    def stop_path(self) -> str:
        """End the path that is on; gives its title, "" where none was."""
        if self._on is None:
            return ""
        title, self._on = self._on.path.title, None
        self.store.append([ended()])
        return title

    def horizon(self, day: int) -> int:
        """Days from a study day to the date that matters: the path's, else two weeks ahead."""
        if self._on is None or self._on.until is None or self._on.until < day:
            return HORIZON_DAYS
        return max(1, self._on.until - day)

    def day_that_matters(self) -> tuple[int, date | None]:
        """Days to the date that counts, and the date itself where the learner named one."""
        today = self.today
        on = self._on
        dated = on is not None and on.until is not None and on.until > today
        ahead = self.horizon(today)
        return ahead, date_of(today + ahead) if dated else None

    def _path_ahead(self) -> tuple[str, ...]:
        """The cards of the path that is on, () once all of them are met: then the decks go on."""
        walk = self._walk()
        return walk.cards if walk and set(walk.cards) - self._met() else ()

    def _walk(self) -> OnPath | None:
        """The path that is on, with those of its cards that were met or are still to come: neither
        optional ones, unless they are asked, nor what was put away."""
        if self._on is None:
            return None
        met = self._met()
        choice = Choice(EVERYTHING, self.settings.optional, self.settings.decks_off)

        def counts(name: str) -> bool:
            found = self.find(name)
            if name in met or found is None:
                return name in met
            return choice.takes(*found) and not self.progress.state(name).suspended

        return self._on.only(counts)

    def _met(self) -> frozenset[str]:
        return frozenset(card_of(key.prompt) for key in self.memories)

    @cached_property
    def _on(self) -> OnPath | None:
        return on_path(self.store.newest_of(PATH), self.places, self.library)
