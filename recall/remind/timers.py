"""The reminder as systemd, launchd and cron want it. Each says in one comment where to put it."""

from __future__ import annotations

import plistlib
import shlex
from collections.abc import Sequence

from recall.remind.schedule import DAYS, Schedule

NAME = "recall-remind"
ABOUT = "Five minutes of active recall"


def systemd(schedule: Schedule, command: Sequence[str]) -> str:
    """A service and its timer, for the learner's own systemd; late if the machine was off."""
    days = "" if schedule.daily else ",".join(DAYS[day].capitalize() for day in schedule.days) + " "
    folder = "~/.config/systemd/user"
    return f"""\
# Save this first part as {folder}/{NAME}.service, the second as {NAME}.timer beside it.
[Unit]
Description={ABOUT}

[Service]
Type=oneshot
ExecStart={" ".join(_systemd_word(word) for word in command)}

# Then start it: systemctl --user daemon-reload && systemctl --user enable --now {NAME}.timer
[Unit]
Description={ABOUT}

[Timer]
OnCalendar={days}*-*-* {schedule.at:%H:%M}
Persistent=true

[Install]
WantedBy=timers.target
"""


def launchd(schedule: Schedule, command: Sequence[str]) -> str:
    """A launch agent's property list, for macOS."""
    at = {"Hour": schedule.at.hour, "Minute": schedule.at.minute}
    # launchd counts from Sunday, 0.
    days = [{**at, "Weekday": (day + 1) % 7} for day in schedule.days]
    label = f"local.{NAME}"
    values = {
        "Label": label,
        "ProgramArguments": list(command),
        "StartCalendarInterval": at if schedule.daily else days,
    }
    place = f"~/Library/LaunchAgents/{label}.plist"
    comment = f"<!-- Save this as {place}, then start it: launchctl load {place} -->\n"
    head, mark, body = plistlib.dumps(values, sort_keys=False).decode().partition("<plist")
    return f"{head}{comment}{mark}{body}"


def cron(schedule: Schedule, command: Sequence[str]) -> str:
    """A line of a crontab."""
    # cron counts from Sunday, 0, and takes a bare % for the end of the line.
    days = "*" if schedule.daily else ",".join(str((day + 1) % 7) for day in schedule.days)
    words = shlex.join(command).replace("%", r"\%")
    return f"""\
# Type crontab -e and add this line:
{schedule.at.minute} {schedule.at.hour} * * {days} {words}
"""


def _systemd_word(word: str) -> str:
    """A word of ExecStart: quoted where needed; ``%`` means nothing."""
    plain = word.replace("%", "%%")
    if plain and not set(plain) & set(" \t\"'\\;"):
        return plain
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
