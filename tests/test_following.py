"""A follower of the log while many write, as benchmarks/following.py has them, for a short time."""

from __future__ import annotations

from benchmarks.following import run


def test_a_follower_sees_every_commit_once(database_url: str) -> None:
    result = run(database_url, writers=4, seconds=3)

    assert (result.missed, result.repeated) == (0, 0)
    assert result.is_right
    assert len(result.logged) > result.committed > 10
