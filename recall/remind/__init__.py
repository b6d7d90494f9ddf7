"""A daily reminder: what other programs need to be told, as text to put there."""
