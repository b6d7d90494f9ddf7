"""Contrast between colours, as the WCAG 2 define it, and colours moved until they can be read."""

from __future__ import annotations

from textual.color import Color

READABLE = 4.5
"""The least contrast of text that everybody can read (WCAG 2, level AA)."""
_STEPS = 20


def contrast(one: Color, other: Color) -> float:
    """How far two colours are apart in brightness: 1 (the same) to 21 (black and white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: Color, background: Color, foreground: Color) -> Color:
    """A colour, moved towards the foreground as little as makes it readable on the background.

    Where the foreground itself is not readable enough, it is moved on towards black or white.
    """
    furthest = max(
        (Color(0, 0, 0), Color(255, 255, 255)), key=lambda end: contrast(end, background)
    )
    for goal in (foreground, furthest):
        for step in range(_STEPS + 1):
            moved = colour.blend(goal, step / _STEPS)
            if contrast(moved, background) >= READABLE:
                return moved
    return furthest


def _luminance(colour: Color) -> float:
    red, green, blue = (_linear(part / 255) for part in (colour.r, colour.g, colour.b))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
