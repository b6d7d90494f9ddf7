"""What a place of the app offers to the app, and the app to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from recall.tui.draw.room import Page, Room
from recall.tui.keymap import Keymap

if TYPE_CHECKING:
    from recall.collection.collection import Collection
    from recall.collection.scope import Scope
    from recall.collection.sitting import Sitting
    from recall.tui.screens.review import ReviewView

Result = TypeVar("Result")


class View(Protocol):
    """One place of the app: it draws itself, and does what a key means there."""

    @property
    def place(self) -> str:
        """The place of the registry whose keys are in force; "waiting" makes keys queue."""

    def draw(self, room: Room) -> Page:
        """All rows of the window."""

    def act(self, name: str) -> None:
        """Do an action of the registry, or ``number:N``, or a click's own (``deck:N``)."""


class Host(Protocol):
    """The app, as its places see it."""

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""

    @property
    def scope(self) -> Scope:
        """What the learner asked for by name on the command line."""

    def redraw(self) -> None:
        """Paint the place again."""

    def show(self, view: View) -> None:
        """Go to another place."""

    def say(self, text: str) -> None:
        """Say something for four seconds in the key line's place."""

    @property
    def message(self) -> str:
        """What is being said."""

    @property
    def typed(self) -> str:
        """What stands in the text field."""

    def clear_field(self) -> None:
        """Empty the text field."""

    def work(self, job: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do a job that may block off the interface's thread, one after the other."""

    def leave(self, code: int = 0, said: str = "") -> None:
        """End the app; ``said`` goes to standard error."""

    @property
    def collection(self) -> Collection:
        """The collection, once it is open."""

    @property
    def notices(self) -> Sequence[str]:
        """What is wrong with the settings for keys and theme."""

    def go_home(self) -> None:
        """Read Home's figures and show it."""

    def begin(self, scope: Scope) -> None:
        """Plan a sitting and show its first question."""

    def finish(self, review: ReviewView) -> None:
        """Show the Summary of a sitting that is over, Home where nothing was done."""

    def more(self, sitting: Sitting) -> None:
        """Plan five more minutes of a sitting and go on."""
