"""The organisations that publish articles first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tortoise.backends.base.client import TransactionalDBClient

from cms import usage, vocabulary
from cms.db.sql import run
from cms.models import Article, Draft, Source
from cms.permissions import Viewer
from cms.vocabulary import Affected
from cms.words import SourceKind


@dataclass(frozen=True)
class SourceFields:
    """What an editor says of a source. None leaves a field as it is, of a new source as it begins."""

    name: str | None = None
    slug: str | None = None
    kind: SourceKind | None = None
    url: str | None = None
    licence: str | None = None
    credit_line: str | None = None
    language: str | None = None


async def find_or_create(viewer: Viewer, name: str, *, url: str = "") -> Source:
    """The source of that name; `url` is its own site and is kept only when it is new.

    Raises:
        Forbidden: the viewer may not edit.
    """
    return await vocabulary.find_or_create(viewer, Source, name, {}, {"url": url})


async def create_source(viewer: Viewer, fields: SourceFields) -> Source:
    """Make a source. The slug is made from the name unless one is given.

    Raises:
        Forbidden: the viewer may not edit.
        ValidationFailed: naming every problem, and the id of the source that has the name or the slug already.
    """
    return await vocabulary.create(viewer, Source, vars(fields))


async def update_source(viewer: Viewer, source_id: int, fields: SourceFields, *, expected_version: int) -> Source:
    """Change what is given of a source. Its former slug leads to it.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such source.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: naming every problem, and the id of the source that has the name or the slug already.
    """
    return await vocabulary.update(viewer, Source, source_id, vars(fields), expected_version=expected_version)


async def delete_source(viewer: Viewer, source_id: int, *, expected_version: int) -> None:
    """Delete a source that no draft and no public article is from.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such source.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: it is used; the message tells how often.
    """

    async def counted(tx: TransactionalDBClient) -> Mapping[str, int]:
        return {
            "public_articles": await Article.filter(source_id=source_id).using_db(tx).count(),
            "drafts": await Draft.filter(source_id=source_id).using_db(tx).count(),
            "scheduled_drafts": await usage.count_scheduled(tx, "source", source_id),
        }

    await vocabulary.delete(viewer, Source, source_id, expected_version=expected_version, counted=counted)


async def merge_sources(
    viewer: Viewer, source_id: int, into_id: int, *, expected_version: int, into_expected_version: int
) -> Source:
    """Make everything of the first source be of the second; the first is gone, and its id and slug lead there.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: one of them is not there.
        VersionConflict: one of them was changed since it was read.
        ValidationFailed: they are one and the same.
    """
    versions = (expected_version, into_expected_version)
    return await vocabulary.merge(viewer, Source, source_id, into_id, versions, _rewrite)


async def _rewrite(tx: TransactionalDBClient, source_id: int, into_id: int) -> Affected:
    affected = await vocabulary.showing(tx, f"article WHERE source_id={source_id}", "id")
    for table in ("article", "draft"):
        await run(tx, f"UPDATE {table} SET source_id={into_id} WHERE source_id={source_id}")  # noqa: S608 - our own names
    return affected
