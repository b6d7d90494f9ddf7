"""Decks change under a learner; their history does not."""

from __future__ import annotations

from recall.memory.events import Draft, Grade

CARDS = "recall: 1\ndeck: team\ntitle: Team\ncards:\n"


def card(name: str, question: str, answer: str = "Yes, it is so.", extra: str = "") -> str:
    return f"  - id: {name}\n    q: {question}\n    a: {answer}\n{extra}"


def deck(*cards: str) -> str:
    return CARDS + "".join(cards)


ONE = card("one", "What is the first thing?", "A thing.")
TWO = card("two", "What is the second thing?", "Another.")


def test_a_broken_deck_keeps_its_last_good_version_and_says_where_it_is_wrong(world):
    path = world.write(deck(ONE, TWO), "team.yaml")
    world.study()
    path.write_text(deck(ONE, TWO) + "    hnit: oh\n")
    with world.open() as collection:
        assert [loaded.deck.id for loaded in collection.library.loaded] == ["team"]
        (notice,) = collection.home().notices
        assert notice == 'team.yaml, line 11: unknown key "hnit". Its last good version is in use.'
        assert collection.deck_lines()[0].met == 2


def test_a_broken_deck_that_was_never_read_is_named_and_the_app_goes_on(world):
    world.write(deck(ONE), "good.yaml")
    world.write("recall: 1\ndeck: [", "bad.yaml")
    with world.open() as collection:
        assert len(collection.library.loaded) == 1
        assert collection.home().notices[0].startswith("bad.yaml")


def test_an_updated_deck_is_announced_once(world):
    world.write(deck(ONE), "team.yaml")
    world.study()
    world.write(deck(ONE, TWO), "team.yaml")
    with world.open() as collection:
        assert collection.home().notices == (
            "Team was updated: 1 new question. Your progress is kept.",
        )
    with world.open() as collection:
        assert collection.home().notices == ()


def test_many_updated_decks_are_announced_in_one_sentence(world):
    def write(*cards: str) -> None:
        for name in ("red", "green", "blue"):
            world.write(deck(*cards).replace("deck: team", f"deck: {name}"), f"{name}.yaml")

    write(ONE)
    world.study()
    write(ONE, TWO)
    with world.open() as collection:
        assert collection.home().notices == (
            "3 decks were updated: 3 new questions. Your progress is kept.",
        )


def test_a_card_renamed_with_was_keeps_its_history(world):
    world.write(deck(ONE, TWO), "team.yaml")
    world.study()
    renamed = card("first", "Something else altogether?", "Other.", "    was: [one]\n")
    world.write(deck(renamed, TWO), "team.yaml")
    with world.open() as collection:
        memory = collection.memories[("team/first/main", 1)]
        assert memory.reviews == 1
        adopted = [event for event in collection.store.events() if event.kind == "adopt"]
        assert [event.details["from"] for event in adopted] == ["team/one/main"]
    with world.open() as collection:
        adopted = [event for event in collection.store.events() if event.kind == "adopt"]
        assert len(adopted) == 1, "an adoption happens once"


def test_a_card_renamed_without_was_keeps_its_history_by_its_text(world):
    world.write(deck(ONE, TWO), "team.yaml")
    world.study()
    world.write(deck(ONE.replace("id: one", "id: uno"), TWO), "team.yaml")
    with world.open() as collection:
        assert collection.memories[("team/uno/main", 1)].reviews == 1


def test_a_card_without_id_keeps_its_history_when_it_gets_one(world):
    bare = "  - q: What has no id?\n    a: This.\n"
    world.write(deck(bare, TWO), "team.yaml")
    world.study()
    world.write(deck(card("named", "What has no id?", "This."), TWO), "team.yaml")
    with world.open() as collection:
        assert collection.memories[("team/named/main", 1)].reviews == 1


def test_a_raised_rev_starts_the_card_again_and_the_old_log_stays(world):
    world.write(deck(ONE, TWO), "team.yaml")
    world.study()
    again = card("one", "What is the first thing now?", "A thing.", "    rev: 2\n")
    world.write(deck(again, TWO), "team.yaml")
    with world.open() as collection:
        assert ("team/one/main", 2) not in collection.memories
        assert collection.memories[("team/one/main", 1)].reviews == 1
        assert collection.home().new == 1


