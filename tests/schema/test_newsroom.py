"""The way of an article through the newsroom, over HTTP."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from tortoise.context import require_context

from cms import authors, revisions
from cms.migrations.operations import DialectSQL
from cms.models import Article, Draft, DraftAuthor, DraftTag, Event, Revision
from cms.words import Role
from tests.accounts import ask, codes, send
from tests.content import EDITOR, make_author, make_category, make_draft, make_reference, make_source, make_tag
from tests.newsroom import PUBLISH, REFUSAL, Newsroom

pytestmark = pytest.mark.anyio


async def test_an_article_is_made_with_everything_it_names(newsroom: Newsroom) -> None:
    source, category, tag = await make_source(), await make_category(), await make_tag()
    writers = [await make_author(), await make_author()]
    other, reference = await make_draft(), await make_reference()

    made = await newsroom.create(
        title="渡轮复航",
        html="<p>今天上午，渡轮复航。</p><script>alert(1)</script>",
        excerpt="导语",
        urgency=3,
        publishedAt="2026-01-28T09:30:00+08:00",
        sourceId=f"src_{source.id}",
        categoryId=f"cat_{category.id}",
        credits=[
            {"authorId": f"aut_{writers[1].id}", "name": "乙", "role": "REPORTER"},
            {"authorId": f"aut_{writers[0].id}", "name": "甲"},
        ],
        tags=[{"id": f"tag_{tag.id}"}],
        relations=[{"referenceId": f"ref_{reference.id}"}, {"targetId": f"art_{other.id}", "kind": "FOLLOW_UP"}],
    )

    draft = made["draft"]
    assert draft["article"] is None
    assert (draft["status"], draft["version"], draft["slug"]) == ("DRAFT", 1, "渡轮复航")
    head = draft["head"]
    assert (head["number"], head["html"], head["typedExcerpt"]) == (1, "<p>今天上午，渡轮复航。</p>", "导语")
    assert (head["publishedAt"], head["urgency"]) == ("2026-01-28T01:30:00Z", 3)
    assert (head["source"]["name"], head["category"]["path"]) == (source.name, category.path)
    assert [(c["name"], c["role"], c["author"]["name"]) for c in head["credits"]] == [
        ("乙", "REPORTER", writers[1].name),
        ("甲", "AUTHOR", writers[0].name),
    ]
    assert [(r["kind"], r["target"], r["reference"]) for r in head["relations"]] == [
        ("RELATED", None, {"id": f"ref_{reference.id}", "title": reference.title}),
        ("FOLLOW_UP", {"id": f"art_{other.id}", "title": other.title}, None),
    ]
    assert head["tags"] == [{"name": tag.name}]


async def test_links_to_nothing_are_refused_by_name(newsroom: Newsroom) -> None:
    refused = await newsroom.create(
        sourceId="src_999",
        categoryId="cat_99999999999",
        credits=[{"authorId": "aut_999", "name": "甲"}],
        relations=[{"targetId": "art_999"}, {"referenceId": "ref_999"}],
        tags=[{"id": "tag_999"}],
    )

    paths = {problem["path"] for problem in refused["problems"]}
    assert paths == {
        "sourceId",
        "categoryId",
        "credits.0.authorId",
        "relations.0.targetId",
        "relations.1.referenceId",
        "tags.0",
    }
    assert await Draft.all().count() == 0


async def test_edits_of_different_fields_merge(newsroom: Newsroom) -> None:
    made = await newsroom.create()
    at = {"id": made["draft"]["id"], "expectedVersion": 1}

    first = await newsroom.update(**at, title="新标题")
    second = await newsroom.update(Role.EDITOR, **at, byline="本报记者")

    assert (first["mergedFields"], first["draft"]["version"]) == ([], 2)
    assert (second["mergedFields"], second["draft"]["version"]) == (["title", "slug"], 3)
    assert (second["draft"]["head"]["title"], second["draft"]["head"]["byline"]) == ("新标题", "本报记者")


async def test_edits_of_the_same_field_tell_both_sides_and_save_nothing(newsroom: Newsroom) -> None:
    author = await make_author()
    made = await newsroom.create(credits=[{"authorId": f"aut_{author.id}", "name": "甲"}])
    at = {"id": made["draft"]["id"], "expectedVersion": 1}
    credit = {"authorId": f"aut_{author.id}", "role": "AUTHOR"}
    await newsroom.update(**at, title="他们的", subtitle="副题", credits={"replace": [credit | {"name": "他们"}]})

    refused = await newsroom.update(**at, title="我的", credits={"replace": [credit | {"name": "我"}]}, byline="署名")

    assert refused["__typename"] == "VersionConflict"
    assert (refused["expectedVersion"], refused["currentVersion"]) == (1, 2)
    assert refused["fields"] == ["title", "credits"]
    assert refused["base"] == {"title": "标题", "credits": [credit | {"name": "甲"}]}
    assert refused["mine"] == {"title": "我的", "credits": [credit | {"name": "我"}]}
    assert refused["theirs"] == {"title": "他们的", "credits": [credit | {"name": "他们"}]}
    assert await Revision.all().count() == 2


async def test_lists_merge_by_item(newsroom: Newsroom) -> None:
    tags = [f"tag_{(await make_tag()).id}" for _ in range(4)]
    made = await newsroom.create(tags=[{"id": tag} for tag in tags[:3]])
    at = {"id": made["draft"]["id"], "expectedVersion": 1}

    await newsroom.update(**at, tags={"remove": [{"id": tags[0]}]})
    merged = await newsroom.update(**at, tags={"add": [{"id": tags[3]}], "move": [{"id": tags[2], "position": 0}]})

    assert [tag["id"] for tag in merged["draft"]["head"]["tags"]] == [tags[2], tags[1], tags[3]]


async def test_paragraphs_of_one_body_merge(newsroom: Newsroom) -> None:
    made = await newsroom.create(html="<p>一</p><p>二</p><p>三</p>")
    at = {"id": made["draft"]["id"], "expectedVersion": 1}

    await newsroom.update(**at, html="<p>一一</p><p>二</p><p>三</p>")
    merged = await newsroom.update(**at, html="<p>一</p><p>二</p><p>三三</p>")

    assert merged["draft"]["head"]["html"].replace("\n", "") == "<p>一一</p><p>二</p><p>三三</p>"


async def test_a_save_that_changes_nothing_leaves_nothing(newsroom: Newsroom) -> None:
    made = await newsroom.create()
    events = await Event.all().count()

    again = await newsroom.update(id=made["draft"]["id"], expectedVersion=1, title="标题")

    assert again["draft"]["version"] == 1
    assert await Event.all().count() == events


async def test_autosaves_of_one_person_are_one_revision(newsroom: Newsroom) -> None:
    made = await newsroom.create()
    for version in range(1, 6):
        await newsroom.update(id=made["draft"]["id"], expectedVersion=version, isAutosave=True, title=f"标题{version}")
    await newsroom.update(Role.EDITOR, id=made["draft"]["id"], expectedVersion=6, isAutosave=True, byline="编辑")

    listed = await newsroom.ask(
        "query($id: ID!) { draft(id: $id) { revisions { nodes { number title isAutosave } } } }", id=made["draft"]["id"]
    )

    numbers = [(one["number"], one["title"]) for one in listed["draft"]["revisions"]["nodes"]]
    assert numbers == [(7, "标题5"), (6, "标题5"), (1, "标题")]


async def test_an_edit_that_began_with_an_autosave_still_merges(newsroom: Newsroom) -> None:
    made = await newsroom.create()
    at = {"id": made["draft"]["id"]}
    await newsroom.update(**at, expectedVersion=1, isAutosave=True, subtitle="一")
    await newsroom.update(**at, expectedVersion=2, isAutosave=True, subtitle="二")

    merged = await newsroom.update(Role.EDITOR, **at, expectedVersion=2, byline="编辑")

    assert merged["mergedFields"] == ["subtitle"]
    assert (merged["draft"]["head"]["subtitle"], merged["draft"]["head"]["byline"]) == ("二", "编辑")


async def test_publishing_shows_what_was_planned(newsroom: Newsroom) -> None:
    twin = await make_draft("标题")
    category = await make_category()
    hidden = await make_draft()
    made = await newsroom.create(categoryId=f"cat_{category.id}", relations=[{"targetId": f"art_{hidden.id}"}])
    number = made["draft"]["id"]
    plan = "revision url event canPublish lists { tag change } findings { code field blocks }"
    planned = await newsroom.ask(f"query($id: ID!) {{ publishPlan(id: $id) {{ {plan} }} }}", id=number)

    done = await newsroom.publish(id=number, expectedVersion=1)

    assert done["plan"] == planned["publishPlan"]
    codes_ = {finding["code"] for finding in done["plan"]["findings"]}
    twins = {"DUPLICATE_HEADLINE", "DUPLICATE_TEXT"}
    assert codes_ == {"DATE_MISSING", "SOURCE_MISSING", "LICENCE_MISSING", "LINK_NOT_PUBLIC"} | twins
    assert {"tag": f"category:{category.id}", "change": "JOINS"} in done["plan"]["lists"]
    assert done["article"] == {"id": number, "title": "标题", "url": done["plan"]["url"]}
    assert (done["draft"]["status"], done["draft"]["live"]) == ("PUBLISHED", {"number": 1})
    assert done["draft"]["slug"] != twin.slug


async def test_an_earlier_revision_can_go_live(newsroom: Newsroom) -> None:
    made = await newsroom.create()
    number = made["draft"]["id"]
    await newsroom.update(id=number, expectedVersion=1, title="未定稿")

    query = PUBLISH.replace("(input: $input)", "(input: $input, revision: 1)")
    done = (await newsroom.ask(query, input={"id": number, "expectedVersion": 2}))["publishArticle"]

    assert done["article"]["title"] == "标题"
    assert done["draft"]["hasUnpublishedChanges"] is True


async def test_a_correction_shows_its_note(newsroom: Newsroom) -> None:
    made = await newsroom.create()
    number = made["draft"]["id"]
    await newsroom.publish(id=number, expectedVersion=1)
    await newsroom.update(id=number, expectedVersion=2, html="<p>更正后的正文。</p>")

    query = PUBLISH.replace("publishArticle(input: $input)", 'correctArticle(input: $input, note: "日期有误")')
    done = await newsroom.ask(query, input={"id": number, "expectedVersion": 3})
    seen = await ask(
        newsroom.client, "query($id: ID!) { article(id: $id) { corrections { note } body { text } } }", {}, id=number
    )

    assert done["correctArticle"]["__typename"] == "PublishArticlePayload"
    assert seen["article"] == {"corrections": [{"note": "日期有误"}], "body": {"text": "更正后的正文。"}}


async def test_a_taken_down_article_leaves_a_public_tombstone(newsroom: Newsroom) -> None:
    made = await newsroom.create()
    number = made["draft"]["id"]
    await newsroom.publish(id=number, expectedVersion=1)

    down = await newsroom.act("takeDownArticle", arguments='reason: "法院裁定"', id=number, expectedVersion=2)
    again = await newsroom.publish(id=number, expectedVersion=3)
    seen = await ask(
        newsroom.client,
        "query($id: ID!, $slug: String!) { article(id: $id) { id } a: tombstone(id: $id) { id kind reason slug }"
        " b: tombstone(slug: $slug) { id } }",
        {},
        id=number,
        slug=made["draft"]["slug"],
    )

    assert down["draft"]["status"] == "TAKEN_DOWN"
    assert (again["__typename"], again["current"], again["wanted"]) == ("InvalidTransition", "TAKEN_DOWN", "PUBLISH")
    assert seen == {
        "article": None,
        "a": {"id": number, "kind": "TAKEN_DOWN", "reason": "法院裁定", "slug": made["draft"]["slug"]},
        "b": {"id": number},
    }


async def test_contributors_see_and_change_their_own_drafts_only(newsroom: Newsroom) -> None:
    mine = await newsroom.create(Role.CONTRIBUTOR)
    other = await newsroom.create(title="别人的")
    query = "query($id: ID!) { draft(id: $id) { title } drafts { nodes { title } totalCount } }"

    seen = await newsroom.ask(query, Role.CONTRIBUTOR, id=other["draft"]["id"])
    saved = await newsroom.update(Role.CONTRIBUTOR, id=mine["draft"]["id"], expectedVersion=1, title="我的")
    refused = await newsroom.update(Role.CONTRIBUTOR, id=other["draft"]["id"], expectedVersion=1, title="我的")
    published = await newsroom.publish(Role.CONTRIBUTOR, id=mine["draft"]["id"], expectedVersion=2)

    assert seen == {"draft": None, "drafts": {"nodes": [{"title": "标题"}], "totalCount": 1}}
    assert saved["draft"]["version"] == 2
    assert refused["__typename"] == "NotFound"
    assert published["__typename"] == "Forbidden"


async def test_nobody_else_learns_of_drafts(newsroom: Newsroom) -> None:
    made = await newsroom.create()
    queries = ("drafts { totalCount }", "trash { totalCount }", "schedules { totalCount }", "draft(id: $id) { title }")

    for query in queries:
        head = "query($id: ID!)" if "$id" in query else ""
        for headers in ({}, newsroom.headers[Role.READER]):
            answer = await send(newsroom.client, f"{head} {{ {query} }}", headers, id=made["draft"]["id"])
            assert codes(answer) == ["FORBIDDEN"], query
            assert list(answer.json()["data"].values()) == [None]


async def test_bulk_tells_of_each_article(newsroom: Newsroom) -> None:
    made = [(await newsroom.create())["draft"]["id"] for _ in range(3)]
    query = """mutation($articles: [ArticleInput!]!) { publishArticles(articles: $articles) { __typename
      ... on BulkPayload { doneCount refusedCount outcomes { id draft { status } refusal { __typename code } } } } }"""
    given = [{"id": number, "expectedVersion": 1} for number in made]
    given[1]["expectedVersion"] = 7

    done = (await newsroom.ask(query, articles=[*given, {"id": "art_999", "expectedVersion": 1}]))["publishArticles"]

    assert (done["doneCount"], done["refusedCount"]) == (2, 2)
    assert done["outcomes"][0] == {"id": made[0], "draft": {"status": "PUBLISHED"}, "refusal": None}
    assert done["outcomes"][1]["refusal"] == {"__typename": "VersionConflict", "code": "VERSION_CONFLICT"}
    assert done["outcomes"][3]["refusal"]["__typename"] == "NotFound"
    assert await Article.all().count() == 2


async def test_a_revision_is_compared_named_and_restored(newsroom: Newsroom) -> None:
    author = await make_author()
    made = await newsroom.create(credits=[{"authorId": f"aut_{author.id}", "name": "甲"}])
    number = made["draft"]["id"]
    await newsroom.update(id=number, expectedVersion=1, title="新标题", html="<p>新正文。</p>", credits={"replace": []})
    changes = """query($id: ID!) { revisionChanges(id: $id, from: 1) { __typename field
      ... on ValueChange { old new }
      ... on ListDifference { items { kind label old oldPosition newPosition } }
      ... on BodyDifference { paragraphs { kind spans { kind text } } } } }"""
    name = """mutation($id: ID!) { nameRevision(id: $id, number: 1, name: "初稿") {
      ... on RevisionPayload { revision { number name } } } }"""

    compared = (await newsroom.ask(changes, id=number))["revisionChanges"]
    named = await newsroom.ask(name, id=number)
    restored = await newsroom.act("restoreRevision", arguments="number: 1", id=number, expectedVersion=2)

    changed = {change["field"]: change for change in compared}
    assert list(changed) == ["title", "html", "slug", "credits"]
    assert changed["title"] == {"__typename": "ValueChange", "field": "title", "old": "标题", "new": "新标题"}
    assert changed["slug"] == {"__typename": "ValueChange", "field": "slug", "old": "标题", "new": "新标题"}
    spans = [(one["kind"], one["text"]) for one in changed["html"]["paragraphs"][0]["spans"]]
    assert ("INSERTED", "新") in spans
    old = {"authorId": f"aut_{author.id}", "role": "AUTHOR", "name": "甲"}
    item = {"kind": "REMOVED", "label": "甲", "old": old, "oldPosition": 0, "newPosition": None}
    assert changed["credits"] == {"__typename": "ListDifference", "field": "credits", "items": [item]}
    assert named["nameRevision"]["revision"] == {"number": 1, "name": "初稿"}
    assert (restored["draft"]["title"], restored["draft"]["version"]) == ("标题", 3)


async def test_a_comparison_tells_of_what_came_and_went(newsroom: Newsroom) -> None:
    source, tag = await make_source(), await make_tag()
    made = (await newsroom.create(urgency=3, tags=[{"id": f"tag_{tag.id}"}]))["draft"]["id"]
    await newsroom.update(id=made, expectedVersion=1, urgency=None, sourceId=f"src_{source.id}", tags={"replace": []})
    query = """query($id: ID!) { revisionChanges(id: $id, from: 1) { field
      ... on ValueChange { old new } ... on ListDifference { items { kind old new } } } }"""

    changes = (await newsroom.ask(query, id=made))["revisionChanges"]

    assert changes == [
        {"field": "urgency", "old": 3, "new": None},
        {"field": "sourceId", "old": None, "new": f"src_{source.id}"},
        {"field": "tags", "items": [{"kind": "REMOVED", "old": f"tag_{tag.id}", "new": None}]},
    ]


async def test_times_before_the_calendar_begins_are_refused(newsroom: Newsroom) -> None:
    made = (await newsroom.create())["draft"]["id"]
    query = """mutation($input: ArticleInput!) { setEmbargo(input: $input, until: "0001-01-01T00:00:00Z") {
      __typename } }"""

    answer = await send(
        newsroom.client, query, newsroom.headers[Role.PUBLISHER], input={"id": made, "expectedVersion": 1}
    )

    assert "data" not in answer.json()


async def test_a_plan_is_not_cancelled_by_way_of_the_trash(newsroom: Newsroom) -> None:
    made = (await newsroom.create(Role.CONTRIBUTOR))["draft"]["id"]
    plan = 'act: PUBLISH, at: "2099-01-01T00:00:00Z") { __typename } }'
    await newsroom.ask(
        "mutation($input: ArticleInput!) { scheduleArticle(input: $input, " + plan,
        input={"id": made, "expectedVersion": 1},
    )

    refused = await newsroom.act("trashArticle", Role.CONTRIBUTOR, id=made, expectedVersion=2)

    assert refused["__typename"] == "Forbidden"


async def test_what_a_merge_made_one_is_shown_once(newsroom: Newsroom) -> None:
    one, other, editor = [await make_author(name) for name in ("甲", "乙", "丙")]
    tags = [await make_tag(), await make_tag()]
    made = await newsroom.create(
        credits=[{"authorId": f"aut_{author.id}"} for author in (one, editor, other)],
        tags=[{"id": f"tag_{tag.id}"} for tag in tags],
    )
    for name, merged, into in (("Authors", one, other), ("Tags", tags[0], tags[1])):
        prefix = "aut" if name == "Authors" else "tag"
        query = f"""mutation($input: MergeInput!) {{ merge{name}(input: $input) {{ __typename }} }}"""
        given = {"id": f"{prefix}_{merged.id}", "intoId": f"{prefix}_{into.id}"}
        await newsroom.ask(query, input=given | {"expectedVersion": 1, "intoExpectedVersion": 1})

    query = """query($id: ID!) { draft(id: $id) { head { tags { id } credits { name author { name } } } } }"""
    head = (await newsroom.ask(query, id=made["draft"]["id"]))["draft"]["head"]

    assert head["tags"] == [{"id": f"tag_{tags[1].id}"}]
    assert [(credit["name"], credit["author"]["name"]) for credit in head["credits"]] == [("甲", "乙"), ("丙", "丙")]


async def test_a_lock_is_seen_and_taken_over(newsroom: Newsroom) -> None:
    made = await newsroom.create()
    lock = "mutation($id: ID!, $over: Boolean!) { lockArticle(id: $id, takeOver: $over) { ... on LockPayload {"
    lock += " isOwn user { name } } } }"
    number = made["draft"]["id"]

    first = await newsroom.ask(lock, Role.EDITOR, id=number, over=False)
    second = await newsroom.ask(lock, Role.PUBLISHER, id=number, over=False)
    third = await newsroom.ask(lock, Role.PUBLISHER, id=number, over=True)
    seen = await newsroom.ask("query($id: ID!) { draft(id: $id) { lock { user { name role } } } }", id=number)

    assert first["lockArticle"]["isOwn"] is True
    assert second["lockArticle"] == {"isOwn": False, "user": first["lockArticle"]["user"]}
    assert third["lockArticle"]["isOwn"] is True
    assert seen["draft"]["lock"]["user"]["role"] == "PUBLISHER"


async def test_the_way_through_review_schedule_and_trash(newsroom: Newsroom) -> None:
    made = await newsroom.create(Role.CONTRIBUTOR)
    number = made["draft"]["id"]

    asked = await newsroom.act("submitArticle", Role.CONTRIBUTOR, id=number, expectedVersion=1)
    changed = await newsroom.act("requestChanges", Role.EDITOR, arguments='note: "标题"', id=number, expectedVersion=2)
    assert (asked["draft"]["review"], changed["draft"]["review"]) == ("REQUESTED", "CHANGES_REQUESTED")
    assert changed["draft"]["reviewNote"] == "标题"
    schedule = f"""mutation($input: ArticleInput!) {{ scheduleArticle(input: $input, act: PUBLISH,
      at: "2099-01-01T00:00:00Z") {{ ... on ScheduleArticlePayload {{ schedule {{ act state dueAt isNewest
      revision {{ number }} draft {{ id }} }} }} {REFUSAL} }} }}"""
    planned = await newsroom.ask(schedule, input={"id": number, "expectedVersion": 3})
    assert planned["scheduleArticle"]["schedule"] == {
        "act": "PUBLISH",
        "state": "PENDING",
        "dueAt": "2099-01-01T00:00:00Z",
        "isNewest": True,
        "revision": {"number": 1},
        "draft": {"id": number},
    }
    trashed = await newsroom.act("trashArticle", id=number, expectedVersion=4)
    assert trashed["draft"]["status"] == "TRASHED"
    lists = "{ drafts { totalCount } trash { nodes { id schedules(state: null) { state outcome } } } }"
    seen = await newsroom.ask(lists)
    assert seen["drafts"]["totalCount"] == 0
    assert seen["trash"]["nodes"][0]["schedules"] == [{"state": "CANCELLED", "outcome": "put into the trash"}]
    restored = await newsroom.act("restoreArticle", id=number, expectedVersion=5)
    assert restored["draft"]["status"] == "DRAFT"


async def test_drafts_are_filtered_and_sorted_with_one_statement(newsroom: Newsroom) -> None:
    for title in ("甲 100%", "乙", "丙_"):
        await newsroom.create(title=title)
    query = """query($where: DraftWhere) { drafts(where: $where, orderBy: TITLE) { nodes { title owner { name } } } }"""

    async def titles(**where: Any) -> list[str]:
        return [one["title"] for one in (await newsroom.ask(query, where=where))["drafts"]["nodes"]]

    assert await titles() == ["丙_", "乙", "甲 100%"]
    assert await titles(titleContains="%") == ["甲 100%"]
    assert await titles(titleContains="_") == ["丙_"]
    assert await titles(statuses=["PUBLISHED"]) == []
    assert await titles(isAssigned=False, reviews=["NONE"], isScheduled=False) == ["丙_", "乙", "甲 100%"]


async def test_drafts_are_found_by_author_tag_and_language_of_their_newest_revision(newsroom: Newsroom) -> None:
    author, other, tag = await make_author(), await make_author(), await make_tag()
    credit = {"authorId": f"aut_{author.id}", "name": "甲"}
    await newsroom.create(title="甲", credits=[credit], tags=[{"id": f"tag_{tag.id}"}])
    changed = await newsroom.create(title="乙", credits=[credit], language="en")
    await newsroom.update(
        id=changed["draft"]["id"], expectedVersion=1, credits={"replace": [{"authorId": f"aut_{other.id}"}]}
    )

    async def titles(**where: Any) -> list[str]:
        query = "query($where: DraftWhere) { drafts(where: $where) { nodes { title } } }"
        return [one["title"] for one in (await newsroom.ask(query, where=where))["drafts"]["nodes"]]

    async def expect_all() -> None:
        assert await titles(author={"id": f"aut_{author.id}"}) == ["甲"]
        assert await titles(author={"id": f"aut_{other.id}"}) == ["乙"]
        assert await titles(tag={"id": f"tag_{tag.id}"}) == ["甲"]
        assert await titles(language="en") == ["乙"]
        assert await titles(**{"not": {"tag": {"id": f"tag_{tag.id}"}}}) == ["乙"]

    await expect_all()
    await Draft.all().update(language="")
    await DraftAuthor.all().delete()
    await DraftTag.all().delete()
    assert await titles(language="en") == []
    await note_for_filters()
    await expect_all()

    await authors.merge_authors(EDITOR, author.id, other.id, expected_version=1, into_expected_version=1)
    assert sorted(await titles(author={"id": f"aut_{other.id}"})) == ["乙", "甲"]
    await DraftAuthor.all().delete()
    await DraftTag.all().delete()
    await note_for_filters()
    assert sorted(await titles(author={"id": f"aut_{other.id}"})) == ["乙", "甲"]


async def note_for_filters() -> None:
    """What the migration does to the drafts that there are."""
    client = require_context().db()
    (operation,) = (
        one
        for one in import_module("cms.migrations.versions.0018_draft_filters").Migration.operations
        if isinstance(one, DialectSQL)
    )
    await client.execute_script(operation._sql[client.capabilities.dialect])


async def test_an_operation_compares_three_pairs_of_revisions_at_most(newsroom: Newsroom) -> None:
    draft = (await newsroom.create())["draft"]
    asked = " ".join(f'a{n}: revisionChanges(id: "{draft["id"]}", from: 1) {{ field }}' for n in range(4))

    response = await send(newsroom.client, f"{{ {asked} }}", newsroom.headers[Role.EDITOR])

    answer = response.json()
    assert [error["path"] for error in answer["errors"]] == [["a3"]]
    assert codes(response) == ["TOO_COMPLEX"]


async def test_bodies_with_very_many_paragraphs_are_not_compared(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revisions, "MOST_PARAGRAPHS", 2)
    draft = (await newsroom.create(html="<p>一</p><p>二</p>"))["draft"]
    await newsroom.update(id=draft["id"], expectedVersion=1, html="<p>一</p><p>二</p><p>三</p>")

    asked = f'{{ revisionChanges(id: "{draft["id"]}", from: 1) {{ field }} }}'
    response = await send(newsroom.client, asked, newsroom.headers[Role.EDITOR])

    assert codes(response) == ["TOO_COMPLEX"]


async def test_the_rows_of_all_mutations_count_together(newsroom: Newsroom) -> None:
    ids = [(await newsroom.create())["draft"]["id"] for _ in range(3)]
    selected = (
        "draft { category { articles(first: 90) { nodes { category { articles(first: 100) { nodes { id } } } } } } }"
    )
    parts = [
        f'a{n}: submitArticle(input: {{id: "{one}", expectedVersion: 1}}) {{ ... on DraftPayload {{ {selected} }} }}'
        for n, one in enumerate(ids)
    ]

    alone = await send(newsroom.client, f"mutation {{ {parts[0]} }}", newsroom.headers[Role.EDITOR])
    both = await send(newsroom.client, f"mutation {{ {parts[1]} {parts[2]} }}", newsroom.headers[Role.EDITOR])

    assert "errors" not in alone.json()
    assert codes(both) == ["TOO_COMPLEX"]


async def test_a_tombstone_is_found_by_every_slug_that_the_article_had(newsroom: Newsroom) -> None:
    draft = (await newsroom.create(slug="first"))["draft"]
    public = (await newsroom.publish(id=draft["id"], expectedVersion=1))["draft"]
    await newsroom.update(id=draft["id"], expectedVersion=public["version"], slug="second")
    await newsroom.publish(id=draft["id"], expectedVersion=3)
    await newsroom.act("takeDownArticle", Role.PUBLISHER, 'reason: "错"', id=draft["id"], expectedVersion=4)

    told = await ask(newsroom.client, '{ a: tombstone(slug: "first") { id } b: tombstone(slug: "second") { id } }', {})

    assert told == {"a": {"id": draft["id"]}, "b": {"id": draft["id"]}}


async def test_null_empties_a_list(newsroom: Newsroom) -> None:
    tag = await newsroom.ask('mutation { createTag(input: {name: "渡轮"}) { ... on TagPayload { tag { id } } } }')
    draft = (await newsroom.create(tags=[{"id": tag["createTag"]["tag"]["id"]}]))["draft"]

    saved = await newsroom.update(id=draft["id"], expectedVersion=1, tags=None)

    assert saved["draft"]["head"]["tags"] == []


async def test_refusals_name_states_and_fields_as_the_schema_does(newsroom: Newsroom) -> None:
    draft = (await newsroom.create())["draft"]
    at = {"id": draft["id"], "expectedVersion": 2}
    await newsroom.act("submitArticle", id=draft["id"], expectedVersion=1)

    again = await newsroom.act("submitArticle", **at)
    assigned = await newsroom.act("assignArticle", Role.EDITOR, 'userId: "usr_4711"', **at)
    created = await newsroom.create(sourceId="aut_1")

    assert again["current"] == "REQUESTED"
    assert [problem["path"] for problem in assigned["problems"]] == ["userId"]
    assert [problem["path"] for problem in created["problems"]] == ["sourceId"]
