"""The audit log: who did what to which item, when, and by which session or token."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import strawberry

from cms.errors import BadUserInput
from cms.event_types import TYPES
from cms.permissions import Permission, Via
from schema.colleagues import Colleague
from schema.connection import Connection
from schema.describe import Key, Order, Rows, column, connection, one
from schema.enums import describe
from schema.ids import ID_PREFIXES, bounded, id_parts
from schema.scalars import JSON, SafeInt
from schema.where import Among, DateTimeFilter, Operators, Parts, Test, as_it_is, condition, user_number

# What each word of `subject_kind` is in GraphQL. A draft has the id of its article.
SUBJECTS = {
    "article": "Article",
    "author": "Author",
    "category": "Category",
    "collection": "Collection",
    "draft": "Draft",
    "redirect": "Redirect",
    "reference": "Reference",
    "source": "Source",
    "tag": "Tag",
    "token": "Token",
    "user": "User",
}
CREDENTIALS = {Via.SESSION: "Session", Via.TOKEN: "Token"}
_SEQUENCE = Key("{t}.sequence", "bigint")

describe(
    Via,
    "How somebody proved who they are.",
    NOTHING="By neither session nor token: a one-time link, or an OpenID Connect provider.",
    SESSION="By the session of a browser.",
    TOKEN="By an API token.",  # noqa: S106 - a description
    SYSTEM="It was the server itself, or the operator at the command line.",
)


@strawberry.enum(description="In which order the entries of the audit log come.")
class AuditOrder(Enum):
    """Orders of the audit log."""

    NEWEST = strawberry.enum_value(Order("NEWEST", (_SEQUENCE,), descending=True), description="The latest first.")
    OLDEST = strawberry.enum_value(Order("OLDEST", (_SEQUENCE,)), description="As they happened.")


def _choice(column_name: str, words: dict[str, str]) -> str:
    """SQL for how the ids begin of the kind that a column names; null for any other."""
    cases = " ".join(f"WHEN '{word}' THEN '{ID_PREFIXES[kind]}_'" for word, kind in words.items())
    return f"CASE {{t}}.{column_name} {cases} END"


@strawberry.type(description="One logical change: who did what to which item, when and how. It is never altered.")
class AuditEntry:
    """A row of the change log."""

    sequence: SafeInt = column("Its number: without gaps, in the order in which the changes were saved.")
    type: str = column("What was done, such as article.published; docs/events.md lists all.")
    subject_kind: str = column("What it was done to, such as article.")
    subject_id: strawberry.ID | None = column(
        "The id of that, such as art_17; null for what has none. It may be gone by now.",
        f"({_choice('subject_kind', SUBJECTS)}||{{t}}.subject_id)",
    )
    actor: str = column("What the one who did it was called then.")
    user: Colleague | None = one(
        Rows("user_account", "{t}.id={key}", key="{p}.user_id"),
        "The user who did it; null for the server, for the command line, and for who is no user any more.",
    )
    via: Via | None = column(
        "How the request proved to be theirs; null for what happened before this was noted.", "nullif({t}.via,'')"
    )
    credential_id: strawberry.ID | None = column(
        "The session (ses_17) or token (tok_17) of the request.",
        f"({_choice('via', {str(via): kind for via, kind in CREDENTIALS.items()})}||{{t}}.credential_id)",
    )
    at: datetime = column("When.", "{t}.created_at")
    payload: JSON = column("What else is to be told, as docs/events.md says for the type. Never a secret.")
    details: JSON = column("What is told here alone, since it need not be public for ever: names, notes, reasons.")
    tags: JSON = column("The cache tags that the change touched: a list of texts such as article:17.")


def known_types(name: str, values: list[str]) -> list[str]:
    """The types of events, if there are such."""
    unknown = sorted(set(bounded(name, values)) - TYPES.keys())
    if unknown:
        raise BadUserInput(name, f"there is no type of event {', '.join(unknown)[:200]!a}; docs/events.md lists all")
    return values


@strawberry.input(description="Which entries of the audit log. All given fields must hold.")
class AuditWhere:
    """A filter on the audit log."""

    types: list[str] | None = condition(
        Among("{t}.type", convert=known_types), "Of one of these types, such as article.published; at most 100."
    )
    subject_id: strawberry.ID | None = condition(
        Parts(
            # An article and its draft have one id, so whoever asks for it gets what happened to either. A merge is
            # told of what stays, and is the end of what goes.
            "({t}.subject_kind IN ({value},CASE {value} WHEN 'article' THEN 'draft' ELSE {value} END)"
            " AND {t}.subject_id = {value_2} OR {t}.type = {value}||'.merged'"
            " AND {t}.payload->>'fromId' = {value_3})",
            (*id_parts({kind: word for word, kind in SUBJECTS.items() if word != "draft"}), ("text", as_it_is)),
        ),
        "About the item with this id, such as art_17 (an article and its draft are one), usr_3 or tok_5.",
    )
    user_id: strawberry.ID | None = condition(Test("{t}.user_id = {value}", "int", user_number), "Done by this user.")
    via: Via | None = condition(Test("{t}.via = {value}"), "Proved in this way.")
    credential_id: strawberry.ID | None = condition(
        Parts(
            "{t}.via = {value} AND {t}.credential_id = {value_2}",
            id_parts({kind: str(via) for via, kind in CREDENTIALS.items()}),
        ),
        "Done by this session (ses_17) or token (tok_17).",
    )
    at: DateTimeFilter | None = condition(Operators("{t}.created_at", "time"), "When it was done.")


@strawberry.type
class AuditQueries:
    """The audit log, for whoever may read it."""

    audit_log: Connection[AuditEntry] | None = connection(
        Rows("event", identity="sequence"),
        AuditOrder,
        "Who did what, the latest first. Needs the permission READ_AUDIT.",
        where=AuditWhere,
        default_order=AuditOrder.NEWEST,
        permission=Permission.READ_AUDIT,
    )
