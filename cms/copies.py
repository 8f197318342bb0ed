"""Finding copies: each draft's newest text and each article's public one have signatures, kept as they change."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient

from cms import stories
from cms.db.bulk import insert_many
from cms.db.sql import listed, run, run_many
from cms.likeness import ALGORITHM, ALIKE, Likeness, estimated, likeness, similarities
from cms.models import Band, Signature
from cms.stories import Changes
from cms.words import DraftStatus

# A phrase that thousands of texts share fills its band with them: of each band only the newest are looked at, of all
# only those with the most bands in common, and of these the texts of the likeliest are compared.
NEWEST_OF_BAND = 50
MOST_ESTIMATED = 200
MOST_COMPARED = 30
# A pair that shares half of its 5-grams is estimated lower than this once in three thousand times.
LEAST_ESTIMATED = 350

_HEADS = (
    "SELECT d.id,(SELECT r.snapshot->'body'->>'text' FROM revision r WHERE r.draft_id=d.id"
    " ORDER BY r.number DESC LIMIT 1) AS text FROM draft d WHERE d.id IN (SELECT value FROM {listed})"
)
_PUBLIC = "SELECT b.article_id AS id,b.text FROM article_body b WHERE b.article_id IN (SELECT value FROM {listed})"


async def sign_head(tx: TransactionalDBClient, draft_id: int, made: Likeness, *, is_new: bool = False) -> None:
    """Keep the signature of a draft's newest text, and which other drafts' newest texts are like it.

    `is_new` says that the draft was just made. Nothing is done when the text is the one whose signature is kept.
    """
    kept = [] if is_new else await _kept(tx, draft_id)
    head = next((row for row in kept if row["is_head"]), None)
    if head and _is_of(head, made):
        return
    same = next((row for row in kept if _is_of(row, made)), None)
    for row in kept:
        if row is same:
            await _mark(tx, row["id"], is_head=True, is_public=bool(row["is_public"]))
        elif row["is_public"]:
            await _mark(tx, row["id"], is_head=False, is_public=True)
        else:
            await run(tx, "DELETE FROM signature WHERE id=?", row["id"])
    alike = await look_alikes(tx, draft_id, made)
    if same is None:
        await _insert(tx, draft_id, made, is_head=True, is_public=False)
    if not is_new:
        await run(tx, "DELETE FROM look_alike WHERE draft_id=?", draft_id)
        await run(tx, "DELETE FROM look_alike WHERE other_id=?", draft_id)
    await _keep_pairs(tx, "look_alike", "draft_id", draft_id, alike)


async def look_alikes(tx: TransactionalDBClient, draft_id: int, made: Likeness) -> dict[int, int]:
    """The other drafts whose newest text is like one, each with its similarity, per mille."""
    return await _alike(tx, draft_id, made, "head", {})


async def appear(
    tx: TransactionalDBClient,
    draft_id: int,
    title: str,
    text: str,
    *,
    is_newest: bool,
    fellows: Sequence[int] = (),
) -> Changes:
    """Take an article that has just become public into the story of its copies; what that changed for others.

    `is_newest` says that it is of the newest revision, whose signature is kept already; `fellows` are the articles
    that were in its story so far.
    """
    kept = await _kept(tx, draft_id)
    head = next((row for row in kept if row["is_head"]), None)
    made = None
    if head is None or not is_newest:
        made = await asyncio.to_thread(likeness, title, text)
        head = next((row for row in kept if _is_of(row, made)), None)
    for row in kept:
        if row is not head and row["is_public"]:
            if row["is_head"]:
                await _mark(tx, row["id"], is_head=True, is_public=False)
            else:
                await run(tx, "DELETE FROM signature WHERE id=?", row["id"])
    if head is not None:
        await _mark(tx, head["id"], is_head=bool(head["is_head"]), is_public=True)
    else:
        assert made is not None  # noqa: S101 - made above, unless the newest has a signature
        await _insert(tx, draft_id, made, is_head=False, is_public=True)
    if made is None:
        assert head is not None  # noqa: S101 - or it would have been made
        keys = [row["key"] for row in await run(tx, "SELECT key FROM band WHERE signature_id=?", head["id"])]
        made = Likeness("", head["digest"], bytes(head["hashes"]), tuple(keys))
    known = {}
    if head is not None and head["is_head"]:
        pairs = await run(tx, "SELECT other_id,similarity FROM look_alike WHERE draft_id=?", draft_id)
        known = {row["other_id"]: row["similarity"] for row in pairs}
    await run(tx, "DELETE FROM twin WHERE article_id=?", draft_id)
    await run(tx, "DELETE FROM twin WHERE other_id=?", draft_id)
    alike = await _alike(tx, draft_id, made, "public", known, text)
    await _keep_pairs(tx, "twin", "article_id", draft_id, alike)
    return await stories.regroup(tx, [draft_id, *fellows])


async def disappear(tx: TransactionalDBClient, draft_id: int) -> None:
    """Forget the signature of what was public of a draft."""
    await run(tx, "DELETE FROM signature WHERE draft_id=? AND is_public AND NOT is_head", draft_id)
    await run(tx, "UPDATE signature SET is_public=? WHERE draft_id=? AND is_public", False, draft_id)


async def possible_duplicates(tx: BaseDBAsyncClient, visible: Any, draft_id: int, *, most: int) -> dict[int, int]:
    """The drafts of a query that look like one, the likest first, each with its similarity; not those in the trash.

    Pairs of which an editor said whether they are copies are left out.
    """
    rows = await run(
        tx,
        "SELECT l.other_id,l.similarity FROM look_alike l LEFT JOIN copy_verdict v"
        " ON v.draft_id=CASE WHEN l.draft_id<l.other_id THEN l.draft_id ELSE l.other_id END"
        " AND v.other_id=CASE WHEN l.draft_id<l.other_id THEN l.other_id ELSE l.draft_id END"
        " WHERE l.draft_id=? AND v.id IS NULL ORDER BY l.similarity DESC,l.other_id",
        draft_id,
    )
    if not rows:
        return {}
    shown = visible.filter(id__in=[row["other_id"] for row in rows]).exclude(status=DraftStatus.TRASHED)
    ids = set(await shown.using_db(tx).values_list("id", flat=True))
    return {row["other_id"]: row["similarity"] for row in [row for row in rows if row["other_id"] in ids][:most]}


async def _kept(tx: TransactionalDBClient, draft_id: int) -> list[dict[str, Any]]:
    """The signatures of a draft; those that other rules made are removed."""
    sql = "SELECT id,is_head,is_public,algorithm,digest,hashes FROM signature WHERE draft_id=?"
    rows = await run(tx, sql, draft_id)
    if any(row["algorithm"] != ALGORITHM for row in rows):
        await run(tx, "DELETE FROM signature WHERE draft_id=? AND algorithm<>?", draft_id, ALGORITHM)
    return [row for row in rows if row["algorithm"] == ALGORITHM]


def _is_of(row: Mapping[str, Any], made: Likeness) -> bool:
    return bool(row["digest"] == made.digest)


async def _mark(tx: TransactionalDBClient, signature_id: int, *, is_head: bool, is_public: bool) -> None:
    await run(tx, "UPDATE signature SET is_head=?,is_public=? WHERE id=?", is_head, is_public, signature_id)


async def _insert(tx: TransactionalDBClient, draft_id: int, made: Likeness, *, is_head: bool, is_public: bool) -> None:
    signature = Signature(
        draft_id=draft_id,
        is_head=is_head,
        is_public=is_public,
        algorithm=ALGORITHM,
        digest=made.digest,
        hashes=made.hashes,
    )
    (signature_id,) = await insert_many(tx, [signature])
    if made.bands:
        await insert_many(tx, [Band(key=key, signature_id=signature_id) for key in made.bands])


async def _keep_pairs(
    tx: TransactionalDBClient, table: str, column: str, number: int, alike: Mapping[int, int]
) -> None:
    """Keep both sides of each pair."""
    rows = [(one, other, similarity) for id_, similarity in alike.items() for one, other in _both(number, id_)]
    await run_many(tx, f"INSERT INTO {table} ({column},other_id,similarity) VALUES (?,?,?)", rows)  # noqa: S608 - ours


def _both(one: int, other: int) -> tuple[tuple[int, int], tuple[int, int]]:
    return (one, other), (other, one)


async def _alike(
    tx: TransactionalDBClient,
    draft_id: int,
    made: Likeness,
    stage: str,
    known: Mapping[int, int],
    text: str = "",
) -> dict[int, int]:
    """Which drafts have a text of a stage (head, public) that is like this one, each with its similarity.

    `known` are those of the newest texts, which need not be compared again; `text` is where the essence comes from if
    it has not been made.
    """
    likely = [row for row in await _candidates(tx, draft_id, made, stage) if row["estimate"] >= LEAST_ESTIMATED]
    alike = {row["draft_id"]: 1000 for row in likely if row["digest"] == made.digest}
    likely = [row for row in likely if row["draft_id"] not in alike][:MOST_COMPARED]
    alike |= {row["draft_id"]: known[row["draft_id"]] for row in likely if row["is_head"] and row["draft_id"] in known}
    wanted = [row["draft_id"] for row in likely if row["draft_id"] not in alike]
    if wanted:
        table, value = listed(tx, wanted)
        template = _HEADS if stage == "head" else _PUBLIC
        rows = await run(tx, template.format(listed=table), value)
        texts = {row["id"]: row["text"] or "" for row in rows}
        essence = made.essence or (await asyncio.to_thread(likeness, "", text)).essence
        found = await asyncio.to_thread(similarities, essence, texts)
        alike |= {other: similarity for other, similarity in found.items() if similarity >= ALIKE}
    return alike


async def _candidates(tx: TransactionalDBClient, draft_id: int, made: Likeness, stage: str) -> list[dict[str, Any]]:
    """The signatures of other drafts that share bands with this one, the likeliest first."""
    if not made.bands:
        return []
    band = "SELECT * FROM (SELECT signature_id FROM band WHERE key=? ORDER BY signature_id DESC LIMIT ?) b"
    sharing = " UNION ALL ".join([band] * len(made.bands))
    values = [value for key in made.bands for value in (key, NEWEST_OF_BAND)]
    rows = await run(
        tx,
        f"SELECT s.draft_id,s.digest,s.hashes,s.is_head FROM (SELECT signature_id,count(*) AS shared FROM ({sharing}) f"  # noqa: S608 - ours
        f" GROUP BY signature_id ORDER BY 2 DESC,1 DESC LIMIT ?) c JOIN signature s ON s.id=c.signature_id"
        f" WHERE s.is_{stage} AND s.draft_id<>? AND s.algorithm=?",
        *values,
        MOST_ESTIMATED,
        draft_id,
        ALGORITHM,
    )
    for row in rows:
        is_same = row["digest"] == made.digest
        row["estimate"] = 1000 if is_same else estimated(made.hashes, bytes(row["hashes"]))
    return sorted(rows, key=lambda row: (-row["estimate"], row["draft_id"]))
