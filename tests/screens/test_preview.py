"""A deck in the review screen while its author writes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from recall.errors import RecallError
from recall.tui.preview import PreviewJourney
from tests.support.previews import DECK, previewing

Matches = Callable[[str, str], None]
SIZES = [(80, 24), (40, 15)]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    file = tmp_path / "our-standards.yaml"
    file.write_text(DECK, encoding="utf-8")
    return file


def _name(what: str, size: tuple[int, int]) -> str:
    return f"preview-{what}-{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES)
async def test_a_card_is_shown_as_learners_will_see_it(
    deck: Path, size: tuple[int, int], matches: Matches
) -> None:
    async with previewing(deck, size=size) as shown:
        matches(_name("question", size), shown.text)
        await shown.press("space")
        matches(_name("answer", size), shown.text)


async def test_every_kind_is_answered_and_a_grade_goes_on_to_the_next(deck: Path) -> None:
    async with previewing(deck) as shown:
        await shown.press("h")
        assert shown.has("Hint: Not only leaders.")
        await shown.press("space", "space")
        assert shown.has("Which word names unevenness?")
        await shown.type("muri")
        await shown.press("enter")
        assert shown.has("[1 New to me]")
        await shown.press("1")
        assert shown.has("What happens first")
        wrong = re.search(r"(\d)  +The line stops", shown.text)
        assert wrong is not None
        await shown.press(wrong[1])
        assert shown.has("It stops only if the cycle ends")
        await shown.press("space")
        assert shown.has("Put the three steps in order.")
        await shown.press("0")
        assert shown.has("Right order")
        await shown.press("space")
        assert shown.has("card 5 of 7, question 1 of 2")
        await shown.press("space", "4")
        assert shown.has("card 5 of 7, question 2 of 2")
        await shown.press("space", "2")
        assert shown.has("Kaizen Breakthrough")
        await shown.press("n", "n")
        assert shown.has("Which question is not ready yet?")
        assert shown.has("a draft: only you see it")
        await shown.press("space", "3")
        assert shown.has("That was the last card.")


async def test_one_goes_back_and_forth_and_asks_a_question_again(deck: Path) -> None:
    async with previewing(deck, card="steps") as shown:
        assert shown.has("card 4 of 7")
        await shown.press("p")
        assert shown.has("card 3 of 7")
        await shown.press("0")
        assert shown.has("Space Go on") or shown.has("[ Space ] Go on")
        await shown.press("u")
        assert shown.has("Press the number of your answer")
        await shown.press("right")
        assert shown.has("card 4 of 7")
        await shown.press("left", "left", "escape", "left", "left")
        assert shown.has("This is the first card.")
        await shown.press("tab", "tab")
        assert shown.has("card 3 of 7")


@pytest.mark.parametrize("size", SIZES)
async def test_any_card_is_reached_by_the_list_and_by_typing(
    deck: Path, size: tuple[int, int], matches: Matches
) -> None:
    async with previewing(deck, size=size) as shown:
        await shown.press("/")
        matches(_name("list", size), shown.text)
        await shown.type("slides back")
        matches(_name("found", size), shown.text)
        await shown.press("enter")
        assert shown.has("that is not held slides back.")
        await shown.press("/", "down", "up", "up", "pagedown", "enter")
        assert shown.has("Which question is not ready yet?")
        await shown.press("/")
        await shown.type("nowhere")
        assert shown.has("No card has all of these words.")
        await shown.press("enter", "escape")
        assert shown.has("Which question is not ready yet?")


async def test_a_card_of_the_list_is_chosen_with_the_mouse(deck: Path) -> None:
    async with previewing(deck) as shown:
        await shown.press("/")
        row = next(at for at, line in enumerate(shown.text.splitlines()) if "three steps" in line)
        await shown.pilot.click(offset=(30, row))
        await shown.shows("card 4 of 7")


async def test_a_typed_answer_that_was_left_is_still_there_after_the_list(deck: Path) -> None:
    async with previewing(deck, card="word") as shown:
        await shown.type("mu")
        await shown.press("escape", "/")
        await shown.type("who")
        await shown.press("escape")
        assert shown.has("Which word names unevenness?")
        await shown.press("i", "r", "a", "enter")
        assert shown.has("[3 Got it]")


@pytest.mark.parametrize("way", ["save", "replace"])
async def test_a_save_shows_at_once_and_the_answer_stays_open(deck: Path, way: str) -> None:
    async with previewing(deck) as shown:
        await shown.press("space")
        if way == "save":
            shown.save(DECK.replace("Everyone who sees", "Whoever sees"))
        else:
            shown.replace("Everyone who sees", "Whoever sees")
        assert await shown.shows("Whoever sees a problem.") < 1.0
        assert shown.has("[3 Got it]")


async def test_one_stays_at_the_card_when_others_come_and_go(deck: Path) -> None:
    async with previewing(deck, card="next") as shown:
        new = "      - id: new\n        q: What is new?\n        a: This.\n"
        shown.replace("      - id: who\n", f"{new}      - id: who\n")
        await shown.shows("card 4 of 8")
        assert shown.has("What happens first")
        shown.replace("id: next", "id: first-help")
        await shown.shows("first-help, line")
        assert shown.has("What happens first")


async def test_where_a_card_is_taken_out_the_one_in_its_place_is_shown(deck: Path) -> None:
    async with previewing(deck, card="word") as shown:
        shown.replace(
            "      - id: word\n        q: Which word names unevenness?\n        typed: mura\n", ""
        )
        await shown.shows("card 2 of 6")
        assert shown.has("What happens first")
        assert shown.has("The card that was here is gone")


@pytest.mark.parametrize("size", SIZES)
async def test_a_broken_save_is_told_above_the_last_good_version(
    deck: Path, size: tuple[int, int], matches: Matches
) -> None:
    async with previewing(deck, size=size) as shown:
        await shown.press("space")
        shown.replace("hint:", "hnit:")
        await shown.shows("our-standards.yaml:13:9: unknown key 'hnit'")
        matches(_name("broken-save", size), shown.text)
        text = shown.file.read_text(encoding="utf-8")
        shown.save(text.replace("draft: true", "draft: perhaps").replace("hnit", "hint"))
        await shown.shows("our-standards.yaml:37:16")
        shown.save(text.replace("draft: true", "draft: perhaps"))
        await shown.shows("1 more problem. Below is the last good version.")
        shown.save(DECK)
        await shown.until(lambda: "✗" not in shown.text)
        assert shown.has("Everyone who sees a problem.")


async def test_the_text_field_stands_where_its_question_does_below_a_problem(deck: Path) -> None:
    async with previewing(deck, card="word") as shown:
        shown.replace("hint:", "hnit:")
        await shown.shows("unknown key")
        await shown.type("mura")
        assert re.search(r"^ +you +mura$", shown.text, re.MULTILINE)
        await shown.press("enter")
        assert shown.has("answer mura")


@pytest.mark.parametrize("size", SIZES)
async def test_a_file_broken_from_the_start_says_why_and_waits_for_its_mend(
    deck: Path, size: tuple[int, int], matches: Matches
) -> None:
    deck.write_text(DECK.replace("hint:", "hnit:").replace("typed: mura", ""), encoding="utf-8")
    async with previewing(deck, size=size, card="word") as shown:
        matches(_name("broken-file", size), shown.text)
        await shown.press("down", "up")
        shown.save("")
        await shown.shows("there is no deck in this file")
        shown.save(DECK)
        await shown.shows("Which word names unevenness?")


async def test_a_file_that_holds_no_cards_waits_too(deck: Path) -> None:
    deck.write_text("recall: 1\ndeck: d\ntitle: D\ncards: []\n", encoding="utf-8")
    async with previewing(deck) as shown:
        assert shown.has("there is no card in it yet")
        shown.save("recall: 1\npaths: []\n")
        await shown.shows("it holds learning paths, no deck")
        await shown.press("q")
        assert shown.app.return_code == 0


def test_a_file_of_learning_paths_is_said_at_once(deck: Path) -> None:
    deck.write_text("recall: 1\npaths:\n  - id: p\n    title: P\n    steps: []\n", "utf-8")
    with pytest.raises(RecallError, match="learning paths, no deck"):
        PreviewJourney(deck).read()


async def test_help_and_palette_know_the_keys_of_a_preview(deck: Path) -> None:
    async with previewing(deck, keys={"next_card": ("x",)}) as shown:
        await shown.press("?")
        assert shown.has("Keys")
        await shown.press("escape", "x")
        assert shown.has("card 2 of 7")
        names = [each.title for each in shown.app.get_system_commands(shown.app.screen)]
        assert "Edit the card in your editor" not in names
        await shown.press("escape")
        names = [each.title for each in shown.app.get_system_commands(shown.app.screen)]
        assert "Next card" in names
        assert "Put away: do not ask it" not in names


async def test_a_save_reaches_the_card_below_the_list_and_below_help(deck: Path) -> None:
    async with previewing(deck) as shown:
        await shown.press("/")
        shown.replace("Who may pull", "Who pulls")
        await shown.shows("Who pulls the andon cord?")
        await shown.press("escape", "?")
        shown.replace("Who pulls", "Who on earth pulls")
        await shown.pilot.pause(0.4)
        await shown.press("escape")
        assert shown.has("Who on earth pulls")


def test_an_unknown_card_is_said_with_the_nearest(deck: Path) -> None:
    with pytest.raises(RecallError, match="no card has the id wrod") as fault:
        PreviewJourney(deck, "wrod").read()
    assert fault.value.mend == "did you mean word?"
