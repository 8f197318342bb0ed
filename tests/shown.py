"""A model of its own of what of a newsroom is public: what was done, and what that means for readers.

It never looks at the public tables. Every text that somebody writes carries a mark that nothing else has, so that
whatever shows up where it should not can be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cms.snapshots import Content

MARK = re.compile(r"zq\d{5}")
START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def marks(*texts: object) -> set[str]:
    """Every mark in some texts."""
    return set(MARK.findall(" ".join(map(str, texts))))


@dataclass
class Work:
    """What the model knows of one article, from its first draft to its end."""

    id: int
    slug: str
    contents: dict[int, Content]  # by the number of the revision
    people: set[str]  # who made it, and to whom it is assigned
    status: str = "DRAFT"
    live: int | None = None
    public_slug: str = ""
    shown: list[int] = field(default_factory=list)  # every revision that was ever public
    slugs: set[str] = field(default_factory=set)  # every slug that was ever public
    notes: set[str] = field(default_factory=set)  # marks of correction notes
    private: set[str] = field(default_factory=set)  # marks of what the newsroom alone reads
    embargo: datetime | None = None
    was_public: bool = False

    @property
    def head(self) -> int:
        """The number of the newest revision."""
        return max(self.contents)

    def is_history(self, now: datetime) -> bool:
        """Whether readers may see what was public of it before."""
        embargoed = self.embargo is not None and self.embargo > now and self.status != "PUBLISHED"
        return self.status in {"PUBLISHED", "UNPUBLISHED"} and not embargoed


@dataclass
class Thing:
    """A source, author, tag, category, reference, collection or redirect: the marks it shows.

    `parent` is the category above one, `target` the article that a redirect leads to.
    """

    id: int
    marks: set[str]
    parent: int | None = None
    target: int | None = None


@dataclass
class Shown:
    """What somebody may see: marks, and ids as the API writes them."""

    marks: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)


class Model:
    """Everything that is and was in a newsroom, and who may see what of it."""

    def __init__(self) -> None:
        self.works: dict[int, Work] = {}
        kinds = ("src", "aut", "tag", "cat", "ref", "col", "red", "ast")
        self.things: dict[str, dict[int, Thing]] = {kind: {} for kind in kinds}
        self.of_library: set[str] = set()  # marks of what readers are never told of assets
        self.merged: dict[tuple[str, int], int] = {}
        self.tombstones: dict[int, set[str]] = {}
        self.secrets: list[str] = []  # of preview links that are valid no more
        self.former: list[str] = []  # slugs and paths that were given up
        self.collected: set[int] = set()  # references that stand in a collection
        self.moments: list[datetime] = [START]

    @property
    def now(self) -> datetime:
        """The time on the newsroom's clock."""
        return self.moments[-1]

    def now_called(self, kind: str, number: int) -> int:
        """The id of what something was merged into, if it was."""
        while (kind, number) in self.merged:
            number = self.merged[kind, number]
        return number

    def is_live(self, number: int) -> bool:
        """Whether an article is public now."""
        return number in self.works and self.works[number].live is not None

    def public(self, *, history: bool = False) -> Shown:
        """What is public now, and with `history` also what was and may still be seen."""
        shown = Shown()
        for number, texts in self.tombstones.items():
            shown.ids.add(f"art_{number}")
            shown.marks |= texts
        for kind in ("col", "ref"):
            for thing in self.things[kind].values():
                if kind == "col" or thing.id in self.collected:
                    self._show(shown, kind, thing.id)
        for thing in self.things["red"].values():
            if thing.target is None or self.is_live(thing.target):
                self._show(shown, "red", thing.id)
        for work in self.works.values():
            numbers = {work.live} if work.live is not None else set()
            if history and work.is_history(self.now):
                numbers |= set(work.shown)
            for number in numbers:
                assert number is not None
                shown.ids.add(f"art_{work.id}")
                shown.marks |= work.notes | marks(*work.slugs)
                self._show_content(shown, work.contents[number])
        return shown

    def of(self, name: str) -> Shown:
        """What one of the contributors may see: the public, the own drafts, and everything that articles share."""
        shown = self.public(history=True)
        for work in self.works.values():
            if name in work.people:
                shown.ids.add(f"art_{work.id}")
                shown.marks |= marks(work.slug, work.contents) | work.private | work.notes
                for content in work.contents.values():
                    targets = (link.target_id for link in content.relations)
                    shown.ids |= {f"art_{target}" for target in targets if target is not None}
                    self._show_content(shown, content)
        for kind, things in self.things.items():
            for number in things:
                self._show(shown, kind, number)
        shown.marks |= self.of_library
        return shown

    def _show_content(self, shown: Shown, content: Content) -> None:
        shown.marks |= marks(content)
        links: list[tuple[str, int | None]] = [("src", content.source_id), ("cat", content.category_id)]
        links += [("aut", link.author_id) for link in content.credits]
        links += [("ref", link.reference_id) for link in content.relations]
        links += [("tag", number) for number in content.tag_ids] + [("ast", content.image_id)]
        for kind, number in links:
            if number is not None:
                self._show(shown, kind, self.now_called(kind, number))

    def _show(self, shown: Shown, kind: str, number: int | None) -> None:
        while number is not None and (thing := self.things[kind].get(number)) is not None:
            shown.ids.add(f"{kind}_{number}")
            shown.marks |= thing.marks
            number = thing.parent

    def texts(self) -> Iterator[str]:
        """Slugs, headlines, names: everything that somebody could ask for."""
        for work in self.works.values():
            yield from (work.slug, *work.slugs) * 3
            yield from (content.title for content in work.contents.values())
        for things in self.things.values():
            yield from (mark for thing in things.values() for mark in thing.marks)
        yield from self.former * 5

    def ids(self) -> dict[str, list[str]]:
        """Ids of everything there is and was, by prefix."""
        found: dict[str, Iterable[int]] = {"art": {*self.works, *self.tombstones, 99999}}
        found |= {kind: [*things, 99999] for kind, things in self.things.items()}
        for kind, number in self.merged:
            found[kind] = [*found[kind], number]
        return {kind: [f"{kind}_{number}" for number in numbers] for kind, numbers in found.items()}
