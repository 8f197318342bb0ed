"""What tells copies of one story from each other: the signatures of texts, pairs that are alike, and what editors say.

Readers are shown `Copy` alone, which names public articles only.
"""

from __future__ import annotations

from typing import Any, ClassVar

from tortoise import fields
from tortoise.fields import CASCADE
from tortoise.indexes import Index

from cms.models.base import Model
from cms.models.checks import between
from cms.models.content import Article
from cms.models.fields import KeyField, UTCDateTimeField
from cms.models.newsroom import Draft


class Copy(Model):
    """A public article that has public copies. One story's rows share `story_id`, and exactly one of them leads.

    `place` orders a story: 0 is the lead, then whoever had it first.
    """

    article: fields.OneToOneRelation[Article] = fields.OneToOneField(
        "models.Article", related_name="copy", primary_key=True, on_delete=CASCADE
    )
    story_id = fields.IntField()
    is_lead = fields.BooleanField()
    place = fields.IntField()
    article_id: int

    class Meta:
        table = "copy"
        indexes: ClassVar = [Index(fields=("story_id", "place", "article_id"), name="ix_copy_story")]
        constraints: ClassVar = [between("copy", "place", 0)]


class Signature(Model):
    """What a text is found again by, if it is nearly the same (cms/copies.py). A draft has one or two.

    `is_head` says that it is of the newest revision, `is_public` that it is of the one that is public. `digest` is that
    of the folded text; `hashes` are the 128 numbers of MinHash, none of a text too short for them; `algorithm` is the
    version of the rules that made it.
    """

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="signatures", on_delete=CASCADE
    )
    is_head = fields.BooleanField()
    is_public = fields.BooleanField()
    algorithm = fields.IntField()
    digest = KeyField(64)
    hashes: Any = fields.BinaryField()
    draft_id: int

    class Meta:
        table = "signature"
        unique_together = (("draft_id", "digest"),)


class Band(Model):
    """A part of a signature. Texts that are nearly the same share at least one, nearly always."""

    id = fields.IntField(primary_key=True)
    key = fields.BigIntField()
    signature: fields.ForeignKeyRelation[Signature] = fields.ForeignKeyField(
        "models.Signature", related_name="bands", on_delete=CASCADE, db_index=True
    )
    signature_id: int

    class Meta:
        table = "band"
        indexes: ClassVar = [Index(fields=("key", "signature_id"), name="ix_band_key")]


class LookAlike(Model):
    """Two drafts whose newest texts are alike, one row for each side. `similarity` is per mille of their 5-grams."""

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="look_alikes", on_delete=CASCADE
    )
    other: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="looked_like", on_delete=CASCADE, db_index=True
    )
    similarity = fields.IntField()
    draft_id: int
    other_id: int

    class Meta:
        table = "look_alike"
        unique_together = (("draft_id", "other_id"),)
        constraints: ClassVar = [between("look_alike", "similarity", 0, 1000)]


class Twin(Model):
    """As LookAlike, of what is public of two articles: what stories are made of."""

    id = fields.IntField(primary_key=True)
    article: fields.ForeignKeyRelation[Article] = fields.ForeignKeyField(
        "models.Article", related_name="twins", on_delete=CASCADE
    )
    other: fields.ForeignKeyRelation[Article] = fields.ForeignKeyField(
        "models.Article", related_name="twin_of", on_delete=CASCADE, db_index=True
    )
    similarity = fields.IntField()
    article_id: int
    other_id: int

    class Meta:
        table = "twin"
        unique_together = (("article_id", "other_id"),)
        constraints: ClassVar = [between("twin", "similarity", 0, 1000)]


class CopyVerdict(Model):
    """What an editor said of two drafts, the smaller id first: that one is a copy of the other, or that it is none."""

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="copy_verdicts", on_delete=CASCADE
    )
    other: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="other_copy_verdicts", on_delete=CASCADE, db_index=True
    )
    is_copy = fields.BooleanField()
    draft_id: int
    other_id: int

    class Meta:
        table = "copy_verdict"
        unique_together = (("draft_id", "other_id"),)


class LeadChoice(Model):
    """An article that an editor chose to lead its story; the newest choice of a story counts. Unpublishing keeps it."""

    draft: fields.OneToOneRelation[Draft] = fields.OneToOneField(
        "models.Draft", related_name="lead_choice", primary_key=True, on_delete=CASCADE
    )
    chosen_at = UTCDateTimeField()
    draft_id: int

    class Meta:
        table = "lead_choice"
