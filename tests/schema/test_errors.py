"""The codes of errors: each documented, and each from one place."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from graphql import FieldNode, GraphQLError, NameNode, VariableDefinitionNode, parse

import cms
import schema
from cms.errors import BadUserInput, CMSError, SetupError
from schema import errors
from schema.errors import code_of, facts_of, format_error

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "errors.md"


def refusals() -> set[type[CMSError]]:
    """Every class of refusal there is, wherever it is defined."""
    for package in (cms, schema):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "versions" not in module.name:
                importlib.import_module(module.name)
    found, queue = set(), [CMSError]
    while queue:
        queue += (children := queue.pop().__subclasses__())
        found |= set(children)
    return found


def documented() -> set[str]:
    return set(re.findall(r"^\| `([A-Z_]+)` \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE))


def test_every_code_is_documented() -> None:
    own = {value for name, value in vars(errors).items() if name.isupper() and isinstance(value, str)}

    assert own | {refusal.code for refusal in refusals()} <= documented()


def variable_error(original: Exception | None) -> GraphQLError:
    definition = next(iter(parse("query ($a: Int) { b }").definitions[0].variable_definitions))  # type: ignore[attr-defined]
    assert isinstance(definition, VariableDefinitionNode)
    return GraphQLError("Variable '$a' got invalid value", definition, original_error=original)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (GraphQLError("in graphql-core's own words"), "BAD_USER_INPUT"),
        (GraphQLError("with a code", extensions={"code": "RATE_LIMITED"}), "RATE_LIMITED"),
        (GraphQLError("of the whole request", original_error=TypeError("a bug")), "INTERNAL_SERVER_ERROR"),
        (GraphQLError("of a field", path=["a"], original_error=KeyError("a bug")), "INTERNAL_SERVER_ERROR"),
        (GraphQLError("of a field", path=["a"]), "INTERNAL_SERVER_ERROR"),
        (GraphQLError("of a field", FieldNode(name=NameNode(value="a")), path=["a"]), "INTERNAL_SERVER_ERROR"),
        (variable_error(None), "BAD_USER_INPUT"),
        (variable_error(ValueError("no number")), "BAD_USER_INPUT"),
        (variable_error(KeyError("a bug in a scalar")), "INTERNAL_SERVER_ERROR"),
        (GraphQLError("x", original_error=BadUserInput("a", "b")), "BAD_USER_INPUT"),
        (GraphQLError("x", original_error=GraphQLError("y", original_error=BadUserInput("a", "b"))), "BAD_USER_INPUT"),
    ],
)  # fmt: skip
def test_code_tells_whose_mistake_it_is(error: GraphQLError, code: str) -> None:
    assert code_of(error) == code


def test_refusal_without_facts_tells_none() -> None:
    assert facts_of(SetupError("It is at /srv/cms.", "Run rm.")) == {}


def test_masked_error_tells_the_request_id_and_nothing_else() -> None:
    error = GraphQLError("no such table: user", path=["a"], original_error=RuntimeError("no such table: user"))

    formatted = format_error(error, request_id="abc", hide_suggestions=False)

    assert formatted == {
        "message": "Internal error",
        "path": ["a"],
        "extensions": {"code": "INTERNAL_SERVER_ERROR", "requestId": "abc"},
    }
