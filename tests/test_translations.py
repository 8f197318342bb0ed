"""Translations: links of the kind TRANSLATION_OF, what drafts keep of them, and whose pages they change."""

from __future__ import annotations

from importlib import import_module

import pytest
from tortoise.context import require_context

from cms import editing, publishing, trash
from cms.db import Database
from cms.edits import Edits, ListEdit
from cms.errors import Forbidden, NotFound, ValidationFailed
from cms.models import Draft, Event
from cms.snapshots import CreditLink, RelationLink
from cms.words import DraftStatus, RelationKind, Role
from tests.content import EDITOR, make_article, make_author, make_draft, make_reference, make_tag
from tests.content import publish as go_live
from tests.desk import make_viewer, refused
from tests.test_updating import head, save

pytestmark = pytest.mark.anyio


def of(draft: Draft) -> tuple[RelationLink, ...]:
    return (RelationLink(RelationKind.TRANSLATION_OF, target_id=draft.id),)


async def original_of(draft: Draft) -> int | None:
    return (await Draft.get(id=draft.id)).translation_of_id


async def test_a_draft_keeps_what_its_newest_revision_translates(database: Database) -> None:
    chinese, other = await make_draft(), await make_draft()
    related = RelationLink(RelationKind.RELATED, target_id=other.id)
    reference = RelationLink(RelationKind.TRANSLATION_OF, reference_id=(await make_reference()).id)

    english = await make_draft(language="en", relations=(related, reference, *of(chinese)))
    assert await original_of(english) == chinese.id
    await save(english, relations=ListEdit(replace=(related,)))
    assert await original_of(english) is None
    await editing.restore_revision(EDITOR, english.id, 1, expected_version=2)
    assert await original_of(english) == chinese.id


async def test_a_translation_outlives_its_original(database: Database) -> None:
    chinese = await make_draft()
    english = await make_draft(language="en", relations=of(chinese))
    await trash.trash(EDITOR, chinese.id, expected_version=1)

    await trash.delete(EDITOR, chinese.id, expected_version=2)

    assert await original_of(english) is None


async def test_what_is_to_be_translated_is_copied_and_linked(database: Database) -> None:
    author, tag, other = await make_author(), await make_tag(), await make_draft()
    chinese = await make_draft(
        "渡轮复航",
        "<p>今天上午。</p>",
        slug="du-lun",
        canonical_url="https://example.org/1",
        credits=(CreditLink(author.id, "甲"),),
        tag_ids=(tag.id,),
        relations=(RelationLink(target_id=other.id),),
    )

    english = await editing.translate(EDITOR, chinese.id, "en")

    content, row = await head(english), await Draft.get(id=english.id)
    assert (content.language, content.title, content.html) == ("en", "渡轮复航", "<p>今天上午。</p>")
    assert (content.canonical_url, content.tag_ids) == ("", (tag.id,))
    assert content.credits == (CreditLink(author.id, "甲"),)
    assert content.relations == of(chinese)
    assert (row.status, row.translation_of_id) == (DraftStatus.DRAFT, chinese.id)
    assert row.slug != "du-lun"
    assert (await Event.get(subject_id=english.id)).payload["duplicateOf"] == f"art_{chinese.id}"


async def test_a_translation_of_a_translation_is_one_of_the_original(database: Database) -> None:
    chinese = await make_draft()
    english = await editing.translate(EDITOR, chinese.id, "en")

    german = await editing.translate(EDITOR, english.id, "de")

    assert await original_of(german) == chinese.id


async def test_only_another_language_is_one(database: Database) -> None:
    reader, contributor = await make_viewer(Role.READER), await make_viewer(Role.CONTRIBUTOR)
    chinese = await make_draft()

    for language in ("zh-hans", "", "no language"):
        async with refused(ValidationFailed):
            await editing.translate(EDITOR, chinese.id, language)
    async with refused(Forbidden):
        await editing.translate(reader, chinese.id, "en")
    async with refused(NotFound):
        await editing.translate(contributor, chinese.id, "en")


async def test_events_tag_the_pages_of_all_translations_that_the_plan_names(database: Database) -> None:
    chinese = await make_article()
    english = await make_article(language="en", relations=of(await Draft.get(id=chinese.id)))
    hidden = await make_draft(language="fr")
    german = await make_draft(language="de", relations=(*of(await Draft.get(id=chinese.id)), *of(hidden)))

    done = await publishing.publish(EDITOR, german.id, expected_version=1)
    edits = Edits({}, relations=ListEdit(replace=()))
    await editing.update_draft(EDITOR, german.id, edits, expected_version=2)
    await publishing.publish(EDITOR, german.id, expected_version=3)
    await publishing.unpublish(EDITOR, german.id, expected_version=4)

    events = await Event.filter(subject_kind="article", subject_id=german.id).order_by("sequence")
    own, others = {f"article:{german.id}", "list:articles"}, {f"article:{chinese.id}", f"article:{english.id}"}
    assert [set(event.tags) for event in events] == [own | others, own | others, own]
    assert {each.tag for each in done.plan.lists} == {"list:articles"} | others


async def test_an_original_that_goes_live_changes_the_pages_of_its_translations(database: Database) -> None:
    chinese = await make_draft()
    english = await make_article(language="en", relations=of(chinese))

    await go_live(chinese)

    assert f"article:{english.id}" in (await Event.get(type="article.published", subject_id=chinese.id)).tags


async def test_migrating_finds_what_newest_revisions_translate(database: Database, dialect: str) -> None:
    chinese, other = await make_draft(), await make_draft()
    english = await make_draft(relations=(RelationLink(target_id=other.id), *of(chinese)))
    former = await make_draft(relations=of(chinese))
    await save(former, relations=ListEdit(replace=()))
    orphan = await make_draft(relations=of(other))
    await trash.trash(EDITOR, other.id, expected_version=1)
    await trash.delete(EDITOR, other.id, expected_version=2)
    await Draft.all().update(translation_of_id=None)
    fill = import_module("cms.migrations.versions.0016_translations").Migration.operations[-1]

    await require_context().db().execute_script(fill._sql[dialect])

    found = await Draft.all().values_list("id", "translation_of_id")
    assert dict(found) == {chinese.id: None, english.id: chinese.id, former.id: None, orphan.id: None}
