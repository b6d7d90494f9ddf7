"""``recall browse``: find cards, in the app or as a table of text."""

from __future__ import annotations

import json

import click

from recall.cli.starting import collection, database_option, start_app

SORTS = ("deck", "recall", "next", "seen", "forgotten")


@click.command("browse")
@click.argument("query", nargs=-1, metavar="[QUERY]...")
@click.option("--sort", type=click.Choice(SORTS), default="deck", help="The order of the cards.")
@click.option("--card", metavar="DECK/CARD", help="One card: its text and its history.")
@click.option("--plain", is_flag=True, help="Print a table of text.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array.")
@database_option
@click.pass_context
def command(
    ctx: click.Context,
    query: tuple[str, ...],
    sort: str,
    card: str | None,
    plain: bool,
    as_json: bool,
    database: str | None,
) -> int:
    """Find cards: all of them, or those that QUERY finds.

    QUERY is words and conditions, all of which must hold: deck: tag: module: source: kind: is:due
    (new, suspended, flagged, leech, retired, updated, draft) recall<0.7 recall>0.9. "a phrase" is
    one in quotes, - in front turns a condition round (recall browse "kaizen -deck:pdca"; or behind
    --). Case and accents do not count.

    --json gives for each card: card, deck, module, kind, tags, text, is, questions, met, recall (of
    its weakest question, 0 to 1), next and last_seen (days), forgotten (times), line. With --card:
    card, deck_title, module, tags, standing, path, line, and questions: prompt, question, answer,
    recall, next and history (kind, day, grade, took_ms, days: the interval given).
    """
    if card is not None:
        return _one_card(ctx, database, card, as_json)
    text = " ".join(query)
    if not (plain or as_json):
        return start_app(ctx, database, start="browse", search=text, sort=sort)
    from recall.cli.browse_table import plain as values
    from recall.cli.browse_table import table
    from recall.collection.every_card import EveryCard
    from recall.collection.finding import Finder
    from recall.session.browsing import NO_CARDS, NOTHING_FOUND
    from recall.session.query_text import parse_query

    wanted = parse_query(text)
    with collection(ctx, database) as opened:
        finder = Finder(tuple(EveryCard(opened).rows()))
        today = opened.today
    rows = [finder.rows[number] for number in finder.find(wanted, sort)]
    if as_json:
        click.echo(json.dumps([values(row) for row in rows], ensure_ascii=False))
    elif rows:
        click.echo("\n".join(table(rows, today)))
    else:
        click.echo(NOTHING_FOUND if finder.rows else NO_CARDS)
    return 0


def _one_card(ctx: click.Context, database: str | None, name: str, as_json: bool) -> int:
    from recall.cli.card_words import lines, plain
    from recall.collection.card_page import card_page
    from recall.errors import UsageError

    with collection(ctx, database) as opened:
        page = card_page(opened, name)
    if page.retired and not page.asked:
        raise UsageError(
            f"no card is called {name}", mend="recall browse --plain lists all of them"
        )
    click.echo(json.dumps(plain(page), ensure_ascii=False) if as_json else "\n".join(lines(page)))
    return 0
