"""What a place of the app offers to the app, the app to it, and who leads from place to place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from recall.settings import Settings
from recall.tui.draw.room import Page, Room
from recall.tui.keymap import Keymap

if TYPE_CHECKING:
    from recall.collection.collection import Collection
    from recall.collection.scope import Scope
    from recall.collection.sitting import Sitting

Result = TypeVar("Result")


class View(Protocol):
    """One place of the app: it draws itself, and does what a key means there."""

    @property
    def place(self) -> str:
        """The place of the registry whose keys are in force; "waiting" makes keys queue."""

    def draw(self, room: Room) -> Page:
        """All rows of the window."""

    def act(self, name: str) -> None:
        """Do an action of the registry, or ``number:N``, or a click's own (``deck:N``).

        ``typed`` says that the text of the text field has changed.
        """


class Host(Protocol):
    """The app, as its places see it: what shows, says and works."""

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""

    @property
    def settings(self) -> Settings:
        """The settings in force."""

    def take_settings(self, settings: Settings) -> None:
        """Let other settings hold from now on."""

    def wear(self, theme: str) -> None:
        """Show a theme without keeping it; "" is the one that suits the terminal."""

    @property
    def notices(self) -> Sequence[str]:
        """What is wrong with the settings for keys and theme."""

    @property
    def view(self) -> View:
        """The place that is shown."""

    def redraw(self) -> None:
        """Paint the place again."""

    def show(self, view: View) -> None:
        """Go to another place."""

    def wait(self) -> None:
        """Keep what is on the screen, and let keys wait until the next place is shown."""

    def say(self, text: str) -> None:
        """Say something for four seconds in the key line's place."""

    @property
    def message(self) -> str:
        """What is being said."""

    @property
    def typed(self) -> str:
        """What stands in the text field."""

    def fill_field(self, text: str = "") -> None:
        """Put a text into the text field."""

    def work(self, job: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do a job that may block off the interface's thread, one after the other."""

    def after_paint(self, job: Callable[[], None]) -> None:
        """Do something once what is shown is on the terminal."""

    def soon(self, do: Callable[[], None]) -> None:
        """Do something here as soon as may be; any thread may ask for it."""

    def aside(self, run: Callable[[], Result]) -> Result:
        """Give the terminal to another program until it ends. ``run`` must not raise.

        Raises:
            RecallError: this terminal cannot be given away.
        """

    def leave(self, code: int = 0, said: str = "") -> None:
        """End the app; ``said`` goes to standard error."""


class Journey(Protocol):
    """Who leads from place to place, and holds what they are about."""

    def start(self, host: Host) -> None:
        """The first frame is on the terminal: open what there is, then show the first place."""

    def open_settings(self) -> None:
        """Show the settings, to be changed."""

    def close(self) -> None:
        """Let go of what was opened. Runs where jobs run, after the last of them."""


class Learner(Protocol):
    """The journey of a learner, as its places see it."""

    @property
    def host(self) -> Host:
        """The app."""

    @property
    def collection(self) -> Collection:
        """The collection, once it is open."""

    @property
    def scope(self) -> Scope:
        """What the learner asked for by name on the command line."""

    def go_home(self) -> None:
        """Read Home's figures and show it."""

    def begin(self, scope: Scope) -> None:
        """Plan a sitting and show its first question."""

    def more(self, sitting: Sitting) -> None:
        """Plan five more minutes of a sitting and go on."""

    def undo(self) -> None:
        """Take back the newest thing the learner did; say it on Home."""

    def browse(self) -> None:
        """Show all cards."""

    def practise(self, prompts: Sequence[str]) -> None:
        """Ask some prompts without rescheduling them."""
