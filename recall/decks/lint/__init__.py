"""The card lint: what makes a sound card a poor question. ``run.lint`` is the way in."""
