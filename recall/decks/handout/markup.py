"""HTML out of an author's plain words: every text is escaped here, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from recall.decks.clean import clean

_WRAPPED = re.compile(r"(?<=[^\n]{45})\n(?![-*•\d\s])")
"""A line end that an editor made, not the author: after a long line, and before no list item."""


def text(words: str) -> str:
    """Words of an author inside an element; a line end stays one."""
    return escape(clean(words)).replace("\n", "<br>")


def attribute(words: str) -> str:
    """Words inside a quoted attribute."""
    return escape(" ".join(clean(words).split()))


def paragraphs(words: str, kind: str = "") -> str:
    """A longer text: an empty line begins a new paragraph, and lines wrapped by hand flow on."""
    flowing = _WRAPPED.sub(" ", clean(words))
    blocks = [block.strip("\n") for block in flowing.split("\n\n")]
    return "".join(element("p", text(block), kind) for block in blocks if block.strip())


def element(name: str, inner: str, kind: str = "", *, lang: str = "") -> str:
    """An element around HTML; ``kind`` is its class. Its words say which way they run."""
    attributes = f' class="{kind}"' if kind else ""
    attributes += f' lang="{attribute(lang)}"' if lang else ""
    attributes += ' dir="auto"' if name in ("p", "li", "td", "th") else ""
    return f"<{name}{attributes}>{inner}</{name}>"


def listed(items: Iterable[str], kind: str = "", name: str = "ul") -> str:
    """A list of HTML items."""
    return element(name, "".join(element("li", item) for item in items), kind)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of HTML cells, the first of each row its heading."""
    top = "".join(f'<th scope="col" dir="auto">{cell}</th>' for cell in head)
    body = ""
    for row in rows:
        first, *rest = row
        cells = "".join(element("td", cell) for cell in rest)
        body += f'<tr><th scope="row" dir="auto">{first}</th>{cells}</tr>'
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def folded(summary: str, inner: str, kind: str = "") -> str:
    """What a screen shows when the reader unfolds it."""
    return element("details", element("summary", text(summary)) + inner, kind)
