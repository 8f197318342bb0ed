"""What events tell, and to whom."""

from __future__ import annotations

from typing import Any

import pytest

from cms import authors, editing, events, publishing
from cms.authors import AuthorFields
from cms.db import Database, writing
from cms.edits import Edits
from cms.event_types import TYPES
from cms.models import Event
from cms.permissions import Viewer
from cms.snapshots import CreditLink
from cms.words import Audience
from tests.content import DAY, EDITOR, make_author, make_draft, publish
from tests.happenings import sample

pytestmark = pytest.mark.anyio


async def told_last(event_type: str) -> Event:
    event = await Event.filter(type=event_type).order_by("-sequence").first()
    assert event is not None
    return event


@pytest.mark.parametrize("event_type", TYPES)
async def test_an_event_is_for_whom_its_type_says(event_type: str, database: Database) -> None:
    declared = TYPES[event_type]

    async with writing() as tx:
        await events.record(tx, EDITOR, event_type, (declared.subject_kind, 17), at=DAY, **sample(declared))

    event = await Event.get(type=event_type)
    assert event.audience == declared.audience or (declared.audience is None and event.audience == Audience.PUBLIC)
    assert event.uid.startswith("evt_")
    assert event.version == declared.version


@pytest.mark.parametrize(
    ("event_type", "payload"),
    [
        ("draft.saved", {}),
        ("draft.saved", {"version": 2, "html": "<p>机密</p>"}),
        ("source.updated", {"name": "甲", "slug": "jia"}),
        ("article.published", sample(TYPES["article.published"]) | {"is_public": True}),
    ],
)
async def test_what_a_type_does_not_declare_cannot_be_told(
    event_type: str, payload: dict[str, Any], database: Database
) -> None:
    async with writing() as tx:
        with pytest.raises(ValueError, match=event_type):
            await events.record(tx, EDITOR, event_type, ("draft", 17), at=DAY, **payload)


async def test_a_newer_revision_tells_what_differs_from_what_was_public(database: Database) -> None:
    draft = await make_draft("旧题", "<p>旧文。</p>")
    await publish(draft)
    await editing.update_draft(EDITOR, draft.id, Edits({"title": "新题"}), expected_version=2)
    await editing.update_draft(EDITOR, draft.id, Edits({"html": "<p>新文。</p>"}), expected_version=3)

    await publishing.publish(EDITOR, draft.id, expected_version=4)

    event = await told_last("article.updated")
    assert event.changed == ["title", "html"]
    assert (event.payload, event.language, event.details["title"]) == ({"revision": 4}, "zh-Hans", "新题")
    await publishing.publish(EDITOR, draft.id, expected_version=5)
    assert (await told_last("article.updated")).changed == []


async def test_readers_learn_of_an_author_only_if_a_public_article_shows_him(database: Database) -> None:
    hidden, shown = await make_author("甲"), await make_author("乙")
    await publish(await make_draft(credits=(CreditLink(shown.id, "乙"),)))
    await make_draft(credits=(CreditLink(hidden.id, "甲"),))

    audiences = []
    for author in (hidden, shown):
        await authors.update_author(EDITOR, author.id, AuthorFields(name=f"{author.name}二"), expected_version=1)
        event = await told_last("author.updated")
        assert event.changed == ["name"]
        audiences.append(event.audience)
    assert audiences == ["DESK", "PUBLIC"]


async def test_each_event_has_a_name_of_its_own(database: Database) -> None:
    async with writing() as tx:
        for _ in range(50):
            await events.record(tx, Viewer.anonymous(), "draft.submitted", ("draft", 1), at=DAY)

    assert len({event.uid for event in await Event.all()}) == 50
