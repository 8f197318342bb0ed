"""Users, passwords and tokens over the API, and what each role may do with them."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from cms.models import Category
from cms.words import Role
from tests.accounts import (
    CREATE_TOKEN,
    PASSWORD,
    SIGN_IN,
    VIEWER,
    ask,
    bearer,
    cheap_hashes,
    client,
    codes,
    make_user,
    send,
    sign_in,
    viewer,
)

__all__ = ["cheap_hashes", "client"]

pytestmark = pytest.mark.anyio

REVOKE_TOKEN = "mutation($id: ID!) { revokeToken(id: $id) { __typename ... on Refusal { code message } } }"


async def test_an_account_is_run_over_the_api(client: httpx2.AsyncClient) -> None:
    await sign_in(client, await make_user(Role.ADMIN))

    made = await ask(
        client,
        """mutation { createUser(input: {email: "New@example.org", name: "新编辑", role: EDITOR}) {
          ... on UserPayload { user { id email role isDisabled } } } }""",
    )
    user = made["createUser"]["user"]
    link = await ask(
        client,
        "mutation($id: ID!) { createLoginLink(userId: $id) { ... on LoginLinkPayload { link expiresAt } } }",
        id=user["id"],
    )
    client.cookies.clear()
    chosen = await ask(
        client,
        """mutation($link: String!, $password: String!) {
          setPassword(input: {link: $link, password: $password}) { ... on PasswordPayload { user { email } } } }""",
        link=link["createLoginLink"]["link"],
        password=PASSWORD,
    )
    signed_in = await ask(client, SIGN_IN, email="new@example.org", password=PASSWORD)
    changed = await ask(
        client,
        """mutation($old: String!) { changePassword(input: {currentPassword: $old, newPassword: "short"}) {
          __typename ... on ValidationFailed { code problems { path } } } }""",
        old=PASSWORD,
    )
    gone = await ask(
        client,
        """mutation($old: String!) { changePassword(input: {currentPassword: $old, newPassword: "a new password"}) {
          __typename } }""",
        old=PASSWORD,
    )

    assert user["email"] == "new@example.org"
    assert (user["role"], user["isDisabled"]) == ("EDITOR", False)
    assert chosen["setPassword"]["user"]["email"] == "new@example.org"
    assert signed_in["signIn"]["__typename"] == "SignInPayload"
    assert changed["changePassword"] == {
        "__typename": "ValidationFailed",
        "code": "BAD_USER_INPUT",
        "problems": [{"path": "newPassword"}],
    }
    assert gone["changePassword"]["__typename"] == "PasswordPayload"
    assert await viewer(client) is None


async def test_administrators_change_and_disable_users(client: httpx2.AsyncClient) -> None:
    await sign_in(client, await make_user(Role.ADMIN))
    user = await make_user(Role.CONTRIBUTOR)
    category = await Category.create(name="地方", key="地方", slug="difang", path="difang", depth=1, position=0)
    update = """mutation($input: UpdateUserInput!) { updateUser(input: $input) {
      __typename ... on UserPayload { user { name role isDisabled } } ... on Refusal { code message }
      ... on ValidationFailed { problems { path } } ... on NotFound { kind key } } }"""

    async def change(**changes: object) -> Any:
        return (await ask(client, update, input={"id": f"usr_{user.id}", **changes}))["updateUser"]

    limited = await change(categoryIds=[f"cat_{category.id}"])
    changed = await change(role="EDITOR", name="Other", categoryIds=[], isDisabled=True)
    missing = await change(id="usr_99999")
    wrong = await change(id="art_1")

    assert limited["__typename"] == "UserPayload"
    assert changed["user"] == {"name": "Other", "role": "EDITOR", "isDisabled": True}
    assert (missing["__typename"], missing["kind"], missing["code"]) == ("NotFound", "user", "NOT_FOUND")
    assert (wrong["__typename"], wrong["problems"]) == ("ValidationFailed", [{"path": "id"}])


async def test_tokens_are_made_listed_and_revoked_over_the_api(client: httpx2.AsyncClient) -> None:
    await sign_in(client, await make_user(Role.EDITOR))

    made = (await ask(client, CREATE_TOKEN, name="bot", scopes=["EDIT"]))["createToken"]
    beyond = (await ask(client, CREATE_TOKEN, name="bot", scopes=["PUBLISH"]))["createToken"]
    listed = await ask(client, "{ viewer { tokens { id prefix scopes } sessions { isCurrent address userAgent } } }")
    by_token = await send(client, "{ viewer { name tokens { id } } }", bearer(made["secret"]))
    revoked = await ask(client, REVOKE_TOKEN, id=made["token"]["id"])

    assert made["secret"].startswith(made["token"]["prefix"])
    assert (beyond["code"], beyond["problems"][0]["path"]) == ("BAD_USER_INPUT", "scopes")
    assert listed["viewer"]["tokens"] == [{key: made["token"][key] for key in ("id", "prefix", "scopes")}]
    assert [session["isCurrent"] for session in listed["viewer"]["sessions"]] == [True]
    assert codes(by_token) == ["FORBIDDEN"]
    assert by_token.json()["data"]["viewer"]["tokens"] is None
    assert revoked["revokeToken"]["__typename"] == "RevokeTokenPayload"
    assert (await send(client, VIEWER, bearer(made["secret"]))).status_code == 401


ADMINISTRATION = {
    "createUser": 'createUser(input: {email: "x@example.org", name: "X", role: ADMIN})',
    "updateUser": "updateUser(input: {id: %(user)s, role: ADMIN})",
    "createLoginLink": "createLoginLink(userId: %(user)s)",
    "unlinkIdentities": "unlinkIdentities(userId: %(user)s)",
    "createToken": 'createToken(input: {name: "x", scopes: [EDIT], userId: %(other)s})',
}


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize("field", ADMINISTRATION)
async def test_each_role_does_what_the_table_says(client: httpx2.AsyncClient, field: str, role: Role | None) -> None:
    other = await make_user()
    user = await make_user(role or Role.READER)
    ids = {"user": f'"usr_{other.id}"', "other": f'"usr_{other.id}"'}
    if role is not None:
        await sign_in(client, user)

    answer = await ask(client, f"mutation {{ {ADMINISTRATION[field] % ids} {{ __typename }} }}")

    assert (answer[field]["__typename"] == "Forbidden") == (role is not Role.ADMIN)
