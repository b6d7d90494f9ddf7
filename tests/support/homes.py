"""Home as it is on a usual Saturday."""

from __future__ import annotations

from datetime import date

from recall.collection.home import DeckLine, Home

USUAL = Home(
    today=date(2026, 11, 28),
    status="usual",
    review=8,
    new=9,
    minutes=5,
    sentence="8 questions to review, 9 new. About 5 minutes.",
    narrow_sentence="8 to review, 9 new. About 5 minutes.",
    decks=(
        DeckLine("kaizen-foundations", "Kaizen foundations", 34.2, 38, 38),
        DeckLine("pdca", "PDCA", 16.6, 40, 52),
        DeckLine("breakthrough-vs-kaizen", "Breakthrough versus kaizen", 0.0, 0, 50),
    ),
    week=("done",) * 5 + ("open", "later"),
    days=5,
    notices=(),
)
