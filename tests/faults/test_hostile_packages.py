"""Packages that are damaged, or made to do harm: a clear sentence, and nothing is written."""

import os
import sqlite3
import stat
import struct
import tracemalloc
import zipfile

import pytest

from recall.errors import RecallError
from recall.transfer import anki_package
from recall.transfer.anki_in import read_package
from recall.transfer.making import Wanted
from tests.support import packages

NOTES = [(packages.BASIC, "a", ["Who?", "You"])]


@pytest.fixture
def sound(tmp_path):
    file = packages.collection(tmp_path / "c.sqlite", NOTES)
    return packages.package(tmp_path / "sound.apkg", file)


def refusal(path):
    with pytest.raises(RecallError) as fault:
        read_package(path, Wanted(path.name))
    assert str(path) in str(fault.value)
    return fault.value.what


def harmless(path, **wishes):
    """A package is refused by its name, or no more comes of it than it holds."""
    cards, said = (), path.name
    try:
        cards = read_package(path, Wanted(path.name), **wishes).imported.deck.cards
    except RecallError as fault:
        said = str(fault)
    assert path.name in said
    assert len(cards) <= len(NOTES)


def test_a_sound_package_is_read(sound):
    assert len(read_package(sound, Wanted("x")).imported.deck.cards) == 1


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04" + b"x" * 100, b"hello", b"\0" * 5000])
def test_what_is_no_package_is_refused(tmp_path, data):
    path = tmp_path / "x.apkg"
    path.write_bytes(data)
    assert refusal(path)


def test_a_package_cut_off_anywhere_is_refused(sound, tmp_path):
    data = sound.read_bytes()
    path = tmp_path / "cut.apkg"
    for end in range(1, len(data), max(1, len(data) // 40)):
        path.write_bytes(data[:end])
        assert "damaged" in refusal(path) or "not read" in refusal(path)


def test_a_package_with_any_wrong_byte_never_ends_in_a_traceback(sound, tmp_path):
    data = bytearray(sound.read_bytes())
    path = tmp_path / "wrong.apkg"
    for place in range(0, len(data), max(1, len(data) // 150)):
        changed = bytearray(data)
        changed[place] ^= 0xFF
        path.write_bytes(changed)
        harmless(path)


def test_an_encrypted_package_is_refused(sound, tmp_path):
    data = bytearray(sound.read_bytes())
    for begin, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(begin)
        data[place + offset] |= 1
    path = tmp_path / "locked.apkg"
    path.write_bytes(data)
    assert "encrypted" in refusal(path)


@pytest.mark.parametrize("name", ["../../evil", "/etc/evil", "C:\\evil", "a/../../b", "..\\x"])
def test_a_package_with_a_path_that_leads_out_is_refused(sound, name):
    with zipfile.ZipFile(sound, "a") as archive:
        archive.writestr(name, b"x")
    assert "unsafe name" in refusal(sound)


def test_a_package_with_a_symbolic_link_is_refused(sound):
    info = zipfile.ZipInfo("0")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(sound, "a") as archive:
        archive.writestr(info, "/etc/passwd")
    assert "symbolic link" in refusal(sound)


def test_a_zip_bomb_is_left_while_it_grows(tmp_path):
    path = packages.package(tmp_path / "bomb.apkg", b"")
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("collection.anki2", "w") as member,
    ):
        for _ in range(100):
            member.write(bytes(1024 * 1024))
    tracemalloc.start()
    try:
        assert "grows beyond" in refusal(path)
        assert tracemalloc.get_traced_memory()[1] < 16 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_what_a_zip_says_of_sizes_is_not_believed(sound, tmp_path):
    data = bytearray(sound.read_bytes())
    place = data.find(b"PK\x01\x02")
    struct.pack_into("<I", data, place + 24, 0xFFFFFF00)
    path = tmp_path / "lies.apkg"
    path.write_bytes(data)
    harmless(path)


def test_a_zstd_bomb_is_left_while_it_grows(tmp_path, monkeypatch):
    zstandard = pytest.importorskip("zstandard", reason="zstandard is not installed")
    monkeypatch.setattr(anki_package, "_FREE", 1024 * 1024)
    data = zstandard.ZstdCompressor(level=1).compress(bytes(64 * 1024 * 1024))
    path = packages.package(tmp_path / "bomb.apkg", data, "collection.anki21b")
    assert "grows beyond" in refusal(path)


def test_a_damaged_zstd_stream_is_refused(tmp_path):
    pytest.importorskip("zstandard", reason="zstandard is not installed")
    path = packages.package(tmp_path / "x.apkg", b"no zstd at all", "collection.anki21b")
    assert "damaged" in refusal(path)


def test_a_list_of_members_that_is_too_long_is_not_read(tmp_path, monkeypatch, sound):
    monkeypatch.setattr(anki_package, "MOST_DIRECTORY", 10)
    assert "list of members" in refusal(sound)


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE notes",
        "DROP TABLE revlog",
        "DELETE FROM col",
        "UPDATE col SET models = '[]'",
        "UPDATE col SET models = '{\"1\": 5}'",
        "UPDATE col SET models = '{\"x\": {}}'",
        "UPDATE col SET models = '" + "[" * 100_000 + "'",
        "UPDATE col SET decks = 'x'",
        "UPDATE col SET ver = 99",
        "UPDATE notes SET flds = x'ff00ff'",
        "UPDATE notes SET mid = 'x'",
        "UPDATE cards SET ord = 9999999999",
        "UPDATE cards SET ord = -1",
        "UPDATE cards SET nid = NULL",
    ],
)
def test_a_collection_of_nonsense_is_refused_or_read_without_harm(tmp_path, sql):
    file = packages.collection(tmp_path / "c.sqlite", NOTES)
    with sqlite3.connect(file) as database:
        database.execute(sql)
    harmless(packages.package(tmp_path / "x.apkg", file), history=True)


def test_a_view_that_never_ends_is_not_asked(tmp_path):
    file = packages.collection(tmp_path / "c.sqlite", NOTES)
    with sqlite3.connect(file) as database:
        database.execute("DROP TABLE notes")
        database.execute(
            "CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
            " SELECT id, '' guid, 1 mid, '' tags, '' flds FROM n"
        )
    assert "damaged" in refusal(packages.package(tmp_path / "x.apkg", file))


def test_a_refused_package_leaves_the_old_deck_and_no_temporary_file(sound, tmp_path, monkeypatch):
    from recall.cli.main import run

    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    monkeypatch.chdir(tmp_path)
    deck = tmp_path / "team.yaml"
    deck.write_text("mine")
    sound.write_bytes(sound.read_bytes()[:-30])
    assert run(["deck", "import", str(sound), "-o", str(deck), "--force"]) == 1
    assert deck.read_text() == "mine"
    assert os.listdir(scratch) == []
