"""How fast the Studio is in a browser, with very many drafts.

    python -m benchmarks.studio                        # 100,000 drafts, SQLite
    python -m benchmarks.studio --drafts 2000 --turns 10

A database is filled as by `benchmarks.drafts` and served; a headless Chromium with an empty cache signs in and opens
pages as an editor does. Prints what the first load of the list weighs and when it can be used, what turning its pages
does to the browser's memory, how soon the editor stands on an article of 20 KB, and how long a key takes to be seen in
one of 50,000 characters.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.drafts import PASSWORD, SIGN_IN, fill
from benchmarks.load import wait_until_idle
from benchmarks.site import Server, fresh_database, load, percentile
from cms.auth import CSRF_HEADER
from cms.gui.files import STATIC

ROWS = ".el-table__body .el-table__row"
NEXT = "下一页"
BODY = ".ProseMirror"
# Exact figures of memory, and a way to have what is not needed any more collected first.
FLAGS = ["--no-sandbox", "--enable-precise-memory-info", "--js-flags=--expose-gc"]
HEAP = "() => { gc(); return performance.memory.usedJSHeapSize / 1e6 }"
CREATE = """mutation($input: CreateArticleInput!) { createArticle(input: $input) {
  ... on DraftPayload { draft { id } } } }"""
# From a key's event to the first frame that can show it.
WATCH_KEYS = """
window.latencies = []
document.addEventListener('keydown', (event) => requestAnimationFrame(() => {
  const channel = new MessageChannel()
  channel.port1.onmessage = () => window.latencies.push(performance.now() - event.timeStamp)
  channel.port2.postMessage(0)
}), true)
"""
SENTENCE = "渡轮今天上午恢复通航，首班船八点整从旧码头出发。"


class Desk:
    """A signed-in editor's browser, and the site that it looks at."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.browser = browser
        self.url = url

    @contextmanager
    def context(self) -> Iterator[BrowserContext]:
        """A browser with an empty cache and a session."""
        context = self.browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
        context.set_default_timeout(120_000)
        self.ask(context, SIGN_IN, email="editor@example.org", password=PASSWORD)
        yield context
        context.close()

    def ask(self, context: BrowserContext, query: str, **variables: Any) -> Any:
        """The data of an operation."""
        body = {"query": query, "variables": variables}
        answer = context.request.post(f"{self.url}/graphql", data=body, headers={CSRF_HEADER: "1"}).json()
        assert "errors" not in answer, answer
        return answer["data"]

    def article(self, characters: int) -> str:
        """The id of a new article with so many characters."""
        paragraph = f"<p>{SENTENCE * 8}</p>"
        html = paragraph * (characters // (len(SENTENCE) * 8))
        with self.context() as context:
            made = self.ask(context, CREATE, input={"title": f"{characters} 字", "html": html})
        return str(made["createArticle"]["draft"]["id"])

    def first_load(self) -> tuple[float, float]:
        """KB of scripts as gzip makes them, and seconds until the list shows its rows."""
        with self.context() as context:
            page = context.new_page()
            scripts: list[str] = []
            page.on("response", lambda answer: scripts.append(answer.url) if answer.url.endswith(".js") else None)
            seconds = self._open(page, "/studio/articles", ROWS)
            return sum(_zipped(url) for url in scripts) / 1000, seconds

    def turning(self, turns: int) -> list[float]:
        """MB of the page's heap before and after each tenth of so many turns."""
        with self.context() as context:
            page = context.new_page()
            self._open(page, "/studio/articles", ROWS)
            megabytes = [page.evaluate(HEAP)]
            for number in range(1, turns + 1):
                with page.expect_response("**/graphql*"):
                    page.get_by_role("button", name=NEXT).click()
                page.locator(ROWS).first.wait_for()
                if number % max(1, turns // 10) == 0:
                    megabytes.append(page.evaluate(HEAP))
            return megabytes

    def opening(self, article: str, rounds: int) -> list[float]:
        """Seconds until the editor shows an article, with an empty cache each time."""
        seconds = []
        for _ in range(rounds):
            with self.context() as context:
                seconds.append(self._open(context.new_page(), f"/studio/articles/{article}", f"{BODY} p"))
        return seconds

    def typing(self, article: str, keys: int) -> list[float]:
        """Milliseconds that each key takes to be seen, in the middle of an article."""
        with self.context() as context:
            page = context.new_page()
            self._open(page, f"/studio/articles/{article}", f"{BODY} p")
            paragraphs = page.locator(f"{BODY} > p")
            paragraphs.nth(paragraphs.count() // 2).click()
            page.evaluate(WATCH_KEYS)
            page.keyboard.type(("latency " * keys)[:keys], delay=60)
            return list(page.evaluate("window.latencies"))

    def _open(self, page: Page, path: str, wanted: str) -> float:
        began = time.perf_counter()
        page.goto(f"{self.url}{path}", wait_until="commit")
        page.locator(wanted).first.wait_for()
        return time.perf_counter() - began


def _zipped(url: str) -> int:
    path = Path(STATIC, url.partition("/gui/")[2])
    zipped = path.with_name(f"{path.name}.gz")
    return (zipped if zipped.exists() else path).stat().st_size  # the smallest are sent as they are


def measure(desk: Desk, options: argparse.Namespace) -> None:
    """Print a line for each figure."""
    loads = [desk.first_load() for _ in range(options.rounds)]
    print(f"  first load of the list     {loads[0][0]:.0f} KB of scripts (gzip)")
    _line("list can be used", [seconds for _, seconds in loads], "s")
    heap = desk.turning(options.turns)
    print(f"  heap over {options.turns} turns: {' '.join(f'{megabytes:.1f}' for megabytes in heap)} MB")
    _line("editor open, 20 KB", desk.opening(desk.article(6_700), options.rounds), "s")
    _line("a key, 50,000 characters", desk.typing(desk.article(50_000), options.keys), "ms")


def _line(name: str, values: list[float], unit: str) -> None:
    print(f"  {name:<26} p50 {percentile(values, 0.5):.2f}  p95 {percentile(values, 0.95):.2f} {unit}")


def main() -> None:
    """Fill a database, serve it, and look at it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drafts", type=int, default=100_000)
    parser.add_argument("--turns", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keys", type=int, default=300)
    options = parser.parse_args()
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with fresh_database("sqlite") as database_url:
        asyncio.run(fill(database_url, options.drafts))
        server = Server(database_url)
        server.start()
        try:
            wait_until_idle(server.pid)  # at first it completes its tables, since the drafts were written past it
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
                print(f"{options.drafts} drafts, {load()}")
                measure(Desk(browser, server.url), options)
                browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main()
