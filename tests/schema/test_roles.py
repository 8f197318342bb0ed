"""Who may do what: the table in docs/security.md is what the running site does, tried cell by cell over HTTP."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest
from graphql import GraphQLSchema, build_schema, get_named_type, is_composite_type

from cms import models, users
from cms.auth import CSRF_HEADER
from cms.models import Category, User
from cms.permissions import ROLES, SCOPES, Permission, Viewer
from cms.words import Role
from cms.workflow import RULES
from tests.accounts import OPERATOR, PASSWORD, SIGN_IN, bearer, make_token, make_user, send
from tests.content import make_category
from tests.files import PDF
from tests.roles import ROWS, Row, Trial
from tests.schemas import rows_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("no_loops")]

ROOT = Path(__file__).parents[2]
REFUSAL = "... on Refusal { code message } ... on BulkPayload { outcomes { refusal { code message } } }"
NEEDS = re.compile(r"needs the permission (\w+)")
# Noted with every request, whatever becomes of it.
NOTED = {"last_used_at", "last_seen_at", "count"}


@dataclass(eq=False)
class Actor:
    """Somebody who asks. `fresh` are credentials that an operation may end."""

    name: str
    permissions: frozenset[Permission] = frozenset()
    user: User | None = None
    headers: dict[str, str] = field(default_factory=lambda: {CSRF_HEADER: "1"})
    role: Role | None = None
    is_token: bool = False

    @property
    def user_id(self) -> int | None:
        """The user's row."""
        return None if self.user is None else self.user.id


@dataclass(frozen=True)
class Outcome:
    """What became of one try: the code of the refusal, if it was refused, and the permission that it named."""

    code: str = ""
    permission: str = ""


class Desk:
    """The site, and everybody who tries something there."""

    def __init__(self, client: httpx2.AsyncClient, schema: GraphQLSchema) -> None:
        self.client = client
        self.schema = schema
        self.cells = 0
        self.wrong: list[str] = []

    async def session(self, role: Role) -> Actor:
        """A user of a role with a session."""
        user = await make_user(role)
        answer = await send(self.client, SIGN_IN, {}, email=user.email, password=PASSWORD)
        self.client.cookies.clear()
        headers = {"Cookie": answer.headers["set-cookie"].partition(";")[0], CSRF_HEADER: "1"}
        return Actor(role.lower(), ROLES[role], user, headers, role)

    async def token(self, scope: Permission) -> Actor:
        """A token of an administrator with one scope."""
        user = await make_user(Role.ADMIN)
        secret = await make_token(user, scope)
        return Actor(f"token {scope}", frozenset({scope}), user, bearer(secret), is_token=True)

    async def fresh(self, actor: Actor) -> Actor:
        """The like of an actor, for what ends credentials."""
        if actor.role is not None:
            return await self.session(actor.role)
        return await self.token(*actor.permissions) if actor.is_token else actor

    async def attempt(self, row: Row, actor: Actor, owner_id: int | None, category_id: int | None = None) -> Outcome:
        """Do it, to something that belongs to the owner."""
        actor = await self.fresh(actor) if row.ends else actor
        trial = Trial(actor.user_id, owner_id, category_id)
        return await self.send(row, actor, await row.arguments(trial))

    def tell(self, row: Row, actor: Actor, outcome: Outcome, *, is_own: bool) -> None:
        """Note a cell that is not as the table says."""
        whose = "own" if is_own else "another's"
        self.wrong.append(f"{row.operation} ({row.note}) on {whose} as {actor.name}: {outcome}")

    async def send(self, row: Row, actor: Actor, arguments: str) -> Outcome:
        """Ask, and read what became of it."""
        self.cells += 1
        assert self.schema.query_type is not None
        assert self.schema.mutation_type is not None
        is_query = row.operation in self.schema.query_type.fields
        root = self.schema.query_type if is_query else self.schema.mutation_type
        inner = get_named_type(root.fields[row.operation].type)
        selections = ""
        if is_composite_type(inner):
            fits = is_query or row.operation.endswith("Articles")
            refusal = "" if is_query else REFUSAL if fits else REFUSAL.partition(" ... on Bulk")[0]
            selections = f"{{ __typename {refusal} }}"
        query = f"{'query' if is_query else 'mutation'} {{ it: {row.operation}{arguments} {selections} }}"
        if "$file" in arguments:
            query = query.replace("mutation", "mutation($file: Upload!)", 1)
            body = (await self._send_file(query, actor)).json()
        else:
            body = (await send(self.client, query, actor.headers)).json()
        self.client.cookies.clear()
        return _outcome(body, is_query=is_query)

    async def _send_file(self, query: str, actor: Actor) -> httpx2.Response:
        """Ask with a file beside the question."""
        operations = json.dumps({"query": query, "variables": {"file": None}})
        form = {"operations": operations, "map": '{"0": ["variables.file"]}'}
        picture = PDF + str(self.cells).encode()
        return await self.client.post("/graphql", data=form, files={"0": ("a", picture)}, headers=actor.headers)


