"""Signing in and out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cms import text
from cms.credentials import digest, new_secret
from cms.errors import Forbidden, InvalidCredentials
from cms.models import Session, User
from cms.passwords import verify_password
from cms.permissions import Permission, Via, Viewer
from cms.throttle import count_try, forgive, network

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


async def sign_in(email: str, password: str, *, address: str, user_agent: str, lifetime_seconds: int) -> SignedIn:
    """Begin a session. A wrong password, an unknown or a disabled user give the same answer after the same work.

    Args:
        email: as typed; full-width letters and case do not matter.
        password: as typed.
        address: where the request comes from.
        user_agent: what the browser calls itself; shown in the list of sessions.
        lifetime_seconds: how long the session may last.

    Raises:
        RateLimited: there were too many tries; the password was not looked at.
        InvalidCredentials: they are not those of a user who may sign in.
    """
    key = text.fold(email[:1000])
    counted = await count_try(key, address)
    user = await User.get_or_none(email=key)
    is_right = await verify_password(password, user.password_hash if user else "")
    if user is None or not is_right or user.is_disabled:
        raise InvalidCredentials(WRONG)
    now = datetime.now(UTC)
    secret = new_secret("session")
    session = Session(
        user_id=user.id,
        secret_hash=digest(secret),
        # The version read before the password was verified: if it was changed meanwhile, this session is over.
        credentials_version=user.credentials_version,
        address=network(address),
        user_agent=_shown(user_agent),
        created_at=now,
        last_used_at=now,
        expires_at=now + timedelta(seconds=lifetime_seconds),
    )
    await Session.filter(expires_at__lte=now - KEPT).delete()
    await session.save()
    await forgive(counted)
    return SignedIn(secret, session.expires_at, user)


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


async def list_sessions(viewer: Viewer) -> list[Session]:
    """The viewer's own sessions that are not over, the latest used first; 100 at most.

    Raises:
        Forbidden: the viewer is no user, or came by a token.
    """
    user_id = viewer.require_user(Permission.OWN_ACCOUNT)
    user = await User.get(id=user_id)
    current = Session.filter(user_id=user_id, revoked_at=None, credentials_version=user.credentials_version)
    return await current.filter(expires_at__gt=datetime.now(UTC)).order_by("-last_used_at", "-id").limit(LISTED)


def _shown(user_agent: str) -> str:
    return "".join(character for character in user_agent if character.isprintable())[:200]
