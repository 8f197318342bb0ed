"""Idempotency keys: the argument that mutations take, and what makes two requests the same one."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from graphql import print_ast
from graphql.execution.collect_fields import FieldDetails, FragmentDetails
from strawberry.annotation import StrawberryAnnotation
from strawberry.extensions import FieldExtension
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField
from strawberry.types.union import StrawberryUnion
from strawberry.types.unset import UNSET

ARGUMENT = "idempotencyKey"
_PYTHON_NAME = "idempotency_key"
_SPREAD = re.compile(r"\.\.\.(\w+)", re.ASCII)
_VARIABLE = re.compile(r"\$(\w+)", re.ASCII)


class TakesKey(FieldExtension):
    """Gives a mutation the argument `idempotencyKey`, which its resolver does not see, and refusals that go with it."""

    def __init__(self, description: str, refusals: Sequence[type]) -> None:
        self.description = description
        self.refusals = refusals

    def apply(self, field: StrawberryField) -> None:
        """Add to the field what is missing; a field serves every schema that is made of it."""
        if all(argument.python_name != _PYTHON_NAME for argument in field.arguments):
            annotation = StrawberryAnnotation(str | None)
            key = StrawberryArgument(_PYTHON_NAME, None, annotation, default=UNSET, description=self.description)
            field.arguments = [*field.arguments, key]
        union = field.type
        if isinstance(union, StrawberryUnion):
            missing = [StrawberryAnnotation(refusal) for refusal in self.refusals if refusal not in union.types]
            if missing:
                types = (*union.type_annotations, *missing)
                field.type = StrawberryUnion(union.graphql_name, types, union.description, union.directives)

    def map_arguments(self, kwargs: dict[str, Any]) -> dict[str, Any]:
        """What the resolver gets: everything but the key."""
        return {name: value for name, value in kwargs.items() if name != _PYTHON_NAME}


def request_text(
    details: Sequence[FieldDetails],
    arguments: dict[str, Any],
    fragments: dict[str, FragmentDetails],
    variables: dict[str, Any],
) -> str:
    """What is asked of one mutation: its name, its arguments, and what is selected of its answer.

    Neither the rest of the operation nor the mutation's alias counts, so a client may retry some of several mutations.
    """
    name = details[0].node.name.value
    selections = [print_ast(detail.node.selection_set) for detail in details if detail.node.selection_set]
    used: dict[str, str] = {}
    _gather(selections, fragments, used)
    texts = [*selections, *used.values()]
    # A word that only looks like a variable or a fragment, inside of a string, does no harm here.
    words = {word for text in texts for word in _VARIABLE.findall(text)}
    values = {word: variables[word] for word in words & variables.keys()}
    return json.dumps([name, arguments, texts, values], sort_keys=True, default=str)


def _gather(texts: Sequence[str], fragments: dict[str, FragmentDetails], used: dict[str, str]) -> None:
    """Add the fragments that the texts spread, and those that these spread, in the order in which they are met."""
    for name in [name for text in texts for name in _SPREAD.findall(text)]:
        if name in fragments and name not in used:
            used[name] = print_ast(fragments[name].definition)
            _gather([used[name]], fragments, used)
