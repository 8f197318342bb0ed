"""Following the change log: nothing missed, nothing twice, nobody told of what is not for them."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from contextlib import AsyncExitStack
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks.site import Server
from cms import editing, live, publishing, reviewing, users
from cms.db import Database, connect
from cms.edits import Edits
from cms.errors import EventsGone, SubscriberTooSlow
from cms.live import Feed, LoggedEvent
from cms.models import Draft, Event, Token
from cms.permissions import Permission
from cms.snapshots import Content, CreditLink
from cms.words import CreditRole, Role
from schema import executor
from tests.accounts import OPERATOR, bearer, cheap_hashes, make_token, make_user, now, viewer_of
from tests.content import EDITOR, make_article, make_author, make_category, make_draft, make_source, make_tag
from tests.schema.following import Told, cursor, document, happen, served, streamed
from tests.serving import Site, eventually

__all__ = ["cheap_hashes"]
pytestmark = pytest.mark.anyio

PUBLISHED, UNPUBLISHED, UPDATED = "article.published", "article.unpublished", "article.updated"


async def retract(article: Any) -> None:
    draft = await Draft.get(id=article.id)
    await publishing.unpublish(EDITOR, draft.id, expected_version=draft.version)


async def change(article: Any, **edits: Any) -> None:
    """Save and publish."""
    draft = await Draft.get(id=article.id)
    saved = await editing.update_draft(EDITOR, draft.id, Edits(edits), expected_version=draft.version)
    await publishing.publish(EDITOR, draft.id, expected_version=saved.draft.version)


async def last_sequence() -> int:
    event = await Event.all().order_by("-sequence").first()
    return event.sequence if event else 0


# From now on, and after a cursor


async def test_a_subscription_begins_with_what_happens_from_now_on(database: Database, database_url: str) -> None:
    await make_article("旧闻")
    async with served(database_url) as site, site.told("articleChanged sequence article { title }", after=None) as told:
        await make_article("新闻")

        assert await told.next() == {"sequence": await last_sequence(), "article": {"title": "新闻"}}


async def test_after_a_cursor_nothing_is_missed_or_told_twice_over_either_protocol(
    database: Database, database_url: str
) -> None:
    for _ in range(5):
        await happen()
    async with served(database_url) as site:
        async with site.told("articleChanged") as told:
            first = [await told.next() for _ in range(3)]
        query, variables = document("articleChanged", first[-1]["sequence"], {})
        rest = await streamed(site.site, query, variables)
        await happen()
        last = rest[-1][1]["data"]["articleChanged"]
        async with site.told("articleChanged", after=last["sequence"]) as told:
            newest = await told.next()

    seen = [*first, *(body["data"]["articleChanged"] for _name, body in rest), newest]
    assert [event["sequence"] for event in seen] == [1, 2, 3, 4, 5, 6]
    assert [event["cursor"] for event in seen] == [cursor(number) for number in range(1, 7)]


async def test_what_is_behind_what_is_kept_is_read_from_the_log(database: Database, database_url: str) -> None:
    async with served(database_url, live_buffer_events=10) as site:
        await happen(live.BATCH + 50)
        async with site.told("articleChanged sequence") as told:
            await happen(live.BATCH + 50)
            seen = [(await told.next())["sequence"] for _ in range(2 * live.BATCH + 100)]

    assert seen == list(range(1, 2 * live.BATCH + 101))


async def test_a_burst_that_is_larger_than_what_is_kept_reaches_whoever_was_up_to_date(
    database: Database, database_url: str
) -> None:
    async with served(database_url, live_buffer_events=10) as site, site.told("articleChanged sequence") as told:
        await happen()
        seen = [(await told.next())["sequence"]]
        await happen(3 * live.BATCH)
        seen += [(await told.next())["sequence"] for _ in range(3 * live.BATCH)]

    assert seen == list(range(1, 3 * live.BATCH + 2))


async def test_two_processes_and_a_killed_one_with_writers_at_the_same_time(
    database: Database, database_url: str
) -> None:
    """A follower whose server is killed again and again, and who goes on at another one after its last cursor."""
    # A process may open a SQLite file once only: opening it again, it gives up the locks that it has on it.
    is_sqlite = database.dialect == "sqlite"
    others = [] if is_sqlite else [await connect(database_url, durable=False) for _ in range(2)]
    servers = [Server(database_url), Server(database_url)]
    seen: list[int] = []
    is_done = asyncio.Event()

    async def write(other: Database) -> None:
        with other.use():
            while not is_done.is_set():
                await happen()
                await asyncio.sleep(0.002)

    async def follow(server: Server, count: int) -> None:
        query, variables = document("articleChanged sequence", seen[-1] if seen else 0, {})
        async with Site(server.port, None).socket() as client:  # type: ignore[arg-type]  # it has no server here
            await client.subscribe(query, variables=variables)
            told = Told(client)
            seen.extend([(await told.next())["sequence"] for _ in range(count)])

    await asyncio.gather(*(asyncio.to_thread(server.start) for server in servers))
    writers = [asyncio.create_task(write(each)) for each in others or [database] * 2]
    try:
        await follow(servers[0], 60)
        await asyncio.to_thread(servers[0].kill)
        await follow(servers[1], 60)
        await asyncio.to_thread(servers[0].start)
        await follow(servers[0], 60)
    finally:
        is_done.set()
        await asyncio.gather(*writers)
        for each in servers:
            await asyncio.to_thread(each.stop)
        for other in others:
            await other.close()

    assert seen == list(range(1, 181))


async def test_a_cursor_behind_or_ahead_of_the_log_is_refused(database: Database, database_url: str) -> None:
    await happen(6)
    await Event.filter(sequence__lte=3).delete()
    async with served(database_url) as site:
        assert await site.refusal("articleChanged", after=2) == "EVENTS_GONE"
        assert await site.refusal("articleChanged", after=7) == "EVENTS_GONE"
        async with site.told("articleChanged sequence", after=3) as told:
            assert await told.next() == {"sequence": 4}


async def test_events_that_are_removed_before_they_were_read_are_not_passed_over(database: Database) -> None:
    await database.news.open()
    feed = Feed(database, 10)
    await happen(live.BATCH + 20)
    events = feed.follow(0)
    assert (await anext(events)).sequence == 1
    await Event.filter(sequence__lte=live.BATCH + 10).delete()

    async with asyncio.timeout(10):
        with pytest.raises(EventsGone):
            while True:
                last = (await anext(events)).sequence

    assert last == live.BATCH
    await feed.close()


# Slow ones


async def test_one_that_stays_behind_is_told_that_it_is_too_slow_and_can_go_on(
    database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "GRACE_SECONDS", -1)
    async with served(database_url, live_buffer_events=10) as site:
        async with site.told("articleChanged sequence") as told:
            await happen()
            last = (await told.next())["sequence"]
            await happen(live.BATCH)
            assert await told.ends() == "SUBSCRIBER_TOO_SLOW"
        async with site.told("articleChanged sequence", after=last) as told:
            seen = [(await told.next())["sequence"] for _ in range(live.BATCH)]

    assert seen == list(range(last + 1, last + live.BATCH + 1))


async def test_one_that_waited_for_long_has_time_to_catch_up(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await database.news.open()
    feed = Feed(database, 10)
    events = feed.follow()
    waiting = asyncio.create_task(anext(events))
    await eventually(lambda: feed._following is not None)
    later = time.monotonic() + 1000
    monkeypatch.setattr(live, "time", SimpleNamespace(monotonic=lambda: later))

    await happen(50)
    seen = [(await waiting).sequence]
    await eventually(lambda: feed._last == 50)
    seen += [(await anext(events)).sequence for _ in range(49)]

    assert seen == list(range(1, 51))
    await events.aclose()
    await feed.close()


async def test_one_that_wants_nothing_of_what_is_kept_leaves_others_their_turns(database: Database) -> None:
    await database.news.open()
    feed = Feed(database, 2000)
    events = feed.follow()
    waiting = asyncio.create_task(anext(events))
    await eventually(lambda: feed._following is not None)
    await happen(5 * live.BATCH)
    await waiting
    await eventually(lambda: feed._last == 5 * live.BATCH)
    turns = 0

    async def take_turns() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    other = asyncio.create_task(take_turns())
    async for event in events:
        if event.sequence == feed._last:
            break

    other.cancel()
    assert turns >= 4
    await events.aclose()
    await feed.close()


async def test_a_bug_in_reading_the_log_ends_no_subscription(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "RETRY_SECONDS", 0.01)
    await database.news.open()
    feed, read = Feed(database, 10), Feed._read
    failures = [ValueError("a bug")]

    async def read_badly(self: Feed, after: int) -> list[LoggedEvent]:
        if failures:
            raise failures.pop()
        return await read(self, after)

    monkeypatch.setattr(Feed, "_read", read_badly)
    events = feed.follow()
    waiting = asyncio.create_task(anext(events))
    await eventually(lambda: not failures)
    await happen()

    async with asyncio.timeout(10):
        assert (await waiting).sequence == 1
    await events.aclose()
    await feed.close()


async def test_one_that_takes_nothing_costs_no_memory(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a subscriber holds is its place: what is kept is bounded, whoever does not take it."""
    monkeypatch.setattr(live, "GRACE_SECONDS", -1)
    await database.news.open()
    feed = Feed(database, 10)
    slow, quick = feed.follow(0), feed.follow(0)
    await happen()
    assert (await anext(slow)).sequence == (await anext(quick)).sequence == 1
    waiting = asyncio.create_task(anext(slow))
    await happen()
    assert (await waiting).sequence == 2

    for _ in range(5):
        await happen(9)
        for _ in range(9):
            await anext(quick)
    await eventually(lambda: feed._last == 47)

    assert len(feed._kept) <= 20
    with pytest.raises(SubscriberTooSlow):
        await anext(slow)
    assert (await anext(quick)).sequence == 47
    await quick.aclose()
    assert len(feed) == 0
    await feed.close()


