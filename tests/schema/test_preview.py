"""Previews are the article as it would be published, with one statement, for those who may see them and nobody else."""

from __future__ import annotations

import random
import sqlite3
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest
import time_machine
from structlog.testing import capture_logs

from cms import authors, editing, previews, publishing, tags, trash
from cms.db import Database
from cms.db.files import sqlite_path
from cms.edits import Edits, ListEdit
from cms.models import (
    Article,
    ArticleBody,
    ArticleTag,
    Author,
    Copy,
    Credit,
    Draft,
    PreviewLink,
    Publication,
    Redirect,
    Relation,
    Revision,
    Tag,
    User,
)
from cms.permissions import Permission, Via, Viewer
from cms.snapshots import CreditLink, RelationLink
from cms.words import CreditRole, RelationKind, Role
from schema import shadows
from schema.dialects import PostgreSQL
from tests.accounts import bearer, cheap_hashes, client, make_token, make_user, send, sign_in
from tests.content import (
    EDITOR,
    make_article,
    make_author,
    make_category,
    make_draft,
    make_reference,
    make_site_content,
    make_source,
    make_tag,
    publish,
)
from tests.schema.shown import Reader

__all__ = ["cheap_hashes", "client"]

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
NOT_VALID = "this preview link is not valid, or not any more; ask an editor for another one"
READ_LINK = "query($secret: String) { article(preview: $secret) { id title } }"


def editor(*permissions: Permission, id: int = 1) -> Viewer:  # noqa: A002 - the viewer's own name for it
    return Viewer("an editor", frozenset(permissions or Permission), id=id, via=Via.SESSION)


async def link_to(draft: Draft | Article, **options: Any) -> str:
    """The secret of a preview link."""
    return (await previews.make_link(EDITOR, draft.id, **options)).secret


# Equal to what publishing gives


@pytest.mark.parametrize("seed", range(2))
async def test_a_preview_is_what_publishing_would_give(database: Database, seed: int) -> None:
    with time_machine.travel(NOW - timedelta(days=1), tick=False):
        site = await make_site_content(seed, articles=10)
        await Copy.all().delete()  # those are counted anew with each publishing
    await _change_some(site.drafts, random.Random(seed))
    reader = Reader(database)

    with time_machine.travel(NOW, tick=False):
        for draft in site.drafts:
            secret = await link_to(draft)
            version = (await Draft.get(id=draft.id)).version
            shown = await reader.article(preview=secret)
            assert reader.statements == 1
            as_viewer = await Reader(database, editor()).article(id=f"art_{draft.id}", revision=version)
            await publishing.publish(EDITOR, draft.id, expected_version=version)
            published = await reader.article(id=f"art_{draft.id}")

            assert shown == published
            assert as_viewer == published


async def _change_some(drafts: list[Draft], random_: random.Random) -> None:
    """Second revisions, merged authors and tags, and an address that is not the published one."""
    for draft in random_.sample(drafts, 5):
        values = {"title": f"改过的 {draft.id}", "urgency": random_.choice([None, 3]), "slug": f"changed-{draft.id}"}
        version = (await Draft.get(id=draft.id)).version
        await editing.update_draft(EDITOR, draft.id, Edits(values, tag_ids=ListEdit(())), expected_version=version)
    gone, into = (await Author.all().order_by("id"))[:2]
    await authors.merge_authors(EDITOR, gone.id, into.id, expected_version=1, into_expected_version=1)
    gone_tag, into_tag = (await Tag.all().order_by("id"))[:2]
    await tags.merge_tags(EDITOR, gone_tag.id, into_tag.id, expected_version=1, into_expected_version=1)


