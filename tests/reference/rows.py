"""Every row a reader could see, read with the ORM."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from cms import models

TABLES = [models.Article, models.ArticleBody, models.ArticleTag, models.Author, models.Category, models.Collection]
TABLES += [models.CategoryAncestor, models.CollectionItem, models.Credit, models.Reference, models.Relation]
TABLES += [models.Site, models.Source, models.Tag]


class Rows:
    """Every row a reader could see, as one moment has it, and the look-ups over them."""

    def __init__(self, tables: dict[str, list[Any]]) -> None:
        self.tables = tables
        self._found: dict[Any, list[Any]] = {}

    @classmethod
    async def read(cls) -> Rows:
        """Read all tables with the ORM."""
        return cls({model.__name__: await model.all().order_by(model._meta.pk_attr) for model in TABLES})

    def all(self, table: str) -> list[Any]:
        return self.tables[table]

    def by_id(self, table: str, number: int | None) -> Any:
        return self._index[table].get(number)

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
