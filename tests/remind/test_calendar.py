"""The reminder as a calendar file, held to RFC 5545."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from recall.remind.calendar import LONGEST, folded, ics
from recall.remind.schedule import schedule_of

NOW = datetime(2026, 11, 28, 12, 0)
STAMP = datetime(2026, 11, 28, 11, 0, 30, tzinfo=UTC)


def properties(text: str) -> list[tuple[str, str]]:
    """Names and values of the unfolded content lines."""
    lines = text.replace("\r\n ", "").split("\r\n")
    assert lines.pop() == ""
    return [(name, value) for name, _, value in (line.partition(":") for line in lines)]


def of(days: str = "daily", owner: str = "me@here") -> str:
    return ics(schedule_of("08:30", days), now=NOW, stamp=STAMP, owner=owner)


def test_every_line_ends_as_the_standard_says_and_is_short():
    data = of("mon,tue,wed,thu,fri,sat").encode()
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= LONGEST


def test_components_are_closed_in_order():
    open_now: list[str] = []
    for name, value in properties(of()):
        if name == "BEGIN":
            open_now.append(value)
        elif name == "END":
            assert open_now.pop() == value
    assert open_now == []


def test_what_an_event_must_have_is_there_once():
    found = properties(of())
    begin = found.index(("BEGIN", "VEVENT"))
    names = [name for name, _ in found[begin : found.index(("BEGIN", "VALARM"))]]
    for name in ("UID", "DTSTAMP", "DTSTART", "DURATION", "RRULE", "SUMMARY", "COMMENT"):
        assert names.count(name) == 1
    values = dict(found)
    assert values["VERSION"] == "2.0"
    assert values["DTSTAMP"] == "20261128T110030Z"
    assert values["DTSTART"] == "20261129T083000"
    assert values["RRULE"] == "FREQ=DAILY"


def test_chosen_days_come_again_each_week():
    values = dict(properties(of("weekdays")))
    assert values["RRULE"] == "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    assert values["DTSTART"] == "20261130T083000"


def test_another_file_of_the_same_learner_takes_the_place_of_this_one():
    one, other = dict(properties(of())), dict(properties(of("weekdays")))
    assert one["UID"] == other["UID"] != dict(properties(of(owner="you@here")))["UID"]


@settings(deadline=None, derandomize=True)
@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=300))
def test_folding_tears_no_character_and_loses_none(line):
    lines = folded(line).split("\r\n")
    assert all(len(each.encode()) <= LONGEST for each in lines)
    assert lines[0] + "".join(each[1:] for each in lines[1:]) == line
    assert all(each.startswith(" ") for each in lines[1:])
