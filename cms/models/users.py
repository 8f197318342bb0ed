"""Who may do what: users, and the three sorts of secrets that prove to be one. Of a secret only its hash is kept."""

from __future__ import annotations

from typing import Any, ClassVar

from tortoise import fields
from tortoise.fields import CASCADE, RESTRICT
from tortoise.indexes import Index

from cms.models.base import Model
from cms.models.checks import between, filled, one_of
from cms.models.content import Category
from cms.models.fields import JSONTextField, KeyField, UTCDateTimeField
from cms.words import Role


class User(Model):
    """Somebody who can sign in.

    `credentials_version` grows when the password changes and when the user is disabled. Sessions, tokens and links
    carry the version they were made under, so that one update ends them all.
    """

    id = fields.IntField(primary_key=True)
    email = KeyField(254, unique=True)  # folded
    name = fields.CharField(200)
    role = fields.CharField(20, default=Role.READER)
    password_hash = fields.CharField(200, default="")  # empty as long as no password was chosen
    is_disabled = fields.BooleanField(default=False)
    credentials_version = fields.IntField(default=1)
    created_at = UTCDateTimeField()

    class Meta:
        # "user" is a reserved word of SQL.
        table = "user_account"
        indexes: ClassVar = [Index(fields=("role", "id"), name="ix_user_account_role")]
        constraints: ClassVar = [
            filled("user_account", "email"),
            filled("user_account", "name"),
            one_of("user_account", "role", Role),
            between("user_account", "credentials_version", 1),
        ]


class UserCategory(Model):
    """A category that a contributor is limited to; a user without any is not limited.

    A category cannot be deleted while somebody is limited to it, because losing the last limit would lift them all.
    """

    id = fields.IntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="categories", on_delete=CASCADE
    )
    category: fields.ForeignKeyRelation[Category] = fields.ForeignKeyField(
        "models.Category", related_name="limited_users", on_delete=RESTRICT, db_index=True
    )
    user_id: int
    category_id: int

    class Meta:
        table = "user_category"
        unique_together = (("user_id", "category_id"),)


class Session(Model):
    """A signed-in browser."""

    id = fields.IntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="sessions", on_delete=CASCADE, db_index=True
    )
    secret_hash = KeyField(64, unique=True)
    credentials_version = fields.IntField()
    address = KeyField(64)  # the network it was signed in from (cms/throttle.py)
    user_agent = fields.CharField(200)
    created_at = UTCDateTimeField()
    last_used_at = UTCDateTimeField()
    expires_at = UTCDateTimeField(db_index=True)
    revoked_at = UTCDateTimeField(null=True)
    user_id: int

    class Meta:
        table = "session"
        constraints: ClassVar = [filled("session", "secret_hash"), between("session", "credentials_version", 1)]


class Token(Model):
    """A secret for a program that acts as a user, with no more than its scopes. `prefix` is how people tell them."""

    id = fields.IntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="tokens", on_delete=CASCADE, db_index=True
    )
    name = fields.CharField(100)
    prefix = fields.CharField(20)
    secret_hash = KeyField(64, unique=True)
    scopes: Any = JSONTextField[Any]()  # a list of permissions
    credentials_version = fields.IntField()
    created_at = UTCDateTimeField()
    last_used_at = UTCDateTimeField(null=True)
    expires_at = UTCDateTimeField()
    revoked_at = UTCDateTimeField(null=True)
    user_id: int

    class Meta:
        table = "token"
        constraints: ClassVar = [
            filled("token", "name"),
            filled("token", "secret_hash"),
            between("token", "credentials_version", 1),
        ]


class OneTimeLink(Model):
    """A secret that lets its user choose a password, once: the first of an administrator, or after it was lost."""

    id = fields.IntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="links", on_delete=CASCADE, db_index=True
    )
    secret_hash = KeyField(64, unique=True)
    credentials_version = fields.IntField()
    created_at = UTCDateTimeField()
    expires_at = UTCDateTimeField()
    used_at = UTCDateTimeField(null=True)
    user_id: int

    class Meta:
        table = "one_time_link"
        constraints: ClassVar = [
            filled("one_time_link", "secret_hash"),
            between("one_time_link", "credentials_version", 1),
        ]


class Identity(Model):
    """What an OpenID Connect provider calls a user: `subject` at `issuer`."""

    id = fields.IntField(primary_key=True)
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="identities", on_delete=CASCADE, db_index=True
    )
    issuer = KeyField(500)
    subject = KeyField(255)
    created_at = UTCDateTimeField()
    user_id: int

    class Meta:
        table = "identity"
        unique_together = (("issuer", "subject"),)
        constraints: ClassVar = [filled("identity", "issuer"), filled("identity", "subject")]


class SignInTries(Model):
    """How often signing in was tried under one key (cms/throttle.py) since its span of time began."""

    id = fields.IntField(primary_key=True)
    key = KeyField(64, unique=True)
    count = fields.IntField()
    ends_at = UTCDateTimeField(db_index=True)

    class Meta:
        table = "sign_in_tries"
        constraints: ClassVar = [between("sign_in_tries", "count", 0)]
