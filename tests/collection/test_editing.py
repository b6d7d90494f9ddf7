"""A card changed in its file while a session is going on."""

from __future__ import annotations

from pathlib import Path

import pytest

from recall import paths
from recall.collection.editing import drop_if_same, own_copy, read_again, whereabouts
from recall.errors import RecallError
from recall.memory.events import Grade
from recall.session import machine as m
from tests.collection.conftest import MINI


def changed(world, collection, old: str, new: str, text: str = MINI) -> str:
    assert old in text
    return read_again(collection, world.write(text.replace(old, new)))


def test_a_card_is_found_where_it_stands_now(world):
    path = world.write()
    with world.open() as collection:
        world.write(MINI.replace("title: Mini", "title: Mini\n# A remark.\n# And one more."))
        place = whereabouts(collection, "mini/beta")
        assert (place.path, place.line, place.title, place.packed) == (path, 13, "Mini", False)
        world.write("nonsense")
        assert whereabouts(collection, "mini/beta").line == 11
        path.unlink()
        assert whereabouts(collection, "mini/beta").line == 11
        assert whereabouts(collection, "mini/gone") is None


def test_a_deck_inside_the_app_is_known_as_such(world, monkeypatch):
    path = world.write()
    monkeypatch.setattr(paths, "__file__", str(world.decks / "paths.py"))
    assert paths.is_packed(path)
    assert not paths.is_packed(world.folder / "mini.yaml")


def test_the_session_goes_on_with_the_new_words_and_the_history_stays(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit()
        world.press(sitting, m.Reveal(sitting.now()))
        assert changed(world, collection, "a: Alpha.", "a: Alpha, the first letter.") == ""
        assert sitting.reread()
        assert sitting.question.answer == "Alpha, the first letter."
        assert sitting.state.phase == m.ANSWERED
        assert world.answer(sitting) == "mini/alpha/main"
        assert [event.prompt for event in collection.store.events()] == ["mini/alpha/main"]


def test_time_spent_elsewhere_is_charged_to_no_answer(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit()
        left = sitting.ms_left()
        world.wait(50_000)
        sitting.absent(50_000)
        assert sitting.ms_left() == left
        world.wait(2_000)
        world.answer(sitting)
        (event,) = collection.store.events()
        assert event.took_ms < 10_000


def test_a_card_that_left_its_deck_stays_until_it_is_answered_and_can_be_taken_back(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit()
        alpha = "      - id: alpha\n        q: What comes first?\n        a: Alpha.\n"
        assert changed(world, collection, alpha, "") == ""
        assert not sitting.reread()
        assert sitting.question.text == "What comes first?"
        world.write(MINI.replace(alpha, "").replace("id: beta", "id: bravo"))
        read_again(collection, world.decks / "mini.yaml")
        assert not sitting.reread()
        assert world.answer(sitting) == "mini/alpha/main"
        assert sitting.question.card in ("gaps", "word"), "what is gone is not awaited"
        world.press(sitting, m.Undo(sitting.now()))
        assert sitting.question.text == "What comes first?"
        assert len(sitting.summary().look_again) == 0


def test_what_is_still_to_come_is_taken_from_the_new_deck(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit()
        text = MINI.replace("id: beta", "id: beta\n        rev: 2")
        changed(world, collection, "a: Beta.", "a: Beta, the second.", text)
        assert sitting.reread()
        world.answer(sitting)
        assert (sitting.question.card, sitting.question.rev) == ("beta", 2)
        assert sitting.question.answer == "Beta, the second."


def test_a_card_on_the_screen_whose_rev_was_raised_starts_again(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit()
        changed(world, collection, "id: alpha", "id: alpha\n        rev: 2")
        assert sitting.reread()
        world.answer(sitting)
        (event,) = collection.store.events()
        assert event.rev == 2


def test_a_question_that_comes_once_more_is_asked_with_its_new_words(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit()
        world.answer(sitting, Grade.AGAIN)
        changed(world, collection, "q: What comes first?", "q: Which comes first?")
        assert sitting.reread()
        texts = []
        while sitting.question is not None:
            texts.append(sitting.question.text)
            world.answer(sitting)
        assert "Which comes first?" in texts


def test_a_renamed_card_takes_its_history_along_in_mid_session(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit()
        world.answer(sitting)
        renamed = "id: first\n        was: [alpha]"
        assert changed(world, collection, "id: alpha", renamed) == ""
        sitting.reread()
        assert "mini/first/main" in {key.prompt for key in collection.memories}


def test_a_deck_that_is_broken_now_is_said_and_goes_on_as_it_was(world):
    world.write()
    with world.open() as collection:
        sitting = collection.sit()
        said = changed(world, collection, "a: Alpha.", "answer: Alpha.")
        assert said == (
            "mini.yaml, line 9: this question has no answer. Its last good version is in use."
        )
        assert sitting.reread()
        assert sitting.question.answer == "Alpha."


def test_home_and_plan_count_what_the_new_deck_has(world):
    world.write()
    with world.open() as collection:
        before = collection.total_questions()
        new = "      - id: new\n        q: What is new?\n        a: This.\n      - id: beta"
        changed(world, collection, "      - id: beta", new)
        assert collection.total_questions() == before + 1
        assert collection.find("mini/new") is not None


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    path = tmp_path / "elsewhere" / "shipped.yaml"
    path.parent.mkdir()
    path.write_text(MINI, encoding="utf-8")
    return path


def test_a_copy_of_ones_own_is_made_whole_and_never_over_another_file(world, shipped):
    with world.open() as collection:
        copy = own_copy(collection, shipped)
        assert copy == world.decks / "shipped.yaml"
        assert copy.read_text(encoding="utf-8") == MINI
        with pytest.raises(RecallError, match="a file of this name already"):
            own_copy(collection, shipped)
        drop_if_same(copy, shipped)
        assert not copy.exists()
        copy = own_copy(collection, shipped)
        copy.write_text(MINI.replace("Alpha.", "Alpha!"), encoding="utf-8")
        drop_if_same(copy, shipped)
        assert copy.exists()
