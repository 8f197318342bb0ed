"""What the site says of itself."""

from __future__ import annotations

from cms.db import writing
from cms.models import Site
from cms.permissions import Permission, Viewer


async def describe(viewer: Viewer, **values: str) -> Site:
    """Change what is given of the site's `name`, `tagline`, `url` and `language`; the site as it is then.

    Raises:
        Forbidden: the viewer may not edit.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        site = await Site.get_or_none(id=1, using_db=tx)
        if site is None:
            return await Site.create(using_db=tx, id=1, **values)
        if values:
            await Site.filter(id=1).using_db(tx).update(**values)
        return await Site.get(id=1, using_db=tx)
