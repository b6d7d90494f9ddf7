"""Which decks are at hand, which of two with one id counts, and in what order they are studied."""

from __future__ import annotations

import os
import sys

import pytest

from recall.decks.cache import dump
from recall.decks.library import Place, load_library

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions or pipes")


def nothing_cached(digest):
    return None


@pytest.fixture
def folder(tmp_path):
    """Makes a folder of decks: file name -> deck id, or whole text."""

    def make(name, **files):
        path = tmp_path / name
        path.mkdir()
        for file, text in files.items():
            if "\n" not in text:
                text = f"recall: 1\ndeck: {text}\ntitle: {name}\ncards: []\n"
            (path / f"{file}.yaml").write_text(text, encoding="utf-8")
        return path

    return make


def ids(library):
    return [loaded.deck.id for loaded in library.loaded]


def test_a_path_wins_over_recall_decks_over_the_users_folder_over_shipped(folder):
    places = [
        Place(folder("shipped", a="one", b="two", c="three", d="four"), "shipped"),
        Place(folder("user", x="one", y="two", z="three"), "user"),
        Place(folder("extra", m="one", n="two"), "extra"),
        Place(folder("later", m="two"), "extra"),
        Place(folder("given", mine="one") / "mine.yaml", "path"),
    ]
    library = load_library(places, nothing_cached)
    assert {loaded.deck.id: loaded.deck.title for loaded in library.loaded} == {
        "one": "given",
        "two": "extra",
        "three": "user",
        "four": "shipped",
    }
    hidden = {(one.parent.name, other.parent.name) for one, other in library.shadowed}
    assert ("later", "extra") in hidden
    assert len(library.shadowed) == 7


def test_what_a_deck_needs_comes_first(folder):
    needing = "recall: 1\ndeck: {}\ntitle: x\nneeds: [{}]\ncards: []\n"
    path = folder(
        "decks", a=needing.format("last", "middle"), b=needing.format("middle", "first"), c="first"
    )
    assert ids(load_library([Place(path, "user")], nothing_cached)) == ["first", "middle", "last"]


def test_a_circle_of_needs_and_an_unknown_need_stop_nobody(folder):
    needing = "recall: 1\ndeck: {}\ntitle: x\nneeds: [{}, nowhere]\ncards: []\n"
    path = folder("decks", a=needing.format("one", "two"), b=needing.format("two", "one"))
    assert sorted(ids(load_library([Place(path, "user")], nothing_cached))) == ["one", "two"]


def test_an_unchanged_file_is_taken_from_the_cache(folder):
    path = folder("decks", a="one")
    (first,) = load_library([Place(path, "user")], nothing_cached).loaded
    assert first.parsed
    stored = {first.digest: dump(first.deck)}
    (second,) = load_library([Place(path, "user")], stored.get).loaded
    assert not second.parsed
    assert second.deck == first.deck


def test_a_cache_that_cannot_be_used_is_read_over(folder):
    path = folder("decks", a="one")
    (loaded,) = load_library([Place(path, "user")], lambda digest: b"from another version").loaded
    assert loaded.parsed


def test_a_broken_deck_stops_no_other(folder):
    path = folder("decks", a="one", b="recall: 1\ndeck: two\ntitle: x\nhnit: y\ncards: []\n")
    library = load_library([Place(path, "user")], nothing_cached)
    assert ids(library) == ["one"]
    (broken,) = library.broken
    assert (broken.path.name, broken.deck_id) == ("b.yaml", "two")
    assert broken.problems[0].line == 4


def test_learning_paths_hidden_files_and_other_files_are_passed_over(folder):
    path = folder("decks", a="one", b="recall: 1\npaths: []\n")
    (path / "._a.yaml").write_bytes(b"\0\5\x16")
    (path / "notes.md").write_text("no deck", encoding="utf-8")
    library = load_library([Place(path, "user")], nothing_cached)
    assert ids(library) == ["one"]
    assert library.broken == ()


def test_a_file_named_twice_shadows_nothing(folder):
    path = folder("decks", a="one")
    places = [Place(path, "user"), Place(path / "a.yaml", "path"), Place(path, "extra")]
    library = load_library(places, nothing_cached)
    assert [(loaded.deck.id, loaded.origin) for loaded in library.loaded] == [("one", "path")]
    assert library.shadowed == ()


def test_only_the_users_own_folder_may_be_missing(tmp_path):
    missing = tmp_path / "missing"
    assert load_library([Place(missing, "user")], nothing_cached).broken == ()
    for origin in ("extra", "path", "shipped"):
        (broken,) = load_library([Place(missing, origin)], nothing_cached).broken
        assert broken.problems[0].rule == "unreadable"


@posix_only
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_may_not_be_read_is_named(folder):
    path = folder("decks", a="one")
    path.chmod(0)
    try:
        (broken,) = load_library([Place(path, "extra")], nothing_cached).broken
    finally:
        path.chmod(0o700)
    assert "permission denied" in broken.problems[0].message


def test_a_folder_that_fails_while_it_is_read_is_named(folder, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    path = folder("decks", a="one")
    monkeypatch.setattr(os, "scandir", refuse)
    (broken,) = load_library([Place(path, "extra")], nothing_cached).broken
    assert "permission denied" in broken.problems[0].message
