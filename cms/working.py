"""Running everything but the HTTP server: the loops of cms/worker.py and the sending of webhooks."""

from __future__ import annotations

import asyncio
import signal

from cms.app import open_site, working
from cms.library import Library
from cms.log import get_logger
from cms.settings import Settings
from cms.webhooks.tally import Tally
from schema.build import make_schema

log = get_logger(__name__)


async def work(settings: Settings) -> None:
    """Work until the process is told to stop (SIGTERM, SIGINT).

    Raises:
        SetupError: the database cannot be used.
    """
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    async with open_site(settings) as database:
        await database.news.open()
        schema = make_schema(database, settings)
        library = Library(settings)
        async with working(database, settings, schema, Tally(), library, dispatch=True, follow=True):
            log.info("worker.started")
            await stopped.wait()
            log.info("worker.stopping")
