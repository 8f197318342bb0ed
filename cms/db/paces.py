"""Which statements are known to be quick, so that they need not wait behind others."""

from __future__ import annotations

from collections import OrderedDict

# A page of a site takes a millisecond or two, a count over a hundred thousand articles a hundred.
QUICK_SECONDS = 0.02
# How often a statement that was slow must be quick before it is believed to be.
_RUNS = 10
_KEPT = 2_000


class Paces:
    """How long statements took when they ran last; a statement's values may make it quick or slow.

    One that was never seen counts as slow: whoever makes up new ones waits with those who do the same.
    """

    def __init__(self) -> None:
        # By statement, how often it was quick since it was slow; it is believed from 1 on.
        self._quick_runs: OrderedDict[str, int] = OrderedDict()

    def is_quick(self, sql: str) -> bool:
        """Whether it is likely to be done in QUICK_SECONDS."""
        runs = self._quick_runs.get(sql)
        if runs is None:
            return False
        self._quick_runs.move_to_end(sql)
        return runs > 0

    def note(self, sql: str, seconds: float) -> None:
        """Note how long it ran, without the time it waited."""
        runs = self._quick_runs.get(sql, 0)
        if seconds > QUICK_SECONDS:
            runs = 1 - _RUNS
        elif runs < 1:
            runs += 1
        else:
            return
        self._quick_runs[sql] = runs
        self._quick_runs.move_to_end(sql)
        if len(self._quick_runs) > _KEPT:
            self._quick_runs.popitem(last=False)
