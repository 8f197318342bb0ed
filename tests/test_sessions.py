"""Signing in and out, and what slows down a guesser."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
import time_machine

from cms import sessions, throttle, users
from cms.db import Database
from cms.errors import Forbidden, InvalidCredentials, RateLimited
from cms.models import Session, SignInTries, User
from cms.permissions import Permission, Via, Viewer
from tests.accounts import OPERATOR, PASSWORD, cheap_hashes, make_user, now, viewer_of

__all__ = ["cheap_hashes"]

pytestmark = pytest.mark.anyio

HOME, STRANGER = "192.0.2.1", "198.51.100.7"


async def sign_in(user: User, password: str = PASSWORD, address: str = HOME) -> sessions.SignedIn:
    return await sessions.sign_in(user.email, password, address=address, user_agent="a test\n", lifetime_seconds=3600)


async def fail(user: User, address: str = STRANGER) -> str:
    """One wrong try; what came of it."""
    try:
        await sign_in(user, "a wrong password", address)
    except (InvalidCredentials, RateLimited) as refusal:
        return refusal.code
    raise AssertionError("signed in with a wrong password")


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

    async def verify(_password: str, password_hash: str) -> bool:
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
    assert [row.id for row in await sessions.list_sessions(viewer)] == [current.id + 2, current.id + 1]
    assert await sessions.sign_out(viewer, everywhere=True) == 2
    assert await sessions.list_sessions(viewer) == []
    assert await Session.filter(revoked_at=None).values_list("user_id", flat=True) == [other.id]


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

    async def slow(password: str, password_hash: str) -> bool:
        result = await verify(password, password_hash)
        await users.set_password(OPERATOR, user.id, "a wholly new password")
        return result

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sessions, "verify_password", slow)
        await sign_in(user)

    assert await sessions.list_sessions(viewer_of(user)) == []
