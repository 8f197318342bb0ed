"""HTTP beside GraphQL: whether the server lives, whether it can answer, and what stands where."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from cms.log import get_logger

PING_SECONDS = 2.0
NO_STORE = {"Cache-Control": "no-store"}

log = get_logger(__name__)


async def live(_request: Request) -> Response:
    """200 as long as the process answers at all; ask this to decide on a restart."""
    return JSONResponse({"status": "ok"}, headers=NO_STORE)


async def ready(request: Request) -> Response:
    """200 when the database answers within two seconds, else 503; ask this to decide on sending traffic here."""
    try:
        async with asyncio.timeout(PING_SECONDS):
            await request.state.database.ping()
    except Exception as error:  # whatever the driver raises, the answer is the same
        log.warning("health.not_ready", error=f"{type(error).__name__}: {error}")
        return JSONResponse({"status": "unavailable", "database": "unavailable"}, 503, headers=NO_STORE)
    return JSONResponse({"status": "ok", "database": "ok"}, headers=NO_STORE)


async def index(_request: Request) -> Response:
    """What this server is, and the addresses it has."""
    return JSONResponse(
        {
            "name": "Broadsheet",
            "graphql": "/graphql",
            "health": {"live": "/health/live", "ready": "/health/ready"},
            "documentation": "docs/http.md in the source of broadsheet-cms",
        }
    )


routes = [
    Route("/", index),
    Route("/health/live", live),
    Route("/health/ready", ready),
]
