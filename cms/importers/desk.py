"""Importing one article on behalf of an editor: from an address, or from what is pasted in."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import tzinfo

from cms.errors import FieldProblem, ItemRefused, ValidationFailed
from cms.fetching import FetchRules, NotFetched, fetch
from cms.importers import portal
from cms.importers.dates import CHINA
from cms.importers.html import page
from cms.importers.html.charset import begins_as_html, decode_page
from cms.importers.item import ImportItem
from cms.importers.store import ItemReport, Outcome, Policy, import_items
from cms.permissions import Permission, Viewer
from cms.threads import apart

# Pages that take longer are made to; the thread goes on to its end, which the limits on tags and depth bring near.
READING_SECONDS = 3
# So many at a time in one process; others wait, and none of them keeps the database.
MOST_AT_ONCE = 4
_TURNS = asyncio.Semaphore(MOST_AT_ONCE)


@dataclass(frozen=True)
class Given:
    """What an editor gives: exactly one of an address, HTML and plain text. HTML may say where it is from (`url`).

    Text that begins as HTML does is read as HTML.
    """

    url: str = ""
    html: str = ""
    text: str = ""


async def import_article(
    viewer: Viewer, given: Given, rules: FetchRules | None, *, slug_style: str = "unicode", zone: tzinfo = CHINA
) -> ItemReport:
    """Make a draft of a page, or find the one that was made of it before. It is never published by this.

    Nothing is held in the database while the page is fetched and read. The lists 热门文章 and 最新文章 of a page change
    no collection here, as they do in `cms import`.

    Args:
        viewer: who asks.
        given: the page.
        rules: what may be fetched; None where addresses are switched off.
        slug_style: how the slug is written.
        zone: where the clock hangs by which the page gives its date.

    Raises:
        Forbidden: the viewer may not edit.
        ValidationFailed: what was given is no article, or cannot be fetched; the problem says why.
    """
    viewer.require(Permission.WRITE)
    viewer.require(Permission.EDIT)  # sources, authors and categories are made as the page names them
    name, item = await _read(given, rules, zone)
    item = replace(item, hot=None, newest=None, collections=())
    (report,) = [report async for report in import_items(viewer, [item], Policy(slug_style=slug_style))]
    if report.outcome is Outcome.REFUSED:
        raise ValidationFailed(FieldProblem(name, "; ".join(report.notes)))
    return report


async def _read(given: Given, rules: FetchRules | None, zone: tzinfo) -> tuple[str, ImportItem]:
    """The name of what was given, and the article in it."""
    name = _kind(given)
    async with _TURNS:
        try:
            async with asyncio.timeout(READING_SECONDS + (rules.timeout_seconds if rules else 0)):
                return name, await _item(name, given, rules, zone)
        except TimeoutError:
            raise ValidationFailed(FieldProblem(name, "reading the page takes too long")) from None
        except NotFetched as failure:
            raise ValidationFailed(FieldProblem(name, f"the page cannot be fetched: {failure}")) from failure
        except ItemRefused as refusal:
            raise ValidationFailed(FieldProblem(name, f"{refusal.field}: {refusal.reason}")) from refusal


def _kind(given: Given) -> str:
    """Which of the three was given; an address beside HTML says where that is from."""
    if given.html and not given.text:
        return "html"
    if given.text and not given.html and not given.url:
        return "text"
    if given.url and not given.text and not given.html:
        return "url"
    raise ValidationFailed(FieldProblem("url", "give one of url, html and text; html may have a url beside it"))


async def _item(name: str, given: Given, rules: FetchRules | None, zone: tzinfo) -> ImportItem:
    if name == "html" or begins_as_html(given.text):
        return await apart(lambda: page.parse(given.html or given.text, name, zone=zone, url=given.url))
    if name == "text":
        return await apart(lambda: portal.parse(given.text, name, zone=zone))
    if rules is None:
        raise ValidationFailed(FieldProblem("url", "addresses are switched off here (CMS_IMPORT_URLS); paste the html"))
    fetched = await fetch(given.url, rules)
    if fetched.content_type.lower().startswith("text/plain"):
        item = await apart(lambda: portal.parse(decode_page(fetched.data, name), name, zone=zone))
        return replace(item, url=fetched.url)
    return await apart(
        lambda: page.parse(
            decode_page(fetched.data, name, content_type=fetched.content_type), name, zone=zone, url=fetched.url
        )
    )
