"""Where the bytes of assets are kept: in a folder, or in a bucket of an S3-compatible service."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

ORIGINALS, RENDITIONS = "originals", "renditions"


@dataclass(frozen=True)
class Stored:
    """A file in a store."""

    key: str
    size_bytes: int
    modified_at: datetime


class Store(Protocol):
    """Files by keys such as originals/ab12.jpg. A file is there whole or not at all, and never changes."""

    async def put(self, key: str, source: Path) -> None:
        """Keep the bytes of a file; when this returns, they outlive a loss of power."""

    async def find(self, key: str) -> Stored | None:
        """The file of that key, if there is one."""

    def read(self, key: str, start: int, end: int) -> AsyncIterator[bytes]:
        """The bytes from `start` up to, not including, `end`, in pieces.

        Raises:
            FileNotFoundError: there is no such file (any more).
        """

    def local(self, key: str) -> AbstractAsyncContextManager[Path]:
        """The file as one on this machine, for as long as the block runs.

        Raises:
            FileNotFoundError: there is no such file.
        """

    async def delete(self, key: str) -> None:
        """Delete the file, if it is there."""

    def list(self, prefix: str) -> AsyncIterator[Stored]:
        """All files whose key begins with `prefix` and a slash."""

    async def close(self) -> None:
        """Let go of what the store holds open."""
