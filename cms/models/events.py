"""The change log."""

from __future__ import annotations

from typing import Any, ClassVar

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from cms.models.checks import between
from cms.models.fields import JSONTextField, UTCDateTimeField


class Event(Model):
    """One logical change, written in the change's own transaction. `sequence` has no gaps and follows commit order."""

    sequence = fields.BigIntField(primary_key=True, generated=False)
    type = fields.CharField(60)
    subject_kind = fields.CharField(20)
    subject_id = fields.IntField()
    actor = fields.CharField(200)
    payload: Any = JSONTextField[Any]()
    tags: Any = JSONTextField[Any]()  # the cache tags the change touches ("article:17", "list:articles")
    created_at = UTCDateTimeField()

    class Meta:
        table = "event"
        indexes: ClassVar = [
            Index(fields=("type", "sequence"), name="ix_event_type"),
            Index(fields=("subject_kind", "subject_id", "sequence"), name="ix_event_subject"),
        ]
        constraints: ClassVar = [between("event", "subject_id", 0)]
