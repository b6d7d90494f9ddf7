"""A sitting over real decks and a real database."""

from __future__ import annotations

import pytest

from recall.collection.scope import Scope, parse_scope
from recall.collection.setting_cards import HIDE, START_AGAIN, CardSetter
from recall.errors import UsageError
from recall.ids import card_of
from recall.memory.events import BURY, RESTART, SUSPEND, Grade
from recall.session import machine as m


def test_the_first_session_asks_new_questions_in_deck_order_and_saves_each(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit()
        asked = []
        while sitting.question is not None:
            asked.append(world.answer(sitting))
            assert len(list(collection.store.events())) == len(asked), "each is on disk at once"
        assert asked[:2] == ["mini/alpha/main", "mini/beta/main"]
        assert "mini/extra/main" not in asked, "optional cards stay out"
        assert len({prompt.rsplit("/", 1)[0] for prompt in asked}) == len(asked), "no siblings"
        assert sitting.state.ending == m.ALL_DONE


def test_what_is_fading_comes_back(world):
    world.write()
    first = world.study()
    world.pass_days(2)
    assert set(world.study()) & set(first)


def test_the_other_gap_and_the_other_direction_come_on_another_day(world):
    world.write()
    first = world.study(Grade.EASY)
    world.pass_days(1)
    assert set(world.study(Grade.EASY)) == {"mini/gaps/gain", "mini/word/back"}
    assert {"mini/gaps/standard", "mini/word/forward"} <= set(first)


def test_an_optional_card_is_asked_where_its_tag_is_named_or_the_setting_is_on(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit(Scope(tags=("optional",)))
        assert sitting.question.card == "extra"
    assert "mini/extra/main" in world.study(optional=True)


def test_undo_reaches_back_over_a_restart_and_leaves_no_trace_in_memory(world):
    world.write()
    asked = world.study()
    with world.open() as collection:
        sitting = collection.sit(Scope(extra=True))
        for prompt in reversed(asked):
            world.press(sitting, m.Undo(sitting.now()))
            assert sitting.question.key.prompt == prompt
        assert collection.memories == {}
        world.press(sitting, m.Undo(sitting.now()))
        assert sitting.state.notice == ("nothing to undo",)
    with world.open() as collection:
        assert collection.home().status == "first"


def test_a_card_put_away_is_not_asked_again_until_undone(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit()
        assert sitting.question.card == "alpha"
        world.press(sitting, m.SetCard(sitting.now(), SUSPEND))
        assert sitting.question.card == "beta"
    with world.open() as collection:
        assert collection.sit().question.card == "beta"
        collection.undo()
        assert collection.sit().question.card == "alpha"


@pytest.mark.parametrize("what", [HIDE, START_AGAIN])
def test_one_undo_gives_back_all_that_was_set_for_many_cards_at_once(world, what):
    world.write()
    world.study()
    world.pass_days(1)
    with world.open() as collection:
        before = dict(collection.memories)
        CardSetter(collection).set_cards(["mini/alpha", "mini/beta", "mini/word"], what)
    with world.open() as collection:
        sitting = collection.sit(Scope(extra=True))
        shown = sitting.question.key
        world.press(sitting, m.Undo(sitting.now()))
        kind = {HIDE: SUSPEND, START_AGAIN: RESTART}[what]
        assert sitting.state.notice == ("undone", kind, "3", "")
        assert sitting.question.key == shown, "the question on the screen stays"
        assert collection.memories == before
        assert not any(state.suspended for state in collection.cards.values())


def test_a_card_not_wanted_today_comes_tomorrow(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit()
        world.press(sitting, m.SetCard(sitting.now(), BURY))
        assert collection.sit().question.card == "beta"
    world.pass_days(1)
    with world.open() as collection:
        assert collection.sit().question.card == "alpha"


def test_a_module_waits_for_the_one_before_it(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit(cards=2)
        first = [world.answer(sitting), world.answer(sitting)]
        assert all(prompt.split("/")[1] in ("alpha", "beta") for prompt in first)


def test_cards_that_wait_for_each_other_in_a_circle_are_asked_all_the_same(world):
    world.write(
        "recall: 1\ndeck: circle\ntitle: Circle\ncards:\n"
        "  - id: hen\n    q: Which came first, says the hen?\n    a: The hen.\n    after: [egg]\n"
        "  - id: egg\n    q: Which came first, says the egg?\n    a: The egg.\n    after: [hen]\n"
    )
    assert sorted(world.study()) == ["circle/egg/main", "circle/hen/main"]


def test_the_first_answers_explain_what_is_new_to_the_learner(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit()
        assert {"basic", "intervals", "hard"} <= sitting.first_time
        world.answer(sitting, Grade.HARD)
        assert not {"basic", "intervals", "hard"} & sitting.first_time
    with world.open() as collection:
        assert "basic" not in collection.sit().first_time


def test_hard_is_explained_once_to_a_learner_who_never_uses_it(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit()
        world.answer(sitting)
        assert "hard" in sitting.first_time, "after the line on the figures"
        world.answer(sitting)
        assert "hard" not in sitting.first_time
    with world.open() as collection:
        assert "hard" not in collection.sit().first_time


def test_the_summary_counts_new_questions_apart_and_never_as_forgotten(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit(cards=2)
        while sitting.question is not None:
            world.answer(sitting)
    world.pass_days(3)
    with world.open() as collection:
        sitting = collection.sit()
        while sitting.question is not None:
            world.answer(sitting, Grade.AGAIN)
        summary = sitting.summary()
        assert summary.forgotten == summary.reviewed == 2
        assert summary.new == summary.new_learning == 2
        assert summary.outlook_after != summary.outlook_before
        assert summary.total == 6
        assert 1 <= len(summary.look_again) <= 3
        text, answer = sitting.look_again(summary.look_again[0])
        assert text
        assert answer


def test_five_more_minutes_also_ask_what_is_hardly_fading(world):
    world.write()
    world.study()
    world.pass_days(1)
    with world.open() as collection:
        sitting = collection.sit()
        while sitting.question is not None:
            world.answer(sitting, Grade.EASY)
        sitting.send(sitting.more())
        asked = sitting.question
        assert asked is None or sitting.state.left_ms == 300_000


def test_a_scenario_is_told_by_its_case_for_all_cases_ask_the_same(world):
    world.write(
        "recall: 1\ndeck: cases\ntitle: Cases\ncards:\n"
        "  - id: one\n    case: A mill is slow.\n    q: What first?\n    a: Look.\n    why: x\n"
    )
    with world.open() as collection:
        sitting = collection.sit()
        key = sitting.state.showing.key
        assert sitting.look_again(key) == ("A mill is slow.", "Look.")
        assert sitting.text_of(key.prompt) == sitting.text_of("cases/one") == "A mill is slow."


def test_a_question_keeps_its_shuffle_while_it_is_on_the_screen(world):
    options = "\n".join(
        f"      - {'right' if n == 1 else 'wrong'}: option {n}" for n in range(1, 6)
    )
    world.write(
        "recall: 1\ndeck: pick\ntitle: Pick\ncards:\n"
        f"  - id: one\n    q: Which?\n    options:\n{options}\n"
    )
    with world.open() as collection:
        sitting = collection.sit()
        shown = sitting.question.options
        world.wait(5_000)
        assert sitting.question.options == shown
        assert {option.text for option in shown} == {f"option {n}" for n in range(1, 6)}


def test_a_full_disk_keeps_the_grade_and_says_what_to_do(world, monkeypatch):
    from recall.errors import StoreError

    world.write()
    with world.open() as collection:
        sitting = collection.sit()
        world.wait(5_000)
        sitting.send(m.Reveal(sitting.now()))
        (effect,) = sitting.send(m.GradeIt(sitting.now(), Grade.GOOD))

        def full(draft):
            raise StoreError("the disk is full", mend="free some space")

        with monkeypatch.context() as patch:
            patch.setattr(collection.store, "record_review", full)
            sitting.send(sitting.perform(effect))
        assert sitting.state.phase == m.FAILED
        assert "the disk is full" in sitting.state.failure
        (again,) = sitting.send(m.Retry())
        sitting.send(sitting.perform(again))
        assert sitting.state.phase == m.ASKING
        assert len(collection.memories) == 1


def test_a_session_on_single_cards_asks_these_whatever_gate_tag_or_switch_is_in_the_way(world):
    world.write()
    with world.open(decks_off=("mini",)) as collection:
        scope = parse_scope(["card:mini/extra", "card:mini/word"], collection.library)
        sitting = collection.sit(scope)
        asked = set()
        while sitting.question is not None:
            asked.add(world.answer(sitting))
        assert {card_of(prompt) for prompt in asked} == {"mini/extra", "mini/word"}


def test_a_card_that_is_not_there_is_named_with_the_nearest(world):
    world.write()
    with world.open() as collection, pytest.raises(UsageError) as fault:
        parse_scope(["card:mini/alfa"], collection.library)
    assert "mini/alpha" in fault.value.mend
