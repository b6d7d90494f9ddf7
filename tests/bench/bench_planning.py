"""Planning a session among 10,000 and 100,000 prompts; to reach: 0.05 s and 0.5 s.

Prints medians, and their ratio to a bare loop that computes as many powers and exponentials as the
formulas of the planner need, so that figures of different machines can be compared.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time
from collections.abc import Callable
from math import exp
from pathlib import Path
from uuid import UUID

sys.path.append(str(Path(__file__).resolve().parents[2]))

from recall.ids import PromptKey
from recall.memory.events import Memory
from recall.session.planner import plan
from recall.session.values import Candidate
from tests.support.verdict import judge

DAY, ROUNDS, POWERS = 20_000, 7, 10
AT_MOST = {10_000: 0.05, 100_000: 0.5}


def candidates(count: int, seen_share: float) -> list[Candidate]:
    """Cards of two prompts in modules of fifty, each module after the one before it."""
    dice = random.Random(5)
    found: list[Candidate] = []
    before: list[str] = []
    module: list[str] = []
    for number in range(count // 2):
        if number % 50 == 0:
            before, module = module, []
        name = f"deck/card-{number}"
        met = dice.random() < seen_share
        if not met:
            module.append(name)
        for part in ("forward", "back"):
            memory = None
            if met:
                last = DAY - dice.randrange(1, 60)
                stability = dice.lognormvariate(2, 1.2)
                due = last + max(1, round(stability))
                memory = Memory(
                    stability,
                    dice.uniform(1, 10),
                    last,
                    due,
                    3,
                    0,
                    3,
                    3,
                    dice.gauss(0, 1),
                    1,
                    UUID(int=1),
                )
            key = PromptKey(f"{name}/{part}", 1)
            gates = frozenset(before)
            found.append(Candidate(key, name, f"deck/{number // 50}", "", memory, gates))
    return found


def bare(count: int) -> float:
    """As many powers and exponentials as planning among so many prompts takes."""
    total = 0.0
    for number in range(count):
        base = 1 + number / count
        for _ in range(POWERS // 2):
            total += base**-0.1542 + exp(-base)
    return total


def timed(run: Callable[[], object]) -> float:
    """Seconds of processor time."""
    gc.collect()
    begin = time.process_time()
    run()
    return time.process_time() - begin


def measure(count: int, seen_share: float) -> None:
    """Run one case, interleaved with the bare loop, and print what came out."""
    found = candidates(count, seen_share)
    plans, bares = [], []
    for _ in range(ROUNDS):
        bares.append(timed(lambda: bare(count)))
        plans.append(timed(lambda: plan(found, day=DAY, budget_seconds=300)))
    seconds = statistics.median(plans)
    ratio = statistics.median(a / b for a, b in zip(plans, bares, strict=True))
    print(f"{ratio:.2f} times the bare powers")
    judge(
        f"planning, {count:,} prompts, {seen_share:.0%} of them met", seconds, AT_MOST[count], "s"
    )


def main() -> None:
    """All cases."""
    for count in AT_MOST:
        for seen_share in (1.0, 0.5, 0.0):
            measure(count, seen_share)


if __name__ == "__main__":
    main()
