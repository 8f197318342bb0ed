"""The state of the server for whoever looks after it: versions, what waits, and what is made from the content."""

from __future__ import annotations

import platform
from datetime import datetime
from enum import StrEnum

import strawberry

from cms import __version__, ranking
from cms.likeness import ALGORITHM
from cms.permissions import Permission
from cms.search import analysis
from schema.describe import Key, Order, Rows, column, many, one
from schema.enums import describe
from schema.orders import BY_PLACE_ALONE
from schema.scalars import SafeInt


class Derived(StrEnum):
    """What is made from the content, and can be made anew from it."""

    ARTICLE_SEARCH = "ARTICLE_SEARCH"
    DRAFT_SEARCH = "DRAFT_SEARCH"
    NAMES = "NAMES"
    COPIES = "COPIES"
    RELATED = "RELATED"


class DatabaseEngine(StrEnum):
    """The databases that a site can live in."""

    SQLITE = "SQLITE"
    POSTGRESQL = "POSTGRESQL"


describe(
    Derived,
    "What is made from the content, and can be made anew from it.",
    ARTICLE_SEARCH="The search index of public articles.",
    DRAFT_SEARCH="The search index of drafts.",
    NAMES="What the names of authors, sources, categories and tags, and headlines, are completed by.",
    COPIES="The signatures by which copies of a text are found.",
    RELATED="The words by which related articles are found.",
)
describe(DatabaseEngine, "A database.", SQLITE="SQLite.", POSTGRESQL="PostgreSQL.")

_LATEST = "(SELECT {column} FROM migration ORDER BY name DESC LIMIT 1)"
_LAST = "coalesce((SELECT max(sequence) FROM event),0)"
_UNFINISHED = "FROM delivery d JOIN endpoint e ON e.id=d.endpoint_id WHERE d.state"


def _searched(place: int, name: Derived, owner: str, entries: str, revision: str) -> str:
    return (
        f"SELECT {place} AS place,'{name}' AS name,count(*) AS total,count(*)-count(e.id) AS missing,"
        f"count(CASE WHEN e.is_stale OR e.version<>{analysis.VERSION} OR e.revision_id<>{revision} THEN 1 END) AS stale"
        f" FROM {owner} t LEFT JOIN {entries} e ON e.{owner}_id=t.id"
    )


_NEWEST = "(SELECT r.id FROM revision r WHERE r.draft_id=t.id ORDER BY r.number DESC LIMIT 1)"
_NAMED = " UNION ALL ".join(
    f"SELECT '{table.upper()}' AS kind,id FROM {table}" for table in ("article", "author", "source", "category", "tag")
)
_DERIVED = " UNION ALL ".join(
    (
        _searched(0, Derived.ARTICLE_SEARCH, "article", "search_entry", "t.revision_id"),
        _searched(1, Derived.DRAFT_SEARCH, "draft", "draft_search_entry", _NEWEST),
        # A name without any letter or digit has nothing that could be typed, and counts as missing.
        (
            f"SELECT 2,'{Derived.NAMES}',count(*),count(CASE WHEN NOT EXISTS(SELECT 1 FROM completion c"
            f" WHERE c.kind=t.kind AND c.subject_id=t.id) THEN 1 END),0 FROM ({_NAMED}) t"
        ),
        (
            f"SELECT 3,'{Derived.COPIES}',count(*),count(*)-count(s.id),"
            f"count(CASE WHEN s.algorithm<>{ALGORITHM} THEN 1 END)"
            " FROM draft t LEFT JOIN signature s ON s.draft_id=t.id AND s.is_head"
        ),
        (
            f"SELECT 4,'{Derived.RELATED}',count(*),count(*)-count(w.article_id),count(CASE WHEN w.step<2 OR"
            f" w.revision_id<>t.revision_id OR w.version<>{ranking.VERSION} THEN 1 END)"
            " FROM article t LEFT JOIN article_words w ON w.article_id=t.id"
        ),
    )
)


@strawberry.type(description="Something that is made from the content, and how complete it is.")
class DerivedState:
    """What is made."""

    name: Derived = column("What it is.")
    total: int = column("Of how many things it is made.")
    missing: int = column("Of how many of them it is not made yet.")
    stale: int = column("Of how many it is made as they were before, or by older rules.")


