"""Purges by tag: the requests of each kind, and what a real Varnish makes of them."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote

import httpx2
import orjson
import pytest

from cms.webhooks.addresses import AddressRules
from cms.webhooks.purging import CLOUDFLARE_TAGS, FASTLY_TAGS, HEADER_BYTES, has_purged, purges
from cms.webhooks.sending import ErrorKind, Outcome, Outgoing, Sender
from cms.words import CONTENT_TAG, EndpointKind

pytestmark = pytest.mark.anyio

CACHES = [kind for kind in EndpointKind if kind is not EndpointKind.WEBHOOK]
TAGS = ["article:17", "list:articles"]
MANY = [f"article:{number}" for number in range(1000)]
DOCUMENTS = Path(__file__).parents[2] / "docs"
START_SECONDS = 30


def only(requests: list[Outgoing]) -> Outgoing:
    (request,) = requests
    return request


def outcome(status: int = 200, answer: str = "") -> Outcome:
    return Outcome(status, None if status < 300 else ErrorKind.HTTP_STATUS, 0.1, answer, None)


def named(kind: EndpointKind, request: Outgoing) -> list[str]:
    """The tags that a request names."""
    match kind:
        case EndpointKind.VARNISH_XKEY:
            return request.headers["xkey-purge"].split(" ")
        case EndpointKind.VARNISH_BAN:
            return request.headers["ban-tags"].removeprefix(r"(^|\s)(").removesuffix(r")(\s|$)").split("|")
        case EndpointKind.FASTLY:
            return request.headers["Surrogate-Key"].split(" ")
        case _:
            tags: list[str] = orjson.loads(request.body)["tags"]
            return tags


def test_varnish_with_xkey_is_told_the_tags() -> None:
    request = only(purges(EndpointKind.VARNISH_XKEY, "https://cache.example/", "", TAGS))

    assert (request.method, request.url, request.body) == ("PURGE", "https://cache.example/", b"")
    assert request.headers == {"xkey-purge": "article:17 list:articles content"}


def test_varnish_with_bans_is_told_a_pattern_of_whole_tags() -> None:
    request = only(purges(EndpointKind.VARNISH_BAN, "https://cache.example/", "", ["article:17", "route:a.b-c"]))

    assert request.method == "BAN"
    pattern = re.compile(request.headers["ban-tags"])
    for header in ("article:17", "x article:17", "article:17 x", "x route:a.b-c y", "content"):
        assert pattern.search(header)
    for header in ("article:171", "xarticle:17", "article:1", "route:aXb-c", "contents", ""):
        assert not pattern.search(header)


def test_varnish_is_sent_a_secret_if_there_is_one() -> None:
    request = only(purges(EndpointKind.VARNISH_BAN, "https://cache.example/", "hunter2", TAGS))

    assert request.headers["Authorization"] == "Bearer hunter2"


def test_fastly_is_told_the_keys_in_a_header() -> None:
    url = "https://api.fastly.com/service/SU1Z0isxPaozGVKXdv0eY/purge"
    request = only(purges(EndpointKind.FASTLY, url, "token", TAGS))

    assert (request.method, request.url) == ("POST", url)
    assert request.headers["Fastly-Key"] == "token"
    assert request.headers["Surrogate-Key"] == "article:17 list:articles content"


def test_cloudflare_is_told_the_tags_as_json() -> None:
    url = "https://api.cloudflare.com/client/v4/zones/023e105f4ecef8ad9ca31a8372d0c353/purge_cache"
    request = only(purges(EndpointKind.CLOUDFLARE, url, "token", TAGS))

    assert (request.method, request.url) == ("POST", url)
    assert request.headers == {"Content-Type": "application/json", "Authorization": "Bearer token"}
    assert orjson.loads(request.body) == {"tags": ["article:17", "list:articles", "content"]}


@pytest.mark.parametrize("kind", CACHES)
def test_many_tags_are_several_requests_and_none_is_lost_or_too_large(kind: EndpointKind) -> None:
    requests = purges(kind, "https://cache.example/", "token", MANY)

    batches = [named(kind, request) for request in requests]
    assert [tag for batch in batches for tag in batch] == [*MANY, CONTENT_TAG]
    most = {EndpointKind.FASTLY: FASTLY_TAGS, EndpointKind.CLOUDFLARE: CLOUDFLARE_TAGS}.get(kind, 1000)
    assert max(len(batch) for batch in batches) <= most
    assert max(len(value) for request in requests for value in request.headers.values()) <= HEADER_BYTES + 20


@pytest.mark.parametrize("kind", CACHES)
def test_without_tags_nothing_is_purged_and_no_tag_twice(kind: EndpointKind) -> None:
    assert purges(kind, "https://cache.example/", "token", []) == []
    request = only(purges(kind, "https://cache.example/", "token", ["a", CONTENT_TAG, "a"]))
    assert named(kind, request) == ["a", CONTENT_TAG]


@pytest.mark.parametrize("tag", ["", "a b", "a,b", "a|b", "(a", "a\r\nX: y", '"', "a && obj.ttl > 0s", "茶", "a" * 201])
@pytest.mark.parametrize("kind", CACHES)
def test_what_is_no_tag_is_refused(kind: EndpointKind, tag: str) -> None:
    with pytest.raises(ValueError, match="is no cache tag"):
        purges(kind, "https://cache.example/", "token", ["article:1", tag])


def test_webhooks_are_no_cache() -> None:
    with pytest.raises(ValueError, match="is no cache"):
        purges(EndpointKind.WEBHOOK, "https://hooks.example/", "token", TAGS)


@pytest.mark.parametrize(
    ("answer", "purged"),
    [
        ('{"success":true,"errors":[],"messages":[],"result":{"id":"1"}}', True),
        ('{"success":false,"errors":[{"code":1}]}', False),
        ('{"success":"true"}', False),
        ('{"errors":[]}', False),
        ("[true]", False),
        ("true", False),
        ("", False),
        ("<html>", False),
        ('{"success":true,', False),
    ],
)
def test_cloudflare_says_in_the_body_whether_it_has_purged(answer: str, purged: bool) -> None:
    assert has_purged(EndpointKind.CLOUDFLARE, outcome(200, answer)) is purged
    assert not has_purged(EndpointKind.CLOUDFLARE, outcome(500, answer))


@pytest.mark.parametrize("kind", [EndpointKind.VARNISH_XKEY, EndpointKind.VARNISH_BAN, EndpointKind.FASTLY])
def test_for_the_others_the_status_tells(kind: EndpointKind) -> None:
    assert has_purged(kind, outcome(200, '{"success":false}'))
    assert not has_purged(kind, outcome(403))


# A real Varnish


class Tagged(BaseHTTPRequestHandler):
    """Answers every request for a while, with the tags that its path names."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Cache-Control", "s-maxage=3600")
        self.send_header("Surrogate-Key", unquote(self.path[1:]))
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_parts: object) -> None:
        pass


