import re
from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from cms import editing, publishing
from cms.db import Database
from cms.errors import Forbidden, ItemRefused, Unavailable
from cms.importers.item import DateHint, ImportItem, ItemCredit, ItemReference
from cms.importers.store import ItemReport, Outcome, Policy, import_items
from cms.models import (
    Article,
    Author,
    Collection,
    CollectionItem,
    Credit,
    Draft,
    Event,
    Origin,
    Reference,
    Revision,
    Source,
)
from cms.permissions import Permission, Viewer
from cms.snapshots import Content
from cms.words import AuthorKind, CreditRole, DraftStatus
from tests.content import EDITOR
from tests.copied import changed, paragraphs, stories, words

pytestmark = pytest.mark.anyio
PUBLISH = Policy(publish=True)
DATED = datetime(2026, 1, 28, 1, 30, tzinfo=UTC)


def item(number: int = 1, **values: object) -> ImportItem:
    plain = ImportItem(
        label=f"pages/{number}.txt",
        title=f"第{number}座桥",
        body_html=f"<p>第{number}座桥通车了。</p>",
        published_at=DATED,
        source="临江日报",
    )
    return replace(plain, **values)  # type: ignore[arg-type] # the fields of an item


async def run(items: Iterable[ImportItem | ItemRefused], policy: Policy = PUBLISH, **options: int) -> list[ItemReport]:
    return [report async for report in import_items(EDITOR, items, policy, **options)]


async def test_everything_an_item_says_becomes_a_draft(database: Database) -> None:
    full = item(
        source_url="https://linjiang.example",
        category_path=("要闻", "桥梁"),
        byline="作者:甲  乙",
        credits=(
            ItemCredit("甲"),
            ItemCredit("乙", CreditRole.PHOTOGRAPHER),
            ItemCredit("临江日报", CreditRole.COLLECTING_EDITOR, AuthorKind.ORGANIZATION),
        ),
        tags=("桥", "交通"),
        related=(ItemReference("第9座桥", "导语", is_truncated=True),),
        url="https://linjiang.example/1",
        views=12,
        published_at=None,
        date_hints=(DateHint(date(2026, 1, 28), "1月28日", "the first paragraph"),),
    )

    (report,) = await run([full], Policy())

    draft = await Draft.get(id=report.draft_id).prefetch_related("source", "category")
    snapshot = (await Revision.get(draft_id=draft.id)).snapshot
    assert (report.outcome, report.is_public, draft.status) == (Outcome.MADE, False, DraftStatus.DRAFT)
    assert draft.source.name == "临江日报"
    assert draft.category.path == "yaowen/qiaoliang"
    assert draft.view_count == 12
    assert draft.suggestions[0]["value"] == "2026-01-28"
    assert snapshot["article"]["published_at"] is None
    assert snapshot["article"]["byline"] == "作者:甲  乙"
    assert snapshot["article"]["canonical_url"] == "https://linjiang.example/1"
    assert [(link["name"], link["role"]) for link in snapshot["credits"]] == [
        ("甲", "AUTHOR"),
        ("乙", "PHOTOGRAPHER"),
        ("临江日报", "COLLECTING_EDITOR"),
    ]
    assert len(snapshot["tags"]) == 2
    assert (await Reference.get(id=snapshot["relations"][0]["reference_id"])).is_truncated


async def test_a_name_that_is_printed_twice_is_credited_once_in_each_role(database: Database) -> None:
    names = (ItemCredit("ABC"), ItemCredit("ａｂｃ"), ItemCredit("abc", CreditRole.EDITOR))

    (report,) = await run([item(credits=names)])

    printed = await Credit.filter(article_id=report.draft_id).order_by("position").values("name", "role")
    assert printed == [{"name": "ABC", "role": "AUTHOR"}, {"name": "abc", "role": "EDITOR"}]


