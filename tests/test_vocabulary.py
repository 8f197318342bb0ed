"""Sources, authors and tags: making, changing, deleting and merging them."""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cms import authors, editing, references, relations, revisions, scheduling, sources, tags, trash, usage
from cms.authors import AuthorFields
from cms.db import Database
from cms.edits import Edits
from cms.errors import Forbidden, NotFound, ValidationFailed, VersionConflict
from cms.models import Article, ArticleTag, Author, Credit, Draft, Event, Redirect, Reference, Schedule, Source, Tag
from cms.permissions import Permission, Viewer
from cms.references import ReferenceFields
from cms.relations import Mention
from cms.snapshots import Content, CreditLink
from cms.sources import SourceFields
from cms.tags import TagFields
from cms.words import AuthorKind, CreditRole, ScheduleAct, SourceKind
from tests.content import DAY, EDITOR, make_article, make_author, make_draft, make_source, make_tag

pytestmark = pytest.mark.anyio

WRITER = Viewer("w", frozenset({Permission.WRITE}))
# For each noun: its model, its fields, and its four operations.
NOUNS: dict[str, Any] = {
    "source": (Source, SourceFields, sources.create_source, sources.update_source, sources.delete_source),
    "author": (Author, AuthorFields, authors.create_author, authors.update_author, authors.delete_author),
    "tag": (Tag, TagFields, tags.create_tag, tags.update_tag, tags.delete_tag),
}
MERGES: dict[str, Any] = {
    "source": sources.merge_sources,
    "author": authors.merge_authors,
    "tag": tags.merge_tags,
}
each_noun = pytest.mark.parametrize("noun", NOUNS)
BOTH = {"expected_version": 1, "into_expected_version": 1}


def told(refusal: pytest.ExceptionInfo[ValidationFailed]) -> dict[str, str]:
    return {problem.path: problem.message for problem in refusal.value.problems}


def credit(author: Author, role: CreditRole = CreditRole.AUTHOR) -> CreditLink:
    return CreditLink(author.id, f"{author.name}（印）", role)


@each_noun
async def test_it_is_made_with_a_slug_of_its_name_and_leaves_an_event(database: Database, noun: str) -> None:
    model, fields, create, *_ = NOUNS[noun]

    made = await create(EDITOR, fields(name="  临江日报 "))

    row = await model.get(id=made.id)
    assert (row.name, row.key, row.slug, row.version) == ("临江日报", "临江日报", "linjiangribao", 1)
    event = await Event.get(type=f"{noun}.created")
    assert (event.subject_kind, event.subject_id, event.payload) == (noun, made.id, {"name": "临江日报"})


@each_noun
async def test_what_has_the_slug_already_is_named(database: Database, noun: str) -> None:
    _model, fields, create, update, _delete = NOUNS[noun]
    first = await create(EDITOR, fields(name="甲", slug="one"))
    second = await create(EDITOR, fields(name="乙"))

    with pytest.raises(ValidationFailed) as refusal:
        await create(EDITOR, fields(name="丙", slug="one"))
    with pytest.raises(ValidationFailed) as again:
        await update(EDITOR, second.id, fields(slug="one"), expected_version=1)

    for problems in (told(refusal), told(again)):
        assert list(problems) == ["slug"]
        assert f"{noun[:3] if noun != 'source' else 'src'}_{first.id} has it already: 甲" in problems["slug"]


@pytest.mark.parametrize("noun", ["source", "tag"])
async def test_a_name_is_given_once_however_it_is_written(database: Database, noun: str) -> None:
    model, fields, create, update, _delete = NOUNS[noun]
    await create(EDITOR, fields(name="ABC Daily"))
    other = await create(EDITOR, fields(name="Other"))

    with pytest.raises(ValidationFailed) as refusal:
        await create(EDITOR, fields(name="ａｂｃ　daily"))
    with pytest.raises(ValidationFailed):
        await update(EDITOR, other.id, fields(name="abc daily"), expected_version=1)
    await update(EDITOR, other.id, fields(name="OTHER"), expected_version=1)

    assert list(told(refusal)) == ["name"]
    assert await model.all().count() == 2


async def test_two_people_may_share_a_name_but_no_slug(database: Database) -> None:
    made = [await authors.create_author(EDITOR, AuthorFields(name="李娜")) for _ in range(2)]

    assert [row.slug for row in made] == ["lina", "lina-2"]


