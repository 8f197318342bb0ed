"""What was measured, as tables of Markdown."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from pathlib import Path

import psutil

from benchmarks.figures import Figure
from benchmarks.lanes import DATALOADERS
from benchmarks.operations import READINGS
from benchmarks.site import load
from benchmarks.suite import Results

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
NAMES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}


def loads_table(results: Results) -> str:
    """A line for each workload, lane and number of connections."""
    lines = [
        "| workload | way | connections | requests/s | p50 ms | p99 ms | CPU ms | of database | MB | x dataloaders |",
        "|--|--|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    order = {name: number for number, name in enumerate(READINGS)}
    for workload, lane, connections in sorted(results.loads, key=lambda key: (order.get(key[0], 99), key[0], key[2])):
        key = (workload, lane, connections)
        cells = [results.median(key, name) for name in ("rate", "p50", "p99", "cpu", "database_cpu", "memory_mb")]
        ratio = results.ratio(key, (workload, DATALOADERS, connections))
        title = READINGS[workload].title if workload in READINGS else workload
        shown = [_number(cell) for cell in cells] + ["" if ratio is None else _number(ratio)]
        lines.append(f"| {title} | {lane} | {connections} | {' | '.join(shown)} |")
    return "\n".join(lines)


def figures_table(figures: Iterable[tuple[str, Figure]]) -> str:
    """A line for each figure to reach, with the database it was measured on."""
    lines = ["| database | what | wanted | measured | by CPU time | reached |", "|--|--|--:|--:|--:|--|"]
    for kind, one in figures:
        sign = "≤" if one.at_most else "≥"
        by_cpu = "" if one.by_cpu is None else f"{_number(one.by_cpu)}{one.unit}"
        cells = [NAMES[kind], one.name, f"{sign} {one.wanted:g}{one.unit}", f"{_number(one.value)}{one.unit}", by_cpu]
        lines.append(f"| {' | '.join(cells)} | {'yes' if one.is_reached else '**no**'} |")
    return "\n".join(lines)


def machine() -> str:
    """What it was measured on, in a sentence."""
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}; {load()} at the end."
    )


def write(text: str) -> None:
    """Put the tables between their marks in docs/performance.md."""
    page = PAGE.read_text()
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{text.strip()}\n\n{END}{after}")


def _number(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