@time_machine.travel(NOW, tick=False)
async def test_links_in_a_preview_lead_where_they_lead_today(database: Database) -> None:
    first, second, third = [await make_author(name) for name in ("甲", "乙", "丙")]
    old_tag, tag, other_tag = await make_tag("旧"), await make_tag("新"), await make_tag("别")
    public, gone, reference = await make_article("目标"), await make_draft("会消失"), await make_reference("别处")
    draft = await make_draft(
        "头条",
        credits=(
            CreditLink(first.id, "甲"),
            CreditLink(second.id, "乙"),
            CreditLink(third.id, "丙"),
            CreditLink(first.id, "甲", CreditRole.EDITOR),
        ),
        tag_ids=(old_tag.id, other_tag.id, tag.id),
        relations=(
            RelationLink(target_id=gone.id),
            RelationLink(reference_id=reference.id),
            RelationLink(RelationKind.BACKGROUND, public.id),
        ),
    )
    await authors.merge_authors(EDITOR, first.id, third.id, expected_version=1, into_expected_version=1)
    await tags.merge_tags(EDITOR, old_tag.id, tag.id, expected_version=1, into_expected_version=1)
    await Draft.filter(id=gone.id).delete()

    reader = Reader(database)
    shown = await reader.article(preview=await link_to(draft))
    await publish(await Draft.get(id=draft.id))
    published = await reader.article(id=f"art_{draft.id}")

    assert [(c["position"], c["name"], c["role"], c["author"]["name"]) for c in shown["credits"]] == [
        (0, "甲", "AUTHOR", "丙"),
        (1, "乙", "AUTHOR", "乙"),
        (2, "甲", "EDITOR", "丙"),
    ]
    assert [found["name"] for found in shown["tags"]] == ["新", "别"]
    assert [(r["position"], r["kind"], r["target"]["title"]) for r in shown["relations"]] == [
        (0, "RELATED", "别处"),
        (1, "BACKGROUND", "目标"),
    ]
    for links in ("credits", "tags", "relations"):
        assert shown[links] == published[links]


async def test_a_merged_source_shows_and_a_deleted_one_does_not(database: Database) -> None:
    kept = await make_source("日报")
    draft = await make_draft(source_id=(await make_source("旧报")).id)
    revision = await Revision.get(draft_id=draft.id)
    snapshot = revision.snapshot
    snapshot["article"]["source_id"] = 999_999
    await Revision.filter(id=revision.id).update(snapshot=snapshot)
    secret = await link_to(draft)
    reader = Reader(database)

    gone = await reader.article(preview=secret)
    await Redirect.create(kind="SOURCE", former_id=999_999, former_slug="gone", target_id=kept.id)
    merged = await reader.article(preview=secret)

    assert gone["source"] is None
    assert merged["source"]["name"] == "日报"


async def test_an_article_is_not_shown_as_related_to_itself(database: Database) -> None:
    other = await make_article()
    draft = await make_draft(relations=(RelationLink(target_id=other.id),))
    revision = await Revision.get(draft_id=draft.id)
    link = revision.snapshot["relations"][0]
    snapshot = revision.snapshot | {"relations": [link | {"target_id": draft.id}, link]}
    await Revision.filter(id=revision.id).update(snapshot=snapshot)

    shown = await Reader(database).article(preview=await link_to(draft))

    assert [(each["position"], each["target"]["id"]) for each in shown["relations"]] == [(0, f"art_{other.id}")]


# What else the statement shows


