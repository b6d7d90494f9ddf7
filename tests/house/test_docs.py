"""The README keeps up with what it describes."""

import re
import tomllib
from pathlib import Path

import click
import pytest

from recall.cli.main import ENTRIES, cli
from recall.settings import settings_from

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL_BLOCKS = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def leaves(group, words=()):
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from leaves(command, (*words, name))
        else:
            yield (*words, name), command


def test_every_command_is_in_the_readme():
    for words, _ in leaves(cli):
        assert f"`recall {' '.join(words)}" in README, words


def test_every_option_of_review_is_in_the_readme():
    (review,) = [command for words, command in leaves(cli) if words == ("review",)]
    for option in review.params:
        if isinstance(option, click.Option):
            assert option.opts[0] in README


def test_the_readme_begins_with_its_two_commands():
    assert [block.count("\n") for block in SHELL_BLOCKS[:2]] == [1, 1]
    assert SHELL_BLOCKS[0].startswith("pip install .")
    assert SHELL_BLOCKS[0].split("#")[0].strip() == "pip install . && recall"
    assert SHELL_BLOCKS[1].split("#")[0].strip().endswith("&& pytest")


def test_the_settings_shown_are_settings():
    (example,) = re.findall(r"^```toml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    settings = settings_from(tomllib.loads(example))
    assert settings.decks_off == ("pdca",)


@pytest.mark.parametrize("variable", ["RECALL_DECKS", "RECALL_DATABASE_URL", "RECALL_LEARNER"])
def test_every_environment_variable_is_in_the_readme(variable):
    assert f"`{variable}`" in README


def test_every_exit_code_is_in_the_readme():
    from recall.cli.main import INTERRUPTED
    from recall.errors import RecallError, StoreError, UsageError

    for code in (0, RecallError.exit_code, UsageError.exit_code, StoreError.exit_code, INTERRUPTED):
        assert f"\n| {code} |" in README


def test_every_key_of_the_app_is_in_the_readme():
    from recall.tui.actions import ACTIONS, key_word

    prose = re.sub(r"^```.*?^```$", "", README, flags=re.MULTILINE | re.DOTALL)
    shown = set(re.findall(r"`([^`]+)`", prose)) | {"↑", "↓", "PgUp", "PgDn"}
    for action in ACTIONS:
        for key in action.keys:
            assert key_word(key) in shown, action.name


def test_links_and_pictures_lead_somewhere():
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", README):
        assert (ROOT / target).exists(), target


def test_the_deck_in_the_readme_is_sound():
    from recall.decks.read import read_bytes

    (example,) = re.findall(r"^```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert read_bytes(example.encode(), "readme.yaml").problems == ()


def test_help_and_readme_name_the_same_commands():
    assert set(re.findall(r"^\| `recall (\w+)", README, re.MULTILINE)) == set(ENTRIES)


def test_the_changelog_speaks_of_this_version():
    from recall import __version__

    assert f"\n## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
