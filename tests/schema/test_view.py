"""GraphQL over HTTP: methods, media types, statuses, codes; with a small schema of its own."""

from __future__ import annotations

import asyncio
import enum
import json
from typing import Any

import httpx2
import pytest
import strawberry
from starlette.applications import Starlette
from starlette.routing import Route
from structlog.testing import capture_logs

from cms.errors import BadUserInput, FieldProblem, NotFound, Unavailable, ValidationFailed, VersionConflict
from cms.settings import Settings
from schema.context import Context
from schema.documents import DocumentChecksFactory
from schema.errors import QuietSchema
from schema.view import GraphQLView

pytestmark = pytest.mark.anyio

GRAPHQL_RESPONSE = "application/graphql-response+json"
REFUSALS = {
    "bad": BadUserInput("first", "must be from 1 to 100"),
    "fields": ValidationFailed(FieldProblem("title", "must not be empty")),
    "missing": NotFound("article", "art_17"),
    "conflict": VersionConflict(3, 5),
    "down": Unavailable("the database cannot be reached"),
    "bug": RuntimeError("password=secret at /srv/cms"),
}


@strawberry.enum
class Colour(enum.Enum):
    RED = "red"
    GREEN = "green"


@strawberry.type
class Query:
    @strawberry.field
    def title(self) -> str:
        return "打好“四大会战”建设\u2028"

    @strawberry.field
    def echo(self, text: str = "", number: int = 0, colour: Colour = Colour.RED) -> str:
        return f"{text}{number}{colour.value}"

    @strawberry.field
    def refuse(self, kind: str) -> str | None:
        raise REFUSALS[kind]

    @strawberry.field
    def wrong_type(self) -> int | None:
        return "no number"  # type: ignore[return-value]  # the mistake is the point

    @strawberry.field
    async def slow(self) -> str:
        await asyncio.sleep(60)
        return "late"

    @strawberry.field
    def me(self, info: strawberry.Info[Context, None]) -> str:
        return info.context.viewer.name

    @strawberry.field
    def itself(self) -> Query:
        return Query()


@strawberry.type
class Mutation:
    @strawberry.mutation
    def touch(self) -> str:
        return "touched"


def make_client(**changes: Any) -> httpx2.AsyncClient:
    settings = Settings(_env_file=None, **changes)
    schema = QuietSchema(Query, mutation=Mutation, extensions=[DocumentChecksFactory(settings)])
    app = Starlette(routes=[Route("/graphql", GraphQLView(schema, settings))])
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://site")


async def post(body: Any, accept: str | None = None, **changes: Any) -> httpx2.Response:
    headers = {"Accept": accept} if accept is not None else {}
    async with make_client(**changes) as client:
        return await client.post("/graphql", json=body, headers=headers)


async def send(content: bytes, content_type: str = "application/json", **headers: str) -> httpx2.Response:
    async with make_client() as client:
        return await client.post("/graphql", content=content, headers={"Content-Type": content_type, **headers})


async def get(query: str, method: str = "GET", **headers: str) -> httpx2.Response:
    async with make_client() as client:
        return await client.request(method, f"/graphql?{query}", headers=headers)


def codes(response: httpx2.Response) -> list[str]:
    return [error["extensions"]["code"] for error in response.json()["errors"]]


def assert_refused(response: httpx2.Response, code: str, status: int = 400) -> None:
    """A request error: the status, the code, and no `data` entry."""
    assert response.status_code == status, response.text
    assert set(codes(response)) == {code}, response.text
    assert "data" not in response.json()


async def test_post_answers_a_query_in_real_utf_8() -> None:
    response = await post({"query": "{ title }"})

    assert response.status_code == 200
    assert response.json() == {"data": {"title": "打好“四大会战”建设\u2028"}}
    assert "打好".encode() in response.content


async def test_get_answers_a_query_with_variables_and_operation_name() -> None:
    variables = json.dumps({"t": "中文"})

    response = await get(
        "query=query A($t: String!) { echo(text: $t) } query B { title }&operationName=A&variables=" + variables
    )

    assert response.json() == {"data": {"echo": "中文0red"}}


