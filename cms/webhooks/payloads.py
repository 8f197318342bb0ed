"""What an event is as webhooks carry it; cms/event_types.py has the JSON Schema."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cms.event_types import ACTORS, PING
from cms.events import new_uid
from cms.ids import shown_id
from cms.models import Endpoint, Event
from cms.models.fields import canonical


def envelope(event: Event) -> dict[str, Any]:
    """The event in the form THIN."""
    return {
        "id": event.uid,
        "type": event.type,
        "version": event.version,
        "timestamp": canonical(event.created_at),
        "sequence": event.sequence,
        "subject": {"kind": event.subject_kind, "id": shown_id(event.subject_kind, event.subject_id)},
        "actor": ACTORS.get(event.via, "OTHER"),
        "fields": event.changed,
        "tags": event.tags,
        "data": event.payload,
    }


def ping(endpoint: Endpoint, now: datetime) -> Event:
    """An event that is in no log, to try an endpoint out with."""
    payload, _details = PING.told({"name": endpoint.name})
    return Event(
        sequence=0,
        uid=new_uid(),
        type=PING.name,
        version=PING.version,
        subject_kind=PING.subject_kind,
        subject_id=endpoint.id,
        actor="",
        via="SYSTEM",
        changed=[],
        payload=payload,
        tags=[],
        created_at=now,
    )
