"""What ``recall deck import`` says: how a file was understood, and what was written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recall.cli.say import say
from recall.decks.clean import clean, one_line
from recall.session.words import counted

if TYPE_CHECKING:
    from recall.collection.past import Joined
    from recall.transfer.making import Imported
    from recall.transfer.past import Past

_SHOWN, _WIDTH = 3, 70


def show(imported: Imported, past: Sequence[Past] | None) -> None:
    """Say on standard error how a file was understood; ``past``: its reviews, if asked for."""
    for line in imported.seen:
        say(clean(line), err=True)
    for card in imported.deck.cards[:_SHOWN]:
        answer = card.answer or "; ".join((*card.items, *(each.text for each in card.options)))
        say(f"  {one_line(card.text, _WIDTH)}", err=True)
        if answer:
            say(f"    {one_line(answer, _WIDTH)}", err=True)
    for notice in imported.notices:
        say(clean(notice), err=True)
    if past is not None:
        prompts = len({each.prompt for each in past})
        said = f"{counted(len(past), 'review')} of {counted(prompts, 'question')}"
        say(f"History: {said}.", err=True)


def report(
    imported: Imported, target: Path, joined: Joined | None, *, written: bool, as_json: bool
) -> None:
    """Say what was written; ``joined``: what became of the reviews, None where none were asked."""
    deck = imported.deck
    prompts = sum(len(card.parts) for card in deck.cards)
    if as_json:
        facts = {
            "deck": deck.id,
            "title": deck.title,
            "cards": len(deck.cards),
            "questions": prompts,
            "path": str(target),
            "written": written,
            "seen": list(imported.seen),
            "notices": list(imported.notices),
            "reviews": joined._asdict() if joined else None,
        }
        click.echo(json.dumps(facts, ensure_ascii=False))
        return
    cards = f"{counted(len(deck.cards), 'card')}, {counted(prompts, 'question')}"
    if written:
        say(f"{clean(str(target))}: {cards}. To study it: recall add {clean(str(target))}")
    else:
        say(f"{cards}. Nothing was written.")
    if joined:
        say(_joined(joined))


def _joined(joined: Joined) -> str:
    parts = [f"{counted(joined.added, 'review')} added to your progress"]
    if joined.known:
        parts.append(f"{joined.known:,} were there already")
    if joined.ahead:
        parts.append(f"{joined.ahead:,} lie in the future and were left out")
    return "; ".join(parts) + "."
