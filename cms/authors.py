"""The people and organisations that articles are credited to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tortoise.backends.base.client import TransactionalDBClient

from cms import usage, vocabulary
from cms.models import Author
from cms.permissions import Permission, Viewer
from cms.vocabulary import Affected
from cms.words import AuthorKind


@dataclass(frozen=True)
class AuthorFields:
    """What an editor says of an author. None leaves a field as it is, of a new author as it begins."""

    name: str | None = None
    slug: str | None = None
    kind: AuthorKind | None = None
    description: str | None = None
    url: str | None = None


async def find_or_create(viewer: Viewer, name: str, kind: AuthorKind) -> Author:
    """The author of that name and kind; where several share it, the one that was here first.

    Raises:
        Forbidden: the viewer may not edit.
    """
    return await vocabulary.find_or_create(viewer, Author, name, {"kind": kind}, {})


async def create_author(viewer: Viewer, fields: AuthorFields) -> Author:
    """Make an author, who may share the name of another. The slug is made from the name unless one is given.

    Raises:
        Forbidden: the viewer may not edit.
        ValidationFailed: naming every problem, and the id of the author that has the slug already.
    """
    return await vocabulary.create(viewer, Author, vars(fields))


async def update_author(viewer: Viewer, author_id: int, fields: AuthorFields, *, expected_version: int) -> Author:
    """Change what is given of an author. The former slug leads to him; names printed in bylines stay.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such author.
        VersionConflict: the author was changed since `expected_version`.
        ValidationFailed: naming every problem, and the id of the author that has the slug already.
    """
    return await vocabulary.update(viewer, Author, author_id, vars(fields), expected_version=expected_version)


async def delete_author(viewer: Viewer, author_id: int, *, expected_version: int) -> None:
    """Delete an author whom no draft and no public article credits.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such author.
        VersionConflict: the author was changed since `expected_version`.
        ValidationFailed: the author is credited; the message tells how often.
    """
    viewer.require(Permission.EDIT)
    looked = await usage.look("author", author_id)

    async def counted(tx: TransactionalDBClient) -> Mapping[str, int]:
        shown = await vocabulary.showing(tx, f"credit WHERE author_id={author_id}", "article_id")
        return {"public_articles": shown.count, "drafts": await usage.recheck(tx, "author", author_id, looked)}

    await vocabulary.delete(viewer, Author, author_id, expected_version=expected_version, counted=counted)


async def merge_authors(
    viewer: Viewer, author_id: int, into_id: int, *, expected_version: int, into_expected_version: int
) -> Author:
    """Give every credit of the first author to the second; the first is gone, and its id and slug lead there.

    Names printed in bylines stay. An article that credits both in one role keeps the credit that stands further ahead.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: one of them is not there.
        VersionConflict: one of them was changed since it was read.
        ValidationFailed: they are one and the same.
    """
    versions = (expected_version, into_expected_version)
    return await vocabulary.merge(viewer, Author, author_id, into_id, versions, _rewrite)


async def _rewrite(tx: TransactionalDBClient, author_id: int, into_id: int) -> Affected:
    return await vocabulary.merge_links(tx, "credit", "author_id", "a.role=b.role", author_id, into_id)
