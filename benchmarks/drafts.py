"""How fast the newsroom's lists are with very many drafts, and how many SQL statements each takes.

    python -m benchmarks.drafts                        # 100,000 drafts, SQLite and PostgreSQL
    python -m benchmarks.drafts --drafts 20000 --databases sqlite

The tables are filled past the API (statuses, reviews, owners, categories, headlines and bodies of 2 kB like those of a
newspaper), then a server process is asked over HTTP with sessions, one request after the other: pages of 20 with what a
list in the Studio shows, filtered and sorted in every way. Prints the median and the 95th percentile of each in ms.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sqlite3
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

import asyncpg
import httpx2

from benchmarks.site import KINDS, Server, fresh_database, load, percentile
from cms import text, users
from cms.auth import CSRF_HEADER
from cms.db import connect
from cms.models.fields import canonical
from cms.permissions import Viewer
from cms.snapshots import Content, make_snapshot
from cms.words import DraftStatus, ReviewState, Role

CHARACTERS = (
    "市区县镇村街道桥路江河湖海山田园林春夏秋冬年月日时分工农商学兵人民政府企业公司项目建设发展开放改革服务平台数据"
)
PASSWORD = "correct horse battery"  # noqa: S105 - of users that live as long as the benchmark
OWNERS = 40
STAFF = {"editor": Role.EDITOR, "contributor": Role.CONTRIBUTOR, "columnist": Role.CONTRIBUTOR}
SHARES = {"contributor": 200, "columnist": 5_000}  # own drafts, of 100,000
NOW = datetime.now(UTC).replace(microsecond=0)
Row = tuple[Any, ...]

NODE = """id status review version title updatedAt hasUnpublishedChanges owner { name } assignee { name }
  category { name path } lock { user { name } } schedules { act dueAt }"""
LIST = f"""query($where: DraftWhere, $orderBy: DraftOrder! = RECENTLY_UPDATED, $after: String) {{
  drafts(where: $where, orderBy: $orderBy, after: $after, first: 20) {{ nodes {{ {NODE} }}
  pageInfo {{ hasNextPage endCursor }} }} }}"""
COUNT = "query($where: DraftWhere) { drafts(where: $where) { totalCount } }"
TRASH = f"{{ trash(first: 20) {{ nodes {{ {NODE} }} pageInfo {{ hasNextPage }} }} }}"
PLANS = """{ schedules(first: 20, where: {states: [PENDING]}) { nodes { act dueAt isNewest draft { id title } } } }"""
DRAFT = f"""query($id: ID!) {{ draft(id: $id) {{ {NODE} head {{ number html credits {{ name }} tags {{ name }} }}
  revisions(first: 20) {{ nodes {{ number actor createdAt }} }} }} }}"""
SIGN_IN = """mutation($email: String!, $password: String!) {
  signIn(input: {email: $email, password: $password}) { __typename } }"""


class Filling:
    """The rows of a newsroom with so many drafts; the same for the same number."""

    def __init__(self, drafts: int, staff: dict[str, int]) -> None:
        self.count = drafts
        self.staff = staff
        self.rng = random.Random(1)
        html = ["".join(f"<p>{self._words(110)}。</p>" for _ in range(6)) for _ in range(50)]
        self.snapshots = [make_snapshot(Content(title="题", html=one)) for one in html]
        self.numbers: dict[str, set[int]] = {}
        taken = self.rng.sample(range(1, drafts + 1), sum(share * drafts // 100_000 for share in SHARES.values()))
        for name, share in SHARES.items():
            size = share * drafts // 100_000
            self.numbers[name], taken = set(taken[:size]), taken[size:]

    def _words(self, length: int) -> str:
        return "".join(self.rng.choices(CHARACTERS, k=length))

    def tables(self) -> Iterator[tuple[str, tuple[str, ...], Iterable[Row]]]:
        """Each table, its columns, and its rows, in the order in which they can be written."""
        owners = ((n, f"u{n}@example.org", f"编辑{n}", "EDITOR", "", False, 1, NOW) for n in self._owners())
        columns = ("id", "email", "name", "role", "password_hash", "is_disabled", "credentials_version", "created_at")
        yield "user_account", columns, owners
        columns = ("id", "parent_id", "name", "key", "slug", "path", "depth", "position", "description")
        yield "category", columns, list(_categories())
        pairs = [(n, n, 0) for n in range(1, 49)] + [(n, (n - 9) // 5 + 1, 1) for n in range(9, 49)]
        yield "category_ancestor", ("category_id", "ancestor_id", "distance"), pairs
        columns = ("id", "name", "key", "sort_key", "slug", "kind", "url", "licence", "credit_line", "language")
        sources = [(n, f"日报{n}", f"日报{n}", f"ribao{n}", f"s{n}", "NEWSPAPER", "", "", "", "") for n in range(1, 51)]
        yield "source", columns, sources
        drafts = list(self._drafts())
        columns = ("id", "status", "review", "version", "title", "title_key", "slug", "suggestions", "view_count")
        columns += ("created_at", "updated_at", "trashed_at", "owner_id", "assignee_id", "category_id", "source_id")
        yield "draft", columns, drafts
        columns = ("id", "draft_id", "number", "snapshot", "actor", "created_at")
        yield "revision", columns, self._revisions(drafts)
        columns = ("id", "revision_id", "title", "subtitle", "slug", "path", "excerpt", "byline", "language", "licence")
        columns += ("listed_at", "modified_at", "canonical_url", "word_count", "reading_minutes", "view_count")
        yield "article", (*columns, "credit_line"), self._articles(drafts)
        columns = ("id", "draft_id", "act", "state", "due_at", "actor", "created_at", "outcome", "revision_id")
        yield "schedule", columns, self._plans()
        locks = ((n * 97, self.staff["editor"], NOW, NOW + timedelta(days=1)) for n in range(1, 21))
        yield "draft_lock", ("draft_id", "user_id", "held_since", "expires_at"), locks

    def _owners(self) -> range:
        return range(1001, 1001 + OWNERS)

    def _drafts(self) -> Iterator[Row]:
        rng = self.rng
        statuses = rng.choices(list(DraftStatus), weights=[25, 60, 7, 1, 7], k=self.count)
        reviews = rng.choices(list(ReviewState), weights=[94, 4, 2], k=self.count)
        for number, status, review in zip(range(1, self.count + 1), statuses, reviews, strict=True):
            title = f"{self._words(rng.randint(10, 24))}{'渡轮' if number % 1000 == 7 else ''}{number}"
            updated = NOW - timedelta(seconds=rng.randint(1, 63_000_000))
            owner = next((self.staff[name] for name in SHARES if number in self.numbers[name]), 0)
            assignee = rng.choice(self._owners()) if rng.random() < 0.1 else None
            if number % 5000 == 11:
                assignee = self.staff["contributor"]
            trashed = updated if status is DraftStatus.TRASHED else None
            place = rng.randint(9, 48), rng.randint(1, 50)
            yield (
                *(number, status.value, review.value, 2, title, text.fold(title), f"{number}-x", "[]", 0),
                *(updated - timedelta(days=3), updated, trashed, owner or rng.choice(self._owners()), assignee, *place),
            )

    def _revisions(self, drafts: list[Row]) -> Iterator[Row]:
        for number, draft in enumerate(drafts):
            snapshot = self.snapshots[number % len(self.snapshots)]
            snapshot = snapshot | {"article": snapshot["article"] | {"title": draft[4]}}
            yield draft[0], draft[0], 1, json.dumps(snapshot, ensure_ascii=False), "编辑", draft[9]

    def _articles(self, drafts: list[Row]) -> Iterator[Row]:
        for number, status, _, _, title, _, slug, *_rest, updated, _, _, _, _, _ in drafts:
            if status == DraftStatus.PUBLISHED:
                texts = (title, "", slug, f"/articles/{number}-{slug}", "导语", "", "zh-Hans", "")
                yield (number, number, *texts, updated, updated, "", 600, 2, 0, "")

    def _plans(self) -> Iterator[Row]:
        for number in range(1, self.count // 50 + 1):
            due_at = NOW + timedelta(hours=number) if number % 10 == 0 else NOW - timedelta(hours=number)
            state = "PENDING" if number % 10 == 0 else "DONE"
            yield number, number * 49, "PUBLISH", state, due_at, "编辑", NOW - timedelta(days=9), "", number * 49


def _categories() -> Iterator[Row]:
    for number in range(1, 9):
        yield number, None, f"频道{number}", f"频道{number}", f"c{number}", f"c{number}", 1, number - 1, ""
    for number in range(9, 49):
        above, place = (number - 9) // 5 + 1, (number - 9) % 5
        name, slug = f"栏目{number}", f"c{number}"
        yield number, above, name, name, slug, f"c{above}/{slug}", 2, place, ""


async def fill(database_url: str, drafts: int) -> None:
    """Make the staff that signs in, and everything else past the API."""
    database = await connect(database_url)
    try:
        with database.use():
            operator = Viewer.system("benchmark")
            made = {
                name: await users.create_user(operator, f"{name}@example.org", name, role, password=PASSWORD)
                for name, role in STAFF.items()
            }
    finally:
        await database.close()
    filling = Filling(drafts, {name: user.id for name, user in made.items()})
    if database_url.startswith("sqlite:"):
        _fill_sqlite(database_url.removeprefix("sqlite:///"), filling)
    else:
        await _fill_postgres(database_url, filling)


def _fill_sqlite(path: str, filling: Filling) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    for table, columns, rows in filling.tables():
        places = ",".join("?" * len(columns))
        sql = f"INSERT INTO {table} ({','.join(columns)}) VALUES ({places})"
        connection.executemany(sql, (tuple(_sqlite_value(value) for value in row) for row in rows))
    connection.commit()
    connection.close()


def _sqlite_value(value: object) -> object:
    return canonical(value) if isinstance(value, datetime) else value


async def _fill_postgres(url: str, filling: Filling) -> None:
    connection = await asyncpg.connect(url)
    try:
        for table, columns, rows in filling.tables():
            remaining = iter(rows)
            while part := list(islice(remaining, 5000)):
                await connection.copy_records_to_table(table, columns=columns, records=part)
        # A server that has run for a minute has done that by itself.
        await connection.execute("VACUUM ANALYZE")
    finally:
        await connection.close()


Question = tuple[str, str, str, list[dict[str, Any]]]  # what it is, who asks, the operation, variables to choose from


def questions(staff: dict[str, int], cursors: list[str]) -> list[Question]:
    """What is asked."""
    owner = [{"where": {"ownerId": f"usr_{number}"}} for number in range(1001, 1011)]
    assignee = [{"where": {"assigneeId": f"usr_{number}"}} for number in range(1001, 1011)]
    common = [{"where": {"titleContains": word}} for word in CHARACTERS[:10]]
    under = [{"where": {"category": {"under": f"c{number}"}}} for number in range(1, 9)]
    sources = [{"where": {"source": {"id": f"src_{number}"}}} for number in range(1, 11)]
    statuses = [{"where": {"statuses": [one.value]}} for one in DraftStatus if one is not DraftStatus.TRASHED]
    waiting = {"isAssigned": False, "reviews": ["REQUESTED"]}
    since = [
        {"where": {"updatedAt": {"since": canonical(NOW - timedelta(days=n))}, "statuses": ["DRAFT"]}} for n in (7,)
    ]
    rare, none = {"titleContains": "渡轮"}, {"titleContains": "没有这样的标题"}
    rest: list[tuple[str, list[dict[str, Any]]]] = [
        ("latest changed", [{}]),
        ("of a status, latest changed", statuses),
        ("drafts of this week", since),
        ("waiting for review", [{"where": {"reviews": ["REQUESTED"]}}]),
        ("waiting for review, unassigned", [{"where": waiting}]),
        ("unassigned", [{"where": {"isAssigned": False}}]),
        ("headline contains, often", common),
        ("headline contains, rarely", [{"where": rare}]),
        ("headline contains, nowhere", [{"where": none}]),
        ("by owner", owner),
        ("by owner, of a rare status", [{"where": one["where"] | {"statuses": ["TAKEN_DOWN"]}} for one in owner]),
        ("by assignee", assignee),
        ("under a category", under),
        ("from a source", sources),
        ("from a source, by headline", [one | {"orderBy": "TITLE"} for one in sources]),
        ("by headline", [{"orderBy": "TITLE"}]),
        ("longest untouched", [{"orderBy": "LONGEST_UNTOUCHED"}]),
        ("latest made, of a status", [one | {"orderBy": "NEWEST"} for one in statuses]),
        ("deep page", [{"after": cursor} for cursor in cursors]),
        ("scheduled", [{"where": {"isScheduled": True}}]),
    ]
    asked: list[Question] = [(name, "editor", LIST, variables) for name, variables in rest]
    asked += [("how many", "editor", COUNT, [{}]), ("how many of a status", "editor", COUNT, statuses)]
    asked += [("trash", "editor", TRASH, [{}]), ("plans", "editor", PLANS, [{}])]
    asked += [("one draft", "editor", DRAFT, [{"id": f"art_{number}"} for number in range(100, 2000, 100)])]
    for who in SHARES:
        asked += [
            (f"{who}: own list", who, LIST, [{}]),
            (f"{who}: by headline", who, LIST, [{"orderBy": "TITLE"}]),
            (f"{who}: of a status", who, LIST, statuses),
            (f"{who}: headline contains", who, LIST, [{"where": rare}, *common]),
            (f"{who}: how many", who, COUNT, [{}]),
            (f"{who}: trash", who, TRASH, [{}]),
            (f"{who}: plans", who, PLANS, [{}]),
        ]
    return asked


async def measure(database_url: str, rounds: int) -> list[tuple[str, float, float, int]]:
    """What was asked, the median and the 95th percentile in ms, and the SQL statements."""
    server = Server(database_url, environment="development")
    await asyncio.to_thread(server.start)
    try:
        async with httpx2.AsyncClient(base_url=server.url, timeout=60) as client:
            headers = {name: await _sign_in(client, name) for name in STAFF}
            cursors = [await _cursor(client, headers["editor"], days) for days in (100, 365, 700)]
            return [await _time(client, headers, question, rounds) for question in questions({}, cursors)]
    finally:
        await asyncio.to_thread(server.stop)


async def _sign_in(client: httpx2.AsyncClient, name: str) -> dict[str, str]:
    variables = {"email": f"{name}@example.org", "password": PASSWORD}
    body = {"query": SIGN_IN, "variables": variables}
    answer = await client.post("/graphql", json=body, headers={CSRF_HEADER: "1"})
    client.cookies.clear()
    return {"Cookie": answer.headers["set-cookie"].partition(";")[0], CSRF_HEADER: "1"}


async def _cursor(client: httpx2.AsyncClient, headers: dict[str, str], days: int) -> str:
    where = {"updatedAt": {"until": canonical(NOW - timedelta(days=days))}}
    body = {"query": LIST, "variables": {"where": where}}
    answer = (await client.post("/graphql", json=body, headers=headers)).json()
    return str(answer["data"]["drafts"]["pageInfo"]["endCursor"])


async def _time(
    client: httpx2.AsyncClient, headers: dict[str, dict[str, str]], question: Question, rounds: int
) -> tuple[str, float, float, int]:
    name, who, query, variables = question
    seconds: list[float] = []
    statements = 0
    for number in range(rounds):
        body = {"query": query, "variables": variables[number % len(variables)]}
        began = time.perf_counter()
        response = await client.post("/graphql", json=body, headers=headers[who])
        seconds.append((time.perf_counter() - began) * 1000)
        answer = response.json()
        assert "errors" not in answer, answer
        statements = max(statements, answer["extensions"]["sql"]["statements"])
    return name, percentile(seconds, 0.5), percentile(seconds, 0.95), statements


def main() -> None:
    """Fill each database and print a line for each list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drafts", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    options = parser.parse_args()
    for kind in options.databases:
        with fresh_database(kind) as url:
            began = time.monotonic()
            asyncio.run(fill(url, options.drafts))
            print(f"{kind}: {options.drafts} drafts, filled in {time.monotonic() - began:.0f} s, {load()}")
            for name, p50, p95, statements in asyncio.run(measure(url, options.rounds)):
                print(f"  {name:<34} p50 {p50:>6.1f}  p95 {p95:>6.1f} ms  {statements} statement(s)")


if __name__ == "__main__":
    main()
