"""Whether all lanes answer the same, before anything is measured."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson

from benchmarks.lanes import COLD, FIRST, NOT_MODIFIED, POSTGRAPHILE_LANE, RAW, Lane

TRIES = 5


def check(lanes: Iterable[Lane]) -> None:
    """Compare the answers of all lanes with those of the cold one.

    Raises:
        RuntimeError: two differ.
    """
    by_name = {lane.name: lane for lane in lanes}
    ours = by_name[COLD]
    for lane in by_name.values():
        for workload in lane.workloads:
            # The raw server has one answer only.
            for number in range(1 if lane.name in {RAW, NOT_MODIFIED} else TRIES):
                wanted, got = _data(ours, workload, number), _data(lane, workload, number)
                if lane.name == POSTGRAPHILE_LANE:
                    wanted, got = _titles(_data(ours, workload, number if workload == "page" else 0)), _titles(got)
                if wanted != got:
                    raise RuntimeError(
                        f"{lane.name} answers {workload} (request {number}) otherwise than ours:\n"
                        f"{orjson.dumps(got).decode()[:3000]}\n{orjson.dumps(wanted).decode()[:3000]}"
                    )


def _data(lane: Lane, workload: str, number: int) -> Any:
    answer = lane.ask(workload, number).json()
    if answer.get("errors"):
        raise RuntimeError(f"{lane.name} fails at {workload}: {answer['errors']}")
    data = answer["data"]
    if lane.name == FIRST:
        data = {name: value for name, value in data.items() if not name.startswith("n0")}
    return data


def _titles(value: Any) -> list[str]:
    """All headlines of articles and references, sorted: PostGraphile names and nests everything else in its own way."""
    if isinstance(value, list):
        return sorted(title for one in value for title in _titles(one))
    if isinstance(value, dict):
        own = [value["title"]] if "title" in value and {"url", "path"} & value.keys() else []
        return sorted(own + _titles(list(value.values())))
    return []
