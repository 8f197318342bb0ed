"""What the newsroom knows of one another: roles, and users as their colleagues see them."""

from __future__ import annotations

import strawberry

from cms.words import Role
from schema.describe import column
from schema.enums import describe

describe(
    Role,
    "What a user is in the newsroom.",
    READER="Signs in, and sees what the public sees.",
    CONTRIBUTOR="Makes drafts and changes the own ones.",
    EDITOR="Changes every draft.",
    PUBLISHER="Publishes, too.",
    ADMIN="May do everything.",
)


@strawberry.type(description="Somebody of the newsroom, as colleagues see one another.")
class Colleague:
    """A user, with no more than colleagues need."""

    id: strawberry.ID = column("The user's id, of the form usr_17.")
    name: str = column("What revisions call the user.")
    role: Role = column("What the user may do.")