@strawberry.type(description="Something inside that follows the log of changes.")
class FollowerState:
    """A follower."""

    name: str = column("What it is called in the numbers of the server.")
    behind: SafeInt = column(
        "How many events it has still to take in.",
        f"({_LAST}-CASE WHEN {{t}}.position<0 THEN 0 ELSE {{t}}.position END)",
    )
    is_working: bool = column(
        "Whether a process is at work for it just now.",
        "CASE WHEN {t}.leased_until>@now THEN true ELSE false END",
    )
    tries: int = column("How often the next event has failed; 0 is as it should be.")
    retry_at: datetime | None = column("When that is tried again.")
    skipped_count: int = column("How many events were given up since they failed too often.", "{t}.skipped")
    skipped_sequence: SafeInt | None = column("The number of the last of them.")


@strawberry.type(description="The server and its database.")
class System:
    """The server."""

    version: str = column("The version of Broadsheet.", f"'{__version__}'")
    python_version: str = column("The version of Python.", f"'{platform.python_version()}'")
    now: datetime = column("What time it is for the server.", "@now")
    database_engine: DatabaseEngine = column("What the database is.", "@server[engine]")
    database_version: str = column("The version of the database.", "@server[version]")
    database_bytes: SafeInt = column("How large the database is on disk.", "@server[bytes]")
    migration: str = column("The last migration of the database.", _LATEST.format(column="name"))
    migrated_at: datetime = column("When it was applied.", _LATEST.format(column="applied_at"))
    article_count: int = column("Public articles.", "(SELECT count(*) FROM article)")
    draft_count: int = column(
        "Drafts that are not in the trash.", "(SELECT count(*) FROM draft WHERE status<>'TRASHED')"
    )
    trash_count: int = column("Drafts in the trash.", "(SELECT count(*) FROM draft WHERE status='TRASHED')")
    user_count: int = column(
        "Users that are not disabled.", "(SELECT count(*) FROM user_account WHERE NOT is_disabled)"
    )
    last_sequence: SafeInt = column("The number of the latest event; 0 when there is none.", _LAST)
    event_count: SafeInt = column(
        "How many events the log holds.", "coalesce((SELECT max(sequence)-min(sequence)+1 FROM event),0)"
    )
    first_event_at: datetime | None = column(
        "How far back the log of changes reaches.", "(SELECT created_at FROM event ORDER BY sequence LIMIT 1)"
    )
    pending_delivery_count: int = column(
        "Events that endpoints have still to get.", f"(SELECT count(*) {_UNFINISHED} IN ('WAITING','PENDING'))"
    )
    failed_delivery_count: int = column(
        "Events that were given up for an endpoint.", f"(SELECT count(*) {_UNFINISHED}='FAILED')"
    )
    oldest_delivery_at: datetime | None = column(
        "Since when the oldest event waits that an active endpoint has still to get.",
        f"(SELECT min(d.created_at) {_UNFINISHED} IN ('WAITING','PENDING') AND e.state='ACTIVE')",
    )
    stopped_endpoint_count: int = column(
        "Endpoints that are paused or disabled.", "(SELECT count(*) FROM endpoint WHERE state<>'ACTIVE')"
    )
    schedule_count: int = column(
        "Plans for publishing or unpublishing to come.", "(SELECT count(*) FROM schedule WHERE state='PENDING')"
    )
    overdue_schedule_count: int = column(
        "Plans whose time has come, but that were not carried out yet.",
        "(SELECT count(*) FROM schedule WHERE state='PENDING' AND due_at<=@now)",
    )
    next_schedule_at: datetime | None = column(
        "When the next of them is due.", "(SELECT min(due_at) FROM schedule WHERE state='PENDING')"
    )
    hot_due_at: datetime | None = column(
        "When the hot lists are computed next; null before the first time.", "(SELECT max(due_at) FROM hot_turn)"
    )
    followers: list[FollowerState] = many(
        Rows("follower", "true", key="{p}.id", identity="name"),
        Order("NAME", (Key("{t}.name", "text"),)),
        "What follows the log of changes, by name.",
        typical=1,
    )
    derived: list[DerivedState] = many(
        Rows(f"(SELECT * FROM ({_DERIVED}) s WHERE 1={{key}} ORDER BY 1 LIMIT {{limit}})", key="{p}.id"),
        BY_PLACE_ALONE,
        "What is made from the content. On a large site it takes a moment to count.",
        typical=5,
    )


@strawberry.type
class SystemQueries:
    """The state of the server, for administrators."""

    system: System | None = one(
        Rows("(SELECT 1 AS id)"),
        "The server and its database. Needs the permission READ_AUDIT.",
        permission=Permission.READ_AUDIT,
    )
