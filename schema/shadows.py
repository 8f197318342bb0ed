"""Preview and history: the very same statement over tables that stand before the public ones.

A statement whose root fields ask for a preview or another time begins with common table expressions that are named
like the public tables, so everything after them (nested fields, filters, counts, orders, what readers may know of)
reads these and needs to know nothing of it. Each is the rows of the public table without the articles in `replaced`,
and the rows of those in `picked`, made from their revisions' snapshots as publishing makes them (cms/projection.py).

What neither a snapshot nor a publication holds is as it is today: an article's number of reads, and everything about
sources, authors, categories, tags and collections. Links in a snapshot lead where they lead today (cms/links.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cms.credentials import digest
from cms.errors import BadUserInput, CMSError, Forbidden, NotFound, PreviewNotValid
from cms.permissions import Permission, Viewer
from schema.describe import Argument, Many, One, Page, Rows
from schema.dialects import ColumnKind
from schema.ids import row_number
from schema.plan import Writing, resolved

PREVIEW = Argument(
    str | None,
    "The secret of a preview link, which begins with bs_preview_: the article as a draft shows it, public or not. It"
    " needs no id and no slug; with one, it must be that of its article.",
    "{t}.id=(SELECT k.id FROM picked k)",
    role="suffices",
)
REVISION = Argument(
    int | None,
    "For those who may see the draft: as it was at this version, that is in the newest revision with this number or a"
    " smaller one. Give the id, too.",
    "{t}.id=(SELECT k.id FROM picked k)",
    role="refines",
)
AS_OF = Argument(
    datetime | None,
    "What was public at a moment that has passed; what was taken down, is in the trash, or was deleted is not shown."
    " With the permission EDIT also a moment to come: what will be public by what is scheduled.",
    "true",
    role="refines",
)
_ARGUMENTS = {"preview": PREVIEW, "revision": REVISION, "as_of": AS_OF}
_GRAPHQL_NAMES = {"preview": "preview", "revision": "revision", "as_of": "asOf"}

Columns = dict[str, ColumnKind]

# The columns of the public tables that come from snapshots or beside them; a test compares them with the models.
ARTICLE: Columns = {
    "id": "int",
    "revision_id": "int",
    "title": "varchar",
    "subtitle": "varchar",
    "slug": "varchar",
    "path": "varchar",
    "excerpt": "text",
    "byline": "varchar",
    "language": "varchar",
    "published_at": "time",
    "listed_at": "time",
    "modified_at": "time",
    "collected_at": "time",
    "canonical_url": "varchar",
    "urgency": "int",
    "word_count": "int",
    "reading_minutes": "int",
    "view_count": "int",
    "source_id": "int",
    "category_id": "int",
    "credit_line": "varchar",
    "licence": "varchar",
    "image_id": "int",
    "image_caption": "varchar",
}
BODY: Columns = {"article_id": "int", "html": "text", "text": "text", "blocks": "text"}
CREDIT: Columns = {
    "id": "int",
    "article_id": "int",
    "author_id": "int",
    "role": "varchar",
    "name": "varchar",
    "position": "int",
    "listed_at": "time",
}
RELATION: Columns = {
    "id": "int",
    "article_id": "int",
    "kind": "varchar",
    "position": "int",
    "target_id": "int",
    "reference_id": "int",
}
ARTICLE_TAG: Columns = {"id": "int", "article_id": "int", "tag_id": "int", "position": "int", "listed_at": "time"}

_ARTICLE_JOIN = re.compile(r" ?LEFT JOIN article (\S+) ON (.+?)(?= LEFT JOIN |$)")
_NEVER_SHOWN = "('TRASHED','TAKEN_DOWN')"


class Shadow:
    """Something that a root field asks for in place of what is public now. Equal ones share a statement."""

    def picked(self, writing: Writing) -> str:
        """The revisions shown: a SELECT of id, revision_id, live_from, slug and view_count of their articles."""
        raise NotImplementedError

    def hidden(self, _writing: Writing) -> str:
        """SELECTs, each after a UNION, of the ids of further public articles that are not shown."""
        return ""

    def publications(self, _writing: Writing) -> str:
        """The expression that stands before the publications; empty if none does."""
        return ""

    def refusal(self, _values: Mapping[str, Any], _viewer: Viewer) -> CMSError | None:
        """Why the viewer must not even ask; `values` are the request's variables and words."""
        return None

    def missing(self, _values: Mapping[str, Any]) -> CMSError | None:
        """What it means that there is no article; None when that is an answer like others."""
        return None

    def is_private(self, _values: Mapping[str, Any]) -> bool:
        """Whether no cache may keep the answer."""
        return True


