"""The types that a reader asks for. Each field is a column or describes rows; none fetches anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Annotated

import strawberry

from schema.connection import Connection, PageInfo
from schema.describe import Argument, Rows, column, connection, first_argument, many, one
from schema.enums import (
    AuthorKind,
    CollectionTail,
    CreditRole,
    RelatedKind,
    RelatedMode,
    RelationKind,
    SourceKind,
    TombstoneKind,
)
from schema.orders import BY_DISTANCE, BY_LIVE, BY_PLACE, BY_PLACE_IN_STORY, BY_POSITION, TREE_ORDER, ArticleOrder
from schema.pictures import IMAGE_OF_ARTICLE, Image
from schema.related import (
    ARTICLE_OR_REFERENCE,
    BY_CLOSENESS,
    RELATED,
    TARGET_IS_VISIBLE,
    TARGET_JOINS,
    VISIBLE_PLACE,
)
from schema.runs import BY_AUTHOR, BY_CATEGORY, BY_SOURCE, BY_TAG
from schema.scalars import JSON
from schema.translations import BY_LANGUAGE, TRANSLATIONS
from schema.visible import visible
from schema.where import ArticleWhere

RELATIONS = Rows(
    "relation",
    key="{p}.id",
    where="{t}.article_id={key} AND " + TARGET_IS_VISIBLE,
    joins=TARGET_JOINS,
    members=ARTICLE_OR_REFERENCE,
)
# A collection's items: what is placed by hand and visible, each article at its first place only, and then the tail,
# which is empty unless the collection asks for it. `part` and `place` together are the order. A tail that is not asked
# for ends at no value at all, so that not one row of its index is read.
PLACED = """SELECT i.position,i.reference_id,coalesce(i.target_id,r.target_id) AS article_id
 FROM collection_item i LEFT JOIN reference r ON r.id=i.reference_id
 WHERE i.collection_id={key}
 AND (i.reference_id IS NOT NULL OR EXISTS(SELECT 1 FROM article v WHERE v.id=i.target_id))"""
TAIL = """SELECT 1,row_number() OVER (ORDER BY x.k DESC,x.id DESC),CAST(NULL AS INTEGER),x.id FROM
 (SELECT a.id,a.{column} AS k FROM article a
 WHERE a.{column}<=(SELECT (SELECT max(m.{column}) FROM article m) FROM collection c
  WHERE c.id={{key}} AND c.tail='{tail}')
 AND NOT EXISTS(SELECT 1 FROM placed p WHERE p.article_id=a.id)
 ORDER BY a.{column} DESC,a.id DESC LIMIT {{most}}) x"""
ITEMS = f"""(WITH placed AS ({PLACED})
 SELECT 0 AS part,p.position AS place,p.reference_id,p.article_id FROM placed p
 WHERE NOT EXISTS(SELECT 1 FROM placed q WHERE q.position<p.position
  AND (q.article_id=p.article_id OR q.reference_id=p.reference_id))
 UNION ALL SELECT * FROM ({TAIL.format(column="listed_at", tail=CollectionTail.NEWEST)}) n
 UNION ALL SELECT * FROM ({TAIL.format(column="view_count", tail=CollectionTail.HOT)}) h
 ORDER BY 1,2 LIMIT {{limit}})"""


@strawberry.interface(description="Anything that has an id of its own.")
class Node:
    """Relay's Node."""

    id: strawberry.ID = column("The global id, of the form art_17. It never changes and is never used again.")


@strawberry.interface(description="What a list can show: an article of this site, or a reference to one elsewhere.")
class Item:
    """Something with a title and a teaser."""

    title: str = column("The headline.")
    teaser: str = column("A few sentences that lead into it; empty if there are none.")
    url: str = column("Where it can be read: a path on this site, an address elsewhere, or empty.")


@strawberry.type(description="The body of an article.")
class Body:
    """An article's long text in three forms."""

    html: str = column("Sanitised HTML, safe to put into a page.")
    text: str = column("Plain text; paragraphs are separated by an empty line.")
    blocks: JSON = column(
        "The body as a list of blocks in order: paragraph, heading, list, quote, image, table, code, divider."
    )


@strawberry.type(description="An organisation that published articles first.")
class Source(Node):
    """A source."""

    name: str = column("Its name.")
    slug: str = column("Its name for addresses; unique among sources.")
    kind: SourceKind = column("What sort of organisation it is.")
    url: str = column("Its own site, or empty.")
    licence: str = column("The licence its articles come under, or empty.")
    credit_line: str = column("How it wants to be credited, or empty.")
    language: str = column("The language it publishes in (BCP 47), or empty.")
    version: int = column("Grows with every change; editors give it back as `expectedVersion`.")
    articles: Connection[Article] = connection(
        Rows("article", "{t}.source_id={key}", key="{p}.id", runs=BY_SOURCE),
        ArticleOrder,
        "Its articles on this site.",
        where=ArticleWhere,
        default_order=ArticleOrder.NEWEST,
        collapses=True,
    )


