"""Whether editors who race on one article lose an edit, and how many saves a second that makes.

    python -m benchmarks.racing                        # 20 editors, 30 s, SQLite and PostgreSQL
    python -m benchmarks.racing --seconds 5 --editors 6 --databases sqlite

Every editor reads the draft over HTTP, changes a few things of it (own paragraphs, tag, credit and link; headline,
byline and the like, and one paragraph, that all share) and saves with the version that was read; after a
VersionConflict with the version that is there then. A ledger keeps what was acknowledged. In the end all revisions are
walked: each save made exactly one, which holds all that was saved, changed nothing else, and replaced only values that
its editor had read.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import httpx2

from benchmarks.site import KINDS, Member, Server, ask, fresh_database, load, look, parsed, percentile, staff
from cms.words import Role

SCALARS = ("title", "subtitle", "byline", "creditLine", "licence")
COLUMNS = {"creditLine": "credit_line"}
LISTS = ("tags", "credits", "relations")
PARAGRAPHS = 40
SHARED = "shared"
_PARAGRAPH = re.compile(r"<p>(.*?)</p>")

CREATE = """mutation($input: CreateArticleInput!) { createArticle(input: $input) {
  __typename ... on DraftPayload { draft { id } } ... on Refusal { message } } }"""
READ = """query($id: ID!) { draft(id: $id) { version head { title subtitle byline creditLine licence html
  tags { id } credits { name author { id } } relations { reference { id } } } } }"""
SAVE = """mutation($input: UpdateArticleInput!) { updateArticle(input: $input) { __typename
  ... on UpdateArticlePayload { mergedFields draft { version } }
  ... on Refusal { code message } ... on ValidationFailed { problems { path message } }
  ... on VersionConflict { currentVersion fields base mine theirs } } }"""
NAMED = """mutation($name: String!) { createTag(input: {name: $name}) { ... on TagPayload { tag { id } } }
  createAuthor(input: {name: $name}) { ... on AuthorPayload { author { id } } }
  createReference(input: {title: $name}) { ... on ReferencePayload { reference { id } } } }"""


@dataclass(frozen=True)
class State:
    """The content of a draft: texts by field, paragraphs by the word they begin with, items of the lists in order."""

    texts: dict[str, str]
    paragraphs: dict[str, str]
    lists: dict[str, list[tuple[str, str]]]  # what it points at, and the name printed

    @classmethod
    def read(cls, head: dict[str, Any]) -> State:
        """Of a revision in an answer."""
        return cls(
            {name: head[name] for name in SCALARS},
            _by_word(head["html"]),
            {
                "tags": [(one["id"], "") for one in head["tags"]],
                "credits": [(one["author"]["id"], one["name"]) for one in head["credits"]],
                "relations": [(one["reference"]["id"], "") for one in head["relations"]],
            },
        )

    @classmethod
    def kept(cls, snapshot: dict[str, Any]) -> State:
        """Of a revision in the database."""
        return cls(
            {name: snapshot["article"][COLUMNS.get(name, name)] for name in SCALARS},
            _by_word(snapshot["body"]["html"]),
            {
                "tags": [(f"tag_{one}", "") for one in snapshot["tags"]],
                "credits": [(f"aut_{one['author_id']}", one["name"]) for one in snapshot["credits"]],
                "relations": [(f"ref_{one['reference_id']}", "") for one in snapshot["relations"]],
            },
        )


def _by_word(html: str) -> dict[str, str]:
    paragraphs: list[str] = _PARAGRAPH.findall(html)
    found = {one.partition(" ")[0]: one for one in paragraphs}
    assert len(found) == len(paragraphs), "a paragraph stands there twice"
    return found


@dataclass
class Edit:
    """What an editor changes: new texts, new paragraphs (None takes one out), and what becomes of the own items."""

    texts: dict[str, str] = field(default_factory=dict)
    paragraphs: dict[str, str | None] = field(default_factory=dict)
    items: dict[str, tuple[str, str, str]] = field(default_factory=dict)  # list: what is done, item, name printed

    def fields(self) -> set[str]:
        """The names of the fields that it touches."""
        return {*self.texts, *(["html"] if self.paragraphs else []), *self.items}


@dataclass
class Saved:
    """An acknowledged save: the edit, the version and the content it began with, and the content that was sent."""

    edit: Edit
    version: int
    base: State
    mine: State


@dataclass
class Race:
    """What happened."""

    seconds: float = 0
    saves: dict[int, list[Saved]] = field(default_factory=dict)  # by user
    latencies: list[float] = field(default_factory=list)
    conflicts: Counter[str] = field(default_factory=Counter)  # by field
    conflict_count: int = 0
    merges: int = 0
    reordered: int = 0  # saves that also changed the order of items that their editor had not touched
    failures: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many saves were acknowledged."""
        return sum(map(len, self.saves.values()))


