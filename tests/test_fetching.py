"""Fetching pages from addresses that editors enter."""

from __future__ import annotations

import gzip
from collections.abc import Sequence

import pytest

from cms.fetching import FetchRules, NotFetched, fetch
from cms.webhooks.addresses import AddressRules
from tests.webhooks.receivers import answer, answering, receiving

pytestmark = pytest.mark.anyio

HTML = "Content-Type: text/html; charset=utf-8"
PAGE = "<h1>渡口</h1>".encode()


async def at_home(_host: str, _port: int) -> Sequence[str]:
    return ["127.0.0.1"]


def rules(*allowed: str, most_bytes: int = 10_000, seconds: float = 5) -> FetchRules:
    addresses = AddressRules.parse(allowed, setting="CMS_IMPORT_ALLOWED_ADDRESSES", takes_http=True)
    return FetchRules(addresses, most_bytes, seconds, look_up=at_home)


async def test_page_is_fetched_without_anything_of_ours() -> None:
    async with receiving(answering(answer(200, PAGE, HTML, "Set-Cookie: a=1"))) as receiver:
        page = await fetch(f"http://127.0.0.1:{receiver.port}/a?b=1#c", rules(f"127.0.0.1:{receiver.port}"))

        assert page.data == PAGE
        assert page.content_type == "text/html; charset=utf-8"
        assert page.url == f"http://127.0.0.1:{receiver.port}/a?b=1"
        assert receiver.requests[0].startswith(b"GET /a?b=1 HTTP/1.1\r\n")
        assert not {"cookie", "authorization", "referer"} & receiver.headers().keys()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/",
        "http://intranet.example.org/",
        "https://intranet.example.org/",
        "http://user:word@example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org/",
        "http://example.org:6379/",
        "no address",
    ],
)
async def test_what_is_no_public_page_is_not_asked(url: str) -> None:
    with pytest.raises(NotFetched):
        await fetch(url, rules())


async def test_redirects_are_followed_and_each_is_judged() -> None:
    async with receiving(answering(answer(200, PAGE, HTML))) as last:
        there = answer(302, b"", f"Location: http://127.0.0.1:{last.port}/there")
        async with receiving(answering(there)) as first:
            url = f"http://127.0.0.1:{first.port}/"

            page = await fetch(url, rules(f"127.0.0.1:{first.port}", f"127.0.0.1:{last.port}"))

            assert page.url.endswith("/there")
        async with receiving(answering(there)) as first:
            with pytest.raises(NotFetched, match=r"must be allowed|public Internet"):
                await fetch(f"http://127.0.0.1:{first.port}/", rules(f"127.0.0.1:{first.port}"))
        assert len(last.requests) == 1


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "http://169.254.169.254/", "//[::1]/", "http://a@b.example/", "http://[::1", "http://[x]/"],
)
async def test_redirect_to_elsewhere_is_refused(location: str) -> None:
    async with receiving(answering(answer(301, b"", f"Location: {location}"))) as receiver:
        with pytest.raises(NotFetched):
            await fetch(f"http://127.0.0.1:{receiver.port}/", rules(f"127.0.0.1:{receiver.port}"))


async def test_redirects_without_end_are_given_up() -> None:
    async with receiving(answering(answer(302, b"", "Location: /again", "Connection: close"))) as receiver:
        with pytest.raises(NotFetched, match="more than 5 times"):
            await fetch(f"http://127.0.0.1:{receiver.port}/", rules(f"127.0.0.1:{receiver.port}"))

        assert len(receiver.requests) == 6


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (answer(404, PAGE, HTML), "status 404"),
        (answer(200, PAGE, "Content-Type: application/pdf"), "content type"),
        (answer(200, PAGE), "content type"),
        (answer(200, b"x" * 10_001, HTML), "larger"),
        (answer(200, gzip.compress(b"x" * 5_000_000), HTML, "Content-Encoding: gzip"), "larger"),
        (answer(200, b"no gzip", HTML, "Content-Encoding: gzip"), "no HTTP"),
        (answer(200, gzip.compress(PAGE)[:-4], HTML, "Content-Encoding: gzip"), "in the middle"),
        (answer(200, gzip.compress(PAGE) + gzip.compress(b"x" * 10_000), HTML, "Content-Encoding: gzip"), "larger"),
        (answer(200, PAGE, HTML, "Content-Encoding: br"), "packed"),
        (b"garbage\r\n\r\n", "no HTTP"),
    ],
)
async def test_answer_that_is_no_page_is_refused(given: bytes, reason: str) -> None:
    async with receiving(answering(given)) as receiver:
        with pytest.raises(NotFetched, match=reason):
            await fetch(f"http://127.0.0.1:{receiver.port}/", rules(f"127.0.0.1:{receiver.port}"))


async def test_packed_page_is_unpacked() -> None:
    async with receiving(answering(answer(200, gzip.compress(PAGE), HTML, "Content-Encoding: gzip"))) as receiver:
        page = await fetch(f"http://127.0.0.1:{receiver.port}/", rules(f"127.0.0.1:{receiver.port}"))

        assert page.data == PAGE


async def test_page_packed_in_several_parts_is_unpacked_whole() -> None:
    packed = gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:])
    async with receiving(answering(answer(200, packed, HTML, "Content-Encoding: gzip"))) as receiver:
        page = await fetch(f"http://127.0.0.1:{receiver.port}/", rules(f"127.0.0.1:{receiver.port}"))

    assert page.data == PAGE


async def test_silent_server_is_given_up() -> None:
    async with receiving(answering()) as receiver:
        with pytest.raises(NotFetched):
            await fetch(f"http://127.0.0.1:{receiver.port}/", rules(f"127.0.0.1:{receiver.port}", seconds=0.2))