@dataclass(frozen=True)
class Preview(Shadow):
    """What the link with a secret shows."""

    secret: object

    def picked(self, writing: Writing) -> str:
        """The revision of the link; no row if the link is not valid."""
        public = writing.dialect.public
        secret = writing.bind("preview", self.secret, convert=lambda _name, secret: digest(secret))
        return (
            "SELECT d.id,coalesce(l.revision_id,"
            f"(SELECT x.id FROM {public}.revision x WHERE x.draft_id=d.id ORDER BY x.number DESC LIMIT 1)),"
            f"@now,d.slug,d.view_count FROM {public}.preview_link l JOIN {public}.draft d ON d.id=l.draft_id"
            f" WHERE l.secret_hash={secret} AND l.revoked_at IS NULL AND l.expires_at>@now"
            f" AND d.status NOT IN {_NEVER_SHOWN}"
            f" AND NOT EXISTS(SELECT 1 FROM {public}.user_account u WHERE u.id=l.user_id AND u.is_disabled)"
        )

    def missing(self, _values: Mapping[str, Any]) -> CMSError | None:
        """The same for every secret that shows nothing."""
        return PreviewNotValid()


@dataclass(frozen=True)
class OfRevision(Shadow):
    """A draft as it was at a version, for those who may see it."""

    id: object
    revision: object

    def picked(self, writing: Writing) -> str:
        """The revision; no row if the viewer may not know of it."""
        public = writing.dialect.public
        draft = writing.bind("id", self.id, "int", row_number("Article"))
        number = writing.bind("revision", self.revision, "int")
        return (
            f"SELECT d.id,r.id,@now,d.slug,d.view_count FROM {public}.draft d JOIN {public}.revision r ON r.id="
            f"(SELECT x.id FROM {public}.revision x WHERE x.draft_id=d.id AND x.number<={number}"
            " ORDER BY x.number DESC LIMIT 1)"
            f" WHERE d.id={draft} AND (@sees_all=1 OR d.owner_id=@viewer OR d.assignee_id=@viewer)"
        )

    def refusal(self, _values: Mapping[str, Any], viewer: Viewer) -> CMSError | None:
        """The viewer sees no drafts at all."""
        return None if Permission.WRITE in viewer.permissions else Forbidden(Permission.WRITE)

    def missing(self, values: Mapping[str, Any]) -> CMSError | None:
        """There is none, or the viewer may not know of it."""
        return NotFound("article", resolved(self.id, values))


