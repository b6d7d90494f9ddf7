"""The reminder as an iCalendar file (RFC 5545), for any calendar on a computer or a phone."""

from __future__ import annotations

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from recall.remind.schedule import DAYS, Schedule
from recall.remind.timers import ABOUT

LONGEST = 75
"""Octets of a line, its end not counted (RFC 5545, section 3.1)."""


def ics(schedule: Schedule, *, now: datetime, stamp: datetime, owner: str) -> str:
    """One event of five minutes that comes again, with an alarm when it begins.

    Args:
        now: the local time, for the first day; the event follows the clock on the wall.
        stamp: the same moment in UTC.
        owner: whose reminder it is: another file of the same owner takes the place of this one
            in the calendar.
    """
    first = datetime.combine(schedule.first(now), schedule.at)
    by_day = ",".join(DAYS[day][:2].upper() for day in schedule.days)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//recall//recall remind//EN",
        "BEGIN:VEVENT",
        f"UID:{uuid5(NAMESPACE_URL, f'recall:remind:{owner}')}",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{int(stamp.timestamp()) // 60}",
        f"DTSTART:{first:%Y%m%dT%H%M%S}",
        "DURATION:PT5M",
        "RRULE:FREQ=DAILY" if schedule.daily else f"RRULE:FREQ=WEEKLY;BYDAY={by_day}",
        f"SUMMARY:{_text(ABOUT)}",
        f"DESCRIPTION:{_text('Open a terminal and type: recall')}",
        f"COMMENT:{_text('Save this as recall.ics and open it with your calendar.')}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(ABOUT)}",
        "TRIGGER:PT0S",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def folded(line: str) -> str:
    """A content line, broken before its 76th octet; no character is torn apart."""
    parts, size = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LONGEST:
            parts.append("")
            size = 1  # The space that begins a continuation counts.
        parts[-1] += letter
        size += octets
    return "\r\n ".join(parts)


def _text(words: str) -> str:
    return words.replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")
