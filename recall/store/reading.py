"""What a store is asked: the log, what is folded from it, and figures about both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from recall.ids import PromptKey, card_of
from recall.memory.adoption import place
from recall.memory.events import CardState, Event, Memory
from recall.store import catalogue, lineage, log, memories, numbers
from recall.store.glance import MARK, mark_of
from recall.store.line import Line
from recall.store.values import CatalogueEntry

if TYPE_CHECKING:
    from recall.memory.facts import Fact
    from recall.memory.logbook import Logbook


class Reading:
    """The questions that a store answers. Each may raise ``StoreError``."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self.learner_id = line.learner_id

    def wake(self) -> None:
        """Be ready to write; a store that answered a start without being open opens now."""

    def memories(self) -> dict[PromptKey, Memory]:
        """Every memory of the learner."""
        with self._line.open() as connection:
            return memories.read_memories(connection, self.learner_id)

    def newest(self) -> int:
        """When the newest event happened, in epoch milliseconds: it grows with every write."""
        with self._line.open() as connection:
            return log.newest_at_ms(connection, self.learner_id)

    def mark(self) -> str:
        """Which log it is, as ``glance`` tells it without opening the store; "" on PostgreSQL."""
        with self._line.open() as connection:
            if connection.dialect.name != "sqlite":
                return ""
            return mark_of(connection.exec_driver_sql(MARK).first())

    def figures(self) -> dict[PromptKey, Memory]:
        """Every memory of the learner, without its place in the log."""
        with self._line.open() as connection:
            return memories.read_figures(connection, self.learner_id)

    def memory(self, key: PromptKey) -> Memory | None:
        """The memory of one prompt; None where it was never met."""
        with self._line.open() as connection:
            return memories.read_memory(connection, self.learner_id, key)

    def cards(self) -> dict[str, CardState]:
        """What the learner has set for cards, by ``deck/card``."""
        with self._line.open() as connection:
            return memories.read_cards(connection, self.learner_id)

    def events(self, after: log.Place | None = None) -> Iterator[Event]:
        """The log, oldest first, behind the place ``(at_ms, id)``; a page in memory at a time."""
        while True:
            with self._line.open() as connection:
                page = log.page_after(connection, self.learner_id, after)
            yield from page
            if len(page) < log.PAGE:
                return
            after = page[-1].at_ms, page[-1].id

    def history(self, prompts: Collection[str]) -> list[Event]:
        """All that bears on some prompts, in its order: their events, those of the prompts that
        they adopted, what was set for the cards of all these, and what was undone of it."""
        with self._line.open() as connection:
            family = lineage.lineage(connection, self.learner_id)
            origins = lineage.closure(prompts, family.sources)
            cards = {card_of(prompt) for prompt in origins}
            found = lineage.events_about(connection, self.learner_id, origins, cards)
        return sorted(found, key=place)

    def facts(self, told: Callable[[float], None] = lambda part: None) -> Logbook[Fact]:
        """What stands of the log, lean; ``told`` hears how much is read, 0 to 1."""
        from recall.store import lean  # A start does not ask for it.

        with self._line.open() as connection:
            return lean.facts_of(connection, self.learner_id, told)

    def voided(self) -> frozenset[UUID]:
        """The ids of events that were undone."""
        with self._line.open() as connection:
            return log.voided_ids(connection, self.learner_id)

    def first_grades(self) -> tuple[int, int, int, int]:
        """How many prompts were graded Again, Hard, Good and Easy at first sight."""
        with self._line.open() as connection:
            return numbers.first_grades(connection, self.learner_id)

    def answer_sums(self) -> tuple[int, float]:
        """How many answers were timed, and the sum of their log residuals."""
        with self._line.open() as connection:
            return numbers.answer_sums(connection, self.learner_id)

    def days(self, first: int, last: int) -> frozenset[int]:
        """The study days from ``first`` to ``last`` (both counted) that have a review."""
        with self._line.open() as connection:
            return numbers.days(connection, self.learner_id, first, last)

    def day_reviews(self, day: int) -> int:
        """How many reviews a study day has."""
        with self._line.open() as connection:
            return numbers.day_reviews(connection, self.learner_id, day)

    def newest_day(self) -> int | None:
        """The newest study day with a review; None before the first."""
        with self._line.open() as connection:
            return numbers.newest_day(connection, self.learner_id)

    def new_cards_on(self, day: int) -> tuple[str, ...]:
        """The prompts first met on a study day, in the order of meeting."""
        with self._line.open() as connection:
            return numbers.first_met_on(connection, self.learner_id, day)

    def day_seconds(self, day: int) -> float:
        """Seconds spent answering on a study day, a question counting 60 at most."""
        with self._line.open() as connection:
            return numbers.day_seconds(connection, self.learner_id, day)

    def open_repeats(self, day: int) -> tuple[PromptKey, ...]:
        """The prompts that were to come once more on a study day and did not, oldest first."""
        with self._line.open() as connection:
            return numbers.open_repeats(connection, self.learner_id, day)

    def hard_on(self, day: int) -> tuple[str, ...]:
        """The prompts forgotten on a study day, or recalled with effort, in order."""
        with self._line.open() as connection:
            return numbers.hard_on(connection, self.learner_id, day)

    def has_grade(self, grade: int) -> bool:
        """Whether the learner ever gave a grade."""
        with self._line.open() as connection:
            return numbers.has_grade(connection, self.learner_id, grade)

    def newest_of(self, kind: str) -> Event | None:
        """The newest event of a kind that was not undone."""
        with self._line.open() as connection:
            return log.newest_of(connection, self.learner_id, kind)

    def of_kinds(self, kinds: Sequence[str]) -> list[Event]:
        """All events of some kinds that were not undone, oldest first."""
        with self._line.open() as connection:
            return log.of_kinds(connection, self.learner_id, kinds)

    def sittings(self, most: int) -> int:
        """In how many sittings something was answered, counted up to ``most``."""
        with self._line.open() as connection:
            return numbers.sittings(connection, self.learner_id, most)

    def adopted(self) -> dict[tuple[str, str], int]:
        """The adoptions so far: the prompt adopted and the one that took it over, and when (ms)."""
        with self._line.open() as connection:
            return numbers.adopted(connection, self.learner_id)

    def catalogue(self) -> dict[str, CatalogueEntry]:
        """What was last read of each deck, by deck id."""
        with self._line.open() as connection:
            return catalogue.read_catalogue(connection, self.learner_id)

    def catalogue_data(self, digest: str) -> bytes | None:
        """The parsed cards kept for a file's digest; None where there are none."""
        with self._line.open() as connection:
            return catalogue.read_data(connection, self.learner_id, digest)
