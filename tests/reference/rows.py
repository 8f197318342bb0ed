"""Every row a reader could see, read with the ORM."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from cms import models

TABLES = [models.Article, models.ArticleBody, models.ArticleTag, models.Author, models.Category, models.Collection]
TABLES += [models.CategoryAncestor, models.CollectionItem, models.Credit, models.Reference, models.Relation]
TABLES += [models.Site, models.Source, models.Tag, models.Redirect, models.Publication, models.Tombstone]
TABLES += [models.Neighbour, models.Copy, models.HotPlace, models.Asset]


class Rows:
    """Every row a reader could see, as one moment has it, and the look-ups over them."""

    def __init__(self, tables: dict[str, list[Any]]) -> None:
        self.tables = tables
        self._found: dict[Any, list[Any]] = {}

    @classmethod
    async def read(cls) -> Rows:
        """Read all tables with the ORM."""
        rows = cls({model.__name__: await model.all().order_by(model._meta.pk_attr) for model in TABLES})
        visible = cls(rows.tables | rows.shared_and_visible())
        visible.number_relations()
        return visible

    def number_relations(self) -> None:
        """Give each relation its `place` among those of its article that a reader sees."""
        for article in self.all("Article"):
            place = 0
            for link in self.of("Relation", article_id=article.id):
                link.place = place
                place += self.target(link) is not None

    def shared_and_visible(self) -> dict[str, list[Any]]:
        """Of what drafts use too, only what something public shows."""
        used = {
            "Source": {article.source_id for article in self.all("Article")},
            "Author": {credit.author_id for credit in self.all("Credit")},
            "Tag": {link.tag_id for link in self.all("ArticleTag")},
            "Reference": {link.reference_id for link in [*self.all("Relation"), *self.all("CollectionItem")]},
        }
        shown = {table: [row for row in self.all(table) if row.id in ids] for table, ids in used.items()}
        filled = {article.category_id for article in self.all("Article")}
        return shown | {
            "AnyReference": self.all("Reference"),
            "Category": [row for row in self.all("Category") if self.under(row.id) & filled],
        }

    def all(self, table: str) -> list[Any]:
        return self.tables[table]

    def by_id(self, table: str, number: int | None) -> Any:
        return self._index[table].get(number)

    def led(self, table: str, **former: Any) -> Any:
        """What a former id or slug leads to, if a reader may see it."""
        sign = next(iter(self.of("Redirect", kind=table.upper(), **former)), None)
        return sign and self.by_id(table, sign.target_id)

    def of(self, table: str, **columns: Any) -> list[Any]:
        """The rows with these values, in the order of their position where they have one."""
        wanted = tuple(columns.items())
        if (table, wanted) not in self._found:
            found = [row for row in self.tables[table] if all(getattr(row, name) == value for name, value in wanted)]
            self._found[table, wanted] = sorted(found, key=lambda row: getattr(row, "position", 0))
        return self._found[table, wanted]

    def under(self, category_id: int) -> set[int]:
        """The ids of a category and all below it, found by walking the tree."""
        below = {row.id for row in self.all("Category") if row.parent_id == category_id}
        return {category_id}.union(*(self.under(child) for child in below))

    def target(self, link: Any) -> Any:
        """What a relation or a placed item shows: a public article, the reference to one, or nothing."""
        if link.reference_id is None:
            return self.by_id("Article", link.target_id)
        reference = self.by_id("Reference", link.reference_id)
        return self.by_id("Article", reference.target_id) or reference

    @cached_property
    def _index(self) -> dict[str, dict[int, Any]]:
        return {name: {row.pk: row for row in rows} for name, rows in self.tables.items()}
