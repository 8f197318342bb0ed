"""API tokens: whose, for what, how long."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from cms import tokens, users
from cms.db import Database
from cms.errors import Forbidden, NotFound, ValidationFailed
from cms.models import Event, Token, User
from cms.permissions import ROLES, SCOPES, Permission, Via, Viewer, token_permissions
from cms.words import Role
from tests.accounts import OPERATOR, cheap_hashes, make_user, now, viewer_of

__all__ = ["cheap_hashes"]

pytestmark = pytest.mark.anyio

EDIT = [Permission.EDIT]


async def make(user: User, name: str = "a program") -> tokens.MadeToken:
    return await tokens.create_token(viewer_of(user), name, EDIT)


async def test_a_token_is_shown_once_and_known_by_its_beginning(database: Database) -> None:
    made = await make(await make_user())

    stored = str(await Token.all().values())
    assert made.secret.startswith("bs_token_")
    assert len(made.secret) == len("bs_token_") + 43
    assert made.token.prefix == made.secret[:15]
    assert made.secret not in stored
    assert made.secret[15:] not in stored
    assert made.token.expires_at - made.token.created_at == timedelta(days=90)


@pytest.mark.parametrize(
    ("name", "scopes", "days", "path"),
    [
        ("", EDIT, 1, "name"),
        ("x" * 101, EDIT, 1, "name"),
        ("a\nb", EDIT, 1, "name"),
        ("a", [], 1, "scopes"),
        ("a", [Permission.OWN_ACCOUNT], 1, "scopes"),
        ("a", [Permission.EDIT, Permission.PUBLISH], 1, "scopes"),
        ("a", [Permission.MANAGE_USERS], 1, "scopes"),
        ("a", EDIT, 0, "expiresAt"),
        ("a", EDIT, -1, "expiresAt"),
        ("a", EDIT, 4000, "expiresAt"),
    ],
)
async def test_what_no_token_can_have_is_refused(
    database: Database, name: str, scopes: list[Permission], days: int, path: str
) -> None:
    user = await make_user(Role.EDITOR)
    ends: datetime = now() + timedelta(days=days)

    with pytest.raises(ValidationFailed) as refusal:
        await tokens.create_token(viewer_of(user), name, scopes, expires_at=ends)

    assert [problem.path for problem in refusal.value.problems] == [path]
    assert await Token.all().count() == 0


async def test_a_token_never_does_more_than_its_user(database: Database) -> None:
    for role in Role:
        assert token_permissions(role, [*Permission, "NO_PERMISSION"]) == ROLES[role] & SCOPES
        assert token_permissions(role, []) == frozenset()
        assert Permission.OWN_ACCOUNT not in token_permissions(role, Permission)


async def test_a_token_makes_no_tokens(database: Database) -> None:
    user = await make_user()
    program = Viewer("a program", token_permissions(Role.EDITOR, Permission), user.id, via=Via.TOKEN)

    with pytest.raises(Forbidden):
        await tokens.create_token(program, "another", EDIT)
    with pytest.raises(Forbidden):
        await tokens.list_tokens(program)


async def test_only_who_may_manage_users_makes_tokens_for_others(database: Database) -> None:
    user, other, admin = await make_user(), await make_user(), await make_user(Role.ADMIN)

    made = await tokens.create_token(viewer_of(admin), "a", EDIT, user_id=user.id)
    with pytest.raises(Forbidden):
        await tokens.create_token(viewer_of(other), "a", EDIT, user_id=user.id)
    with pytest.raises(NotFound):
        await tokens.create_token(viewer_of(admin), "a", EDIT, user_id=999)
    await users.update_user(OPERATOR, user.id, is_disabled=True)
    with pytest.raises(ValidationFailed, match="disabled"):
        await tokens.create_token(viewer_of(admin), "a", EDIT, user_id=user.id)

    assert made.token.user_id == user.id


async def test_everybody_lists_and_revokes_the_own_tokens_only(database: Database) -> None:
    user, other, admin = await make_user(), await make_user(), await make_user(Role.ADMIN)
    first, second = await make(user, "first"), await make(user, "second")
    foreign = await make(other)

    with pytest.raises(NotFound):
        await tokens.revoke_token(viewer_of(user), foreign.token.id)
    with pytest.raises(Forbidden):
        await tokens.list_tokens(viewer_of(user), user_id=other.id)
    revoked = await tokens.revoke_token(viewer_of(user), first.token.id)
    await tokens.revoke_token(viewer_of(admin), foreign.token.id)

    assert revoked.revoked_at is not None
    assert [row.name for row in await tokens.list_tokens(viewer_of(user))] == ["second", "first"]
    assert len(await tokens.list_tokens(OPERATOR)) == 3
    assert await Token.filter(revoked_at=None).values_list("id", flat=True) == [second.token.id]


async def test_revoking_twice_changes_nothing(database: Database) -> None:
    user = await make_user()
    made = await make(user)

    first = await tokens.revoke_token(viewer_of(user), made.token.id)
    second = await tokens.revoke_token(viewer_of(user), made.token.id)

    assert first.revoked_at == second.revoked_at
    assert await Event.filter(type="token.revoked").count() == 1


async def test_events_of_tokens_hold_no_secrets(database: Database) -> None:
    user = await make_user()
    made = await make(user)
    await tokens.revoke_token(viewer_of(user), made.token.id)

    rows = await Event.filter(subject_kind="token").order_by("sequence")

    assert [row.type for row in rows] == ["token.created", "token.revoked"]
    assert {row.actor for row in rows} == {user.name}
    told = "".join(str(dict(row)) for row in rows)
    assert made.secret[9:15] not in told
    assert made.token.secret_hash not in told


@pytest.mark.parametrize("viewer", [Viewer.anonymous(), Viewer("a reader")])
async def test_who_did_not_sign_in_has_no_tokens(database: Database, viewer: Viewer) -> None:
    for act in (
        tokens.create_token(viewer, "a", EDIT),
        tokens.list_tokens(viewer),
        tokens.revoke_token(viewer, 1),
    ):
        with pytest.raises(Forbidden):
            await act
