"""Starting with a database that cannot be used: it says what to do, and the process exits."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cms.db import check, connect

pytestmark = pytest.mark.anyio

START = """
import asyncio, sys
from cms.db import check, connect
from cms.errors import SetupError

async def main():
    database = await connect(sys.argv[1], models=("tests.small_models",))
    try:
        await check(database)
    finally:
        await database.close()
    print("it started")

try:
    asyncio.run(main())
except SetupError as error:
    print(error)
    sys.exit(3)
"""


def start(url: str, **options: Any) -> str:
    """Start with a database that cannot be used, in a process of its own, which must say so and exit."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", START, url],
        capture_output=True,
        text=True,
        timeout=20,
        cwd=Path(__file__).parent.parent,
        check=False,
        **options,
    )
    assert done.returncode == 3, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def test_a_file_of_random_bytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "site.sqlite3"
    path.write_bytes(random.Random(1).randbytes(20_000))

    assert "not a SQLite database" in start(f"sqlite:///{path}")
    assert path.read_bytes() == random.Random(1).randbytes(20_000)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in start(f"sqlite:///{tmp_path}")


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    assert "cms migrate" in start(f"sqlite:///{tmp_path}/site.sqlite3")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "mkdir -p" in start(f"sqlite:///{tmp_path}/no/such/site.sqlite3")


def filled_file(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE page (id INTEGER PRIMARY KEY, text TEXT)")
    connection.execute("CREATE INDEX page_text ON page (text)")
    connection.executemany("INSERT INTO page (text) VALUES (?)", [(f"{n}" * 200,) for n in range(2000)])
    connection.commit()
    connection.close()


def leave_log(path: Path) -> None:
    """Do what a killed process does: leave a log that nobody has put back into the file."""
    killed = "import sqlite3, os, sys; c = sqlite3.connect(sys.argv[1]); c.execute('CREATE TABLE t (x)'); os._exit(0)"
    subprocess.run([sys.executable, "-c", killed, path], check=True)
    assert path.with_name("site.sqlite3-wal").stat().st_size > 0


@pytest.mark.parametrize(("left", "words"), [(0.5, "is damaged"), (0.9999, "shorter than it says")])
def test_a_truncated_file_is_refused(left: float, words: str, tmp_path: Path) -> None:
    path = tmp_path / "site.sqlite3"
    filled_file(path)
    os.truncate(path, int(path.stat().st_size * left))

    assert words in start(f"sqlite:///{path}")


def test_after_an_unclean_stop_a_damaged_file_is_found(tmp_path: Path) -> None:
    path = tmp_path / "site.sqlite3"
    filled_file(path)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\xa5" * 8192)
    leave_log(path)

    assert "damaged" in start(f"sqlite:///{path}")


async def test_after_an_unclean_stop_a_sound_file_is_used(tmp_path: Path) -> None:
    path = tmp_path / "site.sqlite3"
    filled_file(path)
    leave_log(path)

    database = await connect(f"sqlite:///{path}", models=("tests.small_models",))
    try:
        await check(database)

        assert database.was_unclean
    finally:
        await database.close()


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    path = tmp_path / "site.sqlite3"
    filled_file(path)
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        assert "right to write" in start(f"sqlite:///{path}")
    finally:
        tmp_path.chmod(0o755)


def test_a_file_that_cannot_be_written_is_refused_by_sqlite_itself(tmp_path: Path) -> None:
    path = tmp_path / "site.sqlite3"
    filled_file(path)
    # Byte 18 of the header is the version needed for writing; a higher one than SQLite knows makes the file read-only.
    with path.open("r+b") as file:
        file.seek(18)
        file.write(b"\x05")

    assert "right to write" in start(f"sqlite:///{path}")


def test_a_server_that_does_not_answer_is_named_without_the_password() -> None:
    told = start("postgresql://editor:geheim@127.0.0.1:1/site")

    assert "127.0.0.1:1, database site" in told
    assert "geheim" not in told


def test_a_missing_database_of_a_server_is_named(databases: Any) -> None:
    url = databases["postgres"].fresh("small", Path()).replace("/test_small", "/no_such_site")

    assert "createdb" in start(url)


@pytest.mark.parametrize("url", ["postgresql://[", "mysql://x/y", "sqlite:site.sqlite3", "sqlite:///:memory:"])
def test_an_address_that_cannot_be_read_is_refused(url: str) -> None:
    assert "Write " in start(url)
