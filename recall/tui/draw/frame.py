"""What surrounds the text: header, the line of progress, hairline, key line and messages."""

from __future__ import annotations

from collections.abc import Sequence

from recall.tui.actions import ACTIONS, BY_NAME, Action
from recall.tui.draw.room import Room, fill
from recall.tui.draw.text import BLANK, Line, Run, cut, ends, line, width_of
from recall.tui.draw.wrap import wrap
from recall.tui.keymap import Keymap

MESSAGE_ROWS = 3


def header(room: Room, left: str, right: str, beyond: int = 0) -> Line:
    """The first row: where one is, and the clock, which ends ``beyond`` the frame's last cell."""
    return room.at_frame(ends(line(left, "dim"), line(right, "dim"), room.frame + beyond))


def progress(room: Room, used: float) -> Line:
    """How much of the time is used, 0 to 1."""
    filled = round(max(0.0, min(1.0, used)) * room.frame)
    runs = (Run("━" * filled, "accent"), Run("─" * (room.frame - filled), "dim"))
    return room.at_frame(tuple(run for run in runs if run.text))


def hairline(room: Room) -> Line:
    """The line above the grade bar."""
    return room.at_frame(line("─" * room.frame, "dim"))


def button(key: str, label: str, act: str) -> Line:
    """The next key and what it does: ``[ Enter ]  Begin``."""
    return (Run(f"[ {key} ]", "accent", act), Run("  ", "", act), Run(label, "", act))


def entries(keymap: Keymap, place: str, hidden: frozenset[str] = frozenset()) -> list[Line]:
    """The key line's entries for a place, by the registry: ``u undo``, ``? keys``."""
    found: list[tuple[int, Line]] = []
    for action in ACTIONS:
        words = action.words(place) if place in action.places else ""
        key = keymap.first(action.name, place)
        if words and key and action.name not in hidden:
            found.append((action.rank, entry(action, key, words)))
    return [runs for _, runs in sorted(found, key=lambda each: each[0])]


def entry(action: Action, key: str, words: str) -> Line:
    """One entry of the key line."""
    return (Run(f"{key} {words}", "dim", action.name),)


def custom(keymap: Keymap, name: str, place: str, words: str) -> Line:
    """An entry whose words the registry does not know."""
    key = keymap.first(name, place)
    return entry(BY_NAME[name], key, words) if key else BLANK


def key_line(room: Room, left: Sequence[Line], right: Line = BLANK) -> Line:
    """Entries side by side; the last ones give way where room is short."""
    left = [runs for runs in left if runs]
    gaps = (4,) if room.wide else (3, 2)
    if not room.wide:
        right = BLANK
    for count in range(len(left), 0, -1):
        for gap in gaps:
            joined = _joined(left[:count], gap)
            if width_of(joined) + (width_of(right) + 2 if right else 0) <= room.frame:
                return room.at_frame(ends(joined, right, room.frame))
    return room.at_frame(cut(left[0], room.frame)) if left else BLANK


def _joined(parts: Sequence[Line], gap: int) -> Line:
    result: Line = BLANK
    for runs in parts:
        result = (*result, Run(" " * gap), *runs) if result else runs
    return result


def message_rows(room: Room, message: str, most: int = MESSAGE_ROWS) -> list[Line]:
    """A message in the rows that it needs, cut where they are more than ``most``; none without."""
    if not message:
        return []
    rows = wrap([Run(message)], room.frame)
    if len(rows) > most:
        rows = rows[:most]
        rows[-1] = cut((*rows[-1], Run(" " + " " * room.frame)), room.frame)
    return [room.at_frame(runs) for runs in rows]


def foot(room: Room, two: Sequence[Line], keys: Line, message: str = "") -> list[Line]:
    """The rows at the bottom: hairline, two rows, a blank one where there is room, the key line.

    A message takes the key line's place, and a row above it that is empty.
    """
    rows = [hairline(room), *(cut(each, room.width) for each in fill(list(two), 2))]
    if room.tall:
        rows.append(BLANK)
    if not message:
        return [*rows, keys]
    free = 0
    while free < len(rows) - 1 and not rows[-1 - free]:
        free += 1
    lines = message_rows(room, message, 1 + free)
    return [*rows[: len(rows) + 1 - len(lines)], *lines]
