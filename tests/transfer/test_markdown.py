"""Markdown in, by Q: and A: or by headings, and out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.errors import RecallError
from recall.transfer.asked import prompts_of
from recall.transfer.making import Wanted
from recall.transfer.markdown_in import markdown_deck
from recall.transfer.markdown_out import markdown_bytes
from recall.transfer.texts import tidy


def read(text, name="notes.md"):
    return markdown_deck(text.encode(), Wanted(name))


def pairs(imported):
    return [(card.text, card.answer) for card in imported.deck.cards]


def test_questions_and_answers_follow_each_other():
    imported = read(
        "# Team\n\n## Basics\nQ: Who?\nA: You.\nAnd me.\n\nWhy: So.\n\nQ: Where?\nA: Here\n"
    )
    assert pairs(imported) == [("Who?", "You.\nAnd me."), ("Where?", "Here")]
    assert imported.deck.title == "Team"
    assert [module.title for module in imported.deck.modules] == ["Basics"]
    assert imported.deck.cards[0].why == "So."


def test_bold_keys_and_clozes_are_read():
    imported = read("**Q:** Who?\n**A:** You\n\nC: A {{gap}} here\n")
    assert pairs(imported) == [("Who?", "You"), ("A {{gap}} here", "")]


def test_headings_are_questions_where_there_are_no_pairs():
    imported = read(
        "# Notes\nIntroduction\n\n## Kaizen\n### What is it?\nGood change.\n### Who?\nAll\n"
    )
    assert pairs(imported) == [("What is it?", "Good change."), ("Who?", "All")]
    assert imported.deck.title == "Notes"
    assert [module.title for module in imported.deck.modules] == ["Kaizen"]


def test_code_in_fences_is_left_alone():
    imported = read("Q: How?\nA:\n```\n# not a heading\nQ: no question\n```\n")
    assert pairs(imported) == [("How?", "```\n# not a heading\nQ: no question\n```")]


def test_a_question_without_answer_is_told():
    imported = read("Q: Who?\n\nQ: Why?\nA: So\n")
    assert imported.notices == ("1 left out, without an answer: line 1.",)


def test_front_matter_is_no_card():
    assert pairs(read("---\ntitle: x\n---\nQ: Who?\nA: You\n")) == [("Who?", "You")]


def test_a_text_without_cards_is_refused():
    with pytest.raises(RecallError, match="no cards"):
        read("just words\n")


def test_an_exported_deck_comes_back(every_kind):
    imported = markdown_deck(markdown_bytes(every_kind), Wanted("x.md"))
    asked = list(prompts_of(every_kind))
    assert pairs(imported) == [(each.front, each.back) for each in asked]
    assert [card.why for card in imported.deck.cards] == [each.question.why for each in asked]
    assert imported.deck.title == every_kind.title
    assert imported.deck.cards[0].id == "who"


TEXTS = st.text(st.sampled_from("aQ: A:#\\\n-`~*"), min_size=1, max_size=40).map(tidy).filter(bool)


@settings(deadline=None, derandomize=True)
@given(TEXTS, TEXTS)
def test_what_looks_like_markdown_comes_back_as_it_was(text, answer):
    from recall.decks.model import BASIC, Card, Deck

    deck = Deck("team", "Team", (Card("one", BASIC, ("main",), text=text, answer=answer),))
    assert pairs(markdown_deck(markdown_bytes(deck), Wanted("x.md"))) == [(text, answer)]
