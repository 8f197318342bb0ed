"""Making signatures and stories anew, and looking whether they are what they should be."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient
from tortoise.context import require_context

from cms import copies, events, stories
from cms.db import transaction, writing
from cms.db.sql import listed, run
from cms.likeness import ALGORITHM, likeness
from cms.permissions import Viewer

BATCH = 20
_LACKS_ONE = (
    "(NOT EXISTS(SELECT 1 FROM signature s WHERE s.draft_id=d.id AND s.is_head AND s.algorithm=?)"
    " OR EXISTS(SELECT 1 FROM article a WHERE a.id=d.id) AND NOT EXISTS"
    "(SELECT 1 FROM signature s WHERE s.draft_id=d.id AND s.is_public AND s.algorithm=?))"
)
_TEXTS = (
    "SELECT d.id,d.title,r.snapshot->'body'->>'text' AS text,a.title AS public_title,b.text AS public_text,"
    "r.id=a.revision_id AS is_newest FROM draft d"
    " JOIN revision r ON r.draft_id=d.id AND r.number=(SELECT max(n.number) FROM revision n WHERE n.draft_id=d.id)"
    " LEFT JOIN article a ON a.id=d.id LEFT JOIN article_body b ON b.article_id=a.id"
    " WHERE d.id IN (SELECT value FROM {listed}) ORDER BY d.id"
)
_KEPT = (
    "SELECT s.draft_id,s.is_head,s.is_public,s.algorithm,s.digest,s.hashes,"
    "(SELECT count(*) FROM band b WHERE b.signature_id=s.id) AS bands"
    " FROM signature s WHERE s.draft_id IN (SELECT value FROM {listed})"
)


async def rebuild(viewer: Viewer, *, everything: bool = False) -> AsyncIterator[int]:
    """Make the signatures that drafts lack, or all, and the pairs and stories that follow; how many are done so far.

    Each batch is saved for itself, so it can be stopped at any time and begun again.
    """
    done, last = 0, 0
    condition, values = ("true", []) if everything else (_LACKS_ONE, [ALGORITHM, ALGORITHM])
    sql = f"SELECT d.id FROM draft d WHERE d.id>? AND {condition} ORDER BY d.id LIMIT {BATCH}"  # noqa: S608 - ours
    while rows := await run(_client(), sql, last, *values):
        async with writing() as tx:
            for row in await _texts(tx, [each["id"] for each in rows]):
                await _sign(tx, viewer, row)
        last = rows[-1]["id"]
        done += len(rows)
        yield done


async def _sign(tx: TransactionalDBClient, viewer: Viewer, row: dict[str, Any]) -> None:
    number = row["id"]
    await run(tx, "DELETE FROM signature WHERE draft_id=?", number)
    await copies.sign_head(tx, number, await asyncio.to_thread(likeness, row["title"], row["text"] or ""))
    if row["public_title"] is None:
        return
    shown = await copies.appear(
        tx,
        number,
        row["public_title"],
        row["public_text"] or "",
        fellows=await stories.fellows(tx, number),
        is_newest=bool(row["is_newest"]),
    )
    if shown.tags:
        subject, now = ("article", number), datetime.now(UTC)
        await events.record(tx, viewer, "article.copies_found", subject, at=now, tags=shown.tags)


async def _texts(tx: BaseDBAsyncClient, numbers: list[int]) -> list[dict[str, Any]]:
    table, value = listed(tx, numbers)
    return await run(tx, _TEXTS.format(listed=table), value)


async def verify() -> AsyncIterator[str]:
    """What is not as it should be: a sentence each."""
    last = 0
    while rows := await run(_client(), f"SELECT id FROM draft WHERE id>? ORDER BY id LIMIT {BATCH}", last):  # noqa: S608 - ours
        numbers = [row["id"] for row in rows]
        async with transaction(changes_content=False) as tx:
            kept, texts = await _signatures(tx, numbers), await _texts(tx, numbers)
        for row in texts:
            for problem in await asyncio.to_thread(_problems, row, kept.get(row["id"], [])):
                yield f"art_{row['id']}: {problem}"
        last = numbers[-1]
    async with transaction(changes_content=False) as tx:
        wrong = await stories.wrong(tx)
    for number in wrong:
        yield f"art_{number}: its place in its story is not what the pairs make it"


async def _signatures(tx: TransactionalDBClient, numbers: list[int]) -> dict[int, list[dict[str, Any]]]:
    table, value = listed(tx, numbers)
    rows = await run(tx, _KEPT.format(listed=table), value)
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["draft_id"], []).append(row)
    return found


def _problems(row: dict[str, Any], kept: list[dict[str, Any]]) -> list[str]:
    wanted = {"newest": ("is_head", row["title"], row["text"])}
    if row["public_title"] is not None:
        wanted["public"] = ("is_public", row["public_title"], row["public_text"])
    problems = []
    for name, (flag, title, text) in wanted.items():
        made = likeness(title, text or "")
        signatures = [each for each in kept if each[flag] and each["algorithm"] == ALGORITHM]
        if not signatures:
            problems.append(f"its {name} text has no signature of this version")
        elif len(signatures) > 1 or (signatures[0]["digest"], bytes(signatures[0]["hashes"])) != (
            made.digest,
            made.hashes,
        ):
            problems.append(f"the signature of its {name} text is that of another one")
        elif signatures[0]["bands"] != len(made.bands):
            problems.append(f"the signature of its {name} text cannot be found")
    if row["public_title"] is None and any(each["is_public"] for each in kept):
        problems.append("it is not public, and has a signature that is")
    return problems


def _client() -> BaseDBAsyncClient:
    client: BaseDBAsyncClient = require_context().db()
    return client