class Editor:
    """One of those who race."""

    def __init__(self, number: int, member: Member, own: dict[str, str], race: Race) -> None:
        self.number = number
        self.member = member
        self.own = own  # the tag, author and reference that nobody else touches
        self.race = race
        self.rng = random.Random(number)
        self.edits = 0
        race.saves[member.id] = []

    async def work(self, client: httpx2.AsyncClient, draft_id: str, until: float) -> None:
        """Edit again and again."""
        while time.monotonic() < until:
            edit = None
            while time.monotonic() < until:
                draft = (await ask(client, self.member, READ, id=draft_id))["data"]["draft"]
                base = State.read(draft["head"])
                edit = edit or self._think(base)
                if await self._save(client, draft_id, draft["version"], base, edit):
                    break

    def _think(self, base: State) -> Edit:
        """Make up an edit; its texts are like no others, so that its revision is known by them."""
        self.edits += 1
        token = f"e{self.number}-{self.edits}"
        edit = Edit()
        own = self.rng.choice([f"p{self.number}a", f"p{self.number}b"])
        if self.rng.random() < 0.7:
            edit.paragraphs[own] = f"{own} {token} 渡轮今天复航。"
        if self.rng.random() < 0.1:
            edit.paragraphs[SHARED] = f"{SHARED} {token}"
        if self.rng.random() < 0.15:
            more = f"m{self.number}"
            edit.paragraphs[more] = None if more in base.paragraphs else f"{more} {token}"
        if self.rng.random() < 0.25 or not any(edit.paragraphs.values()):
            edit.texts = dict.fromkeys(self.rng.sample(SCALARS, self.rng.randint(1, 2)), token)
        for name in LISTS:
            if self.rng.random() < 0.3:
                item = self.own[name]
                is_there = any(one == item for one, _ in base.lists[name])
                done = self.rng.choice(["remove", "move"]) if is_there else "add"
                edit.items[name] = (done, item, token if name == "credits" else "")
        return edit

    async def _save(self, client: httpx2.AsyncClient, draft_id: str, version: int, base: State, edit: Edit) -> bool:
        mine, given = self._input(base, edit)
        given |= {"id": draft_id, "expectedVersion": version, "isAutosave": self.rng.random() < 0.2}
        began = time.perf_counter()
        body = await ask(client, self.member, SAVE, input=given)
        self.race.latencies.append(time.perf_counter() - began)
        if "errors" in body:
            self.race.failures.append(f"errors: {body['errors']}")
            return True
        answer = body["data"]["updateArticle"]
        if answer["__typename"] == "UpdateArticlePayload":
            self.race.saves[self.member.id].append(Saved(edit, version, base, mine))
            self.race.merges += bool(answer["mergedFields"])
            return True
        if answer["__typename"] != "VersionConflict":
            self.race.failures.append(f"refused: {answer}")
            return True
        self._note_conflict(answer, base, edit, version)
        return False

    def _input(self, base: State, edit: Edit) -> tuple[State, dict[str, Any]]:
        """The content after the edit, and the input that says so."""
        given: dict[str, Any] = dict(edit.texts)
        paragraphs = dict(base.paragraphs)
        if edit.paragraphs:
            for word, text in edit.paragraphs.items():
                if text is None:
                    paragraphs.pop(word, None)
                elif word in paragraphs:
                    paragraphs[word] = text
                else:
                    paragraphs = _inserted(paragraphs, f"p{self.number}a", word, text)
            given["html"] = "".join(f"<p>{text}</p>" for text in paragraphs.values())
        lists = {name: list(items) for name, items in base.lists.items()}
        for name, (done, item, printed) in edit.items.items():
            one = {{"tags": "id", "credits": "authorId", "relations": "referenceId"}[name]: item}
            place = next((place for place, (key, _) in enumerate(lists[name]) if key == item), None)
            old = ("", "") if place is None else lists[name].pop(place)
            if done != "remove":
                one["position"] = self.rng.randint(0, len(lists[name]))
                lists[name].insert(one["position"], (item, printed) if done == "add" else old)
                one |= {"name": printed} if name == "credits" else {}
            given[name] = {done: [one]}
        return State(base.texts | edit.texts, paragraphs, lists), given

    def _note_conflict(self, answer: dict[str, Any], base: State, edit: Edit, version: int) -> None:
        race = self.race
        race.conflict_count += 1
        race.conflicts.update(answer["fields"])
        if not answer["fields"] or not set(answer["fields"]) <= edit.fields() or answer["currentVersion"] <= version:
            race.failures.append(f"a conflict about what was not changed: {answer}")
        for name in set(answer["fields"]) & edit.texts.keys():
            sides = answer["base"][name], answer["mine"][name]
            if sides != (base.texts[name], edit.texts[name]) or answer["theirs"][name] in sides:
                race.failures.append(f"a conflict with wrong sides: {answer}")


