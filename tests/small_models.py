"""Two small tables for testing the database itself."""

from __future__ import annotations

from typing import Any, ClassVar

from tortoise import fields
from tortoise.migrations.constraints import CheckConstraint
from tortoise.models import Model

from cms.models.fields import JSONTextField, KeyField, UTCDateTimeField


class Shelf(Model):
    id = fields.IntField(primary_key=True)
    name = KeyField(50, unique=True)

    class Meta:
        table = "shelf"


class Book(Model):
    id = fields.IntField(primary_key=True)
    shelf: fields.ForeignKeyRelation[Shelf] = fields.ForeignKeyField("models.Shelf", related_name="books", null=True)
    title = fields.CharField(50)
    copies = fields.IntField(default=0)
    printed_at = UTCDateTimeField(null=True)
    notes: Any = JSONTextField[Any](null=True)

    class Meta:
        table = "book"
        constraints: ClassVar = [CheckConstraint(check='"copies" >= 0', name="ck_book_copies")]