def test_a_deleted_card_retires_and_comes_back_with_its_history(world):
    world.write(deck(ONE, TWO), "team.yaml")
    world.study()
    world.write(deck(TWO), "team.yaml")
    with world.open() as collection:
        assert collection.deck_lines()[0].total == 1
    world.write(deck(ONE, TWO), "team.yaml")
    with world.open() as collection:
        assert collection.deck_lines()[0].met == 2


def test_a_deck_that_is_absent_for_a_while_loses_nothing(world):
    path = world.write(deck(ONE, TWO), "team.yaml")
    world.study(Grade.EASY)
    text = path.read_text()
    path.unlink()
    with world.open() as collection:
        assert collection.home().status in ("none", "done")
    path.write_text(text)
    with world.open() as collection:
        assert collection.deck_lines()[0].met == 2


def test_a_card_moved_to_another_deck_keeps_its_history(world):
    world.write(deck(ONE, TWO), "team.yaml")
    world.study()
    world.write(deck(TWO), "team.yaml")
    moved = card("one", "What is the first thing?", "A thing.", "    was: [team/one]\n")
    world.write("recall: 1\ndeck: other\ntitle: Other\ncards:\n" + moved, "other.yaml")
    with world.open() as collection:
        assert collection.memories[("other/one/main", 1)].reviews == 1


def test_a_card_put_away_stays_away_under_its_new_name(world):
    world.write(deck(ONE, TWO), "team.yaml")
    world.study()
    with world.open() as collection:
        collection.store.append([Draft("suspend", "team/one")])
    world.write(deck(ONE.replace("id: one", "id: uno"), TWO), "team.yaml")
    with world.open() as collection:
        assert collection.cards["team/uno"].suspended


def test_a_card_renamed_to_and_fro_takes_every_review_along(world):
    there, back = deck(ONE, TWO), deck(ONE.replace("id: one", "id: uno"), TWO)
    for turn, text in enumerate((there, back, there, back)):
        world.write(text, "team.yaml")
        world.study(Grade.AGAIN, minutes=1)
        name = "team/uno/main" if text is back else "team/one/main"
        with world.open() as collection:
            assert collection.memories[(name, 1)].reviews == 2 * (turn + 1)
        world.pass_days(1)


def study_and_reword(world):
    """A question is answered; then its text changes a lot."""
    world.write(deck(ONE), "team.yaml")
    world.study(Grade.AGAIN)
    other = card("one", "Which of all our habits would you give up first, and why?", "Hurry.")
    world.write(deck(other), "team.yaml")


def test_a_question_whose_text_changed_a_lot_says_so_once(world):
    study_and_reword(world)
    world.pass_days(2)
    with world.open() as collection:
        sitting = collection.sit()
        assert "updated" in sitting.first_time
        world.answer(sitting, Grade.AGAIN)
        assert "updated" not in sitting.first_time
    world.pass_days(2)
    with world.open() as collection:
        assert "updated" not in collection.sit().first_time


def test_a_changed_question_says_so_however_late_it_comes(world):
    study_and_reword(world)
    for _ in range(3):
        with world.open():
            world.pass_days(2)
    with world.open() as collection:
        assert "updated" in collection.sit().first_time


def test_a_changed_question_says_so_again_where_its_answer_was_taken_back(world):
    study_and_reword(world)
    world.pass_days(2)
    with world.open() as collection:
        world.answer(collection.sit(), Grade.GOOD)
        collection.refresh()
        assert not collection.updated
        collection.undo()
        assert collection.updated == {"team/one"}


def test_a_changed_question_never_met_has_nothing_to_say(world):
    world.write(deck(ONE, TWO), "team.yaml")
    with world.open():
        pass
    other = card("one", "Which of all our habits would you give up first, and why?", "Hurry.")
    world.write(deck(other, TWO), "team.yaml")
    with world.open() as collection:
        assert not collection.updated
        assert not list(collection.store.events())
