"""What a snapshot points at, as it is today: ids that were merged lead on, and what is gone is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.expressions import Q

from cms.db.sql import run, run_many
from cms.drafts import visible_to
from cms.edits import Edits, ListEdit
from cms.errors import FieldProblem, ValidationFailed
from cms.models import Article, Asset, Author, Redirect
from cms.permissions import Viewer
from cms.snapshots import Content
from cms.words import RedirectKind

Wanted = Mapping[str, set[int]]
MERGEABLE = {"author": RedirectKind.AUTHOR, "category": RedirectKind.CATEGORY, "source": RedirectKind.SOURCE}
MERGEABLE |= {"tag": RedirectKind.TAG}


async def check_links(
    tx: TransactionalDBClient,
    viewer: Viewer,
    content: Content,
    *,
    draft_id: int | None = None,
    known: Content | None = None,
) -> None:
    """Refuse content that points at what is not there, or twice at the same.

    An article that the viewer may not know of is not there, unless it is public or `known` content is linked to it.

    Raises:
        ValidationFailed: naming every such link.
    """
    problems = list(_repeats(content, draft_id))
    wanted = _of_content(content)
    there = await _existing(tx, wanted)
    there["draft"] &= await _may_be_linked(tx, viewer, wanted["draft"], known)
    paths: list[tuple[str, str, int | None]] = [
        ("source_id", "source", content.source_id),
        ("category_id", "category", content.category_id),
        ("image_id", "asset", content.image_id),
        *((f"credits.{n}.author_id", "author", link.author_id) for n, link in enumerate(content.credits)),
        *((f"relations.{n}.target_id", "draft", link.target_id) for n, link in enumerate(content.relations)),
        *((f"relations.{n}.reference_id", "reference", link.reference_id) for n, link in enumerate(content.relations)),
        *((f"tags.{n}", "tag", tag_id) for n, tag_id in enumerate(content.tag_ids)),
    ]
    problems += [
        FieldProblem(path, f"there is no such {_NAMES.get(table, table)}")
        for path, table, number in paths
        if number is not None and number not in there[table]
    ]
    if content.image_id in there["asset"]:
        problems += await _picture_problems(tx, content.image_id)
    if problems:
        raise ValidationFailed(*problems)


async def _picture_problems(tx: TransactionalDBClient, asset_id: int | None) -> list[FieldProblem]:
    is_picture = await Asset.filter(id=asset_id, width__isnull=False).using_db(tx).exists()
    return [] if is_picture else [FieldProblem("image_id", "this file is no picture")]


async def _may_be_linked(
    tx: TransactionalDBClient, viewer: Viewer, targets: set[int], known: Content | None
) -> set[int]:
    linked = {link.target_id for link in known.relations if link.target_id is not None} if known else set()
    new = targets - linked
    if not new or viewer.sees_all_drafts:
        return targets
    seen = await visible_to(viewer).filter(id__in=new).using_db(tx)
    public = await Article.filter(id__in=new).using_db(tx).only("id")
    return linked | {row.id for row in [*seen, *public]}


async def follow(tx: TransactionalDBClient, edits: Edits, snapshot: Mapping[str, Any]) -> Edits:
    """The edits, which began with a snapshot, with ids that were merged since then as what they lead to."""
    credits_, tag_ids = edits.credits, edits.tag_ids
    wanted = _wanted(
        source=[edits.values.get("source_id")],
        category=[edits.values.get("category_id")],
        author=[link.author_id for link in credits_.items()] if credits_ else [],
        tag=tag_ids.items() if tag_ids else [],
    )
    leads = await _redirects(tx, _gone(wanted, await _existing(tx, wanted)))
    return edits.redirected(leads, snapshot) if leads else edits


async def followed(tx: TransactionalDBClient, content: Content) -> Content:
    """As `follow`, for the content of a new draft."""
    values = {"source_id": content.source_id, "category_id": content.category_id}
    edits = Edits(values, credits=ListEdit(replace=content.credits), tag_ids=ListEdit(replace=content.tag_ids))
    redirected = await follow(tx, edits, {"credits": [], "tags": []})
    return content if redirected is edits else redirected.apply(content)


async def with_names(tx: TransactionalDBClient, content: Content) -> Content:
    """The content with the names of the authors in credits that came without a printed one."""
    nameless = [link.author_id for link in content.credits if not link.name.strip()]
    if not nameless:
        return content
    names = dict(await Author.filter(id__in=nameless).using_db(tx).values_list("id", "name"))
    named = (
        link if link.name.strip() else replace(link, name=names.get(link.author_id, "")) for link in content.credits
    )
    return replace(content, credits=tuple(named))


async def resolve_references(
    tx: TransactionalDBClient, draft_id: int, title_key: str, snapshot: Mapping[str, Any]
) -> int:
    """Point every reference with that title that means no article yet at a draft; how many there were.

    A draft is meant by what has its title when it is made, and when it goes live: what an editor types in between
    changes nothing that readers see. What it is linked to itself (by `snapshot`) means another article of that title.
    """
    own = [0, *(link["reference_id"] for link in snapshot["relations"] if link["reference_id"] is not None)]
    found = await run(
        tx,
        "UPDATE reference SET target_id=?,version=version+1 WHERE title_key=? AND target_id IS NULL"  # noqa: S608 - numbers
        f" AND id NOT IN ({','.join(map(str, own))}) RETURNING id",
        draft_id,
        title_key,
    )
    return len(found)


async def list_for_filters(tx: TransactionalDBClient, draft_id: int, snapshot: Mapping[str, Any]) -> None:
    """Note whom and what a draft's newest revision names, so that lists of drafts can be filtered by it."""
    authors = {link["author_id"] for link in snapshot["credits"]}
    for column, wanted in (("author", authors), ("tag", set(snapshot["tags"]))):
        table = f"draft_{column}"
        rows = await run(tx, f"SELECT {column}_id AS n FROM {table} WHERE draft_id=?", draft_id)  # noqa: S608 - our own names
        noted = {int(row["n"]) for row in rows}
        if gone := noted - wanted:
            numbers = ",".join(map(str, sorted(gone)))
            await run(tx, f"DELETE FROM {table} WHERE draft_id=? AND {column}_id IN ({numbers})", draft_id)  # noqa: S608 - numbers
        new = [(draft_id, number) for number in sorted(wanted - noted)]
        await run_many(tx, f"INSERT INTO {table} (draft_id,{column}_id) VALUES (?,?)", new)  # noqa: S608 - our own names


