"""The audit log over HTTP: who did what, by which filters it is found, and that no secret is in it."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest
import strawberry
from graphql import GraphQLInputObjectType, GraphQLObjectType, GraphQLUnionType, build_schema, get_named_type
from tortoise.models import Model

from cms import events
from cms.db import Database, writing
from cms.db.bulk import insert_many
from cms.event_types import TYPES
from cms.models import Event, IdempotencyKey, PreviewLink, Session, Token, User
from cms.permissions import Permission, Via, Viewer
from cms.settings import Settings
from cms.words import Role
from schema.audit import SUBJECTS
from schema.build import PARTS, make_schema
from schema.context import Context
from tests.accounts import (
    PASSWORD,
    SIGN_IN,
    ask,
    bearer,
    cheap_hashes,
    client,
    codes,
    make_token,
    make_user,
    send,
    sign_in,
)
from tests.happenings import sample
from tests.schema.test_idempotency import holds_a_secret

__all__ = ["cheap_hashes", "client"]
pytestmark = pytest.mark.anyio

LOG = """query($where: AuditWhere, $order: AuditOrder! = NEWEST, $first: Int = 50, $after: String) {
  auditLog(where: $where, orderBy: $order, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { sequence type subjectKind subjectId actor user { id name } via credentialId at payload tags }
  }
}"""
MUTATIONS = build_schema(strawberry.Schema(**PARTS).as_str()).get_type("Mutation")
DAY = datetime(2026, 5, 1, 8, 30, tzinfo=UTC)


@pytest.fixture
async def auditor(client: httpx2.AsyncClient) -> dict[str, str]:
    """What a program sends that reads the log."""
    return bearer(await make_token(await make_user(Role.ADMIN, email="auditor@example.org"), Permission.READ_AUDIT))


async def log(client: httpx2.AsyncClient, headers: dict[str, str], **variables: Any) -> Any:
    return (await ask(client, LOG, headers, **variables))["auditLog"]


async def add(*rows: dict[str, Any]) -> None:
    """Events, with what a test is not about filled in."""
    filled = [
        {
            "sequence": 1000 + number,
            "type": "draft.saved",
            "subject_kind": "draft",
            "subject_id": 1,
            "actor": "Somebody",
            "payload": {},
            "tags": [],
            "created_at": DAY,
        }
        | row
        for number, row in enumerate(rows)
    ]
    async with writing() as tx:
        await insert_many(tx, [Event(**row) for row in filled])


async def found(client: httpx2.AsyncClient, headers: dict[str, str], **where: Any) -> list[int]:
    """Which of the added events a filter finds, the oldest first."""
    nodes = (await log(client, headers, where=where, order="OLDEST"))["nodes"]
    return [node["sequence"] - 1000 for node in nodes if node["sequence"] >= 1000]


async def test_an_entry_tells_who_did_what_to_which_item_when_and_how(
    client: httpx2.AsyncClient, auditor: dict[str, str]
) -> None:
    admin = await make_user(Role.ADMIN)
    secret = await make_token(admin, Permission.MANAGE_USERS)
    token = await Token.get(user_id=admin.id)
    made = await ask(
        client,
        """mutation { createUser(input: {email: "a@example.org", name: "Ann", role: EDITOR}) {
          ... on UserPayload { user { id createdAt } } } }""",
        bearer(secret),
    )

    newest = (await log(client, auditor, first=1))["nodes"][0]

    user = made["createUser"]["user"]
    assert newest == {
        "sequence": await Event.all().count(),
        "type": "user.created",
        "subjectKind": "user",
        "subjectId": user["id"],
        "actor": admin.name,
        "user": {"id": f"usr_{admin.id}", "name": admin.name},
        "via": "TOKEN",
        "credentialId": f"tok_{token.id}",
        "at": user["createdAt"],
        "payload": {"name": "Ann", "role": "EDITOR"},
        "tags": [],
    }


async def test_what_the_operator_did_and_what_is_older_than_the_columns_is_shown(
    client: httpx2.AsyncClient, auditor: dict[str, str]
) -> None:
    await add({"via": "SYSTEM", "actor": "the command line"}, {"via": "", "subject_kind": "site", "subject_id": 1})

    older, operators = (await log(client, auditor, first=2))["nodes"]

    assert (operators["via"], operators["user"], operators["credentialId"]) == ("SYSTEM", None, None)
    assert (older["via"], older["subjectKind"], older["subjectId"]) == (None, "site", None)


async def test_an_entry_outlives_its_user(client: httpx2.AsyncClient, auditor: dict[str, str]) -> None:
    gone = await make_user()
    await add({"user_id": gone.id, "actor": gone.name, "via": "SESSION", "credential_id": 4})
    await gone.delete()

    (entry,) = (await log(client, auditor, first=1))["nodes"]

    assert (entry["actor"], entry["user"], entry["credentialId"]) == (gone.name, None, "ses_4")


async def test_every_kind_of_subject_has_its_id(client: httpx2.AsyncClient, auditor: dict[str, str]) -> None:
    await add(*({"subject_kind": kind, "subject_id": 7} for kind in SUBJECTS))

    nodes = (await log(client, auditor, first=len(SUBJECTS), order="NEWEST"))["nodes"]

    ids = {node["subjectKind"]: node["subjectId"] for node in nodes}
    assert len(ids) == len(SUBJECTS)
    assert all(value.endswith("_7") for value in ids.values())
    assert ids["article"] == ids["draft"] == "art_7"


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({}, [0, 1, 2, 3, 4, 5]),
        ({"types": ["article.published"]}, [1]),
        ({"types": ["article.published", "token.created"]}, [1, 3]),
        ({"types": []}, []),
        ({"subjectId": "art_1"}, [0, 1]),
        ({"subjectId": "usr_1"}, [2]),
        ({"subjectId": "tok_1"}, [3]),
        ({"subjectId": "art_99999999999"}, []),
        ({"userId": "usr_900"}, [0, 1, 4]),
        ({"via": "SYSTEM"}, [2, 5]),
        ({"credentialId": "tok_5"}, [1, 4]),
        ({"credentialId": "ses_5"}, [0]),
        ({"at": {"before": "2026-05-01T08:30:00Z"}}, [4]),
        ({"at": {"since": "2026-05-01T10:30:00+02:00", "until": "2026-05-01T08:30:00Z"}}, [0, 1, 2, 3]),
        ({"at": {"after": "2026-05-01T08:30:00Z"}}, [5]),
        ({"userId": "usr_900", "via": "TOKEN", "types": ["draft.saved"]}, [4]),
    ],
)
async def test_filters_find_exactly_what_they_say(
    where: dict[str, Any], expected: list[int], client: httpx2.AsyncClient, auditor: dict[str, str]
) -> None:
    token = {"user_id": 900, "via": "TOKEN", "credential_id": 5}
    await add(
        token | {"via": "SESSION"},
        token | {"type": "article.published", "subject_kind": "article"},
        {"type": "user.updated", "subject_kind": "user", "via": "SYSTEM"},
        {"type": "token.created", "subject_kind": "token", "user_id": 901, "via": "SESSION", "credential_id": 6},
        token | {"subject_id": 2, "created_at": DAY - timedelta(days=1)},
        {"subject_id": 2, "via": "SYSTEM", "created_at": DAY + timedelta(seconds=1)},
    )
    # The account and the token of the one who asks are events, too.
    await Event.filter(sequence__lt=1000).delete()

    assert await found(client, auditor, **where) == expected
    assert (await log(client, auditor, where=where))["totalCount"] == len(expected)


async def test_pages_follow_the_sequence_both_ways_beyond_32_bits(
    client: httpx2.AsyncClient, auditor: dict[str, str]
) -> None:
    await Event.all().delete()
    numbers = [2**31 - 2, 2**31 - 1, 2**31, 2**53 - 1]
    await add(*({"sequence": number} for number in numbers))

    for order, expected in (("OLDEST", numbers), ("NEWEST", numbers[::-1])):
        seen, after = [], None
        while True:
            page = await log(client, auditor, order=order, first=1, after=after)
            seen += [node["sequence"] for node in page["nodes"]]
            after = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                break
        assert seen == expected


async def test_a_page_is_one_statement(database: Database) -> None:
    schema = make_schema(database, Settings(_env_file=None))
    context = Context(Viewer("auditor", frozenset({Permission.READ_AUDIT}), 1))
    where = {"types": ["user.created"], "subjectId": "usr_1", "at": {"since": "2026-01-01T00:00:00Z"}}

    result = await schema.execute(LOG, {"where": where}, context_value=context)

    assert result.errors is None
    assert context.statements == 1


@pytest.mark.parametrize("role", [None, *(role for role in Role if role != Role.ADMIN)])
async def test_only_who_may_read_it_reads_it(role: Role | None, client: httpx2.AsyncClient) -> None:
    if role is not None:
        await sign_in(client, await make_user(role))

    refused = await send(client, "{ auditLog { totalCount nodes { type } } }")

    assert refused.json()["data"] == {"auditLog": None}
    assert codes(refused) == ["FORBIDDEN"]


async def test_an_administrators_token_needs_the_scope(client: httpx2.AsyncClient) -> None:
    headers = bearer(await make_token(await make_user(Role.ADMIN), Permission.MANAGE_USERS))

    assert codes(await send(client, "{ auditLog { totalCount } }", headers)) == ["FORBIDDEN"]


@pytest.mark.parametrize(
    ("where", "field", "words"),
    [
        ({"types": ["article.publishd"]}, "where.types", "article.publishd"),
        ({"types": ["draft.saved"] * 101}, "where.types", "at most 100"),
        ({"subjectId": "17"}, "where.subjectId", "art_17"),
        ({"subjectId": "ses_17"}, "where.subjectId", "usr_17"),
        ({"userId": "art_17"}, "where.userId", "usr_17"),
        ({"credentialId": "usr_17"}, "where.credentialId", "ses_17, tok_17"),
    ],
)
async def test_a_filter_that_cannot_be_says_what_it_takes(
    where: dict[str, Any], field: str, words: str, client: httpx2.AsyncClient, auditor: dict[str, str]
) -> None:
    body = (await send(client, LOG, auditor, where=where)).json()

    (error,) = body["errors"]
    assert (error["extensions"]["code"], error["extensions"]["field"]) == ("BAD_USER_INPUT", field)
    assert words in error["message"]


@pytest.mark.parametrize("after", ["zz", b"NEWEST|x".hex(), b"NEWEST|-1".hex(), f"NEWEST|{2**63}".encode().hex()])
async def test_what_is_no_cursor_of_the_log_is_refused(
    after: str, client: httpx2.AsyncClient, auditor: dict[str, str]
) -> None:
    assert codes(await send(client, LOG, auditor, after=after)) == ["BAD_USER_INPUT"]


@pytest.mark.parametrize("event_type", TYPES)
async def test_every_event_tells_who(event_type: str, database: Database) -> None:
    viewer = Viewer("Ann", id=3, via=Via.TOKEN, credential_id=5)

    async with writing() as tx:
        await events.record(tx, viewer, event_type, ("draft", 17), at=DAY, **sample(TYPES[event_type]))

    (event,) = await Event.all()
    assert (event.actor, event.user_id, event.via, event.credential_id) == ("Ann", 3, "TOKEN", 5)


# Secrets

# How each mutation that takes or gives a secret is called below.
WITH_SECRETS = {"signIn", "setPassword", "changePassword", "createToken", "createLoginLink", "createPreviewLink"}
WITH_SECRETS |= {"createEndpoint", "updateEndpoint", "rotateEndpointSecret"}


def test_every_mutation_with_a_secret_is_among_those_tried() -> None:
    assert isinstance(MUTATIONS, GraphQLObjectType)
    secret = {name for name, field in MUTATIONS.fields.items() if _takes_a_secret(field) or _gives_a_secret(field)}

    assert secret == WITH_SECRETS


def _gives_a_secret(field: Any) -> bool:
    union = get_named_type(field.type)
    assert isinstance(union, GraphQLUnionType)
    return any(holds_a_secret(member) for member in union.types)


def _takes_a_secret(field: Any) -> bool:
    inputs = [get_named_type(argument.type) for argument in field.args.values()]
    names = [name for each in inputs if isinstance(each, GraphQLInputObjectType) for name in each.fields]
    return any(word in name.lower() for name in names for word in ("password", "secret", "link"))


async def test_no_secret_is_in_any_event_or_kept_answer(client: httpx2.AsyncClient) -> None:
    admin = await make_user(Role.ADMIN, email="admin@example.org", password=PASSWORD)
    user = await make_user(Role.EDITOR, email="ann@example.org", password=None)
    secrets = [PASSWORD, "chosen by link 1", "changed later 2"]

    await ask(client, SIGN_IN, {}, email=admin.email, password=PASSWORD)
    article = await ask(
        client,
        """mutation { createArticle(input: {title: "标题", html: "<p>正文。</p>"}) {
          ... on DraftPayload { draft { id } } } }""",
    )
    secrets += list(client.cookies.values())
    for key in ("k1", None):
        made = await ask(
            client,
            """mutation($user: ID!, $article: ID!, $key: String, $key2: String, $key3: String) {
              createToken(
                input: {name: "robot", scopes: [WRITE], userId: $user}, idempotencyKey: $key
              ) { ... on CreateTokenPayload { secret } }
              createPreviewLink(input: {articleId: $article}, idempotencyKey: $key3) {
                ... on CreatePreviewLinkPayload { secret }
              }
              createLoginLink(userId: $user, idempotencyKey: $key2) { ... on LoginLinkPayload { link } }
            }""",
            user=f"usr_{user.id}",
            article=article["createArticle"]["draft"]["id"],
            key=key,
            key2=key and f"{key}b",
            key3=key and f"{key}c",
        )
        secrets += [made["createToken"]["secret"], made["createPreviewLink"]["secret"], made["createLoginLink"]["link"]]
    brought, header = f"whsec_{base64.b64encode(b'brought along by its owner').decode()}", "Bearer of-the-endpoint"
    endpoint = {"name": "搜索", "url": "https://1.1.1.1/", "headers": [{"name": "Authorization", "value": header}]}
    followed = await ask(
        client,
        """mutation($made: CreateEndpointInput!, $changed: UpdateEndpointInput!) {
          createEndpoint(input: $made) { ... on EndpointSecretPayload { secret } }
          updateEndpoint(input: $changed) { ... on EndpointPayload { endpoint { id } } }
          rotateEndpointSecret(id: "end_1", idempotencyKey: "k9") { ... on EndpointSecretPayload { secret } }
        }""",
        made=endpoint,
        changed={"id": "end_1", "expectedVersion": 1, "secret": brought},
    )
    assert followed["updateEndpoint"] == {"endpoint": {"id": "end_1"}}
    endpoint_secrets = [followed[name]["secret"] for name in ("createEndpoint", "rotateEndpointSecret")]
    chosen = await ask(
        client,
        "mutation($input: SetPasswordInput!) { setPassword(input: $input) { __typename } }",
        input={"link": secrets[-1], "password": secrets[1]},
    )
    secrets += [brought, header, *endpoint_secrets]
    client.cookies.clear()
    await ask(client, SIGN_IN, {}, email=user.email, password=secrets[1])
    secrets += list(client.cookies.values())
    changed = await ask(
        client,
        "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }",
        input={"currentPassword": secrets[1], "newPassword": secrets[2]},
    )

    assert chosen["setPassword"]["__typename"] == changed["changePassword"]["__typename"] == "PasswordPayload"
    assert len(set(secrets)) == 15
    assert await Event.all().count() >= 10
    written = await _everything(Event) + await _everything(IdempotencyKey)
    hashes = [row.secret_hash for row in [*await Token.all(), *await Session.all(), *await PreviewLink.all()]]
    hashes += [row.password_hash for row in await User.exclude(password_hash="")]
    assert [word for word in secrets + hashes if word in written or word[:20] in written] == []


async def _everything(model: type[Model]) -> str:
    return json.dumps([dict(row) for row in await model.all().values()], default=str, ensure_ascii=False)


async def test_a_merge_is_found_by_what_stays_and_by_what_goes(
    client: httpx2.AsyncClient, auditor: dict[str, str]
) -> None:
    merged = {"type": "tag.merged", "subject_kind": "tag", "subject_id": 7, "payload": {"fromId": "tag_3"}}
    await add(
        {"type": "tag.created", "subject_kind": "tag", "subject_id": 3},
        merged,
        merged | {"type": "author.merged", "subject_kind": "author", "payload": {"fromId": "aut_3"}},
        {"type": "tag.updated", "subject_kind": "tag", "subject_id": 7},
    )

    assert await found(client, auditor, subjectId="tag_3") == [0, 1]
    assert await found(client, auditor, subjectId="tag_7") == [1, 3]
    assert await found(client, auditor, subjectId="aut_3") == [2]