@strawberry.type(description="Somebody, or an organisation, that articles are credited to.")
class Author(Node):
    """An author."""

    name: str = column("The name.")
    slug: str = column("The name for addresses; unique among authors.")
    kind: AuthorKind = column("A person, or an organisation.")
    description: str = column("A few words about the author, or empty.")
    url: str = column("The author's own site, or empty.")
    version: int = column("Grows with every change; editors give it back as `expectedVersion`.")
    articles: Connection[Article] = connection(
        Rows(
            "article",
            "{t}.id IN (SELECT c.article_id FROM credit c WHERE c.author_id={key})",
            key="{p}.id",
            runs=BY_AUTHOR,
        ),
        ArticleOrder,
        "The articles credited to the author, in whatever role.",
        where=ArticleWhere,
        default_order=ArticleOrder.NEWEST,
        collapses=True,
    )


@strawberry.type(description="A place in the tree of categories.")
class Category(Node):
    """A category."""

    name: str = column("Its name.")
    slug: str = column("Its own part of the path.")
    path: str = column("The slugs from the top of the tree, joined by slashes; unique.")
    depth: int = column("How deep it stands; 1 at the top.")
    description: str = column("A few words about it, or empty.")
    version: int = column("Grows with every change; editors give it back as `expectedVersion`.")
    parent: Category | None = one(
        Rows("category", "{t}.id={key}", key="{p}.parent_id"), "The category above, null at the top."
    )
    children: list[Category] = many(
        Rows("category", "{t}.parent_id={key} AND " + visible("category"), key="{p}.id"),
        TREE_ORDER,
        "The categories right below that have public articles, in their order.",
        typical=20,
    )
    breadcrumb: list[Category] = many(
        Rows(
            "category_ancestor",
            "{t}.category_id={key}",
            key="{p}.id",
            joins="LEFT JOIN category {t}_c ON {t}_c.id={t}.ancestor_id",
            node="{t}_c",
        ),
        BY_DISTANCE,
        "The way from the top of the tree down to this category, itself last.",
    )
    articles: Connection[Article] = connection(
        Rows(
            "article",
            "{t}.category_id IN (SELECT a.category_id FROM category_ancestor a WHERE a.ancestor_id={key})",
            key="{p}.id",
            runs=replace(
                BY_CATEGORY, keys="SELECT a.category_id AS run FROM category_ancestor a WHERE a.ancestor_id={key}"
            ),
        ),
        ArticleOrder,
        "The articles in it and in all categories below it.",
        where=ArticleWhere,
        default_order=ArticleOrder.NEWEST,
        collapses=True,
    )


@strawberry.type(description="A keyword.")
class Tag(Node):
    """A tag."""

    name: str = column("The keyword.")
    slug: str = column("The keyword for addresses; unique among tags.")
    media_topic: str = column("Its IPTC Media Topic code, or empty.")
    version: int = column("Grows with every change; editors give it back as `expectedVersion`.")
    articles: Connection[Article] = connection(
        Rows(
            "article",
            "{t}.id IN (SELECT j.article_id FROM article_tag j WHERE j.tag_id={key})",
            key="{p}.id",
            runs=BY_TAG,
        ),
        ArticleOrder,
        "The articles that carry it.",
        where=ArticleWhere,
        default_order=ArticleOrder.NEWEST,
        collapses=True,
    )


@strawberry.type(description="A path of this site that leads elsewhere.")
class Redirect:
    """A redirect."""

    id: strawberry.ID = column("Its id, such as red_17.")
    path: str = column(
        "The path, with its query if that counts: /old/page.html?id=1. Nothing in it is encoded for no need."
    )
    url: str = column(
        "Where it leads: a path on this site, or an address elsewhere. Empty, for editors, while the article is not"
        " public.",
        "(CASE WHEN {t}.target_id IS NULL THEN {t}.url"
        " ELSE coalesce((SELECT a.path FROM article a WHERE a.id={t}.target_id),'') END)",
    )
    is_permanent: bool = column("Whether it is meant for ever (301 or 308) or for now (302 or 307).")
    version: int = column("Grows with every change; editors give it back as `expectedVersion`.")
    article: Article | None = one(
        Rows("article", "{t}.id={key}", key="{p}.target_id"), "The article it leads to; null if it is an address."
    )


@strawberry.type(description="One name of an article's byline.")
class Credit:
    """A credit."""

    name: str = column("The name as printed.")
    role: CreditRole = column("What the author did for the article.")
    position: int = column("The place in the byline, from 0.")
    author: Author = one(Rows("author", "{t}.id={key}", key="{p}.author_id"), "Who it is.")