def missing(what: str) -> None:
    """What guards a commit must not pass because a program is missing; a developer may go without."""
    reason = f"{what} is not installed: apt-get install varnish varnish-modules"
    pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)


@contextmanager
def varnish(kind: EndpointKind, folder: Path, backend_port: int) -> Iterator[int]:
    """The port of a Varnish with the configuration that we document for the kind."""
    program = shutil.which("varnishd", path=os.environ["PATH"] + os.pathsep + "/usr/sbin")
    if program is None:
        missing("Varnish")
    text = (DOCUMENTS / f"{kind.lower().replace('_', '-')}.vcl").read_text(encoding="utf-8")
    assert '"8000"' in text
    configuration = folder / "site.vcl"
    configuration.write_text(text.replace('"8000"', f'"{backend_port}"'), encoding="utf-8")
    compiled = subprocess.run(
        [program, "-j", "none", "-C", "-f", configuration, "-n", folder / "compiled"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if "Could not find VMOD" in compiled.stderr:
        missing("Varnish's module xkey")
    assert compiled.returncode == 0, compiled.stderr
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    listen = ("-a", f"127.0.0.1:{port}", "-T", "none", "-s", "malloc,20m")
    command = [program, "-j", "none", "-F", "-f", configuration, "-n", folder / "running", *listen]
    with (folder / "varnish.log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            wait_until_listening(port, process, folder / "varnish.log")
            yield port
        finally:
            process.terminate()


def wait_until_listening(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            if httpx2.request("OPTIONS", f"http://127.0.0.1:{port}/").status_code:
                return
        except httpx2.TransportError:
            time.sleep(0.05)
    pytest.fail(f"Varnish did not start: {log.read_text(errors='replace')}")


@pytest.fixture(scope="module", params=[EndpointKind.VARNISH_XKEY, EndpointKind.VARNISH_BAN])
def cache(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[EndpointKind, int]]:
    backend = ThreadingHTTPServer(("127.0.0.1", 0), Tagged)
    thread = Thread(target=backend.serve_forever, daemon=True)
    thread.start()
    try:
        with varnish(request.param, tmp_path_factory.mktemp("varnish"), backend.server_port) as port:
            yield request.param, port
    finally:
        backend.shutdown()
        backend.server_close()
        thread.join()


async def is_hit(port: int, tags: str) -> bool:
    """Whether Varnish had the page with these tags."""
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        answer = await client.get(f"/{tags.replace(' ', '%20')}")
    assert (answer.status_code, answer.text) == (200, "ok")
    assert not {"surrogate-key", "xkey"} & set(answer.headers)
    # One number is the request's own, the second that of the request that the answer was kept from.
    return len(answer.headers["x-varnish"].split()) == 2


async def purge(cache: tuple[EndpointKind, int], tags: list[str]) -> None:
    kind, port = cache
    async with Sender(AddressRules.parse([f"127.0.0.1:{port}"]), 30) as sender:
        for request in purges(kind, f"http://127.0.0.1:{port}/", "", tags):
            outcome = await sender.send(request)
            assert has_purged(kind, outcome), outcome


async def test_varnish_forgets_what_has_a_tag_and_keeps_the_rest(cache: tuple[EndpointKind, int]) -> None:
    _kind, port = cache
    pages = ["article:1 list:articles", "article:17 list:articles", "list:articles", "author:1", "article:1"]
    assert [await is_hit(port, tags) for tags in pages] == [False] * 5
    assert [await is_hit(port, tags) for tags in pages] == [True] * 5

    await purge(cache, ["article:1"])

    assert [await is_hit(port, tags) for tags in pages] == [False, True, True, True, False]
    assert [await is_hit(port, tags) for tags in pages] == [True] * 5

    await purge(cache, ["article:17", "author:1"])

    assert [await is_hit(port, tags) for tags in pages] == [True, False, True, False, True]


async def test_any_purge_makes_varnish_forget_our_own_answers(cache: tuple[EndpointKind, int]) -> None:
    _kind, port = cache
    await is_hit(port, CONTENT_TAG)
    assert await is_hit(port, CONTENT_TAG)

    await purge(cache, ["tag:5"])

    assert not await is_hit(port, CONTENT_TAG)


async def test_varnish_takes_a_thousand_tags(cache: tuple[EndpointKind, int]) -> None:
    _kind, port = cache
    tags = [f"{word}:{number}" for word in ("category", "source") for number in range(500)]
    pages = ["category:0", "source:250", "source:499", "source:500"]
    for page in pages:
        await is_hit(port, page)

    await purge(cache, tags)

    assert [await is_hit(port, page) for page in pages] == [False, False, False, True]


async def test_varnish_asks_for_the_tags_of_a_purge(cache: tuple[EndpointKind, int]) -> None:
    kind, port = cache
    method = purges(kind, "", "", ["a"])[0].method
    async with Sender(AddressRules.parse([f"127.0.0.1:{port}"]), 30) as sender:
        outcome = await sender.send(Outgoing(method, f"http://127.0.0.1:{port}/", {}, b""))

    assert (outcome.status, has_purged(kind, outcome)) == (400, False)
