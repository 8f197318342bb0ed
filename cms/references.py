"""References: articles elsewhere, or titles whose article may come here one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms import events, inputs, places, usage
from cms.db import writing
from cms.db.sql import run
from cms.errors import FieldProblem, ValidationFailed
from cms.inputs import check_version
from cms.models import CollectionItem, Draft, Reference, Relation
from cms.permissions import Permission, Viewer
from cms.standing import confirm
from cms.words import DraftStatus


@dataclass(frozen=True)
class ReferenceFields:
    """What an editor says of a reference. None leaves a field as it is, of a new reference as it begins."""

    title: str | None = None
    teaser: str | None = None
    url: str | None = None
    is_truncated: bool | None = None


async def create_reference(viewer: Viewer, fields: ReferenceFields) -> Reference:
    """Make a reference. If an article here has its title, it points there at once.

    Raises:
        Forbidden: the viewer may not edit.
        ValidationFailed: naming every problem.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        wanted = inputs.read(Reference, vars(fields), required=("title",))
        wanted.check()
        target_id = await _with_title(tx, wanted.values["title_key"])
        reference = await Reference.create(using_db=tx, target_id=target_id, **wanted.values)
        await _record(tx, viewer, "created", reference)
    return reference


async def update_reference(
    viewer: Viewer, reference_id: int, fields: ReferenceFields, *, expected_version: int
) -> Reference:
    """Change what is given of a reference. One without a target looks for an article of its new title.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such reference.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: naming every problem.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        reference = await _claim(tx, viewer, reference_id, expected_version)
        wanted = inputs.read(Reference, vars(fields), row=reference)
        wanted.check()
        values = wanted.values
        if values.get("title_key", reference.title_key) != reference.title_key and reference.target_id is None:
            values["target_id"] = await _with_title(tx, values["title_key"])
        if values:
            await _advance(tx, viewer, reference, **values)
    return reference


async def set_target(viewer: Viewer, reference_id: int, target_id: int | None, *, expected_version: int) -> Reference:
    """Say which article here a reference means; None is none. As soon as that is public, it shows in its place.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such reference.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: there is no such article.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        reference = await _claim(tx, viewer, reference_id, expected_version)
        if target_id is not None and not await Draft.filter(id=target_id).using_db(tx).exists():
            raise ValidationFailed(FieldProblem("targetId", "there is no such article"))
        if target_id != reference.target_id:
            await _advance(tx, viewer, reference, target_id=target_id)
    return reference


async def delete_reference(viewer: Viewer, reference_id: int, *, expected_version: int) -> None:
    """Delete a reference that no draft, no public article and no collection shows.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such reference.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: it is used; the message tells how often.
    """
    viewer.require(Permission.EDIT)
    looked = await usage.look("reference", reference_id)
    async with writing() as tx:
        reference = await _claim(tx, viewer, reference_id, expected_version)
        own = {"reference_id": reference.id}
        usage.refuse_used(
            "reference",
            "take it out there first",
            public_articles=await Relation.filter(**own).using_db(tx).count(),
            collections=await CollectionItem.filter(**own).using_db(tx).count(),
            drafts=await usage.recheck(tx, "reference", reference.id, looked),
        )
        await Reference.filter(id=reference.id).using_db(tx).delete()
        await _record(tx, viewer, "deleted", reference)


async def _claim(tx: TransactionalDBClient, viewer: Viewer, reference_id: int, expected_version: int) -> Reference:
    await confirm(tx, viewer)
    reference = await Reference.get_or_none(id=reference_id, using_db=tx)
    if reference is None:
        raise inputs.missing("reference", reference_id)
    check_version(reference, expected_version)
    return reference


async def _with_title(tx: TransactionalDBClient, key: str) -> int | None:
    """The first article here that has the title, public or not; not what is in the trash."""
    draft = await Draft.filter(title_key=key, status__not=DraftStatus.TRASHED).using_db(tx).order_by("id").first()
    return draft.id if draft else None


async def _advance(tx: TransactionalDBClient, viewer: Viewer, reference: Reference, **values: object) -> None:
    changed = list(values)
    values |= {"version": reference.version + 1}
    await Reference.filter(id=reference.id).using_db(tx).update(**values)
    reference.update_from_dict(values)
    await _record(tx, viewer, "updated", reference, await _shown_by(tx, reference.id), changed)


async def _shown_by(tx: TransactionalDBClient, reference_id: int) -> list[str]:
    """The cache tags of the public articles and of the collections that show it."""
    most = places.LISTED_ARTICLES + 1
    linking = "SELECT DISTINCT article_id AS id FROM relation WHERE reference_id=? ORDER BY 1 LIMIT ?"
    articles = await run(tx, linking, reference_id, most)
    collections = await run(
        tx, "SELECT DISTINCT collection_id AS id FROM collection_item WHERE reference_id=? ORDER BY 1", reference_id
    )
    listed = places.article_tags(row["id"] for row in articles)
    return [*listed, *(f"collection:{row['id']}" for row in collections), *(["list:articles"] if articles else [])]


async def _record(
    tx: TransactionalDBClient,
    viewer: Viewer,
    act: str,
    reference: Reference,
    tags: Sequence[str] = (),
    changed: Sequence[str] = (),
) -> None:
    options: dict[str, Any] = {"tags": [f"reference:{reference.id}", *tags], "changed": changed}
    if act == "updated":
        options["is_public"] = bool(tags)  # something public shows it
    subject = ("reference", reference.id)
    await events.record(tx, viewer, f"reference.{act}", subject, at=datetime.now(UTC), title=reference.title, **options)
