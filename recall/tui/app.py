"""The app: paints a first frame, opens the collection in a thread, and goes from place to place.

Neither SQLAlchemy nor fsrs nor yaml is imported here: that is done by the thread, after the first
frame.
"""

from __future__ import annotations

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual.app import App, SystemCommand
from textual.theme import Theme

from recall.errors import RecallError
from recall.settings import Settings
from recall.tui.desk import Desk
from recall.tui.draw.opening import opening_page, small_page
from recall.tui.draw.room import Page, Room
from recall.tui.signs import speaks_utf8
from recall.tui.terminal import gone, goodbye
from recall.tui.theme import THEMES, Palette, own_theme
from recall.tui.widgets import Stage

if TYPE_CHECKING:
    from textual.screen import Screen

    from recall.collection.collection import Collection
    from recall.collection.home import Home
    from recall.collection.scope import Scope
    from recall.collection.sitting import Sitting
    from recall.tui.draw.summary import Report
    from recall.tui.keymap import Keymap
    from recall.tui.screens.review import ReviewView
    from recall.tui.screens.summary import SummaryView
    from recall.tui.screens.view import View

Result = TypeVar("Result")
MESSAGE_SECONDS = 4.0
INLINE_ROWS = 24
"""As many as the style sheet gives the screen when it is drawn inline."""
WAITING = "waiting"
STILL = (WAITING, "first", "home", "summary", "help")
"""Places where nothing moves with time."""


class Opening:
    """The place before the collection is open: keys wait, except those that leave."""

    place = WAITING

    def draw(self, room: Room) -> Page:
        """The header alone."""
        return opening_page(room)

    def act(self, name: str) -> None:
        """Nothing can be done yet."""


