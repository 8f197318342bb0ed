"""Small async factories for what a site holds. Each fills everything but what the test is about."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import orjson

from cms import editing, publishing, text
from cms.models import (
    Article,
    ArticleTag,
    Asset,
    Author,
    Category,
    CategoryAncestor,
    Collection,
    CollectionItem,
    Copy,
    Credit,
    Draft,
    HotPlace,
    Neighbour,
    Redirect,
    Reference,
    Site,
    Source,
    Tag,
)
from cms.permissions import Viewer
from cms.snapshots import Content, CreditLink, RelationLink
from cms.words import AuthorKind, CollectionTail, CreditRole, HotWindow, RedirectKind, RelationKind, SourceKind

EDITOR = Viewer.system("a test")
NUMBERS = count(1)
DAY = datetime(2026, 1, 28, 1, 30, tzinfo=UTC)

# Texts that JSON, SQL, LIKE patterns or a text encoding could stumble over.
AWKWARD = (
    "临江日报：打好“四大会战”",
    'it\'s "quoted" \\ back\\slash \\u0041 / %_like',
    "👩‍👩‍👧‍👦 family 𠮷 \U0010ffff",
    "null",
    "{t}.id={key} $1::text :p1 ?",
    "'; DROP TABLE article; --",
    '{"a":[1,"\\"]}',
    "line\u00a0separator\u00a0\u3000",
    "[]",
    "é e\u0301 ß İ",
    "007",
    "true",
)


async def make_site(**columns: Any) -> Site:
    """The site's own row, which a new database does not have."""
    site, _made = await Site.update_or_create({"name": "晨报网"} | columns, id=1)
    return site


async def make_source(name: str = "", **columns: Any) -> Source:
    name = name or f"日报{next(NUMBERS)}"
    return await Source.create(**_named(name) | {"key": text.fold(name)} | columns)


async def make_author(name: str = "", **columns: Any) -> Author:
    name = name or f"记者{next(NUMBERS)}"
    return await Author.create(**_named(name) | {"key": text.fold(name)} | columns)


async def make_tag(name: str = "", **columns: Any) -> Tag:
    name = name or f"关键词{next(NUMBERS)}"
    return await Tag.create(**_named(name) | {"key": text.fold(name)} | columns)


async def make_category(name: str = "", parent: Category | None = None, **columns: Any) -> Category:
    """A category, with its row for each category above it."""
    name = name or f"栏目{next(NUMBERS)}"
    slug = text.slugify(name, pinyin=True)
    place = {
        "parent_id": parent.id if parent else None,
        "path": f"{parent.path}/{slug}" if parent else slug,
        "depth": parent.depth + 1 if parent else 1,
        "position": 0,
    }
    category = await Category.create(**{"name": name, "key": text.fold(name), "slug": slug} | place | columns)
    await CategoryAncestor.create(category_id=category.id, ancestor_id=category.id, distance=0)
    if parent is not None:
        for above in await CategoryAncestor.filter(category_id=parent.id):
            row = {"category_id": category.id, "ancestor_id": above.ancestor_id}
            await CategoryAncestor.create(**row, distance=above.distance + 1)
    return category


def _named(name: str) -> dict[str, Any]:
    slug = f"{text.slugify(name, pinyin=False, fallback='x')}-{next(NUMBERS)}"
    return {"name": name, "sort_key": text.sort_key(name)[:200], "slug": slug}


async def make_draft(title: str = "", html: str = "<p>正文。</p>", *, views: int = 0, **content: Any) -> Draft:
    """An article that is not public. `content` are fields of Content."""
    title = title or f"标题{next(NUMBERS)}"
    return await editing.create_draft(EDITOR, Content(title=title, html=html, **content), views=views)


async def make_article(
    title: str = "",
    html: str = "<p>正文。</p>",
    *,
    listed_at: datetime | None = None,
    modified_at: datetime | None = None,
    views: int = 0,
    **content: Any,
) -> Article:
    """A public article. `content` are fields of Content; the times say when it went live and last changed."""
    draft = await make_draft(title, html, views=views, **content)
    return await publish(draft, listed_at=listed_at, modified_at=modified_at)


async def publish(draft: Draft, **times: datetime | None) -> Article:
    """Make a draft public, as if at the given times."""
    await publishing.publish(EDITOR, draft.id, expected_version=draft.version)
    given = {name: time for name, time in times.items() if time is not None}
    if given:
        await Article.filter(id=draft.id).update(**given)
    if listed_at := times.get("listed_at"):
        # Lists sort by the date that is shown, if there is one, and links hold it, too.
        await Article.filter(id=draft.id, published_at__isnull=False).update(published_at=listed_at)
        await Credit.filter(article_id=draft.id).update(listed_at=listed_at)
        await ArticleTag.filter(article_id=draft.id).update(listed_at=listed_at)
    return await Article.get(id=draft.id)


async def unpublish(article: Article) -> None:
    """Take an article out of public."""
    draft = await Draft.get(id=article.id)
    await publishing.unpublish(EDITOR, draft.id, expected_version=draft.version)


