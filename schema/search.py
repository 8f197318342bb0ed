"""Searching what is public."""

from __future__ import annotations

from enum import Enum

import strawberry

from schema.connection import PageInfo
from schema.content import Article, Author, Category, Source, Tag
from schema.describe import Key, Order, Rows, column, finished, first_argument, many, one, search
from schema.enums import SearchProblem, SuggestionKind
from schema.where import ArticleWhere

BY_COUNT = Order("COUNT", (Key("{t}.count", "int"), Key("{t}.id", "int")), descending=True)
BY_YEAR = Order("YEAR", (Key("{t}.year", "int"),), descending=True)
BY_MONTH = Order("MONTH", (Key("{t}.year", "int"), Key("{t}.month", "int")), descending=True)
# Counts over the hits; `{found}` is the table of them (schema/searching.py), and `{join}` begins with its rows.
_END = " ORDER BY 2 DESC,1 DESC LIMIT {limit})"
_CATEGORIES = (
    "(SELECT w.ancestor_id AS id,CAST(sum(n.n) AS INTEGER) AS count FROM (SELECT f.category_id AS id,count(*) AS n"
    " FROM {found} f WHERE f.category_id IS NOT NULL GROUP BY 1) n"
    " JOIN category_ancestor w ON w.category_id=n.id GROUP BY 1" + _END
)
_SOURCES = "(SELECT f.source_id AS id,count(*) AS count FROM {found} f WHERE f.source_id IS NOT NULL GROUP BY 1" + _END
_AUTHORS = (
    "(SELECT c.author_id AS id,count(DISTINCT c.article_id) AS count"
    " FROM {found} f {join} credit c ON c.article_id=f.id"
    " GROUP BY 1" + _END
)
_TAGS = (
    "(SELECT j.tag_id AS id,count(*) AS count FROM {found} f {join} article_tag j ON j.article_id=f.id"
    " GROUP BY 1" + _END
)
_YEAR = "CAST(substr(@time[f.listed_at],1,4) AS INTEGER)"
_MONTH = "CAST(substr(@time[f.listed_at],6,2) AS INTEGER)"
_YEARS = f"(SELECT {_YEAR} AS year,count(*) AS count FROM {{found}} f GROUP BY 1 ORDER BY 1 DESC LIMIT {{limit}})"
_MONTHS = (
    f"(SELECT {_YEAR} AS year,{_MONTH} AS month,count(*) AS count FROM {{found}} f"
    " GROUP BY 1,2 ORDER BY 1 DESC,2 DESC LIMIT {limit})"
)


@strawberry.enum(description="In which order hits come.")
class SearchOrder(Enum):
    """Orders of hits."""

    RELEVANCE = strawberry.enum_value(
        "RELEVANCE",
        description="What fits best first: words in the headline count more than those in names, these more than those"
        " in the subtitle or a typed excerpt, and these more than those in the body. Of a very common word the newest"
        " 1,000 hits are ranked; the others follow, the newest first.",
    )
    NEWEST = strawberry.enum_value("NEWEST", description="The newest first, by `listedAt`.")


@strawberry.enum(description="Where something was found.")
class SearchField(Enum):
    """Fields of an article that are searched."""

    TITLE = strawberry.enum_value("TITLE", description="The headline.")
    SUBTITLE = strawberry.enum_value("SUBTITLE", description="The second headline.")
    EXCERPT = strawberry.enum_value("EXCERPT", description="The lead.")
    BODY = strawberry.enum_value("BODY", description="The body's text.")
    BYLINE = strawberry.enum_value("BYLINE", description="The byline as printed.")
    SOURCE = strawberry.enum_value("SOURCE", description="The name of the source.")
    TAGS = strawberry.enum_value("TAGS", description="A keyword; each has a highlight of its own.")


@strawberry.type(description="A part of a text.")
class HighlightRange:
    """A range."""

    start: int = finished("Where it begins, in Unicode code points from the beginning of the field's text.")
    end: int = finished("Where it ends: the place after its last code point.")


@strawberry.type(description="Where the words of the query stand in one field.")
class Highlight:
    """A highlight."""

    field: SearchField = finished("The field.")
    ranges: list[HighlightRange] = finished("Where the words stand, in order and apart from each other; 100 at most.")
    html: str = finished(
        "The field's text as HTML with the words in <mark>, everything else escaped; of the body about 140 characters"
        " around the first of them."
    )


