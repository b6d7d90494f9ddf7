"""Every number of Insight is the one that the log says, worked out the slow way."""

from __future__ import annotations

import random
from math import log

import pytest

from recall.clock import DAY_MS, date_of
from recall.collection.insight import SEED, Insight, gather
from recall.ids import card_of
from recall.memory.events import RESUME, REVIEW, SUSPEND, Draft, Event, Grade
from recall.session.costs import LearnerPace
from recall.session.planner import plan
from recall.session.repeats import comes_again
from recall.session.worth import first_grade_chances
from tests.support import slowly

DECK = """\
recall: 1
deck: words
title: Words
modules:
  - id: facts
    title: Facts
    cards:
{cards}
  - id: cases
    title: Cases
    cards:
      - id: mill
        case: The mill loses an hour a day.
        q: What first?
        options:
          - right: Look
          - wrong: Buy
        why: Look first.
      - id: shop
        case: The shop is late.
        q: What first?
        options:
          - right: Ask
          - wrong: Hire
        why: Ask first.
"""
WORDS = ("muda", "mura", "muri", "gemba", "kata", "andon", "heijunka", "jidoka", "poka", "yoke")
CARDS = "\n".join(
    f"      - id: {word}\n        q: Which word is number {number}?\n        typed: {word}"
    for number, word in enumerate(WORDS)
)
SECOND = """\
recall: 1
deck: other
title: Other
cards:
  - id: one
    q: One?
    a: "1"
  - id: two
    q: Two?
    a: "2"
    tags: [optional]
  - id: three
    q: Three?
    a: "3"
"""
SURE_AND_WRONG = {"given": "mura", "confidence": "sure"}


@pytest.fixture
def studied(world):
    """A learner of some eighty days: right and wrong, undone, twice a day, cards put away."""
    world.write(DECK.format(cards=CARDS), "words.yaml")
    world.write(SECOND, "other.yaml")
    dice = random.Random(11)
    with world.open() as collection:
        prompts = sorted(
            f"{loaded.deck.id}/{card.id}/{part}"
            for loaded in collection.library.loaded
            for card in loaded.deck.cards
            for part in card.parts
        )
        for _ in range(80):
            world.wall_ms += DAY_MS
            if dice.random() < 0.3:
                continue
            for _ in range(1 + (dice.random() < 0.2)):
                collection.store.new_session()
                for prompt in dice.sample(prompts, 4):
                    write(world, collection, prompt, dice)
                    if dice.random() < 0.1:
                        collection.store.undo()
            if dice.random() < 0.1:
                card = card_of(dice.choice(prompts))
                kind = dice.choice((SUSPEND, RESUME))
                collection.store.append([Draft(kind, card)])
        collection.refresh()
        yield collection


def write(world, collection, prompt: str, dice: random.Random) -> None:
    grade = dice.choices((1, 2, 3, 4), (3, 1, 5, 1))[0]
    details = {}
    if grade == 1:
        details = dice.choice(({}, SURE_AND_WRONG, {"given": "Buy"}, {"confidence": "unsure"}))
    collection.store.record_review(Draft(REVIEW, prompt, 1, grade, 5_000, details=details))
    world.wait(7_000)


def everything(collection) -> tuple[Insight, list[Event]]:
    return gather(collection), list(collection.store.events())


def test_what_would_be_recalled_is_the_sum_of_all_chances_by_deck_and_module(studied):
    insight, _ = everything(studied)
    parts = slowly.by_part(studied)
    seen = set()
    for deck in insight.growth.decks:
        named = [((deck.whole.id, "*"), deck.whole)]
        named += [((deck.whole.id, each.id), each) for each in deck.modules]
        for name, each in named:
            slow = parts[name]
            assert (each.met, each.total) == (slow["met"], slow["total"]), name
            assert each.now == pytest.approx(slow["now"], rel=1e-9)
            assert each.later == pytest.approx(slow["later"], rel=1e-9)
            seen.add(name)
    assert seen == set(parts)
    today = insight.growth.today
    assert today.now == pytest.approx(sum(slowly.recalled_on(studied, studied.today).values()))
    assert insight.growth.met == sum(line.met for line in studied.deck_lines())
    assert insight.growth.total == studied.total_questions()
    assert today.now == pytest.approx(sum(line.recalled for line in studied.deck_lines()))


