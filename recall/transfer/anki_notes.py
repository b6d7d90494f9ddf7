"""Notes become cards of a deck; which Anki card became which prompt is remembered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recall.decks.model import BASIC, CLOZE, REVERSED, TYPED, Card
from recall.decks.parts import BACK, FORWARD
from recall.transfer import anki_template as template
from recall.transfer.anki_cloze import cloze_of
from recall.transfer.anki_rows import Note
from recall.transfer.anki_schema import NoteType
from recall.transfer.html_text import has_media, text_of
from recall.transfer.making import Maker
from recall.transfer.texts import id_of, line_of, own_prompt, tidy

OWN_TYPE = "recall "
"""Note types of packages that were written here begin so; their fields say what they are."""
_LONGEST_TYPED = 100


class Notes:
    """Makes cards of notes.

    Attributes:
        became: Anki card id -> the prompts it became: ``card/part``, or ``deck/card/part`` where
            it came from a deck of this app.
        read: how many notes there were.
        media: how many of them show a picture or play a sound.
    """

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        self.became: dict[int, tuple[str, ...]] = {}
        self.read = self.media = 0

    def add(self, note: Note, kind: NoteType | None, module: str) -> None:
        """Make the cards of a note; what none is made of is noted."""
        self.read += 1
        where = f"note {note.id}"
        if kind is None or len(note.fields) < len(kind.fields):
            self.maker.leave_out("of no known note type", where)
            return
        fields = dict(zip(kind.fields, note.fields, strict=False))
        self.media += any(map(has_media, note.fields))
        common = {"tags": note.tags, "module": module}
        own = kind.name.startswith(OWN_TYPE)
        if own:
            common |= {
                name.lower(): text_of(fields.get(name, "")) for name in ("Hint", "Why", "Source")
            }
        if kind.cloze:
            self._cloze(note, kind, fields, common, own)
        else:
            self._sides(note, kind, fields, common, own)

    def _cloze(
        self,
        note: Note,
        kind: NoteType,
        fields: Mapping[str, str],
        common: dict[str, Any],
        own: bool,
    ) -> None:
        sides = kind.templates[0] if kind.templates else ("", "")
        name = template.cloze_field(sides[0]) or kind.fields[0]
        found = cloze_of(text_of(fields.get(name, "")))
        if found is None:
            self.maker.leave_out("without a gap, or with gaps on a picture", f"note {note.id}")
            return
        if not own:
            shown = [each for each in template.fields_in(sides[1]) if each in fields]
            more = (text_of(fields[each]) for each in dict.fromkeys(shown) if each != name)
            common = common | {"why": "\n".join(filter(None, more))}
        card = self.maker.add(CLOZE, id=id_of(note.guid), text=found.text, **common)
        if card is None or len(card.parts) != len(found.numbers):
            self.maker.leave_out("without a usable gap", f"note {note.id}")
            return
        for each in note.cards:
            pairs = zip(card.parts, found.numbers, strict=True)
            parts = tuple(part for part, numbers in pairs if each.ord + 1 in numbers)
            self._became(each.id, note, card, parts)

    def _sides(
        self,
        note: Note,
        kind: NoteType,
        fields: Mapping[str, str],
        common: dict[str, Any],
        own: bool,
    ) -> None:
        texts = {
            each.id: _card_texts(kind, each.ord, fields, own)
            for each in note.cards
            if 0 <= each.ord < len(kind.templates)
        }
        both = [(each.id, texts[each.id]) for each in note.cards if each.id in texts]
        if len(both) == 2 and _are_inverse(both[0][1], both[1][1]):
            (first, (_, term, means)), (second, _) = both
            card = self.maker.add(REVERSED, id=id_of(note.guid), text=term, answer=means, **common)
            if card is not None:
                self._became(first, note, card, (FORWARD,))
                self._became(second, note, card, (BACK,))
                return
        for place, (key, (sort, text, answer)) in enumerate(both):
            name = id_of(note.guid)
            name = f"{name}-{place + 1}" if place else name
            card = self.maker.add(sort, id=name, text=text, answer=answer, **common)
            if card is None:
                why = "without a question" if not tidy(text) else "without an answer"
                self.maker.leave_out(why, f"note {note.id}")
            else:
                self._became(key, note, card, card.parts)
        if not both:
            self.maker.leave_out("without a card", f"note {note.id}")

    def _became(self, key: int, note: Note, card: Card, parts: tuple[str, ...]) -> None:
        own = own_prompt(note.guid)
        self.became[key] = (own,) if own else tuple(f"{card.id}/{part}" for part in parts)


def _card_texts(
    kind: NoteType, ord: int, fields: Mapping[str, str], own: bool
) -> tuple[str, str, str]:
    """Kind, question and answer of a card."""
    question, answer = kind.templates[ord]
    typed = template.typed_field(question)
    if own:
        text, back = text_of(fields.get("Question", "")), text_of(fields.get("Answer", ""))
    else:
        text = text_of(template.rendered(question, fields))
        back = text_of(template.answer_side(answer, fields))
        back = tidy(back.removeprefix(text)) if text else back
    if typed in fields and len(word := line_of(text_of(fields[typed]))) <= _LONGEST_TYPED and word:
        return TYPED, text, word
    return BASIC, text, back or (text_of(fields[typed]) if typed in fields else "")


def _are_inverse(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    return one[0] == other[0] == BASIC and one[1:] == (other[2], other[1]) and one[1] != one[2]
