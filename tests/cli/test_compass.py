"""``recall compass``, line by line, as JSON and as a page to keep."""

from __future__ import annotations

ALL = "n\ny\ny\n" + "1\n" * 12


def test_a_problem_is_walked_through_to_a_recommendation_with_its_reason_and_cards(machine):
    said = machine.recall("compass", "Orders", "leave", "late", given=ALL)
    assert said.code == 0
    assert "15 of 15." in said.out
    assert "Orders leave late\nKaizen.\n" in said.out
    assert "the present design could reach the goal in time" in said.out
    assert "Pace         ##|    clearly kaizen" in said.out
    assert "Scenarios: Packers on one line" in said.out


def test_the_problem_may_be_given_as_the_first_line_and_answers_be_changed_by_going_back(machine):
    said = machine.recall("compass", given="Late\nn\ny\ny\nb\nn\nr\n")
    assert "Your answer so far: yes." in said.out
    assert "Late\nBreakthrough, then kaizen.\n" in said.out


def test_a_session_on_just_these_cards_can_begin(machine):
    said = machine.recall("compass", "Late", given="y\nr\ns\n\n3\nq\n")
    assert "Contain first." in said.out
    logged = machine.recall("log", "--json").lines
    assert [(each["deck"], each["card"]) for each in logged if each["grade"]] == [
        ("breakthrough-vs-kaizen", "bas-76a")
    ]


def test_the_end_of_input_and_an_unclear_line_are_no_trouble(machine):
    said = machine.recall("compass", given=b"\xff\xfe\nmaybe\n7\n")
    assert said.code == 0
    assert said.out.count("y for yes, n for no") == 2
    assert "Too early to say." in said.out


def test_leaving_keeps_nothing(machine):
    said = machine.recall("compass", given="q\n")
    assert said.code == 0
    assert said.out.endswith("Nothing was kept.\n")
    assert machine.recall("log").out == ""


def test_json_stands_alone_on_standard_output(machine):
    said = machine.recall("compass", "Late", "--json", given=ALL)
    assert said.json["recommendation"]["verdict"] == "kaizen"
    assert said.json["profile"]["kaizen"] == 12
    assert len(said.json["cards"]) == 8
    assert "15 of 15." in said.err


def test_the_page_to_keep_overwrites_its_like_and_nothing_else(machine):
    page = machine.folder / "late.md"
    for _ in range(2):
        assert machine.recall("compass", "Late", "-o", page, given=ALL).code == 0
    assert "# Late\n" in page.read_text(encoding="utf-8")
    page.write_text("Mine.", encoding="utf-8")
    said = machine.recall("compass", "Late", "-o", page, given=ALL)
    assert said.code == 1
    assert "is no page of the compass" in said.err
    assert page.read_text(encoding="utf-8") == "Mine."
    assert machine.recall("compass", "Late", "-o", page, "--force", given=ALL).code == 0