def _outcome(body: Any, *, is_query: bool) -> Outcome:
    refusals = [(error["extensions"]["code"], error["message"]) for error in body.get("errors", ())]
    answer = (body.get("data") or {}).get("it")
    if isinstance(answer, dict):
        found = [answer, *(outcome["refusal"] or {} for outcome in answer.get("outcomes", ()))]
        refusals += [(each["code"], each["message"]) for each in found if "code" in each]
    if not refusals:
        return Outcome()
    needed = NEEDS.search(refusals[0][1])
    return Outcome(refusals[0][0], needed[1] if needed else "")


async def everything() -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, but for what is noted of every request."""
    names = {model._meta.db_table for model in vars(models).values() if hasattr(model, "_meta")} - {"", "sign_in_tries"}
    found = {}
    for name in sorted(names):
        rows = await rows_of(f"SELECT * FROM {name} ORDER BY 1")
        found[name] = [{key: value for key, value in row.items() if key not in NOTED} for row in rows]
    return found


@pytest.fixture
def printed() -> GraphQLSchema:
    return build_schema((ROOT / "schema" / "schema.graphql").read_text(encoding="utf-8"))


def test_every_operation_has_a_row(printed: GraphQLSchema) -> None:
    assert printed.query_type is not None
    assert printed.mutation_type is not None

    assert {row.operation for row in ROWS} == {*printed.query_type.fields, *printed.mutation_type.fields}


def _cell(needed: frozenset[str], row: Row, role: Role) -> str:
    if not needed <= ROLES[role]:
        return ""
    return "own" if row.is_owned and not Viewer("", ROLES[role]).sees_all_drafts else "yes"


def table(needed: dict[Row, frozenset[str]]) -> list[str]:
    """The lines of the table in docs/security.md: by what each row needs, and what each role has."""
    lines = [f"| operation | needs | everybody | {' | '.join(role.lower() for role in ROLES)} |", "|--" * 8 + "|"]
    for row in ROWS:
        name = f"{row.operation} ({row.note})" if row.note else row.operation
        permissions = ", ".join(f"`{one}`" for one in Permission if one in needed[row])
        cells = ["" if needed[row] else "yes", *(_cell(needed[row], row, role) for role in ROLES)]
        lines.append(f"| {name} | {permissions} |" + "".join(f" {cell} |" if cell else " |" for cell in cells))
    return lines


async def _what_is_needed(desk: Desk, row: Row, actors: list[Actor]) -> frozenset[str]:
    """The permissions that refusals name, until somebody may do it; or that of the token which is not refused."""
    needed: set[str] = set()
    if row.is_secret:
        for actor in actors:
            if actor.is_token and not (await desk.attempt(row, actor, None)).code:
                needed |= actor.permissions
        return frozenset(needed)
    for actor in actors:
        outcome = await desk.attempt(row, actor, actor.user_id)
        if outcome.permission:
            needed.add(outcome.permission)
        else:
            if outcome.code and not _is_nothing(row, actor, outcome):
                desk.wrong.append(f"{row.operation} ({row.note}) as {actor.name}: {outcome}")
            break
    return frozenset(needed)


def _expected(needed: frozenset[str], row: Row, actor: Actor, *, is_own: bool) -> set[str]:
    """The codes of what may become of a try; empty is that it is done."""
    if row.is_secret and not needed <= actor.permissions:
        return {"NOT_FOUND", "FORBIDDEN"}
    if row.is_shown and not is_own and Permission.EDIT not in actor.permissions:
        return {"FORBIDDEN"}
    if row.is_owned and not is_own and not Viewer("", actor.permissions).sees_all_drafts:
        return {"NOT_FOUND", "FORBIDDEN"} if not needed <= actor.permissions else {"NOT_FOUND"}
    return {""} if needed <= actor.permissions or row.also in actor.permissions else {"FORBIDDEN"}


async def test_each_role_does_what_the_table_says_and_nothing_else(
    client: httpx2.AsyncClient, printed: GraphQLSchema
) -> None:
    desk = Desk(client, printed)
    anonymous = Actor("anonymous")
    sessions = [await desk.session(role) for role in Role]
    programs = [await desk.token(scope) for scope in sorted(SCOPES)]

    needed = {row: await _what_is_needed(desk, row, [anonymous, *sessions, *programs]) for row in ROWS}
    for number, row in enumerate(ROWS):
        fitting = [program for program in programs if needed[row] and needed[row] <= program.permissions]
        others = [program for program in programs if program not in fitting]
        actors = [anonymous, *sessions, *fitting, others[number % len(others)]]
        await _try_all(desk, row, needed[row], actors)

    assert not desk.wrong, "\n".join(desk.wrong)
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8").partition("## Operations by role")[2]
    documented = [line for line in page.partition("\n## ")[0].splitlines() if line.startswith("|")]
    assert documented == table(needed), "docs/security.md must say:\n" + "\n".join(table(needed))
    assert desk.cells > 10 * len(ROWS), desk.cells
    acts = {row: RULES[row.act].permission for row in ROWS if row.act is not None}
    assert {row: frozenset({permission}) for row, permission in acts.items()} == {row: needed[row] for row in acts}


async def _try_all(desk: Desk, row: Row, needed: frozenset[str], actors: list[Actor]) -> None:
    """Every cell of a row: what is refused changes nothing, and what is allowed is done."""
    cells = [(actor, is_own) for actor in actors for is_own in ((True, False) if row.is_owned else (True,))]
    cells = [(actor, is_own) for actor, is_own in cells if not (row.is_owned and is_own and actor.user is None)]
    wanted = {cell: _expected(needed, row, cell[0], is_own=cell[1]) for cell in cells}
    refused = [cell for cell in cells if "" not in wanted[cell]]
    arguments = await row.arguments(Trial(None, None))
    draft = await models.Draft.all().order_by("-id").first()
    before = await everything() if refused else {}
    for actor, is_own in refused:
        if draft is not None:
            # Refused tries leave it as it is, so that one draft is enough, with this owner and that.
            await models.Draft.filter(id=draft.id).update(owner_id=actor.user_id if is_own else None)
        outcome = await desk.send(row, actor, arguments)
        if outcome.code not in wanted[actor, is_own] and not _is_nothing(row, actor, outcome):
            desk.tell(row, actor, outcome, is_own=is_own)
    if refused and draft is not None:
        await models.Draft.filter(id=draft.id).update(owner_id=draft.owner_id)
    if refused and await everything() != before:
        desk.wrong.append(f"{row.operation} ({row.note}): it was refused, but something changed")
    for actor, is_own in [cell for cell in cells if cell not in refused]:
        outcome = await desk.attempt(row, actor, actor.user_id if is_own else None)
        if outcome.code and not _is_nothing(row, actor, outcome):
            desk.tell(row, actor, outcome, is_own=is_own)


def _is_nothing(row: Row, actor: Actor, outcome: Outcome) -> bool:
    """Whether an answer stands for what the table says, because there is nothing to find or to give.

    `draft` is null for what the viewer may not see. A reader may make tokens, but there is no scope for one.
    """
    if row.note == "for oneself" and actor.role is Role.READER:
        return outcome.code == "BAD_USER_INPUT"
    return row.operation == "draft" and outcome.code == ""


LIMITED = [row for row in ROWS if row.operation in {"createArticle", "updateArticle", "submitArticle", "trashArticle"}]


@pytest.mark.parametrize("row", [row for row in LIMITED if not row.note], ids=lambda row: row.operation)
async def test_a_contributor_limited_to_categories_works_only_in_them(
    client: httpx2.AsyncClient, printed: GraphQLSchema, row: Row
) -> None:
    desk = Desk(client, printed)
    own: Category = await make_category("情感")
    other: Category = await make_category("法治")
    actor = await desk.session(Role.CONTRIBUTOR)
    assert actor.user is not None
    await users.update_user(OPERATOR, actor.user.id, category_ids=[own.id])

    assert await desk.attempt(row, actor, actor.user_id, own.id) == Outcome()
    before = await _drafts()
    refused = await desk.attempt(row, actor, actor.user_id, other.id)

    assert refused.code == "BAD_USER_INPUT"
    assert before == {number: version for number, version in (await _drafts()).items() if number in before}


async def _drafts() -> dict[int, int]:
    return {draft.id: draft.version for draft in await models.Draft.all()}
