"""Where work is done that may block: one thread, one job after the other, answers to the app."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from recall.errors import RecallError

Result = TypeVar("Result")


class Desk:
    """Store and decks are only ever touched from this thread, so that jobs never overlap."""

    def __init__(
        self, failed: Callable[[RecallError], None], crashed: Callable[[BaseException], None]
    ) -> None:
        self._thread = ThreadPoolExecutor(1, "recall-desk")
        self._failed = failed
        self._crashed = crashed
        self._closed = False
        self._waiting = 0

    @property
    def idle(self) -> bool:
        """Whether every job was done and answered."""
        return self._waiting == 0

    def do(self, job: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do a job and give its result to ``then`` on the interface's loop.

        A ``RecallError`` goes to ``failed``; any other error is a fault of the program, which
        ``crashed`` must not hide.
        """
        if self._closed:
            return
        loop = asyncio.get_running_loop()
        self._waiting += 1
        waiting = loop.run_in_executor(self._thread, job)

        def done(future: asyncio.Future[Result]) -> None:
            self._waiting -= 1
            if self._closed or future.cancelled():
                return
            fault = future.exception()
            if isinstance(fault, RecallError):
                self._failed(fault)
            elif fault is not None:
                self._crashed(fault)
            else:
                then(future.result())

        waiting.add_done_callback(done)

    def stop(self) -> None:
        """Take no more jobs, and give no more answers; what is being written is finished."""
        self._closed = True

    def close(self, last: Callable[[], None]) -> None:
        """Wait for what is being written, then do one last thing on the same thread."""
        self._closed = True
        self._thread.submit(last)
        self._thread.shutdown(wait=True)
