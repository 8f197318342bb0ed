"""Small async factories for users and what they prove themselves with, and a client of a started site."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from itertools import count
from typing import Any

import httpx2
import pytest
from pwdlib.hashers.argon2 import Argon2Hasher

from cms import passwords, tokens, users
from cms.auth import CSRF_HEADER
from cms.models import User
from cms.permissions import ROLES, Permission, Via, Viewer
from cms.words import Role
from tests.test_app import make_app, started

OPERATOR = Viewer.system("a test")
PASSWORD = "correct horse battery"
NUMBERS = count(1)

VIEWER = "{ viewer { id name email role permissions } }"
SIGN_IN = """mutation($email: String!, $password: String!) {
  signIn(input: {email: $email, password: $password}) {
    __typename
    ... on SignInPayload { user { email } }
    ... on Refusal { code message }
    ... on RateLimited { retryAfterSeconds }
  }
}"""

CREATE_TOKEN = """mutation($name: String!, $scopes: [Permission!]!, $userId: ID) {
  createToken(input: {name: $name, scopes: $scopes, userId: $userId}) {
    __typename
    ... on CreateTokenPayload { secret token { id prefix scopes lastUsedAt revokedAt } }
    ... on Refusal { code message }
    ... on ValidationFailed { problems { path message } }
  }
}"""


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes that cost next to nothing. Import it where passwords are set."""
    monkeypatch.setattr(passwords, "_hasher", Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
async def client(database_url: str) -> AsyncIterator[httpx2.AsyncClient]:
    """A browser at a started site."""
    async with started(make_app(database_url)) as client:
        yield client


async def make_user(role: Role = Role.EDITOR, *, email: str = "", password: str | None = PASSWORD) -> User:
    number = next(NUMBERS)
    return await users.create_user(
        OPERATOR, email or f"user{number}@example.org", f"User {number}", role, password=password
    )


async def make_token(user: User, *scopes: Permission, expires_at: datetime | None = None) -> str:
    """The secret of a new token."""
    made = await tokens.create_token(
        OPERATOR, "a program", scopes or (Permission.EDIT,), user_id=user.id, expires_at=expires_at
    )
    return made.secret


def viewer_of(user: User, via: Via = Via.SESSION) -> Viewer:
    role = Role(user.role)
    return Viewer(user.name, ROLES[role], user.id, user.email, role, via)


async def ask(
    client: httpx2.AsyncClient, query: str, /, headers: dict[str, str] | None = None, **variables: Any
) -> Any:
    """The data of an operation sent as our own pages send it; errors fail the test."""
    body = (await send(client, query, headers, **variables)).json()
    assert "errors" not in body, body
    return body["data"]


async def send(
    client: httpx2.AsyncClient, query: str, headers: dict[str, str] | None = None, **variables: Any
) -> httpx2.Response:
    given = {CSRF_HEADER: "1"} if headers is None else headers
    return await client.post("/graphql", json={"query": query, "variables": variables}, headers=given)


async def sign_in(client: httpx2.AsyncClient, user: User, password: str = PASSWORD) -> Any:
    return (await ask(client, SIGN_IN, email=user.email, password=password))["signIn"]


async def viewer(client: httpx2.AsyncClient, headers: dict[str, str] | None = None) -> Any:
    """What the site says of who asks."""
    return (await ask(client, VIEWER, headers))["viewer"]


def codes(response: httpx2.Response) -> list[str]:
    return [error["extensions"]["code"] for error in response.json()["errors"]]


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def now() -> datetime:
    return datetime.now(UTC)
