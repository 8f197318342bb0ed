"""Mutations sent twice with the same key: the first answer again, and nothing done twice."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest
import strawberry
import time_machine
from graphql import GraphQLObjectType, GraphQLUnionType, build_schema, get_named_type
from structlog.testing import capture_logs

from cms import idempotency, reviewing
from cms.auth import CSRF_HEADER, cookie_name
from cms.credentials import digest, new_secret
from cms.db import Database
from cms.models import Event, IdempotencyKey, Session, Token, User
from cms.permissions import Permission
from cms.settings import Settings
from cms.users import create_user
from cms.words import Role
from schema import executor
from schema.build import PARTS, Mutation
from schema.context import Context
from schema.results import mutation
from tests.accounts import CREATE_TOKEN, bearer, cheap_hashes, client, codes, make_token, make_user, now, viewer_of
from tests.content import EDITOR, make_draft
from tests.test_app import make_app, started

__all__ = ["cheap_hashes", "client"]
pytestmark = pytest.mark.anyio

CREATE_USER = """mutation($email: String!, $key: String, $role: Role! = EDITOR) {
  createUser(input: {email: $email, name: "Somebody", role: $role}, idempotencyKey: $key) {
    __typename
    ... on UserPayload { user { id email role createdAt } }
    ... on Refusal { code message }
    ... on ValidationFailed { problems { path } }
  }
}"""
UPDATE_USER = """mutation($id: ID!, $role: Role!, $key: String) {
  updateUser(input: {id: $id, role: $role}, idempotencyKey: $key) {
    __typename ... on UserPayload { user { role } } ... on Refusal { code }
  }
}"""
CREATE_TOKEN_ONCE = CREATE_TOKEN.replace("$userId: ID)", "$userId: ID, $key: String)").replace(
    "userId: $userId})", "userId: $userId}, idempotencyKey: $key)"
)
PRINTED = build_schema(strawberry.Schema(**PARTS).as_str())
# What hashes a password, which must not happen while others wait to write; and what ends a session.
WITHOUT_KEY = {"signIn", "signOut", "changePassword", "setPassword"}
WITHOUT_KEY |= {"uploadAsset", "replaceAsset", "deleteAsset"}
WITHOUT_KEY |= {"importArticle", "createEndpoint", "updateEndpoint", "testEndpoint", "replayEvents"}


@pytest.fixture
async def admin(client: httpx2.AsyncClient) -> User:
    return await make_user(Role.ADMIN, email="admin@example.org")


@pytest.fixture
async def headers(admin: User) -> dict[str, str]:
    """What an administrator's program sends."""
    return bearer(await make_token(admin, Permission.MANAGE_USERS))


def some_key() -> str:
    return str(uuid4())


async def post(client: httpx2.AsyncClient, headers: dict[str, str], query: str, **variables: Any) -> httpx2.Response:
    return await client.post("/graphql", json={"query": query, "variables": variables}, headers=headers)


async def answer(client: httpx2.AsyncClient, headers: dict[str, str], query: str, **variables: Any) -> Any:
    """What the only mutation of the document answered."""
    body = (await post(client, headers, query, **variables)).json()
    assert "errors" not in body, body
    (value,) = body["data"].values()
    return value


async def users_named(email: str) -> int:
    return await User.filter(email=email).count()


async def test_a_retry_gets_the_first_answer_to_the_byte_and_changes_nothing(
    client: httpx2.AsyncClient, headers: dict[str, str]
) -> None:
    key = some_key()

    first = await post(client, headers, CREATE_USER, email="a@example.org", key=key)
    await User.filter(email="a@example.org").update(name="Renamed", role=Role.READER)
    events = await Event.all().count()
    again = await post(client, headers, CREATE_USER, email="a@example.org", key=key)

    assert first.json()["data"]["createUser"]["__typename"] == "UserPayload"
    assert again.content == first.content
    assert await users_named("a@example.org") == 1
    assert await Event.all().count() == events


