"""Writing the index. Whoever changes what is found does so in the same transaction (cms/projection.py, cms/editing.py).

SQLite: FTS5 tables without content. `…_text` holds all tokens with their places; `…_character` each Chinese character
once for each article, alone and after the mark of the field that it is in, since as the beginning of a token a common
one would be looked up in thousands of lists. `…_heading` has the tokens of everything but the body once more, for what
is ranked: there the lists of a common word are short. FTS5 can only take out what it is told again, which is made again
from the entry's revision and names; what another version of the analyser put in stays as words that belong to no entry.

PostgreSQL: `words` are the pieces of everything, and the index has their tokens without places; whatever is more than
one token is looked for in the words of those that have all of them. (Vectors with places take 10 bytes for each
character of three.) `heading` has all but the body, part by part, for what is ranked or asked for by field.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient

from cms.db.sql import holding, listed, run, run_many
from cms.search.analysis import BREAK, FIELD_MARKS, VERSION, analysed, laid_out
from cms.search.documents import Document, Names, Subject, document, draft_subjects, public_subjects, revisions_of
from cms.search.query import HEADING

# So many articles are brought up to date at once when something that they share is renamed; the others follow.
AT_ONCE = 200
_COLUMNS = ("body", "title", "subtitle", "excerpt", "byline", "source", "tags")
_NAMES, _LEAD = ("byline", "source", "tags"), ("subtitle", "excerpt")
_TABLES = {"text": _COLUMNS, "character": ("characters",), "heading": ("title", "names", "lead")}
# Shorter values are kept in PostgreSQL's rows, and those of all hits of a common word would fill many pages.
_LEAST_BESIDE = 2100


@dataclass(frozen=True)
class Index:
    """One of the two: what readers search, and what the newsroom does."""

    name: str  # what its tables begin with
    owner: str  # the table of what is indexed; its column of an entry is `…_id`
    subjects: Callable[[BaseDBAsyncClient, Sequence[int]], Awaitable[list[Subject]]]
    is_ranked: bool


PUBLIC = Index("search", "article", public_subjects, is_ranked=True)
DRAFTS = Index("draft_search", "draft", draft_subjects, is_ranked=False)


async def put(tx: TransactionalDBClient, index: Index, *ids: int, kept: Mapping[int, int] | None = None) -> None:
    """Make the entries of articles or drafts as they are now, in place of those that there are.

    An entry keeps its number, which says how new it is, and where the cursors of readers stand. One of another version
    of the analyser gets a new one: its words stay in the tables of FTS5. The numbers that are `kept` are those of
    entries that were removed before, by what they were of.
    """
    if not ids:
        return
    kept = {**(kept or {}), **await remove(tx, index, *ids)}
    order = {number: place for place, number in enumerate(ids)}
    subjects = sorted(await index.subjects(tx, ids), key=lambda subject: order[subject.id])
    words = await revisions_of(tx, [subject.revision_id for subject in subjects])
    found = [(subject, document(words[subject.revision_id], subject.names)) for subject in subjects]
    numbers = await _add_entries(tx, index, found, kept)
    await _add_words(tx, index, [(numbers[subject.id], made) for subject, made in found])


async def remove(tx: TransactionalDBClient, index: Index, *ids: int) -> dict[int, int]:
    """Take the entries of articles or drafts out, and all their words.

    Returns:
        The numbers that are free again, by what the entries were of.
    """
    source, value = listed(tx, ids)
    entries = await run(
        tx,
        f"SELECT e.id,e.{index.owner}_id AS owner,e.revision_id,e.names,e.version FROM {source}"  # noqa: S608 - our own names
        f" JOIN {index.name}_entry e ON e.{index.owner}_id=listed.value",
        value,
    )
    if not entries:
        return {}
    entries_of_now = [entry for entry in entries if entry["version"] == VERSION]
    if tx.capabilities.dialect == "sqlite":
        entries_of_now = await _remove_words(tx, index, entries_of_now)
    source, value = listed(tx, [entry["id"] for entry in entries])
    await run(tx, f"DELETE FROM {index.name}_entry WHERE id IN (SELECT value FROM {source})", value)  # noqa: S608 - our own names
    return {entry["owner"]: entry["id"] for entry in entries_of_now}


async def renamed(tx: TransactionalDBClient, former: str) -> None:
    """Let the entries follow that are found by a name of something that is called otherwise now, or is gone.

    Up to AT_ONCE are made anew at once, the others by the worker (cms/search/upkeep.py).
    """
    pattern = holding(orjson.dumps(former).decode()[1:-1])
    for index in (PUBLIC, DRAFTS):
        table, named = f"{index.name}_entry", "CAST(names AS TEXT) LIKE ? ESCAPE '!'"
        some = f"SELECT {index.owner}_id AS id FROM {table} WHERE {named} LIMIT {AT_ONCE + 1}"  # noqa: S608 - our own names
        found = await run(tx, some, pattern)
        if len(found) <= AT_ONCE:
            await put(tx, index, *(row["id"] for row in found))
        else:
            await run(tx, f"UPDATE {table} SET is_stale=true WHERE {named}", pattern)  # noqa: S608 - our own names


async def _add_entries(
    tx: TransactionalDBClient, index: Index, found: Sequence[tuple[Subject, Document]], kept: Mapping[int, int]
) -> dict[int, int]:
    """The numbers of the new entries, by the ids of what they are of; those that are `kept` are given again."""
    name, owner = index.name, index.owner
    is_postgres = tx.capabilities.dialect == "postgres"
    names, false = ("?::jsonb", "false") if is_postgres else ("?", "0")
    rows = [
        (subject.id, subject.revision_id, len(made.title), orjson.dumps(subject.names).decode())
        for subject, made in found
    ]
    columns_ = f"{owner}_id,revision_id,title_length,names,version,is_stale"
    values = f"?,?,?,{names},{VERSION},{false}"
    again = [(kept[row[0]], *row) for row in rows if row[0] in kept]
    new = [row for row in rows if row[0] not in kept]
    await run_many(tx, f"INSERT INTO {name}_entry (id,{columns_}) VALUES (?,{values})", again)  # noqa: S608 - our own names
    await run_many(tx, f"INSERT INTO {name}_entry ({columns_}) VALUES ({values})", new)  # noqa: S608 - our own names
    source, value = listed(tx, [row[0] for row in rows])
    made = await run(
        tx,
        f"SELECT e.id,e.{owner}_id AS owner FROM {source} JOIN {name}_entry e ON e.{owner}_id=listed.value",  # noqa: S608 - our own names
        value,
    )
    return {row["owner"]: row["id"] for row in made}


async def _add_words(tx: TransactionalDBClient, index: Index, found: Sequence[tuple[int, Document]]) -> None:
    # Long texts take some milliseconds each, which the event loop has not.
    if tx.capabilities.dialect == "postgres":
        made = await asyncio.to_thread(lambda: [(number, *words(each)) for number, each in found])
        await run_many(tx, f"INSERT INTO {index.name}_text (id,heading,words) VALUES (?,?,?)", made)  # noqa: S608 - our own names
        return
    await _write(tx, index, "", await asyncio.to_thread(_columns_of, found))


async def _remove_words(
    tx: TransactionalDBClient, index: Index, entries: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Take the words of entries out of the tables of FTS5, as far as they can be told again; the entries of these."""
    words = await revisions_of(tx, [entry["revision_id"] for entry in entries])
    known = [entry for entry in entries if entry["revision_id"] in words]
    documents = [(entry["id"], document(words[entry["revision_id"]], _read(entry["names"]))) for entry in known]
    await _write(tx, index, "'delete',", await asyncio.to_thread(_columns_of, documents))
    return known


