"""What happens when the terminal goes away: the app leaves as if asked to."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable


def goodbye(leave: Callable[[], None]) -> None:
    """Leave on a hang-up or when asked to end, where the system has such signals."""
    loop = asyncio.get_running_loop()
    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is None:
            continue
        try:
            loop.add_signal_handler(number, leave)
        except (NotImplementedError, RuntimeError, ValueError):
            # Windows, or a loop that is not the main thread's: the default handling stays.
            return


def gone() -> bool:
    """Whether the terminal that keys come from is no longer there."""
    if sys.platform == "win32" or sys.__stdin__ is None:
        return False
    import termios

    try:
        descriptor = sys.__stdin__.fileno()
        termios.tcgetattr(descriptor)
    except (OSError, ValueError):
        return False
    except termios.error as fault:
        import errno

        # Not a terminal at all (a test, a pipe) is ENOTTY: nothing was lost then.
        return bool(fault.args) and fault.args[0] in (errno.EIO, errno.ENXIO)
    return not os.isatty(descriptor)
