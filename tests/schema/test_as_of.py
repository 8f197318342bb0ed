"""History: what was public at a past moment, and for editors what will be at one to come."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest
import time_machine
from graphql import GraphQLField

from cms import editing, publishing, scheduling, trash
from cms.db import Database
from cms.edits import Edits, ListEdit, Placed
from cms.models import Article, Draft, Schedule
from cms.models.fields import canonical
from cms.permissions import Permission, Viewer
from cms.snapshots import CreditLink, RelationLink
from cms.words import DraftStatus, Role, ScheduleAct
from tests.accounts import bearer, cheap_hashes, client, make_token, make_user, send
from tests.content import (
    EDITOR,
    SiteContent,
    make_article,
    make_author,
    make_draft,
    make_site_content,
    make_source,
    unpublish,
)
from tests.operations import Operations
from tests.schema.differential import Both, difference, pools_of
from tests.schema.shown import ARTICLE, Reader

__all__ = ["cheap_hashes", "client"]

pytestmark = pytest.mark.anyio

START = datetime(2026, 3, 1, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)
LIST = """
articles(first: 100%s) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ...Everything } } }
changed: articles(last: 2, orderBy: RECENTLY_MODIFIED, where: {or: [{category: {under: "lanmu-0"}}, {}]}%s) {
  nodes { id modifiedAt } pageInfo { hasPreviousPage } }
