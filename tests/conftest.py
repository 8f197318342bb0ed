"""What every test may use: a fresh database of each kind, and the event loop."""

from __future__ import annotations

import os
import signal
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from copy import copy
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from graphql import GraphQLSchema
from jsonschema import Draft202012Validator

from cms.db import Database, connect
from cms.event_types import PING, TYPES, EventType, object_schema
from schema.build import PARTS
from schema.errors import QuietSchema
from tests.databases import PostgresDatabases, SQLiteDatabases

# Each starts a PostgreSQL.
MOST_WORKERS = 8

Makers = dict[str, SQLiteDatabases | PostgresDatabases]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgres", "both"),
        default="both",
        help="run the tests that need a database on this kind only",
    )
    parser.addoption(
        "--operations", type=int, default=160, help="how many random operations to compare on each database"
    )
    parser.addoption(
        "--histories", type=int, default=2, help="how many random lives of a newsroom to look for leaks in"
    )


def pytest_configure() -> None:
    # A suite that is ended from outside, as by `timeout`, shall stop its PostgreSQL as it does on Ctrl+C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Whoever names files or tests wants them at once, without waiting until workers have started."""
    if config.args != config.getini("testpaths"):
        return 0
    return min(os.cpu_count() or 1, MOST_WORKERS)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "dialect" in metafunc.fixturenames:
        chosen = metafunc.config.getoption("--database")
        metafunc.parametrize("dialect", ["sqlite", "postgres"] if chosen == "both" else [chosen])


@pytest.fixture(scope="session", autouse=True)
def payloads_match_their_schemas() -> Iterator[None]:
    """Whatever a test lets happen, what is told of it is held against the JSON Schema of its type."""
    told, known = EventType.told, {**TYPES, PING.name: PING}
    schemas = {name: declared.schema for name, declared in known.items()}
    schemas |= {f"{name}.details": object_schema(declared.details, "") for name, declared in known.items()}
    validators = {name: Draft202012Validator(schema) for name, schema in schemas.items()}

    def checked(declared: EventType, given: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        payload, details = told(declared, given)
        validators[declared.name].validate(payload)
        validators[f"{declared.name}.details"].validate(details)
        return payload, details

    with patch.object(EventType, "told", checked):
        yield


@cache
def whole_schema() -> QuietSchema:
    """The schema, of no database."""
    return QuietSchema(**PARTS)


def quick_schema(*, execution_context_class: type, extensions: Iterable[Any], **_parts: Any) -> QuietSchema:
    """What `QuietSchema` would make of the same parts, in no time."""
    schema, inner = copy(whole_schema()), GraphQLSchema.__new__(GraphQLSchema)
    inner.__dict__ |= schema._schema.__dict__
    inner._strawberry_schema = schema  # type: ignore[attr-defined]  # where Strawberry's `info.schema` finds it
    schema._schema, schema.execution_context_class = inner, execution_context_class
    schema.extensions = tuple(extensions)
    return schema


@pytest.fixture(scope="session", autouse=True)
def schemas_are_copied() -> Iterator[None]:
    """Building the schema takes longer than most tests. Its types are built once; each site has a copy around them."""
    with patch("schema.build.QuietSchema", quick_schema):
        yield


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Makers]:
    postgres = PostgresDatabases()
    yield {"sqlite": SQLiteDatabases(tmp_path_factory.mktemp("templates")), "postgres": postgres}
    postgres.stop()


@pytest.fixture
def database_url(dialect: str, databases: Makers, tmp_path: Path) -> str:
    """The address of a migrated database with nothing in it."""
    return databases[dialect].fresh("migrated", tmp_path)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An open, migrated database with nothing in it, of each kind."""
    database = await connect(database_url, durable=False)
    yield database
    await database.close()


@pytest.fixture
def small_url(dialect: str, databases: Makers, tmp_path: Path) -> str:
    """The address of a database with the tables of tests/small_models.py."""
    return databases[dialect].fresh("small", tmp_path)


@pytest.fixture
async def small(small_url: str) -> AsyncIterator[Database]:
    """An open database with the tables of tests/small_models.py."""
    database = await connect(small_url, models=("tests.small_models",), durable=False, pool_size=5)
    yield database
    await database.close()


@pytest.fixture
def empty_url(dialect: str, databases: Makers, tmp_path: Path) -> str:
    """The address of a database without any tables; on SQLite the file is not there yet."""
    return databases[dialect].empty(tmp_path)
