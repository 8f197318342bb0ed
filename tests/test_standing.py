"""What a request was let in with may end while it runs."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest

from cms import editing, sessions, tokens, users
from cms.db import Database
from cms.errors import Unauthenticated, ValidationFailed
from cms.models import Token, User
from cms.permissions import Permission, Via, Viewer
from cms.snapshots import Content
from cms.words import Role
from tests.accounts import (  # noqa: F401 - cheap_hashes and client are fixtures
    OPERATOR,
    PASSWORD,
    SIGN_IN,
    ask,
    cheap_hashes,
    client,
    make_user,
    send,
    sign_in,
    viewer,
    viewer_of,
)
from tests.content import make_category

pytestmark = pytest.mark.anyio
NEW = "another horse, another battery"


async def signed_in(role: Role) -> tuple[User, Viewer]:
    """A user, and the viewer that a request with his session is let in as."""
    user = await make_user(role)
    session = await sessions.sign_in(
        user.email, PASSWORD, sessions.Browser("192.0.2.1", "a test"), lifetime_seconds=3600
    )
    (row,) = await sessions.list_sessions(viewer_of(user), idle_seconds=3600)
    assert session.user.id == user.id
    whole = viewer_of(user)
    return user, Viewer(whole.name, whole.permissions, user.id, user.email, whole.role, Via.SESSION, row.id)


ENDS: dict[str, Callable[[User, Viewer], Awaitable[Any]]] = {
    "disabled": lambda user, _viewer: users.update_user(OPERATOR, user.id, is_disabled=True),
    "another role": lambda user, _viewer: users.update_user(OPERATOR, user.id, role=Role.READER),
    "another password": lambda user, _viewer: users.set_password(OPERATOR, user.id, NEW),
    "signed out": lambda _user, viewer: sessions.sign_out(viewer, everywhere=True),
}


@pytest.mark.parametrize("end", ENDS)
async def test_a_request_under_way_changes_nothing_after_its_sender_s_end(database: Database, end: str) -> None:
    await make_user(Role.ADMIN)  # so that the other one may go
    user, sender = await signed_in(Role.ADMIN)

    await ENDS[end](user, sender)

    attempts: list[Callable[[], Awaitable[Any]]] = [
        lambda: tokens.create_token(sender, "late", [Permission.EDIT]),
        lambda: users.create_user(sender, "late@example.org", "Late", Role.ADMIN),
        lambda: users.make_link(sender, user.id, lifetime_seconds=60),
        lambda: users.update_user(sender, user.id, role=Role.ADMIN),
    ]
    for attempt in attempts:
        with pytest.raises(Unauthenticated):
            await attempt()
    assert await Token.all().count() == 0
    assert not await User.exists(email="late@example.org")


async def test_a_sender_in_good_standing_goes_on(database: Database) -> None:
    _user, sender = await signed_in(Role.ADMIN)

    made = await tokens.create_token(sender, "in time", [Permission.EDIT])

    assert made.token.expires_at > datetime.now(UTC)


async def test_an_administrator_without_password_does_not_count_as_one(database: Database) -> None:
    admin = await make_user(Role.ADMIN)
    await make_user(Role.ADMIN, password=None)

    with pytest.raises(ValidationFailed, match="last administrator"):
        await users.update_user(OPERATOR, admin.id, is_disabled=True)


async def test_another_site_cannot_try_passwords(client: httpx2.AsyncClient) -> None:  # noqa: F811 - the fixture
    user = await make_user()
    variables = {"email": user.email, "password": PASSWORD}

    refused = await ask(client, SIGN_IN, {"Origin": "https://evil.example"}, **variables)
    own = await ask(client, SIGN_IN, {"Origin": str(client.base_url)}, **variables)

    assert refused["signIn"]["__typename"] == "InvalidCredentials"
    assert own["signIn"]["__typename"] == "SignInPayload"


@pytest.mark.parametrize("wrong", [{"emai": "a"}, {"email": "a", "extra": 1}, {"email": ["a"]}])
async def test_a_password_in_a_misshapen_input_is_repeated_nowhere(
    client: httpx2.AsyncClient,  # noqa: F811 - the fixture
    wrong: dict[str, Any],
    capsys: pytest.CaptureFixture[str],
) -> None:
    query = "mutation($i: SignInInput!) { signIn(input: $i) { __typename } }"
    literal = 'mutation { signIn(input: {emai: 1, password: "my secret phrase"}) { __typename } }'

    answers = [await send(client, query, i=wrong | {"password": "my secret phrase"}), await send(client, literal)]

    assert all(answer.json()["errors"] for answer in answers)
    assert "my secret phrase" not in json.dumps([answer.json() for answer in answers])
    written = capsys.readouterr()
    assert "my secret phrase" not in written.out + written.err


@pytest.mark.parametrize("value", ["Bearer", "Bearer ", "Bearer\tbs_token_x", "Token bs_token_x", "bs_token_x"])
async def test_an_unusable_authorization_is_refused(
    client: httpx2.AsyncClient,  # noqa: F811 - the fixture
    value: str,
) -> None:
    user = await make_user()
    await sign_in(client, user)
    assert await viewer(client)

    answer = await send(client, "{ viewer { id } }", {"Authorization": value, "X-Broadsheet-CSRF": "1"})

    assert answer.status_code == 401


async def test_new_limits_of_a_contributor_hold_for_what_is_under_way(database: Database) -> None:
    user, limited = await signed_in(Role.CONTRIBUTOR)
    category = await make_category()

    await users.update_user(OPERATOR, user.id, category_ids=[category.id])

    with pytest.raises(Unauthenticated):
        await editing.create_draft(limited, Content("题", "<p>文。</p>"))
