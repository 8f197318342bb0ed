"""One statement written by hand for each reading workload, behind the same server and the same middleware.

    python -m benchmarks.peers.handwritten DATABASE_URL PORT

What a developer would do for five pages whose content never changes its shape: no GraphQL, one route for each, the
database builds the very same JSON.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import orjson
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.peers.statements import make_statements
from cms.app import middleware
from cms.db import connect
from cms.endpoints import ready
from cms.serving import uvicorn_config
from cms.settings import Settings

HEADERS = {"Vary": "Accept", "Cache-Control": "no-store"}


async def answer(request: Request) -> Response:
    """The data of one workload, as JSON."""
    asked = orjson.loads(await request.body())
    sql, bind = request.state.statements[request.path_params["workload"]]
    data = await request.state.database.fetch(sql, bind(asked["variables"]))
    body = data if isinstance(data, bytes) else data.encode()
    media_type = "application/json; charset=utf-8"
    return Response(b'{"data":' + body + b"}", 200, HEADERS, media_type=media_type)


def make_app(settings: Settings) -> Starlette:
    """The application."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[dict[str, Any]]:
        database = await connect(settings.database_url)
        yield {"database": database, "statements": make_statements(database.dialect)}
        await database.close()

    routes = [Route("/health/ready", ready), Route("/{workload}", answer, methods=["POST"])]
    return Starlette(routes=routes, middleware=middleware(settings), lifespan=lifespan)


if __name__ == "__main__":
    given = Settings(database_url=sys.argv[1], port=int(sys.argv[2]))
    config = uvicorn_config(make_app(given), given)
    config.host, config.port = given.host, given.port
    uvicorn.Server(config).run()
