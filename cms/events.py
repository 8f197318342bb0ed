"""The change log: one event for each logical change, written in the change's own transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from tortoise.backends.base.client import TransactionalDBClient

from cms.db.bulk import insert_many
from cms.event_types import TYPES
from cms.ids import shown_field
from cms.models import Event
from cms.permissions import Viewer
from cms.words import Audience


def new_uid() -> str:
    """A name for an event."""
    return f"evt_{uuid4().hex}"


async def record(  # noqa: PLR0913 - each says another thing of an event
    tx: TransactionalDBClient,
    viewer: Viewer,
    event_type: str,
    subject: tuple[str, int],
    *,
    at: datetime,
    tags: Sequence[str] = (),
    changed: Sequence[str] = (),
    is_public: bool | None = None,
    language: str = "",
    **told: Any,
) -> int:
    """Write one event, numbered after all that are committed; its sequence number.

    Args:
        tx: the change's transaction, opened by `cms.db.writing`, so that sequence follows commit order.
        viewer: on whose behalf the change is made; the log tells by which session or token.
        event_type: one of `cms.event_types.TYPES`.
        subject: the kind and id of what changed, such as ("article", 17).
        at: when.
        tags: the cache tags that the change touches.
        changed: the fields that are not what they were.
        is_public: whether readers could see what is told; given for the types that leave it open.
        language: that of the article.
        told: what the type tells besides. Never a secret: the log is read by others, and for ever.

    Raises:
        KeyError: there is no such type.
        ValueError: what is told is not what the type declares.
    """
    declared = TYPES[event_type]
    audience = declared.audience
    if (audience is None) is (is_public is None):
        raise ValueError(f"whether {event_type} is public is told by its type or by whoever records it, not by both")
    payload, details = declared.told(told)
    event = Event(
        uid=new_uid(),
        type=event_type,
        version=declared.version,
        audience=audience or (Audience.PUBLIC if is_public else Audience.DESK),
        subject_kind=subject[0],
        subject_id=subject[1],
        actor=viewer.name,
        user_id=viewer.id,
        via=viewer.via,
        credential_id=viewer.credential_id,
        changed=[shown_field(name) for name in changed],
        payload=payload,
        details=details,
        language=language,
        tags=list(tags),
        created_at=at,
    )
    (sequence,) = await insert_many(tx, [event], {"sequence": "(SELECT coalesce(max(sequence),0)+1 FROM event)"})
    return sequence
