"""How late plans are carried out, with a server that is killed and started again in the middle.

    python -m benchmarks.scheduling                         # 50 plans over 20 s, SQLite and PostgreSQL
    python -m benchmarks.scheduling --plans 200 --seconds 60 --databases sqlite
    python -m benchmarks.scheduling --databases postgres://user@host/empty_database

Drafts are made, and the publishing of each is planned for a second within the time. `cms serve` runs as a process of
its own; at half time it is killed (kill -9), and started again after `--down` seconds. A plan's lateness is the time
from when it was due to when its article could be read by another connection, looked for every 10 ms. Those that became
due while no server ran are shown apart. PostgreSQL is started here, unless its address is given.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

LEAD_SECONDS = 5  # for making the plans
LOOK_SECONDS = 0.01


def start_server(url: str, folder: str) -> subprocess.Popen[bytes]:
    """A server of the site, ready for requests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CMS_")}
    command = [sys.executable, "-c", "from cms.cli import main; main()", "serve", "--port", "0"]
    server = subprocess.Popen(command, cwd=folder, env=kept | {"CMS_DATABASE_URL": url}, stderr=subprocess.PIPE)
    assert server.stderr is not None
    if not any(b"startup complete" in line for line in server.stderr):
        raise RuntimeError("the server did not start")
    return server


async def make_plans(count: int, seconds: float) -> dict[int, float]:
    """When each draft is due, by its id; spread evenly over whole seconds."""
    from cms import editing, scheduling
    from cms.permissions import Viewer
    from cms.snapshots import Content
    from cms.words import ScheduleAct

    viewer = Viewer.system("benchmark")
    begin = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=LEAD_SECONDS)
    due: dict[int, float] = {}
    for number in range(count):
        draft = await editing.create_draft(viewer, Content(title=f"计划 {number}", html="<p>正文。</p>"))
        due_at = begin + timedelta(seconds=int(number * seconds / count))
        row = await scheduling.schedule(viewer, draft.id, ScheduleAct.PUBLISH, due_at, expected_version=1)
        due[draft.id] = row.due_at.timestamp()
    return due


async def watch(due: dict[int, float], seen: dict[int, float], until: float) -> None:
    """Note when each article can first be read, until all are there or the time has come."""
    from cms.models import Article

    while len(seen) < len(due) and time.time() < until:
        found = await Article.all().values_list("id", flat=True)
        now = time.time()
        for number in found:
            if number in due:
                seen.setdefault(int(str(number)), now)
        await asyncio.sleep(LOOK_SECONDS)


async def measure(url: str, plans: int, seconds: float, down: float) -> list[str]:
    """Run the plans on one database; a line for those on time, and one for those that became due without a server."""
    from cms import migrations
    from cms.db import connect
    from cms.models import Publication

    await migrations.migrate(url)
    database = await connect(url)
    server = None
    with tempfile.TemporaryDirectory() as folder:
        try:
            server = await asyncio.to_thread(start_server, url, folder)
            due = await make_plans(plans, seconds)
            seen: dict[int, float] = {}
            half = min(due.values()) + seconds / 2
            await watch(due, seen, half)
            server.send_signal(signal.SIGKILL)
            server.wait()
            killed = time.time()
            await watch(due, seen, killed + down)
            rest = asyncio.create_task(watch(due, seen, max(due.values()) + 60))
            server = await asyncio.to_thread(start_server, url, folder)
            ready = time.time()
            await rest
            missing, once = len(due) - len(seen), await Publication.all().count() == len(due)
        finally:
            if server is not None:
                server.terminate()
                server.wait()
            await database.close()
    overdue = {number for number, moment in seen.items() if moment > killed and due[number] < ready}
    on_time = [seen[number] - due[number] for number in seen if number not in overdue]
    # The first look comes just before the server says that it is ready.
    after_start = [max(0.0, seen[number] - ready) for number in overdue]
    told = f"{plans} plans, {missing} missing, {'each once' if once else 'SOME REPEATED'}"
    return [
        f"{told}; {len(on_time)} while a server ran: {summary(on_time)} late",
        f"{len(overdue)} due without a server: {summary(after_start)} after the next one was ready",
    ]


def summary(seconds: list[float]) -> str:
    """The middle and the worst."""
    if not seconds:
        return "none"
    return f"p50 {statistics.median(seconds) * 1000:.0f} ms, max {max(seconds) * 1000:.0f} ms"


def main() -> None:
    """Measure each database and print its lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--down", type=float, default=2, help="seconds between the kill and the next start")
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgres"], help="kinds, or addresses")
    options = parser.parse_args()
    for kind in options.databases:
        with tempfile.TemporaryDirectory() as folder:
            if kind == "postgres":
                from tests.databases import PostgresDatabases

                server = PostgresDatabases()
                try:
                    report(kind, server.empty(Path(folder)), options)
                finally:
                    server.stop()
            else:
                report(kind, f"sqlite:///{folder}/site.sqlite3" if kind == "sqlite" else kind, options)


def report(kind: str, url: str, options: argparse.Namespace) -> None:
    """Measure one database and print what came out."""
    lines = asyncio.run(measure(url, options.plans, options.seconds, options.down))
    name = kind.partition("://")[0]
    print(f"{name:9}", "\n          ".join(lines))


if __name__ == "__main__":
    main()
