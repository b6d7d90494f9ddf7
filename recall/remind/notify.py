"""A notification on the desktop, where there is one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from html import escape
from pathlib import Path
from shutil import which

PATIENCE_SECONDS = 10


def notify(title: str, text: str) -> bool:
    """Show a notification; whether that worked."""
    command = notifier(sys.platform, title, text)
    if which(command[0]) is None:
        return False
    environment = {**os.environ, **session_bus(os.environ)}
    try:
        ran = subprocess.run(
            command, env=environment, capture_output=True, timeout=PATIENCE_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ran.returncode == 0


def notifier(platform: str, title: str, text: str) -> list[str]:
    """The command that shows a notification on a platform; the words are never part of a script."""
    if platform == "darwin":
        script = "display notification (item 2 of argv) with title (item 1 of argv)"
        lines = ("on run argv", script, "end run")
        return ["osascript", *(part for line in lines for part in ("-e", line)), title, text]
    # The body may hold markup: what looks like it is text.
    return ["notify-send", "--app-name=recall", "--", title, escape(text, quote=False)]


def session_bus(environment: Mapping[str, str]) -> dict[str, str]:
    """Where the desktop listens, for a process that cron started and told nothing."""
    if "DBUS_SESSION_BUS_ADDRESS" in environment or sys.platform == "win32":
        return {}
    bus = Path(f"/run/user/{os.getuid()}/bus")
    return {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={bus}"} if bus.exists() else {}
