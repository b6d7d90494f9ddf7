"""Lines of styled text: nothing gets lost, nothing gets wider than its room."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from recall.tui.draw.text import Run, cut, ends, place, plain, width_of
from recall.tui.draw.wrap import paragraphs, wrap
from recall.tui.signs import TWINS, speaks_utf8, to_ascii

SIGNS = (*"abc def [](){}.,改善日本、。é–…— \n\t", "👩\u200d🔬", "❤\ufe0f", "👍🏽")
TEXT = st.lists(st.sampled_from(SIGNS), max_size=120).map("".join)
FIXED = settings(deadline=None, derandomize=True)


@FIXED
@given(TEXT, st.integers(2, 40))
def test_wrapped_lines_fit_and_keep_every_sign(text: str, width: int) -> None:
    lines = wrap([Run(text[: len(text) // 2], "bold"), Run(text[len(text) // 2 :])], width)
    assert all(width_of(line) <= width for line in lines)
    kept = "".join(plain(line) for line in lines)
    assert "".join(kept.split()) == "".join(text.split())


@FIXED
@given(TEXT, st.integers(0, 40))
def test_a_cut_line_fits(text: str, width: int) -> None:
    shown = " ".join(text.split())
    line = cut((Run(shown),), width)
    assert width_of(line) <= width
    assert plain(line) == shown or plain(line).endswith("…") or not width


def test_words_stay_whole_and_styles_with_them() -> None:
    lines = wrap([Run("hold a "), Run("[standard]", "bold"), Run(". Then raise it.")], 14)
    assert [plain(line) for line in lines] == ["hold a", "[standard].", "Then raise it."]
    assert lines[1][0] == Run("[standard]", "bold")


def test_text_without_blanks_breaks_between_wide_signs() -> None:
    lines = [plain(line) for line in paragraphs("改善とは、毎日の改善。", 8)]
    assert lines == ["改善と", "は、毎日", "の改善。"]


def test_a_picture_joined_of_several_is_never_torn() -> None:
    lab = "👩\u200d🔬"
    assert [plain(line) for line in paragraphs(lab * 3, 5)] == [lab * 2, lab]
    assert [plain(line) for line in paragraphs("ab" + "❤\ufe0f" * 3, 5)] == [
        "ab❤\ufe0f",
        "❤\ufe0f❤\ufe0f",
    ]
    assert [plain(line) for line in paragraphs("👍🏽" * 2, 3)] == ["👍🏽", "👍🏽"]
    assert plain(cut((Run(lab * 3),), 5)) == f"{lab * 2}…"


def test_an_empty_line_parts_paragraphs_and_a_line_end_does_not() -> None:
    lines = [plain(line) for line in paragraphs("one\ntwo\n\nthree", 40)]
    assert lines == ["one two", "", "three"]


def test_pieces_stand_at_their_columns() -> None:
    line = place((0, (Run("ab"),)), (6, (Run("改善"),)), (11, (Run("x"),)))
    assert plain(line) == "ab    改善 x"
    assert plain(ends((Run("a long title"),), (Run("3 min"),), 12)) == "a lo…  3 min"


@FIXED
@given(TEXT)
def test_ascii_signs_take_just_as_many_cells(text: str) -> None:
    shown = to_ascii(text)
    assert shown.isascii()
    assert cell_len(shown.replace("\n", "").replace("\t", "")) == cell_len(
        text.replace("\n", "").replace("\t", "")
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("👩\u200d🔬 in the lab", "?? in the lab"),
        ("👨\u200d👩\u200d👧 ✓", "?? +"),
        ("I ❤\ufe0f it", "I ?? it"),
        ("✓\ufe0f done", "+ done"),
        ("e\u0301te\u0301", "ete"),
    ],
)
def test_a_sign_made_of_several_takes_the_cells_of_one(text: str, shown: str) -> None:
    assert to_ascii(text) == shown
    assert cell_len(text) == len(shown)


def test_every_sign_of_the_screens_has_a_twin() -> None:
    assert to_ascii("✓ ✗ ● ○ · ▸ ↓ █ ░ ━ ─ │") == "+ x * o . > v # . = - |"
    assert all(cell_len(sign) == len(twin) == 1 for sign, twin in TWINS.items())


def test_the_locale_says_whether_a_terminal_speaks_utf8() -> None:
    assert speaks_utf8({"LANG": "en_GB.UTF-8"}, "utf-8")
    assert speaks_utf8({}, "utf-8")
    assert speaks_utf8({"LC_CTYPE": "C.UTF-8"}, "utf-8")
    assert not speaks_utf8({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "utf-8")
    assert not speaks_utf8({"LC_ALL": "C"}, "utf-8")
    assert not speaks_utf8({"LANG": "de_DE.ISO-8859-1"}, "iso8859-1")
