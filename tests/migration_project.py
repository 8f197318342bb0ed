"""A small project whose models change stage by stage, for testing migrations."""

from __future__ import annotations

import importlib
import itertools
import textwrap
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from cms import migrations
from cms.db import Database, connect, transaction
from tests.schemas import Facts, rows_of, schema_of

MODELS = """
from tortoise import fields
from tortoise.fields import CASCADE, RESTRICT, SET_NULL
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint
from tortoise.models import Model
from cms.models.fields import JSONTextField, KeyField, UTCDateTimeField


class Author(Model):
    id = fields.IntField(primary_key=True)
    name = KeyField({name_length}, unique=True)

    class Meta:
        table = "author"


class Article(Model):
    id = fields.IntField(primary_key=True)
    title = fields.CharField({title_length})
    slug = KeyField(100, db_index=True)
    {teaser}
    views = fields.IntField(default=0)
    made_at = UTCDateTimeField(null=True)
    {author}
    {more}

    class Meta:
        table = "article"
        unique_together = {unique}
        indexes = {indexes}
        constraints = {constraints}


class Revision(Model):
    id = fields.IntField(primary_key=True)
    article = fields.ForeignKeyField("models.Article", related_name="revisions", on_delete={rule})
    number = fields.IntField()

    class Meta:
        table = "{revision_table}"
        unique_together = (("article_id", "number"),)
"""

START: dict[str, str] = {
    "name_length": "100",
    "title_length": "100",
    "teaser": "teaser = fields.TextField(null=True)",
    "author": 'author = fields.ForeignKeyField("models.Author", related_name="articles", on_delete=CASCADE)',
    "more": "",
    "unique": '(("slug", "author_id"),)',
    "indexes": '[Index(fields=("title", "slug"), name="ix_title_slug")]',
    "constraints": '[CheckConstraint(check=\'"views" >= 0\', name="ck_article_views")]',
    "rule": "CASCADE",
    "revision_table": "revision",
}

FILL = """
INSERT INTO author (name) VALUES ('a'), ('b');
INSERT INTO article (title, slug, teaser, views, author_id)
    VALUES ('x', 'one', 'first', 1, 1), ('y', 'two', NULL, 2, 2), ('z', 'three', 'last', 3, 1), ('q', 'gone', '', 0, 1);
INSERT INTO revision (article_id, number) VALUES (1, 1), (1, 2), (2, 1);
DELETE FROM article WHERE slug = 'gone';
"""

# A trigger whose body holds several statements, one on another table that names the first, and an index by hand.
BY_HAND = {
    "sqlite": """
        CREATE TABLE note (text TEXT);
        CREATE TRIGGER article_noted AFTER UPDATE ON article BEGIN
            INSERT INTO note VALUES ('one;'); INSERT INTO note VALUES (new.slug);
        END;
        CREATE TRIGGER revision_counted AFTER INSERT ON revision BEGIN
            UPDATE article SET views = views + 1 WHERE id = new.article_id;
        END;
        CREATE INDEX by_hand ON article (lower(slug)) WHERE views > 0;
    """,
    "postgres": """
        CREATE TABLE note (text TEXT);
        CREATE FUNCTION note_article() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            INSERT INTO note VALUES ('one;'); INSERT INTO note VALUES (new.slug); RETURN new;
        END $$;
        CREATE TRIGGER article_noted AFTER UPDATE ON article FOR EACH ROW EXECUTE FUNCTION note_article();
        CREATE FUNCTION count_revision() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            UPDATE article SET views = views + 1 WHERE id = new.article_id; RETURN new;
        END $$;
        CREATE TRIGGER revision_counted AFTER INSERT ON revision FOR EACH ROW EXECUTE FUNCTION count_revision();
        CREATE INDEX by_hand ON article (lower(slug)) WHERE views > 0;
    """,
}


class Project:
    """Models and migrations of their own, changed stage by stage."""

    _numbers = itertools.count()

    def __init__(self, folder: Path, dialect: str, url: str) -> None:
        self.package = f"project_{next(self._numbers)}"
        self.versions = f"{self.package}.versions"
        self.folder = folder / self.package
        (self.folder / "versions").mkdir(parents=True)
        (self.folder / "__init__.py").touch()
        (self.folder / "versions" / "__init__.py").touch()
        self.dialect = dialect
        self.url = url
        self.models = ""

    async def change(self, **parts: str) -> Path | None:
        """Write the models of the next stage, and the migration to them."""
        number = len(list(self.folder.glob("models*.py")))
        (self.folder / f"models{number}.py").write_text(MODELS.format_map(START | parts))
        self.models = f"{self.package}.models{number}"
        importlib.invalidate_caches()
        path = await migrations.make_migrations(models=(self.models,), versions=self.versions)
        importlib.invalidate_caches()
        return path

    def write(self, name: str, operations: str, head: str = "") -> None:
        """Write a migration by hand that follows the last one."""
        before = max(path.stem for path in (self.folder / "versions").glob("0*.py"))
        text = """\
            from tortoise import fields, migrations
            from tortoise.migrations import operations as ops
            from cms.migrations.operations import DialectSQL, RenameModel
        """
        body = f"""
            class Migration(migrations.Migration):
                dependencies = [("models", "{before}")]
                operations = [{operations}]
        """
        whole = textwrap.dedent(text) + textwrap.dedent(head) + textwrap.dedent(body)
        (self.folder / "versions" / f"{name}.py").write_text(whole)
        importlib.invalidate_caches()

    async def migrate(self) -> list[str]:
        return await migrations.migrate(self.url, versions=self.versions)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Database]:
        database = await connect(self.url, models=("cms.migrations.record",))
        try:
            with database.use():
                yield database
        finally:
            await database.close()

    async def run(self, sql: str) -> None:
        async with self.opened(), transaction() as tx:
            await tx.execute_script(sql)

    async def rows(self, sql: str) -> list[Facts]:
        async with self.opened():
            return await rows_of(sql)

    async def content(self) -> dict[str, list[Facts]]:
        tables = {"author": "name", "article": "slug", "revision": "article_id, number"}
        return {table: await self.rows(f"SELECT * FROM {table} ORDER BY {order}") for table, order in tables.items()}

    async def schema(self) -> Facts:
        async with self.opened() as database:
            return await schema_of(database)
