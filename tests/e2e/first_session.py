"""What a newcomer does, on a real terminal: the first command, two questions, leave, look again.

usage: python tests/e2e/first_session.py COMMAND      (the first command, or just ``recall``)
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.support.terminal import PATIENCE_SECONDS, Terminal

INSTALLING_SECONDS = 600.0


def first_session(command: str) -> None:
    """Work through it.

    Raises:
        AssertionError: something that a newcomer expects does not happen.
    """
    with Terminal(["bash", "-c", command]) as terminal:
        patience = INSTALLING_SECONDS if "install" in command else PATIENCE_SECONDS
        terminal.wait_for("[ Enter ]  Begin", seconds=patience)
        terminal.press("\r")
        for _ in range(2):
            terminal.wait_for("Show the answer")
            terminal.press(" ")
            terminal.wait_for("3 Got it")
            terminal.press("3")
        terminal.wait_for("Show the answer")
        terminal.press("q")
        terminal.wait_for("all saved")
        terminal.press("\r")
        assert terminal.end() == 0
    log = subprocess.run(["recall", "log", "--json"], capture_output=True, text=True, check=True)
    events = [json.loads(line) for line in log.stdout.splitlines()]
    grades = [event["grade"] for event in events if event["kind"] == "review"]
    assert grades == [3, 3], events
    print("two questions answered, both kept")


if __name__ == "__main__":
    first_session(sys.argv[1])
