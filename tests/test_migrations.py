"""Migrations: nothing that hangs on a table is lost, a failure changes nothing, and two at once do it once."""

from __future__ import annotations

import asyncio
import importlib
import multiprocessing
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tortoise.exceptions import IntegrityError

from cms import migrations
from cms.db import Database, connect
from cms.errors import SetupError
from cms.migrations.record import AppliedMigration
from tests.conftest import Makers
from tests.databases import make_tables
from tests.migration_project import BY_HAND, FILL, Project
from tests.schemas import Facts, schema_of

FILES = Path(__file__).parent.parent / "cms" / "migrations" / "versions"
pytestmark = pytest.mark.anyio

# PostgreSQL's tables of words, which no model stands for.
HANDMADE = ("search_text", "draft_search_text")

CHANGES: dict[str, dict[str, str]] = {
    "widening a column": {"title_length": "300"},
    "widening a unique column that others point past": {"name_length": "200"},
    "dropping a column": {"teaser": ""},
    "dropping a column and its index": {"teaser": "", "indexes": "[]"},
    "renaming a column": {"teaser": "summary = fields.TextField(null=True)"},
    "adding a nullable column": {"more": "subtitle = fields.CharField(50, null=True)"},
    "adding a column with a default": {"more": "urgency = fields.IntField(db_default=5)"},
    "adding an indexed column": {"more": "code = KeyField(20, null=True, db_index=True)"},
    "adding a unique column": {"more": "code = KeyField(20, null=True, unique=True)"},
    "adding a link": {"more": 'editor = fields.ForeignKeyField("models.Author", related_name="edited", null=True)'},
    "making a column nullable": {
        "author": 'author = fields.ForeignKeyField("models.Author", related_name="articles", null=True)'
    },
    "changing what deleting does": {"rule": "RESTRICT"},
    "adding an index": {
        "indexes": '[Index(fields=("title", "slug"), name="ix_title_slug"), Index(fields=("views", "id"))]'
    },
    "renaming an index": {"indexes": '[Index(fields=("title", "slug"), name="ix_other")]'},
    "adding a check": {
        "constraints": "[CheckConstraint(check='\"views\" >= 0', name='ck_article_views'), "
        "CheckConstraint(check='\"views\" < 1000', name='ck_article_views_most')]"
    },
    "dropping a check": {"constraints": "[]"},
    "adding a unique rule": {"unique": '(("slug", "author_id"), ("title", "author_id"))'},
    "dropping a unique rule": {"unique": "()"},
    "adding a partial unique rule": {
        "constraints": "[CheckConstraint(check='\"views\" >= 0', name='ck_article_views'), "
        "UniqueConstraint(fields=('title',), name='ux_title', condition='views > 1')]"
    },
    "adding a named unique rule": {
        "constraints": "[CheckConstraint(check='\"views\" >= 0', name='ck_article_views'), "
        "UniqueConstraint(fields=('title',), name='ux_title')]"
    },
    "adding JSON": {"more": "notes = JSONTextField(null=True)"},
    "several at once": {
        "title_length": "200",
        "teaser": "summary = fields.TextField(null=True)",
        "more": "urgency = fields.IntField(db_default=5)",
        "rule": "RESTRICT",
        "indexes": '[Index(fields=("urgency", "id"))]',
    },
}


