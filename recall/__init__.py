"""Five honest minutes of active recall a day."""

__version__ = "0.1.0"
