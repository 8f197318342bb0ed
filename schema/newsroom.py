"""What editors ask for: drafts, their revisions, and what is planned for them. Described like what readers ask for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import strawberry

from cms.errors import BadUserInput
from cms.permissions import Permission
from cms.search import query
from cms.words import SearchProblem
from schema.colleagues import Colleague
from schema.connection import Connection
from schema.content import Article, Author, Category, Reference, Source, Tag
from schema.describe import Argument, Key, Order, Rows, SQLType, column, connection, first_argument, many, one
from schema.enums import CreditRole, DraftStatus, EvidenceOrigin, RelationKind, ReviewState, ScheduleAct, ScheduleState
from schema.ids import row_number
from schema.orders import BY_DUE, BY_EVIDENCE, BY_ID, BY_LIVE, BY_NUMBER, BY_PLACE_ALONE, DraftOrder
from schema.pictures import IMAGE_OF_REVISION, Image
from schema.presence import BY_COMING, THERE, Presence
from schema.previews import BY_NEWEST, LINKS_OF_DRAFT, PreviewLink
from schema.related import BY_SCORE, SUGGESTED
from schema.scalars import JSON
from schema.translations import draft_translations
from schema.where import DraftWhere, ScheduleWhere

# In the order in which the dialects take them (schema/dialects.py).
_READ: tuple[tuple[SQLType, Callable[[query.Query], Any]], ...] = (
    ("text", query.sqlite_text),
    ("text", query.sqlite_characters),
    ("text", lambda asked: query.sqlite_text(asked, excluded=True)),
    ("text", lambda asked: query.sqlite_characters(asked, excluded=True)),
    ("text", query.postgres_lexemes),
    ("json", query.postgres_words),
    ("json", query.postgres_not_words),
    ("json", query.postgres_heading),
    ("json", query.postgres_not_heading),
)
_PROBLEMS = {
    SearchProblem.NOTHING_TO_FIND: "it has no letter, digit or emoji",
    SearchProblem.ONLY_EXCLUSIONS: "it only says what must not be found",
    SearchProblem.TOO_LONG: f"it has more than {query.LONGEST_QUERY} characters",
    SearchProblem.TOO_MANY_WORDS: f"it has more than {query.MOST_TERMS} words and phrases",
}


def _searched(read: Callable[[query.Query], Any]) -> Callable[[str, str], Any]:
    def convert(name: str, text: str) -> Any:
        asked = query.parse(text)
        if asked.problem:
            raise BadUserInput(name, _PROBLEMS[asked.problem])
        return read(asked)

    return convert


SEARCH = Argument(
    str | None,
    "Only those whose newest revision has all words of a query, which is read as that of `search`.",
    "{t}.id IN (SELECT e.draft_id FROM draft_search_entry e WHERE e.id IN"
    f" (@found[draft_search;{';'.join(['{value}', *(f'{{value_{place}}}' for place in range(2, 10))])}]))",
    parts=tuple((kind, _searched(read)) for kind, read in _READ),
)
SEES = "(@sees_all=1 OR {t}.owner_id=@viewer OR {t}.assignee_id=@viewer)"
SEES_ITS_DRAFT = "EXISTS(SELECT 1 FROM draft v WHERE v.id={t}.draft_id AND " + SEES.replace("{t}", "v") + ")"


def held(path: str, kind: str = "") -> str:
    """The template of a value in a revision's snapshot, such as `article.title`; `kind` is the SQL type of a number."""
    part, name = path.split(".")
    value = f"{{t}}.snapshot->'{part}'->>'{name}'"
    return f"CAST({value} AS {kind})" if kind else f"({value})"


def listed(name: str, columns: str) -> Rows:
    """The rows of a list in a revision's snapshot, in order: its place as `place`, and these columns."""
    return Rows(
        f"(SELECT e.key AS place,{columns} FROM revision r,@each[r.snapshot->'{name}'] e"
        " WHERE r.id={key} ORDER BY 1 LIMIT {limit})",
        key="{p}.id",
    )


def colleague(key: str, description: str) -> Any:
    """A field that is the user whose number the key is."""
    return one(Rows("user_account", "{t}.id={key}", key=f"{{p}}.{key}"), description)


def _followed(table: str, number: str) -> str:
    """Where the id of something leads that may have been merged."""
    leads = f"SELECT d.target_id FROM redirect d WHERE d.kind='{table.upper()}' AND d.former_id={number}"
    return f"coalesce(({leads}),{number})"