async def make_reference(title: str = "", target: Draft | Article | None = None, **columns: Any) -> Reference:
    """The title of an article elsewhere; of one here, when `target` is given."""
    title = title or f"别处的标题{next(NUMBERS)}"
    row = {"title": title, "title_key": text.fold(title)[:300], "target_id": target.id if target else None}
    return await Reference.create(**row | columns)


async def make_asset(size: tuple[int, int] | None = (800, 600), **columns: Any) -> Asset:
    """A picture of a size, or a PDF without one; there is no file."""
    number = next(NUMBERS)
    row: dict[str, Any] = {"type": "JPEG" if size else "PDF", "size_bytes": 1000, "name": f"{number}.jpg"}
    row |= {"width": size[0], "height": size[1]} if size else {}
    row |= {"sha256": f"{number:064}", "storage_key": f"originals/{number}", "url_key": f"50-50-{number:032}"}
    return await Asset.create(**row | {"words": "", "created_at": DAY} | columns)


async def make_collection(
    slug: str = "",
    items: list[Article | Draft | Reference] | None = None,
    tail: CollectionTail = CollectionTail.NONE,
    **columns: Any,
) -> Collection:
    """A collection of the items, in their order."""
    slug = slug or f"collection-{next(NUMBERS)}"
    collection = await Collection.create(**{"slug": slug, "title": f"集合 {slug}", "tail": tail} | columns)
    for position, item in enumerate(items or []):
        target = {"reference_id" if isinstance(item, Reference) else "target_id": item.id}
        await CollectionItem.create(collection_id=collection.id, position=position, **target)
    return collection


@dataclass
class SiteContent:
    """What make_site_content made."""

    pictures: list[Asset | None] = field(default_factory=lambda: [None, None])
    sources: list[Source] = field(default_factory=list)
    authors: list[Author] = field(default_factory=list)
    categories: list[Category] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    collections: list[Collection] = field(default_factory=list)


