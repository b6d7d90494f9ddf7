"""When a file that is being worked on is read, and when what it says is believed."""

from __future__ import annotations

from recall.decks.watch import DOUBT_MS, SETTLE_MS, Stamp, Watch

OLD, NEW, NEWER = Stamp(1, 10, 5), Stamp(2, 10, 5), Stamp(3, 12, 5)


def test_a_file_that_stays_as_it_is_is_not_read_again() -> None:
    assert not Watch(OLD, OLD).look(OLD, 9_999).ready(9_999)


def test_a_save_is_read_once_the_file_has_been_still() -> None:
    watch = Watch(OLD, OLD).look(NEW, 100)
    assert not watch.ready(100)
    assert watch.look(NEW, 100 + SETTLE_MS).ready(100 + SETTLE_MS)


def test_a_file_written_in_pieces_is_not_read_between_them() -> None:
    watch = Watch(OLD, OLD).look(NEW, 100).look(NEWER, 100 + SETTLE_MS - 1)
    assert not watch.ready(100 + SETTLE_MS)


def test_a_file_put_in_the_place_of_the_old_one_is_a_save_though_time_and_size_are_the_same() -> (
    None
):
    watch = Watch(OLD, OLD).look(OLD._replace(inode=6), 100)
    assert watch.ready(100 + SETTLE_MS)


def test_a_file_that_is_gone_for_a_moment_is_not_missed() -> None:
    watch = Watch(OLD, OLD).look(None, 100)
    assert not watch.ready(100 + SETTLE_MS)
    assert not watch.look(OLD, 130).ready(9_999)
    assert watch.ready(100 + DOUBT_MS)


def test_errors_are_believed_only_of_a_file_that_has_been_still_for_longer() -> None:
    watch = Watch(OLD, OLD).look(NEW, 100)
    assert watch.believes(True, 100 + SETTLE_MS)
    assert not watch.believes(False, 100 + SETTLE_MS)
    assert watch.believes(False, 100 + DOUBT_MS)