# Who is told of what


async def test_each_role_is_told_what_it_may_know(database: Database, database_url: str) -> None:
    writer, other = await make_user(Role.CONTRIBUTOR), await make_user(Role.CONTRIBUTOR)
    all_of = {Permission.READ_EVENTS, Permission.WRITE, Permission.EDIT}
    tokens = {
        "own": bearer(await make_token(writer, Permission.READ_EVENTS, Permission.WRITE)),
        "narrow": bearer(await make_token(writer, Permission.READ_EVENTS)),
        "other": bearer(await make_token(other, Permission.READ_EVENTS, Permission.WRITE)),
        "desk": bearer(await make_token(await make_user(Role.EDITOR), *all_of)),
        "audit": bearer(await make_token(await make_user(Role.ADMIN), Permission.READ_EVENTS, Permission.READ_AUDIT)),
    }
    before = await last_sequence()
    draft = await editing.create_draft(viewer_of(writer), Content(title="自己的", html="<p>正文。</p>"))
    await make_draft()
    await make_user(Role.READER)
    await make_article()

    async with served(database_url) as site:
        told_of: dict[str, list[str]] = {}
        for name, headers in tokens.items():
            async with site.told("events type", after=before, headers=headers) as told:
                told_of[name] = []
                while PUBLISHED not in told_of[name]:
                    told_of[name] += await told.types(1)
        async with site.told("events type draft { id }", after=before, headers=tokens["own"]) as told:
            assert await told.next() == {"type": "draft.created", "draft": {"id": f"art_{draft.id}"}}

    created = "draft.created"
    assert told_of == {
        "own": [created, PUBLISHED],
        "narrow": [PUBLISHED],
        "other": [PUBLISHED],
        "desk": [created, created, created, PUBLISHED],
        "audit": ["user.created", PUBLISHED],
    }