# After a merge two places may lead to one author or tag; as in public, the first one counts.
CREDITS = (
    "(SELECT q.place,q.name,q.role,q.author_id FROM (SELECT c.*,row_number() OVER"
    " (PARTITION BY c.author_id,c.role ORDER BY c.place) AS turn FROM"
    " (SELECT e.key AS place,e.value->>'name' AS name,e.value->>'role' AS role,"
    + _followed("author", "CAST(e.value->>'author_id' AS INTEGER)")
    + " AS author_id FROM revision r,@each[r.snapshot->'credits'] e WHERE r.id={key}) c) q"
    " WHERE q.turn=1 ORDER BY 1 LIMIT {limit})"
)
TAGS = (
    "(SELECT q.place,q.tag_id FROM (SELECT e.key AS place,g.id AS tag_id,row_number() OVER"
    " (PARTITION BY g.id ORDER BY e.key) AS turn FROM revision r,@each[r.snapshot->'tags'] e JOIN tag g ON g.id="
    + _followed("tag", "CAST(e.value AS INTEGER)")
    + " WHERE r.id={key}) q WHERE q.turn=1 ORDER BY 1 LIMIT {limit})"
)


# A verdict is kept with the smaller id first.
POSSIBLE_DUPLICATES = (
    "(SELECT l.other_id,l.similarity,v.is_copy IS TRUE AS is_marked FROM look_alike l JOIN draft d ON d.id=l.other_id"
    " LEFT JOIN copy_verdict v ON v.draft_id=CASE WHEN l.draft_id<l.other_id THEN l.draft_id ELSE l.other_id END"
    " AND v.other_id=CASE WHEN l.draft_id<l.other_id THEN l.other_id ELSE l.draft_id END"
    f" WHERE l.draft_id={{key}} AND d.status<>'TRASHED' AND {SEES.replace('{t}', 'd')} AND v.is_copy IS NOT FALSE"
    " UNION ALL SELECT d.id,NULL,true FROM copy_verdict v JOIN draft d"
    " ON d.id=CASE WHEN v.draft_id={key} THEN v.other_id ELSE v.draft_id END"
    " WHERE v.is_copy AND (v.draft_id={key} OR v.other_id={key})"
    " AND NOT EXISTS(SELECT 1 FROM look_alike l WHERE l.draft_id={key} AND l.other_id=d.id)"
    f" AND d.status<>'TRASHED' AND {SEES.replace('{t}', 'd')} ORDER BY 2 DESC NULLS LAST,1 LIMIT {{limit}})"
)
BY_SIMILARITY = Order("SIMILARITY", (Key("coalesce(-{t}.similarity,1)", "int"), Key("{t}.other_id", "int")))


@strawberry.type(description="One place of a draft's byline.")
class DraftCredit:
    """A credit of a revision."""

    name: str = column("The name as it will be printed.")
    role: CreditRole = column("What the author did for the article.")
    position: int = column("The place in the byline, from 0.", "{t}.place")
    author: Author | None = one(
        Rows("author", "{t}.id={key}", key="{p}.author_id"),
        "Who it is, and after a merge, into whom; null if the author was deleted.",
    )


@strawberry.type(description="An ordered, typed link of a draft. What was deleted has neither target nor reference.")
class DraftRelation:
    """A relation of a revision."""

    kind: RelationKind = column("How the target stands to the article.")
    position: int = column("The place among the links, from 0.", "{t}.place")
    target: Draft | None = one(
        Rows("draft", "{t}.id={key} AND " + SEES, key="{p}.target_id"),
        "The article here that it points at; null for a reference, and for what the viewer may not see.",
    )
    reference: Reference | None = one(
        Rows("reference", "{t}.id={key}", key="{p}.reference_id"), "The article elsewhere that it points at."
    )


