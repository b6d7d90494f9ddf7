"""The table of settings: for each its name, kind, default, and a sentence on what it does.

The file, the screen, the command line and the README are made of it or held to it by a test. A new
setting is one more field of ``Settings``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, NamedTuple, TypeVar

from recall.settings.kinds import Flag, Kind, Name, OneOf, Whole
from recall.settings.lists import Keys, Names

DEPTHS = {"breadth": 1.5, "balanced": 2.0, "depth": 2.5}
"""How much a half-known question is worth: the power of recall that the planner maximises."""

PLANNER = "planner"

Value = TypeVar("Value")


class Setting(NamedTuple):
    """One setting.

    Attributes:
        field: its field of ``Settings``.
        name: its name in the file and on the command line (``decks.off``).
        kind: the values that it may take.
        default: the value that serves until the learner chooses another.
        title: what the screen calls it, in a few words.
        sentence: what it does, in one sentence.
        file_only: whether it can be changed in the file alone.
        example: a line for the file that shows how it is used; "" where the value shows it.
    """

    field: str
    name: str
    kind: Kind
    default: Any
    title: str
    sentence: str
    file_only: bool = False
    example: str = ""


def _setting(
    default: Value, kind: Kind, title: str, sentence: str, *, name: str = "", **more: Any
) -> Value:
    row = {"kind": kind, "title": title, "sentence": sentence, "name": name, **more}
    if isinstance(default, dict):
        made: Value = field(default_factory=dict, metadata=row)  # type: ignore[assignment]
        return made
    return field(default=default, metadata=row)


@dataclass(frozen=True)
class Settings:
    """The learner's choices, in the order of the file and of the screen.

    ``problem`` is no setting: why the settings file could not be used; empty where it could.
    """

    minutes: int = _setting(
        5, Whole(1, 120, "minute"), "Length of a session", "A session ends after so many minutes."
    )
    new_a_day: int | None = _setting(
        None,
        Whole(0, 999, nothing=PLANNER, said="planner decides"),
        "New questions a day",
        "At most so many new questions on one day; the planner decides what pays off most.",
    )
    two_buttons: bool = _setting(
        False,
        Flag(),
        "Two grades only",
        "Grade with Forgot and Got it alone, without Hard and Easy.",
    )
    confidence: bool = _setting(
        False,
        Flag(),
        "Say how sure you are",
        "The key that shows the answer says how sure you are: Space sure, 0 not sure.",
    )
    clock: bool = _setting(
        True, Flag(), "Clock", "Show the minutes left; a session ends in time without it, too."
    )
    optional: bool = _setting(
        False, Flag(), "Optional questions", "Ask the optional questions of a deck, too."
    )
    small_thing: bool = _setting(
        True,
        Flag(),
        "One small thing",
        "The end of a session asks, in one quiet line, for your smallest improvement today.",
    )
    theme: str = _setting(
        "",
        Name("the terminal's own colours"),
        "Theme",
        "The colours of the app; without a name those of your terminal.",
        example='theme = "nord"',
    )
    reduced_motion: bool = _setting(
        False, Flag(), "Reduced motion", "Nothing moves on the screen unless you press a key."
    )
    depth: str = _setting(
        "balanced",
        OneOf(tuple(DEPTHS)),
        "Depth",
        "What a half-known question is worth: breadth asks more questions, depth fewer and more "
        "solidly.",
        file_only=True,
    )
    rollover_hour: int = _setting(
        4,
        Whole(0, 12, form="{}:00"),
        "A new day begins",
        "The hour at which a new day begins, so that a late evening still counts as today.",
        file_only=True,
    )
    decks_off: tuple[str, ...] = _setting(
        (),
        Names("none"),
        "Decks that are off",
        "Decks that stay out of sessions unless you name them.",
        name="decks.off",
        example='off = ["pdca", "scenarios"]',
    )
    keys: Mapping[str, tuple[str, ...]] = _setting(
        {},
        Keys(),
        "Keys",
        "Other keys for an action; the help screen lists the actions and the keys they have.",
        example='undo = ["u", "ctrl+z"]',
    )
    problem: str = ""

    @property
    def exponent(self) -> float:
        """The power of recall that the planner maximises."""
        return DEPTHS[self.depth]


@cache
def settings_table() -> tuple[Setting, ...]:
    """Every setting, in order."""
    rows = []
    for each in fields(Settings):
        row = dict(each.metadata)
        if row:
            name = row.pop("name") or each.name
            default = getattr(Settings(), each.name)
            rows.append(Setting(each.name, name, default=default, **row))
    return tuple(rows)


@cache
def by_name() -> Mapping[str, Setting]:
    """Every setting by its name in the file."""
    return {each.name: each for each in settings_table()}
