"""Home as the last session left it: right or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recall.clock import Moment, date_of, study_day
from recall.collection.behind import (
    PATIENCE_MS,
    days_to_come,
    leave_behind,
    leave_today,
    leave_what_changed,
    note_left,
    spans,
)
from recall.collection.last_home import home_file, last_home
from recall.decks.library import Place
from recall.memory.events import Grade
from recall.settings import Settings
from tests.collection.conftest import MINI, World


def look(world: World, **settings: object):
    return last_home(
        Settings(**settings),
        clock=lambda: Moment(world.wall_ms, 0),
        file=world.folder / "recall.sqlite3",
        places=[Place(world.decks, "user")],
    )


def settle(world: World) -> None:
    """Deck files are old enough to be told apart by their times."""
    newest = max(file.stat().st_ctime_ns for file in world.decks.iterdir())
    assert newest < world.wall_ms * 1_000_000 - 10**10, "the test's clock is ahead of the machine's"


@pytest.fixture
def left(world: World) -> World:
    """A learner who studied two days ago, and looked at Home today."""
    world.wall_ms += 400 * 86_400_000
    world.write()
    settle(world)
    world.study(Grade.HARD)
    world.pass_days(2)
    with world.open() as collection:
        leave_behind(collection)
    return world


def test_it_is_what_home_shows(left):
    shown = look(left)
    with left.open() as collection:
        assert shown == collection.home()
        assert shown.review > 0
        assert collection.left is None
        note_left(collection, shown)
        assert collection.left is not None


def test_it_counts_what_was_answered_in_this_session(left):
    with left.open() as collection:
        sitting = collection.sit()
        left.answer(sitting)
        leave_behind(collection)
        truth = collection.home()
    assert look(left) == truth
    assert look(left).week.count("done") > 0


@pytest.mark.parametrize(
    "change",
    ["graded elsewhere", "undone elsewhere", "deck edited", "deck added", "settings", "clock back"],
)
def test_after_any_change_it_is_not_shown(left, change):
    settings: dict[str, object] = {}
    match change:
        case "graded elsewhere":
            with left.open() as other:
                left.answer(other.sit())
        case "undone elsewhere":
            with left.open() as other:
                other.undo()
        case "deck edited":
            left.write(MINI.replace("Alpha.", "Omega."))
        case "deck added":
            left.write(MINI.replace("deck: mini", "deck: more"), "more.yaml")
        case "settings":
            settings["minutes"] = 6
        case "clock back":
            left.pass_days(-1)
    assert look(left, **settings) is None


@pytest.mark.parametrize("days", [1, 2, 3])
def test_it_is_there_on_the_next_days_too_with_their_own_figures(left, days):
    left.pass_days(days)
    shown = look(left)
    with left.open() as collection:
        assert shown == collection.home()
    assert shown.today == date_of(study_day(Moment(left.wall_ms, 0)))


def test_after_some_days_it_is_worked_out_anew(left):
    left.pass_days(4)
    assert look(left) is None


def test_a_large_collection_leaves_fewer_days_behind(left):
    with left.open() as collection:
        collection.ticker = iter(range(0, 10_000, PATIENCE_MS + 1)).__next__
        assert len(days_to_come(collection)) == 1


def test_the_prompt_knows_what_home_will_say(left):
    with left.open() as collection:
        homes = days_to_come(collection)
        found = spans(collection, homes)
        assert [each.end for each in found[:-1]] == [each.begin for each in found[1:]]
        assert [each.words for each in found[:-1]] == [
            f"{home.review}{f'+{home.new}' if home.new else ''} · {home.minutes} min"
            for home in homes
        ]
        assert found[-1].words == "recall"


def test_a_deck_saved_just_now_is_not_trusted(world):
    file = world.write()
    world.wall_ms = file.stat().st_ctime_ns // 1_000_000 + 1_000
    with world.open() as collection:
        leave_behind(collection)
        assert collection.origin.decks == ""
    assert look(world) is None


def test_what_is_said_once_is_not_said_again(left):
    left.write(MINI.replace("Alpha.", "Aleph, the first letter."))
    with left.open() as collection:
        assert "Mini was updated: 1 reworded" in collection.home().notices[0]
        leave_behind(collection)
    assert look(left).notices == ()


def test_what_is_wrong_is_said_again(left):
    left.write("recall: 1\ndeck: odd\nhnit: x\n", "odd.yaml")
    with left.open() as collection:
        leave_behind(collection)
        assert look(left).notices == collection.home().notices != ()


def test_an_app_that_is_killed_has_left_today_behind(left):
    with left.open() as collection:
        left.answer(collection.sit())
    assert look(left) is None
    with left.open() as collection:
        leave_today(collection, collection.home())
        assert look(left) == collection.home()
    left.pass_days(1)
    assert look(left) is None


@pytest.mark.parametrize("damage", [b"", b"\x00\xff" * 50, None])
def test_a_damaged_file_is_passed_over(left, damage):
    file = home_file(left.folder / "recall.sqlite3")
    if damage is None:
        file.unlink()
        file.mkdir()
    else:
        file.write_bytes(damage)
    assert look(left) is None
    with left.open() as collection:
        left.answer(collection.sit())
        leave_behind(collection)


def test_a_first_start_has_nothing_to_show_and_makes_nothing(tmp_path):
    world = World(tmp_path)
    assert look(world) is None
    assert [each.name for each in tmp_path.iterdir()] == ["decks"]


def test_what_cannot_be_written_is_no_fault(left):
    nowhere = left.folder / "in the way"
    nowhere.write_text("no folder", encoding="utf-8")
    with left.open() as collection:
        left.answer(collection.sit())
        collection.origin = replace(
            collection.origin, database=nowhere / "recall.sqlite3", status=nowhere / "status"
        )
        leave_behind(collection)
    assert nowhere.read_text(encoding="utf-8") == "no folder"
    assert look(left) is None


def test_only_what_was_written_is_left_behind_again(left):
    file = home_file(left.folder / "recall.sqlite3")
    file.unlink()
    with left.open() as collection:
        leave_what_changed(collection)
        assert not file.exists()
        left.answer(collection.sit())
        leave_what_changed(collection)
        assert file.exists()


def test_a_deck_named_for_one_run_leaves_nothing_behind(left, monkeypatch):
    file = home_file(left.folder / "recall.sqlite3")
    before = file.read_bytes()
    with left.open() as collection:
        collection.origin = replace(collection.origin, database=None)
        left.answer(collection.sit())
        leave_behind(collection)
    assert file.read_bytes() == before
