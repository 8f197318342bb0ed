"""Whether a server that is killed again and again while it is changed loses a change, makes one twice, or half of one.

    python -m benchmarks.killing                       # 100 kills, SQLite and PostgreSQL
    python -m benchmarks.killing --kills 10 --databases sqlite

Eight editors make, edit, review, publish, correct, schedule, take down, trash, restore and delete articles of their own
over HTTP, merge their tags, and publish several articles at once; every request has an idempotency key. At a random
moment the server process gets SIGKILL and is started again. Then, past the server, the whole database is checked: the
change log tells, in order, of exactly what each editor was told, and of at most what was on its way besides; and
drafts, revisions, what is public, plans and tombstones are what the log makes them. What was on its way is sent again
with its key. PostgreSQL itself goes on; its own crash is its own matter.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2

from benchmarks.checking import check_all, events_of
from benchmarks.site import KINDS, Member, Server, ask, fresh_database, load, staff
from cms.words import Role

EDITORS = 8
MOST_DRAFTS = 6
FIELDS = "id status review version"
REFUSED = "... on Refusal { code message } ... on ValidationFailed { problems { path message } }"
LOOK = "query($ids: [ID!]!) { drafts(where: {ids: $ids}) { nodes { %s } } trash(where: {ids: $ids}) { nodes { %s } } }"
Told = tuple[str, int | None]  # the type of an event and the number of its subject, None while that is not known


@dataclass
class Request:
    """A change that is asked for: how, and what the change log will tell of it."""

    name: str
    query: str
    variables: dict[str, Any]
    told: list[Told]


@dataclass
class Outcome:
    """What happened in all."""

    kills: int = 0
    changes: int = 0
    unanswered: int = 0
    done_before: int = 0  # of these, how many the server had carried out
    refusals: Counter[str] = field(default_factory=Counter)
    acts: Counter[str] = field(default_factory=Counter)
    start_seconds: list[float] = field(default_factory=list)


class Editor:
    """One who changes articles of his own, one request at a time, and keeps what he was told."""

    def __init__(self, number: int, member: Member, outcome: Outcome) -> None:
        self.member = member
        self.outcome = outcome
        self.rng = random.Random(number)
        self.number = number
        self.count = 0
        self.drafts: dict[str, dict[str, Any]] = {}
        self.planned: set[str] = set()  # what the server may have changed by itself
        self.tags: dict[str, int] = {}  # their versions
        self.ledger: list[Told] = []
        self.pending: Request | None = None

    async def work(self, client: httpx2.AsyncClient) -> None:
        """Change things until the server is gone."""
        try:
            while True:
                self.pending = self.pending or self._think()
                await self.send(client)
        except httpx2.TransportError:
            self.outcome.unanswered += self.pending is not None

    async def send(self, client: httpx2.AsyncClient) -> None:
        """Send what is pending, and keep what is answered."""
        request = self.pending
        if request is None:
            return
        body = await ask(client, self.member, request.query, **request.variables)
        assert "errors" not in body, body
        answer = body["data"]["done"]
        self.pending = None
        if "code" in answer:
            self.outcome.refusals[f"{request.name} {answer['code']}"] += 1
            await self._look_again(client, request, answer)
            return
        self.outcome.acts[request.name] += 1
        self._learn(request, answer)

    def _learn(self, request: Request, answer: dict[str, Any]) -> None:
        """Keep what an answer tells."""
        drafts = [one["draft"] for one in answer.get("outcomes", [])] or [answer.get("draft")]
        if request.name == "deleteArticle":
            del self.drafts[answer["id"]]
        for draft in drafts:
            if draft is not None:
                self.drafts[draft["id"]] = draft
        if tag := answer.get("tag"):
            if request.name == "mergeTags":
                del self.tags[request.variables["input"]["id"]]
            self.tags[tag["id"]] = tag["version"]
        if request.name == "scheduleArticle":
            self.planned.add(answer["draft"]["id"])
        assert all(one["refusal"] is None for one in answer.get("outcomes", [])), answer
        made = (drafts[0] or tag or {}).get("id", "")
        told = [] if _changed_nothing(request, drafts[0]) else request.told
        self.ledger += [(kind, _number(made) if number is None else number) for kind, number in told]
        self.outcome.changes += len(told)

    async def _look_again(self, client: httpx2.AsyncClient, request: Request, answer: dict[str, Any]) -> None:
        """See what a plan changed. It, and a time that has passed, are the only reasons for a refusal here."""
        wanted = {"VERSION_CONFLICT", "INVALID_TRANSITION"}
        wanted |= {"BAD_USER_INPUT"} if request.name == "scheduleArticle" else set()
        assert answer["code"] in wanted, (request, answer)
        query = LOOK % (FIELDS, FIELDS)
        found = (await ask(client, self.member, query, ids=sorted(self.drafts)))["data"]
        self.drafts = {one["id"]: one for listed in found.values() for one in listed["nodes"]}

    def _think(self) -> Request:
        """Make up a change that is possible as far as the editor knows."""
        self.count += 1
        token = f"k{self.number}-{self.count}"
        if len(self.drafts) < 3 or (len(self.drafts) < MOST_DRAFTS and self.rng.random() < 0.1):
            made = {"title": token, "html": f"<p>{token} 正文。</p>"} | self._links(None)
            return _request("createArticle", "DraftPayload", "CreateArticleInput", made, [("draft.created", None)])
        if self.rng.random() < 0.15:
            return self._tag_request(token)
        draft = self.rng.choice(list(self.drafts.values()))
        if self.rng.random() < 0.4 and draft["status"] != "TRASHED":
            given = {"title": token, "html": f"<p>{token} 改稿。</p>", "isAutosave": self.rng.random() < 0.3}
            given |= _at(draft) | {name: {"replace": items} for name, items in self._links(draft["id"]).items()}
            told: list[Told] = [("draft.saved", _number(draft["id"]))]
            return _request("updateArticle", "UpdateArticlePayload", "UpdateArticleInput", given, told)
        own = (one for name, one in self.drafts.items() if name not in self.planned)
        ready = [one for one in own if one["status"] in {"DRAFT", "UNPUBLISHED"}]
        if len(ready) > 1 and self.rng.random() < 0.2:
            return _bulk(ready[:2])
        return self._act(draft, token)

    def _links(self, draft_id: str | None) -> dict[str, list[dict[str, str]]]:
        others = [one for one in self.drafts if one != draft_id]
        return {
            "tags": [{"id": one} for one in self.rng.sample(sorted(self.tags), min(2, len(self.tags)))],
            "relations": [{"targetId": one} for one in self.rng.sample(others, min(2, len(others)))],
        }

    def _tag_request(self, token: str) -> Request:
        if len(self.tags) < 4 or self.rng.random() < 0.3:
            return _request("createTag", "TagPayload", "CreateTagInput", {"name": token}, [("tag.created", None)])
        one, other = self.rng.sample(sorted(self.tags), 2)
        given: dict[str, Any] = {"id": one, "expectedVersion": self.tags[one]}
        if len(self.tags) > 6 or self.rng.random() < 0.4:
            given |= {"intoId": other, "intoExpectedVersion": self.tags[other]}
            return _request("mergeTags", "TagPayload", "MergeInput", given, [("tag.merged", _number(other))])
        told: list[Told] = [("tag.updated", _number(one))]
        return _request("updateTag", "TagPayload", "UpdateTagInput", given | {"name": token}, told)

    def _act(self, draft: dict[str, Any], token: str) -> Request:
        """One of the acts that the state of a draft allows."""
        name, arguments, event = self.rng.choice(_acts(draft, token, self.rng))
        payload = {"publishArticle": "PublishArticlePayload", "correctArticle": "PublishArticlePayload"}
        payload |= {"scheduleArticle": "ScheduleArticlePayload", "deleteArticle": "DeleteArticlePayload"}
        told: list[Told] = [(event, _number(draft["id"]))]
        return _request(name, payload.get(name, "DraftPayload"), "ArticleInput", _at(draft), told, arguments)


def _acts(draft: dict[str, Any], token: str, rng: random.Random) -> list[tuple[str, str, str]]:
    """The mutations that are possible, their arguments besides `input`, and the events that they leave."""
    status = draft["status"]
    if status == "TRASHED":
        return [("restoreArticle", "", "draft.restored"), ("deleteArticle", "", "draft.deleted")]
    acts = [("restoreRevision", ", number: 1", "draft.saved"), ("assignArticle", "", "draft.assigned")]
    due_at = (datetime.now(UTC) + timedelta(seconds=rng.choice([1, 2, 3600]))).strftime("%Y-%m-%dT%H:%M:%SZ")
    if draft["review"] == "REQUESTED":
        acts.append(("requestChanges", f', note: "{token}"', "draft.changes_requested"))
    else:
        acts.append(("submitArticle", "", "draft.submitted"))
    if status == "TAKEN_DOWN":
        return [*acts, ("reinstateArticle", "", "article.reinstated"), ("trashArticle", "", "draft.trashed")]
    planned = f', act: PUBLISH, at: "{due_at}"'
    acts.append(("scheduleArticle", planned, "draft.scheduled"))
    if status == "PUBLISHED":
        acts += [("publishArticle", "", "article.updated")] * 2
        acts += [("correctArticle", f', note: "{token}"', "article.corrected")]
        acts += [("unpublishArticle", "", "article.unpublished"), ("trashArticle", "", "article.unpublished")]
        acts += [("scheduleArticle", f', act: UNPUBLISH, at: "{due_at}"', "draft.scheduled")]
    else:
        acts += [("publishArticle", "", "article.published")] * 3
        acts += [("trashArticle", "", "draft.trashed")]
    if status in {"PUBLISHED", "UNPUBLISHED"}:
        acts += [("takeDownArticle", f', reason: "{token}"', "article.taken_down")]
    return acts


def _bulk(drafts: list[dict[str, Any]]) -> Request:
    query = f"""mutation($articles: [ArticleInput!]!, $key: String) {{
      done: publishArticles(articles: $articles, idempotencyKey: $key) {{
      ... on BulkPayload {{ outcomes {{ draft {{ {FIELDS} }} refusal {{ code }} }} }} {REFUSED} }} }}"""
    told: list[Told] = [("article.published", _number(one["id"])) for one in drafts]
    variables = {"articles": [_at(one) for one in drafts], "key": str(uuid.uuid4())}
    return Request("publishArticles", query, variables, told)


def _request(
    name: str, payload: str, input_type: str, given: dict[str, Any], told: list[Told], arguments: str = ""
) -> Request:
    selected = {"TagPayload": "tag { id version }", "DeleteArticlePayload": "id"}.get(payload, f"draft {{ {FIELDS} }}")
    query = f"""mutation($input: {input_type}!, $key: String) {{
      done: {name}(input: $input, idempotencyKey: $key{arguments}) {{
      ... on {payload} {{ {selected} }} {REFUSED} }} }}"""
    return Request(name, query, {"input": given, "key": str(uuid.uuid4())}, told)


def _at(draft: dict[str, Any]) -> dict[str, Any]:
    return {"id": draft["id"], "expectedVersion": draft["version"]}


def _changed_nothing(request: Request, draft: dict[str, Any] | None) -> bool:
    """Whether a draft is at the version it was at: what restored the newest content, which leaves no event."""
    expected: object = request.variables.get("input", {}).get("expectedVersion")
    return draft is not None and expected is not None and draft["version"] == expected


def _number(identity: str) -> int:
    return int(identity.partition("_")[2])


async def kill_again_and_again(database_url: str, kills: int = 100, *, seed: int = 1, busy: float = 1.5) -> Outcome:
    """Change the site, kill its server after `busy` seconds at most, look at what is there, and so on.

    Raises:
        AssertionError: something was lost, done twice, or done by half.
    """
    outcome = Outcome()
    rng = random.Random(seed)
    members = await staff(database_url, [Role.ADMIN] * EDITORS)
    editors = [Editor(number, member, outcome) for number, member in enumerate(members)]
    server = Server(database_url)
    try:
        await asyncio.to_thread(server.start)
        for _ in range(kills):
            await _until_killed(server, editors, rng.uniform(0.05, busy))
            outcome.kills += 1
            began = time.monotonic()
            await asyncio.to_thread(server.start)
            outcome.start_seconds.append(time.monotonic() - began)
            await _check(database_url, editors, outcome)
            async with httpx2.AsyncClient(base_url=server.url, timeout=60) as client:
                await asyncio.gather(*(one.send(client) for one in editors))
        await _check(database_url, editors, outcome)
    finally:
        await asyncio.to_thread(server.kill)
        log = server.log()
        server.stop()
    assert "Traceback" not in log, log[-4000:]
    return outcome


async def _until_killed(server: Server, editors: list[Editor], seconds: float) -> None:
    async with httpx2.AsyncClient(base_url=server.url, timeout=60) as client:
        working = asyncio.gather(*(one.work(client) for one in editors))
        await asyncio.sleep(seconds)
        await asyncio.to_thread(server.kill)
        await working


async def _check(database_url: str, editors: list[Editor], outcome: Outcome) -> None:
    tables = await check_all(database_url)
    for editor in editors:
        logged = events_of(tables, editor.member.id)
        known, rest = logged[: len(editor.ledger)], logged[len(editor.ledger) :]
        wrong = [pair for pair in zip(editor.ledger, known, strict=False) if pair[0] != pair[1]]
        assert not wrong, f"the log of user {editor.member.id} tells otherwise than the answers: {wrong[:3]}"
        assert len(known) == len(editor.ledger), f"the log lost {editor.ledger[len(known) :]}"
        if rest:
            wanted = editor.pending.told if editor.pending else []
            assert len(rest) == len(wanted), f"half a change, or two: {rest} of {editor.pending}"
            for (kind, number), (wanted_kind, wanted_number) in zip(rest, wanted, strict=True):
                assert kind == wanted_kind, (rest, editor.pending)
                assert wanted_number in {None, number}, (rest, editor.pending)
            outcome.done_before += 1


def main() -> None:
    """Kill the server on each database and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    options = parser.parse_args()
    for kind in options.databases:
        began = time.monotonic()
        with fresh_database(kind) as url:
            found = asyncio.run(kill_again_and_again(url, options.kills, seed=options.seed))
        print(
            f"{kind:<9}{found.kills} kills  {found.changes} changes acknowledged, each there once"
            f"  {found.unanswered} unanswered, {found.done_before} of them done  refused {dict(found.refusals)}"
            f"  start {sum(found.start_seconds) / len(found.start_seconds):.1f} s on average"
            f"  {time.monotonic() - began:.0f} s  {load()}"
        )
        print(f"         {', '.join(f'{name} {count}' for name, count in found.acts.most_common())}")


if __name__ == "__main__":
    main()
