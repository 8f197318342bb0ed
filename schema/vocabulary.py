"""What the mutations of sources, authors, categories, tags, collections and references share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import strawberry

from cms.completion import typed
from cms.errors import BadUserInput
from cms.errors import NotFound as Missing
from schema.context import Context
from schema.describe import Argument, Row, SQLType
from schema.enums import CompletionKind
from schema.ids import PREFIXES, row_number
from schema.results import Forbidden, NotFound, ValidationFailed, VersionConflict
from schema.where import containing

Info = strawberry.Info[Context, None]

LONGEST_TYPED = 200
END = "\U0010ffff"
ID = "Its id."
VERSION = "The version that the changes begin with; if it has another by now, nothing is done."
SLUG = "Its name for addresses: small letters, digits and single dashes. The former one leads on to it."
NEW_SLUG = "Its name for addresses: small letters, digits and single dashes; made from the name if not given."


def argument(description: str) -> Any:
    """An argument of a mutation."""
    return strawberry.argument(description=description)


def optional(description: str) -> Any:
    """A field of an input that may be left out; so is null."""
    return strawberry.field(default=None, description=description)


def number(kind: str, name: str, value: str) -> int:
    """The row number in an id; `name` is what messages call it.

    Raises:
        BadUserInput: it is no id of that kind.
        NotFound: it is one that no row can have.
    """
    found = row_number(kind)(name, value)
    if found is None:
        raise Missing(kind.lower(), value)
    return found


def row(table: str, row_id: int) -> Any:
    """A row for a payload."""
    return Row(table, row_id)


def lower(name: str, value: str) -> str:
    """The first key of a completion that begins with what was typed."""
    if len(value) > LONGEST_TYPED:
        raise BadUserInput(name, f"at most {LONGEST_TYPED} characters can be typed")
    return typed(value)


def upper(name: str, value: str) -> str:
    """What comes behind the last such key; where nothing was typed there is none."""
    beginning = lower(name, value)
    return beginning + END if beginning else beginning


BEGINNING: tuple[tuple[SQLType, Callable[[str, Any], object]], ...] = (("text", lower), ("text", upper))


def named_like(kind: CompletionKind) -> Argument:
    """The argument `search` of a list that readers see: by a part of the name, which an index finds."""
    description = "A part of the name: as written, in either script, by pinyin or by its initials (jzrb)."
    return Argument(str | None, description, _completed(kind, "{value}", "{value_2}"), parts=BEGINNING)


def searching(kind: CompletionKind, *also: str) -> Argument:
    """The argument `search` of an editor's list: as for readers, or in the middle of a word of some columns as well."""
    description = (
        "Only those with this somewhere in the name or the address, or that are spelled so by pinyin or its initials"
        " (jzrb); width and case of letters and the script of Chinese do not matter."
    )
    like = " OR ".join(f"{column} LIKE {{value}} ESCAPE '!'" for column in also)
    condition = f"({like} OR {_completed(kind, '{value_2}', '{value_3}')})"
    return Argument(str | None, description, condition, parts=(("text", containing), *BEGINNING))


def _completed(kind: CompletionKind, first: str, last: str) -> str:
    return (
        f"{{t}}.id IN (SELECT c.subject_id FROM completion c WHERE c.kind='{kind}' AND c.key>={first} AND c.key<{last})"
    )


@strawberry.input(description="Two things that are one: everything of the first becomes the second's.")
class MergeInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description="What goes. Its id and slug lead to the other then.")
    expected_version: int = strawberry.field(description="The version it was seen in.")
    into_id: strawberry.ID = strawberry.field(description="What stays.")
    into_expected_version: int = strawberry.field(description="The version that one was seen in.")

    def numbers(self, kind: str) -> tuple[int, int]:
        """The row numbers of both."""
        return number(kind, "id", self.id), number(kind, "intoId", self.into_id)

    @property
    def versions(self) -> dict[str, int]:
        """The versions of both, as operations take them."""
        return {"expected_version": self.expected_version, "into_expected_version": self.into_expected_version}


@strawberry.input(description="What to delete.")
class DeleteInput:
    """An input."""

    id: strawberry.ID = strawberry.field(description=ID)
    expected_version: int = strawberry.field(description=VERSION)


@strawberry.type(description="It is deleted. Its id is never used again.")
class DeletePayload:
    """A payload."""

    id: strawberry.ID = strawberry.field(description="The id it had.")


DeleteResult = Annotated[
    DeletePayload | ValidationFailed | Forbidden | NotFound | VersionConflict,
    strawberry.union("DeleteResult", description="What was deleted, or why nothing was."),
]


def deleted(kind: str, row_id: int) -> DeletePayload:
    """The payload of what was deleted."""
    return DeletePayload(id=strawberry.ID(f"{PREFIXES[kind]}_{row_id}"))
