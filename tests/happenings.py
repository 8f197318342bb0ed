"""Events of every type, made up."""

from __future__ import annotations

from typing import Any

from cms.event_types import EventType, Value


def sample(declared: EventType) -> dict[str, Any]:
    """What `cms.events.record` takes for an event of the type, everything that may be told included."""
    given = {name.removesuffix("?"): _value(value) for name, value in {**declared.payload, **declared.details}.items()}
    return given | ({"is_public": True} if declared.audience is None else {})


def _value(value: Value) -> Any:
    schema = value.schema.get("anyOf", [value.schema])[0]
    if "enum" in schema:
        return schema["enum"][0]
    if value.kind:
        return [3] if schema["type"] == "array" else 3
    if schema.get("format") == "date-time":
        return "2026-03-01T12:00:00Z"
    return {"string": "一", "integer": 3, "boolean": True}[schema["type"]]
