"""Documents that are named instead of sent: by `documentId`, by Apollo's extension, and as the only ones allowed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import httpx2
import pytest

from cms.errors import SetupError
from schema import persisted
from schema.persisted import PersistedDocuments, load_trusted, sha256_id
from schema.request import GraphQLRequest
from tests.accounts import codes
from tests.newsroom import Newsroom
from tests.test_app import make_app, started

pytestmark = pytest.mark.anyio

LIST = "query List($first: Int) { articles(first: $first) { totalCount } }"
SIGN_OUT = "mutation { signOut { __typename } }"
HEX = hashlib.sha256(LIST.encode()).hexdigest()
ANSWER = {"data": {"articles": {"totalCount": 0}}}


def apollo(digest: str = HEX, version: int = 1) -> dict[str, Any]:
    return {"persistedQuery": {"version": version, "sha256Hash": digest}}


async def post(client: httpx2.AsyncClient, **members: Any) -> httpx2.Response:
    return await client.post("/graphql", json=members)


async def get(client: httpx2.AsyncClient, **members: Any) -> httpx2.Response:
    given = {name: value if isinstance(value, str) else json.dumps(value) for name, value in members.items()}
    return await client.get("/graphql", params=given)


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    path = tmp_path / "documents.json"
    path.write_text(json.dumps({"list-1": LIST, "out": SIGN_OUT}))
    return path


@pytest.mark.parametrize("ask", [get, post])
async def test_apollo_s_clients_teach_the_site_a_document(client: httpx2.AsyncClient, ask: Any) -> None:
    for form in ({"extensions": apollo()}, {"documentId": f"sha256:{HEX}"}):
        unknown = await ask(client, **form)
        assert (unknown.status_code, codes(unknown)) == (400, ["PERSISTED_QUERY_NOT_FOUND"])
        assert unknown.json()["errors"][0]["message"] == "PersistedQueryNotFound"
        assert unknown.headers["cache-control"] == "no-store"

    assert (await ask(client, query=LIST, extensions=apollo(), variables={"first": 1})).json() == ANSWER

    for form in ({"extensions": apollo()}, {"extensions": apollo(HEX.upper())}, {"documentId": f"sha256:{HEX}"}):
        for _ in range(2):
            assert (await ask(client, **form, variables={"first": 2}, operationName="List")).json() == ANSWER


async def test_a_document_is_learned_though_its_plan_is_known(client: httpx2.AsyncClient) -> None:
    await post(client, query=LIST, variables={"first": 1})

    await post(client, query=LIST, extensions=apollo(), variables={"first": 2})

    assert (await post(client, extensions=apollo(), variables={"first": 3})).json() == ANSWER


async def test_a_text_is_not_kept_under_the_hash_of_another(client: httpx2.AsyncClient) -> None:
    refused = await post(client, query="{ __typename }", extensions=apollo())

    assert (refused.status_code, codes(refused)) == (400, ["BAD_USER_INPUT"])
    assert codes(await post(client, extensions=apollo())) == ["PERSISTED_QUERY_NOT_FOUND"]


async def test_what_was_refused_is_not_kept(client: httpx2.AsyncClient) -> None:
    wrong = "{ nothing }"
    digest = hashlib.sha256(wrong.encode()).hexdigest()

    assert codes(await post(client, query=wrong, extensions=apollo(digest))) == ["GRAPHQL_VALIDATION_FAILED"]

    assert codes(await post(client, extensions=apollo(digest))) == ["PERSISTED_QUERY_NOT_FOUND"]


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"extensions": apollo(version=2)}, "PERSISTED_QUERY_NOT_SUPPORTED"),
        ({"extensions": {"persistedQuery": "x"}}, "PERSISTED_QUERY_NOT_SUPPORTED"),
        ({"extensions": apollo("0" * 63)}, "BAD_USER_INPUT"),
        ({"extensions": {"persistedQuery": {"version": 1}}}, "BAD_USER_INPUT"),
        ({"query": LIST, "documentId": "list-1"}, "BAD_USER_INPUT"),
        ({"documentId": 5}, "BAD_USER_INPUT"),
        ({"documentId": "sha256:"}, "PERSISTED_QUERY_NOT_FOUND"),
        ({"documentId": ""}, "BAD_USER_INPUT"),
    ],
)
async def test_what_names_no_document_is_refused(client: httpx2.AsyncClient, members: Any, code: str) -> None:
    refused = await post(client, **members)

    assert (refused.status_code, codes(refused)) == (400, [code])


async def test_a_trusted_id_may_look_like_a_hash_that_it_is_not(database_url: str, tmp_path: Path) -> None:
    path = tmp_path / "documents.json"
    path.write_text(json.dumps({"sha256:abc": LIST}))
    async with started(make_app(database_url, trusted_documents=str(path), trusted_documents_only=True)) as client:
        assert (await post(client, documentId="sha256:abc")).json() == ANSWER


@pytest.mark.parametrize("ask", [get, post])
async def test_trusted_documents_are_known_from_the_start(database_url: str, manifest: Path, ask: Any) -> None:
    async with started(make_app(database_url, trusted_documents=str(manifest))) as client:
        for form in ({"documentId": "list-1"}, {"documentId": f"sha256:{HEX}"}, {"extensions": apollo()}):
            assert (await ask(client, **form)).json() == ANSWER
        assert (await ask(client, query="{ __typename }")).json() == {"data": {"__typename": "Query"}}
        by_get = await get(client, documentId="out")
        assert (by_get.status_code, by_get.headers["allow"]) == (405, "POST")


async def test_readers_may_be_held_to_trusted_documents(database_url: str, manifest: Path) -> None:
    app = make_app(database_url, trusted_documents=str(manifest), trusted_documents_only=True)
    async with started(app) as client:
        for _ in range(2):
            for members in (
                {"query": "{ __typename }"},
                {"query": "{ __schema { queryType { name } } }"},
                {"query": f"{LIST} "},
                {"query": LIST.replace("List", "Lisp")},
            ):
                refused = await post(client, **members)
                assert (refused.status_code, codes(refused)) == (403, ["FORBIDDEN"])
        for members in ({"documentId": "list-1"}, {"query": LIST}, {"query": LIST, "extensions": apollo()}):
            assert (await post(client, **members)).json() == ANSWER
        other = "{ __typename }"
        digest = hashlib.sha256(other.encode()).hexdigest()
        assert codes(await post(client, query=other, extensions=apollo(digest))) == ["FORBIDDEN"]
        assert codes(await post(client, extensions=apollo(digest))) == ["PERSISTED_QUERY_NOT_FOUND"]


async def test_who_signed_in_may_ask_anything(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PersistedDocuments, "only_trusted", True, raising=False)
    original = PersistedDocuments.check

    def strict(self: PersistedDocuments, asked: GraphQLRequest, *, is_signed_in: bool) -> None:
        self.only_trusted = True
        original(self, asked, is_signed_in=is_signed_in)

    monkeypatch.setattr(PersistedDocuments, "check", strict)

    assert (await newsroom.ask("{ viewer { role } }"))["viewer"]["role"] == "PUBLISHER"
    assert codes(await post(newsroom.client, query="{ viewer { role } }")) == ["FORBIDDEN"]


def request_of(text: str) -> GraphQLRequest:
    return GraphQLRequest(text, sha256_id(text), None, None, is_read_only=False)


def test_what_was_learned_first_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persisted, "LEARNED_CHARACTERS", 30)
    documents = PersistedDocuments({})
    texts = [f"{{ number{number} }}" for number in range(4)]
    for text in texts[:2]:
        documents.learn(request_of(text))
    documents.complete(GraphQLRequest("", sha256_id(texts[0]), None, None, is_read_only=False))

    documents.learn(request_of(texts[2]))

    assert list(documents._learned.values()) == [texts[0], texts[2]]


def test_both_formats_of_manifests_are_read(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    operations = [{"id": HEX, "name": "List", "type": "query", "body": LIST}]
    path.write_text(json.dumps({"format": "apollo-persisted-query-manifest", "version": 1, "operations": operations}))
    assert load_trusted(str(path)) == {HEX: LIST}
    path.write_text(json.dumps({HEX: LIST}))
    assert load_trusted(str(path)) == {HEX: LIST}
    assert load_trusted("") == {}


@pytest.mark.parametrize("content", ["", "[]", "{", '{"a": 1}', '{"operations": [{"id": "a"}]}', '{"operations": [5]}'])
def test_a_file_that_is_no_manifest_stops_the_start(tmp_path: Path, database_url: str, content: str) -> None:
    path = tmp_path / "manifest.json"
    path.write_text(content)

    with pytest.raises(SetupError, match="CMS_TRUSTED_DOCUMENTS"):
        make_app(database_url, trusted_documents=str(path))
    with pytest.raises(SetupError):
        make_app(database_url, trusted_documents=str(tmp_path / "nowhere.json"))


async def test_sockets_and_streams_know_the_same_documents(database_url: str, manifest: Path) -> None:
    app = make_app(database_url, trusted_documents=str(manifest), trusted_documents_only=True)
    async with started(app) as client:
        streamed = await client.post("/graphql", json={"documentId": "list-1"}, headers={"Accept": "text/event-stream"})
        refused = await client.post("/graphql", json={"query": "{ a }"}, headers={"Accept": "text/event-stream"})
    assert streamed.headers["content-type"].startswith("text/event-stream")
    assert json.loads(streamed.text.splitlines()[1].removeprefix("data: ")) == ANSWER
    assert "etag" not in streamed.headers
    assert (refused.status_code, codes(refused)) == (403, ["FORBIDDEN"])
