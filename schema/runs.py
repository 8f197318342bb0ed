"""Which index of the articles serves which list. Without one, a list would sort all that its conditions leave.

tests/schema/test_query_plans.py holds every list of the schema against these.
"""

from __future__ import annotations

from schema.describe import Runs

# The whole table in an order, with everything that filters ask of an article's own columns.
WALKS = {"listed_at": "ix_article_listed", "modified_at": "ix_article_modified", "view_count": "ix_article_views"}

OF_SOURCE = {
    "listed_at": "ix_article_source",
    "modified_at": "ix_article_source_modified",
    "view_count": "ix_article_source_views",
}
OF_CATEGORY = {
    "listed_at": "ix_article_category",
    "modified_at": "ix_article_category_modified",
    "view_count": "ix_article_category_views",
}
# How often something is read, and when it was changed, is not worth keeping with every link and every language: the
# articles of an author or a tag are sorted, those of a language are picked from all.
BY_SOURCE = Runs("source_id", OF_SOURCE)
BY_CATEGORY = Runs("category_id", OF_CATEGORY)
BY_LANGUAGE = Runs("language", {"listed_at": "ix_article_language"})
BY_AUTHOR = Runs("author_id", {"listed_at": "ix_credit_author"}, "credit")
BY_TAG = Runs("tag_id", {"listed_at": "ix_article_tag_tag"}, "article_tag")
