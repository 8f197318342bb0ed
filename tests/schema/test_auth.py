"""Who a request comes from, through a started site: cookies, CSRF, tokens, refusals."""

from __future__ import annotations

import logging
import re
from datetime import timedelta
from typing import Any

import httpx2
import pytest
import time_machine
from structlog.testing import capture_logs

from cms import auth, tokens, users
from cms.auth import CSRF_HEADER
from cms.db import Database
from cms.errors import Unavailable
from cms.models import Category, Event, Session, Token, User
from cms.permissions import Permission
from cms.words import Role
from tests.accounts import (
    CREATE_TOKEN,
    OPERATOR,
    PASSWORD,
    SIGN_IN,
    VIEWER,
    ask,
    bearer,
    cheap_hashes,
    client,
    codes,
    make_token,
    make_user,
    now,
    send,
    sign_in,
    viewer,
)
from tests.test_app import make_app, started

__all__ = ["cheap_hashes", "client"]

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("no_loops")]

SIGN_OUT = "mutation { signOut { __typename ... on SignOutPayload { endedCount } ... on Refusal { code } } }"


async def test_signing_in_sets_the_cookie_and_the_viewer_is_known(client: httpx2.AsyncClient) -> None:
    user = await make_user(Role.EDITOR)

    before = await viewer(client)
    response = await send(client, SIGN_IN, email=user.email.upper(), password=PASSWORD)
    after = await viewer(client)

    assert before is None
    assert response.json() == {"data": {"signIn": {"__typename": "SignInPayload", "user": {"email": user.email}}}}
    cookie = response.headers["set-cookie"]
    assert re.fullmatch(r"broadsheet=bs_session_[\w-]{43}; HttpOnly; Max-Age=1209600; Path=/; SameSite=Lax", cookie), (
        cookie
    )
    assert after == {
        "id": f"usr_{user.id}",
        "name": user.name,
        "email": user.email,
        "role": "EDITOR",
        "permissions": ["EDIT", "OWN_ACCOUNT", "READ_EVENTS", "RECORD_HITS", "WRITE"],
    }


async def test_the_cookie_of_a_site_on_https_is_bound_to_its_host(database_url: str) -> None:
    async with started(make_app(database_url, site_url="https://news.example")) as client:
        user = await make_user()
        cookie = (await send(client, SIGN_IN, email=user.email, password=PASSWORD)).headers["set-cookie"]
        name, _, rest = cookie.partition("=")
        client.cookies.clear()
        known = await viewer(client, {"Cookie": cookie.partition(";")[0], CSRF_HEADER: "1"})
        other_name = await viewer(client, {"Cookie": f"broadsheet={rest.partition(';')[0]}", CSRF_HEADER: "1"})

    assert name == "__Host-broadsheet"
    assert {"HttpOnly", "Secure", "SameSite=Lax", "Path=/"} <= set(rest.split("; "))
    assert "domain" not in cookie.lower()
    assert known["email"] == user.email
    assert other_name is None


async def test_unknown_user_and_wrong_password_get_the_same_answer(client: httpx2.AsyncClient) -> None:
    user = await make_user()

    wrong = await send(client, SIGN_IN, email=user.email, password="not this one")
    unknown = await send(client, SIGN_IN, email="nobody@example.org", password="not this one")

    assert wrong.content == unknown.content
    assert wrong.json()["data"]["signIn"]["code"] == "INVALID_CREDENTIALS"
    assert wrong.json()["data"]["signIn"]["__typename"] == "InvalidCredentials"
    kept = [{k: v for k, v in each.headers.items() if k != "x-request-id"} for each in (wrong, unknown)]
    assert kept[0] == kept[1]
    assert "set-cookie" not in wrong.headers


async def test_too_many_tries_say_how_long_to_wait(client: httpx2.AsyncClient) -> None:
    user = await make_user()
    for _ in range(5):
        await sign_in(client, user, "not this one")

    refused = await sign_in(client, user)

    assert refused["__typename"] == "RateLimited"
    assert refused["code"] == "RATE_LIMITED"
    assert 0 < refused["retryAfterSeconds"] <= 900


