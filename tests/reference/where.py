"""The filters of the reference: whether one row fulfils one `where`, in plain Python.

SQL decides in three values; but "undecided" only ever matters at the top and under `not`, where the descriptions count
it as not fulfilled. So two values are enough, if a comparison with a missing value is false.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.reference.rows import Rows

Where = dict[str, Any] | None


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
    return all(
        MEANINGS[name](rows, article, value) if name in MEANINGS else _plain(article, name, value)
        for name, value in given(where).items()
    )


def _any_credit(rows: Rows, article: Any, where: Where) -> bool:
    return any(credit_matches(rows, credit, where) for credit in rows.of("Credit", article_id=article.id))


def _any_tag(rows: Rows, article: Any, where: Where) -> bool:
    links = rows.of("ArticleTag", article_id=article.id)
    return any(plain_matches(rows, rows.by_id("Tag", link.tag_id), where) for link in links)


MEANINGS: dict[str, Callable[[Rows, Any, Any], bool]] = {
    "and": lambda rows, article, all_: all(article_matches(rows, article, each) for each in all_),
    "or": lambda rows, article, any_: any(article_matches(rows, article, each) for each in any_),
    "not": lambda rows, article, inner: not article_matches(rows, article, inner),
    "source": lambda rows, article, where: source_matches(rows, rows.by_id("Source", article.source_id), where),
    "category": lambda rows, article, where: category_matches(rows, rows.by_id("Category", article.category_id), where),
    "credit": _any_credit,
    "author": lambda rows, article, where: _any_credit(rows, article, {"author": where}),
    "tag": _any_tag,
    "urgency": lambda _rows, article, bounds: _within(article.urgency, bounds),
    "wordCount": lambda _rows, article, bounds: _within(article.word_count, bounds),
    "publishedAt": lambda _rows, article, bounds: _within(article.published_at, bounds),
    "listedAt": lambda _rows, article, bounds: _within(article.listed_at, bounds),
    "modifiedAt": lambda _rows, article, bounds: _within(article.modified_at, bounds),
}
COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "before": operator.lt,
    "until": operator.le,
    "lte": operator.le,
    "after": operator.gt,
    "since": operator.ge,
    "gte": operator.ge,
}


def _within(have: Any, bounds: dict[str, Any]) -> bool:
    return all(_holds(have, name, bound) for name, bound in given(bounds).items())


def _holds(have: Any, name: str, bound: Any) -> bool:
    bound = datetime.fromisoformat(bound) if isinstance(bound, str) else bound
    return have is not None and COMPARISONS[name](have, bound)
