"""Search made SQL: which articles a query finds, in which order they come, and what is counted of all of them.

Hits are numbers of entries (cms/search/index.py): larger ones are newer. Of a very common word the RANKED newest hits
are ranked, and all others follow, the newest first. A cursor holds the score and the entry of its row, and the entry
at which the ranked ones end, so that the next page ranks the same ones again. Scores are sums of weights of the places
that a word is found in, and of no statistics, which would move with every article that is published.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from cms.errors import BadUserInput
from cms.search import query, relaxing
from cms.search.query import NOTHING, parse
from schema.describe import Key, Order
from schema.dialects import PostgreSQL, SQLite
from schema.ids import cursor_part, page_size
from schema.matching import Matching, PostgresMatching, SQLiteMatching
from schema.plan import Writing
from schema.visible import visible

RANKED = 1000
# Among so many articles the newest hits are looked for first, and so many hits are counted by what they have in common.
LATEST, FACETED = 1000, 10_000
_NO_ENTRY = 2**31 - 1
MOST_SUGGESTIONS = 5
# What an operation is charged for what is asked of all hits, and for each article that is marked, in rows.
COUNTING, HIGHLIGHTING = 200, 10
BY_RELEVANCE = Order("RELEVANCE", (Key("score", "int"), Key("entry", "int"), Key("floor", "int")), descending=True)
BY_TIME = Order("NEWEST_HITS", (Key("listed_at", "time"), Key("id", "int")), descending=True)


def _of(read: Callable[[query.Query], Any]) -> Callable[[str, str], Any]:
    return lambda _name, text: read(parse(text))


class SearchSQL:
    """The SQL of one search. What it names in the statement's WITH is `before`, in this order."""

    def __init__(self, writing: Writing, values: Mapping[str, Any], where: str, article: str, number: int) -> None:
        """`where` is a condition on the table alias `article`; `number` tells the searches of a statement apart."""
        self.writing, self.dialect, self.values = writing, writing.dialect, values
        self.where, self.article = where, article
        self.found, self.faceted, self.page = f"found{number}", f"faceted{number}", f"page{number}"
        self._head, self._bounds = f"head{number}", f"bounds{number}"
        self._scores, self._ranked = f"scores{number}", f"ranked{number}"
        self._latest, self._early = f"latest{number}", f"early{number}"
        self.before: list[str] = []
        # PostgreSQL finds all hits at once; SQLite finds them one by one, in the order that they are wanted in.
        self.is_whole = isinstance(self.dialect, PostgreSQL)
        self.is_faceted = False
        order = values.get("orderBy")
        self.by_time = (order.value if isinstance(order, Enum) else order) == "NEWEST"
        self.query = values["query"]
        if values.get("first") is not None and values.get("last") is not None:
            raise BadUserInput("last", "give either first or last, not both")
        self.backward = values.get("last") is not None
        size = "last" if self.backward else "first"
        self.size = writing.bind(size, values.get(size), "int", page_size)
        self.order = BY_TIME if self.by_time else BY_RELEVANCE
        self.since, self.until = (
            [
                writing.bind(name, values[name], key.type, cursor_part(self.order, index))
                for index, key in enumerate(self.order.keys)
                if values.get(name) is not None
            ]
            for name in ("after", "before")
        )
        self._match = self._engine()

    def bind(self, read: Callable[[query.Query], Any], kind: Any = "text") -> str:
        """A placeholder for what is read out of the query."""
        return self.writing.bind("query", self.values["query"], kind, _of(read))

    def _engine(self) -> Matching:
        """How the database finds what the query asks for."""
        if isinstance(self.dialect, SQLite):
            return SQLiteMatching(
                "search",
                self.bind(query.sqlite_text),
                self.bind(query.sqlite_characters),
                self.bind(lambda asked: query.sqlite_text(asked, excluded=True)),
                self.bind(lambda asked: query.sqlite_characters(asked, excluded=True)),
            )
        patterns = (
            query.postgres_words,
            query.postgres_not_words,
            query.postgres_heading,
            query.postgres_not_heading,
        )
        return PostgresMatching(
            "search", self.bind(query.postgres_lexemes), *(self.bind(each, "json") for each in patterns)
        )

    # What is selected

    def rows(self) -> str:
        """The FROM clause with the rows of the page in order, and one more if there is one; `{article}k` the hits."""
        alias = self.article
        rows = f"(SELECT * FROM {self.page} ORDER BY {self._in_order('')}) {alias}k"
        return f"{rows} {self.dialect.join} article {alias} ON {alias}.id={alias}k.id"

    def in_order(self) -> str:
        """The ORDER BY list of the rows."""
        return self._in_order(f"{self.article}k.")

    def _in_order(self, prefix: str) -> str:
        first, second = ("listed_at", "id") if self.by_time else ("score", "entry")
        return f"{prefix}{first} DESC,{prefix}{second} DESC"

    def cursor(self) -> str:
        """The cursor of a row."""
        alias = f"{self.article}k"
        if self.by_time:
            parts = [self.dialect.time(f"{alias}.listed_at"), f"{alias}.id"]
        else:
            parts = [f"{alias}.score", f"{alias}.entry", f"{alias}.floor"]
        return self.dialect.hex("||'|'||".join([f"'{self.order.name}'", *parts]))

    def score(self) -> str:
        """How well a row fits; 0 for what is not ranked."""
        return "0" if self.by_time else f"{self.article}k.score"

    def total(self) -> str:
        """The number of all hits."""
        return f"(SELECT count(*) FROM ({self._all('')}) q)"

    def list_of(self, node: str) -> str:
        """The nodes of the page as a JSON list."""
        return (
            f"(SELECT {self.dialect.page(node, self.in_order(), self.size, backward=self.backward)} FROM {self.rows()})"
        )

    def field(self, name: str, selected: list[tuple[str, str]]) -> str:
        """A field that is not made of the hits' articles; `selected` has key and name of what is selected of it."""
        match name:
            case "totalCount":
                return self.total()
            case "pageInfo":
                return self.dialect.object([(key, self._info(each)) for key, each in selected])
            case "suggestions":
                return self._suggestions(selected)
            case "problem":
                return self.bind(lambda asked: asked.problem)
        counted = "(SELECT count(*) FROM search_entry)>=(SELECT count(*) FROM article)"
        return self.dialect.boolean(f"({counted})")

    def _info(self, name: str) -> str:
        """One field of pageInfo."""
        if name in {"hasNextPage", "hasPreviousPage"}:
            # On the side that the page was turned from there is the row of the cursor.
            if (name == "hasNextPage") is not self.backward:
                return self.dialect.boolean(f"((SELECT count(*) FROM {self.page})>{self.size})")
            return self.dialect.boolean("(true)" if self.until or (self.since and not self.backward) else "(false)")
        if name == "__typename":
            return "'PageInfo'"
        is_end = name == "endCursor"
        edge = self.dialect.edge_of_page(self.cursor(), self.in_order(), self.size, backward=self.backward, last=is_end)
        return f"(SELECT {edge} FROM {self.rows()})"

    def counted(self, table: str) -> str:
        """The text of a table of counts, for the hits of this search."""
        self.is_faceted = True
        return table.replace("{found}", self.faceted).replace("{join}", self.dialect.join)

    def is_exact(self) -> str:
        """Whether all hits are counted by what they have in common."""
        self.is_faceted = True
        return self.dialect.boolean(f"((SELECT count(*) FROM {self.faceted})<{FACETED})")

    def raw_words(self) -> str:
        """What highlights are made of: the words of a hit by the columns of the index."""
        alias = self.article
        tags = (
            "FROM (SELECT g.name,j.position FROM article_tag j JOIN tag g ON g.id=j.tag_id"
            f" WHERE j.article_id={alias}.id ORDER BY j.position) z"
        )
        return self.dialect.object(
            [
                *((name, f"{alias}.{name}") for name in ("title", "subtitle", "excerpt", "byline")),
                ("body", f"(SELECT b.text FROM article_body b WHERE b.article_id={alias}.id)"),
                ("source", f"(SELECT s.name FROM source s WHERE s.id={alias}.source_id)"),
                ("tags", f"(SELECT {self.dialect.array('z.name', 'z.position')} {tags})"),
            ]
        )

    def _suggestions(self, selected: list[tuple[str, str]]) -> str:
        """What to look for instead when nothing is found."""
        values = {"query": "z.query", "kind": "z.kind", "__typename": "'SearchSuggestion'"}
        node = self.dialect.object([(key, values[name]) for key, name in selected])
        nothing = f"NOT EXISTS(SELECT 1 FROM ({self._all('')}) q)"
        if isinstance(self.dialect, SQLite):
            candidates = self.bind(relaxing.sqlite_candidates, "json")
            never = f"'{NOTHING}'"
            matching: Matching = SQLiteMatching("search", "(p.value->>'m')", "(p.value->>'c')", never, never)
        else:
            candidates = self.bind(relaxing.postgres_candidates, "json")
            lists = (f"(p.value->'{key}')" for key in ("w", "v", "h", "i"))
            matching = PostgresMatching("search", "(p.value->>'m')", *lists)
        hit = f"SELECT 1 FROM ({matching.hits()}) h JOIN search_entry e ON e.id=h.entry"
        words = (
            f"SELECT p.key AS place,p.value->>'t' AS query,'WORDS' AS kind FROM {self.dialect.elements(candidates)} p"
            f" WHERE {nothing} AND EXISTS({hit})"
        )
        start, end = self.bind(relaxing.sounds_from), self.bind(relaxing.sounds_until)
        patterns = self.dialect.elements(self.bind(relaxing.looks, "json"))
        alike = f"EXISTS(SELECT 1 FROM {patterns} q WHERE n.key LIKE {self.dialect.inside('q.value')})"
        names = [
            f"SELECT {place},n.name,'{table.upper()}' FROM {table} n WHERE {nothing} AND {visible(table, 'n')}"
            f" AND (n.sort_key>={start} AND n.sort_key<{end} OR {alike})"
            for place, table in enumerate(("source", "author", "tag"), -3)
        ]
        rows = " UNION ALL ".join([words, *names])
        return (
            f"(SELECT {self.dialect.array(node, 'z.place')} FROM"
            f" (SELECT * FROM ({rows}) y ORDER BY place LIMIT {MOST_SUGGESTIONS}) z)"
        )

    # What stands before the statement

    def expressions(self) -> list[str]:
        """The common table expressions of the search, once all that is selected is written."""
        named = []
        if self.is_whole:
            named.append(f"{self.found}(entry,id,length) AS MATERIALIZED ({self._entries('')})")
        if self.is_faceted:
            hits = f"({self._newest('')} LIMIT {FACETED}) q {self.dialect.join} article a ON a.id=q.id"
            columns = "id,category_id,source_id,listed_at"
            faceted = f"SELECT a.{columns.replace(',', ',a.')} FROM {hits}"
            named.append(f"{self.faceted}({columns}) AS MATERIALIZED ({faceted})")
        return [*named, *(self._by_time() if self.by_time else self._by_relevance())]

    def _entries(self, condition: str, order: str = "") -> str:
        """A SELECT of entry, id and length of title of the hits whose entries fulfil a condition on `{entry}`."""
        joined = f" JOIN article {self.article} ON {self.article}.id=e.article_id" if self.where else ""
        where = f" WHERE {self.where}" if self.where else ""
        return (
            f"SELECT h.entry,e.article_id AS id,e.title_length AS length FROM ({self._match.hits(condition)}{order}) h"
            f" {self.dialect.join} search_entry e ON e.id=h.entry{joined}{where}"
        )

    @property
    def _way(self) -> str:
        """How the rows are sorted of which the first are taken."""
        return "" if self.backward else " DESC"

    def _beyond(self, columns: str) -> str:
        """The condition that a row lies on the right sides of the cursors, behind an AND."""
        bounds = ((self.since, "<"), (self.until, ">"))
        return "".join(f" AND ({columns}){sign}({','.join(bound[:2])})" for bound, sign in bounds if bound)

    def _all(self, condition: str) -> str:
        """As _entries, but from all hits if these are there anyway."""
        if not self.is_whole:
            return self._entries(condition)
        where = f" WHERE {condition.format(entry='entry')}" if condition else ""
        return f"SELECT entry,id,length FROM {self.found}{where}"

    def _newest(self, condition: str, way: str = " DESC") -> str:
        """As _all, in the order of the entries."""
        if self.is_whole:
            return f"{self._all(condition)} ORDER BY entry{way}"
        return self._entries(condition, self._match.in_order(way))

    def _by_time(self) -> list[str]:
        """The page out of the hits among the LATEST articles, or out of all hits if these do not fill it."""
        way, size, latest, early = self._way, self.size, self._latest, self._early
        order = f" ORDER BY 2{way},1{way} LIMIT {size}+1"
        first = f"SELECT z.id,z.listed_at FROM article z WHERE true{self._beyond('z.listed_at,z.id')}"
        recent = (
            f"SELECT z.id,z.listed_at,e.id FROM ({first} ORDER BY z.listed_at{way},z.id{way} LIMIT {LATEST}) z"
            f" {self.dialect.join} search_entry e ON e.article_id=z.id"
        )
        near = f"{{entry}} BETWEEN (SELECT min(entry) FROM {latest}) AND (SELECT max(entry) FROM {latest})"
        among = f"SELECT q.id FROM ({self._newest(near)}) q"
        # A bound on the entries, as SQLite would look at every hit before it minds any other condition.
        number = f"(SELECT count(*) FROM {early})"
        needed = f"{{entry}}>(SELECT CASE WHEN {number}>{size} THEN {_NO_ENTRY} ELSE 0 END)"
        late = (
            f"SELECT z.id,z.listed_at FROM ({self._all(needed)}) h {self.dialect.join} article z ON z.id=h.id"
            f" WHERE true{self._beyond('z.listed_at,z.id')}{order}"
        )
        page = f"SELECT * FROM {early} WHERE {number}>{size} UNION ALL SELECT * FROM ({late}) q"
        return [
            f"{latest}(id,listed_at,entry) AS MATERIALIZED ({recent})",
            f"{early}(id,listed_at) AS MATERIALIZED (SELECT id,listed_at FROM {latest} WHERE id IN ({among}){order})",
            f"{self.page}(id,listed_at) AS MATERIALIZED ({page})",
        ]

    def _by_relevance(self) -> list[str]:
        """The page out of the newest hits, ranked, and the others as they come."""
        head, ranked, way = self._head, self._ranked, self._way
        if given := self.since or self.until:
            floor = given[2]
            first = self._newest(f"{{entry}}>={floor}")
        else:
            first = f"{self._newest('')} LIMIT {RANKED}"
            floor = f"(SELECT CASE WHEN number<{RANKED} THEN 0 ELSE low END FROM {self._bounds})"
        scores = self._match.scores(self.bind(self._match.scoring, "json"), head, self._bounds)
        # A short headline that has the words is more likely to be about them than a long one.
        scored = (
            f"SELECT s.entry,e.article_id AS id,1+s.score+500/(e.title_length+1) AS score FROM {self._scores} s"
            f" {self.dialect.join} search_entry e ON e.id=s.entry"
        )
        order = f"ORDER BY 3{way},1{way} LIMIT {self.size}+1"
        unscored = f"SELECT entry,id,1 AS score FROM {head} WHERE entry NOT IN (SELECT entry FROM {self._scores})"
        best = f"SELECT r.* FROM ({scored}) r WHERE true{self._beyond('r.score,r.entry')} {order}"
        others = f"SELECT r.* FROM ({unscored}) r WHERE true{self._beyond('r.score,r.entry')} {order}"
        both = f"SELECT * FROM {ranked} UNION ALL SELECT * FROM ({self._rest(floor)}) v"
        page = f"SELECT u.*,{floor} FROM ({both}) u {order}"
        return [
            f"{head}(entry,id,length) AS MATERIALIZED ({first})",
            f"{self._bounds}(low,high,number) AS MATERIALIZED (SELECT min(entry),max(entry),count(*) FROM {head})",
            f"{self._scores}(entry,score) AS MATERIALIZED ({scores})",
            f"{ranked}(entry,id,score) AS MATERIALIZED (SELECT * FROM ({best}) b UNION ALL SELECT * FROM ({others}) o)",
            f"{self.page}(entry,id,score,floor) AS MATERIALIZED ({page})",
        ]

    def _rest(self, floor: str) -> str:
        """The hits of the page that are not ranked, as far as the ranked ones do not fill it."""
        end = floor
        if self.since:
            score, entry, _floor = self.since
            end = f"CASE WHEN {score}>0 THEN {floor} ELSE {entry} END"
        condition, needed = f"{{entry}}<{end}", "true"
        if self.until:
            score, entry, _floor = self.until
            condition += f" AND {{entry}}>{entry}"
            needed = f"{score}=0"
        elif not self.backward:
            needed = f"(SELECT count(*) FROM {self._ranked})<={self.size}"
        rest = f"{self._newest(condition, self._way)} LIMIT {self.size}+1"
        return f"SELECT entry,id,0 FROM ({rest}) q WHERE {needed}"
