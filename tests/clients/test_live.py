"""The clients that frontends follow changes with, while the server is killed and started again."""

from __future__ import annotations

import asyncio
import json
import subprocess
from pathlib import Path

from benchmarks.site import Server
from cms.db import connect
from tests.clients.conftest import HERE, RUN_SECONDS, Node
from tests.databases import PostgresDatabases, SQLiteDatabases
from tests.schema.following import cursor, happen


async def _happen(database_url: str, count: int) -> None:
    database = await connect(database_url, durable=False)
    try:
        with database.use():
            for _ in range(count):
                await happen()
    finally:
        await database.close()


def test_graphql_ws_and_graphql_sse_go_on_after_their_last_cursor(
    node: Node, databases: dict[str, SQLiteDatabases | PostgresDatabases], tmp_path: Path
) -> None:
    """Each of the two is told of twenty events of three servers, of which two are killed."""
    database_url = databases["sqlite"].fresh("migrated", tmp_path)
    server = Server(database_url)
    server.start()
    given = json.dumps({"url": f"{server.url}/graphql", "after": cursor(0), "count": 60})
    script = subprocess.Popen(
        [node.node, HERE / "live.mjs", given], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    try:
        assert script.stderr is not None
        for turn in range(3):
            asyncio.run(_happen(database_url, 20))
            told = [script.stderr.readline() for _ in range(40)]
            assert all(line.strip().isdigit() for line in told), told
            if turn < 2:
                server.kill()
                server.start()
        output, rest = script.communicate(timeout=RUN_SECONDS)
    finally:
        script.kill()
        server.stop()

    assert (script.returncode, rest) == (0, "")
    followed = json.loads(output)
    for one in (followed["bySocket"], followed["byStream"]):
        assert one["sequences"] == list(range(1, 61))
        assert one["subscriptions"] >= 3
