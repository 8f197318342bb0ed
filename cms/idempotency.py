"""The answers kept for requests that come twice: found again by the caller's key, forgotten when they are old."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tortoise.backends.base.client import TransactionalDBClient

from cms import drafts
from cms.credentials import digest
from cms.db import writing
from cms.errors import AlreadyDone, FieldProblem, IdempotencyKeyReused, NotFound, TooComplex, ValidationFailed
from cms.models import IdempotencyKey
from cms.permissions import Permission, Viewer
from cms.standing import confirm

LONGEST_KEY = 200
LONGEST_ANSWER = 1_000_000
FORGOTTEN_AT_ONCE = 500
_ARTICLE = re.compile(r'"art_(\d{1,9})"')
# What is kept of an answer that held a secret. No JSON is empty.
_SECRET = ""


@dataclass(frozen=True)
class KeyedRequest:
    """A request with a key, as the database knows it again: two hashes, since both may hold what is nobody's business.

    `key_hash` is of the caller and the key, `request_hash` of these and of what was asked.
    """

    key_hash: str
    request_hash: str


def keyed_request(user_id: int, key: str, asked: str) -> KeyedRequest:
    """The request of a user with that key; `asked` is a text that only the same request has.

    The key belongs to the user, whichever session or token he sends it by.

    Raises:
        ValidationFailed: the key has none or more than 200 characters, or one that cannot be seen.
    """
    if not 1 <= len(key) <= LONGEST_KEY or any(letter.isspace() or not letter.isprintable() for letter in key):
        problem = f"must be 1 to {LONGEST_KEY} visible characters, without spaces"
        raise ValidationFailed(FieldProblem("idempotencyKey", problem))
    return KeyedRequest(digest(f"{user_id}\n{key}"), digest(f"{user_id}\n{key}\n{asked}"))


async def find_answer(tx: TransactionalDBClient, viewer: Viewer, request: KeyedRequest) -> str | None:
    """The JSON that the same request was answered with, None if it was not carried out or was forgotten.

    Args:
        tx: opened by `cms.db.writing`, so that of two requests at the same time one finds the other's answer.
        viewer: who asks.
        request: what is asked.

    Raises:
        IdempotencyKeyReused: the viewer used the key for another request.
        AlreadyDone: the answer held a secret and was not kept.
        Forbidden: the viewer may do less now than when the answer was given, or than the token it was given to.
        NotFound: the answer tells of a draft that the viewer may not know of any more.
        Unauthenticated: the viewer may not ask any more.
    """
    kept = await IdempotencyKey.filter(key_hash=request.key_hash).using_db(tx).first()
    if kept is None or kept.expires_at <= datetime.now(UTC):
        return None
    await confirm(tx, viewer)
    for permission in kept.permissions:
        viewer.require(Permission(permission))
    if kept.request_hash != request.request_hash:
        raise IdempotencyKeyReused
    if kept.answer == _SECRET:
        raise AlreadyDone
    if hidden := set(kept.drafts) - await _visible(tx, viewer, kept.drafts):
        raise NotFound("article", f"art_{min(hidden)}")
    return kept.answer


async def _visible(tx: TransactionalDBClient, viewer: Viewer, draft_ids: Collection[int]) -> set[int]:
    """Those of the drafts that the viewer may know of."""
    if not draft_ids:
        return set()
    rows = drafts.visible_to(viewer).filter(id__in=list(draft_ids)).using_db(tx)
    return {row["id"] for row in await rows.values("id")}


async def keep_answer(
    tx: TransactionalDBClient, viewer: Viewer, request: KeyedRequest, answer: str | None, *, lifetime_seconds: int
) -> None:
    """Keep the JSON that a request is answered with; None for one that holds a secret, of which nothing is kept.

    `tx` is the transaction of the change itself, so both are saved or neither.

    Raises:
        TooComplex: the answer is longer than what is kept, LONGEST_ANSWER characters.
    """
    if answer is not None and len(answer) > LONGEST_ANSWER:
        raise TooComplex(
            f"The answer to a mutation with an idempotency key may have {LONGEST_ANSWER:,} characters at most, and this"
            f" one has {len(answer):,}, so nothing was done. Select less of it, and query the rest."
        )
    # Whoever sees all drafts loses that with a permission; others lose single ones.
    told = set() if viewer.sees_all_drafts else {int(number) for number in _ARTICLE.findall(answer or "")}
    now = datetime.now(UTC)
    await IdempotencyKey.filter(key_hash=request.key_hash).using_db(tx).delete()
    await IdempotencyKey.create(
        using_db=tx,
        key_hash=request.key_hash,
        request_hash=request.request_hash,
        answer=_SECRET if answer is None else answer,
        permissions=sorted(viewer.permissions),
        drafts=sorted(await _visible(tx, viewer, told)),
        created_at=now,
        expires_at=now + timedelta(seconds=lifetime_seconds),
    )


async def forget_expired() -> int:
    """Delete the answers that are too old to be given again, some hundred at a time; how many there were."""
    now = datetime.now(UTC)
    count = 0
    # Looking first keeps an idle server from waiting for its turn to write.
    while await IdempotencyKey.filter(expires_at__lte=now).exists():
        async with writing() as tx:
            old = IdempotencyKey.filter(expires_at__lte=now).using_db(tx).order_by("expires_at")
            numbers = await old.limit(FORGOTTEN_AT_ONCE).values_list("id", flat=True)
            await IdempotencyKey.filter(id__in=numbers).using_db(tx).delete()
        count += len(numbers)
    return count