@pytest.mark.parametrize("headers", [{}, {CSRF_HEADER: "0"}, {"Origin": "https://evil.example"}])
async def test_a_post_by_cookie_needs_the_header(client: httpx2.AsyncClient, headers: dict[str, str]) -> None:
    await sign_in(client, await make_user())

    response = await send(client, SIGN_OUT, headers)

    assert (response.status_code, codes(response)) == (403, ["FORBIDDEN"])
    assert "data" not in response.json()
    assert CSRF_HEADER in response.json()["errors"][0]["message"]
    assert await Session.filter(revoked_at=None).count() == 1


async def test_a_query_by_get_needs_no_header_and_mutations_by_get_stay_refused(client: httpx2.AsyncClient) -> None:
    user = await make_user()
    await sign_in(client, user)

    query = await client.get("/graphql", params={"query": VIEWER})
    mutation = await client.get("/graphql", params={"query": SIGN_OUT}, headers={CSRF_HEADER: "1"})

    assert query.json()["data"]["viewer"]["email"] == user.email
    assert mutation.status_code == 405
    assert await Session.filter(revoked_at=None).count() == 1


async def test_pages_of_other_origins_may_neither_send_the_header_nor_cookies(client: httpx2.AsyncClient) -> None:
    preflight = await client.options(
        "/graphql",
        headers={
            "Origin": "https://evil.example",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": f"content-type, {CSRF_HEADER}",
        },
    )

    assert preflight.status_code == 400
    assert CSRF_HEADER.lower() not in preflight.headers["access-control-allow-headers"].lower()
    assert "access-control-allow-credentials" not in preflight.headers


async def test_answers_to_who_signed_in_are_kept_by_nobody_else(client: httpx2.AsyncClient) -> None:
    user = await make_user()

    anonymous = await send(client, VIEWER)
    by_token = await send(client, VIEWER, bearer(await make_token(user)))
    signing_in = await send(client, SIGN_IN, email=user.email, password=PASSWORD)
    by_cookie = await send(client, VIEWER)
    refused = await send(client, VIEWER, bearer("bs_token_wrong"))

    for response in (by_token, signing_in, by_cookie, refused):
        assert response.headers["cache-control"] == "private, no-store"
        assert {"authorization", "cookie"} <= set(response.headers["vary"].lower().split(", "))
    assert anonymous.headers["cache-control"] == "no-store"


async def test_signing_out_takes_the_cookie_and_the_session_away(client: httpx2.AsyncClient) -> None:
    await sign_in(client, await make_user())
    kept = client.cookies["broadsheet"]

    response = await send(client, SIGN_OUT)
    again = await viewer(client, {"Cookie": f"broadsheet={kept}", CSRF_HEADER: "1"})

    assert response.json()["data"]["signOut"] == {"__typename": "SignOutPayload", "endedCount": 1}
    assert "Max-Age=0" in response.headers["set-cookie"]
    assert not client.cookies
    assert again is None
    assert (await ask(client, SIGN_OUT))["signOut"] == {"__typename": "Forbidden", "code": "FORBIDDEN"}


async def test_a_cookie_that_is_over_is_nobody_and_is_taken_away(client: httpx2.AsyncClient) -> None:
    client.cookies.set("broadsheet", "bs_session_made_up")

    response = await send(client, VIEWER, {})

    assert response.json() == {"data": {"viewer": None}}
    assert "Max-Age=0" in response.headers["set-cookie"]


@pytest.mark.parametrize("setting", ["session_lifetime_seconds", "session_idle_seconds"])
async def test_a_session_ends_with_its_time(database_url: str, setting: str) -> None:
    async with started(make_app(database_url, **{setting: 1000})) as client:
        with time_machine.travel(now(), tick=False) as traveller:
            user = await make_user()
            await sign_in(client, user)
            seen = []
            for _ in range(3):
                traveller.shift(timedelta(seconds=400))
                seen.append(await viewer(client) is not None)
            traveller.shift(timedelta(seconds=1001))
            seen.append(await viewer(client) is not None)

    assert seen == [True, True, setting == "session_idle_seconds", False]


