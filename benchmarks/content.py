"""The articles of a benchmark: as many as asked for, the same for the same number, written past the API.

Each has a body of 2 kB, a source, a category, one to three credits, three tags, seven relations (five to articles, two
to references), one revision and one publication; the site has a tree of 48 categories and four collections.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain, islice
from typing import Any

import asyncpg
import orjson

from cms import text
from cms.models.fields import canonical
from cms.snapshots import Content, CreditLink, RelationLink, make_snapshot
from cms.words import CreditRole

Row = dict[str, Any]

NOW = datetime(2026, 1, 28, 9, 30, tzinfo=UTC)
EVERY = timedelta(minutes=7)  # between one article and the next
TOP_CATEGORIES, CHILDREN = 8, 5
SOURCES, TAGS, BODIES = 50, 300, 500
CHARACTERS = (
    "市民春天桥边灯火清晨江水渡口老街新楼工人学校孩子图书花园雨后集市医院列车车站广场舞台音乐夜色湖面山路村庄"
    "果园麦田仓库码头会议计划服务平台数据技术研究青年志愿社区邻里志向温暖脚步安全保护环境生态经济发展文化历史"
    "展览比赛运动健康生活美食茶馆书店电影故事记者现场报道消息记录回忆未来希望城市乡村道路交通建设开放合作创新"
)
ROLES = (CreditRole.REPORTER, CreditRole.PHOTOGRAPHER, CreditRole.EDITOR)
TAILS = {"front-page": "NEWEST", "hot": "HOT", "newest": "NEWEST", "choice": "NONE"}
PLACED = {"front-page": 6, "choice": 10}


class Filling:
    """The rows of a site with so many articles."""

    def __init__(self, articles: int) -> None:
        self.count = articles
        self.authors = max(20, articles // 20)
        self.references = max(20, articles // 10)
        rng = random.Random(1)
        self.rng = rng
        self.bodies = [make_snapshot(Content(title="题", html=self._html())) for _ in range(min(BODIES, articles))]

    def _words(self, length: int) -> str:
        return "".join(self.rng.choices(CHARACTERS, k=length))

    def _html(self) -> str:
        return "".join(f"<p>{'，'.join(self._words(18) for _ in range(6))}。</p>" for _ in range(6))

    def tables(self) -> Iterator[tuple[str, Iterable[Row]]]:
        """Each table and its rows, in an order in which they can be written."""
        yield (
            "site",
            [{"id": 1, "name": "临江晨报网", "tagline": "一座虚构城市的新闻", "url": "", "language": "zh-Hans"}],
        )
        yield "category", list(_categories())
        pairs = [(row["id"], row["id"], 0) for row in _categories()]
        pairs += [(row["id"], row["parent_id"], 1) for row in _categories() if row["parent_id"]]
        yield (
            "category_ancestor",
            [dict(zip(("category_id", "ancestor_id", "distance"), pair, strict=True)) for pair in pairs],
        )
        yield "source", [_source(number) for number in range(1, SOURCES + 1)]
        yield "author", [_author(number) for number in range(1, self.authors + 1)]
        yield "tag", [_tag(number) for number in range(1, TAGS + 1)]
        yield "reference", [self._reference(number) for number in range(1, self.references + 1)]
        makers = (_draft, _revision, _publication, _article)
        for table, make in zip(("draft", "revision", "publication", "article"), makers, strict=True):
            yield table, (make(number, snapshot) for number, snapshot in self._snapshots())
        yield "article_body", ({"article_id": number} | snapshot["body"] for number, snapshot in self._snapshots())
        for table, name in (("credit", "credits"), ("relation", "relations"), ("article_tag", "tags")):
            when = table != "relation"
            yield (
                table,
                chain.from_iterable(_links(number, snapshot[name], when) for number, snapshot in self._snapshots()),
            )
        yield "collection", [_collection(number, slug) for number, slug in enumerate(TAILS, 1)]
        yield "collection_item", list(self._placed())

    def _snapshots(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Each article's number and what its only revision holds."""
        rng = random.Random(2)
        for number in range(1, self.count + 1):
            snapshot = self.bodies[number % len(self.bodies)]
            title = "".join(rng.choices(CHARACTERS, k=rng.randint(10, 24))) + str(number)
            writers = [1 + (number * 7 + place * 13) % self.authors for place in range(1 + number % 3)]
            bylines = [CreditLink(one, f"作者{one}", role) for one, role in zip(writers, ROLES, strict=False)]
            relations = [RelationLink(target_id=1 + (number + 37 * place) % self.count) for place in range(1, 6)]
            relations += [RelationLink(reference_id=1 + (number * 3 + place) % self.references) for place in range(2)]
            columns = {
                "title": title,
                "byline": "、".join(link.name for link in bylines),
                "published_at": canonical(_listed(number)),
                "source_id": 1 + number % SOURCES,
                "category_id": TOP_CATEGORIES + 1 + number % (TOP_CATEGORIES * CHILDREN),
            }
            yield (
                number,
                snapshot
                | {
                    "article": snapshot["article"] | columns,
                    "credits": [vars(link) for link in bylines],
                    "relations": [vars(link) for link in relations],
                    "tags": [1 + (number * 11 + place * 101) % TAGS for place in range(3)],
                },
            )

    def _reference(self, number: int) -> Row:
        title = f"{self._words(16)}{number}"
        address = f"https://example.org/{number}"
        return {
            "id": number,
            "title": title,
            "title_key": text.fold(title),
            "teaser": self._words(40),
            "is_truncated": number % 2 == 0,
            "url": address,
            "target_id": None,
        }

    def _placed(self) -> Iterator[Row]:
        for collection_id, slug in enumerate(TAILS, 1):
            for position in range(PLACED.get(slug, 0)):
                target = 1 + (position * 41 + collection_id) % self.count
                row = {"collection_id": collection_id, "position": position, "target_id": target, "reference_id": None}
                yield row | ({"target_id": None, "reference_id": position} if position == 3 else {})