@dataclass(frozen=True)
class AsOf(Shadow):
    """What is public at another moment."""

    moment: object

    def picked(self, writing: Writing) -> str:
        """What was public at the moment and is not now in this form, and what will be and is not yet."""
        public, moment = writing.dialect.public, self._bound(writing)
        past = (
            "SELECT p.draft_id,p.revision_id,p.live_from,coalesce(nullif(p.slug,''),a.slug,d.slug),"
            "coalesce(a.view_count,d.view_count)"
            f" FROM {public}.publication p JOIN {public}.draft d ON d.id=p.draft_id"
            f" LEFT JOIN {public}.article a ON a.id=p.draft_id"
            f" WHERE p.live_from<={moment} AND p.live_until>{moment} AND d.status NOT IN {_NEVER_SHOWN}"
            # An embargo on what was public before holds for its past as well.
            " AND (d.embargo_until IS NULL OR d.embargo_until<=@now OR d.status='PUBLISHED')"
        )
        to_come = (
            "SELECT s.draft_id,s.revision_id,s.due_at,d.slug,d.view_count"
            f" FROM {public}.schedule s JOIN {public}.draft d ON d.id=s.draft_id"
            f" WHERE {_planned('s', 'PUBLISH', moment)} AND d.status NOT IN {_NEVER_SHOWN}"
            f" AND NOT EXISTS(SELECT 1 FROM {public}.schedule u WHERE {_planned('u', 'UNPUBLISH', moment)}"
            " AND u.draft_id=s.draft_id AND (u.due_at,u.id)>(s.due_at,s.id))"
        )
        return f"{past} UNION ALL {to_come}"

    def hidden(self, writing: Writing) -> str:
        """What went live after the moment, and what will not be public any more by then."""
        public, moment = writing.dialect.public, self._bound(writing)
        return (
            f" UNION SELECT p.draft_id FROM {public}.publication p WHERE p.live_until IS NULL AND p.live_from>{moment}"
            f" UNION SELECT s.draft_id FROM {public}.schedule s WHERE {_planned('s', 'UNPUBLISH', moment)}"
        )

    def publications(self, writing: Writing) -> str:
        """The publications as they were then."""
        public, moment = writing.dialect.public, self._bound(writing)
        return (
            "publication(id,draft_id,revision_id,live_from,live_until,slug,note) AS NOT MATERIALIZED (SELECT"
            f" id,draft_id,revision_id,live_from,CASE WHEN live_until<={moment} THEN live_until END,slug,note"
            f" FROM {public}.publication WHERE live_from<={moment})"
        )

    def refusal(self, values: Mapping[str, Any], viewer: Viewer) -> CMSError | None:
        """What is to come is not for everybody."""
        may_ask = Permission.EDIT in viewer.permissions or not self.is_private(values)
        return None if may_ask else Forbidden(Permission.EDIT)

    def is_private(self, values: Mapping[str, Any]) -> bool:
        """What is to come."""
        moment: datetime = resolved(self.moment, values)
        now: datetime = values["@now"]
        return moment.replace(microsecond=0) > now.replace(microsecond=0)

    def _bound(self, writing: Writing) -> str:
        return writing.bind("asOf", self.moment, "time")


def _planned(alias: str, act: str, moment: str) -> str:
    """The condition for a plan that will have been carried out by the moment, if that is to come."""
    return (
        f"{alias}.state='PENDING' AND {alias}.act='{act}' AND {alias}.due_at<={moment}"
        f" AND {moment}>@now AND @sees_all=1"
    )


def shadow_of(described: One | Many | Page, values: Mapping[str, Any]) -> Shadow | None:
    """What a root field asks for instead of what is public now; `values` are its coerced arguments.

    Raises:
        BadUserInput: its arguments contradict each other.
    """
    given = {
        name: values.get(_GRAPHQL_NAMES[name])
        for name, argument in _ARGUMENTS.items()
        if described.arguments.get(name) is argument and values.get(_GRAPHQL_NAMES[name]) is not None
    }
    if len(given) > 1:
        raise BadUserInput(_GRAPHQL_NAMES[list(given)[-1]], "give only one of preview, revision and asOf")
    if "preview" in given:
        return Preview(given["preview"])
    if "as_of" in given:
        return AsOf(given["as_of"])
    if "revision" in given:
        if values.get("id") is None:
            raise BadUserInput("revision", "give the id of the article, too")
        return OfRevision(values["id"], given["revision"])
    return None


def split_joins(rows: Rows) -> tuple[str, dict[str, str]]:
    """The joins of the rows without those of articles that may be the node, and these joins' conditions by alias.

    A table that stands before another is made whole for every LEFT JOIN that it is in, so that a statement looks up
    each such article by itself.
    """
    members = {*rows.members.values(), rows.node}
    apart = {alias: on for alias, on in _ARTICLE_JOIN.findall(rows.joins) if alias in members}
    kept = _ARTICLE_JOIN.sub(lambda found: "" if found[1] in apart else found[0], rows.joins)
    return kept, apart


