"""Random valid operations, generated from the printed schema.

`Operations(schema, pools, seed).make()` gives a document and its variables. Everything GraphQL offers for selecting is
used: aliases, the same field twice, named and inline fragments (also on interfaces and unions), @skip and @include,
`__typename`, and arguments as literals, variables, variables inside literals, null, or left out.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_composite_type,
    is_required_argument,
    parse,
    validate,
)

PAGING = {"first", "last", "after", "before", "orderBy"}
# About how many rows a field leads to, for keeping answers small.
FANOUT = {
    "breadcrumb": 3,
    "credits": 3,
    "authors": 2,
    "tags": 3,
    "relations": 5,
    "children": 2,
    "categoryTree": 4,
    "hotArticles": 5,
    "copies": 2,
    "renditions": 5,
    "translations": 2,
}
LARGEST_ANSWER = 400
# How much more often a field is chosen than others: rows rather than their number, lists rather than single things.
WEIGHTS = {"edges": 5, "node": 5, "nodes": 5, "pageInfo": 3, "hasNextPage": 1, "hasPreviousPage": 1}
WEIGHTS |= {"articles": 8, "related": 4, "relations": 3, "collections": 2, "collection": 2, "items": 4}
# Null, or refused, for the readers of these operations.
NOT_ROWS = {"viewer", "signInProvider", "user", "users", "people", "auditLog", "events", "event"}
NOT_ROWS |= {"endpoints", "endpoint", "delivery", "system"}
NOT_ROWS |= {"draft", "drafts", "trash", "schedules", "publishPlan", "revisionChanges"}
# How well something fits is no matter of the reference; search has tests of its own.
NOT_ROWS |= {"search"}
# Redirects stand beside everything else, and have tests of their own.
NOT_ROWS |= {"redirect", "redirects", "allRedirects"}
NOT_ROWS |= {"allSources", "allAuthors", "allTags", "allCategories", "allReferences", "placedItems", "hotChoices"}
# Arguments that lead to other rows than those of now; they have tests of their own.
OTHER_TIMES = {"asOf", "preview", "revision"}
# What is found by words is what its own tests say.
NOT_ROWS |= {"completions"}
NOT_ROWS |= {"asset", "assets"}
BY_WORDS = {"search"}
INTROSPECTION = (
    "__typename",
    "__schema { queryType { name } directives { name } }",
    '__type(name: "Article") { kind name interfaces { name } fields(includeDeprecated: true) { name } }',
)


@dataclass(frozen=True)
class Pools:
    """Values that exist in the data, by `Type.argument` or by scalar; cursors by order of articles or connection."""

    values: dict[str, list[Any]]
    cursors: dict[str, list[str]]


@dataclass(frozen=True)
class Operation:
    """A document and its variables."""

    query: str
    variables: dict[str, Any]


@dataclass
class _Document:
    """What one document has gathered so far."""

    declarations: list[str] = field(default_factory=list)
    variables: dict[str, Any] = field(default_factory=dict)
    fragments: list[str] = field(default_factory=list)
    names: int = 0
    fields_left: int = 60


class Operations:
    """A seeded source of operations."""

    def __init__(self, schema: GraphQLSchema, pools: Pools, seed: str) -> None:
        self.schema = schema
        self.pools = pools
        self.random = random.Random(seed)
        self.document = _Document()

    def make(self) -> Operation:
        """One operation that the language's own rules accept; now and then a narrow one that goes very deep."""
        while True:
            self.document = _Document()
            deep = self.random.random() < 0.12
            self.document.fields_left = 30 if deep else self.random.choice([8, 25, 60])
            depth = self.random.randint(8, 12) if deep else self.random.randint(2, 7)
            root = self.schema.query_type
            assert root is not None
            selections = self.selections(root, depth, 1, deep=deep)
            if self.random.random() < 0.15:
                selections = "{ " + self.random.choice(INTROSPECTION) + selections[1:]
            declared = f"({', '.join(self.document.declarations)})" if self.document.declarations else ""
            query = "\n".join([f"query Q{declared} {selections}", *self.document.fragments])
            if not validate(self.schema, parse(query)):
                return Operation(query, self.document.variables)

    def name(self, prefix: str) -> str:
        self.document.names += 1
        return f"{prefix}{self.document.names}"

    # Selections

    def selections(self, gtype: Any, depth: int, size: int, *, deep: bool = False) -> str:
        """A selection set on a composite type."""
        parts: list[str] = []
        wanted = self.random.randint(1, 2) if deep else self.random.randint(1, 6)
        for _ in range(wanted):
            if isinstance(gtype, GraphQLUnionType | GraphQLInterfaceType) and self.random.random() < 0.6:
                member = self.random.choice(list(self.schema.get_possible_types(gtype)))
                parts.append(
                    f"... on {member.name}{self.directive()} {self.selections(member, depth, size, deep=deep)}"
                )
            elif not deep and self.random.random() < 0.12:
                parts.append(self.fragment(gtype, depth, size))
            else:
                parts.append(self.field(gtype, depth, size, deep=deep))
        if deep and depth > 1:
            parts.append(self.field(gtype, depth, size, deep=True, inward=True))
        self.random.shuffle(parts)
        return "{ " + " ".join(parts) + " }"

    def fragment(self, gtype: Any, depth: int, size: int) -> str:
        """The same type's fields through a fragment: inline with or without its type, or named."""
        inner = self.selections(gtype, depth, size)
        form = self.random.randrange(3)
        if form == 2:
            name = self.name("F")
            self.document.fragments.append(f"fragment {name} on {gtype.name} {inner}")
            # Spread twice, it must make no difference.
            return " ".join([f"...{name}{self.directive()}"] * self.random.randint(1, 2))
        return f"...{f' on {gtype.name}' if form else ''}{self.directive()} {inner}"

    def field(self, gtype: Any, depth: int, size: int, *, deep: bool = False, inward: bool = False) -> str:
        """One field with its alias, arguments, directive and selections."""
        fields = {} if isinstance(gtype, GraphQLUnionType) else gtype.fields
        leaves = [name for name, each in fields.items() if not is_composite_type(get_named_type(each.type))]
        branches = [name for name in fields if name not in leaves and name not in NOT_ROWS]
        if depth <= 1 or self.document.fields_left <= 0:
            branches = []
        if inward and branches:
            leaves = []
        names = leaves + branches * (1 if deep and not inward else 2)
        if not names or (self.random.random() < 0.06 and not inward):
            return f"{self.alias('__typename', always=False)}__typename{self.directive()}"
        name = self.random.choice(names + [name for name in names for _ in range(WEIGHTS.get(name, 0))])
        self.document.fields_left -= 1
        return self.written(fields[name], name, depth, size, deep=deep)

    def written(self, definition: GraphQLField, name: str, depth: int, size: int, *, deep: bool) -> str:
        arguments, rows = self.arguments(definition, size, deep=deep)
        alias = self.alias(name, always=bool(arguments))
        head = f"{alias}{name}{arguments}{self.directive()}"
        inner = get_named_type(definition.type)
        if not is_composite_type(inner):
            return head
        return f"{head} {self.selections(inner, depth - 1, size * rows, deep=deep)}"

    def alias(self, name: str, *, always: bool) -> str:
        if always or self.random.random() < 0.25:
            return f"{self.name(name.strip('_')[:1])}: "
        return ""

    def directive(self) -> str:
        """Mostly nothing; else @skip or @include by a literal or a variable."""
        if self.random.random() > 0.08:
            return ""
        word, kept = self.random.choice([("skip", False), ("include", True)])
        condition = kept if self.random.random() < 0.7 else not kept
        if self.random.random() < 0.4:
            return f" @{word}(if: {json.dumps(condition)})"
        return f" @{word}(if: {self.declare('Boolean!', condition)})"

    # Arguments

    def arguments(self, definition: GraphQLField, size: int, *, deep: bool) -> tuple[str, int]:
        """The written arguments and about how many rows they lead to."""
        given = {name: each for name, each in definition.args.items() if name not in OTHER_TIMES | BY_WORDS}
        gtype = get_named_type(definition.type)
        rows = FANOUT.get(next((name for name in FANOUT if name == definition.ast_node.name.value), ""), 1)  # type: ignore[union-attr] # made from SDL
        names = [n for n, each in given.items() if is_required_argument(each) or self.random.random() < 0.4]
        if "slug" in given or "path" in given:
            names = [self.random.choice(list(given))]
        nullable = not {"slug", "path"} & set(given)
        chosen = {
            name: self.value(given[name].type, f"{gtype.name}.{name}", nullable=nullable)
            for name in names
            if name not in PAGING
        }
        if "first" in given:
            rows = self.random.randint(1, 2 if deep else max(1, min(12, LARGEST_ANSWER // (size * 3))))
            chosen |= self.paging(definition, size, rows)
        return (f"({', '.join(f'{name}: {text}' for name, text in chosen.items())})" if chosen else ""), rows

    def paging(self, definition: GraphQLField, size: int, rows: int) -> dict[str, str]:
        """`first` or `last`, an order, and sometimes cursors that fit it."""
        backward = "last" in definition.args and self.random.random() < 0.4
        made = {"last" if backward else "first": self.literal_or_variable("Int", json.dumps(rows), rows)}
        if size == 1 and "last" in definition.args and self.random.random() < 0.1:
            made = {}  # as many as come by default
        kind = get_named_type(definition.type).name
        if "orderBy" in definition.args:
            kind = "NEWEST"
            if self.random.random() < 0.7:
                kind = self.random.choice([name for name in self.pools.cursors if name.isupper()])
                made["orderBy"] = self.literal_or_variable("ArticleOrder!", kind, kind)
        for name in ("after", "before"):
            if name in definition.args and self.random.random() < 0.2 and self.pools.cursors.get(kind):
                cursor = self.random.choice(self.pools.cursors[kind])
                made[name] = self.literal_or_variable("String", json.dumps(cursor), cursor)
        return made

    def literal_or_variable(self, type_name: str, text: str, value: Any) -> str:
        return self.declare(type_name, value, default=text) if self.random.random() < 0.4 else text

    def declare(self, type_name: str, value: Any, default: str = "") -> str:
        """A new variable, perhaps one that the request leaves to its default, or leaves out instead of giving null."""
        name = self.name("v")
        by_default = default and self.random.random() < 0.15
        self.document.declarations.append(f"${name}: {type_name}" + (f" = {default}" if by_default else ""))
        if not by_default and (value is not None or self.random.random() < 0.5):
            self.document.variables[name] = value
        return f"${name}"

    def value(self, gtype: Any, key: str, *, nullable: bool = True) -> str:
        """A written value of an input type. `key` says from which pool scalars come."""
        nullable = nullable and not isinstance(gtype, GraphQLNonNull)
        chance = self.random.random()
        if chance < 0.35:
            return self.declare(str(gtype), None if nullable and chance < 0.03 else self.plain(gtype, key))
        return "null" if nullable and chance > 0.95 else self.literal(gtype, key)

    def literal(self, gtype: Any, key: str) -> str:
        """A literal, in which there may be variables."""
        if isinstance(gtype, GraphQLNonNull):
            return self.literal(gtype.of_type, key)
        if isinstance(gtype, GraphQLList):
            items = [self.value(gtype.of_type, key) for _ in range(self.random.randrange(4))]
            # The language takes a single item for a list of one.
            return items[0] if len(items) == 1 and items[0][0] != "$" else f"[{', '.join(items)}]"
        if isinstance(gtype, GraphQLInputObjectType):
            names = self.names(gtype, 3)
            pairs = [f"{name}: {self.value(gtype.fields[name].type, pool(gtype, name))}" for name in names]
            return "{" + ", ".join(pairs) + "}"
        value = self.plain(gtype, key)
        return str(value) if isinstance(gtype, GraphQLEnumType) else json.dumps(value, ensure_ascii=False)

    def names(self, gtype: GraphQLInputObjectType, most: int) -> list[str]:
        """Some fields of an input; mostly one or two, since all given ones must hold."""
        count = min(len(gtype.fields), self.random.choice([0, 1, 1, 1, 2, 3]), most)
        if "not" in gtype.fields and count and self.random.random() < 0.4:
            return [self.random.choice(["not", "or", "and"])]
        return self.random.sample(list(gtype.fields), count)

    def plain(self, gtype: Any, key: str, depth: int = 0) -> Any:
        """A value of an input type as JSON."""
        if isinstance(gtype, GraphQLNonNull):
            return self.plain(gtype.of_type, key, depth)
        if isinstance(gtype, GraphQLList):
            return [self.plain(gtype.of_type, key, depth) for _ in range(self.random.randrange(4))]
        if isinstance(gtype, GraphQLEnumType):
            return self.random.choice(list(gtype.values))
        if isinstance(gtype, GraphQLInputObjectType):
            made = {
                name: self.plain(gtype.fields[name].type, pool(gtype, name), depth + 1)
                for name in self.names(gtype, 3 if depth < 3 else 1)
            }
            return {name: None if self.random.random() < 0.06 else value for name, value in made.items()}
        return self.random.choice(self.pools.values[key if key in self.pools.values else gtype.name])


def pool(gtype: GraphQLInputObjectType, name: str) -> str:
    """The pool that a field of a filter takes its scalars from: `Article.slug` for `ArticleWhere.slug`."""
    return f"{gtype.name.removesuffix('Where')}.{name}"
