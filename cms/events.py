"""The change log: one event for each logical change, written in the change's own transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms.db.bulk import insert_many
from cms.models import Event
from cms.permissions import Viewer

TYPES = {
    "draft.created": "A draft was made.",
    "article.published": "An article became public, or public again.",
    "article.updated": "The public form of an article was replaced by a newer revision.",
    "article.unpublished": "An article is no longer public.",
    "source.created": "A source was made.",
    "author.created": "An author was made.",
    "category.created": "A category was made.",
    "tag.created": "A tag was made.",
    "collection.changed": "The items of a collection were replaced.",
    "user.created": "A user was made.",
    "user.updated": "The name, role or categories of a user were changed, or the user was disabled or enabled.",
    "user.link_made": "A one-time link for choosing a password was made.",
    "user.password_changed": "A user has a new password; all sessions, tokens and links ended.",
    "token.created": "An API token was made.",
    "token.revoked": "An API token was ended.",
}


async def record(
    tx: TransactionalDBClient,
    viewer: Viewer,
    event_type: str,
    subject: tuple[str, int],
    *,
    at: datetime,
    tags: Sequence[str] = (),
    **payload: Any,
) -> int:
    """Write one event, numbered after all that are committed; its sequence number.

    Args:
        tx: the change's transaction, opened by `cms.db.writing`, so that sequence follows commit order.
        viewer: on whose behalf the change is made.
        event_type: one of TYPES.
        subject: the kind and id of what changed, such as ("article", 17).
        at: when.
        tags: the cache tags that the change touches.
        payload: what a follower needs to know besides; JSON.
    """
    if event_type not in TYPES:
        raise ValueError(f"{event_type} is not declared in TYPES")
    event = Event(
        type=event_type,
        subject_kind=subject[0],
        subject_id=subject[1],
        actor=viewer.name,
        payload=payload,
        tags=list(tags),
        created_at=at,
    )
    (sequence,) = await insert_many(tx, [event], {"sequence": "(SELECT coalesce(max(sequence),0)+1 FROM event)"})
    return sequence
