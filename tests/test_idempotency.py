"""Keys held by real servers: several processes, restarts, kills, and connections that end too early."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest

from cms.db import connect
from cms.models import Event, User
from cms.permissions import Permission
from cms.words import Role
from tests.accounts import bearer, cheap_hashes, make_token, make_user
from tests.test_cli import Server, serving

__all__ = ["cheap_hashes"]

CREATE_USER = """mutation($email: String!, $key: String!) {
  createUser(input: {email: $email, name: "Somebody", role: EDITOR}, idempotencyKey: $key) {
    __typename ... on UserPayload { user { id email createdAt } } ... on Refusal { code message }
  }
}"""


class Site:
    """A database, an administrator's token, and the servers that a test starts on it."""

    def __init__(self, url: str, folder: Path, stack: ExitStack) -> None:
        self.url = url
        self.folder = folder
        self.stack = stack
        self.secret = asyncio.run(self._with_database(self._make_token()))

    def start(self) -> Server:
        return self.stack.enter_context(serving(self.folder, database_url=self.url))

    def body(self, name: str) -> dict[str, Any]:
        return {"query": CREATE_USER, "variables": {"email": f"{name}@example.org", "key": f"key-{name}"}}

    def create(self, server: Server, name: str) -> bytes:
        """Make a user; the same name is the same request with the same key."""
        response = httpx2.post(f"{server.url}/graphql", json=self.body(name), headers=bearer(self.secret), timeout=20)
        assert response.json()["data"]["createUser"]["__typename"] == "UserPayload", response.text
        return response.content

    def cut(self, server: Server, name: str) -> None:
        """Send the request and go away before the answer."""
        address = urlsplit(server.url)
        content = json.dumps(self.body(name)).encode()
        head = (
            f"POST /graphql HTTP/1.1\r\nHost: {address.netloc}\r\nAuthorization: Bearer {self.secret}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        with socket.create_connection((str(address.hostname), address.port or 80)) as connection:
            connection.sendall(head.encode() + content)

    def counts(self) -> dict[str, tuple[int, int]]:
        """For each user that was made over HTTP, how many rows and how many events there are."""
        return asyncio.run(self._with_database(self._count()))

    async def _with_database(self, doing: Any) -> Any:
        database = await connect(self.url)
        try:
            with database.use():
                return await doing
        finally:
            await database.close()

    async def _make_token(self) -> str:
        return await make_token(await make_user(Role.ADMIN), Permission.MANAGE_USERS)

    async def _count(self) -> dict[str, tuple[int, int]]:
        events = [event.subject_id for event in await Event.filter(type="user.created", via="TOKEN")]
        users = [user for user in await User.all() if not user.email.startswith("user")]
        assert len(events) == len(users)
        return {user.email.partition("@")[0]: (1, events.count(user.id)) for user in users}


@pytest.fixture
def site(database_url: str, tmp_path: Path) -> Iterator[Site]:
    with ExitStack() as stack:
        yield Site(database_url, tmp_path, stack)


def test_another_process_and_a_restarted_one_give_the_first_answer(site: Site) -> None:
    first, second = site.start(), site.start()

    answers = [site.create(first, "a"), site.create(second, "a")]
    first.stop()
    second.stop()
    answers.append(site.create(site.start(), "a"))

    assert len(set(answers)) == 1
    assert site.counts() == {"a": (1, 1)}


def test_ten_at_once_to_two_processes_make_one_change(site: Site) -> None:
    servers = [site.start(), site.start()]

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda number: site.create(servers[number % 2], "a"), range(10)))

    assert len(set(answers)) == 1
    assert site.counts() == {"a": (1, 1)}


def test_a_retry_after_a_cut_connection_gets_the_first_answer(site: Site) -> None:
    server = site.start()
    names = [f"cut{number}" for number in range(10)]

    for name in names:
        site.cut(server, name)
    answers = {name: {site.create(server, name), site.create(server, name)} for name in names}

    assert [len(given) for given in answers.values()] == [1] * 10
    assert site.counts() == dict.fromkeys(names, (1, 1))


def test_after_a_kill_a_retry_of_everything_makes_each_change_once(site: Site) -> None:
    names = [f"kill{number}" for number in range(24)]
    server = site.start()
    acknowledged: dict[str, bytes] = {}

    def create(name: str) -> None:
        try:
            acknowledged[name] = site.create(server, name)
        except httpx2.TransportError:
            return
        if len(acknowledged) == 8:
            server.process.kill()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(create, names))
    server.process.wait()
    again = site.start()
    answers = {name: site.create(again, name) for name in names}

    assert 8 <= len(acknowledged) < len(names)
    assert {name: answers[name] for name in acknowledged} == acknowledged
    assert site.counts() == dict.fromkeys(names, (1, 1))
