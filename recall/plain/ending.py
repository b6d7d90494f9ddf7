"""The Summary, read out."""

from __future__ import annotations

from recall.collection.sitting import Sitting
from recall.decks.clean import one_line
from recall.session import sentences
from recall.session.summary import Summary


def summary_lines(sitting: Sitting, next_day: str, next_minutes: int) -> list[str]:
    """All lines of the Summary of a sitting that is over.

    ``next_day`` is the day of the next session in words, ``next_minutes`` its length.
    """
    summary = sitting.summary()
    lines = [
        "",
        sentences.headline(
            summary.ending,
            budget=sitting.minutes or 0,
            minutes=summary.minutes,
            answered=summary.answered,
            practised=summary.practised,
            practice_recalled=summary.practice_recalled,
        ),
    ]
    if summary.answered:
        after, before = round(summary.outlook_after), round(summary.outlook_before)
        practised = sentences.practice_done(summary.practised, summary.practice_recalled)
        lines += [practised] if summary.practised else []
        lines += [*_figures(summary), sentences.outlook(after, before, summary.total, summary.when)]
    if summary.look_again:
        lines.append("Worth one more look:")
        for key in summary.look_again:
            text, answer = sitting.look_again(key)
            lines += [f"  {one_line(text, 200)}", f"  {one_line(answer, 200)}"]
    return [*lines, sentences.next_session(next_day, next_minutes)]


def _figures(summary: Summary) -> list[str]:
    if summary.forgotten > summary.recalled:
        reviewed = sentences.much_forgotten(summary.reviewed, summary.recalled)
    else:
        reviewed = ": ".join(filter(None, sentences.review_row(summary.reviewed, summary.recalled)))
    if not summary.reviewed and not summary.outlook_before:
        return [sentences.first_day(summary.new)]
    new = ": ".join(filter(None, sentences.new_row(summary.new, summary.new_known)))
    return [line for line in (reviewed, new) if line]
