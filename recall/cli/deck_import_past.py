"""``recall deck import --history``: the reviews of a package join this learner's log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from recall.clock import system_clock

if TYPE_CHECKING:
    from recall.collection.past import Joined
    from recall.transfer.past import Past


def join(ctx: click.Context, database: str | None, past: Sequence[Past]) -> Joined:
    """Open the learner's progress and add the reviews.

    Raises:
        StoreError: the database cannot be used; nothing was added.
    """
    from recall.cli.starting import collection
    from recall.collection.past import join_past

    with collection(ctx, database) as opened:
        return join_past(
            opened.store,
            past,
            now=system_clock(),
            rollover_hour=opened.settings.rollover_hour,
        )