async def test_others_show_the_previewed_article_too(database: Database) -> None:
    author, source, tag = await make_author(), await make_source(), await make_tag()
    category = await make_category()
    draft = await make_draft(
        "未发表",
        source_id=source.id,
        category_id=category.id,
        credits=(CreditLink(author.id, "王二"),),
        tag_ids=(tag.id,),
    )
    waiting = await make_reference("未发表", draft)
    other = await make_article(
        "已发表",
        source_id=source.id,
        relations=(RelationLink(target_id=draft.id), RelationLink(RelationKind.FOLLOW_UP, None, waiting.id)),
    )
    query = """query($secret: String!) { article(preview: $secret) { title
      source { articles(orderBy: OLDEST) { totalCount nodes { title
        related { nodes { __typename title } } relations { target { __typename } } } } }
      category { articles { totalCount nodes { title } } parent { path } }
      credits { author { articles(where: {source: {ids: ["src_%d"]}}) { nodes { title } } } }
      tags { articles { nodes { title } } } } }"""
    reader = Reader(database)

    found = (await reader.ask(query % source.id, secret=await link_to(draft)))["article"]
    public = await reader.article(id=f"art_{other.id}")

    listed = {node["title"]: node for node in found["source"]["articles"]["nodes"]}
    assert found["source"]["articles"]["totalCount"] == 2
    assert [node["__typename"] for node in listed["已发表"]["related"]["nodes"]] == ["Article", "Article"]
    assert [r["target"]["__typename"] for r in listed["已发表"]["relations"]] == ["Article", "Article"]
    assert found["category"]["articles"] == {"totalCount": 1, "nodes": [{"title": "未发表"}]}
    assert found["credits"][0]["author"]["articles"]["nodes"] == [{"title": "未发表"}]
    assert found["tags"][0]["articles"]["nodes"] == [{"title": "未发表"}]
    assert [r["target"]["__typename"] for r in public["relations"]] == ["Reference"]
    assert [node["title"] for node in public["source"]["articles"]["nodes"]] == ["已发表"]


async def test_what_else_is_not_public_does_not_show_beside_a_preview(database: Database) -> None:
    author, source, hidden = await make_author(), await make_source(), await make_draft("藏着的")
    await make_draft("也藏着", source_id=source.id, credits=(CreditLink(author.id, "王二"),))
    draft = await make_draft(
        source_id=source.id,
        credits=(CreditLink(author.id, "王二"),),
        relations=(RelationLink(target_id=hidden.id),),
    )

    shown = await Reader(database).article(preview=await link_to(draft))

    assert shown["source"]["articles"]["totalCount"] == 1
    assert shown["credits"][0]["author"]["articles"]["totalCount"] == 1
    assert shown["relations"] == shown["related"]["edges"] == []


async def test_a_preview_and_public_fields_mix_in_one_operation(database: Database) -> None:
    source = await make_source()
    live = await make_article("旧题", source_id=source.id)
    await editing.update_draft(EDITOR, live.id, Edits({"title": "新题"}), expected_version=2)
    secret = await link_to(live)
    query = """query($secret: String!, $id: ID!) {
      first: article(preview: $secret) { title source { articles { nodes { title } } } }
      public: article(id: $id) { title } articles { nodes { title } }
      again: article(preview: $secret, id: $id) { title }
      older: article(id: $id, revision: 1) { title }
      source(slug: "%s") { articles { nodes { title } } } __typename }"""
    reader = Reader(database, editor())

    data = await reader.ask(query % source.slug, secret=secret, id=f"art_{live.id}")

    assert list(data) == ["first", "public", "articles", "again", "older", "source", "__typename"]
    assert data["first"] == {"title": "新题", "source": {"articles": {"nodes": [{"title": "新题"}]}}}
    assert (data["public"]["title"], data["again"]["title"], data["older"]["title"]) == ("旧题", "新题", "旧题")
    assert data["articles"]["nodes"] == data["source"]["articles"]["nodes"] == [{"title": "旧题"}]
    assert reader.statements == 3


async def test_the_cost_of_all_statements_counts_together(database: Database) -> None:
    secret = await link_to(await make_draft())
    reader = Reader(database)
    reader.schema.execution_context_class.max_cost = 250  # type: ignore[union-attr] # the executor's own limit
    lists = "source { articles(first: 100) { nodes { id } } }"
    public = f'article(id: "art_1") {{ {lists} }}'
    previewed = f"p: article(preview: $s) {{ {lists} }} q: article(preview: $s) {{ {lists} }}"

    alone, nothing = await reader.send(f"{{ {public} }}")
    together, refused = await reader.send(f"query($s: String) {{ {public} {previewed} }}", s=secret)

    assert (alone, nothing) == ({"article": None}, [])
    assert together is None
    assert [code for code, _message, _path in refused] == ["TOO_COMPLEX"]