async def test_without_a_key_a_retry_is_a_second_request(client: httpx2.AsyncClient, headers: dict[str, str]) -> None:
    await answer(client, headers, CREATE_USER, email="a@example.org")

    again = await answer(client, headers, CREATE_USER, email="a@example.org", key=None)

    assert again["__typename"] == "ValidationFailed"
    assert await IdempotencyKey.all().count() == 0


async def test_a_key_is_the_users_by_whatever_session_or_token(
    client: httpx2.AsyncClient, admin: User, headers: dict[str, str]
) -> None:
    key, secret = some_key(), new_secret("session")
    day = timedelta(days=1)
    await Session.create(
        user_id=admin.id,
        secret_hash=digest(secret),
        credentials_version=admin.credentials_version,
        address="",
        user_agent="",
        created_at=now(),
        last_used_at=now(),
        expires_at=now() + day,
    )
    by_session = {"Cookie": f"{cookie_name(Settings(_env_file=None))}={secret}", CSRF_HEADER: "1"}
    other = bearer(await make_token(admin, Permission.MANAGE_USERS))

    answers = [
        await answer(client, sent, CREATE_USER, email="a@example.org", key=key) for sent in (headers, by_session, other)
    ]

    assert answers[0]["__typename"] == "UserPayload"
    assert answers == [answers[0]] * 3


async def test_users_do_not_share_keys(client: httpx2.AsyncClient, headers: dict[str, str]) -> None:
    other = bearer(await make_token(await make_user(Role.ADMIN), Permission.MANAGE_USERS))
    key = some_key()

    mine = await answer(client, headers, CREATE_USER, email="a@example.org", key=key)
    theirs = await answer(client, other, CREATE_USER, email="b@example.org", key=key)

    assert [mine["user"]["email"], theirs["user"]["email"]] == ["a@example.org", "b@example.org"]


@pytest.mark.parametrize(
    ("query", "changes"),
    [
        (CREATE_USER, {"email": "b@example.org"}),
        (CREATE_USER, {"role": "READER"}),
        (CREATE_USER.replace("id email", "id name"), {}),
        (CREATE_USER.replace("createdAt", "createdAt @include(if: false)"), {}),
        (UPDATE_USER, {"id": "usr_1", "role": "READER"}),
    ],
    ids=["argument", "variable", "selection", "directive", "mutation"],
)
async def test_another_request_with_the_same_key_is_refused(
    query: str, changes: dict[str, str], client: httpx2.AsyncClient, headers: dict[str, str]
) -> None:
    key = some_key()
    await answer(client, headers, CREATE_USER, email="a@example.org", key=key)
    events = await Event.all().count()

    variables = {"email": "a@example.org", "key": key} if query != UPDATE_USER else {"key": key}
    refused = await answer(client, headers, query, **(variables | changes))

    assert refused["__typename"] == "IdempotencyKeyReused"
    assert refused["code"] == "IDEMPOTENCY_KEY_REUSED"
    assert await Event.all().count() == events


async def test_the_same_request_written_otherwise_is_the_same(
    client: httpx2.AsyncClient, headers: dict[str, str]
) -> None:
    first = await answer(client, headers, CREATE_USER, email="a@example.org", key="once")

    again = await answer(
        client,
        headers,
        CREATE_USER.replace("mutation(", "mutation Retry(")
        .replace("createUser(", "made: createUser(")
        .replace("$email: String!, ", "")
        .replace("$email", '"a@example.org"')
        .replace("\n", "  "),
        key="once",
    )

    assert again == first


async def test_selected_fragments_and_variables_belong_to_the_request(
    client: httpx2.AsyncClient, headers: dict[str, str]
) -> None:
    document = """mutation($key: String!, $withRole: Boolean!) {
      createUser(input: {email: "a@example.org", name: "A", role: EDITOR}, idempotencyKey: $key) { ...Made }
    }
    fragment Made on CreateUserResult { __typename ... on UserPayload { user { ...Shown } } }
    fragment Shown on User { email role @include(if: $withRole) }"""

    first = await answer(client, headers, document, key="once", withRole=True)
    same = await answer(client, headers, document, key="once", withRole=True)
    less = await answer(client, headers, document, key="once", withRole=False)
    other = await answer(client, headers, document.replace("{ email", "{ name"), key="once", withRole=True)

    assert first["user"] == {"email": "a@example.org", "role": "EDITOR"}
    assert same == first
    assert [less["__typename"], other["__typename"]] == ["IdempotencyKeyReused"] * 2