@strawberry.type(description="A whole copy of a draft at one time, links and their order included. It never changes.")
class Revision:
    """A revision."""

    id: strawberry.ID = column("The id, of the form rev_17.")
    number: int = column("The draft's version that it made; it names the revision within its draft.")
    name: str = column("What an editor called it, or empty.")
    actor: str = column("Who made it.")
    user: Colleague | None = colleague("user_id", "Who made it; null for the command line and for deleted users.")
    created_at: datetime = column("When it was made.")
    is_autosave: bool = column("Whether the Studio saved it by itself. Later saves of the same run take its place.")
    is_live: bool = column(
        "Whether this is what readers see.", "EXISTS(SELECT 1 FROM article v WHERE v.revision_id={t}.id)"
    )
    title: str = column("The headline.", held("article.title"))
    slug: str = column(
        "The headline for addresses that the draft had; empty in revisions made before slugs were kept.",
        "coalesce({t}.snapshot->>'slug','')",
    )
    subtitle: str = column("The second headline, or empty.", held("article.subtitle"))
    html: str = column("The body as sanitised HTML.", held("body.html"))
    text: str = column("The body as plain text.", held("body.text"))
    excerpt: str = column("The lead, typed or made from the body.", held("article.excerpt"))
    typed_excerpt: str = column("The lead that an editor typed, or empty.", "({t}.snapshot->>'typed_excerpt')")
    byline: str = column("The byline as printed, or empty.", held("article.byline"))
    language: str = column("The language (BCP 47).", held("article.language"))
    published_at: datetime | None = column("The date for readers.", held("article.published_at"), is_json=True)
    collected_at: datetime | None = column("When it was imported.", held("article.collected_at"), is_json=True)
    canonical_url: str = column("The address of the original, or empty.", held("article.canonical_url"))
    urgency: int | None = column("1 (most urgent) to 9.", held("article.urgency", "INTEGER"))
    word_count: int = column("Its length in words.", held("article.word_count", "INTEGER"))
    reading_minutes: int = column("How long it takes to read.", held("article.reading_minutes", "INTEGER"))
    credit_line: str = column("How it has to be credited, or empty.", held("article.credit_line"))
    licence: str = column("The licence, or empty.", held("article.licence"))
    image: Image | None = one(IMAGE_OF_REVISION, "The picture that stands for it, with the caption it would have.")
    image_caption: str = column(
        "What an editor gave as caption of that picture in this article alone, or empty.",
        "coalesce({t}.snapshot->'article'->>'image_caption','')",
    )
    source: Source | None = one(
        Rows(
            "source",
            "{t}.id=" + _followed("source", "{key}"),
            key="CAST({p}.snapshot->'article'->>'source_id' AS INTEGER)",
        ),
        "Who published it first.",
    )
    category: Category | None = one(
        Rows(
            "category",
            "{t}.id=" + _followed("category", "{key}"),
            key="CAST({p}.snapshot->'article'->>'category_id' AS INTEGER)",
        ),
        "Where it stands in the tree.",
    )
    credits: list[DraftCredit] = many(
        Rows(CREDITS, key="{p}.id"),
        BY_PLACE_ALONE,
        "The byline, in order; whoever stands there twice since a merge is shown at the first place.",
    )
    relations: list[DraftRelation] = many(
        listed(
            "relations",
            "e.value->>'kind' AS kind,CAST(e.value->>'target_id' AS INTEGER) AS target_id,"
            "CAST(e.value->>'reference_id' AS INTEGER) AS reference_id",
        ),
        BY_PLACE_ALONE,
        "The links to other articles, in order.",
    )
    tags: list[Tag] = many(
        Rows(
            TAGS,
            key="{p}.id",
            joins="LEFT JOIN tag {t}_g ON {t}_g.id={t}.tag_id",
            node="{t}_g",
        ),
        BY_PLACE_ALONE,
        "The keywords, in order; those deleted since are left out.",
    )


@strawberry.type(description="Something that the server will do to a draft at a time, or did, or could not do.")
class Schedule:
    """A schedule."""

    id: strawberry.ID = column("The id, of the form sch_17.")
    act: ScheduleAct = column("What is planned.")
    state: ScheduleState = column("What became of it.")
    due_at: datetime = column("When.")
    actor: str = column("Who planned it.")
    created_at: datetime = column("When it was planned.")
    ended_at: datetime | None = column("When it was carried out, cancelled or failed.")
    outcome: str = column("Why it failed or was cancelled, or empty.")
    revision: Revision | None = one(
        Rows("revision", "{t}.id={key}", key="{p}.revision_id"),
        "What goes live, whatever is edited until then; null for UNPUBLISH.",
    )
    is_newest: bool = column(
        "Whether nothing was edited since the revision that goes live.",
        "NOT EXISTS(SELECT 1 FROM revision v JOIN revision w ON w.draft_id=v.draft_id AND w.number>v.number"
        " WHERE v.id={t}.revision_id)",
    )
    draft: Draft = one(Rows("draft", "{t}.id={key}", key="{p}.draft_id"), "What it is about.")


