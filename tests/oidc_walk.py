"""A browser that walks from a site to a provider and back, and what to expect of those that get no session."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx2
import pytest
from joserfc.jwk import RSAKey
from structlog.testing import capture_logs

from cms.models import Session
from cms.settings import OIDC_CALLBACK_PATH as CALLBACK
from cms.settings import OIDC_LOGIN_PATH as LOGIN
from tests.oidc_provider import CLIENT_ID, CLIENT_SECRET, LocalProvider, local_provider, new_key
from tests.test_app import make_app, started

SITE = "http://site"
COOKIE = "broadsheet-oidc"
REFUSED = "You cannot sign in here with this account"
AGAIN = "This sign-in was not completed here"


@pytest.fixture(scope="module")
def keys() -> list[RSAKey]:
    return [new_key("first"), new_key("second")]


@pytest.fixture(scope="module")
def running() -> Iterator[LocalProvider]:
    with local_provider() as provider:
        yield provider


@pytest.fixture
def provider(running: LocalProvider, keys: list[RSAKey]) -> LocalProvider:
    running.reset(keys[:1])
    return running


@pytest.fixture
async def outside() -> AsyncIterator[httpx2.AsyncClient]:
    """A client of real sockets."""
    async with httpx2.AsyncClient(trust_env=False) as client:
        yield client


@pytest.fixture
async def site(database_url: str, provider: LocalProvider) -> AsyncIterator[httpx2.AsyncClient]:
    """A browser at a site with that provider."""
    async with started(make_site(database_url, provider)) as client:
        yield client


def make_site(database_url: str, provider: LocalProvider, **changes: Any) -> Any:
    usual = {"oidc_client_id": CLIENT_ID, "oidc_client_secret": CLIENT_SECRET, "site_url": SITE}
    return make_app(database_url, oidc_issuer=provider.issuer, **(usual | changes))


async def go(site: httpx2.AsyncClient, outside: httpx2.AsyncClient, path: str = "/studio/") -> str:
    """From the site's button to the provider, and to where that sends the browser back: the callback's address."""
    to_provider = await site.get(LOGIN, params={"next": path})
    assert to_provider.status_code == 303, to_provider.text
    back = await outside.get(to_provider.headers["location"])
    assert back.status_code == 302, back.text
    address = str(back.headers["location"])
    assert address.startswith(f"{SITE}{CALLBACK}?")
    return address


async def walk(site: httpx2.AsyncClient, outside: httpx2.AsyncClient, path: str = "/studio/") -> httpx2.Response:
    return await site.get(await go(site, outside, path))


async def refused(site: httpx2.AsyncClient, address: str, status: int, message: str) -> str:
    """The reason in the log, of a callback that begins no session."""
    with capture_logs() as logged:
        response = await site.get(address)
    assert response.status_code == status, response.text
    assert response.text.startswith(message)
    assert response.headers["content-type"].startswith("text/plain")
    assert "broadsheet=" not in response.headers.get("set-cookie", "")
    assert await Session.all().count() == 0
    (line,) = [line for line in logged if line["event"] == "oidc.refused"]
    return str(line["reason"])