async def test_a_refusal_is_not_kept(client: httpx2.AsyncClient, headers: dict[str, str]) -> None:
    in_the_way = await make_user(email="a@example.org")

    refused = await answer(client, headers, CREATE_USER, email="a@example.org", key="once")
    await in_the_way.delete()
    made = await answer(client, headers, CREATE_USER, email="a@example.org", key="once")

    assert refused["__typename"] == "ValidationFailed"
    assert made["__typename"] == "UserPayload"


async def test_a_refusal_undoes_what_was_written_before_it(
    client: httpx2.AsyncClient, admin: User, headers: dict[str, str]
) -> None:
    refused = await answer(client, headers, UPDATE_USER, id=f"usr_{admin.id}", role="READER", key="once")

    assert refused["__typename"] == "ValidationFailed"
    assert (await User.get(id=admin.id)).role == Role.ADMIN
    assert await IdempotencyKey.all().count() == 0


async def test_when_the_answer_fails_nothing_was_done(
    client: httpx2.AsyncClient, headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_arguments: object) -> None:
        raise RuntimeError("the row cannot be read")

    with monkeypatch.context() as broken:
        broken.setattr(executor.CompilingExecutor, "_fetch", fail)
        failed = await post(client, headers, CREATE_USER, email="a@example.org", key="once")
    rows = await users_named("a@example.org")
    made = await answer(client, headers, CREATE_USER, email="a@example.org", key="once")

    assert codes(failed) == ["INTERNAL_SERVER_ERROR"]
    assert failed.json()["data"] is None
    assert rows == 0
    assert made["__typename"] == "UserPayload"


@strawberry.type
class Holed:
    """A payload of which one field fails, and may be null."""

    name: str
    broken: str | None = strawberry.field(resolver=lambda: 1 / 0)


@strawberry.type
class HoledQuery:
    name: str = "a site"


@strawberry.type
class HoledMutation:
    @mutation("Make a user, and answer with a hole.")
    async def make(self, info: strawberry.Info[Context, None]) -> Holed | None:
        made = await create_user(info.context.viewer, "a@example.org", "A", Role.READER)
        return Holed(name=made.name)


async def test_an_answer_with_a_hole_is_an_error_and_nothing_was_done(database: Database) -> None:
    schema = strawberry.Schema(
        HoledQuery, HoledMutation, execution_context_class=executor.make_executor(database, max_cost=100)
    )
    context = Context(viewer_of(await make_user(Role.ADMIN)))

    with capture_logs():
        holed = await schema.execute('mutation { make(idempotencyKey: "once") { name broken } }', context_value=context)
    rows = await users_named("a@example.org")
    whole = await schema.execute('mutation { make(idempotencyKey: "once") { name } }', context_value=context)

    assert holed.data == {"make": None}
    assert [error.path for error in holed.errors or ()] == [["make", "broken"]]
    assert rows == 0
    assert whole.data == {"make": {"name": "A"}}


async def test_when_the_answer_cannot_be_kept_nothing_was_done(
    client: httpx2.AsyncClient, headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_arguments: object, **_options: object) -> None:
        raise RuntimeError("the disk is gone")

    monkeypatch.setattr(executor, "keep_answer", fail)

    failed = await post(client, headers, CREATE_USER, email="a@example.org", key="once")

    assert codes(failed) == ["INTERNAL_SERVER_ERROR"]
    assert await users_named("a@example.org") == 0


