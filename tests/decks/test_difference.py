"""What a new version of a deck means for learners, and which histories it would end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.decks.adoption import adoptions
from recall.decks.difference import difference
from recall.ids import prompt_name
from tests.support.authoring import Author, DraftDeck
from tests.support.decks import deck

BASIC = "id: a, q: Why do we look first?, a: To learn what is so"
OTHER = "id: b, q: Who pulls the cord?, a: Whoever sees trouble"
GAPS = "id: c, cloze: '{{muda}} and {{kaikaku}} are words'"


def one(before, after):
    """The difference of one deck."""
    (found,) = difference([before], [after]).decks
    return found


def risks(before, after):
    """What is at risk: rule, old name, new name."""
    return [
        (risk.rule, risk.card, risk.now)
        for each in difference(before, after).decks
        for risk in each.risks
    ]


def test_the_same_deck_is_quiet_also_where_cards_changed_places():
    assert one(deck(BASIC, OTHER), deck(OTHER, BASIC)).is_quiet


def test_a_deck_that_was_not_there_is_all_new():
    (found,) = difference([], [deck(BASIC, GAPS)]).decks
    assert (found.old, found.added, found.prompts_new) == (None, ("a", "c"), 3)
    assert not found.risks


def test_a_deck_that_is_gone_altogether_loses_nothing():
    found = difference([deck(BASIC), deck(OTHER, name="other")], [deck(BASIC)])
    assert [each.id for each in found.absent] == ["other"]
    assert not found.lost


def test_cards_are_added_and_retired():
    found = one(deck(BASIC), deck(OTHER))
    assert (found.added, found.retired, found.risks) == (("b",), ("a",), ())


def test_little_and_large_rewordings_are_told_apart():
    found = one(
        deck(BASIC, OTHER),
        deck(BASIC.replace("first", "at first"), "id: b, q: 'Where?', a: At the gemba itself"),
    )
    assert (found.minor, found.major) == (("a",), ("b",))


def test_a_raised_revision_restarts_and_is_no_loss():
    found = one(deck(BASIC), deck("id: a, rev: 2, q: Wholly else?, a: Other"))
    assert (found.restarting, found.risks) == (("a",), ())


@pytest.mark.parametrize(
    ("now", "because"),
    [
        ("id: z, was: [a], q: Wholly else?, a: Other", "was"),
        (BASIC.replace("id: a", "id: z"), "text"),
    ],
)
def test_a_renamed_card_that_keeps_its_history_is_told_with_the_reason(now, because):
    found = one(deck(BASIC), deck(now))
    assert [tuple(each) for each in found.renamed] == [("team/a", "team/z", because)]
    assert not found.risks
    assert not found.added
    assert not found.retired


def test_a_renamed_and_reworded_card_that_says_nothing_is_at_risk():
    now = deck(BASIC.replace("id: a", "id: z").replace("first", "before we act"))
    assert risks([deck(BASIC)], [now]) == [("renamed", "team/a", "team/z")]
    found = one(deck(BASIC), now)
    assert (found.added, found.retired) == ((), ()), "it is told once, where it is at risk"


def test_the_same_answer_to_a_question_put_otherwise_is_at_risk_too():
    now = deck("id: z, q: What is the use of going there?, a: To learn what is so")
    assert risks([deck(BASIC)], [now]) == [("renamed", "team/a", "team/z")]


def test_of_two_cards_of_one_text_that_have_gone_one_is_at_risk():
    before = deck(BASIC, BASIC.replace("id: a", "id: a2"))
    found = risks([before], [deck(BASIC.replace("id: a", "id: z"))])
    assert found == [("renamed", "team/a", "team/z")]


def test_a_card_moved_to_another_deck_goes_on_if_it_says_so():
    other = deck(OTHER, name="other")
    moved = deck(OTHER, BASIC + ", was: [team/a]", name="other")
    found = difference([deck(BASIC), other], [deck(), moved])
    assert not found.lost
    team, there = found.decks
    assert (team.retired, there.added) == ((), ())
    assert there.renamed == (("team/a", "other/a", "was"),)
    assert there.prompts_new == 0


def test_a_card_moved_to_another_deck_is_at_risk_if_it_says_nothing():
    before = [deck(BASIC), deck(OTHER, name="other")]
    after = [deck(), deck(OTHER, BASIC, name="other")]
    assert risks(before, after) == [("renamed", "team/a", "other/a")]


def test_gaps_that_became_others_are_at_risk_and_a_single_one_is_not():
    now = deck("id: c, cloze: '{{plan}} and {{standing still}} are words'")
    assert risks([deck(GAPS)], [now]) == [("parts", "team/c", "team/c")]
    now = deck("id: c, cloze: '{{muda}} and {{standing still}} are words'")
    assert risks([deck(GAPS)], [now]) == []


def test_a_gap_left_out_is_said_and_is_no_loss():
    found = one(deck(GAPS), deck("id: c, cloze: '{{muda}} and kaikaku are words'"))
    assert (found.left_out, found.risks) == (("c/kaikaku",), ())


def test_another_kind_with_other_parts_is_at_risk():
    before = deck("id: d, term: gemba, means: the actual place")
    now = deck("id: d, q: What is gemba?, a: the actual place")
    assert risks([before], [now]) == [("kind", "team/d", "team/d")]
    (risk,) = one(before, now).risks
    assert risk.prompts == ("team/d/forward", "team/d/back")


def test_another_way_to_ask_the_same_is_no_loss_where_the_author_asks_less():
    rows = "id: e, compare: [A, B], rows: {Size: [small, large]}"
    found = one(deck(rows), deck(f"{rows}, ask: [which]"))
    assert found.left_out == ("e/size.left", "e/size.right")
    assert not found.risks


@pytest.mark.parametrize("now", [BASIC, BASIC.replace("id: a", "id: z, was: [a]")])
def test_a_lowered_revision_is_at_risk(now):
    (found,) = risks([deck(f"{BASIC}, rev: 2")], [deck(now)])
    assert found[:2] == ("rev", "team/a")


def test_a_reworded_card_without_id_is_at_risk_but_one_that_gets_an_id_is_not():
    bare = "q: What has no id at all?, a: This card here"
    (found,) = risks([deck(bare)], [deck(bare.replace("at all", "so far"))])
    assert found[0] == "nameless"
    named = one(deck(bare), deck(f"id: z, {bare}"))
    assert [each.because for each in named.renamed] == ["id"]
    assert not named.risks


def test_a_deck_renamed_without_a_word_puts_all_of_it_at_risk_once():
    found = difference([deck(BASIC, OTHER)], [deck(BASIC, OTHER, name="crew")])
    assert found.lost == {"team/a/main", "team/b/main"}
    assert [risk.rule for each in found.decks for risk in each.risks] == ["deck"]
    said = difference([deck(BASIC)], [deck(BASIC, name="crew", was="[team]")])
    assert not said.lost


def test_of_a_renamed_deck_each_history_counts_once():
    now = deck(BASIC.replace("id: a", "id: z").replace("first", "before we act"), name="crew")
    found = difference([deck(BASIC)], [now])
    assert found.lost == {"team/a/main"}


def test_drafts_have_no_history_to_lose():
    found = difference([deck(f"{BASIC}, draft: true")], [deck(BASIC.replace("a, q", "z, q"))])
    assert not found.lost


KINDS = ("basic", "reversed", "cloze", "sequence", "comparison")
EDITS = ("rename", "say so", "reword", "parts", "revision", "down", "delete", "move", "add")


def _edit(author: Author, edit: str, home: DraftDeck, away: DraftDeck, number: int) -> None:
    if edit == "add":
        home.cards.append(author.card(KINDS[number % 5]))
    if not home.cards:
        return
    card = home.cards[number % len(home.cards)]
    if edit in ("rename", "say so"):
        card.was += [card.name] if edit == "say so" and card.name else []
        card.name = f"c-{author.fresh()}"
    elif edit == "reword":
        card.text += " more or less"
    elif edit == "parts" and card.words:
        card.words = [author.fresh() if number % 2 else f"{word}s" for word in card.words]
    elif edit in ("revision", "down"):
        card.rev = 3 if edit == "revision" else 1
    elif edit in ("delete", "move"):
        home.cards.remove(card)
        if edit == "move":
            card.was += [f"{home.name}/{card.name}"] if number % 2 and card.name else []
            away.cards.append(card)


@given(st.lists(st.tuples(st.sampled_from(EDITS), st.booleans(), st.integers(0, 30)), max_size=8))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_every_history_goes_on_or_is_accounted_for(edits):
    author = Author()
    decks = [DraftDeck("first"), DraftDeck("second")]
    for each in decks:
        each.cards = [author.card(kind) for kind in KINDS] + [author.card("basic", named=False)]
        each.cards[0].rev = 2
    before = {each.name: each.read() for each in decks}
    for edit, which, number in edits:
        _edit(author, edit, decks[which], decks[not which], number)
    after = {each.name: each.read() for each in decks}
    found = difference(before.values(), after.values())

    known = {
        prompt_name(name, card.id, part): card.rev
        for name, old in before.items()
        for card in old.cards
        for part in card.parts
    }
    alive = {
        prompt_name(name, card.id, part): card.rev
        for name, new in after.items()
        for card in new.cards
        for part in card.parts
    }
    became = {each.source: each for each in adoptions(before, after, frozenset(known))}
    told = {f"{each.new.id}/{card}" for each in found.decks for card in each.retired}
    told |= {f"{each.new.id}/{prompt}" for each in found.decks for prompt in each.left_out}
    restarting = {f"{each.new.id}/{card}" for each in found.decks for card in each.restarting}
    for name, rev in known.items():
        card = name.rpartition("/")[0]
        now = alive.get(name) or (became[name].rev if name in became else None)
        if now is not None:
            assert (name in found.lost) == (now < rev), "the app's own judgement"
        elif name not in found.lost:
            assert {name, card} & told or card in restarting
