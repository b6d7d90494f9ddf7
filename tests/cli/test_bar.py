"""The progress bar shows only where the work is long and somebody can see it."""

import io

from recall.cli.bar import Bar


class Screen(io.StringIO):
    def __init__(self, terminal=True):
        super().__init__()
        self.terminal = terminal

    def isatty(self):
        return self.terminal


class Seconds:
    now = 0.0

    def __call__(self):
        return self.now


def drawn(screen, moments):
    seconds = Seconds()
    with Bar("Checking", screen, seconds) as bar:
        for seconds.now, part in moments:
            bar.told(part)
    return screen.getvalue()


def test_work_that_is_done_within_a_second_shows_nothing():
    assert drawn(Screen(), [(0.1, 0.2), (0.99, 0.9)]) == ""


def test_where_standard_error_is_no_terminal_nothing_is_shown():
    assert drawn(Screen(terminal=False), [(3.0, 0.5)]) == ""


def test_longer_work_shows_how_much_is_done_and_leaves_an_empty_line():
    shown = drawn(Screen(), [(0.5, 0.1), (1.1, 0.5), (1.15, 0.6), (1.3, 1.0)]).split("\r")
    bar = "Checking [" + "#" * 12 + "." * 12 + "]  50%"
    assert shown == ["", bar, "Checking [" + "#" * 24 + "] 100%", " " * len(bar), ""]


def test_what_is_written_between_does_not_follow_the_bar():
    screen, seconds = Screen(), Seconds()
    bar = Bar("Checking", screen, seconds)
    seconds.now = 2.0
    bar.told(0.5)
    bar.clear()
    assert screen.getvalue().endswith("\r")
    bar.clear()
    assert screen.getvalue().count("\r") == 3
