"""The command line on a PostgreSQL server: the URL and the learner come from outside."""

from __future__ import annotations

import pytest

from tests.support.stores import new_database, postgres

__all__ = ["postgres"]


@pytest.fixture
def server(machine, postgres):
    machine.set("RECALL_DATABASE_URL", new_database(postgres))
    machine.recall("add", machine.write())
    return machine


def test_two_learners_share_a_database_and_no_progress(server):
    server.set("RECALL_LEARNER", "ana")
    assert server.recall("review", "--plain", "mini", given="\n3\n:q\n").code == 0
    server.set("RECALL_LEARNER", "ben")
    assert server.recall("log").out == ""
    assert server.recall("review", "--plain", "mini", given="\n1\n\n2\n:q\n").code == 0
    assert [event["grade"] for event in server.recall("log", "--json").lines] == [1, 2]
    server.set("RECALL_LEARNER", "ana")
    assert [event["grade"] for event in server.recall("log", "--json").lines] == [3]


def test_undo_and_decks_work_as_they_do_on_a_file(server):
    server.recall("review", "--plain", "mini", given="\n3\n:q\n")
    assert "1 of 2" in server.recall("decks").out
    assert "Undone: Got it" in server.recall("undo").out
    assert server.recall("decks", "--json").json[0]["met"] == 0


def test_a_server_that_does_not_answer_is_a_sentence_without_the_password(machine):
    url = "postgresql://someone:secret@127.0.0.1:1/nothing"
    said = machine.recall("due", "--database", url)
    assert said.code == 3
    assert "secret" not in said.err
    assert "Traceback" not in said.err


def test_the_prompt_tells_each_learner_their_own_day_and_no_address(server):
    server.set("RECALL_LEARNER", "ana")
    server.recall("review", "--plain", "mini", given="\n3\n:q\n")
    ours = server.recall("due", "--short").out
    assert ours.strip().endswith("min")
    server.set("RECALL_LEARNER", "ben")
    assert server.recall("due", "--short").out == ""
    written = b"".join(file.read_bytes() for file in server.folder.rglob("status"))
    assert b"postgresql" not in written
    assert not list(server.folder.rglob("*.home.json"))
