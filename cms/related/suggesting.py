"""What editors might link from a draft: what is close to its newest revision."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from cms import ranking
from cms.db import Database, writing
from cms.db.sql import run, run_many
from cms.models import ArticleWords, Revision
from cms.related.comparing import close_between, near
from cms.related.lists import KEPT, Close
from cms.related.tables import among, client_in_use
from cms.related.weights import Placed, placed_of, words_of
from cms.related.words import count_words, day_of


async def suggest(database: Database, draft_ids: Sequence[int]) -> None:
    """Find what is close to the newest revisions of some drafts, those that readers do not see."""
    heads = await _heads(draft_ids)
    for draft_id in draft_ids:
        revision = heads.get(draft_id)
        found = await _close_to(database, revision) if revision is not None else []
        await _write_suggestions(draft_id, found)


async def _close_to(database: Database, revision: Revision) -> list[Close]:
    snapshot = revision.snapshot
    counts = await count_words([(snapshot["article"]["title"], snapshot["body"]["text"])])
    known = await _terms_by_word(list(counts[0]))
    total = await ArticleWords.all().count()
    weights = ranking.weigh(counts[0], {word: count for word, (_, count) in known.items()}, total)
    vector = {known[word][0]: weight for word, weight in weights.items() if word in known}
    dated = snapshot["article"]["published_at"]
    own = Placed(day_of(datetime.fromisoformat(dated) if dated else datetime.now(UTC)), vector)
    linked = {link.get("target_id") for link in snapshot["relations"]}
    likely = await near(database, revision.draft_id, own) - linked
    placed = await placed_of(sorted(likely))
    words = await words_of([own])
    closest = [close_between(target, own, placed[target], words) for target in likely & placed.keys()]
    found = sorted((each for each in closest if each), key=lambda each: (-each.score, -each.target_id))
    return found[:KEPT]


async def _heads(draft_ids: Collection[int]) -> dict[int, Revision]:
    """The newest revisions of drafts that are not in the trash, as far as readers do not see them."""
    rows = await among(
        client_in_use(),
        "SELECT r.id FROM draft d JOIN revision r ON r.draft_id=d.id"
        " AND r.number=(SELECT max(n.number) FROM revision n WHERE n.draft_id=d.id)"
        " WHERE d.status<>'TRASHED' AND NOT EXISTS(SELECT 1 FROM article a WHERE a.revision_id=r.id) AND d.id",
        draft_ids,
    )
    found = await Revision.filter(id__in=[row["id"] for row in rows])
    return {revision.draft_id: revision for revision in found}


async def _terms_by_word(words: Collection[str]) -> dict[str, tuple[int, int]]:
    rows = await among(client_in_use(), "SELECT id,word,article_count FROM term WHERE word", words)
    return {row["word"]: (row["id"], row["article_count"]) for row in rows}


async def _write_suggestions(draft_id: int, found: Sequence[Close]) -> None:
    client = client_in_use()
    former = await run(client, "SELECT target_id,score,keywords FROM suggestion WHERE draft_id=?", draft_id)
    wanted = {(close.target_id, close.score, close.keywords) for close in found}
    if {(row["target_id"], row["score"], row["keywords"]) for row in former} == wanted:
        return
    # Whoever deletes the draft meanwhile would wait for us, and we for them.
    async with writing() as tx:
        await run(tx, "DELETE FROM suggestion WHERE draft_id=?", draft_id)
        await run_many(
            tx,
            "INSERT INTO suggestion (draft_id,target_id,score,keywords) SELECT d.id,?,?,? FROM draft d WHERE d.id=?",
            [(close.target_id, close.score, close.keywords, draft_id) for close in found],
        )
