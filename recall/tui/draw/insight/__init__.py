"""Insight: a sentence for each question, and below it a picture made of text."""
