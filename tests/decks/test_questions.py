"""A prompt as a learner meets it."""

from __future__ import annotations

import pytest

from recall.decks.questions import normalise_typed, question, typed_answers

HEAD = "recall: 1\ndeck: team\ntitle: Team\nsources: {imai: 'Imai, Kaizen (1986)'}\n"


@pytest.fixture
def ask(deck_of):
    def make(cards, part="main", seed=1, **more):
        deck = deck_of(cards, HEAD)
        return question(deck, deck.cards[0], part, seed=seed, **more)

    return make


def test_a_basic_card_is_asked_as_it_stands(ask):
    asked = ask("- {id: c, q: Why?, a: Because, hint: h, why: w, source: 'imai, p. 12', rev: 2}")
    assert (asked.way, asked.text, asked.answer) == ("recall", "Why?", "Because")
    assert (asked.hint, asked.why, asked.source) == ("h", "w", "Imai, Kaizen (1986), p. 12")
    assert asked.key == ("team/c/main", 2)


def test_a_term_is_asked_both_ways(ask):
    card = "- {id: c, term: gemba, means: the real place}"
    forward, back = ask(card, "forward"), ask(card, "back")
    assert (forward.text, forward.answer) == ("gemba", "the real place")
    assert (back.text, back.answer) == ("the real place", "gemba")


def test_of_a_cloze_one_gap_is_asked_and_the_others_are_filled(ask):
    card = "- {id: c, cloze: 'Without {{a standard|what?}} a gain {{slides back}}.'}"
    first, second = ask(card, "a-standard"), ask(card, "slides-back")
    assert first.text == "Without [ what? ] a gain slides back."
    assert second.text == "Without a standard a gain [ … ]."
    assert (first.answer, second.answer) == ("a standard", "slides back")
    assert [segment.text for segment in first.segments if segment.asked] == ["a standard"]
    assert "".join(each.text for each in first.segments) == "Without a standard a gain slides back."


def test_options_are_shuffled_by_seed_unless_the_author_forbids_it(ask):
    options = "options: [right: a, wrong: b, wrong: c, wrong: d]"
    orders = {
        tuple(o.text for o in ask(f"- {{id: c, q: x, {options}}}", seed=s).options)
        for s in range(30)
    }
    assert len(orders) > 5
    kept = ask(f"- {{id: c, q: x, shuffle: false, {options}}}", seed=3)
    assert [option.text for option in kept.options] == ["a", "b", "c", "d"]
    again = [ask(f"- {{id: c, q: x, {options}}}", seed=7).options for _ in range(2)]
    assert again[0] == again[1]


def test_several_right_options_are_all_wanted(ask):
    asked = ask("- {id: c, q: x, options: [right: a, wrong: b, right: c]}")
    assert asked.several
    assert asked.answer == "a; c"


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("items", ["a, b", "a, b, c", "a, b, a, b", "a, b, c, d, e"])
def test_the_right_order_is_never_offered(ask, items, seed):
    asked = ask(f"- {{id: c, order: x, items: [{items}]}}", "all", seed)
    assert sorted(asked.shown) == list(range(len(asked.items)))
    assert [asked.items[index] for index in asked.shown] != list(asked.items)


@pytest.mark.parametrize("seed", range(20))
def test_of_a_cycle_no_turn_of_the_right_order_is_offered(ask, seed):
    asked = ask("- {id: c, order: x, items: [a, b, c], cycle: true}", "all", seed)
    offered = "".join(asked.items[index] for index in asked.shown)
    assert offered not in "abcab"


def test_a_step_asks_for_the_one_that_follows(ask):
    card = "- {id: c, order: Put them in order., items: [a, b], cycle: true, ask: [next]}"
    assert ask(card, "next.b").answer == "a"
    assert ask(card, "next.a").text == "Put them in order: what follows “a”?"


@pytest.mark.parametrize(
    ("part", "text", "answer"),
    [
        ("size.left", "A: Size?", "x"),
        ("size.right", "B: Size?", "y"),
        ("size.why", "Size: why do A and B differ?", "z"),
    ],
)
def test_a_row_of_a_comparison_is_asked_from_each_side(ask, part, text, answer):
    card = "- {id: c, compare: [A, B], rows: {Size: [x, y, z]}, ask: [left, right, which, why]}"
    asked = ask(card, part)
    assert (asked.text, asked.answer) == (text, answer)
    assert asked.contrast
    assert asked.contrast.cells == ("x", "y")


def test_whose_trait_it_is_changes_with_the_seed(ask):
    card = "- {id: c, compare: [A, B], rows: {Size: [x, y]}, ask: [which]}"
    asked = [ask(card, "size.which", seed) for seed in range(20)]
    assert {(each.contrast.belongs, each.answer) for each in asked} == {(0, "A"), (1, "B")}
    assert {each.text for each in asked} == {"Size: x. A or B?", "Size: y. A or B?"}


def test_a_part_that_the_card_does_not_have_is_an_error(ask):
    with pytest.raises(ValueError, match="no part"):
        ask("- {id: c, q: a, a: b}", "forward")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muda", "muda"),
        ("muda!", "  muda "),
        ("ﬁve S", "five s"),
        ("just-in-time", "Just in Time"),
        ("Straße", "STRASSE"),
        ("muda (無駄)", "muda 無駄"),
        ("five S's", "five Ss"),
    ],
)
def test_case_width_and_punctuation_make_no_difference_to_a_typed_word(one, other):
    assert normalise_typed(one) == normalise_typed(other)


def test_a_typed_answer_of_nothing_but_punctuation_stays():
    assert normalise_typed(" ?! ") == "?!"


def test_what_answers_another_card_is_a_rival_and_ones_own_answers_are_not(deck_of):
    deck = deck_of(
        """
        - {id: a, q: x, typed: mura, accept: [unevenness]}
        - {id: b, q: y, typed: Muri}
        - {id: c, term: gemba, means: the real place where work is done}
        - {id: d, cloze: 'hold a {{standard}}'}
        """
    )
    rivals = typed_answers(deck)
    asked = question(deck, deck.cards[0], "main", seed=1, rivals=rivals)
    assert {"muri", "gemba", "standard"} <= asked.rivals
    assert not asked.rivals & {"mura", "unevenness"}
