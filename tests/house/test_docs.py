"""The README keeps up with what it describes."""

import re
from pathlib import Path

import click
import pytest

from recall.cli.main import ENTRIES, cli
from recall.settings.document import commented_file

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


def test_the_settings_shown_are_the_file_that_the_app_writes():
    (example,) = re.findall(r"^```toml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert example == commented_file()


@pytest.mark.parametrize("variable", ["RECALL_DECKS", "RECALL_DATABASE_URL", "RECALL_LEARNER"])
def test_every_environment_variable_is_in_the_readme(variable):
    assert f"`{variable}`" in README


def test_every_exit_code_is_in_the_readme():
    from recall.cli.main import INTERRUPTED
    from recall.errors import RecallError, StoreError, UsageError

    for code in (0, RecallError.exit_code, UsageError.exit_code, StoreError.exit_code, INTERRUPTED):
        assert f"\n| {code} |" in README


def test_every_key_of_the_app_is_in_the_readme():
    from recall.tui.actions import ACTIONS
    from recall.tui.key_words import key_word

    prose = re.sub(r"^```.*?^```$", "", README, flags=re.MULTILINE | re.DOTALL)
    shown = set(re.findall(r"`([^`]+)`", prose)) | {"↑", "↓", "PgUp", "PgDn"}
    for action in ACTIONS:
        for key in action.keys:
            assert key_word(key) in shown, action.name


def test_links_and_pictures_lead_somewhere():
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", README):
        assert (ROOT / target).exists(), target


def test_the_deck_and_the_paths_in_the_readme_are_sound(tmp_path):
    from recall.decks.path_file import read_paths
    from recall.decks.paths import cards_on
    from recall.decks.read import read_bytes, read_deck

    deck, paths = re.findall(r"^```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    own = read_bytes(deck.encode(), "readme.yaml")
    assert own.problems == ()
    file = tmp_path / "paths.yaml"
    file.write_text(paths, encoding="utf-8")
    reading = read_paths(file)
    assert reading.problems == ()
    (path,) = reading.paths
    shipped = [read_deck(each).deck for each in sorted((ROOT / "decks").glob("*.yaml"))]
    steps = cards_on(path, [own.deck, *filter(None, shipped)])
    assert [len(cards) > 0 for _, cards in steps] == [True] * 3
    assert len(steps[2][1]) == 2


def test_the_decks_in_the_readme_have_the_sizes_of_the_shipped_ones():
    from recall.decks.read import read_deck

    rows = re.findall(r"^\| (.+) \| (\d+) \| (\d+) \|$", README, re.MULTILINE)
    shipped = [read_deck(each).deck for each in sorted((ROOT / "decks").glob("*.yaml"))]
    sizes = [
        (deck.title, len(deck.cards), sum(len(card.parts) for card in deck.cards))
        for deck in filter(None, shipped)
    ]
    assert [(title, int(cards), int(prompts)) for title, cards, prompts in rows] == sizes


def test_the_readme_holds_what_deck_stats_prints():
    from click.testing import CliRunner

    from recall.cli.deck_stats import command

    (shown,) = re.findall(r"^```text\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    said = CliRunner().invoke(command, [str(ROOT / "decks")]).output
    assert shown == said, "paste the output of: recall deck stats decks/"


def test_the_cases_kept_for_the_room_are_on_no_step_of_the_workshop():
    from recall.decks.path_file import read_paths
    from recall.decks.paths import cards_on
    from recall.decks.read import read_deck

    kept = set(re.findall(r"`(scn-\d+)`", README))
    assert len(kept) == 6
    deck = read_deck(ROOT / "decks" / "09-scenarios.yaml").deck
    assert kept <= {card.id for card in deck.cards}
    (workshop,) = [
        path for path in read_paths(ROOT / "decks" / "paths.yaml").paths if path.id == "workshop"
    ]
    taken = {name.partition("/")[2] for _, cards in cards_on(workshop, [deck]) for name in cards}
    assert taken
    assert not kept & taken


def test_help_and_readme_name_the_same_commands():
    assert set(re.findall(r"^\| `recall (\w+)", README, re.MULTILINE)) == set(ENTRIES)


def test_the_changelog_speaks_of_this_version():
    from recall import __version__

    assert f"\n## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
