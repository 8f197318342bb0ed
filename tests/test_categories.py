"""The tree of categories: what editors do to it, and that it stays a tree."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from cms import categories, editing, scheduling
from cms.categories import CategoryFields
from cms.db import Database
from cms.edits import Edits
from cms.errors import Forbidden, NotFound, ValidationFailed, VersionConflict
from cms.models import Article, Category, CategoryAncestor, Draft, Event, Redirect, User, UserCategory
from cms.permissions import Permission, Viewer
from cms.words import Role, ScheduleAct
from tests.content import DAY, EDITOR, make_article, make_category, make_draft

pytestmark = pytest.mark.anyio


async def make(name: str, parent: Category | None = None, position: int | None = None) -> Category:
    parent_id = parent.id if parent else None
    return await categories.create_category(
        EDITOR, CategoryFields(name=name, slug=name.lower()), parent_id=parent_id, position=position
    )


async def move(category: Category, parent: Category | None, position: int | None = None) -> Category:
    now = await Category.get(id=category.id)
    parent_id = parent.id if parent else None
    return await categories.move_category(
        EDITOR, now.id, parent_id=parent_id, position=position, expected_version=now.version
    )


async def merge(category: Category, into: Category) -> Category:
    one, other = await Category.get(id=category.id), await Category.get(id=into.id)
    versions = {"expected_version": one.version, "into_expected_version": other.version}
    return await categories.merge_categories(EDITOR, one.id, other.id, **versions)


async def make_limited_user(number: int, *limits: Category) -> User:
    """A contributor who may write in these categories only."""
    columns = {"email": f"u{number}@example.org", "name": "U", "role": Role.CONTRIBUTOR, "password_hash": ""}
    user = await User.create(**columns, created_at=DAY)
    for category in limits:
        await UserCategory.create(user_id=user.id, category_id=category.id)
    return user


async def children(parent: Category | None) -> list[str]:
    rows = await Category.filter(parent_id=parent.id if parent else None).order_by("position")
    assert [row.position for row in rows] == list(range(len(rows)))
    return [row.name for row in rows]


async def path_of(category: Category) -> str:
    return (await Category.get(id=category.id)).path


async def leads(path: str) -> int:
    return (await Redirect.get(kind="CATEGORY", former_slug=path)).target_id


async def problems(refusal: pytest.ExceptionInfo[ValidationFailed]) -> dict[str, str]:
    return {problem.path: problem.message for problem in refusal.value.problems}


async def test_categories_are_made_at_their_place(database: Database) -> None:
    top = await make("Top")
    for name, position in [("A", None), ("B", None), ("First", 0), ("Middle", 2), ("Last", 99)]:
        await make(name, top, position)

    assert await children(top) == ["First", "A", "Middle", "B", "Last"]
    assert await children(None) == ["Top"]


async def test_everything_wrong_with_a_new_category_is_told_at_once(database: Database) -> None:
    there = await make("News")

    with pytest.raises(ValidationFailed) as refusal:
        fields = CategoryFields(name="ＮＥＷＳ", slug="Not A Slug", description="x" * 10_001)
        await categories.create_category(EDITOR, fields)

    told = await problems(refusal)
    assert set(told) == {"name", "slug", "description"}
    assert f"cat_{there.id}" in told["name"]
    assert await Category.all().count() == 1


async def test_a_category_moves_with_all_below_it_and_its_former_paths_lead_there(database: Database) -> None:
    a, b = await make("A"), await make("B")
    child = await make("Child", a)
    grandchild = await make("Grand", child)

    await move(child, b)

    assert [await path_of(each) for each in (child, grandchild)] == ["b/child", "b/child/grand"]
    assert (await Category.get(id=grandchild.id)).depth == 3
    assert [await leads("a/child"), await leads("a/child/grand")] == [child.id, grandchild.id]
    above = await CategoryAncestor.filter(category_id=grandchild.id).order_by("distance").values_list("ancestor_id")
    assert above == [(grandchild.id,), (child.id,), (b.id,)]


async def test_moving_under_the_same_parent_puts_in_order(database: Database) -> None:
    top = await make("Top")
    made = [await make(name, top) for name in "ABCD"]

    await move(made[3], top, 1)
    await move(made[0], top, None)

    assert await children(top) == ["D", "B", "C", "A"]
    assert await Redirect.all().count() == 0


async def test_a_category_is_never_put_below_itself_nor_too_deep(database: Database) -> None:
    top = await make("Top")
    chain = [top]
    for number in range(9):
        chain.append(await make(f"C{number}", chain[-1]))
    other, small = await make("Other"), await make("Small")
    await make("Below", other)

    for target in (top, chain[4]):
        with pytest.raises(ValidationFailed, match="below itself"):
            await move(top, target)
    with pytest.raises(ValidationFailed, match="11 deep"):
        await move(other, chain[8])
    with pytest.raises(ValidationFailed, match="10 deep"):
        await make("Deepest", chain[9])
    await move(small, chain[8])

    assert (await Category.get(id=small.id)).depth == 10


async def test_a_new_slug_changes_the_paths_below_and_the_former_ones_lead_there(database: Database) -> None:
    top = await make("Top")
    child = await make("Child", top)

    changed = await categories.update_category(
        EDITOR, top.id, CategoryFields(name="Neu", slug="neu"), expected_version=1
    )

    assert (changed.name, changed.path, changed.version) == ("Neu", "neu", 2)
    assert await path_of(child) == "neu/child"
    assert [await leads("top"), await leads("top/child")] == [top.id, child.id]


async def test_a_stale_version_changes_nothing(database: Database) -> None:
    a, b = await make("A"), await make("B")
    await categories.update_category(EDITOR, a.id, CategoryFields(description="x"), expected_version=1)

    with pytest.raises(VersionConflict) as refusal:
        await categories.update_category(EDITOR, a.id, CategoryFields(name="C"), expected_version=1)
    with pytest.raises(VersionConflict):
        await categories.move_category(EDITOR, a.id, parent_id=b.id, expected_version=1)
    with pytest.raises(VersionConflict):
        await categories.merge_categories(EDITOR, b.id, a.id, expected_version=1, into_expected_version=1)
    with pytest.raises(VersionConflict):
        await categories.delete_category(EDITOR, a.id, expected_version=1)

    assert (refusal.value.expected, refusal.value.current) == (1, 2)
    assert sorted(row.path for row in await Category.all()) == ["a", "b"]


async def test_what_is_used_is_not_deleted_and_tells_by_what(database: Database) -> None:
    used = await make("Used")
    below = await make("Below", used)
    await make_article(category_id=used.id)
    await make_draft(category_id=used.id)
    await make_limited_user(1, used)

    with pytest.raises(ValidationFailed) as refusal:
        await categories.delete_category(EDITOR, used.id, expected_version=1)
    await categories.delete_category(EDITOR, below.id, expected_version=1)

    message = (await problems(refusal))["id"]
    for fact in ("1 public articles", "2 drafts", "1 categories below", "1 users", "merge"):
        assert fact in message
    assert await Category.all().values_list("id", flat=True) == [used.id]


async def test_merging_moves_articles_drafts_children_and_limits(database: Database) -> None:
    old, new = await make("Old"), await make("New")
    await make("Kept", new)
    child = await make("Child", old)
    article, draft = await make_article(category_id=old.id), await make_draft(category_id=old.id)
    users = [await make_limited_user(1, old, new), await make_limited_user(2, old)]

    await merge(old, new)

    assert (await Article.get(id=article.id)).category_id == new.id
    assert (await Draft.get(id=draft.id)).category_id == new.id
    assert await children(new) == ["Kept", "Child"]
    assert [await path_of(child), await leads("old"), await leads("old/child")] == ["new/child", new.id, child.id]
    assert (await Redirect.get(kind="CATEGORY", former_id=old.id)).target_id == new.id
    limits = await UserCategory.all().order_by("user_id").values_list("user_id", "category_id")
    assert limits == [(users[0].id, new.id), (users[1].id, new.id)]
    event = await Event.get(type="category.merged")
    assert (event.subject_id, event.payload["fromId"], event.payload["articleCount"]) == (new.id, f"cat_{old.id}", 1)
    assert {f"category:{old.id}", f"category:{new.id}", f"article:{article.id}", "list:articles"} <= set(event.tags)


async def test_merging_into_the_parent_takes_over_a_child_of_the_same_name(database: Database) -> None:
    parent = await make("Parent")
    middle = await make("Same", parent)
    child = await make("Same", middle)

    await merge(middle, parent)

    assert await path_of(child) == "parent/same"
    assert await children(parent) == ["Same"]


async def test_merging_is_refused_downwards_and_where_children_clash(database: Database) -> None:
    one, other = await make("One"), await make("Other")
    below = await make("Below", one)
    await make("Twin", below)
    await make("BELOW", other)

    with pytest.raises(ValidationFailed, match="neither this one nor below"):
        await merge(one, below)
    with pytest.raises(ValidationFailed, match="neither this one nor below"):
        await merge(one, one)
    with pytest.raises(ValidationFailed, match=r"Below \(one/below and other/below\)"):
        await merge(one, other)

    assert await Category.all().count() == 5


async def test_chains_of_merges_are_one_step_long(database: Database) -> None:
    a, b, c = await make("A"), await make("B"), await make("C")

    await merge(a, b)
    await merge(b, c)

    assert [await leads("a"), await leads("b")] == [c.id, c.id]
    assert (await Redirect.get(former_id=a.id)).target_id == c.id


async def test_a_path_that_is_used_again_and_left_again_keeps_every_former_id(database: Database) -> None:
    first, kept = await make("News"), await make("Kept")
    await merge(first, kept)
    second = await make("News")

    await categories.update_category(EDITOR, second.id, CategoryFields(slug="other"), expected_version=1)

    assert await leads("news") == second.id
    assert (await Redirect.get(former_id=first.id)).target_id == kept.id


async def test_imports_follow_what_was_moved_and_merged(database: Database) -> None:
    home = await categories.ensure_path(EDITOR, ["要闻", "地方"])
    away = await categories.ensure_path(EDITOR, ["国内"])
    gone = await categories.ensure_path(EDITOR, ["旧闻"])
    await move(home, away)
    await merge(gone, away)

    again = await categories.ensure_path(EDITOR, ["要闻", "地方"])
    below = await categories.ensure_path(EDITOR, ["要闻", "地方", "县城"])
    merged = await categories.ensure_path(EDITOR, ["旧闻"])

    assert (again.id, merged.id) == (home.id, away.id)
    assert (below.path, below.depth) == ("guonei/difang/xiancheng", 3)
    await check_tree()


async def test_only_editors_change_the_tree(database: Database) -> None:
    top = await make_category("Top")
    writer = Viewer("w", frozenset({Permission.WRITE}))
    version = {"expected_version": 1}

    for refused in (
        categories.create_category(writer, CategoryFields(name="x")),
        categories.update_category(writer, top.id, CategoryFields(name="x"), **version),
        categories.move_category(writer, top.id, parent_id=None, **version),
        categories.merge_categories(writer, top.id, 2, into_expected_version=1, **version),
        categories.delete_category(writer, top.id, **version),
    ):
        with pytest.raises(Forbidden):
            await refused
    with pytest.raises(NotFound):
        await categories.move_category(EDITOR, 999, parent_id=None, **version)


async def check_tree() -> None:
    """The rows say one and the same tree, in which every former path and id leads to what is there."""
    rows = {row.id: row for row in await Category.all()}
    closure: set[tuple[int, int, int]] = set()
    for row in rows.values():
        way, above = [row], row
        while above.parent_id is not None:
            above = rows[above.parent_id]
            way.append(above)
        closure |= {(row.id, each.id, distance) for distance, each in enumerate(way)}
        assert row.path == "/".join(each.slug for each in reversed(way))
        assert row.depth == len(way) <= 10
    stored = await CategoryAncestor.all().values_list("category_id", "ancestor_id", "distance")
    assert len(stored) == len(set(stored))
    assert set(stored) == closure
    for parent_id in {row.parent_id for row in rows.values()}:
        siblings = [row for row in rows.values() if row.parent_id == parent_id]
        assert len({row.key for row in siblings}) == len({row.slug for row in siblings}) == len(siblings)
        assert sorted(row.position for row in siblings) == list(range(len(siblings)))
    signs = await Redirect.filter(kind="CATEGORY")
    assert {sign.target_id for sign in signs} <= set(rows)
    former = [sign.former_id for sign in signs if sign.former_id is not None]
    assert len(former) == len(set(former))
    assert not set(former) & set(rows)


@pytest.mark.parametrize("seed", range(3))
async def test_no_sequence_of_changes_breaks_the_tree(database: Database, seed: int) -> None:
    random_ = random.Random(seed)
    gone: dict[int, int] = {}  # what was merged away, and into what
    for step in range(70):
        rows = await Category.all().order_by("id")
        one, other = (random_.choice([None, *rows]) for _ in range(2))
        parent_id = other.id if other else None
        name, slug = random_.choice("abcdef"), random_.choice([None, *"abcdef"])
        position = random_.choice([None, 0, 1, 5])
        act = random_.choice(["create", "create", "move", "move", "rename", "merge", "delete"])
        try:
            if act == "create" or one is None:
                fields = CategoryFields(name=name, slug=slug)
                await categories.create_category(EDITOR, fields, parent_id=parent_id, position=position)
            elif act == "rename":
                fields = CategoryFields(name=name, slug=slug)
                await categories.update_category(EDITOR, one.id, fields, expected_version=one.version)
            elif act == "delete" and one.id not in gone.values():
                await categories.delete_category(EDITOR, one.id, expected_version=one.version)
            elif act == "merge" and other is not None:
                await merge(one, other)
                gone |= {former: other.id for former, target in gone.items() if target == one.id} | {one.id: other.id}
            elif act == "move":
                await categories.move_category(
                    EDITOR, one.id, parent_id=parent_id, position=position, expected_version=one.version
                )
        except ValidationFailed:
            pass
        if step % 10 == 9:
            await check_tree()

    for former, target in gone.items():
        assert (await Redirect.get(kind="CATEGORY", former_id=former)).target_id == target


async def test_a_category_that_only_a_scheduled_revision_stands_in_is_not_deleted(database: Database) -> None:
    category = await make("News")
    draft = await make_draft(category_id=category.id)
    due_at = datetime.now(UTC) + timedelta(hours=1)
    await scheduling.schedule(EDITOR, draft.id, ScheduleAct.PUBLISH, due_at, expected_version=1)
    await editing.update_draft(EDITOR, draft.id, Edits({"category_id": None}), expected_version=2)

    with pytest.raises(ValidationFailed, match="1 scheduled drafts"):
        await categories.delete_category(EDITOR, category.id, expected_version=1)


async def test_moving_tags_the_lists_above_that_it_leaves_and_joins(database: Database) -> None:
    old, new = await make("Old"), await make("New")
    category = await make("News", old)
    article = await make_article(category_id=category.id)

    await move(category, new)

    event = await Event.get(type="category.moved")
    wanted = {f"category:{one.id}" for one in (old, new, category)} | {f"article:{article.id}"}
    assert set(event.tags) == wanted | {"list:categories", "list:articles"}


async def test_moving_to_the_own_place_changes_nothing(database: Database) -> None:
    category = await make("News")

    await move(category, None, 0)

    assert (await Category.get(id=category.id)).version == 1
    assert not await Event.exists(type="category.moved")


async def test_paths_may_move_to_where_another_of_them_stands(database: Database) -> None:
    top = await make("X")
    deepest = await make("A")
    middle = await make("A", top)
    below = await make("A", middle)
    # The deepest has the smallest number, so its path is rewritten before the one that stands where it goes.
    await move(deepest, below)

    await categories.merge_categories(EDITOR, middle.id, top.id, expected_version=1, into_expected_version=1)

    paths = {row.id: row.path for row in await Category.all()}
    assert paths == {top.id: "x", below.id: "x/a", deepest.id: "x/a/a"}
