"""What changed between two revisions of an article."""

from __future__ import annotations

from typing import Annotated, Any

import strawberry

from cms import diff, revisions
from cms.diff import ItemChangeKind, ParagraphChangeKind
from cms.ids import shown_field
from cms.spans import SpanKind
from schema.article_inputs import article_number
from schema.articles import Info, argument
from schema.contents import shown_value
from schema.enums import describe
from schema.scalars import JSON

describe(
    ItemChangeKind,
    "What happened to an item of a list.",
    ADDED="It came.",
    REMOVED="It went.",
    MOVED="It stands in another place.",
    CHANGED="It is about the same, but not equal; it may have moved too.",
)
describe(
    ParagraphChangeKind,
    "What happened to a paragraph.",
    EQUAL="Nothing.",
    INSERTED="It came.",
    DELETED="It went.",
    CHANGED="Its text changed.",
    REFORMATTED="Its text stayed; its markup changed.",
)
describe(
    SpanKind,
    "Whether a piece of text is in both versions or in one.",
    EQUAL="It is in both.",
    INSERTED="It came.",
    DELETED="It went.",
)


@strawberry.interface(description="What happened to one field of an article.")
class FieldChange:
    """A change."""

    field: str = strawberry.field(description="The field, as inputs name it.")


@strawberry.type(description="Another value of a field that has one value.")
class ValueChange(FieldChange):
    """A change of a value."""

    old: JSON | None = strawberry.field(description="The value before, as inputs take it.")
    new: JSON | None = strawberry.field(description="The value after.")


@strawberry.type(description="What happened to one item of a list.")
class ItemChange:
    """A change of an item."""

    kind: ItemChangeKind = strawberry.field(description="What happened to it.")
    label: str = strawberry.field(description="What to call it: the printed name, the headline, the keyword.")
    old: JSON | None = strawberry.field(description="The item before, as inputs take it; null if it came.")
    new: JSON | None = strawberry.field(description="The item after; null if it went.")
    old_position: int | None = strawberry.field(description="Where it stood, from 0.")
    new_position: int | None = strawberry.field(description="Where it stands, from 0.")


@strawberry.type(description="What happened to an ordered list.")
class ListDifference(FieldChange):
    """A change of a list."""

    items: list[ItemChange] = strawberry.field(description="By new position, then what went by old position.")


@strawberry.type(description="A piece of text that stayed, came or went; Chinese by characters, others by words.")
class TextSpan:
    """A span."""

    kind: SpanKind = strawberry.field(description="What happened to it.")
    text: str = strawberry.field(description="The text.")


@strawberry.type(description="A block of a body: a paragraph, heading, list, picture.")
class BodyParagraph:
    """A paragraph."""

    position: int = strawberry.field(description="Its place in the body, from 0.")
    type: str = strawberry.field(description="The kind of block, as in `Body.blocks`.")
    text: str = strawberry.field(description="Its text.")
    html: str = strawberry.field(description="Its inner HTML, sanitised.")
    level: int | None = strawberry.field(description="Of a heading, 2 to 4.")


@strawberry.type(description="What happened to one paragraph.")
class ParagraphChange:
    """A change of a paragraph."""

    kind: ParagraphChangeKind = strawberry.field(description="What happened to it.")
    is_moved: bool = strawberry.field(description="Whether it stands in another order among those that stayed.")
    old: BodyParagraph | None = strawberry.field(description="As it was; null if it came.")
    new: BodyParagraph | None = strawberry.field(description="As it is; null if it went.")
    spans: list[TextSpan] = strawberry.field(description="Both texts as one, in pieces.")


@strawberry.type(description="Both bodies as one text.")
class BodyDifference(FieldChange):
    """A change of the body."""

    paragraphs: list[ParagraphChange] = strawberry.field(
        description="By new position; deleted ones stand after the one that they followed."
    )


FIELD_CHANGES = [ValueChange, ListDifference, BodyDifference]


async def revision_changes(
    info: Info,
    id: Annotated[strawberry.ID, argument("The article.")],  # noqa: A002
    from_: Annotated[int, strawberry.argument(name="from", description="The number of the earlier revision.")],
    to: Annotated[int | None, argument("The number of the later one; the newest if not given.")] = None,
) -> list[FieldChange] | None:
    """The changes."""
    info.context.count_comparison()
    compared = await revisions.compare_revisions(info.context.viewer, article_number("id", id), from_, to)
    return [_change(change, compared) for change in compared.changes]


@strawberry.type
class ComparingQueries:
    """Comparing revisions."""

    revision_changes: list[FieldChange] | None = strawberry.field(
        resolver=revision_changes,
        description="What changed from one revision of an article to another; three times in an operation at most.",
    )


def _change(change: diff.FieldChange, compared: revisions.Comparison) -> FieldChange:
    field = shown_field(change.field)
    match change:
        case diff.ScalarChange():
            old, new = (JSON(shown_value(change.field, value)) for value in (change.old, change.new))
            return ValueChange(field=field, old=old, new=new)
        case diff.BodyChange():
            return BodyDifference(field=field, paragraphs=[_paragraph_change(one) for one in change.paragraphs])
        case _:
            return ListDifference(
                field=field, items=[_item_change(change.field, one, compared) for one in change.items]
            )


def _item_change(field: str, change: diff.ItemChange[Any], compared: revisions.Comparison) -> ItemChange:
    shown: Any = change.old if change.new is None else change.new
    return ItemChange(
        kind=change.kind,
        label=compared.labels[shown],
        old=JSON(None if change.old is None else shown_value(field, change.old)),
        new=JSON(None if change.new is None else shown_value(field, change.new)),
        old_position=change.old_position,
        new_position=change.new_position,
    )


def _paragraph_change(change: diff.ParagraphChange) -> ParagraphChange:
    return ParagraphChange(
        kind=change.kind,
        is_moved=change.is_moved,
        old=_paragraph(change.old),
        new=_paragraph(change.new),
        spans=[TextSpan(kind=span.kind, text=span.text) for span in change.spans],
    )


def _paragraph(paragraph: diff.Paragraph | None) -> BodyParagraph | None:
    if paragraph is None:
        return None
    return BodyParagraph(
        position=paragraph.position,
        type=paragraph.type,
        text=paragraph.text,
        html=paragraph.html,
        level=paragraph.level,
    )
