"""``recall compass``: kaizen or breakthrough, for a concrete problem."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recall.cli.starting import collection, database_option

if TYPE_CHECKING:
    from recall.collection.collection import Collection
    from recall.compass.report import Outcome, StudyCard
    from recall.plain.lines import Reader, Writer


@click.command("compass")
@click.argument("problem", nargs=-1, metavar="[PROBLEM]")
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Also write it as Markdown, to keep (- for standard output).",
)
@click.option("--force", is_flag=True, help="Overwrite a file that is no page of the compass.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object; questions to stderr.")
@database_option
@click.pass_context
def command(
    ctx: click.Context,
    problem: tuple[str, ...],
    output: Path | None,
    force: bool,
    as_json: bool,
    database: str | None,
) -> int:
    """Find out which approach fits a problem: contain, standard first, kaizen or breakthrough.

    Three questions decide, twelve more draw a profile. Line by line: y, n, 1 to 5, an empty line
    skips. PROBLEM says in a few words what it is about. In the app the key w asks the same.

    With --json: problem, deciding (true, false or null each), scale (-2 kaizen to 2 breakthrough,
    null skipped), profile (answers on each side, and where they lean), recommendation (verdict,
    then, headline, advice, because, mind), and cards (card, deck, text).
    """
    from recall.compass.report import as_json as json_of
    from recall.compass.report import outcome_of
    from recall.plain.compass import PlainCompass, tell
    from recall.plain.lines import Reader, Writer

    aside = as_json or output == Path("-")
    reader, writer = Reader(sys.stdin.buffer), Writer(sys.stderr if aside else sys.stdout)
    with collection(ctx, database) as opened:
        from recall.collection.compass import study_cards

        walk = PlainCompass(reader, writer, " ".join(problem)).run()
        if walk is None:
            writer.say("Nothing was kept.")
            return 0
        outcome = outcome_of(walk)
        cards = study_cards(opened, outcome)
        if not aside:
            tell(outcome, cards, writer.say)
        if as_json:
            click.echo(json.dumps(json_of(outcome, cards), ensure_ascii=False))
        if output is not None:
            _keep(outcome, cards, output, force, opened, writer)
        return 0 if aside else _study(opened, cards, reader, writer)


def _keep(
    outcome: Outcome,
    cards: tuple[StudyCard, ...],
    output: Path,
    force: bool,
    opened: Collection,
    writer: Writer,
) -> None:
    from recall.cli.pages import write_page
    from recall.clock import date_of
    from recall.compass.report import MADE_BY, as_markdown

    page = as_markdown(outcome, cards, date_of(opened.today).isoformat()).encode()
    if write_page(output, page, made_by=MADE_BY, what="page of the compass", force=force):
        writer.say("", f"{output}: written.")


def _study(opened: Collection, cards: tuple[StudyCard, ...], reader: Reader, writer: Writer) -> int:
    """Offer a session on the cards; the end of the input declines it."""
    if not cards:
        return 0
    from recall.collection.compass import study_scope
    from recall.plain.session import PlainSession

    writer.say("", f"s begins a session on these {len(cards)} cards, an empty line ends.")
    line = reader.line()
    if line is None or line.lower() != "s":
        return 0
    sitting = opened.sit(study_scope(cards))
    return PlainSession(opened, sitting, reader, writer).run()
