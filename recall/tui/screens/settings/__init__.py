"""The settings on the screen: the list of all, and lists of themes, decks and keys."""
