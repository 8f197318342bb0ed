"""The statements written by hand: for each workload the SQL that makes its JSON, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

Bind = Callable[[dict[str, Any]], Any]
WRITERS = "('AUTHOR','REPORTER','CORRESPONDENT')"


class SQLite:
    """JSON and times of SQLite."""

    obj = "json_object"

    def param(self, number: int, _kind: str = "text") -> str:
        """A value of the request."""
        return f":p{number}"

    def one(self, sql: str) -> str:
        """The object that a sub-select makes."""
        return f"json(({sql}))"

    def rows(self, sql: str) -> str:
        """The list of the objects `x` that a sub-select makes, in its order."""
        return f"json((SELECT json_group_array(json(x)) FROM ({sql})))"

    def time(self, column: str) -> str:
        """A column of time."""
        return column

    def flag(self, column: str) -> str:
        """A column of yes or no."""
        return f"json(CASE WHEN {column} THEN 'true' ELSE 'false' END)"

    def final(self, sql: str) -> str:
        """The whole statement."""
        return f"SELECT {sql}"

    def values(self, *values: Any) -> Any:
        """What is bound."""
        return {f"p{number}": value for number, value in enumerate(values, 1)}

    def moment(self, text: str) -> Any:
        """A time as it is bound."""
        return text


class Postgres(SQLite):
    """JSON and times of PostgreSQL."""

    obj = "json_build_object"

    def param(self, number: int, kind: str = "text") -> str:
        return f"${number}::{kind}"

    def one(self, sql: str) -> str:
        return f"({sql})"

    def rows(self, sql: str) -> str:
        return f"(SELECT coalesce(json_agg(x),'[]'::json) FROM ({sql}) r)"

    def time(self, column: str) -> str:
        return f"""to_char({column} AT TIME ZONE 'UTC','YYYY-MM-DD"T"HH24:MI:SS"Z"')"""

    def flag(self, column: str) -> str:
        return column

    def final(self, sql: str) -> str:
        return f"SELECT ({sql})::text"

    def values(self, *values: Any) -> Any:
        return values

    def moment(self, text: str) -> Any:
        return datetime.fromisoformat(text)


def make_statements(dialect: str) -> dict[str, tuple[str, Bind]]:
    """The statement of each workload, and what it binds of a request's variables."""
    d = Postgres() if dialect == "postgres" else SQLite()
    before = f"a.listed_at<{d.param(1, 'timestamptz')}"
    return {
        "page": (page(d), lambda v: d.values(number(v["id"]))),
        "list": (d.final(articles(d, row(d), before, 20)), lambda v: d.values(d.moment(v["before"]))),
        "deep": (d.final(articles(d, deep_row(d), before, 100)), lambda v: d.values(d.moment(v["before"]))),
        "home": (home(d), lambda v: d.values(v["path"])),
        "filtered": (filtered(d), lambda v: d.values(v["path"], v["tag"], number(v["source"]))),
    }


def number(given: str) -> int:
    """The number in a global id."""
    return int(given.partition("_")[2])


def articles(d: SQLite, made: str, where: str, limit: int) -> str:
    """A list of the newest articles."""
    newest = f"SELECT {made} AS x FROM article a WHERE {where} ORDER BY a.listed_at DESC,a.id DESC LIMIT {limit}"
    return f"{d.obj}('articles',{d.obj}('nodes',{d.rows(newest)}))"


def row(d: SQLite) -> str:
    """An article in a list."""
    authors = f"""SELECT {d.obj}('name',u.name) AS x FROM credit c JOIN author u ON u.id=c.author_id
        WHERE c.article_id=a.id AND c.role IN {WRITERS} ORDER BY c.position"""
    return f"""{d.obj}('id','art_'||a.id,'title',a.title,'excerpt',a.excerpt,'url',a.path,
        'publishedAt',{d.time("a.published_at")},'wordCount',a.word_count,
        'source',{d.one(f"SELECT {d.obj}('name',s.name) FROM source s WHERE s.id=a.source_id")},
        'category',{d.one(f"SELECT {d.obj}('name',g.name,'path',g.path) FROM category g WHERE g.id=a.category_id")},
        'authors',{d.rows(authors)})"""


