"""The app: paints a first frame, lets the journey open what there is, and shows its places.

Neither SQLAlchemy nor fsrs nor yaml is imported here: that is done by a thread, after the first
frame.
"""

from __future__ import annotations

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.app import App, SuspendNotSupported, SystemCommand
from textual.command import CommandPalette
from textual.constants import TEXTUAL_ANIMATIONS
from textual.theme import Theme

from recall.errors import RecallError
from recall.settings import Settings
from recall.tui.actions import HELP, KEYING, MOVING, NUMBERED, TEXT_PLACES, WAITING
from recall.tui.desk import Desk
from recall.tui.draw.opening import small_page
from recall.tui.draw.room import Room
from recall.tui.inline import left_readable, resize_below, rows_in
from recall.tui.screens.waiting import Opening, Waiting
from recall.tui.signs import speaks_utf8, to_ascii
from recall.tui.steering import switched_off
from recall.tui.terminal import gone, goodbye
from recall.tui.theme import THEMES, Palette, own_theme
from recall.tui.widgets import Stage

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.types import AnimationLevel

    from recall.tui.keymap import Keymap
    from recall.tui.screens.view import Journey, View

Result = TypeVar("Result")
MESSAGE_SECONDS = 4.0
BUSY_TICKS = 3
"""After so many seconds of waiting for the store it is said, and again as long as it goes on."""
BUSY = "Still at work. Your keys are kept."
STILL: AnimationLevel = "none"


