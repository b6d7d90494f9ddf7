"""Findings stand at their words, are silenced at the card, and come in the order of the file."""

from recall.decks.lint.run import lint
from recall.decks.read import read_bytes

VAGUE = "q: Explain kaizen.\na: Change for the better"
YES = "q: Is kaizen quick?\na: No, it never ends."
HEAD = "recall: 1\ndeck: t\ntitle: T\ncards:\n"


def places(problems):
    return [(each.rule, each.line, each.column, each.length) for each in problems]


def linted(text, **options):
    data = text.encode()
    return lint(read_bytes(data, "t.yaml"), data, **options)


def test_the_carets_stand_under_the_words_that_are_meant(found):
    (problem,) = found("q: >-\n  Say in your own words\n  what about waste etc.\na: b, and so on")
    assert problem.render().splitlines()[1:3] == [
        "    9 |     a: b, and so on",
        "      |           ^^^^^^^^^",
    ]


def test_words_in_a_block_are_found_on_their_line(found):
    (problem,) = found(
        "q: >-\n  The line stops at once. Where\n  is NOT the cause sought?\na: In people"
    )
    assert places([problem]) == [("negative-stem", 8, 10, 3)]


def test_words_behind_wide_signs_are_found(found):
    (problem,) = found("q: 改善 has an answer, hasn't it?\na: 改善, etc.")
    excerpt, carets = problem.render().splitlines()[1:3]
    assert carets.index("^") == excerpt.index("etc.") + 2


def test_an_option_is_marked_by_itself(found):
    (problem,) = found(
        "q: Which hue leads?\noptions:\n  - right: Red\n"
        "  - wrong: Blue\n    why: cold\n  - wrong: Green"
    )
    assert places([problem]) == [("no-feedback", 11, 16, 5)]


def test_cards_on_one_line_are_placed_too():
    problems = linted(HEAD + "  - {q: Explain kaizen., a: A change}\n")
    assert places(problems) == [("vague", 5, 9, 7)]


def test_windows_line_ends_and_a_byte_order_mark_move_nothing():
    text = HEAD + "  - id: a\n    q: Explain kaizen.\n    a: A change\n"
    assert places(linted("\ufeff" + text.replace("\n", "\r\n"))) == places(linted(text))


def test_problems_come_in_the_order_of_the_file(found):
    lines = [each.line for each in found(VAGUE, YES, VAGUE + "r", YES + " No.", VAGUE)]
    assert lines == sorted(lines)


def test_lint_ok_silences_a_rule_at_its_card_alone(rules):
    silenced = VAGUE + "\nlint-ok: [vague]\nnote: It is an essay."
    assert rules(silenced, "q: Discuss muda.\na: It is waste") == ["vague"]


def test_either_card_of_a_pair_can_silence_it(rules):
    one, other = "q: Who does kaizen?\na: All", "q: Who does kaizen?\na: Everybody"
    silence = "\nlint-ok: [duplicate-question]\nnote: Asked twice on purpose."
    assert rules(one, other) == ["duplicate-question"]
    assert rules(one + silence, other) == rules(one, other + silence) == []


def test_a_warning_of_the_reader_is_silenced_too(rules):
    card = "id: a\nq: What is a gemba?\na: The real place\nafter: [later]"
    assert rules(card) == ["unknown-after"]
    assert rules(card + "\nlint-ok: [unknown-after]\nnote: It comes soon.") == []


def test_a_silence_is_explained_needed_and_known(found):
    (idle, unexplained) = found("q: What is kaizen?\na: Small change\nlint-ok: [vague]")
    assert (idle.rule, unexplained.rule) == ("unexplained-lint-ok", "idle-lint-ok")
    (unknown,) = found(VAGUE + "\nlint-ok: [vague, dangeling]\nnote: x")
    assert unknown.help == "did you mean 'dangling'?"


def test_what_nobody_sees_yet_may_be_unfinished(rules):
    assert rules("q: What is kaizen?\na: TODO\ndraft: true", head="sources:\n  k: K\n") == []
    assert rules(VAGUE + "\ndraft: true") == ["vague"]


def test_a_release_wants_an_id_and_a_source_on_every_card(found):
    problems = found("q: What is kaizen?\na: Small change", release=True)
    assert [(each.rule, each.severity) for each in problems] == [
        ("missing-source", "error"),
        ("missing-id", "error"),
    ]
    whole = "id: a\nq: What is kaizen?\na: Small change\nsource: k"
    assert found(whole, head="sources:\n  k: K\n", release=True) == ()


def test_a_broken_deck_is_not_linted():
    problems = linted(HEAD + "  - q: Explain kaizen.\n    a: b\n    hnit: c\n")
    assert [each.rule for each in problems] == ["unknown-key"]


def test_how_far_it_is_goes_up_to_the_end():
    cards = "".join(f"  - q: What is {n} good for today?\n    a: Reason {n}\n" for n in range(600))
    parts = []
    linted(HEAD + cards, told=parts.append)
    assert parts == sorted(parts)
    assert 0 <= parts[0] < 0.1
    assert 0.8 < parts[-1] <= 1


def test_a_thousand_faults_are_listed_and_the_rest_counted():
    cards = "".join(f"  - q: Explain word{n}.\n    a: Reason {n}\n" for n in range(1_100))
    problems = linted(HEAD + cards)
    assert len(problems) == 1_001
    assert problems[-1].rule == "too-many-problems"
