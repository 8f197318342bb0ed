"""What the public reads: articles, their links, and the sources, authors, categories, tags and collections of a site.

An Article row exists only while the article is public. It and its Credit, Relation and ArticleTag rows are made from
exactly one revision (cms/publishing.py) and are never edited in place.
"""

from __future__ import annotations

from typing import ClassVar

from tortoise import fields
from tortoise.fields import CASCADE, RESTRICT, SET_NULL, SqlDefault
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from cms.models.assets import Asset
from cms.models.base import Model
from cms.models.checks import between, exactly_one, filled, one_of
from cms.models.fields import KeyField, RowIdField, UTCDateTimeField
from cms.models.newsroom import Draft, Revision
from cms.words import AuthorKind, CollectionTail, CreditRole, RedirectKind, RelationKind, SourceKind, TombstoneKind

# What a column that was added later held until the migration filled it; whoever writes a row gives its own.
LONG_AGO = SqlDefault("'1970-01-01T00:00:00Z'")


class Source(Model):
    """An organisation that publishes articles first."""

    id = fields.IntField(primary_key=True)
    name = fields.CharField(200)
    key = KeyField(200, unique=True)  # the folded name
    sort_key = KeyField(200)
    slug = KeyField(120, unique=True)
    kind = fields.CharField(20, default=SourceKind.OTHER)
    url = fields.CharField(2000, default="")
    licence = fields.CharField(200, default="")
    credit_line = fields.CharField(300, default="")
    language = fields.CharField(35, default="")
    version = fields.IntField(default=1, db_default=1)

    class Meta:
        table = "source"
        indexes: ClassVar = [Index(fields=("sort_key", "id"), name="ix_source_name")]
        constraints: ClassVar = [one_of("source", "kind", SourceKind), filled("source", "name")]


class Author(Model):
    """Somebody, or an organisation, that an article can be credited to."""

    id = fields.IntField(primary_key=True)
    kind = fields.CharField(20, default=AuthorKind.PERSON)
    name = fields.CharField(200)
    key = KeyField(200)  # the folded name; two people may share it
    sort_key = KeyField(200)
    slug = KeyField(120, unique=True)
    description = fields.TextField(default="")
    url = fields.CharField(2000, default="")
    version = fields.IntField(default=1, db_default=1)

    class Meta:
        table = "author"
        indexes: ClassVar = [
            Index(fields=("key", "kind", "id"), name="ix_author_key"),
            Index(fields=("sort_key", "id"), name="ix_author_name"),
        ]
        constraints: ClassVar = [one_of("author", "kind", AuthorKind), filled("author", "name")]


class Category(Model):
    """A node of the category tree; `path` joins the slugs from the top ("qinggan/gushi")."""

    id = fields.IntField(primary_key=True)
    parent: fields.ForeignKeyNullableRelation[Category] = fields.ForeignKeyField(
        "models.Category", related_name="children", null=True, on_delete=RESTRICT, db_index=False
    )
    name = fields.CharField(100)
    key = KeyField(100)  # the folded name, one of a kind under one parent
    slug = KeyField(120)
    path = KeyField(1300, unique=True)
    depth = fields.IntField()
    position = fields.IntField()
    description = fields.TextField(default="")
    version = fields.IntField(default=1, db_default=1)
    parent_id: int | None

    class Meta:
        table = "category"
        unique_together = (("parent_id", "key"),)
        indexes: ClassVar = [
            Index(fields=("parent_id", "position", "id"), name="ix_category_children"),
            Index(fields=("key", "id"), name="ix_category_key"),
        ]
        constraints: ClassVar = [
            between("category", "depth", 1, 10),
            between("category", "position", 0),
            filled("category", "name"),
        ]


class CategoryAncestor(Model):
    """One row for a category and each category above it, itself included at distance 0."""

    id = fields.IntField(primary_key=True)
    category: fields.ForeignKeyRelation[Category] = fields.ForeignKeyField(
        "models.Category", related_name="ancestors", on_delete=CASCADE
    )
    ancestor: fields.ForeignKeyRelation[Category] = fields.ForeignKeyField(
        "models.Category", related_name="descendants", on_delete=CASCADE
    )
    distance = fields.IntField()

    class Meta:
        table = "category_ancestor"
        unique_together = (("category_id", "distance"), ("ancestor_id", "category_id"))
        constraints: ClassVar = [between("category_ancestor", "distance", 0, 9)]


