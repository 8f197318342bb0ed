import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from cms import copies, editing, publishing, trash
from cms.copies import NEWEST_OF_BAND
from cms.db import Database
from cms.edits import Edits, ListEdit
from cms.models import Band, Draft, Event, Signature
from cms.snapshots import RelationLink
from cms.words import RelationKind
from tests.content import EDITOR, make_draft, make_site, make_source, unpublish
from tests.content import publish as publish_draft
from tests.copied import changed, look_alikes, make_copy, paragraphs, stories, words

pytestmark = pytest.mark.anyio
DAY = timedelta(days=1)
MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


async def save(draft: Draft, html: str, *, is_autosave: bool = False) -> Draft:
    return (
        await editing.update_draft(
            EDITOR, draft.id, Edits({"html": html}), expected_version=draft.version, is_autosave=is_autosave
        )
    ).draft


async def test_drafts_with_nearly_the_same_text_look_alike_both_ways(database: Database) -> None:
    one = await make_draft(html=paragraphs(words(1)))
    other = await make_draft(html=paragraphs(changed(words(1))))
    await make_draft(html=paragraphs(words(2)))

    found = await look_alikes(one.id)

    assert found.keys() == {other.id}
    assert 500 <= found[other.id] < 1000
    assert await look_alikes(other.id) == {one.id: found[other.id]}


@pytest.mark.parametrize("is_autosave", [False, True])
async def test_a_save_finds_anew_what_the_text_looks_like(database: Database, is_autosave: bool) -> None:
    one = await make_draft(html=paragraphs(words(1)))
    other = await make_draft(html=paragraphs(words(2)))

    other = await save(other, paragraphs(words(1)), is_autosave=is_autosave)
    assert await look_alikes(one.id) == {other.id: 1000}
    await save(other, paragraphs(words(3)), is_autosave=is_autosave)

    assert await look_alikes(one.id) == {}
    assert await look_alikes(other.id) == {}
    assert await Signature.filter(draft_id=other.id).count() == 1
    assert await Band.all().count() == 64


async def test_short_texts_look_alike_only_if_they_and_their_titles_are_the_same(database: Database) -> None:
    one = await make_draft("照片", paragraphs("图为江边。"))
    other = await make_draft("照片", paragraphs("图为江边"))
    await make_draft("另一张照片", paragraphs("图为江边。"))

    assert await look_alikes(one.id) == {other.id: 1000}


async def test_a_phrase_of_thousands_of_texts_hides_nothing_newer(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "NEWEST_OF_BAND", 3)
    drafts = [await make_draft(html=paragraphs(words(1))) for _ in range(6)]

    assert NEWEST_OF_BAND > 3
    assert (await look_alikes(drafts[-1].id)).keys() == {draft.id for draft in drafts[2:-1]}


async def test_public_copies_are_one_story_and_whoever_had_it_first_leads(database: Database) -> None:
    later = await make_copy(words(1), published_at=MONDAY + DAY)
    first = await make_copy(changed(words(1)), published_at=MONDAY)
    undated = await make_copy(words(1))
    await make_copy(words(2))
    await make_draft(html=paragraphs(words(1)))

    assert await stories() == [[first.id, later.id, undated.id]]


async def test_an_article_that_connects_two_stories_makes_them_one_until_it_goes(database: Database) -> None:
    beginning, middle, end = words(1, 140), words(2, 60), words(3, 140)
    one = [await make_copy(beginning + middle, published_at=MONDAY + n * DAY) for n in (1, 2)]
    other = [await make_copy(middle + end, published_at=MONDAY + n * DAY) for n in (0, 3)]
    assert await stories() == [[one[0].id, one[1].id], [other[0].id, other[1].id]]

    link = await make_copy(beginning + middle + end, published_at=MONDAY + 4 * DAY)
    assert await stories() == [[other[0].id, one[0].id, one[1].id, other[1].id, link.id]]

    await unpublish(link)
    assert await stories() == [[one[0].id, one[1].id], [other[0].id, other[1].id]]


async def test_when_the_lead_goes_the_next_one_leads_and_one_alone_is_no_story(database: Database) -> None:
    articles = [await make_copy(words(1), published_at=MONDAY + n * DAY) for n in range(3)]

    await unpublish(articles[0])
    assert await stories() == [[articles[1].id, articles[2].id]]
    await trash.trash(EDITOR, articles[1].id, expected_version=2)
    assert await stories() == []

    await publish_draft(await Draft.get(id=articles[0].id))
    assert await stories() == [[articles[0].id, articles[2].id]]


async def test_what_says_that_it_is_a_copy_does_not_lead_before_its_original(database: Database) -> None:
    original = await make_copy(words(1), published_at=MONDAY + DAY)
    copy = await make_copy(
        words(1), published_at=MONDAY, relations=(RelationLink(RelationKind.COPY_OF, target_id=original.id),)
    )

    assert await stories() == [[original.id, copy.id]]


