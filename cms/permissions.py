"""Who asks, and what they may do: the permissions, the roles, and the viewer that operations are called with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cms.errors import Forbidden
from cms.words import Role


class Permission(StrEnum):
    """What an operation may ask for. MEANINGS tells what each allows."""

    OWN_ACCOUNT = "OWN_ACCOUNT"
    WRITE = "WRITE"
    EDIT = "EDIT"
    PUBLISH = "PUBLISH"
    DELETE = "DELETE"
    RECORD_HITS = "RECORD_HITS"
    READ_EVENTS = "READ_EVENTS"
    READ_AUDIT = "READ_AUDIT"
    MANAGE_ENDPOINTS = "MANAGE_ENDPOINTS"
    MANAGE_USERS = "MANAGE_USERS"


MEANINGS = {
    Permission.OWN_ACCOUNT: "Change the own password, make and revoke own tokens, end own sessions.",
    Permission.WRITE: "Make drafts, and change the own ones.",
    Permission.EDIT: "Change every draft, and the sources, authors, categories, tags and collections.",
    Permission.PUBLISH: "Publish, schedule, correct, unpublish and take down.",
    Permission.DELETE: "Delete for ever what is in the trash.",
    Permission.RECORD_HITS: "Add to how often articles were read, as another system counted it.",
    Permission.READ_EVENTS: "Follow the log of changes: of what is public, and of what else the viewer may see.",
    Permission.READ_AUDIT: "Read who did what.",
    Permission.MANAGE_ENDPOINTS: "Make endpoints that are told of changes, and look into what was sent to them.",
    Permission.MANAGE_USERS: "Make users, change their roles, disable them, revoke their tokens.",
}

_READER = frozenset({Permission.OWN_ACCOUNT, Permission.READ_EVENTS})
_CONTRIBUTOR = _READER | {Permission.WRITE}
_EDITOR = _CONTRIBUTOR | {Permission.EDIT, Permission.RECORD_HITS}
_PUBLISHER = _EDITOR | {Permission.PUBLISH}

ROLES: dict[Role, frozenset[Permission]] = {
    Role.READER: _READER,
    Role.CONTRIBUTOR: _CONTRIBUTOR,
    Role.EDITOR: _EDITOR,
    Role.PUBLISHER: _PUBLISHER,
    Role.ADMIN: frozenset(Permission),
}

# A token never reaches the account itself: one that leaked must not make others, nor lock its owner out.
SCOPES = frozenset(Permission) - {Permission.OWN_ACCOUNT}


# What nobody can do who sees the own drafts only.
_ON_ALL_DRAFTS = frozenset({Permission.EDIT, Permission.PUBLISH, Permission.DELETE})


class Via(StrEnum):
    """How somebody proved who they are."""

    NOTHING = "NOTHING"
    SESSION = "SESSION"
    TOKEN = "TOKEN"  # noqa: S105 - a word, no secret
    SYSTEM = "SYSTEM"


@dataclass(frozen=True)
class Viewer:
    """Somebody on whose behalf something is done. `name` is written into revisions and events.

    Attributes:
        id: the user's row; None for readers who did not sign in, and for the operator.
        via: how they proved who they are; `credential_id` is the row of that session or token.
        category_ids: the only categories (with all below them) that the viewer may write in; None is no limit.
    """

    name: str
    permissions: frozenset[Permission] = frozenset()
    id: int | None = None
    email: str = ""
    role: Role | None = None
    via: Via = Via.NOTHING
    credential_id: int | None = None
    category_ids: frozenset[int] | None = None

    @classmethod
    def anonymous(cls) -> Viewer:
        """A reader who did not sign in."""
        return cls("anonymous")

    @classmethod
    def system(cls, name: str) -> Viewer:
        """The operator at the command line, or the server itself; may do everything."""
        return cls(name, frozenset(Permission), via=Via.SYSTEM)

    @classmethod
    def scheduler(cls, name: str, user_id: int | None) -> Viewer:
        """The server itself, carrying out what a user had planned."""
        return cls(name, frozenset(Permission), user_id, via=Via.SYSTEM)

    @property
    def is_signed_in(self) -> bool:
        """Whether this is a user, by a session or a token."""
        return self.id is not None

    @property
    def sees_all_drafts(self) -> bool:
        """Whether the viewer works on everybody's drafts; others see the own ones and those assigned to them."""
        return not self.permissions.isdisjoint(_ON_ALL_DRAFTS)

    def require(self, permission: Permission) -> None:
        """Go on only with the permission.

        Raises:
            Forbidden: the viewer lacks it.
        """
        if permission not in self.permissions:
            raise Forbidden(permission)

    def require_user(self, permission: Permission) -> int:
        """As `require`, for what only a user can do; the id of the user's row.

        Raises:
            Forbidden: the viewer lacks the permission, or is no user.
        """
        self.require(permission)
        if self.id is None:
            raise Forbidden(permission)
        return self.id


def token_permissions(role: Role, scopes: Iterable[str]) -> frozenset[Permission]:
    """What a token may do: its scopes, as far as its user's role goes today. Words that are no permission count not."""
    return ROLES[role] & SCOPES & frozenset(scopes)
