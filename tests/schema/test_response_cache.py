"""Answers that are kept: for whom, how long, in which form, and how many of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

import httpx2
import orjson
import pytest
from starlette.types import Message
from structlog.testing import capture_logs

from cms.cache import ENTRY_BYTES, Answer, Answers
from cms.db import Database
from cms.errors import Unavailable
from cms.models import Source
from cms.words import CONTENT_TAG
from schema.view import GraphQLView
from tests.accounts import send
from tests.content import make_article, make_site_content, make_source
from tests.newsroom import Newsroom
from tests.operations import Operations
from tests.schema.differential import Both, pools_of
from tests.test_app import make_app, started

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("no_loops")]

QUERY = "query($first: Int = 5) { articles(first: $first) { totalCount nodes { title source { name } } } }"
SCHEMA = "{ __schema { queryType { name } } }"


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The statements that are read by, while the test runs."""
    seen: list[str] = []
    fetch = Database.fetch

    async def noted(self: Database, sql: str, *arguments: Any, **options: Any) -> Any:
        seen.append(sql)
        return await fetch(self, sql, *arguments, **options)

    monkeypatch.setattr(Database, "fetch", noted)
    return iter([seen])


@pytest.fixture
def asked(statements: Iterator[list[str]]) -> list[str]:
    return next(statements)


async def get(client: httpx2.AsyncClient, query: str = QUERY, **headers: str) -> httpx2.Response:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return await client.get(f"/graphql?{urlencode({'query': query})}", headers=given)


async def post(client: httpx2.AsyncClient, query: str = QUERY, **headers: str) -> httpx2.Response:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return await client.post("/graphql", json={"query": query}, headers=given)


@pytest.mark.parametrize("ask", [get, post])
async def test_what_was_asked_before_is_answered_without_the_database(
    client: httpx2.AsyncClient, asked: list[str], ask: Any
) -> None:
    await make_article("渡轮")
    first = await ask(client)
    asked.clear()

    again = await ask(client)

    assert (again.status_code, again.content) == (200, first.content)
    assert asked == []
    shown = dict(first.headers) | {"x-request-id": again.headers["x-request-id"]}
    assert dict(again.headers) == shown
    assert first.headers["x-request-id"] != again.headers["x-request-id"]


async def test_the_schema_is_kept_as_well(client: httpx2.AsyncClient) -> None:
    first, again = await post(client, SCHEMA), await post(client, SCHEMA)

    assert first.content == again.content
    assert first.headers["etag"] == again.headers["etag"]


@pytest.mark.parametrize("ask", [get, post])
async def test_a_change_is_in_the_next_answer(client: httpx2.AsyncClient, ask: Any) -> None:
    source = await make_source("旧名")
    await make_article("渡轮", source_id=source.id)
    before = await ask(client)
    await Source.filter(id=source.id).update(name="新名")

    after = await ask(client, if_none_match=before.headers["etag"])

    assert after.status_code == 200
    assert after.json()["data"]["articles"]["nodes"][0]["source"]["name"] == "新名"
    assert after.headers["etag"] != before.headers["etag"]


async def test_every_step_of_an_editor_is_in_the_next_answer(newsroom: Newsroom) -> None:
    query = '{ articles { nodes { title } } tombstone(id: "art_1") { reason } }'

    async def titles() -> list[str]:
        kept = (await post(newsroom.client, query)).json()["data"]
        assert kept == (await post(newsroom.client, f"{query} # anew {next(numbers)}")).json()["data"]
        return [node["title"] for node in kept["articles"]["nodes"]]

    numbers = iter(range(100))
    made = (await newsroom.create(title="一"))["draft"]
    assert await titles() == []
    published = (await newsroom.publish(id=made["id"], expectedVersion=made["version"]))["draft"]
    assert await titles() == ["一"]
    saved = (await newsroom.update(id=made["id"], expectedVersion=published["version"], title="二"))["draft"]
    assert await titles() == ["一"]
    again = (await newsroom.publish(id=made["id"], expectedVersion=saved["version"]))["draft"]
    assert await titles() == ["二"]
    await newsroom.act("unpublishArticle", id=made["id"], expectedVersion=again["version"])
    assert await titles() == []


