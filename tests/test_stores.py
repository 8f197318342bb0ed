"""Where files are kept: a folder, and a bucket of a real S3 server that runs here."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cms import asset_upkeep
from cms.db import Database
from cms.errors import SetupError, Unavailable
from cms.library import Library, open_store
from cms.models import Asset
from cms.permissions import Permission
from cms.settings import Settings
from cms.stores import Store
from cms.stores.local import LocalStore
from cms.words import Role
from tests.accounts import bearer, cheap_hashes, make_token, make_user, now
from tests.clients.conftest import HERE, Node, node
from tests.files import opened, picture
from tests.test_app import make_app, started

__all__ = ["cheap_hashes", "node"]
pytestmark = pytest.mark.anyio

KEYS = {"s3_access_key_id": "S3RVER", "s3_secret_access_key": "S3RVER"}


@pytest.fixture(scope="session")
def s3_address(node: Node, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an S3 server with the bucket `news`."""
    command = [node.node, HERE / "s3.mjs", tmp_path_factory.mktemp("s3")]
    with subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.terminate()


@pytest.fixture(params=["local", "s3"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    if request.param == "local":
        return Settings(_env_file=None, asset_store=str(tmp_path / "store"))
    address = request.getfixturevalue("s3_address")
    prefix = tmp_path.name
    return Settings(_env_file=None, asset_store=f"s3://news/{prefix}", s3_endpoint=address, **KEYS)


@pytest.fixture
def store(settings: Settings) -> Store:
    return open_store(settings)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source"
    path.write_bytes(bytes(range(256)) * 4000)
    return path


async def whole(store: Store, key: str, start: int, end: int) -> bytes:
    return b"".join([piece async for piece in store.read(key, start, end)])


async def test_store_keeps_finds_reads_lists_and_deletes(store: Store, source: Path) -> None:
    data = source.read_bytes()
    await store.put("originals/a.jpg", source)
    await store.put("renditions/a/50-50-160.webp", source)

    found = await store.find("originals/a.jpg")

    assert found is not None
    assert found.size_bytes == len(data)
    assert abs(found.modified_at - datetime.now(UTC)) < timedelta(minutes=5)
    assert await whole(store, "originals/a.jpg", 0, len(data)) == data
    assert await whole(store, "originals/a.jpg", 1000, 300_001) == data[1000:300_001]
    assert [stored.key async for stored in store.list("originals")] == ["originals/a.jpg"]
    assert [stored.key async for stored in store.list("renditions/a")] == ["renditions/a/50-50-160.webp"]
    async with store.local("originals/a.jpg") as path:
        assert path.read_bytes() == data
    await store.delete("originals/a.jpg")
    await store.delete("originals/a.jpg")
    assert await store.find("originals/a.jpg") is None


async def test_what_is_not_there_is_said(store: Store) -> None:
    assert await store.find("originals/none") is None
    with pytest.raises(FileNotFoundError):
        await whole(store, "originals/none", 0, 10)
    with pytest.raises(FileNotFoundError):
        async with store.local("originals/none"):
            pytest.fail("it was there")
    assert [stored.key async for stored in store.list("originals")] == []


async def test_putting_again_replaces_the_whole(store: Store, source: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"short")
    await store.put("originals/a", source)

    await store.put("originals/a", other)

    assert await whole(store, "originals/a", 0, 5) == b"short"


async def test_local_file_has_its_name_only_when_it_is_on_the_disk(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = LocalStore(tmp_path / "store")

    def broken(_descriptor: int) -> None:
        assert not (tmp_path / "store" / "originals" / "a").exists()
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "fsync", broken)

    with pytest.raises(OSError, match="full"):
        await store.put("originals/a", source)

    assert [path for path in (tmp_path / "store").rglob("*") if path.is_file()] == []


async def test_whole_way_through_the_site(database_url: str, settings: Settings) -> None:
    chosen = {name: getattr(settings, name) for name in ("asset_store", "s3_endpoint", *KEYS)}
    async with started(make_app(database_url, **chosen)) as client:
        secret = await make_token(await make_user(Role.EDITOR), Permission.WRITE)
        made = await client.post("/assets", params={"name": "a.jpg"}, content=picture(), headers=bearer(secret))
        url = made.json()["asset"]["url"]
        original = await client.get(url)
        part = await client.get(url, headers={"Range": "bytes=2-5"})
        renditions = await asyncio.gather(*(client.get(url.replace("original.jpg", "1x1-320.avif")) for _ in range(4)))
        again = await client.get(url.replace("original.jpg", "1x1-320.avif"))

    assert opened(original.content).size == (800, 600)
    assert (part.status_code, part.content) == (206, original.content[2:6])
    assert {answer.status_code for answer in renditions} == {200}
    assert opened(again.content).size == (320, 320)
    assert {answer.content for answer in renditions} == {again.content}


async def asset(key: str, size: int) -> Asset:
    return await Asset.create(
        sha256=key, storage_key=key, url_key=key, type="PDF", size_bytes=size, name=key, words="", created_at=now()
    )


async def test_upkeep_deletes_what_no_asset_has_and_tells_what_is_missing(
    database: Database, settings: Settings, source: Path
) -> None:
    library = Library(settings)
    store = library.store
    size = source.stat().st_size
    for key in ("originals/kept.pdf", "originals/lost.pdf", "renditions/kept/a.webp", "renditions/lost/a.webp"):
        await store.put(key, source)
    with database.use():
        await asset("originals/kept.pdf", size)
        await asset("originals/missing.pdf", size)
        await asset("originals/other.pdf", size + 1)
        await store.put("originals/other.pdf", source)
        problems = [problem async for problem in asset_upkeep.verify(library)]
        young = await asset_upkeep.clean(library)
        gone = await asset_upkeep.clean(library, datetime.now(UTC) + timedelta(hours=2))
        again = await asset_upkeep.clean(library, datetime.now(UTC) + timedelta(hours=2))
    await library.close()

    assert [problem.partition(" (")[0] for problem in problems] == ["ast_2", "ast_3"]
    assert young == again == []
    assert sorted(gone) == ["originals/lost.pdf", "renditions/lost/a.webp"]
    assert await store.find("originals/kept.pdf") is not None
    assert await store.find("renditions/kept/a.webp") is not None


async def test_store_that_does_not_answer_is_unavailable() -> None:
    store = open_store(Settings(_env_file=None, asset_store="s3://news/x", s3_endpoint="http://127.0.0.1:9", **KEYS))

    with pytest.raises(Unavailable):
        await store.find("originals/a.jpg")


def test_bucket_without_the_extra_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "obstore", None)
    monkeypatch.delitem(__import__("sys").modules, "cms.stores.s3", raising=False)

    with pytest.raises(SetupError, match=r"pip install 'broadsheet-cms\[s3\]'"):
        open_store(Settings(_env_file=None, asset_store="s3://news/x"))


def test_files_are_beside_the_database_unless_a_folder_is_set(tmp_path: Path) -> None:
    beside = open_store(Settings(_env_file=None, database_url=f"sqlite:///{tmp_path}/site.sqlite3"))
    chosen = open_store(Settings(_env_file=None, asset_store="/srv/files"))

    assert isinstance(beside, LocalStore)
    assert isinstance(chosen, LocalStore)
    assert (beside.root, chosen.root) == (tmp_path / "assets", Path("/srv/files"))