@strawberry.type(description="An article that was found.")
class SearchEdge:
    """A hit."""

    cursor: str = strawberry.field(description="An opaque position in the list, for `after`.")
    node: Article = strawberry.field(description="The article.")
    score: int = strawberry.field(
        description="How well it fits, to compare hits of one answer; 0 for what is not ranked, and in other orders."
    )
    highlights: list[Highlight] = strawberry.field(description="Where the words stand in it, field by field.")


@strawberry.type(description="How many hits a category and those below it have.")
class CategoryFacet:
    """A count."""

    count: int = column("How many.")
    category: Category = one(Rows("category", "{t}.id={key}", key="{p}.id"), "The category.")


@strawberry.type(description="How many hits a source has.")
class SourceFacet:
    """A count."""

    count: int = column("How many.")
    source: Source = one(Rows("source", "{t}.id={key}", key="{p}.id"), "The source.")


@strawberry.type(description="How many hits are credited to an author.")
class AuthorFacet:
    """A count."""

    count: int = column("How many.")
    author: Author = one(Rows("author", "{t}.id={key}", key="{p}.id"), "The author.")


@strawberry.type(description="How many hits carry a tag.")
class TagFacet:
    """A count."""

    count: int = column("How many.")
    tag: Tag = one(Rows("tag", "{t}.id={key}", key="{p}.id"), "The tag.")


@strawberry.type(description="How many hits are of a year.")
class YearFacet:
    """A count."""

    year: int = column("The year of `listedAt`, in UTC.")
    count: int = column("How many.")


@strawberry.type(description="How many hits are of a month.")
class MonthFacet:
    """A count."""

    year: int = column("The year of `listedAt`, in UTC.")
    month: int = column("The month, 1 to 12.")
    count: int = column("How many.")


@strawberry.type(
    description="What the hits have in common, counted. Each list begins with the most frequent. Of more than 10,000"
    " hits the newest 10,000 are counted."
)
class SearchFacets:
    """Counts."""

    is_exact: bool = strawberry.field(
        description="Whether all hits were counted; false where there are 10,000 or more of them."
    )
    categories: list[CategoryFacet] = many(
        Rows(_CATEGORIES), BY_COUNT, "By category, those above included.", first=first_argument(10)
    )
    sources: list[SourceFacet] = many(Rows(_SOURCES), BY_COUNT, "By source.", first=first_argument(10))
    authors: list[AuthorFacet] = many(Rows(_AUTHORS), BY_COUNT, "By author.", first=first_argument(10))
    tags: list[TagFacet] = many(Rows(_TAGS), BY_COUNT, "By tag.", first=first_argument(10))
    years: list[YearFacet] = many(Rows(_YEARS), BY_YEAR, "By year, the latest first.", first=first_argument(10))
    months: list[MonthFacet] = many(Rows(_MONTHS), BY_MONTH, "By month, the latest first.", first=first_argument(24))


@strawberry.type(description="Something to look for instead, that does find something.")
class SearchSuggestion:
    """A suggestion."""

    query: str = strawberry.field(description="The query.")
    kind: SuggestionKind = strawberry.field(description="What it is.")


@strawberry.type(description="What a search found.")
class SearchConnection:
    """Hits as a Relay connection."""

    edges: list[SearchEdge] = strawberry.field(description="The hits of the page.")
    nodes: list[Article] = strawberry.field(description="The articles of the page.")
    page_info: PageInfo = strawberry.field(
        description="Where the page stands in the list. A page after a cursor always says that there is one before, and"
        " one before a cursor that there is one after it."
    )
    total_count: int = strawberry.field(description="How many hits there are; counted only when asked for.")
    facets: SearchFacets = strawberry.field(description="What all hits have in common.")
    suggestions: list[SearchSuggestion] = strawberry.field(
        description="What to look for instead when nothing is found, 5 at most: less of the query, and names that look"
        " or sound alike. Whatever `where` says."
    )
    problem: SearchProblem | None = strawberry.field(description="Why the query can find nothing; null if it can.")
    is_complete: bool = strawberry.field(
        description="Whether every article is in the index; false while it is made after an update."
    )


@strawberry.type
class SearchQueries:
    """Searching."""

    search: SearchConnection = search(
        "Public articles that have all words of a query.",
        where=ArticleWhere,
        order=SearchOrder,
        default_order=SearchOrder.RELEVANCE,
    )
