"""How well copies are found, and what that costs.

    python -m benchmarks.copying CORPUS [--databases sqlite postgres] [--signatures 100000]

CORPUS is a folder with articles-*.jsonl (id, title, body), near_duplicate_pairs.jsonl (a, b, label) and
make_variants.py, which writes changed copies of articles. Every article becomes a draft, then every copy: what the
database holds of pairs afterwards is judged. For the cost at size, signatures of random texts are added until there
are as many as asked for, and some more articles are looked up among them.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.site import KINDS, fresh_database
from cms import copies, editing
from cms.db import Database, connect, transaction
from cms.db.sql import run, run_many
from cms.likeness import ALGORITHM, ALIKE, likeness
from cms.models import LookAlike
from cms.permissions import Viewer
from cms.snapshots import Content

OPERATOR = Viewer.system("benchmark")
RANDOM_PAIRS = 60_000
COPIED, LOOKED_UP = 200, 500
SAMPLE = 4000


@dataclass
class Found:
    """What came of one database; times are in milliseconds."""

    variants: dict[str, tuple[int, int, bool]] = field(default_factory=dict)  # found, all, whether they must be
    pairs: tuple[int, int] = (0, 0)
    false: tuple[int, int] = (0, 0)
    saving: list[float] = field(default_factory=list)
    signing: list[float] = field(default_factory=list)
    looking_up: list[float] = field(default_factory=list)


def read(path: Path) -> list[dict[str, Any]]:
    """The records of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def articles_of(corpus: Path) -> list[dict[str, Any]]:
    """All articles."""
    return [each for path in sorted(corpus.glob("articles-*.jsonl")) for each in read(path)]