@strawberry.type(description="The time in which a revision was public.")
class Publication:
    """A publication."""

    live_from: datetime = column("Since when.")
    live_until: datetime | None = column("Until when; null while it is public.")
    note: str = column("The public correction note, or empty.")
    revision: Revision | None = one(Rows("revision", "{t}.id={key}", key="{p}.revision_id"), "What was public.")


@strawberry.type(description="Who has a draft open. It hinders nobody; `expiresAt` may have passed by a few seconds.")
class Lock:
    """A lock."""

    user: Colleague = colleague("user_id", "Who.")
    held_since: datetime = column("Since when.")
    expires_at: datetime = column("Until when, unless the editor says so again.")


@strawberry.type(description="Another draft with nearly the same text, or one that an editor called a copy.")
class PossibleDuplicate:
    """A pair that is alike."""

    similarity: int | None = column(
        "How much of both newest texts is the same, per mille; null of a pair that is not alike and was called copies."
    )
    is_marked: bool = column("Whether an editor called them copies.")
    draft: Draft = one(Rows("draft", "{t}.id={key}", key="{p}.other_id"), "The other one.")


@strawberry.type(description="Where an import found one value of a draft. It stays as it is when the draft is edited.")
class Evidence:
    """Evidence."""

    field: str = column("The field of the draft, as inputs name it: title, publishedAt, sourceId, credits and so on.")
    origin: EvidenceOrigin = column("What kind of place it was found at.")
    text: str = column("The words that stood there, at most 500 characters.")
    confidence: int = column("How sure it is, in percent; from 60 on a value is set.")
    is_suggestion: bool = column("Whether it was not sure enough to be set: see `suggestions`.")
    value: str = column("What is suggested; empty for what was set.")


@strawberry.type(description="A public article that a draft might link, since it is about the same.")
class RelatedSuggestion:
    """A suggestion."""

    score: int = column("How close the two are, 1 to 1000.")
    reason: list[str] = column("The words that both share, those that tell most first.", "{t}.keywords")
    article: Article = one(Rows("article", "{t}.id={key}", key="{p}.target_id"), "The article.")