def test_the_past_is_what_was_remembered_on_each_of_its_days(studied):
    insight, _ = everything(studied)
    past = insight.growth.past
    assert [each.day for each in past] == list(range(past[0].day, studied.today + 1, 7))
    for each in past:
        now = slowly.recalled_on(studied, each.day)
        later = slowly.recalled_on(studied, each.day, ahead=14)
        assert each.now == pytest.approx(sum(now.values()), rel=1e-9)
        assert each.later == pytest.approx(sum(later.values()), rel=1e-9)


def test_the_last_session_is_told_with_what_it_changed(studied):
    insight, events = everything(studied)
    session = insight.growth.session
    newest = slowly.standing(events)[-1].session
    scored = [each for each, _ in slowly.scored(events, studied.scheduler)]
    mine = [each for each in scored if each.session == newest]
    assert session.reviewed == len(mine)
    assert session.recalled == sum(each.grade > 1 for each in mine)
    met = [each for each in slowly.standing(events) if each.session != newest]
    fresh = {each.key for each in slowly.standing(events)} - {each.key for each in met}
    assert session.new == len(fresh)
    for figure, without in ((session.before, newest), (session.after, None)):
        slow = slowly.recalled_on(studied, studied.today, ahead=14, without=without)
        assert figure == pytest.approx(sum(slow.values()), rel=1e-9)


def test_expected_and_recalled_are_means_over_answers_to_questions_met_earlier(studied):
    insight, events = everything(studied)
    honesty, scored = insight.honesty, slowly.scored(events, studied.scheduler)
    assert_tally(honesty.tally, scored)
    months = {f"{date_of(each.study_day):%Y-%m}" for each, _ in scored}
    assert [f"{each.year}-{each.month:02}" for each in honesty.months] == sorted(months)
    for month in honesty.months:
        name = (month.year, month.month)
        when = [(date_of(each.study_day), each, chance) for each, chance in scored]
        assert_tally(
            month.tally,
            [(each, chance) for day, each, chance in when if (day.year, day.month) == name],
        )
    assert sum(each.tally.answers for each in honesty.bands) == len(scored)
    for band in honesty.bands:
        inside = [pair for pair in scored if band.low <= pair[1] < band.high]
        assert_tally(band.tally, inside)
    losses = (-log(chance if each.grade > 1 else 1 - chance) for each, chance in scored)
    assert honesty.log_loss == pytest.approx(slowly.mean(losses))


def assert_tally(tally, scored) -> None:
    assert tally.answers == len(scored)
    assert tally.expected == pytest.approx(slowly.mean(chance for _, chance in scored))
    assert tally.recalled == pytest.approx(slowly.mean(each.grade > 1 for each, _ in scored))


def test_the_days_are_those_on_which_anything_was_answered(studied):
    insight, events = everything(studied)
    days = {each.study_day for each in slowly.standing(events)}
    assert insight.days == len(days)
    assert insight.reviews == len(slowly.standing(events))
    slow = slowly.calendar_of(days, studied.today)
    months = {
        f"{month.year}-{month.month:02}": [
            at for at, mark in enumerate(month.days, 1) if mark == "done"
        ]
        for month in insight.keeping.months
    }
    assert months == slow
    assert insight.keeping.in_year == sum(map(len, slow.values()))
    monday = studied.today - date_of(studied.today).weekday()
    assert insight.keeping.in_week == len(days & set(range(monday, monday + 7)))
    assert insight.keeping.in_week == studied.home().days


