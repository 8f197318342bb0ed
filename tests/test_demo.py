import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from cms import demo
from cms.db import Database
from cms.importers.files import read_items
from cms.importers.store import Outcome, import_items
from cms.models import Article, Category, Collection, CollectionItem, Reference
from cms.settings import Settings
from schema.build import make_schema
from schema.context import Context
from tests.content import EDITOR

ROOT = Path(__file__).parent.parent
PAGES = str(files("cms") / "demo_pages")

pytestmark = pytest.mark.anyio


async def test_every_bundled_page_is_published_and_linked(database: Database) -> None:
    reports = [report async for report in import_items(EDITOR, read_items([PAGES]), demo.POLICY)]

    assert len(reports) >= 60
    assert {report.outcome for report in reports} == {Outcome.MADE}
    assert all(report.is_public for report in reports)
    assert await Category.filter(depth=3).exists()
    assert await Article.filter(language="en").count() >= 3
    assert await Article.filter(published_at=None).count() == 4
    resolved = await Reference.filter(target_id__not_isnull=True).count()
    assert resolved > await Reference.all().count() / 2


async def test_the_front_page_takes_from_all_departments(database: Database) -> None:
    reports = [report async for report in import_items(EDITOR, read_items([PAGES]), demo.POLICY)]

    await demo.make_front_page(EDITOR, reports)

    collection = await Collection.get(slug="front-page")
    assert await CollectionItem.filter(collection_id=collection.id).count() == demo.FRONT_PAGE


async def test_the_answer_in_the_readme_is_the_real_one(database: Database) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    query = re.findall(r"```graphql\n(.*?)```", readme, re.DOTALL)[0]
    shown = json.loads(re.findall(r"```json\n(.*?)```", readme, re.DOTALL)[0])
    async for report in import_items(EDITOR, read_items([PAGES]), demo.POLICY):
        assert report.is_public, report

    schema = make_schema(database, Settings())
    result = await schema.execute(query, variable_values={"id": "art_1"}, context_value=Context())

    assert result.errors is None
    assert result.data == shown["data"]
