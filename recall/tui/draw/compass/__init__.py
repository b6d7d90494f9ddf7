"""The compass on the screen: a question at a time, then profile and recommendation."""