@strawberry.type(description="An article as the newsroom works on it. It has one id for its whole life, public or not.")
class Draft:
    """A draft."""

    id: strawberry.ID = column("The id, that of the article: art_17.")
    status: DraftStatus = column("Where it stands between newsroom and public.")
    review: ReviewState = column("Whether it waits for a review.")
    review_note: str = column("What the last reviewer asked for, or empty.")
    version: int = column("Grows with every change; give it back as `expectedVersion`.")
    title: str = column("The headline of the newest revision.")
    slug: str = column("The headline for addresses.")
    created_at: datetime = column("When it was made.")
    updated_at: datetime = column("When it last changed.")
    first_published_at: datetime | None = column("When it was first public.")
    embargo_until: datetime | None = column("Nobody can publish it before that.")
    trashed_at: datetime | None = column("When it was put into the trash.")
    suggestions: JSON = column("What an import found but could not be sure of; goes when its field is edited.")
    evidence: list[Evidence] = many(
        Rows("evidence", "{t}.draft_id={key}", key="{p}.id"),
        BY_EVIDENCE,
        "Where an import found its values, in the order they were read; none for what was written here. 100 at most.",
    )
    has_unpublished_changes: bool = column(
        "Whether it is public, and was edited since.",
        "EXISTS(SELECT 1 FROM article v JOIN revision w ON w.id=v.revision_id JOIN revision n ON n.draft_id=v.id"
        " AND n.number>w.number WHERE v.id={t}.id)",
    )
    owner: Colleague | None = colleague("owner_id", "Who made it.")
    assignee: Colleague | None = colleague("assignee_id", "Who shall go on with it.")
    source: Source | None = one(Rows("source", "{t}.id={key}", key="{p}.source_id"), "The newest revision's source.")
    category: Category | None = one(
        Rows("category", "{t}.id={key}", key="{p}.category_id"), "The newest revision's category."
    )
    article: Article | None = one(Rows("article", "{t}.id={key}", key="{p}.id"), "What readers see; null if nothing.")
    head: Revision = one(
        Rows(
            "revision",
            "{t}.draft_id={key} AND {t}.number=(SELECT max(n.number) FROM revision n WHERE n.draft_id={key})",
            key="{p}.id",
        ),
        "The newest revision: what an editor goes on with.",
    )
    live: Revision | None = one(
        Rows("revision", "{t}.id=(SELECT v.revision_id FROM article v WHERE v.id={key})", key="{p}.id"),
        "The revision that is public.",
    )
    revision: Revision | None = one(
        Rows("revision", "{t}.draft_id={key} AND {t}.superseded_at IS NULL", key="{p}.id"),
        "One revision by its number.",
        number=Argument(int, "Its number.", "{t}.number={value}", sql_type="int"),
    )
    revisions: Connection[Revision] = connection(
        Rows("revision", "{t}.draft_id={key} AND {t}.superseded_at IS NULL", key="{p}.id"),
        BY_NUMBER,
        "Its revisions, the newest first. Autosaves that a later save stands for are left out.",
    )
    publications: list[Publication] = many(
        Rows("publication", "{t}.draft_id={key}", key="{p}.id"),
        BY_LIVE,
        "When which revision was public, the latest first; 100 at most.",
    )
    schedules: list[Schedule] = many(
        Rows("schedule", "{t}.draft_id={key}", key="{p}.id"),
        BY_DUE,
        "What is planned for it, the next first; 100 at most.",
        state=Argument(
            ScheduleState | None, "Only those in this state.", "{t}.state={value}", default=ScheduleState.PENDING
        ),
    )
    preview_links: list[PreviewLink] = many(
        LINKS_OF_DRAFT, BY_NEWEST, "Its preview links, the newest first, ended ones too; 100 at most."
    )
    possible_duplicates: list[PossibleDuplicate] = many(
        Rows(POSSIBLE_DUPLICATES, key="{p}.id"),
        BY_SIMILARITY,
        "Other drafts with nearly the same newest text, as far as the viewer may see them, the likest first; 100 at"
        " most. Those in the trash, and those that an editor called no copies, are left out.",
        typical=1,
    )
    related_suggestions: list[RelatedSuggestion] = many(
        SUGGESTED,
        BY_SCORE,
        "What it might link: public articles about the same as its newest revision, the closest first, without what it"
        " links already. They are there a moment after a save.",
        first=first_argument(10),
    )
    translation_of: Draft | None = one(
        Rows("draft", "{t}.id={key} AND " + SEES, key="{p}.translation_of_id"),
        "What it translates: the first of its newest revision's links of the kind TRANSLATION_OF; null for none, and"
        " for what the viewer may not see.",
    )
    translations: list[Draft] = many(
        draft_translations(SEES),
        BY_ID,
        "The same in other languages, public or not, as far as the viewer may see them: what it translates, what"
        " translates it, and what translates the same. Those in the trash are left out; 100 at most.",
        typical=1,
    )
    lock: Lock | None = one(
        Rows("draft_lock", "{t}.draft_id={key} AND {t}.expires_at>@now", key="{p}.id"), "Who has it open."
    )
    presence: list[Presence] = many(
        THERE,
        BY_COMING,
        "Who has it before them now, the viewer too, whoever came first at the head; 100 at most. They are there by"
        " `announcePresence`.",
        typical=2,
    )


@strawberry.type
class NewsroomQueries:
    """The entry points for editors."""

    draft: Draft | None = one(
        Rows("draft", SEES),
        "One draft by its id; null if it is not there, or not for the viewer to see.",
        permission=Permission.WRITE,
        id=Argument(strawberry.ID, "Its id, such as art_17.", "{t}.id={value}", row_number("Article"), "int"),
    )
    drafts: Connection[Draft] | None = connection(
        Rows("draft", SEES + " AND {t}.status<>'TRASHED'"),
        DraftOrder,
        "Drafts that are not in the trash: all for editors, the own and the assigned ones for contributors.",
        where=DraftWhere,
        default_order=DraftOrder.RECENTLY_UPDATED,
        permission=Permission.WRITE,
        search=SEARCH,
    )
    trash: Connection[Draft] | None = connection(
        Rows("draft", SEES + " AND {t}.status='TRASHED'"),
        DraftOrder,
        "Drafts in the trash, as far as the viewer may see them.",
        where=DraftWhere,
        default_order=DraftOrder.RECENTLY_UPDATED,
        permission=Permission.WRITE,
        search=SEARCH,
    )
    schedules: Connection[Schedule] | None = connection(
        Rows("schedule", SEES_ITS_DRAFT),
        BY_DUE,
        "What will go live, or no longer be, and when: the next first.",
        where=ScheduleWhere,
        permission=Permission.WRITE,
    )