async def test_everything_that_is_wrong_is_told_at_once(database: Database) -> None:
    wrong = SourceFields(
        name="\u00ad",
        slug="Not a slug",
        url="javascript:alert(1)",
        licence="x" * 201,
        language="??",
        credit_line="a\nb",
    )

    with pytest.raises(ValidationFailed) as refusal:
        await sources.create_source(EDITOR, wrong)

    assert set(told(refusal)) == {"name", "slug", "url", "licence", "language", "creditLine"}
    assert await Source.all().count() == 0
    assert await Event.all().count() == 0


WRONG_ADDRESSES = [
    "ftp://a.test",
    "//a.test",
    "https://",
    "https:///x",
    "https://u:p@a.test",
    "http://[::1",
    "a.test",
    "javascript:alert(1)",
    'https://a.test/"onclick',
    "https://a.test:99999/",
    "data:text/html,x",
    "https://a.test\\x",
]


@pytest.mark.parametrize("url", [*WRONG_ADDRESSES, "http://a b.test", "https://u@a.test"])
async def test_only_addresses_of_the_web_are_taken(database: Database, url: str) -> None:
    with pytest.raises(ValidationFailed) as refusal:
        await authors.create_author(EDITOR, AuthorFields(name="x", url=url))

    assert list(told(refusal)) == ["url"]


async def test_a_name_that_is_longer_when_written_out_is_refused(database: Database) -> None:
    for name in ("", "\ufdfa" * 20, "名" * 201, "a\0b", "\ud800", "\u0958" * 150):
        with pytest.raises(ValidationFailed) as refusal:
            await authors.create_author(EDITOR, AuthorFields(name=name))
        assert list(told(refusal)) == ["name"]


async def test_only_what_is_given_changes(database: Database) -> None:
    made = await sources.create_source(
        EDITOR,
        SourceFields(name="甲", kind=SourceKind.AGENCY, url="https://a.test", credit_line="c", language="zh-Hans"),
    )

    await sources.update_source(EDITOR, made.id, SourceFields(url="", licence="CC-BY-4.0"), expected_version=1)

    row = await Source.get(id=made.id)
    assert (row.name, row.kind, row.url, row.licence, row.credit_line) == ("甲", "AGENCY", "", "CC-BY-4.0", "c")
    assert row.version == 2


@each_noun
async def test_a_stale_version_is_refused_and_the_same_again_is_no_change(database: Database, noun: str) -> None:
    _model, fields, create, update, delete = NOUNS[noun]
    made, other = await create(EDITOR, fields(name="甲")), await create(EDITOR, fields(name="乙"))
    await update(EDITOR, made.id, fields(name="丙"), expected_version=1)

    same = await update(EDITOR, made.id, fields(name="　丙 "), expected_version=2)
    with pytest.raises(VersionConflict) as refusal:
        await update(EDITOR, made.id, fields(name="丁"), expected_version=1)
    with pytest.raises(VersionConflict):
        await delete(EDITOR, made.id, expected_version=1)
    for pair in ((made.id, other.id), (other.id, made.id)):
        with pytest.raises(VersionConflict):
            await MERGES[noun](EDITOR, *pair, **BOTH)

    assert same.version == 2
    assert (refusal.value.expected, refusal.value.current) == (1, 2)
    assert await Event.filter(type__endswith="updated").count() == 1


@each_noun
async def test_a_former_slug_leads_on_and_is_given_to_nobody_by_itself(database: Database, noun: str) -> None:
    model, fields, create, update, _delete = NOUNS[noun]
    made = await create(EDITOR, fields(name="甲"))
    await update(EDITOR, made.id, fields(name="乙", slug="yi"), expected_version=1)

    other = await create(EDITOR, fields(name="甲"))

    assert other.slug == "jia-2"
    sign = await Redirect.get(kind=noun.upper(), former_slug="jia")
    assert (sign.target_id, sign.former_id) == (made.id, None)
    assert (await model.get(id=made.id)).slug == "yi"


@each_noun
async def test_what_nothing_uses_is_deleted_with_the_signs_to_it(database: Database, noun: str) -> None:
    model, fields, create, update, delete = NOUNS[noun]
    made = await create(EDITOR, fields(name="甲"))
    await update(EDITOR, made.id, fields(slug="x"), expected_version=1)

    await delete(EDITOR, made.id, expected_version=2)

    assert await model.all().count() == await Redirect.all().count() == 0
    assert (await Event.get(type=f"{noun}.deleted")).payload == {"name": "甲", "slug": "x"}
    with pytest.raises(NotFound):
        await delete(EDITOR, made.id, expected_version=2)