async def test_drafts_are_followed_by_whoever_may_see_them(database: Database, database_url: str) -> None:
    owner, helper = await make_user(Role.CONTRIBUTOR), await make_user(Role.CONTRIBUTOR)
    stranger, editor = await make_user(Role.CONTRIBUTOR), await make_user(Role.EDITOR)
    tokens = {user.id: bearer(await make_token(user, Permission.WRITE)) for user in (owner, helper, stranger)}
    desk = bearer(await make_token(editor, Permission.WRITE, Permission.EDIT))
    before = await last_sequence()
    draft = await editing.create_draft(viewer_of(owner), Content(title="自己的", html="<p>正文。</p>"))
    await reviewing.assign(EDITOR, draft.id, helper.id, expected_version=draft.version)
    foreign = await make_article()

    async with served(database_url) as site:
        for user in (owner, helper):
            async with site.told("draftChanged", after=before, headers=tokens[user.id]) as told:
                seen = [await told.next() for _ in range(2)]
                assert [event["type"] for event in seen] == ["draft.created", "draft.assigned"]
        async with site.told("draftChanged", after=before, headers=desk) as told:
            assert await told.types(4) == ["draft.created", "draft.assigned", "draft.created", PUBLISHED]
        arguments: dict[str, Any] = {"after": before, "headers": desk, "id": f"art_{foreign.id}"}
        async with site.told("draftChanged", **arguments) as told:
            assert await told.types(2) == ["draft.created", PUBLISHED]
        async with site.told("draftChanged", after=before, headers=tokens[stranger.id]) as told:
            mine = await editing.create_draft(viewer_of(stranger), Content(title="别的", html="<p>正文。</p>"))
            assert (await told.next())["subjectId"] == f"art_{mine.id}"