%s"""
EDIT = frozenset({Permission.WRITE, Permission.EDIT})
SINGLE = 'query($t: DateTime) { site { name } article(id: "art_1", asOf: $t) { title } }'
TITLES = "query($t: DateTime) { articles(asOf: $t, orderBy: OLDEST) { nodes { title } } }"


def at(moment: datetime) -> time_machine.travel:
    return time_machine.travel(moment, tick=False)


def text_of(moment: datetime) -> str:
    return canonical(moment)


async def everything(reader: Reader, ids: list[int], moment: datetime | None = None) -> Any:
    """All that is public, by list and one by one."""
    as_of = f', asOf: "{text_of(moment)}"' if moment else ""
    singles = " ".join(f'a{number}: article(id: "art_{number}"{as_of}) {{ title modifiedAt }}' for number in ids)
    return await reader.ask(f"{{ {LIST % (as_of, as_of, singles)} }} {ARTICLE}")


async def titles(reader: Reader, moment: datetime | None = None) -> list[str]:
    data = await reader.ask(TITLES, t=text_of(moment) if moment else None)
    return [node["title"] for node in data["articles"]["nodes"]]


# The past


async def _act(site: SiteContent, random_: random.Random) -> None:
    """Publish, correct, edit or unpublish something, whatever its state allows."""
    draft = await Draft.get(id=random_.choice(site.drafts).id)
    is_public = draft.status == DraftStatus.PUBLISHED
    match random_.randrange(5):
        case 0 if is_public:
            await publishing.unpublish(EDITOR, draft.id, expected_version=draft.version)
        case 1 if is_public:
            await publishing.correct(EDITOR, draft.id, "更正", expected_version=draft.version)
        case 2 | 3:
            await _edit(site, random_, draft)
        case _:
            await publishing.publish(EDITOR, draft.id, expected_version=draft.version)


async def _edit(site: SiteContent, random_: random.Random, draft: Draft) -> None:
    targets = random_.sample([other.id for other in site.drafts if other.id != draft.id], 2)
    author = random_.choice(site.authors)
    edits = Edits(
        {
            "title": f"改 {random_.randrange(10**6)}",
            "source_id": random_.choice([None, *(source.id for source in site.sources)]),
            "category_id": random_.choice([category.id for category in site.categories]),
            "published_at": random_.choice([None, START, START - 50 * HOUR]),
        },
        credits=ListEdit((CreditLink(author.id, "记者"),)),
        relations=ListEdit(tuple(RelationLink(target_id=target) for target in targets)),
        tag_ids=ListEdit(tuple(tag.id for tag in random_.sample(site.tags, 2))),
    )
    await editing.update_draft(EDITOR, draft.id, edits, expected_version=draft.version)


@pytest.mark.parametrize("seed", range(2))
async def test_the_past_is_answered_as_it_was_answered_then(database: Database, seed: int) -> None:
    random_ = random.Random(seed)
    with at(START - HOUR):
        site = await make_site_content(seed, articles=8)
        # The factory tells articles other times than their publications have.
        for article in site.articles:
            await unpublish(article)
    ids = [draft.id for draft in site.drafts]
    reader = Reader(database)
    recorded: dict[datetime, Any] = {}

    for step in range(20):
        with at(START + step * HOUR):
            for _number in range(random_.randrange(1, 4)):
                await _act(site, random_)
            recorded[START + step * HOUR] = await everything(reader, ids)
    with at(START + 30 * HOUR):
        for moment, answer in recorded.items():
            assert await everything(reader, ids, moment) == answer, moment
            assert reader.statements == 1

    assert len({str(answer) for answer in recorded.values()}) > 7


async def test_a_moment_belongs_to_what_began_with_it(database: Database) -> None:
    with at(START):
        article = await make_article("一")
    draft = await Draft.get(id=article.id)
    with at(START + HOUR):
        await editing.update_draft(EDITOR, draft.id, Edits({"title": "二"}), expected_version=2)
        await publishing.correct(EDITOR, draft.id, "更正", expected_version=3)
    with at(START + 2 * HOUR):
        await publishing.unpublish(EDITOR, draft.id, expected_version=4)
    second = timedelta(seconds=1)
    reader = Reader(database)

    found = [
        await titles(reader, moment)
        for moment in (
            START - second,
            START,
            START + HOUR - second,
            START + HOUR,
            START + 2 * HOUR - second,
            START + 2 * HOUR,
            datetime(1000, 1, 2, tzinfo=UTC),
        )
    ]

    assert found == [[], ["一"], ["一"], ["二"], ["二"], [], []]


async def test_what_was_replaced_within_a_second_was_never_seen(database: Database) -> None:
    with at(START):
        article = await make_article("一")
        await editing.update_draft(EDITOR, article.id, Edits({"title": "二"}), expected_version=2)
        await publishing.publish(EDITOR, article.id, expected_version=3)
        brief = await make_article("闪现")
        await publishing.unpublish(EDITOR, brief.id, expected_version=2)

    assert await titles(Reader(database), START) == ["二"]


@pytest.mark.parametrize("how", ["taken_down", "trashed", "deleted", "embargoed"])
async def test_what_must_not_be_seen_does_not_come_back_through_history(database: Database, how: str) -> None:
    author, source = await make_author(), await make_source()
    with at(START):
        gone = await make_article("消失的", source_id=source.id, credits=(CreditLink(author.id, "王"),))
        kept = await make_article("留下的", source_id=source.id, relations=(RelationLink(target_id=gone.id),))
    with at(START + HOUR):
        await editing.update_draft(EDITOR, gone.id, Edits({"title": "消失的，更正"}), expected_version=2)
        await publishing.correct(EDITOR, gone.id, "更正", expected_version=3)
    with at(START + 2 * HOUR):
        match how:
            case "taken_down":
                await publishing.take_down(EDITOR, gone.id, "法院判决", expected_version=4)
            case "embargoed":
                await publishing.unpublish(EDITOR, gone.id, expected_version=4)
                until = START + 1000 * HOUR
                await scheduling.set_embargo(EDITOR, gone.id, until, expected_version=5)
            case _:
                await trash.trash(EDITOR, gone.id, expected_version=4)
                if how == "deleted":
                    await trash.delete(EDITOR, gone.id, expected_version=5)

    with at(START + 3 * HOUR):
        for viewer in (Viewer.anonymous(), Viewer("e", frozenset(Permission), id=1)):
            reader = Reader(database, viewer)
            for minutes in range(0, 181, 30):
                answer = await everything(reader, [gone.id, kept.id], START + timedelta(minutes=minutes))
                assert "消失" not in str(answer)
                assert answer[f"a{gone.id}"] is None
                assert answer["articles"]["totalCount"] == 1
                assert [edge["node"]["related"]["totalCount"] for edge in answer["articles"]["edges"]] == [0]


async def test_a_take_down_undone_opens_the_past_again(database: Database) -> None:
    with at(START):
        article = await make_article("回来的")
    with at(START + HOUR):
        await publishing.take_down(EDITOR, article.id, "误判", expected_version=2)
        await publishing.reinstate(EDITOR, article.id, expected_version=3)

    with at(START + 2 * HOUR):
        assert await titles(Reader(database), START) == ["回来的"]
        assert await titles(Reader(database)) == []


async def test_times_and_the_address_come_from_the_publication(database: Database) -> None:
    reader = Reader(database)
    with at(START):
        article = await make_article("旧题")
    with at(START + HOUR):
        await editing.update_draft(EDITOR, article.id, Edits({"title": "新题", "slug": "new-slug"}), expected_version=2)
        await publishing.publish(EDITOR, article.id, expected_version=3)
    with at(START + 2 * HOUR):
        await publishing.unpublish(EDITOR, article.id, expected_version=4)
        first = await reader.article(slug="旧题", asOf=START)
        second = await reader.article(id=f"art_{article.id}", asOf=START + HOUR)

    assert (first["title"], first["listedAt"], first["modifiedAt"]) == ("旧题", text_of(START), text_of(START))
    assert (second["title"], second["listedAt"], second["modifiedAt"]) == (
        "新题",
        text_of(START),
        text_of(START + HOUR),
    )
    assert first["url"] == f"/articles/{article.id}-旧题"
    assert second["url"] == f"/articles/{article.id}-new-slug"


async def test_pages_of_the_past_follow_each_other(database: Database) -> None:
    for number in range(7):
        with at(START + number * HOUR):
            await make_article(f"题 {number}")
    with at(START + 10 * HOUR):
        for article in await Article.filter(id__in=[2, 4]):
            draft = await Draft.get(id=article.id)
            await publishing.publish(EDITOR, draft.id, expected_version=draft.version)
    query = """query($after: String, $t: DateTime) { articles(first: 2, after: $after, asOf: $t) {
      nodes { title } pageInfo { hasNextPage endCursor } } }"""
    reader, found, after = Reader(database), [], None

    while True:
        page = (await reader.ask(query, after=after, t=text_of(START + 5 * HOUR)))["articles"]
        found.append([node["title"] for node in page["nodes"]])
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break

    assert found == [["题 5", "题 4"], ["题 3", "题 2"], ["题 1", "题 0"]]


async def test_moments_and_the_present_mix_in_one_operation(database: Database) -> None:
    with at(START):
        await make_article("一")
    with at(START + HOUR):
        await make_article("二")
    query = """query($first: DateTime!, $second: DateTime) {
      a: articles(asOf: $first) { totalCount } b: articles { totalCount } c: articles(asOf: $second) { totalCount }
      d: articles(asOf: $first) { nodes { title } } site { name } }"""
    reader = Reader(database)

    data = await reader.ask(query, first=text_of(START), second=None)

    assert (data["a"]["totalCount"], data["b"]["totalCount"], data["c"]["totalCount"]) == (1, 2, 2)
    assert data["d"]["nodes"] == [{"title": "一"}]
    assert reader.statements == 2


async def test_an_operation_asks_for_five_moments_at_most(database: Database) -> None:
    def asked(count: int) -> str:
        moments = [START, *(START + number * HOUR for number in range(count))]
        fields = [f'm{n}: articles(asOf: "{text_of(moment)}") {{ totalCount }}' for n, moment in enumerate(moments)]
        return f"{{ now: articles {{ totalCount }} {' '.join(fields)} }}"

    reader = Reader(database, Viewer("e", EDIT, id=1))

    await reader.ask(asked(5))
    statements = reader.statements
    data, errors = await reader.send(asked(6))

    assert statements == 6
    assert data is None
    assert [code for code, _message, _path in errors] == ["TOO_COMPLEX"]


# What is to come


async def test_the_future_shows_what_is_scheduled_as_it_will_be(database: Database) -> None:
    reader, editor = Reader(database), Reader(database, Viewer("e", EDIT, id=1))
    due: list[tuple[Draft | Article, ScheduleAct, int]] = []
    with at(START):
        source = await make_source()
        fresh = await make_draft("新的", source_id=source.id)
        dated = await make_draft("带日期", published_at=START - 9 * HOUR)
        brief = await make_draft("短暂的", relations=(RelationLink(target_id=fresh.id),))
        leaving = await make_article("要走的", source_id=source.id)
        returning = await make_article("走了又来")
        replaced = await make_article("旧版", relations=(RelationLink(target_id=fresh.id),))
        await make_article("不动的")
        edited = await editing.update_draft(EDITOR, replaced.id, Edits({"title": "新版"}), expected_version=2)
        due = [
            (fresh, ScheduleAct.PUBLISH, 1),
            (dated, ScheduleAct.PUBLISH, 2),
            (brief, ScheduleAct.PUBLISH, 2),
            (brief, ScheduleAct.UNPUBLISH, 4),
            (leaving, ScheduleAct.UNPUBLISH, 3),
            (returning, ScheduleAct.UNPUBLISH, 1),
            (returning, ScheduleAct.PUBLISH, 3),
            (edited.draft, ScheduleAct.PUBLISH, 2),
        ]
        for draft, act, hours in due:
            version = (await Draft.get(id=draft.id)).version
            await scheduling.schedule(EDITOR, draft.id, act, START + hours * HOUR, expected_version=version)
        await editing.update_draft(EDITOR, fresh.id, Edits({"title": "后来的修改"}), expected_version=2)
        ids = [draft.id for draft in await Draft.all()]
        foreseen = {hours: await everything(editor, ids, START + hours * HOUR) for hours in range(1, 6)}
        assert editor.statements == 1
        present = await everything(reader, ids)

    for hours, expected in foreseen.items():
        with at(START + hours * HOUR):
            await scheduling.run_due()
            assert await everything(reader, ids) == expected, hours

    with at(START + 9 * HOUR):
        assert await everything(reader, ids, START) == present


async def test_what_is_to_come_is_not_for_everybody(database: Database) -> None:
    with at(START):
        await make_article("公开的")
        draft = await make_draft("秘密")
        await scheduling.schedule(EDITOR, draft.id, ScheduleAct.PUBLISH, START + HOUR, expected_version=1)
        soon = text_of(START + 2 * HOUR)
        for permissions in (frozenset[Permission](), frozenset({Permission.WRITE, Permission.PUBLISH})):
            reader = Reader(database, Viewer("w", permissions, id=7))
            lists, list_errors = await reader.send(TITLES, t=soon)
            single, errors = await reader.send(SINGLE, t=soon)

            assert lists is None
            assert [(code, path) for code, _message, path in list_errors] == [("FORBIDDEN", ["articles"])]
            assert (single["article"], single["site"]["name"] != "") == (None, True)
            assert [(code, path) for code, _message, path in errors] == [("FORBIDDEN", ["article"])]
        now = Reader(database)
        assert await titles(now, START) == ["公开的"]


async def test_overdue_plans_are_no_past(database: Database) -> None:
    with at(START):
        draft = await make_draft("误点的")
        await scheduling.schedule(EDITOR, draft.id, ScheduleAct.PUBLISH, START + HOUR, expected_version=1)

    with at(START + 3 * HOUR):
        editor = Reader(database, Viewer("e", EDIT, id=1))
        past = await titles(editor, START + 2 * HOUR)
        present = await titles(editor, START + 3 * HOUR)
        future = await titles(editor, START + 4 * HOUR)

    assert (past, present, future) == ([], [], ["误点的"])


async def test_ended_plans_and_withdrawn_drafts_have_no_future(database: Database) -> None:
    with at(START):
        cancelled, trashed = await make_draft("取消的"), await make_draft("扔掉的")
        for draft in (cancelled, trashed):
            await scheduling.schedule(EDITOR, draft.id, ScheduleAct.PUBLISH, START + HOUR, expected_version=1)
        await scheduling.cancel(EDITOR, cancelled.id, ScheduleAct.PUBLISH, expected_version=2)
        await Draft.filter(id=trashed.id).update(status=DraftStatus.TRASHED)
        assert await Schedule.filter(state="PENDING").count() == 1

        assert await titles(Reader(database, Viewer("e", EDIT, id=1)), START + 2 * HOUR) == []


async def test_only_what_is_to_come_is_kept_out_of_caches(client: httpx2.AsyncClient) -> None:
    headers = bearer(await make_token(await make_user(Role.EDITOR, password=None), Permission.EDIT))
    past, future = "2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z"

    public = await send(client, TITLES, {}, t=past)
    refused = await send(client, TITLES, {}, t=future)
    personal = await send(client, TITLES, headers, t=future)

    assert public.headers["cache-control"] == "no-store"
    assert personal.headers["cache-control"] == "private, no-store"
    assert personal.json()["data"] == {"articles": {"nodes": []}}
    assert refused.json()["errors"][0]["extensions"] == {"code": "FORBIDDEN", "permission": "EDIT"}


@pytest.mark.parametrize("moment", ["2026-03-01T08:00:00", "yesterday", "", "2026-02-30T00:00:00Z", 17])
async def test_a_moment_needs_to_be_one(database: Database, moment: object) -> None:
    data, errors = await Reader(database).send(TITLES, t=moment)

    assert data is None
    assert [code for code, _message, _path in errors] == ["BAD_USER_INPUT"]


async def test_the_edges_of_time_are_answered(database: Database) -> None:
    await make_article("一")
    reader = Reader(database, Viewer("e", EDIT, id=1))

    assert await titles(reader, datetime(1000, 1, 2, tzinfo=UTC)) == []
    assert await titles(reader, datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)) == ["一"]


async def test_positions_may_be_moved_without_touching_the_past(database: Database) -> None:
    first, second = await make_author("甲"), await make_author("乙")
    with at(START):
        article = await make_article(credits=(CreditLink(first.id, "甲"), CreditLink(second.id, "乙")))
    with at(START + HOUR):
        moved = ListEdit[CreditLink](move=(Placed(CreditLink(second.id, "乙"), 0),))
        await editing.update_draft(EDITOR, article.id, Edits(credits=moved), expected_version=2)
        await publishing.publish(EDITOR, article.id, expected_version=3)
    reader = Reader(database)

    with at(START + 2 * HOUR):
        before = await reader.article(id=f"art_{article.id}", asOf=START)
        after = await reader.article(id=f"art_{article.id}", asOf=START + HOUR)

    assert [credit["name"] for credit in before["credits"]] == ["甲", "乙"]
    assert [credit["name"] for credit in after["credits"]] == ["乙", "甲"]


MOMENT = "$moment: DateTime"


class OfArticles(Operations):
    """Random operations on articles, each of which can be asked of the present (null) and of a moment."""

    def field(self, gtype: Any, depth: int, size: int, *, deep: bool = False, inward: bool = False) -> str:
        """At the top only articles, so that everything in the answer is of the moment."""
        if gtype is not self.schema.query_type:
            return super().field(gtype, depth, size, deep=deep, inward=inward)
        name = self.random.choice(["article", "articles"])
        self.document.fields_left -= 1
        return self.written(gtype.fields[name], name, depth, size, deep=deep)

    def arguments(self, definition: GraphQLField, size: int, *, deep: bool) -> tuple[str, int]:
        """With the moment, where the field takes one."""
        text, rows = super().arguments(definition, size, deep=deep)
        if "asOf" in definition.args:
            text = f"({text.strip('()')} asOf: $moment)"
            if MOMENT not in self.document.declarations:
                self.document.declarations.append(MOMENT)
        return text, rows


@pytest.mark.parametrize("seed", range(2))
async def test_random_operations_are_answered_of_a_moment_as_they_were_then(
    database: Database, seed: int, repeats_allowed: None
) -> None:
    random_ = random.Random(seed)
    with at(START):
        site = await make_site_content(seed, articles=14)
    both = await Both.over(database)
    pools, answers = pools_of(both.reference.rows), []
    made = [OfArticles(both.printed, pools, f"{seed}-{number}").make() for number in range(40)]
    # The factory tells articles other times than their publications have: as it was begins with those.
    with at(START + HOUR):
        for draft in await Draft.filter(status=DraftStatus.PUBLISHED):
            await publishing.publish(EDITOR, draft.id, expected_version=draft.version)
        answers = [await both.ask(operation.query, operation.variables) for operation in made]
    for step in range(20):
        with at(START + (2 + step) * HOUR):
            await _act(site, random_)

    with at(START + 30 * HOUR):
        for operation, answer in zip(made, answers, strict=True):
            given = operation.variables | {"moment": text_of(START + HOUR)}
            again = await both.ask(operation.query, given)
            assert again == answer, f"{difference(again, answer)}\n{operation.query}\n{given}"
