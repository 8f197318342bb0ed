"""An editor's changes to a draft: some fields, and edits of its lists, applied to the content that was edited."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from cms.errors import FieldProblem, ValidationFailed
from cms.snapshots import Content, CreditLink, RelationLink, identity

Item = TypeVar("Item", CreditLink, RelationLink, int)
# Where ids that were merged away lead, by table and id.
Leads = Mapping[tuple[str, int], int]


@dataclass(frozen=True)
class Placed(Generic[Item]):
    """An item and where it shall stand, counted from 0; None is the end."""

    item: Item
    position: int | None = None


@dataclass(frozen=True)
class ListEdit(Generic[Item]):
    """Changes of an ordered list, carried out in this order: replace, remove, add, move.

    An item is known by what it points at (credits: author and role), so `remove` and `move` need no more of it. After
    a merge `is_lenient`: what is there already, or is not there any more, is no mistake of the editor's then.
    """

    replace: tuple[Item, ...] | None = None
    remove: tuple[Item, ...] = ()
    add: tuple[Placed[Item], ...] = ()
    move: tuple[Placed[Item], ...] = ()
    is_lenient: bool = False

    def items(self) -> Iterator[Item]:
        """Every item that it names."""
        if self.replace is not None:
            yield from self.replace
        yield from self.remove
        for placed in self.add:
            yield placed.item
        for placed in self.move:
            yield placed.item

    def redirected(self, change: Callable[[Item], Item], stood: Callable[[Item], bool]) -> ListEdit[Item]:
        """The same of what its items were merged into.

        What `stood` there beside an item that was merged into it is not removed with that one.
        """
        return ListEdit(
            None if self.replace is None else tuple(map(change, self.replace)),
            tuple(new for old in self.remove if (new := change(old)) == old or not (stood(old) and stood(new))),
            tuple(Placed(change(placed.item), placed.position) for placed in self.add),
            tuple(Placed(change(placed.item), placed.position) for placed in self.move),
            is_lenient=True,
        )


@dataclass(frozen=True)
class Edits:
    """What shall change. `values` are fields of `Content` that are no lists; what is not named stays."""

    values: Mapping[str, Any] = field(default_factory=dict)
    credits: ListEdit[CreditLink] | None = None
    relations: ListEdit[RelationLink] | None = None
    tag_ids: ListEdit[int] | None = None

    def apply(self, base: Content) -> Content:
        """The content with the changes.

        Raises:
            ValidationFailed: a list has no such item, or a place is none.
        """
        return replace(
            base,
            **self.values,
            credits=_applied("credits", base.credits, self.credits),
            relations=_applied("relations", base.relations, self.relations),
            tag_ids=_applied("tags", base.tag_ids, self.tag_ids),
        )

    def redirected(self, leads: Leads, snapshot: Mapping[str, Any]) -> Edits:
        """The same edits of what the things that they name were merged into; `snapshot` is what they began with."""

        def follow(table: str, number: Any) -> Any:
            return leads.get((table, number), number)

        credited = {(link["author_id"], link["role"]) for link in snapshot["credits"]}
        return replace(
            self,
            values={name: follow(name.removesuffix("_id"), value) for name, value in self.values.items()},
            credits=self.credits
            and self.credits.redirected(
                lambda link: replace(link, author_id=follow("author", link.author_id)),
                lambda link: identity(link) in credited,
            ),
            tag_ids=self.tag_ids
            and self.tag_ids.redirected(
                lambda tag_id: follow("tag", tag_id), lambda tag_id: tag_id in snapshot["tags"]
            ),
        )


def _applied(name: str, base: tuple[Item, ...], edit: ListEdit[Item] | None) -> tuple[Item, ...]:
    if edit is None:
        return base
    items = list(base if edit.replace is None else edit.replace)
    if edit.is_lenient:
        first: dict[Hashable, Item] = {}
        for item in items:
            first.setdefault(identity(item), item)
        items = list(first.values())
    for number, item in enumerate(edit.remove):
        _take(f"{name}.remove.{number}", items, item, edit.is_lenient)
    for number, placed in enumerate(edit.add):
        path = f"{name}.add.{number}"
        if identity(placed.item) not in map(identity, items):
            items.insert(_position(path, placed, len(items), edit.is_lenient), placed.item)
        elif not edit.is_lenient:
            raise ValidationFailed(FieldProblem(path, "the list has this item already"))
    for number, placed in enumerate(edit.move):
        path = f"{name}.move.{number}"
        moved = _take(path, items, placed.item, edit.is_lenient)
        if moved is not None:
            items.insert(_position(path, placed, len(items), edit.is_lenient), moved)
    return tuple(items)


def _take(path: str, items: list[Item], item: Item, is_lenient: bool) -> Item | None:
    """Take an item out of a list; None if it is not there, and that is no mistake."""
    wanted = identity(item)
    for place, other in enumerate(items):
        if identity(other) == wanted:
            return items.pop(place)
    if is_lenient:
        return None
    raise ValidationFailed(FieldProblem(path, "the list has no such item"))


def _position(path: str, placed: Placed[Item], length: int, is_lenient: bool) -> int:
    position = length if placed.position is None else placed.position
    if is_lenient:
        return min(max(position, 0), length)
    if not 0 <= position <= length:
        raise ValidationFailed(FieldProblem(path, f"the position must be 0 to {length}"))
    return position
