"""Figures about a learner's history, one question to a file. Pure: values in, values out."""