@strawberry.type(description="The title of an article that is not on this site, with what is known of it.")
class Reference(Node, Item):
    """A reference."""

    title: str = column("The headline.")
    teaser: str = column("A few sentences that lead into it; empty if there are none.")
    url: str = column("Its address, or empty when the page that named it gave none.")
    is_truncated: bool = column("Whether the teaser was cut in mid-sentence where it comes from; show an ellipsis.")
    version: int = column("Grows with every change; editors give it back as `expectedVersion`.")


@strawberry.type(description="What a relation points at: an article of this site, or a reference to one elsewhere.")
class RelationEdge:
    """An edge of an article's list of related items."""

    cursor: str = column("An opaque position in the list, for `after` and `before`.")
    kind: RelatedKind = column("How the item stands to the article; SIMILAR for what is computed.")
    reason: list[str] = column(
        "The words that both share, those that tell most first; empty for what editors linked.", "{t}.keywords"
    )
    score: int | None = column("How close the two are, 1 to 1000; null for what editors linked.")
    node: Item = column("The item; an article as soon as it is public here, until then the reference to it.")


@strawberry.type(description="A page of related items.")
class RelatedConnection:
    """Related items as a Relay connection."""

    edges: list[RelationEdge] = strawberry.field(description="The items of the page, each with cursor and kind.")
    nodes: list[Item] = strawberry.field(description="The items of the page.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in the list.")
    total_count: int = strawberry.field(description="How many items there are; counted only when asked for.")


@strawberry.type(description="An ordered, typed link from an article.")
class Relation:
    """A relation."""

    kind: RelationKind = column("How the target stands to the article.")
    position: int = column("The place among the article's relations, from 0.", VISIBLE_PLACE)
    target: Annotated[
        Article | Reference, strawberry.union("RelationTarget", description="An article, or a reference to one.")
    ] = one(
        Rows(
            "relation",
            "{t}.id={key}",
            key="{p}.id",
            joins=TARGET_JOINS,
            members=ARTICLE_OR_REFERENCE,
        ),
        "What it points at.",
    )


@strawberry.type(description="What was corrected in an article.")
class Correction:
    """A public correction note."""

    note: str = column("What was wrong.")
    corrected_at: datetime = column("When it was put right.", "{t}.live_from")


@strawberry.type(description="What is told of an article that was public and is gone for good.")
class Tombstone:
    """A tombstone."""

    id: strawberry.ID = column("The id that the article had, such as art_17.")
    kind: TombstoneKind = column("Why it is gone.")
    slug: str = column("The slug it had.")
    url: str = column("Where it stood.", "{t}.path")
    reason: str = column("Why it was taken down, or empty.")
    created_at: datetime = column("Since when it is gone.")


