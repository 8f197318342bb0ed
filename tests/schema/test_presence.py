"""Who has a draft before them, over HTTP: who sees whom, until when, and from another process."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from cms import users
from cms.models import User
from cms.words import Role
from tests.accounts import OPERATOR, ask
from tests.content import make_draft
from tests.newsroom import Newsroom
from tests.test_app import make_app, started

pytestmark = pytest.mark.anyio
ANNOUNCE = """mutation($id: ID!, $editing: Boolean!) { announcePresence(id: $id, isEditing: $editing) { __typename
  ... on DraftPayload { draft { version presence { user { role } isEditing } lock { user { role } } } }
  ... on Refusal { code } } }"""
WITHDRAW = """mutation($id: ID!) { withdrawPresence(id: $id) { ... on WithdrawPresencePayload { wasThere }
  ... on Refusal { code } } }"""
SEE = "query($id: ID!) { draft(id: $id) { presence { user { role } isEditing since seenAt } } }"


async def announce(newsroom: Newsroom, role: Role, draft: str, *, editing: bool = False) -> Any:
    return (await newsroom.ask(ANNOUNCE, role, id=draft, editing=editing))["announcePresence"]


async def seen(newsroom: Newsroom, draft: str, role: Role = Role.ADMIN) -> list[str]:
    there = (await newsroom.ask(SEE, role, id=draft))["draft"]["presence"]
    return [each["user"]["role"] for each in there]


async def test_a_heartbeat_answers_with_everybody_who_is_there(newsroom: Newsroom) -> None:
    draft = (await newsroom.create())["draft"]["id"]
    await announce(newsroom, Role.EDITOR, draft, editing=True)

    told = await announce(newsroom, Role.PUBLISHER, draft)

    assert told["draft"]["version"] == 1
    assert told["draft"]["presence"] == [
        {"user": {"role": "EDITOR"}, "isEditing": True},
        {"user": {"role": "PUBLISHER"}, "isEditing": False},
    ]


async def test_whoever_falls_silent_is_gone_after_a_minute(newsroom: Newsroom) -> None:
    draft = (await newsroom.create())["draft"]["id"]
    await announce(newsroom, Role.EDITOR, draft)

    with time_machine.travel(timedelta(seconds=50), tick=False):
        after_50_seconds = await seen(newsroom, draft)
    with time_machine.travel(timedelta(seconds=61), tick=False):
        after_a_minute = await seen(newsroom, draft)

    assert (after_50_seconds, after_a_minute) == (["EDITOR"], [])


async def test_whoever_closes_the_draft_is_gone(newsroom: Newsroom) -> None:
    draft = (await newsroom.create())["draft"]["id"]
    await announce(newsroom, Role.EDITOR, draft)

    answers = [(await newsroom.ask(WITHDRAW, Role.EDITOR, id=draft))["withdrawPresence"] for _ in range(2)]

    assert answers == [{"wasThere": True}, {"wasThere": False}]
    assert await seen(newsroom, draft) == []


async def test_whoever_signs_out_is_gone(newsroom: Newsroom) -> None:
    draft = (await newsroom.create())["draft"]["id"]
    for role in (Role.EDITOR, Role.PUBLISHER):
        await announce(newsroom, role, draft)

    await newsroom.ask("mutation { signOut { __typename } }", Role.EDITOR)

    assert await seen(newsroom, draft) == ["PUBLISHER"]


async def test_whoever_is_disabled_is_gone(newsroom: Newsroom) -> None:
    draft = (await newsroom.create())["draft"]["id"]
    await announce(newsroom, Role.EDITOR, draft)
    editor = await User.get(role=Role.EDITOR)

    await users.update_user(OPERATOR, editor.id, is_disabled=True)

    assert await seen(newsroom, draft) == []


async def test_contributors_are_at_their_drafts_only_and_see_who_is_there(newsroom: Newsroom) -> None:
    own = (await newsroom.create(Role.CONTRIBUTOR))["draft"]["id"]
    other = f"art_{(await make_draft()).id}"
    for draft in (own, other):
        await announce(newsroom, Role.EDITOR, draft)

    told = [await announce(newsroom, Role.CONTRIBUTOR, draft) for draft in (own, other)]

    assert [each["user"]["role"] for each in told[0]["draft"]["presence"]] == ["EDITOR", "CONTRIBUTOR"]
    assert told[1]["code"] == "NOT_FOUND"
    assert (await newsroom.ask(SEE, Role.CONTRIBUTOR, id=other))["draft"] is None
    assert await seen(newsroom, other) == ["EDITOR"]


async def test_other_processes_see_who_is_there(newsroom: Newsroom, database_url: str) -> None:
    draft = (await newsroom.create())["draft"]["id"]

    async with started(make_app(database_url)) as elsewhere:
        await announce(newsroom, Role.EDITOR, draft)
        variables = {"id": draft, "editing": True}
        told = await ask(elsewhere, ANNOUNCE, newsroom.headers[Role.PUBLISHER], **variables)

    assert [each["user"]["role"] for each in told["announcePresence"]["draft"]["presence"]] == ["EDITOR", "PUBLISHER"]
    assert await seen(newsroom, draft) == ["EDITOR", "PUBLISHER"]
