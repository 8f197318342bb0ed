"""Nothing that is not public reaches a reader, by whatever path of the schema, and nothing else tells of it.

Random lives of a newsroom (tests/histories.py) are read over HTTP by every query path (tests/walking.py), with
everything hidden asked for by its ids, slugs and texts. Two things must hold for readers: no answer holds a text or an
id that a model of what was done does not call public; and every answer stays the same when everything hidden is
removed from the database (tests/purging.py) - so counts, filters, orders, cursors, errors and headers tell nothing of
it either.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import httpx2
import orjson
import pytest
import time_machine
from anyio import to_thread
from graphql import GraphQLSchema, build_client_schema, get_introspection_query

from cms import events
from cms.app import create_app
from cms.auth import CSRF_HEADER
from cms.db import writing
from cms.event_types import TYPES
from cms.ids import PREFIXES
from cms.models import Draft, Neighbour
from cms.permissions import Viewer
from cms.settings import Settings
from cms.words import Role
from schema import context, documents
from tests.accounts import PASSWORD, SIGN_IN, ask, make_user, send, viewer_of
from tests.aiming import MOST_PATHS, Aim
from tests.conftest import Makers
from tests.happenings import sample
from tests.histories import History
from tests.newsroom import Newsroom
from tests.purging import purge
from tests.shown import Shown, marks
from tests.test_app import started
from tests.walking import Coverage, Pools, Walk, concrete, reachable

pytestmark = pytest.mark.anyio

ACTS = 30
IDS = re.compile(r"\b(?:art|ast|aut|cat|col|red|ref|src|tag|rev|sch|prv|usr|tok|ses)_[1-9]\d*\b")
EXAMPLES = re.compile(r"(?<=\bids )(?:look )?like [a-z]{3}_17(?:, [a-z]{3}_17)*")
EACH_REQUEST = {"x-request-id", "date"}
# How every mark in the histories begins.
MARKED = "zq"
# The white space of JSON is the database's own once a query's plan is kept, and these go with the number of its bytes.
BY_LENGTH = {"content-length", "content-encoding"}
# What has nothing to answer: nobody signed in, there is no provider to sign in with, and names of events are not known.
NULL = {
    "anonymous": {"viewer", "signInProvider"},
    "reader": {"signInProvider", "event", "Event.draft", "Event.redirect"},
    "contributor": {"signInProvider", "event", "Event.redirect"},
}
# How often more than once each way of asking is tried, and what part of the ways after the first history. A reader
# who signed in asks a part of what anonymous ones ask.
HOW: dict[str, tuple[int, float]] = {"anonymous": (1, 0.6), "contributor": (0, 0.4)}
REPEATED = 0.3
# What users have of their own, and none of them here has.
OWN = {"Token", "Identity"}
GUESSES = (
    "{ drafts { nodes { titel } } }",
    "{ articl(id: 1) { id } }",
    "{ articles(where: {slugg: 1}) { totalCount } }",
    '{ article(id: "art_1") { id revisions } }',
)


@dataclass
class Reader:
    """Somebody who asks: headers, and what the documents of all histories covered."""

    headers: dict[str, str] = field(default_factory=dict)
    coverage: Coverage = field(default_factory=Coverage)


@dataclass
class Answer:
    """What somebody got for a document."""

    root: str
    query: str
    body: bytes
    headers: dict[str, str]

    @property
    def text(self) -> str:
        """Body and headers, without the ids that messages have as examples."""
        return EXAMPLES.sub("", f"{self.body.decode()} {self.headers}")

    def facts(self) -> tuple[Any, dict[str, str]]:
        """What must not depend on anything hidden."""
        return orjson.loads(self.body), {name: self.headers[name] for name in self.headers.keys() - BY_LENGTH}


@pytest.fixture(autouse=True)
def remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no document be parsed and validated twice: that is where the time goes. One may compare what there is."""
    monkeypatch.setattr(context, "MOST_COMPARISONS", 10**6)
    monkeypatch.setattr(documents, "KEPT_DOCUMENTS", 10**6)
    monkeypatch.setattr(documents, "MAX_CHARACTERS", 10**6)  # one document may ask for everything
    monkeypatch.setattr(documents, "KEPT_CHARACTERS", 10**9)