def _columns_of(found: Sequence[tuple[int, Document]]) -> list[tuple[int, dict[str, str]]]:
    return [(number, columns(each)) for number, each in found]


def _read(names: Any) -> Names:
    found: Names = orjson.loads(names) if isinstance(names, str) else names
    return found


async def _write(tx: TransactionalDBClient, index: Index, command: str, made: Sequence[tuple[Any, ...]]) -> None:
    """Add words to the tables of FTS5, or take them out."""
    for table, names in _TABLES.items():
        if table == "heading" and not index.is_ranked:
            continue
        full = f"{index.name}_{table}"
        first = f"{full}," if command else ""
        places = ",".join("?" * (len(names) + 1))
        rows = [(number, *(given[name] for name in names)) for number, given in made]
        await run_many(tx, f"INSERT INTO {full} ({first}rowid,{','.join(names)}) VALUES ({command}{places})", rows)  # noqa: S608 - our own names


def columns(made: Document) -> dict[str, str]:
    """What FTS5 is given: the tokens of each column, by its name."""
    fields = {name: analysed(getattr(made, name)) for name in _COLUMNS}
    given = {name: " ".join(tokens) for name, (tokens, _) in fields.items()}
    alone = set().union(*(characters for _, characters in fields.values()))
    for name, mark in FIELD_MARKS.items():
        alone |= {mark + character for character in fields[name][1]}
    # A mark between two fields, so that no phrase begins in one and ends in the next.
    names, lead = (f" {BREAK} ".join(given[name] for name in group) for group in (_NAMES, _LEAD))
    return given | {"characters": " ".join(alone), "names": names, "lead": lead}


def words(made: Document) -> tuple[str, str]:
    """What PostgreSQL is given: the heading, and the pieces of everything."""
    fields = {name: laid_out(getattr(made, name)) for name in _COLUMNS}
    fields["lead"] = "==".join(fields[name] for name in _LEAD)
    heading = "".join(f"{mark}{fields[name]}" for name, mark in HEADING.items())
    everything = f"{heading}=={fields['body']}"
    return heading, everything + " " * (_LEAST_BESIDE - len(everything.encode()))
