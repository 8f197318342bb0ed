"""The filters of the reference: whether one row fulfils one `where`, in plain Python.

SQL decides in three values; but "undecided" only ever matters at the top and under `not`, where the descriptions count
it as not fulfilled. So two values are enough, if a comparison with a missing value is false.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.reference import Rows

Where = dict[str, Any] | None
COLUMNS = {"urgency": "urgency", "wordCount": "word_count"}
COLUMNS |= {"publishedAt": "published_at", "listedAt": "listed_at", "modifiedAt": "modified_at"}


def given(where: Where) -> dict[str, Any]:
    """The conditions that are given; null counts as not given."""
    return {name: value for name, value in (where or {}).items() if value is not None}


def number(global_id: str) -> int:
    return int(global_id.partition("_")[2])


def plain_matches(_rows: Rows, row: Any, where: Where) -> bool:
    """Filters by what most types have."""
    return row is not None and all(_plain(row, name, value) for name, value in given(where).items())


def _plain(row: Any, name: str, value: Any) -> bool:
    if name == "id":
        return bool(row.id == number(value))
    if name == "ids":
        return row.id in [number(each) for each in value]
    if name == "kinds":
        return row.kind in value
    return bool(getattr(row, name) == value)


source_matches = plain_matches
author_matches = plain_matches


def category_matches(rows: Rows, category: Any, where: Where) -> bool:
    conditions = given(where)
    under = conditions.pop("under", None)
    if category is None or not plain_matches(rows, category, conditions):
        return False
    tops = rows.of("Category", path=under)
    return under is None or any(category.id in rows.under(top.id) for top in tops)


def credit_matches(rows: Rows, credit: Any, where: Where) -> bool:
    conditions = given(where)
    if "roles" in conditions and credit.role not in conditions["roles"]:
        return False
    author = rows.by_id("Author", credit.author_id)
    return "author" not in conditions or author_matches(rows, author, conditions["author"])


def article_matches(rows: Rows, article: Any, where: Where) -> bool:
    """Whether the article fulfils every given condition."""
    return all(_article(rows, article, name, value) for name, value in given(where).items())


def _article(rows: Rows, article: Any, name: str, value: Any) -> bool:
    match name:
        case "and":
            return all(article_matches(rows, article, each) for each in value)
        case "or":
            return any(article_matches(rows, article, each) for each in value)
        case "not":
            return not article_matches(rows, article, value)
        case "urgency" | "wordCount" | "publishedAt" | "listedAt" | "modifiedAt":
            return _within(getattr(article, COLUMNS[name]), given(value))
        case "source":
            return source_matches(rows, rows.by_id("Source", article.source_id), value)
        case "category":
            return category_matches(rows, rows.by_id("Category", article.category_id), value)
        case "credit":
            return any(credit_matches(rows, credit, value) for credit in rows.of("Credit", article_id=article.id))
        case "author":
            return any(
                credit_matches(rows, credit, {"author": value}) for credit in rows.of("Credit", article_id=article.id)
            )
        case "tag":
            links = rows.of("ArticleTag", article_id=article.id)
            return any(plain_matches(rows, rows.by_id("Tag", link.tag_id), value) for link in links)
    return _plain(article, name, value)


def _within(have: Any, bounds: dict[str, Any]) -> bool:
    return all(_compare(have, operator, bound) for operator, bound in bounds.items())


def _compare(have: Any, operator: str, bound: Any) -> bool:
    if have is None:
        return False
    if isinstance(bound, str):
        bound = datetime.fromisoformat(bound).astimezone(UTC)
    match operator:
        case "eq":
            return bool(have == bound)
        case "before":
            return bool(have < bound)
        case "until" | "lte":
            return bool(have <= bound)
        case "after":
            return bool(have > bound)
    return bool(have >= bound)