def breadcrumb(d: SQLite) -> str:
    """The way to an article's category."""
    return d.rows(f"""SELECT {d.obj}('name',b.name,'path',b.path) AS x FROM category_ancestor n
        JOIN category b ON b.id=n.ancestor_id WHERE n.category_id=a.category_id ORDER BY n.distance DESC""")


def tags(d: SQLite) -> str:
    """An article's keywords."""
    return d.rows(f"""SELECT {d.obj}('name',t.name,'slug',t.slug) AS x FROM article_tag j
        JOIN tag t ON t.id=j.tag_id WHERE j.article_id=a.id ORDER BY j.position""")


def deep_row(d: SQLite) -> str:
    """An article with all that belongs to it."""
    credited = f"""SELECT {d.obj}('role',c.role,'name',c.name,'author',{d.obj}('name',u.name,'kind',u.kind)) AS x
        FROM credit c JOIN author u ON u.id=c.author_id WHERE c.article_id=a.id ORDER BY c.position"""
    category = f"""SELECT {d.obj}('name',g.name,'breadcrumb',{breadcrumb(d)}) FROM category g
        WHERE g.id=a.category_id"""
    short = f"""CASE WHEN z.id IS NULL THEN {d.obj}('__typename','Reference','title',f.title,'url',f.url)
        ELSE {d.obj}('__typename','Article','title',z.title,'url',z.path) END"""
    return f"""{d.obj}('id','art_'||a.id,'title',a.title,'excerpt',a.excerpt,'url',a.path,
        'publishedAt',{d.time("a.published_at")},
        'source',{d.one(f"SELECT {d.obj}('name',s.name,'url',s.url) FROM source s WHERE s.id=a.source_id")},
        'credits',{d.rows(credited)},
        'category',{d.one(category)},
        'tags',{tags(d)},'related',{d.obj}('nodes',{d.rows(related(d, short, 5))}))"""


def related(d: SQLite, made: str, limit: int) -> str:
    """What an article links to, if it is public."""
    return f"""SELECT {made} AS x FROM relation l LEFT JOIN reference f ON f.id=l.reference_id
        LEFT JOIN article z ON z.id=coalesce(l.target_id,f.target_id)
        WHERE l.article_id=a.id AND (z.id IS NOT NULL OR f.id IS NOT NULL) ORDER BY l.position LIMIT {limit}"""


def card(d: SQLite) -> str:
    """An article, or else a reference, as lists show it."""
    flag = d.flag("f.is_truncated")
    return f"""CASE WHEN z.id IS NULL
        THEN {d.obj}('__typename','Reference','title',f.title,'teaser',f.teaser,'url',f.url,'isTruncated',{flag})
        ELSE {d.obj}('__typename','Article','title',z.title,'teaser',z.excerpt,'url',z.path,'id','art_'||z.id) END"""


def collection(d: SQLite, slug: str, tail: str = "") -> str:
    """A collection with its tail, whose order the developer knows."""
    placed = """SELECT 0 AS part,i.position AS place,i.reference_id,i.target_id FROM collection_item i
        WHERE i.collection_id=k.id"""
    rest = f"""SELECT 1,row_number() OVER (ORDER BY t.{tail} DESC,t.id DESC),NULL,t.id
        FROM (SELECT id,{tail} FROM article WHERE
        id NOT IN (SELECT target_id FROM collection_item WHERE collection_id=k.id AND target_id IS NOT NULL)
        ORDER BY {tail} DESC,id DESC LIMIT 10) t"""
    items = f"{placed} UNION ALL {rest}" if tail else placed
    shown = f"""SELECT {card(d)} AS x FROM ({items}) m LEFT JOIN reference f ON f.id=m.reference_id
        LEFT JOIN article z ON z.id=coalesce(m.target_id,f.target_id)
        WHERE z.id IS NOT NULL OR f.id IS NOT NULL ORDER BY m.part,m.place LIMIT 10"""
    return d.one(f"SELECT {d.obj}('title',k.title,'items',{d.rows(shown)}) FROM collection k WHERE k.slug='{slug}'")


