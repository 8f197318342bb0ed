"""Relay's two specifications to the letter: Cursor Connections, and Global Object Identification."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLObjectType,
    build_schema,
    get_nullable_type,
    is_list_type,
    is_non_null_type,
)

from schema.printing import printed_schema
from tests.content import DAY, make_article, make_reference, make_site_content
from tests.schema.differential import Both

pytestmark = pytest.mark.anyio

SCHEMA = build_schema(printed_schema())
CONNECTIONS = {name: each for name, each in SCHEMA.type_map.items() if name.endswith("Connection")}
PAGE = """query($first: Int, $after: String, $last: Int, $before: String) {
  articles(first: $first, after: $after, last: $last, before: $before) {
    edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""


def edge_type(connection: Any) -> GraphQLObjectType:
    """The type in the connection's list `edges`."""
    edges = get_nullable_type(connection.fields["edges"].type)
    assert isinstance(edges, GraphQLList)
    edge = get_nullable_type(edges.of_type)
    assert isinstance(edge, GraphQLObjectType)
    return edge


def test_every_connection_is_an_object_with_edges_and_page_info() -> None:
    assert len(CONNECTIONS) >= 10
    for name, connection in CONNECTIONS.items():
        assert isinstance(connection, GraphQLObjectType), name
        assert str(connection.fields["pageInfo"].type) == "PageInfo!", name
        assert edge_type(connection).name.endswith("Edge"), name


def test_every_edge_has_one_node_and_a_cursor() -> None:
    for name, connection in CONNECTIONS.items():
        edge = edge_type(connection)
        assert not is_list_type(get_nullable_type(edge.fields["node"].type)), name
        assert str(edge.fields["cursor"].type) == "String!", name


def test_every_connection_is_paged_by_four_arguments_that_may_be_left_out() -> None:
    wanted = {"first": "Int", "after": "String", "last": "Int", "before": "String"}
    found = [
        (f"{name}.{field}", {argument: str(definition.args[argument].type) for argument in wanted})
        for name, gtype in SCHEMA.type_map.items()
        for field, definition in getattr(gtype, "fields", {}).items()
        if isinstance(definition, GraphQLField) and str(definition.type).rstrip("!") in CONNECTIONS
    ]

    assert [name for name, arguments in found if arguments != wanted] == []
    assert len(found) >= len(CONNECTIONS)


def test_page_info_has_the_four_fields_of_the_specification() -> None:
    page_info = SCHEMA.type_map["PageInfo"]

    assert isinstance(page_info, GraphQLObjectType)
    assert {name: str(field.type) for name, field in page_info.fields.items()} == {
        "hasPreviousPage": "Boolean!",
        "hasNextPage": "Boolean!",
        "startCursor": "String",
        "endCursor": "String",
    }


def test_node_is_an_interface_with_an_id_and_two_fields_find_nodes() -> None:
    node, query = SCHEMA.type_map["Node"], SCHEMA.query_type

    assert isinstance(node, GraphQLInterfaceType)
    assert {name: str(field.type) for name, field in node.fields.items()} == {"id": "ID!"}
    assert query is not None
    single, plural = query.fields["node"], query.fields["nodes"]
    assert (str(single.type), {name: str(each.type) for name, each in single.args.items()}) == ("Node", {"id": "ID!"})
    assert {name: str(each.type) for name, each in plural.args.items()} == {"ids": "[ID!]!"}
    assert isinstance(found := get_nullable_type(plural.type), GraphQLList)
    assert found.of_type is node  # null for what is not there
    assert not is_non_null_type(single.type)


async def test_introspection_answers_what_the_specification_asks(both: Both) -> None:
    kind = {"kind": "NON_NULL", "ofType": {"name": "ID", "kind": "SCALAR"}}

    node = await both.schema.execute(
        '{ __type(name: "Node") { name kind fields { name type { kind ofType { name kind } } } } }'
    )
    query = await both.schema.execute(
        "{ __schema { queryType { fields { name type { name kind }"
        " args { name type { kind ofType { name kind } } } } } } }"
    )

    assert node.data == {"__type": {"name": "Node", "kind": "INTERFACE", "fields": [{"name": "id", "type": kind}]}}
    assert query.data is not None
    assert {
        "name": "node",
        "type": {"name": "Node", "kind": "INTERFACE"},
        "args": [{"name": "id", "type": kind}],
    } in query.data["__schema"]["queryType"]["fields"]


def specified(all_edges: list[str], first: int | None, after: int | None, last: int | None, before: int | None) -> Any:
    """The page of a list of cursors by the algorithms of Cursor Connections; cursors are given by their places.

    A server that can tell whether there are elements beyond a cursor shall tell it, and ours can.
    """
    edges = list(all_edges)
    if after is not None:
        edges = [edge for edge in edges if all_edges.index(edge) > after]
    if before is not None:
        edges = [edge for edge in edges if all_edges.index(edge) < before]
    window = len(edges)
    if first is not None:
        edges = edges[:first]
    if last is not None:
        edges = edges[-last:] if last else []
    return {
        "edges": [{"cursor": edge} for edge in edges],
        "pageInfo": {
            "hasPreviousPage": window > last if last is not None else after is not None,
            "hasNextPage": window > first if first is not None else before is not None,
            "startCursor": edges[0] if edges else None,
            "endCursor": edges[-1] if edges else None,
        },
    }


async def test_every_page_is_the_one_of_the_specification(both: Both) -> None:
    for day in range(4):
        await make_article(listed_at=DAY - timedelta(days=day))
    cursors = [edge["cursor"] for edge in (await both.ask(PAGE, {"first": 100}))["articles"]["edges"]]
    places = (None, 0, 1, 2, 3)

    # Cursors that cross are among them.
    for size, after, before in product((0, 1, 2, 4, 100), places, places):
        cut = {
            "after": None if after is None else cursors[after],
            "before": None if before is None else cursors[before],
        }
        forward = (await both.ask(PAGE, {"first": size} | cut))["articles"]
        backward = (await both.ask(PAGE, {"last": size} | cut))["articles"]
        assert forward == specified(cursors, size, after, None, before), (size, after, before)
        assert backward == specified(cursors, None, after, size, before), (size, after, before)


async def test_a_negative_size_is_an_error(both: Both) -> None:
    for name in ("first", "last"):
        assert (await both.refused(PAGE, {name: -1}))[:2] == ("BAD_USER_INPUT", name)


async def test_a_page_of_nothing_within_others(both: Both) -> None:
    await make_site_content(seed=3, articles=12)
    await both.reread()

    for size in ("first: 0", "last: 0"):
        inner = f"articles({size}) {{ totalCount nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage endCursor }} }}"
        await both.agree(
            f"{{ articles {{ nodes {{ source {{ {inner} }} related({size}) {{ edges {{ kind }} }} }} }} }}"
        )
        await both.agree(f"{{ articles({size}) {{ nodes {{ source {{ {inner} }} }} }} }}")


async def test_turning_pages_up_to_a_cursor_comes_to_an_end(both: Both) -> None:
    for day in range(7):
        await make_article(listed_at=DAY - timedelta(days=day))
    cursors = [edge["cursor"] for edge in (await both.ask(PAGE, {"first": 100}))["articles"]["edges"]]

    found: list[str] = []
    after, more = None, True
    while more:
        page = (await both.ask(PAGE, {"first": 2, "after": after, "before": cursors[5]}))["articles"]
        found += [edge["cursor"] for edge in page["edges"]]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
        assert len(found) <= len(cursors)

    assert found == cursors[:5]


async def test_newer_articles_while_pages_are_turned_backwards_neither_repeat_nor_lose_any(both: Both) -> None:
    old = [f"art_{(await make_article(listed_at=DAY - timedelta(days=day))).id}" for day in range(6)]
    query = """query($before: String) { articles(orderBy: OLDEST, last: 2, before: $before) {
      nodes { id } pageInfo { hasPreviousPage startCursor } } }"""

    found: list[str] = []
    before, more = None, True
    while more:
        page = (await both.ask(query, {"before": before}))["articles"]
        found = [node["id"] for node in page["nodes"]] + found
        before, more = page["pageInfo"]["startCursor"], page["pageInfo"]["hasPreviousPage"]
        await make_article(listed_at=DAY + timedelta(days=1))

    assert found == list(reversed(old))


async def test_the_same_row_has_the_same_cursor_whichever_way_it_is_reached(both: Both) -> None:
    for day in range(5):
        await make_article(listed_at=DAY - timedelta(days=day))

    whole = (await both.ask(PAGE, {"first": 5}))["articles"]["edges"]
    last = (await both.ask(PAGE, {"last": 2}))["articles"]["edges"]
    between = (await both.ask(PAGE, {"first": 2, "after": whole[1]["cursor"]}))["articles"]["edges"]

    assert last == whole[3:]
    assert between == whole[2:4]


async def test_ids_are_unique_across_all_types(both: Both) -> None:
    site = await make_site_content(seed=5, articles=12)
    await make_reference(target=site.articles[0])
    lists = ("articles", "sources", "authors", "categories", "tags", "collections")
    data = await both.ask(
        "{ " + " ".join(f"{name}(first: 100) {{ nodes {{ __typename id }} }}" for name in lists) + " }"
    )
    found = [(node["__typename"], node["id"]) for name in lists for node in data[name]["nodes"]]

    again = await both.ask("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", {"ids": [i for _, i in found]})

    assert len({identity for _, identity in found}) == len(found) > 30
    assert [(node["__typename"], node["id"]) for node in again["nodes"]] == found
