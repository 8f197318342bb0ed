"""The tree of categories: making, renaming, moving and merging its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from cms import completion, events, inputs, places, redirects, text, tree, usage
from cms.db import writing
from cms.db.sql import run
from cms.errors import FieldProblem, NotFound, ValidationFailed
from cms.ids import shown_id
from cms.inputs import Input, check_version
from cms.models import Article, Category, CategoryAncestor, Draft, Redirect, UserCategory
from cms.names import numbered
from cms.permissions import Permission, Viewer
from cms.standing import confirm
from cms.tree import DEEPEST
from cms.words import CompletionKind, RedirectKind

LISTED_NAMES = 20
LISTED_CATEGORIES = 100


@dataclass(frozen=True)
class CategoryFields:
    """What an editor says of a category. None leaves a field as it is, of a new category as it begins."""

    name: str | None = None
    slug: str | None = None
    description: str | None = None


async def create_category(
    viewer: Viewer, fields: CategoryFields, *, parent_id: int | None = None, position: int | None = None
) -> Category:
    """Make a category under a parent (None is the top) at a place among its siblings (None is the end).

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such parent.
        ValidationFailed: naming every problem; a sibling has the name or the slug, or it would stand too deep.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        parent = None if parent_id is None else await _get(tx, parent_id)
        wanted = inputs.read(Category, vars(fields), required=("name",))
        await _refuse_taken(tx, wanted, wanted.values, parent_id)
        if parent is not None and parent.depth >= DEEPEST:
            wanted.refuse("parentId", f"a category can stand {DEEPEST} deep, and this one does already")
        wanted.check()
        category = await _insert(tx, wanted.values, parent)
        await tree.place(tx, category, position)
        await _record(tx, viewer, "created", category, name=category.name)
    return category


async def update_category(
    viewer: Viewer, category_id: int, fields: CategoryFields, *, expected_version: int
) -> Category:
    """Change what is given of a category. With its slug the paths of all below it change; the former ones lead there.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such category.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: naming every problem; a sibling has the name or the slug already.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        category = await _claim(tx, category_id, expected_version)
        wanted = inputs.read(Category, vars(fields), row=category)
        await _refuse_taken(tx, wanted, wanted.values, category.parent_id, category)
        wanted.check()
        if wanted.values:
            changes = dict(wanted.values)
            former_path = category.path
            if slug := changes.pop("slug", None):
                parent = None if category.parent_id is None else await _get(tx, category.parent_id)
                await tree.move(tx, category, parent, slug)
            await _advance(tx, category, changes)
            facts = {"name": category.name, "path": category.path, "former_path": former_path}
            tags, changed = await _cache_tags(tx, category), wanted.changed
            await _record(tx, viewer, "updated", category, tags, changed=changed, **facts)
    return category


async def move_category(
    viewer: Viewer, category_id: int, *, parent_id: int | None, position: int | None = None, expected_version: int
) -> Category:
    """Put a category, with all below it, under a parent (None is the top) at a place among the siblings there.

    Moving it under the parent it has puts it in order. Its former path and those of all below it lead on. Whoever is
    limited to it, or to one above or below it, is so as before.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such category, or no such parent.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: the parent is the category itself or below it, has a child of that name or slug, or something
            would stand too deep.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        category = await _claim(tx, category_id, expected_version)
        parent = None if parent_id is None else await _get(tx, parent_id)
        former = (category.parent_id, category.path)
        if parent_id == category.parent_id and position == category.position:
            return category
        left = await _cache_tags(tx, category)
        if parent_id != category.parent_id:
            if parent_id is not None and await tree.is_below(tx, parent_id, category.id):
                raise ValidationFailed(FieldProblem("parentId", "a category cannot stand below itself"))
            wanted = Input()
            columns = {"key": category.key, "slug": category.slug}
            await _refuse_taken(tx, wanted, columns, parent_id, category, path="parentId")
            wanted.check()
            await tree.move(tx, category, parent, category.slug)
            await tree.close_gaps(tx, former[0])
        await tree.place(tx, category, position)
        await _advance(tx, category, {})
        tags = [*await _cache_tags(tx, category), *left] if former[1] != category.path else ["list:categories"]
        facts: dict[str, Any] = {
            "parent_id": parent_id,
            "position": category.position,
            "path": category.path,
            "former_path": former[1],
        }
        await _record(tx, viewer, "moved", category, tags, **facts)
    return category


