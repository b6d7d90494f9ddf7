"""The compass agrees with the cases of the shipped decks, given the facts that each case tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from recall.compass import recommend as r
from recall.compass.answers import answers_of
from recall.compass.recommend import recommend
from recall.decks.read import read_deck

ROOT = Path(__file__).parents[2]
# As the deck counts: setting a standard is kaizen, containing comes before any choice.
COUNTS_AS = {
    r.CONTAIN: "Neither yet",
    r.ONE_STANDARD: "Kaizen",
    r.KAIZEN: "Kaizen",
    r.BREAKTHROUGH: "Breakthrough",
}
SAFE = {"danger": 0}
FACTS = {
    "scn-01": {**SAFE, "standard": 1, "reach": 1},  # a shared printer, 40 seconds away
    "scn-02": {**SAFE, "standard": 1, "reach": 0},  # the market goes away
    "scn-03": {**SAFE, "standard": 0},  # instructions untouched since the start
    "scn-04": {**SAFE, "standard": 0, "reach": 1},  # three shifts, three settings
    "scn-05": {**SAFE, "standard": 1, "reach": 0},  # the solvent is banned
    "scn-07": {**SAFE, "standard": 1, "reach": 0},  # 98% of the capacity used, triple demand
    "scn-08": {**SAFE, "standard": 1, "reach": 1},  # eleven of twelve days are waiting
    "scn-09": {**SAFE, "reach": 0},  # two systems that do not fit
    "scn-12": {**SAFE, "standard": 1, "reach": 0},  # flat for months, a rival twice as fast
    "scn-13": {**SAFE, "standard": 1, "reach": 0},  # seven hours, two demanded
    "scn-17": {"danger": 1, "reach": 0},  # losses mount by the hour
    "scn-20": {"danger": 1, "standard": 1},  # the law does not allow the gap
    "scn-24": {"danger": 1, "reach": 0},  # patients have been harmed
    "scn-31": {**SAFE, "standard": 1, "reach": 0},  # a year of cuts, and debt still grows
}


@pytest.fixture(scope="module")
def verdicts():
    deck = read_deck(ROOT / "decks" / "09-scenarios.yaml").deck
    return {card.id: next(o.text for o in card.options if o.right) for card in deck.cards}


@pytest.mark.parametrize("case", FACTS)
def test_the_recommendation_is_the_verdict_of_the_case(case, verdicts):
    found = recommend(answers_of(FACTS[case].items()))
    assert COUNTS_AS[found.verdict] == verdicts[case]


@pytest.mark.parametrize("case", ["scn-17", "scn-24"])
def test_what_follows_the_containing_is_what_the_case_says_too(case):
    assert recommend(answers_of(FACTS[case].items())).course == (r.CONTAIN, r.BREAKTHROUGH)
