"""The table of rules: what each finds, why it matters, and the mend.

Most follow Piotr Wozniak, "Effective learning: twenty rules of formulating knowledge" (1999), the
minimum-information principle above all; those on options follow Thomas Haladyna, Steven Downing and
Michael Rodriguez, "A review of multiple-choice item-writing guidelines" (2002).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from recall.decks.lint import across, answering, asking, giveaway, shapes
from recall.decks.lint.facts import Facts, Finding
from recall.decks.model import Deck
from recall.decks.problems import ERROR, WARNING

OfCard = Callable[[Facts], Iterator[Finding]]
OfDeck = Callable[[Deck, Sequence[Facts], Callable[[int], None]], Iterator[tuple[int, Finding]]]
ENGLISH = ("en",)


class Rule(NamedTuple):
    """One rule.

    Attributes:
        name: what ``lint-ok`` calls it; it never changes.
        severity: ``error`` or ``warning``.
        finds: what it finds.
        why: why that matters to a learner.
        mend: what to do about it.
        card: finds it in one card; None for a rule on the whole deck, or one that the reader of
            decks or the linter itself holds.
        deck: finds it in all the cards of a deck.
        languages: the languages that it knows; () for all.
        drafts: whether it looks at drafts too.
        release: whether it holds only for a deck that is released.
    """

    name: str
    severity: str
    finds: str
    why: str
    mend: str
    card: OfCard | None = None
    deck: OfDeck | None = None
    languages: tuple[str, ...] = ()
    drafts: bool = True
    release: bool = False

    def knows(self, facts: Facts) -> bool:
        """Whether it looks at a card at all."""
        if self.languages and facts.language not in self.languages:
            return False
        return (self.drafts or not facts.card.draft) and (facts.release or not self.release)


RULES = (
    Rule(
        "duplicate-question",
        WARNING,
        "a question that another card of the deck asks already",
        "The same question with two answers cannot be answered; with one it costs twice the time.",
        "remove one of the two, or say in the question what sets them apart",
        deck=across.duplicate_question,
    ),
    Rule(
        "near-pair",
        WARNING,
        "two questions that differ in a word or two",
        "Look-alikes are mixed up for years: each answer comes with the other question.",
        "make both one 'compare' card, give both the tag 'pair:…', or word them apart",
        deck=across.near_pair,
    ),
    Rule(
        "same-answer",
        WARNING,
        "the same short answer, or the same meaning of a term, twice",
        "After a few days the answer is guessed from the deck and not recalled from the question.",
        "ask one of the two the other way round, or put what they share into one card",
        deck=across.same_answer,
    ),
    Rule(
        "circular-after",
        WARNING,
        "cards or modules that wait for each other",
        "None of them can come first, so the order that was meant is lost.",
        "take one of these out of 'after'",
        deck=across.circular_after,
    ),
    Rule(
        "unknown-after",
        WARNING,
        "'after' names a card or module that is not in the deck",
        "The card does not wait for what it builds on.",
        "correct the id",
    ),
    Rule(
        "lone-pair",
        WARNING,
        "a tag 'pair:…' that only one card of the deck has",
        "The two that it should keep apart may both be new on one day.",
        "give the other card the same tag, or remove this one",
        deck=across.lone_pair,
    ),
    Rule(
        "placeholder",
        WARNING,
        "words that stand for words still to be written: TODO, ???, 'your question here'",
        "Learners see it.",
        "write it, or say 'draft: true'",
        card=answering.placeholder,
        drafts=False,
    ),
    Rule(
        "long-question",
        WARNING,
        f"a question of more than {asking.LONGEST_QUESTION} words,"
        f" or a case of more than {asking.LONGEST_CASE}",
        "Reading takes the time that recalling should have, every time the card comes back.",
        "cut what the answer does not need, or split the card",
        card=asking.long_question,
    ),
    Rule(
        "long-answer",
        WARNING,
        f"an answer or an option of more than {answering.LONGEST_ANSWER} words",
        "Parts of a long answer are forgotten one by one, and one grade cannot say which.",
        "keep the one idea as the answer; put the rest in 'why', or in cards of its own",
        card=answering.long_answer,
    ),
    Rule(
        "long-typed",
        WARNING,
        f"a typed answer of more than {answering.LONGEST_TYPED} words",
        "Nobody types a sentence letter by letter as somebody else wrote it.",
        "ask for the one word that matters, or answer with 'a'",
        card=answering.long_typed,
    ),
    Rule(
        "list-answer",
        WARNING,
        "an answer that is a list: marks of its own, arrows, four things or more, or three steps",
        "A list is recalled in part, and no grade fits that.",
        "use 'order' + 'items' for what has an order, else a card for each, or a 'cloze'",
        card=answering.list_answer,
    ),
    Rule(
        "name-n",
        WARNING,
        "'name three …', 'which are the five …'",
        "Sets are the hardest thing to keep, and the last member is never worth its time.",
        "use 'order', a 'cloze' with a gap for each, or ask what each one is for",
        card=asking.name_n,
        languages=ENGLISH,
    ),
    Rule(
        "yes-no",
        WARNING,
        "a question that yes or no answers",
        "Half of those who do not know are right.",
        "ask what, why or how; what makes the answer a yes or a no is the answer",
        card=asking.yes_no,
        languages=ENGLISH,
    ),
    Rule(
        "either-or",
        WARNING,
        "'X or Y?' with one of the two as the answer",
        "The answer stands in the question, and half of the guesses are right.",
        "ask without naming them, or make it a choice with plausible options",
        card=asking.either_or,
        languages=ENGLISH,
    ),
    Rule(
        "answer-in-question",
        WARNING,
        "an answer whose words all stand in the question, the term or the rest of the text",
        "It is read off, not recalled.",
        "word the question without them",
        card=giveaway.answer_in_question,
    ),
    Rule(
        "answer-in-hint",
        WARNING,
        "a hint that holds the answer",
        "A hint should help to recall and leave something to recall.",
        "hint at where the answer comes from",
        card=giveaway.answer_in_hint,
    ),
    Rule(
        "two-questions",
        WARNING,
        "two questions in one; 'and why' and cases are let pass",
        "One grade cannot say which half was known.",
        "make it two cards, the second 'after' the first",
        card=asking.two_questions,
    ),
    Rule(
        "vague",
        WARNING,
        "'explain …', 'what about …', a question of a word or two, an answer with 'etc.'",
        "Learners cannot know what is wanted, so they cannot know whether they had it.",
        "ask for the one thing that the answer says",
        card=asking.vague,
        languages=ENGLISH,
    ),
    Rule(
        "negative-stem",
        WARNING,
        "'which is not …', '… EXCEPT'",
        "The 'not' is overlooked, and what is false is what gets practised.",
        "ask for what is so",
        card=asking.negative_stem,
        languages=ENGLISH,
    ),
    Rule(
        "dangling",
        WARNING,
        "'it', 'this', 'they' with nothing before it to point to",
        "Cards come one by one and between other decks; nobody knows what the last one was about.",
        "name the thing",
        card=asking.dangling,
        languages=ENGLISH,
    ),
    Rule(
        "no-right-option",
        ERROR,
        "a choice with no right option",
        "Nothing that a learner picks is right.",
        "mark one as 'right: …'",
    ),
    Rule(
        "no-wrong-option",
        WARNING,
        "a choice in which every option is right",
        "Nothing has to be chosen.",
        "add plausible wrong ones, or ask with 'a'",
        card=answering.no_wrong_option,
    ),
    Rule(
        "longest-option",
        WARNING,
        "the right option is by far the longest",
        "Test-wise learners pick the longest option without reading the question.",
        "shorten it (reasons belong in 'why'), or lengthen a wrong one",
        card=shapes.longest_option,
    ),
    Rule(
        "no-feedback",
        WARNING,
        "a wrong option without a 'why' of its own",
        "Who picks it learns that it is wrong, and not what was wrong in thinking so.",
        "add 'why' under the option",
        card=shapes.no_feedback,
    ),
    Rule(
        "above-option",
        WARNING,
        "'all of the above', 'both A and B'",
        "Options are shuffled, so there is no above.",
        "write several 'right: …' options: then all of them are wanted",
        card=shapes.above_option,
        languages=ENGLISH,
    ),
    Rule(
        "many-options",
        WARNING,
        f"more than {shapes.MOST_OPTIONS} options",
        "It tests reading; nobody can think of so many plausible mistakes.",
        "keep the three or four that somebody would really pick",
        card=shapes.many_options,
    ),
    Rule(
        "many-gaps",
        WARNING,
        f"a cloze with more than {shapes.MOST_GAPS} gaps, or with nothing but gaps",
        "Every gap is a question of its own, and they all look alike.",
        "split the text",
        card=shapes.many_gaps,
    ),
    Rule(
        "poor-gap",
        WARNING,
        f"a gap of more than {shapes.LONGEST_GAP} words, or (English) for a word like 'the'",
        "A phrase is recalled in other words, and a small word is found by grammar.",
        "put the gap on the one word that carries the idea",
        card=shapes.poor_gap,
    ),
    Rule(
        "long-order",
        WARNING,
        f"a sequence of more than {shapes.MOST_ITEMS} items",
        "There are nine number keys to place them with, and one slip spoils the rest.",
        "split it where one stage ends",
        card=shapes.long_order,
    ),
    Rule(
        "same-item",
        WARNING,
        "an item that stands twice in a sequence",
        "Nobody can tell which of the two belongs where.",
        "say what sets them apart",
        card=shapes.same_item,
    ),
    Rule(
        "same-cells",
        WARNING,
        "a row of a comparison that says the same of both sides",
        "It teaches no difference, and 'which' cannot be answered.",
        "remove the row",
        card=shapes.same_cells,
    ),
    Rule(
        "idle-accept",
        WARNING,
        "a spelling under 'accept' that is accepted anyway",
        "Case and punctuation never count, so the line does nothing.",
        "remove it",
        card=shapes.idle_accept,
    ),
    Rule(
        "missing-source",
        WARNING,
        "a card without 'source' in a deck that has 'sources'; with --release in any deck",
        "A doubt cannot be settled, and an outdated fact cannot be found.",
        "add 'source', with a key of the deck's 'sources'",
        card=answering.missing_source,
        drafts=False,
    ),
    Rule(
        "missing-id",
        ERROR,
        "a card without 'id', with --release",
        "Without an id a reworded question loses its history.",
        "let 'recall deck fmt' write the ids",
        card=answering.missing_id,
        drafts=False,
        release=True,
    ),
    Rule(
        "unknown-lint-ok",
        WARNING,
        "'lint-ok' names a rule that there is not",
        "It silences nothing.",
        "'recall deck check --rules' lists the names",
    ),
    Rule(
        "idle-lint-ok",
        WARNING,
        "'lint-ok' names a rule that finds nothing here",
        "It would hide a fault that comes later.",
        "remove it",
    ),
    Rule(
        "unexplained-lint-ok",
        WARNING,
        "'lint-ok' without a 'note'",
        "The next author cannot tell a reason from an oversight.",
        "add 'note' with the reason",
    ),
)

BY_NAME = {rule.name: rule for rule in RULES}
