"""A deck as an Anki package, with note types of its own: one note for each prompt.

A note keeps the name of its prompt as its GUID, and note types and deck their ids: importing a
newer package updates what is there. Needs the extra ``anki``.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from recall.decks.model import Deck
from recall.decks.question import GAP, TYPE
from recall.errors import RecallError
from recall.transfer.anki_text import deck_name
from recall.transfer.asked import Asked, prompts_of
from recall.transfer.html_text import html_of

# Ids of note types are never changed: Anki knows a type by them.
QUESTION_TYPE, TYPED_TYPE, CLOZE_TYPE = 1_794_101_001, 1_794_101_002, 1_794_101_003
_FIELDS = ("Question", "Answer", "Hint", "Why", "Source")
_CLOZE_FIELDS = ("Text", "Hint", "Why", "Source")
_HINT = "{{#Hint}}<p>{{hint:Hint}}</p>{{/Hint}}"
_BELOW = (
    "{{#Why}}<p><i>{{Why}}</i></p>{{/Why}}{{#Source}}<p><small>{{Source}}</small></p>{{/Source}}"
)
_STYLE = """\
.card { font-family: sans-serif; font-size: 20px; max-width: 34em; margin: 1em auto; }
.cloze { font-weight: bold; color: #1a5fb4; }
.nightMode .cloze { color: #99c1f1; }
"""
_CLOZE_SIGNS = str.maketrans({"{": "&#123;", "}": "&#125;", ":": "&#58;"})


def apkg_bytes(deck: Deck) -> bytes:
    """The package of a deck.

    Raises:
        RecallError: the package ``genanki`` is missing.
    """
    try:
        import genanki  # type: ignore[import-untyped]
    except ImportError:
        mend = "pip install 'recall[anki]', or export it --to anki-text"
        raise RecallError("writing Anki packages needs the extra 'anki'", mend=mend) from None
    types = _types(genanki)
    made = genanki.Deck(_number(deck.id), deck_name(deck.title), html_of(deck.description))
    for place, each in enumerate(prompts_of(deck)):
        made.add_note(_note(genanki, types, each, place))
    with TemporaryDirectory(prefix="recall-") as folder:
        file = Path(folder) / "deck.apkg"
        genanki.Package(made).write_to_file(str(file))
        return file.read_bytes()


def _types(genanki: Any) -> dict[int, Any]:
    """The note types by id; their names are how they are known again when they come back."""
    question = {
        "name": "Question",
        "qfmt": "{{Question}}" + _HINT,
        "afmt": "{{Question}}<hr id=answer>{{Answer}}" + _BELOW,
    }
    typed = question | {
        "qfmt": "{{Question}}" + _HINT + "{{type:Answer}}",
        "afmt": "{{Question}}<hr id=answer>{{type:Answer}}" + _BELOW,
    }
    cloze = {
        "name": "Cloze",
        "qfmt": "{{cloze:Text}}" + _HINT,
        "afmt": "{{cloze:Text}}" + _BELOW,
    }
    fields = [{"name": name} for name in _FIELDS]
    gaps = [{"name": name} for name in _CLOZE_FIELDS]
    made = (
        genanki.Model(QUESTION_TYPE, "recall question", fields, [question], css=_STYLE),
        genanki.Model(TYPED_TYPE, "recall typed", fields, [typed], css=_STYLE),
        genanki.Model(
            CLOZE_TYPE, "recall cloze", gaps, [cloze], css=_STYLE, model_type=genanki.Model.CLOZE
        ),
    )
    return {each.model_id: each for each in made}


def _note(genanki: Any, types: dict[int, Any], each: Asked, place: int) -> Any:
    asked = each.question
    below = [html_of(text) for text in (asked.hint, asked.why, asked.source)]
    if asked.way == GAP:
        kind, fields = CLOZE_TYPE, [_gaps(each), *below]
    elif asked.way == TYPE:
        front, answer = html_of(each.front), html_of(asked.answer)
        kind, fields = TYPED_TYPE, [front, answer, *below]
    else:
        kind, fields = QUESTION_TYPE, [html_of(each.front), html_of(each.back), *below]
    return genanki.Note(
        model=types[kind], fields=fields, guid=each.guid, tags=list(each.tags), due=place
    )


def _gaps(each: Asked) -> str:
    """A text in which the gap that is asked is Anki's first, and all others are filled."""
    pieces = []
    for segment in each.question.segments:
        text = html_of(segment.text).translate(_CLOZE_SIGNS)
        hint = f"::{html_of(segment.hint).translate(_CLOZE_SIGNS)}" if segment.hint else ""
        pieces.append(f"{{{{c1::{text}{hint}}}}}" if segment.asked else text)
    return "".join(pieces)


def _number(name: str) -> int:
    """The id of a deck in Anki: of its id here, so that it is the same for ever."""
    return 1 << 40 | int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big")
