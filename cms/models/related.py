"""What is computed from events: how far each follower is, and which articles are about the same (cms/related).

Readers are shown `Neighbour` alone, joined with the public articles. Nothing here refers to the rows of articles, which
are made anew with every publishing.
"""

from __future__ import annotations

from typing import Any, ClassVar

from tortoise import fields
from tortoise.fields import CASCADE
from tortoise.indexes import Index

from cms.models.base import Model
from cms.models.checks import between, filled
from cms.models.fields import JSONTextField, KeyField, UTCDateTimeField
from cms.models.newsroom import Draft


class Follower(Model):
    """Something inside that follows the change log (cms/followers.py).

    `position` is the sequence of the last event that it has finished. One process works for it at a time: `holder`,
    until `leased_until`. `tries` counts how often the event after `position` failed, `skipped` how many were given up,
    the last of them at `skipped_sequence`. `retry_at` is when the failing one is tried again. `note` is the follower's
    own.
    """

    name = KeyField(40, primary_key=True)
    position = fields.BigIntField()
    holder = KeyField(40, default="")
    leased_until = UTCDateTimeField(null=True)
    tries = fields.IntField(default=0)
    retry_at = UTCDateTimeField(null=True)
    skipped = fields.IntField(default=0)
    skipped_sequence = fields.BigIntField(null=True)
    note: Any = JSONTextField[Any](default=dict)

    class Meta:
        table = "follower"
        constraints: ClassVar = [between("follower", "tries", 0), between("follower", "skipped", 0)]


class Term(Model):
    """A word, and in how many public articles it counts."""

    id = fields.IntField(primary_key=True)
    word = KeyField(40, unique=True)
    article_count = fields.IntField()

    class Meta:
        table = "term"
        constraints: ClassVar = [filled("term", "word"), between("term", "article_count", 0)]


class ArticleWords(Model):
    """The words of a public article, how often each occurs, and how far the rest has come that is made of them.

    `words` is a list of pairs: the id of a term, and its count. `version` is that of cms/ranking.py. `step` is 0 when
    the words are counted, 1 when they are weighed, 2 when the article's neighbours are found, too.
    """

    article_id = fields.IntField(primary_key=True, generated=False)
    revision_id = fields.IntField()
    version = fields.IntField()
    day = fields.IntField()  # of `listed_at`, from the year 1 on
    words: Any = JSONTextField[Any]()
    step = fields.IntField()

    class Meta:
        table = "article_words"
        indexes: ClassVar = [Index(fields=("step", "article_id"), name="ix_article_words_step")]
        constraints: ClassVar = [between("article_words", "step", 0, 2), between("article_words", "day", 0)]


class ArticleTerm(Model):
    """One of the words that tell an article apart, and how much it weighs there."""

    id = fields.IntField(primary_key=True)
    term_id = fields.IntField()
    day = fields.IntField()
    article_id = fields.IntField(db_index=True)
    weight = fields.IntField()

    class Meta:
        table = "article_term"
        # Those of a term that are nearest to a day are the beginning of a run, with all that is asked of them.
        indexes: ClassVar = [Index(fields=("term_id", "day", "article_id", "weight"), name="ix_article_term_near")]
        constraints: ClassVar = [between("article_term", "weight", 0, 1000), between("article_term", "day", 0)]


class Neighbour(Model):
    """An article that is about the same as another: how close they are, and a JSON list of the words they share."""

    id = fields.IntField(primary_key=True)
    article_id = fields.IntField()
    target_id = fields.IntField(db_index=True)
    score = fields.IntField()
    keywords = fields.TextField()

    class Meta:
        table = "neighbour"
        unique_together = (("article_id", "target_id"),)
        constraints: ClassVar = [between("neighbour", "score", 0, 1000)]


class Suggestion(Model):
    """As Neighbour, for the newest revision of a draft that is not what readers see."""

    id = fields.IntField(primary_key=True)
    draft: fields.ForeignKeyRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="related_suggestions", on_delete=CASCADE
    )
    target_id = fields.IntField(db_index=True)
    score = fields.IntField()
    keywords = fields.TextField()
    draft_id: int

    class Meta:
        table = "suggestion"
        unique_together = (("draft_id", "target_id"),)
        constraints: ClassVar = [between("suggestion", "score", 0, 1000)]