@each_noun
@pytest.mark.parametrize("is_public", [True, False])
async def test_what_is_used_is_not_deleted(database: Database, noun: str, is_public: bool) -> None:
    source, author, tag = await make_source(), await make_author(), await make_tag()
    make = make_article if is_public else make_draft
    await make(source_id=source.id, credits=(credit(author),), tag_ids=(tag.id,))
    row = {"source": source, "author": author, "tag": tag}[noun]

    with pytest.raises(ValidationFailed) as refusal:
        await NOUNS[noun][4](EDITOR, row.id, expected_version=1)

    message = told(refusal)["id"]
    assert "1 drafts" in message
    assert ("1 public articles" in message) == is_public
    assert f"merge it into another {noun}" in message


async def test_only_the_newest_and_scheduled_revisions_keep_an_author(database: Database) -> None:
    author, other = await make_author(), await make_author()
    draft = await make_draft(credits=(credit(author),))
    old = await draft.revisions.all().first()
    newer = Content(title=draft.title, html="<p>x</p>", credits=(credit(other),))
    snapshot = editing.make_snapshot(newer)
    await type(old).create(draft_id=draft.id, number=2, snapshot=snapshot, actor="x", created_at=DAY)
    plan = await Schedule.create(
        draft_id=draft.id, act=ScheduleAct.PUBLISH, revision_id=old.id, due_at=DAY, actor="x", created_at=DAY
    )

    with pytest.raises(ValidationFailed, match="1 drafts"):
        await authors.delete_author(EDITOR, author.id, expected_version=1)
    await Schedule.filter(id=plan.id).update(state="DONE")
    await authors.delete_author(EDITOR, author.id, expected_version=1)

    assert [row.id for row in await Author.all()] == [other.id]


