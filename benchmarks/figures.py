"""The figures to reach, and what a run says of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.lanes import COLD, DATALOADERS, HANDWRITTEN, HOT, NOT_MODIFIED, POSTGRAPHILE_LANE, RAW
from benchmarks.suite import ALONE, CREATING, MIXED, UPDATING, Results

MANY = 32
# By kind of database: the workload, what it is compared with, and how many times as fast ours has to be.
COLD_FIGURES = {
    "sqlite": (
        ("page", DATALOADERS, 12),
        ("page", HANDWRITTEN, 0.6),
        ("deep", DATALOADERS, 25),
        ("deep", HANDWRITTEN, 0.7),
        ("list", DATALOADERS, 20),
    ),
    "postgres": (
        ("page", DATALOADERS, 8),
        ("deep", DATALOADERS, 15),
        ("list", DATALOADERS, 10),
        ("page", POSTGRAPHILE_LANE, 1.5),
        ("list", POSTGRAPHILE_LANE, 1.5),
    ),
}


@dataclass(frozen=True)
class Figure:
    """Something to reach. `by_cpu` is the same ratio of the CPU time of a request, for a machine that is not idle."""

    name: str
    wanted: float
    value: float
    by_cpu: float | None = None
    at_most: bool = False
    unit: str = "x"

    @property
    def is_reached(self) -> bool:
        """Whether the value is good enough."""
        return self.value <= self.wanted if self.at_most else self.value >= self.wanted


def figures(kind: str, results: Results) -> Iterator[Figure]:
    """What the rounds on a database say."""
    for workload, other, wanted in COLD_FIGURES[kind]:
        yield from _ratio(results, f"cold {workload} / {other}", wanted, (workload, COLD), (workload, other))
    yield from _ratio(results, "hot page / raw uvicorn", 0.5, ("page", HOT), ("page", RAW))
    yield from _ratio(results, "304 / hot page", 1, ("page", NOT_MODIFIED), ("page", HOT))
    for name in (COLD, HOT):
        yield from _ratio(results, f"{name} page with 5 % writes / without", 0.5, (MIXED, name), (ALONE, name))
    for workload in (CREATING, UPDATING):
        yield from _ratio(results, f"{workload} / dataloaders", 1, (workload, COLD), (workload, DATALOADERS))


def _ratio(
    results: Results, name: str, wanted: float, above: tuple[str, str], below: tuple[str, str]
) -> Iterator[Figure]:
    keys = (*above, MANY), (*below, MANY)
    value = results.ratio(*keys)
    if value is not None:
        yield Figure(name, wanted, value, by_cpu=results.ratio(keys[1], keys[0], "cpu"))