async def test_deep_previews_are_parsed_and_answered_alike(database: Database) -> None:
    author = await make_author()
    draft = await make_draft(credits=(CreditLink(author.id, "王二"),))
    for _number in range(3):
        await make_article(credits=(CreditLink(author.id, "王二"),), relations=(RelationLink(target_id=draft.id),))
    deep = "id title related(first: 3) { edges { node { ... on Article { id title } } } }"
    for _level in range(3):
        deep = f"id credits {{ author {{ name articles(first: 4) {{ totalCount edges {{ node {{ {deep} }} }} }} }} }}"
    reader = Reader(database)

    with time_machine.travel(NOW, tick=False):
        shown = await reader.ask(f"query($s: String!) {{ article(preview: $s) {{ {deep} }} }}", s=await link_to(draft))
        statements = reader.statements
        await publish(draft)
        public = await reader.ask(f'{{ article(id: "art_{draft.id}") {{ {deep} }} }}')

    assert shown == public
    assert "art_" in str(shown)
    assert statements == 1


# Who sees what


async def test_a_link_shows_the_newest_revision_or_the_one_it_is_bound_to(database: Database) -> None:
    draft = await make_draft("第一稿")
    free, bound = await link_to(draft), await link_to(draft, revision_number=1)
    await editing.update_draft(EDITOR, draft.id, Edits({"title": "第二稿"}), expected_version=1)
    reader = Reader(database)

    shown = [(await reader.ask(READ_LINK, secret=secret))["article"]["title"] for secret in (free, bound)]

    assert shown == ["第二稿", "第一稿"]


async def test_links_that_show_nothing_are_refused_alike(database: Database) -> None:
    draft, trashed, taken_down, orphan = [await make_draft() for _ in range(4)]
    revoked, live = await previews.make_link(EDITOR, draft.id), await previews.make_link(EDITOR, draft.id)
    await previews.revoke_link(EDITOR, revoked.link.id)
    with time_machine.travel(datetime.now(UTC) - timedelta(days=8), tick=False):
        expired = await link_to(draft)
    user = await User.create(email="x", name="X", is_disabled=True, created_at=NOW)
    of_disabled = await previews.make_link(EDITOR, draft.id)
    await PreviewLink.filter(id=of_disabled.link.id).update(user_id=user.id)
    secrets = [revoked.secret, expired, of_disabled.secret, await link_to(trashed), await link_to(taken_down)]
    secrets += [await link_to(orphan), "", "bs_preview_x", "null", live.secret + "x", live.secret[:-1], "\ud800", "字"]
    await trash.trash(EDITOR, trashed.id, expected_version=1)
    await Draft.filter(id=taken_down.id).update(status="TAKEN_DOWN")
    await Draft.filter(id=orphan.id).delete()
    reader = Reader(database)

    answers = [await reader.send(READ_LINK, secret=secret) for secret in secrets]
    elsewhere = await reader.send(
        "query($s: String!, $id: ID) { article(preview: $s, id: $id) { id } }", s=live.secret, id=f"art_{trashed.id}"
    )

    refusal = ({"article": None}, [("NOT_FOUND", NOT_VALID, ["article"])])
    assert answers == [refusal] * len(secrets)
    assert elsewhere == refusal
    assert (await reader.ask(READ_LINK, secret=live.secret))["article"]["id"] == f"art_{draft.id}"


async def test_a_link_ends_with_its_last_second(database: Database) -> None:
    draft = await make_draft()
    reader = Reader(database)
    with time_machine.travel(NOW, tick=False):
        secret = await link_to(draft, lifetime_seconds=3600)

    with time_machine.travel(NOW + timedelta(seconds=3599), tick=False):
        before = await reader.send(READ_LINK, secret=secret)
    with time_machine.travel(NOW + timedelta(seconds=3600), tick=False):
        after = await reader.send(READ_LINK, secret=secret)

    assert before[0]["article"]["id"] == f"art_{draft.id}"
    assert [code for code, _message, _path in after[1]] == ["NOT_FOUND"]


