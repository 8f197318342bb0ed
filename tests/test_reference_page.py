"""The page of the reference portal, from the file to the answer of the documented query.

The page and what importing it must give lie beside the project, not in it; where they are missing, the pages in
tests/importers/pages stand for them and these tests say that they were skipped.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from cms.db import Database
from cms.importers.files import read_items
from cms.importers.store import ItemReport, Policy, import_items
from cms.models import Draft
from cms.settings import Settings
from schema.build import make_schema
from schema.context import Context
from tests.content import EDITOR

ROOT = Path(__file__).parent.parent
SEED = ROOT.parent / "shared" / "seed"
QUERY = (ROOT / "docs" / "examples" / "article_page.graphql").read_text(encoding="utf-8")

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(not SEED.is_dir(), reason="the reference page is not beside the project"),
]


@pytest.fixture
def expected() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((SEED / "expected.json").read_text(encoding="utf-8"))
    return content


async def import_page(policy: Policy) -> ItemReport:
    (report,) = [report async for report in import_items(EDITOR, read_items([str(SEED / "page.txt")]), policy)]
    return report


async def page(database: Database, draft_id: int | None) -> dict[str, Any]:
    before = database.statements
    result = await make_schema(database, Settings()).execute(
        QUERY, variable_values={"id": f"art_{draft_id}"}, context_value=Context()
    )
    assert result.errors is None
    assert result.data is not None
    assert database.statements == before + 1
    return result.data


async def test_one_query_returns_the_whole_page(database: Database, expected: dict[str, Any]) -> None:
    report = await import_page(Policy(publish=True, publish_undated=True))

    answer = await page(database, report.draft_id)

    article = answer["article"]
    assert article["title"] == expected["title"]
    assert article["publishedAt"] is None
    assert article["source"]["name"] == expected["source"]["name"]
    assert [step["name"] for step in article["category"]["breadcrumb"]] == expected["breadcrumb"]["category_path"]
    assert article["byline"] == expected["byline"]["raw"]
    assert [author["name"] for author in article["authors"]] == expected["byline"]["authors"]
    collecting = [credit for credit in article["credits"] if credit["role"] == "COLLECTING_EDITOR"]
    assert [(c["name"], c["author"]["kind"]) for c in collecting] == [
        (expected["collected_by"]["name"], "ORGANIZATION")
    ]
    paragraphs = article["body"]["html"].removeprefix("<p>").removesuffix("</p>").split("</p><p>")
    assert paragraphs == expected["body"]["paragraphs"]
    assert article["wordCount"] == expected["counts"]["cjk_word_count"]
    assert cards([edge["node"] for edge in article["related"]["edges"]]) == wanted(expected["related"])
    for name, block in (("hot", "hot"), ("newest", "latest")):
        placed = expected[block]["count"]
        assert cards(answer[name]["items"][:placed]) == wanted(expected[block])
        assert answer[name]["title"] == expected[block]["label"]


def cards(items: list[dict[str, Any]]) -> list[tuple[str, str, bool]]:
    return [(item["title"], item["teaser"], item["isTruncated"]) for item in items]


def wanted(block: dict[str, Any]) -> list[tuple[str, str, bool]]:
    return [(item["title"], item["teaser"], item["teaser_truncated"]) for item in block["items"]]


async def test_without_a_date_it_stays_a_draft_with_the_date_as_a_suggestion(
    database: Database, expected: dict[str, Any]
) -> None:
    report = await import_page(Policy(publish=True))

    draft = await Draft.get(id=report.draft_id)
    assert not report.is_public
    assert [hint["value"] for hint in draft.suggestions] == [hint["date"] for hint in expected["date_hints"]]


async def test_importing_the_page_twice_matches_it(database: Database) -> None:
    first = await import_page(Policy())

    again = await import_page(Policy())

    assert (again.outcome, again.draft_id) == ("matched", first.draft_id)
    assert await Draft.all().count() == 1


async def test_a_related_title_becomes_an_article_when_it_is_imported(
    database: Database, expected: dict[str, Any], tmp_path: Path
) -> None:
    report = await import_page(Policy(publish=True, publish_undated=True))
    title = expected["related"]["items"][2]["title"]
    later = tmp_path / "later.jsonl"
    later.write_text(json.dumps({"title": title, "body": "正文。"}, ensure_ascii=False), encoding="utf-8")

    undated = Policy(publish=True, publish_undated=True)
    (made,) = [report async for report in import_items(EDITOR, read_items([str(later)]), undated)]

    nodes = [edge["node"] for edge in (await page(database, report.draft_id))["article"]["related"]["edges"]]
    assert [node["__typename"] for node in nodes] == ["Reference"] * 2 + ["Article"] + ["Reference"] * 4
    assert nodes[2]["id"] == f"art_{made.draft_id}"