async def delete_category(viewer: Viewer, category_id: int, *, expected_version: int) -> None:
    """Delete a category that nothing is in or below, and that nobody is limited to.

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: there is no such category.
        VersionConflict: it was changed since `expected_version`.
        ValidationFailed: it is used; the message tells how often.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        category = await _claim(tx, category_id, expected_version)
        own = {"category_id": category.id}
        usage.refuse_used(
            "category",
            "merge it into another category instead",
            public_articles=await Article.filter(**own).using_db(tx).count(),
            drafts=await Draft.filter(**own).using_db(tx).count(),
            scheduled_drafts=await usage.count_scheduled(tx, "category", category.id),
            categories_below_it=await Category.filter(parent_id=category.id).using_db(tx).count(),
            users_who_are_limited_to_it=await UserCategory.filter(**own).using_db(tx).count(),
        )
        await redirects.forget(tx, RedirectKind.CATEGORY, category.id)
        await _remove(tx, category)
        await _record(tx, viewer, "deleted", category, name=category.name, path=category.path)


async def merge_categories(
    viewer: Viewer, category_id: int, into_id: int, *, expected_version: int, into_expected_version: int
) -> Category:
    """Put everything of the first category into the second; the first is gone, and its id and path lead there.

    Its children come after those of the second. Whoever was limited to the first is limited to the second. Revisions
    are not rewritten: whoever reads links out of one follows redirects (cms/links.py).

    Raises:
        Forbidden: the viewer may not edit.
        NotFound: one of them is not there.
        VersionConflict: one of them was changed since it was read.
        ValidationFailed: the second is the first or stands below it; the children of both share names or slugs, which
            the message lists; or something would stand too deep.
    """
    viewer.require(Permission.EDIT)
    async with writing() as tx:
        await confirm(tx, viewer)
        category = await _claim(tx, category_id, expected_version)
        into = await _claim(tx, into_id, into_expected_version)
        if await tree.is_below(tx, into.id, category.id):
            raise ValidationFailed(FieldProblem("intoId", "choose a category that is neither this one nor below it"))
        tags = [f"category:{category.id}", *await _cache_tags(tx, category), *await _cache_tags(tx, into)]
        affected = await Article.filter(category_id=category.id).using_db(tx).count()
        await _refuse_clashes(tx, category, into)
        await _free_its_name(tx, category)
        for child in await Category.filter(parent_id=category.id).using_db(tx).order_by("position", "id"):
            await tree.move(tx, child, into, child.slug, field="intoId")
            await tree.place(tx, child, None)
        await _rewrite(tx, category.id, into.id)
        await _remove(tx, category)
        kind = RedirectKind.CATEGORY
        await redirects.leave(tx, kind, category.path, into.id, former_id=category.id, former_key=category.key)
        facts: dict[str, Any] = {
            "from_id": category.id,
            "from_name": category.name,
            "from_path": category.path,
            "to_id": into.id,
        }
        facts |= {"to_name": into.name, "to_path": into.path, "article_count": affected}
        await _record(tx, viewer, "merged", into, tags, **facts)
    return into


async def by_path(path: str) -> int:
    """The id of the category with that path, for the operator.

    Raises:
        NotFound: there is none.
    """
    category = await Category.get_or_none(path=path)
    if category is None:
        raise NotFound("category", path)
    return category.id


async def ensure_path(viewer: Viewer, names: Sequence[str]) -> Category:
    """The category at the end of a path of names from the top; whatever is missing of the path is made.

    Names that were merged away or moved elsewhere are found where they went.

    Raises:
        Forbidden: the viewer may not edit.
        ValidationFailed: the path is empty, too deep, names a category twice, or turns the tree upside down: it puts a
            category below one that stands below it.
    """
    viewer.require(Permission.EDIT)
    names = [text.clean(name) for name in names]
    keys = [text.fold(name) for name in names]
    if not all(keys) or not 1 <= len(keys) <= DEEPEST:
        raise _refused(f"a path has 1 to {DEEPEST} names, none of them empty")
    if len(set(keys)) < len(keys):
        raise _refused(f"{' > '.join(names)} names a category twice")
    async with writing() as tx:
        await confirm(tx, viewer)
        found = await _find(tx, keys)
        if len(found) < len(names):
            await _refuse_upside_down(tx, names, keys)
        for name in names[len(found) :]:
            found.append(await _add(tx, viewer, name, found[-1] if found else None))
        return found[-1]


async def _find(tx: TransactionalDBClient, keys: Sequence[str]) -> list[Category]:
    """The categories of the path that exist, from the top, each where it is or where it went."""
    found: list[Category] = []
    for key in keys:
        above = found[-1] if found else None
        category = await Category.get_or_none(key=key, parent_id=above.id if above else None, using_db=tx)
        if category is None:
            went_to = await redirects.category_known_as(tx, key, above.path if above else "")
            if went_to is None:
                break
            category = await Category.get(id=went_to, using_db=tx)
        found.append(category)
    return found


async def _refuse_upside_down(tx: TransactionalDBClient, names: Sequence[str], keys: Sequence[str]) -> None:
    rows = CategoryAncestor.filter(category__key__in=keys, ancestor__key__in=keys, distance__gt=0).using_db(tx)
    for upper, lower in await rows.values_list("ancestor__key", "category__key"):
        if keys.index(upper) > keys.index(lower):
            above, below = names[keys.index(upper)], names[keys.index(lower)]
            raise _refused(f"{above} stands above {below} in the tree, but here below it; put one of them right")


async def _add(tx: TransactionalDBClient, viewer: Viewer, name: str, parent: Category | None) -> Category:
    wanted = inputs.read(Category, {"name": name})
    wanted.check()
    if parent is not None and parent.depth >= DEEPEST:
        raise _refused(f"{name} would stand deeper than {DEEPEST}")
    category = await _insert(tx, wanted.values, parent)
    await tree.place(tx, category, None)
    await _record(tx, viewer, "created", category, name=name)
    return category


def _refused(message: str) -> ValidationFailed:
    return ValidationFailed(FieldProblem("category", message))


async def _insert(tx: TransactionalDBClient, values: dict[str, Any], parent: Category | None) -> Category:
    """A new category; without a slug it gets one from its name that no sibling has, nor had and leads on by."""
    if "slug" not in values:
        values["slug"] = await _free_slug(tx, text.name_slug(values["name"], fallback="category"), parent)
    category = await Category.create(
        using_db=tx,
        parent_id=parent.id if parent else None,
        path=f"{parent.path}/{values['slug']}" if parent else values["slug"],
        depth=parent.depth + 1 if parent else 1,
        position=0,
        **values,
    )
    await tree.add(tx, category)
    await completion.put(tx, CompletionKind.CATEGORY, category.id, category.name)
    return category


async def _free_slug(tx: TransactionalDBClient, wished: str, parent: Category | None) -> str:
    siblings = Category.filter(parent_id=parent.id if parent else None).using_db(tx)
    above = f"{parent.path}/" if parent else ""
    left = Redirect.filter(kind=RedirectKind.CATEGORY, former_slug__startswith=f"{above}{wished}").using_db(tx)
    taken = {str(slug) for slug in await siblings.values_list("slug", flat=True)}
    taken |= {str(path).removeprefix(above) for path in await left.values_list("former_slug", flat=True)}
    return numbered(wished, taken) if wished in taken else wished


async def _get(tx: TransactionalDBClient, category_id: int) -> Category:
    category = await Category.get_or_none(id=category_id, using_db=tx)
    if category is None:
        raise inputs.missing("category", category_id)
    return category


async def _claim(tx: TransactionalDBClient, category_id: int, expected_version: int) -> Category:
    category = await _get(tx, category_id)
    check_version(category, expected_version)
    return category


async def _advance(tx: TransactionalDBClient, category: Category, changes: dict[str, Any]) -> None:
    changes = changes | {"version": category.version + 1}
    await Category.filter(id=category.id).using_db(tx).update(**changes)
    category.update_from_dict(changes)
    if "name" in changes:
        await completion.put(tx, CompletionKind.CATEGORY, category.id, category.name)


async def _remove(tx: TransactionalDBClient, category: Category) -> None:
    await Category.filter(id=category.id).using_db(tx).delete()
    await completion.drop(tx, CompletionKind.CATEGORY, category.id)
    await tree.close_gaps(tx, category.parent_id)


async def _refuse_taken(
    tx: TransactionalDBClient,
    wanted: Input,
    columns: dict[str, Any],
    parent_id: int | None,
    category: Category | None = None,
    *,
    path: str = "",
) -> None:
    """Note a name or a slug that another child of the parent has."""
    for column, field in {"key": "name", "slug": "slug"}.items():
        if column in columns:
            siblings = Category.filter(**{"parent_id": parent_id, column: columns[column]}).using_db(tx)
            if other := await siblings.exclude(id=category.id if category else 0).first():
                what = f"{shown_id('category', other.id)} ({other.name}) there has the {field} already"
                wanted.refuse(path or field, f"{what}; choose another, or merge the two")


async def _refuse_clashes(tx: TransactionalDBClient, category: Category, into: Category) -> None:
    """Refuse to merge while children of both share a name or a slug."""
    clashes = await run(
        tx,
        "SELECT a.name,a.path,b.path AS other FROM category a JOIN category b ON b.parent_id=? AND a.id<>b.id"
        " AND b.id<>? AND (a.key=b.key OR a.slug=b.slug) WHERE a.parent_id=? ORDER BY a.position,a.id",
        into.id,
        category.id,
        category.id,
    )
    if clashes:
        listed = [f"{row['name']} ({row['path']} and {row['other']})" for row in clashes[:LISTED_NAMES]]
        more = f" and {len(clashes) - LISTED_NAMES} more" if len(clashes) > LISTED_NAMES else ""
        message = f"both have these below them; merge or rename them first: {', '.join(listed)}{more}"
        raise ValidationFailed(FieldProblem("intoId", message))


async def _free_its_name(tx: TransactionalDBClient, category: Category) -> None:
    """Take the name and the path off a category that goes: a child of it may have the same, and stand there next."""
    beyond_names = {"key": f"\x01{category.id}", "path": f"~{category.id}"}
    await Category.filter(id=category.id).using_db(tx).update(**beyond_names)


async def _rewrite(tx: TransactionalDBClient, category_id: int, into_id: int) -> None:
    for table in ("article", "draft"):
        await run(tx, f"UPDATE {table} SET category_id={into_id} WHERE category_id={category_id}")  # noqa: S608 - our own names
    both = f"SELECT user_id FROM user_category WHERE category_id={into_id}"  # noqa: S608 - a number
    await run(tx, f"DELETE FROM user_category WHERE category_id={category_id} AND user_id IN ({both})")  # noqa: S608 - a number
    await run(tx, f"UPDATE user_category SET category_id={into_id} WHERE category_id={category_id}")  # noqa: S608 - numbers


async def _cache_tags(tx: TransactionalDBClient, category: Category) -> list[str]:
    """The tags of everything cached that shows the category, one below it, or what stands in them.

    The articles of a category are also those of every one above it.
    """
    below = CategoryAncestor.filter(ancestor_id=category.id).using_db(tx)
    above = CategoryAncestor.filter(category_id=category.id).using_db(tx)
    ids = [int(str(number)) for number in await above.values_list("ancestor_id", flat=True)]
    ids += [int(str(number)) for number in await below.values_list("category_id", flat=True)]
    shown = Article.filter(category__ancestors__ancestor_id=category.id).using_db(tx)
    articles = await shown.limit(places.LISTED_ARTICLES + 1).values_list("id", flat=True)
    tags = [f"category:{number}" for number in ids[:LISTED_CATEGORIES]] + ["list:categories"]
    return [*tags, *places.article_tags(map(int, map(str, articles))), "list:articles"] if articles else tags


async def _record(
    tx: TransactionalDBClient,
    viewer: Viewer,
    act: str,
    category: Category,
    tags: Sequence[str] = (),
    *,
    changed: Sequence[str] = (),
    **payload: Any,
) -> None:
    options: dict[str, Any] = {"tags": list(dict.fromkeys([f"category:{category.id}", *tags])), "changed": changed}
    if act in {"updated", "moved", "merged"}:
        # What no public article is in or below, readers may not know of.
        options["is_public"] = await _is_shown(tx, category)
    subject = ("category", category.id)
    await events.record(tx, viewer, f"category.{act}", subject, at=datetime.now(UTC), **options, **payload)


async def _is_shown(tx: TransactionalDBClient, category: Category) -> bool:
    """Whether a public article is in the category or below it."""
    return await Article.filter(category__ancestors__ancestor_id=category.id).using_db(tx).exists()
