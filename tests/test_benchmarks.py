"""What benchmarks/run.py compares: that all of it answers the same, and that its load generator works."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import orjson
import pytest

from benchmarks import load
from benchmarks.content import fill
from benchmarks.lanes import PEERS, Peer
from benchmarks.operations import READINGS
from benchmarks.peers.statements import make_statements
from benchmarks.site import Server
from cms.db import Database, connect

pytestmark = pytest.mark.anyio

ARTICLES = 60
TRIES = 3


@contextmanager
def running(server: Server) -> Iterator[Server]:
    """A server that is stopped in the end."""
    server.start()
    try:
        yield server
    finally:
        server.stop()


async def test_the_reference_and_the_statements_by_hand_answer_as_the_server_does(database_url: str) -> None:
    await fill(database_url, ARTICLES)
    reference = Peer([sys.executable, "-m", "benchmarks.peers.dataloaders", database_url], PEERS)
    database = await connect(database_url)

    try:
        with database.use(), running(Server(database_url)) as ours, running(reference):
            for name, reading in READINGS.items():
                for number in range(TRIES):
                    body = reading.body(number, ARTICLES)
                    wanted = _ask(ours, body)
                    assert _ask(reference, body) == wanted, name
                    assert await _by_hand(database, name, body["variables"]) == wanted, name
    finally:
        await database.close()


def _ask(server: Server, body: dict[str, Any]) -> Any:
    answer = httpx2.post(f"{server.url}/graphql", json=body, timeout=30).json()
    assert "errors" not in answer, answer
    return answer["data"]


async def _by_hand(database: Database, workload: str, variables: dict[str, Any]) -> Any:
    sql, bind = make_statements(database.dialect)[workload]
    return orjson.loads(await database.fetch(sql, bind(variables)) or b"null")


async def test_the_load_generator_counts_answers_and_failures(tmp_path: Path) -> None:
    if shutil.which("wrk") is None:
        pytest.skip(load.WITHOUT_WRK)
    answers = tmp_path / "answers"
    answers.mkdir()
    (answers / "page").write_bytes(orjson.dumps({"headers": [["content-length", "2"]], "body": "{}"}))
    bodies = load.write_bodies(tmp_path / "bodies", [{"query": "{ a }"}, {"query": "{ b }"}])

    with running(Peer([sys.executable, "-m", "benchmarks.peers.raw", str(answers)], PEERS)) as raw:
        there, missing = (
            load.run(raw.url, raw.pid, None, {"bodies": bodies, "path": path}, connections=2, seconds=1)
            for path in ("/page", "/nowhere")
        )

    assert there.requests > 0
    assert there.errors == 0
    assert missing.errors > 0
