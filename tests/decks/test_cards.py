"""The keys of a card say what it is; what does not fit is named, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from recall.decks.model import Option, Row
from recall.decks.read import read_deck
from recall.ids import provisional_id

HEAD = "recall: 1\ndeck: team\ntitle: Team\n"


@pytest.mark.parametrize(
    ("card", "kind", "parts"),
    [
        ("{id: c, q: a, a: b}", "basic", ("main",)),
        ("{id: c, q: a, typed: b, accept: [c]}", "typed", ("main",)),
        ("{id: c, q: a, options: [right: b, wrong: c]}", "choice", ("main",)),
        ("{id: c, case: x, q: a, a: b, why: d}", "basic", ("main",)),
        ("{id: c, term: a, means: b}", "reversed", ("forward", "back")),
        ("{id: c, cloze: 'a {{b}} {{c|d}}'}", "cloze", ("b", "c")),
        ("{id: c, cloze: '{{改善}} {{a}} {{a}}'}", "cloze", ("x6b0b9a04", "a", "a-2")),
        ("{id: c, order: a, items: [x, y, z]}", "sequence", ("all",)),
        ("{id: c, order: a, items: [x, y], ask: [all, next]}", "sequence", ("all", "next.x")),
        (
            "{id: c, order: a, items: [x, y], cycle: true, ask: [next]}",
            "sequence",
            ("next.x", "next.y"),
        ),
        (
            "{id: c, compare: [A, B], rows: {Size: [x, y], Way: [z, w, v]}}",
            "comparison",
            ("size.left", "size.right", "way.left", "way.right"),
        ),
        (
            "{id: c, compare: [A, B], rows: {Size: [x, y], Way: [z, w, v]}, ask: [which, why]}",
            "comparison",
            ("size.which", "way.which", "way.why"),
        ),
    ],
)
def test_the_keys_of_a_card_say_what_kind_it_is_and_what_it_asks(card_of, card, kind, parts):
    read = card_of(f"- {card}")
    assert read.kind == kind
    if "改善" not in card:
        assert read.parts == parts
    else:
        assert len(read.parts[0]) == 9
        assert read.parts[1:] == parts[1:]


def test_every_value_of_a_card_arrives(deck_of):
    head = HEAD + "tags: [lean]\nsources: {imai: 'Imai, Kaizen'}\n"
    card = deck_of(
        """
        - id: first
          was: [old, other/older]
          rev: 3
          q: Which?
          options:
            - right: This
            - wrong: That
              why: Not that.
          shuffle: false
          tags: [choice]
          hint: Think.
          why: |
            Because
            of this.
          source: imai, p. 12
          after: [first]
          group: twins
          lang: de
          draft: true
          lint-ok: [long]
          note: Mine.
        """,
        head,
    ).cards[0]
    assert card.options == (Option("This", True), Option("That", False, "Not that."))
    assert (card.rev, card.was, card.shuffle) == (3, ("old", "other/older"), False)
    assert (card.tags, card.hint, card.why) == (("choice", "lean"), "Think.", "Because\nof this.")
    assert (card.source, card.after, card.group) == ("imai, p. 12", ("first",), "twins")
    assert (card.lang, card.draft, card.lint_ok, card.note) == ("de", True, ("long",), "Mine.")
    assert card.line == 7


def test_rows_keep_their_reasons(card_of):
    card = card_of("- {id: c, compare: [A, B], rows: {Size: [x, y], Way: [z, w, v]}}")
    assert card.rows == (Row("Size", "size", "x", "y"), Row("Way", "way", "z", "w", "v"))
    assert card.sides == ("A", "B")


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        ("- ¦{id: c}", "no-kind"),
        ("- {id: c, ¦q: a}", "missing-key"),
        ("- ¦{id: c, a: b}", "missing-key"),
        ("- ¦{id: c, term: a}", "missing-key"),
        ("- {id: c, q: a, ¦a: b, typed: c}", "mixed-kinds"),
        ("- {id: c, q: a, a: b, ¦accept: [c]}", "mixed-kinds"),
        ("- {id: c, ¦case: x, q: a, a: b}", "missing-key"),
        ("- {id: c, q: a, a: ¦''}", "empty"),
        ("- {id: c, q: ¦[a], a: b}", "wrong-type"),
        ("- {id: c, q: a, a: b, tags: ¦x}", "wrong-type"),
        ("- {id: c, q: a, a: b, rev: ¦0}", "not-a-number"),
        ("- {id: c, q: a, a: b, rev: ¦'1.5'}", "not-a-number"),
        ("- {id: c, q: a, a: b, draft: ¦yes}", "not-a-flag"),
        ("- {id: ¦C, q: a, a: b}", "bad-id"),
        ("- {id: c, q: a, a: b, was: [¦a/b/c]}", "bad-id"),
        ("- {id: c, q: a, a: b, lang: ¦deutsch!}", "language"),
        ("- {id: c, q: a, a: b, source: ¦imai}", "unknown-source"),
        ("- {id: c, q: a, a: b, after: [¦d]}", "unknown-after"),
        ("- {id: c, cloze: ¦no gap}", "cloze-gap"),
        ("- {id: c, cloze: ¦'a {{b'}", "cloze-gap"),
        ("- {id: c, cloze: ¦'a b}}'}", "cloze-gap"),
        ("- {id: c, cloze: ¦'a {{|b}}'}", "cloze-gap"),
        ("- {id: c, cloze: ¦'a {{b {{c}} }}'}", "cloze-gap"),
        ("- {id: c, order: a, items: ¦[x]}", "too-few"),
        ("- {id: c, order: a, items: [x, y], ask: [all, ¦both]}", "unknown-value"),
        ("- {id: c, order: a, items: [x, y], ask: ¦[]}", "asks-nothing"),
        ("- {id: c, compare: ¦[A], rows: {a: [x, y]}}", "two-sides"),
        ("- {id: c, compare: [A, B], rows: {a: ¦[x]}}", "row-cells"),
        ("- {id: c, compare: [A, B], rows: ¦{}}", "too-few"),
        ("- {id: c, compare: [A, B], rows: {a: [x, y]}, ask: ¦[why]}", "asks-nothing"),
        ("- {id: c, q: a, options: ¦[right: b]}", "too-few"),
        ("- {id: c, q: a, options: ¦[wrong: b, wrong: c]}", "no-right-option"),
        ("- {id: c, q: a, options: ¦[right: b, wrong: B]}", "duplicate-option"),
        ("- {id: c, q: a, options: [right: b, ¦{right: c, wrong: d}]}", "bad-option"),
        ("- ¦just words", "wrong-type"),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(found_in, marked, rule):
    # The mark stands where the message has to point; the cards are indented by two.
    assert found_in(marked.replace("¦", "")) == [(5, marked.index("¦") + 3, rule)]


def test_an_unknown_key_suggests_the_nearest(problems_of):
    (problem,) = problems_of(HEAD + "cards:\n  - {q: a, a: b, hnit: c, id: d}\n")
    assert problem.message == "unknown key 'hnit'"
    assert problem.help == "did you mean 'hint'?"


def test_ids_are_unique_among_cards_and_modules(problems_of):
    text = (
        "modules:\n  - {id: a, title: A, cards: [{id: b, q: c, a: d}]}\n"
        "  - {id: b, title: B, cards: [{id: b, q: c, a: d}]}\n"
    )
    found = [(each.line, each.rule) for each in problems_of(HEAD + text)]
    assert found == [(6, "duplicate-id"), (6, "duplicate-id")]


def test_a_card_without_id_has_one_made_of_its_question(deck_of):
    one, two, three = deck_of(
        "- {q: 'Why  so?', a: b}\n- {q: why so?, a: c}\n- {q: Who?, a: d}"
    ).cards
    assert one.id == provisional_id("why so?")
    assert len({one.id, two.id, three.id}) == 3
    assert all(card.provisional for card in (one, two, three))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", (1, 1, "empty")),
        ("# nothing\n", (1, 1, "empty")),
        ("- a\n", (1, 1, "wrong-type")),
        ("words\n", (1, 1, "wrong-type")),
        ("deck: a\ntitle: b\ncards: []\n", (1, 1, "missing-key")),
        ("recall: 2\ndeck: a\ntitle: b\ncards: []\n", (1, 9, "format-version")),
        ("recall: 1\ndeck: A\ntitle: b\ncards: []\n", (2, 7, "bad-id")),
        (HEAD, (1, 1, "missing-key")),
        (HEAD + "cards: []\nmodules: []\n", (5, 1, "mixed-kinds")),
        (HEAD + "cards: x\n", (4, 8, "wrong-type")),
        (HEAD + "modules: [{id: a, title: b}]\n", (4, 11, "missing-key")),
        (HEAD + "level: easy\ncards: []\n", (4, 8, "unknown-value")),
        (HEAD + "version: 1.0\ncards: []\n", (4, 10, "bad-version")),
        (HEAD + "language: ''\ncards: []\n", (4, 11, "empty")),
        (HEAD + "needs: [A]\ncards: []\n", (4, 9, "bad-id")),
        (HEAD + "sources: [a]\ncards: []\n", (4, 10, "wrong-type")),
    ],
)
def test_what_is_wrong_with_the_deck_itself_is_named(problems_of, text, found):
    assert [(each.line, each.column, each.rule) for each in problems_of(text)] == [found]


def test_all_problems_of_a_file_are_reported_in_order(problems_of):
    found = problems_of(HEAD + "levl: x\ncards:\n  - {q: a, hnit: b}\n  - {term: a, id: B}\n")
    assert [each.line for each in found] == [4, 6, 6, 7, 7]


def test_the_shipped_decks_have_no_problems():
    for path in sorted((Path(__file__).parents[2] / "decks").glob("*.yaml")):
        assert [problem.render() for problem in read_deck(path).problems] == []
