"""The pages for browsers: how their files are answered, what pages may do, what is said where none were built."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import brotli
import httpx2
import pytest
from graphql import build_schema, parse, validate
from starlette.applications import Starlette

from cms.gui import pages
from cms.settings import Settings

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "studio/playground/examples").glob("*.graphql"))
SCRIPT = b"export const answer = 42\n" * 100
SCRIPT_URL = "/gui/assets/studio-abc.js"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder such as the build leaves."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "studio.html").write_text("<title>Studio</title>")
    (tmp_path / "playground.html").write_text("<title>Playground</title>")
    script = tmp_path / "assets/studio-abc.js"
    script.write_bytes(SCRIPT)
    Path(f"{script}.br").write_bytes(brotli.compress(SCRIPT))
    Path(f"{script}.gz").write_bytes(gzip.compress(SCRIPT))
    (tmp_path / "assets/icons-abc.ttf").write_bytes(b"\0" * 40)
    (tmp_path / ".built-from").write_text("a fingerprint")
    monkeypatch.setattr(pages, "STATIC", tmp_path)
    return tmp_path


def settings(**given: bool) -> Settings:
    return Settings(_env_file=None, **given)


def asking(wanted: Settings) -> httpx2.AsyncClient:
    app = Starlette(routes=pages.gui_routes(wanted))
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://site")


@pytest.fixture
async def client(built: Path) -> AsyncIterator[httpx2.AsyncClient]:
    async with asking(settings()) as client:
        yield client


@pytest.mark.parametrize(("accepted", "encoding"), [("gzip, br", "br"), ("gzip", "gzip"), ("identity", None)])
async def test_file_comes_as_the_client_prefers_it(
    client: httpx2.AsyncClient, accepted: str, encoding: str | None
) -> None:
    answer = await client.get(SCRIPT_URL, headers={"Accept-Encoding": accepted})

    assert answer.content == SCRIPT
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"


async def test_each_encoding_has_a_tag_of_its_own(client: httpx2.AsyncClient) -> None:
    tags = {
        (await client.get(SCRIPT_URL, headers={"Accept-Encoding": encoding})).headers["etag"]
        for encoding in ("br", "gzip", "identity")
    }

    assert len(tags) == 3
    assert not any(tag.startswith("W/") for tag in tags)


async def test_who_has_a_file_is_not_sent_it_again(client: httpx2.AsyncClient) -> None:
    tag = (await client.get(SCRIPT_URL, headers={"Accept-Encoding": "br"})).headers["etag"]

    again = await client.get(SCRIPT_URL, headers={"Accept-Encoding": "br", "If-None-Match": f'"other", W/{tag}'})
    otherwise = await client.get(SCRIPT_URL, headers={"Accept-Encoding": "gzip", "If-None-Match": tag})

    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert otherwise.status_code == 200


async def test_files_are_kept_for_ever_and_pages_asked_for_again(client: httpx2.AsyncClient) -> None:
    file = await client.get("/gui/assets/icons-abc.ttf")
    page = await client.get("/studio")

    assert file.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert file.headers["content-type"] == "font/ttf"
    assert page.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "name", ["assets/studio-abc.js.br", ".built-from", "../files.py", "%2e%2e/files.py", "none.js"]
)
async def test_nothing_else_is_served(client: httpx2.AsyncClient, name: str) -> None:
    assert (await client.get(f"/gui/{name}")).status_code == 404


@pytest.mark.parametrize("path", ["/studio", "/studio/articles/art_1", "/playground"])
async def test_pages_run_scripts_of_this_server_alone(client: httpx2.AsyncClient, path: str) -> None:
    answer = await client.get(path)

    policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))

    assert answer.headers["content-type"].startswith("text/html")
    assert policy["script-src"] == "'self'"
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert "unsafe-eval" not in answer.headers["content-security-policy"]


async def test_the_studio_allows_nothing_unsafe(client: httpx2.AsyncClient) -> None:
    assert "unsafe" not in (await client.get("/studio")).headers["content-security-policy"]


async def test_each_page_can_be_switched_off(built: Path) -> None:
    async with asking(settings(serve_studio=False)) as client:
        assert [(await client.get(path)).status_code for path in ("/studio", "/playground", SCRIPT_URL)] == [
            404,
            200,
            200,
        ]
    async with asking(settings(serve_studio=False, serve_playground=False)) as client:
        assert (await client.get(SCRIPT_URL)).status_code == 404


async def test_a_page_that_was_not_built_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "STATIC", tmp_path)

    async with asking(settings()) as client:
        answer = await client.get("/studio")

    assert answer.status_code == 404
    assert "CMS_STUDIO=require" in answer.text
    assert pages.is_missing(settings())
    assert not pages.is_missing(settings(serve_studio=False, serve_playground=False))


async def test_what_was_built_is_not_missing(built: Path) -> None:
    assert not pages.is_missing(settings())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_of_the_playground_is_valid(path: Path) -> None:
    schema = build_schema((ROOT / "schema/schema.graphql").read_text(encoding="utf-8"))

    assert validate(schema, parse(path.read_text(encoding="utf-8"))) == []


def test_the_first_example_is_the_documented_one() -> None:
    documented = (ROOT / "docs/examples/article_page.graphql").read_text(encoding="utf-8")

    assert (ROOT / "studio/playground/examples/article_page.graphql").read_text(encoding="utf-8") == documented