async def test_a_token_does_what_its_scopes_and_its_users_role_allow(client: httpx2.AsyncClient) -> None:
    user = await make_user(Role.PUBLISHER)
    secret = await make_token(user, Permission.PUBLISH, Permission.EDIT)

    first = await viewer(client, bearer(secret))
    await users.update_user(OPERATOR, user.id, role=Role.EDITOR)
    second = await viewer(client, bearer(secret))

    assert (first["permissions"], second["permissions"]) == (["EDIT", "PUBLISH"], ["EDIT"])
    assert second["role"] == "EDITOR"


async def test_a_token_needs_no_csrf_header_and_wins_over_the_cookie(client: httpx2.AsyncClient) -> None:
    user, other = await make_user(), await make_user()
    await sign_in(client, user)

    assert (await viewer(client, bearer(await make_token(other))))["email"] == other.email


@pytest.mark.parametrize("secret", ["", "x", "bs_token_" + "A" * 43, "bs_token_\u00e9", "a b"])
async def test_a_wrong_token_is_refused_and_never_taken_for_nobody(client: httpx2.AsyncClient, secret: str) -> None:
    await sign_in(client, await make_user())
    header = b"Bearer " + secret.encode("latin-1")

    response = await client.post("/graphql", json={"query": VIEWER}, headers={b"Authorization": header})

    assert (response.status_code, codes(response)) == (401, ["UNAUTHENTICATED"])
    assert response.headers["www-authenticate"] == "Bearer"
    assert "data" not in response.json()


async def test_two_tokens_in_one_request_are_refused(client: httpx2.AsyncClient) -> None:
    secret = await make_token(await make_user())
    pair = [("Authorization", f"Bearer {secret}"), ("Authorization", f"Bearer {secret}")]

    response = await client.post("/graphql", json={"query": VIEWER}, headers=pair)

    assert response.status_code == 401


async def test_a_session_is_no_token_and_a_token_no_session(client: httpx2.AsyncClient) -> None:
    user = await make_user()
    token = await make_token(user)
    await sign_in(client, user)
    session = client.cookies["broadsheet"]
    client.cookies.clear()

    as_token = await send(client, VIEWER, bearer(session))
    as_cookie = await viewer(client, {"Cookie": f"broadsheet={token}", CSRF_HEADER: "1"})

    assert as_token.status_code == 401
    assert as_cookie is None


async def test_basic_authorization_of_a_proxy_is_not_ours(client: httpx2.AsyncClient) -> None:
    assert await viewer(client, {"Authorization": "Basic dXNlcjpwYXNz"}) is None


async def test_expired_and_revoked_tokens_end_at_once(client: httpx2.AsyncClient) -> None:
    user = await make_user()
    with time_machine.travel(now(), tick=False) as traveller:
        short = await make_token(user, expires_at=now() + timedelta(seconds=30))
        revoked = await make_token(user)
        seen = [(await send(client, VIEWER, bearer(secret))).status_code for secret in (short, revoked)]
        await tokens.revoke_token(OPERATOR, (await Token.all().order_by("-id").first() or Token()).id)
        traveller.shift(timedelta(seconds=30))
        seen += [(await send(client, VIEWER, bearer(secret))).status_code for secret in (short, revoked)]

    assert seen == [200, 200, 401, 401]


async def disabled(user: User) -> None:
    await users.update_user(OPERATOR, user.id, is_disabled=True)


async def disabled_by_hand(user: User) -> None:
    await User.filter(id=user.id).update(is_disabled=True)


async def disabled_and_enabled(user: User) -> None:
    await disabled(user)
    await users.update_user(OPERATOR, user.id, is_disabled=False)


async def with_a_new_password(user: User) -> None:
    await users.set_password(OPERATOR, user.id, "a wholly new password")