async def test_importing_twice_makes_nothing_new(database: Database) -> None:
    items = [item(1), item(2, external_id="77"), item(3, url="https://a.example/x")]
    await run(items)
    before = await Event.all().count()

    again = await run(items)

    assert [report.outcome for report in again] == [Outcome.MATCHED] * 3
    assert all(report.is_public for report in again)
    assert await Draft.all().count() == 3
    assert await Event.all().count() == before


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            {"external_id": "7"}, {"external_id": "7", "title": "改过的题", "body_html": "<p>改</p>"}, id="id"
        ),
        pytest.param({"url": "HTTPS://A.example/x#top"}, {"url": "https://a.example/x", "title": "改"}, id="address"),
        pytest.param({}, {"title": "第1座桥 ", "external_id": "new"}, id="text"),
    ],
)
async def test_an_item_is_known_again(database: Database, first: dict[str, str], second: dict[str, str]) -> None:
    await run([item(**first)])

    (report,) = await run([item(**second)])

    assert report.outcome is Outcome.MATCHED
    assert await Draft.all().count() == 1


async def test_the_same_id_at_another_source_is_another_article(database: Database) -> None:
    reports = await run([item(1, external_id="7"), item(2, external_id="7", source="青河晚报")])

    assert [report.outcome for report in reports] == [Outcome.MADE] * 2


async def test_a_bad_item_is_refused_and_the_rest_goes_on(database: Database) -> None:
    reports = await run(
        [item(1), ItemRefused("pages/2.txt", "title", "there is none"), item(3, title="题" * 301), item(4)]
    )

    assert [report.outcome for report in reports] == [Outcome.MADE, Outcome.REFUSED, Outcome.REFUSED, Outcome.MADE]
    assert reports[1].notes == ("title: there is none",)
    assert reports[2].label == "pages/3.txt"
    assert reports[2].notes[0].startswith("title:")


async def test_a_refused_item_leaves_nothing_behind(database: Database) -> None:
    bad = item(1, source="只此一家", credits=(ItemCredit("无名氏"),), category_path=("甲", "甲"))

    (report,) = await run([bad])

    assert report.outcome is Outcome.REFUSED
    assert report.notes[0].startswith("category:")
    assert (await Source.all().count(), await Author.all().count(), await Event.all().count()) == (0, 0, 0)


async def test_two_pages_with_one_title_are_two_articles_and_the_second_says_so(database: Database) -> None:
    reports = await run([item(1), item(2, title="第1座桥")])

    assert [report.outcome for report in reports] == [Outcome.MADE] * 2
    assert reports[1].notes == (f"title: the same as art_{reports[0].draft_id}",)
    assert reports[1].slug == "第1座桥-2"


async def test_an_item_that_looks_like_another_says_so_or_is_skipped(database: Database) -> None:
    text = paragraphs(words(1))
    (first,) = await run([item(1, body_html=text)])

    (kept,) = await run([item(2, body_html=paragraphs(changed(words(1))))])
    (skipped,) = await run([item(3, body_html=text)], Policy(publish=True, skip_duplicates=True))
    (other,) = await run([item(4, body_html=paragraphs(words(2)))], Policy(publish=True, skip_duplicates=True))

    (note,) = kept.notes
    assert re.fullmatch(rf"looks like art_{first.draft_id} \([5-9]\d %\)", note)
    assert await stories() == [[first.draft_id, kept.draft_id]]
    assert (skipped.outcome, skipped.draft_id) == (Outcome.MATCHED, first.draft_id)
    assert skipped.notes == (f"not imported: looks like art_{first.draft_id} (100 %)",)
    assert (other.outcome, other.notes) == (Outcome.MADE, ())
    assert await Draft.all().count() == 3


async def test_a_related_title_resolves_when_its_article_is_imported_later(database: Database) -> None:
    first, second = await run([item(1, related=(ItemReference("第2座桥", "导语"),)), item(2)])

    assert (await Reference.get()).target_id == second.draft_id
    assert first.outcome is Outcome.MADE


async def test_only_what_has_a_date_is_published(database: Database) -> None:
    (report,) = await run([item(1, published_at=None)])

    assert not report.is_public
    assert report.notes[0].startswith("not published: date:")


async def test_what_is_dated_in_the_future_waits_as_a_draft(database: Database) -> None:
    (report,) = await run([item(1, published_at=datetime(2099, 1, 1, tzinfo=UTC))])

    assert not report.is_public
    assert report.notes == ("not published: date: 2099-01-01T00:00:00Z is still to come",)