async def test_readers_are_told_of_articles_and_of_nothing_else(database: Database, database_url: str) -> None:
    await make_draft("机密")
    article = await make_article("公开")
    await editing.update_draft(EDITOR, article.id, Edits({"title": "机密改题"}), expected_version=2)
    await retract(article)

    async with served(database_url) as site:
        async with site.told("articleChanged type data article { title } draft { id }") as told:
            seen = [await told.next() for _ in range(2)]
        assert await site.refusal("events") == "FORBIDDEN"
        assert await site.refusal("draftChanged") == "FORBIDDEN"

    assert [event["type"] for event in seen] == [PUBLISHED, UNPUBLISHED]
    assert [(event["article"], event["draft"]) for event in seen] == [(None, None)] * 2
    assert "机密" not in str(seen)


async def test_a_permission_that_is_lost_ends_what_needs_it(database: Database, database_url: str) -> None:
    user = await make_user(Role.CONTRIBUTOR)
    headers = bearer(await make_token(user, Permission.WRITE, Permission.READ_EVENTS))
    before = await last_sequence()
    async with (
        served(database_url, viewer_check_seconds=0.05) as site,
        site.told("draftChanged", after=before, headers=headers) as drafts,
        site.told("events", after=before, headers=headers) as all_,
    ):
        await editing.create_draft(viewer_of(user), Content(title="一", html="<p>正文。</p>"))
        assert await drafts.types(1) == await all_.types(1) == ["draft.created"]
        await users.update_user(OPERATOR, user.id, role=Role.READER)
        await asyncio.sleep(0.3)  # the next look at the token
        await make_draft()
        await happen()

        assert await drafts.ends() == "FORBIDDEN"
        assert await all_.types(1) == [UPDATED]
        await Token.all().update(revoked_at=now())
        assert await all_.ends() == "UNAUTHENTICATED"


# Filters


