"""A PostgreSQL server of the tests' own: made in a temporary folder, gone after the run."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE_SECONDS = 60.0


class NoServer(Exception):
    """Why no server can be started here."""


@contextmanager
def postgres_server() -> Iterator[str]:
    """The URL (``postgresql://…/``, the database's name to be appended) of a running server.

    Raises:
        NoServer: its programs are not installed, or root has no ``postgres`` user to run them as.
    """
    programs = _programs()
    become = _not_root()
    folder = Path(tempfile.mkdtemp(prefix="recall-postgres-"))
    try:
        _hand_over(folder, become)
        port = _free_port()
        data = folder / "data"
        _run([*become, str(programs / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust",
              "-E", "UTF8", "--locale=C", "--no-sync"], folder)  # fmt: skip
        with _running(programs, become, folder, data, port):
            yield f"postgresql://postgres@127.0.0.1:{port}/"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    found = [Path(program).resolve().parent for program in [shutil.which("postgres")] if program]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in found:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NoServer("no PostgreSQL server programs are installed")


def _not_root() -> list[str]:
    """What to put before a command so that it does not run as root, which the server refuses."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    import pwd

    try:
        pwd.getpwnam("postgres")
    except KeyError:
        raise NoServer("root cannot run PostgreSQL, and there is no user postgres") from None
    if not shutil.which("setpriv"):
        raise NoServer("root cannot run PostgreSQL without setpriv")
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


def _hand_over(folder: Path, become: list[str]) -> None:
    folder.chmod(0o755)
    if become:
        shutil.chown(folder, "postgres")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[-1]} failed: {done.stderr or done.stdout}")


@contextmanager
def _running(
    programs: Path, become: list[str], folder: Path, data: Path, port: int
) -> Iterator[None]:
    # Nothing here outlives the run, so the server need not sync: only the wait would be longer.
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "unix_socket_directories": "",
        "fsync": "off",
        "max_connections": "60",
    }
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [*become, str(programs / "postgres"), "-D", str(data), *options],
            cwd=folder,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_open(server, port, folder / "server.log")
            yield
        finally:
            server.send_signal(signal.SIGQUIT)  # At once: nothing of it is kept.
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_until_open(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    import psycopg

    give_up = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            psycopg.connect(f"postgresql://postgres@127.0.0.1:{port}/postgres").close()
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > give_up:
                raise RuntimeError(f"the server did not start: {log.read_text()}") from None
            time.sleep(0.1)
        else:
            return
