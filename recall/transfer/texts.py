"""Texts of other programs as a deck can hold them, and names made of them."""

from __future__ import annotations

import hashlib
import re

from recall.decks.clean import FORBIDDEN
from recall.decks.parts import MAIN
from recall.ids import ID_PATTERN

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_OWN_GUID = re.compile(r"recall:[a-z0-9-]+/(~?[a-z0-9-]+)/(.+)\Z")


def tidy(text: str) -> str:
    """A text as a deck can hold it: no controls, no white space at the ends of its lines."""
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ").replace("\ufeff", "")
    text = FORBIDDEN.sub("", text)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def line_of(text: str) -> str:
    """A text tidied, on one line."""
    return " ".join(tidy(text).split())


def own_prompt(guid: str) -> str:
    """The ``deck/card/part`` that a GUID of this app names; "" for any other GUID."""
    return guid.removeprefix("recall:") if _OWN_GUID.match(guid) else ""


def id_of(key: str) -> str:
    """The id of a card that another program knows by a key: the same for the same key.

    What was exported here has its own name as its key (``recall:deck/card/part``).
    """
    own = _OWN_GUID.match(key)
    if own:
        name = own[1] if own[2] == MAIN else f"{own[1]}-{own[2]}".replace(".", "-")
        return name[:64].rstrip("-")
    if not key or ID_PATTERN.match(key):
        return key
    return "n" + hashlib.sha256(key.encode()).hexdigest()[:12]


def stem(name: str) -> str:
    """The name of a file without folder and ending, as words; ``Cards`` where none is left."""
    last = name.replace("\\", "/").rpartition("/")[2]
    words = line_of(re.sub(r"[-_]+", " ", last.rsplit(".", 1)[0] if "." in last else last))
    return (words[:1].upper() + words[1:]) or "Cards"
