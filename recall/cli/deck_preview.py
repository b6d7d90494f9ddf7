"""``recall deck preview``: a deck in the review screen, read again with every save."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from recall.cli.terminal import need_terminal
from recall.errors import RecallError


def _card_names(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from recall.decks.read import read_deck

    file = ctx.params.get("file")
    deck = read_deck(file).deck if isinstance(file, Path) else None
    cards = deck.cards if deck else ()
    return [CompletionItem(card.id) for card in cards if card.id.startswith(incomplete)]


@click.command("preview")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--card", default="", metavar="ID", shell_complete=_card_names, help="Begin there.")
def command(file: Path, card: str) -> int:
    """See a deck as learners will: every card in the review screen, drafts too.

    Keep it open beside your editor: each save shows at once, and what is wrong with it. Nothing is
    recorded. n and p go to the next card and back, / lists and searches, e opens your editor at
    the card's line ($VISUAL or $EDITOR).
    """
    if file.is_dir():
        raise RecallError("this is a folder", where=str(file), mend="name one deck in it")
    if not file.exists():
        raise RecallError(
            "there is no such file", where=str(file), mend=f"make one: recall deck new {file}"
        )
    need_terminal("what is wrong with a deck, in words: recall deck check FILE")
    from recall.paths import settings_file
    from recall.settings import read_settings
    from recall.tui.preview import PreviewJourney
    from recall.tui.run import run

    return run(PreviewJourney(file, card), read_settings(settings_file()))
