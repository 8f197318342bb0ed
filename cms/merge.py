"""Bringing two edits of the same revision together, or naming the fields that an editor must decide on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from itertools import chain
from typing import Any, TypeVar

from cms.alignment import equal_pairs, in_order, numbered
from cms.sanitize import body_html
from cms.snapshots import Content, CreditLink, RelationLink, identity
from cms.text import EDGES

# Attributes are always quoted in sanitised HTML, and may hold < and >.
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s+[^\s="<>]+="[^"]*")*)\s*>')
_VOID = frozenset({"br", "hr", "img"})
_BLOCKS = frozenset({"p", "h2", "h3", "h4", "ul", "ol", "blockquote", "figure", "table", "pre", "hr"})
_INLINE = frozenset({"a", "strong", "em", "b", "i", "br", "code", "sup", "sub", "img"})
FieldValue = str | int | datetime | None | tuple[CreditLink, ...] | tuple[RelationLink, ...] | tuple[int, ...]


@dataclass(frozen=True)
class Conflict:
    """A field that both sides changed differently. `field` is its name in `Content`, the values are those of it."""

    field: str
    base: FieldValue
    mine: FieldValue
    theirs: FieldValue


@dataclass(frozen=True)
class Merged:
    """Both edits in one. Fields in `conflicts` have their value; until somebody decides, `content` holds theirs."""

    content: Content
    conflicts: tuple[Conflict, ...] = ()


class _Unmergeable(Exception):
    """Both sides changed the same part of a list or a body."""


Value = TypeVar("Value")
Item = TypeVar("Item", CreditLink, RelationLink, int)


def merge(base: Content, mine: Content, theirs: Content) -> Merged:
    """Both edits of a base in one, field by field, lists by item and the body by paragraph.

    A field that only one side changed, or both in the same way, has that value. Otherwise:

    - Items of lists are known by author and role, by the article or reference, by the tag. Additions, removals and
      moves of different items go together, and an item removed by one side and moved by the other is removed. An
      item removed by one and changed by the other, or changed in two ways, is a conflict. Two items stand as the
      side wants that turned them round; if no order fits all, the list is a conflict. An added item follows the item
      that it follows where it was added.
    - Bodies go together while no paragraph (top-level element) was touched by both, and not both added
      something in the same place.
    - All other fields conflict.

    Args:
        base: what both edits began with.
        mine: what is about to be saved.
        theirs: what was saved in the meantime.
            Give all three as `content_of` returns them, or white space counts as a change.
    """
    chosen: dict[str, Any] = {}
    conflicts = []
    for name in (one.name for one in fields(Content)):
        three = getattr(base, name), getattr(mine, name), getattr(theirs, name)
        try:
            chosen[name] = _MERGERS.get(name, _either)(*three)
        except _Unmergeable:
            conflicts.append(Conflict(name, *three))
    return Merged(replace(theirs, **chosen), tuple(conflicts))


def _either(base: Value, mine: Value, theirs: Value) -> Value:
    """The value of the side that changed it."""
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    raise _Unmergeable


def _merge_items(base: Sequence[Item], mine: Sequence[Item], theirs: Sequence[Item]) -> tuple[Item, ...]:
    """A list merged by item; an item that stands there twice counts as two."""
    first, second, third = (_by_key(items) for items in (base, mine, theirs))
    chosen = {key: _either(first.get(key), second.get(key), third.get(key)) for key in first | second | third}
    kept = [key for key in first if chosen[key] is not None]
    order = _merge_order(kept, *(_ranks(keys) for keys in (first, second, third)))
    for side in (third, second):
        before: Hashable = None
        for key in side:
            if key not in first and key not in order:
                order.insert(order.index(before) + 1 if before is not None else 0, key)
            elif key not in order:
                continue
            before = key
    return tuple(item for key in order if (item := chosen[key]) is not None)


def _merge_order(
    keys: list[Hashable], base: dict[Hashable, int], mine: dict[Hashable, int], theirs: dict[Hashable, int]
) -> list[Hashable]:
    """The order in which each two stand as the side wants that turned them round, all others as they stood.

    Raises:
        _Unmergeable: there is none, as when one side moved the second item down and the other moved it up.
    """

    def precedes(one: Hashable, other: Hashable) -> bool:
        stood = base[one] < base[other]
        wanted = mine[one] < mine[other]
        return wanted if wanted != stood else theirs[one] < theirs[other]

    followers = {one: sum(precedes(one, other) for other in keys if other != one) for one in keys}
    if len(set(followers.values())) < len(keys):
        raise _Unmergeable
    return sorted(keys, key=lambda key: -followers[key])


def _by_key(items: Sequence[Item]) -> dict[Hashable, Item]:
    return dict(zip(numbered(identity(item) for item in items), items, strict=True))


def _ranks(keys: Iterable[Hashable]) -> dict[Hashable, int]:
    return {key: rank for rank, key in enumerate(keys)}


def _merge_bodies(base: str, mine: str, theirs: str) -> str:
    if mine in (base, theirs) or theirs == base:
        return _either(base, mine, theirs)
    first, second, third = (top_level(body_html(html)) for html in (base, mine, theirs))
    blocks = list(
        chain.from_iterable(map(_either_slot, _slots(first, first), _slots(first, second), _slots(first, third)))
    )
    _check_counts(first, second, third, blocks)
    return body_html("".join(blocks))


def _check_counts(base: list[str], mine: list[str], theirs: list[str], blocks: list[str]) -> None:
    """Refuse a body in which a paragraph stands twice since both moved it, or again since one moved what one removed.

    Raises:
        _Unmergeable: some paragraph is there more or less often than the two sides make it.
    """
    first, second, third, merged = map(Counter, (base, mine, theirs, blocks))
    for block in first | second | third | merged:
        try:
            wanted = _either(first[block], second[block], third[block])
        except _Unmergeable:
            wanted = second[block] + third[block] - first[block]
        if merged[block] != wanted:
            raise _Unmergeable


@dataclass(frozen=True)
class _Slot:
    """What stands between two paragraphs of the base, or in place of one.

    `part_of` is the rewritten passage to which it belongs: taken as a whole or not at all.
    """

    blocks: tuple[str, ...]
    part_of: tuple[int, int, tuple[str, ...]] | None = None


def _either_slot(base: _Slot, mine: _Slot, theirs: _Slot) -> tuple[str, ...]:
    return _either(base, mine, theirs).blocks


def _slots(base: list[str], new: list[str]) -> list[_Slot]:
    """The new body along the base: 2n + 1 slots, before, in place of and after each of its n paragraphs."""
    slots: list[_Slot] = []
    at_base = at_new = 0
    for here, there in [*in_order(equal_pairs(base, new)), (len(base), len(new))]:
        slots += _passage(base[at_base:here], tuple(new[at_new:there]), at_base)
        if here < len(base):
            slots.append(_Slot((base[here],)))
        at_base, at_new = here + 1, there + 1
    return slots


def _passage(old: list[str], new: tuple[str, ...], start: int) -> list[_Slot]:
    """The slots of paragraphs of which none stayed: before, in place of and after each of them."""
    nothing = _Slot(())
    if not old:
        return [_Slot(new)]
    if not new or len(old) == len(new):
        places = [_Slot((new[index],) if new else ()) for index in range(len(old))]
        return [nothing, *chain.from_iterable((place, nothing) for place in places)]
    whole = (start, len(old), new)
    inner = [_Slot(new, whole)] + [_Slot((), whole)] * (2 * len(old) - 2)
    # Where it grew, something that the other side put next to it would stand in no certain place.
    edge = _Slot((), whole) if len(new) > len(old) else nothing
    return [edge, *inner, edge]


def top_level(html: str) -> list[str]:
    """The top-level elements of sanitised HTML, without the white space between them.

    A line of text that stands there by itself becomes the paragraph that browsers show.
    """
    blocks: list[str] = []
    names: set[str] = set()  # of the elements of the loose line
    depth = start = 0

    def end_loose(end: int) -> None:
        if loose := html[start:end].strip(EDGES):
            blocks.append(f"<p>{loose}</p>" if names <= _INLINE else loose)
        names.clear()

    is_block = False
    for tag in _TAG.finditer(html):
        closing, name = tag[1], tag[2]
        if depth == 0 and not closing and name in _BLOCKS:
            end_loose(tag.start())
            start, is_block = tag.start(), True
        if not is_block:
            names.add(name)
        if name not in _VOID:
            depth += -1 if closing else 1
        if depth == 0 and is_block:
            blocks.append(html[start : tag.end()])
            start, is_block = tag.end(), False
    end_loose(len(html))
    return blocks


_MERGERS: dict[str, Callable[..., Any]] = {
    "html": _merge_bodies,
    "credits": _merge_items,
    "relations": _merge_items,
    "tag_ids": _merge_items,
}
