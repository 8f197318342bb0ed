"""Signing in and out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tortoise.backends.base.client import TransactionalDBClient

from cms import text
from cms.accounts import EMAIL_CHARACTERS
from cms.credentials import digest, new_secret
from cms.db import writing
from cms.errors import Forbidden, InvalidCredentials, RateLimited
from cms.identities import Identified, account_of
from cms.models import Session, User
from cms.passwords import verify_password
from cms.permissions import Permission, Via, Viewer
from cms.throttle import count_try, forgive, give_back, network
from cms.words import Role

# Ended sessions are kept for some time, because they tell from where a user is used to come (cms/throttle.py).
KEPT = timedelta(days=90)
LISTED = 100
WRONG = "this e-mail address and password do not fit together"


@dataclass(frozen=True)
class SignedIn:
    """A new session: the secret for the cookie, shown never again, and when it ends at the latest."""

    secret: str
    expires_at: datetime
    user: User


@dataclass(frozen=True)
class Browser:
    """Where somebody signs in.

    Attributes:
        address: where the request comes from.
        user_agent: what the browser calls itself; shown in the list of sessions.
        session: the secret of the session that its cookie holds already, which ends when a new one begins.
    """

    address: str
    user_agent: str = ""
    session: str | None = None


async def sign_in(email: str, password: str, browser: Browser, *, lifetime_seconds: int) -> SignedIn:
    """Begin a session. A wrong password, an unknown or a disabled user give the same answer after the same work.

    Args:
        email: as typed; full-width letters and case do not matter.
        password: as typed.
        browser: where.
        lifetime_seconds: how long the session may last.

    Raises:
        RateLimited: there were too many tries, or there are too many at this moment; the password was not looked at.
        InvalidCredentials: they are not those of a user who may sign in.
    """
    key = text.fold(email[:1000])
    if text.problem_in(key, max_length=EMAIL_CHARACTERS):
        key = ""  # what no column can hold is nobody's address
    counted = await count_try(key, browser.address)
    user = await User.get_or_none(email=key)
    try:
        password_hash = user.password_hash if user else ""
        is_right = await verify_password(password, password_hash, is_stranger=not counted.is_familiar)
    except RateLimited:
        await give_back(counted)
        raise
    if user is None or not is_right or user.is_disabled:
        raise InvalidCredentials(WRONG)
    async with writing() as tx:
        # The version read before the password was verified: if it was changed meanwhile, this session is over.
        signed_in = await _begin(tx, user, browser, lifetime_seconds)
    await forgive(counted)
    return signed_in


async def sign_in_identified(
    identified: Identified, browser: Browser, *, create_role: Role | None, lifetime_seconds: int
) -> SignedIn:
    """Begin a session for somebody whom a provider vouches for; his account is linked or made the first time.

    Args:
        identified: who it is.
        browser: where.
        create_role: the role of an account for somebody who has none; None makes none.
        lifetime_seconds: how long the session may last.

    Raises:
        SignInRefused: there is no account for him, or it is disabled or linked to somebody else.
    """
    async with writing() as tx:
        user = await account_of(tx, identified, create_role)
        return await _begin(tx, user, browser, lifetime_seconds)


async def sign_out(viewer: Viewer, *, everywhere: bool = False) -> int:
    """End the viewer's session, or all sessions of the user; how many were ended. Tokens go on.

    Raises:
        Forbidden: the viewer did not sign in, or `everywhere` was asked for by a token.
    """
    if everywhere:
        mine = Session.filter(user_id=viewer.require_user(Permission.OWN_ACCOUNT))
    elif viewer.via is Via.SESSION:
        mine = Session.filter(id=viewer.credential_id)
    else:
        raise Forbidden(Permission.OWN_ACCOUNT)
    return await mine.filter(revoked_at=None).update(revoked_at=datetime.now(UTC))


async def list_sessions(viewer: Viewer, *, idle_seconds: int) -> list[Session]:
    """The viewer's own sessions that are not over, the latest used first; 100 at most.

    Args:
        viewer: whose.
        idle_seconds: after how long without a request a session is over.

    Raises:
        Forbidden: the viewer is no user, or came by a token.
    """
    user_id = viewer.require_user(Permission.OWN_ACCOUNT)
    user = await User.get(id=user_id)
    now = datetime.now(UTC)
    current = Session.filter(user_id=user_id, revoked_at=None, credentials_version=user.credentials_version)
    current = current.filter(expires_at__gt=now, last_used_at__gt=now - timedelta(seconds=idle_seconds))
    return await current.order_by("-last_used_at", "-id").limit(LISTED)


async def _begin(tx: TransactionalDBClient, user: User, browser: Browser, lifetime_seconds: int) -> SignedIn:
    now = datetime.now(UTC)
    secret = new_secret("session")
    expires_at = now + timedelta(seconds=lifetime_seconds)
    await Session.filter(expires_at__lte=now - KEPT).using_db(tx).delete()
    if browser.session:
        # Nobody could end it any more from this browser, since the new cookie takes the place of the old one.
        former = Session.filter(secret_hash=digest(browser.session), revoked_at=None)
        await former.using_db(tx).update(revoked_at=now)
    await Session.create(
        using_db=tx,
        user_id=user.id,
        secret_hash=digest(secret),
        credentials_version=user.credentials_version,
        address=network(browser.address),
        user_agent=_shown(browser.user_agent),
        created_at=now,
        last_used_at=now,
        expires_at=expires_at,
    )
    return SignedIn(secret, expires_at, user)


def _shown(user_agent: str) -> str:
    return "".join(character for character in user_agent if character.isprintable())[:200]
