"""Looking after the files of assets: those that no row knows go, and those that rows miss are told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cms.library import Library
from cms.models import Asset
from cms.stores import ORIGINALS, RENDITIONS

# A file comes before its row, so a young one may be about to get it.
YOUNG = timedelta(hours=1)
_ROWS = 500


async def clean(library: Library, now: datetime | None = None) -> list[str]:
    """Delete the files that no asset has and that are older than an hour; the keys of what went.

    Such are left by a crash between file and row, or between row and file when an asset was deleted.
    """
    oldest = (now or datetime.now(UTC)) - YOUNG
    gone = []
    for prefix in (ORIGINALS, RENDITIONS):
        async for stored in library.store.list(prefix):
            if stored.modified_at < oldest and not await _is_known(stored.key):
                await library.store.delete(stored.key)
                gone.append(stored.key)
    return gone


async def _is_known(key: str) -> bool:
    """Whether an asset has the file, or it is a rendition of one that an asset has."""
    prefix, _, rest = key.partition("/")
    if prefix == ORIGINALS:
        return await Asset.filter(storage_key=key).exists()
    return await Asset.filter(storage_key__startswith=f"{ORIGINALS}/{rest.partition('/')[0]}.").exists()


async def verify(library: Library) -> AsyncIterator[str]:
    """A sentence for each asset whose file is missing or has another size, and each old file that no asset has."""
    last = 0
    while rows := await Asset.filter(id__gt=last).order_by("id").limit(_ROWS):
        for asset in rows:
            last = asset.id
            stored = await library.store.find(asset.storage_key)
            if stored is None:
                yield f"ast_{asset.id} ({asset.name}): its file {asset.storage_key} is missing."
            elif stored.size_bytes != asset.size_bytes:
                yield f"ast_{asset.id} ({asset.name}): its file has {stored.size_bytes} bytes, not {asset.size_bytes}."
    oldest = datetime.now(UTC) - YOUNG
    async for stored in library.store.list(ORIGINALS):
        if stored.modified_at < oldest and not await _is_known(stored.key):
            yield f"{Path(stored.key).name}: no asset has this file; `cms assets clean` deletes it."
