"""Processes that answer while another one commits, as benchmarks/staleness.py has them, for a short time."""

from __future__ import annotations

import pytest

from benchmarks.staleness import run


def test_no_process_answers_what_was_there_before_a_change_that_is_done(database_url: str, dialect: str) -> None:
    if dialect != "sqlite":
        pytest.skip("other processes hear of a change a moment after it was made; benchmarks/staleness.py measures it")

    seen = run(database_url, commits=2_000, readers=2)

    assert seen.stale == 0
    assert seen.answers > seen.hits > 0
