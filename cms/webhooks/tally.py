"""What one process counts of its deliveries, for its page of numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Backlog:
    """What an endpoint has still to be told: how many deliveries, and how long ago the oldest of them was made."""

    count: int
    oldest_seconds: float


@dataclass
class Tally:
    """Numbers of one process.

    Attributes:
        attempts: how many ended, by "OK" or the kind of error.
        seconds: how long they took together.
        backlogs: what each endpoint has still to be told, by its id, whichever process will send it.
    """

    attempts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    backlogs: Mapping[str, Backlog] = field(default_factory=dict)
