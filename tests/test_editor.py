"""Which editor opens a deck, and how it is told the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from recall.editor import editor_call
from recall.errors import RecallError

DECK = Path("/decks/team deck.yaml")


def found(word: str) -> str | None:
    return None if "missing" in word or " " in word else f"/bin/{word.rpartition('/')[2]}"


def words(editor: str, *, windows: bool = False) -> tuple[str, ...]:
    return editor_call(DECK, 12, {"EDITOR": editor}, found, windows=windows).words


@pytest.mark.parametrize("editor", ["vi", "vim", "nvim", "nano", "emacs", "micro", "kak"])
def test_most_editors_take_the_line_with_a_plus(editor: str) -> None:
    assert words(editor) == (f"/bin/{editor}", "+12", str(DECK))


@pytest.mark.parametrize(
    ("editor", "expected"),
    [
        ("hx", ("/bin/hx", f"{DECK}:12")),
        ("code", ("/bin/code", "--wait", "--goto", f"{DECK}:12")),
        ("code -w", ("/bin/code", "-w", "--goto", f"{DECK}:12")),
        ("code -n --wait", ("/bin/code", "-n", "--wait", "--goto", f"{DECK}:12")),
        ("subl", ("/bin/subl", "--wait", f"{DECK}:12")),
        ("gvim -f", ("/bin/gvim", "-f", "+12", str(DECK))),
        ("kate", ("/bin/kate", "--block", "--line", "12", str(DECK))),
        ("/opt/bin/nvim -u NONE", ("/bin/nvim", "-u", "NONE", "+12", str(DECK))),
        ("emacsclient -nw -a ''", ("/bin/emacsclient", "-nw", "-a", "", "+12", str(DECK))),
        ("my-editor", ("/bin/my-editor", str(DECK))),
    ],
)  # fmt: skip
def test_each_editor_is_told_the_line_in_its_own_way(
    editor: str, expected: tuple[str, ...]
) -> None:
    assert words(editor) == expected


def test_visual_comes_before_editor() -> None:
    environment = {"VISUAL": "hx", "EDITOR": "vi"}
    assert editor_call(DECK, 1, environment, found).name == "hx"
    assert editor_call(DECK, 1, {"VISUAL": " ", "EDITOR": "vi"}, found).name == "vi"


def test_without_a_setting_the_plainest_editor_of_the_system_serves() -> None:
    assert editor_call(DECK, 3, {}, found, windows=False).words[:2] == ("/bin/nano", "+3")
    assert editor_call(DECK, 3, {}, found, windows=True).words == ("/bin/notepad", str(DECK))


def test_windows_paths_keep_their_backslashes() -> None:
    call = words(r'"C:\Tools\code.cmd" -n', windows=True)
    assert call[1:] == ("-n", "--wait", "--goto", f"{DECK}:12")


def test_a_path_with_blanks_that_is_a_program_needs_no_quotes() -> None:
    path = "/Applications/My Editor/nano"
    call = editor_call(DECK, 4, {"EDITOR": path}, lambda word: word if word == path else None)
    assert call.words == (path, "+4", str(DECK))


def test_an_editor_with_a_window_of_its_own_is_known_as_such() -> None:
    assert editor_call(DECK, 1, {"EDITOR": "code"}, found).window
    assert not editor_call(DECK, 1, {"EDITOR": "vim"}, found).window


@pytest.mark.parametrize(
    ("environment", "what"),
    [
        ({"EDITOR": "missing-editor"}, "there is no program missing-editor"),
        ({"EDITOR": "vi 'half"}, "it cannot be understood: vi 'half"),
    ],
)
def test_an_editor_that_cannot_be_called_is_explained(
    environment: dict[str, str], what: str
) -> None:
    with pytest.raises(RecallError, match=what) as fault:
        editor_call(DECK, 1, environment, found, windows=False)
    assert fault.value.where == "$EDITOR"
    assert fault.value.mend


def test_no_editor_at_all_says_how_to_set_one() -> None:
    with pytest.raises(RecallError, match="no editor is set") as fault:
        editor_call(DECK, 1, {}, lambda word: None, windows=False)
    assert "EDITOR=nano" in fault.value.mend
