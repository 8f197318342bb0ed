"""Bringing a database to the schema of this version, without losing anything on the way.

The files are in the ORM's migration format; they are run by this package only. Each migration is applied whole, with
the row that records it, in one transaction, or not at all. There is no way back but the copy made before.
"""

from cms.migrations.applying import PlannedMigration, migrate, pending, plan
from cms.migrations.writing import make_migrations

__all__ = ["PlannedMigration", "make_migrations", "migrate", "pending", "plan"]
