"""Checking decks for their authors: readings of files and folders, as text and as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from recall.decks.library import deck_files
from recall.decks.problems import ERROR, Problem
from recall.decks.read import Reading, read_deck


def check_paths(paths: Iterable[Path]) -> list[Reading]:
    """A reading of every path; of a folder, one of each deck file in it."""
    readings: list[Reading] = []
    for path in paths:
        if not path.is_dir():
            readings.append(read_deck(path))
            continue
        try:
            files = deck_files(path)
        except OSError as fault:
            readings.append(_refused(path, f"the folder cannot be read: {fault.strerror}"))
            continue
        if not files:
            readings.append(_refused(path, "there is no deck file (*.yaml) in this folder"))
        readings += [read_deck(file) for file in files]
    return readings


def has_errors(readings: Iterable[Reading]) -> bool:
    """Whether any deck cannot be used."""
    return any(reading.is_broken for reading in readings)


def rendered(readings: Sequence[Reading]) -> str:
    """All problems as text, each with its line of the file; "" where there are none."""
    return "\n".join(problem.render() for reading in readings for problem in reading.problems)


def summary(readings: Sequence[Reading]) -> str:
    """One sentence: ``3 decks, 134 cards, 156 questions: no problems.``"""
    decks = [reading.deck for reading in readings if reading.deck]
    cards = sum(len(deck.cards) for deck in decks)
    prompts = sum(len(card.parts) for deck in decks for card in deck.cards)
    problems = [problem for reading in readings for problem in reading.problems]
    errors = sum(problem.is_error for problem in problems)
    found = [_count(errors, "error"), _count(len(problems) - errors, "warning")]
    outcome = ", ".join(text for text in found if text) or "no problems"
    counted = ", ".join(
        text or "no decks" for text in (_count(len(decks), "deck"),) if text or not decks
    )
    if decks:
        counted += f", {_count(cards, 'card') or 'no cards'}"
        counted += f", {_count(prompts, 'question') or 'no questions'}"
    return f"{counted}: {outcome}."


def as_json(readings: Sequence[Reading]) -> list[dict[str, Any]]:
    """All problems as plain values, in the fields of their messages."""
    return [problem.as_json() for reading in readings for problem in reading.problems]


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}" if number else ""


def _refused(path: Path, message: str) -> Reading:
    problem = Problem(str(path), 0, 0, ERROR, "unreadable", message)
    return Reading(None, (problem,), "", name=str(path))
