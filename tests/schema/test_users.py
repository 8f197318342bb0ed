"""Users over the API: the administrators' list, and the people that work can be given to."""

from __future__ import annotations

import httpx2
import pytest

from cms import users
from cms.models import Category, Identity, User
from cms.permissions import Permission
from cms.words import Role
from tests.accounts import OPERATOR, ask, bearer, client, codes, make_token, make_user, now, send, sign_in
from tests.test_app import make_app, started

__all__ = ["client"]

pytestmark = pytest.mark.anyio

USERS = """query($where: UserWhere, $first: Int, $after: String) {
  users(where: $where, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id email role isDisabled }
  }
}"""
PEOPLE = "{ people { totalCount nodes { id name role } } }"


async def make_newsroom() -> dict[str, User]:
    """An administrator and some users, by the part of the address before the @."""
    made = {}
    for role in (Role.ADMIN, Role.EDITOR, Role.CONTRIBUTOR, Role.READER):
        made[role.lower()] = await make_user(role, email=f"{role.lower()}@example.org")
    made["gone"] = await make_user(Role.PUBLISHER, email="gone@example.org", password=None)
    await users.update_user(OPERATOR, made["gone"].id, is_disabled=True)
    return made


async def test_administrators_see_all_of_a_user_in_one_statement(database_url: str) -> None:
    async with started(make_app(database_url, environment="development")) as client:
        made = await make_newsroom()
        await sign_in(client, made["admin"])
        user = made["contributor"]
        category = await Category.create(name="地方", key="地方", slug="difang", path="difang", depth=1, position=0)
        await users.update_user(OPERATOR, user.id, category_ids=[category.id])
        await Identity.create(user_id=user.id, issuer="https://login.example", subject="17", created_at=now())
        await make_token(user, Permission.WRITE)

        response = await send(
            client,
            """query($id: ID!) {
              user(id: $id) { __typename id name email role isDisabled hasPassword createdAt categories { id path }
                identities { issuer subject createdAt } tokens { id name scopes revokedAt } }
              missing: user(id: "usr_99999") { id }
            }""",
            id=f"usr_{user.id}",
        )

    assert response.json()["extensions"]["sql"]["statements"] == 1
    data = response.json()["data"]
    (token,) = data["user"].pop("tokens")
    assert token == {"id": token["id"], "name": "a program", "scopes": ["WRITE"], "revokedAt": None}
    assert token["id"].startswith("tok_")
    created_at, linked_at = data["user"].pop("createdAt"), data["user"]["identities"][0].pop("createdAt")
    assert created_at <= linked_at
    assert data == {
        "user": {
            "__typename": "User",
            "id": f"usr_{user.id}",
            "name": user.name,
            "email": user.email,
            "role": "CONTRIBUTOR",
            "isDisabled": False,
            "hasPassword": True,
            "categories": [{"id": f"cat_{category.id}", "path": "difang"}],
            "identities": [{"issuer": "https://login.example", "subject": "17"}],
        },
        "missing": None,
    }


async def test_users_come_by_address_page_by_page(client: httpx2.AsyncClient) -> None:
    made = await make_newsroom()
    await sign_in(client, made["admin"])

    first = (await ask(client, USERS, first=2))["users"]
    second = (await ask(client, USERS, first=10, after=first["pageInfo"]["endCursor"]))["users"]

    emails = [user["email"].partition("@")[0] for page in (first, second) for user in page["nodes"]]
    assert emails == ["admin", "contributor", "editor", "gone", "reader"]
    assert (first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]) == (True, False)
    assert first["totalCount"] == 5


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({"roles": ["ADMIN", "READER"]}, ["admin", "reader"]),
        ({"isDisabled": True}, ["gone"]),
        ({"isDisabled": False, "roles": ["EDITOR", "PUBLISHER"]}, ["editor"]),
        ({"email": " EDITOR@Example.ORG"}, ["editor"]),
        ({"email": "nobody"}, []),
        ({}, ["admin", "contributor", "editor", "gone", "reader"]),
    ],
)
async def test_users_are_found_by_what_they_are(
    client: httpx2.AsyncClient, where: dict[str, object], found: list[str]
) -> None:
    made = await make_newsroom()
    await sign_in(client, made["admin"])

    answer = await ask(client, USERS, where=where)

    assert [user["email"].partition("@")[0] for user in answer["users"]["nodes"]] == found


