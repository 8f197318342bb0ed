from datetime import UTC, datetime

import pytest
import time_machine

from cms import editing, events, publishing, trash
from cms.db import Database
from cms.edits import Edits, ListEdit
from cms.errors import Forbidden, InvalidTransition, NotFound, ValidationFailed, VersionConflict
from cms.models import Article, ArticleBody, Credit, Draft, Event, Publication, Relation
from cms.permissions import Permission, Viewer
from cms.snapshots import Content, CreditLink, RelationLink
from cms.words import CreditRole, DraftStatus
from tests.content import (
    EDITOR,
    make_article,
    make_author,
    make_category,
    make_collection,
    make_draft,
    make_reference,
    make_source,
    make_tag,
)

pytestmark = pytest.mark.anyio
READER = Viewer.anonymous()
WRITER = Viewer("writer", frozenset({Permission.EDIT}))


async def test_publishing_makes_the_article_public_with_its_links_in_order(database: Database) -> None:
    authors = [await make_author(), await make_author()]
    references = [await make_reference(), await make_reference()]
    content = Content(
        title="渡轮",
        html="<p>正文。</p>",
        credits=(CreditLink(authors[1].id, "乙"), CreditLink(authors[0].id, "甲", CreditRole.EDITOR)),
        relations=tuple(RelationLink(reference_id=reference.id) for reference in reversed(references)),
    )
    draft = await editing.create_draft(EDITOR, content)

    await publishing.publish(EDITOR, draft.id, expected_version=1)

    article = await Article.get(id=draft.id)
    names = await Credit.filter(article_id=draft.id).order_by("position")
    relations = await Relation.filter(article_id=draft.id).order_by("position")
    assert (article.title, article.path) == ("渡轮", f"/articles/{draft.id}-渡轮")
    assert [(credit.name, credit.role) for credit in names] == [("乙", "AUTHOR"), ("甲", "EDITOR")]
    assert [relation.reference_id for relation in relations] == [references[1].id, references[0].id]


async def test_an_empty_date_stays_empty_and_lists_use_the_first_publication(database: Database) -> None:
    with time_machine.travel(datetime(2026, 1, 28, 9, 30, tzinfo=UTC), tick=False):
        draft = await make_draft(published_at=None)
        await publishing.publish(EDITOR, draft.id, expected_version=1)
    with time_machine.travel(datetime(2026, 2, 1, tzinfo=UTC), tick=False):
        await publishing.publish(EDITOR, draft.id, expected_version=2)

    article = await Article.get(id=draft.id)

    assert article.published_at is None
    assert article.listed_at == datetime(2026, 1, 28, 9, 30, tzinfo=UTC)
    assert article.modified_at == datetime(2026, 2, 1, tzinfo=UTC)


async def test_an_old_article_is_not_modified_by_its_first_publication(database: Database) -> None:
    dated = datetime(2020, 5, 1, tzinfo=UTC)
    draft = await make_draft(published_at=dated)

    first = (await publishing.publish(EDITOR, draft.id, expected_version=1)).article
    with time_machine.travel(datetime(2026, 2, 1, tzinfo=UTC), tick=False):
        again = (await publishing.publish(EDITOR, draft.id, expected_version=2)).article

    assert (first.listed_at, first.modified_at) == (dated, dated)
    assert (again.listed_at, again.modified_at) == (dated, datetime(2026, 2, 1, tzinfo=UTC))


async def test_unpublishing_leaves_nothing_public_and_keeps_the_draft(database: Database) -> None:
    draft = await make_draft()
    await publishing.publish(EDITOR, draft.id, expected_version=1)

    await publishing.unpublish(EDITOR, draft.id, expected_version=2)

    assert not await Article.exists(id=draft.id)
    assert not await ArticleBody.exists(article_id=draft.id)
    assert not await Credit.exists(article_id=draft.id)
    assert (await Draft.get(id=draft.id)).status == DraftStatus.UNPUBLISHED


async def test_publications_tell_when_each_revision_was_public(database: Database) -> None:
    draft = await make_draft()

    await publishing.publish(EDITOR, draft.id, expected_version=1)
    await publishing.publish(EDITOR, draft.id, expected_version=2)
    await publishing.unpublish(EDITOR, draft.id, expected_version=3)

    rows = await Publication.filter(draft_id=draft.id).order_by("id")
    assert len(rows) == 2
    assert all(row.live_until is not None for row in rows)


async def test_every_change_leaves_one_event_numbered_without_gaps(database: Database) -> None:
    draft = await make_draft()
    await publishing.publish(EDITOR, draft.id, expected_version=1)
    await publishing.publish(EDITOR, draft.id, expected_version=2)
    await publishing.unpublish(EDITOR, draft.id, expected_version=3)

    written = await Event.all().order_by("sequence")

    of_article = [event.type for event in written if event.subject_kind == "article"]
    assert of_article == ["article.published", "article.updated", "article.unpublished"]
    assert [event.sequence for event in written] == list(range(1, len(written) + 1))
    assert f"article:{draft.id}" in next(e.tags for e in written if e.type == "article.published")