async def test_filters_narrow_what_readers_are_told(database: Database, database_url: str) -> None:
    parent = await make_category("新闻")
    child, elsewhere = await make_category("本地", parent), await make_category("体育")
    source, author, tag = await make_source(), await make_author(), await make_tag()
    credits_ = (CreditLink(author.id, author.name, CreditRole.REPORTER),)
    one = await make_article(
        category_id=child.id, source_id=source.id, credits=credits_, tag_ids=(tag.id,), language="en"
    )
    two = await make_article(category_id=elsewhere.id)
    await change(one, category_id=elsewhere.id)
    await change(two, language="en")

    wanted: list[tuple[dict[str, Any], list[tuple[str, int]]]] = [
        # What leaves a category is told to those who follow it.
        ({"categoryIds": [f"cat_{parent.id}"]}, [(PUBLISHED, one.id), (UPDATED, one.id)]),
        ({"categoryIds": [f"cat_{child.id}"]}, [(PUBLISHED, one.id), (UPDATED, one.id)]),
        ({"categoryIds": [f"cat_{elsewhere.id}"]}, [(PUBLISHED, two.id), (UPDATED, one.id), (UPDATED, two.id)]),
        ({"sourceIds": [f"src_{source.id}"]}, [(PUBLISHED, one.id), (UPDATED, one.id)]),
        ({"authorIds": [f"aut_{author.id}"], "types": [UPDATED]}, [(UPDATED, one.id)]),
        ({"tagIds": [f"tag_{tag.id}", "tag_999"]}, [(PUBLISHED, one.id), (UPDATED, one.id)]),
        ({"ids": [f"art_{two.id}"]}, [(PUBLISHED, two.id), (UPDATED, two.id)]),
        ({"languages": ["en"]}, [(PUBLISHED, one.id), (UPDATED, one.id), (UPDATED, two.id)]),
        # One that changed from one language to another is told to the followers of both.
        ({"languages": ["zh-Hans"]}, [(PUBLISHED, two.id), (UPDATED, two.id)]),
        ({"languages": ["fr"]}, [(UPDATED, two.id)]),
        ({"ids": []}, []),
        ({"categoryIds": [f"cat_{child.id}"], "ids": [f"art_{two.id}"]}, []),
    ]
    end = await make_article()
    async with served(database_url) as site:
        for where, expected in wanted:
            # The last one shows that nothing was told between.
            async with site.told("articleChanged type subjectId", where=where) as told:
                seen = [await told.next() for _ in expected]
                assert [(each["type"], each["subjectId"]) for each in seen] == [
                    (type_, f"art_{number}") for type_, number in expected
                ], where
        for where in ({"ids": ["art_x"]}, {"types": ["article.eaten"]}, {"tagIds": ["art_1"]}):
            assert await site.refusal("articleChanged", where=where) == "BAD_USER_INPUT"
    assert end


async def test_events_are_narrowed_by_type_and_subject(database: Database, database_url: str) -> None:
    headers = bearer(await make_token(await make_user(Role.ADMIN), Permission.READ_EVENTS, Permission.EDIT))
    one, two = await make_article(), await make_article()
    await retract(one)
    async with served(database_url) as site:
        async with site.told("events", headers=headers, types=[UNPUBLISHED]) as told:
            assert await told.types(1) == [UNPUBLISHED]
        async with site.told("events", headers=headers, subject=f"art_{two.id}") as told:
            assert await told.types(2) == ["draft.created", PUBLISHED]
        assert await site.refusal("events", headers=headers, types=["article.eaten"]) == "BAD_USER_INPUT"
        assert await site.refusal("events", headers=headers, subject="art_x") == "BAD_USER_INPUT"


# What it costs


async def test_an_event_is_read_once_for_all_that_select_the_same(
    database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: Counter[str] = Counter()
    fetch = Database.fetch

    async def counted(self: Database, sql: str, *args: Any, **options: Any) -> Any:
        read[sql] += 1
        return await fetch(self, sql, *args, **options)

    fields = ["articleChanged sequence", "articleChanged sequence article { title tags { name } }"]
    async with served(database_url) as site, AsyncExitStack() as stack:
        everybody = [await stack.enter_async_context(site.told(field)) for field in fields for _ in range(10)]
        monkeypatch.setattr(Database, "fetch", counted)
        for _ in range(3):
            await happen()
            assert len({(await told.next())["sequence"] for told in everybody}) == 1

    by_selection = [count for sql, count in read.items() if sql not in {*live._READ.values(), *live._ENDS.values()}]
    assert sorted(by_selection) == [3, 3]


async def test_a_document_is_compiled_once_for_all_its_events(
    database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = []
    compile_row = executor.compile_row
    monkeypatch.setattr(executor, "compile_row", lambda *given: compiled.append(given) or compile_row(*given))
    async with served(database_url) as site, site.told("articleChanged sequence") as told:
        for _ in range(5):
            await happen()
            await told.next()

    assert len(compiled) == 1


async def test_a_selection_that_asks_for_too_much_is_refused_at_once(database: Database, database_url: str) -> None:
    large = "articleChanged category { articles(first: 100) { nodes { related(first: 100) { edges { kind } } } } }"
    async with served(database_url, max_cost=100) as site:
        assert await site.refusal(large) == "TOO_COMPLEX"