@pytest.mark.parametrize("ask", [get, post])
@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*", ' "a" ,W/{}'])
async def test_who_has_the_answer_is_told_so(client: httpx2.AsyncClient, ask: Any, form: str) -> None:
    await make_article()
    first = await ask(client)
    tag = first.headers["etag"]
    assert tag.startswith('"')
    assert tag.endswith('"')

    for _ in range(2):
        again = await ask(client, if_none_match=form.format(tag))
        assert (again.status_code, again.content) == (304, b"")
        for name in ("etag", "vary", "cache-control", "x-content-type-options"):
            assert again.headers[name] == first.headers[name]
        assert not {"content-type", "content-length", "content-encoding"} & set(again.headers)


async def test_a_first_request_may_be_answered_304_too(client: httpx2.AsyncClient) -> None:
    await make_article()
    tag = (await post(client)).headers["etag"]
    await make_source("nobody's")  # a change that this answer does not show

    again = await post(client, if_none_match=tag)

    assert again.status_code == 304


@pytest.mark.parametrize("tag", ['"0"', "", "W/", '"', ",", "\xff"])
async def test_other_tags_get_the_answer(client: httpx2.AsyncClient, tag: str) -> None:
    for _ in range(2):
        answer = await client.post("/graphql", json={"query": QUERY}, headers={"If-None-Match": tag.encode("latin-1")})
        assert (answer.status_code, answer.json()["data"]["articles"]["totalCount"]) == (200, 0)


async def test_each_encoding_and_media_type_is_an_answer_of_its_own(client: httpx2.AsyncClient) -> None:
    for _ in range(2):
        await make_article("渡轮" * 140)
    seen: dict[tuple[str, str], set[str]] = {}
    for _ in range(2):
        for encoding in ("identity", "gzip", "br"):
            for accept in ("application/json", "application/graphql-response+json"):
                answer = await post(client, accept_encoding=encoding, accept=accept)
                assert answer.headers.get("content-encoding", "identity") == encoding
                assert answer.headers["content-type"].startswith(accept)
                assert answer.json()["data"]["articles"]["totalCount"] == 2
                seen.setdefault((encoding, accept), set()).add(answer.headers["etag"])

    assert all(len(tags) == 1 for tags in seen.values())
    assert len({tags.copy().pop() for (_, accept), tags in seen.items() if "+" in accept}) == 3


async def test_one_origin_does_not_get_the_answer_to_another(database_url: str) -> None:
    async with started(make_app(database_url, cors_origins=("https://a.example",))) as client:
        for _ in range(2):
            for origin, allowed in (("https://a.example", "https://a.example"), ("https://b.example", None)):
                answer = await post(client, origin=origin)
                assert answer.headers.get("access-control-allow-origin") == allowed


async def test_a_client_s_own_request_id_comes_back(client: httpx2.AsyncClient) -> None:
    for given in ("first", "second"):
        assert (await post(client, x_request_id=given)).headers["x-request-id"] == given
    assert (await post(client, x_request_id="no good\x7f")).headers["x-request-id"] != "no good\x7f"


UNKEPT = {
    "a mistake": "{ nothing }",
    "a field that failed": '{ articles(after: "zz") { totalCount } site { name } }',
    "who asks": "{ viewer { name } articles { totalCount } }",
    "another moment": '{ articles(asOf: "2020-01-01T00:00:00Z") { totalCount } }',
    "a preview": '{ article(preview: "nothing") { title } }',
    "a mutation": "mutation { signOut { __typename } }",
}


@pytest.mark.parametrize("name", UNKEPT)
async def test_what_is_not_for_everybody_is_not_kept(client: httpx2.AsyncClient, name: str) -> None:
    for _ in range(2):
        answer = await post(client, UNKEPT[name])
        assert "etag" not in answer.headers
        assert "no-store" in answer.headers["cache-control"]


