"""Relay's paging types. The compiler fills them; see schema/describe.py."""

from __future__ import annotations

from typing import Generic, TypeVar

import strawberry

NodeType = TypeVar("NodeType")


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    """Relay's PageInfo."""

    has_next_page: bool = strawberry.field(description="Whether the list goes on after this page.")
    has_previous_page: bool = strawberry.field(description="Whether the list has rows before this page.")
    start_cursor: str | None = strawberry.field(description="The cursor of the first edge; null on an empty page.")
    end_cursor: str | None = strawberry.field(description="The cursor of the last edge; null on an empty page.")


@strawberry.type(description="One row of a list, with its cursor.")
class Edge(Generic[NodeType]):
    """Relay's edge."""

    cursor: str = strawberry.field(description="An opaque position in the list, for `after` and `before`.")
    node: NodeType = strawberry.field(description="The row.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[NodeType]):
    """Relay's connection; named after its node type in GraphQL."""

    edges: list[Edge[NodeType]] = strawberry.field(description="The rows of the page, each with its cursor.")
    nodes: list[NodeType] = strawberry.field(description="The rows of the page.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in the list.")
    total_count: int = strawberry.field(description="How many rows the whole list has; counted only when asked for.")
