"""The hot lists over HTTP: reading them with one statement, what editors do to them, and recording hits."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest

from cms import hits, hot, publishing
from cms.db import Database
from cms.db.files import sqlite_path
from cms.models import Article, Draft, Event, HotTurn, Redirect
from cms.permissions import Permission
from cms.words import RedirectKind, Role
from tests.accounts import ask, bearer, make_token, make_user
from tests.content import EDITOR, make_article, make_category, make_draft, unpublish
from tests.newsroom import PROBLEMS, Newsroom
from tests.schema.differential import Both

pytestmark = pytest.mark.anyio
PLACES = "rank score trend previousRank isPinned node { id title category { path } }"
CHOICE = f"__typename ... on HotChoicePayload {{ articleId position isExcluded until }} {PROBLEMS}"
RECORD = f"""mutation($input: [RecordHitsInput!]!, $key: String) {{ recordHits(input: $input, idempotencyKey: $key) {{
  __typename ... on RecordHitsPayload {{ recorded leftOut }} {PROBLEMS} ... on Forbidden {{ permission }} }} }}"""


async def read(counts: dict[Article, int]) -> None:
    hour = hits.hour_of(datetime.now(UTC))
    await hits.add({(article.id, hour): count for article, count in counts.items()})


async def ids(both: Both, arguments: str = "") -> list[str]:
    data = await both.ask(f"{{ hotArticles{arguments} {{ node {{ id }} }} }}")
    return [place["node"]["id"] for place in data["hotArticles"]]


async def choose(newsroom: Newsroom, name: str, role: Role = Role.EDITOR, /, **input_: Any) -> Any:
    kind = {"pinHotArticle": "PinHotArticleInput", "excludeHotArticle": "ExcludeHotArticleInput"}
    query = f"mutation($input: {kind.get(name, 'HotArticleInput')}!) {{ {name}(input: $input) {{ {CHOICE} }} }}"
    return (await newsroom.ask(query, role, input=input_))[name]


async def test_a_list_is_read_with_one_statement(both: Both) -> None:
    category = await make_category("要闻")
    first, second = await make_article(category_id=category.id), await make_article()
    await read({first: 20, second: 10})
    await hot.rank(both.database, datetime.now(UTC))
    await both.reread()

    data = await both.agree(f"{{ hotArticles(window: WEEK, first: 5) {{ {PLACES} }} }}")

    assert [(place["rank"], place["trend"], place["node"]["id"]) for place in data["hotArticles"]] == [
        (1, "NEW", f"art_{first.id}"),
        (2, "NEW", f"art_{second.id}"),
    ]
    assert data["hotArticles"][0]["score"] == pytest.approx(2 * data["hotArticles"][1]["score"], abs=1)


async def test_a_category_is_named_by_id_path_or_a_former_path(both: Both) -> None:
    category, other = await make_category("要闻"), await make_category("其他")
    inside, outside = await make_article(category_id=category.id), await make_article(category_id=other.id)
    await read({inside: 1, outside: 2})
    await hot.rank(both.database, datetime.now(UTC))

    assert await ids(both) == await ids(both, "(category: null)") == [f"art_{outside.id}", f"art_{inside.id}"]
    await Redirect.create(kind=RedirectKind.CATEGORY, former_slug="once/there", target_id=category.id)
    for name in (f"cat_{category.id}", category.path, "once/there"):
        assert await ids(both, f'(category: "{name}")') == [f"art_{inside.id}"]
    for name in ("cat_999", "cat_99999999999", "nowhere", ""):
        assert await ids(both, f'(category: "{name}")') == []
    assert (await both.refused('{ hotArticles(category: "art_1") { rank } }'))[0] == "BAD_USER_INPUT"
    for size in (0, 101):
        assert (await both.refused(f"{{ hotArticles(first: {size}) {{ rank }} }}"))[0] == "BAD_USER_INPUT"


async def test_what_is_unpublished_is_gone_at_once_and_comes_back(both: Both) -> None:
    first, second = await make_article(), await make_article()
    await read({first: 20, second: 10})
    await hot.rank(both.database, datetime.now(UTC))

    await unpublish(first)
    assert await ids(both) == [f"art_{second.id}"]
    await publishing.publish(EDITOR, first.id, expected_version=(await Draft.get(id=first.id)).version)

    assert await ids(both) == [f"art_{first.id}", f"art_{second.id}"]


async def test_the_list_walks_its_index(both: Both, database_url: str) -> None:
    if both.database.dialect != "sqlite":
        pytest.skip("read from SQLite's plans, which do not depend on how many rows there are")

    await ids(both, '(category: "cat_1", window: HOUR)')
    sql, parameters = both.sql[-1]
    connection = sqlite3.connect(sqlite_path(database_url))
    try:
        steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)]
    finally:
        connection.close()

    assert any("SEARCH t1 " in step and "(span=? AND category_id=?)" in step for step in steps), steps
    assert not any(step.startswith("SCAN t1 ") or step == "USE TEMP B-TREE FOR ORDER BY" for step in steps), steps


async def test_editors_pin_and_exclude(newsroom: Newsroom, database: Database) -> None:
    draft = await make_draft("一")
    row_id = f"art_{draft.id}"
    until = (datetime.now(UTC) + timedelta(hours=1)).replace(microsecond=0)

    pinned = await choose(newsroom, "pinHotArticle", id=row_id, position=3, until=until.isoformat())
    choices = await newsroom.ask(
        "{ hotChoices { nodes { position isExcluded until draft { id title } } totalCount } }", Role.EDITOR
    )
    excluded = await choose(newsroom, "excludeHotArticle", id=row_id)
    included = await choose(newsroom, "includeHotArticle", id=row_id)
    refused = await choose(newsroom, "unpinHotArticle", id=row_id)
    missing = await choose(newsroom, "pinHotArticle", id="art_999")
    forbidden = await choose(newsroom, "pinHotArticle", Role.CONTRIBUTOR, id=row_id)

    assert (pinned["position"], pinned["isExcluded"], datetime.fromisoformat(pinned["until"])) == (3, False, until)
    node = choices["hotChoices"]["nodes"][0]
    assert (node["position"], node["isExcluded"], node["draft"]) == (3, False, {"id": row_id, "title": "一"})
    assert (excluded["isExcluded"], excluded["position"]) == (True, None)
    assert (included["isExcluded"], included["position"]) == (False, None)
    assert refused["problems"] == [{"path": "id", "message": "this is not pinned"}]
    assert missing["code"] == "NOT_FOUND"
    assert forbidden["code"] == "FORBIDDEN"
    # Whoever computes the lists does it soon.
    assert await HotTurn.filter(due_at__gt=datetime.now(UTC)).count() == 0


async def test_other_systems_record_hits_once(client: httpx2.AsyncClient, database: Database) -> None:
    article, draft = await make_article(), await make_draft()
    headers = bearer(await make_token(await make_user(Role.EDITOR), Permission.RECORD_HITS))
    entries = [{"articleId": f"art_{number}", "count": 5} for number in (article.id, draft.id)]
    events = await Event.all().count()

    first = await ask(client, RECORD, headers, input=entries, key="1")
    again = await ask(client, RECORD, headers, input=entries, key="1")

    assert first == again
    assert first["recordHits"]["recorded"] == 1
    assert first["recordHits"]["leftOut"] == [f"art_{draft.id}"]
    assert (await Article.get(id=article.id)).view_count == 5
    assert await Event.all().count() == events


async def test_recording_is_refused_with_reasons(client: httpx2.AsyncClient, database: Database) -> None:
    user = await make_user(Role.EDITOR)
    headers = bearer(await make_token(user, Permission.RECORD_HITS))
    wrong = await ask(client, RECORD, headers, input=[{"articleId": "art_1", "count": 0}])
    no_id = await ask(client, RECORD, headers, input=[{"articleId": "cat_1", "count": 1}])
    other = bearer(await make_token(user, Permission.EDIT))
    forbidden = await ask(client, RECORD, other, input=[])

    assert [problem["path"] for problem in wrong["recordHits"]["problems"]] == ["input.0.count"]
    assert [problem["path"] for problem in no_id["recordHits"]["problems"]] == ["input.0.articleId"]
    assert forbidden["recordHits"]["permission"] == "RECORD_HITS"
