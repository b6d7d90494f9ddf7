"""In which order the questions of a plan are shown: easy wins, then a change of module and kind."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from recall.session.order import in_order_of_showing
from tests.support.planning import memory, names, planned

SEEN = memory()


def seen(name, chance=0.9, module="d/m"):
    return planned(name, SEEN, chance=chance, module=module)


def test_two_easy_wins_come_first():
    chosen = [planned("n"), seen("a", 0.7), seen("b", 0.94), seen("c", 0.8), seen("e", 0.92)]
    assert names(in_order_of_showing(chosen))[:2] == ["b", "e"]


def test_the_second_easy_win_is_of_another_module_where_there_is_one_nearly_as_easy():
    chosen = [seen("a", 0.94), seen("b", 0.93), seen("c", 0.9, "d/other"), planned("n")]
    assert names(in_order_of_showing(chosen))[:2] == ["a", "c"]
    chosen[2] = seen("c", 0.5, "d/other")
    assert names(in_order_of_showing(chosen))[:2] == ["a", "b"]


def test_new_questions_are_spread_among_the_others():
    chosen = [planned(f"n{n}") for n in range(8)] + [seen(f"s{n}") for n in range(6)]
    kinds = "".join("n" if each.is_new else "s" for each in in_order_of_showing(chosen))
    assert "nnn" not in kinds
    assert kinds.startswith("ss")
    assert "sss" not in kinds[2:]


def test_modules_change_from_question_to_question_where_they_can():
    chosen = [seen(f"{module}{n}", 0.8, f"d/{module}") for module in "abc" for n in range(3)]
    modules = [each.candidate.module for each in in_order_of_showing(chosen)]
    assert all(one != next_one for one, next_one in pairwise(modules))


def test_one_module_larger_than_the_rest_does_not_end_in_a_row():
    chosen = [seen(f"a{n}", 0.8, "d/a") for n in range(4)]
    chosen += [seen(f"b{n}", 0.8, "d/b") for n in range(4)]
    chosen += [seen("c", 0.8, "d/c")]
    modules = [each.candidate.module for each in in_order_of_showing(chosen)]
    assert all(one != next_one for one, next_one in pairwise(modules))


def test_look_alikes_of_two_modules_do_not_follow_one_another():
    alike = {"group": "d/rows"}
    chosen = [seen(f"a{n}", 0.8, "d/a") for n in range(2)]
    chosen = [each._replace(candidate=each.candidate._replace(**alike)) for each in chosen]
    chosen += [planned("b", SEEN, chance=0.8, module="d/b", **alike)]
    chosen += [seen(f"c{n}", 0.8, "d/c") for n in range(3)]
    groups = [each.candidate.group for each in in_order_of_showing(chosen)]
    assert all(not (one and one == next_one) for one, next_one in pairwise(groups))


def test_new_cards_of_one_module_keep_the_order_of_the_deck():
    chosen = [planned(f"n{n}") for n in range(9)] + [seen(f"s{n}") for n in range(3)]
    shown = [name for name in names(in_order_of_showing(chosen)) if name.startswith("n")]
    assert shown == [f"n{n}" for n in range(9)]


def test_a_very_first_session_shows_two_basic_cards_first():
    chosen = [planned("cloze"), planned("a", basic=True), planned("b", basic=True)]
    assert names(in_order_of_showing(chosen, first_session=True)) == ["a", "b", "cloze"]


def test_nothing_chosen_is_nothing_shown():
    assert in_order_of_showing([]) == ()


kinds = st.lists(st.tuples(st.booleans(), st.integers(0, 3), st.booleans()), max_size=70)


@given(kinds, st.booleans())
@settings(deadline=None, derandomize=True, max_examples=150)
def test_all_are_shown_once_and_none_before_what_it_builds_on(listed, first):
    chosen = []
    for number, (is_new, module, gated) in enumerate(listed):
        after = frozenset({f"d/q{number - 1}"} if gated and number else ())
        remembered = None if is_new else SEEN
        chosen.append(planned(f"q{number}", remembered, module=f"d/m{module}", after=after))
    shown = in_order_of_showing(chosen, first_session=first)
    assert sorted(names(shown)) == sorted(names(chosen))
    for position, each in enumerate(shown):
        if each.is_new:
            before = {earlier.candidate.card for earlier in shown[:position]}
            assert each.candidate.after <= before


@given(kinds)
@settings(deadline=None, derandomize=True, max_examples=150)
def test_three_new_ones_or_two_of_a_module_follow_only_for_want_of_choice(listed):
    chosen = [
        planned(f"q{number}", None if is_new else SEEN, module=f"d/m{module}")
        for number, (is_new, module, _) in enumerate(listed[:50])
    ]
    shown = in_order_of_showing(chosen)
    for position in range(2, len(shown)):
        *_, before, last, each = shown[: position + 1]
        left = shown[position:]
        three_new = before.is_new and last.is_new and each.is_new
        if three_new:
            assert all(other.is_new for other in left)
        if each.candidate.module == last.candidate.module:
            others = [other for other in left if other.candidate.module != last.candidate.module]
            assert not others or (before.is_new and last.is_new and all(o.is_new for o in others))
