"""What one GraphQL document may ask for, measured before anything else looks at it, in time linear in its length."""

from __future__ import annotations

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
    try:
        for operation in operations:
            if (error := _excess_of(operation, measure, limits)) is not None:
                return error
        # Fragments that no operation uses are judged by themselves, since the rules of the language read them too.
        for fragment in fragments:
            if not measure.knows(fragment) and (error := _excess_of(fragment, measure, limits)) is not None:
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


def _excess_of(definition: ExecutableDefinitionNode, measure: _Measure, limits: Limits) -> GraphQLError | None:
    extent = measure.definition(definition)
    for name, words in COUNTED.items():
        limit: int = getattr(limits, name)
        if getattr(extent, name) > limit:
            return _refusal(definition, measure, name, f"An operation may have {limit} {words} at most")
    return None


def _refusal(definition: ExecutableDefinitionNode, measure: _Measure, name: Countable, message: str) -> GraphQLError:
    selections = definition.selection_set.selections
    extents = [(getattr(measure.selection(node), name), node) for node in selections]
    if not extents:  # only the definition's own directives can be too many then
        return too_complex(f"{message}.")
    most, culprit = max(extents, key=lambda pair: pair[0])
    return too_complex(f"{message}; {_label(culprit)} alone has {most:,}.", culprit)


def _label(node: SelectionNode) -> str:
    if isinstance(node, FieldNode):
        return f'"{node.name.value}"'
    return f'"...{node.name.value}"' if isinstance(node, FragmentSpreadNode) else '"..."'