async def test_who_signed_in_neither_gets_nor_leaves_anything(newsroom: Newsroom, asked: list[str]) -> None:
    for headers in (*newsroom.headers.values(), {}):
        for _ in range(2):
            asked.clear()
            answer = await send(newsroom.client, QUERY, headers)
            assert answer.status_code == 200
            assert ("etag" in answer.headers) is not bool(headers)
            assert ("private" in answer.headers["cache-control"]) is bool(headers)
            if headers:
                assert len(asked) == 2  # who asks, and the answer

    assert asked == []


async def test_a_cookie_of_somebody_else_is_no_credential(client: httpx2.AsyncClient, asked: list[str]) -> None:
    await post(client, cookie="consent=yes")
    asked.clear()

    assert "etag" in (await post(client, cookie="consent=no")).headers
    assert asked == []


async def test_a_wrong_token_is_refused_though_the_answer_is_kept(client: httpx2.AsyncClient) -> None:
    await post(client)

    assert (await post(client, authorization="Bearer nonsense")).status_code == 401


@pytest.mark.parametrize(
    ("settings", "header"),
    [
        ({}, "no-cache"),
        ({"cache_max_age_seconds": 60}, "public, max-age=60"),
        ({"cache_shared_seconds": 300}, "public, max-age=0, s-maxage=300"),
        (
            {"cache_max_age_seconds": 5, "cache_shared_seconds": 300, "cache_stale_seconds": 30},
            "public, max-age=5, s-maxage=300, stale-while-revalidate=30",
        ),
    ],
)
async def test_caches_are_told_what_the_settings_say(database_url: str, settings: dict[str, int], header: str) -> None:
    async with started(make_app(database_url, **settings)) as client:
        assert (await get(client)).headers["cache-control"] == header
        assert (await get(client, "{ nothing }")).headers["cache-control"] == "no-store"
        assert (await get(client)).headers["vary"].startswith("Accept, Authorization, Cookie")


async def test_answers_for_everybody_carry_the_tag_that_a_cdn_purges_them_by(database_url: str) -> None:
    async with started(make_app(database_url, surrogate_keys=True)) as client:
        # Asked for the first time, kept, by a known plan, and not modified.
        answers = [await get(client), await get(client), await get(client, f"{QUERY} # again")]
        await make_source()
        answers.append(await get(client))
        answers.append(await get(client, if_none_match=answers[-1].headers["etag"]))
        others = [await get(client, query) for query in UNKEPT.values() if not query.startswith("mutation")]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 304]
    for name in ("surrogate-key", "cache-tag"):
        assert {answer.headers.get(name) for answer in answers} == {CONTENT_TAG}
        assert not any(name in answer.headers for answer in others)


async def test_answers_carry_no_tag_unless_that_is_set(client: httpx2.AsyncClient) -> None:
    for _ in range(2):
        assert not {"surrogate-key", "cache-tag"} & set((await get(client)).headers)


async def test_without_room_nothing_is_kept_but_tags_are_given(database_url: str, asked: list[str]) -> None:
    async with started(make_app(database_url, response_cache_bytes=0)) as client:
        tag = (await post(client)).headers["etag"]
        asked.clear()
        assert (await post(client, if_none_match=tag)).status_code == 304

    assert len(asked) == 1


def answer(size: int) -> Answer:
    return Answer([], b"x" * size, b"")


def test_the_least_recently_used_is_forgotten_first() -> None:
    answers = Answers(10 * (ENTRY_BYTES + 1000))
    for number in range(10):
        answers.find((number,), 1)
        answers.keep((number,), 1, answer(1000))
    assert answers.find((0,), 1)

    answers.keep((10,), 1, answer(1000))

    assert [number for number in range(11) if answers.find((number,), 1)] == [0, *range(2, 11)]
    assert answers.bytes <= answers.most_bytes
    assert len(answers) == 10