async def make_site_content(seed: int = 1, articles: int = 40) -> SiteContent:
    """A small site with something of everything: missing values, ties, links to what is public, hidden or elsewhere."""
    random_ = random.Random(seed)
    site = SiteContent()
    await make_site(tagline=random_.choice(AWKWARD))
    await _make_vocabulary(site, random_)
    for size in ((1, 5000), (161, 161), (4001, 37)):
        awkward = AWKWARD[size[0] % len(AWKWARD)]
        site.pictures.append(await make_asset(size, alt=awkward, caption=awkward, credit=awkward, focal_x=0))
    for number in range(articles):
        site.drafts.append(await _make_varied_draft(site, random_, number))
        if number % 3 == 0:  # later articles may be linked to this one through a reference
            reference = await make_reference(f"参考 {number}", site.drafts[-1], teaser="导语……")
            site.references.append(reference)
    for draft in random_.sample(site.drafts, len(site.drafts) * 3 // 4):
        moment = DAY - timedelta(hours=6 * random_.randrange(12))  # many share one moment
        site.articles.append(await publish(draft, listed_at=moment, modified_at=moment))
    await _make_collections(site, random_)
    await _make_redirects(site, random_)
    await _make_stories(site)
    await _make_neighbours(site, random_)
    await _make_hot_lists(site, random_)
    return site


async def _make_vocabulary(site: SiteContent, random_: random.Random) -> None:
    for number, kind in enumerate([*SourceKind, SourceKind.PORTAL]):
        sort_key = {"sort_key": "same"} if number % 3 == 0 else {}
        site.sources.append(
            await make_source(f"{AWKWARD[number]}社", kind=kind, url=f"https://{number}.test", **sort_key)
        )
    for number in range(9):
        kind = AuthorKind.ORGANIZATION if number % 3 == 0 else AuthorKind.PERSON
        site.authors.append(await make_author(f"{AWKWARD[number]}记者"[:50], kind=kind, description=AWKWARD[-number]))
    for number in range(12):
        above = random_.choice([None, *site.categories[-4:]])
        site.categories.append(await make_category(f"栏目 {number}", above, position=number % 2))
    for awkward in AWKWARD[:7]:
        site.tags.append(await make_tag(awkward, media_topic=random_.choice(["", "medtop:01000000"])))
    for number in range(8):
        truncated = {
            "is_truncated": number % 2 == 0,
            "teaser": AWKWARD[number],
            "url": "https://else.test" * (number % 2),
        }
        site.references.append(await make_reference(f"别处 {AWKWARD[number]}", **truncated))


async def _make_varied_draft(site: SiteContent, random_: random.Random, number: int) -> Draft:
    authors = random_.sample(site.authors, random_.randrange(4))
    credits_ = [CreditLink(author.id, author.name[:3], random_.choice(list(CreditRole))) for author in authors]
    targets = [RelationLink(target_id=draft.id) for draft in random_.sample(site.drafts, min(3, len(site.drafts)))]
    links = targets + [RelationLink(reference_id=row.id) for row in random_.sample(site.references[-16:], 2)]
    relations = [RelationLink(random_.choice(list(RelationKind)), link.target_id, link.reference_id) for link in links]
    random_.shuffle(relations)
    awkward = random_.choice(AWKWARD)
    picture = site.pictures[number % len(site.pictures)]
    return await make_draft(
        f"{awkward} {number}",
        f"<h2>{number}</h2><p>{awkward.replace('<', '&lt;')}</p><ul><li>一</li></ul>" * random_.randrange(1, 4),
        views=random_.choice([0, 3, 3, 40]),
        subtitle=random_.choice(["", awkward]),
        byline=random_.choice(["", "本报记者 王二 李四"]),
        language=random_.choice(["zh-Hans", "zh-Hans", "en"]),
        published_at=random_.choice([None, DAY - timedelta(days=random_.randrange(5))]),
        collected_at=random_.choice([None, DAY]),
        urgency=random_.choice([None, None, 1, 5, 9]),
        source_id=random_.choice([None, *(source.id for source in site.sources[:6])]),
        category_id=random_.choice([None, *(category.id for category in site.categories)]),
        credits=tuple(credits_),
        relations=tuple(relations),
        tag_ids=tuple(tag.id for tag in random_.sample(site.tags[:5], random_.randrange(4))),
        image_id=picture and picture.id,
        image_caption=awkward if number % 2 else "",
    )


async def _make_collections(site: SiteContent, random_: random.Random) -> None:
    public = {article.id for article in site.articles}
    hidden = [draft for draft in site.drafts if draft.id not in public]
    for tail in CollectionTail:
        for size in (0, 3):
            items = random_.sample(site.articles, size) + random_.sample(hidden, size // 2)
            placed = {item.id for item in items}
            elsewhere = [row for row in site.references if row.target_id not in placed]
            items += random_.sample(elsewhere, size)
            random_.shuffle(items)
            collection = await make_collection(f"{tail.lower()}-{size}", items, tail, description=AWKWARD[size])
            site.collections.append(collection)


async def _make_stories(site: SiteContent) -> None:
    """Some articles as copies of each other."""
    waiting = [article.id for article in site.articles]
    for size in (2, 3, 5):
        story, waiting = waiting[:size], waiting[size:]
        rows = [
            Copy(article_id=number, story_id=min(story), is_lead=not place, place=place)
            for place, number in enumerate(story)
            if len(story) > 1
        ]
        await Copy.bulk_create(rows)


async def _make_hot_lists(site: SiteContent, random_: random.Random) -> None:
    """Hot lists of the site and of some categories, each with a place of something that is not public."""
    public = {article.id for article in site.articles}
    hidden = [draft for draft in site.drafts if draft.id not in public]
    for window in HotWindow:
        for category_id in (0, *(category.id for category in random_.sample(site.categories, 4))):
            shown = random_.sample(site.articles, min(random_.randrange(8), len(site.articles)))
            listed: list[Article | Draft] = [*shown, *hidden[:1]]
            random_.shuffle(listed)
            for rank, article in enumerate(listed, 1):
                place = {"span": window, "category_id": category_id, "rank": rank, "article_id": article.id}
                told = {"score": 1000 - rank, "former_rank": random_.choice([None, 1, 2, 3]), "is_pinned": rank == 2}
                await HotPlace.create(**place, **told)


async def _make_redirects(site: SiteContent, random_: random.Random) -> None:
    """Signs to some of everything: from former ids and slugs, and from slugs that others have now."""
    for kind in RedirectKind:
        rows: list[Any] = {
            RedirectKind.ARTICLE: site.articles,
            RedirectKind.AUTHOR: site.authors,
            RedirectKind.CATEGORY: site.categories,
            RedirectKind.SOURCE: site.sources,
            RedirectKind.TAG: site.tags,
        }[kind]
        taken = rows[0].path if kind is RedirectKind.CATEGORY else rows[0].slug
        for number, slug in enumerate(["former", "earlier", "once/there", taken]):
            former_id = 500_000 + number if number % 2 and kind is not RedirectKind.ARTICLE else None
            target = random_.choice(rows)
            await Redirect.create(kind=kind, former_id=former_id, former_slug=slug, target_id=target.id)


async def _make_neighbours(site: SiteContent, random_: random.Random) -> None:
    """What is close to each article, what is not public or linked already among it, and copies of some stories."""
    for article in site.articles:
        for target in random_.sample(site.drafts, min(len(site.drafts), random_.choice([0, 2, 9]))):
            keywords = orjson.dumps(random_.sample(AWKWARD, random_.randrange(3))).decode()
            row = {"score": random_.choice([20, 500, 500, 1000]), "keywords": keywords}
            await Neighbour.create(article_id=article.id, target_id=target.id, **row)
    told = {row.article_id for row in await Copy.all()}
    others = [article for article in site.articles if article.id not in told]
    for story in range(len(others) // 6):
        for place in range(2):
            article = others[2 * story + place]
            await Copy.create(article_id=article.id, story_id=1000 + story, is_lead=place == 0, place=place)