def _inserted(paragraphs: dict[str, str], after: str, word: str, text: str) -> dict[str, str]:
    items: list[tuple[str, str]] = []
    for key, value in paragraphs.items():
        items.append((key, value))
        if key == after:
            items.append((word, text))
    return dict(items)


async def race(database_url: str, *, editors: int = 20, seconds: float = 30) -> Race:
    """Let editors race on a new article of a migrated database, and check that nothing was lost.

    Raises:
        AssertionError: something was, or a refusal had no type.
    """
    members = await staff(database_url, [Role.EDITOR] * editors)
    server = Server(database_url)
    await asyncio.to_thread(server.start)
    found = Race()
    try:
        limits = httpx2.Limits(max_connections=editors)
        async with httpx2.AsyncClient(base_url=server.url, timeout=60, limits=limits) as client:
            owned = [await _own(client, members[0], number) for number in range(editors)]
            draft_id = await _article(client, members[0], editors)
            racing = [Editor(number, member, owned[number], found) for number, member in enumerate(members)]
            began = time.monotonic()
            await asyncio.gather(*(one.work(client, draft_id, began + seconds) for one in racing))
            found.seconds = time.monotonic() - began
            end = (await ask(client, members[0], READ, id=draft_id))["data"]["draft"]
        await _verify(database_url, int(draft_id.removeprefix("art_")), found, end)
    finally:
        await asyncio.to_thread(server.stop)
    assert not found.failures, found.failures[:5]
    return found


async def _own(client: httpx2.AsyncClient, member: Member, number: int) -> dict[str, str]:
    made = (await ask(client, member, NAMED, name=f"编辑{number}"))["data"]
    return {
        "tags": made["createTag"]["tag"]["id"],
        "credits": made["createAuthor"]["author"]["id"],
        "relations": made["createReference"]["reference"]["id"],
    }


async def _article(client: httpx2.AsyncClient, member: Member, editors: int) -> str:
    words = [f"p{number}{part}" for number in range(editors) for part in "ab"]
    words += [f"f{number}" for number in range(PARAGRAPHS - 1 - len(words))] + [SHARED]
    given = dict.fromkeys(SCALARS, "begin") | {"html": "".join(f"<p>{word} 开始。</p>" for word in words)}
    draft_id: str = (await ask(client, member, CREATE, input=given))["data"]["createArticle"]["draft"]["id"]
    return draft_id


