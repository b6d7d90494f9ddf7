"""Small things that a learner improves: kept in the log, folded into a list."""
