"""Signs that lead from what was merged, moved or renamed to where it is. A chain of them is always one step long."""

from __future__ import annotations

from tortoise.backends.base.client import TransactionalDBClient

from cms.db.sql import run
from cms.models import Redirect
from cms.words import RedirectKind


async def leave(
    tx: TransactionalDBClient,
    kind: RedirectKind,
    former_slug: str,
    target_id: int,
    *,
    former_id: int | None = None,
    former_key: str = "",
) -> None:
    """Let a slug that was given up lead to where it is meant to lead now, and with `former_id` that id too.

    What led to the former id leads on to the target. A slug may have been left before: the last one to have it counts.
    """
    await _vacate(tx, kind, f"(SELECT CAST(? AS {_TEXT}))", former_slug)
    if former_id is not None:
        await Redirect.filter(kind=kind, target_id=former_id).using_db(tx).update(target_id=target_id)
    await Redirect.create(
        using_db=tx,
        kind=kind,
        former_id=former_id,
        former_slug=former_slug,
        former_key=former_key,
        target_id=target_id,
    )


async def leave_subtree(tx: TransactionalDBClient, category_id: int) -> None:
    """Let the paths of a category and of all below it lead to them; to be called before the paths change."""
    below = f"SELECT category_id FROM category_ancestor WHERE ancestor_id={int(category_id)}"  # noqa: S608 - a number
    await _vacate(tx, RedirectKind.CATEGORY, f"(SELECT path FROM category WHERE id IN ({below}))")  # noqa: S608 - a number
    await run(
        tx,
        "INSERT INTO redirect (kind,former_slug,former_key,target_id)"  # noqa: S608 - a number
        f" SELECT 'CATEGORY',path,CASE WHEN id={int(category_id)} THEN key ELSE '' END,id"
        f" FROM category WHERE id IN ({below})",
    )


async def forget(tx: TransactionalDBClient, kind: RedirectKind, target_id: int) -> None:
    """Remove every sign that leads to what is deleted."""
    await Redirect.filter(kind=kind, target_id=target_id).using_db(tx).delete()


async def known_as(tx: TransactionalDBClient, kind: RedirectKind, key: str) -> int | None:
    """Where the folded name of something merged leads, if it leads to one place only."""
    rows = await Redirect.filter(kind=kind, former_key=key).using_db(tx).values_list("target_id", flat=True)
    targets = set(rows)
    return int(str(targets.pop())) if len(targets) == 1 else None


async def category_known_as(tx: TransactionalDBClient, key: str, above: str) -> int | None:
    """Where a category of that folded name went that stood under the path `above` ("" at the top)."""
    rows = Redirect.filter(kind=RedirectKind.CATEGORY, former_key=key).using_db(tx)
    found = await rows.order_by("-id").values_list("former_slug", "target_id")
    return next((target for slug, target in found if slug.rpartition("/")[0] == above), None)


_TEXT = "VARCHAR(1300)"


async def _vacate(tx: TransactionalDBClient, kind: RedirectKind, slugs: str, *values: object) -> None:
    """Make room for signs with these slugs. Ids that lead on by them go on doing so, under a slug that nothing has."""
    await run(
        tx,
        f"DELETE FROM redirect WHERE kind='{kind}' AND former_id IS NULL AND former_slug IN {slugs}",  # noqa: S608 - our words
        *values,
    )
    await run(
        tx,
        f"UPDATE redirect SET former_slug='~'||former_id WHERE kind='{kind}' AND former_slug IN {slugs}",  # noqa: S608 - our words
        *values,
    )
