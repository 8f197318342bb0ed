"""What the server counts, in the text format of Prometheus; each process tells of itself."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, PlatformCollector, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cms.cache import Answers
from cms.counting import DROP_REASONS, HitCounter
from cms.webhooks.tally import Tally

METRICS_PATH = "/metrics"


class CacheCollector(Collector):
    """Tells of the answers that are kept for readers."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers

    def collect(self) -> Iterator[Metric]:
        """The numbers as of now."""
        answers = self.answers
        requests = CounterMetricFamily(
            "broadsheet_response_cache_requests",
            "Requests of readers: answered from what was kept (hit), or anew (miss).",
            labels=["outcome"],
        )
        requests.add_metric(["hit"], answers.hits)
        requests.add_metric(["miss"], answers.misses)
        yield requests
        yield CounterMetricFamily(
            "broadsheet_response_cache_not_modified",
            "Requests of readers that were answered 304, hits and misses alike.",
            value=answers.not_modified,
        )
        yield GaugeMetricFamily("broadsheet_response_cache_bytes", "Bytes of the answers kept.", value=answers.bytes)
        yield GaugeMetricFamily("broadsheet_response_cache_answers", "The answers kept.", value=len(answers))


class WebhookCollector(Collector):
    """Tells of what is sent to endpoints."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally

    def collect(self) -> Iterator[Metric]:
        """The numbers as of now."""
        attempts = CounterMetricFamily(
            "broadsheet_webhook_attempts", "Attempts to send a webhook, by what came of them.", labels=["outcome"]
        )
        for outcome, count in sorted({"OK": 0, **self.tally.attempts}.items()):
            attempts.add_metric([outcome], count)
        yield attempts
        yield CounterMetricFamily(
            "broadsheet_webhook_attempt_seconds", "Seconds that these took together.", value=self.tally.seconds
        )
        pending = GaugeMetricFamily(
            "broadsheet_webhook_pending", "Deliveries that an endpoint has still to get.", labels=["endpoint"]
        )
        oldest = GaugeMetricFamily(
            "broadsheet_webhook_oldest_seconds", "How long the oldest of them has been waiting.", labels=["endpoint"]
        )
        for endpoint, backlog in self.tally.backlogs.items():
            pending.add_metric([endpoint], backlog.count)
            oldest.add_metric([endpoint], backlog.oldest_seconds)
        yield pending
        yield oldest


class FollowerCollector(Collector):
    """Tells of what is computed from the change log."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally

    def collect(self) -> Iterator[Metric]:
        """The numbers as of now."""
        behind = GaugeMetricFamily(
            "broadsheet_follower_behind", "Events that a follower inside has still to take in.", labels=["follower"]
        )
        skipped = CounterMetricFamily(
            "broadsheet_follower_skipped", "Events that it gave up, since it failed with them.", labels=["follower"]
        )
        for name, standing in self.tally.followers.items():
            behind.add_metric([name], standing.behind)
            skipped.add_metric([name], standing.skipped)
        yield behind
        yield skipped


class HitCollector(Collector):
    """Tells of what is counted at `/hit`."""

    def __init__(self, counter: HitCounter) -> None:
        self.counter = counter

    def collect(self) -> Iterator[Metric]:
        """The numbers as of now."""
        counter = self.counter
        yield CounterMetricFamily("broadsheet_hits_accepted", "Hits of readers that count.", value=counter.accepted)
        dropped = CounterMetricFamily("broadsheet_hits_dropped", "Hits that do not count, by why.", labels=["reason"])
        for reason in DROP_REASONS:
            dropped.add_metric([reason], counter.dropped[reason])
        yield dropped
        yield CounterMetricFamily("broadsheet_hits_written", "Hits that were written.", value=counter.written)
        yield CounterMetricFamily("broadsheet_hits_flushes", "Transactions that took.", value=counter.flushes)
        yield CounterMetricFamily(
            "broadsheet_hits_flush_failures",
            "How often they could not be written, and were kept.",
            value=counter.failures,
        )
        yield GaugeMetricFamily(
            "broadsheet_hits_pending", "Articles and hours that wait to be written.", value=counter.pending
        )


def metrics_route(answers: Answers, tally: Tally, counter: HitCounter) -> Route:
    """The page with the numbers of this process."""
    registry = CollectorRegistry()
    registry.register(HitCollector(counter))
    registry.register(CacheCollector(answers))
    registry.register(WebhookCollector(tally))
    registry.register(FollowerCollector(tally))
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)

    async def metrics(_request: Request) -> Response:
        """All numbers, for Prometheus to fetch."""
        return Response(
            generate_latest(registry), headers={"Cache-Control": "no-store", "Content-Type": CONTENT_TYPE_LATEST}
        )

    return Route(METRICS_PATH, metrics)
