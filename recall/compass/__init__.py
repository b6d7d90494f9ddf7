"""The compass: which approach fits a concrete problem, from answers to a recommendation."""
