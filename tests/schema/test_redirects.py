"""Former ids, slugs and paths lead on, for readers as far as they may see what they lead to."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cms import authors, categories, tags
from cms.authors import AuthorFields
from cms.categories import CategoryFields
from cms.models import Redirect
from cms.snapshots import CreditLink
from cms.tags import TagFields
from tests.content import EDITOR, make_article, make_author, make_category, make_draft, make_tag, publish
from tests.schema.differential import Both

pytestmark = pytest.mark.anyio

BOTH = {"expected_version": 1, "into_expected_version": 1}


async def test_a_chain_of_merges_leads_to_its_end_by_every_id_and_slug(both: Both) -> None:
    people = [await make_author(name) for name in ("一", "二", "三")]
    await make_article(credits=(CreditLink(people[0].id, "一"),))
    for one, other in pairwise(people):
        await authors.merge_authors(EDITOR, one.id, other.id, **BOTH)
    await authors.update_author(EDITOR, people[2].id, AuthorFields(slug="last"), expected_version=1)
    await both.reread()

    survivor = {"id": f"aut_{people[2].id}"}
    for each in people:
        by_slug = await both.agree(f'{{ author(slug: "{each.slug}") {{ id }} }}')
        by_id = await both.agree(f'{{ author(id: "aut_{each.id}") {{ id }} node(id: "aut_{each.id}") {{ id }} }}')
        assert by_slug == {"author": survivor}
        assert by_id == {"author": survivor, "node": survivor}
    ids = [f"aut_{each.id}" for each in people]
    data = await both.agree("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": [*ids, *ids]})
    assert data["nodes"] == [survivor] * 6


async def test_former_paths_of_a_moved_category_and_of_all_below_lead_on(both: Both) -> None:
    top, away = await make_category("Top"), await make_category("Away")
    child = await make_category("Child", top)
    await make_article(category_id=child.id)
    await categories.move_category(EDITOR, top.id, parent_id=away.id, expected_version=1)
    await both.reread()

    for path in ("top/child", "away/top/child"):
        data = await both.agree(f'{{ category(path: "{path}") {{ id path breadcrumb {{ path }} }} }}')
        assert data["category"]["path"] == "away/top/child"
        assert [step["path"] for step in data["category"]["breadcrumb"]] == ["away", "away/top", "away/top/child"]
    assert (await both.agree('{ category(path: "nowhere") { id } }')) == {"category": None}


async def test_whoever_has_the_slug_comes_first_but_only_once_readers_see_it(both: Both) -> None:
    tag = await make_tag("旧", slug="shared")
    await make_article(tag_ids=(tag.id,))
    await tags.update_tag(EDITOR, tag.id, TagFields(slug="other"), expected_version=1)
    newcomer = await make_tag("新", slug="shared")
    draft = await make_draft(tag_ids=(newcomer.id,))
    query = '{ tag(slug: "shared") { name } }'

    before = await both.ask(query)
    await publish(draft)
    after = await both.ask(query)

    assert (before, after) == ({"tag": {"name": "旧"}}, {"tag": {"name": "新"}})


async def test_nothing_leads_to_what_readers_may_not_see(both: Both) -> None:
    hidden, shown = await make_author("藏"), await make_author("显")
    await make_draft(credits=(CreditLink(hidden.id, "藏"),))
    await make_article(credits=(CreditLink(shown.id, "显"),))
    await authors.update_author(EDITOR, hidden.id, AuthorFields(slug="new"), expected_version=1)
    other = await make_author("三")
    await authors.merge_authors(EDITOR, other.id, hidden.id, expected_version=1, into_expected_version=2)

    data = await both.ask(
        f'{{ a: author(slug: "{hidden.slug}") {{ id }} b: author(id: "aut_{other.id}") {{ id }} '
        f'node(id: "aut_{other.id}") {{ id }} }}'
    )

    assert data == {"a": None, "b": None, "node": None}


async def test_a_former_slug_of_an_article_leads_to_it_while_it_is_public(both: Both) -> None:
    article, draft = await make_article("甲"), await make_draft("乙")
    for slug, target in (("former-1", article.id), ("former-2", draft.id), (article.slug, draft.id)):
        await Redirect.create(kind="ARTICLE", former_slug=slug, target_id=target)
    await both.reread()

    found = await both.agree('{ article(slug: "former-1") { id } }')
    hidden = await both.agree('{ article(slug: "former-2") { id } }')
    live = await both.agree("query($slug: String) { article(slug: $slug) { id } }", {"slug": article.slug})

    assert found == live == {"article": {"id": f"art_{article.id}"}}
    assert hidden == {"article": None}


async def test_former_slugs_of_one_kind_say_nothing_of_another(both: Both) -> None:
    author = await make_author("甲")
    await make_article(credits=(CreditLink(author.id, "甲"),))
    await authors.update_author(EDITOR, author.id, AuthorFields(slug="moved"), expected_version=1)
    category = await make_category("Here")
    await categories.update_category(EDITOR, category.id, CategoryFields(slug="there"), expected_version=1)
    await both.reread()

    data = await both.agree(
        'query($slug: String) { tag(slug: $slug) { id } source(slug: $slug) { id } author(slug: "here") { id } }',
        {"slug": author.slug},
    )

    assert data == {"tag": None, "source": None, "author": None}