def test_an_answer_that_would_push_out_many_is_not_kept() -> None:
    answers = Answers(80_000)
    answers.find(("a",), 1)
    answers.keep(("a",), 1, answer(20_000))
    answers.keep(("a", b"x" * 20_000), 1, answer(10))

    assert len(answers) == 0


def test_an_answer_that_was_begun_before_a_change_is_not_kept_after_it() -> None:
    answers = Answers(100_000)
    assert answers.find(("a",), 1) is None
    assert answers.find(("b",), 2) is None

    answers.keep(("a",), 1, answer(10))

    assert answers.find(("a",), 2) is None
    answers.keep(("a",), 2, answer(10))
    assert answers.find(("a",), 2)
    # A restored database begins again with a smaller number.
    assert answers.find(("a",), 1) is None
    assert answers.find(("a",), 2) is None


async def test_a_body_that_arrives_late_or_in_pieces_is_answered_alike(database_url: str) -> None:
    app = make_app(database_url)
    body = orjson.dumps({"query": QUERY})

    async def ask(pieces: list[bytes], pause_seconds: float) -> list[Message]:
        sent: list[Message] = []
        waiting = list(pieces)

        async def receive() -> Message:
            await asyncio.sleep(pause_seconds)
            return {"type": "http.request", "body": waiting.pop(0), "more_body": bool(waiting)}

        async def take(message: Message) -> None:
            sent.append(message)

        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        scope = {"type": "http", "method": "POST", "path": "/graphql", "query_string": b"", "headers": headers}
        await app(scope | {"state": dict(state)}, receive, take)
        return sent

    async with app.router.lifespan_context(app) as state:
        for pause_seconds in (0.0, 0.001):
            for pieces in ([body], [body[:9], body[9:]], [body, b""]):
                start, answered = await ask(pieces, pause_seconds)
                assert start["status"] == 200
                assert orjson.loads(answered["body"]) == {"data": {"articles": {"totalCount": 0, "nodes": []}}}


@asynccontextmanager
async def two_sites(url: str) -> AsyncIterator[tuple[httpx2.AsyncClient, httpx2.AsyncClient]]:
    async with started(make_app(url)) as one, started(make_app(url)) as other:
        yield one, other


