"""Files in a folder of this machine."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from cms.stores import Stored

PIECE_BYTES = 256 * 1024
_UNFINISHED = ".unfinished-"


class LocalStore:
    """A store in a folder, which is made when the first file is put."""

    def __init__(self, root: Path) -> None:
        self.root = root

    async def put(self, key: str, source: Path) -> None:
        """Keep a file: written beside its place, brought to the disk, and only then given its name."""
        await asyncio.to_thread(self._put, key, source)

    def _put(self, key: str, source: Path) -> None:
        target = self._path(key)
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.parent / f"{_UNFINISHED}{uuid4().hex}"
        try:
            with source.open("rb") as read, unfinished.open("wb") as written:
                shutil.copyfileobj(read, written, PIECE_BYTES)
                written.flush()
                os.fsync(written.fileno())
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
        _sync_folder(target.parent)

    async def find(self, key: str) -> Stored | None:
        """The file of that key, if there is one."""
        return await asyncio.to_thread(self._find, key)

    def _find(self, key: str) -> Stored | None:
        try:
            found = self._path(key).stat()
        except FileNotFoundError:
            return None
        return Stored(key, found.st_size, datetime.fromtimestamp(found.st_mtime, UTC))

    async def read(self, key: str, start: int, end: int) -> AsyncIterator[bytes]:
        """The bytes from `start` up to `end`."""
        file = await asyncio.to_thread(self._path(key).open, "rb")
        try:
            await asyncio.to_thread(file.seek, start)
            while start < end and (piece := await asyncio.to_thread(file.read, min(PIECE_BYTES, end - start))):
                start += len(piece)
                yield piece
        finally:
            file.close()

    @asynccontextmanager
    async def local(self, key: str) -> AsyncIterator[Path]:
        """The file itself."""
        path = self._path(key)
        if not await asyncio.to_thread(path.exists):
            raise FileNotFoundError(key)
        yield path

    async def delete(self, key: str) -> None:
        """Delete the file, and its folder if nothing else is in it."""
        await asyncio.to_thread(self._delete, key)

    def _delete(self, key: str) -> None:
        path = self._path(key)
        path.unlink(missing_ok=True)
        try:
            path.parent.rmdir()
        except OSError:
            return  # there are others, or it is not there

    async def list(self, prefix: str) -> AsyncIterator[Stored]:
        """All files below a folder; what a crash left unfinished, too."""
        for stored in await asyncio.to_thread(lambda: list(self._walk(prefix))):
            yield stored

    def _walk(self, prefix: str) -> Iterator[Stored]:
        for path in sorted((self.root / prefix).rglob("*")):
            try:
                found = path.stat()
            except FileNotFoundError:
                continue
            if path.is_file():
                key = path.relative_to(self.root).as_posix()
                yield Stored(key, found.st_size, datetime.fromtimestamp(found.st_mtime, UTC))

    async def close(self) -> None:
        """Nothing is held open."""

    def _path(self, key: str) -> Path:
        return self.root / key


def _sync_folder(folder: Path) -> None:
    """Bring the folder's own entries to the disk, so that the new name outlives a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
