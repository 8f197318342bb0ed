"""Saving edits: merging, autosaves, slugs, and who may."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from cms import authors, editing, publishing, reviewing, sources, tags
from cms.db import Database
from cms.edits import Edits, ListEdit, Placed
from cms.errors import Forbidden, InvalidTransition, NotFound, ValidationFailed, VersionConflict
from cms.models import Article, Draft, Event, Redirect, Reference, Revision, UserCategory
from cms.permissions import ROLES, Viewer
from cms.snapshots import Content, CreditLink, RelationLink, content_of
from cms.words import CreditRole, Role
from tests.accounts import cheap_hashes, make_user, viewer_of  # noqa: F401 - a fixture
from tests.content import EDITOR, make_author, make_category, make_draft, make_reference, make_source, make_tag
from tests.content import publish as go_live

pytestmark = pytest.mark.anyio
START = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


async def save(draft: Draft, viewer: Viewer = EDITOR, *, version: int = 0, **values: Any) -> editing.Saved:
    options = {name: values.pop(name) for name in ("is_autosave",) if name in values}
    lists = {name: values.pop(name) for name in ("credits", "relations", "tag_ids") if name in values}
    expected = version or (await Draft.get(id=draft.id)).version
    edits = Edits(values, **lists)
    return await editing.update_draft(viewer, draft.id, edits, expected_version=expected, **options)


async def head(draft: Draft) -> Content:
    revision = await Revision.filter(draft_id=draft.id).order_by("-number").first()
    assert revision is not None
    return content_of(revision.snapshot)


async def listed(draft: Draft) -> list[int]:
    """The numbers of the revisions that are shown."""
    return (
        await Revision.filter(draft_id=draft.id, superseded_at=None).order_by("number").values_list("number", flat=True)
    )  # type: ignore[return-value]


async def test_a_save_moves_the_draft_on_with_what_it_is_found_by(database: Database) -> None:
    source, category = await make_source(), await make_category()
    draft = await make_draft("旧标题")

    await save(draft, title="  ＮＥＷ　标题 ", source_id=source.id, category_id=category.id)

    row = await Draft.get(id=draft.id)
    assert (row.version, row.title, row.title_key) == (2, "ＮＥＷ\u3000标题", "new 标题")
    assert (row.source_id, row.category_id) == (source.id, category.id)
    event = await Event.get(type="draft.saved")
    assert (event.payload, event.changed) == ({"version": 2}, ["title", "slug", "sourceId", "categoryId"])


async def test_many_editors_at_once_lose_nothing(database: Database) -> None:
    body = "".join(f"<p>{number}</p>" for number in range(8))
    draft = await make_draft(html=body)

    async def edit(number: int) -> None:
        changed = body.replace(f"<p>{number}</p>", f"<p>{number} 改</p>")
        await save(draft, version=1, html=changed)

    await asyncio.gather(*(edit(number) for number in range(8)))

    text = (await head(draft)).html
    assert all(f"<p>{number} 改</p>" in text for number in range(8))
    assert (await Draft.get(id=draft.id)).version == 9


async def test_a_version_that_never_was_is_a_conflict(database: Database) -> None:
    draft = await make_draft()

    for version in (-1, 0, 2):
        with pytest.raises(VersionConflict):
            await editing.update_draft(EDITOR, draft.id, Edits({"title": "x"}), expected_version=version)


async def test_lists_are_replaced_then_removed_from_added_to_and_moved_in(database: Database) -> None:
    authors = [await make_author() for _ in range(4)]
    links = [CreditLink(author.id, author.name) for author in authors]
    draft = await make_draft(credits=tuple(links[:1]))

    edit = ListEdit(
        replace=(links[0], links[1], links[2]),
        remove=(CreditLink(authors[1].id, ""),),
        add=(Placed(links[3], 0),),
        move=(Placed(CreditLink(authors[0].id, "")),),
    )
    await save(draft, credits=edit)

    assert (await head(draft)).credits == (links[3], links[2], links[0])


@pytest.mark.parametrize(
    "edit",
    [
        ListEdit[int](remove=(99,)),
        ListEdit[int](move=(Placed(99, 0),)),
        ListEdit[int](add=(Placed(1, 5),)),
        ListEdit[int](add=(Placed(1, -1),)),
        ListEdit[int](add=(Placed(99),)),
    ],
)
async def test_edits_of_what_is_not_there_are_refused_whole(database: Database, edit: ListEdit[int]) -> None:
    draft = await make_draft()

    with pytest.raises(ValidationFailed) as refused:
        await save(draft, title="anders", tag_ids=edit)

    assert refused.value.problems[0].path.startswith("tag")
    assert (await Draft.get(id=draft.id)).version == 1


async def test_what_stands_twice_is_refused(database: Database) -> None:
    author, tag, reference = await make_author(), await make_tag(), await make_reference()
    draft = await make_draft()

    with pytest.raises(ValidationFailed) as refused:
        await save(
            draft,
            credits=ListEdit(replace=(CreditLink(author.id, "甲"), CreditLink(author.id, "乙"))),
            tag_ids=ListEdit(replace=(tag.id, tag.id)),
            relations=ListEdit(
                replace=(
                    RelationLink(reference_id=reference.id),
                    RelationLink(reference_id=reference.id),
                    RelationLink(target_id=draft.id),
                )
            ),
        )

    assert {problem.path for problem in refused.value.problems} == {"credits.1", "tags.1", "relations.1", "relations.2"}


async def test_one_author_can_have_two_roles(database: Database) -> None:
    author = await make_author()
    both = (CreditLink(author.id, "甲"), CreditLink(author.id, "甲", CreditRole.PHOTOGRAPHER))
    draft = await make_draft()

    await save(draft, credits=ListEdit(replace=both))

    assert (await head(draft)).credits == both


async def test_a_run_of_autosaves_ends_after_ten_minutes(database: Database) -> None:
    viewer = viewer_of(await make_user())
    with time_machine.travel(START, tick=False) as clock:
        draft = await make_draft()
        for minute in range(12):
            clock.move_to(START + timedelta(minutes=minute))
            await save(draft, viewer, is_autosave=True, subtitle=str(minute))

    assert await listed(draft) == [1, 11, 13]


async def test_a_save_by_hand_takes_the_place_of_the_autosaves_before_it(database: Database) -> None:
    viewer = viewer_of(await make_user())
    draft = await make_draft()
    await save(draft, viewer, is_autosave=True, subtitle="一")
    await save(draft, viewer, subtitle="二")
    await save(draft, viewer, is_autosave=True, subtitle="三")

    assert await listed(draft) == [1, 3, 4]


async def test_autosaves_that_somebody_counts_on_stay(database: Database) -> None:
    viewer, other = viewer_of(await make_user()), viewer_of(await make_user(Role.PUBLISHER))
    draft = await make_draft()
    await save(draft, viewer, is_autosave=True, subtitle="命名")
    await editing.name_revision(viewer, draft.id, 2, "给主编看")
    await save(draft, viewer, is_autosave=True, subtitle="发布")
    await publishing.publish(other, draft.id, expected_version=3)
    await save(draft, viewer, is_autosave=True, subtitle="别人")
    await save(draft, other, is_autosave=True, subtitle="最后")

    assert await listed(draft) == [1, 2, 3, 5, 6]


async def test_the_operator_has_no_runs_of_autosaves(database: Database) -> None:
    draft = await make_draft()
    await save(draft, is_autosave=True, subtitle="一")
    await save(draft, is_autosave=True, subtitle="二")

    assert await listed(draft) == [1, 2, 3]


async def test_replaced_autosaves_are_bases_for_a_day(database: Database) -> None:
    viewer = viewer_of(await make_user())
    with time_machine.travel(START, tick=False) as clock:
        draft = await make_draft()
        await save(draft, viewer, is_autosave=True, subtitle="一")
        await save(draft, viewer, is_autosave=True, subtitle="二")
        clock.move_to(START + timedelta(days=1))
        assert await editing.forget_superseded(datetime.now(UTC)) == 0

        merged = await save(draft, version=2, byline="署名")
        clock.move_to(START + timedelta(days=1, seconds=1))
        forgotten = await editing.forget_superseded(datetime.now(UTC))

    assert merged.merged_fields == ("subtitle",)
    assert forgotten == 1
    assert await listed(draft) == [1, 3, 4]


async def test_until_it_was_public_a_slug_made_from_the_title_follows_it(database: Database) -> None:
    draft = await make_draft(title="Lin")
    await save(draft, title="Linjiang opens a bridge", is_autosave=True)
    assert (await Draft.get(id=draft.id)).slug == "linjiang-opens-a-bridge"

    await go_live(await Draft.get(id=draft.id))
    await save(draft, title="Linjiang opens two bridges")

    assert (await Draft.get(id=draft.id)).slug == "linjiang-opens-a-bridge"


async def test_a_slug_that_was_chosen_stays_when_the_title_changes(database: Database) -> None:
    draft = await make_draft(title="Lin")
    await save(draft, slug="bridge")
    await save(draft, title="Linjiang opens a bridge")
    assert (await Draft.get(id=draft.id)).slug == "bridge"

    other = await make_draft(title="Lin")
    await save(other, title="Linjiang", slug="lin")
    assert (await Draft.get(id=other.id)).slug == "lin"


async def test_a_slug_once_public_leads_on(database: Database) -> None:
    draft = await make_draft("渡轮")
    await save(draft, slug="Ferry 1")
    assert await Redirect.all().count() == 0
    await go_live(await Draft.get(id=draft.id))

    await save(draft, slug="ferry-2")

    assert (await Article.get(id=draft.id)).slug == "ferry-1"
    assert (await Draft.get(id=draft.id)).slug == "ferry-2"
    assert await Redirect.all().count() == 0
    await publishing.publish(EDITOR, draft.id, expected_version=4)
    redirect = await Redirect.get()
    assert (redirect.kind, redirect.former_slug, redirect.target_id) == ("ARTICLE", "ferry-1", draft.id)


async def test_nobody_takes_a_slug_that_is_still_public(database: Database) -> None:
    public = await make_draft("渡轮")
    await go_live(public)
    await save(public, slug="ferry")
    other = await make_draft()

    with pytest.raises(ValidationFailed):
        await save(other, slug="渡轮")
    again = await make_draft("渡轮")

    assert again.slug == "渡轮-2"


@pytest.mark.parametrize("slug", ["…", "taken", "x" * 121, "a\0b"])
async def test_slugs_that_cannot_be_are_refused(database: Database, slug: str) -> None:
    await save(await make_draft(), slug="taken")
    draft = await make_draft()

    with pytest.raises(ValidationFailed) as refused:
        await save(draft, slug=slug)

    assert refused.value.problems[0].path == "slug"


async def test_references_find_a_new_title_when_it_goes_live_and_not_while_it_is_typed(database: Database) -> None:
    reference = await make_reference("渡轮 复航")
    draft = await make_draft("别的")

    await save(draft, title="渡轮　复航")
    typed = await Reference.get(id=reference.id)
    await publishing.publish(EDITOR, draft.id, expected_version=2)

    assert (typed.target_id, typed.version) == (None, 1)
    found = await Reference.get(id=reference.id)
    assert (found.target_id, found.version) == (draft.id, 2)


async def test_a_suggestion_goes_when_its_field_is_edited(database: Database) -> None:
    suggestions = [{"field": "published_at", "value": "2026-01-01"}, {"field": "byline", "value": "甲"}]
    draft = await editing.create_draft(EDITOR, Content(title="题", html=""), suggestions=suggestions)

    await save(draft, published_at=START)

    assert (await Draft.get(id=draft.id)).suggestions == suggestions[1:]


async def test_restoring_makes_a_new_revision_of_an_old_one(database: Database) -> None:
    tag = await make_tag()
    draft = await make_draft("一", tag_ids=(tag.id,))
    await save(draft, title="二", tag_ids=ListEdit(replace=()))

    await editing.restore_revision(EDITOR, draft.id, 1, expected_version=2)

    content = await head(draft)
    assert (content.title, content.tag_ids) == ("一", (tag.id,))
    assert await listed(draft) == [1, 2, 3]
    with pytest.raises(NotFound):
        await editing.restore_revision(EDITOR, draft.id, 9, expected_version=3)
    with pytest.raises(VersionConflict):
        await editing.restore_revision(EDITOR, draft.id, 1, expected_version=2)


async def test_a_duplicate_has_its_own_life(database: Database) -> None:
    source = await make_source()
    draft = await make_draft("题", published_at=START, source_id=source.id, canonical_url="https://else.test/1")

    copy = await editing.duplicate(EDITOR, draft.id)

    content = await head(copy)
    assert (content.title, content.source_id) == ("题", source.id)
    assert (content.published_at, content.canonical_url) == (None, "")
    assert (copy.slug, copy.version) == (f"{draft.slug}-2", 1)


async def test_contributors_write_only_what_is_theirs(database: Database) -> None:
    mine, other = viewer_of(await make_user(Role.CONTRIBUTOR)), viewer_of(await make_user(Role.CONTRIBUTOR))
    draft = await editing.create_draft(mine, Content(title="题", html=""))

    await save(draft, mine, title="我的")
    with pytest.raises(NotFound):
        await save(draft, other, title="他的")
    await Draft.filter(id=draft.id).update(assignee_id=other.id)
    await save(draft, other, title="交给他")

    assert (await head(draft)).title == "交给他"


async def test_contributors_keep_to_their_categories(database: Database) -> None:
    allowed, elsewhere = await make_category(), await make_category()
    below = await make_category(parent=allowed)
    user = await make_user(Role.CONTRIBUTOR)
    await UserCategory.create(user_id=user.id, category_id=allowed.id)
    limits = frozenset({allowed.id})
    viewer = Viewer(user.name, ROLES[Role.CONTRIBUTOR], user.id, user.email, Role.CONTRIBUTOR, category_ids=limits)

    draft = await editing.create_draft(viewer, Content(title="题", html="", category_id=below.id))
    for category_id in (None, elsewhere.id):
        with pytest.raises(ValidationFailed):
            await editing.create_draft(viewer, Content(title="题", html="", category_id=category_id))
        with pytest.raises(ValidationFailed):
            await save(draft, viewer, category_id=category_id)
    await save(draft, viewer, category_id=allowed.id)

    assert (await Draft.get(id=draft.id)).category_id == allowed.id


async def test_readers_and_the_trash_take_no_edits(database: Database) -> None:
    draft = await make_draft()

    with pytest.raises(Forbidden):
        await save(draft, Viewer.anonymous(), title="x")
    await Draft.filter(id=draft.id).update(status="TRASHED")
    with pytest.raises(InvalidTransition):
        await save(draft, title="x")


async def test_what_was_deleted_is_left_out_and_the_rest_can_be_saved(database: Database) -> None:
    tags = [await make_tag(), await make_tag()]
    gone = await make_draft()
    links = (RelationLink(target_id=gone.id),)
    draft = await make_draft(tag_ids=tuple(tag.id for tag in tags), relations=links)
    await tags[0].delete()
    await gone.delete()

    await save(draft, byline="署名")

    content = await head(draft)
    assert (content.tag_ids, content.relations) == ((tags[1].id,), ())


async def test_a_credit_without_a_printed_name_has_the_authors(database: Database) -> None:
    author = await make_author("王小明")
    draft = await make_draft(credits=(CreditLink(author.id, " "),))

    await save(draft, credits=ListEdit(add=(Placed(CreditLink(author.id, "", CreditRole.EDITOR)),)))

    assert [credit.name for credit in (await head(draft)).credits] == ["王小明", "王小明"]


async def test_contributors_cannot_ask_for_others_drafts_by_linking_to_them(database: Database) -> None:
    viewer = viewer_of(await make_user(Role.CONTRIBUTOR))
    hidden, public, mine = await make_draft(), await make_draft(), await editing.create_draft(viewer, Content("题", ""))
    await go_live(public)
    draft = await editing.create_draft(viewer, Content("题", "", relations=(RelationLink(target_id=mine.id),)))

    for target in (hidden.id, 999_999):
        with pytest.raises(ValidationFailed) as refused:
            await save(draft, viewer, relations=ListEdit(add=(Placed(RelationLink(target_id=target)),)))
        assert str(refused.value) == "relations.1.target_id: there is no such article"
    await save(draft, viewer, relations=ListEdit(add=(Placed(RelationLink(target_id=public.id)),)))
    await save(draft, relations=ListEdit(add=(Placed(RelationLink(target_id=hidden.id)),)))
    await save(draft, viewer, byline="署名")

    assert [link.target_id for link in (await head(draft)).relations] == [mine.id, public.id, hidden.id]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("canonical_url", "http://[::1"),
        ("canonical_url", "http://℀.com/"),
        ("canonical_url", "javascript:alert(1)"),
        ("canonical_url", "https://user:secret@else.test/"),
        ("language", "<script>"),
        ("language", ""),
        ("published_at", datetime(1, 1, 1, tzinfo=UTC)),
    ],
)
async def test_values_that_no_reader_could_use_are_refused(database: Database, field: str, value: Any) -> None:
    draft = await make_draft()

    with pytest.raises(ValidationFailed) as refused:
        await save(draft, **{field: value})

    assert refused.value.problems[0].path == field


async def test_a_slug_that_was_asked_for_is_not_changed_silently(database: Database) -> None:
    taken = await make_draft("渡轮")

    with pytest.raises(ValidationFailed):
        await editing.create_draft(EDITOR, Content("别的", "", taken.slug))
    free = await editing.create_draft(EDITOR, Content("别的", "", "别的 一"))

    assert free.slug == "别的-一"


async def test_restoring_what_is_there_leaves_nothing(database: Database) -> None:
    draft = await make_draft()

    await editing.restore_revision(EDITOR, draft.id, 1, expected_version=1)

    assert (await Draft.get(id=draft.id)).version == 1
    assert not await Event.filter(type="draft.saved").exists()


async def test_slugs_changed_by_two_editors_are_a_conflict(database: Database) -> None:
    draft = await make_draft("渡轮")
    await save(draft, slug="ferry")

    with pytest.raises(VersionConflict) as refused:
        await save(draft, version=1, slug="boat", title="新题")
    await save(draft, version=1, title="新题")

    edits = refused.value.edits
    assert edits is not None
    assert (edits.base, edits.mine, edits.theirs) == ({"slug": "渡轮"}, {"slug": "boat"}, {"slug": "ferry"})
    assert (await Draft.get(id=draft.id)).slug == "ferry"


async def test_a_slug_sent_as_it_was_read_undoes_nobody(database: Database) -> None:
    draft = await make_draft("渡轮")
    await save(draft, slug="ferry")

    await save(draft, version=1, slug="渡轮", title="新题")

    assert (await Draft.get(id=draft.id)).slug == "ferry"


async def test_a_slug_is_made_anew_from_the_title_if_it_is_emptied(database: Database) -> None:
    draft = await make_draft("工作标题")
    await make_draft("渡轮复航")

    await save(draft, title="渡轮复航", slug="")
    await save(draft, subtitle="又存一次", slug="")

    assert (await Draft.get(id=draft.id)).slug == "渡轮复航-2"


async def test_restoring_brings_the_slug_back_unless_another_article_has_it(database: Database) -> None:
    draft = await make_draft("渡轮")
    await save(draft, slug="ferry")
    back = await editing.restore_revision(EDITOR, draft.id, 1, expected_version=2)
    await save(draft, slug="boat")
    await save(await make_draft(), slug="渡轮")

    kept = await editing.restore_revision(EDITOR, draft.id, 1, expected_version=4)

    assert (back.slug, kept.slug) == ("渡轮", "boat")
    told = [event.changed for event in await Event.filter(type="draft.saved", subject_id=draft.id)]
    assert told == [["slug"], ["slug"], ["slug"]]


async def test_a_form_opened_before_a_merge_is_saved(database: Database) -> None:
    old, new, third = [await make_tag() for _ in range(3)]
    gone, stays = await make_source(), await make_source()
    writer, other = await make_author(), await make_author()
    draft = await make_draft(tag_ids=(old.id, third.id), source_id=gone.id, credits=(CreditLink(writer.id, "甲"),))
    both = {"expected_version": 1, "into_expected_version": 1}
    await tags.merge_tags(EDITOR, old.id, new.id, **both)
    await sources.merge_sources(EDITOR, gone.id, stays.id, **both)
    await authors.merge_authors(EDITOR, writer.id, other.id, **both)

    await save(
        draft,
        title="新题",
        source_id=gone.id,
        tag_ids=ListEdit(replace=(old.id, third.id, new.id)),
        credits=ListEdit(move=(Placed(CreditLink(writer.id, ""), 0),)),
    )
    ordered = (await head(draft)).tag_ids
    await save(draft, tag_ids=ListEdit(remove=(old.id,)))

    assert ordered == (new.id, third.id)  # where it stands twice now, its first place counts
    now = await head(draft)
    assert (now.title, now.source_id, now.tag_ids) == ("新题", stays.id, (third.id,))
    assert now.credits == (CreditLink(other.id, "甲"),)


async def test_the_same_author_added_by_two_editors_is_no_conflict(database: Database) -> None:
    author = await make_author("王小明")
    draft = await make_draft()
    same = ListEdit(add=(Placed(CreditLink(author.id, "")),))
    await save(draft, credits=same)

    await save(draft, version=1, credits=same)

    assert (await head(draft)).credits == (CreditLink(author.id, "王小明"),)


async def test_restoring_keeps_the_autosave_that_it_replaces(database: Database) -> None:
    editor = viewer_of(await make_user(Role.EDITOR, password=None))
    draft = await make_draft()
    await save(draft, editor, html="<p>自动保存。</p>", is_autosave=True)

    await editing.restore_revision(editor, draft.id, 1, expected_version=2)

    assert await listed(draft) == [1, 2, 3]


async def test_what_was_submitted_stays_whatever_is_saved_after_it(database: Database) -> None:
    editor = viewer_of(await make_user(Role.EDITOR, password=None))
    draft = await make_draft()
    await save(draft, editor, html="<p>请审。</p>", is_autosave=True)
    await reviewing.submit(editor, draft.id, expected_version=2)

    await save(draft, editor, html="<p>再改。</p>", is_autosave=True)

    assert await listed(draft) == [1, 2, 4]


@pytest.mark.parametrize("field", ["title", "subtitle"])
async def test_letters_that_grow_when_composed_count_as_what_they_become(database: Database, field: str) -> None:
    draft = await make_draft()

    with pytest.raises(ValidationFailed) as refused:
        await save(draft, **{field: "\u0958" * 200})

    assert refused.value.problems[0].path == field


async def test_a_list_has_an_end(database: Database) -> None:
    tags_ = [(await make_tag()).id for _ in range(201)]
    draft = await make_draft()

    with pytest.raises(ValidationFailed, match="201 items are too many"):
        await save(draft, tag_ids=ListEdit(replace=tuple(tags_)))


async def test_what_is_added_twice_is_refused_where_it_is_added(database: Database) -> None:
    tag, other = await make_tag(), await make_tag()
    draft = await make_draft(tag_ids=(tag.id,))

    with pytest.raises(ValidationFailed) as refused:
        await save(draft, tag_ids=ListEdit(add=(Placed(other.id), Placed(tag.id))))

    assert refused.value.problems[0].path == "tags.add.1"


async def test_long_slugs_that_got_a_number_hinder_no_later_edit(database: Database) -> None:
    await make_draft("字" * 100)
    draft = await make_draft("字" * 100)

    await save(draft, subtitle="副题")

    assert (await Draft.get(id=draft.id)).slug == "字" * 80 + "-2"


async def test_an_author_who_is_not_there_is_refused_with_or_without_a_name(database: Database) -> None:
    draft = await make_draft()

    for name in ("", "甲"):
        with pytest.raises(ValidationFailed, match="no such author"):
            await save(draft, credits=ListEdit(add=(Placed(CreditLink(4711, name)),)))


async def test_a_former_slug_is_given_to_whoever_asks_for_it(database: Database) -> None:
    draft = await make_draft("甲")
    await go_live(draft)
    await save(draft, slug="bing")
    await publishing.publish(EDITOR, draft.id, expected_version=3)

    made = await editing.create_draft(EDITOR, Content("别的", "", "甲"))
    by_itself = await make_draft("甲")

    assert (made.slug, by_itself.slug) == ("甲", "甲-2")


async def test_lists_of_a_form_opened_before_a_merge_mean_what_is_left(database: Database) -> None:
    gone, stays, third = [await make_tag() for _ in range(3)]
    one, other = await make_author(), await make_author()
    both_credited = (CreditLink(one.id, "甲"), CreditLink(other.id, "乙"))
    draft = await make_draft(tag_ids=(gone.id, stays.id), credits=both_credited)
    twin = await make_draft(credits=both_credited)
    both = {"expected_version": 1, "into_expected_version": 1}
    await tags.merge_tags(EDITOR, gone.id, stays.id, **both)
    await authors.merge_authors(EDITOR, one.id, other.id, **both)

    await save(draft, tag_ids=ListEdit(remove=(gone.id,), add=(Placed(third.id, 2),)))
    first = await head(draft)
    await save(draft, tag_ids=ListEdit(add=(Placed(gone.id),)), credits=ListEdit(replace=both_credited[::-1]))
    second = await head(draft)
    await save(twin, credits=ListEdit(remove=both_credited))

    assert first.tag_ids == (stays.id, third.id)
    assert second.tag_ids == (stays.id, third.id)
    assert second.credits == (CreditLink(other.id, "乙"),)
    assert (await head(twin)).credits == ()


async def test_a_reference_never_means_the_article_that_is_linked_to_it(database: Database) -> None:
    reference = await make_reference("渡轮")
    draft = await make_draft("渡轮", relations=(RelationLink(reference_id=reference.id),))

    await publishing.publish(EDITOR, draft.id, expected_version=1)

    assert (await Reference.get(id=reference.id)).target_id is None
