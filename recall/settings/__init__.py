"""What a learner may change: one table of settings, and one commented file that holds them."""

from recall.settings.read import read_settings, settings_from
from recall.settings.table import DEPTHS, Settings

__all__ = ["DEPTHS", "Settings", "read_settings", "settings_from"]