async def test_a_draft_that_comes_while_all_are_looked_through_is_seen(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag = await make_tag()
    look = usage.look

    async def interrupted(*arguments: Any) -> usage.Looked:
        looked = await look(*arguments)
        await make_draft(tag_ids=(tag.id,))
        return looked

    monkeypatch.setattr(usage, "look", interrupted)

    with pytest.raises(ValidationFailed, match="1 drafts"):
        await tags.delete_tag(EDITOR, tag.id, expected_version=1)


async def test_all_drafts_are_looked_through(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usage, "CHUNK", 2)
    tag, other = await make_tag(), await make_tag()
    for number in range(7):
        await make_draft(tag_ids=((tag, other)[number % 2].id,))

    assert (await usage.look("tag", tag.id)).draft_count == 4
    assert (await usage.look("tag", other.id)).draft_count == 3
    assert (await usage.look("tag", 0)).draft_count == 0


async def test_merging_sources_moves_articles_and_drafts(database: Database) -> None:
    old, new = await make_source("旧"), await make_source("新")
    article, draft = await make_article(source_id=old.id), await make_draft(source_id=old.id)

    survivor = await sources.merge_sources(EDITOR, old.id, new.id, **BOTH)

    assert survivor.id == new.id
    assert (await Article.get(id=article.id)).source_id == new.id
    assert [row.source_id for row in await Draft.all()] == [new.id, new.id]
    assert (await Draft.get(id=draft.id)).version == draft.version
    event = await Event.get(type="source.merged")
    facts = {"fromId": f"src_{old.id}", "toId": f"src_{new.id}", "articleCount": 1}
    assert (event.subject_id, event.payload) == (new.id, facts)
    assert event.details == {"fromName": "旧", "toName": "新"}
    assert event.tags == [f"source:{new.id}", f"source:{old.id}", f"article:{article.id}", "list:articles"]


async def test_the_cache_tags_of_a_merge_are_bounded(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.places.LISTED_ARTICLES", 2)
    old, new = await make_source(), await make_source()
    for _ in range(3):
        await make_article(source_id=old.id)

    await sources.merge_sources(EDITOR, old.id, new.id, **BOTH)

    event = await Event.get(type="source.merged")
    assert event.tags == [f"source:{new.id}", f"source:{old.id}", "list:articles"]
    assert event.payload["articleCount"] == 3


async def test_merging_authors_keeps_the_first_of_two_credits_in_one_role(database: Database) -> None:
    old, new, third = [await make_author(name) for name in ("旧", "新", "三")]
    links = (credit(third), credit(old), credit(new, CreditRole.EDITOR), credit(new), credit(third, CreditRole.EDITOR))
    article = await make_article(credits=links)

    await authors.merge_authors(EDITOR, old.id, new.id, **BOTH)

    rows = await Credit.filter(article_id=article.id).order_by("position")
    assert [(row.position, row.author_id, row.name, row.role) for row in rows] == [
        (0, third.id, "三（印）", "AUTHOR"),
        (1, new.id, "旧（印）", "AUTHOR"),
        (2, new.id, "新（印）", "EDITOR"),
        (3, third.id, "三（印）", "EDITOR"),
    ]


@pytest.mark.parametrize("seed", range(3))
async def test_merges_lose_no_credit_and_no_tag_and_double_none(database: Database, seed: int) -> None:
    random_ = random.Random(seed)
    people, words = [await make_author() for _ in range(6)], [await make_tag() for _ in range(6)]
    survivor = {("a", row.id): row.id for row in people} | {("t", row.id): row.id for row in words}
    credited: dict[int, list[tuple[int, str]]] = {}
    tagged: dict[int, list[int]] = {}
    for _ in range(8):
        pairs = random_.sample([(p.id, r) for p in people for r in list(CreditRole)[:2]], random_.randrange(8))
        numbers = [row.id for row in random_.sample(words, random_.randrange(6))]
        links = tuple(CreditLink(number, "n", role) for number, role in pairs)
        article = await make_article(credits=links, tag_ids=tuple(numbers))
        credited[article.id] = [(number, str(role)) for number, role in pairs]
        tagged[article.id] = numbers

    for kind, rows, merge in (("a", people, authors.merge_authors), ("t", words, tags.merge_tags)):
        left = [row.id for row in rows]
        for _ in range(4):
            one, other = random_.sample(left, 2)
            await merge(EDITOR, one, other, **BOTH)
            left.remove(one)
            survivor |= {key: other for key, now in survivor.items() if key[0] == kind and now == one}

    for article_id, pairs in credited.items():
        wanted = list(dict.fromkeys((survivor["a", number], role) for number, role in pairs))
        found = await Credit.filter(article_id=article_id).order_by("position")
        assert [(row.author_id, row.role) for row in found] == wanted
        assert [row.position for row in found] == list(range(len(found)))
        links = await ArticleTag.filter(article_id=article_id).order_by("position")
        assert [row.tag_id for row in links] == list(dict.fromkeys(survivor["t", n] for n in tagged[article_id]))
        assert [row.position for row in links] == list(range(len(links)))
    signs = await Redirect.filter(former_id__not_isnull=True)
    assert {(sign.kind[0].lower(), sign.former_id): sign.target_id for sign in signs} == {
        key: now for key, now in survivor.items() if key[1] != now
    }


@each_noun
async def test_merging_with_itself_is_refused(database: Database, noun: str) -> None:
    made = await NOUNS[noun][2](EDITOR, NOUNS[noun][1](name="甲"))

    with pytest.raises(ValidationFailed) as refusal:
        await MERGES[noun](EDITOR, made.id, made.id, **BOTH)

    assert list(told(refusal)) == ["intoId"]
    with pytest.raises(NotFound):
        await MERGES[noun](EDITOR, made.id, 999, **BOTH)


@each_noun
async def test_of_changes_at_once_one_wins_and_the_others_are_told(database: Database, noun: str) -> None:
    model, fields, create, update, _delete = NOUNS[noun]
    one, other = await create(EDITOR, fields(name="甲")), await create(EDITOR, fields(name="乙"))

    changes = [update(EDITOR, one.id, fields(name=f"改{n}"), expected_version=1) for n in range(6)]
    changed = await asyncio.gather(*changes, return_exceptions=True)
    versions = {one.id: 2, other.id: 1}
    merges = [
        MERGES[noun](EDITOR, a, b, expected_version=versions[a], into_expected_version=versions[b])
        for a, b in ((one.id, other.id), (other.id, one.id))
    ]
    merged = await asyncio.gather(*merges, return_exceptions=True)

    assert sorted(type(each).__name__ for each in changed) == [model.__name__, *["VersionConflict"] * 5]
    assert sorted(type(each).__name__ for each in merged) == sorted([model.__name__, "NotFound"])
    assert await model.all().count() == 1


@each_noun
async def test_a_slug_that_was_merged_away_again_and_again_keeps_every_former_id(database: Database, noun: str) -> None:
    _model, fields, create, _update, _delete = NOUNS[noun]
    kept = await create(EDITOR, fields(name="留"))
    gone = []
    for name in ("一", "二", "三"):
        gone.append(await create(EDITOR, fields(name=name, slug="same")))
        await MERGES[noun](EDITOR, gone[-1].id, kept.id, **BOTH)

    signs = await Redirect.filter(kind=noun.upper())

    assert {sign.former_id for sign in signs} == {row.id for row in gone}
    assert {sign.target_id for sign in signs} == {kept.id}
    assert (await Redirect.get(former_slug="same")).former_id == gone[2].id


async def test_imports_find_what_a_name_was_merged_into(database: Database) -> None:
    old, new = [await sources.find_or_create(EDITOR, name) for name in ("旧报", "新报")]
    await sources.merge_sources(EDITOR, old.id, new.id, **BOTH)
    wrong, right = [await authors.find_or_create(EDITOR, name, AuthorKind.PERSON) for name in ("张珊", "张山")]
    await authors.merge_authors(EDITOR, wrong.id, right.id, **BOTH)

    assert (await sources.find_or_create(EDITOR, " 旧报 ")).id == new.id
    assert (await authors.find_or_create(EDITOR, "张珊", AuthorKind.PERSON)).id == right.id


@each_noun
async def test_only_editors_change_it(database: Database, noun: str) -> None:
    _model, fields, create, update, delete = NOUNS[noun]
    for refused in (
        create(WRITER, fields(name="x")),
        update(WRITER, 1, fields(name="x"), expected_version=1),
        delete(WRITER, 1, expected_version=1),
        MERGES[noun](WRITER, 1, 2, **BOTH),
    ):
        with pytest.raises(Forbidden):
            await refused


@pytest.mark.parametrize("noun", ["author", "tag"])
async def test_what_drafts_use_by_a_former_id_is_not_deleted(database: Database, noun: str) -> None:
    make = {"author": make_author, "tag": make_tag}[noun]
    gone, kept = await make(), await make()
    links: dict[str, Any] = {"author": {"credits": (credit(gone),)}, "tag": {"tag_ids": (gone.id,)}}
    await make_draft(**links[noun])
    await MERGES[noun](EDITOR, gone.id, kept.id, **BOTH)

    with pytest.raises(ValidationFailed, match="used by 1 drafts"):
        await NOUNS[noun][4](EDITOR, kept.id, expected_version=1)


async def test_a_source_that_only_a_scheduled_revision_names_is_not_deleted(database: Database) -> None:
    old, source = await make_source(), await make_source()
    draft = await make_draft(source_id=old.id)
    due_at = datetime.now(UTC) + timedelta(hours=1)
    await scheduling.schedule(EDITOR, draft.id, ScheduleAct.PUBLISH, due_at, expected_version=1)
    await editing.update_draft(EDITOR, draft.id, Edits({"source_id": None}), expected_version=2)
    await sources.merge_sources(EDITOR, old.id, source.id, **BOTH)

    with pytest.raises(ValidationFailed, match="1 scheduled drafts"):
        await sources.delete_source(EDITOR, source.id, expected_version=1)
    await scheduling.cancel(EDITOR, draft.id, ScheduleAct.PUBLISH, expected_version=3)
    await sources.delete_source(EDITOR, source.id, expected_version=1)

    assert not await Source.exists(id=source.id)


async def test_a_merge_is_no_change_between_revisions(database: Database) -> None:
    old, new, tag, into = await make_author(), await make_author(), await make_tag(), await make_tag()
    draft = await make_draft(credits=(CreditLink(old.id, "甲"),), tag_ids=(tag.id,), source_id=(await make_source()).id)
    await authors.merge_authors(EDITOR, old.id, new.id, **BOTH)
    await tags.merge_tags(EDITOR, tag.id, into.id, **BOTH)
    await editing.update_draft(EDITOR, draft.id, Edits({"title": "新题"}), expected_version=1)

    compared = await revisions.compare_revisions(EDITOR, draft.id, 1)

    assert [change.field for change in compared.changes] == ["title", "slug"]


async def test_references_mean_nothing_that_is_in_the_trash(database: Database) -> None:
    gone = await make_draft("渡轮")
    await trash.trash(EDITOR, gone.id, expected_version=1)

    made = await references.create_reference(EDITOR, ReferenceFields(title="渡轮"))
    (imported,) = await relations.refer(EDITOR, [Mention("渡轮")])

    assert made.target_id is None
    assert (await Reference.get(id=imported)).target_id is None


async def test_the_kind_of_an_author_decides_how_the_name_is_sorted(database: Database) -> None:
    made = await authors.create_author(EDITOR, AuthorFields(name="曾都报社"))

    changed = await authors.update_author(
        EDITOR, made.id, AuthorFields(kind=AuthorKind.ORGANIZATION), expected_version=1
    )

    assert made.sort_key.startswith("zeng") or changed.sort_key.startswith("ceng")
    assert changed.sort_key.startswith("ceng")
