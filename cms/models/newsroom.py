"""What editors work on: drafts, their revisions, where they came from, and when each revision was public."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from tortoise import fields
from tortoise.fields import CASCADE, RESTRICT, SET_NULL
from tortoise.indexes import Index
from tortoise.models import Model

from cms.models.checks import between, filled, one_of
from cms.models.fields import JSONTextField, KeyField, UTCDateTimeField
from cms.words import DraftStatus

if TYPE_CHECKING:
    from cms.models.content import Category, Source


class Draft(Model):
    """The working item, one for an article's whole life. Its id is the article's.

    `version` grows with every change; `title`, `source` and `category` repeat the newest revision, for looking it up.
    `suggestions` holds what an import found but could not be sure of, for an editor to confirm.
    """

    id = fields.IntField(primary_key=True)
    status = fields.CharField(20, default=DraftStatus.DRAFT)
    version = fields.IntField(default=1)
    title = fields.CharField(300)
    title_key = KeyField(300)
    slug = KeyField(120, unique=True)
    source: fields.ForeignKeyNullableRelation[Source] = fields.ForeignKeyField(
        "models.Source", related_name="drafts", null=True, on_delete=RESTRICT, db_index=True
    )
    category: fields.ForeignKeyNullableRelation[Category] = fields.ForeignKeyField(
        "models.Category", related_name="drafts", null=True, on_delete=RESTRICT, db_index=True
    )
    suggestions: Any = JSONTextField[Any](default=list)
    view_count = fields.IntField(default=0)
    created_at = UTCDateTimeField()
    updated_at = UTCDateTimeField()
    first_published_at = UTCDateTimeField(null=True)
    source_id: int | None
    category_id: int | None

    class Meta:
        table = "draft"
        indexes: ClassVar = [
            Index(fields=("title_key", "id"), name="ix_draft_title"),
            Index(fields=("status", "updated_at", "id"), name="ix_draft_status"),
            Index(fields=("updated_at", "id"), name="ix_draft_updated"),
        ]
        constraints: ClassVar = [
            one_of("draft", "status", DraftStatus),
            between("draft", "version", 1),
            between("draft", "view_count", 0),
            filled("draft", "slug"),
        ]


class Origin(Model):
    """A name by which an import knows a draft again: its address, its id at the source, or a hash of its text."""

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="origins", on_delete=CASCADE, db_index=True
    )
    key = KeyField(100, unique=True)
    draft_id: int

    class Meta:
        table = "origin"


class Revision(Model):
    """A whole snapshot of a draft, links and their order included. Never changed, never a delta (cms/snapshots.py)."""

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="revisions", on_delete=CASCADE
    )
    number = fields.IntField()
    snapshot: Any = JSONTextField[Any]()
    actor = fields.CharField(200)
    created_at = UTCDateTimeField()
    draft_id: int

    class Meta:
        table = "revision"
        unique_together = (("draft_id", "number"),)
        constraints: ClassVar = [between("revision", "number", 1)]


class Publication(Model):
    """The interval in which a revision was public; `live_until` is empty while it is."""

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="publications", on_delete=CASCADE
    )
    revision: fields.ForeignKeyNullableRelation[Revision] = fields.ForeignKeyField(
        "models.Revision", related_name="publications", null=True, on_delete=SET_NULL, db_index=True
    )
    live_from = UTCDateTimeField()
    live_until = UTCDateTimeField(null=True)
    draft_id: int

    class Meta:
        table = "publication"
        indexes: ClassVar = [
            Index(fields=("draft_id", "live_from"), name="ix_publication_draft"),
            Index(fields=("live_from", "live_until"), name="ix_publication_live"),
        ]
