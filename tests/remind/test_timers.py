"""The reminder for systemd, launchd and cron: as their own programs read it."""

from __future__ import annotations

import plistlib
import re
import shlex
import shutil
import subprocess

import pytest

from recall.remind.schedule import schedule_of
from recall.remind.timers import cron, launchd, systemd

DAILY = schedule_of("08:30")
SOME = schedule_of("07:05", "mon,sun")
COMMAND = ["/opt/my tools/recall", "remind", "--now"]


def units(text: str) -> tuple[str, str]:
    """The service and the timer, as a reader would save them."""
    at = text.index("# Then start it")
    return text[:at], text[at:]


@pytest.mark.parametrize(
    ("schedule", "when"), [(DAILY, "*-*-* 08:30"), (SOME, "Mon,Sun *-*-* 07:05")]
)
def test_systemd_verifies_service_and_timer(tmp_path, schedule, when):
    program = tmp_path / "my tools 50%" / "recall"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    service, timer = units(systemd(schedule, [str(program), "remind", "--now"]))
    (tmp_path / "recall-remind.service").write_text(service)
    (tmp_path / "recall-remind.timer").write_text(timer)
    assert f"OnCalendar={when}\n" in timer
    assert "50%%" in service
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed")
    files = [str(tmp_path / f"recall-remind.{kind}") for kind in ("service", "timer")]
    ran = subprocess.run(["systemd-analyze", "verify", *files], capture_output=True, text=True)
    ours = [line for line in ran.stderr.splitlines() if "recall-remind" in line]
    assert ours == []
    calendar = subprocess.run(["systemd-analyze", "calendar", when], capture_output=True, text=True)
    assert calendar.returncode == 0


def test_systemd_says_where_each_part_goes():
    service, timer = units(systemd(DAILY, COMMAND))
    assert "~/.config/systemd/user/recall-remind.service" in service
    assert "systemctl --user enable --now recall-remind.timer" not in service
    assert "enable --now recall-remind.timer" in timer
    assert 'ExecStart="/opt/my tools/recall" remind --now' in service


def test_launchd_gets_a_property_list_with_the_words_as_they_are():
    text = launchd(DAILY, ["/opt/a&b/recall", "remind", "--now"])
    values = plistlib.loads(text.encode())
    assert values["ProgramArguments"] == ["/opt/a&b/recall", "remind", "--now"]
    assert values["StartCalendarInterval"] == {"Hour": 8, "Minute": 30}
    (comment,) = re.findall(r"<!--(.*?)-->", text)
    assert f"~/Library/LaunchAgents/{values['Label']}.plist" in comment


def test_launchd_counts_days_from_sunday():
    values = plistlib.loads(launchd(SOME, COMMAND).encode())
    days = [each["Weekday"] for each in values["StartCalendarInterval"]]
    assert days == [1, 0]


@pytest.mark.parametrize(
    ("schedule", "fields"),
    [(DAILY, ["30", "8", "*", "*", "*"]), (SOME, ["5", "7", "*", "*", "1,0"])],
)
def test_cron_gets_a_comment_and_one_line(schedule, fields):
    comment, line = cron(schedule, COMMAND).splitlines()
    assert comment.startswith("# ")
    words = line.split(maxsplit=5)
    assert words[:5] == fields
    assert shlex.split(words[5]) == COMMAND


def test_cron_is_not_told_to_end_the_line_at_a_percent_sign():
    assert "50\\%/recall" in cron(DAILY, ["/50%/recall"])
