"""What still uses something that an editor wants to delete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient
from tortoise.context import require_context

from cms.db.sql import run
from cms.errors import FieldProblem, ValidationFailed

Link = Literal["author", "tag", "reference"]
CHUNK = 1000  # drafts looked through at a time; on SQLite others may write in between

_SQLITE = {
    "author": "EXISTS(SELECT 1 FROM json_each(r.snapshot,'$.credits') e WHERE json_extract(e.value,'$.author_id')={n})",
    "reference": (
        "EXISTS(SELECT 1 FROM json_each(r.snapshot,'$.relations') e WHERE json_extract(e.value,'$.reference_id')={n})"
    ),
    "tag": "EXISTS(SELECT 1 FROM json_each(r.snapshot,'$.tags') e WHERE e.value={n})",
}
_POSTGRES = {
    "author": """r.snapshot @> '{{"credits":[{{"author_id":{n}}}]}}'""",
    "reference": """r.snapshot @> '{{"relations":[{{"reference_id":{n}}}]}}'""",
    "tag": """r.snapshot @> '{{"tags":[{n}]}}'""",
}


@dataclass(frozen=True)
class Looked:
    """How many drafts' newest revisions name something, of those with revisions numbered in the table up to `until`."""

    draft_count: int
    until: int


async def look(link: Link, number: int) -> Looked:
    """Look through the newest revision of every draft for what names the thing, before the change itself begins.

    A site with 100,000 drafts takes seconds, for which nobody else could write. `recheck` looks, inside the change's
    own transaction, only at what came since.
    """
    client = require_context().db()
    (row,) = await run(client, "SELECT coalesce(max(id),0) AS until FROM revision")
    (ends,) = await run(client, "SELECT coalesce(max(id),0) AS last FROM draft")
    names = await _names(client, link, number)
    found = 0
    for start in range(0, ends["last"], CHUNK):
        (counted,) = await run(
            client,
            "SELECT count(*) AS n FROM draft d JOIN revision r ON r.draft_id=d.id AND r.number="  # noqa: S608 - numbers
            "(SELECT max(x.number) FROM revision x WHERE x.draft_id=d.id)"
            f" WHERE d.id>{start} AND d.id<={start + CHUNK} AND {names}",
        )
        found += counted["n"]
    return Looked(found, row["until"])


async def recheck(tx: TransactionalDBClient, link: Link, number: int, looked: Looked) -> int:
    """How many drafts name the thing, with the revisions that came since and those that are scheduled."""
    names = await _names(tx, link, number)
    (row,) = await run(
        tx,
        "SELECT count(DISTINCT r.draft_id) AS n FROM revision r WHERE (r.id>?"  # noqa: S608 - numbers
        f" OR r.id IN (SELECT revision_id FROM schedule WHERE state='PENDING')) AND {names}",
        looked.until,
    )
    return looked.draft_count + int(row["n"])


async def count_scheduled(tx: TransactionalDBClient, table: Literal["source", "category"], number: int) -> int:
    """How many drafts have a source, or stand in a category, only in a revision that is scheduled."""
    numbers = ",".join(map(str, await _known_as(tx, table, number)))
    (row,) = await run(
        tx,
        "SELECT count(DISTINCT s.draft_id) AS n FROM schedule s JOIN revision r ON r.id=s.revision_id"  # noqa: S608 - numbers
        f" JOIN draft d ON d.id=s.draft_id WHERE s.state='PENDING' AND coalesce(d.{table}_id,0)<>{int(number)}"
        f" AND CAST(r.snapshot->'article'->>'{table}_id' AS INTEGER) IN ({numbers})",
    )
    return int(row["n"])


def refuse_used(what: str, remedy: str, **counts: int) -> None:
    """Refuse to delete what is used.

    Args:
        what: what it is, such as "author".
        remedy: what to do instead.
        counts: how many uses there are, by what uses it; `drafts=3`.

    Raises:
        ValidationFailed: there are any, telling how many of each.
    """
    used = [f"{count:,} {by.replace('_', ' ')}" for by, count in counts.items() if count]
    if used:
        raise ValidationFailed(FieldProblem("id", f"this {what} is used by {' and '.join(used)}; {remedy}"))


async def _names(client: BaseDBAsyncClient, link: Link, number: int) -> str:
    """The condition under which a revision names the thing, or something that was merged into it."""
    templates = _POSTGRES if client.capabilities.dialect == "postgres" else _SQLITE
    numbers = await _known_as(client, link, number)
    return "(" + " OR ".join(templates[link].format(n=each) for each in numbers) + ")"


async def _known_as(client: BaseDBAsyncClient, table: str, number: int) -> list[int]:
    """The id, and those of what was merged into it, which revisions go on naming."""
    leads = "SELECT former_id FROM redirect WHERE kind=? AND target_id=? AND former_id IS NOT NULL"
    rows = await run(client, leads, table.upper(), number)
    return [int(number), *(int(row["former_id"]) for row in rows)]
