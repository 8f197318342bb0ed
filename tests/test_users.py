"""Users: what can be made of them, and every way to a password."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from tortoise.exceptions import IntegrityError

from cms import passwords, sessions, users
from cms.db import Database
from cms.errors import Forbidden, InvalidCredentials, NotFound, RateLimited, ValidationFailed
from cms.models import Category, Event, OneTimeLink, User, UserCategory
from cms.permissions import Permission, Via, Viewer
from cms.words import Role
from tests.accounts import OPERATOR, PASSWORD, cheap_hashes, make_user, now, viewer_of

__all__ = ["cheap_hashes"]

pytestmark = pytest.mark.anyio

NEW = "a wholly new password"


async def sign_in(user: User, password: str = PASSWORD) -> sessions.SignedIn:
    return await sessions.sign_in(user.email, password, sessions.Browser("192.0.2.1"), lifetime_seconds=3600)


def problems(refusal: pytest.ExceptionInfo[ValidationFailed]) -> list[str]:
    return [problem.path for problem in refusal.value.problems]


async def test_an_address_is_one_whatever_its_case_and_width(database: Database) -> None:
    user = await make_user(email="Ｅditor@Example.org")

    with pytest.raises(ValidationFailed) as refusal:
        await make_user(email=" EDITOR@example.ORG ")

    assert user.email == "editor@example.org"
    assert problems(refusal) == ["email"]


@pytest.mark.parametrize("email", ["", "nobody", "a b@example.org", "@example.org", "a@", f"{'x' * 250}@example.org"])
async def test_what_is_no_address_is_refused(database: Database, email: str) -> None:
    with pytest.raises(ValidationFailed) as refusal:
        await users.create_user(OPERATOR, email, "Name", Role.READER)

    assert problems(refusal) == ["email"]
    assert await User.all().count() == 0


@pytest.mark.parametrize("name", ["", "　", "a\nb", "x" * 201])
async def test_a_user_has_a_name_of_one_line(database: Database, name: str) -> None:
    with pytest.raises(ValidationFailed) as refusal:
        await users.create_user(OPERATOR, "a@example.org", name, Role.READER)

    assert problems(refusal) == ["name"]


@pytest.mark.parametrize("password", ["short", "x" * 201, "EDITOR@example.org", "\ud800" * 12])
async def test_passwords_that_are_too_short_too_long_or_the_address_are_refused(
    database: Database, password: str
) -> None:
    with pytest.raises(ValidationFailed) as refusal:
        await make_user(email="editor@example.org", password=password)

    assert problems(refusal) == ["password"]
    assert await User.all().count() == 0


async def test_only_who_may_manage_users_changes_them(database: Database) -> None:
    user = await make_user()
    viewer = viewer_of(await make_user(Role.PUBLISHER))

    acts = [
        users.create_user(viewer, "x@example.org", "X", Role.ADMIN),
        users.update_user(viewer, viewer.id or 0, role=Role.ADMIN),
        users.make_link(viewer, user.id, lifetime_seconds=60),
        users.set_password(viewer, user.id, NEW),
        users.list_users(viewer),
        users.find_user(viewer, user.email),
    ]

    for act in acts:
        with pytest.raises(Forbidden):
            await act


async def test_what_is_not_there_cannot_be_changed(database: Database) -> None:
    for act in (
        users.update_user(OPERATOR, 99, name="X"),
        users.make_link(OPERATOR, 99, lifetime_seconds=60),
        users.set_password(OPERATOR, 99, NEW),
        users.find_user(OPERATOR, "nobody@example.org"),
    ):
        with pytest.raises(NotFound):
            await act


@pytest.mark.parametrize("change", [{"role": Role.EDITOR}, {"is_disabled": True}])
async def test_the_last_administrator_stays(database: Database, change: dict[str, Any]) -> None:
    await make_user(Role.ADMIN)
    first = await User.get(role=Role.ADMIN)
    disabled = await make_user(Role.ADMIN)
    await users.update_user(OPERATOR, disabled.id, is_disabled=True)

    with pytest.raises(ValidationFailed, match="last administrator"):
        await users.update_user(OPERATOR, first.id, **change)

    assert await users.has_administrator()
    assert (await User.get(id=first.id)).credentials_version == 1


async def test_two_administrators_cannot_remove_each_other_at_once(database: Database) -> None:
    pair = [await make_user(Role.ADMIN) for _ in range(2)]

    results = await asyncio.gather(
        *(users.update_user(OPERATOR, user.id, is_disabled=True) for user in pair), return_exceptions=True
    )

    assert sorted(type(result).__name__ for result in results) == ["User", "ValidationFailed"]
    assert await users.has_administrator()


async def test_contributors_can_be_limited_to_categories_and_others_cannot(database: Database) -> None:
    category = await Category.create(name="地方", key="地方", slug="difang", path="difang", depth=1, position=0)
    contributor, editor = await make_user(Role.CONTRIBUTOR), await make_user()

    await users.update_user(OPERATOR, contributor.id, category_ids=[category.id, category.id])
    with pytest.raises(ValidationFailed) as refusal:
        await users.update_user(OPERATOR, editor.id, category_ids=[category.id])
    with pytest.raises(ValidationFailed):
        await users.update_user(OPERATOR, contributor.id, category_ids=[category.id, 99])

    assert problems(refusal) == ["categoryIds"]
    assert await UserCategory.all().values_list("user_id", "category_id") == [(contributor.id, category.id)]
    # Losing the last limit would lift them all.
    with pytest.raises(IntegrityError):
        await category.delete()


async def test_a_link_sets_a_password_once(database: Database) -> None:
    user = await make_user(password=None)
    link = await users.make_link(OPERATOR, user.id, lifetime_seconds=60)

    await users.set_password_by_link(link.secret, PASSWORD)

    assert (await sign_in(user)).user.id == user.id
    with pytest.raises(InvalidCredentials):
        await users.set_password_by_link(link.secret, NEW)


async def test_of_two_that_use_a_link_at_once_one_succeeds(database: Database) -> None:
    user = await make_user(password=None)
    link = await users.make_link(OPERATOR, user.id, lifetime_seconds=60)

    results = await asyncio.gather(
        *(users.set_password_by_link(link.secret, f"{PASSWORD} {number}") for number in range(4)),
        return_exceptions=True,
    )

    outcomes = sorted(type(result).__name__ for result in results)
    assert outcomes == ["InvalidCredentials", "InvalidCredentials", "InvalidCredentials", "User"]
    winner = next(number for number, result in enumerate(results) if isinstance(result, User))
    await sign_in(user, f"{PASSWORD} {winner}")
    assert (await User.get(id=user.id)).credentials_version == 2


async def test_a_link_expires(database: Database) -> None:
    user = await make_user(password=None)
    with time_machine.travel(now(), tick=False) as traveller:
        link = await users.make_link(OPERATOR, user.id, lifetime_seconds=60)

        traveller.shift(timedelta(seconds=61))

        with pytest.raises(InvalidCredentials):
            await users.set_password_by_link(link.secret, PASSWORD)


async def test_a_link_ends_with_a_newer_one_with_a_password_change_and_with_its_user(database: Database) -> None:
    user, other, third = await make_user(), await make_user(), await make_user()
    links = [await users.make_link(OPERATOR, each.id, lifetime_seconds=60) for each in (user, other, third)]

    await users.make_link(OPERATOR, user.id, lifetime_seconds=60)
    await users.change_password(viewer_of(other), PASSWORD, NEW, address="192.0.2.1")
    await users.update_user(OPERATOR, third.id, is_disabled=True)
    await users.update_user(OPERATOR, third.id, is_disabled=False)

    for link in links:
        with pytest.raises(InvalidCredentials, match="too old"):
            await users.set_password_by_link(link.secret, NEW)


async def test_a_disabled_user_gets_no_link(database: Database) -> None:
    user = await make_user()
    await users.update_user(OPERATOR, user.id, is_disabled=True)

    with pytest.raises(ValidationFailed, match="disabled"):
        await users.make_link(OPERATOR, user.id, lifetime_seconds=60)


async def test_a_bad_password_does_not_use_the_link_up(database: Database) -> None:
    user = await make_user(password=None)
    link = await users.make_link(OPERATOR, user.id, lifetime_seconds=60)

    with pytest.raises(ValidationFailed):
        await users.set_password_by_link(link.secret, user.email)

    await users.set_password_by_link(link.secret, PASSWORD)


async def test_strangers_links_cost_no_hash(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    async def unwanted(_password: str) -> str:
        pytest.fail("a hash was computed")

    monkeypatch.setattr(users, "hash_password", unwanted)

    with pytest.raises(InvalidCredentials):
        await users.set_password_by_link("bs_link_x\0\ud800", PASSWORD)


async def test_changing_the_own_password_needs_the_current_one(database: Database) -> None:
    user = await make_user()

    with pytest.raises(InvalidCredentials):
        await users.change_password(viewer_of(user), "a wrong password", NEW, address="192.0.2.1")
    await users.change_password(viewer_of(user), PASSWORD, NEW, address="192.0.2.1")

    await sign_in(user, NEW)
    with pytest.raises(InvalidCredentials):
        await sign_in(user, PASSWORD)


async def test_guessing_the_current_password_is_throttled(database: Database) -> None:
    user = await make_user()
    for _ in range(5):
        with pytest.raises(InvalidCredentials):
            await users.change_password(viewer_of(user), "a wrong password", NEW, address="192.0.2.1")

    with pytest.raises(RateLimited):
        await users.change_password(viewer_of(user), PASSWORD, NEW, address="192.0.2.1")


async def test_of_two_password_changes_at_once_one_succeeds(database: Database) -> None:
    user = await make_user()

    results = await asyncio.gather(
        *(users.change_password(viewer_of(user), PASSWORD, f"{NEW} {n}", address="192.0.2.1") for n in range(2)),
        return_exceptions=True,
    )

    assert sorted(type(result).__name__ for result in results) == ["InvalidCredentials", "User"]


@pytest.mark.parametrize(
    "viewer", [Viewer.anonymous(), Viewer("a program", frozenset({Permission.MANAGE_USERS}), 1, via=Via.TOKEN)]
)
async def test_only_a_user_by_session_changes_the_own_password(database: Database, viewer: Viewer) -> None:
    with pytest.raises(Forbidden):
        await users.change_password(viewer, PASSWORD, NEW, address="192.0.2.1")


async def test_events_tell_of_changes_and_hold_no_secrets(database: Database) -> None:
    user = await make_user(password=None)
    link = await users.make_link(OPERATOR, user.id, lifetime_seconds=60)
    await users.set_password_by_link(link.secret, PASSWORD)
    await users.update_user(OPERATOR, user.id, role=Role.PUBLISHER, name=user.name)
    await users.update_user(OPERATOR, user.id, name=user.name)

    rows = await Event.all().order_by("sequence")

    assert [row.type for row in rows] == ["user.created", "user.link_made", "user.password_changed", "user.updated"]
    assert {row.subject_kind for row in rows} == {"user"}
    assert rows[-1].payload == {"role": "PUBLISHER"}
    told = "".join(str(dict(row)) for row in rows)
    stored = await User.get(id=user.id)
    assert not any(secret in told for secret in (link.secret, PASSWORD, stored.password_hash, stored.email))


async def test_the_database_holds_hashes_only(database: Database) -> None:
    user = await make_user()
    link = await users.make_link(OPERATOR, user.id, lifetime_seconds=60)
    signed_in = await sign_in(user)

    stored = f"{await User.all().values()} {await OneTimeLink.all().values()} {await user.sessions.all().values()}"

    assert (await User.get(id=user.id)).password_hash.startswith("$argon2id$")
    assert not any(secret in stored for secret in (link.secret, PASSWORD, signed_in.secret))


async def test_hashing_leaves_the_event_loop_free() -> None:
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0)
            ticks += 1

    def slow(_password: bytes) -> str:
        time.sleep(0.05)
        return ""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hash", slow)
        ticking = asyncio.create_task(tick())
        await passwords.hash_password(PASSWORD)
        ticking.cancel()

    assert ticks > 10


async def test_the_same_letters_are_one_password_however_they_are_composed() -> None:
    password_hash = await passwords.hash_password("caf\u00e9 caf\u00e9 caf\u00e9")

    assert await passwords.verify_password("cafe\u0301 cafe\u0301 cafe\u0301", password_hash)
    assert not await passwords.verify_password("cafe cafe cafe", password_hash)
