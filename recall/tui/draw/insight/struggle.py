"""What do I not get? Questions by what is wrong with them; each leads to its card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recall.collection.insight import Insight
from recall.ids import PromptKey
from recall.insight.sentences import cases_and_facts, not_got, past_day
from recall.session.words import counted
from recall.tui.draw.insight.section import Section
from recall.tui.draw.text import BLANK, Line, Run, cut, line
from recall.tui.draw.wrap import paragraphs


class _Item(NamedTuple):
    key: PromptKey
    detail: str


def struggle_section(insight: Insight, width: int, most: int | None = None) -> Section:
    """The sentence, and up to three lists of at most ``most`` questions each."""
    struggle = insight.struggle
    lines: list[Line] = []
    picks: list[tuple[int, PromptKey]] = []
    answers = struggle.facts.answers + struggle.cases.answers
    for title, items in _lists(insight):
        if not items:
            continue
        lines += [*([BLANK] if lines else []), *paragraphs(title, width)]
        for each in items[:most]:
            picks.append((len(lines), each.key))
            lines.append(_item(insight, each.key, width))
            lines.append(_detail(each.detail, width))
        if most is not None and len(items) > most:
            lines.append(line(f"  and {len(items) - most} more", "dim"))
    parted = cases_and_facts(struggle)
    if parted:
        lines += [*([BLANK] if lines else []), *paragraphs(parted, width)]
    return Section(not_got(struggle, answers), lines, tuple(picks))


def _lists(insight: Insight) -> Iterator[tuple[str, Sequence[_Item]]]:
    struggle, today = insight.struggle, insight.today
    yield (
        "Forgotten often, and not held yet",
        [
            _Item(each.key, f"recalled {each.recalled} of {each.asked} times")
            for each in struggle.loose
        ],
    )
    yield (
        "Sure, and wrong: such mistakes mend best",
        [
            _Item(
                each.key,
                f"{'recalled since' if each.mended else past_day(each.day, today)}"
                f"{_times(each.times)}",
            )
            for each in struggle.mistakes
        ],
    )
    yield (
        "Taken for something else",
        [
            _Item(each.key, f"{counted(each.times, 'time')}: {' '.join(each.taken.split())}")
            for each in struggle.mix_ups
        ],
    )


def _times(times: int) -> str:
    return f", {counted(times, 'time')}" if times > 1 else ""


def _item(insight: Insight, key: PromptKey, width: int) -> Line:
    named = insight.named.get(key)
    text = " ".join(named.question.split()) if named else key.prompt
    return cut((Run("  "), Run(text)), width)


def _detail(text: str, width: int) -> Line:
    return cut((Run("    "), Run(text, "dim")), width)
