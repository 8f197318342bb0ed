"""Pictures and other files: taken in, described, deleted."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms import asset_uses, events, inputs, places, text
from cms.db import writing
from cms.drafts import visible_to
from cms.errors import FieldProblem, ValidationFailed
from cms.inputs import Input, check_version
from cms.library import Library, working_folder
from cms.models import Asset, FormerFile
from cms.permissions import Permission, Viewer
from cms.renditions import EXTENSIONS, MEDIA_TYPES, url_key
from cms.site_keys import ASSETS, site_key
from cms.standing import confirm
from cms.stores import ORIGINALS
from cms.words import AssetType

TEXTS = ("name", "title", "alt", "caption", "credit", "rights")
# What readers see of a picture in an article.
_SHOWN = frozenset({"alt", "caption", "credit", "focal_x", "focal_y"})
_NAMED = 5  # how many drafts a message names


@dataclass(frozen=True)
class Uploaded:
    """An asset, and whether it is new: the same file may be there already."""

    asset: Asset
    is_new: bool


async def create_asset(
    viewer: Viewer, library: Library, source: Path, name: str, given: Mapping[str, object] | None = None
) -> Uploaded:
    """Take in a file. The very same file again is the asset that it is already, which stays as it is.

    Args:
        viewer: on whose behalf.
        library: the files of the site.
        source: the file; it is only read.
        name: what it was called; for people.
        given: what is told of it, by the names of the columns; what the file itself tells of its credit and its
            rights stands where nothing is given.

    Raises:
        Forbidden: the viewer may not write.
        ValidationFailed: the file is not taken, or what is told of it is not.
    """
    viewer.require(Permission.WRITE)
    told = _read({"name": _file_name(name)} | dict(given or {}))
    told.check()
    sha256 = await library.hash_of(source)
    if (known := await Asset.get_or_none(sha256=sha256)) is not None:
        return Uploaded(known, is_new=False)
    kept = await _keep(library, source)
    uploaded = None
    try:
        async with writing() as tx:
            await confirm(tx, viewer)
            uploaded = await _insert(tx, viewer, sha256, kept, told.values)
    finally:
        if uploaded is None or not uploaded.is_new:
            await library.store.delete(kept.columns["storage_key"])
    return uploaded


@dataclass(frozen=True)
class _Kept:
    """What was put into the store: as columns, and what the file itself tells of its credit and its rights."""

    columns: dict[str, Any]
    told: dict[str, str]


async def _keep(library: Library, source: Path) -> _Kept:
    async with working_folder() as folder:
        path = folder / "kept"
        prepared = await library.prepare(source, path)
        columns = {
            "storage_key": f"{ORIGINALS}/{secrets.token_hex(16)}.{EXTENSIONS[prepared.type]}",
            "size_bytes": path.stat().st_size,
            **{name: getattr(prepared, name) for name in ("type", "width", "height", "is_animated")},
        }
        # The file comes first: what a crash leaves then is a file that no row knows, and that goes (`clean`).
        await library.store.put(columns["storage_key"], path)
    return _Kept(columns, {"credit": prepared.credit, "rights": prepared.rights})


async def _insert(
    tx: TransactionalDBClient, viewer: Viewer, sha256: str, kept: _Kept, told: Mapping[str, Any]
) -> Uploaded:
    known = await Asset.get_or_none(sha256=sha256, using_db=tx)
    if known is not None:
        return Uploaded(known, is_new=False)
    now = datetime.now(UTC)
    values: dict[str, Any] = kept.told | {"focal_x": 50, "focal_y": 50} | dict(told)
    asset = await Asset.create(
        using_db=tx,
        sha256=sha256,
        url_key=url_key(await site_key(tx, ASSETS), sha256, values["focal_x"], values["focal_y"]),
        words=_words(values),
        created_at=now,
        user_id=viewer.id,
        **kept.columns,
        **values,
    )
    told_of: dict[str, Any] = {"name": asset.name, "media_type": MEDIA_TYPES[AssetType(asset.type)]}
    tags = [f"asset:{asset.id}"]
    await events.record(tx, viewer, "asset.created", ("asset", asset.id), at=now, tags=tags, **told_of)
    return Uploaded(asset, is_new=True)


async def replace_asset(
    viewer: Viewer, library: Library, asset_id: int, source: Path, *, expected_version: int
) -> Asset:
    """Put another file in the place of an asset's; what is told of it stays, and so does every article that shows it.

    The asset has other addresses then; the former ones lead to them. The file that it has already changes nothing.

    Raises:
        Forbidden: the viewer may not write, or may not edit though somebody else brought it in or readers see it.
        NotFound: there is no such asset.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: the file is not taken, is no picture in place of one, or is another asset.
    """
    viewer.require(Permission.WRITE)
    sha256 = await library.hash_of(source)
    async with writing() as tx:
        asset = await _claim(tx, viewer, asset_id)
        if asset.sha256 == sha256:
            return asset
        check_version(asset, expected_version)
    kept = await _keep(library, source)
    former = None
    try:
        async with writing() as tx:
            asset = await _claim(tx, viewer, asset_id)
            check_version(asset, expected_version)
            former = await _put_in_place(tx, viewer, asset, sha256, kept)
    finally:
        if former is None:
            await library.store.delete(kept.columns["storage_key"])
    await library.delete(former)
    return asset


async def _put_in_place(tx: TransactionalDBClient, viewer: Viewer, asset: Asset, sha256: str, kept: _Kept) -> str:
    """Give an asset its new file; the key of the former one."""
    if (kept.columns["width"] is None) is not (asset.width is None):
        raise ValidationFailed(FieldProblem("file", "a picture can be replaced by a picture alone, a PDF by a PDF"))
    other = await Asset.get_or_none(sha256=sha256, using_db=tx)
    if other is not None:
        raise ValidationFailed(FieldProblem("file", f"this file is another asset already: ast_{other.id}"))
    former_key, former_sha256, now = asset.storage_key, asset.sha256, datetime.now(UTC)
    key = url_key(await site_key(tx, ASSETS), sha256, asset.focal_x, asset.focal_y)
    changes = kept.columns | {"sha256": sha256, "url_key": key, "version": asset.version + 1}
    await Asset.filter(id=asset.id).using_db(tx).update(**changes)
    asset.update_from_dict(changes)
    await FormerFile.filter(asset_id=asset.id, sha256=sha256).using_db(tx).delete()
    await FormerFile.create(asset_id=asset.id, sha256=former_sha256, using_db=tx)
    tags, shows = await _touched(tx, viewer, asset.id)
    subject = ("asset", asset.id)
    await events.record(tx, viewer, "asset.replaced", subject, at=now, tags=tags, is_public=shows, name=asset.name)
    return former_key


async def _touched(tx: TransactionalDBClient, viewer: Viewer, asset_id: int) -> tuple[list[str], bool]:
    """The cache tags of what shows an asset, and whether readers see it.

    Raises:
        Forbidden: they do, or will by a plan, and the viewer may not edit.
    """
    articles = await asset_uses.showing_articles(tx, asset_id)
    # What was planned was looked at before, and nobody looks again when it goes live.
    if articles or await asset_uses.is_scheduled(tx, asset_id):
        viewer.require(Permission.EDIT)
    shown = [*places.article_tags(articles), "list:articles"] if articles else []
    return [f"asset:{asset_id}", *shown], bool(articles)


async def update_asset(viewer: Viewer, asset_id: int, given: Mapping[str, object], *, expected_version: int) -> Asset:
    """Change what is told of an asset. What is not given stays; with another focal point, it has other addresses.

    Raises:
        Forbidden: the viewer may not write, or may not edit though somebody else brought it in or readers see it.
        NotFound: there is no such asset.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: naming every problem.
    """
    async with writing() as tx:
        asset = await _claim(tx, viewer, asset_id)
        check_version(asset, expected_version)
        wanted = _read(given, asset)
        wanted.check()
        if not wanted.values:
            return asset
        now = datetime.now(UTC)
        columns = {name: getattr(asset, name) for name in (*TEXTS, "focal_x", "focal_y")} | wanted.values
        changes = dict(wanted.values) | {"version": asset.version + 1, "words": _words(columns)}
        secret = await site_key(tx, ASSETS)
        changes["url_key"] = url_key(secret, asset.sha256, columns["focal_x"], columns["focal_y"])
        await Asset.filter(id=asset.id).using_db(tx).update(**changes)
        asset.update_from_dict(changes)
        is_seen = not _SHOWN.isdisjoint(wanted.values)
        tags, shows = await _touched(tx, viewer, asset_id) if is_seen else ([f"asset:{asset_id}"], False)
        await events.record(
            tx,
            viewer,
            "asset.updated",
            ("asset", asset_id),
            at=now,
            tags=tags,
            changed=wanted.changed,
            is_public=shows,
            name=asset.name,
        )
        return asset


async def delete_asset(viewer: Viewer, library: Library, asset_id: int, *, expected_version: int) -> None:
    """Delete an asset that no draft shows in its newest, public or scheduled revision; its files go, too.

    Raises:
        Forbidden: the viewer may not write, or somebody else brought it in and the viewer may not edit.
        NotFound: there is no such asset.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: it is used; the message names the articles.
    """
    async with writing() as tx:
        asset = await _claim(tx, viewer, asset_id)
        check_version(asset, expected_version)
        await _refuse_used(tx, viewer, asset_id)
        await Asset.filter(id=asset_id).using_db(tx).delete()
        now = datetime.now(UTC)
        tags = [f"asset:{asset_id}"]
        await events.record(tx, viewer, "asset.deleted", ("asset", asset_id), at=now, tags=tags, name=asset.name)
    await library.delete(asset.storage_key)


async def _refuse_used(tx: TransactionalDBClient, viewer: Viewer, asset_id: int) -> None:
    used_by = await asset_uses.using_drafts(tx, asset_id)
    if not used_by:
        return
    seen = visible_to(viewer).filter(id__in=used_by).using_db(tx).order_by("id").limit(_NAMED)
    named = [f"art_{number}" for number in await seen.values_list("id", flat=True)]
    others = len(used_by) - len(named)
    more = [f"{others} other article{'s' if others > 1 else ''}"] if others else []
    raise ValidationFailed(
        FieldProblem("id", f"this asset is used by {', '.join([*named, *more])}; take it out of them first")
    )


async def _claim(tx: TransactionalDBClient, viewer: Viewer, asset_id: int) -> Asset:
    viewer.require(Permission.WRITE)
    await confirm(tx, viewer)
    asset = await Asset.get_or_none(id=asset_id, using_db=tx)
    if asset is None:
        raise inputs.missing("asset", asset_id)
    if asset.user_id is None or asset.user_id != viewer.id:
        viewer.require(Permission.EDIT)
    return asset


def _read(given: Mapping[str, object], asset: Asset | None = None) -> Input:
    """What is given, read as columns; an expiry of None takes it away."""
    found = inputs.read(Asset, {name: value for name, value in given.items() if name != "expires_at"}, row=asset)
    for name in ("focal_x", "focal_y"):
        if not 0 <= found.values.get(name, 50) <= 100:
            found.refuse(inputs.shown_path(name), "must be 0 to 100, in percent from the left or the top")
    if "expires_at" in given and given["expires_at"] != (asset.expires_at if asset else None):
        found.values["expires_at"] = given["expires_at"]
    return found


def _words(values: Mapping[str, Any]) -> str:
    return "\n".join(text.fold(values.get(name, "")) for name in TEXTS)


def _file_name(name: str) -> str:
    """The name without folders, and without what no name may have; "file" if nothing is left."""
    last = name.replace("\\", "/").rpartition("/")[2]
    printable = "".join(character for character in last if character.isprintable())
    return text.clean(printable)[-200:].strip() or "file"