def page(d: SQLite) -> str:
    """The article page."""
    authors = f"""SELECT {d.obj}('id','aut_'||u.id,'name',u.name) AS x FROM credit c JOIN author u ON u.id=c.author_id
        WHERE c.article_id=a.id AND c.role IN {WRITERS} ORDER BY c.position"""
    credited = f"""SELECT {d.obj}('role',c.role,'name',c.name,'author',{d.obj}('kind',u.kind,'name',u.name)) AS x
        FROM credit c JOIN author u ON u.id=c.author_id WHERE c.article_id=a.id ORDER BY c.position"""
    category = f"""SELECT {d.obj}('name',g.name,'path',g.path,'breadcrumb',{breadcrumb(d)})
        FROM category g WHERE g.id=a.category_id"""
    edges = related(d, f"{d.obj}('kind',l.kind,'node',{d.one('SELECT ' + card(d))})", 7)
    article = f"""SELECT {d.obj}('id','art_'||a.id,'title',a.title,'subtitle',a.subtitle,'url',a.path,
        'language',a.language,'publishedAt',{d.time("a.published_at")},'modifiedAt',{d.time("a.modified_at")},
        'collectedAt',{d.time("a.collected_at")},'wordCount',a.word_count,'readingMinutes',a.reading_minutes,
        'canonicalUrl',a.canonical_url,'category',{d.one(category)},
        'source',{d.one(f"SELECT {d.obj}('name',s.name,'url',s.url) FROM source s WHERE s.id=a.source_id")},
        'byline',a.byline,'authors',{d.rows(authors)},'credits',{d.rows(credited)},'excerpt',a.excerpt,
        'body',{d.obj}('html',y.html),'tags',{tags(d)},'related',{d.obj}('edges',{d.rows(edges)}))
        FROM article a JOIN article_body y ON y.article_id=a.id WHERE a.id={d.param(1, "int")}"""
    site = f"SELECT {d.obj}('name',name,'tagline',tagline) FROM site WHERE id=1"
    hot, newest = collection(d, "hot", "view_count"), collection(d, "newest", "listed_at")
    return d.final(f"{d.obj}('site',{d.one(site)},'article',{d.one(article)},'hot',{hot},'newest',{newest})")


def home(d: SQLite) -> str:
    """The home page."""
    shown = """EXISTS(SELECT 1 FROM category_ancestor n JOIN article v ON v.category_id=n.category_id
        WHERE n.ancestor_id={}.id)"""
    children = f"""SELECT {d.obj}('name',h.name,'path',h.path) AS x FROM category h
        WHERE h.parent_id=g.id AND {shown.format("h")} ORDER BY h.position,h.id"""
    tree = f"""SELECT {d.obj}('name',g.name,'path',g.path,'children',{d.rows(children)}) AS x FROM category g
        WHERE g.parent_id IS NULL AND {shown.format("g")} ORDER BY g.position,g.id"""
    under = f"""a.category_id IN (SELECT n.category_id FROM category_ancestor n JOIN category b ON b.id=n.ancestor_id
        WHERE b.path={d.param(1)})"""
    lists = [
        d.rows(f"SELECT {row(d)} AS x FROM article a WHERE {where} ORDER BY a.listed_at DESC,a.id DESC LIMIT 10")
        for where in ("true", under)
    ]
    site = f"SELECT {d.obj}('name',name,'tagline',tagline,'language',language) FROM site WHERE id=1"
    return d.final(f"""{d.obj}('site',{d.one(site)},'categoryTree',{d.rows(tree)},
        'front',{collection(d, "front-page", "listed_at")},'choice',{collection(d, "choice")},
        'hot',{collection(d, "hot", "view_count")},
        'newest',{d.obj}('nodes',{lists[0]}),'channel',{d.obj}('nodes',{lists[1]}))""")


def filtered(d: SQLite) -> str:
    """The filtered list."""
    where = f"""a.category_id IN (SELECT n.category_id FROM category_ancestor n JOIN category b ON b.id=n.ancestor_id
        WHERE b.path={d.param(1)})
        AND a.id IN (SELECT j.article_id FROM article_tag j JOIN tag t ON t.id=j.tag_id WHERE t.slug={d.param(2)})
        AND (a.source_id IS NULL OR a.source_id<>{d.param(3, "int")})"""
    return d.final(articles(d, row(d), where, 20))
