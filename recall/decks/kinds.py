"""The keys of a card say what kind it is: which ones belong together, and what to say if not."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from recall.decks.model import BASIC, CHOICE, CLOZE, COMPARISON, REVERSED, SEQUENCE, TYPED

COMMON = frozenset(
    (
        *("id", "was", "rev", "tags", "hint", "why", "source"),
        *("after", "group", "lang", "draft", "lint-ok", "note"),
    )
)
REQUIRED = {
    BASIC: ("q", "a"),
    TYPED: ("q", "typed"),
    CHOICE: ("q", "options"),
    REVERSED: ("term", "means"),
    CLOZE: ("cloze",),
    SEQUENCE: ("order", "items"),
    COMPARISON: ("compare", "rows"),
}
ALLOWED = {
    BASIC: ("case",),
    TYPED: ("case", "accept"),
    CHOICE: ("case", "shuffle"),
    REVERSED: (),
    CLOZE: (),
    SEQUENCE: ("cycle", "ask"),
    COMPARISON: ("ask",),
}
TELLING = (
    ("cloze", CLOZE),
    ("term", REVERSED),
    ("means", REVERSED),
    ("order", SEQUENCE),
    ("items", SEQUENCE),
    ("compare", COMPARISON),
    ("rows", COMPARISON),
    ("typed", TYPED),
    ("options", CHOICE),
    ("a", BASIC),
    ("q", BASIC),
)
KEYS = tuple(
    dict.fromkeys(
        [*(key for kind in REQUIRED for key in REQUIRED[kind] + ALLOWED[kind]), *sorted(COMMON)]
    )
)
NO_KIND = "this card asks nothing"
NO_KIND_HELP = (
    "give it q + a, typed or options; or term + means, cloze, order + items, compare + rows"
)
UNANSWERED = "this question has no answer"
UNANSWERED_HELP = "add 'a', 'typed' or 'options'"


class Fault(NamedTuple):
    """What is wrong with the keys of a card. ``key``: the key it is about, "" for them all."""

    rule: str
    key: str
    message: str
    help: str = ""


class Kind(NamedTuple):
    """What the keys of a card make it. ``name`` is "" where they make nothing."""

    name: str
    wrong: tuple[Fault, ...]
    missing: tuple[Fault, ...]


@lru_cache(maxsize=1024)
def kind_of(keys: frozenset[str]) -> Kind:
    """The kind of a card that has these (known) keys."""
    telling = [(key, kind) for key, kind in TELLING if key in keys]
    if not telling:
        return Kind("", (), (_no_kind(keys),))
    kind = telling[0][1]
    allowed = COMMON.union(REQUIRED[kind], ALLOWED[kind])
    wrong = tuple(_stray(key, kind) for key in sorted(keys - allowed))
    missing = tuple(
        Fault("missing-key", "", f"a card with '{telling[0][0]}' needs '{key}' too", _help(key))
        for key in REQUIRED[kind]
        if key not in keys
    )
    if kind == BASIC and "a" not in keys:
        missing = (_unanswered(),)
    if "case" in keys and "case" in allowed and "why" not in keys:
        missing += (
            Fault("missing-key", "case", "a scenario needs 'why': the fact that decides it"),
        )
    return Kind(kind, wrong, missing)


def _stray(key: str, kind: str) -> Fault:
    first = REQUIRED[kind][-1]
    return Fault("mixed-kinds", key, f"'{key}' does not go together with '{first}' in one card")


def _no_kind(keys: frozenset[str]) -> Fault:
    return Fault("no-kind", "", NO_KIND, NO_KIND_HELP)


def _unanswered() -> Fault:
    return Fault("missing-key", "q", UNANSWERED, UNANSWERED_HELP)


def _help(key: str) -> str:
    if key == "q":
        return "add the question as 'q'"
    return ""
