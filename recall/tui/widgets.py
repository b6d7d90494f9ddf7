"""The two widgets of the app: a part of a page, and the screen that holds page and text field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content, Span
from textual.screen import Screen
from textual.widgets import Static

from recall.tui.draw.room import Page, Room, Spot, fill
from recall.tui.draw.text import Line
from recall.tui.signs import to_ascii
from recall.tui.theme import Palette

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import Input

FIELD = "field"


class Part(Static):
    """Some rows of a page. Its text is never parsed as markup."""

    def __init__(self) -> None:
        super().__init__(Content(""), markup=False)
        self.lines: list[Line] | None = None

    def paint(self, lines: list[Line], palette: Palette, ascii_only: bool, fresh: bool) -> None:
        """Show these rows, if they differ from those that stand there."""
        if lines == self.lines and not fresh:
            return
        if self.lines is None or len(lines) != len(self.lines):
            self.styles.height = len(lines)
        self.lines = lines
        self.update(content(lines, palette, ascii_only), layout=False)


def content(lines: Sequence[Line], palette: Palette, ascii_only: bool = False) -> Content:
    """Lines as Textual's content: plain text with spans of style."""
    texts: list[str] = []
    spans: list[Span] = []
    at = 0
    for number, runs in enumerate(lines):
        if number:
            texts.append("\n")
            at += 1
        for text, style, act in runs:
            text = to_ascii(text) if ascii_only else text
            texts.append(text)
            if style or act:
                spans.append(Span(at, at + len(text), palette.style(style, act)))
            at += len(text)
    return Content("".join(texts), spans)


class Stage(Screen[None]):
    """The one screen: three parts of a page, and a text field over it when one is typed in."""

    AUTO_FOCUS = ""

    def __init__(self, press: Callable[[str, str | None], bool], do: Callable[[str], None]) -> None:
        super().__init__()
        self._press = press
        self._do = do
        self._fielded = False
        self._spot: Spot | None = None
        self._text = ""
        self.parts = (Part(), Part(), Part())

    def compose(self) -> ComposeResult:
        """The three parts; the field is made when it is first needed."""
        yield from self.parts

    def on_mount(self) -> None:
        """The app may paint."""
        self._do("ready")

    def paint(
        self, room: Room, page: Page, palette: Palette, ascii_only: bool, fresh: bool = False
    ) -> None:
        """Show a page."""
        lines = fill(page.lines, room.height)
        head = min(room.head_rows, room.height)
        foot = max(head, room.height - room.foot_rows)
        rows = (lines[:head], lines[head:foot], lines[foot:])
        for part, its in zip(self.parts, rows, strict=True):
            part.paint(its, palette, ascii_only, fresh)
        self._place_field(page)

    @property
    def text(self) -> str:
        """What stands in the text field, or will as soon as there is one."""
        field = self.field
        return self._text if field is None else field.value

    @text.setter
    def text(self, text: str) -> None:
        self._text = text
        field = self.field
        if field is not None:
            field.value = text
            field.cursor_position = len(text)

    @property
    def field(self) -> Input | None:
        """The text field, once it was needed."""
        from textual.widgets import Input

        found = self.query(Input)
        return found.first() if found else None

    def _place_field(self, page: Page) -> None:
        if page.spot is None and not self._fielded:
            return
        field = self.field
        if page.spot is None:
            if field is not None and field.display:
                field.display = False
                self.set_focus(None)
            return
        if field is None:
            from textual.widgets import Input

            field = Input(self._text, id=FIELD, compact=True, select_on_focus=False)
            field.cursor_blink = False
            self._fielded = True
            self.mount(field)
            self.watch(field, "value", self._typed, init=False)
        if page.spot != self._spot:
            # Setting a style lays the whole screen out anew, though it be what it was.
            self._spot = page.spot
            field.styles.offset = (page.spot.column, page.spot.row)
            field.styles.width = page.spot.width
        if not field.display or not field.has_focus:
            field.display = True
            field.focus()

    def on_click(self, event: events.Click) -> None:
        """A click on something that has an action does it."""
        act = event.style.meta.get("act")
        if act:
            self._do(str(act))

    def on_key(self, event: events.Key) -> None:
        """Keys that no text field took are the app's."""
        if self._press(event.key, event.character):
            event.stop()
            event.prevent_default()

    def on_input_submitted(self) -> None:
        """Enter in the text field checks."""
        self._press("enter", None)

    def _typed(self, text: str) -> None:
        """Another text stands in the field: the page follows at once, so one frame has both."""
        if text != self._text:
            self._text = text
            self._do("typed")

    def on_resize(self) -> None:
        """Another size: the page is laid out again, in mid-card too."""
        self._do("resize")