@pytest.mark.parametrize(
    ("accept", "answered"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("application/json", "application/json"),
        ("application/*", "application/json"),
        (GRAPHQL_RESPONSE, GRAPHQL_RESPONSE),
        ("Application/GraphQL-Response+JSON", GRAPHQL_RESPONSE),
        (f"{GRAPHQL_RESPONSE}, application/json", GRAPHQL_RESPONSE),
        (f"{GRAPHQL_RESPONSE};charset=utf-8, application/json;q=0.9", GRAPHQL_RESPONSE),
        (f"{GRAPHQL_RESPONSE};q=0.4, application/json;q=0.9", "application/json"),
        (f"{GRAPHQL_RESPONSE};q=0, */*", "application/json"),
        (f"application/json;q=0, {GRAPHQL_RESPONSE};q=0.1", GRAPHQL_RESPONSE),
        ("text/event-stream, application/json", "application/json"),
        (
            f"{GRAPHQL_RESPONSE}, application/graphql+json, application/json, text/event-stream, multipart/mixed",
            GRAPHQL_RESPONSE,
        ),
    ],
)
async def test_media_type_follows_accept(accept: str | None, answered: str) -> None:
    response = await post({"query": "{ title }"}, accept)

    assert response.status_code == 200
    assert response.headers["content-type"] == f"{answered}; charset=utf-8"
    assert response.headers["vary"] == "Accept, Authorization, Cookie"


@pytest.mark.parametrize(
    "accept",
    ["text/html", "application/json;q=0", "image/*", "application/json;charset=latin-1", "*/*;q=x", "*/*;q=nan"],
)
async def test_unanswerable_accept_is_406(accept: str) -> None:
    assert_refused(await post({"query": "{ title }"}, accept), "BAD_USER_INPUT", 406)


@pytest.mark.parametrize(("accept", "status"), [("application/json", 200), (GRAPHQL_RESPONSE, 400)])
@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{ title", "GRAPHQL_PARSE_FAILED"),
        ("}", "GRAPHQL_PARSE_FAILED"),
        ("{ titel }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ echo(number: 3000000000) }", "GRAPHQL_VALIDATION_FAILED"),
        ("query ($n: Int!) { echo(number: $n) }", "BAD_USER_INPUT"),
        ("fragment a on Query { title }", "OPERATION_RESOLUTION_FAILURE"),
        ("type A { b: Int }", "OPERATION_RESOLUTION_FAILURE"),
    ],
)
async def test_request_errors_have_no_data_and_the_status_of_the_media_type(
    accept: str, status: int, query: str, code: str
) -> None:
    response = await post({"query": query}, accept)

    assert_refused(response, code, status)
    assert response.headers["content-type"].startswith(accept)


@pytest.mark.parametrize("accept", ["application/json", GRAPHQL_RESPONSE])
async def test_subscriptions_are_refused(accept: str) -> None:
    assert_refused(await post({"query": "subscription { title }"}, accept), "BAD_USER_INPUT")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"1",
        b'"x"',
        b"[]",
        b'[{"query": "{ title }"}]',
        b"{",
        b"{}{}",
        b"\xff\xfe",
        '{"query": "{ title }"}'.encode("utf-16"),
        b'{"query": "{ title \xe9 }"}',
        b'{"query": "\\ud800"}',
        b"[" * 100_000,
        b'{"query": "{ title }", "variables": ' + b'{"a":' * 5_000 + b"1" + b"}" * 5_001,
        b'{"query": "{ title }", "variables": {"n": ' + b"9" * 20_000 + b"}}",
        b'{"query": "{ title }", "variables": {"n": NaN}}',
        b'{"query": null}',
        b'{"query": ""}',
        b'{"query": 1}',
        b'{"query": ["{ title }"]}',
        b'{"query": {"a": 1}}',
        b'{"notquery": "{ title }"}',
        b'{"query": "{ title }", "variables": []}',
        b'{"query": "{ title }", "variables": "{}"}',
        b'{"query": "{ title }", "variables": 0}',
        b'{"query": "{ title }", "variables": false}',
        b'{"query": "{ title }", "operationName": 1}',
        b'{"query": "{ title }", "operationName": {}}',
        b'{"query": "{ title }", "operationName": false}',
        b'{"query": "{ title }", "extensions": []}',
        b'{"query": "{ title }", "extensions": 0}',
    ],
    ids=lambda content: repr(content[:40]),
)
async def test_bodies_that_are_no_request_are_400(content: bytes) -> None:
    assert_refused(await send(content), "BAD_USER_INPUT")


async def test_nulls_for_optional_members_are_absent() -> None:
    response = await post({"query": "{ title }", "variables": None, "operationName": None, "extensions": None})

    assert response.status_code == 200


@pytest.mark.parametrize("content_type", ["application/json", "Application/JSON", 'application/json; charset="UTF-8"'])
async def test_json_media_types_are_taken(content_type: str) -> None:
    response = await send(b'{"query": "{ title }"}', content_type)

    assert response.status_code == 200


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/graphql",
        "application/json; charset=latin-1",
        "application/jsonx",
    ],
)
async def test_other_media_types_are_415(content_type: str) -> None:
    assert_refused(await send(b'{"query": "{ title }"}', content_type), "BAD_USER_INPUT", 415)