async def test_a_matched_item_whose_text_differs_says_so_every_time(database: Database) -> None:
    await run([item(1, external_id="7")])
    changed = item(1, external_id="7", body_html="<p>改过的正文。</p>")

    reports = [*await run([changed]), *await run([changed])]

    assert [report.notes[-1] for report in reports] == ["its text differs now; what is stored was left as it is"] * 2
    assert (await run([item(1, external_id="7")]))[0].notes == ("imported before: same id at the source",)


async def test_undated_items_are_published_without_inventing_a_date_if_asked(database: Database) -> None:
    (report,) = await run([item(1, published_at=None)], Policy(publish=True, publish_undated=True))

    assert report.is_public
    assert (await Article.get(id=report.draft_id)).published_at is None


async def test_a_second_run_publishes_what_the_first_left_as_drafts(database: Database) -> None:
    await run([item(1)], Policy())

    (report,) = await run([item(1)])

    assert (report.outcome, report.is_public) == (Outcome.MATCHED, True)


async def test_what_an_editor_took_down_stays_down(database: Database) -> None:
    (made,) = await run([item(1)])
    assert made.draft_id is not None
    await publishing.unpublish(EDITOR, made.draft_id, expected_version=2)

    (report,) = await run([item(1)])

    assert not report.is_public
    assert not await Article.exists(id=made.draft_id)


async def test_the_blocks_of_a_page_fill_the_collections(database: Database) -> None:
    await run([item(1, hot=(ItemReference("甲"), ItemReference("乙")), newest=(ItemReference("丙"),))])
    await run([item(2, hot=(ItemReference("丁"),))])

    hot = await Collection.get(slug="hot")
    titles = await CollectionItem.filter(collection_id=hot.id).order_by("position").values("reference__title")
    assert (hot.title, hot.tail) == ("热门文章", "HOT")
    assert [row["reference__title"] for row in titles] == ["丁"]
    assert (await Collection.get(slug="newest")).tail == "NEWEST"


async def test_an_item_joins_the_collections_it_names(database: Database) -> None:
    reports = await run([item(1, collections=("front-page",)), item(2, collections=("front-page",))])

    placed = await CollectionItem.all().order_by("position").values("target_id")
    assert [row["target_id"] for row in placed] == [report.draft_id for report in reports]


async def test_a_crash_loses_nothing_reported_and_a_second_run_completes(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = [item(number) for number in range(1, 8)]
    original = editing.create_draft

    async def failing(viewer: Viewer, content: Content, **options: Any) -> Draft:
        if content.title == "第6座桥":
            raise Unavailable("the disk is full")
        return await original(viewer, content, **options)

    monkeypatch.setattr(editing, "create_draft", failing)
    reported: list[ItemReport] = []
    with pytest.raises(Unavailable):
        async for report in import_items(EDITOR, items, PUBLISH, batch_size=2):
            reported.append(report)  # noqa: PERF401 - what came before the crash counts
    monkeypatch.undo()

    assert len(reported) == 4
    assert await Draft.all().count() == 4
    assert await Origin.all().count() == 4
    completed = await run(items, batch_size=2)
    assert [report.outcome for report in completed] == [Outcome.MATCHED] * 4 + [Outcome.MADE] * 3
    assert await Article.all().count() == 7


async def test_items_are_read_batch_by_batch(database: Database) -> None:
    read: list[int] = []

    def endless() -> Iterable[ImportItem]:
        for number in range(1, 100):
            read.append(number)
            yield item(number)

    reports: AsyncIterator[ItemReport] = import_items(EDITOR, endless(), Policy(), batch_size=3)
    await anext(reports)

    assert read == [1, 2, 3]
    await reports.aclose()  # type: ignore[attr-defined] # an async generator


@pytest.mark.parametrize(
    ("permissions", "policy"), [(frozenset(), Policy()), (frozenset({Permission.EDIT}), Policy(publish=True))]
)
async def test_importing_needs_the_permission(
    database: Database, permissions: frozenset[Permission], policy: Policy
) -> None:
    viewer = Viewer("somebody", permissions)

    with pytest.raises(Forbidden):
        await anext(import_items(viewer, [item()], policy))
