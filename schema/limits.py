"""What one GraphQL document may ask for, measured before anything else looks at it, in time linear in its length."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from graphql import (
    DocumentNode,
    ExecutableDefinitionNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)

from cms.settings import Settings
from schema.errors import TOO_COMPLEX

# The introspection query of the common tools is up to 16 levels deep by itself, so it has a limit of its own.
INTROSPECTION_DEPTH = 20
INTROSPECTION_FIELDS = frozenset({"__schema", "__type"})
# Fields, inline fragments and spreads inside one another. Keeps the measuring itself from running out of stack.
MAX_NESTING = 100
MAX_OPERATIONS = 20
# The rules of the language compare fragments in pairs: 150 of them take a third of a second.
MAX_FRAGMENTS = 100
MAX_CHARACTERS = 100_000
# The rules of the language compare the selections of one field in one place in pairs: 330 of them take over a second.
MAX_REPEATS = 20
# Selections looked at for each field that an operation may have, while repeats are counted: several times what
# documents need, and an end to fragments that lead back to themselves.
VISITS_PER_FIELD = 10

Countable = Literal["depth", "introspection_depth", "fields", "root_fields", "aliases", "directives"]


@dataclass(frozen=True)
class Limits:
    """The most that one operation may have of each; the settings of the same names give the numbers."""

    tokens: int
    depth: int
    aliases: int
    fields: int
    root_fields: int
    directives: int
    introspection_depth: int = INTROSPECTION_DEPTH

    @classmethod
    def from_settings(cls, settings: Settings) -> Limits:
        """The limits that a site has set."""
        return cls(
            tokens=settings.max_tokens,
            depth=settings.max_depth,
            aliases=settings.max_aliases,
            fields=settings.max_fields,
            root_fields=settings.max_root_fields,
            directives=settings.max_directives,
        )


@dataclass
class Extent:
    """How much some selections hold, with every fragment spread out wherever it stands."""

    depth: int = 0
    introspection_depth: int = 0
    fields: int = 0
    root_fields: int = 0
    aliases: int = 0
    directives: int = 0

    def add(self, other: Extent) -> None:
        """Take in selections that stand beside these."""
        self.depth = max(self.depth, other.depth)
        self.introspection_depth = max(self.introspection_depth, other.introspection_depth)
        self.fields += other.fields
        self.root_fields += other.root_fields
        self.aliases += other.aliases
        self.directives += other.directives


# What is counted, in the order in which excess is reported, and how it is called in the message.
COUNTED: dict[Countable, str] = {
    "depth": "levels of nested fields",
    "introspection_depth": "levels of nested introspection fields",
    "root_fields": "fields at the top",
    "aliases": "aliases",
    "directives": "directives",
    "fields": "fields",
}


def excess(document: DocumentNode, limits: Limits) -> GraphQLError | None:
    """The error for the first limit that a document breaks, naming the limit and the field; None if it breaks none.

    Every fragment is measured once and remembered, so fragments that double at each level cost nothing more.
    """
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    if len(operations) > MAX_OPERATIONS:
        return too_complex(f"A document may have {MAX_OPERATIONS} operations at most.")
    fragments = [node for node in document.definitions if isinstance(node, FragmentDefinitionNode)]
    if len(fragments) > MAX_FRAGMENTS:
        return too_complex(f"A document may have {MAX_FRAGMENTS} fragments at most.")
    measure = _Measure(fragments)
    repeats = _Repeats(fragments, VISITS_PER_FIELD * limits.fields)
    try:
        for operation in operations:
            if (error := _excess_of(operation, measure, limits) or repeats.excess_of(operation)) is not None:
                return error
        # Fragments that no operation uses are judged by themselves, since the rules of the language read them too.
        for fragment in fragments:
            if measure.knows(fragment):
                continue
            if (error := _excess_of(fragment, measure, limits) or repeats.excess_of(fragment)) is not None:
                return error
    except _TooDeep:
        return too_complex(f"Selections and fragments may be nested {MAX_NESTING} levels deep at most.")
    return None


def too_complex(message: str, node: SelectionNode | None = None) -> GraphQLError:
    """An error with the code TOO_COMPLEX."""
    return GraphQLError(message, node, extensions={"code": TOO_COMPLEX})


class _TooDeep(Exception):
    """The document is nested deeper than the measuring goes."""


class _Measure:
    """Measures the selections of one document."""

    def __init__(self, fragments: list[FragmentDefinitionNode]) -> None:
        self._fragments = {fragment.name.value: fragment for fragment in fragments}
        self._known: dict[str, Extent] = {}
        self._open: set[str] = set()
        self._level = 0

    def knows(self, fragment: FragmentDefinitionNode) -> bool:
        return fragment.name.value in self._known

    def definition(self, node: ExecutableDefinitionNode) -> Extent:
        extent = self._selections(node.selection_set)
        extent.directives += len(node.directives or ())
        return extent

    def selection(self, node: SelectionNode) -> Extent:
        if isinstance(node, FieldNode):
            extent = self._field(node)
        elif isinstance(node, InlineFragmentNode):
            extent = self._selections(node.selection_set)
        elif isinstance(node, FragmentSpreadNode):
            # A copy, because the directives of this spread are its own.
            extent = Extent()
            extent.add(self._fragment(node.name.value))
        else:
            raise TypeError(f"{node.kind} is no selection")
        extent.directives += len(node.directives or ())
        return extent

    def _selections(self, selection_set: SelectionSetNode | None) -> Extent:
        extent = Extent()
        if selection_set is None:
            return extent
        self._level += 1
        if self._level > MAX_NESTING:
            raise _TooDeep
        for node in selection_set.selections:
            extent.add(self.selection(node))
        self._level -= 1
        return extent

    def _field(self, node: FieldNode) -> Extent:
        extent = self._selections(node.selection_set)
        extent.depth += 1
        if node.name.value in INTROSPECTION_FIELDS:
            extent.depth, extent.introspection_depth = 1, extent.depth
        elif extent.introspection_depth:
            extent.introspection_depth += 1
        extent.fields += 1
        extent.root_fields = 1
        extent.aliases += node.alias is not None
        return extent

    def _fragment(self, name: str) -> Extent:
        if name in self._known:
            return self._known[name]
        # A cycle or an unknown name: the rules of the language refuse both, here they count as nothing.
        if name in self._open or name not in self._fragments:
            return Extent()
        self._open.add(name)
        extent = self.definition(self._fragments[name])
        self._open.remove(name)
        self._known[name] = extent
        return extent


class _Repeats:
    """Counts how often one field is selected in one place: by its key in the answer, with all selections merged.

    That is what the rules of the language compare in pairs. A fragment counts once in each place, however often it is
    spread there.
    """

    def __init__(self, fragments: list[FragmentDefinitionNode], most_visits: int) -> None:
        self._fragments = {fragment.name.value: fragment for fragment in fragments}
        self._most_visits = most_visits
        self._visits = 0

    def excess_of(self, definition: ExecutableDefinitionNode) -> GraphQLError | None:
        self._visits = 0
        places = [_Place((), [(definition.selection_set, frozenset())])]
        while places:
            place = places.pop()
            for key, found in self._fields(place).items():
                path = (*place.path, key)
                if len(found) > MAX_REPEATS:
                    return too_complex(
                        f"One field may be selected {MAX_REPEATS} times in one place at most; "
                        f'"{".".join(path)}" is selected {len(found):,} times.',
                        found[MAX_REPEATS][0],
                    )
                inner = [(node.selection_set, spread) for node, spread in found if node.selection_set is not None]
                if inner:
                    places.append(_Place(path, inner))
            if self._visits > self._most_visits:
                return too_complex(
                    "The fragments of an operation are spread too often; use fewer, or spread them once."
                )
        return None

    def _fields(self, place: _Place) -> dict[str, list[tuple[FieldNode, frozenset[str]]]]:
        """The fields of one place by their keys, each with the fragments that it stands in."""
        fields: dict[str, list[tuple[FieldNode, frozenset[str]]]] = defaultdict(list)
        seen: set[str] = set()
        waiting = place.selections[::-1]
        while waiting:
            selections, inside = waiting.pop()
            self._visits += len(selections.selections)
            for node in selections.selections:
                if isinstance(node, FieldNode):
                    fields[(node.alias or node.name).value].append((node, inside))
                elif isinstance(node, InlineFragmentNode):
                    waiting.append((node.selection_set, inside))
                elif isinstance(node, FragmentSpreadNode):
                    name = node.name.value
                    # A fragment inside itself is refused by the rules of the language; here it must only end.
                    if name in self._fragments and name not in seen and name not in inside:
                        seen.add(name)
                        waiting.append((self._fragments[name].selection_set, inside | {name}))
        return fields


@dataclass(frozen=True)
class _Place:
    """One place in an answer, and the selections that fill it, each with the fragments that it stands in."""

    path: tuple[str, ...]
    selections: list[tuple[SelectionSetNode, frozenset[str]]]


def _excess_of(definition: ExecutableDefinitionNode, measure: _Measure, limits: Limits) -> GraphQLError | None:
    extent = measure.definition(definition)
    for name, words in COUNTED.items():
        limit: int = getattr(limits, name)
        if (total := getattr(extent, name)) > limit:
            has = f"An operation may have {limit:,} {words} at most; this one has {total:,}"
            return _refusal(definition, measure, name, total, has)
    return None


def _refusal(
    definition: ExecutableDefinitionNode, measure: _Measure, name: Countable, total: int, message: str
) -> GraphQLError:
    if isinstance(definition, FragmentDefinitionNode):
        message = message.replace("this one has", f'the fragment "{definition.name.value}", which is not used, has')
    selections = definition.selection_set.selections
    most, culprit = max(
        ((getattr(measure.selection(node), name), node) for node in selections), key=lambda pair: pair[0]
    )
    # Naming a part helps only where it is the reason: the deepest one, or one that holds more than the others together.
    if len(selections) == 1 or most * 2 <= total or most == 1:
        return too_complex(f"{message}.", culprit)
    if most == total:
        return too_complex(f"{message}, all of them in {_label(culprit)}.", culprit)
    return too_complex(f"{message}, {most:,} of them in {_label(culprit)}.", culprit)


def _label(node: SelectionNode) -> str:
    if isinstance(node, FieldNode):
        return f'"{node.name.value}"'
    return f'"...{node.name.value}"' if isinstance(node, FragmentSpreadNode) else '"..."'
