"""The change log, the number of changes to what is public, and the answers kept for requests that come twice."""

from __future__ import annotations

from typing import Any, ClassVar

from tortoise import fields
from tortoise.indexes import Index

from cms.models.base import Model
from cms.models.checks import between
from cms.models.fields import JSONTextField, KeyField, UTCDateTimeField
from cms.words import Audience


class Event(Model):
    """One logical change, written in the change's own transaction. `sequence` has no gaps and follows commit order.

    `uid` names it outside, also where a restored backup counts the same numbers again. `user_id`, `via` and
    `credential_id` tell who made it and by which session or token. They are plain numbers, since the log outlives what
    it tells of. `details` are for the audit log alone: what was public once need not be for ever.
    """

    sequence = fields.BigIntField(primary_key=True, generated=False)
    uid = KeyField(40, default="", db_default="")
    type = fields.CharField(60)
    version = fields.IntField(default=1, db_default=1)  # of the type's schema (cms/event_types.py)
    audience = KeyField(10, default=Audience.DESK, db_default="DESK")
    subject_kind = fields.CharField(20)
    subject_id = fields.IntField()
    actor = fields.CharField(200)
    user_id = fields.IntField(null=True)
    via = fields.CharField(20, default="", db_default="")
    credential_id = fields.IntField(null=True)
    changed: Any = JSONTextField[Any](default=list, db_default="[]")  # the fields that are not what they were
    payload: Any = JSONTextField[Any]()
    details: Any = JSONTextField[Any](default=dict, db_default="{}")
    language = KeyField(35, default="", db_default="")  # of the article, for filters
    tags: Any = JSONTextField[Any]()  # the cache tags the change touches ("article:17", "list:articles")
    created_at = UTCDateTimeField()

    class Meta:
        table = "event"
        indexes: ClassVar = [
            Index(fields=("type", "sequence"), name="ix_event_type"),
            Index(fields=("subject_kind", "subject_id", "sequence"), name="ix_event_subject"),
            Index(fields=("user_id", "sequence"), name="ix_event_user"),
            Index(fields=("credential_id", "via", "sequence"), name="ix_event_credential"),
            Index(fields=("via", "sequence"), name="ix_event_via"),
            Index(fields=("created_at", "sequence"), name="ix_event_created"),
            Index(fields=("uid",), name="ix_event_uid"),
        ]
        constraints: ClassVar = [between("event", "subject_id", 0)]


class ContentVersion(Model):
    """How often what the public reads was changed: one row, id 1, or none before the first change.

    Triggers of the tables count (`CountChanges` in cms/migrations/operations.py), so that no change goes without; on
    PostgreSQL they also notify the channel `content_changed`. Kept answers are good for one version.
    """

    id = fields.IntField(primary_key=True, generated=False)
    version = fields.BigIntField()

    class Meta:
        table = "content_version"
        constraints: ClassVar = [between("content_version", "id", 1, 1)]


class IdempotencyKey(Model):
    """The answer to a mutation that carried a key, kept for whoever sends the same again (schema/idempotency.py)."""

    id = fields.IntField(primary_key=True)
    key_hash = KeyField(64, unique=True)  # of the caller and the key
    request_hash = KeyField(64)  # of the operation and its variables
    answer = fields.TextField()  # JSON; text, so that the order of its keys stays
    permissions: Any = JSONTextField[Any]()  # what whoever got it might do then
    drafts: Any = JSONTextField[Any]()  # ids of those in it that not everybody who writes may see
    created_at = UTCDateTimeField()
    expires_at = UTCDateTimeField(db_index=True)

    class Meta:
        table = "idempotency_key"
