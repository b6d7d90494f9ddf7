"""What each kind of edit means to a learner, row by row of the format page."""

from __future__ import annotations

import pytest

from recall.decks.identity import Adoption, adoptions, changes
from recall.decks.read import read_bytes
from recall.ids import card_of, prompt_name
from tests.support.decks import deck


def all_names(*decks):
    return frozenset(
        prompt_name(each.id, card.id, part)
        for each in decks
        for card in each.cards
        for part in card.parts
    )


def found(before, after, known=None):
    """Adoptions as (new name, old name, because), when everything of before was met."""
    was = {each.id: each for each in before}
    now = {each.id: each for each in after}
    return {tuple(each[:3]) for each in adoptions(was, now, known or all_names(*before))}


BASIC = "id: a, q: Why?, a: Because"


@pytest.mark.parametrize(
    "edited",
    [
        "id: a, q: Why so?, a: Because",
        "id: a, q: Something wholly else, a: Yes, rev: 2",
        "id: a, q: Why?, typed: because",
        "id: a, q: Why?, options: [right: Because, wrong: So]",
    ],
)
def test_rewording_a_new_revision_or_another_kind_renames_nothing(edited):
    assert found([deck(BASIC)], [deck(edited)]) == set()


def test_a_renamed_id_that_says_so_keeps_its_history():
    after = deck("id: b, was: [a], q: Wholly else?, a: Yes")
    assert found([deck(BASIC)], [after]) == {("team/b/main", "team/a/main", "was")}


def test_was_acts_also_where_the_old_id_vanished_long_ago():
    after = deck("id: b, was: [a], q: x, a: y")
    assert found([after], [after], frozenset({"team/a/main"})) == {
        ("team/b/main", "team/a/main", "was")
    }


def test_was_does_not_act_while_the_old_id_is_alive():
    after = deck(BASIC, "id: b, was: [a], q: x, a: y")
    assert found([deck(BASIC)], [after]) == set()


def test_a_card_moved_to_another_deck_that_says_so_keeps_its_history():
    before = [deck(BASIC), deck(name="other")]
    after = [deck(), deck("id: a, was: [team/a], q: Why?, a: Because", name="other")]
    assert found(before, after) == {("other/a/main", "team/a/main", "was")}


def test_a_renamed_deck_that_says_so_keeps_the_history_of_its_cards():
    after = deck(BASIC, "id: c, was: [b], q: x, a: y", name="crew", was="[team]")
    before = deck(BASIC, "id: b, q: z, a: y")
    assert found([before], [after]) == {
        ("crew/a/main", "team/a/main", "was"),
        ("crew/c/main", "team/b/main", "was"),
    }


def test_two_cards_merged_into_one_bring_both_histories():
    after = deck("id: c, was: [a, b], q: x, a: y")
    before = deck(BASIC, "id: b, q: z, a: y")
    assert {each[1] for each in found([before], [after])} == {"team/a/main", "team/b/main"}


def test_of_two_cards_with_the_same_former_id_the_first_takes_the_history():
    after = deck("id: b, was: [a], q: x, a: y", "id: c, was: [a], q: z, a: y")
    assert found([deck(BASIC)], [after]) == {("team/b/main", "team/a/main", "was")}


def test_a_renamed_id_that_says_nothing_is_adopted_by_its_text():
    after = deck("id: b, q: ' why? ', a: because")
    assert found([deck(BASIC)], [after]) == {("team/b/main", "team/a/main", "text")}


def test_where_two_texts_that_disappeared_are_the_same_neither_is_adopted():
    before = deck(BASIC, "id: b, q: Why?, a: Because")
    assert found([before], [deck("id: c, q: Why?, a: Because")]) == set()


def test_text_alone_adopts_nothing_across_decks_or_revisions():
    assert found([deck(BASIC), deck(name="other")], [deck(), deck(BASIC, name="other")]) == set()
    assert found([deck(BASIC)], [deck("id: b, rev: 2, q: Why?, a: Because")]) == set()


def test_a_reworded_gap_keeps_its_history():
    before = deck("id: a, cloze: 'A {{standard}} holds the {{gain}}'")
    after = deck("id: a, cloze: 'A {{norm}} holds the {{gain}}'")
    assert found([before], [after]) == {("team/a/norm", "team/a/standard", "part")}


def test_of_several_reworded_gaps_each_pairs_with_the_one_that_is_like_it():
    before = deck("id: a, cloze: '{{standards}} hold {{the gains}} made'")
    after = deck("id: a, cloze: '{{the gain}} is held by {{a standard}}'")
    assert found([before], [after]) == {
        ("team/a/the-gain", "team/a/the-gains", "part"),
        ("team/a/a-standard", "team/a/standards", "part"),
    }


def test_gaps_that_are_unlike_do_not_pair():
    before = deck("id: a, cloze: '{{muda}} and {{kaikaku}}'")
    after = deck("id: a, cloze: '{{plan}} or {{standing still}}'")
    assert found([before], [after]) == set()


