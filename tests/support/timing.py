"""How long something takes, for benchmarks."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes, begun with the garbage of the last one gone."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
