"""The clients that frontends are written with: each reads a page, turns pages, writes, and is told its mistakes."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from gql import Client, gql
from gql.transport.exceptions import TransportQueryError
from gql.transport.httpx import HTTPXAsyncTransport

from tests.clients.conftest import HERE, Node, Site

CLIENTS = ("graphql-request", "urql", "apollo")


def ask_with(node: Node, script: str, site: Site) -> dict[str, Any]:
    """What a client's script tells. A client that warns, as of an answer that its cache cannot hold, fails."""
    done = node.run(f"{script}.mjs", site.asking())
    assert done.stderr == ""
    assert done.returncode == 0
    told: dict[str, Any] = without_typenames(json.loads(done.stdout))
    return told


def without_typenames(value: Any) -> Any:
    """The value without what Apollo adds to every selection."""
    if isinstance(value, list):
        return [without_typenames(each) for each in value]
    if isinstance(value, dict):
        return {name: without_typenames(each) for name, each in value.items() if name != "__typename"}
    return value


def assert_is_the_page(page: dict[str, Any]) -> None:
    assert page["title"] == "旧码头重开"
    assert page["source"]["name"] == "临江日报"
    assert [(credit["role"], credit["author"]["name"]) for credit in page["credits"]] == [("REPORTER", "王二")]
    assert [(edge["kind"], edge["node"]["title"], edge["node"]["id"][:4]) for edge in page["related"]["edges"]] == [
        ("FOLLOW_UP", "同城新闻", "art_"),
        ("BACKGROUND", "别处的新闻", "ref_"),
    ]


@pytest.fixture(scope="module", params=CLIENTS)
def told(request: pytest.FixtureRequest, node: Node, site: Site) -> dict[str, Any]:
    """What the script of one client tells."""
    return ask_with(node, request.param, site)


def test_it_reads_a_page(told: dict[str, Any], site: Site) -> None:
    assert told["page"]["id"] == site.article_id
    assert_is_the_page(told["page"])


@pytest.mark.parametrize("method", ["post", "get"])
def test_it_turns_pages_to_the_end(told: dict[str, Any], site: Site, method: str) -> None:
    pages = told[method]

    assert len(site.article_ids) > 14  # three pages and more
    assert pages["ids"] == site.article_ids
    assert pages["methods"] == [method.upper()]


def test_it_is_told_the_code_of_an_error(told: dict[str, Any]) -> None:
    assert told["refused"] == "BAD_USER_INPUT"


def test_it_writes(told: dict[str, Any]) -> None:
    draft = told["created"]["draft"]

    assert re.fullmatch(r"art_\d+", draft["id"])
    assert draft["head"]["title"].endswith("写的")


@pytest.fixture(scope="module")
def apollo(node: Node, site: Site) -> dict[str, Any]:
    return ask_with(node, "apollo", site)


@pytest.mark.parametrize("way", ["persisted", "persistedAgain"])
def test_apollo_turns_pages_by_persisted_queries(apollo: dict[str, Any], site: Site, way: str) -> None:
    """Whether the server keeps documents or not: the hash goes first, the document after it where it has to."""
    pages = apollo[way]
    first, *others = pages["requests"]

    assert pages["ids"] == site.article_ids
    assert not first["hasDocument"]
    assert first["status"] == 200 or others[0]["hasDocument"]
    assert all(request["status"] == 200 for request in others)


@pytest.mark.anyio
async def test_python_s_gql_reads_a_page_turns_pages_writes_and_is_told_its_mistakes(site: Site) -> None:
    documents = {path.stem: gql(path.read_text(encoding="utf-8")) for path in (HERE / "documents").iterdir()}
    transport = HTTPXAsyncTransport(site.url, headers={"Authorization": f"Bearer {site.token}"})

    async def ask(name: str, **variables: Any) -> Any:
        request = documents[name]
        request.variable_values = variables
        return await session.execute(request)

    async with Client(transport=transport, fetch_schema_from_transport=True) as session:
        page = (await ask("article", id=site.article_id))["article"]
        found, after, more = [], None, True
        while more:
            articles = (await ask("articles", first=7, after=after))["articles"]
            found += [edge["node"]["id"] for edge in articles["edges"]]
            after, more = articles["pageInfo"]["endCursor"], articles["pageInfo"]["hasNextPage"]
        created = (await ask("create", input={"title": "gql 写的"}))["createArticle"]
        with pytest.raises(TransportQueryError) as refused:
            await ask("articles", first=1000)

    assert_is_the_page(page)
    assert found == site.article_ids
    assert created["draft"]["head"]["title"] == "gql 写的"
    assert refused.value.errors is not None
    assert refused.value.errors[0]["extensions"]["code"] == "BAD_USER_INPUT"