async def test_without_a_link_readers_see_no_draft(database: Database) -> None:
    draft = await make_draft()
    key = {"id": f"art_{draft.id}"}

    for viewer in (Viewer.anonymous(), editor(Permission.OWN_ACCOUNT)):
        reader = Reader(database, viewer)
        plain = await reader.ask("query($id: ID!) { article(id: $id) { id } }", **key)
        nothing = await reader.send("query($id: ID!) { article(id: $id, revision: 1) { id } }", **key)
        unknown = await reader.send('{ article(id: "art_999", revision: 1) { id } }')

        assert plain == {"article": None}
        assert nothing == unknown
        assert nothing == ({"article": None}, [("FORBIDDEN", "this needs the permission WRITE", ["article"])])


async def test_contributors_preview_own_and_assigned_drafts_only(database: Database) -> None:
    user = await make_user(Role.CONTRIBUTOR, password=None)
    own, assigned, foreign = await make_draft(), await make_draft(), await make_article()
    await Draft.filter(id=own.id).update(owner_id=user.id)
    await Draft.filter(id=assigned.id).update(assignee_id=user.id)
    query = "query($id: ID!) { article(id: $id, revision: 1) { id } }"
    reader = Reader(database, editor(Permission.WRITE, id=user.id))

    found = [await reader.send(query, id=f"art_{draft.id}") for draft in (own, assigned, foreign)]
    unknown = await reader.send(query, id="art_999")

    assert [errors for _data, errors in found[:2]] == [[], []]
    assert found[2][1] == [("NOT_FOUND", f"there is no article art_{foreign.id}", ["article"])]
    assert unknown[1] == [("NOT_FOUND", "there is no article art_999", ["article"])]


async def test_a_version_shows_the_newest_revision_up_to_it(database: Database) -> None:
    draft = await make_draft("一")
    await editing.update_draft(EDITOR, draft.id, Edits({"title": "二"}), expected_version=1)
    await publish(await Draft.get(id=draft.id))
    await editing.update_draft(EDITOR, draft.id, Edits({"title": "四"}), expected_version=3)
    reader = Reader(database, editor())
    query = f'query($n: Int) {{ article(id: "art_{draft.id}", revision: $n) {{ title }} }}'

    shown = [(await reader.ask(query, n=number))["article"]["title"] for number in (1, 2, 3, 4, 2**31 - 1)]
    plain = await reader.ask(query, n=None)
    refused = [await reader.send(query, n=number) for number in (0, -1)]

    assert shown == ["一", "二", "二", "四", "四"]
    assert plain["article"]["title"] == "二"
    assert [[code for code, _message, _path in errors] for _data, errors in refused] == [["NOT_FOUND"]] * 2


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ("", "article"),
        ("revision: 1", "revision"),
        ('slug: "x", revision: 1', "revision"),
        ('preview: "x", id: "art_1", slug: "x"', "article"),
        ('id: "art_1", slug: "x"', "article"),
        ('asOf: "2026-01-01T00:00:00Z"', "article"),
        ('preview: "x", asOf: "2026-01-01T00:00:00Z"', "asOf"),
        ('id: "art_1", revision: 1, preview: "x"', "revision"),
        ('id: "art_1", revision: 1, asOf: "2026-01-01T00:00:00Z"', "asOf"),
    ],
)
async def test_arguments_that_contradict_each_other_are_refused(database: Database, arguments: str, field: str) -> None:
    asked = f"article({arguments})" if arguments else "article"

    data, errors = await Reader(database, editor()).send(f"{{ {asked} {{ id }} }}")

    assert data is None
    assert [code for code, _message, _path in errors] == ["BAD_USER_INPUT"]
    assert errors[0][1].startswith(f"{field}: ")


