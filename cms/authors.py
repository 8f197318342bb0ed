"""The people and organisations that articles are credited to."""

from __future__ import annotations

from cms import names
from cms.models import Author
from cms.permissions import Viewer
from cms.words import AuthorKind


async def find_or_create(viewer: Viewer, name: str, kind: AuthorKind) -> Author:
    """The author of that name and kind; where several share it, the one that was here first.

    Raises:
        Forbidden: the viewer may not edit.
    """
    return await names.find_or_create(viewer, Author, name, {"kind": kind}, {})
