"""What keys are called on the screen."""

from __future__ import annotations

KEY_NAMES = {
    "enter": "Enter",
    "space": "Space",
    "escape": "Esc",
    "backspace": "Backspace",
    "tab": "Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "insert": "Ins",
    "delete": "Del",
}
"""Keys that have a name, as Textual calls them, and as the screen does."""


def key_word(key: str) -> str:
    """What a key is called on the screen."""
    if key.startswith("ctrl+"):
        return f"Ctrl-{key_word(key[5:])}"
    return KEY_NAMES.get(key, key.upper() if len(key) > 1 else key)
