"""How often articles are read, by hour, and the hot lists that are computed from it."""

from __future__ import annotations

from typing import ClassVar

from tortoise import fields
from tortoise.fields import CASCADE
from tortoise.indexes import Index

from cms.models.base import Model
from cms.models.checks import between
from cms.models.fields import KeyField, UTCDateTimeField
from cms.models.newsroom import Draft


class HourlyHits(Model):
    """How often an article was read within one hour; `hour` counts the hours since 1970. Of nobody it tells who read.

    It belongs to the draft, since an article's row is made anew with every publication.
    """

    id = fields.IntField(primary_key=True)
    article: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="hourly_hits", on_delete=CASCADE
    )
    hour = fields.IntField()
    count = fields.IntField()
    article_id: int

    class Meta:
        table = "hourly_hits"
        unique_together = (("article_id", "hour"),)
        indexes: ClassVar = [Index(fields=("hour", "article_id", "count"), name="ix_hourly_hits_hour")]
        constraints: ClassVar = [between("hourly_hits", "count", 0)]


class HotChoice(Model):
    """What an editor wants of an article in the hot lists: a position, counted from 1, or (null) never to be there."""

    article: fields.OneToOneRelation[Draft] = fields.OneToOneField(
        "models.Draft", related_name="hot_choice", primary_key=True, on_delete=CASCADE
    )
    position = fields.IntField(null=True)
    until = UTCDateTimeField(null=True)
    article_id: int

    class Meta:
        table = "hot_choice"
        constraints: ClassVar = [between("hot_choice", "position", 1)]


class HotPlace(Model):
    """One place of a hot list as readers see it, while the article is public.

    There is a list for each span (cms.words.HotWindow) and category, with all below it; `category_id` 0 is the whole
    site. `former_rank` is where the article stood a while ago, null if nowhere.
    """

    id = fields.IntField(primary_key=True)
    span = KeyField(10)
    category_id = fields.IntField()
    rank = fields.IntField()
    article: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="hot_places", on_delete=CASCADE, db_index=True
    )
    score = fields.IntField()
    former_rank = fields.IntField(null=True)
    is_pinned = fields.BooleanField()
    article_id: int

    class Meta:
        table = "hot_place"
        unique_together = (("span", "category_id", "rank"),)
        constraints: ClassVar = [
            between("hot_place", "category_id", 0),
            between("hot_place", "rank", 1),
            between("hot_place", "score", 0),
            between("hot_place", "former_rank", 1),
        ]


class HotTurn(Model):
    """When the hot lists are to be computed next: one row, id 1, or none before the first time.

    Whichever process moves it on does the work.
    """

    id = fields.IntField(primary_key=True, generated=False)
    due_at = UTCDateTimeField()

    class Meta:
        table = "hot_turn"
        constraints: ClassVar = [between("hot_turn", "id", 1, 1)]