async def test_a_request_cut_off_by_its_timeout_was_not_done(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def linger(*_arguments: object, **_options: object) -> None:
        await asyncio.sleep(5)

    async with started(make_app(database_url, operation_timeout_seconds=0.2)) as client:
        headers = bearer(await make_token(await make_user(Role.ADMIN), Permission.MANAGE_USERS))
        with monkeypatch.context() as slow:
            slow.setattr(executor, "keep_answer", linger)
            cut = await post(client, headers, CREATE_USER, email="a@example.org", key="once")
        rows = await users_named("a@example.org")
        made = await answer(client, headers, CREATE_USER, email="a@example.org", key="once")

    assert codes(cut) == ["UNAVAILABLE"]
    assert rows == 0
    assert made["__typename"] == "UserPayload"


async def test_ten_at_once_with_one_key_make_one_change(client: httpx2.AsyncClient, headers: dict[str, str]) -> None:
    sent = [post(client, headers, CREATE_USER, email="a@example.org", key="once") for _ in range(10)]

    answers = await asyncio.gather(*sent)

    assert len({answer.content for answer in answers}) == 1
    assert answers[0].json()["data"]["createUser"]["__typename"] == "UserPayload"
    assert await users_named("a@example.org") == 1
    assert await Event.filter(type="user.created", via="TOKEN").count() == 1


async def test_each_mutation_of_an_operation_has_its_own_key(
    client: httpx2.AsyncClient, headers: dict[str, str]
) -> None:
    made = """{name}: createUser(
        input: {{email: "{name}@example.org", name: "N", role: EDITOR}}, idempotencyKey: "{key}"
      ) {{ __typename ... on UserPayload {{ user {{ id email }} }} }}"""
    both = f"mutation {{ {made.format(name='a', key='k1')} {made.format(name='b', key='k2')} }}"
    reused = f"mutation {{ {made.format(name='b', key='k2')} {made.format(name='c', key='k1')} }}"

    first = (await post(client, headers, both)).json()["data"]
    second = (await post(client, headers, reused)).json()["data"]

    assert [first["a"]["user"]["email"], first["b"]["user"]["email"]] == ["a@example.org", "b@example.org"]
    assert second["b"] == first["b"]
    assert second["c"] == {"__typename": "IdempotencyKeyReused"}


async def test_a_secret_is_shown_once_and_kept_nowhere(
    client: httpx2.AsyncClient, admin: User, headers: dict[str, str]
) -> None:
    given = {"name": "robot", "scopes": ["EDIT"], "userId": f"usr_{(await make_user()).id}", "key": "once"}

    made = await answer(client, headers, CREATE_TOKEN_ONCE, **given)
    again = await answer(client, headers, CREATE_TOKEN_ONCE, **given)

    assert made["secret"].startswith("bs_token_")
    assert again["__typename"] == "AlreadyDone"
    assert again["code"] == "ALREADY_DONE"
    assert await Token.filter(name="robot").count() == 1
    assert [row.answer for row in await IdempotencyKey.all()] == [""]


async def test_what_is_kept_tells_neither_the_key_nor_the_request(
    client: httpx2.AsyncClient, headers: dict[str, str]
) -> None:
    await answer(client, headers, CREATE_USER, email="a@example.org", key="guess-me")

    (row,) = await IdempotencyKey.all()

    assert re.fullmatch(r"[0-9a-f]{64} [0-9a-f]{64}", f"{row.key_hash} {row.request_hash}")
    assert digest("guess-me") != row.key_hash


async def test_a_stranger_gains_nothing_by_a_key(client: httpx2.AsyncClient, headers: dict[str, str]) -> None:
    await answer(client, headers, CREATE_USER, email="a@example.org", key="once")

    refused = await answer(client, {}, CREATE_USER, email="a@example.org", key="once")

    assert refused["__typename"] == "Forbidden"
    assert await IdempotencyKey.all().count() == 1


@pytest.mark.parametrize("key", ["", " ", "two words", "k" * 201, "a\u0000", "a\u200b", "tab\t"])
async def test_a_key_has_1_to_200_visible_characters(
    key: str, client: httpx2.AsyncClient, headers: dict[str, str]
) -> None:
    refused = await answer(client, headers, CREATE_USER, email="a@example.org", key=key)

    assert refused["__typename"] == "ValidationFailed"
    assert refused["problems"] == [{"path": "idempotencyKey"}]
    assert await users_named("a@example.org") == 0


@pytest.mark.parametrize("key", ["k", "k" * 200, "发布-1", "a'b\"c\\%_"])
async def test_a_key_may_be_of_any_visible_characters(
    key: str, client: httpx2.AsyncClient, headers: dict[str, str]
) -> None:
    first = await answer(client, headers, CREATE_USER, email="a@example.org", key=key)

    assert first["__typename"] == "UserPayload"
    assert await answer(client, headers, CREATE_USER, email="a@example.org", key=key) == first


async def test_a_key_can_be_used_anew_once_it_is_too_old(database_url: str) -> None:
    async with started(make_app(database_url, idempotency_seconds=600)) as client:
        headers = bearer(await make_token(await make_user(Role.ADMIN), Permission.MANAGE_USERS))
        with time_machine.travel(now(), tick=False) as clock:
            await answer(client, headers, CREATE_USER, email="a@example.org", key="once")
            clock.shift(599)
            young = await answer(client, headers, CREATE_USER, email="a@example.org", key="once")
            clock.shift(1)
            old = await answer(client, headers, CREATE_USER, email="b@example.org", key="once")
            kept = await answer(client, headers, CREATE_USER, email="b@example.org", key="once")

    assert young["user"]["email"] == "a@example.org"
    assert old["user"]["email"] == "b@example.org"
    assert kept == old


async def test_old_answers_are_forgotten_and_young_ones_stay(
    client: httpx2.AsyncClient, headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idempotency, "FORGOTTEN_AT_ONCE", 2)
    with time_machine.travel(now(), tick=False) as clock:
        for number in range(5):
            await answer(client, headers, CREATE_USER, email=f"old{number}@example.org", key=f"old{number}")
        clock.shift(43_200)
        await answer(client, headers, CREATE_USER, email="young@example.org", key="young")
        clock.shift(43_200)

        counts = [await idempotency.forget_expired(), await idempotency.forget_expired()]
        young = await answer(client, headers, CREATE_USER, email="young@example.org", key="young")

    assert counts == [5, 0]
    assert await IdempotencyKey.all().count() == 1
    assert young["__typename"] == "UserPayload"


async def test_a_retry_by_somebody_whose_token_ended_meanwhile_is_not_answered(
    client: httpx2.AsyncClient, admin: User, headers: dict[str, str]
) -> None:
    await answer(client, headers, CREATE_USER, email="a@example.org", key="once")
    token = await Token.get(user_id=admin.id)
    both = """mutation($id: ID!) {
      revokeToken(id: $id) { __typename }
      createUser(input: {email: "a@example.org", name: "Somebody", role: EDITOR}, idempotencyKey: "once") { __typename }
    }"""

    response = await post(client, headers, both, id=f"tok_{token.id}")

    assert codes(response) == ["UNAUTHENTICATED"]


def test_every_mutation_takes_a_key_but_those_named() -> None:
    mutations = PRINTED.get_type("Mutation")
    assert isinstance(mutations, GraphQLObjectType)

    without = {name for name, field in mutations.fields.items() if "idempotencyKey" not in field.args}

    assert without == WITHOUT_KEY


def test_every_mutation_that_shows_a_secret_keeps_no_answer() -> None:
    mutations = PRINTED.get_type("Mutation")
    assert isinstance(mutations, GraphQLObjectType)
    fields = {field.name: field for field in Mutation.__strawberry_definition__.fields}  # type: ignore[attr-defined] # set by strawberry
    shows = set()
    for name, field in mutations.fields.items():
        union = get_named_type(field.type)
        assert isinstance(union, GraphQLUnionType)
        if name not in WITHOUT_KEY and any(holds_a_secret(member) for member in union.types):
            shows.add(name)

    names = {re.sub(r"_(\w)", lambda found: found[1].upper(), name): field for name, field in fields.items()}
    flagged = {name for name, field in names.items() if field.metadata["keeps_answer"] is False}

    assert {"createToken", "createLoginLink"} <= shows
    assert shows == flagged


def holds_a_secret(member: GraphQLObjectType) -> bool:
    """Whether a payload has a text of its own that is named like a secret, or like an address that holds one."""
    words = re.compile("secret|link|password|token|url", re.IGNORECASE)
    texts = [name for name, field in member.fields.items() if get_named_type(field.type).name == "String"]
    return member.name.endswith("Payload") and any(words.search(name) for name in texts)


async def test_whoever_may_do_less_by_now_does_not_get_the_answer_of_then(
    client: httpx2.AsyncClient, admin: User, headers: dict[str, str]
) -> None:
    key = some_key()
    await answer(client, headers, CREATE_USER, email="a@example.org", key=key)
    weaker = bearer(await make_token(admin, Permission.WRITE))
    await make_user(Role.ADMIN)
    await User.filter(id=admin.id).update(role=Role.EDITOR)

    answers = [await answer(client, sent, CREATE_USER, email="a@example.org", key=key) for sent in (weaker, headers)]

    assert [each["code"] for each in answers] == ["FORBIDDEN", "FORBIDDEN"]


UPDATE_ARTICLE = """mutation($id: ID!, $key: String!) {
  updateArticle(input: {id: $id, expectedVersion: 2, subtitle: "副题"}, idempotencyKey: $key) {
    __typename ... on UpdateArticlePayload { draft { id head { html } } } ... on Refusal { code }
  }
}"""


async def test_a_draft_that_went_to_somebody_else_is_in_no_answer(client: httpx2.AsyncClient) -> None:
    contributor = await make_user(Role.CONTRIBUTOR)
    sent, key = bearer(await make_token(contributor, Permission.WRITE)), some_key()
    draft = await make_draft()
    await reviewing.assign(EDITOR, draft.id, contributor.id, expected_version=1)
    asked = {"id": f"art_{draft.id}", "key": key}
    first, again = [await answer(client, sent, UPDATE_ARTICLE, **asked) for _ in range(2)]
    await reviewing.assign(EDITOR, draft.id, None, expected_version=3)

    gone = await answer(client, sent, UPDATE_ARTICLE, **asked)

    assert (first["__typename"], again) == ("UpdateArticlePayload", first)
    assert gone == {"__typename": "NotFound", "code": "NOT_FOUND"}


async def test_an_answer_too_long_to_be_kept_undoes_its_change(
    client: httpx2.AsyncClient, admin: User, headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idempotency, "LONGEST_ANSWER", 50)

    response = await post(client, headers, CREATE_USER, email="a@example.org", key=some_key())

    assert codes(response) == ["TOO_COMPLEX"]
    assert await users_named("a@example.org") == 0
    assert await IdempotencyKey.all().count() == 0


async def test_ids_that_were_hidden_from_the_start_do_not_keep_an_answer_back(client: httpx2.AsyncClient) -> None:
    contributor = await make_user(Role.CONTRIBUTOR)
    sent, key = bearer(await make_token(contributor, Permission.WRITE)), some_key()
    hidden = await make_draft()
    own = await make_draft()
    await reviewing.assign(EDITOR, own.id, contributor.id, expected_version=1)
    query = """mutation($articles: [ArticleInput!]!, $key: String!) {
      trashArticles(articles: $articles, idempotencyKey: $key) {
        ... on BulkPayload { doneCount outcomes { id refusal { code } } } ... on Refusal { code } } }"""
    articles = [{"id": f"art_{one}", "expectedVersion": 2} for one in (own.id, hidden.id)]

    first, again = [await answer(client, sent, query, articles=articles, key=key) for _ in range(2)]

    assert first["doneCount"] == 1
    assert again == first
