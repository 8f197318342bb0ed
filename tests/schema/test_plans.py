"""Plans that are kept answer as the long way does, and leave to it whatever is unusual."""

from __future__ import annotations

from typing import Any

import httpx2
import orjson
import pytest

from cms.db import Database
from schema import plans as module
from schema.build import make_plans, make_schema
from schema.context import Context
from schema.executor import CompilingExecutor
from schema.plans import Plans
from tests.accounts import ask, send
from tests.content import make_article, make_site_content, make_source
from tests.newsroom import Newsroom
from tests.operations import Operations
from tests.reference import Rows
from tests.schema.differential import WIDE, Both, pools_of

pytestmark = pytest.mark.anyio

PAGE = """query Page($id: ID, $first: Int = 2, $body: Boolean = false, $where: ArticleWhere) {
  article(id: $id) { title body @include(if: $body) { text } }
  articles(first: $first, where: $where) { totalCount nodes { title source { name } } pageInfo { endCursor } } }"""


@pytest.fixture
async def plans(database: Database) -> Plans:
    schema = make_schema(database, WIDE)
    return make_plans(schema, database, WIDE)


async def learn(plans: Plans, database: Database, query: str, variables: dict[str, Any] | None = None) -> Any:
    """The long way's answer, which leaves its plan."""
    context = Context()
    result = await make_schema(database, WIDE).execute(query, variable_values=variables, context_value=context)
    assert not result.errors
    if context.planned is not None:
        plans.keep(query, None, context.planned)
    return result.data


@pytest.mark.parametrize("seed", range(4))
async def test_random_operations_are_answered_alike_both_ways(
    both: Both, plans: Plans, seed: int, pytestconfig: pytest.Config
) -> None:
    await make_site_content(seed)
    await both.reread()
    operations = Operations(both.printed, pools_of(await Rows.read()), f"plans {seed}")
    kept = done = 0
    # How many of them have a plan is chance, so it goes on until some had one.
    while done < pytestconfig.getoption("--operations") // 4 or (kept <= 3 and done < 1000):
        done += 1
        operation = operations.make()
        expected = await learn(plans, both.database, operation.query, operation.variables)
        answer = await plans.answer(operation.query, None, operation.variables, seconds=10)
        if answer is not None:
            kept += 1
            assert orjson.loads(answer) == expected
            assert list(orjson.loads(answer)) == list(expected)
    assert kept > 3


@pytest.fixture
async def executions(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What goes the long way, while the test runs."""
    seen: list[str] = []
    long_way = CompilingExecutor.execute_collected_root_fields

    def noted(self: CompilingExecutor, *arguments: Any) -> Any:
        seen.append(self.operation.name.value if self.operation.name else "")
        return long_way(self, *arguments)

    monkeypatch.setattr(CompilingExecutor, "execute_collected_root_fields", noted)
    return seen


async def test_an_operation_goes_the_long_way_once_for_each_shape(
    client: httpx2.AsyncClient, executions: list[str]
) -> None:
    source = await make_source()
    articles = [await make_article(source_id=source.id) for _ in range(3)]
    shapes: list[dict[str, Any]] = [
        {"id": "ID", "first": 1},
        {"id": "ID", "first": 1, "body": True},
        {"id": "ID", "where": {"language": "zh-Hans"}},
        {"id": "ID", "where": {"or": [{"language": "en"}, {"source": {"id": f"src_{source.id}"}}]}},
        {"id": "ID", "where": None},
    ]

    for article in articles:
        for shape in shapes:
            found = await ask(client, PAGE, {}, **(shape | {"id": f"art_{article.id}"}))
            assert found["article"]["title"] == article.title

    assert len(executions) == len(shapes)


async def test_both_ways_give_the_same_bytes_and_headers(client: httpx2.AsyncClient) -> None:
    article = await make_article("渡轮")

    first, again = [await send(client, PAGE, {}, id=f"art_{article.id}") for _ in range(2)]

    assert first.json() == again.json()
    for name in ("content-type", "cache-control", "vary"):
        assert first.headers[name] == again.headers[name]


@pytest.mark.parametrize(
    "variables",
    [
        {"id": 7.5},
        {"id": "art_1", "first": 1000},
        {"id": "cat_1"},
        {"first": "two"},
        {"id": "art_1", "where": {"x": 1}},
    ],
)
async def test_what_cannot_be_is_refused_as_by_the_long_way(
    client: httpx2.AsyncClient, variables: dict[str, Any]
) -> None:
    query = PAGE.replace("Page", "Fresh")
    shown = await send(client, query, {}, **variables)
    article = await make_article()
    for given in ({"id": f"art_{article.id}"}, {"id": f"art_{article.id}", "first": 3}):
        await ask(client, PAGE, {}, **given)

    refused = await send(client, PAGE, {}, **variables)

    assert refused.status_code == shown.status_code
    assert "data" not in refused.json()
    assert refused.json()["errors"][0]["message"] == shown.json()["errors"][0]["message"]


async def test_what_depends_on_who_asks_or_when_is_not_kept(newsroom: Newsroom, executions: list[str]) -> None:
    made = (await newsroom.create())["draft"]["id"]
    await newsroom.publish(id=made, expectedVersion=1)
    executions.clear()
    queries = (
        "{ drafts { nodes { title } } }",
        "{ viewer { name } articles { nodes { title } } }",
        '{ articles(asOf: "2020-01-01T00:00:00Z") { nodes { title } } }',
        f'{{ article(id: "{made}", revision: 1) {{ title }} }}',
    )

    for query in queries:
        for _ in range(2):
            await newsroom.ask(query)

    assert len(executions) == 2 * len(queries)


async def test_an_answer_to_somebody_signed_in_is_personal_both_ways(newsroom: Newsroom) -> None:
    for role in (None, "EDITOR"):
        headers = next(value for key, value in newsroom.headers.items() if key == role) if role else {}
        for _ in range(2):
            answer = await send(newsroom.client, "{ articles { totalCount } }", headers)
            assert ("private" in answer.headers["cache-control"]) is bool(role)


async def test_the_least_recently_used_is_forgotten_first(database: Database, plans: Plans) -> None:
    texts = [f"{{ a{number}: articles {{ totalCount }} }}" for number in range(3)]
    small = Plans(plans._schema, database, 10_000)
    for text in texts[:2]:
        await learn(small, database, text)
    small._most_bytes = small._bytes
    assert await small.answer(texts[0], None, None, seconds=5) is not None

    await learn(small, database, texts[2])

    known = [await small.answer(text, None, None, seconds=5) is not None for text in texts]
    assert known == [True, False, True]
    assert len(small) == 2


async def test_one_operation_cannot_fill_it_with_shapes(
    database: Database, plans: Plans, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_SHAPES", 2)
    query = "query($where: ArticleWhere) { articles(where: $where) { totalCount } }"
    wheres: list[dict[str, Any]] = [{"or": [{"language": "en"}] * number} for number in range(1, 4)]

    for where in wheres:
        await learn(plans, database, query, {"where": where})

    known = [await plans.answer(query, None, {"where": where}, seconds=5) is not None for where in wheres]
    assert known == [True, True, False]
