"""Comparing the revisions of a draft."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cms import drafts, links
from cms.db import transaction
from cms.diff import BodyChange, FieldChange, ListChange, compare
from cms.errors import TooComplex
from cms.models import Reference, Tag
from cms.permissions import Permission, Viewer
from cms.snapshots import CreditLink, RelationLink

Link = CreditLink | RelationLink | int
# Each is an object of the answer, and writing that keeps all other requests waiting.
MOST_PARAGRAPHS = 5_000


@dataclass(frozen=True)
class Comparison:
    """What changed between two revisions, and what to call the links in it."""

    changes: tuple[FieldChange, ...]
    labels: Mapping[Link, str]


async def compare_revisions(viewer: Viewer, draft_id: int, old: int, new: int | None = None) -> Comparison:
    """What changed from one revision to another (the newest, if no number is given), field by field.

    Links count as where they lead today: what was merged or deleted since is no change that somebody made.

    Raises:
        Forbidden: the viewer may not write.
        NotFound: there is no such draft or revision, or the viewer may not know of it.
        TooComplex: the bodies have too many paragraphs.
    """
    async with transaction() as tx:
        draft = await drafts.find(tx, viewer, draft_id, Permission.WRITE)
        revisions = [await drafts.revision_of(tx, draft, number) for number in (old, new)]
        first, second = [
            await links.current(tx, {"slug": draft.slug} | one.snapshot, draft_id=draft.id) for one in revisions
        ]
    # Long bodies take up to a second, for which neither the database nor other requests shall wait.
    changes = tuple(await asyncio.to_thread(compare, first, second))
    paragraphs = sum(len(change.paragraphs) for change in changes if isinstance(change, BodyChange))
    if paragraphs > MOST_PARAGRAPHS:
        raise TooComplex(f"the bodies have {paragraphs:,} paragraphs; at most {MOST_PARAGRAPHS:,} can be compared")
    return Comparison(changes, await _labels(viewer, changes))


async def _labels(viewer: Viewer, changes: Iterable[FieldChange]) -> dict[Link, str]:
    """The printed name of each credit, the headline of each link as far as the viewer may know it, the name of tags."""
    shown: set[Link] = {
        link
        for change in changes
        if isinstance(change, ListChange)
        for item in change.items
        for link in (item.old, item.new)
        if link is not None
    }
    relations = [link for link in shown if isinstance(link, RelationLink)]
    targets = [link.target_id for link in relations if link.target_id is not None]
    references = [link.reference_id for link in relations if link.reference_id is not None]
    tags = [link for link in shown if isinstance(link, int)]
    titles = dict(await drafts.visible_to(viewer).filter(id__in=targets).values_list("id", "title"))
    elsewhere = dict(await Reference.filter(id__in=references).values_list("id", "title"))
    names = dict(await Tag.filter(id__in=tags).values_list("id", "name"))

    def label(link: Link) -> str:
        if isinstance(link, CreditLink):
            return link.name
        if isinstance(link, RelationLink):
            return str(titles.get(link.target_id) or elsewhere.get(link.reference_id) or "")
        return str(names.get(link, ""))

    return {link: label(link) for link in shown}
