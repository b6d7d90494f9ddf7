"""In which order the questions of a plan are shown. The set matters, the sequence is free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recall.session.values import Planned

EASY_WINS = 2
NEW_IN_A_ROW = 2
_NEARLY_AS_EASY = 0.05
_WINDOW = 60
"""So many are arranged at once: a sitting over thousands of questions takes no longer to begin."""


def in_order_of_showing(
    chosen: Sequence[Planned], *, first_session: bool = False
) -> tuple[Planned, ...]:
    """Two easy wins first; then, where there is a choice, at most two new questions in a row and
    no two of one module or two look-alikes in a row. New ones of a module keep their order, and no
    card comes before those it builds on. A very first session begins with two basic cards.
    """
    shown = _opening(chosen, first_session)
    opening = {id(each) for each in shown}
    rest = [each for each in chosen if id(each) not in opening]
    met = {each.candidate.card for each in shown}
    for start in range(0, len(rest), _WINDOW):
        _arrange(rest[start : start + _WINDOW], shown, met)
    return tuple(shown)


def _opening(chosen: Sequence[Planned], first_session: bool) -> list[Planned]:
    if first_session:
        plain = [each for each in chosen if each.candidate.basic and not each.candidate.after]
        return plain[:EASY_WINS]
    seen = sorted((each for each in chosen if not each.is_new), key=lambda each: -each.chance)
    if len(seen) < EASY_WINS:
        return seen
    first, second, *others = seen
    nearly = (each for each in (second, *others) if each.chance >= second.chance - _NEARLY_AS_EASY)
    return [first, next((each for each in nearly if _unlike(each, first)), second)]


def _unlike(one: Planned, other: Planned) -> bool:
    mine, theirs = one.candidate, other.candidate
    return mine.module != theirs.module and (not mine.group or mine.group != theirs.group)


def _arrange(left: list[Planned], shown: list[Planned], met: set[str]) -> None:
    """Moves all of ``left`` to the end of ``shown``, the best next one each time."""
    share = sum(each.is_new for each in left) / len(left)
    new_shown, begun = 0, len(shown)
    while left:
        wants_new = new_shown < share * (len(shown) - begun + 1)
        best = _next(left, shown, met, wants_new)
        left.remove(best)
        shown.append(best)
        met.add(best.candidate.card)
        new_shown += best.is_new


def _next(left: list[Planned], shown: list[Planned], met: set[str], wants_new: bool) -> Planned:
    may = [each for each in left if not each.is_new or each.candidate.after <= met] or left
    if len(shown) >= NEW_IN_A_ROW and all(each.is_new for each in shown[-NEW_IN_A_ROW:]):
        may = [each for each in may if not each.is_new] or may
    if shown:
        last = shown[-1]
        others = [each for each in may if each.candidate.module != last.candidate.module] or may
        may = [each for each in others if _unlike(each, last)] or others
    modules = Counter(each.candidate.module for each in left)
    crowded = {module for module, count in modules.items() if 2 * count > len(left)}
    # A module with more than half of what is left goes first, else it would end in a row.
    return min(
        may,
        key=lambda each: (each.candidate.module not in crowded, each.is_new != wants_new),
    )
