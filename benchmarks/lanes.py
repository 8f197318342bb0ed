"""The servers that are compared, each a process on the same core, and how each is asked for each workload."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import orjson

from benchmarks.databases import Site
from benchmarks.load import SERVER_CORE, on_core
from benchmarks.operations import READINGS, UNSEEN
from benchmarks.site import Server

PEERS = Path(__file__).with_name("peers")
POSTGRAPHILE = PEERS / "postgraphile"
COLD_BODIES, HOT_BODIES = 2000, 100
HOT, COLD, FIRST, NOT_MODIFIED = "hot", "cold", "first time", "304"
DATALOADERS, HANDWRITTEN, RAW, POSTGRAPHILE_LANE = "dataloaders", "hand-written SQL", "raw uvicorn", "PostGraphile"
# One for all: making one takes longer than most answers.
CLIENT = httpx2.Client(timeout=60)


class Peer(Server):
    """Another server than ours; its last argument is the port."""

    def __init__(self, command: list[str], folder: Path) -> None:
        super().__init__("")
        self._command = command
        self._folder = folder

    def command(self) -> list[str]:
        """What is run."""
        return [*self._command, str(self.port)]

    def _is_ready(self) -> bool:
        # Not each has an address for it, so any answer will do.
        try:
            return CLIENT.get(f"{self.url}/health/ready").status_code < 500
        except httpx2.TransportError:
            return False


@dataclass(frozen=True)
class Lane:
    """A way to answer: who, at which path, and how many different requests it is sent in turn.

    `body` makes the so-manieth request of a workload, `tags` says that answers are known already.
    """

    name: str
    server: Server
    workloads: tuple[str, ...]
    body: Callable[[str, int], Mapping[str, Any]]
    bodies: int = COLD_BODIES
    path: str = "/graphql"
    unseen: bool = False
    tag: str = ""

    def path_of(self, workload: str) -> str:
        """Where a workload is asked for."""
        return self.path.format(workload=workload)

    def ask(self, workload: str, number: int = 0) -> httpx2.Response:
        """One answer."""
        address = f"{self.server.url}{self.path_of(workload)}"
        # As the load generator asks, so that the raw server keeps plain bytes.
        headers = {"Accept-Encoding": "identity"}
        response = CLIENT.post(address, json=self.body(workload, number), headers=headers)
        response.raise_for_status()
        return response


def started(server: Server, stack: ExitStack) -> Server:
    """Start a server on its core, and stop it in the end."""
    with on_core(SERVER_CORE):
        server.start()
    stack.callback(server.stop)
    return server


@contextmanager
def reading_lanes(site: Site, *, with_postgraphile: bool) -> Iterator[list[Lane]]:
    """All lanes of the reading workloads on a database, with their servers running."""
    workloads = tuple(READINGS)

    def body(workload: str, number: int) -> dict[str, Any]:
        return READINGS[workload].body(number, site.articles)

    def unseen(workload: str, number: int) -> dict[str, Any]:
        return READINGS[workload].unseen(number, site.articles)

    with ExitStack() as stack:
        hot = started(Server(site.url), stack)
        cold = started(Server(site.url, response_cache_bytes="0"), stack)
        lanes = [
            Lane(HOT, hot, workloads, body, HOT_BODIES),
            Lane(COLD, cold, workloads, body),
            Lane(FIRST, cold, workloads, unseen, unseen=True),
        ]
        reference = started(_python_peer("dataloaders", site.url), stack)
        lanes.append(Lane(DATALOADERS, reference, workloads, body))
        by_hand = started(_python_peer("handwritten", site.url), stack)
        lanes.append(Lane(HANDWRITTEN, by_hand, workloads, body, path="/{workload}"))
        if with_postgraphile:
            lanes.append(_postgraphile(site, stack))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="broadsheet-")))
        tag = _keep_answers(lanes[0], folder)
        raw = started(_python_peer("raw", str(folder)), stack)
        lanes.append(Lane(RAW, raw, workloads, body, path="/{workload}"))
        lanes.append(Lane(NOT_MODIFIED, hot, ("page",), body, 1, tag=tag))
        yield lanes


def _python_peer(name: str, argument: str) -> Peer:
    return Peer([sys.executable, "-m", f"benchmarks.peers.{name}", argument], PEERS)


def _keep_answers(lane: Lane, folder: Path) -> str:
    """Write one answer of each workload into a file for the raw server; the ETag of the article page."""
    tag = ""
    for workload in lane.workloads:
        response = lane.ask(workload)
        kept = {"headers": list(response.headers.items()), "body": response.text}
        (folder / workload).write_bytes(orjson.dumps(kept))
        tag = tag or response.headers.get("etag", "")
    return tag


def _postgraphile(site: Site, stack: ExitStack) -> Lane:
    server = Peer([str(_node()), str(POSTGRAPHILE / "server.mjs"), site.url], POSTGRAPHILE)
    texts = {name: (POSTGRAPHILE / f"{name}.graphql").read_text() for name in ("page", "list")}

    def body(workload: str, number: int) -> dict[str, Any]:
        variables = READINGS[workload].variables(number, site.articles)
        given = {"id": int(variables["id"].partition("_")[2])} if workload == "page" else {}
        return {"query": texts[workload], "variables": given}

    return Lane(POSTGRAPHILE_LANE, started(server, stack), tuple(texts), body)


def _node() -> Path:
    """The Node that PostGraphile needs, installed with it."""
    node = POSTGRAPHILE / "node_modules" / ".bin" / "node"
    if not node.exists():
        npm = shutil.which("npm")
        if npm is None:
            raise RuntimeError("npm is not installed; get Node, or leave PostGraphile out with --without-postgraphile")
        subprocess.run([npm, "ci"], cwd=POSTGRAPHILE, check=True, capture_output=True, env=os.environ)
    return node


__all__ = ["UNSEEN", "Lane", "Peer", "reading_lanes", "started"]
