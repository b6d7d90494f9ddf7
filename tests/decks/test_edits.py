"""A thousand sequences of edits lose no review: every history is where it is promised to be."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from recall.decks.identity import adoptions
from recall.decks.model import Deck
from tests.support.authoring import Author, DraftCard, DraftDeck

KINDS = ("basic", "reversed", "cloze", "sequence", "comparison")
EDITS = (
    *("fix the text", "rewrite the text", "rename and say so", "rename silently"),
    *(
        "reword one part",
        "reword all parts a little",
        "raise the revision",
        "move to the other deck",
    ),
    *("move within the deck", "delete", "give an id", "add a card", "bring a card back"),
    "rename the deck",
)


class Learner:
    """The histories of a learner: name of a question -> its reviews, and where they should be."""

    def __init__(self) -> None:
        self.reviews: dict[str, Counter[int]] = {}
        self.promised: dict[str, Counter[int]] = {}
        self.written = 0

    def answer(self, mark: str, name: str) -> None:
        self.written += 1
        self.reviews.setdefault(name, Counter())[self.written] += 1
        self.promised.setdefault(mark, Counter())[self.written] += 1

    def known(self) -> frozenset[str]:
        return frozenset(name for name, reviews in self.reviews.items() if reviews)

    def follow(self, found, alive):
        known = self.known()
        sources = [each.source for each in found]
        assert len(sources) == len(set(sources))
        for each in found:
            assert each.source in known
            assert each.source not in alive
            assert each.prompt in alive
            self.reviews.setdefault(each.prompt, Counter()).update(self.reviews.pop(each.source))

    def check(self, names: dict[str, str]) -> None:
        assert sum((reviews for reviews in self.reviews.values()), Counter()) == Counter(
            range(1, self.written + 1)
        )
        for mark, promised in self.promised.items():
            if mark in names:
                assert self.reviews.get(names[mark], Counter()) == promised


class World:
    """Two decks, their author, and a learner; each step edits, reads, adopts and reviews.

    A deck may be away for a step, or broken, which is the same to whoever reads it.
    """

    def __init__(self, data: st.DataObject) -> None:
        self.data = data
        self.author = Author()
        self.learner = Learner()
        self.decks = [DraftDeck(name) for name in ("first", "second")]
        for deck in self.decks:
            deck.cards = [self.author.card(kind) for kind in KINDS]
            deck.cards.append(self.author.card("basic", named=False))
        self.gone: list[tuple[DraftDeck, DraftCard]] = []
        self.before: dict[str, Deck] = {}

    def step(self) -> None:
        self.touched: list[DraftCard] = []
        absent = self.data.draw(st.sampled_from((None, None, None, *self.decks)))
        # What is edited while nobody reads it comes as one edit: only what is read here is edited.
        self.present = [deck for deck in self.decks if deck is not absent]
        for edit in self.data.draw(st.lists(st.sampled_from(EDITS), max_size=4)):
            self.edit(edit, self.data.draw(st.sampled_from(self.present)))
        self.review(self.read(self.present))

    def edit(self, edit: str, deck: DraftDeck) -> None:
        free = [card for card in deck.cards if card not in self.touched]
        if edit == "add a card":
            named = self.data.draw(st.booleans())
            kind = self.data.draw(st.sampled_from(KINDS))
            deck.cards.append(self.author.card(kind, named=named))
            self.touched.append(deck.cards[-1])
        elif edit == "bring a card back":
            self.bring_back(deck)
        elif edit == "rename the deck" and deck.name in self.before:
            deck.was.append(deck.name)
            deck.name = f"d-{self.author.fresh()}"
            # Names of the old deck cannot come back under the new one without an id of their own.
            self.gone = [(home, card) for home, card in self.gone if home is not deck]
            self.touched += deck.cards
        elif free:
            card = self.data.draw(st.sampled_from(free))
            self.touched.append(card)
            self.edit_card(edit, deck, card)

    def bring_back(self, deck: DraftDeck) -> None:
        for home, card in self.gone:
            if home is deck and card not in self.touched:
                self.gone.remove((home, card))
                deck.cards.append(card)
                self.touched.append(card)
                return

    def edit_card(self, edit: str, deck: DraftDeck, card: DraftCard) -> None:
        if edit == "delete":
            deck.cards.remove(card)
            self.gone.append((deck, card))
        elif edit == "move within the deck":
            deck.cards.remove(card)
            deck.cards.insert(0, card)
        elif edit == "give an id" and card.name is None:
            card.name = f"c-{self.author.fresh()}"
        elif card.name is None:
            return
        elif edit == "fix the text":
            card.text += " fixed"
        elif edit == "rewrite the text":
            card.text = f"wholly {self.author.fresh()}"
        elif edit == "raise the revision":
            card.rev += 1
        elif edit == "rename and say so":
            card.was.append(card.name)
            card.name = f"c-{self.author.fresh()}"
        elif edit == "rename silently":
            card.name = f"c-{self.author.fresh()}"
        elif edit == "move to the other deck" and len(self.present) > 1:
            other = self.decks[1 - self.decks.index(deck)]
            deck.cards.remove(card)
            card.was.append(f"{deck.name}/{card.name}")
            other.cards.append(card)
        elif edit == "reword one part" and card.words:
            number = self.data.draw(st.integers(0, len(card.words) - 1))
            card.words[number] = self.author.fresh()
        elif edit == "reword all parts a little" and card.words:
            card.words = [f"{each}s" for each in card.words]

    def read(self, present: list[DraftDeck]) -> dict[str, str]:
        """Read and adopt; the names that questions have now."""
        after = {deck.name: deck.read() for deck in present}
        names: dict[str, str] = {}
        for deck in present:
            names |= deck.names(after[deck.name])
        found = adoptions(self.before, after, self.learner.known())
        self.learner.follow(found, set(names.values()))
        self.learner.check(names)
        self.before |= after
        return names

    def review(self, names: dict[str, str]) -> None:
        marks = st.lists(st.sampled_from(sorted(names)), max_size=6) if names else st.just([])
        for mark in self.data.draw(marks):
            self.learner.answer(mark, names[mark])


@given(st.data())
@settings(deadline=None, derandomize=True, max_examples=1_000)
def test_a_thousand_sequences_of_edits_lose_no_review(data):
    world = World(data)
    world.review(world.read(world.decks))
    for _ in range(data.draw(st.integers(1, 5))):
        world.step()
