"""No list of the public sorts or looks through what grows: every order × filter that the schema offers walks an index.

The lists, their orders and the fields of their filters are read from the schema, so what is added to it is held to this
as well. What a statement may do nevertheless is in `faults`, with the reasons.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import asyncpg  # type: ignore[import-untyped]  # it ships no types
import pytest
from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLList, get_named_type

from cms.db.files import sqlite_path
from cms.db.postgres import _SESSION
from cms.models.fields import canonical
from schema.describe import METADATA, Page
from tests.schema.differential import Both

pytestmark = pytest.mark.anyio

Condition = dict[str, Any]

# Tables with a row for each article or for each link of one. The others have one for each thing that articles share.
GROWING = {"article", "article_body", "article_tag", "credit", "relation", "reference", "publication", "revision"}
GROWING |= {"neighbour", "copy", "asset"}
PLACES = {
    "Query": "{field}",
    "Source": 'source(id: "src_5") {{ {field} }}',
    "Author": 'author(slug: "a-5") {{ {field} }}',
    "Category": 'category(path: "a-5") {{ {field} }}',
    "Tag": 'tag(id: "tag_5") {{ {field} }}',
    "Article": 'article(id: "art_5") {{ {field} }}',
}
VALUES = {"Int": 5, "DateTime": "2024-01-28T01:30:00Z", "Boolean": True, "String": "a-5"}
IDS = {"Source": "src_5", "Author": "aut_5", "Category": "cat_5", "Tag": "tag_5", "Article": "art_5"}
CURSORS = {"MOST_VIEWED": "MOST_VIEWED|50|500"}


@dataclass(frozen=True)
class Case:
    """A list in an order under a filter."""

    place: str
    name: str
    order: str = ""
    where: Condition = field(default_factory=dict)
    paging: str = "first: 20"

    @property
    def query(self) -> str:
        """The operation that asks for it."""
        given = [self.paging, f"orderBy: {self.order}" if self.order else "", "where: $where" if self.where else ""]
        selection = "nodes { __typename } pageInfo { hasNextPage hasPreviousPage }"
        listed = f"{self.name}({', '.join(filter(None, given))}) {{ {selection} }}"
        operation = PLACES[self.place].format(field=listed)
        return f"query($where: ArticleWhere) {{ {operation} }}" if self.where else f"{{ {operation} }}"


def connections(schema: Any) -> Iterator[tuple[str, str, Any]]:
    """Every connection that readers may ask for: type, field, definition."""
    for place in PLACES:
        for name, definition in schema.type_map[place].fields.items():
            described = definition.extensions["strawberry-definition"].metadata.get(METADATA)
            if isinstance(described, Page) and described.permission is None:
                yield place, name, definition


def values_of(gtype: Any, owner: str) -> list[Any]:
    """Values of a filter's field, one for each operator of it."""
    named = get_named_type(gtype)
    if isinstance(named, GraphQLInputObjectType):
        return single(named)
    if isinstance(named, GraphQLEnumType):
        value: Any = next(iter(named.values))
    else:
        value = IDS[owner.removesuffix("Where")] if named.name == "ID" else VALUES[named.name]
    return [[value] if isinstance(gtype, GraphQLList) else value]


def single(where: GraphQLInputObjectType) -> list[Condition]:
    """Every single condition of a filter, those on related entities included."""
    return [
        {name: value}
        for name, definition in where.fields.items()
        if get_named_type(definition.type) is not where
        for value in values_of(definition.type, where.name)
    ]


def combined(where: GraphQLInputObjectType) -> list[Condition]:
    """Pairs of one condition of each kind: both, either, one without the other; and each negated."""
    kinds = list({next(iter(each)): each for each in reversed(single(where))}.values())
    pairs = list(combinations(kinds, 2))
    found = [one | other for one, other in pairs]
    if "not" in where.fields:
        found += [{"or": [one, other]} for one, other in pairs] + [one | {"not": other} for one, other in pairs]
        found += [{"not": one} for one in kinds] + [{"and": [one]} for one in kinds]
    return found


