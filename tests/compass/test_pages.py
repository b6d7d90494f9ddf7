"""The outcome of the compass as a picture, as JSON and as Markdown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recall.compass.answers import Walk, answers_of
from recall.compass.cards import ABOUT
from recall.compass.picture import picture
from recall.compass.profile import profile_of
from recall.compass.questions import DECIDING, FEATURES
from recall.compass.report import StudyCard, as_json, as_markdown, outcome_of
from recall.decks.read import read_deck

ROOT = Path(__file__).parents[2]
WALK = Walk(
    "Orders leave *late*",
    answers_of(
        {
            **{"danger": 0, "standard": 1, "reach": 1},
            **{"effect": -2, "pace": -1, "timeframe": 0, "change": 1, "mode": 2},
        }.items()
    ),
    15,
)
CARDS = (StudyCard("pdca/pdca-02a", "PDCA", "What must a plan <add>?"),)


def test_the_picture_fits_forty_columns_and_says_in_words_what_it_shows():
    lines = picture(profile_of(WALK.answers))
    assert all(len(line) <= 40 and line.isascii() for line in lines)
    assert lines[:5] == [
        "Effect       ##|    clearly kaizen",
        "Pace          #|    rather kaizen",
        "Timeframe      o    between the two",
        "Change         |#   rather breakthrough",
        "Involvement    |    not answered",
    ]


def test_the_json_holds_answers_profile_recommendation_and_cards():
    found = json.loads(json.dumps(as_json(outcome_of(WALK), CARDS)))
    assert found["problem"] == "Orders leave *late*"
    assert found["deciding"] == {"danger": False, "standard": True, "reach": True}
    assert found["scale"]["effect"] == -2
    assert found["scale"]["involvement"] is None
    assert found["profile"] == {
        "kaizen": 2,
        "breakthrough": 2,
        "between": 1,
        "skipped": 7,
        "lean": "balanced",
    }
    assert found["recommendation"]["verdict"] == "kaizen"
    assert found["recommendation"]["then"] is None
    assert found["cards"] == [
        {"card": "pdca/pdca-02a", "deck": "PDCA", "text": "What must a plan <add>?"}
    ]


def test_the_markdown_to_keep_has_every_answer_and_no_stray_markup():
    page = as_markdown(outcome_of(WALK), CARDS, "2026-11-28")
    assert r"# Orders leave \*late\*" in page
    assert "2026-11-28" in page
    assert "**Kaizen.**" in page
    assert "- Does the process run to one standard? Yes." in page
    assert "| Effect | Long-term and long-lasting but undramatic | ● | · | · | · | · |" in page
    assert r"What must a plan \<add\>?" in page
    assert page.count("not answered") == 7


@pytest.fixture(scope="module")
def shipped():
    decks = [read_deck(path).deck for path in sorted((ROOT / "decks").glob("0*.yaml"))]
    return {f"{deck.id}/{card.id}": card for deck in decks for card in deck.cards}


def test_every_card_to_study_is_in_the_shipped_decks_and_is_not_optional(shipped):
    names = {name for names in ABOUT.values() for name in names} | {row.card for row in FEATURES}
    for name in names:
        assert name in shipped, name
        assert "optional" not in shipped[name].tags, name


def test_each_feature_leads_to_the_card_that_teaches_its_row(shipped):
    for row in FEATURES:
        if (
            row.id != "effort"
        ):  # Its own card is optional; the row of the other table asks the same.
            assert f"Imai, {row.title.lower()}" in shipped[row.card].text.replace(
                "practical ", ""
            ), row.id


def test_the_words_are_short_enough_to_read_aloud_and_never_forbidden():
    texts = [text for row in FEATURES for text in (row.ask, row.kaizen, row.breakthrough)]
    texts += [text for each in DECIDING for text in (each.ask, each.help)]
    for text in texts:
        assert len(text) <= 160, text
        assert text.endswith((".", "?")), text
    for text in [text for row in FEATURES for text in (row.kaizen, row.breakthrough)]:
        assert "kaizen" not in text.lower()
        assert "breakthrough" not in text.lower()
