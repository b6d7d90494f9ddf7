"""The app: paints a first frame, lets the journey open what there is, and shows its places.

Neither SQLAlchemy nor fsrs nor yaml is imported here: that is done by a thread, after the first
frame.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.app import App, SuspendNotSupported, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette

from recall.errors import RecallError
from recall.settings import Settings
from recall.tui.desk import Desk
from recall.tui.draw.opening import small_page
from recall.tui.draw.room import Room
from recall.tui.inline import left_readable, resize_below, rows_in
from recall.tui.keyboard import Keyboard
from recall.tui.places import HELP, MOVING, WAITING
from recall.tui.screens.waiting import Opening, Waiting
from recall.tui.steering import switched_off
from recall.tui.terminal import gone, goodbye
from recall.tui.themed import ThemedApp
from recall.tui.widgets import Stage

if TYPE_CHECKING:
    from textual.screen import Screen

    from recall.tui.keymap import Keymap
    from recall.tui.screens.view import Journey, View

Result = TypeVar("Result")
MESSAGE_SECONDS = 4.0
BUSY_TICKS = 3
"""After so many seconds of waiting for the store it is said, and again as long as it goes on."""
BUSY = "Still at work. Your keys are kept."


class RecallApp(ThemedApp):
    """Holds the place that is shown, the keymap and the desk; the journey leads on."""

    CSS_PATH = "recall.tcss"
    TITLE = "recall"
    ENABLE_COMMAND_PALETTE = True
    ESCAPE_TO_MINIMIZE: ClassVar[bool] = False
    INLINE_PADDING = 0
    # The shell's own key. It is no action of ours, so that whoever wishes may give it to one.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", show=False)]

    def __init__(
        self, journey: Journey, settings: Settings, *, ascii_only: bool | None = None
    ) -> None:
        super().__init__(settings, ascii_only=ascii_only)
        self.journey = journey
        self.settings = settings
        self.view: View = Opening()
        self.keyboard = Keyboard(self)
        self._message, self._message_number = "", 0
        self.desk = Desk(self._failed, self._crashed)
        self._busy_ticks = 0
        self.said = ""
        self.left = ""

    # Life

    def get_default_screen(self) -> Screen[Any]:
        """The one screen of the app."""
        self.stage = Stage(self.keyboard.press, self.do)
        return self.stage

    def _paint_first(self) -> None:
        """Paint first; open anything once that is on the terminal."""
        goodbye(self.leave)
        self.redraw()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.set_interval(1.0, self._tick)
        self.app_resume_signal.subscribe(self, self._paint_again)
        if self.is_inline:
            resize_below(self)
        self.journey.start(self)

    def _paint_again(self, _app: App[object]) -> None:
        """Back from the shell, or from an editor: the terminal shows nothing of ours."""
        self.refresh(layout=True)

    def _tick(self) -> None:
        self._busy_ticks = 0 if self.desk.idle else self._busy_ticks + 1
        if gone():
            self.leave()
        elif self._busy_ticks and self._busy_ticks % BUSY_TICKS == 0:
            self.say(BUSY)
            self.redraw()
        elif self.view.place in MOVING and not self.still:
            self.redraw()

    def leave(self, code: int = 0, said: str = "") -> None:
        """End the app; what is being written is finished first."""
        self.said = said
        if self.is_inline and not self.opening:
            self.left = left_readable(self.view.draw(self.room))
        self.desk.stop()
        self.exit(code, code)

    def action_help_quit(self) -> None:
        """Ctrl-C leaves, as everywhere else; it is always safe."""
        self.leave()

    def _failed(self, fault: RecallError) -> None:
        """At the start a fault ends the app; later it is said, and nothing else changes."""
        if not self.opening:
            mend = f" {fault.mend}." if fault.mend else ""
            self.say(f"{fault.what}.{mend}")
            self.show(self.view.under if isinstance(self.view, Waiting) else self.view)
            return
        mend = f"\n{fault.mend}" if fault.mend else ""
        self.leave(fault.exit_code, f"{fault}{mend}")

    def _crashed(self, fault: BaseException) -> None:
        """Raise a fault of the program where Textual ends the app because of it."""

        def again() -> None:
            raise fault

        self.call_later(again)

    def close(self) -> None:
        """Let go of what was opened, after whatever is being written."""
        self.desk.close(self.journey.close)

    # What places ask of the app

    @cached_property
    def keymap(self) -> Keymap:
        """The keys in force; made when it is first needed, which is after the first frame."""
        from recall.tui.keymap import Keymap

        return Keymap(self.settings.keys, switched_off(self.settings))

    def take_settings(self, settings: Settings) -> None:
        """Let settings hold from now on: keys, theme, motion, and the place that is shown."""
        self.settings = settings
        self.__dict__.pop("keymap", None)
        self.wear(settings.theme)
        self.keep_still(settings.reduced_motion)
        self.redraw()

    @property
    def notices(self) -> list[str]:
        """What is wrong with the settings for keys and theme."""
        return [*self.theme_problems, *self.keymap.problems]

    @property
    def message(self) -> str:
        """What is being said in the key line's place."""
        return self._message

    @property
    def typed(self) -> str:
        """What stands in the text field."""
        return self.stage.text

    def fill_field(self, text: str = "") -> None:
        """Put a text into the text field."""
        self.stage.text = text

    def work(self, job: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do a job on the desk, then something here, then the keys that came meanwhile."""

        def after(result: Result) -> None:
            then(result)
            self.keyboard.press_waiting()

        self.desk.do(job, after)

    def after_paint(self, job: Callable[[], None]) -> None:
        """Do something once what is shown is on the terminal."""
        self.call_after_refresh(job)

    def soon(self, do: Callable[[], None]) -> None:
        """Do something here as soon as may be; any thread may ask for it."""
        self.call_later(do)

    def aside(self, run: Callable[[], Result]) -> Result:
        """Give the terminal to another program until it ends.

        Raises:
            RecallError: this terminal cannot be given away.
        """
        try:
            with self.suspend():
                return run()
        except SuspendNotSupported:
            raise RecallError(
                "no editor can be opened from below the prompt", mend="start without --inline"
            ) from None

    @property
    def idle(self) -> bool:
        """Whether nothing is being opened, planned or written."""
        return self.desk.idle and self.view.place != WAITING

    def say(self, text: str) -> None:
        """Say something for four seconds."""
        self._message = text
        self._message_number += 1
        self.set_timer(MESSAGE_SECONDS, partial(self._unsay, self._message_number))

    def _unsay(self, number: int) -> None:
        if number == self._message_number:
            self._message = ""
            self.redraw()

    def show(self, view: View) -> None:
        """Go to a place."""
        if self.opening and not isinstance(view, Opening):
            # Decks and memories stay: the collector need not look at them ever again.
            gc.enable()
            gc.freeze()
        if self._message == BUSY:
            self._message = ""
        self.view = view
        self.redraw()

    def wait(self) -> None:
        """Keep what is on the screen, and let keys wait until the next place is shown."""
        self.view = Waiting(self.view)

    @property
    def opening(self) -> bool:
        """Whether the first place is still to come."""
        return isinstance(self.view, Opening)

    @property
    def room(self) -> Room:
        """What there is to draw in."""
        width, height = self.size
        return Room(width, rows_in(height) if self.is_inline else height)

    def _watch_theme(self, theme_name: str) -> None:
        super()._watch_theme(theme_name)
        self.redraw(fresh=True)

    def redraw(self, fresh: bool = False) -> None:
        """Paint the place that is shown."""
        if not self.is_running or not self.screen_stack:
            return
        room = self.room
        if self.is_inline:
            self.stage.styles.height = room.height
        page = small_page(room) if room.too_small else self.view.draw(room)
        self.stage.paint(room, page, self.palette, self.ascii_only, fresh)

    # Actions and commands

    def do(self, name: str) -> None:
        """Do an action by its name."""
        if name == "ready":
            self._paint_first()
        elif name == "resize":
            self.redraw()
        elif name == "help" and self.view.place not in (HELP, WAITING):
            from recall.tui.screens.help import HelpView

            self.show(HelpView(self, self.view))
        elif name == "settings" and self.view.place != WAITING:
            self.journey.open_settings()
        elif self.view.place != WAITING:
            self.view.act(name)

    def action_command_palette(self) -> None:
        """Show the command palette."""
        if not isinstance(self.screen, CommandPalette):
            from recall.tui.commands import Commands

            self.push_screen(Commands(self.ascii_only))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The command palette: every action that can be done here."""
        from recall.tui.commands import offered

        return offered(self.view.place, self.keymap, self.do, self.ascii_only)