async def test_compressed_request_bodies_are_415() -> None:
    response = await send(b"\x1f\x8b", **{"Content-Encoding": "gzip"})

    assert_refused(response, "BAD_USER_INPUT", 415)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "QUERY"])
async def test_other_methods_are_405_with_allow(method: str) -> None:
    response = await get("query={title}", method)

    assert_refused(response, "BAD_USER_INPUT", 405)
    assert response.headers["allow"] == "GET, HEAD, OPTIONS, POST"


async def test_options_tells_the_methods() -> None:
    response = await get("", "OPTIONS")

    assert response.status_code == 204
    assert response.headers["allow"] == "GET, HEAD, OPTIONS, POST"


async def test_mutation_by_get_is_405_and_not_executed() -> None:
    response = await get("query=mutation{touch}")

    assert_refused(response, "BAD_USER_INPUT", 405)
    assert response.headers["allow"] == "POST"


async def test_mutation_by_post_is_executed() -> None:
    response = await post({"query": "mutation { touch }"})

    assert response.json() == {"data": {"touch": "touched"}}


@pytest.mark.parametrize(
    "query",
    [
        "",
        "query=",
        "query={title}&query={title}",
        "query={title}&variables=[]",
        "query={title}&variables={",
        "query={title}&extensions=1",
        "query=%ff",
        "&".join(f"a{number}=1" for number in range(40)),
    ],
)
async def test_addresses_that_are_no_request_are_400(query: str) -> None:
    assert_refused(await get(query), "BAD_USER_INPUT")


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("query A { title } query B { title }", None),
        ("query A { title } query B { title }", ""),
        ("query A { title } query B { title }", "C"),
        ("{ title }", "A"),
        ("query A { title } fragment B on Query { title }", "B"),
    ],
)
async def test_operation_that_cannot_be_told_is_refused(document: str, name: str | None) -> None:
    response = await post({"query": document, "operationName": name})

    assert_refused(response, "OPERATION_RESOLUTION_FAILURE", 200)


@pytest.mark.parametrize(
    ("kind", "extensions"),
    [
        ("bad", {"code": "BAD_USER_INPUT", "field": "first"}),
        (
            "fields",
            {"code": "BAD_USER_INPUT", "problems": [{"path": "title", "message": "must not be empty"}]},
        ),
        ("missing", {"code": "NOT_FOUND", "kind": "article", "key": "art_17"}),
        ("conflict", {"code": "VERSION_CONFLICT", "expected": 3, "current": 5}),
        ("down", {"code": "UNAVAILABLE"}),
    ],
)
async def test_refusals_keep_message_code_and_facts(kind: str, extensions: dict[str, Any]) -> None:
    response = await post({"query": "query ($k: String!) { title refuse(kind: $k) }", "variables": {"k": kind}})

    assert response.status_code == 200
    (error,) = response.json()["errors"]
    assert error["message"] == str(REFUSALS[kind])
    assert error["path"] == ["refuse"]
    assert error["extensions"] == extensions
    assert response.json()["data"]["refuse"] is None


@pytest.mark.parametrize("field", ['refuse(kind: "bug")', 'refuse(kind: "no such key")', "wrongType"])
async def test_bugs_are_masked_and_logged_once_with_traceback(field: str) -> None:
    with capture_logs() as logged:
        response = await post({"query": f"{{ title {field} }}"})

    (error,) = response.json()["errors"]
    assert error["message"] == "Internal error"
    assert error["extensions"] == {"code": "INTERNAL_SERVER_ERROR", "requestId": ""}
    assert response.json()["data"]["title"]
    (line,) = logged
    assert line["event"] == "graphql.bug"
    assert line["log_level"] == "error"
    assert isinstance(line["exc_info"], Exception)


async def test_refusals_are_logged_in_one_line_without_traceback() -> None:
    with capture_logs() as logged:
        await post({"query": '{ a: refuse(kind: "bad") b: refuse(kind: "missing") c: refuse(kind: "bad") }'})

    (line,) = logged
    assert line["event"] == "graphql.refused"
    assert line["log_level"] == "info"
    assert line["codes"] == ["BAD_USER_INPUT", "NOT_FOUND"]
    assert line["count"] == 3
    assert "exc_info" not in line


