"""What editors work on: drafts, their revisions, what is planned for them, and when each revision was public."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from tortoise import fields
from tortoise.fields import CASCADE, RESTRICT, SET_NULL
from tortoise.indexes import Index

from cms.models.base import Model
from cms.models.checks import between, filled, one_of
from cms.models.fields import JSONTextField, KeyField, UTCDateTimeField
from cms.words import DraftStatus, EvidenceOrigin, ReviewState, ScheduleAct, ScheduleState

if TYPE_CHECKING:
    from cms.models.content import Author, Category, Source, Tag
    from cms.models.users import Session, User


class Draft(Model):
    """The working item, one for an article's whole life. Its id is the article's.

    `version` grows with every change; `title`, `language`, `source`, `category` and `translation_of` repeat the newest
    revision, for looking it up, as DraftAuthor and DraftTag do. `suggestions` holds what an import found but could not
    be sure of, for an editor to confirm. `owner` is who made it, `assignee` who shall go on with it; `review_note` is
    what the last reviewer asked for.
    """

    id = fields.IntField(primary_key=True)
    status = fields.CharField(20, default=DraftStatus.DRAFT)
    review = fields.CharField(20, default=ReviewState.NONE, db_default="NONE")
    review_note = fields.TextField(default="", db_default="")
    version = fields.IntField(default=1)
    title = fields.CharField(300)
    title_key = KeyField(300)
    slug = KeyField(120, unique=True)
    language = fields.CharField(35, default="", db_default="")
    source: fields.ForeignKeyNullableRelation[Source] = fields.ForeignKeyField(
        "models.Source", related_name="drafts", null=True, on_delete=RESTRICT, db_index=True
    )
    category: fields.ForeignKeyNullableRelation[Category] = fields.ForeignKeyField(
        "models.Category", related_name="drafts", null=True, on_delete=RESTRICT, db_index=True
    )
    translation_of: fields.ForeignKeyNullableRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="translations", null=True, on_delete=SET_NULL, db_index=True
    )
    suggestions: Any = JSONTextField[Any](default=list)
    view_count = fields.IntField(default=0)
    created_at = UTCDateTimeField()
    updated_at = UTCDateTimeField()
    first_published_at = UTCDateTimeField(null=True)
    embargo_until = UTCDateTimeField(null=True)
    trashed_at = UTCDateTimeField(null=True)
    owner: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="drafts", null=True, on_delete=SET_NULL, db_index=False
    )
    assignee: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="assigned_drafts", null=True, on_delete=SET_NULL, db_index=False
    )
    source_id: int | None
    category_id: int | None
    translation_of_id: int | None
    owner_id: int | None
    assignee_id: int | None

    class Meta:
        table = "draft"
        indexes: ClassVar = [
            Index(fields=("title_key", "id"), name="ix_draft_title"),
            Index(fields=("status", "updated_at", "id"), name="ix_draft_status"),
            # It has all that a list's conditions ask of a draft, so a search that finds few looks up no other in vain.
            Index(
                fields=("updated_at", "id", "status", "owner_id", "assignee_id", "title_key"), name="ix_draft_listed"
            ),
            Index(fields=("owner_id", "updated_at", "id"), name="ix_draft_owner"),
            Index(fields=("assignee_id", "updated_at", "id"), name="ix_draft_assignee"),
            Index(fields=("review", "updated_at", "id"), name="ix_draft_review"),
            Index(fields=("language", "updated_at", "id"), name="ix_draft_language"),
        ]
        constraints: ClassVar = [
            one_of("draft", "status", DraftStatus),
            one_of("draft", "review", ReviewState),
            between("draft", "version", 1),
            between("draft", "view_count", 0),
            filled("draft", "slug"),
        ]


class DraftAuthor(Model):
    """An author whom the newest revision of a draft credits, in whatever role; for looking drafts up."""

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="authors", on_delete=CASCADE, db_index=True
    )
    author: fields.ForeignKeyRelation[Author] = fields.ForeignKeyField(
        "models.Author", related_name="drafts", on_delete=CASCADE
    )
    draft_id: int
    author_id: int

    class Meta:
        table = "draft_author"
        unique_together = (("author_id", "draft_id"),)


class DraftTag(Model):
    """A tag of the newest revision of a draft; for looking drafts up."""

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="tags", on_delete=CASCADE, db_index=True
    )
    tag: fields.ForeignKeyRelation[Tag] = fields.ForeignKeyField("models.Tag", related_name="drafts", on_delete=CASCADE)
    draft_id: int
    tag_id: int

    class Meta:
        table = "draft_tag"
        unique_together = (("tag_id", "draft_id"),)


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
    """A whole snapshot of a draft, links and their order included. Never changed, never a delta (cms/snapshots.py).

    `number` is the draft's version that it made, so the base of an edit that began at version 7 is the newest revision
    numbered 7 or less. Autosaves follow each other fast: one that a later save of the same person stands for has
    `superseded_at`, is in no list, and is kept for a day as a base for merging (cms/editing.py). `began_at` is when
    such a run of autosaves began.
    """

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="revisions", on_delete=CASCADE
    )
    number = fields.IntField()
    snapshot: Any = JSONTextField[Any]()
    name = fields.CharField(100, default="", db_default="")
    actor = fields.CharField(200)
    user: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="revisions", null=True, on_delete=SET_NULL, db_index=True
    )
    created_at = UTCDateTimeField()
    is_autosave = fields.BooleanField(default=False, db_default=False)
    began_at = UTCDateTimeField(null=True)
    superseded_at = UTCDateTimeField(null=True, db_index=True)
    draft_id: int
    user_id: int | None

    class Meta:
        table = "revision"
        unique_together = (("draft_id", "number"),)
        constraints: ClassVar = [between("revision", "number", 1)]


class Publication(Model):
    """The interval in which a revision was public; `live_until` is empty while it is.

    `slug` is the one it had then, empty in what was published before slugs were kept; `note` is a public correction.
    """

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="publications", on_delete=CASCADE
    )
    revision: fields.ForeignKeyNullableRelation[Revision] = fields.ForeignKeyField(
        "models.Revision", related_name="publications", null=True, on_delete=SET_NULL, db_index=True
    )
    live_from = UTCDateTimeField()
    live_until = UTCDateTimeField(null=True)
    slug = KeyField(120, default="", db_default="")
    note = fields.TextField(default="", db_default="")
    draft_id: int
    revision_id: int | None

    class Meta:
        table = "publication"
        indexes: ClassVar = [
            Index(fields=("draft_id", "live_from"), name="ix_publication_draft"),
            Index(fields=("live_from", "live_until"), name="ix_publication_live"),
        ]


class Schedule(Model):
    """Something that the server will do to a draft at a time, and what became of it.

    Publishing is bound to a revision: later edits do not change what goes live.
    """

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="schedules", on_delete=CASCADE
    )
    act = fields.CharField(20)
    state = fields.CharField(20, default=ScheduleState.PENDING)
    revision: fields.ForeignKeyNullableRelation[Revision] = fields.ForeignKeyField(
        "models.Revision", related_name="schedules", null=True, on_delete=SET_NULL, db_index=True
    )
    due_at = UTCDateTimeField()
    actor = fields.CharField(200)
    user: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="schedules", null=True, on_delete=SET_NULL, db_index=True
    )
    created_at = UTCDateTimeField()
    ended_at = UTCDateTimeField(null=True)
    outcome = fields.TextField(default="")  # why it failed or was cancelled
    draft_id: int
    revision_id: int | None
    user_id: int | None

    class Meta:
        table = "schedule"
        indexes: ClassVar = [
            Index(fields=("state", "due_at", "id"), name="ix_schedule_due"),
            Index(fields=("draft_id", "due_at", "id"), name="ix_schedule_draft"),
        ]
        constraints: ClassVar = [one_of("schedule", "act", ScheduleAct), one_of("schedule", "state", ScheduleState)]


class DraftLock(Model):
    """Who has a draft open in an editor, until when unless the editor says so again. It hinders nobody."""

    draft: fields.OneToOneRelation[Draft] = fields.OneToOneField(
        "models.Draft", related_name="lock", primary_key=True, on_delete=CASCADE
    )
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="locks", on_delete=CASCADE, db_index=True
    )
    held_since = UTCDateTimeField()
    expires_at = UTCDateTimeField(db_index=True)
    draft_id: int
    user_id: int

    class Meta:
        table = "draft_lock"


class Presence(Model):
    """Somebody who has a draft before them, until when unless they say so again. `since` is when they came.

    `session` is the one they said it in, so that whoever signs out is gone; empty for a token.
    """

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="presence", on_delete=CASCADE, db_index=False
    )
    user: fields.ForeignKeyRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="presence", on_delete=CASCADE, db_index=True
    )
    session: fields.ForeignKeyNullableRelation[Session] = fields.ForeignKeyField(
        "models.Session", related_name="presence", null=True, on_delete=CASCADE, db_index=True
    )
    is_editing = fields.BooleanField(default=False)
    since = UTCDateTimeField()
    seen_at = UTCDateTimeField()
    expires_at = UTCDateTimeField(db_index=True)
    draft_id: int
    user_id: int
    session_id: int | None

    class Meta:
        table = "presence"
        unique_together = (("draft_id", "user_id"),)


class PreviewLink(Model):
    """A secret that shows one draft, or one revision of it, to whoever has it. Of the secret only its hash is kept."""

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="preview_links", on_delete=CASCADE, db_index=True
    )
    revision: fields.ForeignKeyNullableRelation[Revision] = fields.ForeignKeyField(
        "models.Revision", related_name="preview_links", null=True, on_delete=CASCADE, db_index=True
    )
    secret_hash = KeyField(64, unique=True)
    user: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", related_name="preview_links", null=True, on_delete=SET_NULL, db_index=True
    )
    created_at = UTCDateTimeField()
    expires_at = UTCDateTimeField()
    revoked_at = UTCDateTimeField(null=True)
    draft_id: int
    revision_id: int | None
    user_id: int | None

    class Meta:
        table = "preview_link"
        constraints: ClassVar = [filled("preview_link", "secret_hash")]


class Evidence(Model):
    """Where an import found one value of a draft, for whoever has to judge it. It is never changed afterwards.

    `field` is named as in the API, `text` the words as they stood there, `confidence` in percent. What was not sure
    enough to be set has `is_suggestion`, and what is suggested in `value`.
    """

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="evidence", on_delete=CASCADE, db_index=False
    )
    position = fields.IntField()
    field = fields.CharField(40)
    origin = fields.CharField(20)
    text = fields.TextField(default="")
    confidence = fields.IntField(default=100)
    is_suggestion = fields.BooleanField(default=False)
    value = fields.TextField(default="")
    draft_id: int

    class Meta:
        table = "evidence"
        unique_together = (("draft_id", "position"),)
        constraints: ClassVar = [
            one_of("evidence", "origin", EvidenceOrigin),
            between("evidence", "confidence", 0, 100),
            between("evidence", "position", 0),
        ]