async def _verify(database_url: str, draft_id: int, found: Race, end: dict[str, Any]) -> None:
    """Walk the revisions.

    Raises:
        AssertionError: an edit was lost.
    """
    tables = await look(
        database_url,
        {
            "revisions": f"SELECT number,user_id,snapshot FROM revision WHERE draft_id={draft_id} ORDER BY number",
            "draft": f"SELECT version FROM draft WHERE id={draft_id}",
            "events": "SELECT user_id FROM event WHERE type='draft.saved' ORDER BY sequence",
        },
    )
    revisions = [(row["number"], row["user_id"], State.kept(parsed(row["snapshot"]))) for row in tables["revisions"]]
    assert [number for number, _, _ in revisions] == list(range(1, found.count + 2)), "saves and revisions differ"
    assert tables["draft"][0]["version"] == end["version"] == len(revisions)
    assert [user for _, user, _ in revisions[1:]] == [row["user_id"] for row in tables["events"]]
    waiting = {user: iter(saves) for user, saves in found.saves.items()}
    for (_, _, before), (number, user, after) in pairwise(revisions):
        saved = next(waiting[user])
        assert _same(saved.base, revisions[saved.version - 1][2]), f"version {saved.version} was read wrong"
        found.reordered += _reorders(saved, before, after)
        if problem := _problem(saved, before, after):
            raise AssertionError(f"version {number} by {user}: {problem}: {saved.edit}")
    assert all(next(rest, None) is None for rest in waiting.values()), "an acknowledged save made no revision"
    assert _same(State.read(end["head"]), revisions[-1][2])


def _same(one: State, other: State) -> bool:
    return one == other and list(one.paragraphs) == list(other.paragraphs)


def _problem(saved: Saved, before: State, after: State) -> str:
    """What is wrong with a revision that a save made of the one before."""
    edit, base = saved.edit, saved.base
    for kept, wanted, at in ((after.texts, edit.texts, "texts"), (after.paragraphs, edit.paragraphs, "paragraphs")):
        former, read = getattr(before, at), getattr(base, at)
        for name, value in wanted.items():
            if kept.get(name) != value:
                return f"{name} was not saved"
            if former.get(name) != read.get(name):
                return f"{name} was overwritten unread"
        if [one for one in former.items() if one[0] not in wanted] != [
            one for one in kept.items() if one[0] not in wanted
        ]:
            return f"{at} of others changed"
    for name in LISTS:
        if problem := _list_problem(name, saved, before, after):
            return problem
    return ""


def _reorders(saved: Saved, before: State, after: State) -> bool:
    """Whether items that the editor did not touch changed places among each other.

    Of two neighbours that stand the other way round, merging cannot tell which one was moved (cms/merge.py).
    """
    touched = {item for _, item, _ in saved.edit.items.values()}
    return any(
        [one for one in before.lists[name] if one[0] not in touched]
        != [one for one in after.lists[name] if one[0] not in touched]
        for name in LISTS
    )


def _list_problem(name: str, saved: Saved, before: State, after: State) -> str:
    done, item, _ = saved.edit.items.get(name, ("", "", ""))
    others = [[one for one in state.lists[name] if one[0] != item] for state in (before, after)]
    if sorted(others[0]) != sorted(others[1]):
        return f"{name} of others changed"
    is_there = [one for one in after.lists[name] if one[0] == item]
    wanted = [one for one in saved.mine.lists[name] if one[0] == item]
    if done and is_there != wanted:
        return f"{done} in {name} was not saved"
    if before.lists[name] == saved.base.lists[name] and after.lists[name] != saved.mine.lists[name]:
        return f"{name} stand in another order"
    return ""


def main() -> None:
    """Race on each database and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--editors", type=int, default=20)
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    options = parser.parse_args()
    for kind in options.databases:
        with fresh_database(kind) as url:
            found = asyncio.run(race(url, editors=options.editors, seconds=options.seconds))
        p50, p95 = (percentile(found.latencies, share) * 1000 for share in (0.5, 0.95))
        fields = ", ".join(f"{name} {count}" for name, count in found.conflicts.most_common())
        print(
            f"{kind:<9}{found.count:>6} saves {found.count / found.seconds:>6.1f}/s  0 lost"
            f"  {found.merges} merged ({found.reordered} moved others' items)"
            f"  {found.conflict_count} conflicts ({fields})"
            f"  p50 {p50:.0f} ms  p95 {p95:.0f} ms  {load()}"
        )


if __name__ == "__main__":
    main()
