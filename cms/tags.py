"""Keywords."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tortoise.backends.base.client import TransactionalDBClient

from cms import usage, vocabulary
from cms.models import Tag
from cms.permissions import Permission, Viewer
from cms.vocabulary import Affected


@dataclass(frozen=True)
class TagFields:
    """What an editor says of a tag. None leaves a field as it is, of a new tag as it begins."""

    name: str | None = None
    slug: str | None = None
    media_topic: str | None = None


async def find_or_create(viewer: Viewer, name: str) -> Tag:
    """The tag of that name.

    Raises:
        Forbidden: the viewer may not edit.
    """
    return await vocabulary.find_or_create(viewer, Tag, name, {}, {})


async def create_tag(viewer: Viewer, fields: TagFields) -> Tag:
    """Make a tag. The slug is made from the name unless one is given.

    Raises:
        Forbidden: the viewer may not edit.
        ValidationFailed: naming every problem, and the id of the tag that has the name or the slug already.
    """
    return await vocabulary.create(viewer, Tag, vars(fields))


async def update_tag(viewer: Viewer, tag_id: int, fields: TagFields, *, expected_version: int) -> Tag:
    """Change what is given of a tag. Its former slug leads to it.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such tag.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: naming every problem, and the id of the tag that has the name or the slug already.
    """
    return await vocabulary.update(viewer, Tag, tag_id, vars(fields), expected_version=expected_version)


async def delete_tag(viewer: Viewer, tag_id: int, *, expected_version: int) -> None:
    """Delete a tag that no draft and no public article carries.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such tag.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: it is used; the message tells how often.
    """
    viewer.require(Permission.EDIT)
    looked = await usage.look("tag", tag_id)

    async def counted(tx: TransactionalDBClient) -> Mapping[str, int]:
        shown = await vocabulary.showing(tx, f"article_tag WHERE tag_id={tag_id}", "article_id")
        return {"public_articles": shown.count, "drafts": await usage.recheck(tx, "tag", tag_id, looked)}

    await vocabulary.delete(viewer, Tag, tag_id, expected_version=expected_version, counted=counted)


async def merge_tags(
    viewer: Viewer, tag_id: int, into_id: int, *, expected_version: int, into_expected_version: int
) -> Tag:
    """Make whatever carries the first tag carry the second; the first is gone, and its id and slug lead there.

    An article that carries both keeps the one that stands further ahead, as the second.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: one of them is not there.
        VersionConflict: one of them was changed since it was read.
        ValidationFailed: they are one and the same.
    """
    versions = (expected_version, into_expected_version)
    return await vocabulary.merge(viewer, Tag, tag_id, into_id, versions, _rewrite)


async def _rewrite(tx: TransactionalDBClient, tag_id: int, into_id: int) -> Affected:
    return await vocabulary.merge_links(tx, "article_tag", "tag_id", "true", tag_id, into_id)
