"""The organisations that publish articles first."""

from __future__ import annotations

from cms import names
from cms.models import Source
from cms.permissions import Viewer


async def find_or_create(viewer: Viewer, name: str, *, url: str = "") -> Source:
    """The source of that name; `url` is its own site and is kept only when it is new.

    Raises:
        Forbidden: the viewer may not edit.
    """
    return await names.find_or_create(viewer, Source, name, {}, {"url": url})