async def test_events_tag_every_list_and_page_that_the_plan_names(database: Database) -> None:
    above = await make_category()
    first, second = await make_category(parent=above), await make_category()
    one, other = await make_author(), await make_author()
    old, new = {"category_id": first.id, "source_id": (await make_source()).id}, {"category_id": second.id}
    tag = await make_tag()
    draft = await make_draft("渡轮", credits=(CreditLink(one.id, "甲"),), tag_ids=(tag.id,), **old)
    linking = await make_article(relations=(RelationLink(target_id=draft.id),))
    front = await make_collection(items=[await make_reference(target=draft)])
    await publishing.publish(EDITOR, draft.id, expected_version=1)
    values = {"source_id": None} | new
    edits = Edits(values, credits=ListEdit(replace=(CreditLink(other.id, "乙"),)), tag_ids=ListEdit(replace=()))
    await editing.update_draft(EDITOR, draft.id, edits, expected_version=2)

    done = await publishing.publish(EDITOR, draft.id, expected_version=3)
    await publishing.unpublish(EDITOR, draft.id, expected_version=4)

    published, updated, unpublished = await Event.filter(subject_kind="article", subject_id=draft.id).order_by(
        "sequence"
    )
    always = {f"article:{draft.id}", "list:articles", f"article:{linking.id}", f"collection:{front.id}"}
    before = {f"category:{above.id}", f"category:{first.id}", f"source:{old['source_id']}", f"author:{one.id}"}
    after = {f"category:{second.id}", f"author:{other.id}"}
    assert set(published.tags) == always | before | {f"tag:{tag.id}"}
    assert set(updated.tags) == always | before | {f"tag:{tag.id}"} | after
    assert {each.tag for each in done.plan.lists} == set(updated.tags) - {f"article:{draft.id}"}
    assert set(unpublished.tags) == always | after


async def test_the_plan_says_what_keeps_a_draft_from_being_published(database: Database) -> None:
    draft = await make_draft()
    await publishing.publish(EDITOR, draft.id, expected_version=1)
    await publishing.take_down(EDITOR, draft.id, "违法", expected_version=2)
    gone = await publishing.plan(EDITOR, draft.id)
    await trash.trash(EDITOR, draft.id, expected_version=3)

    trashed = await publishing.plan(EDITOR, draft.id)

    for plan, remedy in ((gone, "reinstate"), (trashed, "restore")):
        (finding,) = [each for each in plan.findings if each.blocks]
        assert finding.code == "NOT_PUBLISHABLE"
        assert remedy in finding.message


async def test_the_plan_of_an_old_revision_looks_for_its_own_headline(database: Database) -> None:
    draft = await make_draft("渡轮")
    await make_draft("渡轮")
    await editing.update_draft(EDITOR, draft.id, Edits({"title": "别的"}), expected_version=1)

    old, newest = await publishing.plan(EDITOR, draft.id, revision=1), await publishing.plan(EDITOR, draft.id)

    assert "DUPLICATE_HEADLINE" in {each.code for each in old.findings}
    assert "DUPLICATE_HEADLINE" not in {each.code for each in newest.findings}


async def test_the_plan_of_a_correction_tells_the_event_of_a_correction(database: Database) -> None:
    draft = await make_draft()
    await publishing.publish(EDITOR, draft.id, expected_version=1)

    done = await publishing.correct(EDITOR, draft.id, "更正", expected_version=2)

    assert done.plan.event == (await Event.all().order_by("-sequence").first()).type  # type: ignore[union-attr]


@pytest.mark.parametrize("viewer", [READER, WRITER])
async def test_publishing_needs_its_permission(database: Database, viewer: Viewer) -> None:
    draft = await make_draft()

    with pytest.raises(Forbidden):
        await publishing.publish(viewer, draft.id, expected_version=1)

    assert not await Article.exists(id=draft.id)


async def test_a_stale_version_changes_nothing_and_names_the_current_one(database: Database) -> None:
    draft = await make_draft()
    await publishing.publish(EDITOR, draft.id, expected_version=1)
    before = await Event.all().count()

    with pytest.raises(VersionConflict) as refusal:
        await publishing.unpublish(EDITOR, draft.id, expected_version=1)

    assert (refusal.value.expected, refusal.value.current) == (1, 2)
    assert await Article.exists(id=draft.id)
    assert await Event.all().count() == before


async def test_what_is_not_there_cannot_be_published(database: Database) -> None:
    with pytest.raises(NotFound):
        await publishing.publish(EDITOR, 4711, expected_version=1)


async def test_what_is_not_public_cannot_be_unpublished(database: Database) -> None:
    draft = await make_draft()

    with pytest.raises(InvalidTransition):
        await publishing.unpublish(EDITOR, draft.id, expected_version=1)

    assert (await Draft.get(id=draft.id)).version == 1


async def test_an_article_without_body_is_not_published(database: Database) -> None:
    draft = await editing.create_draft(EDITOR, Content(title="空", html="<p> </p>"))

    with pytest.raises(ValidationFailed, match="body"):
        await publishing.publish(EDITOR, draft.id, expected_version=1)

    assert (await Draft.get(id=draft.id)).status == DraftStatus.DRAFT


async def test_an_event_of_an_undeclared_type_is_a_bug(database: Database) -> None:
    with pytest.raises(KeyError, match=r"article\.eaten"):
        await events.record(None, EDITOR, "article.eaten", ("article", 1), at=datetime.now(UTC))  # type: ignore[arg-type] # never reached
