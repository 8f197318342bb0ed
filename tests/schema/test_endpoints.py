"""Managing endpoints over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest

from cms.auth import CSRF_HEADER
from cms.categories import merge_categories
from cms.models import Endpoint, Event
from cms.permissions import Permission
from cms.sources import merge_sources
from cms.words import Role
from tests.accounts import ask, bearer, cheap_hashes, codes, make_token, make_user, send
from tests.content import EDITOR, make_category, make_source
from tests.test_app import make_app, started
from tests.webhooks.following import Desk, happen, make_endpoint, submit, tell

__all__ = ["cheap_hashes"]
pytestmark = pytest.mark.anyio

REFUSAL = "... on Refusal { code message } ... on ValidationFailed { problems { path message } }"
ENDPOINT = """id kind name url state reason types categories { path } sources { name } languages payload selection runAs
  headers { name } ratePerMinute concurrency hasFormerSecret failingSince position behind unfinishedCount version
  deliveries(first: 5) { totalCount nodes { id state } }"""
CREATE = f"""mutation($input: CreateEndpointInput!) {{ createEndpoint(input: $input) {{ __typename
  ... on EndpointSecretPayload {{ secret endpoint {{ {ENDPOINT} }} }} {REFUSAL} }} }}"""
UPDATE = f"""mutation($input: UpdateEndpointInput!) {{ updateEndpoint(input: $input) {{ __typename
  ... on EndpointPayload {{ endpoint {{ {ENDPOINT} }} }} {REFUSAL} }} }}"""
HOOK = {"name": "搜索", "url": "http://127.0.0.1:9/hook"}


@pytest.fixture
async def client(database_url: str) -> AsyncIterator[httpx2.AsyncClient]:
    """A browser at a site whose endpoints may be on this machine."""
    async with started(make_app(database_url, webhook_allowed_addresses=("127.0.0.1:9",))) as client:
        yield client


@pytest.fixture
async def admin(client: httpx2.AsyncClient) -> dict[str, str]:
    """What a program sends that may do everything but change its account."""
    scopes = [permission for permission in Permission if permission is not Permission.OWN_ACCOUNT]
    return bearer(await make_token(await make_user(Role.ADMIN), *scopes))


async def create(client: httpx2.AsyncClient, sender: dict[str, str], /, **input_: Any) -> Any:
    return (await ask(client, CREATE, sender, input=HOOK | input_))["createEndpoint"]


async def update(client: httpx2.AsyncClient, sender: dict[str, str], /, **input_: Any) -> Any:
    return (await ask(client, UPDATE, sender, input=input_))["updateEndpoint"]


async def act(client: httpx2.AsyncClient, headers: dict[str, str], name: str, id_: str) -> Any:
    payload = (
        "... on EndpointSecretPayload { secret }"
        if "Secret" in name
        else "... on EndpointPayload { endpoint { state } }"
    )
    query = f"mutation($id: ID!) {{ {name}(id: $id) {{ __typename {payload} {REFUSAL} }} }}"
    return (await ask(client, query, headers, id=id_))[name]


async def test_an_endpoint_is_made_with_a_secret_that_is_shown_once(
    client: httpx2.AsyncClient, admin: dict[str, str]
) -> None:
    parent = await make_category("情感")
    source = await make_source("荆州日报")
    headers = [{"name": "Authorization", "value": "Bearer geheim"}]

    made = await create(
        client,
        admin,
        types=["article.published"],
        categoryIds=[f"cat_{parent.id}"],
        sourceIds=[f"src_{source.id}"],
        languages=["zh-Hans"],
        headers=headers,
    )

    last = await Event.all().order_by("-sequence").first()
    assert last is not None
    assert (last.type, last.audience) == ("endpoint.created", "ADMIN")
    assert made["secret"].startswith("whsec_")
    assert made["endpoint"] == {
        "id": "end_1",
        "kind": "WEBHOOK",
        **HOOK,
        "state": "ACTIVE",
        "reason": "",
        "types": ["article.published"],
        "categories": [{"path": parent.path}],
        "sources": [{"name": "荆州日报"}],
        "languages": ["zh-Hans"],
        "payload": "FULL",
        "selection": "",
        "runAs": None,
        "headers": [{"name": "Authorization"}],
        "ratePerMinute": 0,
        "concurrency": 4,
        "hasFormerSecret": False,
        "failingSince": None,
        "position": last.sequence - 1,
        "behind": 1,
        "unfinishedCount": 0,
        "version": 1,
        "deliveries": {"totalCount": 0, "nodes": []},
    }
    listed = await send(client, f"{{ endpoints {{ nodes {{ {ENDPOINT} }} }} }}", admin)
    assert "geheim" not in listed.text
    assert made["secret"] not in listed.text
    written = str([dict(row) for row in await Event.all().values()])
    assert made["secret"] not in written
    assert "geheim" not in written


async def test_what_a_filter_names_is_shown_when_it_was_merged(
    client: httpx2.AsyncClient, admin: dict[str, str]
) -> None:
    gone, kept = await make_category("情感"), await make_category("生活")
    former, source = await make_source("旧报"), await make_source("新报")
    await create(client, admin, categoryIds=[f"cat_{gone.id}"], sourceIds=[f"src_{former.id}"])

    await merge_categories(EDITOR, gone.id, kept.id, expected_version=1, into_expected_version=1)
    await merge_sources(EDITOR, former.id, source.id, expected_version=1, into_expected_version=1)

    told = await ask(client, '{ endpoint(id: "end_1") { categories { name } sources { name } } }', admin)
    assert told["endpoint"] == {"categories": [{"name": "生活"}], "sources": [{"name": "新报"}]}


@pytest.mark.parametrize(
    ("input_", "path"),
    [
        ({"url": "https://127.0.0.1/x"}, "url"),
        ({"url": "http://example.org/"}, "url"),
        ({"url": "ftp://127.0.0.1:9/"}, "url"),
        ({"url": ""}, "url"),
        ({"name": " "}, "name"),
        ({"types": ["article.eaten"]}, "types"),
        ({"types": ["draft.saved"]}, "types"),
        ({"types": ["user.created"], "runAs": "EDITOR"}, "types"),
        ({"categoryIds": ["cat_99"]}, "categoryIds"),
        ({"languages": ["?"]}, "languages"),
        ({"payload": "SELECTION"}, "selection"),
        ({"payload": "SELECTION", "selection": "{ article { titel } }"}, "selection"),
        ({"payload": "SELECTION", "selection": "{ id } articles { totalCount }"}, "selection"),
        ({"payload": "SELECTION", "selection": "{ id } } query Two { site { name }"}, "selection"),
        ({"payload": "SELECTION", "selection": "}"}, "selection"),
        ({"headers": [{"name": "Host", "value": "x"}]}, "headers"),
        ({"headers": [{"name": "Webhook-Id", "value": "x"}]}, "headers"),
        ({"headers": [{"name": "a b", "value": "x"}]}, "headers"),
        ({"headers": [{"name": "X", "value": "a\r\nb"}]}, "headers"),
        ({"headers": [{"name": "X"}]}, "headers"),
        ({"secret": "whsec_short"}, "secret"),
        ({"concurrency": 0}, "concurrency"),
        ({"ratePerMinute": -1}, "ratePerMinute"),
        ({"kind": "FASTLY"}, "secret"),
        ({"kind": "VARNISH_BAN", "types": ["article.published"]}, "types"),
    ],
)
async def test_what_cannot_be_is_refused(
    input_: dict[str, Any], path: str, client: httpx2.AsyncClient, admin: dict[str, str]
) -> None:
    refused = await create(client, admin, **input_)

    assert refused["__typename"] == "ValidationFailed", refused
    assert path in {problem["path"] for problem in refused["problems"]}
    assert not await Endpoint.exists()


async def test_headers_keep_their_values_unless_new_ones_are_given(
    client: httpx2.AsyncClient, admin: dict[str, str]
) -> None:
    id_ = (await create(client, admin, headers=[{"name": "X-Key", "value": "one"}]))["endpoint"]["id"]

    await update(client, admin, id=id_, expectedVersion=1, headers=[{"name": "x-key"}, {"name": "X-New", "value": "2"}])

    endpoint = await Endpoint.get(id=1)
    assert endpoint.headers == [{"name": "x-key", "value": "one"}, {"name": "X-New", "value": "2"}]
    conflict = await update(client, admin, id=id_, expectedVersion=1, name="x")
    assert conflict["__typename"] == "VersionConflict"
    unchanged = await update(client, admin, id=id_, expectedVersion=2, name=HOOK["name"])
    assert unchanged["endpoint"]["version"] == 2


@pytest.mark.parametrize(
    ("made", "changed", "path"),
    [
        ({"headers": [{"name": "X-Key", "value": "one"}]}, {}, "headers"),
        ({"headers": [{"name": "X-Key", "value": "one"}]}, {"headers": [{"name": "x-key"}]}, "headers"),
        ({"kind": "FASTLY", "secret": "one"}, {}, "secret"),
    ],
)
async def test_what_is_secret_is_not_sent_to_another_server(
    client: httpx2.AsyncClient, admin: dict[str, str], made: dict[str, Any], changed: dict[str, Any], path: str
) -> None:
    await create(client, admin, **made)

    refused = await update(client, admin, id="end_1", expectedVersion=1, url="https://1.1.1.1/", **changed)
    moved = await update(client, admin, id="end_1", expectedVersion=1, url="http://127.0.0.1:9/other")

    wrong = await update(client, admin, id="end_1", expectedVersion=2, url="https://[", **changed)

    assert [problem["path"] for problem in refused["problems"]] == [path]
    assert [problem["path"] for problem in wrong["problems"]] == [path, "url"]
    assert moved["endpoint"]["version"] == 2


async def test_an_endpoint_is_paused_resumed_and_deleted(client: httpx2.AsyncClient, admin: dict[str, str]) -> None:
    id_ = (await create(client, admin))["endpoint"]["id"]

    assert (await act(client, admin, "pauseEndpoint", id_))["endpoint"] == {"state": "PAUSED"}
    refused = await act(client, admin, "pauseEndpoint", id_)
    assert refused["__typename"] == "InvalidTransition"
    assert refused["message"] == "PAUSED is not possible while the endpoint is PAUSED"
    assert (await act(client, admin, "resumeEndpoint", id_))["endpoint"] == {"state": "ACTIVE"}
    assert (await act(client, admin, "pauseEndpoint", "end_99"))["__typename"] == "NotFound"
    delete = f"""mutation($input: DeleteInput!) {{ deleteEndpoint(input: $input) {{ __typename
      ... on DeletePayload {{ id }} {REFUSAL} }} }}"""
    version = (await Endpoint.get(id=1)).version
    gone = (await ask(client, delete, admin, input={"id": id_, "expectedVersion": version}))["deleteEndpoint"]
    assert gone == {"__typename": "DeletePayload", "id": id_}
    assert not await Endpoint.exists()
    told = [event.type async for event in Event.filter(subject_kind="endpoint").order_by("sequence")]
    assert told == ["endpoint.created", "endpoint.paused", "endpoint.resumed", "endpoint.deleted"]


async def test_a_new_secret_leaves_the_former_one_valid_for_a_while(
    client: httpx2.AsyncClient, admin: dict[str, str]
) -> None:
    made = await create(client, admin)

    rotated = await act(client, admin, "rotateEndpointSecret", made["endpoint"]["id"])

    endpoint = await Endpoint.get(id=1)
    assert (endpoint.secret, endpoint.former_secret) == (rotated["secret"], made["secret"])
    query = '{ endpoint(id: "end_1") { hasFormerSecret formerUntil } }'
    assert (await ask(client, query, admin))["endpoint"]["hasFormerSecret"] is True


async def test_nobody_is_told_by_an_endpoint_what_they_may_not_see(client: httpx2.AsyncClient) -> None:
    narrow = bearer(await make_token(await make_user(Role.ADMIN), Permission.MANAGE_ENDPOINTS))
    editor = bearer(await make_token(await make_user(Role.EDITOR), Permission.EDIT))

    refused = await create(client, narrow, runAs="EDITOR", types=["draft.saved"])
    made = await create(client, narrow)
    widened = await update(client, narrow, id="end_1", expectedVersion=1, runAs="EDITOR")

    assert (refused["__typename"], made["__typename"]) == ("Forbidden", "EndpointSecretPayload")
    assert widened["__typename"] == "Forbidden"
    assert (await create(client, editor))["__typename"] == "Forbidden"
    for query in (
        "{ endpoints { totalCount } }",
        '{ endpoint(id: "end_1") { id } }',
        '{ delivery(id: "del_1") { id } }',
    ):
        for headers in (editor, {CSRF_HEADER: "1"}):
            assert codes(await send(client, query, headers)) == ["FORBIDDEN"]


@pytest.mark.parametrize(
    ("scopes", "run_as", "sees"),
    [
        ((), "EDITOR", False),
        ((), "", True),
        ((Permission.EDIT,), "EDITOR", True),
        ((Permission.EDIT,), "ADMIN", False),
        ((Permission.EDIT, Permission.READ_AUDIT), "ADMIN", True),
    ],
)
async def test_what_was_sent_is_shown_to_whoever_may_see_it(
    client: httpx2.AsyncClient, scopes: tuple[Permission, ...], run_as: str, sees: bool
) -> None:
    endpoint = await make_endpoint(run_as=run_as, types=["article.published", "draft.submitted", "user.link_made"])
    await {"": happen, "EDITOR": submit, "ADMIN": lambda number: tell("user.link_made", number)}[run_as](1)
    desk = Desk(endpoint.id)
    await desk.settle(await desk.claim(), body="geheim")
    sender = bearer(await make_token(await make_user(Role.ADMIN), Permission.MANAGE_ENDPOINTS, *scopes))

    query = '{ endpoint(id: "end_1") { deliveries { nodes { body event { type } } } } }'
    (told,) = (await ask(client, query, sender))["endpoint"]["deliveries"]["nodes"]

    assert (told["body"] == "geheim", told["event"] is not None) == (sees, sees)
