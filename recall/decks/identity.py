"""What an edited deck means to a learner: what changed, and which histories go on elsewhere."""

from recall.decks.adoption import ID, PART, TEXT, WAS, Adoption, adoptions
from recall.decks.changes import Changes, changes

__all__ = ["ID", "PART", "TEXT", "WAS", "Adoption", "Changes", "adoptions", "changes"]
