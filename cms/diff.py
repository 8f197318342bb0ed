"""What changed between two revisions, field by field, for editors to read."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

import orjson

from cms.alignment import Pair, equal_pairs, in_order
from cms.snapshots import Content, CreditLink, RelationLink, content_of
from cms.spans import Budget, Span, SpanKind, compare_words
from cms.text import HAN

# Share of words and pairs of Chinese characters in common from which a paragraph is the old one, edited.
SIMILAR = 0.3
# A word in more of the new paragraphs than this says nothing about which one it is.
_COMMON = 8
_CANDIDATES = 3
_UNITS = re.compile(rf"[{HAN}](?=([{HAN}]))|((?:(?![{HAN}])\w)+)")

Scalar = str | int | datetime | None
Link = TypeVar("Link", CreditLink, RelationLink, int)


class ItemChangeKind(StrEnum):
    """What happened to an item of a list. CHANGED ones may have moved too, their positions tell."""

    ADDED = "ADDED"
    REMOVED = "REMOVED"
    MOVED = "MOVED"
    CHANGED = "CHANGED"


class ParagraphChangeKind(StrEnum):
    """What happened to a paragraph. REFORMATTED: the same text with other markup, links, picture or heading level."""

    EQUAL = "EQUAL"
    INSERTED = "INSERTED"
    DELETED = "DELETED"
    CHANGED = "CHANGED"
    REFORMATTED = "REFORMATTED"


@dataclass(frozen=True)
class ScalarChange:
    """Another value of a field that has one value. `field` is its name in `Content`."""

    field: str
    old: Scalar
    new: Scalar


@dataclass(frozen=True)
class ItemChange(Generic[Link]):
    """What happened to one item. Positions count from 0; what an added item was, and a removed one is, is None."""

    kind: ItemChangeKind
    old: Link | None
    new: Link | None
    old_position: int | None
    new_position: int | None


@dataclass(frozen=True)
class ListChange(Generic[Link]):
    """What happened to `credits`, `relations` or `tag_ids`: by new position, then what was removed, by old position."""

    field: str
    items: tuple[ItemChange[Link], ...]


@dataclass(frozen=True)
class Paragraph:
    """One block of a body: a paragraph, heading, list, picture. `html` is its inner HTML, `position` counts from 0."""

    position: int
    type: str
    text: str
    html: str
    level: int | None = None


@dataclass(frozen=True)
class ParagraphChange:
    """One paragraph of either body or of both.

    `spans` hold the text of an equal one too. `is_moved` says that it stands in another order among those that stayed.
    """

    kind: ParagraphChangeKind
    old: Paragraph | None
    new: Paragraph | None
    spans: tuple[Span, ...]
    is_moved: bool = False


@dataclass(frozen=True)
class BodyChange:
    """Both bodies as one text: paragraphs by new position, deleted ones after the one that they followed."""

    field: str
    paragraphs: tuple[ParagraphChange, ...]


FieldChange = ScalarChange | BodyChange | ListChange[CreditLink] | ListChange[RelationLink] | ListChange[int]


def compare(old: dict[str, Any], new: dict[str, Any]) -> list[FieldChange]:
    """What differs between two snapshots, in the order of the fields of `Content`; the excerpt as it was typed.

    What the CMS derives (text, blocks, word count) is not a change of its own. An item of a list is the same one when
    it is equal, else when it is about the same author (article, reference). Takes about a second for bodies of
    100,000 characters, whatever they hold: paragraphs are then shown as replaced as a whole.
    """
    before, after = content_of(old), content_of(new)
    changes: list[FieldChange] = []
    for name in (one.name for one in fields(Content)):
        was, now = getattr(before, name), getattr(after, name)
        if was == now:
            continue
        match name:
            case "html":
                changes.append(BodyChange(name, compare_bodies(old["body"], new["body"])))
            case "credits":
                changes.append(ListChange(name, _items(before.credits, after.credits, lambda link: link.author_id)))
            case "relations":
                changes.append(ListChange(name, _items(before.relations, after.relations, _other_end)))
            case "tag_ids":
                changes.append(ListChange(name, _items(before.tag_ids, after.tag_ids, lambda tag: tag)))
            case _:
                changes.append(ScalarChange(name, was, now))
    return changes


def _other_end(link: RelationLink) -> Hashable:
    return link.target_id, link.reference_id


def _items(
    old: Sequence[Link], new: Sequence[Link], identity: Callable[[Link], Hashable]
) -> tuple[ItemChange[Link], ...]:
    pairs = _paired(old, new, [lambda item: item, identity])
    partners = {there: here for here, there in pairs}
    stayed = set(in_order(pairs))
    items: list[ItemChange[Link]] = []
    for there, item in enumerate(new):
        here = partners.get(there)
        if here is None:
            items.append(ItemChange(ItemChangeKind.ADDED, None, item, None, there))
        elif old[here] != item:
            items.append(ItemChange(ItemChangeKind.CHANGED, old[here], item, here, there))
        elif (here, there) not in stayed:
            items.append(ItemChange(ItemChangeKind.MOVED, item, item, here, there))
    gone = set(range(len(old))) - set(partners.values())
    items.extend(ItemChange(ItemChangeKind.REMOVED, old[here], None, here, None) for here in sorted(gone))
    return tuple(items)


Item = TypeVar("Item")


def _paired(old: Sequence[Item], new: Sequence[Item], keys: Sequence[Callable[[Item], Hashable]]) -> list[Pair]:
    """The positions of items with equal keys; items that the first key leaves alone are paired by the next one."""
    pairs: list[Pair] = []
    here, there = list(range(len(old))), list(range(len(new)))
    for key in keys:
        found = equal_pairs([key(old[index]) for index in here], [key(new[index]) for index in there])
        pairs += [(here[one], there[other]) for one, other in found]
        taken, matched = {one for one, _ in found}, {other for _, other in found}
        here = [place for index, place in enumerate(here) if index not in taken]
        there = [place for index, place in enumerate(there) if index not in matched]
    return sorted(pairs)


def compare_bodies(old: dict[str, Any], new: dict[str, Any]) -> tuple[ParagraphChange, ...]:
    r"""What happened to every paragraph of two bodies of snapshots.

    The texts of EQUAL and DELETED spans, by old position and without the paragraphs that have none, joined by
    `\n\n`, are the old text; those of EQUAL and INSERTED spans by new position the new one.
    """
    before, after = _paragraphs(old), _paragraphs(new)
    pairs = _paired(before, after, [_content, lambda paragraph: paragraph.text or paragraph])
    pairs = sorted(pairs + _similar(before, after, pairs))
    stayed, partners, budget = in_order(pairs), {there: here for here, there in pairs}, Budget()
    staying, paired = set(stayed), {here for here, _ in pairs}
    changes: list[ParagraphChange] = []
    at_old = at_new = 0
    for end_old, end_new in [*stayed, (len(before), len(after))]:
        changes += [_deleted(before[here]) for here in range(at_old, end_old) if here not in paired]
        for there in range(at_new, min(end_new + 1, len(after))):
            here = partners.get(there)
            if here is None:
                changes.append(_inserted(after[there]))
            else:
                changes.append(_kept(before[here], after[there], (here, there) not in staying, budget))
        at_old, at_new = end_old + 1, end_new + 1
    return tuple(changes)


def _paragraphs(body: dict[str, Any]) -> list[Paragraph]:
    return [
        Paragraph(position, block["type"], block["text"], block["html"], block.get("level"))
        for position, block in enumerate(orjson.loads(body["blocks"]))
    ]


def _content(paragraph: Paragraph) -> Hashable:
    return paragraph.type, paragraph.level, paragraph.html, paragraph.text


def _deleted(paragraph: Paragraph) -> ParagraphChange:
    return ParagraphChange(ParagraphChangeKind.DELETED, paragraph, None, _whole(SpanKind.DELETED, paragraph.text))


def _inserted(paragraph: Paragraph) -> ParagraphChange:
    return ParagraphChange(ParagraphChangeKind.INSERTED, None, paragraph, _whole(SpanKind.INSERTED, paragraph.text))


def _kept(old: Paragraph, new: Paragraph, is_moved: bool, budget: Budget) -> ParagraphChange:
    if old.text != new.text:
        spans = compare_words(old.text, new.text, budget)
        return ParagraphChange(ParagraphChangeKind.CHANGED, old, new, spans, is_moved)
    is_same = _content(old) == _content(new)
    kind = ParagraphChangeKind.EQUAL if is_same else ParagraphChangeKind.REFORMATTED
    return ParagraphChange(kind, old, new, _whole(SpanKind.EQUAL, new.text), is_moved)


def _whole(kind: SpanKind, text: str) -> tuple[Span, ...]:
    return (Span(kind, text),) if text else ()


def _similar(old: Sequence[Paragraph], new: Sequence[Paragraph], pairs: Sequence[Pair]) -> list[Pair]:
    """Pairs of paragraphs that are no equal ones but similar enough, the most similar first."""
    taken, matched = {here for here, _ in pairs}, {there for _, there in pairs}
    units = {there: _units(new[there].text) for there in range(len(new)) if there not in matched}
    places: defaultdict[str, list[int]] = defaultdict(list)
    for there, words in units.items():
        for word in words:
            places[word].append(there)
    partners, offset = dict(pairs), 0
    scored: list[tuple[float, int, int, int]] = []
    for here, paragraph in enumerate(old):
        if here in taken:
            offset = partners[here] - here
            continue
        words = _units(paragraph.text)
        telling = (places[word] for word in words & places.keys() if len(places[word]) <= _COMMON)
        hits = Counter(there for found in telling for there in found)
        # The one in the same place is looked at too: paragraphs of a template share all their words with all others.
        for there in {one for one, _ in hits.most_common(_CANDIDATES)} | ({here + offset} & units.keys()):
            share = 2 * len(words & units[there]) / (len(words) + len(units[there]) or 1)
            if share >= SIMILAR:
                scored.append((-share, abs(there - here - offset), here, there))
    return _best(scored)


def _best(scored: list[tuple[float, int, int, int]]) -> list[Pair]:
    found: dict[int, int] = {}
    matched: set[int] = set()
    for _, _, here, there in sorted(scored):
        if here not in found and there not in matched:
            found[here] = there
            matched.add(there)
    return list(found.items())


def _units(text: str) -> set[str]:
    """What tells a paragraph from another: its words and its pairs of neighbouring Han characters."""
    return {match[0] + (match[1] or "") for match in _UNITS.finditer(text)}
