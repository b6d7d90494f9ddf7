"""What is packed into the wheel, and that nothing in the project depends on one machine."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DECKS = sorted(path.name for path in (ROOT / "decks").glob("*.yaml"))
# Homes and temporary folders of whoever wrote a file; spelled so that this line is none of them.
MACHINE_PATH = re.compile(r"(?<![\w.~])/(?:root|work|home/\w+|Users/\w+|tmp/\w+)/\w")
TEXT = {".py", ".toml", ".md", ".yaml", ".tcss", ".svg", ".sh", ""}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=300)
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


def test_the_wheel_holds_the_shipped_decks(wheel):
    packed = {name for name in wheel.namelist() if name.startswith("recall/_decks/")}
    assert packed == {f"recall/_decks/{name}" for name in DECKS}


def test_the_wheel_holds_every_file_of_the_package(wheel):
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "recall").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert package <= set(wheel.namelist())


def test_the_wheel_holds_no_tests(wheel):
    assert not [name for name in wheel.namelist() if "test" in name.lower()]


def test_the_wheel_gives_the_command(wheel):
    (name,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    assert "recall = recall.__main__:main" in wheel.read(name).decode()


def test_in_a_checkout_the_shipped_decks_are_those_of_the_checkout():
    from recall.paths import shipped_decks_folder

    assert sorted(path.name for path in shipped_decks_folder().glob("*.yaml")) == DECKS


def test_no_file_names_a_path_of_one_machine():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\n")
    for name in filter(None, listed):
        path = ROOT / name
        if path.suffix in TEXT and path.is_file():
            found = MACHINE_PATH.search(path.read_text(encoding="utf-8", errors="replace"))
            assert found is None, f"{name}: {found[0]}"
