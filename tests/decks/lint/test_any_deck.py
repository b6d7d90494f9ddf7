"""Whatever a sound deck holds, checking it ends with places that are in the file."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from recall.decks.lint.run import lint
from recall.decks.read import read_bytes

TELLING = """
What is it not or and who kaizen PDCA etc. TODO 改善 {{gap}} {{gap|hint}} ? : , 'a' "b"
why name three Yes No - -> 1. this
"""
PIECES = TELLING.split()
WORDS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=30),
    st.lists(
        st.sampled_from(PIECES),
        min_size=1,
        max_size=12,
    ).map(" ".join),
)
OPTION = st.fixed_dictionaries({"wrong": WORDS}, optional={"why": WORDS})
RIGHT = st.fixed_dictionaries({"right": WORDS})
EXTRAS = {
    "hint": WORDS,
    "why": WORDS,
    "lint-ok": st.lists(st.sampled_from(["vague", "yes-no", "near-pair", "no such"]), min_size=1),
    "note": WORDS,
    "lang": st.sampled_from(["en", "de", "ja"]),
}
KINDS = [
    {"q": WORDS, "a": WORDS},
    {"q": WORDS, "typed": WORDS, "accept": st.lists(WORDS, min_size=1, max_size=3)},
    {"q": WORDS, "options": st.tuples(RIGHT, OPTION, OPTION)},
    {"term": WORDS, "means": WORDS},
    {"cloze": WORDS.map(lambda text: text + " {{gap}}")},
    {"order": WORDS, "items": st.lists(WORDS, min_size=2, max_size=4)},
    {
        "compare": st.tuples(WORDS, WORDS),
        "rows": st.dictionaries(WORDS, st.tuples(WORDS, WORDS), min_size=1, max_size=3),
    },
]
CARD = st.one_of([st.fixed_dictionaries(kind, optional=EXTRAS) for kind in KINDS])


@settings(deadline=None, derandomize=True, max_examples=120)
@given(st.lists(CARD, min_size=1, max_size=6))
def test_checking_ends_and_its_places_are_in_the_file(cards):
    # JSON is YAML; one card a line.
    bodies = "".join(f"  - {json.dumps(card, ensure_ascii=False)}\n" for card in cards)
    text = f"recall: 1\ndeck: t\ntitle: T\ncards:\n{bodies}"
    data = text.encode()
    reading = read_bytes(data, "t.yaml")
    lines = text.split("\n")
    for problem in lint(reading, data, release=True):
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.render()
