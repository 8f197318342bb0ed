"""The copy of a SQLite file that is made before it is migrated."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from cms.errors import SetupError


def copy_aside(path: Path, migration: str) -> Path:
    """Copy a database to `<name>.before-<migration>.sqlite3` beside it, whole and safe on the disk, and tell where.

    An older copy of that name, left by an attempt that failed, is replaced.

    Raises:
        SetupError: the disk is full, or the folder may not be written.
    """
    target = path.with_name(f"{path.stem}.before-{migration}{path.suffix}")
    partial = target.with_name(target.name + ".partial")
    try:
        partial.unlink(missing_ok=True)
        _vacuum_into(path, partial)
        _to_disk(partial)
        partial.replace(target)
        _to_disk(target.parent)
    except (OSError, sqlite3.Error) as error:
        partial.unlink(missing_ok=True)
        raise SetupError(
            f"{path} could not be copied to {target.name}, so nothing was migrated ({error}).",
            f"Make room for about {path.stat().st_size // 1_000_000 + 1} MB and run it again.",
        ) from error
    return target


def _vacuum_into(path: Path, target: Path) -> None:
    # Not a copy of the file: the newest changes may still be in the log beside it.
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
