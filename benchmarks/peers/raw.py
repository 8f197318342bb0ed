"""The limit: uvicorn with httptools and uvloop, sending bytes that were made before, head included.

    python -m benchmarks.peers.raw FOLDER PORT

The folder has a file for each path: the status, the headers and the body as JSON (benchmarks/lanes.py writes them).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import orjson
import uvicorn


def make_app(folder: Path) -> Any:
    """The application."""
    messages = {"/health/ready": ({"type": "http.response.start", "status": 200}, {"type": "http.response.body"})}
    for file in folder.iterdir():
        kept = orjson.loads(file.read_bytes())
        headers = [(name.encode(), value.encode()) for name, value in kept["headers"]]
        start = {"type": "http.response.start", "status": 200, "headers": headers}
        messages[f"/{file.name}"] = start, {"type": "http.response.body", "body": kept["body"].encode()}  # type: ignore[dict-item]

    async def app(scope: dict[str, Any], _receive: Any, send: Any) -> None:
        start, body = messages[scope["path"]]
        await send(start)
        await send(body)

    return app


if __name__ == "__main__":
    uvicorn.run(
        make_app(Path(sys.argv[1])),
        port=int(sys.argv[2]),
        loop="uvloop",
        http="httptools",
        lifespan="off",
        access_log=False,
        server_header=False,
        date_header=False,
        log_level="warning",
    )
