"""The change log as a list, for whoever follows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

import strawberry

from cms.errors import EventsGone
from cms.event_types import ACTORS
from cms.ids import PREFIXES
from cms.permissions import Permission
from cms.words import Audience
from schema.audit import known_types
from schema.connection import Connection
from schema.content import Article, Author, Category, Collection, Redirect, Reference, Source, Tag
from schema.describe import Argument, Key, Order, Rows, column, connection, one
from schema.enums import describe
from schema.ids import id_parts
from schema.newsroom import SEES, Draft
from schema.scalars import JSON, SafeInt
from schema.visible import visible

# The order of the log, and the cursor of an event: in every list and subscription the same.
LOG = Order("LOG", (Key("{t}.sequence", "bigint"),))
OF_OWN_DRAFT = (
    "{t}.subject_kind='draft' AND @writes=1 AND EXISTS(SELECT 1 FROM draft v WHERE v.id={t}.subject_id AND "
    + SEES.replace("{t}", "v")
    + ")"
)
# Who may know of an event; cms/event_types.py tells who of which.
SEES_EVENT = (
    "({t}.audience='PUBLIC' OR {t}.audience='DESK' AND (@sees_all=1 OR "
    + OF_OWN_DRAFT
    + ") OR {t}.audience='ADMIN' AND @audits=1)"
)
SUBJECTS = {kind.capitalize(): kind for kind in PREFIXES if kind not in {"delivery", "draft", "preview", "site"}}


class ActorKind(StrEnum):
    """What made a change."""

    USER = "USER"
    TOKEN = "TOKEN"  # noqa: S105 - a word, no secret
    SYSTEM = "SYSTEM"
    OTHER = "OTHER"


describe(
    ActorKind,
    "What made a change.",
    USER="Somebody in a browser.",
    TOKEN="A program, by an API token.",  # noqa: S106 - a description
    SYSTEM="The server itself, or the operator at the command line.",
    OTHER="Somebody with a one-time link, for example.",
)
describe(
    Audience,
    "Who may know of an event.",
    PUBLIC="Whoever may read events: it tells of nothing that readers could not see.",
    DESK="Whoever works on all drafts; of a draft, its owner and whom it is assigned to as well.",
    ADMIN="Whoever may read the audit log.",
)
_ACTORS = " ".join(f"WHEN '{via}' THEN '{kind}'" for via, kind in ACTORS.items())
_PREFIXES = " ".join(f"WHEN '{kind}' THEN '{prefix}_'" for kind, prefix in PREFIXES.items())


def _subject(*kinds: str) -> str:
    """The number of the subject if it is of one of the kinds."""
    listed = ",".join(f"'{kind}'" for kind in kinds)
    return f"CASE WHEN {{p}}.subject_kind IN ({listed}) THEN {{p}}.subject_id END"


def _shared(table: str) -> Rows:
    """The subject that articles share, if a public article shows it or the viewer may edit it."""
    return Rows(table, f"{{t}}.id={{key}} AND (@sees_all=1 OR {visible(table)})", key=_subject(table))


@strawberry.type(description="One logical change. It is never altered.")
class Event:
    """A row of the change log."""

    id: strawberry.ID = column("Its name, of no other event: what webhooks send as `webhook-id`.", "{t}.uid")
    cursor: str = column("Its place in the log, for `after`.", "@hex['LOG|'||{t}.sequence]")
    sequence: SafeInt = column("Its number: without gaps in the log, in the order in which changes were saved.")
    type: str = column("What happened, such as article.published; docs/events.md lists all.")
    version: int = column("The version of the type's schema; 0 is from before types had one.")
    at: datetime = column("When.", "{t}.created_at")
    audience: Audience = column("Who may know of it.")
    subject_kind: str = column("What it happened to, such as article.")
    subject_id: strawberry.ID = column(
        "The id of that, such as art_17. It may be gone by now.",
        f"((CASE {{t}}.subject_kind {_PREFIXES} ELSE '' END)||{{t}}.subject_id)",
    )
    actor_kind: ActorKind = column("What made the change.", f"(CASE {{t}}.via {_ACTORS} ELSE 'OTHER' END)")
    fields: list[str] = column("The fields of the subject that are not as they were before.", "{t}.changed")
    tags: list[str] = column("The cache tags of all that the change touches, such as article:17.")
    data: JSON = column("What the type tells besides, as docs/events.schema.json says.", "{t}.payload")
    article: Article | None = one(
        Rows("article", "{t}.id={key}", key=_subject("article", "draft")),
        "The article as it is public now; null if it is not, or if the event is about something else.",
    )
    draft: Draft | None = one(
        Rows("draft", "@writes=1 AND {t}.id={key} AND " + SEES, key=_subject("article", "draft")),
        "The draft as it is now; null for who may not see it.",
    )
    source: Source | None = one(_shared("source"), "The source, if the event is about one that is still there.")
    author: Author | None = one(_shared("author"), "The author, if the event is about one that is still there.")
    category: Category | None = one(_shared("category"), "The category, if the event is about one.")
    tag: Tag | None = one(_shared("tag"), "The tag, if the event is about one.")
    collection: Collection | None = one(_shared("collection"), "The collection, if the event is about one.")
    reference: Reference | None = one(_shared("reference"), "The reference, if the event is about one.")
    redirect: Redirect | None = one(
        replace(_shared("path_redirect"), key=_subject("redirect")), "The redirect, if the event is about one."
    )


@strawberry.type
class EventQueries:
    """The change log."""

    events: Connection[Event] | None = connection(
        Rows("event", SEES_EVENT, identity="sequence"),
        LOG,
        "What changed, in the order in which it was saved: whoever pages on with the last cursor sees every change"
        " once. Needs the permission READ_EVENTS; what the viewer may not know of is left out. A cursor that the log"
        " does not reach back to any more is refused with EVENTS_GONE.",
        permission=Permission.READ_EVENTS,
        # Whether the log holds all that came after the cursor.
        holds="{after}=0 OR coalesce((SELECT min(w.sequence) FROM event w)<={after}+1"
        " AND {after}<=(SELECT max(w.sequence) FROM event w),(false))",
        refusal=EventsGone,
        types=Argument(
            list[str] | None,
            "Only these types, such as article.published; at most 100.",
            "{t}.type",
            known_types,
            "json",
        ),
        subject=Argument(
            strawberry.ID | None,
            "What it is about. Anything by its id, such as art_17; an article and its draft are one.",
            "({t}.subject_kind IN ({value},CASE {value} WHEN 'article' THEN 'draft' ELSE {value} END)"
            " AND {t}.subject_id={value_2})",
            parts=id_parts(SUBJECTS),
        ),
    )
    event: Event | None = one(
        Rows("event", SEES_EVENT, identity="sequence"),
        "One event by its id; null if there is none, or not for the viewer. Needs the permission READ_EVENTS.",
        permission=Permission.READ_EVENTS,
        id=Argument(strawberry.ID, "Its id, such as a webhook's `webhook-id`.", "{t}.uid={value}"),
    )