async def with_a_password_by_link(user: User) -> None:
    link = await users.make_link(OPERATOR, user.id, lifetime_seconds=60)
    await users.set_password_by_link(link.secret, "a wholly new password")


@pytest.mark.parametrize(
    "change", [disabled, disabled_by_hand, disabled_and_enabled, with_a_new_password, with_a_password_by_link]
)
async def test_sessions_and_tokens_end_at_once_with_the_user_or_the_password(
    client: httpx2.AsyncClient, change: Any
) -> None:
    user, other = await make_user(), await make_user()
    token, foreign = await make_token(user), await make_token(other)
    await sign_in(client, user)
    assert (await viewer(client))["email"] == user.email

    await change(user)

    assert (await send(client, VIEWER, bearer(token))).status_code == 401
    assert (await send(client, VIEWER, bearer(foreign))).status_code == 200
    assert await viewer(client) is None


async def test_the_time_of_use_is_written_once_a_minute(client: httpx2.AsyncClient) -> None:
    secret = await make_token(await make_user())
    used = []
    with time_machine.travel(now().replace(microsecond=0), tick=False) as traveller:
        start = now()
        for seconds in (0, 30, 29, 1):
            traveller.shift(timedelta(seconds=seconds))
            await viewer(client, bearer(secret))
            used.append((await Token.get()).last_used_at)

    assert [(moment - start).total_seconds() for moment in used if moment] == [0, 0, 0, 60]


async def test_a_database_that_cannot_be_written_keeps_nobody_out(
    client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = await make_token(await make_user())

    class Broken:
        async def update(self, **_columns: object) -> None:
            raise Unavailable("the database file may not be written")

    monkeypatch.setattr(auth.Token, "filter", lambda **_conditions: Broken())
    with capture_logs() as logged:
        known = await viewer(client, bearer(secret))

    assert known is not None
    assert "auth.use_not_noted" in {line["event"] for line in logged}


async def test_a_database_that_cannot_be_read_is_503(
    client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_arguments: object, **_options: object) -> None:
        raise Unavailable("the database cannot be reached")

    monkeypatch.setattr(Database, "fetch", broken)

    response = await send(client, VIEWER, bearer("bs_token_x"))

    assert (response.status_code, codes(response)) == (503, ["UNAVAILABLE"])


async def test_a_reader_without_credentials_costs_no_statement(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with started(make_app(database_url, environment="development")) as client:

        async def unwanted(*_arguments: object, **_options: object) -> None:
            pytest.fail("a statement was run")

        monkeypatch.setattr(Database, "fetch", unwanted)
        assert await viewer(client) is None


async def test_secrets_are_in_no_log_and_no_event(client: httpx2.AsyncClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    admin = await make_user(Role.ADMIN)
    with capture_logs() as logged:
        await sign_in(client, admin, "a wrong password")
        await sign_in(client, admin)
        made = (await ask(client, CREATE_TOKEN, name="bot", scopes=["EDIT"]))["createToken"]
        refused = await send(client, VIEWER, bearer(made["secret"] + "x"))
    session = client.cookies["broadsheet"]

    told = f"{logged} {caplog.text} {await Event.all().values()} {refused.text}"

    assert logged
    assert not any(secret in told for secret in (PASSWORD, "a wrong password", made["secret"], session))


async def test_a_viewer_limited_to_categories_is_known_to_be(database: Database) -> None:
    category = await Category.create(name="地方", key="地方", slug="difang", path="difang", depth=1, position=0)
    user = await make_user(Role.CONTRIBUTOR)
    await users.update_user(OPERATOR, user.id, category_ids=[category.id])
    secret = await make_token(user, Permission.WRITE)

    limited = await auth._find(database, "token", secret)
    await users.update_user(OPERATOR, user.id, role=Role.EDITOR)
    unlimited = await auth._find(database, "token", secret)

    assert limited is not None
    assert unlimited is not None
    assert limited.viewer(auth.Via.TOKEN).category_ids == frozenset({category.id})
    assert unlimited.viewer(auth.Via.TOKEN).category_ids is None