class Tag(Model):
    """A free keyword; `media_topic` may hold its IPTC Media Topic code."""

    id = fields.IntField(primary_key=True)
    name = fields.CharField(100)
    key = KeyField(100, unique=True)
    sort_key = KeyField(200)
    slug = KeyField(120, unique=True)
    media_topic = fields.CharField(20, default="")
    version = fields.IntField(default=1, db_default=1)

    class Meta:
        table = "tag"
        indexes: ClassVar = [Index(fields=("sort_key", "id"), name="ix_tag_name")]
        constraints: ClassVar = [filled("tag", "name")]


_FILTERED = ("source_id", "category_id", "language", "urgency", "word_count", "published_at")


class Article(Model):
    """An article as readers see it. Its id is the draft's."""

    id = RowIdField()
    revision: fields.ForeignKeyRelation[Revision] = fields.ForeignKeyField(
        "models.Revision", related_name="articles", on_delete=RESTRICT, db_index=True
    )
    title = fields.CharField(300)
    subtitle = fields.CharField(300)
    slug = KeyField(120, unique=True)
    path = fields.CharField(200)
    excerpt = fields.TextField()
    byline = fields.CharField(1000)
    language = fields.CharField(35)
    published_at = UTCDateTimeField(null=True)
    listed_at = UTCDateTimeField()  # published_at, or when it first went live if it carries no date: what lists sort by
    modified_at = UTCDateTimeField()
    collected_at = UTCDateTimeField(null=True)
    canonical_url = fields.CharField(2000)
    urgency = fields.IntField(null=True)
    word_count = fields.IntField()
    reading_minutes = fields.IntField()
    view_count = fields.IntField()
    source: fields.ForeignKeyNullableRelation[Source] = fields.ForeignKeyField(
        "models.Source", related_name="articles", null=True, on_delete=RESTRICT, db_index=False
    )
    category: fields.ForeignKeyNullableRelation[Category] = fields.ForeignKeyField(
        "models.Category", related_name="articles", null=True, on_delete=RESTRICT, db_index=False
    )
    credit_line = fields.CharField(300)
    licence = fields.CharField(200)
    image: fields.ForeignKeyNullableRelation[Asset] = fields.ForeignKeyField(
        "models.Asset", related_name="articles", null=True, on_delete=RESTRICT, db_index=True
    )
    image_caption = fields.CharField(2000, default="", db_default="")
    revision_id: int
    source_id: int | None
    category_id: int | None
    image_id: int | None

    class Meta:
        table = "article"
        indexes: ClassVar = [
            # A list that no narrower index serves walks one of these three: each holds all that filters ask of it.
            Index(fields=("listed_at", "id", *_FILTERED, "modified_at"), name="ix_article_listed"),
            Index(fields=("modified_at", "id", *_FILTERED, "listed_at"), name="ix_article_modified"),
            Index(fields=("view_count", "id", *_FILTERED, "listed_at", "modified_at"), name="ix_article_views"),
            Index(fields=("source_id", "listed_at", "id"), name="ix_article_source"),
            Index(fields=("source_id", "modified_at", "id"), name="ix_article_source_modified"),
            Index(fields=("source_id", "view_count", "id"), name="ix_article_source_views"),
            Index(fields=("category_id", "listed_at", "id"), name="ix_article_category"),
            Index(fields=("category_id", "modified_at", "id"), name="ix_article_category_modified"),
            Index(fields=("category_id", "view_count", "id"), name="ix_article_category_views"),
            Index(fields=("language", "listed_at", "id"), name="ix_article_language"),
        ]
        constraints: ClassVar = [
            filled("article", "title"),
            filled("article", "slug"),
            between("article", "urgency", 1, 9),
            between("article", "word_count", 0),
            between("article", "reading_minutes", 0),
            between("article", "view_count", 0),
        ]


class ArticleBody(Model):
    """The long text of an article, in a table of its own so that lists never read it."""

    article: fields.OneToOneRelation[Article] = fields.OneToOneField(
        "models.Article", related_name="body", primary_key=True, on_delete=CASCADE
    )
    html = fields.TextField()
    text = fields.TextField()
    blocks = fields.TextField()  # a JSON list; text, so that the order of its keys stays
    article_id: int

    class Meta:
        table = "article_body"


