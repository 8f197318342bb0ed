"""A process that sends webhooks and does nothing else, for benchmarks: it can be killed, and its clock can be moved.

    python -m benchmarks.dispatching DATABASE_URL [CLOCK_FILE]

The file holds the seconds by which the clock is ahead; it is read whenever the time is asked for.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import orjson

from cms.db import connect
from cms.models import Endpoint, Event
from cms.settings import Settings
from cms.webhooks.addresses import AddressRules
from cms.webhooks.dispatch import Dispatcher, dispatching
from cms.webhooks.payloads import envelope
from cms.webhooks.policy import Policy
from cms.webhooks.sending import Sender

SECRET = "whsec_" + "QUFB" * 8
READY = b"ready\n"


def ahead(path: Path) -> datetime:
    """The time on the clock that the file is for."""
    return datetime.now(UTC) + timedelta(seconds=float(path.read_text() or 0))


async def render(_endpoint: Endpoint, event: Event) -> bytes:
    """The event without its subject."""
    return orjson.dumps(envelope(event))


def local_sender(timeout_seconds: float = 15) -> Sender:
    """Sends to any port of this machine."""
    return Sender(_Local(), timeout_seconds)


class _Local(AddressRules):
    def allow_address(self, _address: object, _port: int) -> bool:
        return True

    def may_allow(self, _host: str, _port: int) -> bool:
        return True


async def dispatch(database_url: str, clock: Path | None) -> None:
    """Send until told to stop."""
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    database = await connect(database_url)
    try:
        await database.news.open()
        options = {"now": lambda: ahead(clock)} if clock else {}
        async with local_sender() as sender:
            dispatcher = Dispatcher(database, sender, render, Policy.of(Settings()), **options)
            async with dispatching(database, dispatcher):
                os.write(1, READY)
                await stopped.wait()
    finally:
        await database.close()


class Sending:
    """Such a process, as its parent sees it."""

    def __init__(self, database_url: str, clock: Path | None = None) -> None:
        self._command = [sys.executable, "-m", "benchmarks.dispatching", database_url, *([str(clock)] if clock else [])]
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `close`
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and do not wait."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("CMS_")}
        self._process = subprocess.Popen(
            self._command, stdout=subprocess.PIPE, stderr=self._log, cwd=Path(__file__).parents[1], env=environment
        )

    def wait_ready(self) -> None:
        """Wait until it sends."""
        assert self._process is not None
        assert self._process.stdout is not None
        if self._process.stdout.readline() != READY:
            raise RuntimeError(f"the sending process did not start: {self.log()}")

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it in order."""
        self._end(signal.SIGTERM)

    def _end(self, number: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(number)
            self._process.wait(30)
            if self._process.stdout is not None:
                self._process.stdout.close()
            self._process = None

    def log(self) -> str:
        """What it logged, over all its lives."""
        self._log.seek(0)
        return self._log.read().decode(errors="replace")

    def close(self) -> None:
        """Give up its log; after `stop`."""
        self._log.close()


def main() -> None:
    """Send."""
    database_url, *clock = sys.argv[1:]
    asyncio.run(dispatch(database_url, Path(clock[0]) if clock else None))


if __name__ == "__main__":
    main()