# Over HTTP

CREATE = """mutation($input: CreatePreviewLinkInput!) { createPreviewLink(input: $input) { __typename
  ... on CreatePreviewLinkPayload { secret previewLink { id revision user { name } createdAt expiresAt revokedAt } }
  ... on Refusal { code message } ... on ValidationFailed { problems { path } } } }"""
REVOKE = """mutation($id: ID!) { revokePreviewLink(id: $id) { __typename
  ... on RevokePreviewLinkPayload { previewLink { id revokedAt } } ... on Refusal { code } } }"""


async def test_a_link_is_made_used_and_revoked_over_http(client: httpx2.AsyncClient) -> None:
    user = await make_user(Role.EDITOR)
    draft = await make_draft("未发表")
    article_id = f"art_{draft.id}"
    await sign_in(client, user)

    with capture_logs() as logs:
        made = (
            await send(client, CREATE, input={"articleId": article_id, "revision": 1, "lifetimeSeconds": 600})
        ).json()
        link, secret = made["data"]["createPreviewLink"]["previewLink"], made["data"]["createPreviewLink"]["secret"]
        client.cookies.clear()
        shown = await send(client, READ_LINK, headers={}, secret=secret)
        by_get = await client.get("/graphql", params={"query": f'{{ article(preview: "{secret}") {{ id }} }}'})
        await sign_in(client, user)
        revoked = (await send(client, REVOKE, id=link["id"])).json()["data"]["revokePreviewLink"]
        client.cookies.clear()
        after = await send(client, READ_LINK, headers={}, secret=secret)

    assert (link["revision"], link["user"], link["revokedAt"]) == (1, {"name": user.name}, None)
    assert shown.json()["data"] == {"article": {"id": article_id, "title": "未发表"}}
    assert by_get.json()["data"] == {"article": {"id": article_id}}
    for answer in (shown, by_get, after):
        assert answer.headers["cache-control"] == "private, no-store"
        assert answer.headers["vary"].startswith("Accept, Authorization, Cookie")
    assert revoked["previewLink"]["revokedAt"] is not None
    assert after.json()["data"] == {"article": None}
    assert after.json()["errors"][0]["extensions"] == {"code": "NOT_FOUND"}
    assert secret not in str(logs)


async def test_mutations_refuse_in_types(client: httpx2.AsyncClient) -> None:
    contributor = await make_user(Role.CONTRIBUTOR, password=None)
    as_contributor = bearer(await make_token(contributor, Permission.WRITE))
    as_editor = bearer(await make_token(await make_user(Role.EDITOR, password=None), Permission.WRITE, Permission.EDIT))
    draft = await make_draft()
    trashed = await make_draft()
    await trash.trash(EDITOR, trashed.id, expected_version=1)

    async def made(headers: dict[str, str], **given: Any) -> Any:
        return (await send(client, CREATE, headers, input=given)).json()["data"]["createPreviewLink"]

    anonymous = await made({}, articleId=f"art_{draft.id}")
    unseen = await made(as_contributor, articleId=f"art_{draft.id}")
    too_long = await made(as_editor, articleId=f"art_{draft.id}", lifetimeSeconds=2**31 - 1)
    in_trash = await made(as_editor, articleId=f"art_{trashed.id}")
    no_revision = await made(as_editor, articleId=f"art_{draft.id}", revision=7)
    no_article = await made(as_editor, articleId="art_9999999999")
    wrong_id = await made(as_editor, articleId="src_1")
    no_link = (await send(client, REVOKE, as_editor, id="prv_17")).json()["data"]["revokePreviewLink"]

    assert (anonymous["__typename"], anonymous["code"]) == ("Forbidden", "FORBIDDEN")
    assert (unseen["__typename"], unseen["code"]) == ("NotFound", "NOT_FOUND")
    assert too_long["problems"] == [{"path": "lifetimeSeconds"}]
    assert in_trash["__typename"] == "InvalidTransition"
    assert no_revision["__typename"] == no_article["__typename"] == no_link["__typename"] == "NotFound"
    assert wrong_id["problems"] == [{"path": "articleId"}]


