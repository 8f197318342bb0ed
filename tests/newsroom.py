"""A site with a user of each role, and the operations of editors over HTTP."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from cms.auth import CSRF_HEADER
from cms.words import Role
from tests.accounts import PASSWORD, SIGN_IN, ask, make_user, send

PROBLEMS = "... on Refusal { code message } ... on ValidationFailed { problems { path message } }"
REFUSAL = f"""{PROBLEMS}
  ... on VersionConflict {{ expectedVersion currentVersion fields base mine theirs }}
  ... on InvalidTransition {{ current wanted }}"""
DRAFT = "id status review version title slug"
CREATE = f"""mutation($input: CreateArticleInput!) {{ createArticle(input: $input) {{ __typename
  ... on DraftPayload {{ draft {{ {DRAFT} article {{ id }} head {{ number title html typedExcerpt publishedAt urgency
    source {{ name }} category {{ path }}
    credits {{ name role position author {{ name }} }} tags {{ name }}
    relations {{ kind position target {{ id title }} reference {{ id title }} }} }} }} }}
  {PROBLEMS} }} }}"""
UPDATE = f"""mutation($input: UpdateArticleInput!) {{ updateArticle(input: $input) {{ __typename
  ... on UpdateArticlePayload {{ mergedFields draft {{ {DRAFT} head {{ number title subtitle html byline
    credits {{ name role position author {{ id }} }} tags {{ id }} }} }} }}
  {REFUSAL} }} }}"""
PUBLISH = f"""mutation($input: ArticleInput!) {{ publishArticle(input: $input) {{ __typename
  ... on PublishArticlePayload {{ draft {{ {DRAFT} hasUnpublishedChanges live {{ number }} }} article {{ id title url }}
    plan {{ revision url event canPublish lists {{ tag change }} findings {{ code field blocks }} }} }}
  {REFUSAL} }} }}"""


class Newsroom:
    """A client that acts as users by their sessions; `headers` are what each sends."""

    def __init__(self, site: httpx2.AsyncClient, headers: dict[Role, dict[str, str]]) -> None:
        self.client = site
        self.headers = headers

    async def ask(self, query: str, role: Role = Role.PUBLISHER, /, **variables: Any) -> Any:
        return await ask(self.client, query, self.headers[role], **variables)

    async def act(self, name: str, role: Role = Role.PUBLISHER, /, arguments: str = "", **input_: Any) -> Any:
        """The answer to a mutation that takes an article and gives a draft."""
        more = f", {arguments}" if arguments else ""
        query = f"""mutation($input: ArticleInput!) {{ {name}(input: $input{more}) {{ __typename
          ... on DraftPayload {{ draft {{ {DRAFT} reviewNote embargoUntil trashedAt assignee {{ name }} }} }}
          {REFUSAL} }} }}"""
        return (await self.ask(query, role, input=input_))[name]

    async def create(self, role: Role = Role.PUBLISHER, /, **input_: Any) -> Any:
        given = {"title": "标题", "html": "<p>正文。</p>"} | input_
        return (await self.ask(CREATE, role, input=given))["createArticle"]

    async def update(self, role: Role = Role.PUBLISHER, /, **input_: Any) -> Any:
        return (await self.ask(UPDATE, role, input=input_))["updateArticle"]

    async def publish(self, role: Role = Role.PUBLISHER, /, **input_: Any) -> Any:
        return (await self.ask(PUBLISH, role, input=input_))["publishArticle"]


@pytest.fixture
async def newsroom(client: httpx2.AsyncClient) -> Newsroom:
    """A site with a user of each role. Import `client` and `cheap_hashes` of tests.accounts with it."""
    headers = {}
    for role in Role:
        user = await make_user(role, email=f"{role.lower()}@example.org")
        answer = await send(client, SIGN_IN, {}, email=user.email, password=PASSWORD)
        headers[role] = {"Cookie": answer.headers["set-cookie"].partition(";")[0], CSRF_HEADER: "1"}
        client.cookies.clear()
    return Newsroom(client, headers)
