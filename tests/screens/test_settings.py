"""The settings on the screen: changed by keys alone, in force at once, kept in the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from recall.decks.question import Question
from recall.paths import settings_file
from recall.settings import Settings, read_settings
from recall.settings.table import settings_table
from recall.tui.theme import theme_names
from tests.support.screens import USUAL, Window, window

Matches = Callable[[str, str], None]
SIZES = [(40, 15), (80, 24), (160, 50)]
AT = {each.field: number for number, each in enumerate(settings_table())}


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))


async def _go(shown: Window, field: str) -> None:
    """From Home to a line of the settings."""
    await shown.press(",", *["j"] * AT[field])


async def _go_to_the_key_of_undo(shown: Window) -> None:
    await _go(shown, "keys")
    await shown.press("enter")
    while not shown.has("▸ Undo"):
        await shown.press("j")


def _put_decks(shown: Window) -> None:
    decks = [
        SimpleNamespace(deck=SimpleNamespace(id=each.id, title=each.title)) for each in USUAL.decks
    ]
    shown.app.journey.collection.library = SimpleNamespace(loaded=decks)


async def _matches(matches: Matches, name: str, shown: Window) -> None:
    """The text snapshot of a list, with the same path to the file on every machine."""
    shown.app.view._steering.file = Path("~/.config/recall/settings.toml")
    shown.app.redraw()
    await shown.settle()
    width, height = shown.app.size
    matches(f"{name}-{width}x{height}", shown.text)


@pytest.mark.parametrize("size", SIZES)
async def test_every_setting_stands_there_with_what_it_does(
    size: tuple[int, int], cards: dict[str, Question], matches: Matches
) -> None:
    async with window([cards["basic"]], start="home", size=size) as shown:
        await shown.press(",")
        await _matches(matches, "settings", shown)
        for setting in settings_table():
            assert shown.has(setting.sentence)
            assert shown.has(setting.title)
            await shown.press("j")


async def test_a_switch_is_turned_and_written_with_one_key(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]], start="home") as shown:
        await _go(shown, "two_buttons")
        await shown.press("enter")
        assert shown.app.settings.two_buttons
        assert read_settings(settings_file()).two_buttons
        assert "# Grade with Forgot" in settings_file().read_text(encoding="utf-8")
        await shown.press("left")
        assert read_settings(settings_file()) == Settings()


async def test_numbers_are_counted_up_and_down_within_their_range(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"]], start="home", settings=Settings(minutes=2)) as shown:
        await _go(shown, "minutes")
        await shown.press("left", "left", "left")
        assert shown.app.settings.minutes == 1
        await shown.press("right", "enter")
        assert read_settings(settings_file()).minutes == 3
        await shown.press("j", "right", "right")
        assert shown.app.settings.new_a_day == 1
        await shown.press("left", "left", "left")
        assert shown.app.settings.new_a_day is None
        assert shown.has("planner decides")


async def test_home_and_the_next_plan_follow_at_once(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]], start="home") as shown:
        await _go(shown, "minutes")
        await shown.press("right")
        assert shown.app.journey.collection.settings.minutes == 6
        before = len(shown.app.journey.collection.asked)
        await shown.press("escape")
        assert len(shown.app.journey.collection.asked) == before + 1
        assert shown.has("[ Enter ] Begin")


async def test_in_the_middle_of_a_card_the_grades_change_and_nothing_is_lost(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"], cards["cloze"]]) as shown:
        await shown.press("space")
        assert shown.has("2 Hard")
        await _go(shown, "two_buttons")
        await shown.press("enter", "escape")
        assert shown.has("With the prediction or target set in Plan.")
        assert not shown.has("2 Hard")
        await shown.press("2", "4")
        assert shown.sitting.grades == []
        await shown.press("3")
        assert shown.sitting.grades == [3]


async def test_a_theme_is_worn_as_one_moves_over_it_and_kept_when_it_is_taken(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"]], start="home") as shown:
        own = shown.app.theme
        await _go(shown, "theme")
        await shown.press("enter", "j", "j")
        assert shown.app.theme == theme_names()[1]
        await shown.press("escape")
        assert shown.app.theme == own
        assert not settings_file().exists()
        await shown.press("enter", "j", "j", "j", "j", "enter")
        assert shown.app.theme == theme_names()[3]
        assert read_settings(settings_file()).theme == theme_names()[3]
        assert shown.has(theme_names()[3])


@pytest.mark.parametrize("size", SIZES)
async def test_the_lists_behind_the_settings(
    size: tuple[int, int], cards: dict[str, Question], matches: Matches
) -> None:
    async with window([cards["basic"]], start="home", size=size) as shown:
        _put_decks(shown)
        for field, name in (("theme", "themes"), ("decks_off", "decks-off"), ("keys", "keys")):
            await _go(shown, field)
            await shown.press("enter")
            await _matches(matches, f"settings-{name}", shown)
            await shown.press("escape", "escape")


async def test_decks_are_turned_off_and_on(cards: dict[str, Question]) -> None:
    settings = Settings(decks_off=("gone",))
    async with window([cards["basic"]], start="home", settings=settings) as shown:
        _put_decks(shown)
        await _go(shown, "decks_off")
        await shown.press("enter", "j", "enter")
        assert shown.app.settings.decks_off == ("gone", "pdca")
        await shown.press("enter")
        assert shown.app.settings.decks_off == ("gone",)


async def test_an_action_gets_another_key_at_once_and_its_own_back(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"], cards["cloze"]]) as shown:
        await _go_to_the_key_of_undo(shown)
        await shown.press("enter", "z")
        assert read_settings(settings_file()).keys == {"undo": ("z",)}
        assert shown.app.keymap.first("undo") == "z"
        await shown.press("backspace")
        assert shown.app.keymap.first("undo") == "u"
        assert read_settings(settings_file()).keys == {}


async def test_a_key_that_means_something_already_is_named_and_not_taken(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"], cards["cloze"]]) as shown:
        await _go_to_the_key_of_undo(shown)
        await shown.press("enter", "h")
        assert shown.has("Not changed. h already means: Show the hint.")
        await shown.press("enter", "shift+f1")
        assert shown.has("is not the name of a key")
        await shown.press("enter", "escape")
        assert not settings_file().exists()
        await shown.press("q")
        assert shown.has("Length of a session")


@pytest.mark.parametrize("size", [(40, 15), (80, 24)])
async def test_why_a_setting_cannot_be_kept_is_said_whole(
    size: tuple[int, int], cards: dict[str, Question]
) -> None:
    settings_file().parent.parent.mkdir(parents=True, exist_ok=True)
    settings_file().parent.write_text("a file where the folder should be", encoding="utf-8")
    async with window([cards["basic"]], start="home", size=size) as shown:
        await shown.press(",")
        before = shown.text.split("\n")
        await shown.press("right")
        assert shown.app.settings.minutes == 5
        said = " ".join(shown.text.split())
        assert "Not changed: it cannot be read: Not a directory." in said
        assert shown.text.split("\n")[:11] == before[:11], "the list stays where it is"


async def test_a_broken_file_is_shown_and_never_overwritten(cards: dict[str, Question]) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("minutes = 3\ntheme = nord\n", encoding="utf-8")
    settings = read_settings(settings_file())
    async with window([cards["basic"]], start="home", settings=settings) as shown:
        await shown.press(",")
        assert shown.has("settings.toml:2:9: this is no value")
        await shown.press("right")
        assert shown.has("Not changed: this is no value")
        assert shown.app.settings.minutes == 5
        assert settings_file().read_text(encoding="utf-8") == "minutes = 3\ntheme = nord\n"
        settings_file().write_text("minutes = 3\ntheme = 'nord' # mine\n", encoding="utf-8")
        await shown.press("right")
        assert shown.app.settings == Settings(minutes=6, theme="nord")
        assert "# mine" in settings_file().read_text(encoding="utf-8")


async def test_what_stands_in_the_file_alone_is_shown_and_left_alone(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"]], start="home") as shown:
        await _go(shown, "depth")
        await shown.press("right", "enter")
        assert shown.has("It can be changed in the file alone.")
        assert not settings_file().exists()


async def test_the_mouse_chooses_a_line_and_turns_it(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]], start="home") as shown:
        await shown.press(",")
        rows = shown.text.splitlines()
        row = next(at for at, each in enumerate(rows) if "Clock" in each)
        for _ in range(2):
            await shown.pilot.click(offset=(rows[row].index("Clock") + 1, row))
            await shown.settle()
        assert not read_settings(settings_file()).clock


async def test_help_and_the_palette_lead_to_the_settings(cards: dict[str, Question]) -> None:
    async with window([cards["basic"]], start="home") as shown:
        await shown.press("?")
        while not shown.has("Everywhere"):
            await shown.press("down")
        await shown.press("down")
        assert shown.has("Settings: minutes, grades, theme, keys")
        await shown.press("escape")
        titles = {each.title for each in shown.app.get_system_commands(shown.app.screen)}
        assert "Settings: minutes, grades, theme, keys" in titles


@pytest.mark.parametrize("size", SIZES[:2])
async def test_two_grades_stand_where_they_always_stand(
    size: tuple[int, int], cards: dict[str, Question], matches: Matches
) -> None:
    settings = Settings(two_buttons=True)
    async with window([cards["basic"], cards["cloze"]], settings=settings, size=size) as shown:
        await shown.press("space")
        matches(f"two-grades-{size[0]}x{size[1]}", shown.text)
        await shown.press("4", "2")
        assert shown.sitting.grades == []
        await shown.press("1")
        assert shown.sitting.grades == [1]


async def test_with_two_grades_space_takes_got_it_after_a_hint(cards: dict[str, Question]) -> None:
    settings = Settings(two_buttons=True)
    async with window([cards["basic"], cards["cloze"]], settings=settings) as shown:
        await shown.press("h", "space")
        assert shown.has("[3 Got it]")
        await shown.press("space")
        assert shown.sitting.grades == [3]


@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize(("key", "kept"), [("space", "sure"), ("0", "unsure")])
async def test_the_key_that_shows_the_answer_says_how_sure_one_is(
    size: tuple[int, int], key: str, kept: str, cards: dict[str, Question], matches: Matches
) -> None:
    settings = Settings(confidence=True)
    async with window([cards["basic"], cards["cloze"]], settings=settings, size=size) as shown:
        matches(f"sure-{size[0]}x{size[1]}", shown.text)
        await shown.press(key)
        assert shown.has("With the prediction or target set in Plan.")
        await shown.press("3")
        assert shown.sitting.saved[0].details["confidence"] == kept


async def test_nobody_is_asked_how_sure_they_are_unless_they_wish(
    cards: dict[str, Question],
) -> None:
    async with window([cards["basic"], cards["cloze"]]) as shown:
        assert not shown.has("sure")
        titles = {each.title for each in shown.app.get_system_commands(shown.app.screen)}
        assert not any("sure" in title for title in titles)
        await shown.press("0")
        assert not shown.has("[3 Got it]")
        await shown.press("space", "3")
        assert "confidence" not in shown.sitting.saved[0].details


async def test_without_the_clock_the_line_of_progress_stays(cards: dict[str, Question]) -> None:
    settings = Settings(clock=False)
    async with window([cards["basic"], cards["cloze"]], settings=settings) as shown:
        assert not shown.has("min left")
        assert shown.has("━")


async def test_with_reduced_motion_nothing_moves_until_a_key_is_pressed(
    cards: dict[str, Question],
) -> None:
    settings = Settings(reduced_motion=True)
    async with window([cards["basic"], cards["cloze"]], settings=settings) as shown:
        assert shown.app.animation_level == "none"
        before = shown.text
        shown.sitting.state = replace(shown.sitting.state, spent_ms=280_000)
        shown.app._tick()
        await shown.settle()
        assert shown.text == before
        await shown.press("h")
        assert shown.text.splitlines()[:2] != before.splitlines()[:2]


async def test_without_it_the_line_of_progress_moves(cards: dict[str, Question]) -> None:
    async with window([cards["basic"], cards["cloze"]]) as shown:
        before = shown.text
        shown.sitting.state = replace(shown.sitting.state, spent_ms=280_000)
        shown.app._tick()
        await shown.settle()
        assert shown.text != before


async def test_what_textual_is_told_about_motion_holds_too(
    cards: dict[str, Question], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recall.tui.themed.TEXTUAL_ANIMATIONS", "none")
    async with window([cards["basic"]]) as shown:
        assert shown.app.animation_level == "none"
