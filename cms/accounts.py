"""What an account must be, and making one inside a transaction; cms/users.py and cms/identities.py tell when."""

from __future__ import annotations

import re
from datetime import datetime

from tortoise.backends.base.client import TransactionalDBClient

from cms import events, text
from cms.errors import FieldProblem
from cms.models import User
from cms.permissions import Viewer
from cms.words import Role

EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
EMAIL_CHARACTERS, NAME_CHARACTERS = 254, 200


def email_problems(email: str) -> list[FieldProblem]:
    """What keeps an e-mail address, as it was typed, from being an account's."""
    if problem := text.problem_in(email, max_length=EMAIL_CHARACTERS):
        return [FieldProblem("email", problem)]
    key = text.fold(email)
    if not EMAIL.fullmatch(key) or len(key) > EMAIL_CHARACTERS:
        return [FieldProblem("email", "write an e-mail address like name@example.org")]
    return []


def name_problems(name: str) -> list[FieldProblem]:
    """What keeps a name from being an account's."""
    if problem := text.problem_in(name, max_length=NAME_CHARACTERS):
        return [FieldProblem("name", problem)]
    return [] if text.clean(name) else [FieldProblem("name", "must not be empty")]


async def make_account(
    tx: TransactionalDBClient,
    viewer: Viewer | None,
    email: str,
    name: str,
    role: Role,
    *,
    password_hash: str = "",
    at: datetime,
) -> User:
    """Make an account of values that have no problems, and record it.

    Args:
        tx: the change's transaction.
        viewer: who makes it; None for the user himself.
        email: not yet folded; nobody has it.
        name: not yet cleaned.
        role: what the user may do.
        password_hash: empty as long as there is no password.
        at: when.
    """
    user = await User.create(
        using_db=tx,
        email=text.fold(email),
        name=text.clean(name),
        role=role,
        password_hash=password_hash,
        created_at=at,
    )
    who = viewer or Viewer(user.name, id=user.id)
    await events.record(tx, who, "user.created", ("user", user.id), at=at, name=user.name, role=role)
    return user
