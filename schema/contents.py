"""How the API names and writes what an editor provides for an article: as the inputs that save it take it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cms.ids import shown_field
from cms.models.fields import canonical
from cms.snapshots import CreditLink, RelationLink
from schema.ids import ID_PREFIXES
from schema.scalars import JSON

_KINDS = {"source_id": "Source", "category_id": "Category", "image_id": "Asset", "tag_ids": "Tag"}


def shown_values(values: Mapping[str, object]) -> JSON:
    """Fields of `Content` by their names in inputs, as inputs take them."""
    return JSON({shown_field(name): shown_value(name, value) for name, value in values.items()})


def shown_value(name: str, value: Any) -> Any:
    """The value of a field of `Content`, or an item of a list of it, as inputs take it."""
    if isinstance(value, tuple):
        return [shown_value(name, item) for item in value]
    if isinstance(value, CreditLink):
        return {"authorId": _id("Author", value.author_id), "role": value.role, "name": value.name}
    if isinstance(value, RelationLink):
        target = {"targetId": _id("Article", value.target_id), "referenceId": _id("Reference", value.reference_id)}
        return {"kind": value.kind} | target
    if isinstance(value, datetime):
        return canonical(value)
    return _id(_KINDS[name], value) if name in _KINDS else value


def _id(kind: str, number: int | None) -> str | None:
    return None if number is None else f"{ID_PREFIXES[kind]}_{number}"