def _listed(number: int) -> datetime:
    return NOW - EVERY * number


def _categories() -> Iterator[Row]:
    for number in range(1, TOP_CATEGORIES * (CHILDREN + 1) + 1):
        is_top = number <= TOP_CATEGORIES
        below = number - TOP_CATEGORIES - 1
        above = None if is_top else below // CHILDREN + 1
        name, slug = f"{'频道' if is_top else '栏目'}{number}", f"c{number}"
        yield {
            "id": number,
            "parent_id": above,
            "name": name,
            "key": name,
            "slug": slug,
            "description": "",
            "path": slug if is_top else f"c{above}/{slug}",
            "depth": 1 if is_top else 2,
            "position": number - 1 if is_top else below % CHILDREN,
        }


def _source(number: int) -> Row:
    name = f"日报{number}"
    empty = dict.fromkeys(("licence", "credit_line", "language"), "")
    address = f"https://source{number}.example.org"
    keys = {"id": number, "name": name, "key": name, "sort_key": f"ribao{number}", "slug": f"s{number}"}
    return keys | {"kind": "NEWSPAPER", "url": address} | empty


def _author(number: int) -> Row:
    name = f"作者{number}"
    keys = {"id": number, "name": name, "key": name, "sort_key": f"zuozhe{number}", "slug": f"a{number}"}
    return keys | {"kind": "PERSON", "description": "", "url": ""}


def _tag(number: int) -> Row:
    name = f"关键词{number}"
    return {
        "id": number,
        "name": name,
        "key": name,
        "sort_key": f"gjc{number}",
        "slug": f"t{number}",
        "media_topic": "",
    }


def _draft(number: int, snapshot: dict[str, Any]) -> Row:
    article, moment = snapshot["article"], _listed(number)
    return {
        "id": number,
        "status": "PUBLISHED",
        "review": "NONE",
        "version": 2,
        "title": article["title"],
        "title_key": text.fold(article["title"]),
        "slug": _slug(number),
        "suggestions": "[]",
        "view_count": _views(number),
        "created_at": moment,
        "updated_at": moment,
        "first_published_at": moment,
        "source_id": article["source_id"],
        "category_id": article["category_id"],
    }


def _revision(number: int, snapshot: dict[str, Any]) -> Row:
    row = {"id": number, "draft_id": number, "number": 1, "snapshot": orjson.dumps(snapshot).decode()}
    return row | {"actor": "编辑", "created_at": _listed(number)}


def _publication(number: int, _snapshot: dict[str, Any]) -> Row:
    row = {"id": number, "draft_id": number, "revision_id": number, "live_from": _listed(number)}
    return row | {"slug": _slug(number), "note": ""}


def _article(number: int, snapshot: dict[str, Any]) -> Row:
    moment = _listed(number)
    own = {"id": number, "revision_id": number, "slug": _slug(number), "path": f"/articles/{number}-{_slug(number)}"}
    times = {"published_at": moment, "listed_at": moment, "modified_at": moment, "collected_at": None}
    return snapshot["article"] | own | times | {"view_count": _views(number)}


def _slug(number: int) -> str:
    return f"n{number}"


def _views(number: int) -> int:
    return number * 7919 % 100_003


def _links(number: int, links: list[Any], has_time: bool) -> Iterator[Row]:
    when = {"listed_at": _listed(number)} if has_time else {}
    for position, link in enumerate(links):
        own = link if isinstance(link, dict) else {"tag_id": link}
        yield {"article_id": number, "position": position, **own, **when}


def _collection(number: int, slug: str) -> Row:
    return {"id": number, "slug": slug, "title": slug.title(), "description": "", "tail": TAILS[slug]}


async def fill(database_url: str, articles: int) -> None:
    """Write the rows into a migrated database with nothing in it."""
    if database_url.startswith("sqlite:"):
        fill_sqlite(database_url.removeprefix("sqlite:///"), Filling(articles))
    else:
        await fill_postgres(database_url, Filling(articles))


def _parts(filling: Filling) -> Iterator[tuple[str, tuple[str, ...], list[tuple[Any, ...]]]]:
    """The rows in parts of one table that have the same columns."""
    for table, rows in filling.tables():
        remaining = iter(rows)
        while part := list(islice(remaining, 5000)):
            yield table, tuple(part[0]), [tuple(row.values()) for row in part]


def fill_sqlite(path: str, filling: Filling) -> None:
    """Write the rows into a file."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA cache_size = -200000")
    for table, columns, rows in _parts(filling):
        sql = f"INSERT INTO {table} ({','.join(columns)}) VALUES ({','.join('?' * len(columns))})"
        connection.executemany(sql, (tuple(_sqlite_value(value) for value in row) for row in rows))
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _sqlite_value(value: object) -> object:
    return canonical(value) if isinstance(value, datetime) else value


async def fill_postgres(url: str, filling: Filling) -> None:
    """Write the rows into a database of PostgreSQL."""
    connection = await asyncpg.connect(url)
    try:
        for table, columns, rows in _parts(filling):
            await connection.copy_records_to_table(table, columns=columns, records=rows)
        for table in ("draft", "revision", "publication", "source", "author", "tag", "reference", "collection"):
            top = f"(SELECT max(id) FROM {table})"
            await connection.execute(f"SELECT setval(pg_get_serial_sequence('{table}','id'), {top})")
        # A server that has run for a minute has done that by itself.
        await connection.execute("VACUUM ANALYZE")
    finally:
        await connection.close()
