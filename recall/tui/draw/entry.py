"""What a learner has entered for the question on the screen and not given yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """Options picked (where several may be), items placed, and how the screen stands.

    ``picked`` and ``placed`` hold indexes into the question's options and items, in the order
    picked; ``paused`` says that the text field was left with ``text`` in it; ``case`` whether a
    long case is unfolded (None: as room allows); ``scroll`` the rows scrolled down.
    """

    picked: tuple[int, ...] = ()
    placed: tuple[int, ...] = ()
    paused: bool = False
    text: str = ""
    case: bool | None = None
    scroll: int = 0


EMPTY = Entry()
