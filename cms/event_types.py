"""What can happen: every type of event, who may know of it, and the JSON Schema of what is told.

A change of what a type tells raises its version. docs/events.md and docs/events.schema.json are generated from here
(`python -m cms.event_types`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cms.ids import PREFIXES, camel, shown_id
from cms.words import Audience, DraftStatus, Role, ScheduleAct

Schema = dict[str, Any]


@dataclass(frozen=True)
class Value:
    """What may stand in one place of a payload. Numbers of rows of a `kind` are told as their ids."""

    schema: Schema
    kind: str = ""

    def shown(self, value: Any) -> Any:
        """The value as it is told."""
        if not self.kind or value is None:
            return value
        if isinstance(value, list):
            return [shown_id(self.kind, number) for number in value]
        return shown_id(self.kind, value)


def _id(kind: str) -> Value:
    return Value({"type": "string", "pattern": f"^{PREFIXES[kind]}_[1-9][0-9]*$"}, kind)


def _ids(kind: str) -> Value:
    return Value({"type": "array", "items": _id(kind).schema}, kind)


def _or_null(value: Value) -> Value:
    return Value({"anyOf": [value.schema, {"type": "null"}]}, value.kind)


def _one_of(words: Any) -> Value:
    return Value({"enum": [str(word) for word in words]})


TEXT = Value({"type": "string"})
COUNT = Value({"type": "integer", "minimum": 0})
FLAG = Value({"type": "boolean"})
TIME = Value({"type": "string", "format": "date-time"})


@dataclass(frozen=True)
class EventType:
    """A sort of event.

    Attributes:
        name: what happened to what, such as article.published.
        meaning: a sentence for the docs.
        audience: who may know of it; None where whoever records it tells whether the public does.
        payload: what else is told, by name in Python; a name that ends in `?` may be absent. Outside, the names are
            written in camelCase. Where the public may know of it: nothing that might not be public any more one day.
        details: what is told in the audit log alone, written likewise.
        version: of this schema.
    """

    name: str
    meaning: str
    audience: Audience | None
    payload: Mapping[str, Value] = field(default_factory=dict)
    details: Mapping[str, Value] = field(default_factory=dict)
    version: int = 1

    def told(self, given: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """What is given as payload and as details, by the names and with the ids of the outside.

        Raises:
            ValueError: something is given that is not declared, or what is declared is not given.
        """
        declared = {**self.payload, **self.details}
        names = {name.removesuffix("?") for name in declared}
        missing = declared.keys() & names - given.keys()
        if missing or given.keys() - names:
            problem = f"lacks {sorted(missing)} and has {sorted(given.keys() - names)}"
            raise ValueError(f"{self.name} does not tell what it declares: it {problem}")
        return _written(self.payload, given), _written(self.details, given)

    @property
    def subject_kind(self) -> str:
        """The word for what it happens to."""
        first = self.name.partition(".")[0]
        return {"revision": "draft", "preview": "draft", "hot": "draft"}.get(first, first)

    @property
    def schema(self) -> Schema:
        """The JSON Schema (draft 2020-12) of `data`."""
        return object_schema(self.payload, self.meaning)


def object_schema(values: Mapping[str, Value], description: str) -> Schema:
    """The JSON Schema of declared values."""
    return {
        "description": description,
        "type": "object",
        "properties": {camel(name.removesuffix("?")): value.schema for name, value in values.items()},
        "required": [camel(name) for name in values if not name.endswith("?")],
        "additionalProperties": False,
    }


def _written(declared: Mapping[str, Value], given: Mapping[str, Any]) -> dict[str, Any]:
    plain = ((name.removesuffix("?"), value) for name, value in declared.items())
    return {camel(name): value.shown(given[name]) for name, value in plain if name in given}


_PUBLIC, _DESK, _ADMIN = Audience.PUBLIC, Audience.DESK, Audience.ADMIN
_REVISION = {"revision": COUNT}
_SHOWN = {"title": TEXT, "path": TEXT}
_WAY = {"path": TEXT, "url": TEXT, "target?": _id("article")}


def _merged(word: str, **more: Value) -> EventType:
    article = "An" if word == "author" else "A"
    return EventType(
        f"{word}.merged",
        f"{article} {word} (`fromId`) became part of another (`toId`), in `articleCount` public articles.",
        None,
        {"from_id": _id(word), "to_id": _id(word), "article_count": COUNT},
        {"from_name": TEXT, "to_name": TEXT} | more,
    )


def _noun(word: str) -> tuple[EventType, ...]:
    article = "An" if word == "author" else "A"
    what = {"name": TEXT, "slug": TEXT}
    return (
        EventType(f"{word}.created", f"{article} {word} was made.", _DESK, {"name": TEXT}),
        EventType(f"{word}.updated", f"What is told of {article.lower()} {word} was changed.", None, details=what),
        _merged(word),
        EventType(f"{word}.deleted", f"{article} {word} that nothing used was deleted.", _DESK, what),
    )


_DECLARED = (
    EventType("draft.created", "A draft was made.", _DESK, {"title": TEXT, "duplicate_of?": _id("draft")}),
    EventType(
        "draft.saved",
        "A draft was saved: `fields` changed, and `version` is what it is at.",
        _DESK,
        {"version": COUNT, "restored_from?": COUNT, "is_autosave?": FLAG},
    ),
    EventType("draft.submitted", "A review of a draft was asked for.", _DESK),
    EventType("draft.changes_requested", "A reviewer asked for changes, told in `note`.", _DESK, {"note": TEXT}),
    EventType(
        "draft.assigned",
        "A draft was assigned to a user, or to nobody.",
        _DESK,
        {"assignee": _or_null(_id("user"))},
    ),
    EventType(
        "draft.scheduled",
        "Publishing or unpublishing (`act`) was planned for `dueAt`.",
        _DESK,
        {"act": _one_of(ScheduleAct), "due_at": TIME, "revision?": COUNT},
    ),
    EventType(
        "draft.schedule_cancelled",
        "A plan for publishing or unpublishing (`act`) was cancelled.",
        _DESK,
        {"act": _one_of(ScheduleAct)},
    ),
    EventType(
        "draft.schedule_failed",
        "A plan could not be carried out when its time came, for the `reason` told.",
        _DESK,
        {"act": _one_of(ScheduleAct), "reason": TEXT},
    ),
    EventType(
        "draft.embargo_set",
        "A draft may not be published before `until`, or (null) at any time again.",
        _DESK,
        {"until": _or_null(TIME)},
    ),
    EventType(
        "draft.trashed",
        "A draft was put into the trash; `wasPublic` tells whether `article.unpublished` was told of the same change.",
        _DESK,
        {"was_public": FLAG},
    ),
    EventType("draft.restored", "A draft was taken out of the trash.", _DESK, {"status": _one_of(DraftStatus)}),
    EventType(
        "draft.deleted",
        "A draft was deleted for ever; `wasPublic` tells whether it left a tombstone.",
        _DESK,
        {"title": TEXT, "was_public": FLAG},
    ),
    EventType("revision.named", "A revision of a draft was given a name.", _DESK, {"revision": COUNT, "name": TEXT}),
    EventType(
        "preview.created",
        "A preview link was made for a draft; it works until `expiresAt`.",
        _DESK,
        {"link": _id("preview"), "expires_at": TIME, "revision?": COUNT},
    ),
    EventType("preview.revoked", "A preview link of a draft was ended.", _DESK, {"link": _id("preview")}),
    EventType(
        "hot.pinned",
        "An article was given a place in the hot lists, maybe until a time.",
        _DESK,
        {"position": COUNT, "until?": TIME},
    ),
    EventType("hot.unpinned", "An article has no place in the hot lists any more but that of its reads.", _DESK),
    EventType("hot.excluded", "An article was kept out of the hot lists, maybe until a time.", _DESK, {"until?": TIME}),
    EventType("hot.included", "An article may be in the hot lists again.", _DESK),
    EventType("article.published", "An article became public, or public again.", _PUBLIC, _REVISION, _SHOWN),
    EventType(
        "article.updated",
        "The public form of an article was replaced by a newer revision, which differs in `fields`.",
        _PUBLIC,
        _REVISION,
        _SHOWN,
    ),
    EventType(
        "article.corrected",
        "As `article.updated`, with a correction note for readers.",
        _PUBLIC,
        _REVISION,
        _SHOWN | {"note": TEXT},
    ),
    EventType("article.unpublished", "An article is no longer public.", _PUBLIC),
    EventType(
        "article.taken_down",
        "An article is no longer public, and a tombstone tells why.",
        _PUBLIC,
        details={"reason": TEXT},
    ),
    EventType("article.reinstated", "A take-down was undone; the article can be published again.", _PUBLIC),
    EventType("article.copies_found", "`cms copies rebuild` found copies of an article anew.", _PUBLIC),
    EventType("article.lead_chosen", "An article was chosen to lead the story of its copies.", _PUBLIC),
    EventType(
        "article.copy_marked",
        "An editor called an article and another one copies of each other.",
        None,
        details={"other_id": _id("article")},
    ),
    EventType(
        "article.copy_dismissed",
        "An editor said that an article and another one are no copies of each other.",
        None,
        details={"other_id": _id("article")},
    ),
    EventType(
        "article.copy_verdict_forgotten",
        "What an editor said of an article and another one was taken back; their texts tell again.",
        None,
        details={"other_id": _id("article")},
    ),
    *_noun("source"),
    *_noun("author"),
    EventType("category.created", "A category was made.", _DESK, {"name": TEXT}),
    EventType(
        "category.updated",
        "A category was renamed or described anew; with its path change those below it.",
        None,
        details={"name": TEXT, "path": TEXT, "former_path": TEXT},
    ),
    EventType(
        "category.moved",
        "A category, with all below it, was put elsewhere in the tree, or in another order.",
        None,
        {"parent_id": _or_null(_id("category")), "position": COUNT},
        {"path": TEXT, "former_path": TEXT},
    ),
    _merged("category", from_path=TEXT, to_path=TEXT),
    EventType("category.deleted", "A category that nothing used was deleted.", _DESK, {"name": TEXT, "path": TEXT}),
    *_noun("tag"),
    EventType("collection.created", "An empty collection was made.", _PUBLIC, details={"slug": TEXT}),
    EventType("collection.updated", "What is told of a collection was changed.", _PUBLIC, details={"slug": TEXT}),
    EventType(
        "collection.changed",
        "Items of a collection were placed, moved, taken out or replaced.",
        _PUBLIC,
        details={"slug": TEXT},
    ),
    EventType("collection.deleted", "A collection was deleted.", _PUBLIC, details={"slug": TEXT}),
    EventType(
        "reference.created",
        "A reference was made by an editor; those of an import come with its articles.",
        _DESK,
        {"title": TEXT},
    ),
    EventType(
        "reference.updated",
        "What is told of a reference was changed, or which article here it means.",
        None,
        details={"title": TEXT},
    ),
    EventType("reference.deleted", "A reference that nothing used was deleted.", _DESK, {"title": TEXT}),
    EventType("asset.created", "A file was brought in.", _DESK, {"name": TEXT, "media_type": TEXT}),
    EventType("asset.updated", "What is told of a file was changed.", None, details={"name": TEXT}),
    EventType(
        "asset.replaced", "A file was replaced by another; it has other addresses.", None, details={"name": TEXT}
    ),
    EventType("asset.deleted", "A file that nothing used was deleted.", _DESK, {"name": TEXT}),
    EventType("redirect.created", "A path of the site began to lead elsewhere.", None, details=_WAY),
    EventType("redirect.updated", "A redirect was changed.", None, details=_WAY),
    EventType("redirect.deleted", "A path of the site leads nowhere any more.", None, details=_WAY),
    EventType("site.updated", "What the site says of itself was changed.", _PUBLIC, details={"name": TEXT}),
    EventType("user.created", "A user was made.", _ADMIN, {"name": TEXT, "role": _one_of(Role)}),
    EventType(
        "user.updated",
        "The name, role or categories of a user were changed, or the user was disabled or enabled.",
        _ADMIN,
        {"name?": TEXT, "role?": _one_of(Role), "is_disabled?": FLAG, "category_ids?": _ids("category")},
    ),
    EventType("user.link_made", "A one-time link for choosing a password was made.", _ADMIN),
    EventType("user.password_changed", "A user has a new password; all sessions, tokens and links ended.", _ADMIN),
    EventType(
        "user.identity_linked",
        "A user signed in by an OpenID Connect provider for the first time.",
        _ADMIN,
        {"issuer": TEXT},
    ),
    EventType("user.identities_unlinked", "A user is known to no OpenID Connect provider any more.", _ADMIN),
    EventType("token.created", "An API token was made.", _ADMIN, {"user_id": _id("user"), "name": TEXT}),
    EventType("token.revoked", "An API token was ended.", _ADMIN, {"user_id": _id("user")}),
    EventType("endpoint.created", "An endpoint was made.", _ADMIN, {"name": TEXT}),
    EventType("endpoint.updated", "An endpoint was changed in `fields`.", _ADMIN, {"name": TEXT}),
    EventType("endpoint.secret_rotated", "An endpoint got a new secret.", _ADMIN, {"name": TEXT}),
    EventType("endpoint.paused", "An endpoint is sent nothing for the time being.", _ADMIN, {"name": TEXT}),
    EventType("endpoint.resumed", "An endpoint is sent events again.", _ADMIN, {"name": TEXT}),
    EventType(
        "endpoint.disabled",
        "The server stopped sending to an endpoint, for the `reason` told.",
        _ADMIN,
        {"name": TEXT, "reason": TEXT},
    ),
    EventType(
        "endpoint.replayed",
        "Events from `fromSequence` on, `count` of them, were sent to an endpoint again.",
        _ADMIN,
        {"from_sequence": COUNT, "count": COUNT},
    ),
    EventType("endpoint.deleted", "An endpoint was deleted.", _ADMIN, {"name": TEXT}),
)

TYPES: dict[str, EventType] = {declared.name: declared for declared in _DECLARED}
# Sent to an endpoint alone that is tried out; it stands in no log.
PING = EventType("endpoint.ping", "Somebody tries an endpoint out; nothing happened.", _ADMIN, {"name": TEXT})


def envelope(declared: EventType) -> Schema:
    """The JSON Schema of an event of the type as webhooks carry it in the forms THIN and FULL."""
    subject = {
        "type": "object",
        "properties": {
            "kind": {"const": declared.subject_kind},
            "id": {"type": "string", "pattern": f"^{PREFIXES[declared.subject_kind]}_[1-9][0-9]*$"},
        },
        "required": ["kind", "id"],
        "additionalProperties": False,
    }
    properties = {
        "id": {"type": "string", "description": "The event's name: the same in every attempt, of no other event."},
        "type": {"const": declared.name},
        "version": {"const": declared.version},
        "timestamp": TIME.schema,
        "sequence": {
            "type": "integer",
            "minimum": 0,
            "description": "Its number in the log; 0 of a ping.",
        },
        "subject": subject,
        "actor": {"enum": list(ACTORS.values())},
        "fields": {"type": "array", "items": {"type": "string"}, "description": "What is not as it was before."},
        "tags": {"type": "array", "items": {"type": "string"}, "description": "The cache tags of all it touches."},
        "data": declared.schema,
        "object": {
            "type": ["object", "null"],
            "description": "In the form FULL: the subject as it is when this is first sent; null if it is not to be"
            " seen. In the form SELECTION: what is selected of the event.",
        },
    }
    required = [name for name in properties if name != "object"]
    return {
        "title": f"{declared.name} (version {declared.version})",
        "description": declared.meaning,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


# What is told of who did it, by how they proved who they are (cms.permissions.Via).
ACTORS = {"SESSION": "USER", "TOKEN": "TOKEN", "SYSTEM": "SYSTEM", "NOTHING": "OTHER"}


def schemas() -> Schema:
    """One document with the schemas of all types."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Events of Broadsheet",
        "$defs": {name: envelope(declared) for name, declared in {**TYPES, PING.name: PING}.items()},
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in [*TYPES, PING.name]],
    }