async def test_bug_outside_of_any_field_is_500_and_masked(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise TypeError("secret words of a driver")

    monkeypatch.setattr("schema.documents.validate_document", broken)

    with capture_logs() as logged:
        response = await post({"query": "{ title }"})

    assert_refused(response, "INTERNAL_SERVER_ERROR", 500)
    assert [line["event"] for line in logged] == ["graphql.bug"]
    assert "secret" not in response.text


async def test_operation_over_its_time_is_cancelled_and_503() -> None:
    with capture_logs() as logged:
        response = await post({"query": "{ slow }"}, operation_timeout_seconds=0.01)

    assert_refused(response, "UNAVAILABLE", 503)
    assert [line["event"] for line in logged] == ["graphql.timeout"]


@pytest.mark.parametrize(
    "body",
    [
        {"query": "{ titel }"},
        {"query": "{ echo(colur: RED) }"},
        {"query": "{ echo(colour: REDD) }"},
        {"query": "query ($c: Colour!) { echo(colour: $c) }", "variables": {"c": "REDD"}},
        {"query": "query ($c: Color!) { title }"},
    ],
)
async def test_suggestions_go_with_introspection(body: dict[str, Any]) -> None:
    open_answer = await post(body)
    closed_answer = await post(body, introspection=False)

    assert "Did you mean" in open_answer.text
    assert "data" not in closed_answer.json()
    assert "Did you mean" not in closed_answer.text


@pytest.mark.parametrize(
    "query",
    [
        "{ __schema { queryType { name } } }",
        '{ __type(name: "Query") { name } }',
        "{ x: __schema { types { name } } }",
        "{ ...a } fragment a on Query { __schema { types { name } } }",
        "{ ... on Query { ... { __schema { types { name } } } } }",
        "mutation { touch __schema { types { name } } }",
    ],
)
async def test_closed_introspection_is_closed_everywhere(query: str) -> None:
    by_post = await post({"query": query}, GRAPHQL_RESPONSE, introspection=False)
    async with make_client(introspection=False) as client:
        by_get = await client.get("/graphql", params={"query": query}, headers={"Accept": GRAPHQL_RESPONSE})

    assert_refused(by_post, "GRAPHQL_VALIDATION_FAILED")
    assert by_get.status_code in {400, 405}
    assert "data" not in by_get.json()


async def test_typename_stays_when_introspection_is_closed() -> None:
    response = await post({"query": "{ __typename }"}, introspection=False)

    assert response.json() == {"data": {"__typename": "Query"}}


async def test_statement_count_is_shown_in_development_alone() -> None:
    in_development = await post({"query": "{ title }"}, environment="development")
    in_production = await post({"query": "{ title }"})

    assert in_development.json()["extensions"] == {"sql": {"statements": 0}}
    assert "extensions" not in in_production.json()


async def test_resolvers_know_the_viewer() -> None:
    response = await post({"query": "{ me }"})

    assert response.json() == {"data": {"me": "anonymous"}}


async def test_head_answers_like_get() -> None:
    response = await get("query={title}", "HEAD")

    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json; charset=utf-8"


async def test_batches_are_refused_with_a_hint() -> None:
    response = await post([{"query": "{"}, {"query": "{"}])

    assert_refused(response, "BAD_USER_INPUT")
    assert "one operation a request" in response.text


@pytest.mark.parametrize(
    "variables",
    [
        {"t": [1] * 5_000},
        {f"v{number}": 1 for number in range(5_001)},
        {"t": [{"a": {"b": [1, 2, 3]}}] * 1_000},
    ],
)
async def test_variables_with_too_many_values_are_refused_before_anything_reads_them(variables: Any) -> None:
    response = await post({"query": "{ title }", "variables": variables})

    assert_refused(response, "TOO_COMPLEX")
    assert "5,000 values" in response.text


async def test_variables_with_many_values_pass() -> None:
    response = await post({"query": "{ title }", "variables": {"t": [1] * 4_999}})

    assert response.json()["data"]


async def test_too_many_values_in_an_address_are_refused_as_well() -> None:
    response = await get("query={title}&variables=" + json.dumps({"t": [1] * 5_000}))

    assert_refused(response, "TOO_COMPLEX")


async def test_unavailable_database_is_one_warning_without_traceback() -> None:
    with capture_logs() as logged:
        await post({"query": '{ a: refuse(kind: "down") b: refuse(kind: "down") c: refuse(kind: "bad") }'})

    unavailable, refused = logged
    assert unavailable == {
        "event": "graphql.unavailable",
        "log_level": "warning",
        "count": 2,
        "messages": ["the database cannot be reached"] * 2,
    }
    assert (refused["event"], refused["codes"], refused["count"]) == ("graphql.refused", ["BAD_USER_INPUT"], 1)
