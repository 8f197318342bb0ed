"""What the benchmark asks: the text of each operation, and the variables that it varies over."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.content import CHARACTERS, EVERY, NOW, SOURCES, TAGS, TOP_CATEGORIES
from cms.models.fields import canonical

Variables = dict[str, Any]

CARD = "fragment Card on Item { __typename title teaser url ... on Article { id } ... on Reference { isTruncated } }"
ROW = "id title excerpt url publishedAt wordCount source { name } category { name path } authors { name }"
PAGE = (Path(__file__).parents[1] / "docs" / "examples" / "article_page.graphql").read_text()
LIST = f"""query List($before: DateTime!) {{ articles(first: 20, where: {{listedAt: {{before: $before}}}}) {{
  nodes {{ {ROW} }} }} }}"""
HOME = f"""query Home($path: String!) {{ site {{ name tagline language }}
  categoryTree {{ name path children {{ name path }} }}
  front: collection(slug: "front-page") {{ title items(first: 10) {{ ...Card }} }}
  choice: collection(slug: "choice") {{ title items(first: 10) {{ ...Card }} }}
  hot: collection(slug: "hot") {{ title items(first: 10) {{ ...Card }} }}
  newest: articles(first: 10) {{ nodes {{ {ROW} }} }}
  channel: articles(first: 10, where: {{category: {{under: $path}}}}) {{ nodes {{ {ROW} }} }} }} {CARD}"""
DEEP = """query Deep($before: DateTime!) { articles(first: 100, where: {listedAt: {before: $before}}) { nodes {
  id title excerpt url publishedAt source { name url } credits { role name author { name kind } }
  category { name breadcrumb { name path } } tags { name slug }
  related(first: 5) { nodes { __typename title url } } } } }"""
FILTERED = f"""query Filtered($path: String!, $tag: String!, $source: ID!) {{ articles(first: 20, where: {{
  category: {{under: $path}}, tag: {{slug: $tag}}, not: {{source: {{id: $source}}}} }}) {{ nodes {{ {ROW} }} }} }}"""
CREATE = """mutation Create($input: CreateArticleInput!) { createArticle(input: $input) {
  __typename ... on DraftPayload { draft { id version } } } }"""
UPDATE = """mutation Update($input: UpdateArticleInput!) { updateArticle(input: $input) {
  __typename ... on UpdateArticlePayload { draft { id version } } } }"""
PUBLISH = """mutation Publish($input: ArticleInput!) { publishArticle(input: $input) {
  __typename ... on PublishArticlePayload { draft { id version } } } }"""


@dataclass(frozen=True)
class Reading:
    """An operation of a reader; `variables` makes the values of the so-manieth request, given the count of articles."""

    name: str
    title: str
    text: str
    variables: Callable[[int, int], Variables]

    def body(self, number: int, articles: int) -> dict[str, Any]:
        """A request."""
        return {"query": self.text, "variables": self.variables(number, articles)}

    def unseen(self, number: int, articles: int) -> dict[str, Any]:
        """A request whose text the load generator makes a new one each time, by the number in an alias."""
        head, brace, rest = self.text.partition("{\n" if self.name == "page" else "{")
        return self.body(number, articles) | {"query": f"{head}{brace} {UNSEEN}: __typename {rest}"}


UNSEEN = "n000000000"


def _spread(number: int, count: int) -> int:
    """A number from 1 to `count`, scattered over all of them."""
    return 1 + number * 7919 % count


def _before(number: int, articles: int, page: int) -> Variables:
    return {"before": canonical(NOW - EVERY * (_spread(number, max(1, articles - page)) - 1))}


READINGS = {
    one.name: one
    for one in (
        Reading("page", "article page", PAGE, lambda n, count: {"id": f"art_{_spread(n, count)}"}),
        Reading("list", "list of 20", LIST, lambda n, count: _before(n, count, 20)),
        Reading("home", "home page", HOME, lambda n, _count: {"path": f"c{1 + n % TOP_CATEGORIES}"}),
        Reading("deep", "list of 100, deep", DEEP, lambda n, count: _before(n, count, 100)),
        Reading(
            "filtered",
            "filtered list",
            FILTERED,
            lambda n, _count: {
                "path": f"c{1 + n % TOP_CATEGORIES}",
                "tag": f"t{1 + n * 31 % TAGS}",
                "source": f"src_{1 + n % SOURCES}",
            },
        ),
    )
}
# Three thousand rows in one request: a neighbour that nobody wants.
HEAVY_PARTS = " ".join(
    f"p{n}: articles(first: 100, where: {{wordCount: {{gte: {n}}}}}, orderBy: {order}) {{ nodes {{"
    " id title excerpt url publishedAt source { name } category { name } } }"
    for n, order in enumerate(["NEWEST", "OLDEST", "MOST_VIEWED", "RECENTLY_MODIFIED", "NEWEST"] * 2)
)
HEAVY = Reading("heavy", "3,000 rows", f"query Heavy {{ {HEAVY_PARTS} }}", lambda _n, _count: {})


def created(number: int, articles: int) -> Variables:
    """The input of a new article like the others."""
    rng = random.Random(number)
    title = "".join(rng.choices(CHARACTERS, k=16)) + str(number)
    return {
        "input": {
            "title": title,
            "html": html(rng),
            "byline": "作者1、作者2",
            "sourceId": "src_1",
            "categoryId": "cat_9",
            "credits": [{"authorId": f"aut_{_spread(number + place, 20)}", "role": "REPORTER"} for place in range(2)],
            "tags": [{"id": f"tag_{_spread(number + place, TAGS)}"} for place in range(3)],
        }
    }


def updated(number: int, article_id: int, version: int) -> Variables:
    """The input of a new headline and body for an article."""
    rng = random.Random(number)
    title = "".join(rng.choices(CHARACTERS, k=16)) + str(number)
    return {"input": {"id": f"art_{article_id}", "expectedVersion": version, "title": title, "html": html(rng)}}


def html(rng: random.Random) -> str:
    """A body of 2 kB."""
    return "".join(f"<p>{''.join(rng.choices(CHARACTERS, k=113))}。</p>" for _ in range(6))
