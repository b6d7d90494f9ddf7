"""Memory is a cache: whatever happens, it equals the fold of the log to the last bit."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recall.memory.events import ADOPT, BURY, FLAG, RESTART, SUSPEND, VOID, Draft
from recall.store import folding
from recall.store.store import Store
from tests.support.stores import MONDAY, Bench, review

_lives = itertools.count()

PROMPTS = st.sampled_from(["d/a/main", "d/a/x", "d/b/main", "e/c/main", "e/c/y"])
CARDS = st.sampled_from(["d/a", "d/b", "e/c"])
REVIEWS = st.builds(
    lambda prompt, grade, rev, shown: review(prompt, grade, rev, shown=shown),
    PROMPTS,
    st.integers(1, 4),
    st.integers(1, 2),
    st.sampled_from(["new", "review"]),
)
ADOPTIONS = st.builds(
    lambda new, old: Draft(ADOPT, new, details={"from": old, "because": "was"}), PROMPTS, PROMPTS
)
SETTINGS = st.builds(
    lambda kind, card: Draft(kind, card), st.sampled_from([SUSPEND, BURY, FLAG, RESTART]), CARDS
)
STEPS = st.lists(
    st.one_of(
        REVIEWS.map(lambda draft: ("record", draft)),
        st.lists(st.one_of(REVIEWS, ADOPTIONS, SETTINGS), max_size=4).map(
            lambda drafts: ("append", drafts)
        ),
        st.just(("undo", None)),
        st.integers(0, 30).map(lambda n: ("void", n)),
        st.just(("restart", None)),
        st.integers(-2, 9).map(lambda days: ("days", days)),
    ),
    max_size=14,
)


def equal_to_the_fold(bench: Bench, store: Store) -> None:
    progress = bench.folded(store)
    assert store.memories() == progress.memories
    assert store.cards() == progress.cards


def play(bench: Bench, steps: list[tuple[str, object]], learner: str | None = None) -> Store:
    bench.clock.set(MONDAY)
    store = bench.open(learner=learner)
    for step, what in steps:
        if step == "record":
            store.record_review(what)  # type: ignore[arg-type]
        elif step == "append":
            store.append(what)  # type: ignore[arg-type]
        elif step == "undo":
            store.undo(store.session)
        elif step == "void":
            events = list(store.events())
            if events:
                store.append([Draft(VOID, target=events[what % len(events)].id)])  # type: ignore[operator]
        elif step == "restart":
            store.close()
            store = bench.open(learner=learner)
        else:
            bench.clock.set(bench.clock.now.wall_ms // 86_400_000 + what)  # type: ignore[operator]
    return store


@given(steps=STEPS)
@settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_life_leaves_what_its_log_folds_to(
    lite: Bench, tmp_path: Path, steps: list[tuple[str, object]]
) -> None:
    if not (tmp_path / "empty").exists():
        lite.open(file=tmp_path / "empty").close()
    lite.file = tmp_path / f"life{next(_lives)}"
    shutil.copy(tmp_path / "empty", lite.file)
    store = play(lite, steps)
    equal_to_the_fold(lite, store)
    store.close()


@pytest.fixture
def server(make_bench: Callable[[str], Bench]) -> Bench:
    """A server's database on which every life is another learner's."""
    return make_bench("postgresql")


@given(steps=STEPS)
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_life_on_a_server_leaves_what_its_log_folds_to(
    server: Bench, steps: list[tuple[str, object]]
) -> None:
    bench = server
    store = play(bench, steps, learner=f"life {next(_lives)}")
    equal_to_the_fold(bench, store)
    store.close()


def test_a_cache_that_was_thrown_away_comes_back_the_same(bench: Bench) -> None:
    store = bench.open()
    for day in range(6):
        bench.clock.set(MONDAY + day * 3)
        store.append([review(f"d/c{n}/main", 1 + (n + day) % 4) for n in range(7)])
    store.append([Draft(SUSPEND, "d/c1"), Draft(RESTART, "d/c2")])
    before = store.memories(), store.cards()
    with store._line.open(write=True) as connection:
        connection.exec_driver_sql("DELETE FROM memory")
        connection.exec_driver_sql("DELETE FROM card_state")
    assert store.memories() == {}
    store.rebuild()
    assert (store.memories(), store.cards()) == before


def test_many_adoptions_at_once_are_folded_as_a_whole(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folding, "REFOLD_ALL", 10)
    store = bench.open()
    store.append([review(f"d/c{n}/main") for n in range(30)])
    store.append(
        [Draft(ADOPT, f"e/c{n}/main", details={"from": f"d/c{n}/main"}) for n in range(30)]
    )
    equal_to_the_fold(bench, store)


def test_more_prompts_than_one_statement_asks_for_are_adopted(bench: Bench) -> None:
    store = bench.open()
    store.append([review(f"d/c{n}/main") for n in range(700)])
    store.append(
        [Draft(ADOPT, f"e/c{n}/main", details={"from": f"d/c{n}/main"}) for n in range(700)]
    )
    equal_to_the_fold(bench, store)


def test_figures_are_the_memories_without_their_place_in_the_log(bench: Bench) -> None:
    store = bench.open()
    store.append([review(f"d/c{n}/main", 1 + n % 4) for n in range(9)])
    figures, memories = store.figures(), store.memories()
    assert figures.keys() == memories.keys()
    assert {key: each[:-2] for key, each in figures.items()} == {
        key: each[:-2] for key, each in memories.items()
    }


def test_every_write_moves_the_newest_moment_on(bench: Bench) -> None:
    store = bench.open()
    assert store.newest() == 0
    event, _ = store.record_review(review("d/c/main"))
    assert store.newest() == event.at_ms
    store.undo()
    assert store.newest() > event.at_ms
