"""Which revisions show an asset, and which of them keep it from being deleted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms.db.sql import listed, run
from cms.renditions import ASSET_ADDRESS

LARGEST_ROW = 2**31 - 1
# The drafts that would miss the asset `{key}`: their newest revision shows it, or the public or a scheduled one.
USING_DRAFTS = (
    "SELECT r.draft_id FROM asset_use u JOIN revision r ON r.id=u.revision_id WHERE u.asset_id={key}"
    " AND (r.number=(SELECT max(x.number) FROM revision x WHERE x.draft_id=r.draft_id)"
    " OR EXISTS(SELECT 1 FROM article a WHERE a.revision_id=r.id)"
    " OR EXISTS(SELECT 1 FROM schedule s WHERE s.revision_id=r.id AND s.state='PENDING'))"
)


def assets_in(snapshot: Mapping[str, Any]) -> list[int]:
    """The numbers of the assets that a revision shows: its picture, and what its body shows or links to."""
    found = {int(number) for number in ASSET_ADDRESS.findall(snapshot["body"]["html"])}
    if (image_id := snapshot["article"].get("image_id")) is not None:
        found.add(image_id)
    return sorted(number for number in found if number <= LARGEST_ROW)


async def note_uses(tx: TransactionalDBClient, revision_id: int, snapshot: Mapping[str, Any]) -> None:
    """Note what a new revision shows; addresses that name no asset count for nothing."""
    numbers = assets_in(snapshot)
    if numbers:
        source, value = listed(tx, numbers)
        await run(
            tx,
            "INSERT INTO asset_use(asset_id,revision_id) SELECT a.id,CAST(? AS INTEGER)"  # noqa: S608 - our own names
            f" FROM {source} JOIN asset a ON a.id=listed.value",
            revision_id,
            value,
        )


async def using_drafts(tx: TransactionalDBClient, asset_id: int) -> list[int]:
    """The drafts that keep an asset from being deleted, by id."""
    using = USING_DRAFTS.format(key="?")
    rows = await run(tx, f"SELECT DISTINCT q.draft_id AS id FROM ({using}) q ORDER BY 1", asset_id)  # noqa: S608 - our own names
    return [row["id"] for row in rows]


async def showing_articles(tx: TransactionalDBClient, asset_id: int) -> list[int]:
    """The public articles that show it, by id."""
    rows = await run(
        tx,
        "SELECT a.id FROM article a JOIN asset_use u ON u.revision_id=a.revision_id WHERE u.asset_id=? ORDER BY 1",
        asset_id,
    )
    return [row["id"] for row in rows]


async def is_scheduled(tx: TransactionalDBClient, asset_id: int) -> bool:
    """Whether a revision that shows it is to be published."""
    rows = await run(
        tx,
        "SELECT 1 AS one FROM schedule s JOIN asset_use u ON u.revision_id=s.revision_id"
        " WHERE u.asset_id=? AND s.state='PENDING' LIMIT 1",
        asset_id,
    )
    return bool(rows)