class RecallApp(App[int]):
    """Holds the place that is shown, the keymap and the desk; the journey leads on."""

    CSS_PATH = "recall.tcss"
    TITLE = "recall"
    ENABLE_COMMAND_PALETTE = True
    ESCAPE_TO_MINIMIZE: ClassVar[bool] = False
    INLINE_PADDING = 0

    def __init__(
        self, journey: Journey, settings: Settings, *, ascii_only: bool | None = None
    ) -> None:
        # Without colours the app's own theme is used, which leaves colours to the terminal.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.journey = journey
        self.settings = settings
        self._problems: list[str] = []
        self.set_reactive(App.theme, self._theme_for(settings.theme))
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self._keep_still()
        self.palette = Palette(self.theme_variables)
        self._ascii = _ascii_only() if ascii_only is None else ascii_only
        self.view: View = Opening()
        self._keys: deque[tuple[str, str | None]] = deque()
        self._message, self._message_number = "", 0
        self.desk = Desk(self._failed, self._crashed)
        self._busy_ticks = 0
        self.said = ""
        self.left = ""

    # Themes

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and the app's own."""
        return {**super().available_themes, **THEMES}

    def _theme_for(self, wanted: str) -> str:
        own = own_theme(os.environ)
        if wanted and wanted not in self.available_themes:
            self._problems.append(f'theme: there is no theme called "{wanted}"')
            wanted = ""
        # Without colours only the app's own themes lose nothing.
        return own if self.no_color else wanted or own

    def wear(self, theme: str) -> None:
        """Show a theme; "" is the one that suits the terminal."""
        self.theme = self._theme_for(theme)

    def _watch_theme(self, theme_name: str) -> None:
        super()._watch_theme(theme_name)
        self.get_css_variables()
        self.palette = Palette(self.theme_variables)
        self.redraw(fresh=True)

    # Life

    def get_default_screen(self) -> Screen[Any]:
        """The one screen of the app."""
        self.stage = Stage(self.press, self.do)
        return self.stage

    def _paint_first(self) -> None:
        """Paint first; open anything once that is on the terminal."""
        goodbye(self.leave)
        self.redraw()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.set_interval(1.0, self._tick)
        if self.is_inline:
            resize_below(self)
        self.journey.start(self)

    def _tick(self) -> None:
        self._busy_ticks = 0 if self.desk.idle else self._busy_ticks + 1
        if gone():
            self.leave()
        elif self._busy_ticks and self._busy_ticks % BUSY_TICKS == 0:
            self.say(BUSY)
            self.redraw()
        elif self.view.place in MOVING and self.animation_level != STILL:
            self.redraw()

    def _keep_still(self) -> None:
        """Move nothing where the learner, or ``TEXTUAL_ANIMATIONS``, says so."""
        self.animation_level = STILL if self.settings.reduced_motion else TEXTUAL_ANIMATIONS

    def leave(self, code: int = 0, said: str = "") -> None:
        """End the app; what is being written is finished first."""
        self.said = said
        if self.is_inline and not self._opening:
            self.left = left_readable(self.view.draw(self._room))
        self.desk.stop()
        self.exit(code, code)

    def action_help_quit(self) -> None:
        """Ctrl-C leaves, as everywhere else; it is always safe."""
        self.leave()

    def _failed(self, fault: RecallError) -> None:
        """At the start a fault ends the app; later it is said, and nothing else changes."""
        if not self._opening:
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
        self._problems.clear()
        self.wear(settings.theme)
        self._keep_still()
        self.redraw()

    @property
    def notices(self) -> list[str]:
        """What is wrong with the settings for keys and theme."""
        return [*self._problems, *self.keymap.problems]

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
            self._press_waiting()

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
        if self._opening and not isinstance(view, Opening):
            # Decks and memories stay: the collector need not look at them ever again.
            gc.enable()
            gc.freeze()
        self.view = view
        self.redraw()

    def wait(self) -> None:
        """Keep what is on the screen, and let keys wait until the next place is shown."""
        self.view = Waiting(self.view)

    @property
    def _opening(self) -> bool:
        return isinstance(self.view, Opening)

    @property
    def _room(self) -> Room:
        width, height = self.size
        return Room(width, rows_in(height) if self.is_inline else height)

    def redraw(self, fresh: bool = False) -> None:
        """Paint the place that is shown."""
        if not self.is_running or not self.screen_stack:
            return
        room = self._room
        if self.is_inline:
            self.stage.styles.height = room.height
        page = small_page(room) if room.too_small else self.view.draw(room)
        self.stage.paint(room, page, self.palette, self._ascii, fresh)

    # Keys, clicks and commands

    def press(self, key: str, character: str | None) -> bool:
        """A key: what it means here is done; while something is written it waits its turn."""
        if self.view.place == WAITING:
            if self._opening and self.keymap.action(WAITING, key, character):
                self.leave()
            else:
                self._keys.append((key, character))
            return True
        name = self._meaning(key, character)
        # What cannot be seen is not graded by accident; leaving is always possible.
        if name is not None and (not self._room.too_small or name in ("back", "quit")):
            self.do(name)
        elif (
            name is None
            and self.view.place in TEXT_PLACES
            and character
            and character.isprintable()
        ):
            self._type(character)
            return True
        return name is not None

    def _type(self, character: str) -> None:
        """A letter that came before the text field could take it, or while keys waited."""
        self.fill_field(self.typed + character)
        self.do("typed")

    def _meaning(self, key: str, character: str | None) -> str | None:
        place = self.view.place
        if place == KEYING:
            return "back" if key == "escape" else f"key:{_written(key, character)}"
        if place in NUMBERED and character and character in "123456789":
            return f"number:{character}"
        return self.keymap.action(place, key, character)

    def _press_waiting(self) -> None:
        while self._keys and self.view.place != WAITING:
            self.press(*self._keys.popleft())

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
        if not CommandPalette.is_open(self):
            from recall.tui.commands import Commands

            self.push_screen(Commands(self._ascii))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The command palette: every action that can be done here."""
        from recall.tui.actions import ACTIONS

        place = self.view.place
        for action in ACTIONS:
            if place in action.places and action.name not in {"back", *self.keymap.off}:
                keys = self.keymap.all(action.name)
                keys = to_ascii(keys) if self._ascii else keys
                yield SystemCommand(action.label, keys, partial(self.do, action.name))


def _written(key: str, character: str | None) -> str:
    """A key as the settings file has it: by what it types, where that can be seen."""
    return character if character and character.isprintable() and character != " " else key


def _ascii_only() -> bool:
    stream = sys.__stderr__ if sys.platform != "win32" else sys.__stdout__
    return not speaks_utf8(os.environ, getattr(stream, "encoding", None))