def cases(schema: Any) -> list[Case]:
    """Every list × order × single condition × way of paging, and at the root every combination of two kinds."""
    found = []
    for place, name, definition in connections(schema):
        orders = list(get_named_type(definition.args["orderBy"].type).values) if "orderBy" in definition.args else [""]
        where = get_named_type(definition.args["where"].type) if "where" in definition.args else None
        for order in orders:
            found += [Case(place, name, order, paging=paging) for paging in pagings(order)]
            if where is not None:
                conditions = single(where) + (combined(where) if place == "Query" else [])
                found += [Case(place, name, order, each) for each in conditions]
            if "collapseCopies" in definition.args:
                found += [
                    Case(place, name, order, each, f"{paging}, collapseCopies: true")
                    for each in [{}, *single(where)]
                    for paging in (pagings(order) if each == {} else ["first: 20"])
                ]
            if where is not None and name == "articles" and place == "Query":
                found += [Case(place, name, order, each, paging) for each in single(where) for paging in pagings(order)]
    return found


def pagings(order: str) -> list[str]:
    """From the start, from the end, and beyond a cursor either way."""
    if not order:
        return ["first: 20", "last: 20"]
    cursor = CURSORS.get(order, f"{order}|2024-01-28T01:30:00Z|500").encode().hex()
    return ["first: 20", "last: 20", f'first: 20, after: "{cursor}"', f'last: 20, before: "{cursor}"']


def operation_of(case: Case) -> str:
    """The case's operation, with the name that its filter has."""
    names = {"sources": "SourceWhere", "authors": "AuthorWhere", "tags": "TagWhere", "categories": "CategoryWhere"}
    return case.query.replace("ArticleWhere", names.get(case.name, "ArticleWhere"))


async def statement(both: Both, case: Case) -> tuple[str, Any]:
    """What the case is compiled to, and its parameters."""
    both.sql.clear()
    await both.ask(operation_of(case), {"where": case.where} if case.where else None)
    return both.sql[-1]


# SQLite


def faults(case: Case, sql: str, steps: list[str]) -> list[str]:
    """What a plan of SQLite does that it must not.

    It must not read a table that grows from one end to the other, unless by an index, in whose order the limit ends it;
    nor gather the articles of an author or a tag where the links hold the order. And it must sort no more than: rows
    that an argument names by their ids, slugs or names; beginnings of runs, each of them cut; or all articles of an
    author or a tag that is named, in the two orders that links do not hold.
    """
    by_alias = {alias: table for table, alias in re.findall(r"(?:FROM|JOIN) (\w+) (\w+)", sql)}
    found = [
        step
        for step in steps
        if (read := re.match(r"SCAN (\w+)( USING)?", step)) and by_alias.get(read[1]) in GROWING and not read[2]
    ]
    if case.order in {"NEWEST", "OLDEST"} and not case.where.keys() & {"id", "ids", "slug"}:
        found += re.findall(r"IN \(SELECT \w+\.article_id FROM", sql)
    is_sorted = "USE TEMP B-TREE FOR ORDER BY" in steps
    if is_sorted and "SCAN m" not in steps and not _sorts_few(case, steps):
        found.append("USE TEMP B-TREE FOR ORDER BY")
    return found


def _sorts_few(case: Case, steps: list[str]) -> bool:
    """Whether what is sorted was looked up one by one, and the case is one in which there are few."""
    if case.name == "related":
        return True  # what is linked to one article, and the few that are close to it
    (begins, *_) = (number for number, step in enumerate(steps) if re.fullmatch(r"CO-ROUTINE t\d+k", step))
    access = next(step for step in steps[begins:] if re.match(r"(SEARCH|SCAN) t\d+\b", step))
    if re.search(r"\((slug|key|path)=\?", access):
        return True
    if "INTEGER PRIMARY KEY (rowid=?)" not in access:
        return False
    by_name = bool({"id", "ids", "slug", "under"} & case.where.keys()) or case.paging.startswith("last")
    by_link = case.place in {"Author", "Tag"} or bool({"author", "tag"} & case.where.keys())
    return by_name or (by_link and case.order in {"RECENTLY_MODIFIED", "MOST_VIEWED"})


