"""Counting hits in memory: what counts, that memory is bounded, and that nothing is lost on the way to the database."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from cms import counting, hits
from cms.counting import HitCounter, Pace, Repeats, flushing, is_bot
from cms.db import Database
from cms.errors import Unavailable
from cms.models import Draft, HourlyHits
from tests.content import make_article

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148"


def make_counter(**changes: int) -> HitCounter:
    return HitCounter(**{"repeat_seconds": 300, "limit_per_minute": 1000} | changes)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "curl/8.5.0",
        "python-requests/2.32",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/128.0 Safari/537.36",
        "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko; compatible; Bytespider)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
        "Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
        "Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)",
    ],
)
def test_bots_say_what_they_are(name: str) -> None:
    assert is_bot(name)


@pytest.mark.parametrize(
    "name",
    [
        BROWSER,
        PHONE,
        f"{PHONE} MicroMessenger/8.0.50(0x18003231) NetType/WIFI Language/zh_CN",
        "Mozilla/5.0 (Linux; Android 14; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 Mobile",
        "Mozilla/5.0 (Linux; U; Android 13; zh-cn) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 MiuiBrowser/18.4",
        "Opera/9.80 (J2ME/MIDP; Opera Mini/7.1; U; zh) Presto/2.12 Version/12.16",
    ],
)
def test_browsers_are_no_bots(name: str) -> None:
    assert not is_bot(name)


def test_long_names_are_not_kept_in_memory() -> None:
    before = counting._names_a_bot.cache_info().misses

    assert counting.is_bot("Mozilla/5.0 " + "x" * 60_000)

    assert counting._names_a_bot.cache_info().misses == before


def test_a_reader_counts_once_for_an_article() -> None:
    counter = make_counter()

    for _ in range(3):
        assert counter.take([1, 2, 2], "192.0.2.1", BROWSER)

    assert (counter.accepted, dict(counter.dropped)) == (2, {"repeat": 7})


def test_another_browser_or_place_is_another_reader() -> None:
    counter = make_counter()

    for address in ("192.0.2.1", "192.0.2.2", "2001:db8::1"):
        for browser in (BROWSER, PHONE):
            counter.take([1], address, browser)
    counter.take([1], "2001:db8::2", BROWSER)  # one /64 is one place

    assert (counter.accepted, dict(counter.dropped)) == (6, {"repeat": 1})


def test_a_repeat_counts_again_when_its_time_is_over() -> None:
    repeats = Repeats(300)
    began = 1000.0
    assert not repeats.is_repeat(7, began)

    assert repeats.is_repeat(7, began + 299)
    assert not repeats.is_repeat(8, began + 299)
    assert repeats.is_repeat(7, began + 301)
    assert repeats.is_repeat(8, began + 599)
    assert not repeats.is_repeat(9, began + 5000)
    assert not repeats.is_repeat(7, began + 5000)


def test_without_a_time_nothing_is_a_repeat() -> None:
    counter = make_counter(repeat_seconds=0)

    counter.take([1, 1], "192.0.2.1", BROWSER)

    assert counter.accepted == 2


def test_hardly_anything_new_passes_for_a_repeat() -> None:
    repeats = Repeats(300)
    memory = counting._Memory(repeats, Pace(1), 0.0)
    digests = [memory.digest(str(number)) for number in range(50_000)]

    wrong = sum(repeats.is_repeat(digest, 1000.0) for digest in digests)

    assert wrong < 10
    assert all(repeats.is_repeat(digest, 1000.0) for digest in digests)


def test_a_full_filter_is_emptied_and_takes_no_more_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "FILTER_FILL", 10)
    repeats = Repeats(300)
    for number in range(21):
        repeats.is_repeat(number << 40 | number, 1000.0)

    assert not repeats.is_repeat(0, 1000.0)
    assert repeats.is_repeat(20 << 40 | 20, 1000.0)
    assert len(repeats._young) == len(repeats._old) == counting.FILTER_WORDS


def test_a_place_sends_so_many_a_minute() -> None:
    counter = make_counter(limit_per_minute=3)

    taken = [counter.take([number], "192.0.2.1", BROWSER) for number in range(5)]

    assert taken == [True, True, True, False, False]
    assert counter.take([9], "192.0.2.2", BROWSER)
    assert (counter.accepted, dict(counter.dropped)) == (4, {"limit": 2})


def test_the_limit_ends_with_the_minute() -> None:
    pace = Pace(2)

    assert [pace.is_too_fast(5, 1, 100.0) for _ in range(3)] == [False, False, True]
    assert pace.is_too_fast(5 + counting.CALLERS, 1, 159.0)  # the same counter
    assert not pace.is_too_fast(5, 2, 160.0)
    assert pace.is_too_fast(6, 3, 160.0)


def test_the_key_is_another_one_every_day(monkeypatch: pytest.MonkeyPatch) -> None:
    counter = make_counter()
    counter.take([1], "192.0.2.1", BROWSER)
    former = counter._memory

    monkeypatch.setattr(counting, "KEY_SECONDS", 0.0)
    counter.take([1], "192.0.2.1", BROWSER)

    assert former is not None
    assert counter._memory is not None
    assert len(former.key) == len(counter._memory.key) == 32
    assert counter._memory.key != former.key
    assert counter.accepted == 2


def test_only_so_many_articles_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MOST_PENDING", 2)
    counter = make_counter(repeat_seconds=0)

    counter.take([1, 2, 3, 1], "192.0.2.1", BROWSER)

    assert (counter.pending, counter.accepted, dict(counter.dropped)) == (2, 3, {"full": 1})


# Writing


@pytest.mark.anyio
async def test_what_was_gathered_is_written_once(database: Database) -> None:
    one, other = await make_article(), await make_article()
    counter = make_counter(repeat_seconds=0)
    counter.take([one.id, other.id, one.id, 999_999], "192.0.2.1", BROWSER)

    await counter.flush()
    await counter.flush()

    assert [(await Draft.get(id=each.id)).view_count for each in (one, other)] == [2, 1]
    assert {row.hour for row in await HourlyHits.all()} == {hits.hour_of(datetime.now(UTC))}
    assert (counter.pending, counter.written, counter.flushes) == (0, 4, 1)


@pytest.mark.anyio
async def test_two_counters_add_up(database: Database) -> None:
    article = await make_article()
    counters = [make_counter(), make_counter()]
    for counter in counters:
        counter.take([article.id], "192.0.2.1", BROWSER)

    await asyncio.gather(*(counter.flush() for counter in counters))

    assert (await Draft.get(id=article.id)).view_count == 2


@pytest.mark.anyio
async def test_what_fails_is_kept_for_later_and_nothing_is_written_twice(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [await make_article() for _ in range(3)]
    counter = make_counter()
    add, rounds = hits.add, []

    async def fail_second(some: Mapping[tuple[int, int], int]) -> None:
        rounds.append(len(some))
        if len(rounds) == 2:
            raise Unavailable("busy")
        await add(some)

    monkeypatch.setattr(hits, "add", fail_second)
    monkeypatch.setattr(hits, "AT_ONCE", 1)
    counter.take([article.id for article in articles], "192.0.2.1", BROWSER)

    with pytest.raises(Unavailable):
        await counter.flush()
    assert (counter.pending, counter.accepted, counter.failures) == (2, 3, 1)
    counter.take([articles[0].id], "192.0.2.7", BROWSER)
    await counter.flush()

    assert [(await Draft.get(id=article.id)).view_count for article in articles] == [2, 1, 1]
    assert (counter.pending, counter.accepted, counter.written) == (0, 4, 4)


@pytest.mark.anyio
async def test_what_is_gathered_is_written_now_and_then_and_at_the_end(database: Database) -> None:
    article = await make_article()
    counter = make_counter(repeat_seconds=0)

    async with flushing(database, counter, 0.01):
        counter.take([article.id], "192.0.2.1", BROWSER)
        async with asyncio.timeout(10):
            while not counter.flushes:  # noqa: ASYNC110 - the counter tells nobody
                await asyncio.sleep(0.005)
    async with flushing(database, counter, 3600):
        counter.take([article.id] * 2, "192.0.2.1", BROWSER)

    assert (await Draft.get(id=article.id)).view_count == 3


@pytest.mark.anyio
async def test_forged_ids_do_not_push_out_what_is_read(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MOST_PENDING", 300)
    monkeypatch.setattr(counting, "MANY_PENDING", 30)
    article = await make_article()
    counter = make_counter(repeat_seconds=0)

    async with flushing(database, counter, 3600), asyncio.timeout(30):
        for start in range(1_000_000, 1_001_000, 50):
            counter.take(range(start, start + 50), "192.0.2.1", BROWSER)
            while counter.pending >= counting.MANY_PENDING:  # noqa: ASYNC110 - the counter tells nobody
                await asyncio.sleep(0.001)
        counter.take([article.id], "192.0.2.2", BROWSER)

    assert (await Draft.get(id=article.id)).view_count == 1
    assert counter.dropped == {}


@pytest.mark.anyio
async def test_many_hits_while_the_database_is_away_are_no_reason_to_hurry(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "MANY_PENDING", 2)
    counter = make_counter()

    async def fail(_some: object) -> None:
        raise Unavailable("away")

    monkeypatch.setattr(hits, "add", fail)
    async with flushing(database, counter, 3600):
        for number in range(1, 5):
            counter.take([number], "192.0.2.1", BROWSER)
            await asyncio.sleep(0.01)
        failures = counter.failures

    assert failures == 1


@pytest.mark.anyio
async def test_a_database_that_is_away_is_told_of_once_and_what_is_lost_in_the_end(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = make_counter()

    async def fail(_some: object) -> None:
        raise Unavailable("away")

    monkeypatch.setattr(hits, "add", fail)
    with capture_logs() as logged:
        async with flushing(database, counter, 0.001):
            counter.take([1], "192.0.2.1", BROWSER)
            async with asyncio.timeout(10):
                while counter.failures < 3:  # noqa: ASYNC110 - as above
                    await asyncio.sleep(0.002)

    assert [(line["event"], line["log_level"]) for line in logged] == [
        ("hits.not_written", "warning"),
        ("hits.lost", "error"),
    ]
