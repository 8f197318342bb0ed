"""Removing from a database everything that is not public, so that readers can be asked whether they notice.

What tells is a model of what was done (tests/shown.py), not the site's own idea of what is public.
"""

from __future__ import annotations

from cms import text
from cms.models import (
    Author,
    Category,
    Draft,
    DraftLock,
    Event,
    PathRedirect,
    Presence,
    PreviewLink,
    Redirect,
    Reference,
    Revision,
    Schedule,
    Source,
    Tag,
)
from cms.words import Audience, RedirectKind
from tests.shown import Model, Shown, Work


async def purge(history: Model, keeper: str = "") -> None:
    """Leave what is public and was; with a `keeper` also that one's drafts, and all that articles share."""
    public = history.public(history=True)
    for draft in await Draft.all():
        work = history.works.get(draft.id)
        if work is not None and keeper and keeper in work.people:
            continue
        if work is None or not (work.live is not None or (work.is_history(history.now) and work.shown)):
            await Draft.filter(id=draft.id).delete()
        else:
            await _trim(work)
    if not keeper:
        await _forget_things(public)
        await Event.exclude(audience=Audience.PUBLIC).delete()


async def _trim(work: Work) -> None:
    """Leave of an article what readers may see of it now, and of what was public before."""
    for model in (Schedule, PreviewLink, DraftLock, Presence):
        await model.filter(draft_id=work.id).delete()
    await Revision.filter(draft_id=work.id, number__not_in=work.shown).delete()
    newest = work.contents[work.live if work.live is not None else work.shown[-1]]
    article = {"title": newest.title, "title_key": text.fold(newest.title)[:300], "slug": f"hidden-{work.id}"}
    links = {"source_id": None, "category_id": None, "translation_of_id": None, "owner_id": None, "assignee_id": None}
    state = {"review": "NONE", "review_note": "", "suggestions": [], "embargo_until": None, "version": 1}
    await Draft.filter(id=work.id).update(**article, **links, **state)
    signs = Redirect.filter(kind=RedirectKind.ARTICLE, target_id=work.id)
    await signs.filter(former_slug__not_in=list(work.slugs)).delete()


async def _forget_things(public: Shown) -> None:
    """Remove what articles share and no public one uses."""
    models = {"src": Source, "aut": Author, "tag": Tag, "ref": Reference, "red": PathRedirect}
    for kind, model in models.items():
        for row in await model.all():
            if f"{kind}_{row.id}" not in public.ids:
                await model.filter(id=row.id).delete()
    for category in await Category.all().order_by("-depth"):
        if f"cat_{category.id}" not in public.ids:
            await Category.filter(id=category.id).delete()
