"""Every action, declared once: keys, key line, command palette and help are made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from recall.tui.places import (
    ADVISED,
    AFTER,
    ANSWERED,
    ASKING,
    BEFORE,
    BROWSE,
    CARD,
    CARD_PAGE,
    COPY_DECK,
    EVERYWHERE,
    FAILED,
    FIRST,
    HELP,
    HOME,
    INSIGHT,
    KEY_LIST,
    LEFT_NOTE,
    LISTS,
    NAMING,
    NOTING,
    PAUSED,
    PICKING,
    PLACING,
    PRACTISE,
    PREVIEW,
    PREVIEW_BROKEN,
    PREVIEW_LIST,
    PREVIEWED,
    SCROLLED,
    SEARCHING,
    SETTINGS,
    SUMMARY,
    TABLES,
    TEXT_PLACES,
    THINGS,
    TYPING,
    WAITING,
    WEIGHING,
    WRONG,
)


@dataclass(frozen=True)
class Action:
    """One thing that a learner can do.

    Attributes:
        name: its name in ``settings.keys``.
        keys: the keys that do it unless the settings say otherwise.
        label: what it does, for help and palette.
        places: where it can be done.
        short: what the key line says; "" keeps it out of the key line.
        by_place: other words of the key line, by place.
        rank: the order of the key line.
    """

    name: str
    keys: tuple[str, ...]
    label: str
    places: tuple[str, ...]
    short: str = ""
    by_place: Mapping[str, str] = field(default_factory=dict)
    rank: int = 5

    def words(self, place: str) -> str:
        """What the key line says of it in a place."""
        return self.by_place.get(place, self.short)


_AFTER_IN_PREVIEW = tuple(PREVIEWED[place] for place in AFTER)
_IN_LISTS = (*LISTS, *TABLES, THINGS, PREVIEW_LIST)
_ACTIONS = (
    Action("begin", ("enter", "space"), "Begin", (FIRST, HOME), by_place={HOME: "begin"}, rank=0),
    Action("write", ("enter", "i"), "Go back to the text field", (PAUSED, LEFT_NOTE)),
    Action("show", ("space", "enter"), "Show the answer", (ASKING, PAUSED)),
    Action("not_sure", ("0",), "Show the answer, not sure of it", (ASKING,), "not sure", rank=1),
    Action("take", ("space", "enter"), "Take the marked grade", (ANSWERED,)),
    Action("go_on", ("space", "enter"), "Go on", (WRONG,)),
    Action("again", ("1",), "Forgot (new to me, guessed)", (ANSWERED,)),
    Action("hard", ("2",), "Hard: got it, with effort", (ANSWERED,)),
    Action("good", ("3",), "Got it", (ANSWERED,)),
    Action("easy", ("4",), "Easy", (ANSWERED,)),
    Action("no_idea", ("0",), "No idea", (PICKING, PLACING), "no idea", rank=1),
    Action("check", ("enter",), "Check the answer", (PICKING, PLACING, TYPING)),
    Action("take_last", ("backspace",), "Take the last item back", (PLACING,)),
    Action("retry", ("enter",), "Try again to save", (FAILED,), "try again", rank=1),
    Action("hint", ("h",), "Show the hint", BEFORE, "hint", rank=2),
    Action("case", ("c",), "Unfold or fold the case", CARD, "case", rank=0),
    Action(
        "undo",
        ("u",),
        "Undo",
        (FIRST, HOME, *CARD, FAILED, SUMMARY, BROWSE, CARD_PAGE, INSIGHT, THINGS),
        "undo",
        {
            FIRST: "",
            HOME: "",
            WRONG: "wrong key, take it back",
            FAILED: "take the grade back",
            BROWSE: "",
            CARD_PAGE: "",
            INSIGHT: "",
            THINGS: "take back",
        },
        rank=3,
    ),
    Action("next_deck", ("j", "down"), "Next deck", (HOME,)),
    Action("previous_deck", ("k", "up"), "Previous deck", (HOME,)),
    Action("browse", ("/",), "Search all cards", (HOME,), "search", rank=2),
    Action("search", ("/",), "Search", (BROWSE,), "search", rank=1),
    Action("to_list", ("enter", "down"), "From the search to the list", (SEARCHING,)),
    Action(
        "open",
        ("enter",),
        "Open the card, or begin to practise",
        (*TABLES, PREVIEW_LIST),
        by_place={BROWSE: "open", PRACTISE: "begin", PREVIEW_LIST: "shows it"},
        rank=0,
    ),
    Action("next_page", ("pagedown",), "One window down", (*TABLES, SEARCHING, PREVIEW_LIST)),
    Action("previous_page", ("pageup",), "One window up", (*TABLES, SEARCHING, PREVIEW_LIST)),
    Action("first_row", ("g", "home"), "First row", TABLES),
    Action("last_row", ("G", "end"), "Last row", TABLES),
    Action(
        "choose_card", ("space",), "Choose a card, or leave it out", (BROWSE,), "choose", rank=2
    ),
    Action("choose_range", ("v",), "Choose all from the last one chosen to here", (BROWSE,)),
    Action("choose_all", ("a",), "Choose all that were found, or none", (BROWSE,)),
    Action("order", ("o",), "Another order", (BROWSE,), "order", rank=4),
    Action(
        "start_again",
        ("r",),
        "Start again: as if never met",
        (BROWSE, CARD_PAGE),
        by_place={CARD_PAGE: "start again"},
        rank=2,
    ),
    Action(
        "practise",
        ("p",),
        "Practise without rescheduling",
        (HOME, SUMMARY, BROWSE, CARD_PAGE),
        by_place={CARD_PAGE: "practise"},
        rank=3,
    ),
    Action("more", ("m",), "Five more minutes", (SUMMARY,)),
    Action("compass", ("w",), "Kaizen or breakthrough? The compass", (FIRST, HOME)),
    Action("things", ("t",), "One small thing: your list", (HOME,)),
    Action("small_thing", ("k",), "One small thing: answer the question", (SUMMARY,)),
    Action("small_thing_off", ("x",), "One small thing: never ask, or ask again", (SUMMARY,)),
    Action("close", ("enter",), "Close the app", (SUMMARY,)),
    Action("insight", ("i",), "What you know, what comes, what you do not get", (HOME,)),
    Action("next_question", ("right", "space", "tab"), "Next question", (INSIGHT,), "next", rank=0),
    Action("previous_question", ("left", "backspace"), "Question before", (INSIGHT,)),
    Action("next_entry", ("j",), "Next entry, or scroll down", (INSIGHT,)),
    Action("previous_entry", ("k",), "Entry before, or scroll up", (INSIGHT,)),
    Action("open_entry", ("enter",), "Open the card of an entry", (INSIGHT,), "open", rank=1),
    Action("not_today", ("b",), "Not today: ask it from tomorrow on", (*CARD, BROWSE, CARD_PAGE)),
    Action(
        "put_away",
        ("s",),
        "Put away: do not ask it",
        (*CARD, BROWSE, CARD_PAGE, INSIGHT),
        by_place={CARD_PAGE: "put away", INSIGHT: "put away"},
        rank=1,
    ),
    Action(
        "mark",
        ("f",),
        "Mark this question",
        (*CARD, BROWSE, CARD_PAGE),
        by_place={CARD_PAGE: "mark"},
        rank=1,
    ),
    Action(
        "edit",
        ("e",),
        "Edit the card in your editor",
        (*CARD, BROWSE, CARD_PAGE, *PREVIEW, PREVIEW_BROKEN),
        by_place=dict.fromkeys((CARD_PAGE, *PREVIEW, PREVIEW_BROKEN), "edit"),
        rank=2,
    ),
    Action("copy_deck", ("enter",), "Copy the deck, and edit the copy", (COPY_DECK,)),
    Action(
        "next_card",
        ("n", "right", "tab"),
        "Next card",
        (*PREVIEW, PREVIEWED[TYPING]),
        "next",
        rank=1,
    ),
    Action("previous_card", ("p", "left"), "Card before", PREVIEW),
    Action("list_cards", ("/",), "All cards: choose or search", PREVIEW, "list", rank=1),
    Action("ask_again", ("u",), "Ask it again", _AFTER_IN_PREVIEW, "ask again", rank=3),
    Action(
        "settings", (",",), "Settings: minutes, grades, theme, keys", (FIRST, HOME, *CARD, SUMMARY)
    ),
    Action("next_line", ("j", "down"), "Next line", _IN_LISTS),
    Action("previous_line", ("k", "up"), "Previous line", _IN_LISTS),
    Action("choose", ("enter", "space"), "Change or open it", LISTS, "change", rank=0),
    Action("less", ("left",), "Less, or off", (SETTINGS,)),
    Action("more_of_it", ("right",), "More, or on", (SETTINGS,)),
    Action("own_keys", ("backspace",), "Give an action its own keys back", (KEY_LIST,)),
    Action("name_problem", ("enter",), "Go on to the questions", (NAMING,)),
    Action("skip", ("0",), "Skip this question", (WEIGHING,)),
    Action(
        "question_before",
        ("backspace",),
        "Back to the question before",
        (WEIGHING, ADVISED),
        "back one",
        rank=1,
    ),
    Action("result", ("r",), "Show what comes of it so far", (WEIGHING,), "result so far", rank=2),
    Action("study", ("enter",), "A session on the cards to study", (ADVISED,)),
    Action("note", ("enter",), "Write the line down", (NOTING,)),
    Action("tell_thing", ("enter",), "Say what came of it", (THINGS,), "tell", rank=0),
    Action("add_thing", ("a",), "Write a small thing down", (THINGS,), "add", rank=1),
    Action("let_go", ("x",), "Let a small thing go", (THINGS, LEFT_NOTE), "let go", rank=4),
    Action("scroll_down", ("down", "pagedown"), "Scroll down", SCROLLED),
    Action("scroll_up", ("up", "pageup"), "Scroll up", SCROLLED),
    Action(
        "help",
        ("?",),
        "Keys and help",
        tuple(place for place in EVERYWHERE if place not in (HELP, WAITING)),
        "keys",
        {HOME: "help"},
        rank=8,
    ),
    Action("back", ("escape",), "Leave; always safe", (*EVERYWHERE, *TEXT_PLACES), rank=9),
    Action(
        "quit",
        ("q",),
        "Leave; always safe",
        EVERYWHERE,
        "end",
        {
            HOME: "quit",
            SUMMARY: "close",
            HELP: "back",
            INSIGHT: "back",
            COPY_DECK: "back",
            FIRST: "",
            WAITING: "",
            SETTINGS: "",
            KEY_LIST: "",
            **dict.fromkeys((WEIGHING, ADVISED, THINGS, LEFT_NOTE), "back"),
        },
        rank=9,
    ),
)

_AT_A_QUESTION = (
    *("write", "show", "not_sure", "take", "go_on", "again", "hard", "good", "easy", "no_idea"),
    *("check", "take_last", "hint", "case", "scroll_down", "scroll_up"),
)
"""What is done to a question in a session and in a preview alike."""


def _also_in_previews(action: Action) -> Action:
    if action.name not in _AT_A_QUESTION:
        return action
    more = (PREVIEWED[place] for place in action.places if place in PREVIEWED)
    return replace(action, places=(*action.places, *more))


ACTIONS = tuple(map(_also_in_previews, _ACTIONS))
"""In the order in which help lists them."""

BY_NAME = {action.name: action for action in ACTIONS}