class Credit(Model):
    """One name of an article's byline: who, as what, in which place, and how it was printed.

    `listed_at` is the article's, so that an author's articles lie in an index in the order in which lists show them.
    """

    id = fields.IntField(primary_key=True)
    article: fields.ForeignKeyRelation[Article] = fields.ForeignKeyField(
        "models.Article", related_name="credits", on_delete=CASCADE
    )
    author: fields.ForeignKeyRelation[Author] = fields.ForeignKeyField(
        "models.Author", related_name="credits", on_delete=RESTRICT
    )
    role = fields.CharField(20, default=CreditRole.AUTHOR)
    name = fields.CharField(200)
    position = fields.IntField()
    listed_at = UTCDateTimeField(db_default=LONG_AGO)
    article_id: int
    author_id: int

    class Meta:
        table = "credit"
        unique_together = (("article_id", "position"), ("author_id", "article_id", "role"))
        indexes: ClassVar = [Index(fields=("author_id", "listed_at", "article_id"), name="ix_credit_author")]
        constraints: ClassVar = [one_of("credit", "role", CreditRole), between("credit", "position", 0)]


class Reference(Model):
    """An article elsewhere: title, teaser, address. `target` is set when an article with that title comes here."""

    id = fields.IntField(primary_key=True)
    title = fields.CharField(300)
    title_key = KeyField(300, db_index=True)
    teaser = fields.TextField(default="")
    is_truncated = fields.BooleanField(default=False)
    url = fields.CharField(2000, default="")
    version = fields.IntField(default=1, db_default=1)
    target: fields.ForeignKeyNullableRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="references", null=True, on_delete=SET_NULL, db_index=True
    )
    target_id: int | None

    class Meta:
        table = "reference"
        constraints: ClassVar = [filled("reference", "title")]


class Relation(Model):
    """An ordered, typed link from an article to another or to a reference. Reading decides whether the target shows."""

    id = fields.IntField(primary_key=True)
    article: fields.ForeignKeyRelation[Article] = fields.ForeignKeyField(
        "models.Article", related_name="relations", on_delete=CASCADE
    )
    kind = fields.CharField(20, default=RelationKind.RELATED)
    position = fields.IntField()
    target: fields.ForeignKeyNullableRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="relations", null=True, on_delete=CASCADE, db_index=True
    )
    reference: fields.ForeignKeyNullableRelation[Reference] = fields.ForeignKeyField(
        "models.Reference", related_name="relations", null=True, on_delete=RESTRICT, db_index=True
    )
    article_id: int
    target_id: int | None
    reference_id: int | None

    class Meta:
        table = "relation"
        unique_together = (("article_id", "position"),)
        constraints: ClassVar = [
            one_of("relation", "kind", RelationKind),
            between("relation", "position", 0),
            exactly_one("relation", "target_id", "reference_id"),
        ]


class ArticleTag(Model):
    """A tag on an article, in the order the editor gave. `listed_at` is the article's, as in Credit."""

    id = fields.IntField(primary_key=True)
    article: fields.ForeignKeyRelation[Article] = fields.ForeignKeyField(
        "models.Article", related_name="tags", on_delete=CASCADE
    )
    tag: fields.ForeignKeyRelation[Tag] = fields.ForeignKeyField(
        "models.Tag", related_name="articles", on_delete=RESTRICT
    )
    position = fields.IntField()
    listed_at = UTCDateTimeField(db_default=LONG_AGO)
    article_id: int
    tag_id: int

    class Meta:
        table = "article_tag"
        unique_together = (("article_id", "position"), ("tag_id", "article_id"))
        indexes: ClassVar = [Index(fields=("tag_id", "listed_at", "article_id"), name="ix_article_tag_tag")]
        constraints: ClassVar = [between("article_tag", "position", 0)]


class Collection(Model):
    """A list placed by hand (a front page, the hot list) that a computed tail may continue."""

    id = fields.IntField(primary_key=True)
    slug = KeyField(120, unique=True)
    title = fields.CharField(200)
    description = fields.TextField(default="")
    tail = fields.CharField(20, default=CollectionTail.NONE)
    version = fields.IntField(default=1, db_default=1)

    class Meta:
        table = "collection"
        constraints: ClassVar = [one_of("collection", "tail", CollectionTail), filled("collection", "slug")]


