"""A large collection for benchmarks: decks of many cards, all of them with a history."""

from __future__ import annotations

import os
from pathlib import Path

from recall.clock import DAY_MS, Moment, system_clock
from recall.collection.open import open_collection
from recall.decks.library import Place
from recall.memory.events import REVIEW, Draft, Grade
from recall.settings import Settings

CARDS_A_DECK = 5_000
GRADES = (Grade.GOOD, Grade.GOOD, Grade.HARD, Grade.AGAIN, Grade.EASY)
DAYS_AGO = (40, 20, 8)


def write_decks(folder: Path, cards: int) -> None:
    """Decks of basic cards, ``cards`` in all."""
    folder.mkdir(parents=True, exist_ok=True)
    for deck in range(-(-cards // CARDS_A_DECK)):
        first = deck * CARDS_A_DECK
        lines = [f"recall: 1\ndeck: large-{deck}\ntitle: Large deck {deck}\ncards:\n"]
        for number in range(first, min(first + CARDS_A_DECK, cards)):
            lines.append(
                f"  - id: card-{number}\n"
                f"    q: What is the answer to question number {number} of this large deck?\n"
                f"    a: The answer is {number}, as everybody knows.\n"
                f"    why: Numbers follow each other, and so do answers.\n"
            )
        (folder / f"large-{deck:02}.yaml").write_text("".join(lines), encoding="utf-8")


def study_all(file: Path, decks: Path, cards: int) -> None:
    """A review of every card on one of some days long ago."""
    share = -(-cards // len(DAYS_AGO))
    for turn, days in enumerate(DAYS_AGO):
        now = system_clock()
        clock = _at(Moment(now.wall_ms - days * DAY_MS, now.offset_min))
        collection = open_collection(
            settings=Settings(), clock=clock, file=file, places=[Place(decks, "user")]
        )
        numbers = range(turn * share, min((turn + 1) * share, cards))
        collection.store.append(
            [
                Draft(
                    REVIEW,
                    f"large-{number // CARDS_A_DECK}/card-{number}/main",
                    1,
                    grade=int(GRADES[number % len(GRADES)]),
                    took_ms=6_000,
                    details={"shown": "new"},
                )
                for number in numbers
            ]
        )
        collection.close()


def _at(moment: Moment):  # type: ignore[no-untyped-def]
    return lambda: moment


def environment(home: Path) -> dict[str, str]:
    """The variables under which the app finds the large collection in a folder."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("RECALL_")},
        # What is measured has its byte code, as installed programs have.
        "PYTHONDONTWRITEBYTECODE": "",
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


def make(home: Path, cards: int) -> dict[str, str]:
    """A home with a large collection, made once; gives its environment."""
    data = home / "data" / "recall"
    if not (home / "made").exists():
        write_decks(data / "decks", cards)
        study_all(data / "recall.sqlite3", data / "decks", cards)
        (home / "made").write_text(str(cards))
    return environment(home)
