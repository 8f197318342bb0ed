"""The dataloaders of the reference: one query of the ORM for all keys that a tick of the loop asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from strawberry.dataloader import DataLoader
from tortoise.models import Model

from cms import models

WRITERS = ("AUTHOR", "REPORTER", "CORRESPONDENT")
CARD = ("id", "title", "excerpt", "path")
Item = models.Article | models.Reference


def by_id(model: type[Model]) -> DataLoader[int, Any]:
    """Rows of a table by their primary key, None where there is none."""

    async def load(keys: list[int]) -> list[Any]:
        found = await model.filter(**{f"{model._meta.pk_attr}__in": keys})
        rows = {row.pk: row for row in found}
        return [rows.get(key) for key in keys]

    return DataLoader(load)


def grouped(read: Callable[[list[int]], Awaitable[Iterable[tuple[int, Any]]]]) -> DataLoader[int, list[Any]]:
    """Lists by the key of what they belong to; `read` gives pairs of key and item, in order."""

    async def load(keys: list[int]) -> list[list[Any]]:
        groups: dict[int, list[Any]] = defaultdict(list)
        for key, item in await read(keys):
            groups[key].append(item)
        return [groups[key] for key in keys]

    return DataLoader(load)


async def _credits(keys: list[int]) -> list[tuple[int, models.Credit]]:
    rows = await models.Credit.filter(article_id__in=keys).order_by("position").select_related("author")
    return [(row.article_id, row) for row in rows]


async def _tags(keys: list[int]) -> list[tuple[int, models.Tag]]:
    rows = await models.ArticleTag.filter(article_id__in=keys).order_by("position").select_related("tag")
    return [(row.article_id, row.tag) for row in rows]


async def _breadcrumbs(keys: list[int]) -> list[tuple[int, models.Category]]:
    rows = await models.CategoryAncestor.filter(category_id__in=keys).order_by("-distance").select_related("ancestor")
    return [(row.category_id, row.ancestor) for row in rows]


async def _relations(keys: list[int]) -> list[tuple[int, models.Relation]]:
    rows = await models.Relation.filter(article_id__in=keys).order_by("position").select_related("reference")
    return [(row.article_id, row) for row in rows]


async def _children(keys: list[int]) -> list[tuple[int, models.Category]]:
    rows = await models.Category.filter(parent_id__in=keys).order_by("position", "id")
    return [(row.parent_id or 0, row) for row in rows]


async def _shown_categories(keys: list[int]) -> list[bool]:
    """Whether there is a public article in a category or below it."""
    filled = await models.Article.filter(category_id__not_isnull=True).distinct().values_list("category_id", flat=True)
    rows = await models.CategoryAncestor.filter(ancestor_id__in=keys, category_id__in=list(filled))
    shown = {row.ancestor_id for row in rows}
    return [key in shown for key in keys]


class Loaders:
    """The dataloaders of one request."""

    def __init__(self) -> None:
        self.articles = by_id(models.Article)
        self.bodies = by_id(models.ArticleBody)
        self.sources = by_id(models.Source)
        self.categories = by_id(models.Category)
        self.references = by_id(models.Reference)
        self.credits = grouped(_credits)
        self.tags = grouped(_tags)
        self.breadcrumbs = grouped(_breadcrumbs)
        self.relations = grouped(_relations)
        self.children = grouped(_children)
        self.shown_categories: DataLoader[int, bool] = DataLoader(_shown_categories)

    async def related(self, article_id: int) -> list[tuple[str, Item]]:
        """What an article links to and a reader may see, in order, each with the kind of the link."""
        links = await self.relations.load(article_id)
        ids = [link.target_id or (link.reference.target_id if link.reference else None) for link in links]
        articles = await self.articles.load_many([one for one in ids if one is not None])
        public = {article.id: article for article in articles if article is not None}
        found = [(link.kind, public.get(target) or link.reference) for link, target in zip(links, ids, strict=True)]
        return [(kind, item) for kind, item in found if item is not None]

    async def items(self, collection: models.Collection, first: int) -> list[Item]:
        """What is placed in a collection, then its tail."""
        placed = (
            await models.CollectionItem.filter(collection_id=collection.id)
            .order_by("position")
            .select_related("reference")
        )
        ids = [link.target_id or (link.reference.target_id if link.reference else None) for link in placed]
        articles = await self.articles.load_many([one for one in ids if one is not None])
        public = {article.id: article for article in articles if article is not None}
        shown: dict[Any, Item] = {}
        for link, target in zip(placed, ids, strict=True):
            item = public.get(target) or link.reference
            if item is not None:
                shown.setdefault((type(item), item.id), item)
        order = {"NEWEST": "-listed_at", "HOT": "-view_count"}.get(collection.tail)
        if order is not None and len(shown) < first:
            tail = await models.Article.exclude(id__in=list(public) or [0]).order_by(order, "-id").limit(first)
            shown |= {(models.Article, article.id): article for article in tail}
        return list(shown.values())[:first]

    async def shown(self, categories: Iterable[models.Category]) -> list[models.Category]:
        """Those of some categories that readers see."""
        rows = list(categories)
        flags = await self.shown_categories.load_many([row.id for row in rows])
        return [row for row, flag in zip(rows, flags, strict=True) if flag]
