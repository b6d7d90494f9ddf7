"""One registry of actions: its keys, changed ones, and what is wrong with them."""

from __future__ import annotations

import pytest

from recall.tui.actions import ACTIONS, BY_NAME
from recall.tui.draw.help import GROUPS
from recall.tui.keymap import Keymap
from recall.tui.places import ANSWERED, ASKING, HOME, PLACING, TEXT_PLACES, TYPING


def test_no_two_actions_share_a_key_in_one_place() -> None:
    keymap = Keymap({})
    assert keymap.problems == []
    for action in ACTIONS:
        for place in action.places:
            live = [key for key in action.keys if place not in TEXT_PLACES or len(key) > 1]
            found = {keymap.action(place, key) for key in live}
            # In the left text field Enter goes back to it; Space still shows the answer.
            if action.name != "show" or "paused" not in place:
                assert found == {action.name}


def test_every_action_stands_in_help_once() -> None:
    listed = [name for _, names in GROUPS for name in names]
    assert sorted(listed) == sorted(BY_NAME)


def test_a_sign_is_found_by_what_it_types() -> None:
    assert Keymap({}).action(ASKING, "question_mark", "?") == "help"


def test_the_settings_win_over_the_defaults() -> None:
    keymap = Keymap({"good": ("g", "3"), "undo": ("delete",)})
    assert keymap.problems == []
    assert keymap.action(ANSWERED, "g") == "good"
    assert keymap.action(ANSWERED, "3") == "good"
    assert keymap.action(ANSWERED, "u") is None
    assert keymap.first("undo") == "Del"


def test_a_key_taken_from_another_action_is_reported_once_it_has_none_left() -> None:
    keymap = Keymap({"again": ("h", "2")})
    assert keymap.action(ANSWERED, "2") == "again"
    assert keymap.action(ASKING, "h") == "hint"
    assert keymap.problems == ["keys.again: 2 was hard, which has no key now"]


def test_a_key_given_twice_is_reported() -> None:
    keymap = Keymap({"hard": ("x",), "easy": ("x",)})
    assert keymap.problems == ["keys.easy: x is already hard"]


@pytest.mark.parametrize(
    ("chosen", "problem"),
    [
        ({"undu": ("z",)}, "keys.undu: there is no such action, did you mean undo?"),
        ({"undo": ("hyper+z",)}, 'keys.undo: "hyper+z" is not the name of a key'),
        ({"undo": ("",)}, 'keys.undo: "" is not the name of a key'),
    ],
)
def test_unknown_names_are_reported_and_the_default_stays(
    chosen: dict[str, tuple[str, ...]], problem: str
) -> None:
    keymap = Keymap(chosen)
    assert keymap.problems == [problem]
    assert keymap.action(ASKING, "u") == "undo"


def test_named_keys_may_be_written_as_people_do() -> None:
    keymap = Keymap({"back": ("Esc",), "begin": (" ", "Return"), "more": ("ctrl+m",)})
    assert keymap.action(HOME, "escape") == "back"
    assert keymap.action(HOME, "space") == keymap.action(HOME, "enter") == "begin"
    assert keymap.first("more") == "Ctrl-m"


def test_a_letter_is_never_an_action_while_an_answer_is_typed() -> None:
    keymap = Keymap({"check": ("c",), "back": ("b",)})
    assert keymap.action(TYPING, "c") is None
    assert keymap.action(PLACING, "c") == "check"
