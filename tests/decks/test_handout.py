"""The handout: everything is there, escaped, folded on a screen, open on paper."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from recall.decks.handout import handout

VOID = {"meta", "br"}

CARDS = """
- id: basic
  q: Who improves?
  a: Everybody.
  hint: Not only experts.
  why: They know the work.
  note: for authors only
- id: typed
  q: Which word means waste?
  typed: muda
  accept: [無駄]
- id: choice
  q: Which is first?
  options:
    - right: Look
    - wrong: Guess
      why: Guessing costs.
- id: term
  term: gemba
  means: the actual place
- id: cloze
  cloze: A {{standard|what holds}} keeps a {{gain}}.
- id: order
  order: Put the turn in order.
  items: [Plan, Do, Check, Act]
- id: rows
  compare: [Kaizen, Breakthrough]
  rows:
    Size: [small, large]
    Pace: [steady, at once, Capital comes late.]
  ask: [left, right]
- id: case
  case: A line stops at noon.
  q: What now?
  a: Go and see.
  why: The place tells.
- id: draft
  q: Not yet?
  a: No.
  draft: true
"""


class Outline(HTMLParser):
    """The page as elements: what is inside of what, and that all are closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.words: dict[str, list[str]] = {"folded": [], "sheet": [], "key": [], "cards": []}
        self.sections: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)
        if tag == "section":
            self.sections.append(dict(attrs)["class"])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, words):
        if "details" in self.open:
            self.words["folded"].append(words)
        elif "section" in self.open:
            self.words[self.sections[-1].split()[0]].append(words)

    def text(self, where: str) -> str:
        return " ".join(" ".join(self.words[where]).split())


@pytest.fixture
def page(deck_of):
    return handout(deck_of(CARDS))


def test_it_is_one_file_that_loads_and_runs_nothing(page):
    outline = Outline(page)
    assert not outline.tags & {"script", "link", "img", "iframe", "object", "form", "base"}
    names = {name for name, _ in outline.attributes}
    assert not {name for name in names if name.startswith("on")} | names & {"src", "href", "style"}
    assert "default-src 'none'" in page
    assert not re.search(r"url\(|@import", page)


def test_it_fits_a_phone(page):
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in page
    assert page.startswith('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')


def test_every_question_is_on_the_sheet_and_no_answer_but_folded(page):
    outline = Outline(page)
    sheet, folded = outline.text("sheet"), outline.text("folded")
    for question in ("Who improves?", "gemba", "A ____ (what holds) keeps a ____ .", "Size"):
        assert question in sheet
    for answer in ("Everybody.", "muda", "the actual place", "standard", "small", "Go and see."):
        assert answer not in sheet
        assert answer in folded
    assert "Not only experts." in folded


def test_the_key_has_every_answer_open(page):
    key = Outline(page).text("key")
    for answer in (
        *("Everybody.", "They know the work.", "muda", "Also: 無駄", "Look", "Guessing costs."),
        *("the actual place", "standard", "gain", "Plan Do Check Act", "small", "at once"),
        *("Capital comes late.", "Go and see."),
    ):
        assert answer in key


def test_key_and_cards_are_on_paper_only_and_begin_a_page(page):
    assert Outline(page).sections == ["sheet", "key paper", "cards paper"]
    printed = page[page.index("@media print") :]
    assert ".paper { display: block; }" in printed
    assert "section.paper { break-before: page; }" in printed
    assert ".question details { display: none; }" in printed


def test_there_is_a_card_to_cut_out_for_each_prompt_a_term_once(page):
    # basic, typed, choice, term, two gaps, order, four cells, case
    assert page.count('<div class="slip">') == 1 + 1 + 1 + 1 + 2 + 1 + 4 + 1
    cards = Outline(page).text("cards")
    assert "5a A [ what holds ] keeps a gain. 5a standard" in cards


def test_drafts_and_notes_stay_with_the_author(page):
    assert "Not yet?" not in page
    assert "for authors only" not in page


def test_a_sequence_is_never_offered_in_its_order(page):
    assert "Plan Do Check Act" not in Outline(page).text("sheet")


def test_letters_mean_the_same_option_on_sheet_key_and_card(page):
    right = re.findall(r"<b>([AB])</b> Look", page)
    # On the sheet, folded under it, in the key, and on both halves of the card.
    assert len(right) == 5
    assert len(set(right)) == 1


def test_whatever_a_deck_says_is_only_text(deck_of):
    evil = "</title></style><script>alert(1)</script><b onclick='x'>\"&amp;"
    inside = evil.replace("'", "''")
    quoted = f"'{inside}'"
    cards = f"""
    - id: a
      q: {quoted}
      a: {quoted}
      why: {quoted}
      hint: {quoted}
      source: s
    - id: b
      q: {quoted}
      options:
        - right: {quoted}
        - wrong: x
          why: {quoted}
    - id: c
      compare: [{quoted}, b]
      rows:
        {quoted}: [{quoted}, b, {quoted}]
    - id: d
      order: {quoted}
      items: [{quoted}, b]
    - id: e
      cloze: '{inside} {{{{gap|{inside}}}}}'
    """
    head = f"recall: 1\ndeck: team\ntitle: {quoted}\ndescription: {quoted}\n"
    head += f"sources:\n  s: {quoted}\n"
    page = handout(deck_of(cards, head))
    outline = Outline(page)
    assert "script" not in outline.tags
    assert not {name for name, _ in outline.attributes if name.startswith("on")}
    assert "<script" not in page
    assert page.count("</style>") == page.count("</title>") == 1


def test_the_same_deck_gives_the_same_page(deck_of):
    assert handout(deck_of(CARDS)) == handout(deck_of(CARDS))


def test_each_language_is_named_and_says_which_way_it_runs(deck_of):
    page = handout(
        deck_of(
            "- id: a\n  q: ما هو الكايزن؟\n  a: تحسين\n  lang: ar",
            "recall: 1\ndeck: team\ntitle: T\nlanguage: de\n",
        )
    )
    assert '<html lang="de">' in page
    assert '<div lang="ar">' in page
    assert '<p class="ask" dir="auto">ما هو الكايزن؟</p>' in page


def test_lines_wrapped_by_hand_flow_and_lists_stay(deck_of):
    page = handout(
        deck_of(
            "- id: a\n  q: Why?\n  a: |\n"
            "    This is a long line that somebody wrapped in an editor at\n    sixty columns.\n\n"
            "    Short\n    lines stay.\n"
        )
    )
    assert "in an editor at sixty columns.</p>" in page
    assert "Short<br>lines stay." in page