@asynccontextmanager
async def site(databases: Makers, dialect: str, folder: Path) -> AsyncIterator[tuple[httpx2.AsyncClient, History]]:
    """A started site without limits, and the people of its newsroom."""
    folder.mkdir()
    # It runs a loop of its own.
    url = await to_thread.run_sync(databases[dialect].fresh, "migrated", folder)
    settings = Settings(_env_file=None, database_url=url).model_copy(
        update=dict.fromkeys(("max_tokens", "max_depth", "max_aliases", "max_fields", "max_root_fields"), 10**6)
        | {"max_cost": 10**30}
    )
    async with started(create_app(settings)) as client:
        people: dict[str, Viewer] = {}
        for name, role in {
            "publisher": Role.PUBLISHER,
            "contributor": Role.CONTRIBUTOR,
            "other": Role.CONTRIBUTOR,
            "admin": Role.ADMIN,
            "reader": Role.READER,
        }.items():
            people[name] = viewer_of(await make_user(role, email=f"{name}@example.org"))
        yield client, History(0, people)


async def signed_in(client: httpx2.AsyncClient, name: str) -> dict[str, str]:
    """The headers of a session."""
    answer = await send(client, SIGN_IN, {}, email=f"{name}@example.org", password=PASSWORD)
    client.cookies.clear()
    return {"Cookie": answer.headers["set-cookie"].partition(";")[0], CSRF_HEADER: "1"}


async def asked(client: httpx2.AsyncClient, reader: Reader, root: str, query: str) -> Answer:
    response = await client.post("/graphql", json={"query": query}, headers=reader.headers)
    assert response.status_code < 500, (query, response.text)
    assert "TOO_COMPLEX" not in response.text, (query, response.text)
    reader.coverage.note(root, response.json())
    headers = {name: value for name, value in response.headers.items() if name.lower() not in EACH_REQUEST}
    return Answer(root, query, response.content, headers)


async def pools_of(client: httpx2.AsyncClient, history: History) -> Pools:
    """Everything to ask with: what is hidden, what is public, what was, and what never was."""
    ids = history.ids()
    listed = await ask(client, "{ articles(first: 3) { edges { cursor } } sources(first: 2) { edges { cursor } } }")
    cursors = [edge["cursor"] for page in listed.values() for edge in page["edges"]]
    # Cursors of rows that the reader never saw: the number of the row stands last in them.
    forged = [re.sub(r"\|\d+$", "", bytes.fromhex(cursor).decode()) for cursor in cursors]
    cursors += [f"{text}|{number}".encode().hex() for text in forged for number in list(history.works)[:4]]
    moments = [moment.isoformat() for moment in history.moments]
    moments += [(history.now + timedelta(hours=1)).isoformat()]
    texts = [*history.texts(), *history.secrets, MARKED, "nothing-has-this", "zh-Hans", "bs_preview_wrong"]
    numbers = [1, 2, 3, 4, 5, 7, 9, 12, 20, 999]
    values: dict[str, list[Any]] = {
        "String": texts,
        "Int": numbers,
        "SafeInt": numbers,
        "DateTime": moments,
        "Upload": ["no file"],
    }
    values["Boolean"] = [True, False]
    return Pools(ids, values, cursors or ["00"])


def check(answer: Answer, shown: Shown, *, ids: bool = True) -> None:
    """Refuse an answer with a mark or an id that is not shown, unless the question held it."""
    leaked = marks(answer.text) - shown.marks - marks(answer.query)
    if ids:
        leaked |= set(IDS.findall(answer.text)) - shown.ids - set(IDS.findall(answer.query))
    assert not leaked, f"{sorted(leaked)} in\n{answer.query}\n{answer.body.decode()}"


async def check_counts(client: httpx2.AsyncClient, history: History, shown: Shown) -> None:
    """Readers count as many of everything as the model."""
    lists = {"art": "articles", "src": "sources", "aut": "authors", "tag": "tags", "cat": "categories"}
    lists |= {"col": "collections", "red": "redirects"}
    fields = " ".join(f"{name}(first: 100) {{ totalCount nodes {{ id }} }}" for name in lists.values())
    answer = await ask(client, f"{{ {fields} }}")
    for kind, name in lists.items():
        wanted = {each for each in shown.ids if each.startswith(kind)}
        wanted -= {f"art_{number}" for number in history.tombstones}
        assert {node["id"] for node in answer[name]["nodes"]} == wanted, name
        assert answer[name]["totalCount"] == len(wanted), name


