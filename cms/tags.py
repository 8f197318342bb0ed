"""Keywords."""

from __future__ import annotations

from cms import names
from cms.models import Tag
from cms.permissions import Viewer


async def find_or_create(viewer: Viewer, name: str) -> Tag:
    """The tag of that name.

    Raises:
        Forbidden: the viewer may not edit.
    """
    return await names.find_or_create(viewer, Tag, name, {}, {})
