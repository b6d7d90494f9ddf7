"""The deck format as a JSON Schema (draft-07), for editors that speak yaml-language-server.

Made from the tables that the reader reads by. What no schema can say is left to ``recall deck
check``: ids that stand twice, sources and cards that are not there, words lost to a comment.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import groupby

from recall.decks.keys import CARD, DECK, DECK_NEEDS, MODULE, MODULE_NEEDS, OPTION, Key, Sort
from recall.decks.kinds import (
    ALLOWED,
    COMMON,
    NO_KIND,
    NO_KIND_HELP,
    REQUIRED,
    TELLING,
    UNANSWERED,
    UNANSWERED_HELP,
)
from recall.decks.model import BASIC, COMPARISON, SEQUENCE
from recall.decks.parts import COMPARISON_ASKS, SEQUENCE_ASKS
from recall.decks.schema_values import DEFINITIONS, VALUES, Schema, ask, ref

FILE_NAME = "recall-deck.schema.json"
TITLE = "A deck of recall, format 1"

_ASKS = {SEQUENCE: SEQUENCE_ASKS, COMPARISON: COMPARISON_ASKS}


def schema() -> Schema:
    """The schema of a deck file, as plain values."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": TITLE,
        **_map("deck", DECK, DECK_NEEDS),
        **_either("modules", "cards", "the deck needs 'cards' or 'modules'"),
        "definitions": DEFINITIONS
        | _keys("deck", DECK)
        | _keys("module", MODULE)
        | _keys("option", OPTION)
        | _keys("card", {name: key for name, key in CARD.items() if key.sort is not Sort.ASK})
        | {f"card-ask-{kind}": _described(CARD["ask"], ask(asks)) for kind, asks in _ASKS.items()}
        | {"module": _map("module", MODULE, MODULE_NEEDS), "option": _option(), "card": _card()}
        | {kind: _kind(kind) for kind in REQUIRED}
        | {"unanswered": _unanswered()},
    }


def schema_text() -> str:
    """The schema as a file holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _keys(place: str, keys: Mapping[str, Key]) -> dict[str, Schema]:
    """A definition for each key of a map."""
    return {f"{place}-{name}": _described(key, VALUES[key.sort]) for name, key in keys.items()}


def _described(key: Key, value: Schema) -> Schema:
    return {"description": key.meaning, **value}


def _map(place: str, keys: Iterable[str], needs: Iterable[str]) -> Schema:
    """A map that has these keys and no others."""
    return {
        "type": "object",
        "properties": {name: ref(f"{place}-{name}") for name in keys},
        "required": list(needs),
        "additionalProperties": False,
    }


def _either(one: str, other: str, message: str) -> Schema:
    """One of two keys, and not both."""
    return {
        "if": {"required": [one]},
        "then": {"properties": {other: False}},
        "else": {"required": [other], "errorMessage": message},
    }


def _option() -> Schema:
    message = "an option is either 'right: …' or 'wrong: …'"
    return _map("option", OPTION, ()) | _either("right", "wrong", message)


def _card() -> Schema:
    """A card: the first telling key that it has says which kind it must be."""
    found = _failing(CARD, "q", f"{NO_KIND}: {NO_KIND_HELP}")
    found = {"if": {"required": ["q"]}, "then": ref("unanswered"), "else": found}
    telling = [(key, kind) for key, kind in TELLING if key != "q"]
    for kind, tells in reversed([(kind, [*each]) for kind, each in groupby(telling, _kind_told)]):
        told = {"anyOf": [{"required": [key]} for key, _ in tells]}
        found = {"if": told, "then": ref(kind), "else": found}
    return {"type": "object", **found}


def _kind_told(telling: tuple[str, str]) -> str:
    return telling[1]


def _unanswered() -> Schema:
    """A question without an answer yet: every key is offered that can follow."""
    answers = [keys[1] for keys in REQUIRED.values() if keys[0] == "q"]
    keys = ["q", *answers, *ALLOWED[BASIC], *COMMON]
    return _failing(keys, answers[0], f"{UNANSWERED}: {UNANSWERED_HELP}")


def _failing(keys: Iterable[str], missing: str, message: str) -> Schema:
    """A map of these keys that lacks one, which is what makes it fail."""
    return {
        "allOf": [_card_map(keys), {"required": [missing], "errorMessage": message}],
    }


def _kind(kind: str) -> Schema:
    """A card of one kind."""
    keys = {*REQUIRED[kind], *ALLOWED[kind], *COMMON}
    needs = {"dependencies": {"case": ["why"]}} if "case" in keys else {}
    return _card_map(keys, kind) | {"required": list(REQUIRED[kind])} | needs


def _card_map(keys: Iterable[str], kind: str = "") -> Schema:
    chosen = set(keys)
    found = {name: ref(f"card-{name}") for name in CARD if name in chosen}
    if "ask" in found:
        found["ask"] = ref(f"card-ask-{kind}") if kind else {"description": CARD["ask"].meaning}
    return {"type": "object", "properties": found, "additionalProperties": False}
