"""Whether a viewer still may act as he could when his request began."""

from __future__ import annotations

from datetime import UTC, datetime

from tortoise.backends.base.client import TransactionalDBClient

from cms.errors import Unauthenticated
from cms.models import Session, Token, User, UserCategory
from cms.permissions import Via, Viewer
from cms.words import Role


async def confirm(tx: TransactionalDBClient, viewer: Viewer) -> None:
    """Look again, inside the change's own transaction, whether the viewer's account and credential are what they were.

    A request may run for seconds, and what it was let in with may end meanwhile, or by an earlier part of the request
    itself. The operator at the command line has no account and passes.

    Raises:
        Unauthenticated: the account was disabled or got another role or other categories, or the session or token
            ended.
    """
    if viewer.id is None:
        return
    user = await User.get_or_none(id=viewer.id, using_db=tx)
    if user is None or user.is_disabled or user.role != viewer.role:
        raise Unauthenticated
    if viewer.credential_id is None:
        return
    if user.role == Role.CONTRIBUTOR:
        limits = await UserCategory.filter(user_id=user.id).using_db(tx)
        if {row.category_id for row in limits} != (viewer.category_ids or set()):
            raise Unauthenticated
    model = Token if viewer.via is Via.TOKEN else Session
    held = model.filter(id=viewer.credential_id, revoked_at=None, credentials_version=user.credentials_version)
    if not await held.filter(expires_at__gt=datetime.now(UTC)).using_db(tx).exists():
        raise Unauthenticated
