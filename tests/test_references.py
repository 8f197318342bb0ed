"""References, and what the site says of itself."""

from __future__ import annotations

import pytest

from cms import references, site
from cms.db import Database
from cms.errors import Forbidden, NotFound, ValidationFailed, VersionConflict
from cms.models import Event, Reference, Site
from cms.permissions import Permission, Viewer
from cms.references import ReferenceFields
from cms.site import SiteFields
from cms.snapshots import RelationLink
from tests.content import EDITOR, make_article, make_collection, make_draft, make_reference

pytestmark = pytest.mark.anyio

WRITER = Viewer("w", frozenset({Permission.WRITE}))


async def test_a_new_reference_finds_the_article_of_its_title(database: Database) -> None:
    draft = await make_draft("渡轮：复航")

    found = await references.create_reference(EDITOR, ReferenceFields(title="渡轮:复航", url="https://else.test/1"))
    waiting = await references.create_reference(EDITOR, ReferenceFields(title="别的"))

    assert (found.target_id, waiting.target_id) == (draft.id, None)
    assert (await Reference.get(id=found.id)).url == "https://else.test/1"


async def test_a_reference_is_changed_and_pointed_elsewhere(database: Database) -> None:
    first, second = await make_draft("甲"), await make_draft("乙")
    made = await references.create_reference(EDITOR, ReferenceFields(title="丙", teaser="一\n二"))

    await references.update_reference(
        EDITOR, made.id, ReferenceFields(title="甲", is_truncated=True), expected_version=1
    )
    renamed = await Reference.get(id=made.id)
    await references.set_target(EDITOR, made.id, second.id, expected_version=2)
    pointed = await Reference.get(id=made.id)
    await references.update_reference(EDITOR, made.id, ReferenceFields(title="丁"), expected_version=3)
    await references.set_target(EDITOR, made.id, None, expected_version=4)
    cleared = await Reference.get(id=made.id)

    assert (renamed.target_id, renamed.is_truncated, renamed.teaser) == (first.id, True, "一\n二")
    assert pointed.target_id == second.id
    assert (cleared.target_id, cleared.version, cleared.title) == (None, 5, "丁")
    assert await Event.filter(type="reference.updated").count() == 4


async def test_what_shows_a_reference_keeps_it_and_is_purged_with_it(database: Database) -> None:
    reference = await make_reference("甲")
    article = await make_article(relations=(RelationLink(reference_id=reference.id),))
    await make_draft(relations=(RelationLink(reference_id=reference.id),))
    collection = await make_collection(items=[reference])

    with pytest.raises(ValidationFailed) as refusal:
        await references.delete_reference(EDITOR, reference.id, expected_version=1)
    await references.update_reference(EDITOR, reference.id, ReferenceFields(url="https://a.test"), expected_version=1)

    for fact in ("1 public articles", "1 collections", "2 drafts", "take it out"):
        assert fact in str(refusal.value)
    tags = (await Event.get(type="reference.updated")).tags
    assert tags == [
        f"reference:{reference.id}",
        f"article:{article.id}",
        f"collection:{collection.id}",
        "list:articles",
    ]


async def test_an_unused_reference_is_deleted(database: Database) -> None:
    reference = await make_reference("甲")

    await references.delete_reference(EDITOR, reference.id, expected_version=1)

    assert await Reference.all().count() == 0
    assert (await Event.get(type="reference.deleted")).payload == {"title": "甲"}


async def test_references_refuse_what_cannot_be(database: Database) -> None:
    reference = await make_reference("甲")
    number, stale = reference.id, {"expected_version": 7}

    with pytest.raises(ValidationFailed) as refusal:
        await references.create_reference(EDITOR, ReferenceFields(title=" ", url="x", teaser="y" * 10_001))
    with pytest.raises(ValidationFailed, match="targetId"):
        await references.set_target(EDITOR, number, 999, expected_version=1)
    for refused in (
        references.update_reference(EDITOR, number, ReferenceFields(title="x"), **stale),
        references.set_target(EDITOR, number, None, **stale),
        references.delete_reference(EDITOR, number, **stale),
    ):
        with pytest.raises(VersionConflict):
            await refused
    with pytest.raises(NotFound):
        await references.delete_reference(EDITOR, 999, **stale)
    with pytest.raises(Forbidden):
        await references.create_reference(WRITER, ReferenceFields(title="x"))

    assert sorted(problem.path for problem in refusal.value.problems) == ["teaser", "title", "url"]
    assert (await Reference.get(id=number)).version == 1


async def test_the_site_begins_at_version_0_and_refuses_stale_changes(database: Database) -> None:
    first = await site.update_site(EDITOR, SiteFields(name="晨报网", url="https://a.test"), expected_version=0)
    second = await site.update_site(EDITOR, SiteFields(tagline="每天"), expected_version=1)
    with pytest.raises(VersionConflict) as refusal:
        await site.update_site(EDITOR, SiteFields(name="x"), expected_version=1)
    described = await site.describe(EDITOR, name="晚报网")

    assert (first.version, second.version, described.version) == (1, 2, 3)
    row = await Site.get(id=1)
    assert (row.name, row.tagline, row.url, row.language) == ("晚报网", "每天", "https://a.test", "zh-Hans")
    assert (refusal.value.expected, refusal.value.current) == (1, 2)
    assert [event.tags for event in await Event.all()] == [["site"]] * 3


async def test_the_site_cannot_say_everything(database: Database) -> None:
    with pytest.raises(ValidationFailed) as refusal:
        await site.update_site(
            EDITOR, SiteFields(name="", url="mailto:a@b.test", language="", tagline="a\nb"), expected_version=0
        )
    with pytest.raises(Forbidden):
        await site.update_site(WRITER, SiteFields(name="x"), expected_version=0)

    assert sorted(problem.path for problem in refusal.value.problems) == ["language", "name", "tagline", "url"]
    assert await Site.all().count() == 0