def test_what_does_not_stick_what_was_sure_and_what_is_mixed_up_is_counted_right(studied):
    insight, events = everything(studied)
    struggle, hand = insight.struggle, slowly.at_hand(studied)
    counts = slowly.forgotten_and_asked(events, studied.scheduler)
    loose = {
        key: (asked - forgotten, asked)
        for key, (forgotten, asked) in counts.items()
        if forgotten >= 4 and studied.memories[key].stability < 21 and key in hand
    }
    assert loose
    assert {each.key: (each.recalled, each.asked) for each in struggle.loose} == loose
    wrong = [
        each
        for each in [
            *(each for each, _ in slowly.scored(events, studied.scheduler)),
            *first_sights(events),
        ]
        if each.grade == 1 and each.key in hand
    ]
    sure: dict = {}
    for each in wrong:
        if each.details.get("confidence") == "sure":
            times, day = sure.get(each.key, (0, 0))
            sure[each.key] = times + 1, max(day, each.study_day)
    assert sure
    assert {each.key: (each.times, each.day) for each in struggle.mistakes} == sure
    pairs: dict = {}
    for each in wrong:
        given, card = each.details.get("given"), each.prompt.split("/")[1]
        if given and given != card:
            known = given in WORDS and each.prompt.startswith("words/")
            name = frozenset((card, given)) if known else (card, given)
            pairs[name] = pairs.get(name, 0) + 1
    often = sorted(times for times in pairs.values() if times > 1)
    assert often
    assert sorted(each.times for each in struggle.mix_ups) == often
    for rate, is_case in ((struggle.cases, True), (struggle.facts, False)):
        those = [
            each
            for each, _ in slowly.scored(events, studied.scheduler)
            if each.key in hand and (hand[each.key][1] == "cases") == is_case
        ]
        assert rate == (len(those), sum(each.grade > 1 for each in those))


def first_sights(events: list[Event]) -> list[Event]:
    first: dict = {}
    for each in slowly.standing(events):
        first.setdefault(each.key, each)
    return list(first.values())


def test_the_weeks_to_come_are_those_of_the_planner_day_by_day(studied):
    insight, events = everything(studied)
    today = studied.today
    first = today + (today in {each.study_day for each in slowly.standing(events)})
    for days, new in ((insight.forecast.with_new, True), (insight.forecast.without_new, False)):
        slow = lived(studied, first, new)
        assert [(each.day, each.reviewed, each.new) for each in days] == [each[:3] for each in slow]
        assert [each.minutes for each in days] == pytest.approx([each[3] for each in slow])


def lived(collection, first: int, new: bool) -> list[tuple[int, int, int, float]]:
    """Four weeks of the planner over all candidates, with py-fsrs for their memories."""
    scheduler, dice = collection.scheduler, random.Random(SEED)
    candidates = [each for each in collection.ahead(first, 500) if new or each.memory]
    chances = first_grade_chances(collection.store.first_grades())
    found = []
    for day in range(first, first + 28):
        planned = plan(
            candidates,
            day=day,
            budget_seconds=collection.settings.minutes * 60.0,
            weights=scheduler.weights,
            pace=LearnerPace(*collection.store.answer_sums()),
            first_grades=collection.store.first_grades(),
        )
        found.append((day, planned.review, planned.new, planned.seconds / 60))
        for each in planned.chosen:
            at = candidates.index(each.candidate)
            if each.is_new:
                (grade,) = dice.choices(tuple(Grade), chances)
            else:
                grade = Grade.GOOD if dice.random() < each.chance else Grade.AGAIN
            memory = scheduler.review(each.candidate.memory, answer(day, grade))
            if comes_again("new" if each.is_new else "review", grade):
                memory = scheduler.review(memory, answer(day, Grade.GOOD))
            kept = each.candidate.memory or memory._replace(answers=0, log_seconds=0.0)
            memory = memory._replace(answers=kept.answers, log_seconds=kept.log_seconds)
            candidates[at] = each.candidate._replace(memory=memory)
    return found


def answer(day: int, grade: Grade) -> Event:
    from tests.support.logs import review

    return review(1, int(grade), day)