async def test_the_sites_setting_is_the_lifetime_of_links(client: httpx2.AsyncClient) -> None:
    draft = await make_draft()
    headers = bearer(await make_token(await make_user(Role.EDITOR, password=None), Permission.WRITE, Permission.EDIT))

    made = (await send(client, CREATE, headers, input={"articleId": f"art_{draft.id}"})).json()

    link = made["data"]["createPreviewLink"]["previewLink"]
    lifetime = datetime.fromisoformat(link["expiresAt"]) - datetime.fromisoformat(link["createdAt"])
    assert lifetime == timedelta(days=7)


# How it is read


async def test_secrets_are_in_no_statement_and_reach_no_database(database: Database) -> None:
    secret = await link_to(await make_draft())
    sent: list[Any] = []
    fetch = database.fetch

    async def recorded(sql: str, parameters: Any = (), **options: Any) -> bytes | str | None:
        sent.append((sql, parameters))
        return await fetch(sql, parameters, **options)

    database.fetch = recorded  # type: ignore[method-assign] # to look at what is sent
    await Reader(database).ask(READ_LINK, secret=secret)
    await Reader(database).ask(f'{{ article(preview: "{secret}") {{ id }} }}')

    assert len(sent) == 2
    assert secret not in str(sent)


async def test_sqlite_reads_a_preview_by_keys_and_indexes(database: Database, database_url: str) -> None:
    if database.dialect != "sqlite":
        pytest.skip("SQLite's own words")
    author, source, tag = await make_author(), await make_source(), await make_tag()
    links: dict[str, Any] = {"credits": (CreditLink(author.id, "王"),), "source_id": source.id, "tag_ids": (tag.id,)}
    public = await make_article(**links)
    draft = await make_draft(**links, relations=(RelationLink(target_id=public.id),))
    statements: list[Any] = []
    fetch = database.fetch

    async def recorded(sql: str, parameters: Any = (), **options: Any) -> bytes | str | None:
        statements.append((sql, parameters))
        return await fetch(sql, parameters, **options)

    database.fetch = recorded  # type: ignore[method-assign] # to look at the statement
    await Reader(database).ask(
        """query($s: String!) { article(preview: $s) { title body { html } tags { name }
          source { articles(first: 5) { nodes { title } } } credits { author { name } }
          relations { target { ... on Article { title } } } related { totalCount nodes { title } } } }""",
        s=await link_to(draft),
    )
    connection = sqlite3.connect(sqlite_path(database_url))
    steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statements[0][0]}", statements[0][1])]
    connection.close()

    assert any("SEARCH main.article USING INTEGER PRIMARY KEY" in step for step in steps)
    assert any("SEARCH main.article USING INDEX ix_article_source" in step for step in steps)
    assert [step for step in steps if step.startswith("SCAN main.")] == []


async def test_shadows_have_the_columns_of_the_public_tables(database: Database) -> None:
    columns = {
        Article: shadows.ARTICLE,
        ArticleBody: shadows.BODY,
        Credit: shadows.CREDIT,
        Relation: shadows.RELATION,
        ArticleTag: shadows.ARTICLE_TAG,
    }
    for model, known in columns.items():
        fields = {
            model._meta.fields_db_projection[name]: model._meta.fields_map[name] for name in model._meta.db_fields
        }
        types = {name: field.get_for_dialect("postgres", "SQL_TYPE").split("(")[0] for name, field in fields.items()}
        kept = {name: PostgreSQL.column_types[kind] for name, kind in known.items()}
        assert kept == types
    assert list(Publication._meta.fields_db_projection.values()) == [
        "id", "live_from", "live_until", "slug", "note", "draft_id", "revision_id"
    ]  # fmt: skip
