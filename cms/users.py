"""Users: making and changing them, and how they come to a password."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.expressions import F

from cms import events, text
from cms.accounts import email_problems, make_account, name_problems
from cms.credentials import digest, new_secret
from cms.db import writing
from cms.errors import FieldProblem, InvalidCredentials, NotFound, RateLimited, ValidationFailed
from cms.models import Category, Identity, OneTimeLink, PreviewLink, User, UserCategory
from cms.passwords import check_password, hash_password, verify_password
from cms.permissions import Permission, Viewer
from cms.standing import confirm
from cms.throttle import count_try, forgive, give_back
from cms.words import Role

LISTED = 500
NO_LINK = "this link was used, or is too old; ask for a new one"
TAKEN = "another user has this e-mail address"


@dataclass(frozen=True)
class MadeLink:
    """A secret that lets a user choose a password once, shown never again, and when it ends."""

    secret: str
    expires_at: datetime


async def create_user(
    viewer: Viewer, email: str, name: str, role: Role, *, password: str | None = None, category_ids: Sequence[int] = ()
) -> User:
    """Make a user; without a password, a one-time link lets him choose it.

    Args:
        viewer: somebody who may manage users.
        email: what he signs in with; kept folded.
        name: what revisions and events call him.
        role: what he may do.
        password: 10 to 200 characters.
        category_ids: for a contributor, the only categories he may write in.

    Raises:
        Forbidden: the viewer may not manage users.
        ValidationFailed: a value cannot be, or the e-mail address is taken.
    """
    viewer.require(Permission.MANAGE_USERS)
    key = text.fold(email)
    problems = [*email_problems(email), *name_problems(name)]
    if problems:
        raise ValidationFailed(*problems)
    if password is not None:
        check_password(password, key)
    password_hash = "" if password is None else await hash_password(password)
    now = datetime.now(UTC)
    async with writing() as tx:
        await confirm(tx, viewer)
        if await User.filter(email=key).using_db(tx).exists():
            raise ValidationFailed(FieldProblem("email", TAKEN))
        user = await make_account(tx, viewer, email, name, role, password_hash=password_hash, at=now)
        await _limit(tx, user, category_ids)
    return user


async def update_user(
    viewer: Viewer,
    user_id: int,
    *,
    name: str | None = None,
    role: Role | None = None,
    is_disabled: bool | None = None,
    category_ids: Sequence[int] | None = None,
) -> User:
    """Change what is given of a user. Disabling ends all sessions, tokens and links for good, at once.

    Raises:
        Forbidden: the viewer may not manage users.
        NotFound: there is no such user.
        ValidationFailed: a value cannot be, or no administrator would be left who can sign in.
    """
    viewer.require(Permission.MANAGE_USERS)
    if name is not None and (problems := name_problems(name)):
        raise ValidationFailed(*problems)
    now = datetime.now(UTC)
    async with writing() as tx:
        await confirm(tx, viewer)
        user = await User.get_or_none(id=user_id, using_db=tx)
        if user is None:
            raise NotFound("user", user_id)
        if is_disabled and not user.is_disabled:
            user.credentials_version += 1
            await PreviewLink.filter(user_id=user.id, revoked_at=None).using_db(tx).update(revoked_at=now)
        before = (user.name, user.role, user.is_disabled)
        user.name = user.name if name is None else text.clean(name)
        user.role = user.role if role is None else role
        user.is_disabled = user.is_disabled if is_disabled is None else is_disabled
        changes = {
            field: new
            for field, old in zip(("name", "role", "is_disabled"), before, strict=True)
            if (new := getattr(user, field)) != old
        }
        await user.save(using_db=tx)
        if user.role != Role.ADMIN or user.is_disabled:
            await _check_an_administrator_is_left(tx, before)
        if category_ids is not None:
            await _limit(tx, user, category_ids)
            changes["category_ids"] = sorted(set(category_ids))
        if changes:
            await events.record(tx, viewer, "user.updated", ("user", user.id), at=now, **changes)
    return user


async def make_link(viewer: Viewer, user_id: int, *, lifetime_seconds: int) -> MadeLink:
    """Make a one-time link with which a user chooses a (new) password; earlier ones of that user end.

    Raises:
        Forbidden: the viewer may not manage users.
        NotFound: there is no such user.
        ValidationFailed: the user is disabled.
    """
    viewer.require(Permission.MANAGE_USERS)
    now = datetime.now(UTC)
    secret = new_secret("link")
    async with writing() as tx:
        await confirm(tx, viewer)
        user = await User.get_or_none(id=user_id, using_db=tx)
        if user is None:
            raise NotFound("user", user_id)
        if user.is_disabled:
            raise ValidationFailed(FieldProblem("user", "this user is disabled; enable the account first"))
        await OneTimeLink.filter(user_id=user.id).using_db(tx).delete()
        link = await OneTimeLink.create(
            using_db=tx,
            user_id=user.id,
            secret_hash=digest(secret),
            credentials_version=user.credentials_version,
            created_at=now,
            expires_at=now + timedelta(seconds=lifetime_seconds),
        )
        await events.record(tx, viewer, "user.link_made", ("user", user.id), at=now)
    return MadeLink(secret, link.expires_at)


async def set_password_by_link(secret: str, password: str) -> User:
    """Choose a password by a one-time link. Ends all sessions, tokens and links of the user.

    Raises:
        InvalidCredentials: there is no such link, it was used, or it is too old.
        ValidationFailed: the password cannot be; the link can be used again.
        RateLimited: too many people sign in at this moment; the link can be used again.
    """
    # The link is looked at first, so that strangers cannot make the server compute hashes.
    link = await _valid_link(None, secret)
    check_password(password, link.user.email)
    password_hash = await hash_password(password)
    async with writing() as tx:
        # Only now, where nobody else writes, is it used up: of two at the same time one finds it used.
        link = await _valid_link(tx, secret)
        link.used_at = datetime.now(UTC)
        await link.save(using_db=tx, update_fields=["used_at"])
        viewer = Viewer(link.user.name, id=link.user.id)
        await _store_password(tx, viewer, link.user, password_hash)
    return link.user


async def set_password(viewer: Viewer, user_id: int, password: str) -> User:
    """Give a user a password, on the operator's behalf. Ends all sessions, tokens and links of the user.

    Raises:
        Forbidden: the viewer may not manage users.
        NotFound: there is no such user.
        ValidationFailed: the password cannot be.
    """
    viewer.require(Permission.MANAGE_USERS)
    user = await User.get_or_none(id=user_id)
    if user is None:
        raise NotFound("user", user_id)
    check_password(password, user.email)
    password_hash = await hash_password(password)
    async with writing() as tx:
        await confirm(tx, viewer)
        await _store_password(tx, viewer, user, password_hash)
    return user


async def change_password(viewer: Viewer, current: str, new: str, *, address: str) -> User:
    """Change the viewer's own password. Ends all sessions, tokens and links, the viewer's session too.

    Args:
        viewer: a user by session.
        current: the password until now; guessing it is throttled as signing in is.
        new: 10 to 200 characters.
        address: where the request comes from.

    Raises:
        Forbidden: the viewer is no user, or came by a token.
        ValidationFailed: the new password cannot be.
        RateLimited: there were too many wrong tries, or there are too many sign-ins at this moment.
        InvalidCredentials: the current password is wrong, or was changed meanwhile.
    """
    user = await User.get(id=viewer.require_user(Permission.OWN_ACCOUNT))
    check_password(new, user.email, path="newPassword")
    counted = await count_try(user.email, address)
    try:
        is_right = await verify_password(current, user.password_hash)
    except RateLimited:
        await give_back(counted)
        raise
    if not is_right:
        raise InvalidCredentials("the current password is wrong")
    await forgive(counted)
    password_hash = await hash_password(new)
    async with writing() as tx:
        await confirm(tx, viewer)
        version = user.credentials_version
        if not await User.filter(id=user.id, credentials_version=version).using_db(tx).exists():
            raise InvalidCredentials("the password was changed meanwhile; sign in again")
        await _store_password(tx, viewer, user, password_hash)
    return user


async def unlink_identities(viewer: Viewer, user_id: int) -> User:
    """Forget by which providers a user signed in, so that the next sign-in by each is the first again.

    For a user whose account at the provider was made anew. Sessions go on.

    Raises:
        Forbidden: the viewer may not manage users.
        NotFound: there is no such user.
    """
    viewer.require(Permission.MANAGE_USERS)
    async with writing() as tx:
        await confirm(tx, viewer)
        user = await User.get_or_none(id=user_id, using_db=tx)
        if user is None:
            raise NotFound("user", user_id)
        if await Identity.filter(user_id=user_id).using_db(tx).delete():
            now = datetime.now(UTC)
            await events.record(tx, viewer, "user.identities_unlinked", ("user", user_id), at=now)
    return user


async def list_users(viewer: Viewer) -> list[User]:
    """All users by e-mail address; 500 at most.

    Raises:
        Forbidden: the viewer may not manage users.
    """
    viewer.require(Permission.MANAGE_USERS)
    return await User.all().order_by("email").limit(LISTED)


async def find_user(viewer: Viewer, email: str) -> User:
    """The user with that e-mail address.

    Raises:
        Forbidden: the viewer may not manage users.
        NotFound: there is none.
    """
    viewer.require(Permission.MANAGE_USERS)
    user = await User.get_or_none(email=text.fold(email))
    if user is None:
        raise NotFound("user", email)
    return user


async def has_administrator() -> bool:
    """Whether there is an administrator who is not disabled."""
    return await User.filter(role=Role.ADMIN, is_disabled=False).exists()


async def _valid_link(tx: TransactionalDBClient | None, secret: str) -> OneTimeLink:
    links = OneTimeLink.filter(secret_hash=digest(secret), used_at=None, expires_at__gt=datetime.now(UTC))
    if tx is not None:
        links = links.using_db(tx)
    link = await links.filter(user__is_disabled=False).prefetch_related("user").first()
    if link is None or link.credentials_version != link.user.credentials_version:
        raise InvalidCredentials(NO_LINK)
    return link


async def _store_password(tx: TransactionalDBClient, viewer: Viewer, user: User, password_hash: str) -> None:
    changed = User.filter(id=user.id).using_db(tx)
    await changed.update(password_hash=password_hash, credentials_version=F("credentials_version") + 1)
    await events.record(tx, viewer, "user.password_changed", ("user", user.id), at=datetime.now(UTC))


async def _check_an_administrator_is_left(tx: TransactionalDBClient, before: tuple[str, str, bool]) -> None:
    """Refuse, after an administrator was taken away, if it was the last one."""
    _name, role, was_disabled = before
    if role != Role.ADMIN or was_disabled:
        return
    able = User.filter(role=Role.ADMIN, is_disabled=False).exclude(password_hash="").using_db(tx)
    if not await able.exists():
        raise ValidationFailed(FieldProblem("role", "this is the last administrator; make another one first"))


async def _limit(tx: TransactionalDBClient, user: User, category_ids: Sequence[int]) -> None:
    wanted = sorted(set(category_ids))
    if wanted and user.role != Role.CONTRIBUTOR:
        raise ValidationFailed(FieldProblem("categoryIds", "only contributors can be limited to categories"))
    if await Category.filter(id__in=wanted).using_db(tx).count() != len(wanted):
        raise ValidationFailed(FieldProblem("categoryIds", "not all of these categories exist"))
    await UserCategory.filter(user_id=user.id).using_db(tx).delete()
    for category_id in wanted:
        await UserCategory.create(using_db=tx, user_id=user.id, category_id=category_id)