async def check_history(
    client: httpx2.AsyncClient, schema: GraphQLSchema, history: History, readers: dict[str, Reader], seed: int
) -> None:
    """Ask everything as everybody, remove what they must not see, and ask again."""
    pools = await pools_of(client, history)
    public, public_or_was = history.public(), history.public(history=True)
    await check_counts(client, history, public)
    await check_mutations(client, schema, history, pools, seed)
    answers: dict[str, list[Answer]] = {}
    for name, reader in readers.items():
        shown = history.of(name) if name == "contributor" else public
        answers[name] = []
        if name == "reader":
            again = [(answer.root, answer.query) for answer in answers["anonymous"]]
            asking: Iterable[tuple[str, str]] = history.random.sample(again, int(len(again) * REPEATED))
        else:
            walk = Walk(schema, pools, reader.coverage, f"{seed}-{name}")
            asking = chain(walk.queries(*HOW[name]), passed_by(schema, pools, reader.coverage))
        for root, query in chain(asking, (("", guess) for guess in GUESSES)):
            answer = await asked(client, reader, root, query)
            answers[name].append(answer)
            # The log tells by their ids what was public once.
            is_history = "asOf:" in query or root in {"events", "event"} or name == "contributor"
            own = name == "contributor" or root == "viewer"  # who asks may know of themselves
            check(answer, public_or_was if is_history and name != "contributor" else shown, ids=not own)
    health = (await client.get("/health/ready")).content
    await purge(history, keeper="contributor")
    await compare(client, readers["contributor"], answers["contributor"])
    await purge(history)
    for name in ("anonymous", "reader"):
        await compare(client, readers[name], answers[name])
    assert (await client.get("/health/ready")).content == health


def passed_by(schema: GraphQLSchema, pools: Pools, coverage: Coverage) -> Iterator[tuple[str, str]]:
    """Documents for what the walks so far did not come upon."""
    yield from Aim(schema, pools, coverage).at(reachable(schema) - coverage.selected, 0)


async def compare(client: httpx2.AsyncClient, reader: Reader, answers: list[Answer]) -> None:
    """The same questions are answered as before."""
    for before in answers:
        after = await asked(client, reader, before.root, before.query)
        assert after.facts() == before.facts(), f"{before.query}\n{before.text}\n{after.text}"


async def check_mutations(
    client: httpx2.AsyncClient, schema: GraphQLSchema, history: History, pools: Pools, seed: int
) -> None:
    """What a contributor gets for mutations of all sorts tells nothing of drafts of others."""
    assert schema.mutation_type is not None
    walk = Walk(schema, pools, Coverage(), f"{seed}-mutations")
    reader = Reader(await signed_in(client, "other"))
    shown = history.of("other")
    for name, definition in schema.mutation_type.fields.items():
        if name not in LEAVING and definition.args:
            check(await asked(client, reader, name, walk.mutation(name)), shown, ids=False)


# They end the session that asks, or take a password.
LEAVING = {"signIn", "signOut", "changePassword", "setPassword"}


async def test_nothing_hidden_can_be_told_from_what_is_not_there(
    dialect: str,
    databases: Makers,
    tmp_path: Path,
    cheap_hashes: None,
    no_loops: None,
    repeats_allowed: None,
    request: pytest.FixtureRequest,
) -> None:
    readers = {name: Reader() for name in ("anonymous", "reader", "contributor")}
    schema: GraphQLSchema | None = None

    for seed in range(request.config.getoption("--histories")):
        async with site(databases, dialect, tmp_path / str(seed)) as (client, empty):
            history = History(seed, empty.people)
            try:
                await history.live(ACTS)
                for name in ("reader", "contributor"):
                    readers[name].headers = await signed_in(client, name)
                if schema is None:
                    described = await ask(client, get_introspection_query(input_value_deprecation=False))
                    schema = build_client_schema(described)
                await check_history(client, schema, history, readers, seed)
            except BaseException as error:
                error.add_note(f"history {seed}: {', '.join(history.done)}")
                raise
            finally:
                history.clock.stop()

    assert schema is not None
    for name in HOW:
        left_out = reachable(schema) - readers[name].coverage.selected
        assert not left_out, f"never selected as {name}: {left_out}"


