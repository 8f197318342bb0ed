"""Which account somebody has whom an OpenID Connect provider vouches for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from tortoise.backends.base.client import TransactionalDBClient

from cms import events, text
from cms.accounts import NAME_CHARACTERS, email_problems, make_account, name_problems
from cms.errors import SignInRefused
from cms.models import Identity, User
from cms.permissions import Viewer
from cms.words import Role


@dataclass(frozen=True)
class Identified:
    """What a provider says of somebody who proved to it who he is.

    `issuer` and `subject` are his name for ever. `email` is empty unless the provider has verified that it is his.
    """

    issuer: str
    subject: str
    email: str
    name: str


async def account_of(tx: TransactionalDBClient, identified: Identified, create_role: Role | None) -> User:
    """The enabled account of somebody, linked or made when he comes for the first time.

    An account is linked by its e-mail address once. Another subject of the same provider with that address is refused,
    because addresses are given to other people; an administrator's `unlink_identities` lets it in.

    Args:
        tx: a transaction that is alone (`cms.db.writing`).
        identified: who it is.
        create_role: the role of an account for somebody who has none; None makes none.

    Raises:
        SignInRefused: there is no account, or it is disabled or linked to somebody else.
    """
    key = {"issuer": identified.issuer, "subject": identified.subject}
    identity = await Identity.get_or_none(**key, using_db=tx).prefetch_related("user")
    if identity is not None:
        return _enabled(identity.user)
    if not identified.email or email_problems(identified.email):
        raise SignInRefused("no verified e-mail address")
    user = await User.get_or_none(email=text.fold(identified.email), using_db=tx)
    now = datetime.now(UTC)
    if user is None:
        if create_role is None:
            raise SignInRefused("no such user")
        name = identified.email[:NAME_CHARACTERS] if name_problems(identified.name) else identified.name
        user = await make_account(tx, None, identified.email, name, create_role, at=now)
    elif await Identity.filter(user_id=_enabled(user).id, issuer=identified.issuer).using_db(tx).exists():
        raise SignInRefused("the user is linked to another subject")
    await Identity.create(using_db=tx, **key, user_id=user.id, created_at=now)
    viewer = Viewer(user.name, id=user.id)
    await events.record(tx, viewer, "user.identity_linked", ("user", user.id), at=now, issuer=identified.issuer)
    return user


def _enabled(user: User) -> User:
    if user.is_disabled:
        raise SignInRefused("the user is disabled")
    return user