@pytest.fixture
def project(dialect: str, empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    monkeypatch.syspath_prepend(str(tmp_path))
    project = Project(tmp_path, dialect, empty_url)
    yield project
    for name in [name for name in sys.modules if name.split(".")[0] == project.package]:
        del sys.modules[name]


@pytest.fixture
async def filled(project: Project) -> Project:
    """A project with rows in its tables, and triggers and an index that no model knows."""
    await project.change()
    await project.migrate()
    await project.run(FILL)
    await project.run(BY_HAND[project.dialect])
    return project


# The site's own migrations


async def test_the_schema_after_all_migrations_is_the_one_of_the_models(
    database: Database, dialect: str, databases: Makers, tmp_path: Path
) -> None:
    fresh = await connect(await asyncio.to_thread(databases[dialect].empty, tmp_path, "models"), create=True)
    try:
        await make_tables(fresh)

        # The triggers are the migrations' own; tests/test_content_version.py looks at them.
        assert await schema_of(fresh) == without_handwork(await schema_of(database))
    finally:
        await fresh.close()


async def test_the_models_have_not_moved_on_from_the_migrations() -> None:
    folder = Path(migrations.__file__).parent / "versions"
    before = sorted(folder.glob("*.py"))

    path = await migrations.make_migrations()

    if path is not None:
        told = path.read_text(encoding="utf-8")
        path.unlink()
        pytest.fail(f"run `cms makemigrations`; it would write\n{told}")
    assert sorted(folder.glob("*.py")) == before


async def test_a_migrated_database_lacks_nothing(database: Database) -> None:
    assert await migrations.pending(database) == []


async def test_migrating_twice_does_nothing_the_second_time(database_url: str) -> None:
    assert await migrations.migrate(database_url) == []


# What survives a change


@pytest.mark.parametrize("change", CHANGES)
async def test_a_change_of_filled_tables_loses_nothing(
    filled: Project, change: str, databases: Makers, tmp_path: Path
) -> None:
    before, kept = await filled.content(), await filled.schema()

    await filled.change(**CHANGES[change])
    await filled.migrate()

    after = await filled.content()
    for table, rows in before.items():
        renamed = {"teaser": "summary"} if "summary" in after["article"][0] else {}
        common = set(after[table][0])
        expected = [{renamed.get(key, key): value for key, value in row.items()} for row in rows]
        assert [{key: row[key] for key in row if key in common} for row in expected] == [
            {key: row[key] for key in row if key in expected[0]} for row in after[table]
        ]
    made = await filled.schema()
    assert made.pop("note") == kept["note"]
    assert [name for name, *_ in made["article"]["triggers"]] == ["article_noted"]
    assert [name for name, *_ in made["revision"]["triggers"]] == ["revision_counted"]
    assert "by_hand" in {index[0] for index in made["article"]["indexes"]}
    assert without_handwork(made) == await schema_of_models(filled, databases, tmp_path)


def without_handwork(schema: Facts) -> Facts:
    for name in HANDMADE:
        schema.pop(name, None)
    for table in schema.values():
        table["triggers"] = []
        table["indexes"] = [index for index in table["indexes"] if index[0] != "by_hand"]
    return schema


async def schema_of_models(project: Project, databases: Makers, folder: Path) -> Facts:
    url = await asyncio.to_thread(databases[project.dialect].empty, folder, "models")
    database = await connect(url, models=(project.models,), create=True)
    try:
        await make_tables(database)
        return await schema_of(database)
    finally:
        await database.close()


async def test_triggers_uniques_and_links_still_work_afterwards(filled: Project) -> None:
    await filled.change(title_length="300", teaser="", more="urgency = fields.IntField(db_default=5)")
    await filled.migrate()

    await filled.run("INSERT INTO revision (article_id, number) VALUES (3, 1)")

    assert await filled.rows("SELECT views, urgency FROM article WHERE id = 3") == [{"views": 4, "urgency": 5}]
    assert await filled.rows("SELECT text FROM note") == [{"text": "one;"}, {"text": "three"}]
    with pytest.raises(IntegrityError):
        await filled.run("INSERT INTO article (title, slug, views, author_id) VALUES ('', 'one', 0, 1)")
    with pytest.raises(IntegrityError):
        await filled.run("INSERT INTO article (title, slug, views, author_id) VALUES ('', 'new', 0, 77)")
    with pytest.raises(IntegrityError):
        await filled.run("UPDATE article SET views = -1")
    await filled.run("DELETE FROM author WHERE id = 1")
    assert await filled.rows("SELECT article_id FROM revision") == [{"article_id": 2}]


async def test_ids_of_deleted_rows_are_not_given_again_after_a_table_was_made_anew(filled: Project) -> None:
    await filled.change(title_length="300")
    await filled.migrate()

    await filled.run("INSERT INTO article (title, slug, views, author_id) VALUES ('n', 'new', 0, 1)")

    assert await filled.rows("SELECT id FROM article WHERE slug = 'new'") == [{"id": 5}]


async def test_a_renamed_table_keeps_its_rows_its_trigger_and_its_links(filled: Project) -> None:
    filled.write("0002_rename", "RenameModel('Revision', 'Version')")

    await filled.migrate()

    await filled.run("INSERT INTO version (article_id, number) VALUES (3, 1)")
    assert await filled.rows("SELECT article_id, number FROM version ORDER BY id LIMIT 3") == [
        {"article_id": 1, "number": 1},
        {"article_id": 1, "number": 2},
        {"article_id": 2, "number": 1},
    ]
    assert await filled.rows("SELECT views FROM article WHERE id = 3") == [{"views": 4}]
    await filled.run("DELETE FROM article WHERE id = 1")
    assert await filled.rows("SELECT article_id FROM version ORDER BY id") == [{"article_id": 2}, {"article_id": 3}]


async def test_an_index_by_hand_on_a_dropped_column_stops_the_migration_on_sqlite(filled: Project) -> None:
    if filled.dialect == "postgres":
        pytest.skip("PostgreSQL drops such an index with its column")
    await filled.run("CREATE INDEX by_hand_too ON article (teaser)")
    before = await filled.schema()
    await filled.change(teaser="")

    with pytest.raises(SetupError, match="teaser"):
        await filled.migrate()

    assert await filled.schema() == before


async def test_a_trigger_on_a_dropped_column_stops_the_migration_on_sqlite(filled: Project) -> None:
    if filled.dialect == "postgres":
        pytest.skip("PostgreSQL does not look into the bodies of functions")
    await filled.run("CREATE TRIGGER t AFTER UPDATE ON article BEGIN INSERT INTO note VALUES (new.teaser); END;")
    before = await filled.schema()
    await filled.change(teaser="")

    with pytest.raises(SetupError, match="trigger t"):
        await filled.migrate()

    assert await filled.schema() == before


# Refusals


async def test_a_new_column_that_needs_a_value_is_refused_when_there_are_rows(filled: Project) -> None:
    before = await filled.schema()
    await filled.change(more="urgency = fields.IntField(default=5)")

    with pytest.raises(SetupError, match="db_default"):
        await filled.migrate()

    assert await filled.schema() == before


async def test_a_new_column_that_needs_a_value_is_fine_when_there_are_no_rows(project: Project) -> None:
    await project.change()
    await project.migrate()
    await project.change(more="urgency = fields.IntField(default=5)")

    assert await project.migrate() == ["0002_add_field_urgency_to_article"]


async def test_a_column_cannot_change_its_kind(filled: Project) -> None:
    filled.write("0002_kind", "ops.AlterField('Article', 'views', fields.CharField(20))")

    with pytest.raises(SetupError, match="from int to str"):
        await filled.migrate()


async def test_a_column_with_empty_values_cannot_become_required(filled: Project) -> None:
    before = await filled.content()
    await filled.change(teaser="teaser = fields.TextField()")

    with pytest.raises(SetupError, match="failed and has changed nothing"):
        await filled.migrate()

    assert await filled.content() == before


async def test_links_to_rows_that_do_not_exist_are_refused(filled: Project) -> None:
    before = await filled.content()
    filled.write("0002_orphans", "ops.RunSQL('UPDATE revision SET article_id = 99 WHERE number = 2')")

    with pytest.raises(SetupError):
        await filled.migrate()

    assert await filled.content() == before


async def test_a_database_of_a_newer_version_is_refused(filled: Project) -> None:
    await filled.run("INSERT INTO migration (name, applied_at) VALUES ('0099_future', '2030-01-01T00:00:00Z')")

    with pytest.raises(SetupError, match="0099_future"):
        await filled.migrate()
    async with filled.opened() as database:
        with pytest.raises(SetupError, match="newer"):
            await migrations.pending(database, versions=filled.versions)


async def test_two_migrations_that_follow_the_same_one_are_refused(filled: Project) -> None:
    filled.write("0003_left", "")
    (filled.folder / "versions" / "0003_left.py").rename(filled.folder / "versions" / "0002_left.py")
    filled.write("0002_right", "")
    text = (filled.folder / "versions" / "0002_right.py").read_text().replace("0002_left", "0001_initial")
    (filled.folder / "versions" / "0002_right.py").write_text(text)

    with pytest.raises(SetupError, match="does not follow"):
        await filled.migrate()


# A failure in the middle


FAIL = """
    async def fail(apps, editor):
        async for article in apps.get_model("models", "Article").all():
            article.title = "half"
            await article.save()
        raise ZeroDivisionError
"""


async def test_a_crash_in_the_middle_leaves_everything_as_it_was(filled: Project) -> None:
    before, schema = await filled.content(), await filled.schema()
    filled.write(
        "0002_crash",
        "ops.AddField('Article', 'urgency', fields.IntField(db_default=5)), ops.RemoveField('Article', 'teaser'), "
        "ops.RunPython(fail)",
        FAIL,
    )

    with pytest.raises(ZeroDivisionError):
        await filled.migrate()

    assert await filled.content() == before
    assert await filled.schema() == schema
    async with filled.opened() as database:
        assert await migrations.pending(database, versions=filled.versions) == ["0002_crash"]


async def test_a_migration_that_failed_can_be_mended_and_applied(filled: Project) -> None:
    filled.write("0002_mended", "ops.RunSQL('DELETE FROM no_such_table')")
    with pytest.raises(SetupError, match="0002_mended failed"):
        await filled.migrate()
    filled.write("0002_mended", "")
    text = (filled.folder / "versions" / "0002_mended.py").read_text().replace('0002_mended")', '0001_initial")')
    (filled.folder / "versions" / "0002_mended.py").write_text(text)
    del sys.modules[f"{filled.versions}.0002_mended"]
    importlib.invalidate_caches()

    assert await filled.migrate() == ["0002_mended"]


# Data


FILL_TEASERS = """
    async def fill(apps, editor):
        model = apps.get_model("models", "Article")
        async for article in model.filter(teaser=None):
            article.teaser = article.title * 2
            await article.save()
        await model.create(title="made", slug="made", author_id=1)
"""


async def test_a_data_migration_uses_the_models_as_they_were(filled: Project) -> None:
    again = FILL_TEASERS.replace("fill", "fill_again").replace('"made"', '"again"').replace("=1)", "=2, urgency=9)")
    filled.write(
        "0002_fill",
        "ops.RunPython(fill), ops.AddField('Article', 'urgency', fields.IntField(db_default=5)), "
        "ops.RunPython(fill_again)",
        FILL_TEASERS + again,
    )

    await filled.migrate()

    assert await filled.rows("SELECT slug, teaser, urgency FROM article ORDER BY id") == [
        {"slug": "one", "teaser": "first", "urgency": 5},
        {"slug": "two", "teaser": "yy", "urgency": 5},
        {"slug": "three", "teaser": "last", "urgency": 5},
        {"slug": "made", "teaser": "mademade", "urgency": 5},
        {"slug": "again", "teaser": None, "urgency": 9},
    ]


async def test_each_database_gets_its_own_sql_with_semicolons_in_it(filled: Project) -> None:
    texts = {
        "sqlite": "CREATE TRIGGER named AFTER INSERT ON author BEGIN INSERT INTO note VALUES ('a;'); "
        "INSERT INTO note VALUES (new.name); END;",
        "postgres": "CREATE FUNCTION note_author() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "INSERT INTO note VALUES ('a;'); INSERT INTO note VALUES (new.name); RETURN new; END $$; "
        "CREATE TRIGGER named AFTER INSERT ON author FOR EACH ROW EXECUTE FUNCTION note_author();",
    }
    filled.write("0002_named", f"DialectSQL(sqlite={texts['sqlite']!r}, postgres={texts['postgres']!r})")

    await filled.migrate()
    await filled.run("INSERT INTO author (name) VALUES ('c')")

    assert await filled.rows("SELECT text FROM note") == [{"text": "a;"}, {"text": "c"}]


# Planning, copying, and two at once


async def test_a_plan_tells_the_sql_and_changes_nothing(filled: Project) -> None:
    before, schema = await filled.content(), await filled.schema()
    await filled.change(title_length="300", more="urgency = fields.IntField(db_default=5)")
    filled.write("0003_fill", "ops.RunPython(fill)", FILL_TEASERS)

    planned = await migrations.plan(filled.url, versions=filled.versions)
    names = await migrations.migrate(filled.url, plan_only=True, versions=filled.versions)

    assert names == [each.name for each in planned] == ["0002_changes", "0003_fill"]
    assert any("urgency" in statement for statement in planned[0].statements)
    assert planned[1].statements == ("-- Run Python: fill",)
    assert await filled.content() == before
    assert await filled.schema() == schema
    async with filled.opened() as database:
        assert await migrations.pending(database, versions=filled.versions) == names


async def test_what_is_planned_is_what_is_run(filled: Project) -> None:
    if filled.dialect == "postgres":
        pytest.skip("compared on SQLite, where a table is made anew")
    await filled.change(title_length="300")
    planned = await migrations.plan(filled.url, versions=filled.versions)
    copy = sqlite3.connect(filled.url.removeprefix("sqlite:///"), isolation_level=None)
    for statement in planned[0].statements:
        copy.execute(statement)
    copy.close()
    by_plan = await filled.schema()

    assert ("title", "VARCHAR(300)", 1, None, False, 0) in by_plan["article"]["columns"]
    assert [name for name, *_ in by_plan["article"]["triggers"]] == ["article_noted"]


async def test_a_plan_for_a_new_database_does_not_make_it(empty_url: str, tmp_path: Path, dialect: str) -> None:
    planned = await migrations.plan(empty_url)

    assert planned[0].name == "0001_initial"
    if dialect == "sqlite":
        assert list(tmp_path.iterdir()) == []


async def test_a_sqlite_file_is_copied_before_it_is_migrated(filled: Project, tmp_path: Path) -> None:
    if filled.dialect == "postgres":
        pytest.skip("PostgreSQL is backed up by pg_dump")
    assert list(tmp_path.glob("*.before-*")) == []
    before = await filled.content()
    await filled.change(teaser="")
    await filled.change(teaser="", title_length="300")

    await filled.migrate()

    copies = [path.name for path in tmp_path.glob("*.before-*")]
    assert copies == ["empty.before-0002_remove_field_teaser_from_article.sqlite3"]
    filled.url = f"sqlite:///{tmp_path / copies[0]}"
    assert await filled.content() == before
    async with filled.opened() as database:
        assert len(await migrations.pending(database, versions=filled.versions)) == 2


async def test_nothing_is_migrated_if_the_copy_cannot_be_made(filled: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    if filled.dialect == "postgres":
        pytest.skip("PostgreSQL is backed up by pg_dump")
    before = await filled.schema()
    await filled.change(teaser="")

    def fail(path: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("cms.migrations.copying._vacuum_into", fail)
    with pytest.raises(SetupError, match="nothing was migrated"):
        await filled.migrate()

    assert await filled.schema() == before
    assert list(filled.folder.parent.glob("*.before-*")) == []


def _migrate(url: str, barrier: Any) -> list[str]:
    barrier.wait()
    try:
        return asyncio.run(migrations.migrate(url))
    except SetupError as error:
        return [str(error)]


async def test_two_processes_migrating_at_once_apply_each_migration_once(empty_url: str) -> None:
    processes = multiprocessing.get_context("spawn")

    with processes.Manager() as manager, processes.Pool(2) as pool:
        done = await asyncio.to_thread(pool.starmap, _migrate, [(empty_url, manager.Barrier(2))] * 2)
        pool.close()
        pool.join()

    database = await connect(empty_url)
    try:
        assert await migrations.pending(database) == []
        assert sorted(name for names in done for name in names) == sorted(path.stem for path in FILES.glob("0*.py"))
    finally:
        await database.close()


async def test_applied_migrations_carry_their_time(filled: Project) -> None:
    async with filled.opened():
        record = await AppliedMigration.get(name="0001_initial")

    assert record.applied_at.tzinfo is not None


def test_a_file_without_a_migration_is_refused(project: Any) -> None:
    (project.folder / "versions" / "0001_nothing.py").write_text("")
    importlib.invalidate_caches()

    with pytest.raises(SetupError, match="holds no migration"):
        asyncio.run(project.migrate())
