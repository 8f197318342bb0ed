"""The files of a site: pictures are read in threads of their own, and each rendition is made once, then kept."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import hashlib
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar, TypeVarTuple

from cms import pictures
from cms.db.files import sqlite_path
from cms.errors import SetupError, Unavailable
from cms.log import get_logger
from cms.pictures import Prepared
from cms.renditions import Rendition
from cms.settings import Settings
from cms.stores import RENDITIONS, Store, Stored
from cms.stores.local import LocalStore
from cms.words import AssetType

Arguments = TypeVarTuple("Arguments")
Result = TypeVar("Result")
# Renditions that may wait for their turn; whoever asks for more is told to come again.
MOST_WAITING = 64
_HASH_BYTES = 1024 * 1024
_FULL = {errno.ENOSPC, errno.EDQUOT}

log = get_logger(__name__)


class Library:
    """The store of a site, and what is done with pictures. Close it when nothing uses it any more.

    Raises:
        SetupError: the settings want a store whose extra is not installed.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.store: Store = open_store(settings)
        self._threads = ThreadPoolExecutor(settings.asset_threads, thread_name_prefix="pictures")
        self._making: dict[str, asyncio.Task[None]] = {}
        self._secret: bytes | None = None

    async def close(self) -> None:
        """Wait for what is being made, and let go of the threads and the store."""
        for task in list(self._making.values()):
            with contextlib.suppress(Exception):
                await task
        await asyncio.to_thread(self._threads.shutdown)
        await self.store.close()

    async def secret(self, read: Callable[[], Awaitable[bytes]]) -> bytes:
        """The secret that addresses are signed with, read once."""
        if self._secret is None:
            self._secret = await read()
        return self._secret

    async def hash_of(self, path: Path) -> str:
        """The SHA-256 of a file, in hexadecimal."""
        return await self._run(_sha256, path)

    async def prepare(self, source: Path, target: Path) -> Prepared:
        """Write what is kept of an uploaded file.

        Raises:
            ValidationFailed: the file is not taken (cms/pictures.py).
        """
        return await self._run(pictures.prepare, source, target, self.settings.asset_max_pixels)

    async def rendition(
        self, original: str, asset_type: AssetType, rendition: Rendition, focal_point: tuple[int, int]
    ) -> Stored:
        """A rendition of a picture with the key `original` in the store; it is made if nobody has asked for it before.

        Raises:
            FileNotFoundError: the picture is not in the store.
            Unavailable: too many are being made.
        """
        key = f"{renditions_of(original)}/{focal_point[0]}-{focal_point[1]}-{rendition.name}"
        found = await self.store.find(key)
        if found is not None:
            return found
        task = self._making.get(key)
        if task is None:
            if len(self._making) >= MOST_WAITING:
                raise Unavailable("The server is making many pictures at the moment; try again in a moment.")
            task = asyncio.create_task(self._make(key, original, asset_type, rendition, focal_point))
            self._making[key] = task
            task.add_done_callback(lambda _done: self._making.pop(key, None))
        # Whoever asked first may leave; others wait for the same picture.
        await asyncio.shield(task)
        made = await self.store.find(key)
        if made is None:
            raise FileNotFoundError(key)
        return made

    async def _make(
        self, key: str, original: str, asset_type: AssetType, rendition: Rendition, focal_point: tuple[int, int]
    ) -> None:
        async with self.store.local(original) as source, working_folder() as folder:
            target = folder / "rendition"
            await self._run(pictures.render, source, target, asset_type, rendition, focal_point)
            await self.store.put(key, target)

    async def delete(self, original: str) -> None:
        """Delete a file and its renditions."""
        await self.store.delete(original)
        async for stored in self.store.list(renditions_of(original)):
            await self.store.delete(stored.key)

    async def _run(self, function: Callable[[*Arguments], Result], *arguments: *Arguments) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._threads, function, *arguments)


def renditions_of(original: str) -> str:
    """Where the renditions of a file are."""
    return f"{RENDITIONS}/{Path(original).stem}"


@asynccontextmanager
async def working_folder() -> AsyncIterator[Path]:
    """A folder for as long as the block runs, in which files are received, made, and brought from there to the store.

    Raises:
        Unavailable: a disk is full, this one or that of the store.
    """
    try:
        folder = await asyncio.to_thread(tempfile.TemporaryDirectory, prefix="broadsheet-")
        try:
            yield Path(folder.name)
        finally:
            # Also when the request was cancelled; there is little in it.
            folder.cleanup()
    except OSError as error:
        if error.errno not in _FULL:
            raise
        log.error("asset.disk_full", file=error.filename, reason=error.strerror)  # noqa: TRY400 - no bug
        raise Unavailable("There is no room for files on the server's disk; tell whoever runs it.") from error


def open_store(settings: Settings) -> Store:
    """The store that the settings name.

    Raises:
        SetupError: its extra is not installed.
    """
    bucket, _, prefix = settings.asset_store.removeprefix("s3://").partition("/")
    if not settings.asset_store.startswith("s3://"):
        return LocalStore(local_folder(settings))
    try:
        from cms.stores.s3 import S3Store  # noqa: PLC0415 - an extra, which most sites do not install
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "obstore":
            raise
        raise SetupError(
            "CMS_ASSET_STORE names a bucket, but the extra for it is not installed.",
            "Run `pip install 'broadsheet-cms[s3]'`, or name a folder.",
        ) from error
    return S3Store(
        bucket,
        prefix=prefix.strip("/"),
        endpoint=settings.s3_endpoint,
        region=settings.s3_region,
        access_key_id=settings.s3_access_key_id,
        secret_access_key=settings.s3_secret_access_key,
    )


def local_folder(settings: Settings) -> Path:
    """The folder of the assets: the one that is set, or else `assets` beside the SQLite file or in `data`."""
    if settings.asset_store:
        return Path(settings.asset_store)
    if settings.database_url.startswith("sqlite:"):
        return sqlite_path(settings.database_url).parent / "assets"
    return Path("data/assets")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        digest = hashlib.sha256()
        while piece := file.read(_HASH_BYTES):
            digest.update(piece)
    return digest.hexdigest()
