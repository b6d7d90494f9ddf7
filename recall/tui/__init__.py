"""The Textual front end: it renders what the session says, and decides nothing."""
