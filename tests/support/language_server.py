"""The language server that editors use for YAML, as an editor talks to it."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

PACKAGE = "yaml-language-server@1"
_LONGEST = 60
# No look at the network for schemas: the one beside the file is meant.
_SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}


def server_command(folder: Path) -> list[str]:
    """How the server is started; it is installed into ``folder`` if the environment allows it.

    Skips the test where there is no Node, or no server and no leave to install it.
    """
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no Node, which yaml-language-server runs on")
    at_hand = shutil.which("yaml-language-server")
    if at_hand:
        return [at_hand, "--stdio"]
    npm = shutil.which("npm")
    if os.environ.get("RECALL_NPM_TESTS") != "1" or npm is None:
        pytest.skip("yaml-language-server is not here; RECALL_NPM_TESTS=1 lets npm fetch it")
    words = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    try:
        done = subprocess.run(
            [npm, "install", "--prefix", str(folder), *words, PACKAGE],
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
    except subprocess.TimeoutExpired:
        pytest.skip("npm took too long to fetch yaml-language-server")
    if done.returncode:
        pytest.skip(f"npm could not fetch yaml-language-server: {done.stderr[-300:]}")
    script = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    return [node, str(script), "--stdio"]


class Editor:
    """One editor with the server behind it, working on the files of a folder."""

    def __init__(self, server: subprocess.Popen[bytes], folder: Path) -> None:
        self.folder = folder
        self._server = server
        self._said: queue.Queue[dict[str, Any]] = queue.Queue()
        self._number = self._opened = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def start(self) -> None:
        """Greet the server, and tell it the settings it asks for."""
        self._ask(
            "initialize",
            processId=os.getpid(),
            rootUri=self.folder.as_uri(),
            capabilities={
                "workspace": {"configuration": True},
                "textDocument": {
                    "publishDiagnostics": {},
                    "hover": {"contentFormat": ["plaintext"]},
                },
            },
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings={"yaml": _SETTINGS})

    def underlined(self, texts: list[str]) -> list[list[dict[str, Any]]]:
        """What is underlined in each of some files, opened all at once."""
        names = [self._open(text) for text in texts]
        found: dict[str, list[dict[str, Any]]] = {}
        while len(found) < len(names):
            said = self._next()
            if said.get("params", {}).get("uri") in names:
                found[said["params"]["uri"]] = said["params"]["diagnostics"]
        for name in names:
            self._tell("textDocument/didClose", textDocument={"uri": name})
        return [found[name] for name in names]

    def offered(self, text: str) -> set[str]:
        """The keys offered where ``¦`` stands."""
        found = self._at("textDocument/completion", text)
        return {each["label"] for each in found["items"]}

    def told(self, text: str) -> str:
        """What is told about the word where ``¦`` stands."""
        return json.dumps(self._at("textDocument/hover", text), ensure_ascii=False)

    def _at(self, method: str, text: str) -> Any:
        before, _, after = text.partition("¦")
        name = self._open(before + after)
        place = {"line": before.count("\n") + 1, "character": len(before.rpartition("\n")[2])}
        answer = self._ask(method, textDocument={"uri": name}, position=place)
        self._tell("textDocument/didClose", textDocument={"uri": name})
        return answer

    def _open(self, text: str) -> str:
        # Each file has its own name: what is said late about one is never taken for another.
        self._opened += 1
        uri = (self.folder / f"deck-{self._opened}.yaml").as_uri()
        first = "# yaml-language-server: $schema=./recall-deck.schema.json\n"
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": first + text}
        self._tell("textDocument/didOpen", textDocument=document)
        return uri

    def _ask(self, method: str, **params: Any) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        while True:
            said = self._next()
            if said.get("id") == number and "method" not in said:
                assert "error" not in said, said
                return said["result"]

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _next(self) -> dict[str, Any]:
        """The next message of the server; what it asks is answered at once."""
        said = self._said.get(timeout=_LONGEST)
        if "method" in said and "id" in said:
            wanted = said.get("params", {}).get("items", [])
            known = [_SETTINGS if item.get("section") == "yaml" else {} for item in wanted]
            self._send({"id": said["id"], "result": known or None})
        return said

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._server.stdin.flush()

    def _listen(self) -> None:
        out = self._server.stdout
        assert out
        while line := out.readline():
            length = int(line.partition(b":")[2])
            while line.strip():
                line = out.readline()
            self._said.put(json.loads(out.read(length)))


@contextmanager
def editor(command: list[str], folder: Path) -> Iterator[Editor]:
    """An editor whose server ends with it."""
    server = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        started = Editor(server, folder)
        started.start()
        yield started
    finally:
        server.kill()
        server.communicate()
