"""Which articles say the same in another language, for readers and in the newsroom."""

from __future__ import annotations

from typing import Any

import pytest

from cms.models import Article, Draft
from cms.snapshots import RelationLink
from cms.words import RelationKind, Role
from tests.accounts import ask
from tests.content import make_article, make_draft, publish, unpublish
from tests.newsroom import PROBLEMS, Newsroom

pytestmark = pytest.mark.anyio
TRANSLATE = f"""mutation($id: ID!, $language: String!) {{ translateArticle(id: $id, language: $language) {{
  ... on DraftPayload {{ draft {{ id version translationOf {{ id }} translations {{ id }}
    head {{ language relations {{ kind target {{ id }} }} }} }} }} {PROBLEMS} }} }}"""
PUBLIC = "query($id: ID!) { article(id: $id) { translations { id language url } } }"
DESK = "query($id: ID!) { draft(id: $id) { translationOf { id } translations { id status head { language } } } }"


def of(original: Draft | Article) -> tuple[RelationLink, ...]:
    return (RelationLink(RelationKind.TRANSLATION_OF, target_id=original.id),)


async def shown(newsroom: Newsroom, article: Draft | Article) -> list[str]:
    found = await ask(newsroom.client, PUBLIC, {}, id=f"art_{article.id}")
    return [each["language"] for each in found["article"]["translations"]]


async def at_desk(newsroom: Newsroom, draft: Draft, role: Role = Role.EDITOR) -> Any:
    found = (await newsroom.ask(DESK, role, id=f"art_{draft.id}"))["draft"]
    original = found["translationOf"]
    return original and original["id"], [each["head"]["language"] for each in found["translations"]]


async def test_readers_find_all_public_translations_from_each_of_them(newsroom: Newsroom) -> None:
    chinese = await make_article()
    english = await make_article(language="en", relations=of(chinese))
    german = await make_article(language="de", relations=of(chinese))
    await make_draft(language="fr", relations=of(chinese))
    await make_article(language="it", relations=(RelationLink(target_id=chinese.id),))

    assert await shown(newsroom, chinese) == ["de", "en"]
    assert await shown(newsroom, english) == ["de", "zh-Hans"]
    assert await shown(newsroom, german) == ["en", "zh-Hans"]


async def test_what_is_not_public_joins_no_translations(newsroom: Newsroom) -> None:
    chinese = await make_article()
    english = await make_article(language="en", relations=of(chinese))
    await make_article(language="de", relations=of(chinese))

    await unpublish(chinese)
    assert await shown(newsroom, english) == []
    await publish(await Draft.get(id=chinese.id))
    assert await shown(newsroom, english) == ["de", "zh-Hans"]


async def test_editors_find_translations_that_are_not_public(newsroom: Newsroom) -> None:
    chinese = await make_draft()
    english = await make_draft(language="en", relations=of(chinese))
    german = await make_draft(language="de", relations=of(chinese))

    assert await at_desk(newsroom, chinese) == (None, ["en", "de"])
    assert await at_desk(newsroom, english) == (f"art_{chinese.id}", ["zh-Hans", "de"])
    await newsroom.act("trashArticle", id=f"art_{german.id}", expectedVersion=1)
    assert await at_desk(newsroom, english) == (f"art_{chinese.id}", ["zh-Hans"])


async def test_a_translation_is_made_and_shown_where_it_leads(newsroom: Newsroom) -> None:
    chinese = await make_draft()
    id_ = f"art_{chinese.id}"

    made = (await newsroom.ask(TRANSLATE, id=id_, language="en"))["translateArticle"]["draft"]
    same = (await newsroom.ask(TRANSLATE, id=made["id"], language="EN"))["translateArticle"]

    link = {"kind": "TRANSLATION_OF", "target": {"id": id_}}
    assert made["head"] == {"language": "en", "relations": [link]}
    assert (made["translationOf"], made["translations"]) == ({"id": id_}, [{"id": id_}])
    assert (same["code"], [problem["path"] for problem in same["problems"]]) == ("BAD_USER_INPUT", ["language"])


async def test_contributors_see_translations_as_far_as_they_may(newsroom: Newsroom) -> None:
    own = (await newsroom.create(Role.CONTRIBUTOR))["draft"]["id"]
    chinese = await Draft.get(id=int(own.removeprefix("art_")))
    await make_draft(language="en", relations=of(chinese))
    mine = (await newsroom.ask(TRANSLATE, Role.CONTRIBUTOR, id=own, language="de"))["translateArticle"]["draft"]

    assert await at_desk(newsroom, chinese, Role.CONTRIBUTOR) == (None, ["de"])
    assert mine["translations"] == [{"id": own}]
    assert await at_desk(newsroom, chinese) == (None, ["en", "de"])


async def test_a_preview_shows_what_a_draft_would_be_a_translation_of(newsroom: Newsroom) -> None:
    chinese = await make_article()
    await make_article(language="de", relations=of(chinese))
    english = await make_draft(language="en", relations=of(chinese))
    make = "mutation($id: ID!) { createPreviewLink(input: {articleId: $id})"
    make += " { ... on CreatePreviewLinkPayload { secret } } }"
    secret = (await newsroom.ask(make, id=f"art_{english.id}"))["createPreviewLink"]["secret"]

    query = "query($id: ID!, $secret: String) { article(id: $id, preview: $secret) { translations { language } } }"
    seen = await ask(newsroom.client, query, {}, id=f"art_{english.id}", secret=secret)

    assert [each["language"] for each in seen["article"]["translations"]] == ["de", "zh-Hans"]
