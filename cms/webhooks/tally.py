"""What one process counts of its deliveries and of the followers inside, for its page of numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Backlog:
    """What an endpoint has still to be told: how many deliveries, and how long ago the oldest of them was made."""

    count: int
    oldest_seconds: float


@dataclass(frozen=True)
class Standing:
    """How far a follower inside is: how many events behind, and how many it skipped."""

    behind: int
    skipped: int


@dataclass
class Tally:
    """Numbers of one process.

    Attributes:
        attempts: how many ended, by "OK" or the kind of error.
        seconds: how long they took together.
        backlogs: what each endpoint has still to be told, by its id, whichever process will send it.
        followers: how far each follower inside is, by its name, whichever process works for it.
    """

    attempts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    backlogs: Mapping[str, Backlog] = field(default_factory=dict)
    followers: Mapping[str, Standing] = field(default_factory=dict)
