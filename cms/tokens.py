"""API tokens: secrets for programs that act as a user with no more than the permissions they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cms import events, text
from cms.credentials import digest, new_secret, shown_part
from cms.db import writing
from cms.errors import FieldProblem, NotFound, ValidationFailed
from cms.models import Token, User
from cms.permissions import ROLES, SCOPES, Permission, Viewer
from cms.standing import confirm
from cms.words import Role

DEFAULT_LIFETIME = timedelta(days=90)
LONGEST_LIFETIME = timedelta(days=3660)
LISTED = 500


@dataclass(frozen=True)
class MadeToken:
    """A new token, and its secret, which is shown this once."""

    token: Token
    secret: str


async def create_token(
    viewer: Viewer,
    name: str,
    scopes: Sequence[Permission],
    *,
    expires_at: datetime | None = None,
    user_id: int | None = None,
) -> MadeToken:
    """Make a token for the viewer, or for another user.

    Args:
        viewer: a user by session; or somebody who may manage users.
        name: what it is for.
        scopes: what it may do at most; the user's role narrows it further, also when the role changes later.
        expires_at: when it ends; in 90 days if not given.
        user_id: whose it is, if not the viewer's own.

    Raises:
        Forbidden: the viewer may not make one, or not for that user.
        NotFound: there is no such user.
        ValidationFailed: the name, a scope or the date cannot be.
    """
    owner = _owner(viewer, user_id)
    now = datetime.now(UTC)
    expires_at = expires_at or now + DEFAULT_LIFETIME
    problems = _problems(name, scopes, expires_at, now)
    secret = new_secret("token")
    async with writing() as tx:
        await confirm(tx, viewer)
        user = await User.get_or_none(id=owner, using_db=tx)
        if user is None:
            raise NotFound("user", owner)
        beyond = sorted(set(scopes) & SCOPES - ROLES[Role(user.role)])
        if beyond:
            problems.append(FieldProblem("scopes", f"the role {user.role} does not include {', '.join(beyond)}"))
        if user.is_disabled:
            problems.append(FieldProblem("user", "this user is disabled"))
        if problems:
            raise ValidationFailed(*problems)
        token = await Token.create(
            using_db=tx,
            user_id=user.id,
            name=text.clean(name),
            prefix=shown_part(secret),
            secret_hash=digest(secret),
            scopes=sorted(set(scopes)),
            credentials_version=user.credentials_version,
            created_at=now,
            expires_at=expires_at,
        )
        await events.record(tx, viewer, "token.created", ("token", token.id), at=now, user_id=user.id, name=token.name)
    return MadeToken(token, secret)


async def list_tokens(viewer: Viewer, *, user_id: int | None = None) -> list[Token]:
    """The tokens of the viewer, or of another user, revoked and expired ones too; the newest first, 500 at most.

    Without `user_id`, the operator gets those of all users.

    Raises:
        Forbidden: the viewer may not see them.
    """
    if user_id is None and viewer.id is None:
        viewer.require(Permission.MANAGE_USERS)
        tokens = Token.all()
    else:
        tokens = Token.filter(user_id=_owner(viewer, user_id))
    return await tokens.prefetch_related("user").order_by("-id").limit(LISTED)


async def revoke_token(viewer: Viewer, token_id: int) -> Token:
    """End a token at once: one of the viewer's own, or with the permission to manage users anybody's.

    Revoking one that was revoked before changes nothing.

    Raises:
        Forbidden: the viewer may not revoke tokens at all.
        NotFound: there is no such token, or it is another user's.
    """
    if Permission.MANAGE_USERS in viewer.permissions:
        reachable = Token.filter(id=token_id)
    else:
        reachable = Token.filter(id=token_id, user_id=viewer.require_user(Permission.OWN_ACCOUNT))
    now = datetime.now(UTC).replace(microsecond=0)
    async with writing() as tx:
        await confirm(tx, viewer)
        token = await reachable.using_db(tx).first()
        if token is None:
            raise NotFound("token", token_id)
        if token.revoked_at is None:
            token.revoked_at = now
            await token.save(using_db=tx, update_fields=["revoked_at"])
            await events.record(tx, viewer, "token.revoked", ("token", token.id), at=now, user_id=token.user_id)
    return token


def _owner(viewer: Viewer, user_id: int | None) -> int:
    if user_id is not None and user_id != viewer.id:
        viewer.require(Permission.MANAGE_USERS)
        return user_id
    return viewer.require_user(Permission.OWN_ACCOUNT)


def _problems(name: str, scopes: Sequence[Permission], expires_at: datetime, now: datetime) -> list[FieldProblem]:
    problems = []
    if problem := text.problem_in(name, max_length=100):
        problems.append(FieldProblem("name", problem))
    elif not text.clean(name):
        problems.append(FieldProblem("name", "must not be empty"))
    if Permission.OWN_ACCOUNT in scopes:
        problems.append(FieldProblem("scopes", "OWN_ACCOUNT cannot be given to a token"))
    if not scopes:
        problems.append(FieldProblem("scopes", "name at least one permission"))
    if not now < expires_at <= now + LONGEST_LIFETIME:
        problems.append(FieldProblem("expiresAt", "must lie in the future, at most ten years ahead"))
    return problems
