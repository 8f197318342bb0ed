"""Signing in and out, and what slows down a guesser."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine

from cms import passwords, sessions, throttle, users
from cms.credentials import digest
from cms.db import Database
from cms.errors import Forbidden, InvalidCredentials, RateLimited
from cms.models import Session, SignInTries, User
from cms.permissions import Permission, Via, Viewer
from tests.accounts import OPERATOR, PASSWORD, cheap_hashes, make_user, now, viewer_of

__all__ = ["cheap_hashes"]

pytestmark = pytest.mark.anyio

HOME, STRANGER = "192.0.2.1", "198.51.100.7"
IDLE = 3600


async def sign_in(
    user: User, password: str = PASSWORD, address: str = HOME, *, former: str | None = None
) -> sessions.SignedIn:
    return await sessions.sign_in(
        user.email, password, sessions.Browser(address, "a test\n", former), lifetime_seconds=3600
    )


async def fail(user: User, address: str = STRANGER) -> str:
    """One wrong try; what came of it."""
    try:
        await sign_in(user, "a wrong password", address)
    except (InvalidCredentials, RateLimited) as refusal:
        return refusal.code
    raise AssertionError("signed in with a wrong password")


async def until(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110 - no asyncio.Event tells of what threads do
        await asyncio.sleep(0.001)


async def test_a_session_knows_where_it_came_from(database: Database) -> None:
    user = await make_user()

    await sign_in(user, address="2001:db8:1:2:3:4:5:6")

    row = await Session.get(user_id=user.id)
    assert (row.address, row.user_agent) == ("2001:db8:1:2::/64", "a test")
    assert row.expires_at - row.created_at == timedelta(hours=1)


async def test_unknown_wrong_disabled_and_without_password_are_told_alike(database: Database) -> None:
    disabled, without = await make_user(), await make_user(password=None)
    await users.update_user(OPERATOR, disabled.id, is_disabled=True)
    unknown = User(email="nobody@example.org")

    told = set()
    for user, password in [(await make_user(), "wrong"), (disabled, PASSWORD), (without, ""), (unknown, PASSWORD)]:
        with pytest.raises(InvalidCredentials) as refusal:
            await sign_in(user, password)
        told.add((refusal.value.code, refusal.value.message))

    assert len(told) == 1


async def test_a_hash_is_computed_for_unknown_users_too(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    computed = []

    async def verify(_password: str, password_hash: str, *, is_stranger: bool) -> bool:
        computed.append(password_hash)
        return False

    monkeypatch.setattr(sessions, "verify_password", verify)
    await fail(User(email="nobody@example.org"))

    assert computed == [""]


async def test_guessing_one_account_from_one_place_is_slowed_down_and_ends_by_itself(database: Database) -> None:
    user = await make_user()
    with time_machine.travel(now(), tick=False) as traveller:
        codes = [await fail(user) for _ in range(7)]
        with pytest.raises(RateLimited) as refusal:
            await sign_in(user, address=STRANGER)

        traveller.shift(timedelta(minutes=15, seconds=1))

        assert (await sign_in(user, address=STRANGER)).user.id == user.id
    assert codes == ["INVALID_CREDENTIALS"] * 5 + ["RATE_LIMITED"] * 2
    assert 0 < refusal.value.retry_after_seconds <= 15 * 60


async def test_refused_tries_do_not_prolong_the_wait(database: Database) -> None:
    user = await make_user()
    with time_machine.travel(now(), tick=False) as traveller:
        for _ in range(5):
            await fail(user)
        for _ in range(14):
            traveller.shift(timedelta(minutes=1))
            assert await fail(user) == "RATE_LIMITED"

        traveller.shift(timedelta(minutes=1, seconds=1))

        await sign_in(user, address=STRANGER)


async def test_unknown_accounts_are_throttled_like_known_ones(database: Database) -> None:
    codes = {
        user.email: [await fail(user, address) for _ in range(7)]
        for user, address in ((await make_user(), "192.0.2.8"), (User(email="nobody@example.org"), "192.0.2.9"))
    }

    assert len({tuple(each) for each in codes.values()}) == 1


async def test_one_place_cannot_try_many_accounts(database: Database) -> None:
    codes = [await fail(User(email=f"user{number}@example.org")) for number in range(throttle.PER_NETWORK + 1)]

    assert codes == ["INVALID_CREDENTIALS"] * throttle.PER_NETWORK + ["RATE_LIMITED"]


async def test_one_network_of_ipv6_is_one_place(database: Database) -> None:
    user = await make_user()

    codes = [await fail(user, f"2001:db8::{number:x}") for number in range(6)]

    assert codes[-1] == "RATE_LIMITED"
    assert await fail(user, "2001:db8:0:1::1") == "INVALID_CREDENTIALS"


async def test_one_site_of_ipv6_cannot_try_from_all_its_networks(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "PER_SITE", 6)
    owner, neighbour = await make_user(), await make_user()
    await sign_in(owner, address="2001:db8:0:ffff::1")

    codes = [await fail(neighbour, f"2001:db8:0:{number:x}::1") for number in range(7)]

    assert codes == ["INVALID_CREDENTIALS"] * 6 + ["RATE_LIMITED"]
    assert await fail(neighbour, "2001:db8:1::1") == "INVALID_CREDENTIALS"
    # Who is known in that network does not wait for what others did in the networks beside it.
    assert (await sign_in(owner, address="2001:db8:0:ffff::2")).user.id == owner.id


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8::1", "2001:db8::/64"),
        ("", "unknown"),
        ("unix", "unknown"),
    ],
)
def test_places(address: str, network: str) -> None:
    assert throttle.network(address) == network


async def test_many_strangers_do_not_keep_the_owner_out(database: Database) -> None:
    user, other = await make_user(), await make_user()
    await sign_in(user)

    codes = [await fail(user, f"198.51.100.{number}") for number in range(throttle.PER_ACCOUNT + 1)]

    assert codes[-1] == "RATE_LIMITED"
    assert (await sign_in(user)).user.id == user.id
    assert (await sign_in(other, address="198.51.100.200")).user.id == other.id


async def test_a_new_password_makes_every_network_strange_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "PER_ACCOUNT", 3)
    user = await make_user()
    await sign_in(user, address=STRANGER)
    codes = [await fail(user, f"203.0.113.{number}") for number in range(4)]
    familiar = await fail(user, STRANGER)

    await users.set_password(OPERATOR, user.id, "a wholly new password")

    assert (codes[-1], familiar) == ("RATE_LIMITED", "INVALID_CREDENTIALS")
    assert await fail(user, STRANGER) == "RATE_LIMITED"


async def test_many_who_sign_in_at_once_from_many_networks_are_refused_but_not_the_owner(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = await make_user()
    await sign_in(user)
    go_on = threading.Event()
    verify = passwords._verify

    def slow(password: bytes, password_hash: str) -> bool:
        go_on.wait(10)
        return verify(password, password_hash)

    monkeypatch.setattr(passwords, "_verify", slow)
    monkeypatch.setattr(passwords, "PLACES", 4)
    monkeypatch.setattr(passwords, "PLACES_FOR_STRANGERS", 3)
    strangers = [
        asyncio.create_task(fail(User(email="nobody@example.org"), f"203.0.113.{number}")) for number in range(8)
    ]
    async with asyncio.timeout(10):
        await until(lambda: sum(task.done() for task in strangers) == 5)
        owner = asyncio.create_task(sign_in(user))
        await until(lambda: passwords._line.length == 4)
    go_on.set()
    codes = await asyncio.gather(*strangers)

    assert sorted(codes) == ["INVALID_CREDENTIALS"] * 3 + ["RATE_LIMITED"] * 5
    assert (await owner).user.id == user.id
    assert passwords._line.length == 0
    # What was not looked at does not count: three networks, each alone and with the account, and three of the account.
    counts = await SignInTries.filter(count__gt=0).order_by("count").values_list("count", flat=True)
    assert counts == [1, 1, 1, 1, 1, 1, 3]


async def test_tries_at_once_are_all_counted(database: Database) -> None:
    user = await make_user()

    codes = await asyncio.gather(*(fail(user) for _ in range(12)))

    assert sorted(codes) == ["INVALID_CREDENTIALS"] * 5 + ["RATE_LIMITED"] * 7


async def test_signing_in_forgives_the_wrong_tries_before_it(database: Database) -> None:
    user = await make_user()
    for _ in range(3):
        for _ in range(4):
            await fail(user, HOME)
        await sign_in(user)

    assert await fail(user, HOME) == "INVALID_CREDENTIALS"


async def test_tries_are_kept_without_addresses_and_not_for_ever(database: Database) -> None:
    with time_machine.travel(now(), tick=False) as traveller:
        await fail(User(email="nobody@example.org"))
        stored = str(await SignInTries.all().values())
        traveller.shift(timedelta(minutes=16))
        await fail(User(email="other@example.org"))

    assert "nobody" not in stored
    assert STRANGER not in stored
    assert await SignInTries.all().count() == 3


async def test_signing_out_ends_this_session_or_all(database: Database) -> None:
    user, other = await make_user(), await make_user()
    for each in (user, user, user, other):
        await sign_in(each)
    current = await Session.filter(user_id=user.id).first()
    assert current is not None
    viewer = Viewer(user.name, viewer_of(user).permissions, user.id, via=Via.SESSION, credential_id=current.id)

    assert await sessions.sign_out(viewer) == 1
    assert [row.id for row in await sessions.list_sessions(viewer, idle_seconds=IDLE)] == [
        current.id + 2,
        current.id + 1,
    ]
    assert await sessions.sign_out(viewer, everywhere=True) == 2
    assert await sessions.list_sessions(viewer, idle_seconds=IDLE) == []
    assert await Session.filter(revoked_at=None).values_list("user_id", flat=True) == [other.id]


async def test_signing_in_anew_ends_the_session_that_the_browser_had(database: Database) -> None:
    user, other = await make_user(), await make_user()
    first, untouched = await sign_in(user), await sign_in(user)

    second = await sign_in(other, former=first.secret)
    await fail(user)
    await sign_in(user, former="bs_session_made_up")
    rows = {row.secret_hash: row.revoked_at for row in await Session.all()}

    assert rows[digest(first.secret)] is not None
    assert rows[digest(untouched.secret)] is None
    assert rows[digest(second.secret)] is None


async def test_a_session_that_was_not_used_for_long_is_not_listed(database: Database) -> None:
    user = await make_user()
    with time_machine.travel(now(), tick=False) as traveller:
        await sign_in(user)
        traveller.shift(timedelta(seconds=600))
        await sign_in(user)
        traveller.shift(timedelta(seconds=600))

        listed = await sessions.list_sessions(viewer_of(user), idle_seconds=1000)

    assert len(listed) == 1
    assert listed[0].last_used_at > now() - timedelta(seconds=1000)


@pytest.mark.parametrize("everywhere", [True, False])
@pytest.mark.parametrize(
    "viewer",
    [
        Viewer.anonymous(),
        OPERATOR,
        Viewer("a program", frozenset({Permission.EDIT}), 1, via=Via.TOKEN, credential_id=1),
    ],
)
async def test_only_a_session_signs_out(database: Database, viewer: Viewer, everywhere: bool) -> None:
    user = await make_user()
    await sign_in(user)

    with pytest.raises(Forbidden):
        await sessions.sign_out(viewer, everywhere=everywhere)

    assert await Session.filter(revoked_at=None).count() == 1


async def test_a_session_begun_while_the_password_changes_is_over(database: Database) -> None:
    user = await make_user()
    verify = sessions.verify_password

    async def slow(password: str, password_hash: str, *, is_stranger: bool) -> bool:
        result = await verify(password, password_hash)
        await users.set_password(OPERATOR, user.id, "a wholly new password")
        return result

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sessions, "verify_password", slow)
        await sign_in(user)

    assert await sessions.list_sessions(viewer_of(user), idle_seconds=IDLE) == []


@pytest.mark.parametrize("email", ["q" * 250 + "@example.org", "\0@example.org", "@"])
async def test_an_address_that_nobody_can_have_is_that_of_a_stranger(database: Database, email: str) -> None:
    with pytest.raises(InvalidCredentials):
        await sessions.sign_in(email, PASSWORD, sessions.Browser(HOME), lifetime_seconds=3600)
