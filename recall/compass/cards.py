"""Which cards to study about a recommendation."""

from __future__ import annotations

from collections.abc import Mapping

from recall.compass import recommend as r
from recall.compass.profile import TO_BREAKTHROUGH, TO_KAIZEN, Profile
from recall.compass.recommend import Recommendation

MOST = 10
ROWS = 3
"""Rows of the table at most: look-alikes tire."""
_CHOOSING, _PDCA, _LEAN = "breakthrough-vs-kaizen", "pdca", "lean-toolkit"

ABOUT: Mapping[str, tuple[str, ...]] = {
    r.CONTAIN: (
        f"{_CHOOSING}/bas-76a",
        f"{_LEAN}/bas-36a",
        f"{_LEAN}/bas-22a",
        "scenarios/scn-24",
        "scenarios/scn-20",
        "scenarios/scn-17",
    ),
    r.ONE_STANDARD: (
        f"{_PDCA}/pdca-24a",
        f"{_PDCA}/pdca-23a",
        f"{_LEAN}/bas-31a",
        f"{_PDCA}/pdca-25a",
        "scenarios/scn-04",
        "scenarios/scn-03",
        f"{_LEAN}/bas-32a",
        f"{_LEAN}/bas-68a",
    ),
    r.KAIZEN: (
        f"{_CHOOSING}/bas-73a",
        f"{_LEAN}/bas-20a",
        f"{_PDCA}/pdca-02a",
        f"{_PDCA}/pdca-04a",
        "scenarios/scn-01",
        "scenarios/scn-08",
        "scenarios/scn-06",
        f"{_PDCA}/pdca-08a",
    ),
    r.BREAKTHROUGH: (
        f"{_CHOOSING}/bas-73a",
        f"{_CHOOSING}/bas-74a",
        f"{_CHOOSING}/bas-54a",
        f"{_PDCA}/pdca-42a",
        "scenarios/scn-13",
        "scenarios/scn-02",
        "scenarios/scn-12",
        f"{_CHOOSING}/bas-75a",
    ),
    r.IN_TURN: (
        f"{_CHOOSING}/bas-73a",
        f"{_CHOOSING}/bvk-04a",
        f"{_CHOOSING}/bas-75a",
        f"{_PDCA}/pdca-19a",
        "scenarios/scn-06",
        "scenarios/scn-12",
        f"{_CHOOSING}/bas-54a",
    ),
    r.OPEN: (
        f"{_CHOOSING}/bvk-01a",
        f"{_CHOOSING}/bas-76a",
        f"{_PDCA}/pdca-24a",
        f"{_CHOOSING}/bas-73a",
        f"{_PDCA}/pdca-03a",
        f"{_LEAN}/bas-20a",
        "scenarios/scn-26",
    ),
}
"""By verdict, the names (``deck/card``) of the cards on it, the most telling first."""


def cards_about(recommendation: Recommendation, profile: Profile) -> tuple[str, ...]:
    """Names of the cards to study, at most ten: on the verdicts, and the rows that decided."""
    rows: tuple[str, ...] = ()
    if r.SCALE in recommendation.because and profile.lean in (TO_KAIZEN, TO_BREAKTHROUGH):
        rows = tuple(row.card for row in profile.nearest(profile.lean, ROWS))
    share = (MOST - len(rows)) // len(recommendation.course)
    names = [name for verdict in recommendation.course for name in ABOUT[verdict][:share]]
    return tuple(dict.fromkeys((*names, *rows)))
