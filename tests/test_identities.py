"""Whose account somebody gets whom a provider vouches for, and who gets none."""

from __future__ import annotations

import asyncio

import httpx2
import pytest

from cms import users
from cms.models import Event, Identity, Session, User
from tests.accounts import OPERATOR, cheap_hashes, make_user, now, viewer
from tests.oidc_provider import LocalProvider
from tests.oidc_walk import COOKIE, REFUSED, go, keys, make_site, outside, provider, refused, running, site, walk
from tests.test_app import started

__all__ = ["cheap_hashes", "keys", "outside", "provider", "running", "site"]

pytestmark = pytest.mark.anyio


async def test_whoever_has_no_account_is_refused_and_nobody_learns_who_has_one(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient, provider: LocalProvider
) -> None:
    disabled = await make_user(email="disabled@example.org")
    await users.update_user(OPERATOR, disabled.id, is_disabled=True)
    unverified = await make_user(email="unverified@example.org")
    linked = await make_user(email="linked@example.org")
    await Identity.create(user_id=linked.id, issuer=provider.issuer, subject="the former owner", created_at=now())
    pages, reasons = set(), []

    for change in (
        {"email": "nobody@example.org"},
        {"email": disabled.email},
        {"email": unverified.email, "email_verified": False},
        {"email": unverified.email, "email_verified": None},
        {"email": unverified.email, "email_verified": 1},
        {"email": unverified.email, "email_verified": []},
        {"email": None, "email_verified": True},
        {"email": ["unverified@example.org"]},
        {"email": "\u0000@example.org"},
        {"email": linked.email},
    ):
        provider.reset(provider.keys)
        provider.person |= change
        reasons.append(await refused(site, await go(site, outside), 403, REFUSED))
        provider.person |= change
        response = await walk(site, outside)
        pages.add(response.text.partition("Request")[0])

    assert len(pages) == 1
    assert reasons == [
        "no such user",
        "the user is disabled",
        *["no verified e-mail address"] * 7,
        "the user is linked to another subject",
    ]
    assert await User.all().count() == 3
    assert await Identity.all().count() == 1


async def test_a_disabled_user_is_refused_whom_the_provider_knew_before(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient
) -> None:
    user = await make_user(email="editor@example.org")
    await walk(site, outside)
    site.cookies.clear()
    await Session.all().delete()
    await users.update_user(OPERATOR, user.id, is_disabled=True)

    assert await refused(site, await go(site, outside), 403, REFUSED) == "the user is disabled"


async def test_an_account_made_anew_at_the_provider_is_let_in_by_an_administrator(
    site: httpx2.AsyncClient, outside: httpx2.AsyncClient, provider: LocalProvider
) -> None:
    user = await make_user(email="editor@example.org")
    await walk(site, outside)
    await Session.all().delete()
    provider.person["sub"] = "made anew"
    before = await refused(site, await go(site, outside), 403, REFUSED)

    await users.unlink_identities(OPERATOR, user.id)
    await users.unlink_identities(OPERATOR, user.id)
    response = await walk(site, outside)

    assert before == "the user is linked to another subject"
    assert response.status_code == 303
    assert await Identity.all().values_list("subject", flat=True) == ["made anew"]
    assert await Event.filter(type="user.identities_unlinked").count() == 1


async def test_accounts_are_made_if_the_settings_say_so(
    database_url: str, outside: httpx2.AsyncClient, provider: LocalProvider
) -> None:
    async with started(make_site(database_url, provider, oidc_create_users="contributor")) as site:
        response = await walk(site, outside)
        made = await viewer(site)
        site.cookies.clear()
        provider.person |= {"sub": "2", "email": "Nameless@Example.org", "name": "\n", "email_verified": "true"}
        await walk(site, outside)
        nameless = await viewer(site)
        site.cookies.clear()
        provider.person |= {"sub": "3", "email": "third@example.org", "email_verified": False}
        unverified = await walk(site, outside)

        assert response.status_code == 303
        assert (made["name"], made["email"], made["role"]) == ("李编辑", "editor@example.org", "CONTRIBUTOR")
        assert (nameless["name"], nameless["email"]) == ("Nameless@Example.org", "nameless@example.org")
        assert unverified.status_code == 403
        types = await Event.all().order_by("sequence").values_list("type", flat=True)
        assert types == ["user.created", "user.identity_linked"] * 2


async def test_two_first_sign_ins_at_once_make_one_account(
    database_url: str, outside: httpx2.AsyncClient, provider: LocalProvider
) -> None:
    async with started(make_site(database_url, provider, oidc_create_users="READER")) as site:
        addresses = []
        for _ in range(3):
            site.cookies.clear()
            addresses.append((await go(site, outside), site.cookies[COOKIE]))
        site.cookies.clear()

        answers = await asyncio.gather(
            *(site.get(address, headers={"Cookie": f"{COOKIE}={cookie}"}) for address, cookie in addresses)
        )

        assert [answer.status_code for answer in answers] == [303] * 3
        assert (await User.all().count(), await Identity.all().count()) == (1, 1)
