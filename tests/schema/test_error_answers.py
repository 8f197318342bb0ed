"""One error of every kind over HTTP, through all layers: its status, code, place, media type and headers."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import httpx2
import pytest
from structlog.testing import capture_logs

from schema.request import ALLOWED, GRAPHQL_RESPONSE, JSON
from tests.accounts import bearer

pytestmark = pytest.mark.anyio

UNKNOWN_TOKEN = "bs_token_" + "x" * 43
AS_OF = '{ article(id: "art_1", asOf: %s) { id } }'
PUBLISHED = "{ articles(where: {publishedAt: {since: %s}}) { totalCount } }"
DRAFTS = "{ drafts { totalCount } }"
PREVIEW = '{ article(preview: "bs_preview_%s") { id } }' % ("x" * 43)
FROM_MIDDLEWARE = {404, 413, 431}  # answered before the API is reached, in JSON for whoever asks


@dataclass(frozen=True)
class Kind:
    """A kind of error: how to get it, and what has to come."""

    name: str
    status: int
    code: str
    query: str = "{ __typename }"
    variables: dict[str, Any] = field(default_factory=dict)
    method: str = "POST"
    path: str = "/graphql"
    content: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    place: tuple[int, int] | None = None  # line and column
    answered: dict[str, str] = field(default_factory=dict)

    async def provoke(self, client: httpx2.AsyncClient) -> httpx2.Response:
        given = {"Accept": GRAPHQL_RESPONSE, "Content-Type": JSON} | self.headers
        body = json.dumps({"query": self.query, "variables": self.variables}).encode()
        if self.method == "GET":
            return await client.get(self.path, params={"query": self.query}, headers=given)
        content = body if self.content is None else self.content
        return await client.request(self.method, self.path, content=content, headers=given)


PARSE, VALIDATION, INPUT = "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"
KINDS = [
    # The document
    Kind("not GraphQL", 400, PARSE, "{ articles(", place=(1, 12)),
    Kind("a stray character", 400, PARSE, "{ articles }\n?", place=(2, 1)),
    Kind("an unknown field", 400, VALIDATION, "{\n  artikles { totalCount } }", place=(2, 3)),
    Kind("an unknown argument", 400, VALIDATION, "{ articles(size: 3) { totalCount } }", place=(1, 12)),
    Kind("no selection", 400, VALIDATION, "{ articles }", place=(1, 3)),
    Kind("an undefined variable", 400, VALIDATION, "{ articles(first: $n) { totalCount } }", place=(1, 19)),
    Kind("several operations", 400, "OPERATION_RESOLUTION_FAILURE", "query A { __typename } query B { __typename }"),
    Kind("a subscription", 400, INPUT, "subscription { __typename }"),
    # Literals of the wrong kind
    Kind("an Int", 400, VALIDATION, '{ articles(first: "x") { totalCount } }', place=(1, 19)),
    Kind("an Int that is too large", 400, VALIDATION, "{ articles(first: 3000000000) { totalCount } }", place=(1, 19)),
    Kind("an enum", 400, VALIDATION, "{ articles(orderBy: BEST) { totalCount } }", place=(1, 21)),
    Kind("an ID", 400, VALIDATION, "{ article(id: true) { id } }", place=(1, 15)),
    Kind("no DateTime", 400, VALIDATION, AS_OF % '"yesterday"', place=(1, 30)),
    Kind("a DateTime without offset", 400, VALIDATION, AS_OF % '"2026-01-28T09:30:00"', place=(1, 30)),
    Kind("a number for a DateTime", 400, VALIDATION, AS_OF % "1769563800", place=(1, 30)),
    Kind("an object for a DateTime", 400, VALIDATION, AS_OF % "{a: 1}", place=(1, 30)),
    Kind("a DateTime in a filter", 400, VALIDATION, PUBLISHED % '"x"', place=(1, 41)),
    # Variables
    Kind("a missing variable", 400, INPUT, "query($id: ID!) { article(id: $id) { id } }", place=(1, 7)),
    Kind(
        "a variable of the wrong type",
        400,
        INPUT,
        "query($n: Int) { articles(first: $n) { totalCount } }",
        {"n": "x"},
        place=(1, 7),
    ),
    Kind(
        "a DateTime in a variable",
        400,
        INPUT,
        'query($t: DateTime) { article(id: "art_1", asOf: $t) { id } }',
        {"t": "x"},
        place=(1, 7),
    ),
    # Values that the schema lets pass
    Kind("a page too large", 400, INPUT, "{ articles(first: 1000) { totalCount } }", place=(1, 3)),
    Kind("no id", 400, INPUT, '{ node(id: "x") { id } }', place=(1, 3)),
    Kind("no cursor", 400, INPUT, '{ articles(after: "x") { totalCount } }', place=(1, 3)),
    Kind("too deep", 400, "TOO_COMPLEX", "{ categories { nodes " + "{ parent " * 14 + "{ id }" + " }" * 14 + " } }"),
    Kind("too many tokens", 400, "TOO_COMPLEX", "{ " + "__typename " * 2100 + "}"),
    # Who asks
    Kind(
        "an unknown token",
        401,
        "UNAUTHENTICATED",
        headers=bearer(UNKNOWN_TOKEN),
        answered={"www-authenticate": "Bearer"},
    ),
    # The HTTP request
    Kind("no JSON", 400, INPUT, content=b"{"),
    Kind("no UTF-8", 400, INPUT, content=b'{"query": "\xff"}'),
    Kind("a list", 400, INPUT, content=b"[]"),
    Kind("no query", 400, INPUT, content=b"{}"),
    Kind(
        "a mutation by GET", 405, INPUT, "mutation { signOut { __typename } }", method="GET", answered={"allow": "POST"}
    ),
    Kind("another method", 405, INPUT, method="PUT", answered={"allow": ALLOWED}),
    Kind("an unanswerable Accept", 406, INPUT, headers={"Accept": "text/html"}),
    Kind("a long body", 413, INPUT, content=b'"' + b"x" * 2**20 + b'"'),
    Kind("another media type", 415, INPUT, headers={"Content-Type": "text/plain"}, answered={"accept-post": JSON}),
    Kind("long headers", 431, INPUT, headers={"X-Long": "x" * 40_000}),
    Kind("another path", 404, "NOT_FOUND", path="/graphql/x"),
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
async def test_every_error_has_its_status_code_place_and_headers(client: httpx2.AsyncClient, kind: Kind) -> None:
    with capture_logs():
        response = await kind.provoke(client)

    assert response.status_code == kind.status, response.text
    body = response.json()
    assert set(body) == {"errors"}
    assert {error["extensions"]["code"] for error in body["errors"]} == {kind.code}
    assert all(error["message"] for error in body["errors"])
    if kind.place is not None:
        line, column = kind.place
        assert body["errors"][0]["locations"][0] == {"line": line, "column": column}
    assert kind.answered.items() <= dict(response.headers).items()
    assert_headers(response, JSON if kind.status == 406 else GRAPHQL_RESPONSE, kind.status in FROM_MIDDLEWARE)


def assert_headers(response: httpx2.Response, media_type: str, is_from_middleware: bool = False) -> None:
    assert response.headers["content-type"] == f"{JSON if is_from_middleware else media_type}; charset=utf-8"
    assert response.headers["x-request-id"]
    assert "no-store" in response.headers["cache-control"]
    if not is_from_middleware:
        assert {"accept", "accept-encoding"} <= {name.strip().lower() for name in response.headers["vary"].split(",")}


@pytest.mark.parametrize(
    ("query", "path", "code"), [(DRAFTS, ["drafts"], "FORBIDDEN"), (PREVIEW, ["article"], "NOT_FOUND")]
)
async def test_what_a_viewer_may_not_see_is_refused_in_its_place(
    client: httpx2.AsyncClient, query: str, path: list[str], code: str
) -> None:
    response = await Kind("", 200, code, query).provoke(client)

    (error,) = response.json()["errors"]
    assert error["path"] == path
    assert error["locations"] == [{"line": 1, "column": 3}]
    assert error["extensions"]["code"] == code
    assert_headers(response, GRAPHQL_RESPONSE)


async def test_a_bug_is_masked_in_its_place(client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_arguments: object, **_options: object) -> None:
        raise RuntimeError("secret words of a driver")

    monkeypatch.setattr("cms.db.Database.fetch", broken)
    with capture_logs():
        response = await Kind("", 200, "", "{ articles { totalCount } }").provoke(client)

    (error,) = response.json()["errors"]
    assert error["message"] == "Internal error"
    assert error["extensions"] == {
        "code": "INTERNAL_SERVER_ERROR",
        "requestId": response.headers["x-request-id"],
    }
    assert "secret" not in response.text
    assert_headers(response, GRAPHQL_RESPONSE)
