"""What Insight shows of a learner of some months, with every kind of thing in it."""

from __future__ import annotations

from datetime import date

from recall.clock import date_of, day_of
from recall.collection.insight import Insight, Named
from recall.ids import PromptKey
from recall.insight.forecast import DayAhead, Forecast
from recall.insight.growth import DeckPortion, Growth, Portion
from recall.insight.honesty import Band, Honesty, Month, Tally
from recall.insight.keeping import keeping
from recall.insight.past import Held
from recall.insight.sitting import Sitting
from recall.insight.struggle import Loose, Mistake, MixUp, Rate, Struggle

TODAY = day_of(date(2026, 11, 28))

MURA = PromptKey("lean-toolkit/mura/main", 1)
FIRST = PromptKey("pdca/first-phase/main", 1)
PULL = PromptKey("lean-toolkit/pull/main", 1)
SPRINT = PromptKey("scenarios/scn-07/main", 1)


def _days(minutes: float, new: float) -> tuple[DayAhead, ...]:
    return tuple(
        DayAhead(TODAY + 1 + at, minutes - at * 0.02, new, round(minutes * 6), round(new * 3))
        for at in range(28)
    )


_PRACTISED = frozenset(
    day for day in range(TODAY - 160, TODAY + 1) if date_of(day).weekday() < 5 and day % 11
)

SAMPLE = Insight(
    today=TODAY,
    reviews=2_140,
    days=len(_PRACTISED),
    minutes=5,
    growth=Growth(
        Held(TODAY, 143.2, 120.6),
        171,
        376,
        tuple(
            Held(TODAY - 28 * back, 143.2 - 21 * back, 120.6 - 19 * back)
            for back in range(5, -1, -1)
        ),
        (
            DeckPortion(
                Portion("kaizen-foundations", "Kaizen foundations", 34.2, 31.4, 38, 38),
                (
                    Portion("what", "What kaizen is", 20.1, 18.9, 22, 22),
                    Portion("small", "Why small works", 14.1, 12.5, 16, 16),
                ),
            ),
            DeckPortion(
                Portion("pdca", "PDCA", 16.6, 12.3, 40, 52),
                (Portion("", "", 16.6, 12.3, 40, 52),),
            ),
            DeckPortion(
                Portion("scenarios", "Scenarios", 0.0, 0.0, 0, 32),
                (Portion("office", "Office", 0.0, 0.0, 0, 32),),
            ),
        ),
        Sitting(TODAY - 1, 8, 7, 9, 114.2, 120.6),
    ),
    forecast=Forecast(_days(3.1, 1.8), _days(3.4, 0.0)),
    keeping=keeping(_PRACTISED, TODAY),
    honesty=Honesty(
        Tally(1_204, 0.801, 0.783),
        (
            Month(2026, 9, Tally(12, 0.84, 0.75)),
            Month(2026, 10, Tally(540, 0.79, 0.771)),
            Month(2026, 11, Tally(652, 0.81, 0.794)),
        ),
        (
            Band(0.0, 0.7, Tally(142, 0.58, 0.6)),
            Band(0.7, 0.8, Tally(260, 0.76, 0.74)),
            Band(0.8, 0.9, Tally(520, 0.86, 0.84)),
            Band(0.9, 1.0, Tally(282, 0.93, 0.92)),
        ),
        0.4652,
    ),
    struggle=Struggle(
        (Loose(MURA, 3, 8, 2.4), Loose(PULL, 5, 9, 6.1)),
        (Mistake(FIRST, 2, TODAY - 2, False), Mistake(PULL, 1, TODAY - 30, True)),
        (
            MixUp(MURA, "muri", "lean-toolkit/muri", 4, TODAY - 3),
            MixUp(SPRINT, "Breakthrough", "", 2, TODAY - 9),
        ),
        Rate(1_010, 812),
        Rate(194, 131),
    ),
    named={
        MURA: Named(
            "Orders pile up every Friday and vanish on Monday. Which Japanese word names such "
            "unevenness?",
            "mura",
            "Lean toolkit",
        ),
        FIRST: Named("Which phase of PDCA comes first?", "Plan", "PDCA"),
        PULL: Named("What starts work in a pull system?", "A need downstream.", "Lean toolkit"),
        SPRINT: Named("What would you start with?", "Kaizen", "Scenarios"),
    },
)