class RecallApp(App[int]):
    """Holds the place that is shown, the keymap and the desk."""

    CSS_PATH = "recall.tcss"
    TITLE = "recall"
    ENABLE_COMMAND_PALETTE = True
    ESCAPE_TO_MINIMIZE: ClassVar[bool] = False

    def __init__(
        self,
        open_collection: Callable[[], Collection],
        settings: Settings,
        *,
        start: str = "home",
        scope_words: Sequence[str] = (),
        minutes: int | None = None,
        cards: int | None = None,
        ascii_only: bool | None = None,
    ) -> None:
        # Without colours the app's own theme is used, which leaves colours to the terminal.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self._open = open_collection
        self._start = start
        self._words = tuple(scope_words)
        self.minutes, self.cards = minutes, cards
        self._settings = settings
        self._problems: list[str] = []
        self._choose_theme(settings.theme)
        self.palette = Palette(self.theme_variables)
        self._ascii = _ascii_only() if ascii_only is None else ascii_only
        self._view: View = Opening()
        self._keys: deque[tuple[str, str | None]] = deque()
        self._message, self._message_number = "", 0
        self._collection: Collection | None = None
        self._scope: Scope | None = None
        self._arrived = False
        self.desk = Desk(self._failed, self._crashed)
        self.said = ""

    # Themes

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and the app's own."""
        return {**super().available_themes, **THEMES}

    def _choose_theme(self, wanted: str) -> None:
        own = own_theme(os.environ)
        if wanted and wanted not in self.available_themes:
            self._problems.append(f'theme: there is no theme called "{wanted}"')
            wanted = ""
        # Without colours only the app's own themes lose nothing.
        self.set_reactive(App.theme, own if self.no_color else wanted or own)
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())

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
        """Paint first; open the collection once that is on the terminal."""
        goodbye(self.leave)
        self.redraw()
        self.call_after_refresh(self._begin_opening)

    def _begin_opening(self) -> None:
        self.set_interval(1.0, self._tick)
        self.work(self._opened, lambda home: self._arrive(home))

    def _opened(self) -> Home | Sitting:
        """Open the collection and read what the first place shows. Runs on the desk."""
        collection = self._collection = self._open()
        from recall.collection.scope import EVERYTHING, parse_scope

        scope = parse_scope(self._words, collection.library) if self._words else EVERYTHING
        self._scope = scope
        if self._start == "review":
            return collection.sit(scope, self.minutes, self.cards)
        return collection.home(scope)

    def _arrive(self, first: Home | Sitting) -> None:
        self._arrived = True
        # Decks and memories stay: the collector need not look at them ever again.
        gc.enable()
        gc.freeze()
        from recall.collection.home import Home

        if isinstance(first, Home):
            self._show_home(first)
        else:
            self._show_sitting(first)

    def _tick(self) -> None:
        if gone():
            self.leave()
        elif self._view.place not in STILL:
            self.redraw()

    def leave(self, code: int = 0, said: str = "") -> None:
        """End the app; what is being written is finished first."""
        self.said = said
        self.desk.stop()
        self.exit(code, code)

    def action_help_quit(self) -> None:
        """Ctrl-C leaves, as everywhere else; it is always safe."""
        self.leave()

    def _failed(self, fault: RecallError) -> None:
        """At the start a fault ends the app; later it is said, and nothing else changes."""
        if self._arrived:
            mend = f" {fault.mend}." if fault.mend else ""
            self.say(f"{fault.what}.{mend}")
            self.show(self._view.under if isinstance(self._view, Waiting) else self._view)
            return
        mend = f"\n{fault.mend}" if fault.mend else ""
        self.leave(fault.exit_code, f"{fault}{mend}")

    def _crashed(self, fault: BaseException) -> None:
        """Raise a fault of the program where Textual ends the app because of it."""

        def again() -> None:
            raise fault

        self.call_later(again)

    def close(self) -> None:
        """Let go of the collection, after whatever is being written."""

        def last() -> None:
            if self._collection is not None:
                self._collection.close()

        self.desk.close(last)

    # What places ask of the app

    @cached_property
    def keymap(self) -> Keymap:
        """The keys in force; made when it is first needed, which is after the first frame."""
        from recall.tui.keymap import Keymap

        return Keymap(self._settings.keys)

    @property
    def notices(self) -> list[str]:
        """What is wrong with the settings for keys and theme."""
        return [*self._problems, *self.keymap.problems]

    @property
    def collection(self) -> Collection:
        """The collection, once it is open."""
        assert self._collection is not None
        return self._collection

    @property
    def scope(self) -> Scope:
        """What the learner asked for by name on the command line."""
        assert self._scope is not None
        return self._scope

    @property
    def message(self) -> str:
        """What is being said in the key line's place."""
        return self._message

    @property
    def typed(self) -> str:
        """What stands in the text field."""
        field = self.stage.field
        return field.value if field is not None else ""

    def clear_field(self) -> None:
        """Empty the text field."""
        field = self.stage.field
        if field is not None:
            field.value = ""

    def work(self, job: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do a job on the desk, then something here, then the keys that came meanwhile."""

        def after(result: Result) -> None:
            then(result)
            self._press_waiting()

        self.desk.do(job, after)

    @property
    def idle(self) -> bool:
        """Whether nothing is being opened, planned or written."""
        return self.desk.idle and self._view.place != WAITING

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
        self._view = view
        self.redraw()

    @property
    def _room(self) -> Room:
        width, height = self.size
        return Room(width, min(height, INLINE_ROWS) if self.is_inline else height)

    def redraw(self, fresh: bool = False) -> None:
        """Paint the place that is shown."""
        if not self.is_running or not self.screen_stack:
            return
        room = self._room
        page = small_page(room) if room.too_small else self._view.draw(room)
        self.stage.paint(room, page, self.palette, self._ascii, fresh)

    def go_home(self) -> None:
        """Read Home's figures and show it."""
        collection, scope = self.collection, self.scope
        self.work(lambda: collection.home(scope), self._show_home)

    def begin(self, scope: Scope) -> None:
        """Plan a sitting and show its first question."""
        collection = self.collection
        self._wait()
        self.work(lambda: collection.sit(scope, self.minutes, self.cards), self._show_sitting)

    def finish(self, review: ReviewView) -> None:
        """Show the Summary, or Home again where nothing was done."""
        from recall.tui.screens.summary import report_of

        sitting = review.sitting
        if not sitting.state.done:
            if self._start == "review":
                self.leave()
            else:
                self.go_home()
            return
        collection = self.collection
        self.work(lambda: report_of(sitting, collection), partial(self._show_summary, review))

    def more(self, sitting: Sitting) -> None:
        """Plan five more minutes and go on."""
        summary = cast("SummaryView", self._view)
        self._wait()
        self.work(sitting.more, summary.go_on)

    def _wait(self) -> None:
        """Keep what is on the screen, and let keys wait."""
        self._view = Waiting(self._view)

    def _show_home(self, home: Home) -> None:
        from recall.tui.screens.first import FirstView
        from recall.tui.screens.home import HomeView

        self.show(FirstView(self, home) if home.status == "first" else HomeView(self, home))

    def _show_sitting(self, sitting: Sitting) -> None:
        if sitting.state.showing is None:
            self.say(NOTHING)
            if self._start == "review":
                self._start = "home"
            self.go_home()
            return
        from recall.tui.screens.review import ReviewView

        self.show(ReviewView(self, sitting))

    def _show_summary(self, review: ReviewView, report: Report) -> None:
        from recall.tui.screens.summary import SummaryView

        self.show(SummaryView(self, review, report))

    # Keys, clicks and commands

    def press(self, key: str, character: str | None) -> bool:
        """A key: what it means here is done; while something is written it waits its turn."""
        if self._view.place == WAITING:
            if self._collection is None and self.keymap.action(WAITING, key, character):
                self.leave()
            else:
                self._keys.append((key, character))
            return True
        name = self._meaning(key, character)
        # What cannot be seen is not graded by accident; leaving is always possible.
        if name is not None and (not self._room.too_small or name in ("back", "quit")):
            self.do(name)
        return name is not None

    def _meaning(self, key: str, character: str | None) -> str | None:
        place = self._view.place
        if place in ("picking", "placing") and character and character in "123456789":
            return f"number:{character}"
        return self.keymap.action(place, key, character)

    def _press_waiting(self) -> None:
        while self._keys and self._view.place != WAITING:
            self.press(*self._keys.popleft())

    def do(self, name: str) -> None:
        """Do an action by its name."""
        if name == "ready":
            self._paint_first()
        elif name == "resize":
            self.redraw()
        elif name == "help" and self._view.place not in ("help", WAITING):
            from recall.tui.screens.help import HelpView

            self.show(HelpView(self, self._view))
        elif self._view.place != WAITING:
            self._view.act(name)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The command palette: every action that can be done here."""
        from recall.tui.actions import ACTIONS

        place = self._view.place
        for action in ACTIONS:
            if place in action.places and action.name != "back":
                keys = self.keymap.all(action.name)
                yield SystemCommand(action.label, keys, partial(self.do, action.name))
        yield SystemCommand("Change the theme", "", self.action_change_theme)


class Waiting:
    """A place that stays on the screen while something is planned."""

    place = WAITING

    def __init__(self, under: View) -> None:
        self.under = under

    def draw(self, room: Room) -> Page:
        """What stood there before."""
        return self.under.draw(room)

    def act(self, name: str) -> None:
        """Nothing can be done yet."""


NOTHING = "Nothing to ask there now."


def _ascii_only() -> bool:
    stream = sys.__stderr__ if sys.platform != "win32" else sys.__stdout__
    return not speaks_utf8(os.environ, getattr(stream, "encoding", None))


def _stop_reading(app: App[Any]) -> None:
    """End Textual's thread that reads keys: below the prompt it goes on, at full speed, where the
    terminal went away before the driver could say goodbye to it."""
    ended = getattr(app._driver, "exit_event", None)
    if ended is not None:
        ended.set()


def run(
    open: Callable[[], Collection],
    settings: Settings,
    *,
    start: str = "home",
    scope_words: Sequence[str] = (),
    minutes: int | None = None,
    cards: int | None = None,
    inline: bool = False,
) -> int:
    """Run the app until it is left; returns the exit code.

    Args:
        open: opens the collection; called in a thread once the first frame is painted.
        start: ``home`` or ``review``.
        scope_words: decks, tags and paths of the command line.
        minutes, cards: length of a sitting; the setting's minutes where neither is given.
        inline: draw below the prompt instead of on the whole screen.
    """
    # Nothing of what is read at the start is garbage; looking for it takes a tenth of the time.
    gc.disable()
    app = RecallApp(
        open, settings, start=start, scope_words=scope_words, minutes=minutes, cards=cards
    )
    try:
        code = app.run(inline=inline and sys.platform != "win32")
    finally:
        gc.enable()
        app.close()
        _stop_reading(app)
    if app.said:
        print(app.said, file=sys.stderr)
    return app.return_code or 0 if code is None else code