@pytest.fixture
def explained(both: Both, database_url: str) -> Iterator[sqlite3.Connection]:
    """A connection that explains statements. The tables are empty: SQLite plans by what it knows beforehand."""
    if both.database.dialect != "sqlite":
        pytest.skip("SQLite's own words")
    connection = sqlite3.connect(sqlite_path(database_url))
    yield connection
    connection.close()


def plan_of(connection: sqlite3.Connection, sql: str, parameters: Any) -> list[str]:
    """The steps of SQLite's plan."""
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)]


async def test_no_list_of_any_order_and_filter_scans_or_sorts_on_sqlite(
    both: Both, explained: sqlite3.Connection
) -> None:
    found = {}
    for case in cases(both.schema._schema):
        sql, parameters = await statement(both, case)
        if wrong := faults(case, sql, plan_of(explained, sql, parameters)):
            found[f"{case}"] = wrong

    assert not found, f"{len(found)} lists: {dict(list(found.items())[:5])}"


# Growth, and PostgreSQL

PAGE = Path(__file__).parents[2].joinpath("docs/examples/article_page.graphql").read_text(encoding="utf-8")
OPERATIONS = {
    "page": PAGE,
    "home": """{ site { name } newest: articles(first: 20) { nodes { id title source { name } } } categoryTree { name }
        hot: collection(slug: "hot") { items { title url } } }""",
    "list": """{ articles(first: 20) { pageInfo { hasNextPage endCursor } edges { cursor node { id title url
        source { name } category { name path } authors { name } } } } }""",
    "deep": """{ articles(first: 100) { nodes { id title source { name } category { breadcrumb { name } }
        credits { name author { name } } tags { name } related(first: 5) { edges { kind node { title } } } } } }""",
    "section": """{ category(path: "a-1") { articles { nodes { id } pageInfo { hasNextPage } }
        hot: articles(orderBy: MOST_VIEWED) { nodes { id } } } }""",
    "source": '{ source(id: "src_1") { articles(orderBy: RECENTLY_MODIFIED) { nodes { id } } } }',
    "author": '{ author(id: "aut_1") { articles { nodes { id } pageInfo { hasNextPage } } } }',
    "tag": '{ tag(id: "tag_1") { articles(last: 20) { nodes { id } } } }',
    "language": '{ articles(where: {language: "en"}) { nodes { id } } }',
    "filtered": '{ articles(where: {tag: {slug: "a-1"}, category: {under: "a-1"}}) { nodes { id } } }',
    "collapsed": """{ articles(first: 20, collapseCopies: true) { nodes { id } pageInfo { hasNextPage } }
        category(path: "a-1") { articles(collapseCopies: true) { nodes { id } } }
        filtered: articles(where: {language: "en", source: {id: "src_1"}}, collapseCopies: true) { nodes { id } }
        tag(id: "tag_1") { articles(collapseCopies: true) { nodes { id } } } }""",
    "copies": '{ article(id: "art_201") { canonical { id } copies { nodes { id } pageInfo { hasNextPage } } } }',
    "pictures": """{ articles(first: 20) { nodes { id image { url alt caption renditions { url width }
        square: renditions(crop: SQUARE, format: AVIF) { url width height } } } } }""",
    "translations": "{ articles(first: 20) { nodes { translations { id } } } }",
    "names": "{ authors { nodes { name } } sources { nodes { name } } tags(last: 5) { nodes { name } } }",
}


