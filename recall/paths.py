"""Where things live on this machine: the learner's data, settings, and decks."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

APP = "recall"


def data_folder() -> Path:
    """The user data folder of the app (platformdirs). Who writes there makes it: with progress in
    another place nothing may ever be written there, and it may be impossible."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def database_file() -> Path:
    """The default SQLite file."""
    return data_folder() / "recall.sqlite3"


def user_decks_folder() -> Path:
    """The folder that holds a learner's own decks; it may not exist yet."""
    return data_folder() / "decks"


def settings_file() -> Path:
    """The settings file; it may not exist."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "settings.toml"


def extra_deck_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """The folders of ``RECALL_DECKS``, in order, as the machine separates paths."""
    listed = environment.get("RECALL_DECKS", "")
    return tuple(Path(part).expanduser() for part in listed.split(os.pathsep) if part)


def shipped_decks_folder() -> Path:
    """The decks that came with the app: inside the wheel, or ``decks/`` of a checkout."""
    package = Path(__file__).parent
    packed = package / "_decks"
    return packed if packed.is_dir() else package.parent / "decks"


def is_packed(path: Path) -> bool:
    """Whether a file is part of the installed app, where the next version replaces it."""
    return Path(__file__).resolve().parent in path.resolve().parents
