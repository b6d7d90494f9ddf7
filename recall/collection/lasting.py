"""Making values that stay: by the million, for as long as the app or one of its places is there."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def lasting() -> Iterator[None]:
    """What is made in the block is made without looking through it for garbage, again and again,
    which would take longer than making it; nor is it looked through ever after."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