@strawberry.type(description="An article as readers see it. What is not public does not exist here.")
class Article(Node, Item):
    """An article."""

    title: str = column("The headline.")
    subtitle: str = column("The second headline, or empty.")
    slug: str = column("The headline for addresses; unique among articles.")
    teaser: str = column("The same as `excerpt`.", "{t}.excerpt")
    excerpt: str = column("The lead: typed by an editor, or the first sentences of the body.")
    url: str = column("Its path on this site: /articles/{id}-{slug}. The id decides, the slug may change.", "{t}.path")
    byline: str = column("The byline as printed, or empty.")
    language: str = column("The language (BCP 47), such as zh-Hans.")
    published_at: datetime | None = column("The date shown to readers; null when the article carries none.")
    listed_at: datetime = column("What lists sort by: `publishedAt`, or when it first went live if it carries no date.")
    modified_at: datetime = column("When its public form last changed.")
    collected_at: datetime | None = column("When it was imported; null if it was written here.")
    canonical_url: str = column("The address elsewhere that an editor or an import gave for the original, or empty.")
    urgency: int | None = column("1 (most urgent) to 9; null when not given.")
    word_count: int = column("Chinese characters plus words and numbers in other scripts.")
    reading_minutes: int = column("How long it takes to read, at 400 a minute, rounded up.")
    view_count: int = column("How often it was read.")
    credit_line: str = column("How the article has to be credited, or empty.")
    licence: str = column("The licence it comes under, or empty.")
    corrections: list[Correction] = many(
        Rows("publication", "{t}.draft_id={key} AND {t}.note<>''", key="{p}.id"),
        BY_LIVE,
        "What was corrected since it was published, the latest first.",
        typical=1,
    )
    image: Image | None = one(IMAGE_OF_ARTICLE, "The picture that stands for it, if it has one.")
    body: Body = one(Rows("article_body", "{t}.article_id={key}", key="{p}.id"), "The long text.")
    source: Source | None = one(
        Rows("source", "{t}.id={key}", key="{p}.source_id"), "Who published it first, if known."
    )
    category: Category | None = one(
        Rows("category", "{t}.id={key}", key="{p}.category_id"), "Where it stands in the tree, if anywhere."
    )
    credits: list[Credit] = many(
        Rows("credit", "{t}.article_id={key}", key="{p}.id"),
        BY_POSITION,
        "Everybody credited, in the byline's order.",
        roles=Argument(list[CreditRole] | None, "Only these roles.", "{t}.role", sql_type="json"),
    )
    authors: list[Author] = many(
        Rows(
            "credit",
            "{t}.article_id={key} AND {t}.role IN ('AUTHOR','REPORTER','CORRESPONDENT')",
            key="{p}.id",
            joins="LEFT JOIN author {t}_u ON {t}_u.id={t}.author_id",
            node="{t}_u",
        ),
        BY_POSITION,
        "Those who wrote it (author, reporter, correspondent), in the byline's order.",
    )
    tags: list[Tag] = many(
        Rows(
            "article_tag",
            "{t}.article_id={key}",
            key="{p}.id",
            joins="LEFT JOIN tag {t}_g ON {t}_g.id={t}.tag_id",
            node="{t}_g",
        ),
        BY_POSITION,
        "Its keywords, in the order the editor gave.",
    )
    relations: list[Relation] = many(
        RELATIONS,
        BY_POSITION,
        "Its links to other articles, of all kinds, in the editor's order; what is not public is left out.",
        kinds=Argument(list[RelationKind] | None, "Only these kinds.", "{t}.kind", sql_type="json"),
    )
    translations: list[Article] = many(
        TRANSLATIONS,
        BY_LANGUAGE,
        "The same in other languages, by language: what it links or is linked as TRANSLATION_OF, and the other"
        " translations of its original. 100 at most.",
        typical=1,
    )
    copies: Connection[Article] = connection(
        Rows(
            "copy",
            "{t}.story_id=(SELECT w.story_id FROM copy w WHERE w.article_id={key}) AND {t}.article_id<>{key}",
            key="{p}.id",
            joins="LEFT JOIN article {t}_a ON {t}_a.id={t}.article_id",
            node="{t}_a",
            identity="article_id",
        ),
        BY_PLACE_IN_STORY,
        "The other public articles with nearly the same text: its reprints, or what it is a reprint of. The one that"
        " leads comes first, then whoever had it first. Of a preview, and of an article as it was or will be in another"
        " form, there are none.",
    )
    canonical: Article = one(
        Rows(
            "article",
            "{t}.id=coalesce((SELECT x.article_id FROM copy w JOIN copy x ON x.story_id=w.story_id AND x.place=0"
            " WHERE w.article_id={key}),{key})",
            key="{p}.id",
        ),
        "The article of this site that stands for all its copies: the one that leads; the article itself if that leads,"
        " or has no copies. For `rel=canonical` take its `canonicalUrl`, or else its `url`.",
    )
    related: RelatedConnection = connection(
        RELATED,
        BY_CLOSENESS,
        "What a reader may want to read next: what editors linked, in their order, then what is about the same, the"
        " closest first. Nothing comes twice, and of the copies of a story only its lead is added.",
        mode=Argument(
            RelatedMode | None,
            "Only what editors linked, or only what is computed.",
            "{value} IN ('BOTH',{t}.half)",
            default=RelatedMode.BOTH,
        ),
    )


@strawberry.type(description="A list placed by hand that a computed tail may continue.")
class Collection(Node):
    """A collection."""

    slug: str = column("Its name for addresses; unique among collections.")
    title: str = column("Its title.")
    description: str = column("A few words about it, or empty.")
    tail: CollectionTail = column("How it goes on after the items placed by hand.")
    version: int = column("Grows with every change; editors give it back as `expectedVersion`.")
    items: list[Item] = many(
        Rows(
            ITEMS,
            key="{p}.id",
            joins="LEFT JOIN reference {t}_f ON {t}_f.id={t}.reference_id "
            "LEFT JOIN article {t}_a ON {t}_a.id={t}.article_id",
            members=ARTICLE_OR_REFERENCE,
        ),
        BY_PLACE,
        "The items placed by hand, then the tail; what is not public is left out, nothing comes twice.",
        first=first_argument(10),
    )


@strawberry.type(description="What the site says of itself.")
class Site:
    """The site."""

    name: str = column("Its name.")
    tagline: str = column("Its motto, or empty.")
    url: str = column("Its address, or empty.")
    language: str = column("Its main language (BCP 47).")
    time_zone: str = column("The time zone of its newsroom (IANA), such as Asia/Shanghai; times of the API are UTC.")
    version: int = column("Grows with every change; editors give it back as `expectedVersion`. 0: nothing was said.")