def table() -> list[str]:
    """The types as lines of a table in Markdown."""
    rows = ["| type | means | who may know | `data` | in the audit log besides |", "|--|--|--|--|--|"]
    for declared in TYPES.values():
        audience = "PUBLIC or DESK" if declared.audience is None else declared.audience
        cells = (f"`{declared.name}`", declared.meaning, audience, _names(declared.payload), _names(declared.details))
        rows.append(f"| {' | '.join(cells)} |")
    return rows


def _names(values: Mapping[str, Value]) -> str:
    """The names as a list in Markdown."""
    optional = {name: " (may be absent)" if name.endswith("?") else "" for name in values}
    return ", ".join(f"`{camel(name.removesuffix('?'))}`{note}" for name, note in optional.items())


def written_schemas() -> str:
    """The text of docs/events.schema.json."""
    return json.dumps(schemas(), indent=1, ensure_ascii=False) + "\n"


def write_docs(folder: Path) -> None:
    """Bring the docs to what is declared here."""
    (folder / "events.schema.json").write_text(written_schemas(), encoding="utf-8")
    page = folder / "events.md"
    lines = page.read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("| type |"))
    last = next(number for number in range(first, len(lines) + 1) if number == len(lines) or not lines[number])
    page.write_text("\n".join([*lines[:first], *table(), *lines[last:]]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_docs(Path("docs"))
