"""`cms worker`, and who sends webhooks: whole processes with a receiver on this machine."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cms.db import Database
from cms.models import Delivery, Endpoint
from tests.content import make_article
from tests.test_cli import command, environment, serving
from tests.test_worker import until
from tests.webhooks.following import happen, make_endpoint
from tests.webhooks.receivers import answer, answering, receiving

pytestmark = pytest.mark.anyio
SECONDS = 20


@contextmanager
def working(folder: Path, **settings: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command("worker"), cwd=folder, env=environment(**settings), stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        assert any("worker.started" in line for line in process.stderr)
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(SECONDS)
        if process.stderr is not None:
            process.stderr.close()


async def is_delivered() -> bool:
    return await Delivery.filter(state="DELIVERED").exists()


async def test_a_worker_sends_webhooks_with_the_article_and_stops_in_order(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    async with receiving(answering(*[answer(200)] * 9)) as receiver:
        settings = {
            "database_url": database_url,
            "webhook_allowed_addresses": f"127.0.0.0/8:{receiver.port}",
        }
        await make_endpoint(f"http://127.0.0.1:{receiver.port}/")
        with working(tmp_path, **settings) as process:
            await make_article("旧码头重开")
            await until(is_delivered, SECONDS)
            process.terminate()
            assert process.wait(SECONDS) == 0

    assert "旧码头重开".encode() in receiver.requests[0]


@pytest.mark.parametrize("dispatch", ["true", "false"])
async def test_a_server_sends_webhooks_unless_it_is_told_not_to(
    database: Database, database_url: str, tmp_path: Path, dispatch: str
) -> None:
    async with receiving(answering(*[answer(200)] * 9)) as receiver:
        allowed = f"127.0.0.0/8:{receiver.port}"
        await make_endpoint(f"http://127.0.0.1:{receiver.port}/")
        await happen(1)
        with serving(
            tmp_path, database_url=database_url, dispatch=dispatch, webhook_allowed_addresses=allowed
        ) as server:
            if dispatch == "true":
                await until(is_delivered, SECONDS)
            assert server.stop() == 0

    assert (await Endpoint.get()).position == (1 if dispatch == "true" else 0)
