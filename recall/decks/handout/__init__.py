"""A deck on paper and on a phone: one HTML file with a question sheet, a key and cut-out cards."""

from recall.decks.handout.page import handout

__all__ = ["handout"]
