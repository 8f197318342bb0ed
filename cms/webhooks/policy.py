"""When a delivery is tried again, and when an endpoint is given up."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from cms.settings import Settings

# A receiver that asks for a longer pause is asked again after a day nevertheless.
LONGEST_WAIT_SECONDS = 24 * 3600
_JITTER = 0.2
# What comes after the last byte of an answer until it is written down, on a busy machine.
_LEASE_MARGIN_SECONDS = 15


@dataclass(frozen=True)
class Policy:
    """How often and how long it is tried.

    Attributes:
        retry_seconds: the pauses after the first try, the second, and so on.
        disable_after_seconds: how long an endpoint may fail without any success.
        lease_seconds: how long whoever sends a delivery may be silent until another one sends it.
    """

    retry_seconds: tuple[float, ...]
    disable_after_seconds: float
    lease_seconds: float

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """What the settings say."""
        lease = settings.webhook_timeout_seconds + _LEASE_MARGIN_SECONDS
        return cls(settings.webhook_retry_seconds, settings.webhook_disable_after_seconds, lease)

    @property
    def longest_seconds(self) -> float:
        """The longest that a delivery may have to wait. One that waits longer met a clock that was set back."""
        return max(LONGEST_WAIT_SECONDS, *self.retry_seconds) * (1 + _JITTER) + 1

    @property
    def shortest_seconds(self) -> float:
        """The least that the whole schedule takes."""
        return sum(self.retry_seconds) * (1 - _JITTER)

    def is_exhausted(self, tries: int) -> bool:
        """Whether there is no pause after so many tries."""
        return tries > len(self.retry_seconds)

    def next_try(self, now: datetime, tries: int, retry_after_seconds: int | None) -> datetime:
        """When to try again after so many tries, in whole seconds: as the schedule says, or later if asked for."""
        pause = self.retry_seconds[min(tries, len(self.retry_seconds)) - 1] * random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311 - no secret
        asked = min(retry_after_seconds or 0, LONGEST_WAIT_SECONDS)
        return rounded_up(now + timedelta(seconds=max(pause, asked)))


def rounded_up(moment: datetime) -> datetime:
    """The next whole second, as the database keeps moments."""
    return (
        moment
        + timedelta(seconds=math.ceil(moment.microsecond / 1_000_000))
        - timedelta(microseconds=moment.microsecond)
    )
