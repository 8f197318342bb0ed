"""Files in a bucket of an S3-compatible service, by the extra `s3`."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import S3Store as Bucket

from cms.errors import Unavailable
from cms.log import get_logger
from cms.stores import Stored

PIECE_BYTES = 4 * 1024 * 1024

log = get_logger(__name__)


class S3Store:
    """A store in a bucket; the keys begin with a prefix if there is one. The bucket must exist."""

    def __init__(self, bucket: str, *, prefix: str, **options: Any) -> None:
        plain_http = str(options.get("endpoint", "")).startswith("http://")
        client_options: Any = {"allow_http": plain_http, "timeout": "30s", "connect_timeout": "5s"}
        retries: Any = {"max_retries": 2, "retry_timeout": timedelta(seconds=10)}
        given: Any = {name: value for name, value in options.items() if value}
        self._bucket = Bucket(
            bucket, prefix=prefix or None, client_options=client_options, retry_config=retries, **given
        )

    async def put(self, key: str, source: Path) -> None:
        """Send a file; the service shows it when it has all of it."""
        with _answering(key):
            await obstore.put_async(self._bucket, key, source)

    async def find(self, key: str) -> Stored | None:
        """The file of that key, if there is one."""
        try:
            with _answering(key):
                found = await obstore.head_async(self._bucket, key)
        except FileNotFoundError:
            return None
        return Stored(key, found["size"], found["last_modified"])

    async def read(self, key: str, start: int, end: int) -> AsyncIterator[bytes]:
        """The bytes from `start` up to `end`."""
        while start < end:
            stop = min(end, start + PIECE_BYTES)
            with _answering(key):
                piece = await obstore.get_range_async(self._bucket, key, start=start, end=stop)
            yield bytes(piece)
            start = stop

    @asynccontextmanager
    async def local(self, key: str) -> AsyncIterator[Path]:
        """A copy of the file."""
        with tempfile.TemporaryDirectory(prefix="broadsheet-") as folder:
            path = Path(folder) / "original"
            with _answering(key), path.open("wb") as file:
                answer = await obstore.get_async(self._bucket, key)
                async for piece in answer.stream():
                    file.write(piece)
            yield path

    async def delete(self, key: str) -> None:
        """Delete the file, if it is there."""
        with contextlib.suppress(FileNotFoundError), _answering(key):
            await obstore.delete_async(self._bucket, key)

    async def list(self, prefix: str) -> AsyncIterator[Stored]:
        """All files whose key begins with the prefix."""
        with _answering(prefix):
            pages = [page async for page in obstore.list(self._bucket, prefix=prefix)]
        for found in chain.from_iterable(pages):
            yield Stored(found["path"], found["size"], found["last_modified"])

    async def close(self) -> None:
        """Nothing is held open."""


@contextlib.contextmanager
def _answering(key: str) -> Iterator[None]:
    """Tell what the service answers in our own words.

    Raises:
        FileNotFoundError: there is no such file.
        Unavailable: it does not answer, or does not let us.
    """
    try:
        yield
    except (FileNotFoundError, NotFoundError) as error:
        raise FileNotFoundError(key) from error
    except BaseError as error:
        # The service's words may tell addresses and names of keys, which are for the log alone.
        log.warning("store.failed", key=key, error=str(error).partition("\n")[0])
        raise Unavailable("The store of files cannot answer now; try again later.") from error