_NAMES = {"draft": "article"}


def _repeats(content: Content, draft_id: int | None) -> Iterable[FieldProblem]:
    seen: set[object] = set()
    for number, link in enumerate(content.credits):
        if (key := ("credit", link.author_id, link.role)) in seen:
            yield FieldProblem(f"credits.{number}", f"this author is credited as {link.role} already")
        seen.add(key)
    for number, relation in enumerate(content.relations):
        if (target := ("relation", relation.target_id, relation.reference_id)) in seen:
            yield FieldProblem(f"relations.{number}", "this is linked already")
        if relation.target_id is not None and relation.target_id == draft_id:
            yield FieldProblem(f"relations.{number}", "an article cannot be linked to itself")
        seen.add(target)
    for number, tag_id in enumerate(content.tag_ids):
        if (tag := ("tag", tag_id)) in seen:
            yield FieldProblem(f"tags.{number}", "this tag is there already")
        seen.add(tag)


async def current(tx: TransactionalDBClient, snapshot: dict[str, Any], *, draft_id: int) -> dict[str, Any]:
    """The snapshot with its links as they lead today; the very same one if all of them stand.

    What was merged is what it was merged into, what was deleted is left out, and what would then stand there twice
    stands at its first place.
    """
    wanted = _of_snapshot(snapshot)
    gone = _gone(wanted, await _existing(tx, wanted))
    if not gone and draft_id not in wanted["draft"]:
        return snapshot
    leads = await _redirects(tx, gone)

    def follow(table: str, number: int | None) -> int | None:
        if number is None or number not in gone.get(table, ()):
            return number
        return leads.get((table, number))

    article = dict(snapshot["article"])
    for name in ("source", "category"):
        article[f"{name}_id"] = follow(name, article[f"{name}_id"])
    if "asset" in gone:
        article |= {"image_id": None, "image_caption": ""}
    credited: dict[tuple[int, str], dict[str, Any]] = {}
    for link in snapshot["credits"]:
        if (author_id := follow("author", link["author_id"])) is not None:
            credited.setdefault((author_id, link["role"]), link | {"author_id": author_id})
    relations = [
        link
        for link in snapshot["relations"]
        if link["target_id"] != draft_id
        and link["target_id"] not in gone.get("draft", ())
        and link["reference_id"] not in gone.get("reference", ())
    ]
    tags = dict.fromkeys(tag_id for old in snapshot["tags"] if (tag_id := follow("tag", old)) is not None)
    links = {"credits": list(credited.values()), "relations": relations, "tags": list(tags)}
    return snapshot | {"article": article} | links


