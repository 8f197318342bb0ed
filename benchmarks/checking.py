"""Whether everything that a database holds of its articles agrees: log, drafts, revisions, what is public, plans."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from benchmarks.site import Tables, look, parsed

# What leaves the draft's version as it is.
NO_STEP = frozenset({"revision.named", "preview.created", "preview.revoked", "draft.schedule_failed", "draft.deleted"})
LIVE = frozenset({"article.published", "article.updated", "article.corrected"})
COPIED = ("title", "subtitle", "excerpt", "byline", "language", "credit_line", "licence", "word_count", "urgency")
STATEMENTS = {
    "event": "SELECT * FROM event ORDER BY sequence",
    "draft": "SELECT id,status,version,title,source_id,category_id,trashed_at FROM draft ORDER BY id",
    "revision": "SELECT id,draft_id,number,snapshot FROM revision ORDER BY draft_id,number",
    "article": "SELECT a.*,b.html,b.text,b.blocks FROM article a LEFT JOIN article_body b ON b.article_id=a.id",
    "credit": "SELECT article_id,author_id,role,name FROM credit ORDER BY article_id,position",
    "relation": "SELECT article_id,kind,target_id,reference_id FROM relation ORDER BY article_id,position",
    "article_tag": "SELECT article_id,tag_id FROM article_tag ORDER BY article_id,position",
    "tag": "SELECT id FROM tag",
    "publication": "SELECT * FROM publication ORDER BY id",
    "schedule": "SELECT draft_id,act,state FROM schedule",
    "tombstone": "SELECT id,kind FROM tombstone",
    "redirect": "SELECT former_id,target_id FROM redirect WHERE kind='TAG' AND former_id IS NOT NULL",
}
SOUND = {"integrity": "PRAGMA integrity_check", "foreign": "PRAGMA foreign_key_check"}


async def check_all(database_url: str) -> Tables:
    """Check the whole database at one moment; its rows.

    Raises:
        AssertionError: something does not agree.
    """
    is_sqlite = database_url.startswith("sqlite:")
    tables = await look(database_url, STATEMENTS | (SOUND if is_sqlite else {}))
    if is_sqlite:
        assert [list(row.values()) for row in tables["integrity"]] == [["ok"]], tables["integrity"]
        assert not tables["foreign"], tables["foreign"]
    sequences = [row["sequence"] for row in tables["event"]]
    assert sequences == list(range(1, len(sequences) + 1)), "the log has gaps"
    steps = _steps(tables)
    rows = {name: _by(tables[name], "draft_id") for name in ("revision", "publication", "schedule")}
    rows |= {name: _by(tables[name], "article_id") for name in ("credit", "relation", "article_tag")}
    articles = {row["id"]: row for row in tables["article"]}
    deleted = {row["subject_id"] for row in tables["event"] if row["type"] == "draft.deleted"}
    assert {row["id"] for row in tables["draft"]} == steps.keys() - deleted
    assert not articles.keys() & deleted
    _check_tombstones(tables)
    there = {row["id"] for row in tables["draft"]}
    leads = {row["former_id"]: row["target_id"] for row in tables["redirect"]}
    tags = {row["id"] for row in tables["tag"]}
    for draft in tables["draft"]:
        number = draft["id"]
        _check_draft(draft, steps[number], rows["revision"][number])
        _check_live(draft, articles.get(number), steps[number], rows["publication"][number])
        _check_plans(number, steps[number], rows["schedule"][number])
        if number in articles:
            _check_public(articles[number], {name: rows[name][number] for name in rows}, there, tags, leads)
    return tables


def events_of(tables: Tables, user_id: int) -> list[tuple[str, int]]:
    """The type and subject of every event that a user left by himself, in order."""
    return [
        (row["type"], row["subject_id"])
        for row in tables["event"]
        if row["user_id"] == user_id and row["via"] == "TOKEN" and not _is_told_before(row)
    ]


def _is_told_before(row: dict[str, Any]) -> bool:
    """Whether `article.unpublished` told of the change: putting what is public into the trash leaves two events."""
    return row["type"] == "draft.trashed" and bool(parsed(row["payload"])["wasPublic"])


def _by(rows: list[dict[str, Any]], name: str) -> dict[int, list[dict[str, Any]]]:
    found = defaultdict(list)
    for row in rows:
        found[row[name]].append(row)
    return found


def _steps(tables: Tables) -> dict[int, list[dict[str, Any]]]:
    """The events of each draft."""
    return _by([row for row in tables["event"] if row["subject_kind"] in {"draft", "article"}], "subject_id")


def _check_draft(draft: dict[str, Any], steps: list[dict[str, Any]], revisions: list[dict[str, Any]]) -> None:
    number = draft["id"]
    moved = [row for row in steps if row["type"] not in NO_STEP and not _is_told_before(row)]
    assert draft["version"] == len(moved), f"draft {number} is at {draft['version']}, the log tells of {len(moved)}"
    saves = [1] + [parsed(row["payload"])["version"] for row in steps if row["type"] == "draft.saved"]
    assert [row["number"] for row in revisions] == saves, f"draft {number}: the log tells of other revisions"
    head = parsed(revisions[-1]["snapshot"])["article"]
    for name in ("title", "source_id", "category_id"):
        assert draft[name] == head[name], f"draft {number}: {name} is not that of its newest revision"
    last = [row["type"] for row in moved]
    assert (draft["status"] == "TRASHED") == (draft["trashed_at"] is not None)
    if last[-1] in LIVE:
        assert draft["status"] == "PUBLISHED", f"draft {number}: {draft['status']} after {last[-1]}"


def _check_live(
    draft: dict[str, Any],
    article: dict[str, Any] | None,
    steps: list[dict[str, Any]],
    publications: list[dict[str, Any]],
) -> None:
    number = draft["id"]
    assert (draft["status"] == "PUBLISHED") == (article is not None), f"draft {number} is {draft['status']}"
    went_live = [row for row in steps if row["type"] in LIVE]
    assert len(publications) == len(went_live), f"draft {number}: {len(publications)} publications"
    open_ones = [row["revision_id"] for row in publications if row["live_until"] is None]
    assert open_ones == ([article["revision_id"]] if article else []), f"draft {number}: publications {open_ones}"


def _check_plans(number: int, steps: list[dict[str, Any]], plans: list[dict[str, Any]]) -> None:
    told = Counter(row["type"] for row in steps)
    states = Counter(row["state"] for row in plans)
    assert told["draft.scheduled"] == len(plans), f"draft {number}: {len(plans)} plans"
    assert states["FAILED"] == told["draft.schedule_failed"], f"draft {number}: failed plans"
    by_server = [row for row in steps if row["via"] == "SYSTEM" and row["type"] != "draft.schedule_failed"]
    assert states["DONE"] == len(by_server), f"draft {number}: plans carried out"
    pending = Counter(row["act"] for row in plans if row["state"] == "PENDING")
    assert all(count == 1 for count in pending.values()), f"draft {number}: two plans for the same"


def _check_tombstones(tables: Tables) -> None:
    wanted: dict[int, str] = {}
    for row in tables["event"]:
        if row["type"] == "article.taken_down":
            wanted[row["subject_id"]] = "TAKEN_DOWN"
        elif row["type"] == "article.reinstated":
            del wanted[row["subject_id"]]
        elif row["type"] == "draft.deleted" and parsed(row["payload"])["wasPublic"]:
            wanted.setdefault(row["subject_id"], "DELETED")
    assert {row["id"]: row["kind"] for row in tables["tombstone"]} == wanted


def _check_public(
    article: dict[str, Any],
    rows: dict[str, list[dict[str, Any]]],
    there: set[int],
    tags: set[int],
    leads: dict[int, int],
) -> None:
    """What is public is the snapshot of its revision, with merged tags followed and deleted articles left out."""
    number = article["id"]
    (snapshot,) = [parsed(row["snapshot"]) for row in rows["revision"] if row["id"] == article["revision_id"]]
    for name in COPIED:
        assert article[name] == snapshot["article"][name], f"article {number}: {name}"
    assert {name: article[name] for name in snapshot["body"]} == snapshot["body"], f"article {number}: body"
    credited = [(row["author_id"], row["name"], row["role"]) for row in rows["credit"]]
    assert credited == [(one["author_id"], one["name"], one["role"]) for one in snapshot["credits"]]
    related = [(row["kind"], row["target_id"], row["reference_id"]) for row in rows["relation"]]
    kept = [(one["kind"], one["target_id"], one["reference_id"]) for one in snapshot["relations"]]
    assert related == [one for one in kept if one[1] in there | {None}], f"article {number}: relations"
    followed = (one if one in tags else leads.get(one) for one in snapshot["tags"])
    wanted = list(dict.fromkeys(one for one in followed if one is not None))
    assert [row["tag_id"] for row in rows["article_tag"]] == wanted, f"article {number}: tags"
