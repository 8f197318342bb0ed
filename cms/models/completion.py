"""What can be typed to find something by its name."""

from __future__ import annotations

from typing import ClassVar

from tortoise import fields
from tortoise.indexes import Index

from cms.models.base import Model
from cms.models.checks import between, one_of
from cms.models.fields import KeyField
from cms.words import CompletionKind


class Completion(Model):
    """One way to begin typing a name: as written, by pinyin, or by the initials of its pinyin (cms/completion.py).

    `key` is what would be typed, `place` how many words or characters of the name are left out before it. Of articles
    only the public ones are here, under their headline.
    """

    id = fields.IntField(primary_key=True)
    kind = KeyField(10)
    subject_id = fields.IntField()
    key = KeyField(60)
    place = fields.IntField()

    class Meta:
        table = "completion"
        indexes: ClassVar = [
            Index(fields=("kind", "key", "subject_id", "place"), name="ix_completion_key"),
            Index(fields=("kind", "subject_id"), name="ix_completion_subject"),
        ]
        constraints: ClassVar = [one_of("completion", "kind", CompletionKind), between("completion", "place", 0)]
