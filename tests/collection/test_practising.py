"""Practice that reschedules nothing: what there is, and what it leaves behind."""

from __future__ import annotations

import pytest

from recall.collection.card_page import card_page
from recall.collection.practice_words import prompts_for
from recall.collection.practising import hard_today, practices, practise, prompts_of
from recall.errors import UsageError
from recall.memory.events import PRACTICE, REVIEW, Grade
from recall.session import machine as m


@pytest.fixture
def studied(world):
    world.write()
    world.study(Grade.AGAIN)
    with world.open() as collection:
        yield collection


def test_what_was_hard_today_comes_first_then_decks_and_tags(studied):
    hard, deck, *_ = practices(studied)
    assert hard.sort == "hard today"
    assert set(hard.prompts) == set(deck.prompts)
    assert (deck.name, deck.title) == ("mini", "Mini")


def test_a_tag_that_only_pairs_look_alikes_is_not_offered(world):
    cards = "".join(
        f"  - id: {name}\n    q: What is {name}?\n    a: A sign.\n    tags: [signs, 'pair:signs']\n"
        for name in ("muri", "mura")
    )
    world.write(f"recall: 1\ndeck: signs\ntitle: Signs\ncards:\n{cards}")
    world.study()
    with world.open() as collection:
        assert [each.name for each in practices(collection) if each.sort == "tag"] == ["signs"]


def test_tomorrow_nothing_was_hard_today(world, studied):
    world.pass_days(1)
    assert hard_today(studied) == ()
    with pytest.raises(UsageError, match="nothing was hard today"):
        prompts_for(studied, ())


def test_practice_changes_no_memory_and_no_figure_of_the_day(world, studied):
    before = studied.store.figures()
    reviews, seconds = (
        studied.store.day_reviews(studied.today),
        studied.store.day_seconds(studied.today),
    )
    sitting = practise(studied, prompts_of(studied, ["mini/alpha", "mini/beta"]))
    world.answer(sitting, Grade.AGAIN)
    world.answer(sitting, Grade.EASY)
    world.answer(sitting, Grade.GOOD)
    assert sitting.state.phase == m.OVER
    assert studied.store.figures() == before
    assert studied.store.day_reviews(studied.today) == reviews
    assert studied.store.day_seconds(studied.today) == seconds
    kinds = [each.kind for each in studied.store.events()]
    assert kinds.count(PRACTICE) == 3, "what was forgotten came once more"
    studied.store.rebuild()
    assert studied.store.figures() == before


def test_its_summary_counts_it_apart_and_claims_nothing(world, studied):
    sitting = practise(studied, prompts_of(studied, ["mini/alpha", "mini/beta"]))
    world.answer(sitting, Grade.AGAIN)
    world.answer(sitting)
    world.answer(sitting)
    summary = sitting.summary()
    assert (summary.practised, summary.practice_recalled) == (2, 1)
    assert summary.answered == summary.reviewed == summary.new == 0
    assert summary.outlook_before == summary.outlook_after
    assert [key.prompt for key in summary.look_again] == ["mini/alpha/main"]


def test_undo_takes_back_practice_as_practice_and_a_review_as_a_review(world, studied):
    sitting = practise(studied, ["mini/beta/main", "mini/alpha/main"])
    assert world.answer(sitting) == "mini/beta/main"
    world.press(sitting, m.Undo(sitting.now()))
    assert sitting.question.key.prompt == "mini/beta/main"
    assert sitting.state.showing.planned.practice
    world.press(sitting, m.Undo(sitting.now()))
    assert not sitting.state.showing.planned.practice, "it had been a review, before the practice"
    world.answer(sitting, Grade.EASY)
    kinds = [each.kind for each in studied.store.events()]
    assert kinds[-1] == REVIEW


def test_practice_shows_no_intervals_and_explains_none(world, studied):
    sitting = practise(studied, ["mini/alpha/main"])
    world.press(sitting, m.Reveal(sitting.now()))
    assert sitting.previews == {}
    assert "intervals" not in sitting.first_time


def test_questions_met_are_practised_and_all_where_none_was(world, studied):
    assert prompts_of(studied, ["mini/gaps"]) == ("mini/gaps/standard",)
    assert prompts_of(studied, ["mini/extra"]) == ("mini/extra/main",)
    assert prompts_of(studied, ["mini/nowhere"]) == ()


def test_questions_of_one_card_are_kept_apart(world):
    world.write()
    with world.open() as collection:
        asked = prompts_of(collection, ["mini/gaps", "mini/word"])
    cards = [prompt.split("/")[1] for prompt in asked]
    assert cards == ["gaps", "word", "gaps", "word"]


def test_words_name_decks_and_tags_or_are_a_search(studied):
    assert len(prompts_for(studied, ["mini"])) == 4
    assert prompts_for(studied, ["first", "comes"]) == ("mini/alpha/main",)
    assert prompts_for(studied, ["optional"]) == ("mini/extra/main",)
    with pytest.raises(UsageError, match="no card here is found by: zzz"):
        prompts_for(studied, ["zzz"])
    with pytest.raises(UsageError, match="did you mean is:new"):
        prompts_for(studied, ["is:dew"])
    with pytest.raises(UsageError, match="there is no such file"):
        prompts_for(studied, ["./none.yaml"])


@pytest.mark.parametrize("word", ["deck:", "tag:"])
def test_a_label_without_a_name_is_not_taken_for_everything(studied, word):
    with pytest.raises(UsageError, match=r"the name of a .* is missing"):
        prompts_for(studied, [word])


def test_cards_put_away_are_practised_only_where_they_are_asked_for(studied):
    from recall.memory.events import SUSPEND, Draft

    studied.store.append([Draft(SUSPEND, "mini/alpha")])
    studied.refresh()
    assert "mini/alpha/main" not in prompts_for(studied, ["mini"])
    assert "mini/alpha/main" not in hard_today(studied)
    assert prompts_for(studied, ["is:suspended"]) == ("mini/alpha/main",)


def test_a_cards_page_tells_its_history_practice_included(world, studied):
    sitting = practise(studied, ["mini/alpha/main"])
    world.answer(sitting, Grade.HARD)
    page = card_page(studied, "mini/alpha/main")
    (asked,) = page.asked
    assert [step.event.kind for step in asked.steps] == [REVIEW, REVIEW, PRACTICE]
    assert asked.memory == studied.store.memory(studied.store.figures() and asked.question.key)
    assert asked.chance == 1
    assert (page.path.name, page.line) == ("mini.yaml", 8)


def test_a_cards_page_of_a_card_that_is_gone_keeps_its_history(world):
    path = world.write()
    world.study()
    path.write_text(path.read_text().replace("alpha", "omega").replace("What comes first?", "Odd?"))
    with world.open() as collection:
        page = card_page(collection, "mini/alpha")
        assert page.retired
        assert (page.path, page.line) == (None, 0)
        assert page.asked[0].question is None
        assert len(page.asked[0].steps) == 1
