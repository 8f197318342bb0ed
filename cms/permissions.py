"""Who asks, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cms.errors import Forbidden


class Permission(StrEnum):
    """What an operation may ask for."""

    EDIT = "EDIT"
    PUBLISH = "PUBLISH"


@dataclass(frozen=True)
class Viewer:
    """Somebody on whose behalf something is done. `name` is written into revisions and events."""

    name: str
    permissions: frozenset[Permission] = frozenset()

    @classmethod
    def anonymous(cls) -> Viewer:
        """A reader who did not sign in."""
        return cls("anonymous")

    @classmethod
    def system(cls, name: str) -> Viewer:
        """The operator at the command line, or the server itself; may do everything."""
        return cls(name, frozenset(Permission))

    def require(self, permission: Permission) -> None:
        """Go on only with the permission.

        Raises:
            Forbidden: the viewer lacks it.
        """
        if permission not in self.permissions:
            raise Forbidden(permission)
