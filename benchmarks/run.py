"""How fast the server is, beside other ways to answer the same, in one run on both databases.

    python -m benchmarks.run                                  # everything; two to three hours on two cores
    python -m benchmarks.run --keep data/bench --write        # keep the articles, write tables to docs/performance.md
    python -m benchmarks.run --databases sqlite --workloads page list --without-limits
    python -m benchmarks.run --quick                          # whether it runs at all; its numbers mean nothing

Makes articles (the same for the same number), starts the servers, each on the first core, checks that all answer the
same, and lets wrk (apt-get install wrk) ask from the second core: in each round every way once, with 1 and with 32
connections. Ratios are the medians of those of the rounds. docs/performance.md tells what is compared.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import time
from pathlib import Path

from benchmarks import report
from benchmarks.databases import Store, open_store
from benchmarks.equality import check
from benchmarks.figures import Figure, figures
from benchmarks.lanes import reading_lanes
from benchmarks.limits import MANY_REQUESTS, all_limits
from benchmarks.load import WITHOUT_WRK
from benchmarks.operations import READINGS
from benchmarks.site import KINDS
from benchmarks.suite import measure

WORKLOADS = [*READINGS, "write", "mixed"]
QUICK = {"articles": 50, "larger": 0, "rounds": 1, "seconds": 1.0, "requests": 500}


def options(given: list[str]) -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--larger", type=int, default=100_000, help="articles to compare with for growth; 0 is none")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3, help="for which each way is asked in a round, at least")
    parser.add_argument("--requests", type=int, default=MANY_REQUESTS, help="after which memory is looked at")
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--workloads", nargs="+", choices=WORKLOADS, default=WORKLOADS)
    parser.add_argument("--without-postgraphile", action="store_true", help="which needs npm")
    parser.add_argument("--without-limits", action="store_true", help="growth, neighbour, start and memory")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the articles stay for the next run")
    parser.add_argument("--quick", action="store_true", help="a smoke test: one short round with few articles")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/performance.md")
    chosen = parser.parse_args(given)
    if chosen.quick:
        vars(chosen).update(QUICK)
    return chosen


def run(chosen: argparse.Namespace) -> str:
    """Measure what was asked for; the tables."""
    found: list[tuple[str, Figure]] = []
    tables = []
    with open_store(chosen.keep) as store:
        for kind in chosen.databases:
            table, reached = _measure(store, kind, chosen)
            tables.append(f"### {report.NAMES[kind]}, {chosen.articles:,} articles\n\n{table}")
            found += [(kind, one) for one in reached]
    lengths = f"{chosen.rounds} rounds of {chosen.seconds:g} s"
    head = f"Measured with {lengths} on {report.machine()}\n\n### Figures to reach\n\n{report.figures_table(found)}"
    return "\n\n".join([head, *tables])


def _measure(store: Store, kind: str, chosen: argparse.Namespace) -> tuple[str, list[Figure]]:
    began = time.monotonic()
    with store.site(kind, chosen.articles) as site:
        print(f"{kind}: {chosen.articles:,} articles after {time.monotonic() - began:.0f} s", flush=True)
        with_postgraphile = kind == "postgres" and not chosen.without_postgraphile
        with reading_lanes(site, with_postgraphile=with_postgraphile) as lanes:
            check(lanes)
            print(f"  {len(lanes)} ways answer the same after {time.monotonic() - began:.0f} s", flush=True)
            results = measure(site, lanes, rounds=chosen.rounds, seconds=chosen.seconds, workloads=chosen.workloads)
    reached = list(figures(kind, results))
    if not chosen.without_limits:
        sizes = [size for size in (chosen.articles, chosen.larger) if size]
        reached += all_limits(
            store, kind, sizes, rounds=chosen.rounds, seconds=chosen.seconds, requests=chosen.requests
        )
    print(f"  done after {time.monotonic() - began:.0f} s", flush=True)
    return report.loads_table(results), reached


def main() -> int:
    """Measure, print the tables, and write them where that was asked for."""
    if shutil.which("wrk") is None:
        print(WITHOUT_WRK, file=sys.stderr)
        return 2
    chosen = options(sys.argv[1:])
    # Whoever ends it ends the servers with it.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(143))
    text = run(chosen)
    print(text)
    if chosen.write:
        report.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
