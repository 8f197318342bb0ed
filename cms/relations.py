"""Links between articles, and references to articles that are not here (yet)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cms import text
from cms.db import writing
from cms.db.bulk import insert_many
from cms.models import Draft, Reference
from cms.permissions import Permission, Viewer
from cms.standing import confirm
from cms.words import DraftStatus


@dataclass(frozen=True)
class Mention:
    """An article elsewhere as a page names it. `is_truncated`: the teaser was cut in mid-sentence."""

    title: str
    teaser: str = ""
    url: str = ""
    is_truncated: bool = False


async def refer(viewer: Viewer, mentions: Sequence[Mention]) -> list[int]:
    """The ids of a new reference for each mention, in order. One whose title a draft here has points at it at once.

    Raises:
        Forbidden: the viewer may not edit.
    """
    viewer.require(Permission.EDIT)
    if not mentions:
        return []
    keys = [text.fold(mention.title)[:300] for mention in mentions]
    async with writing() as tx:
        await confirm(tx, viewer)
        drafts = (
            Draft.filter(title_key__in=keys, status__not=DraftStatus.TRASHED).using_db(tx).order_by("-id")
        )  # so that the first one here wins
        targets = {row["title_key"]: row["id"] for row in await drafts.values("title_key", "id")}
        rows = [
            Reference(
                title=mention.title,
                title_key=key,
                teaser=mention.teaser,
                is_truncated=mention.is_truncated,
                url=mention.url,
                target_id=targets.get(key),
            )
            for mention, key in zip(mentions, keys, strict=True)
        ]
        return await insert_many(tx, rows)