def rows_of(articles: int) -> Iterator[tuple[str, str, list[tuple[Any, ...]]]]:
    """Tables, columns and rows of a site with that many articles; the other things do not become more."""
    start = datetime(2020, 1, 1, tzinfo=UTC)
    shared = range(1, 31)
    names = [(n, f"名{n}", f"名{n}", f"ming{n:03}", f"a-{n}", 1) for n in shared]
    yield (
        "source",
        "id,name,key,sort_key,slug,version,kind,url,licence,credit_line,language",
        [(*row, "OTHER", "", "", "", "") for row in names],
    )
    yield (
        "author",
        "id,name,key,sort_key,slug,version,kind,description,url",
        [(*row, "PERSON", "", "") for row in names],
    )
    yield "tag", "id,name,key,sort_key,slug,version,media_topic", [(*row, "") for row in names]
    columns = "id,parent_id,name,key,slug,path,depth,position,description,version"
    tops = [(n, None, f"栏{n}", f"栏{n}", f"a-{n}", f"a-{n}", 1, n, "", 1) for n in (1, 2, 3)]
    below = [(n, 1, f"栏{n}", f"栏{n}", f"a-{n}", f"a-1/a-{n}", 2, n, "", 1) for n in range(4, 12)]
    yield "category", columns, tops + below
    ancestors = [(n, n, 0) for n in range(1, 12)] + [(n, 1, 1) for n in range(4, 12)]
    yield "category_ancestor", "id,category_id,ancestor_id,distance", [(n, *row) for n, row in enumerate(ancestors, 1)]
    numbers = range(1, articles + 1)
    times = {n: start + timedelta(hours=n) for n in numbers}
    columns = "id,revision_id,title,subtitle,slug,path,excerpt,byline,language,listed_at,modified_at,canonical_url"
    columns += ",word_count,reading_minutes,view_count,source_id,category_id,credit_line,licence,image_id"
    public = [
        (
            *(n, n, f"题{n}", "", f"t-{n}", f"/articles/{n}", "文" * 60, "", "en" if n % 3 else "de"),
            *(times[n], times[n], "", n % 900, 1, n * 7919 % 1000, n % 30 + 1, n % 11 + 1, "", "", n),
        )
        for n in numbers
    ]
    yield "article", columns, public
    columns = "id,sha256,storage_key,url_key,type,size_bytes,width,height,is_animated,name,title,alt,caption,credit"
    pictures = [(*(n, f"{n}", f"{n}", f"{n}", "JPEG", 1, 900, 600, False, f"{n}"), "", "图", "", "") for n in numbers]
    shared_columns = ("", "", 50, 50, start, 1)
    yield "asset", f"{columns},rights,words,focal_x,focal_y,created_at,version", [p + shared_columns for p in pictures]
    yield "article_body", "article_id,html,text,blocks", [(n, "<p>文</p>" * 50, "文" * 50, "[]") for n in numbers]
    links = [(n, n, n % 30 + 1, 0, times[n]) for n in numbers]
    yield "article_tag", "id,article_id,tag_id,position,listed_at", links
    yield "credit", "id,article_id,author_id,position,listed_at,role,name", [(*row, "AUTHOR", "王") for row in links]
    yield (
        "reference",
        "id,title,title_key,teaser,is_truncated,url,version",
        [(n, f"别处{n}", f"别处{n}", "", False, "", 1) for n in numbers],
    )
    yield (
        "relation",
        "id,article_id,kind,position,target_id,reference_id",
        [
            (n * 10 + place, n, "RELATED", place, *((n * place % articles + 1, None) if place % 2 else (None, n)))
            for n in numbers
            for place in range(7)
        ],
    )
    yield "publication", "id,draft_id,live_from,slug,note", [(n, n, times[n], "", "") for n in numbers]
    # Each fourth article is the lead of a story of two.
    copied = [(n, n // 4 * 4, n % 4 == 0, n % 4) for n in numbers if n % 4 < 2]
    yield "copy", "article_id,story_id,is_lead,place", copied
    near = [(n * 8 + place, n, (n + place) % articles + 1, 900 - place, "[]") for n in numbers for place in range(8)]
    yield "neighbour", "id,article_id,target_id,score,keywords", near
    yield (
        "collection",
        "id,slug,title,description,tail,version",
        [
            (1, "hot", "热", "", "HOT", 1),
            (2, "newest", "新", "", "NEWEST", 1),
        ],
    )
    yield "collection_item", "id,collection_id,position,target_id", [(1, 1, 0, 3), (2, 2, 0, 4)]


async def statements(both: Both) -> dict[str, tuple[str, Any]]:
    """What the operations are compiled to."""
    found = {}
    for name, operation in OPERATIONS.items():
        both.sql.clear()
        await both.ask(operation, {"id": "art_200"} if name == "page" else None)
        found[name] = both.sql[-1]
    return found


def fill_sqlite(connection: sqlite3.Connection, articles: int) -> None:
    """Put the rows into empty tables."""
    for table, columns, rows in rows_of(articles):
        values = [[canonical(value) if isinstance(value, datetime) else value for value in row] for row in rows]
        places = ",".join("?" * len(columns.split(",")))
        connection.execute(f"DELETE FROM {table}")
        connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", values)
    connection.commit()


def steps_of(connection: sqlite3.Connection, sql: str, parameters: Any) -> int:
    """How many tens of steps SQLite's machine takes for a statement."""
    count = 0

    def step() -> None:
        nonlocal count
        count += 1

    connection.set_progress_handler(step, 10)
    connection.execute(sql, parameters).fetchall()
    connection.set_progress_handler(None, 0)
    return count


async def test_ten_times_the_articles_cost_no_more_steps_on_sqlite(both: Both, explained: sqlite3.Connection) -> None:
    compiled = await statements(both)
    fill_sqlite(explained, 700)
    few = {name: steps_of(explained, *each) for name, each in compiled.items()}
    fill_sqlite(explained, 7000)
    many = {name: steps_of(explained, *each) for name, each in compiled.items()}

    assert min(few.values()) > 10
    assert {name: (few[name], many[name]) for name in few if many[name] > 1.3 * few[name] + 20} == {}


async def postgres_plans(connection: asyncpg.Connection, sql: str, parameters: Any) -> str:
    """The plan that PostgreSQL keeps for a statement, whatever the values are."""
    await connection.execute(f"PREPARE kept AS {sql}")
    values = ",".join("'" + str(value).replace("'", "''") + "'" for value in parameters)
    rows = await connection.fetch(f"EXPLAIN EXECUTE kept{f'({values})' if parameters else ''}")
    await connection.execute("DEALLOCATE kept")
    return "\n".join(row[0] for row in rows)


async def test_no_statement_reads_a_growing_table_whole_on_postgresql(both: Both, database_url: str) -> None:
    if both.database.dialect != "postgres":
        pytest.skip("PostgreSQL's own words")
    connection = await asyncpg.connect(database_url, server_settings=_SESSION)
    await connection.execute("SET session_replication_role = replica")
    await connection.execute("SET plan_cache_mode = force_generic_plan")  # at once, not after the fifth time
    for table, columns, rows in rows_of(4000):
        await connection.copy_records_to_table(table, records=rows, columns=columns.split(","))
    await connection.execute("ANALYZE")
    compiled = await statements(both)
    schema = both.schema._schema
    for case in [case for case in cases(schema) if is_single(case)]:
        compiled[f"{case}"] = await statement(both, case)

    plans = {name: await postgres_plans(connection, *each) for name, each in compiled.items()}
    await connection.close()

    read_whole = {name: re.findall(r"Seq Scan on (\w+)", plan) for name, plan in plans.items()}
    assert {name: GROWING & set(tables) for name, tables in read_whole.items() if GROWING & set(tables)} == {}


def is_single(case: Case) -> bool:
    """Whether it has one condition on articles, from the start, in one of two orders."""
    is_one = len(case.where) <= 1 and not {"or", "not", "and"} & case.where.keys()
    from_start = case.paging in {"first: 20", "first: 20, collapseCopies: true"}
    return is_one and from_start and case.order in {"NEWEST", "MOST_VIEWED", ""}