@pytest.mark.usefixtures("cheap_hashes", "no_loops")
async def test_every_field_that_readers_may_ask_for_holds_something(
    dialect: str, databases: Makers, tmp_path: Path
) -> None:
    async with site(databases, dialect, tmp_path / "site") as (client, history):
        try:
            await history.live(0)
            await touch(history.public())
            schema = build_client_schema(await ask(client, get_introspection_query(input_value_deprecation=False)))
            for name in ("anonymous", "reader", "contributor"):
                headers = {} if name == "anonymous" else await signed_in(client, name)
                reader, shown = Reader(headers), history.of(name) if name == "contributor" else history.public()
                ids = {kind: sorted(each for each in shown.ids if each.startswith(kind)) for kind in history.ids()}
                # What finds much, what finds nothing but suggestions, and what can find nothing.
                queries = {"query": ["正文", "正文 从未有过", "，"], "prefix": [MARKED]}
                queries["path"] = [mark for thing in history.things["red"].values() for mark in thing.marks]
                aim = Aim(schema, Pools(ids, queries, []), reader.coverage)
                for place in range(MOST_PATHS):
                    for root, query in aim.at(missing_of(schema, reader, name), place):
                        own = name == "contributor" or root == "viewer"
                        check(await asked(client, reader, root, query), shown, ids=not own)
                missing = missing_of(schema, reader, name)
                assert not missing, f"never answered to {name}: {sorted(missing)}"
        finally:
            history.clock.stop()


async def touch(public: Shown) -> None:
    """Let the log tell of everything that articles share and readers may know of, and all be close to each other."""
    numbers = [draft.id for draft in await Draft.all()]
    rows = [
        Neighbour(article_id=one, target_id=other, score=500, keywords='["词"]') for one in numbers for other in numbers
    ]
    await Neighbour.bulk_create(rows)
    async with writing() as tx:
        for shown in sorted(public.ids):
            prefix, number = shown.split("_")
            kind = next(kind for kind in PREFIXES if PREFIXES[kind] == prefix)
            if (declared := TYPES.get(f"{kind}.updated")) is not None and kind != "article":
                subject, told = (kind, int(number)), sample(declared)
                await events.record(tx, Viewer.anonymous(), declared.name, subject, at=datetime.now(UTC), **told)


def missing_of(schema: GraphQLSchema, reader: Reader, name: str) -> set[tuple[str, str]]:
    """What no answer to somebody held so far, and could."""
    held = concrete(schema, reachable(schema, reader.coverage.forbidden | NULL[name]))
    null = {tuple(path.split(".")) for path in NULL[name] if "." in path}
    return {pair for pair in held - null if pair[0] not in OWN} - reader.coverage.answered


async def test_the_tombstone_does_not_tell_a_slug_that_never_was_public(newsroom: Newsroom) -> None:
    made = (await newsroom.create())["draft"]
    public = (await newsroom.publish(id=made["id"], expectedVersion=made["version"]))["draft"]
    edited = (await newsroom.update(id=made["id"], expectedVersion=public["version"], slug="secret"))["draft"]
    down = {"id": made["id"], "expectedVersion": edited["version"]}
    await newsroom.act("takeDownArticle", Role.PUBLISHER, 'reason: "wrong"', **down)

    told = await ask(newsroom.client, "query($id: ID) { tombstone(id: $id) { slug url } }", {}, id=made["id"])

    assert "secret" not in str(told)


async def test_the_past_does_not_tell_a_slug_that_never_was_public(newsroom: Newsroom) -> None:
    with time_machine.travel(datetime.now(UTC), tick=False) as clock:
        made = (await newsroom.create())["draft"]
        public = (await newsroom.publish(id=made["id"], expectedVersion=made["version"]))["draft"]
        moment = datetime.now(UTC).isoformat()
        clock.shift(5)
        gone = (await newsroom.act("unpublishArticle", id=made["id"], expectedVersion=public["version"]))["draft"]
        await newsroom.update(id=made["id"], expectedVersion=gone["version"], slug="secret")

        query = "query($asOf: DateTime) { articles(asOf: $asOf) { nodes { slug url } } }"
        told = await ask(newsroom.client, query, {}, asOf=moment)

    assert len(told["articles"]["nodes"]) == 1
    assert "secret" not in str(told)


def test_answers_are_compared_whole() -> None:
    one = Answer("", "", orjson.dumps({"data": 1}), {"etag": "1"})

    assert one.facts() != Answer("", "", one.body, {"etag": "2"}).facts()
