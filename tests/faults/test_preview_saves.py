"""A deck that is saved, torn, emptied or taken away while somebody previews it."""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from recall.tui.watcher import Seen, Watcher

HEAD = "recall: 1\ndeck: d\ntitle: D\ncards:\n"
PATIENCE_SECONDS = 20.0


def deck(answer: str = "This", cards: int = 1) -> bytes:
    body = "".join(
        f"  - id: c-{n}\n    q: What is {n}?\n    a: {answer} {n}\n" for n in range(cards)
    )
    return (HEAD + body).encode()


class Watched:
    """A file that is watched, and all that was told of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.told: queue.Queue[Seen] = queue.Queue()
        self.crashes: list[BaseException] = []
        self.watcher = Watcher(path, self.told.put, self.crashes.append)
        self.first = self.watcher.first()
        self.watcher.start()

    def next(self) -> Seen:
        return self.told.get(timeout=PATIENCE_SECONDS)

    def quiet(self, seconds: float = 0.4) -> bool:
        time.sleep(seconds)
        return self.told.empty()


@contextmanager
def watching(path: Path) -> Iterator[Watched]:
    watched = Watched(path)
    try:
        yield watched
    finally:
        watched.watcher.stop()
        assert watched.crashes == []


def answers(seen: Seen) -> set[str]:
    assert seen.deck is not None, seen.problems
    return {card.answer.split()[0] for card in seen.deck.cards}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "d.yaml"
    path.write_bytes(deck())
    return path


def test_a_save_in_place_and_one_by_rename_are_both_seen(file: Path) -> None:
    with watching(file) as watched:
        file.write_bytes(deck("That"))
        assert answers(watched.next()) == {"That"}
        half = file.with_suffix(".new")
        half.write_bytes(deck("Those"))
        # An editor may even keep the old time.
        os.utime(half, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
        os.replace(half, file)
        assert answers(watched.next()) == {"Those"}
        assert watched.quiet()


def test_a_file_written_in_pieces_is_told_once_and_whole(file: Path) -> None:
    data = deck("Slow", 40)
    with watching(file) as watched, file.open("wb", buffering=0) as out:
        for start in range(0, len(data), 60):
            out.write(data[start : start + 60])
            time.sleep(0.01)
        seen = watched.next()
        assert seen.deck is not None, "half a save was told as broken"
        assert len(seen.deck.cards) == 40
        assert watched.quiet()


def test_an_editor_that_moves_the_old_file_away_first_causes_no_alarm(file: Path) -> None:
    with watching(file) as watched:
        for answer in ("One", "Two", "Three"):
            os.replace(file, file.with_suffix(".yaml~"))
            time.sleep(0.05)
            file.write_bytes(deck(answer))
            assert answers(watched.next()) == {answer}


def test_saves_in_a_row_end_with_the_last_one(file: Path) -> None:
    with watching(file) as watched:
        for number in range(60):
            file.write_bytes(deck(f"V{number}"))
            time.sleep(0.005)
        seen = watched.next()
        while not watched.quiet():
            seen = watched.next()
        assert answers(seen) == {"V59"}


def test_a_file_taken_away_emptied_or_replaced_by_a_folder_is_said_and_comes_back(
    file: Path,
) -> None:
    with watching(file) as watched:
        file.unlink()
        assert "no such file" in watched.next().problems[0].message
        file.mkdir()
        assert "folder" in watched.next().problems[0].message
        file.rmdir()
        file.write_bytes(b"")
        seen = watched.next()
        while "folder" in seen.problems[0].message or "no such file" in seen.problems[0].message:
            seen = watched.next()
        assert seen.problems[0].message == "there is no deck in this file"
        file.write_bytes(b"\xff\xfe\x00")
        assert watched.next().problems
        file.write_bytes(deck("Back"))
        assert answers(watched.next()) == {"Back"}


@pytest.mark.skipif(os.name == "nt", reason="no pipes in the file system")
def test_a_pipe_in_the_files_place_does_not_hold_up_anything(file: Path) -> None:
    with watching(file) as watched:
        file.unlink()
        os.mkfifo(file)
        seen = watched.next()
        while "no such file" in seen.problems[0].message:
            seen = watched.next()
        assert "pipe" in seen.problems[0].message
        file.unlink()
        file.write_bytes(deck("Back"))
        while not (seen := watched.next()).deck:
            pass
        assert answers(seen) == {"Back"}


def test_of_a_large_deck_the_changed_card_is_told_before_the_whole_is_read(file: Path) -> None:
    file.write_bytes(deck("Large", 3_000))
    with watching(file) as watched:
        changed = deck("Large", 3_000).replace(b"a: Large 2000\n", b"a: Small 2000\n    why: So.\n")
        file.write_bytes(changed)
        first, whole = watched.next(), watched.next()
        assert first.deck == whole.deck, "the glance and the reading agree"
        assert whole.deck is not None
        assert whole.deck.cards[2000].answer == "Small 2000"
        file.write_bytes(changed.replace(b"id: c-7\n", b"id: c-8\n"))
        assert "stands twice" in watched.next().problems[0].message


def test_the_watcher_ends_when_it_is_told_to(file: Path) -> None:
    with watching(file):
        pass
    assert not any(each.name == "recall-watcher" for each in threading.enumerate())