async def test_the_original_s_address_tells_who_had_it_first(database: Database) -> None:
    await make_site(url="https://site.example/")
    source = await make_source(url="https://www.paper.example/")
    original = await make_copy(words(1), published_at=MONDAY + 2 * DAY, source_id=source.id)
    page = await make_copy(words(1), published_at=MONDAY, canonical_url=f"https://site.example{original.path}")
    reprint = await make_copy(words(1), published_at=MONDAY + DAY, canonical_url="https://www.paper.example/a/7.html")
    own = await make_copy(words(1), published_at=MONDAY + 3 * DAY, canonical_url="https://else.example/7")

    assert await stories() == [[original.id, page.id, reprint.id, own.id]]


async def test_originals_in_a_circle_count_for_nothing(database: Database) -> None:
    one = await make_draft(html=paragraphs(words(1)), published_at=MONDAY)
    other = await make_copy(
        words(1), published_at=MONDAY + DAY, relations=(RelationLink(RelationKind.COPY_OF, target_id=one.id),)
    )
    edits = Edits({}, relations=ListEdit(replace=(RelationLink(RelationKind.COPY_OF, target_id=other.id),)))
    await editing.update_draft(EDITOR, one.id, edits, expected_version=1)
    await publishing.publish(EDITOR, one.id, expected_version=2)

    assert await stories() == [[one.id, other.id]]


async def test_what_is_edited_changes_no_story_before_it_is_published(database: Database) -> None:
    one, other = await make_copy(words(1), published_at=MONDAY), await make_copy(words(2), published_at=MONDAY + DAY)
    draft = await Draft.get(id=other.id)

    draft = await save(draft, paragraphs(words(1)))
    third = await make_copy(words(1), published_at=MONDAY + 2 * DAY)
    assert await stories() == [[one.id, third.id]]

    await publishing.publish(EDITOR, other.id, expected_version=draft.version)
    assert await stories() == [[one.id, other.id, third.id]]


async def test_an_older_revision_that_is_published_stands_for_itself(database: Database) -> None:
    one = await make_copy(words(1), published_at=MONDAY)
    draft = await save(await make_draft(html=paragraphs(words(1))), paragraphs(words(2)))
    await make_copy(words(2), published_at=MONDAY)

    await publishing.publish(EDITOR, draft.id, expected_version=draft.version, revision=1)

    assert await stories() == [[one.id, draft.id]]
    assert await Signature.filter(draft_id=draft.id).count() == 2


async def test_the_event_names_the_pages_and_lists_of_the_whole_story(database: Database) -> None:
    source = await make_source()
    one = await make_copy(words(1), published_at=MONDAY + DAY, source_id=source.id)

    other = await make_copy(words(1), published_at=MONDAY)
    published = await Event.filter(type="article.published", subject_id=other.id).get()
    await unpublish(other)
    unpublished = await Event.filter(type="article.unpublished").get()

    for event in (published, unpublished):
        assert {f"article:{one.id}", f"source:{source.id}", "list:articles"} <= set(event.tags)


async def test_deleting_a_draft_forgets_what_it_looked_like(database: Database) -> None:
    one, other = [await make_draft(html=paragraphs(words(1))) for _ in range(2)]
    await trash.trash(EDITOR, other.id, expected_version=1)

    await trash.delete(EDITOR, other.id, expected_version=2)

    assert await look_alikes(one.id) == {}
    assert await Band.all().count() == 32


async def test_copies_that_are_published_at_the_same_moment_are_one_story(database: Database) -> None:
    drafts = [await make_draft(html=paragraphs(words(1)), published_at=MONDAY + n * DAY) for n in range(4)]

    await asyncio.gather(*(publishing.publish(EDITOR, draft.id, expected_version=1) for draft in reversed(drafts)))

    assert await stories() == [[draft.id for draft in drafts]]


async def test_drafts_that_are_saved_at_the_same_moment_look_alike(database: Database) -> None:
    drafts = await asyncio.gather(*(make_draft(html=paragraphs(words(1))) for _ in range(4)))

    for draft in drafts:
        assert (await look_alikes(draft.id)).keys() == {other.id for other in drafts if other is not draft}


async def test_the_pages_of_the_others_are_told_that_the_last_of_them_went(database: Database) -> None:
    articles = [await make_copy(words(1), published_at=MONDAY + n * DAY) for n in range(3)]

    await unpublish(articles[2])

    event = await Event.filter(type="article.unpublished").get()
    assert {f"article:{article.id}" for article in articles} <= set(event.tags)


async def test_signatures_of_other_rules_are_made_anew(database: Database) -> None:
    one, other = [await make_copy(words(1), published_at=MONDAY + n * DAY) for n in range(2)]
    await Signature.all().update(algorithm=0)

    for number in (one.id, other.id):
        draft = await save(await Draft.get(id=number), paragraphs(changed(words(1))))
        draft = await save(draft, paragraphs(words(1)))
        await publishing.publish(EDITOR, number, expected_version=draft.version)

    assert await stories() == [[one.id, other.id]]
    assert await look_alikes(one.id) == {other.id: 1000}
    assert set(await Signature.all().values_list("algorithm", flat=True)) == {1}
