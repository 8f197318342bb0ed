"""Answers that the mutations of articles share."""

from __future__ import annotations

from typing import Annotated, Any

import strawberry

from schema.context import Context
from schema.describe import Row
from schema.newsroom import Draft
from schema.results import Forbidden, InvalidTransition, NotFound, ValidationFailed, VersionConflict

Info = strawberry.Info[Context, None]


@strawberry.type(description="The draft as it is now.")
class DraftPayload:
    """A payload."""

    draft: Draft = strawberry.field(description="The draft.")


DraftResult = Annotated[
    DraftPayload | ValidationFailed | Forbidden | NotFound | VersionConflict | InvalidTransition,
    strawberry.union("DraftResult", description="The draft, or why nothing was done."),
]


def argument(description: str) -> Any:
    """An argument of a mutation."""
    return strawberry.argument(description=description)


def draft_row(draft_id: int) -> Any:
    """The draft for a payload."""
    return Row("draft", draft_id)


def payload(draft_id: int) -> DraftPayload:
    """The payload of what was done to a draft."""
    return DraftPayload(draft=draft_row(draft_id))
