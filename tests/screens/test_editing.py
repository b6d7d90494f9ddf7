"""``e``: from a card to its line in the learner's editor, in a review and in a preview."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from recall import paths
from recall.clock import Moment
from recall.collection.open import open_collection
from recall.decks.library import Place
from recall.settings import Settings
from recall.tui.app import RecallApp
from recall.tui.journey import LearnerJourney
from tests.support.editor_script import EditorScript, give_the_terminal_away
from tests.support.previews import DECK, Preview, previewing, seen

if sys.platform == "win32":
    pytest.skip("the editor of these tests is a script", allow_module_level=True)

NOON = 1_795_867_200_000
Matches = Callable[[str, str], None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EditorScript:
    folder = tmp_path / "editor"
    folder.mkdir()
    script = EditorScript(folder)
    monkeypatch.setenv("EDITOR", script.command)
    monkeypatch.delenv("VISUAL", raising=False)
    give_the_terminal_away(monkeypatch)
    return script


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    file = tmp_path / "app" / "ours.yaml"
    file.parent.mkdir()
    file.write_text(DECK, encoding="utf-8")
    return file


@asynccontextmanager
async def reviewing(file: Path, *, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Preview]:
    """A session over one deck, with a database beside it."""
    ticks = iter(range(0, 10**9, 1_000))
    own = file.parent.parent / "decks"
    journey = LearnerJourney(
        lambda: open_collection(
            settings=Settings(),
            clock=lambda: Moment(NOON, 0),
            ticker=lambda: next(ticks),
            file=file.parent / "recall.sqlite3",
            places=[Place(own, "user"), Place(file, "shipped")],
        ),
        start="review",
    )
    app = RecallApp(journey, Settings(), ascii_only=False)
    async with seen(app, file, size) as shown:
        yield shown


async def test_a_review_goes_on_with_what_the_editor_left(deck: Path, editor: EditorScript) -> None:
    editor.does("Everyone who sees", "Whoever sees")
    async with reviewing(deck) as shown:
        await shown.press("space", "e")
        assert editor.called == ["+10", str(deck)]
        assert shown.has("Whoever sees a problem.")
        assert shown.has("[3 Got it]")
        assert "not" not in shown.app.message
        await shown.press("3")
        assert shown.has("Which word names unevenness?")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("hint:", "hnit:", 'ours.yaml, line 13: unknown key "hnit". Its last good version is in'),
        ("id: who\n", "id: whoever\n", "This question has left its deck; here it stays until"),
        ("Everyone who", "Everyone that", ""),
    ],
)
async def test_what_an_edit_means_for_the_question_is_said_in_one_line(
    deck: Path, editor: EditorScript, old: str, new: str, said: str
) -> None:
    editor.does(old, new)
    async with reviewing(deck) as shown:
        await shown.press("e")
        assert shown.has(said)
        assert shown.app.message.startswith(said[:40])
        assert bool(shown.app.message) == bool(said)
        assert shown.has("Who may pull the andon cord?")
        await shown.press("space", "3")
        assert shown.has("Which word names unevenness?")


async def test_an_editor_that_fails_is_said_and_what_it_saved_counts(
    deck: Path, editor: EditorScript
) -> None:
    editor.does("Who may pull", "Who can pull", code=3)
    async with reviewing(deck) as shown:
        await shown.press("e")
        assert shown.has("The editor ended with an error (nano, code 3).")
        assert shown.has("Who can pull the andon cord?")


@pytest.mark.parametrize(
    ("variable", "said"),
    [
        ("missing-editor", "$EDITOR: there is no program missing-editor. Name another editor."),
        ("", "No editor is set ($EDITOR). Set one, for example: export EDITOR=nano."),
        ("vi 'x", "$EDITOR: it cannot be understood: vi 'x. Close its quotes."),
    ],
)
async def test_without_an_editor_it_is_said_how_to_set_one(
    deck: Path, monkeypatch: pytest.MonkeyPatch, variable: str, said: str
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", variable)
    monkeypatch.setenv("PATH", "")
    async with reviewing(deck) as shown:
        await shown.press("e")
        assert shown.has(said)
    async with previewing(deck) as shown:
        await shown.press("e")
        assert shown.has(said)


async def test_a_terminal_that_cannot_be_given_away_says_so(
    deck: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("EDITOR", EditorScript(tmp_path).command)
    async with previewing(deck) as shown:
        await shown.press("e")
        assert shown.has("No editor can be opened from below the prompt.")


async def test_a_file_that_is_no_program_is_said(
    deck: Path, editor: EditorScript, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken-editor"
    broken.write_bytes(b"\x00\x01")
    broken.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(broken))
    async with previewing(deck) as shown:
        await shown.press("e")
        assert shown.has("broken-editor cannot be started:")


async def test_a_read_only_deck_is_left_alone_and_the_reason_said(
    deck: Path, editor: EditorScript, monkeypatch: pytest.MonkeyPatch
) -> None:
    writable = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and writable(path, mode))
    async with previewing(deck) as shown:
        await shown.press("e")
        assert shown.has("ours.yaml is read-only, so it cannot be edited")
        assert editor.called is None
        deck.unlink()
        await shown.press("e")
        assert shown.has("There is no such file any more")


async def test_a_preview_opens_the_line_of_the_card_or_of_what_is_broken(
    deck: Path, editor: EditorScript
) -> None:
    async with previewing(deck, card="next") as shown:
        await shown.press("e")
        assert editor.called == ["+19", str(deck)]
        editor.does("draft: true", "draft: perhaps")
        await shown.press("e")
        await shown.shows("'draft' must be true or false")
        editor.does("perhaps", "true")
        await shown.press("e")
        assert editor.called == ["+37", str(deck)]
        await shown.until(lambda: "✗" not in shown.text)


async def test_a_file_broken_from_the_start_is_opened_at_its_first_problem(
    deck: Path, editor: EditorScript
) -> None:
    deck.write_text(DECK.replace("hint:", "hnit:"), encoding="utf-8")
    editor.does("hnit:", "hint:")
    async with previewing(deck) as shown:
        await shown.press("e")
        assert editor.called == ["+13", str(deck)]
        await shown.shows("Who may pull the andon cord?")


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_a_deck_that_came_with_the_app_is_copied_before_it_is_edited(
    deck: Path,
    editor: EditorScript,
    monkeypatch: pytest.MonkeyPatch,
    matches: Matches,
    size: tuple[int, int],
) -> None:
    monkeypatch.setattr(paths, "__file__", str(deck.parent / "paths.py"))
    own = deck.parent.parent / "decks" / "ours.yaml"
    async with reviewing(deck, size=size) as shown:
        await shown.press("e")
        matches(f"copy-deck-{size[0]}x{size[1]}", shown.text)
        assert editor.called is None
        await shown.press("escape")
        assert shown.has("Who may pull the andon cord?")
        await shown.press("e", "enter")
        assert editor.called == ["+10", str(own)]
        assert not own.exists(), "an unchanged copy is no copy"
        editor.does("Who may pull", "Who here may pull")
        await shown.press("e", "enter")
        assert shown.has("Who here may pull the andon cord?")
        assert "here" in own.read_text(encoding="utf-8")
        assert deck.read_text(encoding="utf-8") == DECK
        editor.does("here", "in this plant")
        await shown.press("e")
        assert editor.called == ["+10", str(own)]
        assert shown.has("Who in this plant may pull")


async def test_a_copy_never_takes_the_place_of_another_file(
    deck: Path, editor: EditorScript, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "__file__", str(deck.parent / "paths.py"))
    own = deck.parent.parent / "decks" / "ours.yaml"
    own.parent.mkdir()
    own.write_text("A deck to be.", encoding="utf-8")
    async with reviewing(deck) as shown:
        await shown.press("e", "enter")
        assert editor.called is None
        assert shown.has("there is a file of this name already")
        assert own.read_text(encoding="utf-8") == "A deck to be."
        await shown.press("space", "3")
        assert shown.has("Which word names unevenness?")
