"""What webhooks carry: in each form, for whom it is made, and never more than that."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from jsonschema import Draft202012Validator

from cms import authors, editing, publishing, tags
from cms.authors import AuthorFields
from cms.db import Database
from cms.edits import Edits
from cms.event_types import PING, envelope
from cms.event_types import TYPES as TYPES_OF_EVENTS
from cms.models import Draft, Endpoint, Event
from cms.settings import Settings
from cms.snapshots import CreditLink
from cms.tags import TagFields
from cms.webhooks.payloads import ping
from schema.build import make_schema
from schema.payloads import FULL, Payloads
from tests.content import (
    DAY,
    EDITOR,
    make_article,
    make_asset,
    make_author,
    make_category,
    make_draft,
    make_source,
    make_tag,
    publish,
)

pytestmark = pytest.mark.anyio


@pytest.fixture
def payloads(database: Database) -> Payloads:
    settings = Settings(_env_file=None)
    return Payloads(make_schema(database, settings), settings)


def endpoint(**columns: Any) -> Endpoint:
    return Endpoint(id=1, name="搜索", url="https://a.example/", position=0, created_at=DAY, updated_at=DAY, **columns)


async def rendered(payloads: Payloads, event: Event, **columns: Any) -> Any:
    """The body, held against the schema of the event's type."""
    body = orjson.loads(await payloads.render(endpoint(**columns), event))
    Draft202012Validator(envelope(TYPES_OF_EVENTS.get(event.type, PING))).validate(body)
    return body


async def last(event_type: str) -> Event:
    event = await Event.filter(type=event_type).order_by("-sequence").first()
    assert event is not None
    return event


async def test_thin_is_the_event_alone(payloads: Payloads) -> None:
    article = await make_article("渡轮停航")
    event = await last("article.published")

    body = await rendered(payloads, event, payload="THIN")

    assert body == {
        "id": event.uid,
        "type": "article.published",
        "version": 1,
        "timestamp": event.created_at.isoformat().replace("+00:00", "Z"),
        "sequence": event.sequence,
        "subject": {"kind": "article", "id": f"art_{article.id}"},
        "actor": body["actor"],
        "fields": [],
        "tags": event.tags,
        "data": {"revision": 1},
    }


async def test_full_has_the_article_as_readers_see_it(payloads: Payloads) -> None:
    source, author, category = await make_source("荆州日报"), await make_author("甲"), await make_category("情感")
    picture = await make_asset(alt="渡口", rights="机密的约定")
    links = {"source_id": source.id, "category_id": category.id, "image_id": picture.id}
    draft = await make_draft("渡轮停航", credits=(CreditLink(author.id, "甲"),), **links)
    await publish(draft)
    version = (await Draft.get(id=draft.id)).version
    await editing.update_draft(EDITOR, draft.id, Edits({"title": "机密改题"}), expected_version=version)

    body = await rendered(payloads, await last("article.published"))

    told = body["object"]
    assert (told["title"], told["source"]["name"], told["category"]["path"]) == (
        "渡轮停航",
        "荆州日报",
        category.path,
    )
    assert (told["credits"][0]["author"]["name"], told["body"]["html"]) == ("甲", "<p>正文。</p>")
    assert (told["image"]["alt"], told["image"]["width"]) == ("渡口", 800)
    assert "机密" not in orjson.dumps(body).decode()


async def test_what_is_not_public_any_more_is_not_sent(payloads: Payloads) -> None:
    article = await make_article("渡轮停航")
    published = await last("article.published")
    await publishing.take_down(EDITOR, article.id, "侵权", expected_version=(await Draft.get(id=article.id)).version)

    for columns in ({}, {"payload": "SELECTION", "selection": "{ article { title } }"}):
        body = await rendered(payloads, published, **columns)
        assert body["object"] in (None, {"article": None})
        assert "渡轮停航" not in orjson.dumps(body).decode()


async def test_a_selection_is_run_as_the_role_that_was_chosen(payloads: Payloads) -> None:
    draft = await make_draft("还没发布")
    event = await last("draft.created")
    selection = "{ subjectId draft { title } article { title } }"

    for_readers = await rendered(payloads, event, payload="SELECTION", selection=selection)
    for_editors = await rendered(payloads, event, payload="SELECTION", selection=selection, run_as="EDITOR")
    full = await rendered(payloads, event, run_as="EDITOR")

    assert for_readers["object"] is None
    assert for_editors["object"] == {"subjectId": f"art_{draft.id}", "draft": {"title": "还没发布"}, "article": None}
    assert full["object"]["head"]["title"] == "还没发布"


async def test_a_selection_that_fails_leaves_the_event(payloads: Payloads) -> None:
    await make_article()

    body = await rendered(
        payloads, await last("article.published"), payload="SELECTION", selection="{ article { gone } }"
    )

    assert (body["type"], body["object"]) == ("article.published", None)


async def test_every_kind_of_subject_can_be_told_in_full(payloads: Payloads) -> None:
    """A field that the schema has not any more would go unnoticed, as the event is sent without it."""
    for kind, selection in FULL.items():
        assert await payloads.problem_in(f"{{ {kind} {selection} }}", "ADMIN") is None, kind
    author, tag = await make_author("甲"), await make_tag("水运")
    await publish(await make_draft(credits=(CreditLink(author.id, "甲"),), tag_ids=(tag.id,)))
    await authors.update_author(EDITOR, author.id, AuthorFields(name="乙"), expected_version=1)
    await tags.update_tag(EDITOR, tag.id, TagFields(name="航运"), expected_version=1)

    assert (await rendered(payloads, await last("author.updated")))["object"]["name"] == "乙"
    assert (await rendered(payloads, await last("tag.updated")))["object"]["name"] == "航运"


async def test_a_ping_is_an_event_without_a_subject_to_look_up(payloads: Payloads) -> None:
    body = await rendered(payloads, ping(endpoint(), DAY))

    assert (body["type"], body["subject"]["id"], body["object"]) == ("endpoint.ping", "end_1", None)