def _of_snapshot(snapshot: Mapping[str, Any]) -> Wanted:
    article = snapshot["article"]
    return _wanted(
        source=[article["source_id"]],
        category=[article["category_id"]],
        asset=[article.get("image_id")],
        author=[link["author_id"] for link in snapshot["credits"]],
        draft=[link["target_id"] for link in snapshot["relations"]],
        reference=[link["reference_id"] for link in snapshot["relations"]],
        tag=snapshot["tags"],
    )


def _of_content(content: Content) -> Wanted:
    return _wanted(
        source=[content.source_id],
        category=[content.category_id],
        asset=[content.image_id],
        author=[link.author_id for link in content.credits],
        draft=[link.target_id for link in content.relations],
        reference=[link.reference_id for link in content.relations],
        tag=content.tag_ids,
    )


def _wanted(**ids: Iterable[int | None]) -> Wanted:
    return {table: {number for number in numbers if number is not None} for table, numbers in ids.items()}


async def _existing(tx: TransactionalDBClient, wanted: Wanted) -> dict[str, set[int]]:
    """Which of the rows are there, with one statement for all tables."""
    found: dict[str, set[int]] = {table: set() for table in wanted}
    is_postgres = tx.capabilities.dialect == "postgres"
    parts: list[str] = []
    values: list[int] = []
    for table, numbers in wanted.items():
        if numbers:
            first = len(values) + 1
            values += sorted(numbers)
            places = ",".join(f"${n}::int" if is_postgres else "?" for n in range(first, len(values) + 1))
            parts.append(f"SELECT '{table}' AS kind,id FROM {table} WHERE id IN ({places})")  # noqa: S608 - our names
    if parts:
        for row in await tx.execute_query_dict(" UNION ALL ".join(parts), values):
            found[row["kind"]].add(row["id"])
    return found


def _gone(wanted: Wanted, there: Wanted) -> dict[str, set[int]]:
    """What of the wanted is not there, by table; tables of which all is there are left out."""
    return {table: missing for table, numbers in wanted.items() if (missing := numbers - there[table])}


async def _redirects(tx: TransactionalDBClient, gone: Wanted) -> dict[tuple[str, int], int]:
    """Where ids that are no more lead, by table and id."""
    tables = {kind: table for table, kind in MERGEABLE.items()}
    former = Q(
        *(Q(kind=MERGEABLE[table], former_id__in=gone[table]) for table in gone if table in MERGEABLE), join_type="OR"
    )
    if not any(table in MERGEABLE for table in gone):
        return {}
    rows = await Redirect.filter(former).using_db(tx).values_list("kind", "former_id", "target_id")
    return {(tables[RedirectKind(kind)], former_id): target_id for kind, former_id, target_id in rows}