def variants_of(corpus: Path) -> list[dict[str, Any]]:
    """Changed copies of some articles."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "variants.jsonl")
        script = [sys.executable, str(corpus / "make_variants.py"), str(corpus / "articles-newscast.jsonl"), str(out)]
        subprocess.run([*script, "--n", str(COPIED)], check=True)
        return read(out)


def content_of(record: dict[str, Any]) -> Content:
    """What becomes a draft."""
    body = "".join(each for each in record["body"] if each == "\n" or each.isprintable())
    paragraphs = body.replace("&", "&amp;").replace("<", "&lt;").split("\n")
    return Content(title=record["title"][:300], html="".join(f"<p>{each}</p>" for each in paragraphs if each.strip()))


async def measure(url: str, corpus: Path, signatures: int) -> Found:
    """Everything of one database."""
    database = await connect(url)
    try:
        found = Found()
        articles = articles_of(corpus)
        ids = await _save(articles, found.saving)
        await _judge_pairs(corpus, ids, found)
        variants = variants_of(corpus)
        copied = await _save(variants, [])
        await _judge_variants(variants, ids, copied, found)
        await _fill(database, signatures - len(ids) - len(copied))
        await _look_up(articles, found)
        return found
    finally:
        await database.close()


async def _save(records: list[dict[str, Any]], times: list[float]) -> dict[str, int]:
    ids = {}
    for record in records:
        began = time.perf_counter()
        ids[record["id"]] = (await editing.create_draft(OPERATOR, content_of(record))).id
        times.append(1000 * (time.perf_counter() - began))
    return ids


async def _pairs() -> set[tuple[int, int]]:
    return {(row.draft_id, row.other_id) for row in await LookAlike.all()}


async def _judge_pairs(corpus: Path, ids: dict[str, int], found: Found) -> None:
    alike = await _pairs()
    true = [each for each in read(corpus / "near_duplicate_pairs.jsonl") if each["label"] == "duplicate"]
    found.pairs = sum((ids[each["a"]], ids[each["b"]]) in alike for each in true), len(true)
    rng = random.Random(7)
    known = {(ids[each["a"]], ids[each["b"]]) for each in read(corpus / "near_duplicate_pairs.jsonl")}
    drawn = [tuple(sorted(rng.sample(sorted(ids.values()), 2))) for _ in range(RANDOM_PAIRS)]
    strangers = [pair for pair in drawn if pair not in known and pair[::-1] not in known]
    found.false = sum(pair in alike for pair in strangers), len(strangers)


async def _judge_variants(
    variants: list[dict[str, Any]], ids: dict[str, int], copied: dict[str, int], found: Found
) -> None:
    alike = await _pairs()
    hits, counts = Counter[str](), Counter[str]()
    for each in variants:
        counts[each["variant"]] += 1
        hits[each["variant"]] += (copied[each["id"]], ids[each["of"]]) in alike
    required = {each["variant"]: each["expect"] == "duplicate" for each in variants}
    found.variants = {name: (hits[name], counts[name], required[name]) for name in counts}


async def _fill(database: Database, count: int) -> None:
    """Add drafts with signatures whose bands are random, but for one phrase in ten that thousands of them share."""
    rng = random.Random(8)
    async with transaction() as tx:
        (last,) = await run(tx, "SELECT max(id) AS draft FROM draft")
        (signed,) = await run(tx, "SELECT max(id) AS signature FROM signature")
        (first,) = await run(tx, "SELECT created_at FROM draft ORDER BY id LIMIT 1")
        now = first["created_at"]
        for start in range(0, count, SAMPLE):
            numbers = range(start + 1, min(start + SAMPLE, count) + 1)
            drafts = [(last["draft"] + n, "DRAFT", 1, "题", "题", f"filled-{n}", "[]", 0, now, now) for n in numbers]
            columns = "id,status,version,title,title_key,slug,suggestions,view_count,created_at,updated_at"
            await run_many(tx, f"INSERT INTO draft ({columns}) VALUES ({','.join('?' * 10)})", drafts)
            hashes = [rng.randbytes(512) for _ in numbers]
            kept = [
                (signed["signature"] + n, last["draft"] + n, True, False, ALGORITHM, f"{n:032x}", each)
                for n, each in zip(numbers, hashes, strict=True)
            ]
            columns = "id,draft_id,is_head,is_public,algorithm,digest,hashes"
            await run_many(tx, f"INSERT INTO signature ({columns}) VALUES (?,?,?,?,?,?,?)", kept)
            bands = [
                (rng.randrange(5) if rng.random() < 0.1 else rng.getrandbits(63), signed["signature"] + n)
                for n in numbers
                for _ in range(32)
            ]
            await run_many(tx, "INSERT INTO band (key,signature_id) VALUES (?,?)", bands)
    async with transaction() as tx:
        await run(tx, "ANALYZE")


async def _look_up(articles: list[dict[str, Any]], found: Found) -> None:
    for record in random.Random(9).sample(articles, LOOKED_UP):
        began = time.perf_counter()
        made = likeness(record["title"], record["body"])
        found.signing.append(1000 * (time.perf_counter() - began))
        async with transaction() as tx:
            began = time.perf_counter()
            await copies.look_alikes(tx, 0, made)
            found.looking_up.append(1000 * (time.perf_counter() - began))


def at(times: list[float], share: float) -> float:
    """The time that this share of them does not exceed."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def report(kind: str, found: Found, signatures: int) -> str:
    """The figures as a table in Markdown."""
    required = [each for each in found.variants.values() if each[2]]
    hits, count = sum(each[0] for each in required), sum(each[1] for each in required)
    lines = [f"### {kind}", "", "| what | wanted | found |", "|--|--|--|"]
    lines += [f"| required variants | ≥ .97 | {hits / count:.4f} ({hits} of {count}) |"]
    lines += [
        f"| · {name}{'' if needed else ' (not required)'} | | {hit} of {all_} |"
        for name, (hit, all_, needed) in found.variants.items()
    ]
    true, pairs = found.pairs
    lines += [f"| true pairs (≥ {ALIKE} ‰) | ≥ .95 | {true / pairs:.4f} ({true} of {pairs}) |"]
    wrong, drawn = found.false
    lines += [f"| random pairs alike, in 10,000 | ≤ 1 | {10_000 * wrong / drawn:.2f} ({wrong} of {drawn}) |"]
    timed = {
        "making a draft, all in all": found.saving,
        "· of it, the signature": found.signing,
        f"· of it, looking up among {signatures:,}": found.looking_up,
    }
    lines += [
        f"| {name}, ms | | p50 {at(each, 0.5):.2f}, p99 {at(each, 0.99):.2f}, worst {max(each):.2f} |"
        for name, each in timed.items()
    ]
    return "\n".join(itertools.chain(lines, [""]))


def main() -> None:
    """Run it on each database."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--signatures", type=int, default=100_000)
    given = parser.parse_args()
    for kind in given.databases:
        with fresh_database(kind) as url:
            print(report(kind, asyncio.run(measure(url, given.corpus, given.signatures)), given.signatures))


if __name__ == "__main__":
    main()
