"""Who follows the change log from outside: the endpoints, and what was sent to each of them."""

from __future__ import annotations

from typing import Any, ClassVar

from tortoise import fields
from tortoise.fields import CASCADE
from tortoise.indexes import Index

from cms.models.base import Model
from cms.models.checks import between, filled, one_of
from cms.models.fields import JSONTextField, KeyField, UTCDateTimeField
from cms.words import DeliveryState, EndpointKind, EndpointState, PayloadForm


class Endpoint(Model):
    """Somewhere that is told of events.

    `position` is the sequence of the last event that was looked at for it. The lists narrow the events: an empty one
    is no limit (of `types`: all that are public). `secret` signs webhooks, and `former_secret` beside it until
    `former_until`; for caches it is the key of their API. Both are needed as they are, so the table holds them so.
    `failing_since` is when it last stopped answering well; `rate_window` and `rate_count` tell how much was sent in
    the minute that began then.
    """

    id = fields.IntField(primary_key=True)
    kind = KeyField(20, default=EndpointKind.WEBHOOK)
    name = fields.CharField(200)
    url = fields.TextField()
    state = KeyField(10, default=EndpointState.ACTIVE)
    reason = fields.CharField(500, default="")
    types: Any = JSONTextField[Any](default=list)
    category_ids: Any = JSONTextField[Any](default=list)
    source_ids: Any = JSONTextField[Any](default=list)
    languages: Any = JSONTextField[Any](default=list)
    payload = KeyField(10, default=PayloadForm.FULL)
    selection = fields.TextField(default="")
    run_as = KeyField(20, default="")
    headers: Any = JSONTextField[Any](default=list)  # [{"name": …, "value": …}]
    secret = fields.TextField(default="")
    former_secret = fields.TextField(default="")
    former_until = UTCDateTimeField(null=True)
    rate_per_minute = fields.IntField(default=0)
    concurrency = fields.IntField(default=4)
    rate_window = UTCDateTimeField(null=True)
    rate_count = fields.IntField(default=0)
    position = fields.BigIntField()
    failing_since = UTCDateTimeField(null=True)
    delivered_at = UTCDateTimeField(null=True)
    version = fields.IntField(default=1)
    created_at = UTCDateTimeField()
    updated_at = UTCDateTimeField()

    class Meta:
        table = "endpoint"
        constraints: ClassVar = [
            one_of("endpoint", "kind", EndpointKind),
            one_of("endpoint", "state", EndpointState),
            one_of("endpoint", "payload", PayloadForm),
            filled("endpoint", "name"),
            between("endpoint", "rate_per_minute", 0),
            between("endpoint", "concurrency", 1, 100),
            between("endpoint", "version", 1),
        ]


class Delivery(Model):
    """One event for one endpoint. Of those about one subject (`key`) one is PENDING at a time, the others WAITING.

    `tries` counts since it was last begun with, `attempt_count` all. Whoever sends it holds it until `leased_until`;
    `body` is what is sent, from the first attempt on.
    """

    id = fields.IntField(primary_key=True)
    endpoint: fields.ForeignKeyRelation[Endpoint] = fields.ForeignKeyField(
        "models.Endpoint", related_name="deliveries", on_delete=CASCADE
    )
    endpoint_id: int
    sequence = fields.BigIntField()
    event_uid = KeyField(40)
    type = KeyField(60)
    key = KeyField(40)
    state = KeyField(10, default=DeliveryState.WAITING)
    tries = fields.IntField(default=0)
    attempt_count = fields.IntField(default=0)
    next_at = UTCDateTimeField()
    leased_until = UTCDateTimeField(null=True)
    lease = KeyField(40, default="")
    body = fields.TextField(null=True)
    last_status = fields.IntField(null=True)
    last_error = KeyField(20, default="")
    created_at = UTCDateTimeField()
    finished_at = UTCDateTimeField(null=True)

    class Meta:
        table = "delivery"
        unique_together = (("endpoint_id", "sequence"),)
        indexes: ClassVar = [
            Index(fields=("endpoint_id", "state", "next_at"), name="ix_delivery_due"),
            Index(fields=("endpoint_id", "key", "state", "sequence"), name="ix_delivery_key"),
            Index(fields=("finished_at",), name="ix_delivery_finished"),
        ]
        constraints: ClassVar = [
            one_of("delivery", "state", DeliveryState),
            between("delivery", "tries", 0),
            between("delivery", "attempt_count", 0),
        ]


class Attempt(Model):
    """One try to send a delivery, and what came back: a status, or what went wrong, and how the answer began."""

    id = fields.IntField(primary_key=True)
    delivery: fields.ForeignKeyRelation[Delivery] = fields.ForeignKeyField(
        "models.Delivery", related_name="attempts", on_delete=CASCADE
    )
    number = fields.IntField()
    at = UTCDateTimeField()
    status = fields.IntField(null=True)
    error = KeyField(20, default="")
    milliseconds = fields.IntField()
    answer = fields.TextField()

    class Meta:
        table = "attempt"
        unique_together = (("delivery_id", "number"),)
        constraints: ClassVar = [between("attempt", "number", 1), between("attempt", "milliseconds", 0)]
