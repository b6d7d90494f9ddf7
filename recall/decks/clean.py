"""Text that is safe to show: nothing in it can move a cursor, colour a terminal or hide text."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"

_CLASS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f"  # C0, but for tab, line feed and carriage return
    "\x7f-\x9f"  # DEL and C1, next line (U+0085) among them
    "\u2028\u2029\u202a-\u202e\u2066-\u2069"  # line ends and direction overrides
    "\ud800-\udfff\ufffe\uffff"  # lone surrogates and what is no character
)
FORBIDDEN = re.compile(f"[{_CLASS}]")
_MARKDOWN = r"\`*_{}[]<>#|~"
_UNSETTLED = re.compile(f"[{_CLASS}\t\r]")


def replace_forbidden(text: str) -> str:
    """The text with each forbidden character as U+FFFD: places in it stay what they were."""
    return FORBIDDEN.sub(REPLACEMENT, text)


def clean(text: str) -> str:
    """The text as it may be shown.

    Forbidden characters become U+FFFD, a tab one space, a carriage return a line feed.
    """
    if not _UNSETTLED.search(text):
        return text
    settled = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return replace_forbidden(settled)


def one_line(text: str, longest: int = 60) -> str:
    """The text clean, on one line, cut with ``…`` after ``longest`` characters."""
    line = " ".join(clean(text[: 4 * longest]).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def for_markdown(text: str) -> str:
    """The text for one line of Markdown, the signs that would mean something there escaped."""
    return "".join(f"\\{sign}" if sign in _MARKDOWN else sign for sign in text)
