"""What an attacker can do to the others: how long they wait, how much memory it takes, how fast it is refused.

    python -m benchmarks.attacking                     # every attack, SQLite and PostgreSQL
    python -m benchmarks.attacking --only fragments bodies --databases sqlite

A server with 10,000 articles is attacked for some seconds at a time over six connections, while a reader asks for a
page that changes every time, fifty times a second. For each attack: the slowest answer to the reader, how much the
server's memory grew, and the slowest refusal. Attack and reader share one core, the server has the other.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import httpx2

from benchmarks.content import fill
from benchmarks.load import CLIENT_CORE, SERVER_CORE, memory_mb, on_core
from benchmarks.site import KINDS, Server, fresh_database, load, percentile

ATTACKERS = 6
READER_SECONDS = 0.02
MOST_WAITING_SECONDS = 0.5
MOST_MEMORY_MB = 64
MOST_REFUSING_SECONDS = 0.2
PAGE = "query($id: ID!) { article(id: $id) { title body { html } related(first: 7) { nodes { title teaser } } } }"

Attack = Callable[[int], tuple[str, dict[str, object]]]  # from the number of the request to its method and arguments


def query(text: str, **variables: object) -> tuple[str, dict[str, object]]:
    return "POST", {"json": {"query": text, "variables": variables}}


def raw(body: bytes, **headers: str) -> tuple[str, dict[str, object]]:
    return "POST", {"content": body, "headers": {"content-type": "application/json"} | headers}


def fragments(number: int) -> tuple[str, dict[str, object]]:
    parts = [f"fragment F{level} on Query {{ ...F{level + 1} ...F{level + 1} }}" for level in range(60)]
    return query(f"{{ ...F0 }} {' '.join(parts)} fragment F60 on Query {{ a{number}: __typename }}")


def nested_lists(number: int) -> tuple[str, dict[str, object]]:
    inner = "title"
    for _ in range(8):
        inner = f"title related(first: 100) {{ nodes {{ title ... on Article {{ {inner} }} }} }}"
    return query(f"{{ a{number}: articles(first: 100) {{ nodes {{ {inner} }} }} }}")


def overlapping(number: int) -> tuple[str, dict[str, object]]:
    return query(f"{{ a{number}: __typename {'__typename ' * 1900} }}")


def overlapping_lists(number: int) -> tuple[str, dict[str, object]]:
    part = "articles(first: 5) { nodes { title source { name } } } "
    return query(f"{{ a{number}: __typename {part * 100} }}")


def introspection(number: int) -> tuple[str, dict[str, object]]:
    inner = "name"
    for _ in range(9):
        inner = f"name fields {{ name type {{ {inner} }} }}"
    return query(f"{{ a{number}: __schema {{ types {{ {inner} }} }} }}")


def heavy_pages(number: int) -> tuple[str, dict[str, object]]:
    inner = "nodes { title related(first: 20) { nodes { title teaser } } credits { name author { name } } }"
    return query(f"query($after: String) {{ a{number}: articles(first: 100, after: $after) {{ {inner} }} }}")


def counting(number: int) -> tuple[str, dict[str, object]]:
    parts = " ".join(f"a{field}: articles(where: $w) {{ totalCount }}" for field in range(20))
    where = {"or": [{"wordCount": {"gte": number}}, {"tag": {"slug": "t1"}}, {"author": {"slug": "x"}}]}
    return query(f"query($w: ArticleWhere) {{ {parts} }}", w=where)


def nested_where(number: int) -> tuple[str, dict[str, object]]:
    where: dict[str, object] = {"language": "en"}
    for depth in range(90):
        where = {"not": where} if depth % 2 else {"or": [where, {"language": f"x{number}"}]}
    return query("query($w: ArticleWhere) { articles(where: $w) { totalCount nodes { title } } }", w=where)


def new_texts(number: int) -> tuple[str, dict[str, object]]:
    fields = " ".join(f"a{number}_{field}: articles(first: 1) {{ totalCount }}" for field in range(19))
    return query("{" + fields + "}")


def new_shapes(number: int) -> tuple[str, dict[str, object]]:
    chance = random.Random(number)
    where = {"or": [{chance.choice(["language", "slug"]): "x"} for _ in range(chance.randrange(1, 60))]}
    return query("query($w: ArticleWhere) { articles(where: $w) { totalCount } }", w=where)


def many_answers(number: int) -> tuple[str, dict[str, object]]:
    return query(
        "query($id: ID!) { article(id: $id) { body { html text blocks } } x: site { name } }",
        id=f"art_{number % 10_000 + 1}",
    )


def many_headers(number: int) -> tuple[str, dict[str, object]]:
    method, arguments = query("{ site { name } }")
    return method, arguments | {
        "headers": {"accept": f"application/json;q=0.{number % 1000 + 1}", "origin": f"https://{number}.example"}
    }


def persisted(number: int) -> tuple[str, dict[str, object]]:
    import hashlib

    text = f"{{ a{number}: __typename }} #{'x' * 90_000}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return "POST", {"json": {"query": text, "extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest}}}}


BODIES = [
    b"null",
    b'"x"',
    b"[" * 100_000,
    b'{"a":' * 100_000,
    b'{"query": "\xff"}',
    b"9" * 20_000,
    b'{"query": 9' + b"9" * 20_000 + b"}",
    b'{"query": "{ __typename }", "variables": {"x": [' + b"1," * 200_000 + b"1]}}",
    json.dumps({"query": "#" * 900_000}).encode(),
    json.dumps({"query": "," * 900_000}).encode(),
    json.dumps({"query": '{ articles(after: """' + "x" * 900_000 + '""") { totalCount } }'}).encode(),
    json.dumps({"query": "{ a }" * 100_000}).encode(),
    json.dumps({"query": "{" * 100_000}).encode(),
]


def bodies(number: int) -> tuple[str, dict[str, object]]:
    return raw(BODIES[number % len(BODIES)])


async def _endless() -> Iterator[bytes]:  # type: ignore[misc]  # an async generator
    for _ in range(300):
        yield b" " * 1024 * 1024


def long_bodies(number: int) -> tuple[str, dict[str, object]]:
    if number % 2:
        return "POST", {"content": _endless(), "headers": {"content-type": "application/json"}}
    return raw(b" " * 20 * 1024 * 1024)


def long_heads(number: int) -> tuple[str, dict[str, object]]:
    method, arguments = query("{ site { name } }")
    if number % 2:
        return method, arguments | {"headers": {"x-long": "x" * 200_000}}
    return method, arguments | {"headers": {f"x-{header}": "x" for header in range(5_000)}}


def ids(number: int) -> tuple[str, dict[str, object]]:
    given = [f"art_{number * 100 + item}" for item in range(4_900)]
    return query("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=given)


def aliases(number: int) -> tuple[str, dict[str, object]]:
    return query("{" + " ".join(f"a{number}_{field}: __typename" for field in range(300)) + "}")


def directives(number: int) -> tuple[str, dict[str, object]]:
    return query(f"{{ a{number}: __typename {'@include(if: true) ' * 450} }}")


def tokens(number: int) -> tuple[str, dict[str, object]]:
    return query(
        "{ a" + str(number) + ": articles(where: {or: [" + '{language: "x"} ' * 20_000 + "]}) { totalCount } }"
    )


ATTACKS: dict[str, Attack] = {
    attack.__name__: attack
    for attack in (
        fragments, nested_lists, overlapping, overlapping_lists, introspection, heavy_pages, counting, nested_where,
        new_texts, new_shapes, many_answers, many_headers, persisted, bodies, long_bodies, long_heads, ids, aliases,
        directives, tokens,
    )
}  # fmt: skip


@dataclass
class Outcome:
    """What came of one attack."""

    requests: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    slowest_refusal_seconds: float = 0.0
    waited: list[float] = field(default_factory=list)
    grown_mb: float = 0.0

    @property
    def is_harmless(self) -> bool:
        return max(self.waited) <= MOST_WAITING_SECONDS and self.grown_mb <= MOST_MEMORY_MB

    def row(self, name: str) -> str:
        statuses = " ".join(f"{status}×{count}" for status, count in self.statuses.most_common(3))
        mark = "" if self.is_harmless else " **!**"
        refusal = f"{self.slowest_refusal_seconds * 1000:.0f}" if self.slowest_refusal_seconds else "-"
        median, longest = percentile(self.waited, 0.5) * 1000, max(self.waited) * 1000
        return (
            f"| {name}{mark} | {self.requests} | {statuses} | {refusal} | {median:.0f} | {longest:.0f}"
            f" | {self.grown_mb:.0f} |"
        )


async def attack(server: Server, make: Attack, seconds: float) -> Outcome:
    """Attack for some seconds while a reader reads."""
    outcome = Outcome()
    over_at = time.monotonic() + seconds
    numbers = itertools.count(1)
    before = memory_mb(server.pid)

    async def attacker() -> None:
        accept = {"Accept": "application/graphql-response+json"}
        async with httpx2.AsyncClient(base_url=server.url, timeout=30, headers=accept) as client:
            while time.monotonic() < over_at:
                method, arguments = make(next(numbers))
                began = time.monotonic()
                status = 0
                with suppress(httpx2.TransportError, RuntimeError):
                    status = (await client.request(method, "/graphql", **arguments)).status_code
                outcome.requests += 1
                outcome.statuses[status] += 1
                if status >= 400:
                    taken = time.monotonic() - began
                    outcome.slowest_refusal_seconds = max(outcome.slowest_refusal_seconds, taken)

    async def reader() -> None:
        async with httpx2.AsyncClient(base_url=server.url, timeout=60) as client:
            for number in itertools.count(1):
                if time.monotonic() > over_at:
                    return
                began = time.monotonic()
                answer = await client.post(
                    "/graphql", json={"query": PAGE, "variables": {"id": f"art_{number * 7 % 10_000 + 1}"}}
                )
                outcome.waited.append(time.monotonic() - began)
                assert answer.status_code == 200, answer.text
                await asyncio.sleep(max(0.0, READER_SECONDS - outcome.waited[-1]))

    attacking = [asyncio.create_task(attacker()) for _ in range(ATTACKERS)]
    await asyncio.gather(reader(), *attacking)
    outcome.grown_mb = memory_mb(server.pid) - before
    return outcome


async def run(database_url: str, names: list[str], seconds: float) -> dict[str, Outcome]:
    """Let each attack have a go at one server."""
    server = Server(database_url)
    with on_core(SERVER_CORE):
        server.start()
    try:
        with on_core(CLIENT_CORE):
            # What a server takes once it has seen ordinary work is not the attack's.
            for warm in (many_answers, new_texts):
                await attack(server, warm, seconds)
            found = {}
            for name in names:
                found[name] = await attack(server, ATTACKS[name], seconds)
                print(found[name].row(name), flush=True)
            return found
    finally:
        server.stop()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--only", nargs="+", choices=ATTACKS, default=list(ATTACKS))
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    given = parser.parse_args()
    for kind in given.databases:
        print(f"\n{kind}, {given.articles:,} articles, {load()}\n")
        print("| attack | requests | statuses | slowest refusal, ms | reader p50, ms | reader max, ms | memory, MB |")
        print("|--|--|--|--|--|--|--|", flush=True)
        with fresh_database(kind) as url:
            asyncio.run(fill(url, given.articles))
            asyncio.run(run(url, given.only, given.seconds))


if __name__ == "__main__":
    main()
