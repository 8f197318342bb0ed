"""Signing in by an OpenID Connect provider: the whole way against one that listens, and what must not get in."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx2
import orjson
import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from starlette.responses import JSONResponse, Response
from structlog.testing import capture_logs

from cms import oidc, throttle
from cms.app import create_app
from cms.auth import CSRF_HEADER
from cms.errors import SetupError
from cms.models import Event, Identity, Session
from cms.oidc import Flow, is_local
from cms.settings import Settings
from cms.words import Role
from tests.accounts import ask, cheap_hashes, make_user, now, sign_in, viewer
from tests.oidc_provider import CLIENT_ID, CLIENT_SECRET, LocalProvider
from tests.oidc_walk import (
    AGAIN,
    CALLBACK,
    COOKIE,
    LOGIN,
    SITE,
    go,
    keys,
    make_site,
    outside,
    provider,
    refused,
    running,
    site,
    walk,
)
from tests.test_app import make_app, started

__all__ = ["cheap_hashes", "keys", "outside", "provider", "running", "site"]

pytestmark = pytest.mark.anyio


async def test_a_user_signs_in_by_the_provider_and_comes_where_he_wanted(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient
) -> None:
    user = await make_user(Role.EDITOR, email="editor@example.org")

    response = await walk(site, outside, "/studio/articles?page=2")

    assert (response.status_code, response.headers["location"]) == (303, "/studio/articles?page=2")
    assert response.headers["cache-control"] == "private, no-store"
    assert response.headers["referrer-policy"] == "no-referrer"
    assert (await viewer(site))["id"] == f"usr_{user.id}"
    assert COOKIE not in site.cookies
    (event,) = await Event.filter(type="user.identity_linked")
    assert (event.subject_id, event.actor) == (user.id, user.name)


async def test_the_next_time_the_subject_decides_whatever_the_address_is(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient, provider: LocalProvider
) -> None:
    user = await make_user(email="editor@example.org")
    other = await make_user(email="other@example.org")
    await walk(site, outside)
    site.cookies.clear()

    provider.person |= {"email": other.email, "email_verified": False}
    await walk(site, outside)

    assert (await viewer(site))["id"] == f"usr_{user.id}"
    assert await Identity.all().count() == 1


async def test_the_cookie_on_the_way_is_for_this_browser_and_short(
    database_url: str, site: httpx2.AsyncClient, provider: LocalProvider
) -> None:
    cookie = (await site.get(LOGIN)).headers["set-cookie"]
    app = create_app(
        Settings(
            _env_file=None,
            database_url=database_url,
            site_url="https://news.example",
            oidc_issuer=provider.issuer,
            oidc_client_id=CLIENT_ID,
        )
    )
    async with started(app) as client:
        secure = await client.get(LOGIN)

    assert cookie.startswith(f"{COOKIE}=")
    assert set(cookie.split("; ")[1:]) == {"HttpOnly", "Max-Age=600", "Path=/", "SameSite=Lax"}
    assert secure.headers["set-cookie"].startswith(f"__Host-{COOKIE}=")
    assert "Secure" in secure.headers["set-cookie"]
    asked = parse_qs(urlsplit(secure.headers["location"]).query)
    assert asked["redirect_uri"] == [f"https://news.example{CALLBACK}"]
    assert asked["scope"] == ["openid email profile"]
    assert len(asked["state"][0]) == len(asked["nonce"][0]) == len(asked["code_challenge"][0]) == 43


async def test_signing_in_ends_the_session_that_the_browser_had(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient
) -> None:
    former = await make_user()
    await make_user(email="editor@example.org")
    await sign_in(site, former)

    await walk(site, outside)

    assert [row.revoked_at is None for row in await Session.all().order_by("id")] == [False, True]


# What must not get in


async def test_a_state_of_another_browser_is_refused(site: httpx2.AsyncClient, outside: httpx2.AsyncClient) -> None:
    await make_user(email="editor@example.org")
    address = await go(site, outside)

    site.cookies.clear()
    without = await refused(site, address, 400, AGAIN)
    await site.get(LOGIN)
    other = await refused(site, address, 400, AGAIN)
    twice = await refused(site, f"{address}&state=x", 400, AGAIN)

    assert [without, other] == ["no cookie of a sign-in", "the state is not that of this browser"]
    assert twice == "a parameter was given twice"


async def test_a_callback_works_once(site: httpx2.AsyncClient, outside: httpx2.AsyncClient) -> None:
    await make_user(email="editor@example.org")
    address = await go(site, outside)
    kept = site.cookies[COOKIE]

    first, second = await asyncio.gather(*(site.get(address, headers={"Cookie": f"{COOKIE}={kept}"}) for _ in range(2)))
    with capture_logs() as logged:
        third = await site.get(address, headers={"Cookie": f"{COOKIE}={kept}"})

    assert sorted([first.status_code, second.status_code]) == [303, 400]
    assert third.status_code == 400
    assert [line["reason"] for line in logged] == ["this state was used before"]
    assert await Session.all().count() == 1


async def test_a_sign_in_that_takes_too_long_is_refused(site: httpx2.AsyncClient, outside: httpx2.AsyncClient) -> None:
    await make_user(email="editor@example.org")
    with time_machine.travel(now(), tick=False) as traveller:
        address = await go(site, outside)
        kept = site.cookies[COOKIE]
        traveller.shift(timedelta(seconds=oidc.FLOW_SECONDS + 1))
        site.cookies.set(COOKIE, kept)

        assert await refused(site, address, 400, AGAIN) == "the sign-in took too long"


def unsigned(claims: dict[str, Any]) -> str:
    _header, payload, _signature = jwt.encode({"alg": "HS256"}, claims, OctKey.import_key("x" * 32)).split(".")
    return f"eyJhbGciOiJub25lIn0.{payload}."


WRONG_CLAIMS: list[tuple[dict[str, Any], str]] = [
    ({"nonce": "another"}, "nonce"),
    ({"nonce": None}, "nonce"),
    ({"aud": "another site"}, "aud"),
    ({"aud": ["another site", "a third"]}, "aud"),
    ({"aud": [CLIENT_ID, "another site"]}, "azp"),
    ({"aud": CLIENT_ID, "azp": "another site"}, "azp"),
    ({"iss": "https://evil.example"}, "iss"),
    ({"exp": 1}, "exp"),
    ({"exp": None}, "exp"),
    ({"iat": 2**40}, "future"),
    ({"sub": None}, "sub"),
    ({"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"}, "at_hash"),
]


async def test_an_id_token_for_somebody_else_or_another_time_is_refused(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient, provider: LocalProvider
) -> None:
    await make_user(email="editor@example.org")
    for claims, reason in WRONG_CLAIMS:
        provider.claims = claims

        told = await refused(site, await go(site, outside), 400, AGAIN)

        assert told.startswith("id_token: ")
        assert reason in told


async def test_an_id_token_is_signed_by_the_provider_and_nobody_else(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient, provider: LocalProvider, keys: list[RSAKey]
) -> None:
    await make_user(email="editor@example.org")
    public = provider.keys[0].as_pem(private=False)
    forged = {
        "none": unsigned,
        "the public key as a secret": lambda claims: jwt.encode(
            {"alg": "HS256", "kid": "first"}, claims, OctKey.import_key(public.replace(b"-----", b"====="))
        ),
        "another key": lambda claims: jwt.encode({"alg": "RS256", "kid": "first"}, claims, keys[1]),
        "an unknown key": lambda claims: jwt.encode({"alg": "RS256", "kid": "second"}, claims, keys[1]),
        "its own key": lambda claims: jwt.encode(
            {"alg": "RS256", "jwk": keys[1].as_dict(private=False)}, claims, keys[1]
        ),
        "changed": lambda claims: provider.signed(claims)[:-6] + "AAAAAA",
        "no token": lambda _claims: "x.y.z",
    }

    for forgery, sign in forged.items():
        provider.sign = sign
        told = await refused(site, await go(site, outside), 400, AGAIN)
        assert told.startswith("id_token: "), forgery


async def test_keys_that_the_provider_changes_are_read_anew(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient, provider: LocalProvider, keys: list[RSAKey]
) -> None:
    await make_user(email="editor@example.org")
    for used in ([keys[0]], [keys[0]], keys, [keys[1]]):
        provider.keys = list(used)
        assert (await walk(site, outside)).status_code == 303

    # Read at first, kept for the second, anew for the new one, kept again.
    assert provider.asked.count("/jwks") == 2
    assert provider.asked.count("/.well-known/openid-configuration") == 1


async def test_a_key_that_the_provider_gave_up_is_forgotten_after_a_while(
    site: httpx2.AsyncClient,
    outside: httpx2.AsyncClient,
    provider: LocalProvider,
    keys: list[RSAKey],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await make_user(email="editor@example.org")
    await walk(site, outside)
    provider.sign = lambda claims: jwt.encode({"alg": "RS256", "kid": "first"}, claims, keys[0])
    provider.keys = [keys[1]]
    await Session.all().delete()
    monkeypatch.setattr(oidc, "KEPT_SECONDS", 0)

    assert (await refused(site, await go(site, outside), 400, AGAIN)).startswith("id_token: InvalidKeyIdError")


async def test_a_made_up_code_is_refused_and_not_without_end(site: httpx2.AsyncClient) -> None:
    statuses = []
    for _ in range(throttle.PER_NETWORK + 1):
        location = (await site.get(LOGIN)).headers["location"]
        state = parse_qs(urlsplit(location).query)["state"][0]
        response = await site.get(CALLBACK, params={"state": state, "code": "made up"})
        statuses.append(response.status_code)

    assert statuses == [400] * throttle.PER_NETWORK + [429]
    assert 0 < int(response.headers["retry-after"]) <= 900


async def test_signing_in_rightly_counts_as_no_try(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "PER_NETWORK", 1)
    await make_user(email="editor@example.org")

    assert [(await walk(site, outside)).status_code for _ in range(3)] == [303] * 3


async def test_what_the_provider_refuses_is_told_plainly(site: httpx2.AsyncClient) -> None:
    location = (await site.get(LOGIN)).headers["location"]
    state = parse_qs(urlsplit(location).query)["state"][0]

    reason = await refused(site, f"{CALLBACK}?state={state}&error=access_denied", 400, AGAIN)

    assert reason == "the provider refused: access_denied"


async def test_an_answer_of_another_issuer_is_refused(site: httpx2.AsyncClient, outside: httpx2.AsyncClient) -> None:
    address = await go(site, outside)

    mixed_up = address.partition("&iss=")[0] + "&iss=https://evil.example"

    assert await refused(site, mixed_up, 400, AGAIN) == "the answer is from another issuer"


FOREIGN_PATHS = [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
    "/\t/evil.example",
    "/studio\r\nSet-Cookie: x=y",
    "javascript:alert(1)",
    "studio/",
    "",
    "/" + "x" * 1001,
    "/" + "文" * 400,
]


async def test_the_way_back_leads_to_no_other_site(site: httpx2.AsyncClient) -> None:
    for path in FOREIGN_PATHS:
        response = await site.get(LOGIN, params={"next": path})

        assert response.status_code == 400, path
        assert "set-cookie" not in response.headers
        assert "location" not in response.headers


@pytest.mark.parametrize("path", ["/", "/studio/", "/studio/文章?x=1#y", "/a//b"])
def test_paths_of_this_site_are_kept_on_the_way(path: str) -> None:
    flow = Flow.begin(path)

    assert is_local(path)
    assert Flow.from_cookie(flow.cookie) == flow
    assert len({flow.secret, flow.state, flow.nonce, flow.verifier}) == 4


@given(st.text("/\\.:@?#%\t\n\r\x00 ae文", max_size=8).map(lambda rest: f"/{rest}"))
@settings(max_examples=300)
def test_a_browser_that_follows_a_local_path_stays_on_the_site(path: str) -> None:
    # What browsers do before they read an address (WHATWG URL): they drop these, and take backslashes for slashes.
    read = re.sub(r"[\t\n\r]", "", path).strip("\x00 ").replace("\\", "/")

    if is_local(path):
        assert urlsplit(urljoin("https://site.example/auth", read)).netloc == "site.example"
        assert not read.startswith("//")


def test_a_changed_cookie_has_another_state() -> None:
    flow = Flow.begin("/studio/")
    elsewhere = Flow(flow.secret, flow.begun_at, "/elsewhere")
    later = Flow(flow.secret, flow.begun_at + 1, flow.next)

    assert len({flow.state, elsewhere.state, later.state}) == 3


async def test_a_cookie_that_is_none_is_refused(site: httpx2.AsyncClient) -> None:
    secret = "a" * 43
    for cookie in ("", "x", "a.b.c", "a.1.Lw", f"{secret}.1.", f"{secret}.9{'9' * 5000}.Lw", "é.é.é"):
        header = f"{COOKIE}=".encode() + cookie.encode("latin-1")

        response = await site.get(CALLBACK, params={"state": "x", "code": "y"}, headers={b"Cookie": header})

        assert response.status_code == 400, cookie


async def test_an_address_that_stands_at_the_userinfo_endpoint_is_found(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient, provider: LocalProvider
) -> None:
    user = await make_user(email="editor@example.org")
    provider.at_userinfo, provider.person = provider.person, {"sub": provider.person["sub"]}

    response = await walk(site, outside)

    assert response.status_code == 303
    assert (await viewer(site))["id"] == f"usr_{user.id}"


async def test_the_userinfo_of_somebody_else_is_refused(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient, provider: LocalProvider
) -> None:
    await make_user(email="editor@example.org")
    provider.at_userinfo, provider.person = provider.person | {"sub": "somebody else"}, {"sub": "me"}

    reason = await refused(site, await go(site, outside), 400, AGAIN)

    assert reason == "the provider tells of somebody else at its userinfo_endpoint"


async def test_other_ways_to_prove_who_the_site_is(
    database_url: str, outside: httpx2.AsyncClient, provider: LocalProvider
) -> None:
    provider.metadata = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    async with started(make_site(database_url, provider)) as site:
        await make_user(email="editor@example.org")
        by_post = await walk(site, outside)
    provider.client_secret = ""
    async with started(make_site(database_url, provider, oidc_client_secret="")) as site:
        public = await walk(site, outside)

    assert (by_post.status_code, public.status_code) == (303, 303)


# A provider that fails

BROKEN: dict[str, Callable[[bytes], Response]] = {
    "no JSON object": lambda told: Response(b"<html>" + told),
    "no JSON": lambda told: Response(b"[" + told + b"]"),
    "status 302": lambda told: Response(told, 302, {"Location": "https://evil.example"}),
    "status 500": lambda told: Response(told, 500),
    "more than": lambda told: Response(told + b" " * oidc.ANSWER_BYTES),
    "compressed": lambda told: Response(gzip.compress(told), headers={"Content-Encoding": "gzip"}),
}
BROKEN_ON_THE_WAY_BACK = [
    ("/token", Response("busy", 503)),
    ("/token", Response("<html>")),
    ("/token", JSONResponse({"error": "invalid_client"}, 401)),
    ("/token", JSONResponse({"access_token": "x"})),
    ("/token", JSONResponse({"access_token": 1, "id_token": 1})),
    ("/jwks", Response("busy", 503)),
    ("/jwks", JSONResponse([])),
]


async def test_a_provider_that_cannot_be_asked_is_told_plainly(
    site: httpx2.AsyncClient, provider: LocalProvider
) -> None:
    for reason, broken in BROKEN.items():
        provider.answers["/.well-known/openid-configuration"] = broken(orjson.dumps(provider.told()))

        with capture_logs() as logged:
            response = await site.get(LOGIN)

        assert response.status_code == 502, reason
        assert reason in logged[0]["reason"]
        assert response.text.startswith("The sign-in provider does not answer as it should; try again later.")
        assert "set-cookie" not in response.headers
        assert [(line["event"], line["log_level"]) for line in logged] == [("oidc.refused", "warning")]

    # Nothing of that is kept for later.
    provider.answers = {}
    assert (await site.get(LOGIN)).status_code == 303


async def test_the_provider_is_the_one_of_the_settings_and_on_https(
    site: httpx2.AsyncClient, provider: LocalProvider
) -> None:
    provider.metadata = {"issuer": "https://evil.example"}
    assert (await site.get(LOGIN)).status_code == 502
    for address in ("http://login.example/token", "ftp://127.0.0.1/", "https://[", "", None, 1):
        provider.metadata = {"token_endpoint": address, "token_endpoint_auth_methods_supported": 1}

        assert (await site.get(LOGIN)).status_code == 502, address


async def test_a_provider_that_fails_on_the_way_back_is_told_plainly_and_counts_as_no_try(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient, provider: LocalProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "PER_NETWORK", 1)
    for path, answer in BROKEN_ON_THE_WAY_BACK:
        provider.answers = {path: answer}

        await refused(site, await go(site, outside), 502, "The sign-in provider does not answer")


async def test_a_provider_without_usable_keys_lets_nobody_in(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient, provider: LocalProvider
) -> None:
    for told in ({"keys": []}, {"keys": 1}, {}, {"keys": [1, {}, {"kty": "RSA"}]}):
        provider.answers["/jwks"] = JSONResponse(told)

        await refused(site, await go(site, outside), 400, AGAIN)


async def test_one_key_of_no_use_does_not_spoil_the_others(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient, provider: LocalProvider
) -> None:
    await make_user(email="editor@example.org")
    key = provider.keys[0].as_dict(private=False)
    of_no_use = [{"kty": "RSA", "kid": "first"}, {"kty": "new"}, {"kty": "oct", "k": "eHg", "kid": "first"}]
    provider.answers["/jwks"] = JSONResponse({"keys": [*of_no_use, key]})

    assert (await walk(site, outside)).status_code == 303


async def test_a_provider_that_cannot_be_reached_is_502(database_url: str, provider: LocalProvider) -> None:
    gone = make_app(database_url, site_url=SITE, oidc_issuer="http://127.0.0.1:9", oidc_client_id=CLIENT_ID)
    async with started(gone) as site:
        response = await site.get(LOGIN)

    assert response.status_code == 502


async def test_a_provider_that_does_not_answer_is_given_up(
    site: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(oidc, "ANSWER_SECONDS", 0.0)

    assert (await site.get(LOGIN)).status_code == 502


async def test_no_secret_of_a_sign_in_is_in_the_log_or_in_the_events(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient, provider: LocalProvider, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="cms")
    await make_user(email="editor@example.org")
    with capture_logs() as logged:
        address = await go(site, outside)
        flow = Flow.from_cookie(site.cookies[COOKIE])
        await site.get(address)
        provider.claims = {"nonce": "wrong"}
        await walk(site, outside)
    code = parse_qs(urlsplit(address).query)["code"][0]

    told = f"{logged} {caplog.text} {await Event.all().values()}"

    assert "oidc.refused" in told
    secrets = (flow.secret, flow.verifier, flow.state, flow.nonce, code, CLIENT_SECRET, "an access token")
    assert not any(secret in told for secret in secrets)


# Settings


async def test_the_button_is_told_over_the_api(site: httpx2.AsyncClient, database_url: str) -> None:
    asked = "{ signInProvider { label url } }"
    async with started(make_app(database_url)) as without:
        none = await ask(without, asked)
        absent = await without.get(LOGIN)

    assert (await ask(site, asked, {CSRF_HEADER: "1"}))["signInProvider"] == {"label": "OpenID Connect", "url": LOGIN}
    assert none == {"signInProvider": None}
    assert absent.status_code == 404


def test_a_site_without_the_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name in {"cms.oidc", "cms.oidc_endpoints"}]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "authlib", None)
    monkeypatch.setitem(sys.modules, "authlib.common.errors", None)

    with pytest.raises(SetupError, match=r"pip install 'broadsheet-cms\[oidc\]'"):
        create_app(Settings(_env_file=None, oidc_issuer="https://login.example", oidc_client_id="x"))


FOREIGN_PERSON = {"sub": "p-1", "email": "editor@example.org", "email_verified": True, "name": "王小明"}


@pytest.fixture(scope="module")
def foreign_issuer() -> Iterator[str]:
    """The address of a provider that others wrote, in a process of its own."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--require-nonce", "--user-claims"]
    process = subprocess.Popen(
        [*command, json.dumps(FOREIGN_PERSON)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(200):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


async def test_whoever_a_provider_that_others_wrote_vouches_for_is_signed_in(
    database_url: str, foreign_issuer: str, outside: httpx2.AsyncClient
) -> None:
    settings = {"oidc_client_id": CLIENT_ID, "oidc_client_secret": CLIENT_SECRET, "site_url": SITE}
    async with started(make_app(database_url, oidc_issuer=foreign_issuer, **settings)) as site:
        user = await make_user(Role.EDITOR, email="editor@example.org")
        to_provider = (await site.get(LOGIN, params={"next": "/studio/"})).headers["location"]
        back = (await outside.post(to_provider, data={"sub": "p-1"})).headers["location"]

        landed = await site.get(back)
        again = await site.get(back)

        assert (landed.status_code, landed.headers["location"]) == (303, "/studio/")
        assert (await viewer(site))["email"] == user.email
        assert again.status_code == 400
        identity = await Identity.get(user_id=user.id)
        assert (identity.issuer, identity.subject) == (foreign_issuer, "p-1")