async def test_the_people_are_the_users_that_are_not_disabled_by_name_alone(client: httpx2.AsyncClient) -> None:
    made = await make_newsroom()
    await sign_in(client, made["contributor"])

    people = (await ask(client, PEOPLE))["people"]
    more = await send(client, "{ people { nodes { email } } }")

    named = sorted((made[name] for name in ("admin", "editor", "contributor", "reader")), key=lambda user: user.name)
    assert people == {
        "totalCount": 4,
        "nodes": [{"id": f"usr_{user.id}", "name": user.name, "role": user.role} for user in named],
    }
    assert "data" not in more.json()


LISTS = {
    "users": ("{ users { totalCount } }", {Role.ADMIN}),
    "user": ('{ user(id: "usr_1") { id } }', {Role.ADMIN}),
    "people": ("{ people { totalCount } }", {Role.CONTRIBUTOR, Role.EDITOR, Role.PUBLISHER, Role.ADMIN}),
}


@pytest.mark.parametrize("role", [None, *Role])
async def test_each_role_sees_the_lists_that_the_table_says(client: httpx2.AsyncClient, role: Role | None) -> None:
    if role is not None:
        await sign_in(client, await make_user(role))

    for field, (query, allowed) in LISTS.items():
        response = await send(client, query)

        if role in allowed:
            assert response.json()["data"][field] is not None
        else:
            assert codes(response) == ["FORBIDDEN"]
            # A connection is never null, so the refusal takes the whole answer with it.
            assert not (response.json().get("data") or {}).get(field)


async def test_a_token_sees_users_by_its_scopes(client: httpx2.AsyncClient) -> None:
    admin = await make_user(Role.ADMIN)
    manages, edits = await make_token(admin, Permission.MANAGE_USERS), await make_token(admin, Permission.EDIT)

    allowed = await send(client, "{ users { totalCount } }", bearer(manages))
    refused = await send(client, "{ users { totalCount } }", bearer(edits))

    assert allowed.json()["data"] == {"users": {"totalCount": 1}}
    assert codes(refused) == ["FORBIDDEN"]


@pytest.mark.parametrize(
    "query",
    [
        '{ user(id: "art_1") { id } }',
        '{ user(id: "usr_x") { id } }',
        "{ users(first: 101) { totalCount } }",
        '{ users(after: "6666") { totalCount } }',
    ],
)
async def test_wrong_arguments_are_told(client: httpx2.AsyncClient, query: str) -> None:
    await sign_in(client, await make_user(Role.ADMIN))

    assert codes(await send(client, query)) == ["BAD_USER_INPUT"]


async def test_what_is_selected_of_a_changed_user_is_as_it_is_after_the_change(client: httpx2.AsyncClient) -> None:
    await sign_in(client, await make_user(Role.ADMIN))
    category = await Category.create(name="地方", key="地方", slug="difang", path="difang", depth=1, position=0)

    answer = await ask(
        client,
        """mutation($input: CreateUserInput!) { createUser(input: $input) {
          ... on UserPayload { who: user { ...Shown } again: user { email } } } }
        fragment Shown on User { name role hasPassword categories { name } identities { issuer } }""",
        input={"email": "new@example.org", "name": "新", "role": "CONTRIBUTOR", "categoryIds": [f"cat_{category.id}"]},
    )

    assert answer["createUser"] == {
        "who": {
            "name": "新",
            "role": "CONTRIBUTOR",
            "hasPassword": False,
            "categories": [{"name": "地方"}],
            "identities": [],
        },
        "again": {"email": "new@example.org"},
    }


async def test_an_administrator_forgets_by_which_provider_a_user_signed_in(client: httpx2.AsyncClient) -> None:
    made = await make_newsroom()
    await Identity.create(user_id=made["editor"].id, issuer="https://login.example", subject="17", created_at=now())
    unlink = """mutation($id: ID!) { unlinkIdentities(userId: $id) {
      __typename ... on UserPayload { user { identities { issuer } } } ... on Refusal { code } } }"""
    await sign_in(client, made["admin"])

    done = await ask(client, unlink, id=f"usr_{made['editor'].id}")
    missing = await ask(client, unlink, id="usr_99999")

    assert done["unlinkIdentities"] == {"__typename": "UserPayload", "user": {"identities": []}}
    assert missing["unlinkIdentities"] == {"__typename": "NotFound", "code": "NOT_FOUND"}


async def test_signing_in_anew_ends_the_former_session_of_the_browser(client: httpx2.AsyncClient) -> None:
    user = await make_user()
    await sign_in(client, user)
    former = client.cookies["broadsheet"]
    await sign_in(client, user)

    listed = await ask(client, "{ viewer { sessions { isCurrent } } }")
    client.cookies.clear()
    client.cookies.set("broadsheet", former)

    assert listed["viewer"]["sessions"] == [{"isCurrent": True}]
    assert (await send(client, "{ viewer { id } }", {})).json()["data"] == {"viewer": None}
