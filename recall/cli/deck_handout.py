"""``recall deck handout``: a deck as one HTML file, for paper and for phones."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from recall.cli.deck_reading import sound
from recall.cli.pages import write_page
from recall.cli.say import say
from recall.decks.model import Deck
from recall.decks.read import read_deck
from recall.errors import RecallError, UsageError


@click.command("handout")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--output",
    "-o",
    metavar="HTML",
    type=click.Path(path_type=Path),
    help="Where to write it; beside FILE if not given, - for standard output.",
)
@click.option("--force", is_flag=True, help="Overwrite a page that is no handout.")
@click.option("--json", "as_json", is_flag=True, help="Print what was made as a JSON object.")
def command(file: Path, output: Path | None, force: bool, as_json: bool) -> int:
    """Write a deck as one HTML file: question sheet, key and cards to cut out.

    Print it from a browser. On a screen, a phone's too, each answer is folded under its question.
    The file needs no other one and no network.
    """
    from recall.decks.handout import handout
    from recall.decks.handout.page import MADE_BY
    from recall.session.words import counted

    deck = _deck(file)
    page = handout(deck).encode()
    target = output or file.with_suffix(".html")
    if target != Path("-") and os.path.realpath(target) == os.path.realpath(file):
        raise UsageError("this is the deck itself", where=str(target), mend="name another file")
    if not write_page(target, page, made_by=MADE_BY, what="handout", force=force):
        return 0
    cards = sum(not card.draft for card in deck.cards)
    if as_json:
        click.echo(json.dumps({"handout": str(target), "deck": deck.id, "questions": cards}))
    else:
        say(f"{target}: {counted(cards, 'question')}, the key, and cards to cut out.")
    return 0


def _deck(file: Path) -> Deck:
    """The deck of a file.

    Raises:
        RecallError: it has errors, which are printed, or nothing to ask.
    """
    deck = sound(read_deck(file))
    if deck is None:
        raise RecallError("this file holds learning paths, no deck", where=str(file))
    if all(card.draft for card in deck.cards):
        raise RecallError("this deck asks nothing yet: no handout was written", where=str(file))
    return deck