def test_a_reworded_gap_of_a_raised_revision_starts_again():
    before = deck("id: a, cloze: 'A {{standard}} holds'")
    assert found([before], [deck("id: a, rev: 2, cloze: 'A {{norm}} holds'")]) == set()


def test_reworded_items_and_rows_keep_their_history_side_by_side():
    before = deck(
        "id: a, order: x, items: [Plan, Do, Check], cycle: true, ask: [next]",
        "id: b, compare: [A, B], rows: {Size of step: [x, y], Pace: [z, w]}",
    )
    after = deck(
        "id: a, order: x, items: [Plan, Do, Study], cycle: true, ask: [next]",
        "id: b, compare: [A, B], rows: {How large: [x, y], Pace: [z, w]}",
    )
    assert found([before], [after]) == {
        ("team/a/next.study", "team/a/next.check", "part"),
        ("team/b/how-large.left", "team/b/size-of-step.left", "part"),
        ("team/b/how-large.right", "team/b/size-of-step.right", "part"),
    }


def test_a_card_that_gets_an_id_keeps_what_was_learnt_without_one():
    before = deck("q: Why?, a: Because", "q: Why?, a: Because of that")
    first, second = (card.id for card in before.cards)
    after = deck("id: a, q: Why?, a: Because!", "id: b, q: Why?, a: Because of that")
    assert found([before], [after]) == {
        ("team/a/main", f"team/{first}/main", "id"),
        ("team/b/main", f"team/{second}/main", "id"),
    }


def test_a_deleted_card_keeps_its_history_and_takes_nobody_elses():
    assert found([deck(BASIC)], [deck()]) == set()
    assert found([deck(BASIC)], [deck("id: b, q: Wholly else?, a: Yes")]) == set()


def test_an_absent_deck_retires_nothing():
    assert found([deck(BASIC)], [deck("id: b, q: Why?, a: Because", name="other")]) == set()


def test_a_wording_that_goes_back_and_forth_takes_its_history_along():
    one, two = deck("id: a, cloze: 'A {{standard}}'"), deck("id: a, cloze: 'A {{norm}}'")
    there = adoptions({"team": one}, {"team": two}, frozenset({"team/a/standard"}))
    back = adoptions({"team": two}, {"team": one}, frozenset({"team/a/norm"}))
    assert [each.prompt for each in (*there, *back)] == ["team/a/norm", "team/a/standard"]


def test_what_a_learner_set_for_a_card_goes_with_it():
    after = deck("id: b, was: [a], q: x, a: y, rev: 3")
    known = frozenset({"team/a", "team/a/main"})
    assert adoptions({}, {"team": after}, known) == (
        Adoption("team/b", "team/a", "was", 3),
        Adoption("team/b/main", "team/a/main", "was", 3),
    )
    silent = deck("id: b, q: Why?, a: Because")
    moved = adoptions({"team": deck(BASIC)}, {"team": silent}, known)
    assert {card_of(each.prompt) for each in moved} == {"team/b"}
    assert len(moved) == 2


def test_a_first_deck_is_all_new():
    new = changes(None, deck(BASIC, "id: b, term: x, means: y", "id: c, q: z, a: y, draft: true"))
    assert (new.new, new.prompts_new) == (("a", "b"), 3)


def test_changes_are_told_apart():
    old = deck(
        "id: same, q: 'q1', a: x",
        "id: fixed, q: 'What is a standrd for?', a: x",
        "id: other, q: 'Who is expected to improve?', a: Everyone",
        "id: again, q: 'q4', a: x",
        "id: gone, q: 'q5', a: x",
        "id: named, q: 'q6', a: x",
        "id: gap, cloze: 'A {{standard}} and a {{gain}}'",
    )
    new = deck(
        "id: same, q: 'q1', a: x",
        "id: fixed, q: 'What is a standard for?', a: x",
        "id: other, q: 'Where is the real place?', a: On the floor",
        "id: again, rev: 2, q: 'q4', a: x",
        "id: renamed, was: [named], q: 'q6', a: x",
        "id: gap, cloze: 'A {{norm}} and a {{gain}} and {{more}}'",
        "id: fresh, term: 'q7', means: x",
    )
    change = changes(old, new)
    assert change.new == ("fresh",)
    assert change.reworded == ("fixed", "other", "gap")
    assert change.updated == ("other",)
    assert change.restarted == ("again",)
    assert change.retired == ("gone",)
    assert change.renamed == (("named", "renamed"),)
    assert change.prompts_new == 4


def test_a_card_that_only_moves_is_not_reworded():
    def with_modules(first, second):
        text = "recall: 1\ndeck: team\ntitle: T\nmodules:\n"
        text += (
            f"- {{id: m, title: M, cards: [{first}]}}\n- {{id: n, title: N, cards: [{second}]}}\n"
        )
        return read_bytes(text.encode(), "team.yaml").deck

    card, other = f"{{{BASIC}}}", "{id: b, q: x, a: y}"
    change = changes(with_modules(card, other), with_modules("", f"{card}, {other}"))
    assert change.moved == ("a",)
    assert change.reworded == change.new == change.retired == ()
