"""A throw-away site to try everything on: bundled articles, and pages of one's own beside them."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from cms import collections, migrations, site, users
from cms.app import open_site
from cms.errors import CMSError
from cms.importers.files import read_items
from cms.importers.store import ItemReport, Outcome, Policy, import_items
from cms.log import escape
from cms.models import Article, Author, Category, Source
from cms.permissions import Viewer
from cms.serving import address_of, listen, run_server
from cms.settings import Settings, load_settings
from cms.words import CollectionTail, Role

POLICY = Policy(publish=True, publish_undated=True)
FRONT_PAGE = 8
ADMINISTRATOR = "admin@example.org"


class PageRefused(CMSError):
    """A page that was given to the demo cannot be shown."""

    code = "BAD_USER_INPUT"


def run_demo(paths: Sequence[str], *, port: int | None = None) -> int:
    """Make the site in a folder that goes with the process, print what is there, and serve it until it is stopped.

    Raises:
        PageRefused: a path cannot be imported; the message says why.
        SetupError: the port is in use.
    """
    with TemporaryDirectory(prefix="broadsheet-demo-") as folder:
        url = f"sqlite:///{Path(folder, 'demo.sqlite3')}"
        given = {} if port is None else {"port": port}
        settings = load_settings(database_url=url, workers=1, **given)
        with listen(settings.host, settings.port) as listener:
            asyncio.run(_prepare(settings, paths, address_of(listener)))
            return run_server(settings, listener)


async def _prepare(settings: Settings, paths: Sequence[str], address: str) -> None:
    """Fill the database and print what is there."""
    await migrations.migrate(settings.database_url)
    viewer = Viewer.system("cms demo")
    async with open_site(settings):
        await site.describe(viewer, name="临江晨报网", tagline="一座虚构城市的新闻", url=address)
        with as_file(files("cms") / "demo_pages") as folder:
            bundled = await _import(viewer, [str(folder)])
        await make_front_page(viewer, bundled)
        own = await _import(viewer, paths) if paths else []
        password = secrets.token_urlsafe(9)
        await users.create_user(viewer, ADMINISTRATOR, "管理员", Role.ADMIN, password=password)
        for line in await _summary(own, address, password):
            print(line, flush=True)  # noqa: T201 - what the command is asked to tell


async def _import(viewer: Viewer, paths: Sequence[str]) -> list[ItemReport]:
    reports = [report async for report in import_items(viewer, read_items(paths), POLICY)]
    refused = [f"{report.label}: {'; '.join(report.notes)}" for report in reports if report.outcome is Outcome.REFUSED]
    if refused:
        raise PageRefused("\n".join(refused))
    return reports


async def make_front_page(viewer: Viewer, bundled: Sequence[ItemReport]) -> None:
    """Every so many of the bundled articles, so that all departments are on it."""
    step = max(1, len(bundled) // FRONT_PAGE)
    placed = [collections.Placement(target_id=report.draft_id) for report in bundled[::step][:FRONT_PAGE]]
    await collections.place(viewer, "front-page", placed, title="头版", tail=CollectionTail.NEWEST)


async def _summary(own: Sequence[ItemReport], address: str, password: str) -> list[str]:
    counts = {
        "articles": await Article.all().count(),
        "sources": await Source.all().count(),
        "authors": await Author.all().count(),
        "categories": await Category.all().count(),
    }
    newest = await Article.all().order_by("-listed_at", "-id").first()
    shown = own[0].draft_id if own else newest.id if newest else 0
    query = (
        f'{{ article(id: "art_{shown}") {{ title byline body {{ text }} related {{ nodes {{ title teaser }} }} }} }}'
    )
    body = json.dumps({"query": query}, ensure_ascii=False)
    lines = [f"{number} {name}" for name, number in counts.items()]
    return [
        f"A site with {', '.join(lines)}, and the collections front-page, hot and newest.",
        *(f"{escape(report.label)}  art_{report.draft_id}  {report.slug}  {report.title}" for report in own),
        "",
        f"GraphQL     {address}/graphql",
        f"Playground  {address}/playground",
        f"Studio      {address}/studio  as {ADMINISTRATOR} with the password {password}",
        f"Health      {address}/health/ready",
        "",
        f"curl -s {address}/graphql -H 'Content-Type: application/json' -d '{body}'",
        "",
        "Everything is gone when this stops (Ctrl-C).",
    ]