class CollectionItem(Model):
    """One placed item of a collection: an article, or a reference."""

    id = fields.IntField(primary_key=True)
    collection: fields.ForeignKeyRelation[Collection] = fields.ForeignKeyField(
        "models.Collection", related_name="items", on_delete=CASCADE
    )
    position = fields.IntField()
    target: fields.ForeignKeyNullableRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="collection_items", null=True, on_delete=CASCADE, db_index=True
    )
    reference: fields.ForeignKeyNullableRelation[Reference] = fields.ForeignKeyField(
        "models.Reference", related_name="collection_items", null=True, on_delete=RESTRICT, db_index=True
    )
    collection_id: int
    target_id: int | None
    reference_id: int | None

    class Meta:
        table = "collection_item"
        unique_together = (("collection_id", "position"),)
        constraints: ClassVar = [
            between("collection_item", "position", 0),
            exactly_one("collection_item", "target_id", "reference_id"),
        ]


class Redirect(Model):
    """Where something went that had an id or a name of its own: merged into another, moved, or given a new slug.

    `former_id` is empty when the thing itself is still there and only its former slug (of a category: path) leads here.
    `former_key` is the folded name by which imports know it again; empty when that name may mean something else.
    """

    id = fields.IntField(primary_key=True)
    kind = fields.CharField(20)
    former_id = fields.IntField(null=True)
    former_slug = KeyField(1300)
    former_key = KeyField(200, default="", db_default="")
    target_id = fields.IntField()

    class Meta:
        table = "redirect"
        unique_together = (("kind", "former_slug"),)
        indexes: ClassVar = [
            Index(fields=("kind", "former_id"), name="ix_redirect_former"),
            Index(fields=("kind", "former_key"), name="ix_redirect_key"),
            Index(fields=("kind", "target_id"), name="ix_redirect_target"),
        ]
        constraints: ClassVar = [one_of("redirect", "kind", RedirectKind), filled("redirect", "former_slug")]


class PathRedirect(Model):
    """A path of the site that leads elsewhere: to an address, or to an article wherever it stands by then.

    `path` is written as cms/path_redirects.py writes it. One of `url` and the target is set.
    """

    id = fields.IntField(primary_key=True)
    path = KeyField(500, unique=True)
    url = KeyField(2000, default="")
    target: fields.ForeignKeyNullableRelation[Draft] = fields.ForeignKeyField(
        "models.Draft", related_name="path_redirects", null=True, on_delete=CASCADE, db_index=True
    )
    is_permanent = fields.BooleanField(default=True)
    version = fields.IntField(default=1)
    target_id: int | None

    class Meta:
        table = "path_redirect"
        constraints: ClassVar = [
            filled("path_redirect", "path"),
            CheckConstraint(check='("url" <> \'\') <> ("target_id" IS NOT NULL)', name="ck_path_redirect_target"),
        ]


class Tombstone(Model):
    """What is told of an article that was public and was taken down, or deleted for ever. Its id was the article's."""

    id = RowIdField()
    kind = fields.CharField(20)
    slug = KeyField(120, db_index=True)
    path = fields.CharField(200)
    reason = fields.TextField(default="")
    created_at = UTCDateTimeField()

    class Meta:
        table = "tombstone"
        constraints: ClassVar = [one_of("tombstone", "kind", TombstoneKind)]


SITE_NAME = "Broadsheet"
SITE_LANGUAGE = "zh-Hans"
SITE_TIME_ZONE = "Asia/Shanghai"


class Site(Model):
    """What the site says of itself: one row, id 1, or none as long as nothing was said."""

    id = fields.IntField(primary_key=True, generated=False)
    name = fields.CharField(200, default=SITE_NAME)
    tagline = fields.CharField(300, default="")
    url = fields.CharField(2000, default="")
    language = fields.CharField(35, default=SITE_LANGUAGE)
    version = fields.IntField(default=1, db_default=1)
    time_zone = fields.CharField(64, default=SITE_TIME_ZONE, db_default=SITE_TIME_ZONE)

    class Meta:
        table = "site"
        constraints: ClassVar = [between("site", "id", 1, 1), filled("site", "name")]
