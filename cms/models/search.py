"""What of articles and drafts is in the search index; the words themselves are in tables that no model knows.

Beside each of these two tables the migration makes `…_text`, and on SQLite `…_character`: see cms/search/index.py.
"""

from __future__ import annotations

from typing import ClassVar

from tortoise import fields
from tortoise.fields import CASCADE

from cms.models.base import Model
from cms.models.checks import between
from cms.models.content import Article
from cms.models.fields import JSONTextField
from cms.models.newsroom import Draft


class SearchEntry(Model):
    """A public article in the index. Entries are numbered as they are made, so that larger ids are newer news.

    `revision_id` and `names` are what its words were made of, by `version` of the analyser. An entry that `is_stale`
    is found by what its source, tags or authors were called before.
    """

    id = fields.IntField(primary_key=True)
    article: fields.OneToOneRelation[Article] = fields.OneToOneField(
        "models.Article", related_name="search_entry", on_delete=CASCADE
    )
    revision_id = fields.IntField()
    title_length = fields.IntField()
    names = JSONTextField[dict[str, str]]()
    version = fields.IntField()
    is_stale = fields.BooleanField(default=False)
    article_id: int

    class Meta:
        table = "search_entry"
        constraints: ClassVar = [between("search_entry", "title_length", 0)]


class DraftSearchEntry(Model):
    """A draft's newest revision in the index of the newsroom, as SearchEntry."""

    id = fields.IntField(primary_key=True)
    draft: fields.OneToOneRelation[Draft] = fields.OneToOneField(
        "models.Draft", related_name="search_entry", on_delete=CASCADE
    )
    revision_id = fields.IntField()
    title_length = fields.IntField()
    names = JSONTextField[dict[str, str]]()
    version = fields.IntField()
    is_stale = fields.BooleanField(default=False)
    draft_id: int

    class Meta:
        table = "draft_search_entry"
        constraints: ClassVar = [between("draft_search_entry", "title_length", 0)]
