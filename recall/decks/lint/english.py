"""What the rules for English know of English: small words, endings, sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from recall.decks.lint.facts import unquoted, words_of


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(text.split())


QUESTION_WORDS = word_set("what which who whom whose why when where how")
AUXILIARIES = word_set(
    "is are was were am be been do does did can could should would will shall has have had must"
    " may might isn't aren't wasn't doesn't don't didn't can't shouldn't won't"
)
SMALL = (
    QUESTION_WORDS
    | AUXILIARIES
    | word_set(
        "a an the of in on at to for from by with without as into and or but if then than so not no"
        " it its they them their he she his her this that these those there here one you your we"
        " our i my me us up out about over under also only just very more most much many any some"
        " all each every both own same such per via being"
    )
)
"""Words that carry no meaning of their own."""

_TELLING = word_set("no not")
_SENTENCE_END = re.compile(r"(?<=[.!?:])[\"'”’)]*\s+")
_ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "ly", "s")


def sentences(text: str) -> list[str]:
    """The sentences of a text, without what it quotes; a colon ends one too."""
    return [part for part in _SENTENCE_END.split(unquoted(text.replace("’", "'"))) if part.strip()]


def asked_last(text: str) -> str:
    """The sentence that asks: the last one that ends in ``?``, else the last one."""
    parts = sentences(text)
    asking = [part for part in parts if "?" in part]
    return (asking or parts or [""])[-1].strip()


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A word without its commonest endings, so that ``standards`` meets ``standardized``."""
    word = word.removesuffix("'s").removesuffix("'")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


def content(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    return [stem(word) for word in words_of(text) if word not in SMALL or word in _TELLING]