def expressions(shadow: Shadow, writing: Writing) -> list[str]:
    """The common table expressions that a statement begins with."""
    live_from = writing.dialect.cast("k.live_from", "time")
    picked = (
        f"SELECT k.id,k.revision_id,{live_from},k.slug,k.view_count,r.snapshot->'article'"
        f" FROM chosen k JOIN {writing.dialect.public}.revision r ON r.id=k.revision_id"
    )
    found = [
        f"chosen(id,revision_id,live_from,slug,view_count) AS ({shadow.picked(writing)})",
        f"picked(id,revision_id,live_from,slug,view_count,article) AS MATERIALIZED ({picked})",
        f"replaced(id) AS MATERIALIZED (SELECT id FROM picked{shadow.hidden(writing)})",
        _shown_articles(writing),
        _shown("credit", CREDIT, _credits(writing), writing),
        _shown("relation", RELATION, _relations(writing), writing),
        _shown("article_tag", ARTICLE_TAG, _tags(writing), writing),
        _shadow_of_table("article", ARTICLE, "id", "SELECT * FROM shown_article", writing),
        _shadow_of_table("article_body", BODY, "article_id", _bodies(writing), writing),
        _shadow_of_table("credit", CREDIT, "article_id", "SELECT * FROM shown_credit", writing),
        _shadow_of_table("relation", RELATION, "article_id", "SELECT * FROM shown_relation", writing),
        _shadow_of_table("article_tag", ARTICLE_TAG, "article_id", "SELECT * FROM shown_article_tag", writing),
        _stories(writing),
        shadow.publications(writing),
    ]
    return [expression for expression in found if expression]


def _stories(writing: Writing) -> str:
    """The stories, without the articles that are not shown as they are today: what their texts are like is not known.

    Whoever comes next leads then, and an article that is left alone is no story.
    """
    kept = (
        "SELECT c.article_id,c.story_id,row_number() OVER (PARTITION BY c.story_id ORDER BY c.place) AS turn,"
        f"count(*) OVER (PARTITION BY c.story_id) AS many FROM {writing.dialect.public}.copy c"
        " WHERE c.article_id NOT IN (SELECT id FROM replaced)"
    )
    return (
        "copy(article_id,story_id,is_lead,place) AS MATERIALIZED"
        f" (SELECT s.article_id,s.story_id,s.turn=1,s.turn-1 FROM ({kept}) s WHERE s.many>1)"
    )


def _shadow_of_table(name: str, columns: Columns, article: str, shown: str, writing: Writing) -> str:
    """The rows of a public table, those of replaced articles left out, and the shown ones instead."""
    names = ",".join(columns)
    kept = f"SELECT {names} FROM {writing.dialect.public}.{name} WHERE {article} NOT IN (SELECT id FROM replaced)"
    return f"{name}({names}) AS NOT MATERIALIZED ({kept} UNION ALL {shown})"


def _cast(columns: Columns, values: Mapping[str, str], writing: Writing) -> str:
    """The values in the order and with the types of the columns: only then can an index of the table be used."""
    return ",".join(writing.dialect.cast(values[name], kind) for name, kind in columns.items())


def _shown_articles(writing: Writing) -> str:
    """The article rows of the picked revisions, as cms/projection.py writes them."""
    dialect, public = writing.dialect, writing.dialect.public
    values = {name: f"k.article->>'{name}'" for name in ARTICLE}
    dated = dialect.cast(values["published_at"], "time")
    is_first = "coalesce(d.first_published_at,k.live_from)=k.live_from"
    values |= {
        "id": "k.id",
        "revision_id": "k.revision_id",
        "slug": "k.slug",
        "path": "'/articles/'||k.id||'-'||k.slug",
        "listed_at": f"coalesce({dated},d.first_published_at,k.live_from)",
        "modified_at": f"CASE WHEN {dated}<k.live_from AND {is_first} THEN {dated} ELSE k.live_from END",
        "view_count": "k.view_count",
        "source_id": _followed("source", values["source_id"], writing),
        "category_id": _followed("category", values["category_id"], writing),
        # Of revisions from before articles had pictures, and of pictures that were deleted, there is none.
        "image_id": f"(SELECT x.id FROM {public}.asset x WHERE x.id={dialect.cast(values['image_id'], 'int')})",
        "image_caption": f"coalesce({values['image_caption']},'')",
    }
    rows = f"SELECT {_cast(ARTICLE, values, writing)} FROM picked k JOIN {public}.draft d ON d.id=k.id"
    return f"shown_article({','.join(ARTICLE)}) AS MATERIALIZED ({rows})"


