"""The searches over a whole deck find exactly what a slow look at every pair would."""

from hypothesis import given, settings
from hypothesis import strategies as st

from recall.decks.lint.circles import circles
from recall.decks.lint.near import ALIKE, FEWEST_WORDS, near_pairs
from recall.decks.lint.run import lint
from recall.decks.read import read_bytes

WORDS = st.sampled_from([f"w{n}" for n in range(14)])
TEXTS = st.lists(st.frozensets(WORDS, min_size=3, max_size=12), max_size=25)
GRAPHS = st.dictionaries(
    st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefz"), max_size=3).map(tuple)
)


def alike(one, other):
    shared = 2 * len(one & other) / (len(one) + len(other))
    return shared >= ALIKE - 1e-9 and abs(len(one) - len(other)) <= 2


@settings(deadline=None, derandomize=True, max_examples=300)
@given(TEXTS)
def test_a_text_has_a_near_one_exactly_where_comparing_all_pairs_finds_one(texts):
    near = dict(reversed(pair) for pair in near_pairs(texts, lambda a, b: True, lambda n: None))
    for later, text in enumerate(texts):
        wanted = [
            earlier
            for earlier in range(later)
            if alike(texts[earlier], text) and min(len(text), len(texts[earlier])) >= FEWEST_WORDS
        ]
        assert (later in near) == bool(wanted)
        assert not wanted or near[later] in wanted


def reaches(graph, start):
    found, open_ = set(), list(graph.get(start, ()))
    while open_:
        name = open_.pop()
        if name not in found:
            found.add(name)
            open_ += graph.get(name, ())
    return found


@settings(deadline=None, derandomize=True, max_examples=300)
@given(GRAPHS)
def test_circles_are_told_exactly_where_something_waits_for_itself(graph):
    told = list(circles(graph))
    for circle in told:
        for name, next_ in zip(circle, (*circle[1:], circle[0]), strict=True):
            assert next_ in graph[name]
    waiting = {name for name in graph if name in reaches(graph, name)}
    assert bool(told) == bool(waiting)
    assert len({name for circle in told for name in circle}) == sum(map(len, told))


def test_a_chain_of_ten_thousand_needs_no_recursion():
    chain = {str(n): (str(n + 1),) for n in range(10_000)}
    assert list(circles(chain)) == []
    assert [len(each) for each in circles(chain | {"10000": ("0",)})] == [10_001]


def test_modules_that_wait_for_each_other_are_a_circle():
    text = (
        "recall: 1\ndeck: t\ntitle: T\nmodules:\n"
        "  - id: m\n    title: M\n    after: [n]\n    cards:\n"
        "      - {id: a, q: What is a?, a: A1}\n"
        "  - id: n\n    title: N\n    cards:\n"
        "      - {id: b, q: And b is what?, a: B1, after: [m]}\n"
    )
    (problem,) = lint(read_bytes(text.encode(), "t"), text.encode())
    assert problem.rule == "circular-after"
    assert "m -> a -> n -> b -> m" in problem.message
    assert (problem.line, problem.column) == (13, 43)
