"""The text of an HTML snippet, as Anki's fields hold them, and a text as such a snippet."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

_BREAKS = frozenset(
    (
        *("br", "div", "p", "li", "tr", "ul", "ol", "h1", "h2", "h3", "table", "hr"),
        *("details", "summary", "pre", "blockquote"),
    )
)
_CLOSING = _BREAKS - {"br", "li", "hr"}
_UNSEEN = frozenset(("script", "style", "head", "title"))
_SOUND = re.compile(r"\[(?:sound|anki:play):[^\]\n]{0,300}\]")
_BLANKS = re.compile(r"\s+")
_BLANK_LINES = re.compile(r"\n{3,}")


def text_of(snippet: str) -> str:
    """The text; ``<br>``, paragraphs and list items begin lines, a picture becomes its name."""
    snippet = _SOUND.sub("", snippet)
    if "<" not in snippet and "&" not in snippet:
        return snippet.replace("\xa0", " ").strip()
    parser = _Text()
    parser.feed(snippet)
    parser.close()
    lines = "".join(parser.pieces).replace("\xa0", " ").split("\n")
    return _BLANK_LINES.sub("\n\n", "\n".join(" ".join(line.split()) for line in lines)).strip()


def has_media(snippet: str) -> bool:
    """Whether the snippet plays a sound or shows a picture."""
    return "<img" in snippet.lower() or bool(_SOUND.search(snippet))


def html_of(text: str) -> str:
    """A text as HTML that shows it letter by letter."""
    return html.escape(text, quote=False).replace("\n", "<br>")


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag == "img":
            names = dict(attrs)
            self.pieces.append(f"[{names.get('alt') or names.get('src') or 'picture'}]")
        elif tag in _BREAKS:
            self._line(always=tag == "br")
            if tag == "li":
                self.pieces.append("- ")
        elif tag == "td":
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in _CLOSING:
            self._line()

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(" ".join(_BLANKS.split(data)) if "\n" in data else data)

    def _line(self, *, always: bool = False) -> None:
        if self.pieces and (always or self.pieces[-1] != "\n"):
            self.pieces.append("\n")
