"""Random lives of a newsroom, which tell a model of its own (tests/shown.py) what was done."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import time_machine

from cms import (
    authors,
    categories,
    collections,
    editing,
    locks,
    path_redirects,
    presence,
    previews,
    publishing,
    references,
    reviewing,
    scheduling,
    sources,
    tags,
    trash,
)
from cms.authors import AuthorFields
from cms.categories import CategoryFields
from cms.collections import CollectionFields, Placement
from cms.edits import Edits, ListEdit
from cms.errors import CMSError
from cms.models import Author, Category, Draft, Evidence, HotPlace, Schedule, Source, Tag
from cms.path_redirects import RedirectFields
from cms.permissions import Viewer
from cms.references import ReferenceFields
from cms.snapshots import Content, CreditLink, RelationLink
from cms.sources import SourceFields
from cms.tags import TagFields
from cms.words import CollectionTail, CreditRole, EvidenceOrigin, HotWindow, RelationKind, ScheduleAct, ScheduleState
from tests.content import make_asset
from tests.shown import START, Model, Thing, Work, marks

WRITERS = ("contributor", "other", "publisher")


class History(Model):
    """One newsroom, the acts of its people, and the model of what they did."""

    def __init__(self, seed: int, people: dict[str, Viewer]) -> None:
        super().__init__()
        self.random = random.Random(seed)
        self.pictures = random.Random(seed)
        self.people = people  # publisher, contributor, other and admin
        self.numbers = count(1)
        self.titles: list[str] = []  # of references, for articles that come to be what they stand for
        self.planned: set[int] = set()  # schedules that were carried out and are in the model
        self.done: list[str] = []
        self.clock = time_machine.travel(START, tick=False)
        self.acts: list[Callable[[], Awaitable[object]]] = [
            *[self.create] * 4,
            *[self.edit] * 6,
            *[self.publish] * 5,
            *[self.publish_old, self.correct, self.unpublish, self.take_down, self.reinstate] * 2,
            *[self.schedule, self.pass_time] * 3,
            *[self.embargo, self.trash, self.restore, self.delete, self.review, self.assign] * 2,
            *[self.collect, self.make_things, self.merge, self.redirect, self.preview, self.name_revision, self.lock],
            *[self.restore_revision, self.duplicate],
        ]

    # The frame

    def mark(self) -> str:
        """A text that nothing else has."""
        return f"zq{next(self.numbers):05d}"

    def move_clock(self, step: timedelta) -> None:
        """Let time pass."""
        self.clock.stop()
        self.moments.append(self.now + step)
        self.clock = time_machine.travel(self.now, tick=False)
        self.clock.start()

    async def live(self, acts: int) -> None:
        """Something of everything, and then so many random acts; refused ones leave no trace in the model."""
        self.clock.start()
        for _ in range(3):
            await self.make_things()
        await self.begin()
        for _ in range(acts):
            self.move_clock(timedelta(seconds=self.random.randint(1, 200)))
            act = self.random.choice(self.acts)
            try:
                await act()
            except CMSError as error:
                self.done.append(f"{act.__name__} refused: {error}")
            else:
                self.done.append(act.__name__)
        await self.heat()
        await self.attend()

    async def attend(self) -> None:
        """Somebody has each draft before them."""
        for work in self.works.values():
            await presence.announce(self.writer(work), work.id, is_editing=self.random.random() < 0.5)

    async def heat(self) -> None:
        """Hot lists of the site and of each category with a place of everything, public or not."""
        for window in HotWindow:
            for category_id in (0, *self.things["cat"]):
                for rank, number in enumerate(self.works, 1):
                    place = {"span": window, "category_id": category_id, "rank": rank, "article_id": number}
                    if await Draft.exists(id=number):
                        await HotPlace.create(**place, score=900, former_rank=rank + 1, is_pinned=False)

    async def begin(self) -> None:
        """An article with everything that readers can ask for, corrected; one taken down; drafts of each writer."""
        for writer in (*WRITERS, "publisher"):
            await self.create(writer)
        first, second, third, fourth = self.works.values()
        for work in (first, second, third):
            await self.publish(work)
        await self.fill(third, first)
        await self.correct(third)
        if self.random.random() < 0.5:
            await self.edit(second)
        await self.take_down(second)
        await self.collect([Placement(target_id=third.id), Placement(target_id=fourth.id)])
        await self.redirect(third)
        await self.redirect(fourth)
        await self.furnish(first)

    async def furnish(self, public: Work) -> None:
        """Whatever a contributor can have on the desk; `public` is an own article, which gets another slug, too."""
        publisher, contributor = self.people["publisher"], self.people["contributor"]
        await self.publish(public)
        await self.rename(public)
        credit = CreditLink(max(self.things["aut"]), f"name {self.mark()}", CreditRole.PHOTOGRAPHER)
        work = await self.create("contributor", replace(self.content(), credits=(credit,), relations=()))
        await self.fill(work, public)
        await self.make_reference(work.contents[work.head].title)
        await self.assign(work, "publisher")
        await self.embargo(work, self.now + timedelta(seconds=100))
        for seconds in (800, 900):
            due_at, version = self.now + timedelta(seconds=seconds), await self.version(work)
            await scheduling.schedule(publisher, work.id, ScheduleAct.PUBLISH, due_at, expected_version=version)
        await locks.hold(contributor, work.id)
        said = self.mark()
        work.private.add(said)
        told = {"field": "source", "origin": EvidenceOrigin.META, "text": f"来源 {said}", "is_suggestion": True}
        await Evidence.create(draft_id=work.id, position=0, confidence=40, value=f"某报 {said}", **told)
        made = await previews.make_link(contributor, work.id, revision_number=work.head)
        await previews.revoke_link(contributor, made.link.id)
        self.secrets.append(made.secret)
        await self.create("contributor", replace(work.contents[work.head], relations=()))  # they look alike
        await self.redirect(public)
        await self.redirect(work)
        await self.translate(work, "contributor")
        gone = await self.create("contributor")
        await trash.trash(contributor, gone.id, expected_version=await self.version(gone))
        gone.status = "TRASHED"

    async def fill(self, work: Work, target: Work) -> None:
        """Whatever an article can have."""
        things = {kind: min(found) for kind, found in self.things.items() if found}
        html = f"<h2>小标题</h2><p>正文 {self.mark()}。</p>"
        texts = {"excerpt": f"导语 {self.mark()}", "html": html, "urgency": 5, "published_at": START}
        texts |= {"source_id": things["src"], "image_id": things["ast"]}
        chosen = {**texts, "collected_at": START, "category_id": max(self.things["cat"])}
        relations = (RelationLink(target_id=target.id), RelationLink(reference_id=things["ref"]))
        credits_ = (CreditLink(things["aut"], f"name {self.mark()}", CreditRole.AUTHOR),)
        lists: dict[str, Any] = {"relations": relations, "credits": credits_, "tag_ids": (things["tag"],)}
        edits = Edits(chosen, **{name: ListEdit(replace=items) for name, items in lists.items()})
        before, version = work.contents[work.head], await self.version(work)
        saved = await editing.update_draft(self.people["publisher"], work.id, edits, expected_version=version)
        work.contents[saved.draft.version] = replace(before, **chosen, **lists)

    def one(self, *statuses: str) -> Work:
        """A work, as a rule in one of the statuses."""
        fitting = [work for work in self.works.values() if work.status in statuses] or list(self.works.values())
        return self.random.choice(fitting)

    async def version(self, work: Work) -> int:
        """The version of its draft."""
        return (await Draft.get(id=work.id)).version

    def writer(self, work: Work) -> Viewer:
        """Somebody who may change it."""
        return self.people[self.random.choice(sorted(work.people | {"publisher"}))]

    # Acts on articles

    def content(self, title: str = "") -> Content:
        """Texts that nothing else has, and links to whatever is there."""
        chosen, mark = self.random, self.mark
        writers = chosen.sample(sorted(self.things["aut"]), min(chosen.randrange(3), len(self.things["aut"])))
        others = chosen.sample(sorted(self.works), min(chosen.randrange(3), len(self.works)))
        elsewhere = chosen.sample(sorted(self.things["ref"]), min(chosen.randrange(2), len(self.things["ref"])))
        return Content(
            title=title or f"标题 {mark()}",
            html=f"<p>正文 {mark()}。</p>" + "<p>更多的话。</p>" * chosen.randrange(9),
            subtitle=f"副题 {mark()}",
            excerpt=chosen.choice(["", f"导语 {mark()}"]),
            byline=f"记者 {mark()}",
            language=chosen.choice(["zh-Hans", "en", f"x-{mark()}"]),
            published_at=chosen.choice([None, START - timedelta(seconds=chosen.randrange(10**6))]),
            collected_at=chosen.choice([None, START - timedelta(seconds=chosen.randrange(10**6))]),
            canonical_url=f"https://a.example/{mark()}",
            urgency=chosen.choice([None, *range(1, 10)]),
            source_id=chosen.choice([None, *self.things["src"]]),
            category_id=chosen.choice([None, *self.things["cat"]]),
            credit_line=f"来源 {mark()}",
            licence=f"licence {mark()}",
            **self.picture(),
            credits=tuple(CreditLink(one, f"name {mark()}", chosen.choice(list(CreditRole))) for one in writers),
            relations=tuple(RelationLink(chosen.choice(list(RelationKind)), target_id=one) for one in others)
            + tuple(RelationLink(reference_id=one) for one in elsewhere),
            tag_ids=tuple(chosen.sample(sorted(self.things["tag"]), min(2, len(self.things["tag"])))),
        )

    def picture(self) -> dict[str, Any]:
        """The picture of an article, or none."""
        chosen = self.pictures.choice([None, *self.things["ast"]])
        return {"image_id": chosen, "image_caption": self.pictures.choice(["", self.mark()])}

    async def create(self, writer: str = "", content: Content | None = None) -> Work:
        """A draft; now and then with the headline of a reference, or of another draft."""
        writer = writer or self.random.choice(WRITERS)
        headlines = [*self.titles, *(work.contents[work.head].title for work in self.works.values())]
        title = self.random.choice(headlines) if self.random.random() < 0.3 and headlines else ""
        content = content or self.content(title)
        if not self.people[writer].sees_all_drafts:  # who may not link to what others have not published
            content = replace(content, relations=tuple(one for one in content.relations if one.target_id is None))
        draft = await editing.create_draft(self.people[writer], content)
        self.works[draft.id] = Work(draft.id, draft.slug, {draft.version: content}, {writer})
        return self.works[draft.id]

    async def duplicate(self) -> None:
        """A copy of a draft."""
        work = self.one()
        draft = await editing.duplicate(self.people["publisher"], work.id)
        self.works[draft.id] = Work(draft.id, draft.slug, {draft.version: work.contents[work.head]}, {"publisher"})

    async def translate(self, work: Work, writer: str) -> None:
        """The same in another language."""
        draft = await editing.translate(self.people[writer], work.id, "fr")
        life: dict[str, Any] = {"published_at": None, "collected_at": None, "canonical_url": ""}
        original = RelationLink(RelationKind.TRANSLATION_OF, target_id=work.id)
        content = replace(work.contents[work.head], language="fr", relations=(original,), **life)
        self.works[draft.id] = Work(draft.id, draft.slug, {draft.version: content}, {writer})

    async def edit(self, work: Work | None = None) -> None:
        """Other texts and links, all or some; now and then another slug."""
        work = work or self.one()
        fresh = self.content()
        texts = ("title", "html", "subtitle", "byline", "credit_line", "licence", "language", "urgency")
        names = [*texts, "published_at", "canonical_url", "excerpt", "source_id", "category_id"]
        chosen = {name: getattr(fresh, name) for name in self.random.sample(names, self.random.randint(1, len(names)))}
        lists: dict[str, Any] = {}
        for name in ("credits", "relations", "tag_ids"):
            if self.random.random() < 0.4:
                lists[name] = tuple(one for one in getattr(fresh, name) if getattr(one, "target_id", 0) != work.id)
        slug = {"slug": self.mark()} if self.random.random() < 0.5 else {}
        chosen |= self.pictures.choice([self.picture(), {}])
        edits = Edits(chosen | slug, **{name: ListEdit(replace=items) for name, items in lists.items()})
        is_autosave = self.random.random() < 0.4
        before, version = work.contents[work.head], await self.version(work)
        writer = self.people["publisher"] if "relations" in lists else self.writer(work)
        saved = await editing.update_draft(writer, work.id, edits, expected_version=version, is_autosave=is_autosave)
        if saved.draft.version > version:
            work.contents[saved.draft.version] = replace(before, **chosen, **lists)
        self.named(work, saved.draft)

    async def rename(self, work: Work) -> None:
        """Another slug, from the next publication on."""
        edits, version = Edits({"slug": self.mark()}), await self.version(work)
        saved = await editing.update_draft(self.people["publisher"], work.id, edits, expected_version=version)
        work.contents[saved.draft.version] = work.contents[work.head]
        self.named(work, saved.draft)

    def named(self, work: Work, draft: Draft) -> None:
        """What its slug is after a save."""
        if draft.slug != work.slug:
            self.former.append(work.slug)
            work.private |= marks(work.slug, draft.slug)
            work.slug = draft.slug

    async def restore_revision(self) -> None:
        """An earlier revision again."""
        work = self.one()
        number = self.random.choice(sorted(work.contents))
        draft = await editing.restore_revision(
            self.writer(work), work.id, number, expected_version=await self.version(work)
        )
        work.contents[draft.version] = work.contents[number]
        self.named(work, draft)

    async def name_revision(self) -> None:
        """A name for a revision."""
        work, name = self.one(), self.mark()
        await editing.name_revision(self.writer(work), work.id, self.random.choice(sorted(work.contents)), name)
        work.private |= marks(name)

    def went_live(self, work: Work, number: int, note: str = "") -> None:
        """A revision is public."""
        work.live, work.status, work.was_public, work.public_slug = number, "PUBLISHED", True, work.slug
        work.shown.append(number)
        work.slugs.add(work.slug)
        work.notes |= marks(note)

    async def publish(self, work: Work | None = None) -> None:
        """The newest revision goes live."""
        work = work or self.one("DRAFT", "UNPUBLISHED", "PUBLISHED")
        await publishing.publish(self.people["publisher"], work.id, expected_version=await self.version(work))
        self.went_live(work, work.head)

    async def publish_old(self) -> None:
        """A chosen revision goes live, whatever came after it."""
        work = self.one("DRAFT", "UNPUBLISHED", "PUBLISHED")
        number, version = self.random.choice(sorted(work.contents)), await self.version(work)
        await publishing.publish(self.people["publisher"], work.id, expected_version=version, revision=number)
        self.went_live(work, number)

    async def correct(self, work: Work | None = None) -> None:
        """The newest revision goes live with a note."""
        work, note = work or self.one("PUBLISHED"), f"更正 {self.mark()}"
        await publishing.correct(self.people["publisher"], work.id, note, expected_version=await self.version(work))
        self.went_live(work, work.head, note)

    async def unpublish(self) -> None:
        """It is public no more."""
        work = self.one("PUBLISHED")
        await publishing.unpublish(self.people["publisher"], work.id, expected_version=await self.version(work))
        work.live, work.status = None, "UNPUBLISHED"

    async def take_down(self, work: Work | None = None) -> None:
        """It is gone for good, with a public reason."""
        work, reason = work or self.one("PUBLISHED", "UNPUBLISHED"), self.mark()
        version = await self.version(work)
        await publishing.take_down(self.people["publisher"], work.id, reason, expected_version=version)
        work.live, work.status = None, "TAKEN_DOWN"
        self.tombstones[work.id] = marks(reason, work.public_slug)

    async def reinstate(self) -> None:
        """It was not so bad."""
        work = self.one("TAKEN_DOWN")
        await publishing.reinstate(self.people["publisher"], work.id, expected_version=await self.version(work))
        work.status = "UNPUBLISHED"
        del self.tombstones[work.id]

    async def trash(self) -> None:
        """Into the trash."""
        work = self.one()
        await trash.trash(self.writer(work), work.id, expected_version=await self.version(work))
        work.live, work.status = None, "TRASHED"

    async def restore(self) -> None:
        """Out of the trash."""
        work = self.one("TRASHED")
        await trash.restore(self.writer(work), work.id, expected_version=await self.version(work))
        back = "UNPUBLISHED" if work.was_public else "DRAFT"
        work.status = "TAKEN_DOWN" if work.id in self.tombstones else back

    async def delete(self) -> None:
        """For ever."""
        work = self.one("TRASHED")
        await trash.delete(self.people["admin"], work.id, expected_version=await self.version(work))
        if work.was_public:
            self.tombstones.setdefault(work.id, marks(work.public_slug))
        del self.works[work.id]

    async def schedule(self) -> None:
        """A plan for a revision, or for an end."""
        work, act = self.one("DRAFT", "UNPUBLISHED", "PUBLISHED"), self.random.choice(list(ScheduleAct))
        due_at, number = self.now + timedelta(seconds=self.random.randint(10, 900)), None
        if act is ScheduleAct.PUBLISH:
            number = self.random.choice(sorted(work.contents))
        version = await self.version(work)
        await scheduling.schedule(
            self.people["publisher"], work.id, act, due_at, expected_version=version, revision=number
        )

    async def pass_time(self) -> None:
        """Some minutes pass, and the server does what is due."""
        self.move_clock(timedelta(seconds=self.random.randint(60, 900)))
        await scheduling.run_due(self.now)
        for row in await Schedule.filter(state=ScheduleState.DONE).order_by("due_at", "id"):
            if row.id in self.planned:
                continue
            self.planned.add(row.id)
            work = self.works[row.draft_id]
            if row.act == ScheduleAct.PUBLISH:
                assert row.revision_id is not None
                self.went_live(work, (await row.revision).number)  # type: ignore[misc] # it is there
            else:
                work.live, work.status = None, "UNPUBLISHED"

    async def embargo(self, work: Work | None = None, until: datetime | None = None) -> None:
        """Nobody publishes it for a while, or may again."""
        soon = self.random.choice([None, self.now + timedelta(seconds=self.random.randint(100, 3000))])
        until = soon if work is None else until
        work = work or self.one("DRAFT", "UNPUBLISHED")
        version = await self.version(work)
        await scheduling.set_embargo(self.people["publisher"], work.id, until, expected_version=version)
        work.embargo = until

    async def review(self) -> None:
        """Submitted, and sent back with a note."""
        work, note = self.one(), self.mark()
        await reviewing.submit(self.writer(work), work.id, expected_version=await self.version(work))
        version = await self.version(work)
        await reviewing.request_changes(self.people["publisher"], work.id, note, expected_version=version)
        work.private |= marks(note)

    async def assign(self, work: Work | None = None, name: str = "") -> None:
        """Somebody else shall go on with it."""
        work, name = work or self.one(), name or self.random.choice(WRITERS)
        version = await self.version(work)
        await reviewing.assign(self.people["publisher"], work.id, self.people[name].id, expected_version=version)
        owner = await Draft.get(id=work.id)
        work.people = {who for who in WRITERS if self.people[who].id in {owner.owner_id, owner.assignee_id}}

    async def preview(self) -> None:
        """A preview link; it is revoked, or shall not be known."""
        work = self.one()
        made = await previews.make_link(self.people["publisher"], work.id)
        if self.random.random() < 0.7:
            await previews.revoke_link(self.people["publisher"], made.link.id)
            self.secrets.append(made.secret)

    async def lock(self) -> None:
        """Somebody has it open."""
        work = self.one()
        await locks.hold(self.writer(work), work.id)
        await presence.announce(self.writer(work), work.id, is_editing=self.random.random() < 0.5)

    # Acts on what articles share

    async def make_things(self) -> None:
        """One more of each."""
        viewer, chosen = self.people["publisher"], self.random
        names = [self.mark() for _ in range(8)]
        source = await sources.create_source(viewer, SourceFields(name=f"报 {names[0]}", credit_line=names[1]))
        author = await authors.create_author(viewer, AuthorFields(name=f"人 {names[2]}", description=names[3]))
        tag = await tags.create_tag(viewer, TagFields(name=f"词 {names[4]}"))
        above = list(self.things["cat"])
        parent = above[0] if len(above) < 3 and above else chosen.choice([None, *above])
        category = await categories.create_category(
            viewer, CategoryFields(name=f"栏目 {names[5]}", description=names[6]), parent_id=parent
        )
        titles = [work.contents[work.head].title for work in self.works.values()]
        await self.make_reference(chosen.choice([f"别处 {names[7]}", *titles]))
        self.things["src"][source.id] = Thing(source.id, marks(*names[:2]))
        self.things["aut"][author.id] = Thing(author.id, marks(*names[2:4]))
        self.things["tag"][tag.id] = Thing(tag.id, marks(names[4]))
        self.things["cat"][category.id] = Thing(category.id, marks(*names[5:7]), parent)
        await self.make_picture()

    async def make_picture(self) -> None:
        """A picture, of which readers are told three things and editors three more."""
        told = {name: self.mark() for name in ("alt", "caption", "credit")}
        private = {name: self.mark() for name in ("name", "title", "rights")}
        asset = await make_asset(user_id=self.people["publisher"].id, expires_at=START, **told, **private)
        self.things["ast"][asset.id] = Thing(asset.id, marks(*told.values()))
        self.of_library |= marks(*private.values())

    async def make_reference(self, title: str) -> None:
        """What stands for an article elsewhere, or for one here of that title."""
        teaser, url = self.mark(), f"https://b.example/{self.mark()}"
        fields = ReferenceFields(title=title, teaser=teaser, url=url)
        reference = await references.create_reference(self.people["publisher"], fields)
        self.titles.append(title)
        self.things["ref"][reference.id] = Thing(reference.id, marks(title, teaser, url))

    async def collect(self, placements: list[Placement] | None = None) -> None:
        """A collection of whatever is there, public or not."""
        viewer, names = self.people["publisher"], [self.mark() for _ in range(3)]
        fields = CollectionFields(names[0], names[1], names[2], self.random.choice(list(CollectionTail)))
        collection = await collections.create_collection(viewer, fields)
        targets = self.random.sample(sorted(self.works), min(4, len(self.works)))
        chosen = placements or [Placement(target_id=one) for one in targets]
        elsewhere = self.random.sample(sorted(self.things["ref"]), self.random.randrange(2))
        chosen = [*chosen, *(Placement(reference_id=one) for one in elsewhere)]
        collection = await collections.set_items(viewer, collection.id, chosen, expected_version=collection.version)
        self.things["col"][collection.id] = Thing(collection.id, marks(*names))
        self.collected |= set(elsewhere)

    async def redirect(self, target: Work | None = None) -> None:
        """A path that leads to an article, public or not, or elsewhere."""
        path, url = f"/{self.mark()}", f"https://c.example/{self.mark()}"
        target = target or self.random.choice([None, *self.works.values()])
        fields = RedirectFields(path, None if target else url, target and target.id)
        made = await path_redirects.create_redirect(self.people["publisher"], fields)
        self.things["red"][made.id] = Thing(made.id, marks(path, "" if target else url), target=target and target.id)

    async def merge(self) -> None:
        """Two that are one."""
        kind = self.random.choice(["src", "aut", "tag", "cat"])
        models: dict[str, tuple[Any, Any]] = {
            "src": (sources.merge_sources, Source),
            "aut": (authors.merge_authors, Author),
            "tag": (tags.merge_tags, Tag),
            "cat": (categories.merge_categories, Category),
        }
        operation, model = models[kind]
        if len(self.things[kind]) < 3:
            return
        one, into = [await model.get(id=number) for number in self.random.sample(sorted(self.things[kind]), 2)]
        versions = {"expected_version": one.version, "into_expected_version": into.version}
        await operation(self.people["publisher"], one.id, into.id, **versions)
        self.former.append(getattr(one, "path", one.slug))
        del self.things[kind][one.id]
        self.merged[kind, one.id] = into.id
        for thing in self.things["cat"].values() if kind == "cat" else ():
            thing.parent = into.id if thing.parent == one.id else thing.parent
