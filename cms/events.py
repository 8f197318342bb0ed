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
    "draft.updated": "A draft was saved: `fields` changed, and `version` is what it is at.",
    "draft.submitted": "A review of a draft was asked for.",
    "draft.changes_requested": "A reviewer asked for changes, told in `note`.",
    "draft.assigned": "A draft was assigned to a user, or to nobody.",
    "draft.scheduled": "Publishing or unpublishing (`act`) was planned for `due_at`.",
    "draft.schedule_cancelled": "A plan for publishing or unpublishing (`act`) was cancelled.",
    "draft.schedule_failed": "A plan could not be carried out when its time came, for the `reason` told.",
    "draft.embargo_set": "A draft may not be published before `until`, or (null) at any time again.",
    "draft.trashed": "A draft that was not public was put into the trash.",
    "draft.restored": "A draft was taken out of the trash.",
    "draft.deleted": "A draft was deleted for ever; `was_public` tells whether it left a tombstone.",
    "revision.named": "A revision of a draft was given a name.",
    "preview.created": "A preview link was made for a draft; it works until `expires_at`.",
    "preview.revoked": "A preview link of a draft was ended.",
    "article.published": "An article became public, or public again.",
    "article.updated": "The public form of an article was replaced by a newer revision.",
    "article.corrected": "As `article.updated`, with a public correction `note`.",
    "article.unpublished": "An article is no longer public; `is_trashed` says that its draft went to the trash.",
    "article.taken_down": "An article is no longer public, and a tombstone tells the `reason`.",
    "article.reinstated": "A take-down was undone; the article can be published again.",
    "source.created": "A source was made.",
    "source.updated": "What is told of a source was changed.",
    "source.merged": "A source (`from_id`) became part of another (`to_id`), in `article_count` public articles.",
    "source.deleted": "A source that nothing used was deleted.",
    "author.created": "An author was made.",
    "author.updated": "What is told of an author was changed.",
    "author.merged": "An author (`from_id`) became part of another (`to_id`), in `article_count` public articles.",
    "author.deleted": "An author that nothing used was deleted.",
    "category.created": "A category was made.",
    "category.updated": "A category was renamed or described anew; with its `path` change those below it.",
    "category.moved": "A category, with all below it, was put elsewhere in the tree, or in another order.",
    "category.merged": "A category (`from_id`) became part of another (`to_id`), in `article_count` public articles.",
    "category.deleted": "A category that nothing used was deleted.",
    "tag.created": "A tag was made.",
    "tag.updated": "What is told of a tag was changed.",
    "tag.merged": "A tag (`from_id`) became part of another (`to_id`), in `article_count` public articles.",
    "tag.deleted": "A tag that nothing used was deleted.",
    "collection.created": "An empty collection was made.",
    "collection.updated": "What is told of a collection was changed.",
    "collection.changed": "Items of a collection were placed, moved, taken out or replaced.",
    "collection.deleted": "A collection was deleted.",
    "reference.created": "A reference was made by an editor; those of an import come with its articles.",
    "reference.updated": "What is told of a reference was changed, or which article here it means.",
    "reference.deleted": "A reference that nothing used was deleted.",
    "site.updated": "What the site says of itself was changed.",
    "user.created": "A user was made.",
    "user.updated": "The name, role or categories of a user were changed, or the user was disabled or enabled.",
    "user.link_made": "A one-time link for choosing a password was made.",
    "user.password_changed": "A user has a new password; all sessions, tokens and links ended.",
    "user.identity_linked": "A user signed in by an OpenID Connect provider for the first time.",
    "user.identities_unlinked": "A user is known to no OpenID Connect provider any more.",
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
        viewer: on whose behalf the change is made; the log tells by which session or token.
        event_type: one of TYPES.
        subject: the kind and id of what changed, such as ("article", 17).
        at: when.
        tags: the cache tags that the change touches.
        payload: what a follower needs to know besides; JSON. Never a secret: the log is read by others, and for ever.
    """
    if event_type not in TYPES:
        raise ValueError(f"{event_type} is not declared in TYPES")
    event = Event(
        type=event_type,
        subject_kind=subject[0],
        subject_id=subject[1],
        actor=viewer.name,
        user_id=viewer.id,
        via=viewer.via,
        credential_id=viewer.credential_id,
        payload=payload,
        tags=list(tags),
        created_at=at,
    )
    (sequence,) = await insert_many(tx, [event], {"sequence": "(SELECT coalesce(max(sequence),0)+1 FROM event)"})
    return sequence