async def test_what_one_site_of_a_process_changes_the_other_answers(database_url: str) -> None:
    async with two_sites(database_url) as sites:
        for number in range(10):
            await make_article()
            for site in sites:
                assert (await post(site)).json()["data"]["articles"]["totalCount"] == number + 1


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
@pytest.mark.parametrize("origin", ["https://a.example", ""])
async def test_a_miss_by_a_known_plan_is_answered_as_by_all_layers(
    client: httpx2.AsyncClient, encoding: str, origin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for length in (3, 280):
        for _ in range(5):
            await make_article("渡" * length)
    query = "query($first: Int = 5) { articles(first: $first) { nodes { title } } }"
    whole: list[str] = []
    answered = GraphQLView.__call__

    async def noted(self: GraphQLView, *arguments: Any) -> None:
        whole.append("")
        await answered(self, *arguments)

    monkeypatch.setattr(GraphQLView, "__call__", noted)
    headers = {"Accept-Encoding": encoding, **({"Origin": origin} if origin else {})}

    async def ask(first: int) -> httpx2.Response:
        return await client.post("/graphql", json={"query": query, "variables": {"first": first}}, headers=headers)

    by_all = [await ask(1), await ask(10)]  # the first is short, the second long enough to be compressed
    assert len(whole) == 1
    monkeypatch.setattr(GraphQLView, "by_plan", _none)
    await make_article("渡" * 3)
    again = [await ask(1), await ask(10)]
    assert len(whole) == 3

    for one, other in zip(by_all, again, strict=True):
        changing = ("x-request-id", "etag", "content-length")
        assert {k: v for k, v in one.headers.items() if k not in changing} == {
            k: v for k, v in other.headers.items() if k not in changing
        }
        assert set(one.headers) == set(other.headers)
    assert by_all[1].headers.get("content-encoding", "identity") == encoding


async def _none(*_arguments: object) -> None:
    return None


async def test_what_a_plan_cannot_answer_is_refused_by_all_layers(client: httpx2.AsyncClient) -> None:
    query = "query($first: Int = 5) { articles(first: $first) { nodes { title } } }"
    for first, is_good in ((1, True), (1000, False), (2, True)):
        sent = await client.post("/graphql", json={"query": query, "variables": {"first": first}})
        assert ("data" in sent.json()) is ("etag" in sent.headers) is is_good
    for body in (b"", b"[]", b"{", b'{"query": 5}', b'{"documentId": "x"}'):
        broken = await client.post("/graphql", content=body, headers={"Content-Type": "application/json"})
        assert broken.status_code == 400
        assert broken.json()["errors"][0]["extensions"]["code"]


async def test_random_operations_are_answered_alike_the_long_way_by_plan_and_kept(
    database: Database, database_url: str, pytestconfig: pytest.Config
) -> None:
    await make_site_content(3)
    both = await Both.over(database)
    operations = Operations(both.printed, pools_of(both.reference.rows), "lanes")
    wide = {"max_tokens": 100_000, "max_depth": 100, "max_aliases": 1000, "max_directives": 1000, "max_fields": 10_000}
    good = 0
    async with started(make_app(database_url, header_limit_bytes=1024**2, max_cost=10**6, **wide)) as client:
        for _ in range(pytestconfig.getoption("--operations") // 10):
            operation = operations.make()
            body = {"query": operation.query, "variables": operation.variables}
            address = (
                f"/graphql?{urlencode({'query': operation.query, 'variables': orjson.dumps(operation.variables)})}"
            )
            answers = []
            for _ in range(2):
                answers += [await client.post("/graphql", json=body) for _ in range(2)]
                answers += [await client.get(address) for _ in range(2)]
                # A change that no answer shows, so that the next ones are made anew.
                await make_source()
            shown = [orjson.dumps(orjson.loads(answer.content)) for answer in answers]
            assert len(set(shown)) == 1, operation.query
            good += b'"data"' in answers[0].content[:10]
    assert good > 8


async def test_a_database_that_cannot_answer_is_asked_once(
    client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = "query($first: Int = 5) { articles(first: $first) { nodes { title } } }"
    for first in (1, 2):
        assert (await client.post("/graphql", json={"query": query, "variables": {"first": first}})).status_code == 200
    calls: list[str] = []

    async def fail(_self: Database, sql: str, *_arguments: Any, **_options: Any) -> Any:
        calls.append(sql)
        raise Unavailable("the database is away")

    with monkeypatch.context() as patch:
        patch.setattr(Database, "fetch", fail)
        for accept in ("application/json", "application/graphql-response+json"):
            sent = await client.post(
                "/graphql", json={"query": query, "variables": {"first": 3}}, headers={"Accept": accept}
            )
            assert sent.status_code == 503
            assert sent.json()["errors"][0]["extensions"]["code"] == "UNAVAILABLE"
            assert "etag" not in sent.headers
    assert len(calls) == 2

    sent = await client.post("/graphql", json={"query": query, "variables": {"first": 3}})
    assert sent.json() == {"data": {"articles": {"nodes": []}}}


async def test_a_bug_on_the_short_way_is_left_to_the_long_one(
    client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = "query($first: Int = 5) { articles(first: $first) { nodes { title } } }"
    await client.post("/graphql", json={"query": query, "variables": {"first": 1}})

    async def fail(*_arguments: Any, **_options: Any) -> Any:
        raise KeyError("a bug")

    monkeypatch.setattr(GraphQLView, "_planned", fail)
    with capture_logs() as logs:
        sent = await client.post("/graphql", json={"query": query, "variables": {"first": 2}})

    assert sent.status_code == 500
    assert "x-request-id" in sent.headers
    assert [entry["event"] for entry in logs] == ["graphql.plan_failed", "request.failed"]
