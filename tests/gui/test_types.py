"""The Studio's documents and types are those of the schema that the server has."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from fasteners import InterProcessLock

from cms.event_types import TYPES
from tests.clients.conftest import INSTALL_SECONDS, Node, find_node

STUDIO = Path(__file__).parents[2] / "studio"
CHECK_SECONDS = 300


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Node:
    """Node.js with the tools of package.json, which are fetched if they are not there."""
    node = find_node()
    # Processes that run tests side by side must not fetch at once.
    with InterProcessLock(tmp_path_factory.getbasetemp().parent / "npm-studio.lock"):
        if node.run(node.npm, "ls", "--all", cwd=STUDIO).returncode != 0:
            done = node.run(node.npm, "ci", "--ignore-scripts", "--loglevel=error", cwd=STUDIO, seconds=INSTALL_SECONDS)
            if done.returncode != 0:
                reason = f"npm could not fetch the tools: {done.stderr.strip()[:300]}"
                pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return node


def test_generated_types_are_those_of_the_schema(tools: Node) -> None:
    done = tools.run(tools.npm, "run", "codegen", "--", "--check", cwd=STUDIO, seconds=CHECK_SECONDS)

    assert done.returncode == 0, f"run `npm run codegen` in studio: {done.stdout[-1000:]}{done.stderr[-1000:]}"


def test_sources_have_the_types_they_say(tools: Node) -> None:
    done = tools.run(tools.npm, "run", "types", cwd=STUDIO, seconds=CHECK_SECONDS)

    assert done.returncode == 0, done.stdout[-3000:]


def test_what_needs_no_browser_does_what_it_says(tools: Node) -> None:
    done = tools.run(tools.npm, "test", cwd=STUDIO, seconds=CHECK_SECONDS)

    assert done.returncode == 0, done.stdout[-3000:]


def test_the_studio_knows_every_type_of_event() -> None:
    listed = (STUDIO / "src/operations/eventTypes.ts").read_text(encoding="utf-8")
    assert re.findall(r"'([a-z_.]+)'", listed) == list(TYPES)
