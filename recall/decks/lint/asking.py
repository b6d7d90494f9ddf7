"""Rules on what is asked: one thing, clearly, without a riddle in the wording."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recall.decks.lint.english import (
    AUXILIARIES,
    QUESTION_WORDS,
    SMALL,
    asked_last,
    content,
    word_set,
)
from recall.decks.lint.facts import Facts, Finding, size, unquoted, words_of
from recall.decks.model import BASIC, CHOICE, TYPED

LONGEST_QUESTION, LONGEST_CASE = 40, 120
_ASKED = (BASIC, TYPED, CHOICE)

_LEAD = r"(?:(?:in|under|with|at|on|by|for|if|when|according to)\b[^,?]{1,60}, )?"
_YES_NO = re.compile(
    rf"{_LEAD}(?:{'|'.join(sorted(AUXILIARIES - {'am', 'be', 'been'}))})\b(?!-)", re.I
)
_YES_OR_NO = re.compile(r"(?:yes|no|true|false)(?:\s*[.,;:!–—-]|\s*\Z)", re.I)
_QUESTION_MARK = re.compile(r"[?？؟]")
_AND_ASKS = re.compile(
    r"(?:,|;)? and (?:(?:by|to|for|with|in|at|on|from|of) )?"
    rf"({'|'.join(sorted(QUESTION_WORDS - {'why'}))})\b(?: (\w+))?",
    re.I,
)
_NUMBER = r"(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|[3-9]|[1-9][0-9])"
_NAME_N = re.compile(
    rf"(?:^|[.:,;!?]\s+|\byou )(?:name|list|give|state|enumerate|mention)(?: me)?"
    rf"(?: (?:at least|any|all|the|its|of the))*"
    rf" {_NUMBER}\b|\b(?:what|which) are the {_NUMBER}\b",
    re.I,
)
_VAGUE = re.compile(
    r"(?:(?:what|how) about|tell (?:me|us) (?:something )?about|say something about|discuss"
    r"|(?:describe|explain)(?! (?:why|how|what|which|when|where|in))|talk about|comment on"
    r"|elaborate|what do you (?:know|think|remember) (?:about|of)"
    r"|what can (?:you|one|be) sa(?:y|id)"
    r"|what (?:is|are) (?:the )?(?:important|special|interesting|significant|relevant)(?: \w+)?"
    r" (?:about|in|of)|what should (?:you|one|we) know)\b",
    re.I,
)
_OPEN_ENDED = re.compile(
    r"\b(?:etc\b\.?|and so on|and so forth|and more\b(?=[.\s]*\Z)|among others|it depends"
    r"|various things)",
    re.I,
)
_NOT = re.compile(r"\b(?:not|except|(?:is|are|was|were|does|do|did|can|would|should)n't|cannot)\b")
_NOT_WHICH = re.compile(
    r"\b(?:which|what)(?: one)?(?: of [^?]{1,60}?)?"
    r" (?:(?:is|are|was|were|does|do|did|has|have|would|should) not|isn't|aren't|doesn't|don't)\b",
    re.I,
)
_SHOUTED_NOT = re.compile(r"\b(?:NOT|EXCEPT|NEVER)\b")
_POINTING = word_set("it they them this these those he she him")
_AT_OPTIONS = word_set("them these those")
_EMPTY_IT = re.compile(r"it(?: \S+){0,5}? (?:to|that|when|if|for|whether)\b")
_POINTS_ON = re.compile(
    r"those (?:who|whom|that|which|concerned|involved|in|of|with)\b|these days\b|this (?:is|:)"
)


def long_question(facts: Facts) -> Iterator[Finding]:
    """A question or a case that takes too long to read."""
    words = size(facts.question)
    if words > LONGEST_QUESTION and facts.asks_in in ("q", "cloze", "order"):
        yield Finding(f"the question has {words} words", facts.asks_in)
    words = size(facts.card.case)
    if words > LONGEST_CASE:
        yield Finding(f"the case has {words} words", "case")


def yes_no(facts: Facts) -> Iterator[Finding]:
    """A question that yes or no answers."""
    card = facts.card
    if card.kind not in _ASKED:
        return
    if card.kind == CHOICE:
        if all(_YES_OR_NO.fullmatch(option.text.strip()) for option in card.options):
            yield Finding("yes or no is all that is asked", "q")
        return
    answered = _YES_OR_NO.match(facts.answer)
    if answered:
        word = answered[0].strip(" .,;:!–—-")
        yield Finding(f"the answer is a {word!r}", facts.answers_in, mark=word)
        return
    asked = asked_last(facts.question)
    if _YES_NO.match(asked) and "?" in asked and not re.search(r"\bor\b", asked):
        yield Finding("yes or no would answer this question", "q", mark=asked)


def either_or(facts: Facts) -> Iterator[Finding]:
    """``X or Y?``, and X or Y is the answer."""
    if facts.card.kind not in (BASIC, TYPED):
        return
    asked = unquoted(facts.question)
    before, found, after = asked.rpartition(" or ")
    if not found:
        return
    first = re.split(r"[,.;:–—]", facts.answer, maxsplit=1)[0]
    answer = set(content(first))
    near = set(content(before)[-4:]) | set(content(re.split(r"[.?;:]", after)[0])[:6])
    if answer and answer <= near:
        yield Finding("the answer is one of the two that the question offers", "q", mark=" or ")


def two_questions(facts: Facts) -> Iterator[Finding]:
    """More than one question. The verdict on a case and its reason are one."""
    if facts.card.kind not in _ASKED or facts.card.case:
        return
    asked = unquoted(facts.question)
    if len(_QUESTION_MARK.findall(asked)) > 1:
        yield Finding("this asks more than one question", "q", mark="?")
    elif facts.english:
        for found in _AND_ASKS.finditer(asked_last(facts.question)):
            if _is_another(found, asked):
                yield Finding("this asks two questions", "q", mark=found[0].lstrip(",; "))
                return


def _is_another(found: re.Match[str], asked: str) -> bool:
    """Not another question: "how much in the one, and how much in the other"."""
    word = found[1].casefold()
    earlier = words_of(asked[: asked.find(found[0])])
    if not QUESTION_WORDS.intersection(earlier):
        return False
    return word not in earlier or (found[2] or "").casefold() in AUXILIARIES


def name_n(facts: Facts) -> Iterator[Finding]:
    """``Name N things``: a set, the hardest thing to keep."""
    if facts.card.kind not in (BASIC, TYPED):
        return
    found = _NAME_N.search(facts.question)
    if found:
        words = found[0].lstrip(" .:,;!?")
        yield Finding(f"'{words}' asks for a whole set at once", "q", mark=words)


def vague(facts: Facts) -> Iterator[Finding]:
    """A question with many right answers, or an answer that never ends."""
    if facts.card.kind not in _ASKED:
        return
    asked = asked_last(facts.question)
    found = _VAGUE.match(asked)
    if found:
        yield Finding(f"'{found[0]}' does not say what is wanted", "q", mark=found[0])
    elif not facts.card.case and size(facts.question) < 3:
        yield Finding("so few words do not say what is wanted", "q")
    trailing = _OPEN_ENDED.search(facts.answer)
    if trailing:
        message = f"with '{trailing[0]}' nobody can tell when the answer is complete"
        yield Finding(message, facts.answers_in, mark=trailing[0])


def negative_stem(facts: Facts) -> Iterator[Finding]:
    """``Which is not …``: the learner practises what is false."""
    if facts.card.kind not in _ASKED:
        return
    asked = asked_last(facts.question)
    found = _SHOUTED_NOT.search(unquoted(facts.question)) or _NOT_WHICH.search(asked)
    if not found and facts.card.kind == CHOICE and not asked.lower().startswith("why"):
        found = _NOT.search(asked)
    if found:
        yield Finding("the question asks for what is not so", "q", mark=found[0])


def dangling(facts: Facts) -> Iterator[Finding]:
    """``it`` or ``this`` before anything was named that it could point to."""
    if facts.card.kind not in _ASKED or facts.card.case:
        return
    asked = words_of(unquoted(facts.question))
    # "Which of these": the options stand below.
    pointing = _POINTING - _AT_OPTIONS if facts.card.kind == CHOICE else _POINTING
    for number, word in enumerate(asked):
        if word in pointing:
            rest = " ".join(asked[number:])
            empty = _EMPTY_IT.match(rest) if word == "it" else _POINTS_ON.match(rest)
            if not empty:
                yield Finding(f"'{word}' points to nothing in this card", "q", mark=word)
            return
        if word not in SMALL:
            return
