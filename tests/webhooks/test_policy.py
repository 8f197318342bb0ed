"""When a delivery is tried again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.errors import SetupError
from cms.settings import load_settings
from cms.webhooks.policy import Policy, rounded_up

NOW = datetime(2026, 3, 1, 9, 0, 0, 400_000, tzinfo=UTC)
DAYS = Policy(retry_seconds=(5, 30, 86_400), disable_after_seconds=5 * 86_400, lease_seconds=30)


def test_settings_make_the_policy() -> None:
    policy = Policy.of(load_settings(webhook_retry_seconds="5, 30,300", webhook_timeout_seconds=10))

    assert policy.retry_seconds == (5, 30, 300)
    assert policy.lease_seconds == 25


@pytest.mark.parametrize("given_seconds", ["", "5,0", "5,-1", "5,soon", "9999999"])
def test_a_schedule_that_is_none_is_refused(given_seconds: str) -> None:
    with pytest.raises(SetupError, match="CMS_WEBHOOK_RETRY_SECONDS"):
        load_settings(webhook_retry_seconds=given_seconds)


@given(tries=st.integers(1, 20), asked=st.none() | st.integers(0, 10**7))
def test_the_next_try_is_within_what_counts_as_possible(tries: int, asked: int | None) -> None:
    pause = (DAYS.next_try(NOW, tries, asked) - NOW).total_seconds()

    wanted = max(DAYS.retry_seconds[min(tries, 3) - 1] * 0.8, min(asked or 0, 86_400))
    assert wanted <= pause < DAYS.longest_seconds


def test_moments_are_rounded_up() -> None:
    assert rounded_up(NOW) == NOW.replace(microsecond=0) + timedelta(seconds=1)
    assert rounded_up(rounded_up(NOW)) == rounded_up(NOW)