def _bodies(writing: Writing) -> str:
    """The bodies of the picked revisions; read only when they are asked for."""
    inside = writing.dialect.inside
    values = {name: inside("r.snapshot", "body", name) for name in BODY} | {"article_id": "k.id"}
    source = f"picked k JOIN {writing.dialect.public}.revision r ON r.id=k.revision_id"
    return f"SELECT {_cast(BODY, values, writing)} FROM {source}"


def _shown(table: str, columns: Columns, links: str, writing: Writing) -> str:
    """The rows of the picked revisions' links of one sort, numbered anew: each place once, ids that no row has."""
    values = {name: f"c.{name}" for name in columns}
    values |= {
        "id": "-row_number() OVER (ORDER BY c.article_id,c.place)",
        "position": "row_number() OVER (PARTITION BY c.article_id ORDER BY c.place)-1",
    }
    source = f"({links}) c"
    if "listed_at" in columns:
        values["listed_at"] = "a.listed_at"
        source += " JOIN shown_article a ON a.id=c.article_id"
    rows = f"SELECT {_cast(columns, values, writing)} FROM {source} WHERE c.turn=1"
    return f"shown_{table}({','.join(columns)}) AS MATERIALIZED ({rows})"


def _listed(name: str, writing: Writing) -> str:
    """The items `e` of a list in the snapshots `r` of the picked revisions `k`."""
    dialect = writing.dialect
    each = dialect.each(f"r.snapshot->'{name}'")
    return f"picked k JOIN {dialect.public}.revision r ON r.id=k.revision_id CROSS JOIN {each} e"


def _credits(writing: Writing) -> str:
    """The credits; what was merged into one author since stands at its first place."""
    author = _followed("author", "e.value->>'author_id'", writing)
    found = (
        f"SELECT k.id AS article_id,e.key AS place,{author} AS author_id,e.value->>'role' AS role,"
        f"e.value->>'name' AS name FROM {_listed('credits', writing)}"
    )
    turn = "row_number() OVER (PARTITION BY b.article_id,b.author_id,b.role ORDER BY b.place)"
    return f"SELECT b.*,{turn} AS turn FROM ({found}) b WHERE b.author_id IS NOT NULL"


def _relations(writing: Writing) -> str:
    """The relations whose target or reference is still there."""
    public, cast = writing.dialect.public, writing.dialect.cast
    target, reference = cast("e.value->>'target_id'", "int"), cast("e.value->>'reference_id'", "int")
    found = (
        f"SELECT k.id AS article_id,e.key AS place,e.value->>'kind' AS kind,{target} AS target_id,"
        f"{reference} AS reference_id,1 AS turn FROM {_listed('relations', writing)}"
    )
    return (
        f"SELECT b.* FROM ({found}) b WHERE CASE WHEN b.target_id IS NULL"
        f" THEN EXISTS(SELECT 1 FROM {public}.reference x WHERE x.id=b.reference_id)"
        f" ELSE b.target_id<>b.article_id AND EXISTS(SELECT 1 FROM {public}.draft x WHERE x.id=b.target_id) END"
    )


def _tags(writing: Writing) -> str:
    """The tags; what was merged into one since stands at its first place."""
    tag = _followed("tag", writing.dialect.inside("e.value"), writing)
    found = f"SELECT k.id AS article_id,e.key AS place,{tag} AS tag_id FROM {_listed('tags', writing)}"
    turn = "row_number() OVER (PARTITION BY b.article_id,b.tag_id ORDER BY b.place)"
    return f"SELECT b.*,{turn} AS turn FROM ({found}) b WHERE b.tag_id IS NOT NULL"


def _followed(table: str, number: str, writing: Writing) -> str:
    """The id that a snapshot's id of a source, category, author or tag leads to today; null when there is none."""
    public, wanted = writing.dialect.public, writing.dialect.cast(number, "int")
    leads = f"SELECT y.target_id FROM {public}.redirect y WHERE y.kind='{table.upper()}' AND y.former_id={wanted}"
    return (
        f"coalesce((SELECT x.id FROM {public}.{table} x WHERE x.id={wanted}),"
        f"(SELECT max(x.id) FROM {public}.{table} x WHERE x.id IN ({leads})))"
    )
