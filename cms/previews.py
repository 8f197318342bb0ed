"""Preview links: secrets that show one draft, or one revision of it, to whoever has them. Reading is in schema/."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from cms import drafts, events
from cms.credentials import digest, new_secret
from cms.db import transaction, writing
from cms.errors import FieldProblem, InvalidTransition, NotFound, ValidationFailed
from cms.models import PreviewLink
from cms.models.fields import canonical
from cms.permissions import Permission, Viewer
from cms.standing import confirm
from cms.words import DraftStatus

LIFETIME_SECONDS = 7 * 24 * 3600
SHORTEST_SECONDS = 60
LONGEST_SECONDS = 90 * 24 * 3600
LISTED = 100
# Of one draft at a time, so that all of them can be seen and ended.
MOST_VALID = 100
# What nobody outside shall see, whoever gave the link away before.
NEVER_SHOWN = frozenset({DraftStatus.TRASHED, DraftStatus.TAKEN_DOWN})


@dataclass(frozen=True)
class MadeLink:
    """A new preview link, and its secret, which is shown this once."""

    link: PreviewLink
    secret: str


async def make_link(
    viewer: Viewer,
    draft_id: int,
    *,
    revision_number: int | None = None,
    lifetime_seconds: int = LIFETIME_SECONDS,
) -> MadeLink:
    """Make a link that shows one revision of a draft; without a number, the newest one at the time of reading.

    It stops when its time is over, when it is revoked, when the user who made it is disabled, and for as long as the
    draft is in the trash or taken down.

    Raises:
        Forbidden: the viewer may not write.
        NotFound: there is no such draft or revision, or the viewer may not know of it.
        InvalidTransition: the draft is in the trash or taken down.
        ValidationFailed: the lifetime is not within a minute and 90 days, or the draft has MOST_VALID links already.
    """
    if not SHORTEST_SECONDS <= lifetime_seconds <= LONGEST_SECONDS:
        wanted = f"must be {SHORTEST_SECONDS} to {LONGEST_SECONDS:,} (90 days)"
        raise ValidationFailed(FieldProblem("lifetimeSeconds", wanted))
    now = datetime.now(UTC).replace(microsecond=0)
    secret = new_secret("preview")
    async with writing() as tx:
        await confirm(tx, viewer)
        draft = await drafts.find(tx, viewer, draft_id, Permission.WRITE)
        if draft.status in NEVER_SHOWN:
            raise InvalidTransition(draft.status, "a preview link")
        valid = PreviewLink.filter(draft_id=draft.id, revoked_at=None, expires_at__gt=now).using_db(tx)
        if await valid.count() >= MOST_VALID:
            problem = f"it has {MOST_VALID} preview links that are valid; revoke some of them first"
            raise ValidationFailed(FieldProblem("articleId", problem))
        revision = None if revision_number is None else await drafts.revision_of(tx, draft, revision_number)
        link = await PreviewLink.create(
            using_db=tx,
            draft_id=draft.id,
            revision_id=revision.id if revision else None,
            secret_hash=digest(secret),
            user_id=viewer.id,
            created_at=now,
            expires_at=now + timedelta(seconds=lifetime_seconds),
        )
        details: dict[str, Any] = {"link": link.id, "expires_at": canonical(link.expires_at)}
        details |= {"revision": revision_number} if revision else {}
        await events.record(tx, viewer, "preview.created", ("draft", draft.id), at=now, **details)
    return MadeLink(link, secret)


async def revoke_link(viewer: Viewer, link_id: int) -> PreviewLink:
    """End a link at once. Revoking one that was revoked before changes nothing.

    Raises:
        Forbidden: the viewer may not write.
        NotFound: there is no such link, or the viewer may not know of its draft.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    async with writing() as tx:
        await confirm(tx, viewer)
        viewer.require(Permission.WRITE)
        link = await PreviewLink.get_or_none(id=link_id, using_db=tx)
        if link is None or not await drafts.visible_to(viewer).using_db(tx).filter(id=link.draft_id).exists():
            raise NotFound("preview link", f"prv_{link_id}")
        if link.revoked_at is None:
            link.revoked_at = now
            await link.save(using_db=tx, update_fields=["revoked_at"])
            await events.record(tx, viewer, "preview.revoked", ("draft", link.draft_id), at=now, link=link.id)
    return link


async def list_links(viewer: Viewer, draft_id: int) -> list[PreviewLink]:
    """The links of a draft, those that ended too; the newest first, 100 at most.

    Raises:
        Forbidden: the viewer may not write.
        NotFound: there is no such draft, or the viewer may not know of it.
    """
    async with transaction() as tx:
        draft = await drafts.find(tx, viewer, draft_id, Permission.WRITE)
        links = PreviewLink.filter(draft_id=draft.id).using_db(tx).prefetch_related("revision")
        return await links.order_by("-id").limit(LISTED)
