"""A sitting goes on with decks that were changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from recall.session.machine import State
from recall.session.values import Planned

Now = Callable[[Planned], Planned | None]


def reread(state: State, now: Now) -> State:
    """The state with everything that is still to come as the decks have it now.

    The question on the screen stays, whatever became of its card.

    Args:
        now: what was planned as it is now; None where it is to be asked no more.
    """
    showing = state.showing
    if showing is not None:
        showing = replace(showing, planned=now(showing.planned) or showing.planned)
    repeats = ((each, now(each.planned)) for each in state.repeats)
    return replace(
        state,
        showing=showing,
        queue=_kept(state.queue, now),
        reserve=_kept(state.reserve, now),
        repeats=tuple(replace(each, planned=found) for each, found in repeats if found),
    )


def _kept(planned: Iterable[Planned], now: Now) -> tuple[Planned, ...]:
    return tuple(found for each in planned if (found := now(each)) is not None)
