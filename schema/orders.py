"""The orders in which lists come. Each is total: its last key is unique, so pages neither repeat nor lose rows."""

from __future__ import annotations

from enum import Enum

import strawberry

from schema.describe import Key, Order

ID = Key("{t}.id", "int")
# A place in an article's or a collection's own list is unique there, and outlives the rows that are made anew.
BY_POSITION = Order("POSITION", (Key("{t}.position", "int"),))
BY_ID = Order("ID", (ID,))
BY_DISTANCE = Order("DISTANCE", (Key("{t}.distance", "int"),), descending=True)
BY_PLACE = Order("PLACE", (Key("{t}.part", "int"), Key("{t}.place", "int")))
BY_PLACE_IN_STORY = Order("PLACE_IN_STORY", (Key("{t}.place", "int"),))  # unique within a story
TREE_ORDER = Order("TREE", (Key("{t}.position", "int"), ID))
BY_PLACE_ALONE = Order("PLACE", (Key("{t}.place", "int"),))
BY_RANK = Order("RANK", (Key("{t}.rank", "int"),))  # unique within its list
BY_CHOICE = Order("CHOICE", (Key("{t}.article_id", "int"),), descending=True)
BY_NUMBER = Order("NUMBER", (Key("{t}.number", "int"),), descending=True)  # unique within its draft
BY_DUE = Order("DUE", (Key("{t}.due_at", "time"), ID))
BY_EVIDENCE = Order("EVIDENCE", (Key("{t}.position", "int"), ID))
BY_LIVE = Order("LIVE", (Key("{t}.live_from", "time"), ID), descending=True)
BY_NAME = Order("NAME", (Key("{t}.sort_key", "text"), ID))
BY_PATH = Order("PATH", (Key("{t}.path", "text"), ID))
BY_SLUG = Order("SLUG", (Key("{t}.slug", "text"), ID))


@strawberry.enum(description="In which order articles come; ties are broken by id, the same way.")
class ArticleOrder(Enum):
    """Orders of articles."""

    NEWEST = strawberry.enum_value(
        Order("NEWEST", (Key("{t}.listed_at", "time"), ID), descending=True), description="The newest first."
    )
    OLDEST = strawberry.enum_value(Order("OLDEST", (Key("{t}.listed_at", "time"), ID)), description="The oldest first.")
    RECENTLY_MODIFIED = strawberry.enum_value(
        Order("RECENTLY_MODIFIED", (Key("{t}.modified_at", "time"), ID), descending=True),
        description="The most recently changed first.",
    )
    MOST_VIEWED = strawberry.enum_value(
        Order("MOST_VIEWED", (Key("{t}.view_count", "int"), ID), descending=True), description="The most read first."
    )


@strawberry.enum(description="In which order drafts come; ties are broken by id, the same way.")
class DraftOrder(Enum):
    """Orders of drafts."""

    RECENTLY_UPDATED = strawberry.enum_value(
        Order("RECENTLY_UPDATED", (Key("{t}.updated_at", "time"), ID), descending=True),
        description="The latest changed first.",
    )
    LONGEST_UNTOUCHED = strawberry.enum_value(
        Order("LONGEST_UNTOUCHED", (Key("{t}.updated_at", "time"), ID)), description="The latest changed last."
    )
    NEWEST = strawberry.enum_value(Order("NEWEST_DRAFTS", (ID,), descending=True), description="The latest made first.")
    TITLE = strawberry.enum_value(
        Order("TITLE", (Key("{t}.title_key", "text"), ID)), description="By headline, in the order of its characters."
    )
