"""Words on the command line that name nothing: what is missing, the nearest, where to look."""

import os
from pathlib import Path

import pytest

from recall.collection.scope import parse_scope
from recall.decks.library import Place, load_library
from recall.errors import UsageError

MINI = """\
recall: 1
deck: mini
title: Mini
cards:
  - {id: alpha, q: What comes first?, a: Alpha., tags: [small, greek]}
"""


def refused(word: str, folder: Path) -> str:
    """What is said of a word; Mini is at hand, as the command line gives it paths too."""
    (folder / "mini.yaml").write_text(MINI, encoding="utf-8")
    named = [Place(Path(word), "path")] if "/" in word else []
    library = load_library([*named, Place(folder / "mini.yaml", "user")], lambda digest: None)
    with pytest.raises(UsageError) as fault:
        parse_scope([word], library)
    return f"{fault.value} | {fault.value.mend}"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("deck:", "the name of a deck is missing | recall decks lists them"),
        ("tag:", "the name of a tag is missing | the tags here: greek, small"),
        ("card:", "the name of a card is missing | recall browse --plain lists them"),
        ("", "the name of a deck or tag is missing | recall decks lists them"),
        ("deck:minni", "no deck is called minni | did you mean mini?"),
        ("tag:zzz", "no tag is called zzz | the tags here: greek, small"),
        ("smal", "no deck or tag is called smal | did you mean small?"),
    ],
)
def test_a_name_that_is_off_or_missing_is_said(word: str, said: str, tmp_path: Path) -> None:
    assert refused(word, tmp_path) == said


def test_a_file_named_without_a_separator_is_told_how_to_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours").mkdir()
    mend = f"for the file or folder of this name: {os.path.join(os.curdir, 'ours')}"
    assert refused("ours", tmp_path) == f"no deck or tag is called ours | {mend}"


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("minni.yaml", "did you mean {folder}/mini.yaml or mini?"),
        ("zzz.yaml", "recall decks lists them"),
        ("away/zzz.yaml", "there is no folder {folder}/away either"),
    ],
)
def test_a_path_with_nothing_there_is_said_with_the_nearest_files(
    name: str, mend: str, tmp_path: Path
) -> None:
    said = refused(f"{tmp_path}/{name}", tmp_path)
    wanted = f"{tmp_path}/{name}: there is no such file or folder | {mend}"
    assert said == wanted.format(folder=tmp_path)
