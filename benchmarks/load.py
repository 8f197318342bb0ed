"""Load on a server by wrk, and what it cost: requests a second, latencies, CPU time of the server and its database."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson
import psutil

SCRIPT = Path(__file__).with_name("load.lua")
SERVER_CORE, CLIENT_CORE = 0, 1
WITHOUT_WRK = "wrk is not installed; it is the load generator: apt-get install wrk"


@dataclass(frozen=True)
class Load:
    """What one run of wrk saw. Times are in milliseconds; CPU times are those of one request."""

    requests: int
    rate: float
    p50: float
    p99: float
    errors: int
    server_cpu: float
    database_cpu: float
    memory_mb: float

    @property
    def cpu(self) -> float:
        """What one request cost in all."""
        return self.server_cpu + self.database_cpu


@contextmanager
def on_core(core: int) -> Iterator[None]:
    """Processes that are started in the block run on this core alone, if there are two."""
    if not hasattr(os, "sched_setaffinity") or len(before := os.sched_getaffinity(0)) < 2:
        yield
        return
    os.sched_setaffinity(0, {sorted(before)[core]})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def write_bodies(path: Path, bodies: Iterable[Mapping[str, object]]) -> Path:
    """Write requests as the load generator reads them."""
    path.write_bytes(b"\n".join(orjson.dumps(body) for body in bodies) + b"\n")
    return path


def run(
    url: str,
    pid: int,
    database_pid: int | None,
    arguments: Mapping[str, object],
    *,
    connections: int,
    seconds: float,
) -> Load:
    """Let wrk ask for some seconds. `arguments` are those of load.lua.

    Raises:
        RuntimeError: wrk is missing, or could not work.
    """
    if shutil.which("wrk") is None:
        raise RuntimeError(WITHOUT_WRK)
    given = [f"{name}={value}" for name, value in arguments.items()]
    command = ["wrk", "-t1", f"-c{connections}", f"-d{max(1, round(seconds))}s", "--timeout", "60s", "-s", str(SCRIPT)]
    before = cpu_seconds(pid), database_seconds(database_pid)
    with on_core(CLIENT_CORE):
        # wrk hands to the script what follows the address and a double dash.
        done = subprocess.run([*command, url, "--", *given], capture_output=True, text=True, check=False)
    after = cpu_seconds(pid), database_seconds(database_pid)
    line = next((line for line in done.stdout.splitlines() if line.startswith("RESULT ")), None)
    if line is None:
        raise RuntimeError(f"wrk failed: {done.stdout}{done.stderr}")
    seen = json.loads(line.removeprefix("RESULT "))
    if not (count := seen["requests"]):
        raise RuntimeError(f"nothing was answered within {seen['seconds']:.0f} s")
    return Load(
        requests=count,
        rate=count / seen["seconds"],
        p50=seen["p50"],
        p99=seen["p99"],
        errors=seen["errors"],
        server_cpu=(after[0] - before[0]) * 1000 / count,
        database_cpu=(after[1] - before[1]) * 1000 / count,
        memory_mb=memory_mb(pid),
    )


def wait_until_idle(pid: int) -> None:
    """Wait, a minute at most, until a server is through with what nobody waits for any more since wrk ended."""
    for _ in range(300):
        before = cpu_seconds(pid)
        time.sleep(0.2)
        if cpu_seconds(pid) - before < 0.05:
            return


def cpu_seconds(pid: int) -> float:
    """The CPU time that a process and its children have used, in user and kernel mode."""
    process = psutil.Process(pid)
    return sum(sum(one.cpu_times()[:2]) for one in (process, *process.children(recursive=True)))


def database_seconds(pid: int | None) -> float:
    """The CPU time of PostgreSQL's processes, those that ended included."""
    if pid is None:
        return 0.0
    process = psutil.Process(pid)
    ended = process.cpu_times()
    return cpu_seconds(pid) + ended.children_user + ended.children_system


def memory_mb(pid: int) -> float:
    """The resident memory of a process and its children, in MB."""
    process = psutil.Process(pid)
    return sum(one.memory_info().rss for one in (process, *process.children(recursive=True))) / 1e6
