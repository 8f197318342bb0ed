"""Bringing a database to the schema of this version, without losing anything on the way.

The files are in the ORM's migration format; they are run by this package only. Each migration is applied whole, with
the row that records it, in one transaction, or not at all. There is no way back but the copy made before.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
from tortoise.exceptions import IntegrityError, OperationalError
from tortoise.migrations.migration import Migration
from tortoise.migrations.operations import CreateModel, DeleteModel, RenameModel, TortoiseOperation
from tortoise.migrations.schema_generator.state import State
from tortoise.migrations.schema_generator.state_apps import StateApps

from cms.db import Database, connect, lock, transaction
from cms.db.files import sqlite_path
from cms.errors import SetupError
from cms.migrations.chain import APP, load, unapplied
from cms.migrations.postgres_editor import PostgresEditor
from cms.migrations.record import AppliedMigration
from cms.migrations.sqlite_editor import SqliteEditor
from cms.migrations.writing import make_migrations

__all__ = ["PlannedMigration", "make_migrations", "migrate", "pending", "plan"]
