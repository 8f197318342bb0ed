"""What a database remembers of its migrations."""

from __future__ import annotations

from tortoise.models import Model

from cms.models.fields import KeyField, UTCDateTimeField


class AppliedMigration(Model):
    """One migration that has been applied, written in the migration's own transaction."""

    name = KeyField(200, primary_key=True)
    applied_at = UTCDateTimeField()

    class Meta:
        table = "migration"
