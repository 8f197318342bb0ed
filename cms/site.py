"""What the site says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms import events, inputs
from cms.db import writing
from cms.errors import VersionConflict
from cms.ids import camel
from cms.models import Site
from cms.permissions import Permission, Viewer
from cms.standing import confirm


@dataclass(frozen=True)
class SiteFields:
    """What is said of a site. None leaves a field as it is."""

    name: str | None = None
    tagline: str | None = None
    url: str | None = None
    language: str | None = None
    time_zone: str | None = None


async def update_site(viewer: Viewer, fields: SiteFields, *, expected_version: int) -> Site:
    """Change what is given of what the site says of itself. As long as nothing was said, its version is 0.

    Raises:
        Forbidden: the viewer may not edit.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: naming every problem.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        site = await Site.get_or_none(id=1, using_db=tx)
        current = site.version if site else 0
        if current != expected_version:
            raise VersionConflict(expected_version, current)
        wanted = inputs.read(Site, vars(fields), row=site)
        for name in ("language", "time_zone"):
            if wanted.values.get(name) == "":
                wanted.refuse(camel(name), "must not be empty")
        wanted.check()
        if site is not None and not wanted.values:
            return site
        return await _store(tx, viewer, site, wanted.values)


async def describe(viewer: Viewer, **values: str) -> Site:
    """Change what is given of the site's `name`, `tagline`, `url` and `language`; the site as it is then.

    For setting a site up, where nobody else changes it.

    Raises:
        Forbidden: the viewer may not edit.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        site = await Site.get_or_none(id=1, using_db=tx)
        if site is not None and not values:
            return site
        return await _store(tx, viewer, site, values)


async def _store(tx: TransactionalDBClient, viewer: Viewer, site: Site | None, values: dict[str, Any]) -> Site:
    if site is None:
        site = await Site.create(using_db=tx, id=1, **values)
    else:
        changes = values | {"version": site.version + 1}
        await Site.filter(id=1).using_db(tx).update(**changes)
        site.update_from_dict(changes)
    now, subject = datetime.now(UTC), ("site", 1)
    await events.record(
        tx, viewer, "site.updated", subject, at=now, tags=["site"], changed=list(values), name=site.name
    )
    return site
